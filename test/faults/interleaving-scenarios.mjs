/** Who meets whom over what, where they are held, and in what it may end. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { opened } from '../support/open-things.mjs';
import { agreementNumber } from '../support/scenario.mjs';
import { anActInSql } from './database.mjs';
import { done, outcomeOf } from './in-process.mjs';

// Agreements with an even index sell from MINAMATA to BRS, whose three funds share; one with an odd index sells back and
// is borne by one budget line.
const numberOf = (index, back = false) => agreementNumber(index * 2 + (back ? 1 : 0));
const commit = /^commit/i;

/** Records, confirms and, where asked, certifies `each` charges under every agreement; answers their ids by agreement. */
async function charges(books, count, { each, quantity = '1', certified = false, back = false }) {
  const groups = Array.from({ length: count }, (_, index) =>
    Array.from({ length: each }, (_, one) => `I-${back ? 'B' : 'A'}-${index}-${one}`),
  );
  const drafts = groups.flatMap((ids, index) =>
    ids.map((id) => ({ id, agreement: numberOf(index, back), item: 'DOC-CTL', quantity, deliveredOn: '2025-05-09' })),
  );
  const [provider, client] = back ? ['BRS', 'MINAMATA'] : ['MINAMATA', 'BRS'];
  for (let from = 0; from < drafts.length; from += 500) {
    const part = drafts.slice(from, from + 500);
    const named = { charges: part.map(({ id }) => id) };
    await done(books.ask('POST', '/api/v1/charges/batches', { by: `${provider}.finance`, body: { charges: part } }));
    await done(books.ask('POST', '/api/v1/charges/receipts', { by: `${client}.finance`, body: named }));
    if (certified)
      await done(books.ask('POST', '/api/v1/charges/certifications', { by: `${client}.certifying`, body: named }));
  }
  return groups;
}

/** An invoice over the charges of each agreement; answers { id, number, charges }. */
async function invoices(books, count, { issued, quantity = '1' }) {
  const all = [];
  for (const [index, ids] of (await charges(books, count, { each: 1, quantity, certified: true })).entries()) {
    const body = { agreement: numberOf(index), charges: ids };
    const { id } = await done(books.ask('POST', '/api/v1/invoices', { by: 'MINAMATA.finance', body }));
    const number = issued
      ? (await done(books.ask('POST', `/api/v1/invoices/${id}/issuance`, { by: 'MINAMATA.approving', seen: '*' })))
          .number
      : null;
    all.push({ id, number, charges: ids });
  }
  return all;
}

const session = (books, cuts, path, options) => ({ cuts, work: () => books.ask('POST', path, options) });
const certify = (books, cuts, id, by = 'BRS.certifying') =>
  session(books, cuts, `/api/v1/charges/${id}/certification`, { by, seen: '*' });
/** Of the day on which all these charges are delivered. */
const month = '/api/v1/periods/2025-05';
const propose = (books) => done(books.ask('POST', `${month}/closing`, { by: 'BRS.finance', seen: '*' }));
const inWords = (_, outcomes) => outcomes.map(outcomeOf).join(', ');
const eitherWay = (refusal) => [`ok, ${refusal}`, `${refusal}, ok`];

export const scenarios = {
  'two certifications, one budget line': {
    sessions: 2,
    limits: { allotmentUsd: '1000.00' }, // a day of 920.00, and no second
    setUp: (books, count) => charges(books, count, { each: 2, back: true }),
    sessionsOf: (books, ids) =>
      ids.map((id) =>
        certify(
          books,
          [/for (no key )?update/i, /budget\.charge_lines|update budget\.budget_line/, commit],
          id,
          'MINAMATA.certifying',
        ),
      ),
    outcome: inWords,
    expected: eitherWay('BUDGET_LINE_EXCEEDED'),
  },
  'two certifications, one ceiling': {
    sessions: 2,
    limits: { ceilingUsd: '1000.00' },
    setUp: (books, count) => charges(books, count, { each: 2 }),
    sessionsOf: (books, ids) =>
      ids.map((id) => certify(books, [/for (no key )?update/i, /update agreements\.agreement/, commit], id)),
    outcome: inWords,
    expected: eitherWay('AGREEMENT_CEILING_EXCEEDED'),
  },
  'three certifications, a ceiling for two': {
    sessions: 3,
    limits: { ceilingUsd: '2000.00' },
    setUp: (books, count) => charges(books, count, { each: 3 }),
    sessionsOf: (books, ids) =>
      ids.map((id) => certify(books, [/for (no key )?update/i, /update agreements\.agreement/, commit], id)),
    outcome: (_, outcomes) => outcomes.map(outcomeOf).sort().join(', '),
    expected: ['AGREEMENT_CEILING_EXCEEDED, ok, ok'],
  },
  'one charge certified twice': {
    sessions: 2,
    setUp: (books, count) => charges(books, count, { each: 1 }),
    sessionsOf: (books, [id]) =>
      [0, 1].map(() => certify(books, [/for (no key )?update/i, /update charging\.charge/, commit], id)),
    outcome: inWords,
    expected: eitherWay('CHARGE_NOT_IN_STATE'),
  },
  'a certification, and the end of its designation': {
    sessions: 2,
    // Each order has a certifying officer of its own, whose designation ends the day before.
    setUp: async (books, count) => {
      await books.arrange(
        [
          `insert into identity.person (code, name, secretariat)
           select 'BRS.certifying-' || n, 'Certifying officer ' || n, 'BRS' from generate_series(0, $1 - 1) as n`,
          [count],
        ],
        [
          `insert into identity.designation (person, duty, fund, valid_from, valid_to)
           select 'BRS.certifying-' || n, 'CERTIFYING_OFFICER', fund, date '2025-01-01', date '2025-12-31'
           from generate_series(0, $1 - 1) as n cross join unnest(array['BC', 'RO', 'SC']) as fund`,
          [count],
        ],
      );
      await books.signEverybodyIn();
      return charges(books, count, { each: 1 });
    },
    sessionsOf: (books, ids, index) => [
      certify(
        books,
        [/hold_designations|for (no key )?update/i, /update charging\.charge/, commit],
        ids[0],
        `BRS.certifying-${index}`,
      ),
      { cuts: [/^update/, commit, /^select/], work: () => endDesignation(books, `BRS.certifying-${index}`) },
    ],
    outcome: inWords,
    expected: ['ok, ok', 'NOT_DESIGNATED, ok'],
    broken: ([certified], [certifiedAt, endedAt]) =>
      certified.status < 300 && certifiedAt > endedAt ? 'it was certified after the designation had ended' : null,
  },
  'one draft issued twice': {
    sessions: 2,
    setUp: (books, count) => invoices(books, count, { issued: false }),
    sessionsOf: (books, { id }) =>
      [0, 1].map(() =>
        session(books, [/for (no key )?update/i, /number_series/, commit], `/api/v1/invoices/${id}/issuance`, {
          by: 'MINAMATA.approving',
          seen: '*',
        }),
      ),
    outcome: inWords,
    expected: eitherWay('INVOICE_NOT_IN_STATE'),
  },
  'one draft issued and let go': {
    sessions: 2,
    setUp: (books, count) => invoices(books, count, { issued: false }),
    sessionsOf: (books, { id }) => [
      session(books, [/for (no key )?update/i, /number_series/, commit], `/api/v1/invoices/${id}/issuance`, {
        by: 'MINAMATA.approving',
        seen: '*',
      }),
      session(
        books,
        [/for (no key )?update/i, /update invoicing\.invoice_line/, commit],
        `/api/v1/invoices/${id}/discard`,
        {
          by: 'MINAMATA.finance',
          seen: '*',
        },
      ),
    ],
    outcome: inWords,
    expected: eitherWay('INVOICE_NOT_IN_STATE'),
  },
  'two invoices over one charge': {
    sessions: 2,
    setUp: (books, count) => charges(books, count, { each: 1, certified: true }),
    sessionsOf: (books, ids, index) =>
      [0, 1].map(() =>
        session(books, [/for (no key )?update/i, /insert into "?invoicing/, commit], '/api/v1/invoices', {
          by: 'MINAMATA.finance',
          body: { agreement: numberOf(index), charges: ids },
        }),
      ),
    outcome: inWords,
    expected: eitherWay('CHARGE_INVOICED_ALREADY'),
  },
  'two credits of one remainder': {
    sessions: 2,
    setUp: (books, count) => invoices(books, count, { issued: true, quantity: '10' }),
    sessionsOf: (books, { number, charges: [charge] }) =>
      [0, 1].map(() =>
        session(
          books,
          [/for (no key )?update/i, /credited_usd = /, commit],
          `/api/v1/invoices/${number}/credit-notes`,
          {
            by: 'MINAMATA.finance',
            body: { lines: [{ charge, quantity: '6' }], reason: 'not delivered' },
          },
        ),
      ),
    outcome: inWords,
    expected: eitherWay('CREDIT_ABOVE_REMAINDER'),
  },
  'one invoice settled twice': {
    sessions: 2,
    setUp: (books, count) => invoices(books, count, { issued: true }),
    sessionsOf: (books, { number }, index) =>
      ['A', 'B'].map((voucher) =>
        session(books, [/for (no key )?update/i, /settlement_line/, commit], '/api/v1/settlements', {
          by: 'BRS.finance',
          body: {
            documents: [number],
            method: 'JOURNAL_VOUCHER',
            externalNumber: `JV-${index}-${voucher}`,
            valueOn: '2025-12-31',
          },
        }),
      ),
    outcome: inWords,
    expected: eitherWay('DOCUMENT_SETTLED_ALREADY'),
  },
  'one request sent twice': {
    sessions: 2,
    setUp: (_, count) => Array.from({ length: count }, () => randomUUID()),
    sessionsOf: (books, key, index) =>
      [0, 1].map(() =>
        session(
          books,
          [/insert into platform\.request_key/, /insert into "?charging"?\."?charge"? /, commit],
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
      await propose(books);
      return ids;
    },
    sessionsOf: (books, [id]) => [
      certify(books, [/for (no key )?update/i, /journal_entry_id_seq/, commit], id),
      session(books, [/hold_period/, /insert into ledger\.period_act/, commit], `${month}/signatures`, {
        by: 'BRS.approving',
        seen: '*',
      }),
    ],
    outcome: async (books, outcomes) => {
      // The month is opened again for the next order.
      const by = 'MINAMATA.approving';
      await done(books.ask('POST', `${month}/withdrawals`, { by, seen: '*', body: { reason: 'the next order' } }));
      await propose(books);
      return inWords(books, outcomes);
    },
    // Where the month was signed after the ledger had looked, the database refuses, and the ledger looks again.
    expected: ['ok, ok', 'ADJUSTMENT_NEEDS_REASON, ok'],
    broken: ([certified], [certifiedAt, signedAt]) =>
      certified.status < 300 && certifiedAt > signedAt ? 'it was posted after the figures were signed' : null,
  },
  'a certification, and the sealer': {
    sessions: 2,
    setUp: async (books, count) => {
      const seal = await sealingOf(books);
      await seal();
      const there = await charges(books, count, { each: 1 });
      const back = await charges(books, count, { each: 1, back: true });
      return there.map(([id], index) => ({ id, other: back[index][0], seal }));
    },
    sessionsOf: (books, { id, other, seal }) => [
      certify(books, [/for (no key )?update/i, /journal_entry_id_seq/, commit], id),
      {
        // Another posting goes by in between: it is queued later, is committed earlier, and sealed first.
        cuts: [commit, /delete from sealing\.queue/, commit],
        work: async () => {
          const answer = await certify(books, [], other, 'MINAMATA.certifying').work();
          await seal();
          return answer;
        },
      },
    ],
    outcome: async (books, outcomes, { seal }) => {
      await seal();
      const [{ unsealed }] = await books.query(
        `select count(*)::int as unsealed from ledger.journal_entry as entry
         where not exists (select from sealing.leaf where kind = 'journal-entry' and record = entry.id::text)`,
      );
      const [{ gaps }] = await books.query(
        'select (coalesce(max(position), -1) + 1 - count(*))::int as gaps from sealing.leaf',
      );
      return `${inWords(books, outcomes)}, ${unsealed} unsealed, ${gaps} positions missing`;
    },
    expected: ['ok, ok, 0 unsealed, 0 positions missing'],
  },
  'a rate loaded while a cost in it is recorded': {
    sessions: 2,
    setUp: (_, count) => Array.from({ length: count }, (_, index) => dayOf(index)),
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
        body: { rates: [{ currency: 'EUR', effectiveOn: day, unitsPerUsd: '0.500' }] },
      }),
    ],
    // Frozen as it was read: the rate of that day, or the one before it where the new one came later.
    outcome: async (books, outcomes, day) => {
      if (outcomes.some(({ status }) => status >= 300)) return inWords(books, outcomes);
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

/** A log with its key, and the sealer's own way to the books. */
async function sealingOf(books) {
  const { openLog, sealAll } = await books.build.load('libs/sealing/src/index.js');
  const folder = mkdtempSync(join(tmpdir(), 'recoup-log-'));
  opened(() => rmSync(folder, { recursive: true, force: true }));
  const { clock } = books;
  const keyFile = join(folder, 'log.key');
  const key = await books.db.transaction((tx) => openLog(tx, { keyFile, operator: null, clock }));
  const db = await books.sealer();
  return () => sealAll(db, { key, clock });
}

/** Days of 2025 on which the sample has no rate of its own; far enough apart to know them by. */
function dayOf(index) {
  return new Date(Date.UTC(2025, 4, 2 + index * 2)).toISOString().slice(0, 10);
}

/** What an administrator does: the designation ends yesterday. Its own connection, statement by statement. */
async function endDesignation(books, person) {
  const client = new pg.Client(books.connection);
  await client.connect();
  try {
    await client.query('begin');
    await client.query(anActInSql);
    await client.query('update identity.designation set valid_to = $2 where person = $1', [person, '2025-12-30']);
    await client.query('commit');
    await client.query('select 1');
    return { status: 200 };
  } finally {
    await client.end();
  }
}
