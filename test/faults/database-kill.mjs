/**
 * The database is killed, first process and children, while eight clients write, each several charges at once. Nothing that was acknowledged may be
 * lost; what nobody knows is sent again under its key and takes effect once; the server answers 503 meanwhile, starts the
 * database again and serves on.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { progress } from '../support/progress.mjs';
import { startServer, statusOf } from '../support/program.mjs';
import { assertDurable, connectTo, engineOf } from './database.mjs';
import { brokenInvariants } from './invariants.mjs';
import { areGone, killDatabase } from './kill.mjs';
import { preparedBooks } from './prepared.mjs';
import { mutantOf, product } from './product.mjs';
import { unsealed } from './sealer-steps.mjs';
import { Writers, effectOf, effectsIn, groupsIn } from './writers.mjs';

const clients = 8;
const agreements = 8;
const recoveryMsMost = 30_000;

export const name = 'database-kill';
export const about = 'kill -9 of PostgreSQL and its children under 8 writers';

export async function run({ full, random }) {
  const kills = full ? 200 : 6;
  const result = await killed(product, { kills, random });
  // Acknowledges before it has written: what was acknowledged in the last instant is gone, sooner or later.
  const mutant = mutantOf([
    ['libs/platform/src/engine/server.js', "fsync: 'on',\n    synchronous_commit: 'on'", "fsync: 'on',\n    synchronous_commit: 'off'"],
  ]); // oxfmt-ignore
  const seen = await killed(mutant, {
    kills: full ? 30 : 12,
    random,
    synchronousCommit: 'off',
    until: ({ lost }) => lost > 0,
  });
  await mutant.remove();
  return {
    runs: result.kills,
    holds: holds(result),
    result,
    mutant: { name: 'synchronous_commit = off', caught: seen.lost > 0, result: seen },
  };
}

function holds({ lost, twice, groups, wrong, unresolved, unsealed: left, recoveryMs, saidAway, broken }) {
  return (
    lost + twice + wrong.length + unresolved + left.length + broken.length === 0 &&
    Math.max(...recoveryMs) <= recoveryMsMost &&
    saidAway > 0 &&
    groups > 0
  );
}

/** Kills until `until` says that enough was seen, at most so many times. */
async function killed(build, { kills, random, synchronousCommit = 'on', until = () => false }) {
  const { folder, server } = await booksAndServer(build);
  const found = { kills: 0, acknowledged: 0, unknown: 0, tookEffect: 0, lost: 0, twice: 0, unresolved: 0, saidAway: 0, groups: 0, wrong: [], recoveryMs: [], unsealed: [], broken: [] }; // oxfmt-ignore
  const writers = new Writers({ port: server.port, folder, clients, agreements, random });
  if (build === product) found.wrong.push(...(await aSecondServer(folder, server)));
  try {
    for (; found.kills < kills && !until(found); found.kills += 1) {
      progress(`${name}, ${build === product ? 'the product' : 'its mutant'}`, found.kills, kills);
      const before = await connectTo((await engineOf(folder)).connection);
      await assertDurable(before.query, { synchronousCommit });
      writers.start();
      await pause(random.between(400, 1200));
      const dead = killDatabase(folder);
      const diedAt = performance.now();
      await areGone(dead);
      await before.end();
      await until200(server, writers, found);
      found.recoveryMs.push(Math.round(performance.now() - diedAt));
      await writers.stop();
      const after = await connectTo((await engineOf(folder)).connection);
      const present = await effectsIn(after.query);
      found.lost += writers.acknowledged.filter((request) => !present.has(effectOf(request))).length;
      found.unknown += writers.unknown.length;
      found.tookEffect += writers.unknown.filter((request) => present.has(effectOf(request))).length;
      if (found.lost > 0) return { ...found, acknowledged: writers.acknowledged.length, kills: found.kills + 1 };
      await writers.resolve();
      const resolved = await effectsIn(after.query);
      found.unresolved += writers.acknowledged.filter((request) => !resolved.has(effectOf(request))).length;
      await after.end();
    }
    const end = await connectTo((await engineOf(folder)).connection);
    const [{ twice }] = await end.query(
      `select count(*)::int as twice from (select source from ledger.journal_entry group by source, event having count(*) > 2) as more`,
    );
    found.broken = await brokenInvariants(end.query);
    found.groups = await groupsIn(end.query);
    found.unsealed = await unsealed(end); // the sealer, too, outlives its database
    await end.end();
    return {
      ...found,
      twice,
      acknowledged: writers.acknowledged.length,
      saidAway: writers.saidAway + found.saidAway,
      wrong: [...found.wrong, ...writers.wrong],
    };
  } finally {
    await server.stop();
  }
}

/** Is refused by its exit code and with the process of the first, which serves on; answers what is wrong. */
async function aSecondServer(folder, first) {
  const told = await startServer(folder).then(
    (server) => server.stop().then(() => 'It started.'),
    (error) => error.message,
  );
  const isTold = /It ended with 4\./.test(told) && told.includes(`process ${first.processId}`);
  const status = await statusOf(first, '/health/ready');
  return isTold && status === 200 ? [] : [`a second server was told: ${told}; the first answered ${status}`];
}

/** Waits until the server can serve again, and counts how often it said that it cannot yet. */
async function until200(server, writers, found) {
  for (;;) {
    const status = await statusOf(server, '/health/ready');
    if (status === 200) return;
    if (status === 503) found.saidAway += 1;
    else writers.wrong.push(`/health/ready was answered with ${status}`);
    await pause(10);
  }
}

/** Books that the server opens and whose database it owns. */
async function booksAndServer(build) {
  const { folder } = await preparedBooks();
  const server = await startServer(folder, { product: build.root });
  return { folder, server };
}
