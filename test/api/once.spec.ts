import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Day } from '#kernel';
import { picture } from '../support/nothing-written.ts';
import { type Answer, apiOver, type ApiUnderTest } from './api-under-test.ts';
import {
  certified,
  chargeBody,
  done,
  lines,
  sign,
  signedAgreement,
  sums,
  travelAgreementBody,
  tripBody,
} from './bodies.ts';
import { expectRefused, nothingWrittenBy } from './refusal.ts';

const provider = { by: 'MINAMATA.finance' };

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references');
  await signedAgreement(api, { ceiling: { amount: '500000.00', currency: 'USD' } });
}, 60_000);
afterAll(() => api.close());

const chargesNow = async (): Promise<number> => {
  const [row] = await api.books.db.query<{ count: string }[]>('select count(*) from charging.charge');
  return Number(row?.count);
};

const rate = (unitsPerUsd: string): object => ({
  rates: [{ currency: 'NOK', effectiveOn: `2025-04-${unitsPerUsd}`, unitsPerUsd }],
});

async function draftOf(charge: string): Promise<string> {
  await done(201, api.post('/api/v1/charges', chargeBody({ id: charge, quantity: '1' }), provider));
  await certified(api, 'BRS', [charge]);
  const request = { agreement: 'CRA-2025-001', charges: [charge] };
  const { body } = await done(201, api.post('/api/v1/invoices', request, provider));
  return `/api/v1/invoices/${body.id as string}/issuance`;
}

describe('a request that writes', () => {
  it.each([
    ['no key', null],
    ['a key too short', '1234567'],
    ['a key too long', 'k'.repeat(129)],
    ['a key with a space in it', 'two words'],
  ])('is refused with %s', async (_, key) => {
    await expectRefused(api, { status: 400, code: 'IDEMPOTENCY_KEY_MISSING', pointer: null }, () =>
      api.post('/api/v1/charges', chargeBody(), { ...provider, key }),
    );
  });

  it('gets the first answer again, byte by byte, when it is repeated', async () => {
    const before = await chargesNow();
    const sending = { ...provider, key: 'the-first-charge' };
    const first = await done(201, api.post('/api/v1/charges', chargeBody(), sending));
    await done(200, api.post(`${first.headers.location ?? ''}/receipt`, {}, { seen: '"1"' }));
    const again = await done(201, api.post('/api/v1/charges', chargeBody(), sending));
    expect(again.text).toBe(first.text); // also though the charge has gone on since
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(again.headers).toMatchObject({
      'idempotency-replayed': 'true',
      location: first.headers.location,
      etag: first.headers.etag,
    });
    expect(await chargesNow()).toBe(before + 1);
  });

  it('is the same request in another order of its fields', async () => {
    const sending = { ...provider, key: 'order-of-fields' };
    const first = await done(201, api.post('/api/v1/charges', chargeBody(), sending));
    const reversed = Object.fromEntries(Object.entries(chargeBody()).reverse());
    expect((await done(201, api.post('/api/v1/charges', reversed, sending))).text).toBe(first.text);
  });

  it('may be repeated with the ETag it had then', async () => {
    const { headers } = await done(201, api.post('/api/v1/charges', chargeBody(), provider));
    const path = `${headers.location ?? ''}/receipt`;
    const sending = { by: 'BRS.finance', key: 'one-receipt', seen: '"1"' };
    const first = await done(200, api.post(path, {}, sending));
    expect((await done(200, api.post(path, {}, sending))).text).toBe(first.text);
  });

  it('is refused with the key of another body, and the first effect is untouched', async () => {
    const sending = { ...provider, key: 'another-body' };
    const first = await done(201, api.post('/api/v1/charges', chargeBody(), sending));
    await expectRefused(api, { status: 422, code: 'REQUEST_KEY_REUSED', pointer: null }, () =>
      api.post('/api/v1/charges', chargeBody({ quantity: '14' }), sending),
    );
    const asked = await api.signedIn('MINAMATA.finance'); // who is told what they may do
    expect((await api.get(first.headers.location ?? '', asked)).text).toBe(first.text);
  });

  it('is refused with the key of another path', async () => {
    const charges = { charges: [chargeBody()] };
    await done(201, api.post('/api/v1/charges/batches', charges, { ...provider, key: 'another-path' }));
    await expectRefused(api, { status: 422, code: 'REQUEST_KEY_REUSED', pointer: null }, () =>
      api.post('/api/v1/charges', chargeBody(), { ...provider, key: 'another-path' }),
    );
  });

  it('shares no key with another person', async () => {
    const key = 'the-same-key-of-two';
    await done(201, api.post('/api/v1/operational-rates', rate('11'), { by: 'BRS.finance', key }));
    const other = await done(201, api.post('/api/v1/operational-rates', rate('12'), { by: 'MINAMATA.finance', key }));
    expect(other.headers['idempotency-replayed']).toBeUndefined();
    expect(other.body.items[0].unitsPerUsd).toBe('12');
  });

  it('gets its refusal again when it is repeated, also once it would be allowed', async () => {
    const sending = { ...provider, key: 'refused-at-first' };
    const early = chargeBody({ deliveredOn: '2025-05-11' });
    const first = await nothingWrittenBy(api, () => api.post('/api/v1/charges', early, sending));
    expect(first.body.code).toBe('DELIVERED_IN_THE_FUTURE');
    const today = api.books.clock.now();
    api.books.clock.set(Day.of('2025-05-12'));
    const before = await picture(api.books.db);
    const again = await api.post('/api/v1/charges', early, sending);
    expect(await picture(api.books.db)).toEqual(before);
    expect(again).toMatchObject({ status: first.status, text: first.text });
    expect(again.headers).toMatchObject({
      'idempotency-replayed': 'true',
      'content-type': first.headers['content-type'],
    });
    await done(201, api.post('/api/v1/charges', early, { ...provider, key: 'a-new-request' }));
    api.books.clock.set(Day.of(today.toISOString().slice(0, 10)));
  });

  it('keeps no key of what could not be judged', async () => {
    const sending = { by: 'NOBODY', key: 'nobody-knows-me' };
    expect((await api.post('/api/v1/charges', chargeBody(), sending)).body.code).toBe('NOT_SIGNED_IN');
    const [row] = await api.books.db.query<{ kept: string }[]>(
      'select count(*) as kept from platform.request_key where key = $1',
      [sending.key],
    );
    expect(row?.kept).toBe('0');
  });

  it('takes effect once when it comes twenty times at once', async () => {
    const before = await chargesNow();
    const sending = { ...provider, key: 'twenty-at-once' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => api.post('/api/v1/charges', chargeBody(), sending)),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(19);
    expect(await chargesNow()).toBe(before + 1);
  });
});

describe('a draft that two people issue at once', () => {
  it('gets one number; the other is told that it is issued', async () => {
    const path = await draftOf('TWO-TABS');
    const tab = (): Promise<Answer> => api.post(path, {}, { by: 'MINAMATA.approving', seen: '*' });
    const answers = await Promise.all([tab(), tab()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('INVOICE_NOT_IN_STATE');
  });

  it('leaves no gap in the numbers, whatever was refused or tried in between', async () => {
    const issued = async (): Promise<string[]> => {
      const { body } = await api.get('/api/v1/invoices?state=ISSUED&limit=200');
      return body.items.map(({ number }: { number: string }) => number).sort();
    };
    for (const charge of ['GAP-1', 'GAP-2', 'GAP-3']) {
      const path = await draftOf(charge);
      await done(403, api.post(path, {}, { by: 'MINAMATA.finance', seen: '*' }));
      await done(412, api.post(path, {}, { by: 'MINAMATA.approving', seen: '"9"' }));
      await done(200, api.post(path, {}, { by: 'MINAMATA.approving', seen: '*', dryRun: true }));
      await done(200, api.post(path, {}, { by: 'MINAMATA.approving', seen: '*' }));
    }
    const numbers = await issued();
    expect(numbers).toEqual(numbers.map((_, index) => `MINAMATA-2025-000${index + 1}`));
    expect(numbers.length).toBeGreaterThanOrEqual(4);
  });
});

describe('a trip whose answer was lost, and its body too', () => {
  let today: string;
  beforeAll(() => void (today = api.books.clock.now().toISOString().slice(0, 10)));
  afterAll(() => api.today(today));

  const became = async (key: string): Promise<unknown> =>
    (await done(200, api.get(`/api/v1/sent-trips/${key}`, await api.signedIn('BRS.finance')))).body;
  const sent = (key: string, body: object): Promise<Answer> =>
    api.post('/api/v1/charges/trips', body, { by: 'BRS.finance', key });
  const isUnknown = async (key: string, by = 'BRS.finance'): Promise<void> => {
    const asking = await api.signedIn(by);
    await expectRefused(api, { status: 404, code: 'UNKNOWN_SENT_TRIP', pointer: null }, () =>
      api.get(`/api/v1/sent-trips/${key}`, asking),
    );
  };

  it('is known by its key, to whoever sent it alone', async () => {
    await done(201, api.post('/api/v1/agreements', travelAgreementBody(), { by: 'BRS.finance' }));
    await done(200, sign(api, 'CRA-2025-002', '2025-03-15'));
    api.today('2025-11-20');
    await isUnknown('the-trip-of-nobody');
    const { body } = await done(201, sent('the-lost-trip', tripBody({ id: 'LOST' })));
    expect(await became('the-lost-trip')).toMatchObject({ outcome: 'RECORDED', charge: { id: 'LOST' } });
    expect(await became('the-lost-trip')).toEqual({ outcome: 'RECORDED', charge: body });
    for (const other of ['BRS.certifying', 'MINAMATA.finance']) await isUnknown('the-lost-trip', other);
  });

  it('is known to be refused, and as unknown where its key was for something else', async () => {
    await done(422, sent('the-refused-trip', tripBody({ id: 'LOST-2', agreement: 'CRA-2099-001' })));
    expect(await became('the-refused-trip')).toEqual({ outcome: 'REFUSED', charge: null });
    await done(201, api.post('/api/v1/charges', chargeBody(), { ...provider, key: 'no-trip-at-all' }));
    await isUnknown('no-trip-at-all', 'MINAMATA.finance');
  });
});

describe('a dry run', () => {
  it('shows the result and the postings of a certification, and writes nothing', async () => {
    await done(201, api.post('/api/v1/charges', chargeBody({ id: 'DRY' }), provider));
    await done(200, api.post('/api/v1/charges/DRY/receipt', {}, { seen: '*' }));
    const sending = { by: 'BRS.certifying', seen: '"2"', key: null, dryRun: true };
    const before = await picture(api.books.db);
    const { body } = await done(200, api.post('/api/v1/charges/DRY/certification', {}, sending));
    expect(await picture(api.books.db)).toEqual(before);
    expect(body).toMatchObject({ dryRun: true, result: { id: 'DRY', state: 'CERTIFIED', version: 3 } });
    expect(sums(body.wouldPost)).toEqual({ BRS: '0.00' }); // in the own book

    await done(200, api.post('/api/v1/charges/DRY/certification', {}, { by: 'BRS.certifying', seen: '"2"' }));
    const { body: posted } = await api.get('/api/v1/charges/DRY/postings');
    expect(lines(posted.items)).toEqual(lines(body.wouldPost)); // the same code, this time kept
  });

  it('says the number that an invoice would get, and leaves it to the next one', async () => {
    const path = await draftOf('DRY-NUMBER');
    const approving = { by: 'MINAMATA.approving', seen: '"1"' };
    const { body: tried } = await done(200, api.post(path, {}, { ...approving, dryRun: true }));
    const { body: issued } = await done(200, api.post(path, {}, approving));
    expect(tried.result.number).toBe(issued.number);
    expect(tried.wouldPost.length).toBeGreaterThan(0);
  });

  it('is refused for the same reasons as the request itself', async () => {
    const body = chargeBody({ deliveredOn: '2025-05-11' });
    const answer = await nothingWrittenBy(api, () => api.post('/api/v1/charges', body, { ...provider, dryRun: true }));
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 422, code: 'DELIVERED_IN_THE_FUTURE' });
    expect((await api.post('/api/v1/charges', chargeBody(), { by: null, dryRun: true })).status).toBe(401);
    expect((await api.post('/api/v1/charges', chargeBody(), { by: 'BRS.finance', dryRun: true })).status).toBe(403);
  });

  it('says what there would be also of what answers 201 else, and no address of it', async () => {
    const answer = await done(
      200,
      api.post('/api/v1/charges', chargeBody({ id: 'TRIED' }), { ...provider, dryRun: true }),
    );
    expect(answer.body).toMatchObject({ dryRun: true, result: { id: 'TRIED', state: 'RECORDED' }, wouldPost: [] });
    expect(answer.headers.location).toBeUndefined();
    expect((await api.get('/api/v1/charges/TRIED')).status).toBe(404);
  });
});
