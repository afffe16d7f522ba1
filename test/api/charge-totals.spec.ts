import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Money } from '#kernel';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('sample');
}, 60_000);
afterAll(() => api.close());

const sumOf = (items: { amount: { amount: string } }[]): string =>
  Money.sum(items.map(({ amount }) => Money.usd(amount.amount))).toString();

describe('what charges come to', () => {
  it.each([
    '',
    'agreement=CRA-2025-002',
    'family=TRAVEL',
    'state=INVOICED&month=2025-11',
    'budgetLine=BC-1-COP17',
    'to=2025-05-09',
  ])('is the sum of the list of the same filter: %s', async (filter) => {
    const { items } = (await api.get(`/api/v1/charges?limit=200&${filter}`)).body;
    const totals = (await api.get(`/api/v1/charge-totals?${filter}`)).body;
    expect({ count: totals.count, amount: totals.amount.amount }).toEqual({
      count: items.length,
      amount: sumOf(items),
    });
    expect(sumOf(totals.items)).toBe(totals.amount.amount);
  });

  it('is nothing where nothing matches', async () => {
    expect((await api.get('/api/v1/charge-totals?state=DISPUTED')).body).toEqual({
      count: 0,
      amount: { amount: '0.00', currency: 'USD' },
      credited: { amount: '0.00', currency: 'USD' },
      items: [],
    });
  });

  it.each(['colour=red', 'limit=5', 'state=LOST', 'from=2025-02-30'])('is refused for %s', async (filter) => {
    expect((await api.get(`/api/v1/charge-totals?${filter}`)).status).toBe(400);
  });
});
