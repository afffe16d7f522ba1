/**
 * `recoup verify` over books as they grow, in a process of its own beside the server that seals them: every invariant, every
 * balance, every leaf of the seal. The floor reads the sealed words once and hashes them, in SQL.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { opened } from '../support/open-things.mjs';
import { endGroup, root } from '../support/program.mjs';
import { rounded, timed } from '../support/statistics.mjs';

/** Seconds of the whole and of the seal alone, and the most memory that the process held. Errors: books that do not verify. */
export async function verified(folder, connection) {
  const leaves = await allSealed(connection);
  const command = [join(root, 'dist/apps/cli/src/main.js'), 'verify', '--json'];
  const whole = await timed(() => verification(command, folder));
  const { checks, peakMb } = whole.result;
  const milliseconds = Object.fromEntries(checks.map((check) => [check.id, check.milliseconds]));
  const floor = await timed(() =>
    connection.query(`select count(distinct sha256(convert_to(chr(1) || body, 'UTF8'))) from ledger.journal_entry`),
  );
  return {
    leaves,
    seconds: rounded(whole.ms / 1000),
    sealSeconds: rounded(milliseconds.I17 / 1000),
    peakMb: rounded(peakMb),
    milliseconds,
    hashedInSqlSeconds: rounded(floor.ms / 1000),
  };
}

/** Waits for the sealer. Answers how many leaves there are. */
async function allSealed(connection) {
  for (;;) {
    const { rows } = await connection.query(
      'select (select count(*) from sealing.queue)::int as queued, (select count(*) from sealing.leaf)::int as leaves',
    );
    const [{ queued, leaves }] = rows;
    if (Number(queued) === 0) return Number(leaves);
    await pause(200);
  }
}

async function verification(command, folder) {
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: { ...process.env, DATABASE_URL: undefined, RECOUP_FOLDER: folder, NODE_OPTIONS: undefined },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const close = opened(() => (child.exitCode === null && child.signalCode === null ? endGroup(child) : undefined));
  let printed = '';
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (printed += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-2000)));
  let peakMb = 0;
  const looking = setInterval(() => (peakMb = Math.max(peakMb, peakOf(child.pid))), 50);
  const [code] = await once(child, 'close');
  clearInterval(looking);
  await close();
  if (code !== 0) throw new Error(`recoup verify ended with ${code}. ${said}${printed.slice(0, 1000)}`);
  return { ...JSON.parse(printed), peakMb };
}

/** What the process has held at most so far, as Linux counts it; 0 elsewhere, and where it is gone. */
function peakOf(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
