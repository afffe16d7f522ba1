/** Charges that are certified while somebody else is at the same ceiling, month or rate. */
import { randomUUID } from 'node:crypto';
import { done, outcomeOf } from '../in-process.mjs';
import {
  certify,
  charges,
  commit,
  eitherWay,
  inWords,
  isDone,
  locking,
  numberOf,
  openMonthAgain,
  proposeClosing,
  session,
  signMonth,
} from './shared.mjs';

export const certifications = {
  'two certifications, one budget line': {
    sessions: 2,
    limits: { allotmentUsd: '1000.00' }, // a day of 920.00, and no second
    setUp: (books, count) => charges(books, count, { each: 2, back: true }),
    sessionsOf: (books, ids) =>
      ids.map((id) =>
        certify(books, [locking, /budget\.charge_lines|update budget\.budget_line/, commit], id, 'MINAMATA.certifying'),
      ),
    outcome: inWords,
    expected: eitherWay('BUDGET_LINE_EXCEEDED'),
  },
  'two certifications, one ceiling': {
    sessions: 2,
    limits: { ceilingUsd: '1000.00' },
    setUp: (books, count) => charges(books, count, { each: 2 }),
    sessionsOf: (books, ids) => ids.map((id) => certify(books, [locking, /update agreements\.agreement/, commit], id)),
    outcome: inWords,
    expected: eitherWay('AGREEMENT_CEILING_EXCEEDED'),
  },
  'three certifications, a ceiling for two': {
    sessions: 3,
    limits: { ceilingUsd: '2000.00' },
    setUp: (books, count) => charges(books, count, { each: 3 }),
    sessionsOf: (books, ids) => ids.map((id) => certify(books, [locking, /update agreements\.agreement/, commit], id)),
    outcome: (_, outcomes) => outcomes.map(outcomeOf).sort().join(', '),
    expected: ['AGREEMENT_CEILING_EXCEEDED, ok, ok'],
  },
  'one charge certified twice': {
    sessions: 2,
    setUp: (books, count) => charges(books, count, { each: 1 }),
    sessionsOf: (books, [id]) => [0, 1].map(() => certify(books, [locking, /update charging\.charge/, commit], id)),
    outcome: inWords,
    expected: eitherWay('CHARGE_NOT_IN_STATE'),
  },
  'one request sent twice': {
    sessions: 2,
    setUp: (_, count) => Array.from({ length: count }, () => randomUUID()),
    sessionsOf: (books, key, index) =>
      [0, 1].map(() =>
        session(
          books,
          [/insert into "?charging"?\."?charge"? /, /insert into platform\.request_key/, commit],
          '/api/v1/charges',
          {
            by: 'MINAMATA.finance',
            key,
            body: { agreement: numberOf(index), item: 'DOC-CTL', quantity: '1', deliveredOn: '2025-05-09' },
          },
        ),
      ),
    outcome: (_, outcomes) => `${inWords(_, outcomes)}, ${outcomes[0].text === outcomes[1].text ? 'equal' : 'unequal'}`,
    expected: ['ok, ok, equal'],
  },
  'a certification, and the signature that closes its month': {
    sessions: 2,
    setUp: async (books, count) => {
      const ids = await charges(books, count, { each: 1 });
      await proposeClosing(books);
      return ids;
    },
    sessionsOf: (books, [id]) => [
      certify(books, [locking, /journal_entry_id_seq/, commit], id),
      signMonth(books, [/hold_period/, /insert into ledger\.period_act/, commit]),
    ],
    outcome: async (books, outcomes) => {
      await openMonthAgain(books);
      return inWords(books, outcomes);
    },
    // Where the month was signed after the ledger had looked, the database refuses, and the ledger looks again.
    expected: ['ok, ok', 'ADJUSTMENT_NEEDS_REASON, ok'],
    broken: postedAfterItWasSigned,
  },
  'two certifications of one ceiling, and the signature that closes their month': {
    sessions: 3,
    limits: { ceilingUsd: '1000.00' }, // a day of 920.00, and no second
    setUp: async (books, count) => {
      const ids = await charges(books, count, { each: 2 });
      await proposeClosing(books);
      return ids;
    },
    sessionsOf: (books, ids) => [
      ...ids.map((id) => certify(books, [/journal_entry_id_seq/, /update agreements\.agreement/, commit], id)),
      signMonth(books, [/hold_period/, /insert into ledger\.period_act/, commit]),
    ],
    outcome: async (books, outcomes) => {
      await openMonthAgain(books);
      const [one, other, signature] = outcomes.map(outcomeOf);
      return `${[one, other].sort().join(', ')}; ${signature}`;
    },
    // One at most, and only before the month is signed.
    expected: [
      'AGREEMENT_CEILING_EXCEEDED, ok; ok',
      'ADJUSTMENT_NEEDS_REASON, ok; ok',
      'ADJUSTMENT_NEEDS_REASON, ADJUSTMENT_NEEDS_REASON; ok',
    ],
    broken: postedAfterItWasSigned,
  },
  'a rate loaded while a cost in it is recorded': {
    sessions: 2,
    // Loaded by one: the second hand, which puts it in force, is in the race.
    setUp: async (books, count) => {
      const days = Array.from({ length: count }, (_, index) => dayOf(index));
      await done(
        books.ask('POST', '/api/v1/operational-rates', { by: 'MINAMATA.finance', body: { rates: days.map(rateOf) } }),
      );
      return days;
    },
    sessionsOf: (books, day, index) => [
      session(books, [/operational_rate/, /insert into "?charging"?\."?charge"? /, commit], '/api/v1/charges', {
        by: 'MINAMATA.finance',
        body: {
          id: `RATE-${index}`,
          agreement: numberOf(index),
          item: 'BDG-RNT',
          quantity: '1',
          deliveredOn: day,
          actualCost: { amount: '100.00', currency: 'EUR' },
          evidence: 'a receipt',
        },
      }),
      session(books, [/"?rates"?\."?operational_rate/, /insert into "?rates/, commit], '/api/v1/operational-rates', {
        by: 'BRS.finance',
        body: { rates: [rateOf(day)] },
      }),
    ],
    // Frozen as it was read: the rate of that day, or the one before it where the new one came later.
    outcome: async (books, outcomes, day) => {
      if (!outcomes.every(isDone)) return inWords(books, outcomes);
      const [{ rate }] = await books.query(
        `select case when rate_effective_on = $1::date then 'new' else 'old' end as rate from charging.charge
         where original_currency = 'EUR' and delivered_on = $1::date`,
        [day],
      );
      return `${rate} rate, ok`;
    },
    // Read before the new rate came and written after: the books refuse it, for its price would be of no rate in force.
    expected: ['old rate, ok', 'new rate, ok', 'PRICED_WITH_ANOTHER_RATE, ok'],
  },
};

/** The signature is the last of the sessions. */
function postedAfterItWasSigned(outcomes, committedAt) {
  const signedAt = committedAt.at(-1);
  return outcomes.slice(0, -1).some((certified, place) => isDone(certified) && committedAt[place] > signedAt)
    ? 'it was posted after the figures were signed'
    : null;
}

const rateOf = (day) => ({ currency: 'EUR', effectiveOn: day, unitsPerUsd: '0.500' });

/** Days of 2025 on which the sample has no rate of its own; far enough apart to know them by. */
function dayOf(index) {
  return new Date(Date.UTC(2025, 4, 2 + index * 2)).toISOString().slice(0, 10);
}
