import { expect, it } from '@jest/globals';
import { standingOf } from './standing.ts';

it('three numbers of each agreement: provisional, to be certified, invoiced and not paid', () => {
  const agreements = [{ number: 'CRA-1', meeting: 'COP-6', provider: 'BRS', client: 'MINAMATA' }];
  const total = (state: string, amount: string, agreement = 'CRA-1') => ({
    agreement,
    state,
    count: 1,
    amount: { amount },
  });
  const figures = [{ agreement: 'CRA-1', invoicedUsd: '900.00', settledUsd: '250.50' }];
  const totals = [total('PROVISIONAL', '10.10'), total('RECEIVED', '20.20'), total('RECEIVED', '5.00', 'CRA-2')];
  expect(standingOf({ agreements, totals, figures })).toEqual([
    {
      meeting: 'COP-6',
      agreement: 'CRA-1',
      provider: 'BRS',
      client: 'MINAMATA',
      provisional: '10.10',
      toCertify: '20.20',
      unpaid: '649.50',
    },
  ]);
  expect(standingOf({ agreements, totals: [], figures: [] })).toMatchObject([
    { provisional: '0.00', toCertify: '0.00', unpaid: '0.00' },
  ]);
});
