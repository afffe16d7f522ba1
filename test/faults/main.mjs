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
import { random } from './random.mjs';
import { recordsOf, resultsPage, tableOf } from './results.mjs';

/** In the order they run: what takes longest to find a fault comes last. */
const harnesses = ['database-kill', 'application-kill', 'every-step', 'sealer-steps', 'interleavings', 'bank', 'serializable', 'model', 'disk-full', 'restore-drill', 'tamper']; // oxfmt-ignore

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
  const report = { ...surroundings(), size: full ? 'full' : 'quick', seed, postgres: null, harnesses: [] };
  say(`Faults, ${report.size}, seed ${seed}: npm run test:faults -- --${report.size} --seed ${seed}`);
  for (const name of only) {
    const started = performance.now();
    const entry = { name, ...(await tried(name, { full, seed, random: random(`${seed} ${name}`) })) };
    entry.seconds = Math.round((performance.now() - started) / 1000);
    report.harnesses.push(entry);
    say(`${entry.passes ? 'holds' : 'FAILS'}  ${name}: ${entry.about} (${entry.seconds} s)`);
    if (isInterrupted()) return;
  }
  report.loadAfter = loadAverage();
  (process.stdout.isTTY ? process.stdout : process.stderr).write(`\n${tableOf(report)}\n`);
  const json = `${JSON.stringify(report, null, process.stdout.isTTY ? 0 : 2)}\n`;
  process.stdout.write(json);
  if (out !== undefined) writeFileSync(out, json);
  if (full) keep(report);
  if (report.harnesses.some(({ passes }) => !passes)) process.exitCode = 1;
}

function keep(report) {
  const page = new URL('RESULTS.md', import.meta.url);
  const earlier = existsSync(page) ? readFileSync(page, 'utf8') : '';
  writeFileSync(page, resultsPage(earlier, recordsOf(report), harnesses));
}

/** One harness: passes where the product holds and the mutants are caught; one that cannot run here says why, and fails. */
async function tried(name, options) {
  try {
    const harness = await import(`./${name}.mjs`);
    const refusal = await harness.refusal?.(options);
    if (refusal !== undefined) return { about: harness.about, passes: false, refused: refusal, mutants: [] };
    const { mutant, mutants = [mutant], ...found } = await harness.run(options);
    return { about: harness.about, passes: found.holds && mutants.every(({ caught }) => caught), mutants, ...found };
  } catch (error) {
    if (isInterrupted()) throw error;
    return { about: 'broke off', passes: false, holds: false, error: error?.stack ?? String(error), mutants: [] };
  }
}
