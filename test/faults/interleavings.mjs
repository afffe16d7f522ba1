/**
 * Two or three requests that want the same thing, in every order in which their statements can come. In each order the
 * rule holds, and all orders together end in exactly the outcomes that are written down here.
 */
import { progress } from '../support/progress.mjs';
import { connectTo } from './database.mjs';
import { booksInProcess } from './in-process.mjs';
import { brokenInvariants } from './invariants.mjs';
import { mutants } from './interleaving-mutants.mjs';
import { scenarios } from './interleaving-scenarios.mjs';
import { mutantOf, product } from './product.mjs';
import { allOrders, inOrder, oneOrder } from './stepwise.mjs';

export const name = 'interleavings';
export const about = 'every order of two writers that meet, and many of three';

const quickOrders = 12;
/** What is counted over a month or a ledger grows with it: in large books the last orders would take the longest. */
const ordersInBooks = 70;
const ordersOfThree = { quick: 6, full: 2000 };

export async function run({ full, random }) {
  const found = { orders: 0, blocked: 0, scenarios: {}, wrong: [] };
  for (const [what, scenario] of Object.entries(scenarios)) {
    const tried = await triedInOrders(product, what, scenario, ordersFor(scenario, full, random), { all: full });
    found.orders += tried.orders;
    found.blocked += tried.blocked;
    found.wrong.push(...tried.wrong);
    found.scenarios[what] = { orders: tried.orders, blocked: tried.blocked, outcomes: tried.outcomes };
  }
  const tried = [];
  for (const [mutant, seen] of Object.entries(mutants)) tried.push(await mutantTried(mutant, seen, full));
  return { runs: found.orders, holds: found.wrong.length === 0, result: found, mutants: tried };
}

function ordersFor({ sessions }, full, random) {
  const stretches = Array(sessions).fill(4);
  if (sessions > 2)
    return Array.from({ length: ordersOfThree[full ? 'full' : 'quick'] }, () => oneOrder(stretches, random));
  const all = allOrders(stretches);
  // One after the other, both ways, is always among them: what may happen at all happens there.
  return full ? all : [all[0], ...random.some(all.slice(1, -1), quickOrders - 2), all.at(-1)];
}

/** Every order of the scenario that a mutant is to be seen in; in a quick run until it is. */
async function mutantTried(name, { what, changes, prepare }, full) {
  const mutant = mutantOf(changes);
  const options = { all: full, prepare, untilWrong: !full };
  const tried = await triedInOrders(mutant, what, scenarios[what], allOrders([4, 4]), options);
  await mutant.remove();
  return { name, caught: tried.wrong.length > 0, result: shortened(tried) };
}

function shortened({ orders, blocked, outcomes, wrong }) {
  return { orders, blocked, outcomes, wrong: wrong.length, first: wrong[0] };
}

/**
 * Every order on things of its own, `untilWrong` until one is, and then the books as a whole. In none of them do the sessions
 * wait for each other: each takes what it locks in one order.
 */
async function triedInOrders(build, what, scenario, orders, { all, untilWrong = false, prepare = () => undefined }) {
  const tried = { orders: 0, blocked: 0, outcomes: {}, wrong: [] };
  const said = `${name}, ${what}${build === product ? '' : ', mutant'}`;
  const inBooks = untilWrong ? quickOrders : ordersInBooks; // what ends soon is not set up for all
  for (let from = 0; from < orders.length && !(untilWrong && tried.wrong.length > 0); from += inBooks) {
    const part = orders.slice(from, from + inBooks);
    // As many as a quick run needs, at least: what needs no more is cloned from the same books.
    const agreements = 2 * Math.max(part.length, quickOrders);
    const books = await booksInProcess(build, { agreements, limits: scenario.limits });
    await prepare(books);
    const onOrder = (place) => progress(said, from + place, orders.length);
    await triedIn(books, { what, scenario, untilWrong, onOrder }, part, tried);
    await books.close();
  }
  progress(said, orders.length, orders.length);
  if (all && scenario.sessions === 2)
    for (const outcome of scenario.expected)
      if (tried.outcomes[outcome] === undefined) tried.wrong.push(`${what}: no order ended in "${outcome}"`);
  return tried;
}

/** Adds to `tried` what came of these orders in one set of books. */
async function triedIn(books, { what, scenario, untilWrong, onOrder }, orders, tried) {
  const watcher = await connectTo(books.connection, books.connection.database);
  const blockersOf = async (processId) =>
    (await watcher.query('select cardinality(pg_blocking_pids($1)) as count', [processId]))[0].count;
  const things = await scenario.setUp(books, orders.length);
  for (const [index, order] of orders.entries()) {
    if (untilWrong && tried.wrong.length > 0) break;
    onOrder(index);
    const sessions = await scenario.sessionsOf(books, things[index], index);
    const { outcomes, blocked, deadlocks, committedAt, passedAt } = await inOrder(sessions, order, blockersOf);
    const outcome = await scenario.outcome(books, outcomes, things[index], index);
    tried.orders += 1;
    tried.blocked += blocked;
    tried.outcomes[outcome] = (tried.outcomes[outcome] ?? 0) + 1;
    const broken = scenario.broken?.(outcomes, committedAt, passedAt);
    const place = `${what}, order ${order.map((session) => 'ABC'[session]).join('')}`;
    if (!scenario.expected.includes(outcome))
      tried.wrong.push(`${place}: ended in "${outcome}", which is not expected`);
    if (broken) tried.wrong.push(`${place}: ${broken}`);
    if (deadlocks > 0) tried.wrong.push(`${place}: they waited for each other`);
  }
  for (const { rule, first } of await brokenInvariants(books.query))
    tried.wrong.push(`${what}: ${rule} does not hold, ${JSON.stringify(first)}`);
  await watcher.end();
}
