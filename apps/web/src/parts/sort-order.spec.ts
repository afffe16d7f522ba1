import { expect, it } from '@jest/globals';
import { orderAfter, orderAsked, sortedIn } from './sort-order.ts';

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

it.each([
  [{}, {}],
  [{ order: 'asc' }, {}],
  [{ sort: 'amount' }, { sort: 'amount', order: 'desc' }],
  [
    { sort: 'amount', order: 'asc' },
    { sort: 'amount', order: 'asc' },
  ],
])('of an address with %j the server is asked %j', (inAddress, asked) => {
  expect(orderAsked(inAddress)).toEqual(asked);
});

it('goes into the address upwards, downwards, and out of it again', () => {
  let address: Record<string, string | undefined> = {};
  const press = (): void => {
    const sorted = sortedIn(address, (changes) => {
      for (const [name, value] of Object.entries(changes)) address = { ...address, [name]: value ?? undefined };
    });
    sorted.onSort(...orderAfter('number', sorted));
  };
  const seen = [1, 2, 3].map(() => {
    press();
    return address;
  });
  expect(seen).toEqual([{ sort: 'number', order: 'asc' }, { sort: 'number' }, {}]);
});
