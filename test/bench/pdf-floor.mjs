/**
 * The floor of the invoice: a bare pdfkit loop over as many lines of two rows, the same texts in the same typeface, with
 * no table, no heads, no sums and no measuring.
 */
import { createRequire } from 'node:module';
import { openSync } from 'fontkit';
import PDFDocument from 'pdfkit';
import { invoiceOf } from './invoice-content.mjs';
import { heldMemory, peakMemory } from './memory.mjs';
import { timed } from '../support/statistics.mjs';

const font = openSync(
  createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
);
font.layout('Warm 1,234.50'); // its tables are read at the first text, in the product while it starts
const places = [42, 62, 110, 320, 370, 430, 490];
const lines = invoiceOf(Number(process.argv[2])).sections.flatMap(({ families }) =>
  families.flatMap((family) => family.lines),
);
const before = heldMemory();
const first = await timed(draw);
const peakMb = peakMemory();
const again = await timed(draw);
process.stdout.write(
  JSON.stringify({ ms: first.ms, againMs: again.ms, bytes: first.result.length, peakMb, growthMb: peakMb - before }),
);

function draw() {
  const document = new PDFDocument({ size: 'A4', margin: 40, info: { CreationDate: new Date(0) } });
  const parts = [];
  document.on('data', (part) => parts.push(part));
  const finished = new Promise((resolve) => document.on('end', () => resolve(Buffer.concat(parts))));
  document.registerFont('regular', font).font('regular');
  let y = 40;
  for (const line of lines) {
    if (y > 770) {
      document.addPage();
      y = 40;
    }
    const rate = line.unitRate?.amount ?? '';
    const cells = [line.position, line.item, line.description, line.quantity, line.unitName, rate, line.amountUsd];
    document.fontSize(8.5);
    cells.forEach((cell, column) => document.text(String(cell), places[column], y, { lineBreak: false }));
    const small = `${line.charge}, ${line.deliveredOn}, ${line.funds[0].fund} ${line.funds[0].budgetLine}`;
    document.fontSize(7).text(small, places[2], y + 11, { lineBreak: false });
    y += 24;
  }
  document.end();
  return finished;
}
