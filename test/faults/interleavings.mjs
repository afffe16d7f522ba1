/**
 * Two or three requests that want the same thing, in every order in which their statements can come. In each order the
 * rule holds, and all orders together end in exactly the outcomes that are written down here.
 */
import { progress } from '../support/progress.mjs';
import { connectTo } from './database.mjs';
import { booksInProcess } from './in-process.mjs';
import { brokenInvariants } from './invariants.mjs';
import { scenarios } from './interleaving-scenarios.mjs';
import { mutantOf, product } from './product.mjs';
import { allOrders, inOrder, oneOrder } from './stepwise.mjs';

export const name = 'interleavings';
export const about = 'every order of two writers that meet, and many of three';

const quickOrders = 12;
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
  const mutants = [
    await checkThenWrite(full),
    await unlockedDesignation(full),
    await closedWithoutWaiting(full),
    await sealedByCursor(full),
    await unheldAgreement(full),
  ];
  return { runs: found.orders, holds: found.wrong.length === 0, result: found, mutants };
}

function ordersFor({ sessions }, full, random) {
  const stretches = Array(sessions).fill(4);
  if (sessions > 2)
    return Array.from({ length: ordersOfThree[full ? 'full' : 'quick'] }, () => oneOrder(stretches, random));
  const all = allOrders(stretches);
  // One after the other, both ways, is always among them: what may happen at all happens there.
  return full ? all : [all[0], ...random.some(all.slice(1, -1), quickOrders - 2), all.at(-1)];
}

/** Asks for a ceiling first and writes after: two that have both asked may both write. */
async function checkThenWrite(full) {
  const file = 'libs/budget/src/budget.service.js';
  const mutant = mutantOf([
    ['libs/charging/src/charging.service.js', 'const pairs = locked.map(', 'await this.budget.askFirst(tx, sumByBudgetLine(locked));\n        const pairs = locked.map('],
    [
      file,
      'async charge(tx, amounts) {',
      `asked = new WeakMap();
    async askFirst(tx, amounts) {
        const fits = await tx.query(\`select code from budget.budget_line
           join unnest($1::text[], $2::numeric[]) as one (named, more) on named = code where charged_usd + more <= allotment_usd\`,
            [[...amounts.keys()], [...amounts.values()].map((more) => more.toString())]);
        this.asked.set(tx, fits.map(({ code }) => code));
    }
    async charge(tx, given) {
        const amounts = new Map([...given].filter(([code]) => this.asked.get(tx)?.includes(code) ?? true));
        if (amounts.size < given.size) throw new BudgetLineExceeded([...given.keys()][0], { allotment: Money.zero(), charged: Money.zero(), more: Money.zero() });`,
    ],
    [
      file,
      "'select code from budget.charge_lines($1, $2)'",
      `\`with charged as (
         update budget.budget_line as line set charged_usd = line.charged_usd + wanted.more
         from unnest($1::text[], $2::numeric[]) as wanted (code, more) where line.code = wanted.code returning line.code
       ) select code from charged\``,
    ],
  ]); // prettier-ignore
  const what = 'two certifications, one budget line';
  const prepare = (books) => books.query('alter table budget.budget_line drop constraint budget_line_within_allotment');
  const tried = await triedInOrders(mutant, what, scenarios[what], allOrders([4, 4]), {
    all: full,
    prepare,
    untilWrong: !full,
  });
  await mutant.remove();
  return { name: 'ceiling asked first, written after', caught: tried.wrong.length > 0, result: shortened(tried) };
}

/** Reads a designation without holding it, in the service and in the database: it may end before the certification is there. */
async function unlockedDesignation(full) {
  const mutant = mutantOf([
    [
      'libs/identity/src/identity.service.js',
      "tx.query('select identity.hold_designations($1)', [officer.person])",
      'null',
    ],
    // The database holds them again.
    [
      'migrations/1767225630000-a-step-is-judged-by-its-row.js',
      'perform identity.hold_designations(hand)',
      'perform hand',
    ],
  ]);
  const what = 'a certification, and the end of its designation';
  const tried = await triedInOrders(mutant, what, scenarios[what], allOrders([4, 4]), { all: full, untilWrong: !full });
  await mutant.remove();
  return { name: 'designation read, not held', caught: tried.wrong.length > 0, result: shortened(tried) };
}

/** Looks whether the month is closed, and does not keep it from being closed before the posting is there. */
async function closedWithoutWaiting(full) {
  const mutant = mutantOf([
    [
      'migrations/1767225610000-a-closed-period-takes-no-entry.js',
      'return pg_advisory_xact_lock_shared(1767225610, ledger.period_key(code)) is not null;',
      'return true;',
    ],
  ]);
  const what = 'a certification, and the signature that closes its month';
  const tried = await triedInOrders(mutant, what, scenarios[what], allOrders([4, 4]), { all: full, untilWrong: !full });
  await mutant.remove();
  return { name: 'month looked at, not held', caught: tried.wrong.length > 0, result: shortened(tried) };
}

/** Seals whatever has a higher number than the last that was sealed: what got its number earlier and was committed later is passed by. */
async function sealedByCursor(full) {
  const file = 'libs/sealing/src/seal-batch.service.js';
  const mutant = mutantOf([
    [file, 'where $3::text is null or kind = $3 order', 'where id > ${globalThis.sealedUpTo ?? 0} and ($3::text is null or kind = $3) order'],
    [file, 'select string_agg(leaf_hash', 'select (select max(id) from taken) as last, string_agg(leaf_hash'],
    [file, 'return taken.hashes === null', 'globalThis.sealedUpTo = Number(taken.last ?? globalThis.sealedUpTo ?? 0);\n    return taken.hashes === null'],
  ]); // prettier-ignore
  const what = 'a certification, and the sealer';
  const tried = await triedInOrders(mutant, what, scenarios[what], allOrders([4, 4]), { all: full, untilWrong: !full });
  await mutant.remove();
  return { name: 'sealed by a cursor', caught: tried.wrong.length > 0, result: shortened(tried) };
}

/** Reads an agreement without holding it: it may be signed, and what is provisional promoted, before the charge is there. */
async function unheldAgreement(full) {
  const mutant = mutantOf([
    [
      'libs/agreements/src/agreements.service.js',
      "findAll(tx, ServiceAgreement, 'number', numbers, { held: true })",
      "findAll(tx, ServiceAgreement, 'number', numbers)",
    ],
  ]);
  const what = 'the second signature, and a charge recorded under the agreement';
  const tried = await triedInOrders(mutant, what, scenarios[what], allOrders([4, 4]), { all: full, untilWrong: !full });
  await mutant.remove();
  return { name: 'agreement read, not held', caught: tried.wrong.length > 0, result: shortened(tried) };
}

function shortened({ orders, blocked, outcomes, wrong }) {
  return { orders, blocked, outcomes, wrong: wrong.length, first: wrong[0] };
}

/**
 * Every order on things of its own, `untilWrong` until one is, in one set of books; then the books as a whole. In none of them do
 * the sessions wait for each other: each takes what it locks in one order.
 */
async function triedInOrders(build, what, scenario, orders, { all, untilWrong = false, prepare = () => undefined }) {
  // As many as a quick run needs, at least: what needs no more is cloned from the same books.
  const agreements = 2 * Math.max(orders.length, quickOrders);
  const books = await booksInProcess(build, { agreements, limits: scenario.limits });
  await prepare(books);
  const watcher = await connectTo(books.connection, books.connection.database);
  const blockersOf = async (processId) =>
    (await watcher.query('select cardinality(pg_blocking_pids($1)) as count', [processId]))[0].count;
  const tried = { orders: 0, blocked: 0, outcomes: {}, wrong: [] };
  const things = await scenario.setUp(books, orders.length);
  for (const [index, order] of orders.entries()) {
    if (untilWrong && tried.wrong.length > 0) break;
    progress(`${name}, ${what}${build === product ? '' : ', mutant'}`, index, orders.length);
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
  progress(`${name}, ${what}${build === product ? '' : ', mutant'}`, orders.length, orders.length);
  if (all && scenario.sessions === 2)
    for (const outcome of scenario.expected)
      if (tried.outcomes[outcome] === undefined) tried.wrong.push(`${what}: no order ended in "${outcome}"`);
  for (const { rule, first } of await brokenInvariants(books.query))
    tried.wrong.push(`${what}: ${rule} does not hold, ${JSON.stringify(first)}`);
  await watcher.end();
  await books.close();
  return tried;
}
