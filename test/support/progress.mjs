/** How far it has come, on stderr: a line that is written over on a terminal, a line every ten seconds elsewhere. */
const everyMs = process.stderr.isTTY ? 200 : 10_000;
let lastSaid = 0;

export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

export function progress(what, done, all) {
  const now = performance.now();
  const finished = done >= all;
  if (!finished && now - lastSaid < everyMs) return;
  lastSaid = finished ? 0 : now;
  const share = Math.min(1, done / all);
  const bar = '#'.repeat(Math.round(share * 30)).padEnd(30, '.');
  const line = `  ${what} [${bar}] ${done.toLocaleString('en')} of ${all.toLocaleString('en')}`;
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}${finished ? '\n' : ''}`);
  else process.stderr.write(`${line}\n`);
}
