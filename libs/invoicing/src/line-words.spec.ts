import { describe, expect, it } from '@jest/globals';
import { type LineRow, lineOf } from './line-words.ts';

const row: LineRow = {
  ...{ position: 1, charge: 'T-04', item: 'TRIP', nature: 'PASS_THROUGH', family: 'TRAVEL', on: 'INVOICE' },
  ...{ title: 'Trip of a sponsored delegate', traveller: 'TR-0004', party: 'CL' },
  trip: {
    party: 'CL',
    from: 'SCL',
    components: [
      ['TICKET', '835.68', 'EUR 712.00 / 0.852, rate of 2025-10-01'],
      ['REFUND', '-121.15', ''],
      ['DSA CHGVA 6 x 342 / 0.800', '1282.50', 'CHF at 0.800, rate of 2025-10-31'],
      ['TERMINALS', '188.00', ''],
    ],
    ticketsOn: ['2025-10-10', '2025-11-20'],
    ...{ entitlementUsd: '1470.50', advanceUsd: null },
  },
  ...{ deliveredFrom: '2025-11-02', deliveredOn: '2025-11-08', quantity: '1', unit: 'E54', unitName: 'trip' },
  ...{
    unitRate: null,
    original: null,
    amountUsd: '2185.03',
    funds: [],
    providerShares: [],
    evidence: null,
    note: null,
  },
  ...{ supplierInvoiceOn: null, certifiedBy: 'MINAMATA.certifying', certifiedAt: '2025-12-18T09:14:05Z' },
};
const paying = (label: string, amountUsd: string): LineRow => ({
  ...row,
  trip: { party: 'CL', from: null, components: [[label, amountUsd, '']], entitlementUsd: amountUsd, advanceUsd: null },
});

describe('a trip', () => {
  it('says who travelled, by Party and reference, and never by name', () => {
    expect(lineOf(row).description).toBe('Sponsored delegate of CL, from SCL, reference TR-0004');
    expect(lineOf({ ...paying('TICKET', '1.00'), traveller: null }).description).toBe('Sponsored delegate of CL');
  });

  it('says of each component what it rests on', () => {
    expect(lineOf(row).components).toEqual([
      ['TICKET \u00b7 issued 2025-10-10 \u00b7 EUR 712.00 / 0.852, rate of 2025-10-01', '835.68'],
      ['REFUND \u00b7 issued 2025-11-20', '-121.15'],
      [
        'DSA CHGVA 6 x 50\u00a0% of 342 / 0.800 \u00b7 lodging provided \u00b7 CHF at 0.800, rate of 2025-10-31',
        '1282.50',
      ],
      ['TERMINALS', '188.00'],
    ]);
  });

  it.each`
    label                          | amount       | said
    ${'DSA CHGVA 6 x 342 / 0.800'} | ${'2565.00'} | ${'DSA CHGVA 6 x 342 / 0.800'}
    ${'DSA SGSIN 1 x 410 / 1.300'} | ${'315.38'}  | ${'DSA SGSIN 1 x 410 / 1.300'}
    ${'DSA SGSIN 1 x 410 / 1.300'} | ${'157.69'}  | ${'DSA SGSIN 1 x 50\u00a0% of 410 / 1.300 \u00b7 lodging provided'}
  `('of $amount for "$label" says the share that was paid', ({ label = '', amount = '', said }) => {
    expect(lineOf(paying(label, amount)).components).toEqual([[said, amount]]);
  });

  it('that does not come out is on no paper', () => {
    expect(() => lineOf(paying('DSA CHGVA 6 x 342 / 0.800', '1282.51'))).toThrow('1282.51');
  });

  it('of before tickets\u2019 days were kept says none', () => {
    expect(lineOf(paying('TICKET', '968.40')).components).toEqual([['TICKET', '968.40']]);
  });
});

describe('a fee for somebody\u2019s trip', () => {
  const visa: LineRow = { ...row, title: 'Visa fee', trip: null };

  it('says whose it is', () => {
    expect(lineOf(visa).description).toBe('Visa fee, sponsored delegate of CL, reference TR-0004');
    expect(lineOf({ ...visa, party: null }).description).toBe('Visa fee, sponsored delegate, reference TR-0004');
    expect(lineOf({ ...visa, party: null, traveller: null }).description).toBe('Visa fee');
  });
});

describe('what is given back', () => {
  it('says when its charge was certified, how much of it where units are given back, and no components', () => {
    expect(lineOf({ ...row, on: 'CREDIT_NOTE', quantity: '-11.5' })).toMatchObject({
      ...{ certifiedOn: '2025-12-18', quantity: '-11.5', components: [] },
    });
    expect(lineOf({ ...row, on: 'CREDIT_NOTE', quantity: '0' }).quantity).toBeNull();
    expect(lineOf(row).certifiedOn).toBeNull();
  });
});
