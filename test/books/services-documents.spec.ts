import { AuditService } from '#audit';
import { ChargeNotInState } from '#charging';
import { ActsForTheOtherSide, NotDesignated, SamePerson } from '#identity';
import {
  AgreementNotSigned,
  ChargeInvoicedAlready,
  ChargeNotOnInvoice,
  ChargeOfAnotherAgreement,
  ChargeTwiceOnInvoice,
  CreditAboveRemainder,
  CreditInWrongTerms,
  DocumentSettledAlready,
  DocumentsOfTwoDirections,
  InvoiceChangedMeanwhile,
  InvoiceNotInState,
  NettingService,
  NettingWithItself,
  NothingToInvoice,
  NothingToSettle,
  paperOf,
  SettlementDayImpossible,
  SettlementNotPositive,
  UnknownInvoice,
  settlementNamed,
  VoucherOfBothSides,
  VoucherRecordedAlready,
} from '#invoicing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Biennium, Money, Quantity, ReasonMissing } from '#kernel';
import { LedgerService } from '#ledger';
import { inSnapshot } from '#platform';
import * as a from '../support/a.ts';
import { nothingWritten } from '../support/nothing-written.ts';
import { Office } from '../support/office.ts';
import { sessionAs } from '../support/sessions.ts';

jest.setTimeout(60_000); // a database of its own, and papers are drawn: a busy machine may take its time

const units = (quantity: string) => ({ quantity: Quantity.of(quantity) });

describe('through the services', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  const refused = (work: () => Promise<unknown>): Promise<unknown> => nothingWritten(office.db, work);
  const creditOf = (invoice: string, charge: string, quantity: string) => ({
    invoice,
    lines: [{ charge, quantity: Quantity.of(quantity) }],
    reason: 'not delivered',
  });

  describe('an invoice', () => {
    it('bills certified charges of one signed agreement, each once', async () => {
      const { number } = await office.agreement();
      const other = await office.agreement();
      const [one = '', two = ''] = await office.certified([office.draft(number), office.draft(number)]);
      const [foreign = ''] = await office.certified([office.draft(other.number, units('1'))]);
      const [uncertified = ''] = await office.received([office.draft(number)]);
      const prepared = (...charges: string[]): Promise<unknown> => refused(() => office.prepares(number, charges));
      expect(await prepared()).toBeInstanceOf(NothingToInvoice);
      expect(await prepared(one, two, one)).toBeInstanceOf(ChargeTwiceOnInvoice);
      expect(await prepared(one, foreign)).toBeInstanceOf(ChargeOfAnotherAgreement);
      expect(await prepared(one, uncertified)).toBeInstanceOf(ChargeNotInState);
      await office.prepares(number, [one]);
      expect(await prepared(two, one)).toBeInstanceOf(ChargeInvoicedAlready);
      await expect(office.prepares(number, [two])).resolves.toMatchObject({ state: 'DRAFT', lineCount: 1 });
    });

    it('waits for both signatures', async () => {
      const { number } = await office.agreement({ signed: false });
      const [charge] = await office.records([office.draft(number, units('1'))]);
      expect(await refused(() => office.prepares(number, [charge?.id ?? '']))).toBeInstanceOf(AgreementNotSigned);
      const signed = await office.agreement();
      expect(await refused(() => office.prepares(signed.number, [charge?.id ?? '']))).toBeInstanceOf(
        ChargeOfAnotherAgreement,
      );
    });

    it('is prepared by one officer of the provider and issued by another', async () => {
      const { number } = await office.agreement();
      const [charge = ''] = await office.certified([office.draft(number)]);
      expect(await refused(() => office.prepares(number, [charge], 'BRS.finance'))).toBeInstanceOf(ActsForTheOtherSide);
      expect(await refused(() => office.prepares(number, [charge], 'MINAMATA.approving'))).toBeInstanceOf(
        NotDesignated,
      );
      const { id } = await office.prepares(number, [charge], 'MINAMATA.versatile');
      expect(await refused(() => office.issues(id, 'MINAMATA.versatile'))).toMatchObject({
        constructor: SamePerson,
        message: expect.stringContaining('MINAMATA.versatile has prepared this'),
      });
      expect(await refused(() => office.issues(id, 'MINAMATA.finance'))).toBeInstanceOf(NotDesignated);
      // A draft is its provider's: the other side does not even learn that there is one.
      expect(await refused(() => office.issues(id, 'BRS.approving'))).toBeInstanceOf(UnknownInvoice);
      await expect(office.issues(id)).resolves.toMatchObject({ state: 'ISSUED' });
    });

    it('is issued as it was seen, once', async () => {
      const { number } = await office.agreement();
      const [charge = ''] = await office.certified([office.draft(number)]);
      const { id } = await office.prepares(number, [charge]);
      expect(await refused(() => office.issues(id, 'MINAMATA.approving', 2))).toBeInstanceOf(InvoiceChangedMeanwhile);
      await office.issues(id, 'MINAMATA.approving', 1);
      expect(await refused(() => office.issues(id))).toBeInstanceOf(InvoiceNotInState);
      expect(await refused(() => office.discards(id))).toBeInstanceOf(InvoiceNotInState);
      expect(await refused(() => office.issues('no-such-number'))).toBeInstanceOf(UnknownInvoice);
      expect((await office.charge(charge)).state).toBe('INVOICED');
    });

    it('that is let go frees its charges and uses no number', async () => {
      const { number } = await office.agreement();
      const [charge = ''] = await office.certified([office.draft(number)]);
      const first = await office.prepares(number, [charge]);
      expect(await refused(() => office.discards(first.id, 'BRS.finance'))).toBeInstanceOf(UnknownInvoice);
      expect(await refused(() => office.discards(first.id, 'MINAMATA.finance', 9))).toBeInstanceOf(
        InvoiceChangedMeanwhile,
      );
      await expect(office.discards(first.id)).resolves.toMatchObject({ state: 'DISCARDED', number: null });
      const last = await office.invoiced(number, units('1'));
      const second = await office.prepares(number, [charge]);
      const issued = await office.issues(second.id);
      expect(issued.seriesNumber).toBe(Number(last.number.split('-').at(-1)) + 1);
    });

    it('keeps the paper it was issued with, and says its own hash', async () => {
      const { number } = await office.agreement();
      const issued = await office.invoiced(number);
      const paper = await office.do((tx) => paperOf(tx, issued.number));
      expect(paper.pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(JSON.parse(paper.content)).toMatchObject({ number: issued.number, totalUsd: '11960.00', currency: 'USD' });
    });
  });

  describe('a credit note', () => {
    it('gives back at most what is left, in units', async () => {
      const { number } = await office.agreement();
      const issued = await office.invoiced(number, units('10'));
      const credited = (quantity: string) => () => office.credits(creditOf(issued.number, issued.charge, quantity));
      expect(await refused(credited('10.000001'))).toBeInstanceOf(CreditAboveRemainder);
      await office.issues((await credited('4')()).id);
      expect(await refused(credited('6.5'))).toBeInstanceOf(CreditAboveRemainder);
      const draft = await credited('6')(); // a draft holds what it gives back
      expect(await refused(credited('0.5'))).toBeInstanceOf(CreditAboveRemainder);
      await office.issues(draft.id);
      expect(await office.charge(issued.charge)).toMatchObject({ state: 'CREDITED', credited_usd: '9200.00' });
      expect(await refused(credited('0.000001'))).toBeInstanceOf(CreditAboveRemainder);
    });

    it('gives back at most what is left, in money', async () => {
      const { number } = await office.agreement();
      const rental = { item: 'BDG-RNT', quantity: Quantity.of('1'), actualCost: Money.usd('100.00') };
      const issued = await office.invoiced(number, rental);
      const credited = (amount: string) => () =>
        office.credits({
          invoice: issued.number,
          lines: [{ charge: issued.charge, amountUsd: Money.usd(amount) }],
          reason: 'rebate',
        });
      expect(await refused(credited('100.01'))).toBeInstanceOf(CreditAboveRemainder);
      await credited('99.99')();
      expect(await refused(credited('0.02'))).toBeInstanceOf(CreditAboveRemainder);
      await credited('0.01')();
      expect(await refused(() => office.credits(creditOf(issued.number, issued.charge, '1')))).toBeInstanceOf(
        CreditInWrongTerms,
      );
    });

    it('frees the ceilings of the lines and of the agreement when it is issued, and not before', async () => {
      const { number } = await office.agreement({ ceiling: '920.00', allotment: '306.67' });
      const issued = await office.invoiced(number, units('1'));
      const full = await office.counters(number);
      const { id } = await office.credits(creditOf(issued.number, issued.charge, '0.5'));
      expect(await office.counters(number)).toEqual(full);
      await office.issues(id);
      expect(await office.counters(number)).toEqual([
        `BC-${number} 153.33`,
        `${number} 460.00`,
        `RO-${number} 153.34`,
        `SC-${number} 153.33`,
      ]);
      await expect(office.certified([office.draft(number, units('0.5'))])).resolves.toHaveLength(1);
    });

    it('that is let go leaves everything to give back again', async () => {
      const { number } = await office.agreement();
      const issued = await office.invoiced(number, units('10'));
      const draft = await office.credits(creditOf(issued.number, issued.charge, '10'));
      await office.discards(draft.id);
      expect(await office.charge(issued.charge)).toMatchObject({ state: 'INVOICED', credited_usd: '0.00' });
      await expect(office.credits(creditOf(issued.number, issued.charge, '10'))).resolves.toMatchObject({
        state: 'DRAFT',
      });
    });

    it('of before, for a reason that shows nothing, is not issued, and is let go as any other', async () => {
      const { number } = await office.agreement();
      const issued = await office.invoiced(number, units('2'));
      const draft = await office.credits(creditOf(issued.number, issued.charge, '1'));
      const superuser = await sessionAs('none', office.books.url);
      await superuser.transaction(async (tx) => {
        await tx.query('set local session_replication_role = replica'); // as a version before took it
        await tx.query(`update invoicing.invoice set reason = U&'\\00a0' where id = $1`, [draft.id]);
      });
      await superuser.destroy();
      expect(await refused(() => office.issues(draft.id))).toBeInstanceOf(ReasonMissing);
      await expect(office.discards(draft.id)).resolves.toMatchObject({ state: 'DISCARDED' });
    });

    it('corrects an issued invoice, and a charge that is on it, each once', async () => {
      const { number } = await office.agreement();
      const issued = await office.invoiced(number, units('10'));
      const other = await office.invoiced(number, units('1'));
      const twice = {
        ...creditOf(issued.number, issued.charge, '1'),
        lines: [1, 2].map(() => ({ charge: issued.charge, ...units('1') })),
      };
      expect(await refused(() => office.credits(creditOf('MINAMATA-2025-9999', issued.charge, '1')))).toBeInstanceOf(
        UnknownInvoice,
      );
      expect(await refused(() => office.credits(creditOf(issued.number, other.charge, '1')))).toBeInstanceOf(
        ChargeNotOnInvoice,
      );
      expect(await refused(() => office.credits(twice))).toBeInstanceOf(ChargeTwiceOnInvoice);
      expect(await refused(() => office.credits({ ...twice, lines: [] }))).toBeInstanceOf(NothingToInvoice);
      const note = await office.credits(creditOf(issued.number, issued.charge, '1'));
      const { number: creditNote } = await office.issues(note.id);
      expect(await refused(() => office.credits(creditOf(creditNote ?? '', issued.charge, '1')))).toBeInstanceOf(
        UnknownInvoice,
      );
    });
  });

  describe('a settlement', () => {
    const settlement = (documents: string[], externalNumber: string, valueOn = '2025-12-31') => ({
      documents,
      method: 'JOURNAL_VOUCHER' as const,
      externalNumber,
      valueOn: a.day(valueOn),
    });

    it('settles issued documents whole, credit notes taken off, once', async () => {
      const { number } = await office.agreement();
      const issued = await office.invoiced(number, units('10'));
      const draft = await office.credits(creditOf(issued.number, issued.charge, '1'));
      const credit = (await office.issues(draft.id)).number ?? '';
      const documents = [issued.number, credit];
      expect(await refused(() => office.settles(settlement([credit], 'JV-1')))).toBeInstanceOf(SettlementNotPositive);
      expect(await refused(() => office.settles(settlement([], 'JV-1')))).toBeInstanceOf(NothingToSettle);
      expect(await refused(() => office.settles(settlement(['X'], 'JV-1')))).toBeInstanceOf(UnknownInvoice);
      expect(await refused(() => office.settles(settlement(documents, 'JV-1', '2025-12-30')))).toBeInstanceOf(
        SettlementDayImpossible,
      );
      expect(await refused(() => office.settles(settlement(documents, 'JV-1'), 'MINAMATA.finance'))).toBeInstanceOf(
        ActsForTheOtherSide,
      );
      expect((await office.settles(settlement(documents, 'JV-1'))).amount.toString()).toBe('8280.00');
      expect((await office.charge(issued.charge)).state).toBe('SETTLED');
      expect(await refused(() => office.settles(settlement([issued.number], 'JV-2')))).toBeInstanceOf(
        DocumentSettledAlready,
      );
      const next = await office.invoiced(number, units('1'));
      expect(await refused(() => office.settles(settlement([next.number], 'JV-1')))).toBeInstanceOf(
        VoucherRecordedAlready,
      );
    });

    it('is found by the number of its voucher, unless each side has one of that number', async () => {
      const { number } = await office.agreement();
      const issued = await office.invoiced(number, units('1'));
      await office.settles(settlement([issued.number], 'JV-BOTH'));
      const named = () => inSnapshot(office.db, (tx) => settlementNamed(tx, 'JV-BOTH'));
      expect(await named()).toMatchObject({ externalNumber: 'JV-BOTH', payer: 'BRS' });
      await office.settles(settlement([(await office.sellsBack()).number], 'JV-BOTH'), 'MINAMATA.finance');
      expect(await refused(named)).toBeInstanceOf(VoucherOfBothSides);
    });

    it('is one direction', async () => {
      const { number } = await office.agreement();
      const issued = await office.invoiced(number, units('1'));
      const back = await office.sellsBack();
      expect(await refused(() => office.settles(settlement([issued.number, back.number], 'JV-9')))).toBeInstanceOf(
        DocumentsOfTwoDirections,
      );
    });
  });

  describe('a netting statement', () => {
    const issue = (by: string, other: string) =>
      office.do(async (tx) =>
        office.books
          .get(NettingService)
          .issue(
            tx,
            { biennium: Biennium.of('2024-2025'), with: other, asAt: a.day('2025-12-31') },
            await office.officer(tx, by),
            office.books.clock,
          ),
      );

    it('says both directions gross, and posts nothing', async () => {
      const count = async (): Promise<unknown> =>
        office.db.query('select count(*), (select count(*) from ledger.posting) as postings from ledger.journal_entry');
      const before = await count();
      const content = await issue('BRS.finance', 'MINAMATA');
      expect(await count()).toEqual(before);
      const [owes, isOwed] = content.directions.map(({ openUsd }) => Money.usd(openUsd));
      const difference = (owes as Money).minus(isOwed as Money);
      expect([content.netUsd, content.netPayer?.code]).toEqual([
        difference.absolute().toString(),
        difference.isNegative() ? 'MINAMATA' : 'BRS',
      ]);
    });

    it('is with the other side, by a finance officer', async () => {
      expect(await refused(() => issue('BRS.finance', 'BRS'))).toBeInstanceOf(NettingWithItself);
      expect(await refused(() => issue('BRS.approving', 'MINAMATA'))).toBeInstanceOf(NotDesignated);
    });
  });

  it('after all this the books balance, mirror, and count what is posted', async () => {
    const audit = await inSnapshot(office.db, (tx) =>
      office.books.get(AuditService).audit(tx, Biennium.of('2024-2025'), office.books.clock),
    );
    expect(audit.checks.filter(({ holds }) => !holds)).toEqual([]);
    const agree = await inSnapshot(office.db, (tx) => office.books.get(LedgerService).totalsAgreeWithPostings(tx));
    expect(agree).toBe(true);
  });
});
