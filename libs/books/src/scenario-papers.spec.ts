import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ChargeNotOnInvoice, ChargeOfAnotherAgreement } from '#invoicing';
import { Day } from '#kernel';
import { readScenario } from './scenario-file.ts';
import { BilledBeforeDelivery, checkPapers, CreditedBeforeInvoice } from './scenario-papers.ts';
import type { Scenario } from './scenario.ts';

const sample = readScenario(readFileSync('apps/api/sample/scenario-2024-2025.json', 'utf8'));
const withInvoice = (index: number, facts: Partial<Scenario['invoices'][number]>): Scenario => ({
  ...sample,
  invoices: sample.invoices.map((one, at) => (at === index ? { ...one, ...facts } : one)),
});
const withCredit = (facts: Partial<Scenario['creditNotes'][number]>): Scenario => ({
  ...sample,
  creditNotes: sample.creditNotes.map((one, at) => (at === 0 ? { ...one, ...facts } : one)),
});

describe('an invoice of a scenario', () => {
  it('is of the last day of delivery at the earliest', () => {
    expect(() => checkPapers(withInvoice(0, { issuedOn: Day.of('2025-05-09') }))).not.toThrow();
    expect(() => checkPapers(withInvoice(0, { issuedOn: Day.of('2025-05-08') }))).toThrow(
      expect.objectContaining({
        name: BilledBeforeDelivery.name,
        pointer: '/invoices/0/issuedOn',
        message: expect.stringContaining('I-1 is dated 2025-05-08, and A1-01 was delivered on 2025-05-09'),
      }),
    );
  });

  it('is not of the day before a delegate has come home', () => {
    expect(() => checkPapers(withInvoice(2, { issuedOn: Day.of('2025-11-07') }))).toThrow(BilledBeforeDelivery);
  });

  it('bills one agreement, whatever the days say', () => {
    const [invoice] = sample.invoices;
    const charges = [...(invoice?.charges ?? []), 'A2-01'];
    expect(() => checkPapers(withInvoice(0, { charges }))).toThrow(
      expect.objectContaining({ name: ChargeOfAnotherAgreement.name, pointer: '/invoices/0/charges' }),
    );
  });
});

describe('a credit note of a scenario', () => {
  it('is of the day of its invoice at the earliest', () => {
    expect(() => checkPapers(withCredit({ issuedOn: Day.of('2025-06-16') }))).not.toThrow();
    expect(() => checkPapers(withCredit({ issuedOn: Day.of('2025-06-15') }))).toThrow(
      expect.objectContaining({
        name: CreditedBeforeInvoice.name,
        pointer: '/creditNotes/0/issuedOn',
        message: expect.stringContaining('I-1 is issued on 2025-06-16 only'),
      }),
    );
  });

  it('corrects a charge of its invoice', () => {
    expect(() => checkPapers(withCredit({ invoice: 'I-2' }))).toThrow(
      expect.objectContaining({ name: ChargeNotOnInvoice.name, pointer: '/creditNotes/0/charge' }),
    );
  });
});
