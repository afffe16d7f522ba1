/**
 * The server is killed: in the middle of its work, and in the gap between the database's COMMIT and its own answer, also where it has
 * done several requests at once; or its connection is cut there. The same request under the same key then gets the first answer, and
 * there is one effect; no transaction stays open.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { progress } from '../support/progress.mjs';
import { agreementNumber, chargeBody, officersFor } from '../support/scenario.mjs';
import { everyStatementOf, serverBehindProxy } from './behind-proxy.mjs';
import { brokenInvariants } from './invariants.mjs';
import { mutantOf, product } from './product.mjs';
import { Writers, effectOf, effectsIn, groupsIn } from './writers.mjs';

const agreements = 8;
const membersAtOnce = 12;
const groupEach = 5; // gaps, for it takes as long as several

export const name = 'application-kill';
export const about = 'kill -9 of the server under 8 writers, and between COMMIT and answer';

export async function run({ full, random }) {
  const sizes = full ? { middle: 250, gap: 250 } : { middle: 3, gap: 3 };
  const result = await killed(product, { ...sizes, random });
  // Writes the key after the effect is committed, as a thing of its own: between the two a repeat is a second effect.
  const mutant = mutantOf([
    ['libs/platform/src/once.js', 'keepAnswer(tx, asked, answer);', 'keptApart = answer;'],
    [
      'libs/platform/src/once.js',
      'try {\n        return await inTransaction(db, async (tx) => {',
      `let keptApart;
    try {
        return await inTransactionThenKey(async (tx) => {`,
    ],
    [
      'libs/platform/src/once.js',
      'let judged = null;',
      `let judged = null;
    const inTransactionThenKey = async (act) => {
        const done = await inTransaction(db, act);
        if (keptApart !== undefined) await inTransaction(db, async (tx) => {
            await actIn(tx, judged);
            keepAnswer(tx, judged, keptApart);
        });
        return done;
    };`,
    ],
  ]);
  const seen = await killed(mutant, { middle: 0, gap: 1, random });
  await mutant.remove();
  return {
    runs: result.kills,
    holds:
      result.lost + result.unresolved + result.wrong.length + result.idle.length + result.broken.length === 0 &&
      result.groups > 0,
    result,
    mutant: { name: 'key written in a second transaction', caught: seen.wrong.length > 0, result: seen },
  };
}

async function killed(build, { middle, gap, random }) {
  const found = { kills: 0, acknowledged: 0, unknown: 0, tookEffect: 0, lost: 0, unresolved: 0, groups: 0, wrong: [], idle: [], broken: [] }; // oxfmt-ignore
  const server = await serverBehindProxy(build);
  const said = `${name}, ${build === product ? 'the product' : 'its mutant'}`;
  const writers = new Writers({ port: server.port, folder: server.folder, clients: 8, agreements, random });
  for (let time = 0; time < middle; time += 1, found.kills += 1) {
    progress(said, found.kills, middle + gap);
    writers.start();
    await pause(random.between(400, 1200));
    server.kill();
    await server.killed();
    await writers.stop();
    found.idle.push(...(await server.idleTransactions()));
    await server.restart();
    const present = await effectsIn(server.query);
    found.lost += writers.acknowledged.filter((request) => !present.has(effectOf(request))).length;
    found.unknown += writers.unknown.length;
    found.tookEffect += writers.unknown.filter((request) => present.has(effectOf(request))).length;
    await writers.resolve();
    const resolved = await effectsIn(server.query);
    found.unresolved += writers.acknowledged.filter((request) => !resolved.has(effectOf(request))).length;
  }
  for (let time = 0; time < gap; time += 1, found.kills += 1) {
    progress(said, found.kills, middle + gap);
    found.wrong.push(...(await killedInTheGap(server, time)));
    if (time % groupEach === 0)
      for (const way of ['kill', 'cut']) found.wrong.push(...(await groupInTheGap(server, time, way)));
    found.idle.push(...(await server.idleTransactions()));
  }
  progress(said, middle + gap, middle + gap);
  found.wrong.push(...writers.wrong);
  found.acknowledged = writers.acknowledged.length;
  found.broken = await brokenInvariants(server.query);
  found.groups = await groupsIn(server.query);
  await server.close();
  return found;
}

/** Records a charge that names no id, so that a second effect is a second charge; answers what is wrong. */
async function killedInTheGap(server, running) {
  const index = running % agreements;
  const request = {
    path: '/api/v1/charges',
    by: officersFor(index).recorder,
    headers: { 'idempotency-key': randomUUID() },
    body: chargeBody(running, index),
  };
  const before = await chargesUnder(server, index);
  server.proxy.watch(
    everyStatementOf(
      (sql) => /request_key/.test(sql),
      (_, sql) => {
        if (!/^commit/i.test(sql)) return undefined;
        server.kill(); // done, and nobody but the database knows
        return 'cut';
      },
    ),
  );
  const unanswered = await server.send(request);
  await server.killed();
  await server.restart();
  const wrong = [];
  if (unanswered !== null) wrong.push(`The server was killed, and yet it answered ${unanswered.status}.`);
  const after = await chargesUnder(server, index);
  if (after !== before + 1) wrong.push(`COMMIT was done, and there are ${after - before} more charges.`);
  const [first, again] = [await server.send(request), await server.send(request)];
  if (first?.status !== 201 || first.headers['idempotency-replayed'] !== 'true')
    wrong.push(`The repeat was answered with ${first?.status}, replayed: ${first?.headers['idempotency-replayed']}.`);
  if (first?.text !== again?.text) wrong.push('Two repeats have two answers.');
  const end = await chargesUnder(server, index);
  if (end !== before + 1) wrong.push(`One request under one key has made ${end - before} charges.`);
  return wrong;
}

/**
 * Records charges at once, so that several are done in one transaction. Once the database has done its COMMIT the server is killed, and
 * each is sent again; or the connection is cut, and the server itself finds out what became of them. Answers what is wrong.
 */
async function groupInTheGap(server, running, way) {
  const index = running % agreements;
  const requests = Array.from({ length: membersAtOnce }, () => ({
    path: '/api/v1/charges',
    by: officersFor(index).recorder,
    headers: { 'idempotency-key': randomUUID() },
    body: chargeBody(running, index),
  }));
  const before = await chargesUnder(server, index);
  let met = false;
  server.proxy.watch(
    everyStatementOf(
      (sql) => /request_key[^]*unnest/.test(sql),
      (_, sql) => {
        if (met || !/^commit/i.test(sql)) return undefined;
        met = true;
        if (way === 'kill') server.kill();
        return 'cut';
      },
    ),
  );
  const answers = await Promise.all(requests.map((request) => server.send(request)));
  const wrong = [];
  const says = (text) => wrong.push(`A group, ${way} behind its COMMIT: ${text}`);
  if (!met) says('none was done together.');
  if (way === 'kill') {
    await server.killed();
    await server.restart();
    if (answers.every((answer) => answer !== null)) says('the server was killed, and yet it answered all.');
  } else if (answers.some((answer) => answer?.status !== 201))
    says(`the answers were ${answers.map((answer) => answer?.status ?? 'none').join()}.`);
  else if (!answers.some(({ headers }) => headers['idempotency-replayed'] === 'true'))
    says('nobody found out by a key.');
  for (const [place, request] of requests.entries()) {
    const again = await server.send(request);
    if (again?.status !== 201) says(`a repeat was answered with ${again?.status}.`);
    const first = answers[place];
    if (first !== null && first?.text !== again?.text) says('a repeat has another answer.');
  }
  const made = (await chargesUnder(server, index)) - before;
  if (made !== requests.length) says(`${requests.length} requests have made ${made} charges.`);
  return wrong;
}

async function chargesUnder(server, index) {
  const [{ count }] = await server.query('select count(*)::int as count from charging.charge where agreement = $1', [
    agreementNumber(index),
  ]);
  return count;
}
