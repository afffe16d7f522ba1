/**
 * npm run bench: the product's figures beside their floors, on embedded databases that write to disk before they answer.
 *
 *   npm run bench -- --quick              small sizes, about a minute
 *   npm run bench -- --only totals,pdf    some of: postings, controls, totals, web, pdf, startUp
 *   npm run bench -- --charges 10000      sizes of the totals, with commas; the pages are measured at the last
 *   npm run bench -- --out FILE           the JSON into a file as well
 *
 * A table for reading goes to the terminal (to stderr where stdout is taken), one JSON object to stdout. A floor is the
 * least that could do the job: what stands between it and the product is the product's own. Nothing here is a test; a
 * machine that does other things at the time shows it in the load average beside the figures.
 */
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { closeAll, closeOnSignal, isInterrupted } from '../support/open-things.mjs';
import { say } from '../support/progress.mjs';
import { surroundings, loadAverage } from '../support/surroundings.mjs';
import { tableOf } from './table.mjs';

const figures = {
  postings: async (options) => (await import('./postings.mjs')).postings(options),
  controls: async (options) => (await import('./controls.mjs')).controls(options),
  totals: async (options) => (await import('./totals.mjs')).totals(options),
  web: async (options) => (await import('./web.mjs')).web(options),
  pdf: async (options) => (await import('./pdf.mjs')).pdf(options),
  startUp: async (options) => (await import('./start-up.mjs')).startUp(options),
};

class Usage extends Error {}

closeOnSignal();
try {
  await run(readOptions());
} catch (error) {
  // What a signal has closed under its feet is no fault of the work that stood on it.
  if (!isInterrupted()) {
    say(error instanceof Usage ? error.message : (error?.stack ?? String(error)));
    process.exitCode = 1;
  }
} finally {
  await closeAll();
}

function readOptions() {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        quick: { type: 'boolean', default: false },
        only: { type: 'string', default: Object.keys(figures).join(',') },
        charges: { type: 'string' },
        out: { type: 'string' },
      },
    }));
  } catch (error) {
    throw new Usage(error.message);
  }
  const only = values.only.split(',');
  const unknown = only.filter((name) => !(name in figures));
  if (unknown.length > 0) {
    throw new Usage(`There is no figure "${unknown.join('", "')}"; there are ${Object.keys(figures).join(', ')}.`);
  }
  const charges = values.charges?.split(',').map(Number);
  if (charges?.some((size, index) => !Number.isSafeInteger(size) || size < 1 || size <= (charges[index - 1] ?? 0))) {
    throw new Usage('--charges takes rising whole numbers with commas between them: 10000,100000.');
  }
  return { quick: values.quick, only, charges, out: values.out };
}

async function run({ out, ...options }) {
  const before = surroundings();
  const taken = {};
  for (const name of options.only) {
    const loadBefore = loadAverage();
    const started = performance.now();
    const result = await figures[name](options);
    const seconds = Math.round((performance.now() - started) / 1000);
    taken[name] = { seconds, loadBefore, loadAfter: loadAverage(), ...result };
  }
  const postgres = taken.postings?.version ?? taken.totals?.version ?? taken.web?.version ?? null;
  const report = { ...before, postgres, quick: options.quick, loadAfter: loadAverage(), figures: taken };
  (process.stdout.isTTY ? process.stdout : process.stderr).write(`${tableOf(report)}\n`);
  const json = `${JSON.stringify(report, null, process.stdout.isTTY ? 0 : 2)}\n`;
  process.stdout.write(json);
  if (out !== undefined) writeFileSync(out, json);
}
