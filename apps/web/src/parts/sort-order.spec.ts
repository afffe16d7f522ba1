import { expect, it } from '@jest/globals';
import { orderAfter } from './sort-order.ts';

it('a head sorts upwards, then downwards, then not at all; another head begins anew', () => {
  const first = orderAfter('date', { by: null, isAscending: true });
  const second = orderAfter('date', { by: first[0], isAscending: first[1] });
  const third = orderAfter('date', { by: second[0], isAscending: second[1] });
  expect([first, second, third]).toEqual([
    ['date', true],
    ['date', false],
    [null, true],
  ]);
  expect(orderAfter('amount', { by: 'date', isAscending: false })).toEqual(['amount', true]);
});
