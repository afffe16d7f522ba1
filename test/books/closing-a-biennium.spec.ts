import { AuditService, renderBienniumAudit } from '#audit';
import { chargeTotals } from '#charging';
import { contentSha256, SettlementLacksReason } from '#invoicing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Biennium, Money, Quantity } from '#kernel';
import {
  AdjustmentNeedsReason,
  BienniumStillClosed,
  ChargesStillWaiting,
  closedPeriodsThatDiffer,
  DisputesOpen,
  MonthsStillOpen,
  PeriodIsClosed,
  SettlementsStillWaiting,
} from '#ledger';
import { inSnapshot } from '#platform';
import * as a from '../support/a.ts';
import { Closing } from '../support/closing.ts';
import { entriesOf } from '../support/entries-of.ts';
import { nothingWritten } from '../support/nothing-written.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(60_000); // a database of its own, and papers are drawn: a busy machine may take its time

const deliveredOn = (day: string, quantity = '1') => ({ deliveredOn: a.day(day), quantity: Quantity.of(quantity) });

const voucher = { method: 'JOURNAL_VOUCHER', externalNumber: 'JV-7', valueOn: a.day('2026-01-14') } as const;

describe('a biennium', () => {
  let office: Office;
  let closing: Closing;
  let agreement: string;
  let invoice: { number: string; charge: string };
  let waiting: string; // a settlement that was proposed before the close
  beforeAll(async () => {
    office = await Office.open();
    closing = new Closing(office);
    agreement = (await office.agreement({ terms: { endsOn: a.day('2026-03-31') } })).number;
    invoice = await office.invoiced(agreement, deliveredOn('2025-05-09', '2')); // issued on 31 December
    office.books.clock.set(a.day('2026-01-15'));
  });
  afterAll(() => office.close());

  it('is closed when its months are locked or empty', async () => {
    const refusal = await nothingWritten(office.db, () => closing.proposes('2024-2025'));
    expect(refusal).toBeInstanceOf(MonthsStillOpen);
    expect((refusal as Error).message).toContain('2025-05, 2025-12');
    await closing.locks('2025-05');
  });

  it('and they are not, while a settlement waits that was paid in them', async () => {
    const paid = { ...voucher, valueOn: a.day('2025-12-31'), documents: [invoice.number] };
    const { id } = await office.proposes(paid);
    const closes = (code: string, by?: string) => nothingWritten(office.db, () => closing.proposes(code, by));
    expect(await closes('2025-12')).toMatchObject({
      constructor: SettlementsStillWaiting,
      message: expect.stringContaining('1 settlement paid in 2025-12 waits to be approved or returned (JV-7)'),
    });
    // What waits is its payer's: it counts, and is not named.
    expect(await closes('2025-12', 'MINAMATA.finance')).toMatchObject({
      constructor: SettlementsStillWaiting,
      message: expect.stringContaining('(of the other side)'),
    });
    await office.returnsSettlement(id);
    await closing.locks('2025-12');
    const late = await office.proposes({ ...paid, adjustmentReason: 'the voucher came late' });
    expect(await closes('2024-2025')).toBeInstanceOf(SettlementsStillWaiting);
    await office.returnsSettlement(late.id);
  });

  it('is not closed over disputed charges, or charges and drafts that wait', async () => {
    const [disputed = ''] = await office.received([office.draft(agreement, deliveredOn('2025-06-02'))]);
    expect(await nothingWritten(office.db, () => closing.proposes('2024-2025'))).toBeInstanceOf(ChargesStillWaiting);
    const becomes = (state: string) =>
      office.arranges((tx) => tx.query('update charging.charge set state = $2 where id = $1', [disputed, state]));
    await becomes('DISPUTED');
    expect(await nothingWritten(office.db, () => closing.proposes('2024-2025'))).toBeInstanceOf(DisputesOpen);
    await becomes('REJECTED');
    const draft = await office.credits({
      invoice: invoice.number,
      lines: [{ charge: invoice.charge, quantity: Quantity.of('1') }],
      reason: 'not worked',
    });
    expect(await nothingWritten(office.db, () => closing.proposes('2024-2025'))).toBeInstanceOf(ChargesStillWaiting);
    await office.discards(draft.id);
  });

  it('still takes papers of the next year, and adjustments of its closed months, until it is closed itself', async () => {
    const [late = ''] = await office.received([office.draft(agreement, deliveredOn('2025-12-20'))]);
    await office.certifiesLate([late], 'claimed in January');
    expect(await entriesOf(office, late)).toMatchObject([
      { accounting_on: '2026-01-15', biennium: '2024-2025', adjusts: '2025-12' },
      { accounting_on: '2026-01-15', biennium: '2024-2025', adjusts: '2025-12' },
    ]);
    const { id } = await office.prepares(agreement, [late]);
    const { number } = await office.issues(id);
    expect(await entriesOf(office, number ?? '')).toMatchObject([
      { accounting_on: '2026-01-15', biennium: '2024-2025', adjusts: null },
      { accounting_on: '2026-01-15', biennium: '2024-2025', adjusts: null },
    ]);
    ({ id: waiting } = await office.proposes({
      ...voucher,
      valueOn: a.day('2026-01-15'),
      externalNumber: 'JV-6',
      documents: [number ?? ''],
    }));
    expect(await closing.proposes('2024-2025')).toContainEqual({
      ...{ code: 'PAID_LATER', name: 'No settlement of its documents that was paid later waits' },
      ...{ holds: false, blocks: false, finding: '1: JV-6.', count: 1, named: ['JV-6'] },
    });
    await closing.withdraws('2024-2025');
    await closing.locks('2024-2025');
  });

  it('that is locked takes no charge, no invoice and no credit note, with a reason or without', async () => {
    const [late = ''] = await office.received([office.draft(agreement, deliveredOn('2025-12-21'))]);
    expect(await nothingWritten(office.db, () => office.certifiesLate([late], 'claimed in January'))).toBeInstanceOf(
      PeriodIsClosed,
    );
    const credit = await office.credits({
      invoice: invoice.number,
      lines: [{ charge: invoice.charge, quantity: Quantity.of('1') }],
      reason: 'not worked',
    });
    expect(await nothingWritten(office.db, () => office.issues(credit.id))).toBeInstanceOf(PeriodIsClosed);
    await office.discards(credit.id);
  });

  it('that is locked is all its months, also those that were empty', async () => {
    expect(await closing.stateOf('2025-08')).toBe('OPEN');
    const [older] = await office.received([office.draft(agreement, deliveredOn('2025-08-08'))]);
    expect(await nothingWritten(office.db, () => office.certifiesLate([older ?? ''], 'x'))).toBeInstanceOf(
      PeriodIsClosed,
    );
  });

  it('that was locked since a settlement was proposed has it proposed anew: whoever approves adds no reason', async () => {
    expect(await nothingWritten(office.db, () => office.approves(waiting))).toMatchObject({
      constructor: SettlementLacksReason,
      message: expect.stringContaining('voucher JV-6 was proposed before 2024-2025 was closed'),
    });
    await office.returnsSettlement(waiting);
  });

  it('that is locked carries its debt forward: a voucher settles it in the biennium of its own day', async () => {
    const paid = { ...voucher, documents: [invoice.number] };
    expect(await nothingWritten(office.db, () => office.settles(paid))).toBeInstanceOf(AdjustmentNeedsReason);
    const { id } = await office.settles({ ...paid, adjustmentReason: 'paid after the close' });
    expect(await entriesOf(office, id)).toMatchObject([
      { accounting_on: '2026-01-14', biennium: '2026-2027', adjusts: '2024-2025', months: ['2025-05'] },
      { accounting_on: '2026-01-14', biennium: '2026-2027', adjusts: '2024-2025', months: ['2025-05'] },
    ]);
    expect(await inSnapshot(office.db, (tx) => closedPeriodsThatDiffer(tx))).toEqual([]);
  });

  it('is audited with its successor: each counts its own, and both papers add up', async () => {
    const audits = await inSnapshot(office.db, async (tx) => {
      const audit = office.books.get(AuditService);
      return [
        await audit.audit(tx, Biennium.of('2024-2025'), office.books.clock),
        await audit.audit(tx, Biennium.of('2026-2027'), office.books.clock),
      ];
    });
    const trails = await inSnapshot(office.db, async (tx) => [
      await office.books.get(AuditService).trail(tx, Biennium.of('2024-2025')),
      await office.books.get(AuditService).trail(tx, Biennium.of('2026-2027')),
    ]);
    const sum = (rows: readonly { settledUsd: string }[]) =>
      Money.sum(rows.map((row) => a.usd(row.settledUsd))).toString();
    for (const audit of audits) {
      for (const table of [audit.byAgreement, audit.byBudgetLine, audit.byFund, audit.byMonth, audit.byItem])
        expect(sum(table)).toBe(audit.totals.settledUsd);
      expect(audit.checks.filter(({ holds }) => !holds)).toEqual([]);
      expect((await renderBienniumAudit(audit, contentSha256(audit))).length).toBeGreaterThan(1000);
    }
    for (const [at, { charges }] of trails.entries()) {
      for (const kind of ['chargedUsd', 'creditedUsd', 'invoicedUsd', 'settledUsd', 'openUsd'] as const) {
        const added = Money.sum(charges.map((row) => a.usd(row[kind])));
        expect(added.toString()).toBe(audits[at]?.totals[kind]);
      }
    }
    const vouchers = trails.map(({ documents }) =>
      documents.filter(({ number }) => number === invoice.number).map(({ voucher }) => voucher),
    );
    expect(vouchers).toEqual([[''], ['JV-7']]); // settled where its voucher was posted
    const figures = audits.map(({ totals, byAgreement }) => [
      totals.chargedUsd,
      totals.settledUsd,
      totals.openUsd,
      byAgreement[0]?.openUsd,
    ]);
    expect(figures).toEqual([
      ['2760.00', '0.00', '2760.00', '2760.00'],
      ['0.00', '1840.00', '-1840.00', '-1840.00'],
    ]);
    expect(audits[0]?.checks.at(-1)?.finding).toBe(
      'The biennium is locked; of its months 2 are locked, 22 are open. The entries of each closed one were added up again and are what was signed.',
    );
  });

  it('has the charges behind what is settled and open: of a debt that was carried forward in the biennium of its voucher', async () => {
    const found = (biennium: string, figure: 'SETTLED' | 'OPEN') =>
      inSnapshot(office.db, async (tx) => {
        const { totals } = await office.books.get(AuditService).audit(tx, Biennium.of(biennium), office.books.clock);
        const { amountUsd, creditedUsd } = await chargeTotals(tx, { biennium, figure });
        const behind = a.usd(amountUsd).minus(a.usd(creditedUsd)).toString();
        return { behind, audited: figure === 'OPEN' ? totals.openUsd : totals.settledUsd };
      });
    expect(await found('2026-2027', 'SETTLED')).toEqual({ behind: '1840.00', audited: '1840.00' });
    expect(await found('2024-2025', 'SETTLED')).toEqual({ behind: '0.00', audited: '0.00' });
    expect(await found('2024-2025', 'OPEN')).toEqual({ behind: '2760.00', audited: '2760.00' });
  });

  it('is reopened before its months are', async () => {
    await closing.asksToReopen('2025-12');
    expect(await nothingWritten(office.db, () => closing.reopens('2025-12'))).toBeInstanceOf(BienniumStillClosed);
    await closing.reopensAfterAll('2024-2025');
    await closing.reopens('2025-12');
  });

  it('that was reopened takes its charges again, and each says so', async () => {
    const [onItsDay = '', inALockedMonth = ''] = await office.received([
      office.draft(agreement, deliveredOn('2025-12-22')),
      office.draft(agreement, deliveredOn('2025-05-12')),
    ]);
    await office.certifiesLate([onItsDay, inALockedMonth], 'claimed in January');
    expect((await entriesOf(office, onItsDay))[0]).toMatchObject({
      ...{ accounting_on: '2025-12-22', biennium: '2024-2025', post_close_no: 1, adjusts: null },
    });
    expect((await entriesOf(office, inALockedMonth))[0]).toMatchObject({
      ...{ accounting_on: '2026-01-15', biennium: '2024-2025', post_close_no: 1, adjusts: '2025-05' },
    });
  });
});
