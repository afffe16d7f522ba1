/**
 * Sessions that take turns: each waits before certain statements until the schedule lets it go on. A session is told by the
 * asynchronous context of its request, and its statements are held where they enter node-postgres: the product knows
 * nothing of it. Who is blocked by a lock of another is what PostgreSQL says (pg_blocking_pids).
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const inSession = new AsyncLocalStorage();
const pgQuery = pg.Client.prototype.query;
/** Neither at a gate nor blocked by a lock for so long: it waits for something within the process. */
const quietMs = 400;
const stuckMs = 30_000;
const deadlockFound = '40P01';

pg.Client.prototype.query = function query(...given) {
  const session = inSession.getStore();
  if (session === undefined || typeof given.at(-1) === 'function') return pgQuery.apply(this, given);
  const sql = typeof given[0] === 'string' ? given[0] : (given[0]?.text ?? '');
  return session.inTurn(this, sql, () => answered(this, given));
};

/** A query that comes ready-made tells its callback, and node-postgres gives no promise for it. */
function answered(client, [query, ...others]) {
  if (typeof query.callback !== 'function') return pgQuery.call(client, query, ...others);
  const told = query.callback;
  return new Promise((resolve) => {
    query.callback = (error, result) => {
      resolve(error ? { error } : undefined);
      told(error, result);
    };
    pgQuery.call(client, query, ...others);
  });
}

class Session {
  constructor(work, cuts) {
    this.cuts = cuts;
    this.stretch = 0; // which part of its statements it is in
    this.allowed = -1;
    this.state = 'new';
    this.work = work;
    this.last = Promise.resolve();
    this.passedAt = [];
    this.deadlocks = 0;
  }

  /** One more stretch: up to its next cut, its end, or a lock of another session. */
  letGo() {
    this.allowed += 1;
    if (this.state === 'new') {
      this.state = 'running';
      this.outcome = inSession.run(this, () => this.work()).finally(() => (this.state = 'over'));
      this.outcome.catch(() => undefined);
    }
    this.wake?.();
  }

  /** What the product sends together comes one by one here, each once the one before is answered: then all orders are seen. */
  inTurn(client, sql, send) {
    const answer = this.last.then(() => this.beforeStatement(client, sql)).then(send);
    this.last = answer.then(
      (result) => this.afterStatement(result?.error),
      (error) => this.afterStatement(error),
    );
    return answer;
  }

  afterStatement(error) {
    if (error?.code === deadlockFound) this.deadlocks += 1;
  }

  async beforeStatement(client, sql) {
    this.client = client;
    this.lastStatement = performance.now();
    if (this.cuts[this.stretch]?.test(sql)) this.stretch += 1;
    while (this.stretch > this.allowed) {
      this.state = 'at a gate';
      await new Promise((resolve) => (this.wake = resolve));
    }
    this.state = 'running';
    this.lastStatement = performance.now();
    while (this.passedAt.length < this.stretch) this.passedAt.push(this.lastStatement);
    if (/^commit/i.test(sql)) this.committedAt = this.lastStatement;
  }
}

/**
 * Runs the sessions in this order: a list of their places, each as often as it has stretches.
 * Answers their outcomes, when each came past its cuts and sent its last COMMIT, how often one had to wait for another's lock,
 * and how often they waited for each other, which the database ends by refusing one of them.
 */
export async function inOrder(sessions, order, blockersOf) {
  const all = sessions.map(({ work, cuts }) => new Session(work, cuts));
  let blocked = 0;
  for (const place of order) {
    const session = all[place];
    session.letGo();
    if (await settles(session, blockersOf)) blocked += 1;
  }
  for (const session of all) while (session.allowed < session.cuts.length) session.letGo();
  const stuck = pause(stuckMs, 'stuck', { ref: false });
  const outcomes = await Promise.race([Promise.all(all.map(({ outcome }) => outcome)), stuck]);
  if (outcomes === 'stuck') throw new Error(`The order ${order.join('')} does not come to an end.`);
  return {
    outcomes,
    blocked,
    deadlocks: all.reduce((sum, { deadlocks }) => sum + deadlocks, 0),
    committedAt: all.map(({ committedAt }) => committedAt),
    passedAt: all.map(({ passedAt }) => passedAt),
  };
}

/** Until it stands at its next gate or is over (false), or waits for another (true). */
async function settles(session, blockersOf) {
  const since = performance.now();
  for (;;) {
    if (session.state === 'at a gate' && session.stretch > session.allowed) return false;
    if (session.state === 'over') return false;
    await pause(1);
    const sinceStatement = performance.now() - Math.max(since, session.lastStatement ?? 0);
    if (sinceStatement < 4) continue; // most are through by then, and nobody needs to be asked
    if (session.client !== undefined && (await blockersOf(session.client.processID)) > 0) return true;
    if (sinceStatement > quietMs && session.state !== 'at a gate') return true;
  }
}

/** All orders of sessions with so many stretches each: 4 and 4 make 70. */
export function allOrders(stretches) {
  const orders = [];
  const extend = (order, left) => {
    if (left.every((count) => count === 0)) orders.push(order);
    for (const [place, count] of left.entries()) if (count > 0) extend([...order, place], left.with(place, count - 1));
  };
  extend([], stretches);
  return orders;
}

/** One of them by chance, every one as likely, where there are too many to list. */
export function oneOrder(stretches, random) {
  const left = stretches.flatMap((count, place) => Array(count).fill(place));
  for (let index = left.length - 1; index > 0; index -= 1) {
    const other = random.below(index + 1);
    [left[index], left[other]] = [left[other], left[index]];
  }
  return left;
}
