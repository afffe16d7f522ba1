import { describe, expect, it } from '@jest/globals';
import * as a from '../../../test/support/a.ts';
import {
  ChargeInvoicedAlready,
  ChargeOfAnotherAgreement,
  ChargeTwiceOnInvoice,
  checkBillable,
  documentNumber,
  Invoice,
  InvoiceChangedMeanwhile,
  InvoiceLine,
  InvoiceNotInState,
  type InvoiceState,
  invoiceTransitions,
  NothingToInvoice,
} from './invoice.ts';
import { inPaperOrder } from './invoice-assembly.ts';
import {
  DocumentSettledAlready,
  DocumentsOfTwoDirections,
  NothingToSettle,
  settlementAmount,
  SettlementDayImpossible,
  SettlementNotPositive,
} from './settlement.ts';

const states = Object.keys(invoiceTransitions) as InvoiceState[];
const every = states.flatMap((from) =>
  states.map((to) => ({ from, to, allowed: invoiceTransitions[from].includes(to) })),
);

describe('an invoice', () => {
  it('goes this way and no other', () => {
    expect(every.filter(({ allowed }) => allowed).map(({ from, to }) => `${from} > ${to}`)).toEqual([
      'DRAFT > READY',
      'DRAFT > ISSUED',
      'DRAFT > DISCARDED',
      'READY > APPROVED',
      'READY > DISCARDED',
      'APPROVED > ISSUED',
      'APPROVED > DISCARDED',
      'ISSUED > ACKNOWLEDGED',
      'ISSUED > SETTLED',
      'ACKNOWLEDGED > SETTLED',
    ]);
  });

  it.each(every.filter(({ allowed }) => allowed))('that is $from may become $to', ({ from, to }) => {
    expect(() => a.invoice({ state: from }).checkTransition(to)).not.toThrow();
  });

  it.each(every.filter(({ allowed }) => !allowed))('that is $from cannot become $to', ({ from, to }) => {
    expect(() => a.invoice({ state: from }).checkTransition(to)).toThrow(InvoiceNotInState);
  });

  it('is acted on as it was seen', () => {
    const invoice = a.invoice({ version: 2 });
    expect(() => invoice.checkSeen(2)).not.toThrow();
    expect(() => invoice.checkSeen(null)).not.toThrow();
    expect(() => invoice.checkSeen(1)).toThrow(InvoiceChangedMeanwhile);
  });

  it('comes to the sum of its lines, and has at least one', () => {
    const facts = { ...a.invoice(), preparedAt: new Date(0) };
    const line = (position: number, amount: string): InvoiceLine =>
      new InvoiceLine({
        invoice: facts.id,
        position,
        charge: `A1-0${position}`,
        bills: true,
        quantity: '1',
        amountUsd: a.usd(amount),
      });
    const draft = Invoice.draft(facts, [line(1, '11960.00'), line(2, '0.10'), line(3, '0.20')]);
    expect([draft.state, draft.lineCount, draft.totalUsd.toString(), draft.number]).toEqual([
      'DRAFT',
      3,
      '11960.30',
      null,
    ]);
    expect(() => Invoice.draft(facts, [])).toThrow(NothingToInvoice);
  });
});

describe('a number', () => {
  it.each`
    kind             | year    | number   | text
    ${'INVOICE'}     | ${2025} | ${1}     | ${'BRS-2025-0001'}
    ${'CREDIT_NOTE'} | ${2026} | ${12}    | ${'BRS-CN-2026-0012'}
    ${'NETTING'}     | ${2026} | ${1}     | ${'BRS-NET-2026-0001'}
    ${'INVOICE'}     | ${2025} | ${12345} | ${'BRS-2025-12345'}
  `('of $kind $number of $year is $text', ({ kind, year, number, text }: Record<string, string | number>) => {
    expect(documentNumber('BRS', kind as 'INVOICE', year as number, number as number)).toBe(text);
  });
});

describe('what an invoice bills', () => {
  const charges = [
    { id: 'A1-01', agreement: 'CRA-2025-001' },
    { id: 'A1-02', agreement: 'CRA-2025-001' },
  ];
  const named = { ids: ['A1-01', 'A1-02'], agreement: 'CRA-2025-001', onInvoice: new Map<string, string>() };

  it('is each charge once, of one agreement, on no other live invoice', () => {
    expect(() => checkBillable(charges, named)).not.toThrow();
    expect(() => checkBillable(charges, { ...named, ids: ['A1-01', 'A1-02', 'A1-01'] })).toThrow(ChargeTwiceOnInvoice);
    expect(() => checkBillable(charges, { ...named, agreement: 'CRA-2025-002' })).toThrow(ChargeOfAnotherAgreement);
    expect(() => checkBillable(charges, { ...named, onInvoice: new Map([['A1-02', 'MINAMATA-2025-0001']]) })).toThrow(
      ChargeInvoicedAlready,
    );
    expect(() =>
      checkBillable(charges, { ...named, onInvoice: new Map([['A1-09', 'MINAMATA-2025-0001']]) }),
    ).not.toThrow();
  });

  it('stands own services first, by family in the agreement’s order, else as it was named', () => {
    const line = (id: string, nature: string, family: string) => ({ id, nature, family });
    const lines = [
      line('rental', 'PASS_THROUGH', 'IT'),
      line('desk', 'OWN_SERVICE', 'REGISTRATION'),
      line('pages', 'OWN_SERVICE', 'DOCUMENTS'),
      line('badges', 'OWN_SERVICE', 'REGISTRATION'),
      line('trip', 'PASS_THROUGH', 'TRAVEL'),
    ];
    const ordered = inPaperOrder(lines, ['IT', 'DOCUMENTS', 'REGISTRATION', 'TRAVEL']).map(({ id }) => id);
    expect(ordered).toEqual(['pages', 'desk', 'badges', 'rental', 'trip']);
  });
});

describe('a settlement', () => {
  const credit = a.invoice({ type: 'CREDIT_NOTE', number: 'MINAMATA-CN-2025-0001', totalUsd: a.usd('-240.50') });

  const amountOf = (documents: readonly Invoice[], valueOn = '2025-07-01', today = '2025-07-31') =>
    settlementAmount(documents, a.day(valueOn), a.day(today));

  it('comes to its documents, credit notes taken off', () => {
    expect(amountOf([a.invoice(), credit]).toString()).toBe('11719.50');
    expect(amountOf([a.invoice({ state: 'ACKNOWLEDGED' })]).toString()).toBe('11960.00');
  });

  it('names documents of one direction that are issued and open', () => {
    expect(() => amountOf([])).toThrow(NothingToSettle);
    expect(() => amountOf([a.invoice(), a.invoice({ provider: 'BRS', client: 'MINAMATA' })])).toThrow(
      DocumentsOfTwoDirections,
    );
    expect(() => amountOf([a.invoice({ state: 'SETTLED' })])).toThrow(DocumentSettledAlready);
    expect(() => amountOf([a.invoice({ state: 'DRAFT' })])).toThrow(InvoiceNotInState);
    expect(() => amountOf([a.invoice({ state: 'DISCARDED' })])).toThrow(InvoiceNotInState);
  });

  it('pays something', () => {
    expect(() => amountOf([credit])).toThrow(SettlementNotPositive);
    expect(() => amountOf([a.invoice({ totalUsd: a.usd('240.50') }), credit])).toThrow(SettlementNotPositive);
  });

  it('is of a day between issue and today', () => {
    expect(amountOf([a.invoice()], '2025-06-16').toString()).toBe('11960.00');
    expect(amountOf([a.invoice()], '2025-07-31').toString()).toBe('11960.00');
    expect(() => amountOf([a.invoice()], '2025-06-15')).toThrow(SettlementDayImpossible);
    expect(() => amountOf([a.invoice()], '2025-08-01')).toThrow(SettlementDayImpossible);
  });
});
