/**
 * Readers add up both books, and the totals that are kept beside them, while writers post: each report is one snapshot, so
 * every read is balanced, although it is made of several statements.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { progress } from '../support/progress.mjs';
import { agreementNumber, chargeBody, officersFor } from '../support/scenario.mjs';
import { forTheProgramInSql } from './database.mjs';
import { booksInProcess, done } from './in-process.mjs';
import { brokenInvariants } from './invariants.mjs';
import { mutantOf, product } from './product.mjs';

const agreements = 4;
const writers = 6;
const readers = 2;

export const name = 'bank';
export const about = 'reports of both books under load, each in one snapshot';

export async function run({ full, random }) {
  const charges = full ? 4000 : 240;
  const result = await underLoad(product, { charges, random });
  // Each statement sees what is committed by then: the sums of one report are of several moments.
  const mutant = mutantOf([
    ['libs/platform/src/transaction.js', "db.transaction('REPEATABLE READ'", "db.transaction('READ COMMITTED'"],
  ]);
  const seen = await underLoad(mutant, { charges, random });
  await mutant.remove();
  return {
    runs: result.reads,
    holds: result.unbalanced.length === 0 && result.broken.length === 0 && result.different > 1,
    result,
    mutant: {
      name: 'report at READ COMMITTED',
      caught: seen.unbalanced.length > 0,
      result: { ...seen, unbalanced: seen.unbalanced.length, first: seen.unbalanced[0] },
    },
  };
}

async function underLoad(build, { charges, random }) {
  const books = await booksInProcess(build, { agreements });
  const { inSnapshot } = await build.load('libs/platform/src/index.js');
  const { LedgerService } = await build.load('libs/ledger/src/index.js');
  const ledger = books.get(LedgerService);
  const found = { charges, reads: 0, different: 0, unbalanced: [], broken: [] };
  const seen = new Set();
  let posted = 0;
  let working = true;
  const write = async () => {
    while (posted < charges) {
      posted += 1;
      const index = random.below(agreements);
      const { recorder, receiver, certifier } = officersFor(index);
      const id = `BANK-${posted}`;
      const path = `/api/v1/charges/${id}`;
      await done(books.ask('POST', '/api/v1/charges', { by: recorder, body: { ...chargeBody(posted, index), id } }));
      await done(books.ask('POST', `${path}/receipt`, { by: receiver, seen: '*' }));
      await done(books.ask('POST', `${path}/certification`, { by: certifier, seen: '*' }));
      progress(`${name}, ${build === product ? 'the product' : 'its mutant'}`, posted, charges);
    }
  };
  const read = async () => {
    while (working) {
      const report = await inSnapshot(books.db, (tx) => reportOf(tx, ledger));
      found.reads += 1;
      seen.add(report.sums);
      if (report.wrong !== null) found.unbalanced.push(report.wrong);
      await pause(1);
    }
  };
  const reading = Promise.all(Array.from({ length: readers }, read));
  await Promise.all(Array.from({ length: writers }, write)).finally(() => (working = false));
  await reading;
  found.different = seen.size;
  found.broken = await brokenInvariants(books.query);
  await books.close();
  return found;
}

/** What each agreement's client owes and its provider is due, by statements of their own; and the product's two reports. */
async function reportOf(tx, ledger) {
  const wrong = [];
  const sums = [];
  await tx.query(forTheProgramInSql); // both books
  for (let index = 0; index < agreements; index += 1) {
    const number = agreementNumber(index);
    const owed = await sumOf(tx, number, 'PAYABLE_UNBILLED');
    const due = await sumOf(tx, number, 'RECEIVABLE_UNBILLED');
    sums.push(owed, due);
    if (owed + due !== 0n) wrong.push(`under ${number} the client owes ${-owed} cents and the provider is due ${due}`);
  }
  const balances = await ledger.trialBalance(tx, '2024-2025');
  for (const book of new Set(balances.map((row) => row.book))) {
    const sum = balances.filter((row) => row.book === book).reduce((total, row) => total + cents(row.balanceUsd), 0n);
    if (sum !== 0n) wrong.push(`the trial balance of ${book} is out by ${sum} cents`);
  }
  const both = balances.filter(({ account }) => account.endsWith('_UNBILLED'));
  const kept = both.reduce((total, row) => total + cents(row.balanceUsd), 0n);
  if (kept !== 0n) wrong.push(`the two books differ by ${kept} cents`);
  if (sums.reduce((total, sum) => total + (sum > 0n ? sum : 0n), 0n) !== dueIn(both))
    wrong.push('the agreements do not add up to the trial balance');
  if (!(await ledger.totalsAgreeWithPostings(tx))) wrong.push('the totals are not the postings added up');
  return { sums: sums.join(), wrong: wrong.length === 0 ? null : wrong.join('; ') };
}

function dueIn(rows) {
  return rows
    .filter(({ account }) => account === 'RECEIVABLE_UNBILLED')
    .reduce((sum, row) => sum + cents(row.balanceUsd), 0n);
}

async function sumOf(tx, agreement, account) {
  const [row] = await tx.query(
    'select coalesce(sum(amount_usd), 0)::numeric(18, 2) as sum from ledger.posting where agreement = $1 and account = $2',
    [agreement, account],
  );
  return cents(row.sum);
}

function cents(text) {
  return BigInt(text.replace('.', ''));
}
