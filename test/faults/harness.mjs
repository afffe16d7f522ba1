/**
 * Harnesses in a process of their own, one after the other, as main.mjs starts them: `harness.mjs quick|full SEED NAME,NAME`.
 * What each found is one line of JSON on stdout.
 */
import process from 'node:process';
import { closeAll, closeOnSignal, isInterrupted } from '../support/open-things.mjs';
import { random } from './random.mjs';

const [size, seed, names] = process.argv.slice(2);

closeOnSignal();
try {
  for (const name of names.split(',')) {
    const started = performance.now();
    const found = await tried(name, { full: size === 'full', seed: Number(seed), random: random(`${seed} ${name}`) });
    const seconds = Math.round((performance.now() - started) / 1000);
    if (isInterrupted()) break;
    process.stdout.write(`${JSON.stringify({ name, ...found, seconds })}\n`);
  }
} catch (error) {
  if (!isInterrupted()) throw error;
} finally {
  await closeAll();
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
