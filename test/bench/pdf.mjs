/** An invoice of many lines to PDF, against a bare pdfkit loop of as many rows; each in a fresh process of its own. */
import { inFreshProcess } from './child.mjs';
import { progress } from '../support/progress.mjs';
import { median, rounded } from '../support/statistics.mjs';

export async function pdf({ quick }) {
  const sizes = quick ? [10, 1000] : [10, 1000, 10_000];
  const times = quick ? 2 : 5;
  const figures = [];
  for (const lines of sizes) {
    const product = [];
    const floor = [];
    for (let time = 1; time <= times; time += 1) {
      product.push(await inFreshProcess('pdf-product.mjs', [String(lines)]));
      floor.push(await inFreshProcess('pdf-floor.mjs', [String(lines)]));
      progress(`Invoices of ${lines.toLocaleString('en')} lines`, time, times);
    }
    const [ours, bare] = [middle(product), middle(floor)];
    figures.push({ lines, times, invoice: ours, bareLoop: bare, ratio: rounded(ours.ms / bare.ms) });
  }
  return { figures };
}

function middle(runs) {
  return Object.fromEntries(
    Object.keys(runs[0]).map((name) => [
      name,
      name === 'bytes' ? runs[0].bytes : rounded(median(runs.map((run) => run[name]))),
    ]),
  );
}
