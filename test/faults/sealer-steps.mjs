/**
 * The server is killed right after each statement of the transaction in which its sealer empties the queue. Ten seconds
 * after the next start nothing is left unsealed, and the positions of the leaves run from nought without a gap.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { progress } from '../support/progress.mjs';
import { root } from '../support/program.mjs';
import { everyStatementOf, serverBehindProxy } from './behind-proxy.mjs';
import { commands, requestOf, workIn } from './every-step.mjs';
import { mutantOf, product } from './product.mjs';
import { labelOf } from './proxy.mjs';

export const name = 'sealer-steps';
export const about = 'kill -9 after every statement of sealing';

export function refusal() {
  return existsSync(join(root, 'dist/libs/sealing/src/index.js'))
    ? undefined
    : 'this build has no sealer (libs/sealing), so there is nothing to kill';
}

const isSealing = (sql) => /delete\s+from\s+sealing\.queue/i.test(sql);
const unsealedMsMost = 10_000;

export async function run({ full, random }) {
  const found = await killed(product, (labels) => (full ? [...labels.keys()] : random.some([...labels.keys()], 2)));
  // Takes from the queue in a transaction of its own: what is taken and not sealed when the kill comes is lost for good.
  const mutant = mutantOf(await queueEmptiedApart());
  const seen = await killed(mutant, () => [0]);
  await mutant.remove();
  return {
    runs: found.steps,
    holds: found.wrong.length === 0 && found.steps > 0,
    result: found,
    mutant: { name: 'queue emptied in a transaction of its own', caught: seen.wrong.length > 0, result: seen },
  };
}

/** Whichever file of the sealing lib empties the queue. */
async function queueEmptiedApart() {
  const { globSync, readFileSync } = await import('node:fs');
  const folder = join(root, 'dist/libs/sealing/src');
  for (const file of globSync('*.js', { cwd: folder })) {
    const statement = /tx\.query\(\s*[`'"][^`'"]*delete\s+from\s+sealing\.queue/i.exec(
      readFileSync(join(folder, file), 'utf8'),
    );
    if (statement !== null)
      return [[`libs/sealing/src/${file}`, statement[0], statement[0].replace('tx.query', 'tx.connection.query')]];
  }
  throw new Error(
    'No file of libs/sealing empties sealing.queue through its transaction; bring this mutant up to date.',
  );
}

async function killed(build, choose) {
  const found = { steps: 0, labels: [], wrong: [] };
  const server = await serverBehindProxy(build, { agreements: 1 });
  const { charges } = await workIn(server, 'certify');
  const certify = (index) => server.send(requestOf(commands.certify, { charges }, index));
  await new Promise((resolve) => {
    server.proxy.watch(
      everyStatementOf(isSealing, (_, sql) => {
        found.labels.push(labelOf(sql));
        if (/^commit/i.test(sql)) resolve();
      }),
    );
    void certify(0);
  });
  const steps = choose([...found.labels]);
  for (const [time, step] of steps.entries()) {
    progress(`${name}${build === product ? '' : ', its mutant'}`, time, steps.length);
    server.proxy.watch(
      everyStatementOf(isSealing, (index) => {
        if (index !== step) return undefined;
        server.kill();
        return 'cut';
      }),
    );
    await certify(time + 1);
    await server.killed();
    await server.restart();
    found.wrong.push(
      ...(await unsealed(server)).map((text) => `killed after step ${step} (${found.labels[step]}): ${text}`),
    );
    found.steps += 1;
  }
  await server.close();
  return found;
}

async function unsealed(server) {
  const count = async (sql) => (await server.query(sql))[0].count;
  for (const until = Date.now() + unsealedMsMost; ; await pause(100)) {
    const waiting = await count('select count(*)::int as count from sealing.queue');
    const bare = await count(
      `select count(*)::int as count from ledger.journal_entry as entry
       where not exists (select from sealing.leaf where kind = 'journal-entry' and record = entry.id::text)`,
    );
    const gaps = await count('select (coalesce(max(position), -1) + 1 - count(*))::int as count from sealing.leaf');
    if (waiting + bare + gaps === 0) return [];
    if (Date.now() > until)
      return [`${waiting} in the queue, ${bare} entries without a leaf, ${gaps} positions missing`];
  }
}
