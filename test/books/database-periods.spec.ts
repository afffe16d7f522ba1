import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Quantity } from '#kernel';
import { inTransaction, type Tx } from '#platform';
import * as a from '../support/a.ts';
import { anAct } from '../support/an-act.ts';
import { Closing } from '../support/closing.ts';
import { constraintAgainst, nothingWritten } from '../support/nothing-written.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(60_000); // a database of its own: a busy machine may take its time

interface Act {
  act: string;
  from: string;
  to: string;
  person: string;
  closeNo?: number;
  reason?: string | null;
  statement?: string | null;
  digest?: Buffer;
  number?: number;
  secretariat?: string;
}

const figures = '{"period":"of nothing"}';

/** Acts on a period as somebody with a console would write them, each after the last. */
async function acts(tx: Tx, period: string, ...given: Act[]): Promise<void> {
  for (const act of given) {
    const [last] = await tx.query<{ version: number; close_no: number; digest: Buffer | null }[]>(
      'select version, close_no, digest from ledger.period where code = $1',
      [period],
    );
    const signs = act.act === 'CLOSING_SIGNED' || act.act === 'LOCKED';
    const statement = act.statement === undefined ? (signs ? figures : null) : act.statement;
    await tx.query(
      `insert into ledger.period_act (period, number, act, from_state, to_state, close_no, person, secretariat, at, reason, statement,
         digest, previous_digest, body)
       values ($1, $2, $3, $4, $5, $6, $7, $8, now(), $9, $10, $11, $12, '{}')`,
      [
        ...[period, act.number ?? (last?.version ?? 0) + 1, act.act, act.from, act.to],
        act.closeNo ?? (last?.close_no ?? 0) + (act.act === 'LOCKED' ? 1 : 0),
        ...[act.person, act.secretariat ?? act.person.split('.')[0], act.reason ?? null, statement],
        act.digest ?? (statement === null ? null : createHash('sha256').update(statement).digest()),
        last?.digest ?? null,
      ],
    );
  }
}

const proposed: Act = { act: 'CLOSING_PROPOSED', from: 'OPEN', to: 'CLOSING', person: 'BRS.finance' };
const signed: Act = { act: 'CLOSING_SIGNED', from: 'CLOSING', to: 'SIGNED_BY_ONE', person: 'BRS.approving' };
const locked: Act = { act: 'LOCKED', from: 'SIGNED_BY_ONE', to: 'LOCKED', person: 'MINAMATA.approving' };
const requested: Act = {
  act: 'REOPENING_REQUESTED',
  from: 'LOCKED',
  to: 'REOPEN_REQUESTED',
  person: 'BRS.approving',
  reason: 'x',
};
const reopened: Act = {
  act: 'REOPENED',
  from: 'REOPEN_REQUESTED',
  to: 'REOPENED',
  person: 'MINAMATA.approving',
  reason: 'y',
};

interface Pair {
  on?: string;
  biennium?: string;
  postCloseNo?: number;
  adjusts?: string | null;
  reason?: string | null;
}

/** A pair of entries that balances and mirrors, written past the services. */
async function post(
  tx: Tx,
  { on = '2025-05-09', biennium = '2024-2025', postCloseNo = 0, adjusts = null, reason = null }: Pair,
) {
  await anAct(tx);
  const rows = await tx.query<{ id: string }[]>(
    `insert into ledger.journal_entry
       (pair_id, book, counterparty, event, source, accounting_on, biennium, posting_count, post_close_no, adjusts,
        adjustment_reason, posted_by, posted_at, body)
     select pair.id, side.book, side.counterparty, 'CHARGE_CERTIFIED', 'C-' || pair.id, $1, $2, 2, $3, $4, $5, 'console', now(), '{}'
     from (select gen_random_uuid() as id) as pair
     cross join (values ('BRS', 'MINAMATA'), ('MINAMATA', 'BRS')) as side (book, counterparty)
     returning id`,
    [on, biennium, postCloseNo, adjusts, reason],
  );
  await tx.query(
    `insert into ledger.posting (entry_id, book, position, account, fund, budget_line, agreement, item, service_month, amount_usd)
     select entry, (select book from ledger.journal_entry where id = entry), position, 'EXPENDITURE', 'BC', '', 'CRA-2025-001', 'DOC-CTL', '2025-05-01', case position when 1 then 920 else -920 end
     from unnest($1::bigint[]) as entry cross join generate_series(1, 2) as position`,
    [rows.map(({ id }) => id)],
  );
}

describe('past the services, a closed period', () => {
  let office: Office;
  let closing: Closing;
  beforeAll(async () => {
    office = await Office.open();
    closing = new Closing(office);
    const { number } = await office.agreement();
    const units = { deliveredOn: a.day('2025-05-09'), quantity: Quantity.of('1') };
    await office.certified([office.draft(number, units)]);
    await closing.locks('2025-05'); // with entries
    await closing.locks('2025-06'); // without
    await closing.reopensAfterAll('2025-06');
    await closing.proposes('2025-07');
    await closing.signs('2025-07');
    await closing.locks('2025-08');
    await closing.asksToReopen('2025-08');
    await closing.locks('2022-2023'); // nothing was ever posted there
  });
  afterAll(() => office.close('tampered')); // entries of no charge, written past the services

  const refused = (work: (tx: Tx) => Promise<unknown>): Promise<string> => constraintAgainst(office.owner, work);
  const refusedActs = (period: string, ...given: Act[]): Promise<string> => refused((tx) => acts(tx, period, ...given));

  it('takes an entry while it is open, proposed to be closed, or reopened', async () => {
    await office.do((tx) => post(tx, { on: '2025-09-01' }));
    await closing.proposes('2025-09');
    await office.do((tx) => post(tx, { on: '2025-09-30' }));
    await office.do((tx) => post(tx, { on: '2025-06-30', postCloseNo: 1 }));
  });

  it.each<[string, Pair]>([
    ['is locked', { on: '2025-05-31' }],
    ['was signed by one side', { on: '2025-07-01' }],
    ['waits to be reopened', { on: '2025-08-01', postCloseNo: 1 }],
    ['is a biennium', { on: '2025-10-01', biennium: '2022-2023', postCloseNo: 1 }],
    ['is the biennium around an empty month', { on: '2023-02-01', biennium: '2024-2025', postCloseNo: 1 }],
  ])('takes none where it %s', async (_, pair) => {
    expect(await refused((tx) => post(tx, pair))).toBe('journal_entry_in_open_period');
  });

  it('is not overlooked by a transaction that keeps an older picture', async () => {
    const olderPicture = (isolation: 'REPEATABLE READ' | 'SERIALIZABLE') =>
      office.db.transaction(isolation, (tx) => post(tx, { on: '2025-09-15' }));
    for (const isolation of ['REPEATABLE READ', 'SERIALIZABLE'] as const) {
      const refusal = await nothingWritten(office.db, () => olderPicture(isolation));
      expect(refusal).toMatchObject({ driverError: { constraint: 'journal_entry_sees_what_is_closed' } });
    }
  });

  it.each<[string, Pair, string]>([
    ['hides that it came after a closing', { on: '2025-06-30' }, 'journal_entry_counts_closings'],
    ['claims a closing that never was', { on: '2025-09-15', postCloseNo: 1 }, 'journal_entry_counts_closings'],
    ['claims less than none', { on: '2025-09-15', postCloseNo: -1 }, 'journal_entry_post_close_no_counts'],
    ['adjusts without a reason', { on: '2025-09-15', adjusts: '2025-05' }, 'journal_entry_adjusts_for_a_reason'],
    [
      'adjusts for a blank',
      { on: '2025-09-15', adjusts: '2025-05', reason: ' ' },
      'journal_entry_adjustment_reason_shows_something',
    ],
    ['has a reason for nothing', { on: '2025-09-15', reason: 'late' }, 'journal_entry_adjusts_for_a_reason'],
    [
      'adjusts what was never closed',
      { on: '2025-09-15', adjusts: '2025-04', reason: 'late' },
      'journal_entry_adjusts_a_closed_period',
    ],
    ['counts in no biennium', { on: '2025-09-15', biennium: '2025-2026' }, 'journal_entry_of_a_biennium'],
    ['counts in anything', { on: '2025-09-15', biennium: 'this one' }, 'journal_entry_of_a_biennium'],
  ])('gets no entry that %s', async (_, pair, constraint) => {
    expect(await refused((tx) => post(tx, pair))).toBe(constraint);
  });

  it('gets an adjustment that says what and why', async () => {
    await office.do((tx) => post(tx, { on: '2025-09-15', adjusts: '2025-05', reason: 'late' }));
  });

  it.each<[string, Act[], string]>([
    [
      'is signed by whoever proposed it',
      [proposed, { ...signed, person: 'BRS.finance' }],
      'period_closed_by_three_people',
    ],
    [
      'is locked by whoever signed it',
      [proposed, signed, { ...locked, person: 'BRS.approving' }],
      'period_closed_by_three_people',
    ],
    [
      'is locked by whoever proposed it',
      [{ ...proposed, person: 'MINAMATA.approving' }, signed, locked],
      'period_closed_by_three_people',
    ],
    [
      'is locked by one side',
      [proposed, signed, { ...locked, person: 'BRS.versatile' }],
      'period_closed_by_both_sides',
    ],
    [
      'is locked by somebody who pretends to be of the other side',
      [proposed, signed, { ...locked, person: 'BRS.versatile', secretariat: 'MINAMATA' }],
      'period_act_by_a_person_of_its_side',
    ],
    [
      'is locked by nobody we know',
      [proposed, signed, { ...locked, person: 'MINAMATA.x' }],
      'period_act_by_a_person_of_its_side',
    ],
    [
      'is locked on other figures than were signed',
      [proposed, signed, { ...locked, statement: '{}' }],
      'period_locked_as_signed',
    ],
    ['is signed without figures', [proposed, { ...signed, statement: null }], 'period_act_signs_a_statement'],
    [
      'is signed under a digest of something else',
      [proposed, { ...signed, digest: Buffer.alloc(32) }],
      'period_act_digest_of_its_statement',
    ],
    ['is locked at once', [{ ...locked, from: 'OPEN' }], 'period_act_steps'],
    ['is locked from a state that it is not in', [locked], 'period_act_follows_the_last'],
    ['is proposed twice', [proposed, proposed], 'period_act_follows_the_last'],
    ['leaves out a number', [{ ...proposed, number: 2 }], 'period_act_follows_the_last'],
    ['counts a closing too many', [{ ...proposed, closeNo: 1 }], 'period_act_follows_the_last'],
    [
      'is withdrawn without a reason',
      [proposed, { ...proposed, act: 'CLOSING_WITHDRAWN', from: 'CLOSING', to: 'OPEN' }],
      'period_act_says_why',
    ],
  ])('is refused where it %s', async (_, given, constraint) => {
    expect(await refusedActs('2025-02', ...given)).toBe(constraint);
  });

  it('that was reopened is not opened as if it had never been closed', async () => {
    const again = { ...proposed, from: 'REOPENED' };
    const toOpen = { ...proposed, act: 'CLOSING_WITHDRAWN', from: 'CLOSING', to: 'OPEN', reason: 'x' };
    expect(await refusedActs('2025-06', again, toOpen)).toBe('period_act_withdrawn_to_what_it_was');
  });

  it('is not reopened by one person, nor by one side, nor for no reason', async () => {
    const alone = { ...reopened, person: 'BRS.approving' };
    expect(await refusedActs('2025-05', requested, alone)).toBe('period_reopened_by_both_sides');
    expect(await refusedActs('2025-05', requested, { ...alone, person: 'BRS.versatile' })).toBe(
      'period_reopened_by_both_sides',
    );
    expect(await refusedActs('2025-05', { ...requested, reason: null })).toBe('period_act_says_why');
    expect(await refusedActs('2025-05', requested, { ...reopened, reason: ' ' })).toBe(
      'period_act_reason_shows_something',
    );
    expect(await refusedActs('2025-05', { ...reopened, from: 'LOCKED' })).toBe('period_act_steps');
  });

  it('is a biennium after its months, and a month is reopened after its biennium', async () => {
    expect(await refusedActs('2024-2025', proposed, signed)).toBe('biennium_closed_after_its_months');
    const asked = { ...requested, person: 'MINAMATA.approving' };
    await closing.locks('2023-03');
    expect(await refusedActs('2023-03', asked, { ...reopened, person: 'BRS.approving' })).toBe(
      'month_reopened_after_its_biennium',
    );
  });

  it('is moved by its acts alone', async () => {
    for (const statement of [
      `update ledger.period set state = 'OPEN' where code = '2025-05'`,
      `update ledger.period set version = version + 1 where code = '2025-05'`,
      `update ledger.period set close_no = 2 where code = '2025-05'`,
      `update ledger.period set digest = sha256('') where code = '2025-05'`,
      `update ledger.period set state = state where code = '2025-05'`,
      `insert into ledger.period (code, state, version, close_no) values ('2025-01', 'CLOSING', 1, 0)`,
    ])
      expect(await refused((tx) => tx.query(statement))).toBe('period_moved_by_its_acts');
    const openForAMoment = async (tx: Tx): Promise<void> => {
      await tx.query(`update ledger.period set state = 'OPEN' where code = '2025-05'`);
      await post(tx, { postCloseNo: 1 });
      await tx.query(`update ledger.period set state = 'LOCKED' where code = '2025-05'`);
    };
    expect(await refused(openForAMoment)).toBe('period_moved_by_its_acts');
  });

  describe('when it is locked', () => {
    /** With one statement. */
    const store = (tx: Tx, ...balances: object[]): Promise<unknown> =>
      tx.query(
        `insert into ledger.period_balance (period, close_no, book, account, fund, debit_usd, credit_usd, balance_usd)
         select '2025-09', 1, book, account, fund, debit_usd, credit_usd, balance_usd
         from json_populate_recordset(null::ledger.period_balance, $1)`,
        [JSON.stringify(balances)],
      );
    const row = (book: string, debit: number | 'NaN'): object => ({
      ...{ book, account: 'EXPENDITURE', fund: 'BC' },
      ...{ debit_usd: debit, credit_usd: debit, balance_usd: debit === 'NaN' ? 'NaN' : 0 },
    });
    const whole = [row('BRS', 2760), row('MINAMATA', 2760)]; // the three pairs that were written above
    const lock = async (tx: Tx, ...balances: object[]): Promise<void> => {
      await acts(tx, '2025-09', signed, locked);
      await store(tx, ...balances);
    };

    it('has the balances that its entries add up to, and no others', async () => {
      const refusedBalances = (...balances: object[]): Promise<string> => refused((tx) => lock(tx, ...balances));
      expect(await refusedBalances()).toBe('period_balance_of_its_entries');
      expect(await refusedBalances(row('BRS', 2760))).toBe('period_balance_of_its_entries');
      expect(await refusedBalances(row('BRS', 2760), row('MINAMATA', 2760.01))).toBe('period_balance_of_its_entries');
      expect(await refusedBalances(row('BRS', 'NaN'))).toBe('period_balance_is_money');
      await expect(
        inTransaction(office.db, async (tx) => {
          await lock(tx, ...whole);
          await tx.query('set constraints all immediate');
          throw new Error('this one would hold');
        }),
      ).rejects.toThrow('this one would hold');
    });

    it('gets no other balance once the checks of the commit are spent', async () => {
      const another = async (tx: Tx): Promise<void> => {
        await anAct(tx);
        await lock(tx, ...whole);
        await tx.query('set constraints all immediate');
        await store(tx, { ...row('BRS', 5), fund: 'XX' });
      };
      expect(await constraintAgainst(office.db, another)).toBe('period_balance_of_its_entries');
    });

    it('is not signed over entries of the same transaction, which may still wait for their postings', async () => {
      const waiting = async (tx: Tx): Promise<void> => {
        await post(tx, { on: '2025-09-20' });
        await acts(tx, '2025-09', signed);
      };
      expect(await constraintAgainst(office.db, waiting)).toBe('period_act_after_its_entries');
    });
  });

  it('gets no balance later', async () => {
    const add = `insert into ledger.period_balance (period, close_no, book, account, fund, debit_usd, credit_usd, balance_usd)
      values ('2025-05', 1, 'BRS', 'PAYABLE', 'XX', 0, 0, 0)`;
    expect(await refused((tx) => tx.query(add))).toBe('period_balance_with_its_lock');
  });

  it.each([
    ['update ledger.period_balance set fund = fund', 'period_balance_is_kept'],
    ['delete from ledger.period_balance', 'period_balance_is_kept'],
    ['truncate ledger.period_balance', 'period_balance_is_not_emptied'],
    ['update ledger.period_act set reason = reason', 'period_act_is_kept'],
    ['delete from ledger.period_act', 'period_act_is_kept'],
    ['truncate ledger.period_act', 'period_act_is_not_emptied'],
    ['delete from ledger.period', 'period_is_kept'],
    ['truncate ledger.period cascade', 'period_is_not_emptied'],
  ])('refuses "%s"', async (statement, constraint) => {
    expect(await refused((tx) => tx.query(statement))).toBe(constraint);
  });
});
