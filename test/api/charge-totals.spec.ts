import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Money } from '#kernel';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { done, passThroughBody, signedAgreement } from './bodies.ts';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('sample');
}, 60_000);
afterAll(() => api.close());

const sumOf = (items: { amount: { amount: string } }[]): string =>
  Money.sum(items.map(({ amount }) => Money.usd(amount.amount))).toString();

type Row = Record<string, string>;

/** Of the amounts, or of what of them was given back, or of what is left. */
async function comeTo(filter: string, figure: string): Promise<string> {
  const { amount, credited } = (await api.get(`/api/v1/charge-totals?biennium=2024-2025&${filter}`)).body;
  if (figure === 'CREDITED') return credited.amount;
  const whole = Money.usd(amount.amount);
  return figure === 'CHARGED' ? whole.toString() : whole.minus(Money.usd(credited.amount)).toString();
}

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

  it('and are invoiced and not paid come to what is open of the agreement, once credit notes are taken off', async () => {
    const { byAgreement } = (await api.get('/api/v1/bienniums/2024-2025/totals')).body as { byAgreement: Row[] };
    const open = byAgreement.map(({ agreement, invoicedUsd = '', settledUsd = '' }) => [
      agreement,
      Money.usd(invoicedUsd).minus(Money.usd(settledUsd)).toString(),
    ]);
    const listed = byAgreement.map(async ({ agreement }) => [
      agreement,
      await comeTo(`state=INVOICED&agreement=${agreement ?? ''}`, 'OPEN'),
    ]);
    expect(await Promise.all(listed)).toEqual(open);
  });

  it.each(['CHARGED', 'CREDITED', 'INVOICED', 'SETTLED', 'OPEN'] as const)(
    'and which a figure of the audit is made of come to it: %s',
    async (figure) => {
      const audit = (await api.get('/api/v1/bienniums/2024-2025/audit', { accept: 'application/json' })).body;
      const field = `${figure.toLowerCase()}Usd`;
      const rows = [
        ...audit.byItem.map((row: Row) => [`agreement=${row.agreement ?? ''}&item=${row.item ?? ''}`, row]),
        ...audit.byAgreement.map((row: Row) => [`agreement=${row.agreement ?? ''}`, row]),
        ...audit.byMonth.map((row: Row) => [`month=${row.month ?? ''}`, row]),
      ] as [string, Row][];
      const behind = await Promise.all(rows.map(([filter]) => comeTo(`${filter}&figure=${figure}`, figure)));
      expect(rows.map(([filter], at) => [filter, behind[at]])).toEqual(
        rows.map(([filter, row]) => [filter, row[field]]),
      );
      expect(rows.some(([, row]) => row[field] !== '0.00')).toBe(figure !== 'SETTLED'); // nothing of the sample is
    },
  );

  it('is nothing where nothing matches', async () => {
    expect((await api.get('/api/v1/charge-totals?state=DISPUTED')).body).toEqual({
      count: 0,
      amount: { amount: '0.00', currency: 'USD' },
      credited: { amount: '0.00', currency: 'USD' },
      items: [],
    });
  });

  it.each(['colour=red', 'limit=5', 'state=LOST', 'figure=LOST', 'from=2025-02-30'])(
    'is refused for %s',
    async (filter) => {
      expect((await api.get(`/api/v1/charge-totals?${filter}`)).status).toBe(400);
    },
  );
});

describe('what the largest charges come to', () => {
  let books: ApiUnderTest;
  beforeAll(async () => {
    books = await apiOver('references');
    await signedAgreement(books);
  }, 60_000);
  afterAll(() => books.close());

  it('is their sum, though no one amount may be as large', async () => {
    for (const id of ['LARGE-1', 'LARGE-2']) {
      const actualCost = { amount: '9999999999999.99', currency: 'USD' };
      await done(201, books.post('/api/v1/charges', passThroughBody({ id, actualCost }), { by: 'MINAMATA.finance' }));
    }
    const { body } = await done(200, books.get('/api/v1/charge-totals'));
    expect(body.amount.amount).toBe('19999999999999.98');
    expect(body.items[0].amount.amount).toBe('19999999999999.98');
    await done(200, books.get('/api/v1/bienniums/2024-2025/audit', { accept: 'application/json' }));
  });
});
