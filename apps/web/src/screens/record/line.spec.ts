import { describe, expect, it } from '@jest/globals';
import { type Cells, checkLine, emptyCells, type LineBooks } from './line.ts';

const books: LineBooks = {
  agreement: { number: 'CRA-2025-002', provider: 'BRS', families: ['IT', 'DOCUMENTS'] },
  items: [
    { code: 'IT-TEC', title: 'On-site ICT technician', family: 'IT', nature: 'OWN_SERVICE', unit: 'E49' },
    { code: 'IT-LAP', title: 'Laptop hire', family: 'IT', nature: 'PASS_THROUGH', unit: 'DAY' },
    { code: 'REG-PAX', title: 'Participant', family: 'REGISTRATION', nature: 'OWN_SERVICE', unit: 'IE' },
  ],
  rates: [
    {
      provider: 'BRS',
      item: 'IT-TEC',
      validFrom: '2025-01-01',
      validTo: '2025-12-31',
      currency: 'USD',
      unitRate: '700.00',
    },
    {
      provider: 'MINAMATA',
      item: 'IT-TEC',
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      currency: 'USD',
      unitRate: '1.00',
    },
  ],
};

const check = (cells: Partial<Cells>) =>
  checkLine({ ...emptyCells, day: '7 Nov 2025', item: 'it-tec', quantity: '1,5', ...cells }, books);

describe('a line of an own service', () => {
  it('is sent in the form of the API, with the rate of the provider on that day beside it', () => {
    expect(check({ note: ' =SUM(A1) ' })).toMatchObject({
      findings: {},
      request: {
        agreement: 'CRA-2025-002',
        item: 'IT-TEC',
        quantity: '1.5',
        deliveredOn: '2025-11-07',
        note: '=SUM(A1)',
      },
      rate: { unitRate: '700.00' },
    });
  });

  it('takes no cost', () => {
    expect(check({ currency: 'CHF', cost: '10' })).toMatchObject({
      request: null,
      findings: { cost: { readings: [''] } },
    });
  });

  it('has no rate on a day that the card does not cover', () => {
    expect(check({ day: '2026-02-02' })).toMatchObject({ request: null, rate: null, findings: { day: {} } });
  });
});

describe('a quantity of three decimals', () => {
  it('is not guessed, and what a sum comes to is written so that it is read again', () => {
    expect(check({ quantity: '1.234' }).findings.quantity?.readings).toEqual(['1234', '1.2340']);
    const sum = check({ quantity: '=617/500' }).findings.quantity?.sum;
    expect(sum?.value).toBe('1.2340');
    expect(check({ quantity: sum?.value ?? '' }).request?.quantity).toBe('1.234');
  });
});

describe('a line of a pass-through cost', () => {
  it('needs a currency and a cost', () => {
    expect(check({ item: 'IT-LAP' }).findings).toEqual({
      currency: { why: ['This is missing'], readings: [] },
      cost: { why: ['This is missing'], readings: [] },
    });
    expect(check({ item: 'IT-LAP', currency: 'chf', cost: "1'480.00" }).request).toMatchObject({
      actualCost: { amount: '1480.00', currency: 'CHF' },
    });
  });

  it.each`
    currency  | cost       | column
    ${'EURO'} | ${'10'}    | ${'currency'}
    ${'JPY'}  | ${'10.50'} | ${'cost'}
    ${'CHF'}  | ${'(10)'}  | ${'cost'}
  `('refuses $currency $cost at the $column', ({ currency, cost, column }) => {
    const { findings, request } = check({ item: 'IT-LAP', currency, cost });
    expect({ columns: Object.keys(findings), request }).toEqual({ columns: [column], request: null });
  });
});

describe('a service', () => {
  it('that is nearly right is offered', () => {
    expect(check({ item: 'IT-TCE' }).findings.item?.readings).toEqual([]);
    expect(check({ item: 'IT-TEK' }).findings.item?.readings).toEqual(['IT-TEC']);
    expect(check({ item: 'ITTEC' }).findings.item?.readings).toEqual(['IT-TEC']);
  });

  it('is known by its title too', () => {
    expect(check({ item: 'on-site ict technician' }).request).toMatchObject({ item: 'IT-TEC' });
  });

  it('that the agreement does not include is refused', () => {
    expect(check({ item: 'REG-PAX' }).findings.item?.why).toEqual([
      'The agreement does not include {item}',
      { item: 'REG-PAX' },
    ]);
  });
});

it('a line without a text is no line, and a started one lacks the rest', () => {
  expect(checkLine(emptyCells, books)).toMatchObject({ isEmpty: true, findings: {}, request: null });
  expect(Object.keys(checkLine({ ...emptyCells, note: 'x' }, books).findings)).toEqual(['day', 'item', 'quantity']);
});

it.each(['0', '-1', '0.0000001', '1.234,50'])('a quantity of %s is refused', (quantity) => {
  expect(check({ quantity })).toMatchObject({ request: null, findings: { quantity: {} } });
});
