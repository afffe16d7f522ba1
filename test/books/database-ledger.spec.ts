import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Tx } from '#platform';
import { constraintAgainst, constraintBehindTheRights } from '../support/nothing-written.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(60_000); // a database of its own, and papers are drawn: a busy machine may take its time

interface Entry {
  book?: string;
  counterparty?: string;
  event?: string;
  source?: string;
  on?: string;
  biennium?: string;
  pair?: string;
  declared?: number;
  amounts: string[];
}

const pair = '019a0000-0000-7000-8000-00000000000a';
const client: Entry = { amounts: ['920.00', '-920.00'] };
const provider: Entry = { book: 'MINAMATA', counterparty: 'BRS', amounts: ['920.00', '-920.00'] };
const earlier = { pair: '019a0000-0000-7000-8000-0000000000e0', source: 'C-0' };

/** Entries and postings as somebody with a console would write them. Answers the ids. */
async function write(tx: Tx, entries: Entry[]): Promise<string[]> {
  const ids: string[] = [];
  for (const entry of entries) {
    const [row] = await tx.query<{ id: string }[]>(
      `insert into ledger.journal_entry
         (pair_id, book, counterparty, event, source, accounting_on, biennium, posting_count, posted_by, posted_at, body)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'console', now(), '{}') returning id`,
      [
        entry.pair ?? pair,
        entry.book ?? 'BRS',
        entry.counterparty ?? 'MINAMATA',
        entry.event ?? 'CHARGE_CERTIFIED',
        entry.source ?? 'C-1',
        entry.on ?? '2025-05-09',
        entry.biennium ?? '2024-2025',
        entry.declared ?? entry.amounts.length,
      ],
    );
    const id = row?.id ?? '';
    await addPostings(tx, id, entry.amounts);
    ids.push(id);
  }
  return ids;
}

/** With one statement, numbered from `first`. */
async function addPostings(tx: Tx, entry: string, amounts: string[], first = 1, month = '2025-05-01'): Promise<void> {
  await tx.query(
    `insert into ledger.posting (entry_id, book, position, account, fund, budget_line, agreement, item, service_month, amount_usd)
     select $1::bigint, coalesce((select book from ledger.journal_entry where id = $1), 'BRS'), $2 + place - 1, 'EXPENDITURE', 'BC', '', 'CRA-2025-001', 'DOC-CTL', $3::date, amount::numeric
     from unnest($4::text[]) with ordinality as given (amount, place)`,
    [entry, first, month, amounts],
  );
}

describe('past the services, the ledger', () => {
  let office: Office;
  let posted: string; // an entry of an earlier transaction
  beforeAll(async () => {
    office = await Office.open();
    [posted = ''] = await office.arranges((tx) =>
      write(tx, [
        { ...client, ...earlier },
        { ...provider, ...earlier },
      ]),
    );
  });
  afterAll(() => office.close('tampered')); // entries of no charge, written past the services

  const refused = (...entries: Entry[]): Promise<string> => constraintAgainst(office.db, (tx) => write(tx, entries));

  it('takes an entry that balances, with its equal mirror', async () => {
    const other = { pair: '019a0000-0000-7000-8000-00000000000b', source: 'C-2' };
    await expect(
      office.arranges((tx) =>
        write(tx, [
          { ...client, ...other },
          { ...provider, ...other },
        ]),
      ),
    ).resolves.toHaveLength(2);
  });

  it('takes the certification of a charge once, whatever pair it is said to be of', async () => {
    const again = { source: earlier.source };
    expect(await refused({ ...client, ...again }, { ...provider, ...again })).toBe('journal_entry_posted_once');
  });

  it.each<[string, Entry, Entry, string]>([
    ['is out of balance', { amounts: ['920.00', '-919.99'] }, provider, 'journal_entry_balanced'],
    [
      'balances only with its mirror',
      { amounts: ['920.00', '920.00'] },
      { ...provider, amounts: ['-920.00', '-920.00'] },
      'journal_entry_balanced',
    ],
    ['has one leg', { amounts: ['920.00'] }, provider, 'journal_entry_has_two_postings'],
    ['has none', { amounts: [], declared: 2 }, provider, 'journal_entry_complete'],
    [
      'has one posting more than it declares',
      { amounts: ['920.00', '-900.00', '-20.00'], declared: 2 },
      provider,
      'journal_entry_complete',
    ],
    ['has an unequal mirror', { amounts: ['920.01', '-920.01'] }, provider, 'journal_entry_mirrored'],
    ['mirrors another event', { ...client, event: 'INVOICE_ISSUED' }, provider, 'journal_entry_mirrored'],
    ['mirrors another source', { ...client, source: 'C-3' }, provider, 'journal_entry_mirrored'],
    ['mirrors another day', { ...client, on: '2025-05-10' }, provider, 'journal_entry_mirrored'],
    ['mirrors another biennium', { ...client, biennium: '2026-2027' }, provider, 'journal_entry_mirrored'],
    [
      'mirrors another pair',
      { ...client, pair: '019a0000-0000-7000-8000-00000000000d' },
      provider,
      'journal_entry_mirrored',
    ],
    ['is its own counterparty', { ...client, counterparty: 'BRS' }, provider, 'journal_entry_between_two'],
    ['is a second one in the same book', client, client, 'journal_entry_one_in_each_book'],
    ['is in the book of a stranger', { ...client, book: 'UNEP' }, provider, 'journal_entry_of_book'],
    ['is of an event that nobody knows', { ...client, event: 'CORRECTED' }, provider, 'journal_entry_event_known'],
    ['is of no day', { ...client, on: 'infinity' }, provider, 'journal_entry_on_a_day'],
    ['posts nothing', { amounts: ['0.00', '0.00'] }, provider, 'posting_amount_not_zero'],
    ['posts NaN', { amounts: ['NaN', 'NaN'] }, provider, 'posting_amount_not_zero'],
  ])('refuses an entry that %s', async (_, one, other, constraint) => {
    const alike = { pair: '019a0000-0000-7000-8000-00000000000c' };
    expect(await refused({ ...alike, ...one }, { ...alike, ...other })).toBe(constraint);
  });

  it('refuses an entry without a mirror', async () => {
    expect(await refused({ ...client, pair: '019a0000-0000-7000-8000-00000000000e' })).toBe('journal_entry_mirrored');
  });

  it('refuses infinity as an amount', async () => {
    const alone = { pair: '019a0000-0000-7000-8000-00000000000f' };
    expect(await refused({ ...alone, amounts: ['Infinity', '-Infinity'] })).toMatch(/22003/); // numeric(18,2) has no room for it
  });

  it('refuses a posting added to an old entry, and two that balance too', async () => {
    expect(await constraintAgainst(office.db, (tx) => addPostings(tx, posted, ['1.00'], 3))).toBe(
      'posting_with_its_entry',
    );
    expect(await constraintAgainst(office.db, (tx) => addPostings(tx, posted, ['1.00', '-1.00'], 3))).toBe(
      'posting_with_its_entry',
    );
  });

  describe('in the transaction of a good pair', () => {
    const spent = { pair: '019a0000-0000-7000-8000-000000000011' };
    const after = (amounts: string[], first: number): Promise<string> =>
      constraintAgainst(office.db, async (tx) => {
        const [id = ''] = await write(tx, [
          { ...client, ...spent },
          { ...provider, ...spent },
        ]);
        await tx.query('set constraints all immediate'); // every check of the commit is made, and is not made again
        await addPostings(tx, id, amounts, first);
      });

    it.each<[string, string[], number, string]>([
      ['one more posting', ['1.00'], 3, 'journal_entry_balanced'],
      ['two more that balance', ['1.00', '-1.00'], 3, 'journal_entry_complete'],
      ['two more below the first', ['1.00', '-1.00'], -1, 'journal_entry_complete'],
      ['the same ones again', ['920.00', '-920.00'], 1, 'posting_once'],
    ])('refuses %s once its checks are spent', async (_, amounts, place, constraint) => {
      expect(await after(amounts, place)).toBe(constraint);
    });
  });

  it('refuses an entry that is posted in two halves, each of which balances', async () => {
    const halves = async (tx: Tx): Promise<void> => {
      const whole = { ...client, pair: '019a0000-0000-7000-8000-000000000012', declared: 4, amounts: [] };
      const [id = ''] = await write(tx, [whole]);
      await addPostings(tx, id, ['1.00', '-1.00']);
      await addPostings(tx, id, ['1.00', '-1.00'], 3);
    };
    expect(await constraintAgainst(office.db, halves)).toBe('journal_entry_complete');
  });

  it('refuses a month that does not begin on its first day', async () => {
    const add = async (tx: Tx): Promise<void> => {
      const [id = ''] = await write(tx, [{ ...client, pair: '019a0000-0000-7000-8000-000000000010' }]);
      await addPostings(tx, id, ['1.00'], 3, '2025-05-02');
    };
    expect(await constraintAgainst(office.db, add)).toBe('posting_service_month_is_a_first');
  });

  it.each([
    ['update ledger.journal_entry set source = source', 'journal_entry_is_kept'],
    ['delete from ledger.journal_entry', 'journal_entry_is_kept'],
    ['update ledger.posting set amount_usd = -amount_usd', 'posting_is_kept'],
    ['delete from ledger.posting', 'posting_is_kept'],
    ['truncate ledger.posting', 'posting_is_not_emptied'],
    ['truncate ledger.journal_entry cascade', 'journal_entry_is_not_emptied'],
  ])('refuses "%s"', async (statement, constraint) => {
    expect(await constraintBehindTheRights(office.books, (tx) => tx.query(statement))).toBe(constraint);
  });

  it('lets the server say neither when an entry was made nor what the totals are', async () => {
    const later = `insert into ledger.journal_entry
      (pair_id, book, counterparty, event, source, accounting_on, biennium, posting_count, posted_by, posted_at, transaction)
      select gen_random_uuid(), book, counterparty, event, source, accounting_on, biennium, posting_count, posted_by, posted_at, '9999999'
      from ledger.journal_entry limit 1`;
    const refusal = /^no constraint: 42501 permission denied for table /;
    for (const statement of [
      later,
      'update ledger.movement_total set amount_usd = 0',
      'delete from ledger.movement_total',
      'insert into ledger.movement_total select * from ledger.movement_total',
    ])
      expect(await constraintAgainst(office.db, (tx) => tx.query(statement))).toMatch(refusal);
  });

  it('keeps totals that are the postings added up', async () => {
    const rows = await office.db.query<{ amount_usd: string; postings: string }[]>(
      `select amount_usd, postings from ledger.movement_total where book = 'BRS'`,
    );
    expect(rows).toEqual([{ amount_usd: '0.00', postings: '4' }]);
  });
});
