/**
 * The server is killed right after each statement of the transaction in which its sealer empties the queue. Ten seconds
 * after the next start nothing is left unsealed, and the positions of the leaves run from nought without a gap.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { progress } from '../support/progress.mjs';
import { everyStatementOf, serverBehindProxy } from './behind-proxy.mjs';
import { commands, requestOf, workIn } from './every-step.mjs';
import { mutantOf, product } from './product.mjs';
import { labelOf } from './proxy.mjs';

export const name = 'sealer-steps';
export const about = 'kill -9 after every statement of sealing';

/** The sealer's connections come under its name; its work begins with the lock of the tree. */
const isSealing = (sql, application) => application === 'recoup server, sealing' && /pg_advisory_xact_lock/.test(sql);
const unsealedMsMost = 10_000;
const metMsMost = 15_000;

export async function run({ full, random }) {
  const found = await killed(product, (labels) =>
    full ? [...labels.keys()] : [...random.some([...labels.keys()].slice(1, -1), 1), labels.length - 1],
  );
  // Takes from the queue in a transaction of its own: what is taken and not signed when the kill comes stands in the way for good.
  const mutant = mutantOf([
    ['libs/sealing/src/seal-batch.service.js', 'const [taken] = await tx.query(`with taken', 'const [taken] = await tx.connection.query(`with taken'],
  ]); // oxfmt-ignore
  const seen = await killed(mutant, (labels) => [labels.findIndex((label) => /sealing\.checkpoint \(/.test(label))]);
  await mutant.remove();
  return {
    runs: found.steps,
    holds: found.wrong.length === 0 && found.steps > 0,
    result: found,
    mutant: { name: 'queue emptied in a transaction of its own', caught: seen.wrong.length > 0, result: seen },
  };
}

async function killed(build, choose) {
  const found = { steps: 0, labels: [], notMet: [], wrong: [] };
  const server = await serverBehindProxy(build);
  const { charges } = await workIn(server, 'certify');
  const certify = (index) => server.send(requestOf(commands.certify, { charges }, index));
  // Once undisturbed, to see its steps: the longest of its transactions, for some find nothing to do.
  await idle(server);
  let labels = [];
  server.proxy.watch(
    everyStatementOf(isSealing, (step, sql) => {
      labels = step === 0 ? [labelOf(sql)] : [...labels, labelOf(sql)];
      if (labels.length > found.labels.length) found.labels = labels;
      return undefined;
    }),
  );
  await certify(0);
  await idle(server);
  await pause(200); // its COMMIT is answered by then
  const steps = choose([...found.labels]);
  for (const [time, step] of steps.entries()) {
    progress(`${name}${build === product ? '' : ', its mutant'}`, time, steps.length);
    server.proxy.watch(
      everyStatementOf(isSealing, (_, sql) => {
        if (labelOf(sql) !== found.labels[step]) return undefined; // some have nothing to do, and come to fewer
        server.kill();
        return 'cut';
      }),
    );
    await certify(time + 1); // answered or not: the sealer is a moment behind
    if (!(await metWithin(server, metMsMost))) {
      found.notMet.push(found.labels[step]);
      continue;
    }
    await server.restart();
    found.wrong.push(
      ...(await unsealed(server)).map((text) => `killed after step ${step} (${found.labels[step]}): ${text}`),
    );
    found.steps += 1;
  }
  await server.close();
  return found;
}

/** Whether the server was killed in time: a statement that is not needed for this batch is not met. */
async function metWithin(server, milliseconds) {
  const waiting = new AbortController();
  const late = pause(milliseconds, false, { signal: waiting.signal }).catch(() => false);
  const met = await Promise.race([server.killed().then(() => true), late]);
  waiting.abort();
  if (!met) server.proxy.watch(() => undefined);
  return met;
}

/** Until the sealer has nothing left to do. */
async function idle(server) {
  while ((await server.query('select count(*)::int as count from sealing.queue'))[0].count > 0) await pause(50);
}

/** What is not sealed ten seconds later, in words; nothing where the sealer has done its work. */
export async function unsealed(server) {
  const count = async (sql) => (await server.query(sql))[0].count;
  for (const until = Date.now() + unsealedMsMost; ; await pause(100)) {
    const waiting = await count('select count(*)::int as count from sealing.queue');
    const bare = await count(
      `select count(*)::int as count from ledger.journal_entry as entry
       where not exists (select from sealing.leaf where kind = 'journal-entry' and record = entry.id::text)`,
    );
    const gaps = await count('select (coalesce(max(position), -1) + 1 - count(*))::int as count from sealing.leaf');
    const unsigned = await count(
      `select ((select count(*) from sealing.leaf) - (select coalesce(max(size), 0) from sealing.checkpoint))::int as count`,
    );
    if (waiting + bare + gaps + unsigned === 0) return [];
    if (Date.now() > until)
      return [
        `${waiting} in the queue, ${bare} entries without a leaf, ${gaps} positions missing, ${unsigned} leaves unsigned`,
      ];
  }
}
