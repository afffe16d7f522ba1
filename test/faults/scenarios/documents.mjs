/** Invoices, credit notes and settlements that meet over one draft, one charge or one remainder. */
import { done, outcomeOf } from '../in-process.mjs';
import {
  charges,
  commit,
  credit,
  discard,
  eitherWay,
  invoices,
  inWords,
  issue,
  locking,
  prepare,
  propose,
  settle,
  stateOf,
} from './shared.mjs';

const issuing = [locking, /number_series/, commit];
const crediting = [locking, /credited_usd = /, commit];

/** Issued invoices, and of each a settlement that waits. */
async function payable(books, count, options) {
  const all = await invoices(books, count, { issued: true, ...options });
  for (const [index, invoice] of all.entries())
    invoice.settlement = await propose(books, invoice.number, `JV-${index}`);
  return all;
}

export const documents = {
  'one draft issued twice': {
    sessions: 2,
    setUp: (books, count) => invoices(books, count, { issued: false }),
    sessionsOf: (books, { id }) => [0, 1].map(() => issue(books, issuing, id)),
    outcome: inWords,
    expected: eitherWay('INVOICE_NOT_IN_STATE'),
  },
  'one draft issued and let go': {
    sessions: 2,
    setUp: (books, count) => invoices(books, count, { issued: false }),
    sessionsOf: (books, { id }) => [
      issue(books, issuing, id),
      discard(books, [locking, /update invoicing\.invoice_line/, commit], id),
    ],
    outcome: inWords,
    expected: eitherWay('INVOICE_NOT_IN_STATE'),
  },
  'two invoices over one charge': {
    sessions: 2,
    setUp: (books, count) => charges(books, count, { each: 1, certified: true }),
    sessionsOf: (books, ids, index) =>
      [0, 1].map(() => prepare(books, [locking, /insert into "?invoicing/, commit], ids, index)),
    outcome: inWords,
    expected: eitherWay('CHARGE_INVOICED_ALREADY'),
  },
  'two credits of one remainder': {
    sessions: 2,
    setUp: (books, count) => invoices(books, count, { issued: true, quantity: '10' }),
    sessionsOf: (books, invoice) => [0, 1].map(() => credit(books, crediting, invoice, '6')),
    outcome: inWords,
    expected: eitherWay('CREDIT_ABOVE_REMAINDER'),
  },
  'one settlement approved twice': {
    sessions: 2,
    setUp: (books, count) => payable(books, count, {}),
    sessionsOf: (books, { settlement }) =>
      [0, 1].map(() => settle(books, [locking, /settlement_line/, commit], settlement)),
    outcome: inWords,
    expected: eitherWay('SETTLEMENT_DECIDED_ALREADY'),
  },
  'a credit note drafted over an invoice, and its settlement': {
    sessions: 2,
    setUp: (books, count) => payable(books, count, { quantity: '10' }),
    sessionsOf: (books, invoice) => [
      credit(books, [locking, /insert into "?invoicing/, commit], invoice, '6'),
      settle(books, [locking, /update charging\.charge/, commit], invoice.settlement),
    ],
    outcome: async (books, outcomes, { charges: [charge] }) =>
      `${inWords(books, outcomes)}: ${await stateOf(books, charge)}, owed ${await owed(books, charge)}`,
    // What is drafted gives nothing back yet.
    expected: ['ok, ok: SETTLED, owed 0.00'],
  },
  'a credit note over a whole invoice, and its settlement': {
    sessions: 2,
    setUp: async (books, count) => {
      const all = await payable(books, count, {});
      for (const invoice of all) invoice.note = (await done(credit(books, [], invoice, '1').work())).id;
      return all;
    },
    sessionsOf: (books, { settlement, note }) => [
      issue(books, [/number_series/, /state = 'CREDITED'/, commit], note),
      settle(books, [locking, /update charging\.charge/, commit], settlement),
    ],
    outcome: async (books, outcomes, { charges: [charge] }) =>
      `${inWords(books, outcomes)}: ${await stateOf(books, charge)}, owed ${await owed(books, charge)}`,
    // The charge ends as given back. A note that comes first was issued since the settlement was proposed, and what is paid over it is
    // looked at anew; where the payment comes first, the client is owed it again.
    expected: ['ok, CREDITED_SINCE_PROPOSED: CREDITED, owed 0.00', 'ok, ok: CREDITED, owed -920.00'],
  },
  'two credits of one remainder, and the settlement of their invoice': {
    sessions: 3,
    setUp: (books, count) => payable(books, count, { quantity: '10' }),
    sessionsOf: (books, invoice) => [
      ...[0, 1].map(() => credit(books, crediting, invoice, '6')),
      settle(books, [locking, /update charging\.charge/, commit], invoice.settlement),
    ],
    outcome: async (books, outcomes, { charges: [charge] }) => {
      const [one, other, settlement] = outcomes.map(outcomeOf);
      return `${[one, other].sort().join(', ')}; ${settlement}: ${await stateOf(books, charge)}`;
    },
    expected: ['CREDIT_ABOVE_REMAINDER, ok; ok: SETTLED'],
  },
};

/** What the client's book says it owes for a charge's invoice after all: USD, less than zero where it is to be given back. */
async function owed(books, charge) {
  const [{ amount }] = await books.query(
    `select coalesce(-sum(posting.amount_usd), 0)::numeric(18, 2)::text as amount
     from ledger.posting join ledger.journal_entry as entry on entry.id = posting.entry_id
     where entry.book = 'BRS' and posting.account = 'PAYABLE'
       and posting.agreement = (select agreement from charging.charge where id = $1)`,
    [charge],
  );
  return amount;
}
