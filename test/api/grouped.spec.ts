import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Answer, apiOver, type ApiUnderTest, type Sending } from './api-under-test.ts';
import { acts, atOnce, named, statuses, theAgreement, theCharges, transactions, whileHeld } from './at-once.ts';
import { agreementBody, certified, chargeBody, done, sign, signedAgreement } from './bodies.ts';
import { expectProblem } from './refusal.ts';

jest.setTimeout(20_000);

const small = 'CRA-2025-009'; // two charges of one day each fit under its ceiling

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references');
  await signedAgreement(api, { ceiling: { amount: '500000.00', currency: 'USD' } });
  const fields = { number: small, ceiling: { amount: '2000.00', currency: 'USD' } };
  await done(201, api.post('/api/v1/agreements', agreementBody(fields), { by: 'MINAMATA.finance' }));
  await done(200, sign(api, small, '2025-03-14'));
});
afterAll(() => api.close());
afterEach(() => {
  jest.restoreAllMocks();
});

const provider = 'MINAMATA.finance';
const record = (fields: object, sending: Sending = {}): Promise<Answer> =>
  api.post('/api/v1/charges', chargeBody({ quantity: '1', ...fields }), { by: provider, ...sending });
const stepOn = (step: string, by: string, id: string, sending: Sending = {}): Promise<Answer> =>
  api.post(`/api/v1/charges/${id}/${step}`, {}, { by, seen: '*', ...sending });

describe('requests of one officer that wait for a turn', () => {
  it('are done in one transaction, and each has its own charge, answer, key and act', async () => {
    const ids = named('TOGETHER');
    const answers = await whileHeld(api, theAgreement(), () =>
      ids.map((id, index) => record({ id, quantity: String(index + 1) }, { key: `key-of-${id}` })),
    );
    expect(answers.map(({ status, body, headers }) => [status, body.id, body.quantity, headers.location])).toEqual(
      ids.map((id, index) => [201, id, String(index + 1), `/api/v1/charges/${id}`]),
    );
    const recorded = await acts(api, 'CHARGES_RECORDED', ids);
    expect(new Map(recorded.map(({ objects, requestId }) => [objects.join(), requestId]))).toEqual(
      new Map(answers.map(({ body, headers }) => [body.id, headers['x-request-id']])),
    );
    expect(recorded).toHaveLength(ids.length);
    expect(transactions(recorded)).toBe(atOnce + 1);
    for (const [index, id] of ids.entries()) {
      const again = await record({ id, quantity: String(index + 1) }, { key: `key-of-${id}` });
      expect([again.text, again.headers['idempotency-replayed']]).toEqual([answers[index]?.text, 'true']);
    }
  });

  it('are refused alone: one that breaks a rule hears of it, and the others are done', async () => {
    const ids = named('BUT-ONE');
    const answers = await whileHeld(api, theAgreement(), () =>
      ids.map((id, index) => record({ id, ...(index === 5 ? { item: 'NO-SUCH' } : {}) })),
    );
    expect(statuses(answers)).toEqual([201, 201, 201, 201, 201, 422, 201, 201]);
    expectProblem(answers[5] as Answer);
    expect(answers[5]?.body.errors).toMatchObject([{ pointer: '/item' }]);
    const [found] = await api.books.db.query<{ count: number }[]>(
      `select count(*)::integer as count from charging.charge where id = any($1)`,
      [ids],
    );
    expect(found?.count).toBe(7);
  });

  it('that come twice under one key take effect once, and both are answered with it', async () => {
    const answers = await whileHeld(api, theAgreement(), () =>
      named('TWICE').map((id, index) =>
        index < 6 ? record({ id }, { key: `key-of-${id}` }) : record({ id: 'TWICE-4' }, { key: 'key-of-TWICE-4' }),
      ),
    );
    expect(statuses(answers)).toEqual(Array<number>(8).fill(201));
    expect(new Set(answers.slice(6).map(({ text }) => text))).toEqual(new Set([answers[4]?.text]));
    expect(await acts(api, 'CHARGES_RECORDED', ['TWICE-4'])).toHaveLength(1);
  });

  it('are theirs alone: those of others wait for a group of their own', async () => {
    const ids = named('WHOSE', 9);
    for (const id of ids) await done(201, record({ id }));
    const answers = await whileHeld(api, theCharges('WHOSE'), () =>
      ids.map((id, index) => stepOn('receipt', index % 2 === 0 ? 'BRS.finance' : 'BRS.certifying', id)),
    );
    expect(statuses(answers)).toEqual([200, 403, 200, 403, 200, 403, 200, 403, 200]);
    expect(answers.filter(({ status }) => status === 200).map(({ body }) => body.id)).toEqual(
      ids.filter((_, index) => index % 2 === 0),
    );
    const received = await acts(api, 'CHARGES_RECEIVED', ids);
    expect(new Set(received.map(({ person }) => person))).toEqual(new Set(['BRS.finance']));
  });

  it('are confirmed and certified together, each at the version that was read', async () => {
    const ids = named('STEP');
    for (const id of ids) await done(201, record({ id }));
    const seen = (index: number): Sending => ({ seen: index === 6 ? '"7"' : '"1"' });
    const received = await whileHeld(api, theCharges('STEP'), () =>
      ids.map((id, index) => stepOn('receipt', 'BRS.finance', id, seen(index))),
    );
    expect(statuses(received)).toEqual([200, 200, 200, 200, 200, 200, 412, 200]);
    expect(received.filter(({ status }) => status === 200).map(({ body, headers }) => [body.id, headers.etag])).toEqual(
      ids.filter((_, index) => index !== 6).map((id) => [id, '"2"']),
    );
    await done(200, stepOn('receipt', 'BRS.finance', 'STEP-6'));

    const twice = [...ids, 'STEP-7'];
    const certifiedOnes = await whileHeld(api, theCharges('STEP'), () =>
      twice.map((id) => stepOn('certification', 'BRS.certifying', id)),
    );
    expect(statuses(certifiedOnes).sort()).toEqual([...Array<number>(8).fill(200), 409]); // one charge is certified once
    const all = await acts(api, 'CHARGES_CERTIFIED', ids);
    expect(all.map(({ objects }) => objects).sort()).toEqual(ids.map((id) => [id]));
  });

  it('are posted each for itself, whole, and go as far as a ceiling lets them', async () => {
    const ids = named('CEILING', 6);
    for (const id of ids) await done(201, record({ id, agreement: small }));
    await done(200, api.post('/api/v1/charges/receipts', { charges: ids }, { by: 'BRS.finance' }));
    const answers = await whileHeld(api, theCharges('CEILING'), () =>
      ids.map((id) => stepOn('certification', 'BRS.certifying', id)),
    );
    expect(statuses(answers).sort()).toEqual([200, 200, 409, 409, 409, 409]);
    const within = answers.flatMap(({ status, body }) => (status === 200 ? [body.id as string] : []));
    for (const id of ids) {
      const { items } = (await api.get(`/api/v1/charges/${id}/postings`)).body as { items: unknown[] };
      expect([id, items.length > 0]).toEqual([id, within.includes(id)]);
    }
  });

  it('say their reason together only where it is the same', async () => {
    const ids = named('WHY', 6);
    for (const id of ids) await done(201, record({ id }));
    await done(200, api.post('/api/v1/charges/receipts', { charges: ids }, { by: 'BRS.finance' }));
    const answers = await whileHeld(api, theCharges('WHY'), () =>
      ids.map((id, index) =>
        api.post(
          `/api/v1/charges/${id}/certification`,
          { adjustmentReason: index < 5 ? 'The list came late.' : 'The meeting was longer.' },
          { by: 'BRS.certifying', seen: '*' },
        ),
      ),
    );
    expect(answers.map(({ status, body }) => [status, body.id])).toEqual(ids.map((id) => [200, id]));
    expect(transactions(await acts(api, 'CHARGES_CERTIFIED', ids))).toBe(atOnce + 2);
  });

  it('are tried without effect one by one', async () => {
    const answer = await done(200, record({ id: 'TRIED' }, { key: null, dryRun: true }));
    expect(answer.body.result.id).toBe('TRIED');
    expect(await acts(api, 'CHARGES_RECORDED', ['TRIED'])).toEqual([]);
    await certified(api, 'BRS', [(await done(201, record({ id: 'TRIED' }))).body.id as string]);
  });

  it('are waited for no longer than a group takes: who is held up by a lock lets another officer go on', async () => {
    await done(201, record({ id: 'FREE' }));
    let free: Answer | null = null;
    const held = await whileHeld(
      api,
      theAgreement(),
      () => named('HELD-UP', atOnce).map((id) => record({ id })),
      async () => {
        free = await stepOn('receipt', 'BRS.finance', 'FREE'); // the lock outlasts it
      },
    );
    expect(free).toMatchObject({ status: 200, body: { state: 'RECEIVED' } });
    expect(statuses(held)).toEqual([201, 201, 201]);
  });
});
