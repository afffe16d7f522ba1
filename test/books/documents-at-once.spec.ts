import {
  CreditedSinceProposed,
  DocumentProposedAlready,
  DocumentSettledAlready,
  InvoicingService,
  SettlementDecidedAlready,
  type SettlementRequest,
  SettlementService,
} from '#invoicing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Quantity, today } from '#kernel';
import { SettlementsStillWaiting } from '#ledger';
import type { Tx } from '#platform';
import * as a from '../support/a.ts';
import { Closing } from '../support/closing.ts';
import { Crossing } from '../support/crossing.ts';
import { entriesOf } from '../support/entries-of.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(120_000); // a database of its own, and papers are drawn

describe('what is decided of a settlement at once', () => {
  let office: Office;
  let crossing: Crossing;
  beforeAll(async () => {
    office = await Office.open();
    crossing = await Crossing.over(office.books);
  });
  afterAll(async () => {
    await crossing.close();
    await office.close();
  });

  /** In one transaction that is not tried again: of two that wait for each other, the database refuses one. */
  const once = (work: (tx: Tx) => Promise<unknown>) => (): Promise<unknown> => office.db.transaction(work);
  const settlements = (): SettlementService => office.books.get(SettlementService);
  const drafts = (invoice: string, charge: string) =>
    once(async (tx) => {
      const by = await office.officer(tx, 'MINAMATA.finance');
      const lines = [{ charge, quantity: Quantity.of('1') }];
      const request = { invoice, lines, reason: 'not delivered' };
      return office.books.get(InvoicingService).prepareCreditNote(tx, request, by, office.books.clock);
    });
  const voucher = (invoice: string, externalNumber = `JV-${invoice}`): SettlementRequest => {
    const valueOn = today(office.books.clock);
    return { documents: [invoice], method: 'JOURNAL_VOUCHER', externalNumber, valueOn };
  };
  const proposes = (invoice: string, externalNumber: string) =>
    once(async (tx) => {
      const by = await office.officer(tx, 'BRS.finance');
      return settlements().propose(tx, voucher(invoice, externalNumber), by, office.books.clock);
    });
  const approves = (id: string, person = 'BRS.approving') =>
    once(async (tx) => {
      const by = await office.officer(tx, person);
      return settlements().approve(tx, { id, seen: null }, by, office.books.clock);
    });
  const returns = (id: string) =>
    once(async (tx) => {
      const by = await office.officer(tx, 'BRS.finance');
      return settlements().return(tx, { id, seen: null }, 'of another invoice', by, office.books.clock);
    });

  const invoiced = async (): Promise<{ charge: string; number: string; id: string }> =>
    office.invoiced((await office.agreement()).number, { quantity: Quantity.of('2') });
  const outcomes = (results: readonly PromiseSettledResult<unknown>[]): unknown[] =>
    results.map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as object).constructor));

  const waiting = () =>
    office.db.query<{ id: string }[]>(`select id from invoicing.settlement_proposal where state = 'PROPOSED'`);

  const eitherWay = [
    ['first', false],
    ['second', true],
  ] as const;

  it.each(eitherWay)(
    'a credit note on it that comes %s is drafted, and neither waits for the other in a circle',
    async (_, isTurned) => {
      const invoice = await invoiced();
      const { id } = await office.proposes(voucher(invoice.number));
      const both = [drafts(invoice.number, invoice.charge), approves(id)] as const;
      const [one, other] = isTurned ? [both[1], both[0]] : both;
      const charge = `select from charging.charge where id = '${invoice.charge}'`;
      expect(outcomes(await crossing.atOnce(charge, one, other))).toEqual(['done', 'done']);
      expect(await office.charge(invoice.charge)).toMatchObject({ state: 'SETTLED', credited_usd: '920.00' });
    },
  );

  it('two approve it: it is settled once', async () => {
    const invoice = await invoiced();
    const { id } = await office.proposes(voucher(invoice.number));
    const row = `select from invoicing.settlement_proposal where id = '${id}'`;
    const results = await crossing.atOnce(row, approves(id), approves(id, 'BRS.versatile'));
    expect(outcomes(results)).toEqual(['done', SettlementDecidedAlready]);
    expect(await entriesOf(office, id)).toHaveLength(2);
  });

  it.each(eitherWay)('a return that comes %s of an approval: the one that is first', async (_, isTurned) => {
    const invoice = await invoiced();
    const { id } = await office.proposes(voucher(invoice.number));
    const row = `select from invoicing.settlement_proposal where id = '${id}'`;
    const both = [returns(id), approves(id)] as const;
    const results = await crossing.atOnce(row, ...(isTurned ? ([both[1], both[0]] as const) : both));
    expect(outcomes(results)).toEqual(['done', SettlementDecidedAlready]);
    expect(await office.charge(invoice.charge)).toMatchObject({ state: isTurned ? 'SETTLED' : 'INVOICED' });
    expect(await entriesOf(office, id)).toHaveLength(isTurned ? 2 : 0);
  });

  it('two propose one document: it is held once', async () => {
    const invoice = await invoiced();
    const row = `select from invoicing.invoice where id = '${invoice.id}'`;
    const results = await crossing.atOnce(row, proposes(invoice.number, 'A-1'), proposes(invoice.number, 'A-2'));
    expect(outcomes(results)).toEqual(['done', DocumentProposedAlready]);
  });

  it.each(eitherWay)('an approval and another proposal of its document, which comes %s', async (_, isTurned) => {
    const invoice = await invoiced();
    const { id } = await office.proposes(voucher(invoice.number));
    const row = `select from invoicing.invoice where id = '${invoice.id}'`;
    const both = [proposes(invoice.number, `B-${invoice.number}`), approves(id)] as const;
    const results = await crossing.atOnce(row, ...(isTurned ? ([both[1], both[0]] as const) : both));
    expect(outcomes(results)).toEqual(isTurned ? ['done', DocumentSettledAlready] : [DocumentProposedAlready, 'done']);
  });

  it('a credit note on it that is issued while it is being proposed is one that its proposer did not know', async () => {
    const invoice = await invoiced();
    const lines = [{ charge: invoice.charge, quantity: Quantity.of('1') }];
    const note = await office.credits({ invoice: invoice.number, lines, reason: 'not delivered' });
    const { id, issued } = await office.do(async (tx) => {
      const by = await office.officer(tx, 'BRS.finance');
      const proposed = await settlements().propose(tx, voucher(invoice.number), by, office.books.clock);
      const coming = office.issues(note.id);
      await Promise.race([coming, crossing.waiting(1)]);
      office.books.clock.set(a.day('2026-01-01')); // the moment of whatever waited
      return { ...proposed, issued: coming };
    });
    await issued;
    office.books.clock.set(a.day('2025-12-31'));
    await expect(office.approves(id)).rejects.toBeInstanceOf(CreditedSinceProposed);
  });

  it.each(eitherWay)('a credit note on it that is issued %s of its approval', async (_, isTurned) => {
    const invoice = await invoiced();
    const { id } = await office.proposes(voucher(invoice.number));
    const lines = [{ charge: invoice.charge, quantity: Quantity.of('1') }];
    const note = await office.credits({ invoice: invoice.number, lines, reason: 'not delivered' });
    office.books.clock.set(a.day('2026-01-01'));
    const issues = once(async (tx) => {
      const by = await office.officer(tx, 'MINAMATA.approving');
      return office.books.get(InvoicingService).issue(tx, { id: note.id, seen: null }, by, office.books.clock);
    });
    const row = `select from invoicing.invoice where id = '${invoice.id}'`;
    const both = [issues, approves(id)] as const;
    const results = await crossing.atOnce(row, ...(isTurned ? ([both[1], both[0]] as const) : both));
    office.books.clock.set(a.day('2025-12-31'));
    expect(outcomes(results)).toEqual(['done', isTurned ? 'done' : CreditedSinceProposed]);
  });

  it('a closing of the month in which it was paid waits while it is being proposed, and is not signed', async () => {
    const invoice = await invoiced();
    const closing = new Closing(office);
    const request = voucher(invoice.number);
    office.books.clock.set(a.day('2026-01-01'));
    for (const { id } of await waiting()) await office.returnsSettlement(id);
    await closing.proposes('2025-12');
    const { signed } = await office.do(async (tx) => {
      const by = await office.officer(tx, 'BRS.finance');
      await settlements().propose(tx, request, by, office.books.clock);
      const coming = closing.signs('2025-12').catch((error: unknown) => error);
      await Promise.race([coming, crossing.waiting(1)]);
      return { signed: coming };
    });
    expect(await signed).toBeInstanceOf(SettlementsStillWaiting);
    await closing.withdraws('2025-12');
    office.books.clock.set(a.day('2025-12-31'));
  });

  it('and no two of them ever waited for each other', async () => {
    expect(await crossing.deadlocks()).toBe(0);
  });
});
