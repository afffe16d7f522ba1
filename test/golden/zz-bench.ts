import { renderInvoice } from '../../libs/invoicing/src/invoice.pdf.ts';
import { checkInvoiceAddsUp } from '../../libs/invoicing/src/invoice-sums.pdf.ts';
import * as c1 from './invoice-contents.ts';
import * as c2 from './invoice-variants.ts';
const c = { ...c1, ...c2 };
import PDFDocument from 'pdfkit';
import { houseFonts } from '../../libs/documents/src/fonts.ts';
const sha = 'a'.repeat(64);
const runs = (process.argv[2] ?? '7,200,10000,10000').split(',').map(Number);
houseFonts();
for (const n of runs) {
  const content = n === 7 ? c.cop6Services : c.manyLines(n);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  let lag = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    lag = Math.max(lag, now - last);
    last = now;
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 1);
  let t = performance.now();
  checkInvoiceAddsUp(content);
  const check = performance.now() - t;
  t = performance.now();
  const bytes = await renderInvoice(content, sha);
  console.log(
    n,
    (performance.now() - t).toFixed(0) + ' ms',
    'of which check',
    check.toFixed(0),
    ((peak - before) / 1e6).toFixed(0) + ' MB',
    'longest',
    lag.toFixed(0),
    bytes.length,
    'cpu',
    (process.resourceUsage().userCPUTime / 1000) | 0,
  );
  clearInterval(timer);
}
if (process.argv[3]) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const t = performance.now();
  const d = new PDFDocument({ size: 'A4', autoFirstPage: true });
  const ch: Buffer[] = [];
  d.on('data', (b: Buffer) => ch.push(b));
  const done = new Promise((r) => d.on('end', r));
  d.registerFont('R', houseFonts().regular as never).font('R');
  let y = 40;
  d.fontSize(8);
  let peak = before;
  for (let i = 0; i < 10000; i++) {
    if (y > 780) {
      d.addPage();
      y = 40;
      peak = Math.max(peak, process.memoryUsage().rss);
    }
    const o = { lineBreak: false };
    d.text(String(i + 1), 42, y, o);
    d.text('DOC-PAG', 60, y, o);
    d.text('Page checked, formatted and posted (330 words)', 106, y, o);
    d.text('1', 330, y, o);
    d.text('page', 370, y, o);
    d.text('12.40', 440, y, o);
    d.text('12.40', 520, y, o);
    if (process.argv[3] === 'two') {
      y += 9;
      d.text(
        'Charge P-' + i + ' · delivered 2–7 Nov 2025 · unit ZP · rate card 1 Jan 2025 · all to MC-GTF (MC-GTF-COP6)',
        106,
        y,
        o,
      );
    }
    y += 14;
    d.moveTo(42, y).lineTo(553, y).stroke();
  }
  d.end();
  await done;
  console.log(
    'bare pdfkit',
    process.argv[3],
    (performance.now() - t).toFixed(0),
    'ms',
    ((peak - before) / 1e6).toFixed(0),
    'MB',
    Buffer.concat(ch).length,
  );
}
