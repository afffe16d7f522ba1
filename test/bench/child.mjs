import { spawn } from 'node:child_process';
import { opened } from '../support/open-things.mjs';
import { endGroup, root } from '../support/program.mjs';

/** Runs one of our files in a fresh process and reads the JSON it prints. Errors: when it fails, with what it said. */
export async function inFreshProcess(file, parameters) {
  const child = spawn(process.execPath, ['--expose-gc', new URL(file, import.meta.url).pathname, ...parameters], {
    cwd: root,
    detached: true, // Ctrl-C comes from here, and for all that it has started
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const close = opened(() => (child.exitCode === null && child.signalCode === null ? endGroup(child) : undefined));
  const texts = { printed: '', said: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (texts.printed += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (texts.said += text));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  await close();
  if (code !== 0) throw new Error(`${file} ${parameters.join(' ')} ended with ${code}.\n${texts.said}`);
  return JSON.parse(texts.printed);
}
