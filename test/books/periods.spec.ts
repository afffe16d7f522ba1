import { createHash } from 'node:crypto';
import { AuditService } from '#audit';

import { NotDesignated } from '#identity';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Biennium, canonicalJson, Quantity } from '#kernel';
import {
  AdjustmentNeedsReason,
  closedPeriodsThatDiffer,
  finalBalances,
  LedgerService,
  OtherSideMustSign,
  periodActsOf,
  PeriodChangedMeanwhile,
  PeriodIsClosed,
  PeriodNotInState,
  PeriodNotOver,
  ReasonMissing,
  SamePersonClosesTwice,
} from '#ledger';
import { inSnapshot, inTransaction } from '#platform';
import * as a from '../support/a.ts';
import { Closing } from '../support/closing.ts';
import { entriesOf } from '../support/entries-of.ts';
import { nothingWritten } from '../support/nothing-written.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(60_000); // a database of its own, and papers are drawn: a busy machine may take its time

const deliveredOn = (day: string, quantity = '1') => ({ deliveredOn: a.day(day), quantity: Quantity.of(quantity) });
const rejected = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => new Error('It was not refused.'),
    (error: unknown) => error,
  );

const inBoth = (entry: object): object[] => ['BRS', 'MINAMATA'].map((book) => ({ book, ...entry }));

describe('a month of the books', () => {
  let office: Office;
  let closing: Closing;
  let agreement: string;
  beforeAll(async () => {
    office = await Office.open();
    closing = new Closing(office);
    agreement = (await office.agreement()).number;
  });
  afterAll(() => office.close());

  it('is open by itself, and takes entries while its closing is proposed', async () => {
    await office.certified([office.draft(agreement, deliveredOn('2025-03-10'))]);
    expect(await closing.stateOf('2025-03')).toBe('OPEN');
    await closing.proposes('2025-03');
    await office.certified([office.draft(agreement, deliveredOn('2025-03-11'))]);
    expect(await closing.stateOf('2025-03')).toBe('CLOSING');
  });

  it('takes none once one side has signed, and both sides lock it', async () => {
    const [late = ''] = await office.received([office.draft(agreement, deliveredOn('2025-03-12'))]);
    await closing.signs('2025-03');
    expect(await nothingWritten(office.db, () => office.certifies([late]))).toBeInstanceOf(AdjustmentNeedsReason);
    await closing.signs('2025-03', 'MINAMATA.approving');
    expect(await closing.stateOf('2025-03')).toBe('LOCKED');
    expect(await nothingWritten(office.db, () => office.certifies([late]))).toBeInstanceOf(AdjustmentNeedsReason);
  });

  it('keeps its balances as final, and both sides signed the same figures', async () => {
    const { balances, acts } = await inSnapshot(office.db, async (tx) => ({
      balances: await finalBalances(tx, '2025-03'),
      acts: await periodActsOf(tx, '2025-03'),
    }));
    expect(balances).toContainEqual({
      ...{ book: 'MINAMATA', account: 'RECOVERY_INCOME', fund: 'MC-GTF' },
      ...{ debitUsd: '0.00', creditUsd: '1840.00', balanceUsd: '-1840.00' },
    });
    expect(balances.filter(({ account }) => account === 'EXPENDITURE').map(({ balanceUsd }) => balanceUsd)).toEqual([
      '613.34', // BC: two charges of 920.00, and the odd cent of each
      '613.34',
      '613.32',
    ]);
    expect(acts.map(({ act, person }) => `${act} ${person}`)).toEqual([
      'CLOSING_PROPOSED BRS.finance',
      'CLOSING_SIGNED BRS.approving',
      'LOCKED MINAMATA.approving',
    ]);
    const [, signed, locked] = acts;
    expect(signed?.digest).toBe(locked?.digest);
    expect(JSON.parse(acts[0]?.body ?? '').checklist).toContainEqual({
      ...{ code: 'UNBILLED', name: 'Every certified charge is invoiced', holds: false, blocks: false },
      ...{ finding: expect.stringMatching(/^1: C-/), count: 1, named: [expect.stringMatching(/^C-/)] },
    });
  });

  it('has a digest that anybody can repeat from the entries', async () => {
    const rows = await office.owner.query<{ entry: unknown[]; statement: string; digest: string }[]>(
      `select json_build_array(entry.pair_id, entry.book, entry.counterparty, entry.event, entry.source, entry.accounting_on::text,
           entry.biennium, entry.post_close_no::text, entry.adjusts, entry.adjustment_reason, entry.posted_by,
           to_char(entry.posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
           (select json_agg(json_build_array(account, fund, budget_line, agreement, item, to_char(service_month, 'YYYY-MM'),
              amount_usd::text) order by position) from ledger.posting where entry_id = entry.id)) as entry,
         act.statement, encode(act.digest, 'hex') as digest
       from ledger.journal_entry as entry
       join ledger.period_act as act on act.period = '2025-03' and act.act = 'LOCKED'
       where entry.accounting_on between '2025-03-01' and '2025-03-31'
       order by entry.pair_id, entry.book`,
    );
    const sha256 = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest();
    const { statement = '', digest } = rows[0] ?? {};
    const signed = JSON.parse(statement);
    expect(rows).toHaveLength(4);
    expect(signed).toMatchObject({ period: '2025-03', closeNo: 1, entries: '4', previousDigest: null });
    expect(signed.entriesSha256).toBe(
      sha256(Buffer.concat(rows.map(({ entry }) => sha256(canonicalJson(entry))))).toString('hex'),
    );
    expect(canonicalJson(signed)).toBe(statement);
    expect(sha256(statement).toString('hex')).toBe(digest);
  });

  it('gets what comes late as a prior-period adjustment: today, in its own month of service and biennium', async () => {
    const [late = '', other = ''] = await office.received([
      office.draft(agreement, deliveredOn('2025-03-20')),
      office.draft(agreement, deliveredOn('2025-12-02')),
    ]);
    const before = await office.do((tx) => office.books.get(AuditService).totals(tx, Biennium.of('2024-2025')));
    await office.certifiesLate([late, other], ' the supplier billed in December ');
    const adjusted = {
      ...{ accounting_on: '2025-12-31', biennium: '2024-2025', post_close_no: 0, adjusts: '2025-03' },
      ...{ adjustment_reason: 'the supplier billed in December', months: ['2025-03'] },
    };
    expect(await entriesOf(office, late)).toEqual(inBoth(adjusted));
    const ordinary = {
      ...adjusted,
      accounting_on: '2025-12-02',
      adjusts: null,
      adjustment_reason: null,
      months: ['2025-12'],
    };
    expect(await entriesOf(office, other)).toEqual(inBoth(ordinary)); // the reason was not needed there
    const after = await office.do((tx) => office.books.get(AuditService).totals(tx, Biennium.of('2024-2025')));
    expect([before.totals.chargedUsd, after.totals.chargedUsd]).toEqual(['1840.00', '3680.00']);
    expect(await inSnapshot(office.db, (tx) => closedPeriodsThatDiffer(tx))).toEqual([]);
  });

  it('asks for a reason that says something', async () => {
    const [late = ''] = await office.received([office.draft(agreement, deliveredOn('2025-03-21'))]);
    expect(await nothingWritten(office.db, () => office.certifiesLate([late], '  '))).toBeInstanceOf(
      AdjustmentNeedsReason,
    );
  });

  it('closes when it is over, and not before', async () => {
    expect(await nothingWritten(office.db, () => closing.proposes('2025-12'))).toBeInstanceOf(PeriodNotOver);
    expect(await nothingWritten(office.db, () => closing.proposes('2026-01'))).toBeInstanceOf(PeriodNotOver);
  });

  it('is proposed by a finance officer and signed by approving officers, each once', async () => {
    expect(await nothingWritten(office.db, () => closing.proposes('2025-04', 'BRS.approving'))).toBeInstanceOf(
      NotDesignated,
    );
    await closing.proposes('2025-04', 'BRS.versatile');
    const refusals = {
      'BRS.finance': NotDesignated,
      'BRS.versatile': SamePersonClosesTwice,
    };
    for (const [by, refusal] of Object.entries(refusals))
      expect(await nothingWritten(office.db, () => closing.signs('2025-04', by))).toBeInstanceOf(refusal);
    await closing.signs('2025-04', 'BRS.approving');
    expect(await nothingWritten(office.db, () => closing.signs('2025-04'))).toBeInstanceOf(SamePersonClosesTwice);
    await closing.signs('2025-04', 'MINAMATA.versatile');
    expect(await closing.stateOf('2025-04')).toBe('LOCKED');
  });

  it('is not locked by one side, whoever of it signs', async () => {
    await closing.proposes('2025-05', 'MINAMATA.finance');
    await closing.signs('2025-05', 'BRS.approving');
    expect(await nothingWritten(office.db, () => closing.signs('2025-05', 'BRS.versatile'))).toBeInstanceOf(
      OtherSideMustSign,
    );
  });

  it('opens again where a closing is withdrawn, and the reason stays', async () => {
    expect(await nothingWritten(office.db, () => closing.withdraws('2025-05', 'BRS.approving', ' '))).toBeInstanceOf(
      ReasonMissing,
    );
    await closing.withdraws('2025-05');
    expect(await closing.stateOf('2025-05')).toBe('OPEN');
    await office.certified([office.draft(agreement, deliveredOn('2025-05-02'))]);
    const acts = await inSnapshot(office.db, (tx) => periodActsOf(tx, '2025-05'));
    expect(acts.at(-1)).toMatchObject({ act: 'CLOSING_WITHDRAWN', reason: 'a voucher is missing' });
  });

  it('takes each step in its turn, on the version that was read', async () => {
    for (const step of [
      () => closing.signs('2025-06'),
      () => closing.withdraws('2025-06'),
      () => closing.asksToReopen('2025-06'),
      () => closing.reopens('2025-06'),
    ])
      expect(await nothingWritten(office.db, step)).toBeInstanceOf(PeriodNotInState);
    await closing.proposes('2025-06', 'BRS.finance', 0);
    expect(await rejected(closing.signs('2025-06', 'BRS.approving', 0))).toBeInstanceOf(PeriodChangedMeanwhile);
    await closing.signs('2025-06', 'BRS.approving', 1);
  });

  describe('that was reopened', () => {
    it('needs a reason from one secretariat and the other one to agree', async () => {
      expect(
        await nothingWritten(office.db, () => closing.asksToReopen('2025-03', 'BRS.approving', '')),
      ).toBeInstanceOf(ReasonMissing);
      await closing.asksToReopen('2025-03');
      expect(await nothingWritten(office.db, () => closing.reopens('2025-03', 'BRS.approving'))).toBeInstanceOf(
        OtherSideMustSign,
      );
      expect(await nothingWritten(office.db, () => closing.reopens('2025-03', 'BRS.versatile'))).toBeInstanceOf(
        OtherSideMustSign,
      );
      await closing.withdraws('2025-03', 'MINAMATA.approving', 'it can wait'); // the request is declined
      expect(await closing.stateOf('2025-03')).toBe('LOCKED');
      await closing.reopensAfterAll('2025-03');
      expect(await closing.stateOf('2025-03')).toBe('REOPENED');
    });

    it('takes entries on their own day, and each says that it came after a closing', async () => {
      const [charge = ''] = await office.certified([office.draft(agreement, deliveredOn('2025-03-25'))]);
      const entry = {
        ...{ accounting_on: '2025-03-25', biennium: '2024-2025', post_close_no: 1 },
        ...{ adjusts: null, adjustment_reason: null, months: ['2025-03'] },
      };
      expect(await entriesOf(office, charge)).toEqual(inBoth(entry));
    });

    it('is closed again with a new digest, chained to the old one', async () => {
      await closing.locks('2025-03');
      const locks = (await inSnapshot(office.db, (tx) => periodActsOf(tx, '2025-03'))).filter(
        ({ act }) => act === 'LOCKED',
      );
      expect(locks).toHaveLength(2);
      expect(JSON.parse(locks[1]?.body ?? '')).toMatchObject({
        closeNo: 2,
        previousDigest: locks[0]?.digest,
        digest: locks[1]?.digest,
      });
      expect(locks[1]?.digest).not.toBe(locks[0]?.digest);
      const kept = await office.db.query<{ close_no: number; income: string }[]>(
        `select close_no, balance_usd as income from ledger.period_balance
         where period = '2025-03' and account = 'RECOVERY_INCOME' order by 1`,
      );
      expect(kept).toEqual([
        { close_no: 1, income: '-1840.00' },
        { close_no: 2, income: '-2760.00' },
      ]);
    });
  });

  it('is closed to everything when the clock goes back into it: there is no open day', async () => {
    const [late = ''] = await office.received([office.draft(agreement, deliveredOn('2025-07-10'))]);
    await closing.locks('2025-07');
    office.books.clock.set(a.day('2025-07-31'));
    try {
      expect(await nothingWritten(office.db, () => office.certifiesLate([late], 'late'))).toBeInstanceOf(
        PeriodIsClosed,
      );
    } finally {
      office.books.clock.set(a.day('2025-12-31'));
    }
    await office.certifiesLate([late], 'late');
  });

  it('in the books balances afterwards, and its totals are the postings added up', async () => {
    expect(await inTransaction(office.db, (tx) => office.books.get(LedgerService).totalsAgreeWithPostings(tx))).toBe(
      true,
    );
    expect(await inSnapshot(office.db, (tx) => closedPeriodsThatDiffer(tx))).toEqual([]);
  });
});
