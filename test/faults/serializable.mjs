/**
 * A serializable transaction is held open while 1,500 others run beside it, and pairs of certifications race for the last
 * units of a ceiling. The ceiling holds, because a guard keeps it and not the isolation level.
 */
import { progress } from '../support/progress.mjs';
import { agreementNumber } from '../support/scenario.mjs';
import { connectTo } from './database.mjs';
import { booksInProcess, done, outcomeOf } from './in-process.mjs';
import { brokenInvariants } from './invariants.mjs';
import { mutantOf, product } from './product.mjs';

const others = 1500;
const fits = 5; // days of 920.00 that the ceiling allows
const writers = 16;

export const name = 'serializable';
export const about = 'a serializable transaction held open beside 1,500 others, and a ceiling';

export async function run({ full }) {
  const rounds = full ? 20 : 2;
  const result = await raced(product, rounds);
  // No guard: what is certified is added up, and the isolation level is to see to the rest.
  const mutant = mutantOf([
    [
      'libs/charging/src/charging.service.js',
      'const pairs = locked.map(',
      'await this.agreements.addUp(tx, locked);\n        const pairs = locked.map(', // before anything is held that both want
    ],
    [
      'libs/agreements/src/agreements.service.js',
      'async charge(tx, amounts) {',
      `async addUp(tx, charges) {
        const [{ fits }] = await tx.query(\`select bool_and(fits) as fits from (
             select sum(amount_usd) <= ceiling_usd as fits from agreements.agreement join charging.charge on charge.agreement = agreement.number
             where number = any($1) and (certified_by is not null or charge.id = any($2)) group by number) as each\`,
          [charges.map(({ agreement }) => agreement), charges.map(({ id }) => id)]);
        if (!fits) throw new Error('above the ceiling');
    }
    async charge(tx, amounts) {
        return;`,
    ],
    ['libs/budget/src/budget.service.js', 'async drawCash(tx, amounts) {', 'async drawCash(tx, amounts) {\n        return;'],
    ['libs/budget/src/budget.service.js', 'async charge(tx, amounts) {', 'async charge(tx, amounts) {\n        return;'],
  ]); // oxfmt-ignore
  const seen = await raced(mutant, full ? 10 : 3);
  await mutant.remove();
  return {
    runs: result.rounds,
    holds: result.crossed === 0 && result.wrong.length === 0 && result.broken.length === 0,
    result,
    mutant: { name: 'no guard', caught: seen.crossed > 0, result: { ...seen, broken: seen.broken.length } },
  };
}

async function raced(build, rounds) {
  const books = await booksInProcess(build, {
    agreements: rounds * 2,
    limits: { ceilingUsd: `${fits * 920}.00` },
    poolSize: writers,
  });
  const database = books.connection.database;
  const holder = await connectTo(books.connection, database);
  const filler = await connectTo(books.connection, database);
  const found = { rounds, others: 0, certified: [], crossed: 0, wrong: [], broken: [] };
  for (let round = 0; round < rounds; round += 1) {
    progress(`${name}, ${build === product ? 'the product' : 'its mutant'}`, round, rounds);
    const agreement = agreementNumber(round * 2);
    const ids = Array.from({ length: writers }, (_, index) => `S-${round}-${index}`);
    const body = { agreement, item: 'DOC-CTL', quantity: '1', deliveredOn: '2025-05-09' };
    const charges = ids.map((id) => ({ ...body, id }));
    await done(books.ask('POST', '/api/v1/charges/batches', { by: 'MINAMATA.finance', body: { charges } }));
    await done(books.ask('POST', '/api/v1/charges/receipts', { by: 'BRS.finance', body: { charges: ids } }));
    await holder.query('begin isolation level serializable');
    await holder.query('select sum(amount_usd) from charging.charge');
    const filling = fill(filler, found);
    const answers = await Promise.all(
      ids.map((id) => books.ask('POST', `/api/v1/charges/${id}/certification`, { by: 'BRS.certifying', seen: '*' })),
    );
    await filling;
    await holder.query('commit');
    const outcomes = answers.map(outcomeOf);
    found.certified.push(outcomes.filter((outcome) => outcome === 'ok').length);
    found.wrong.push(...outcomes.filter((outcome) => !['ok', 'AGREEMENT_CEILING_EXCEEDED'].includes(outcome)));
    const [{ sum }] = await books.query(
      'select sum(amount_usd)::text as sum from charging.charge where agreement = $1 and certified_by is not null',
      [agreement],
    );
    if (Number(sum) > fits * 920) found.crossed += 1;
    else if (found.certified.at(-1) !== fits) found.wrong.push(`${found.certified.at(-1)} fitted where ${fits} do`);
  }
  progress(`${name}, ${build === product ? 'the product' : 'its mutant'}`, rounds, rounds);
  found.broken = await brokenInvariants(books.query);
  await holder.end();
  await filler.end();
  await books.close();
  return found;
}

/** Serializable transactions that read and write, one after the other, while the first one stays open. */
async function fill({ query }, found) {
  await query('create table if not exists public.filler (id bigint generated always as identity, round integer)');
  for (let one = 0; one < others; one += 1) {
    await query('begin isolation level serializable');
    await query('select count(*) from charging.charge where amount_usd = $1', [one]);
    await query('insert into public.filler (round) values ($1)', [one]);
    await query('commit');
    found.others += 1;
  }
}
