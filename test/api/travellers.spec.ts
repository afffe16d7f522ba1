import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Answer, type ApiUnderTest, apiOver } from './api-under-test.ts';
import { done, sign, travelAgreementBody, tripBody } from './bodies.ts';

jest.setTimeout(120_000);

const name = 'Wanjiru Canary-Kamau';

describe('a delegate whose trip is charged by name', () => {
  let api: ApiUnderTest;
  let reference: string;
  beforeAll(async () => {
    api = await apiOver('references');
    api.today('2025-10-20');
    await done(201, api.post('/api/v1/agreements', travelAgreementBody(), { by: 'BRS.finance' }));
    await done(200, sign(api, 'CRA-2025-002', '2025-10-20'));
    api.today('2025-11-10');
    const recorded = await done(201, api.post('/api/v1/charges/trips', tripBody({ traveller: name })));
    reference = recorded.body.traveller as string;
  });
  afterAll(() => api.close());

  const path = (step = '') => `/api/v1/travellers/${reference}${step}`;
  const disclosed = (sending: Parameters<ApiUnderTest['post']>[2] = {}): Promise<Answer> =>
    api.post(path('/disclosures'), { reason: 'the bank asks' }, sending);

  it('is a reference in every answer', async () => {
    expect(reference).toMatch(/^TR-[0-9A-Z]{10}$/);
    for (const address of ['/api/v1/charges', '/api/v1/charges/T-02', path(), '/api/v1/audit-events']) {
      const { text } = await done(200, api.get(address));
      expect(text).toContain(reference);
      expect(text).not.toContain('Kamau');
    }
    expect((await api.get(path())).body).toMatchObject({ charges: [{ charge: 'T-02' }], nights: { length: 8 } });
  });

  it('has a name once, for whoever says why, and a repeat of that request has none', async () => {
    const first = await done(201, disclosed({ key: 'disclosure-1' }));
    expect(first.body).toMatchObject({ name, party: 'KE', tickets: ['706-2401'] });
    const again = await done(201, disclosed({ key: 'disclosure-1' }));
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.body).toMatchObject({ reference, name: null, party: null, tickets: null });
    expect((await disclosed()).body).toMatchObject({ name });
    const { items } = (await api.get(`/api/v1/audit-events?object=${reference}&action=TRAVELLER_DISCLOSED`)).body;
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ person: 'BRS.finance', reason: 'the bank asks' });
  });

  it('is not shown by a dry run, to a certifying officer, without a reason, or under what is no reference', async () => {
    expect(await disclosed({ dryRun: true })).toMatchObject({ status: 400, body: { code: 'NO_DRY_RUN' } });
    expect(await disclosed({ by: 'MINAMATA.certifying' })).toMatchObject({ status: 403 });
    expect(await api.post(path('/disclosures'), { reason: ' ' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/reason', code: 'REASON_MISSING' }] },
    });
    const { status, text } = await api.get('/api/v1/travellers/Kamau');
    expect([status, text.includes('no traveller of this form')]).toEqual([404, true]);
  });

  it('is given all that the books hold of the delegate, with who asked', async () => {
    const { body } = await done(201, api.post(path('/exports'), { reason: 'she asked for it on 3 June' }));
    const byAnAuditor = api.post(path('/exports'), { reason: 'a sample' }, { by: 'BRS.auditor' });
    expect(await byAnAuditor).toMatchObject({ status: 403, body: { code: 'NOT_DESIGNATED' } }); // who may see the name alone
    expect(body).toMatchObject({ name, charges: [{ charge: 'T-02', agreement: 'CRA-2025-002' }] });
    expect(body.acts.map(({ action }: { action: string }) => action)).toEqual([
      'TRAVELLER_EXPORTED',
      'TRAVELLER_DISCLOSED',
      'TRAVELLER_DISCLOSED',
      'TRAVELLERS_REGISTERED',
    ]);
  });

  it('can be written down rightly, and erased in its time by an approving officer', async () => {
    await done(201, api.post(path('/corrections'), { name: 'Wanjiru Canary Kamau', reason: 'no hyphen' }));
    expect((await disclosed()).body).toMatchObject({ name: 'Wanjiru Canary Kamau' });
    const erases = (before: string, by: string): Promise<Answer> =>
      api.post('/api/v1/travellers/erasures', { before }, { by });
    expect(await erases('2025-11-01', 'BRS.approving')).toMatchObject({
      status: 422,
      body: { code: 'TOO_EARLY_TO_ERASE' },
    });
    expect(await erases('2020-01-01', 'BRS.finance')).toMatchObject({ status: 403 });
    expect((await done(201, erases('2020-01-01', 'BRS.approving'))).body).toEqual({ erased: [] });
  });

  it('leaves nothing of the name with any key of a request, and no digest that names could be tried against', async () => {
    const kept = await api.books.owner.query<{ operation: string; body: string; digest: string }[]>(
      `select operation, body, encode(request_sha256, 'hex') as digest from platform.request_key`,
    );
    expect(kept.length).toBeGreaterThan(5);
    expect(JSON.stringify(kept)).not.toContain('Kamau');
    const { createHash } = await import('node:crypto');
    const { canonicalJson } = await import('#kernel');
    const guess = createHash('sha256')
      .update(canonicalJson(['POST /api/v1/charges/trips', tripBody({ traveller: name })]))
      .digest('hex');
    expect(kept.map(({ digest }) => digest)).not.toContain(guess);
  });
});
