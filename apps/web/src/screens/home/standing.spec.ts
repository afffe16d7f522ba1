import { expect, it } from '@jest/globals';
import { filterOf, standingOf } from './standing.ts';

const agreed = (number: string, meeting = 'COP-6', provider = 'BRS', client = 'MINAMATA') => ({
  ...{ number, meeting, provider, client },
});
const total = (state: string, amount: string, agreement = 'CRA-1') => ({
  ...{ agreement, state, count: 1 },
  amount: { amount },
});

it('three numbers of each meeting: provisional, to be certified, invoiced and not paid', () => {
  const agreements = [agreed('CRA-1')];
  const figures = [{ agreement: 'CRA-1', invoicedUsd: '900.00', settledUsd: '250.50' }];
  const totals = [total('PROVISIONAL', '10.10'), total('RECEIVED', '20.20'), total('RECEIVED', '5.00', 'CRA-2')];
  expect(standingOf({ agreements, totals, figures })).toEqual([
    {
      ...{ meeting: 'COP-6', agreements: ['CRA-1'], provider: 'BRS', client: 'MINAMATA' },
      ...{ provisional: '10.10', toCertify: '20.20', unpaid: '649.50' },
    },
  ]);
  expect(standingOf({ agreements, totals: [], figures: [] })).toMatchObject([
    { provisional: '0.00', toCertify: '0.00', unpaid: '0.00' },
  ]);
});

it('agreements of one meeting and direction are added up, and those of the other direction apart', () => {
  const agreements = [
    agreed('CRA-1'),
    agreed('CRA-2'),
    agreed('CRA-3', 'COP-6', 'MINAMATA', 'BRS'),
    agreed('CRA-4', 'COP-7'),
  ];
  const totals = ['CRA-1', 'CRA-2', 'CRA-3'].map((number) => total('PROVISIONAL', '0.10', number));
  const figures = [{ agreement: 'CRA-2', invoicedUsd: '1.00', settledUsd: '0.00' }];
  expect(standingOf({ agreements, totals, figures })).toMatchObject([
    { meeting: 'COP-6', provider: 'BRS', agreements: ['CRA-1', 'CRA-2'], provisional: '0.20', unpaid: '1.00' },
    { meeting: 'COP-6', provider: 'MINAMATA', agreements: ['CRA-3'], provisional: '0.10', unpaid: '0.00' },
    { meeting: 'COP-7', provider: 'BRS', agreements: ['CRA-4'], provisional: '0.00', unpaid: '0.00' },
  ]);
});

it('a number opens the charges that it is the sum of, and no others', () => {
  const standing = (agreements: ReturnType<typeof agreed>[]) => standingOf({ agreements, totals: [], figures: [] });
  const filters = (all: ReturnType<typeof standing>) => all.map((one) => filterOf(one, all));
  expect(filters(standing([agreed('CRA 1')]))).toEqual(['agreement=CRA%201']);
  expect(filters(standing([agreed('CRA-1'), agreed('CRA-2')]))).toEqual(['meeting=COP-6']);
  const both = [agreed('CRA-1'), agreed('CRA-2'), agreed('CRA-3', 'COP-6', 'MINAMATA', 'BRS')];
  expect(filters(standing(both))).toEqual([null, 'agreement=CRA-3']);
});
