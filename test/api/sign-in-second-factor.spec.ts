import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { Browser, invited, password } from './browser.ts';
import { enrolledIn, shows, type Enrolled } from './second-factor.ts';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references', { everybodySignedIn: false });
}, 60_000);
afterAll(() => api.close());

const code = ({ status, body }: { status: number; body: { code?: string } | null }): string =>
  `${status} ${body?.code ?? ''}`;

const enrolled = (person: string): Promise<Enrolled> => enrolledIn(api, person);

describe('whoever certifies, approves or administers, with a password alone', () => {
  it.each(['BRS.certifying', 'MINAMATA.approving'])(
    'makes a second factor and does nothing else (%s)',
    async (person) => {
      const browser = await invited(api, person);
      expect((await browser.signIn(person)).status).toBe(201);
      for (const [method, path] of [
        ['GET', '/api/v1/charges'],
        ['GET', '/api/v1/audit-events'],
        ['POST', '/api/v1/keys'],
      ] as const)
        expect(code(await browser.send(method, path, method === 'POST' ? { days: 1 } : undefined))).toBe(
          '403 SECOND_FACTOR_NEEDED',
        );
      expect((await browser.send('GET', '/api/v1/session')).status).toBe(200);
      const { body } = await browser.send('POST', '/api/v1/second-factor');
      const before = browser.cookie;
      const wrong = await browser.send('POST', '/api/v1/second-factor/confirmation', { code: '000000' });
      expect(code(wrong)).toBe('401 CODE_REFUSED');
      const given = { code: shows(body.secret as string) };
      expect((await browser.send('POST', '/api/v1/second-factor/confirmation', given)).body.recoveryCodes).toHaveLength(
        10,
      );
      expect(browser.cookie).not.toBe(before);
      expect((await browser.send('GET', '/api/v1/charges')).status).toBe(200);
    },
  );
});

describe('a sign-in with a second factor', () => {
  it('is half a one until the code has come, and half a one can do nothing else', async () => {
    const { secret } = await enrolled('BRS.approving');
    const browser = new Browser(api);
    expect((await browser.signIn('BRS.approving')).body).toEqual({ secondFactorNeeded: true });
    const half = browser.cookie;
    for (const { method, path } of api.contract.all()) {
      if (/sign-in(\/oidc.*)?$|^\/(health|metrics)|first-administrator|acceptance|inspection/.test(path)) continue;
      if (/^\/api\/v1\/session(\/second-factor)?$/.test(path) && method !== 'GET') continue;
      const { status } = await api.send({
        method,
        path: path.replace(/\{id\}/, '00000000-0000-7000-8000-000000000000').replace(/\{[^}]*\}/g, '2025-05'),
        headers: { cookie: half ?? '', 'idempotency-key': 'half-a-session', 'if-match': '*' },
      });
      const refused = path.includes('{reference}') ? [400, 401, 404] : [400, 401]; // what is no reference is looked at by nobody
      expect([`${method} ${path}`, refused.includes(status)]).toEqual([`${method} ${path}`, true]);
    }
    expect(code(await browser.send('GET', '/api/v1/charges'))).toBe('401 SECOND_FACTOR_OUTSTANDING');
    expect(code(await browser.send('POST', '/api/v1/session/step-up', { password }))).toBe(
      '401 SECOND_FACTOR_OUTSTANDING',
    );
    const whole = await browser.send('POST', '/api/v1/session/second-factor', { code: shows(secret) });
    expect(whole.body).toMatchObject({ person: { code: 'BRS.approving' }, steppedUpUntil: expect.any(String) });
    expect(browser.cookie).not.toBe(half);
    const old = new Browser(api);
    old.cookie = half; // whoever had it before has nothing now
    expect(code(await old.send('GET', '/api/v1/session'))).toBe('401 NOT_SIGNED_IN');
  });

  it('takes each code once, however many come with it at the same time', async () => {
    const { secret, first } = await enrolled('MINAMATA.certifying');
    const half = async (): Promise<Browser> => {
      const browser = new Browser(api);
      await browser.signIn('MINAMATA.certifying');
      return browser;
    };
    expect(code(await (await half()).send('POST', '/api/v1/session/second-factor', { code: first }))).toBe(
      '401 CODE_REFUSED',
    );
    const browsers = await Promise.all([half(), half(), half()]);
    const given = { code: shows(secret, 1) };
    const answers = await Promise.all(browsers.map((one) => one.send('POST', '/api/v1/session/second-factor', given)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401]);
    await expect(
      api.books.owner.transaction(async (tx) => {
        await tx.query(
          `insert into platform.audit_event (id, at, person, secretariat, action, object_kind, object_ids, body)
           values (gen_random_uuid(), now(), 'recoup', 'recoup', 'ARRANGED_BY_A_TEST', 'test', '{test}', '{}')`,
        );
        await tx.query('update identity.second_factor set last_step = last_step - 1 where last_step is not null');
      }),
    ).rejects.toMatchObject({ driverError: { constraint: 'second_factor_code_once' } });
  });

  it('takes each recovery code once', async () => {
    const { codes } = await enrolled('MINAMATA.finance');
    const tryIt = async (given: string): Promise<number> => {
      const browser = new Browser(api);
      await browser.signIn('MINAMATA.finance');
      return (await browser.send('POST', '/api/v1/session/second-factor', { code: given })).status;
    };
    const [one = '', other = ''] = codes;
    expect([await tryIt(one), await tryIt(one), await tryIt(other)]).toEqual([201, 401, 201]);
  });

  it('takes five codes in vain, and then none for fifteen minutes', async () => {
    const { secret } = await enrolled('BRS.finance');
    const browser = new Browser(api);
    await browser.signIn('BRS.finance');
    const guess = (given: string) => browser.send('POST', '/api/v1/session/second-factor', { code: given });
    const guesses = await Promise.all(['000001', '000002', '000003', '000004', '000005', '000006'].map(guess));
    expect(guesses.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await guess(shows(secret, 1))).status).toBe(429);
    await api.books.owner.query('delete from identity.sign_in_limit');
  }, 30_000);

  it('keeps the secret encrypted, and for nobody else', async () => {
    const { secret } = await enrolled('BRS.auditor');
    const rows = await api.books.db.query<{ person: string; secret: string }[]>(
      'select person, secret from identity.second_factor',
    );
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(rows.map((row) => row.secret).every((sealed) => /^[0-9a-f]{8}\.[\w-]{16}\.[\w-]+$/.test(sealed))).toBe(true);
  });
});

describe('a step that asks for a fresh proof', () => {
  it('is refused eleven minutes after the last, and goes on once there is a new one', async () => {
    const { codes, browser } = await enrolled('MINAMATA.administrator');
    const step = () => browser.send('POST', '/api/v1/people/MINAMATA.auditor/invitations');
    expect((await step()).status).toBe(201);
    await longAgo();
    expect(code(await step())).toBe('403 STEP_UP_NEEDED');
    expect((await browser.send('GET', '/api/v1/session')).body.steppedUpUntil).toBeNull();
    const before = browser.cookie;
    const stepUp = (given: object) => browser.send('POST', '/api/v1/session/step-up', given);
    expect(code(await stepUp({ password }))).toBe('401 CODE_REFUSED'); // the password alone is half of it
    expect(code(await stepUp({ password: 'something else', code: codes[0] }))).toBe('401 SIGN_IN_REFUSED');
    expect(code(await step())).toBe('403 STEP_UP_NEEDED');
    expect((await stepUp({ password, code: codes[0] })).body.steppedUpUntil).toEqual(expect.any(String));
    expect(browser.cookie).not.toBe(before);
    expect((await step()).status).toBe(201);
  });

  const bodies: Readonly<Record<string, object>> = {
    'charges/certifications': { charges: ['X'] },
    'agreements/{number}/signatures': { side: 'CLIENT', signedOn: '2025-01-01' },
    'periods/{period}/withdrawals': { reason: 'a reason' },
    'periods/{period}/reopen-requests': { reason: 'a reason' },
    'periods/{period}/reopenings': { reason: 'a reason' },
    'verifications/lifts': { verification: '1', reason: 'a reason' },
    'trust-funds/{code}/cash-limits': { limit: { amount: '1.00', currency: 'USD' }, reason: 'a reason' },
    'trust-funds/{code}/codings': { reason: 'a reason' },
    'budget-lines/{code}/codings': { reason: 'a reason' },
    'people/{person}/account/disabling': { reason: 'a reason' },
    'people/{person}/renewals': { reason: 'a reason' },
    keys: { days: 1 },
    'second-factor/confirmation': { code: '000000' },
  };
  it('is what certifies, approves, issues, closes and lets people in', async () => {
    const { cookie = '' } = await api.signedIn('BRS.administrator');
    await longAgo();
    const fresh = [];
    for (const { method, path } of api.contract.all()) {
      if (method !== 'POST') continue;
      const name = path.replace('/api/v1/', '');
      const answer = await api.send({
        method,
        path: path.replace(/\{[^}]*\}/g, '2025-05'),
        headers: { cookie, 'idempotency-key': 'a-stale-session', 'content-type': 'application/json', 'if-match': '*' },
        payload: JSON.stringify(bodies[name] ?? {}),
      });
      if (answer.body?.code === 'STEP_UP_NEEDED') fresh.push(name);
    }
    expect(fresh.sort()).toEqual(
      [
        ...['agreements/{number}/signatures', 'charges/certifications', 'charges/{id}/certification'],
        ...['charges/{id}/reversal/approval', 'designations/{id}/countersignature', 'people/{code}/sign-in-link/end'],
        ...['invoices/{id}/issuance', 'keys', 'people/{person}/account/disabling', 'people/{person}/invitations'],
        ...['people/{person}/renewals', 'renewals/{id}/approval', 'settlements/{id}/approval'],
        ...['periods/{period}/closing', 'periods/{period}/reopen-requests', 'periods/{period}/reopenings'],
        ...[
          'periods/{period}/signatures',
          'periods/{period}/withdrawals',
          'second-factor',
          'second-factor/confirmation',
          'second-factor/recovery-codes',
        ],
        ...['terminals/{code}/approval', 'trust-funds/{code}/cash-limits', 'verifications/lifts'],
        ...['budget-lines/{code}/codings', 'trust-funds/{code}/codings'],
      ].sort(),
    );
  });
});

/** The last proof of every whole session was ten minutes and a second ago, by the database's clock. */
function longAgo(): Promise<unknown> {
  return api.books.owner.query(
    `update identity.session set stepped_up_at = now() - interval '10 minutes 1 second'
     where ended_at is null and proven <> 'HALF' and stepped_up_at > now() - interval '10 minutes 1 second'`,
  );
}
