import { InvoicingService, SettlementService } from '#invoicing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Quantity, today } from '#kernel';
import type { Tx } from '#platform';
import { Crossing } from '../support/crossing.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(120_000); // a database of its own, and papers are drawn

describe('a credit note that is drafted while its invoice is settled', () => {
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
  const once = (work: (tx: Tx) => Promise<unknown>): Promise<unknown> => office.db.transaction(work);
  const drafts = (invoice: string, charge: string) => (): Promise<unknown> =>
    once(async (tx) => {
      const by = await office.officer(tx, 'MINAMATA.finance');
      const lines = [{ charge, quantity: Quantity.of('1') }];
      const request = { invoice, lines, reason: 'not delivered' };
      return office.books.get(InvoicingService).prepareCreditNote(tx, request, by, office.books.clock);
    });
  const settles = (invoice: string) => (): Promise<unknown> =>
    once(async (tx) => {
      const by = await office.officer(tx, 'BRS.finance');
      const valueOn = today(office.books.clock);
      const voucher = { method: 'JOURNAL_VOUCHER', externalNumber: `JV-${invoice}`, valueOn } as const;
      const request = { documents: [invoice], ...voucher };
      return office.books.get(SettlementService).record(tx, request, by, office.books.clock);
    });

  it.each([
    ['first', false],
    ['second', true],
  ])('comes %s, and neither waits for the other in a circle', async (_, isTurned) => {
    const { number } = await office.agreement();
    const invoice = await office.invoiced(number, { quantity: Quantity.of('2') });
    const both = [drafts(invoice.number, invoice.charge), settles(invoice.number)] as const;
    const [one, other] = isTurned ? [both[1], both[0]] : both;
    const charge = `select from charging.charge where id = '${invoice.charge}'`;
    const results = await crossing.atOnce(charge, one, other);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await office.charge(invoice.charge)).toMatchObject({ state: 'SETTLED', credited_usd: '920.00' });
  });
});
