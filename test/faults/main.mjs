/**
 * npm run test:faults: what a crash, a race or a hand in the database does to the books, tried on the product as built.
 *
 *   npm run test:faults -- --quick                some minutes, on a machine that does nothing else
 *   npm run test:faults -- --full                 two hours; the result of each harness is kept in test/faults/RESULTS.md
 *   npm run test:faults -- --quick --seed 42      the same moments, orders and commands again
 *   npm run test:faults -- --quick --only model,interleavings
 *
 * Each harness prints beside its own result that of a mutant, a copy of the product with one guard taken out. A harness
 * whose mutant is not caught has failed, whatever it says of the product. Nothing here is timed, but for the one promise
 * that a killed database serves again within thirty seconds.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { closeAll, closeOnSignal, isInterrupted } from '../support/open-things.mjs';
import { say } from '../support/progress.mjs';
import { loadAverage, surroundings } from '../support/surroundings.mjs';
import { temporaryFolder } from '../support/measured-books.mjs';
import { inAProcess } from './in-a-process.mjs';
import { prepare } from './prepared.mjs';
import { recordsOf, resultsPage, tableOf } from './results.mjs';

/** In the order of the report. */
const harnesses = ['database-kill', 'application-kill', 'every-step', 'sealer-steps', 'interleavings', 'bank', 'serializable', 'model', 'disk-full', 'restore-drill', 'tamper']; // oxfmt-ignore
/** In the order in which they are begun, the longest first. What shares an engine in memory runs in one process, one after the other. */
const processes = [['interleavings', 'bank', 'serializable', 'model'], ['every-step'], ['tamper'], ['application-kill'], ['sealer-steps'], ['restore-drill'], ['disk-full'], ['database-kill']]; // oxfmt-ignore
const inMemory = processes[0];
/** On two processors, for most of its time a harness keeps one of them waiting. A full run gives the machine to each by itself. */
const atOnce = { quick: 2, full: 1 };

class Usage extends Error {}

closeOnSignal();
try {
  await run(readOptions());
} catch (error) {
  // What a signal has closed under its feet is no fault of the work that stood on it.
  if (!isInterrupted()) {
    say(error instanceof Usage ? error.message : (error?.stack ?? String(error)));
    process.exitCode = error instanceof Usage ? 2 : 1;
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
        full: { type: 'boolean', default: false },
        seed: { type: 'string' },
        only: { type: 'string', default: harnesses.join(',') },
        out: { type: 'string' },
      },
    }));
  } catch (error) {
    throw new Usage(error.message);
  }
  if (values.quick === values.full) throw new Usage('Say --quick or --full.');
  const only = values.only.split(',');
  const unknown = only.filter((name) => !harnesses.includes(name));
  if (unknown.length > 0)
    throw new Usage(`There is no harness "${unknown.join('", "')}"; there are ${harnesses.join(', ')}.`);
  const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Usage('--seed takes a whole number.');
  return { full: values.full, seed, only, out: values.out };
}

async function run({ full, seed, only, out }) {
  const size = full ? 'full' : 'quick';
  const report = { ...surroundings(), size, seed, postgres: null, harnesses: [] };
  say(`Faults, ${size}, seed ${seed}: npm run test:faults -- --${size} --seed ${seed}`);
  const waiting = processes
    .map((names) => names.filter((name) => only.includes(name)))
    .filter(({ length }) => length > 0);
  const books = waiting.some((names) => !names.every(isInMemory)) ? prepare() : undefined;
  books?.catch(() => undefined); // it is awaited where the books are needed
  process.env.NODE_COMPILE_CACHE ??= temporaryFolder().folder; // some sixty processes read the same program
  const found = new Map();
  const lane = async () => {
    for (let names = waiting.shift(); names !== undefined && !isInterrupted(); names = waiting.shift()) {
      if (!names.every(isInMemory)) await books;
      for (const entry of await inAProcess(names, { size, seed })) {
        found.set(entry.name, entry);
        say(`${entry.passes ? 'holds' : 'FAILS'}  ${entry.name}: ${entry.about} (${entry.seconds} s)`);
        // At once: of two hours, what is broken off in the second keeps the first.
        if (full) keep({ ...report, harnesses: [entry], loadAfter: loadAverage() });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce[size] }, lane));
  if (isInterrupted()) return;
  report.harnesses = only.map((name) => found.get(name));
  report.loadAfter = loadAverage();
  (process.stdout.isTTY ? process.stdout : process.stderr).write(`\n${tableOf(report)}\n`);
  const json = `${JSON.stringify(report, null, process.stdout.isTTY ? 0 : 2)}\n`;
  process.stdout.write(json);
  if (out !== undefined) writeFileSync(out, json);
  if (report.harnesses.some(({ passes }) => !passes)) process.exitCode = 1;
}

function isInMemory(name) {
  return inMemory.includes(name);
}

function keep(report) {
  const page = new URL('RESULTS.md', import.meta.url);
  const earlier = existsSync(page) ? readFileSync(page, 'utf8') : '';
  writeFileSync(page, resultsPage(earlier, recordsOf(report), harnesses));
}
