/**
 * `npm test`, or `npm test -- WHICH` for these specs alone. What reads the sources goes beside what runs them: a linter
 * fills one core, and specs that wait for a browser or a disk leave one free. Each says its part in one piece, the specs
 * as they go; what failed is named last.
 */
import { spawn } from 'node:child_process';
import process from 'node:process';

const begun = performance.now();
const failed = [];

const running = new Set();

// Ctrl-C reaches every program of the terminal by itself, and others are passed on; this one waits until all have cleared up.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => running.forEach((child) => child.kill(signal)));

await Promise.all([inTurn(['format:check', 'types', 'lint']), specs()]);
const seconds = Math.round((performance.now() - begun) / 1000);
process.stderr.write(failed.length === 0 ? `All of it holds, in ${seconds} s.\n` : `Failed: ${failed.join(', ')}.\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function specs() {
  const isBuilt = await ran('the build', 'node', ['apps/prepare.mjs', 'build'], 'inherit');
  if (isBuilt) await ran('specs', 'npm', ['run', '--silent', 'specs', '--', ...process.argv.slice(2)], 'inherit');
}

async function inTurn(scripts) {
  for (const script of scripts) await ran(script, 'npm', ['run', '--silent', script], 'pipe');
}

/** Whether it ended well. `output`: 'inherit' shows what it says at once, 'pipe' when it has ended. */
async function ran(name, program, words, output) {
  const started = performance.now();
  const child = spawn(program, words, { stdio: ['ignore', output, output], shell: process.platform === 'win32' });
  running.add(child);
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part));
  const end = await new Promise((resolve) => {
    child.once('error', ({ message }) => resolve(message));
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  running.delete(child);
  const isWell = end === 0;
  if (!isWell) failed.push(name);
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stderr.write(
    `${Buffer.concat(said).toString()}${name}: ${isWell ? 'holds' : `FAILS (${end})`}, ${seconds} s\n`,
  );
  return isWell;
}
