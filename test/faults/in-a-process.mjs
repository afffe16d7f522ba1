/** Harnesses in a process of their own, and what they say on the way to their results. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { isInterrupted, opened } from '../support/open-things.mjs';

const program = fileURLToPath(new URL('harness.mjs', import.meta.url));
const progress = /^ {2}.* \[[#.]+\] /;
const clear = '\r\u001b[K';

/** What each of these found, in their order; nothing where all is broken off. How far they are is passed on at once; whatever else they say, before they are over. */
export async function inAProcess(names, { size, seed }) {
  const child = spawn(process.execPath, [program, size, String(seed), names.join(',')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const over = once(child, 'close');
  const end = opened(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM'); // it stops what it has started
    await over;
  });
  const found = [];
  const said = [];
  const read = [
    linesOf(child.stdout, (line) => found.push(JSON.parse(line))),
    linesOf(child.stderr, (line) => (progress.test(line) ? showProgress(line) : said.push(line))),
  ];
  await over;
  await Promise.all(read);
  await end();
  if (isInterrupted()) return [];
  if (process.stderr.isTTY) process.stderr.write(clear);
  for (const line of said) process.stderr.write(`${line}\n`);
  const missing = names.filter((name) => !found.some((entry) => entry.name === name));
  const error = `Its process ended with ${child.signalCode ?? child.exitCode}.\n${said.slice(-20).join('\n')}`;
  return [
    ...found,
    ...missing.map((name) => ({
      name,
      about: 'broke off',
      passes: false,
      holds: false,
      error,
      mutants: [],
      seconds: 0,
    })),
  ];
}

async function linesOf(input, each) {
  const lines = createInterface({ input }).on('line', each);
  await once(lines, 'close');
}

/** One line for all of them on a terminal, which is written over. */
function showProgress(line) {
  process.stderr.write(process.stderr.isTTY ? `${clear}${line}` : `${line}\n`);
}
