import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actingAs, apiOver, type ApiUnderTest } from './api-under-test.ts';
import { certified, chargeBody, done, passThroughBody, signedAgreement, travelAgreementBody } from './bodies.ts';
import { expectProblem, expectRefused } from './refusal.ts';

const provider = { by: 'MINAMATA.finance' };
const months = ['03', '04', '05'];
const items = ['DOC-CTL', 'DOC-PAG', 'REG-DSK', 'REG-PAX', 'BDG-RNT'];

/** 500 charges: each fifth of another item, each third delivered in another month. */
function fiveHundred(): object[] {
  return Array.from({ length: 500 }, (_, index) => {
    const fields = {
      id: `L-${String(index).padStart(3, '0')}`,
      quantity: { 'REG-PAX': '1', 'DOC-PAG': '0.1' }[items[index % 5] ?? ''] ?? '0.5', // people are whole, days have halves
      deliveredOn: `2025-${months[index % 3] ?? ''}-10`,
    };
    const item = items[index % 5];
    return item === 'BDG-RNT'
      ? passThroughBody({ ...fields, actualCost: { amount: '1.00', currency: 'USD' } })
      : chargeBody({ ...fields, item });
  });
}

describe('a list of charges', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await apiOver('references');
    await signedAgreement(api);
    await done(201, api.post('/api/v1/charges/batches', { charges: fiveHundred() }, provider));
    await certified(api, 'BRS', ['L-000', 'L-001', 'L-002']);
    const request = { agreement: 'CRA-2025-001', charges: ['L-000'] };
    const { body } = await done(201, api.post('/api/v1/invoices', request, provider));
    const issuance = `/api/v1/invoices/${body.id as string}/issuance`;
    await done(200, api.post(issuance, {}, { by: 'MINAMATA.approving', seen: '*' }));
    await done(201, api.post('/api/v1/invoices', { agreement: 'CRA-2025-001', charges: ['L-001'] }, provider));
    api.today('2025-11-10');
    await done(201, api.post('/api/v1/agreements', travelAgreementBody(), { by: 'BRS.finance' }));
    const laptops = chargeBody({ id: 'LAPTOP', agreement: 'CRA-2025-002', item: 'IT-TEC', deliveredOn: '2025-11-07' });
    await done(201, api.post('/api/v1/charges', laptops, { by: 'BRS.finance' }));
  }, 60_000);
  afterAll(() => api.close());

  async function walk(path: string, filter: string, between: () => Promise<void> = async () => undefined) {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = `${filter}${cursor === null ? '' : `&cursor=${cursor}`}`;
      const { body } = await done(200, api.get(`/api/v1/${path}?${query}`));
      ids.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
      await between();
    } while (cursor !== null);
    return ids;
  }

  it('is walked from the newest to the oldest without a gap or a repeat, also while others record', async () => {
    let added = 0;
    const ids = await walk('charges', 'agreement=CRA-2025-001&limit=37', async () => {
      added += 1;
      await done(201, api.post('/api/v1/charges', chargeBody({ id: `NEW-${added}`, quantity: '0.5' }), provider));
    });
    const expected = Array.from({ length: 500 }, (_, index) => `L-${String(499 - index).padStart(3, '0')}`);
    expect(ids).toEqual(expected);
    expect(added).toBe(14); // 13 full pages of 37 and one of 19
    expect(await walk('charges', 'agreement=CRA-2025-001&limit=200')).toEqual([
      ...Array.from({ length: added }, (_, index) => `NEW-${added - index}`),
      ...expected,
    ]);
  });

  it('ends with a page that has no next one, also where the last is full', async () => {
    expect(await walk('charges', 'item=REG-DSK&limit=50')).toHaveLength(100);
    const { body } = await api.get('/api/v1/charges?item=NONE');
    expect(body).toEqual({ items: [], nextCursor: null });
  });

  it('has 50 of them where no limit is given', async () => {
    expect((await api.get('/api/v1/charges')).body.items).toHaveLength(50);
    expect((await api.get('/api/v1/charges?limit=1')).body.items).toHaveLength(1);
  });

  it.each([
    ['agreement=CRA-2025-002', 1],
    ['item=DOC-PAG', 100],
    ['family=REGISTRATION', 300],
    ['family=IT', 1],
    ['state=CERTIFIED', 2],
    ['state=INVOICED', 1],
    ['state=PROVISIONAL', 1],
    ['biennium=2024-2025&agreement=CRA-2025-002', 1],
    ['biennium=2026-2027', 0],
    ['month=2025-03', 167],
    ['month=2025-04', 167],
    ['from=2025-03-10&to=2025-04-10', 334],
    ['from=2025-03-11&to=2025-04-09', 0],
    ['from=2025-11-07', 1],
    ['to=2025-03-10', 167],
    ['fund=MC-GTF', 1], // of the client: the provider’s funds are credited, not charged
    ['budgetLine=BC-1-COP17&month=2025-04', 167],
    ['fund=BC&budgetLine=RO-2-COP12', 0], // one share has both
    ['item=DOC-PAG&month=2025-03', 33],
  ])('narrowed by %s has %d', async (filter, count) => {
    expect(await walk('charges', `${filter}&limit=200`)).toHaveLength(count);
  });

  it.each([
    ['state=ISSUED', 1],
    ['state=DRAFT', 0], // the provider's, until it is issued
    ['state=SETTLED', 0],
    ['type=INVOICE', 1],
    ['type=CREDIT_NOTE', 0],
    ['provider=MINAMATA', 1],
    ['provider=BRS', 0],
    ['agreement=CRA-2025-001&limit=1', 1],
    ['agreement=CRA-2025-002', 0],
    ['biennium=2024-2025', 1],
  ])('of invoices narrowed by %s has %d', async (filter, count) => {
    expect(await walk('invoices', filter)).toHaveLength(count);
  });

  it.each([
    ['number', ['', 'I']],
    ['date', ['I', '']],
    ['amount', ['', 'I']],
  ])(
    'of invoices is walked by %s, upwards and downwards, past a draft that has neither number nor day',
    async (sort, upwards) => {
      const seen = async (order: string) => {
        const kinds: string[] = [];
        for (let cursor: string | null = ''; cursor !== null;) {
          const of: string = cursor === '' ? '' : `&cursor=${cursor}`;
          const { body } = await done(
            200,
            api.get(`/api/v1/invoices?sort=${sort}&order=${order}&limit=1${of}`, { [actingAs]: provider.by }),
          );
          kinds.push(...body.items.map(({ number }: { number: string | null }) => (number === null ? '' : 'I')));
          cursor = body.nextCursor;
        }
        return kinds;
      };
      expect(await seen('asc')).toEqual(upwards);
      expect(await seen('desc')).toEqual(upwards.toReversed());
    },
  );

  it.each(['s:1', 's:1:number:X', 's:1:date:x', 's:1:date:2025-02-30', 's:1:amount:1'])(
    'of invoices by day does not go on from "%s"',
    async (text) => {
      const cursor = Buffer.from(text).toString('base64url');
      expect((await api.get(`/api/v1/invoices?sort=date&cursor=${cursor}`)).status).toBe(400);
    },
  );

  it('of agreements comes by what it is sorted by, upwards unless it is asked for otherwise', async () => {
    const numbers = async (query: string) =>
      (await done(200, api.get(`/api/v1/agreements${query}`))).body.items.map(
        ({ number }: { number: string }) => number,
      );
    expect(await numbers('')).toEqual(['CRA-2025-001', 'CRA-2025-002']);
    expect(await numbers('?order=desc')).toEqual(['CRA-2025-002', 'CRA-2025-001']);
    expect(await numbers('?sort=charged')).toEqual(['CRA-2025-002', 'CRA-2025-001']); // under the second nothing is certified
    await expectRefused(api, { status: 400, code: 'INVALID_QUERY', pointer: '/sort' }, () =>
      api.get('/api/v1/agreements?sort=colour'),
    );
  });

  it.each(['charges', 'invoices'])('of %s refuses what it does not know or cannot read', async (path) => {
    const refuses = (query: string, code: string, pointer: string) =>
      expectRefused(api, { status: 400, code, pointer }, () => api.get(`/api/v1/${path}?${query}`));
    const { body } = await refuses('colour=blue', 'INVALID_QUERY', '/colour');
    expect(body.errors[0].code).toBe('UNKNOWN_FIELD');
    expect(body.detail).toMatch(
      /^There is no parameter "colour" here; there is .*agreement, .*limit.*\. Nothing was read\.$/,
    );
    for (const limit of ['0', '201', '-1', '1.5', 'many', '', '1e9', 'NaN']) {
      await refuses(`limit=${limit}`, 'INVALID_QUERY', '/limit');
    }
    await refuses('limit=1&limit=2', 'INVALID_QUERY', '/limit');
    for (const cursor of [
      'x',
      '',
      's:1',
      Buffer.from('s:-1').toString('base64url'),
      Buffer.from('s:1;').toString('base64url'),
    ]) {
      await refuses(`cursor=${cursor}`, 'CURSOR_UNREADABLE', '/cursor');
    }
    await refuses(`cursor=${'x'.repeat(101)}`, 'INVALID_QUERY', '/cursor');
    await refuses('state=LOST', 'INVALID_QUERY', '/state');
    await refuses('biennium=2024', 'INVALID_QUERY', '/biennium');
    await refuses('agreement=a&agreement=b', 'INVALID_QUERY', '/agreement');
  });

  it.each([
    'from=2025-02-30',
    'to=2025-04-31',
    'from=2025-13-01',
    'to=infinity',
    'from=0000-01-01',
    'month=2025-13',
    'month=2025-5',
  ])('refuses %s, which is no day or month', async (query) => {
    const answer = await api.get(`/api/v1/charges?${query}`);
    expectProblem(answer);
    expect({ status: answer.status, pointer: answer.body.errors?.[0]?.pointer }).toEqual({
      status: 400,
      pointer: `/${query.split('=')[0] ?? ''}`,
    });
  });

  it('refuses a place that no page has answered, and says where it comes from', async () => {
    const { body } = await expectRefused(api, { status: 400, code: 'INVALID_QUERY', pointer: '/after' }, () =>
      api.get('/api/v1/agreements/CRA-2025-001/two-books?after=first'),
    );
    expect(body.detail).toContain('the nextAfter of the page before');
  });
});
