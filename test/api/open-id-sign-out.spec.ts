import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { forger, forgingIssuer, type Forgery, type ForgingIssuer } from './issuer-under-test.ts';
import { OpenIdUnderTest } from './open-id-under-test.ts';
import { ask, type Browser, signOutAtRealIssuer, throughRealIssuer } from './real-issuer.ts';

/** OpenID Connect Back-Channel Logout 1.0: who signs out at the identity provider is signed out here. */

const path = '/api/v1/sign-in/oidc/backchannel-logout';

let site: OpenIdUnderTest;
let forging: ForgingIssuer;
let atForger: NestFastifyApplication;
let atReal: NestFastifyApplication;
let realIssuer: string;

beforeEach(() => site.books.owner.query('delete from identity.sign_in_limit'));

beforeAll(async () => {
  site = await OpenIdUnderTest.open();
  ({ forging, atForger } = site);
  ({ atReal, realIssuer } = await site.serveReal(path));
  await site.link(atForger, forger.subject, 'MINAMATA.certifying');
  await site.link(atForger, 'subject-of-another', 'BRS.finance');
  await site.link(atReal, 'real-subject-1', 'BRS.certifying');
}, 60_000);
afterAll(() => site.close());

/** A session that began at the issuer that forges, in a later second than whatever it has said to be over. */
async function began(claims: Record<string, unknown> = {}): Promise<Browser> {
  const { answer, browser } = await site.forged({ claims: { iat: now() + 2, ...claims } });
  if (answer.statusCode !== 303) throw new Error(answer.body);
  return browser;
}

const isOpen = async (app: NestFastifyApplication, browser: Browser): Promise<boolean> =>
  (await ask(app, browser, '/api/v1/session')).statusCode === 200;

async function says(token: string, headers: Record<string, string> = {}, more = ''): Promise<string> {
  const answer = await atForger.inject({
    ...{ method: 'POST', url: path },
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: `${new URLSearchParams({ logout_token: token }).toString()}${more}`,
  });
  expect(answer.headers['cache-control']).toBe('no-store');
  return `${answer.statusCode} ${answer.body === '' ? '' : answer.json<{ code: string }>().code}`.trim();
}

/** The last act of signing out, or of its refusal, with who is said to have done it. */
async function lastAct(): Promise<object | undefined> {
  const [act] = await site.books.owner.query<object[]>(
    `select action, person, secretariat, object_ids as objects, after from platform.audit_event
     where action in ('SIGNED_OUT', 'SIGN_OUT_REFUSED') order by sequence desc limit 1`,
  );
  return act;
}

describe('who signs out at a real provider', () => {
  it('is signed out here at once, and there alone where it was signed in there', async () => {
    const [atIssuer, elsewhere]: Browser[] = [{ cookies: new Map() }, { cookies: new Map() }];
    const [browser, other]: Browser[] = [{ cookies: new Map() }, { cookies: new Map() }];
    for (const [here, there] of [
      [browser, atIssuer],
      [other, elsewhere],
    ] as const) {
      const begun = await ask(atReal, here as Browser, '/api/v1/sign-in/oidc');
      const back = await throughRealIssuer(begun.headers.location ?? '', 'real-subject-1', there as Browser);
      expect((await ask(atReal, here as Browser, back)).statusCode).toBe(303);
    }
    await signOutAtRealIssuer(realIssuer, atIssuer as Browser);
    expect([await isOpen(atReal, browser as Browser), await isOpen(atReal, other as Browser)]).toEqual([false, true]);
    expect(await lastAct()).toEqual({
      ...{ action: 'SIGNED_OUT', person: 'BRS.certifying', secretariat: 'BRS', objects: ['BRS.certifying'] },
      after: { by: 'ISSUER', sessions: 1 },
    });
  });
});

describe('a logout token', () => {
  it('of a subject ends every session that began by it, and none that began otherwise', async () => {
    const sessions = [await began({ sid: 'one' }), await began({ sid: 'two' }), await began()];
    const another = await began({ sub: 'subject-of-another' });
    const byPassword = await site.signedIn('MINAMATA.certifying');
    expect(await says(forging.logoutToken())).toBe('200');
    expect(await Promise.all(sessions.map((one) => isOpen(atForger, one)))).toEqual([false, false, false]);
    expect(await isOpen(atForger, another)).toBe(true);
    expect((await atForger.inject({ url: '/api/v1/session', headers: byPassword })).statusCode).toBe(200);
    expect(await lastAct()).toMatchObject({ person: 'MINAMATA.certifying', after: { by: 'ISSUER', sessions: 3 } });
  });

  it('of a session ends that one', async () => {
    const [one, two] = [await began({ sid: 'three' }), await began({ sid: 'four' })];
    expect(await says(forging.logoutToken({ without: ['sub'], claims: { sid: 'three' } }))).toBe('200');
    expect([await isOpen(atForger, one), await isOpen(atForger, two)]).toEqual([false, true]);
    // Nor does a sign-in begin by it that was on its way: of a session that is over there is no other word.
    const { answer } = await site.forged({ claims: { sid: 'three', iat: now() + 2 } });
    expect(answer.statusCode).toBe(401);
  });

  it('of a subject and a session ends that one, and those of the subject that have no name', async () => {
    const [one, two, nameless] = [await began({ sid: 'five' }), await began({ sid: 'six' }), await began()];
    const another = await began({ sub: 'subject-of-another', sid: 'five' });
    expect(await says(forging.logoutToken({ claims: { sid: 'five' } }))).toBe('200');
    expect(await Promise.all([one, two, nameless, another].map((each) => isOpen(atForger, each)))).toEqual([
      ...[false, true, false, true],
    ]);
  });

  it.each([
    ['of a session that nobody has here', { without: ['sub'], claims: { sid: 'nobody’s' } }],
    ['of a subject that is nobody here', { claims: { sub: 'nobody' } }],
    ['in an array of one audience', { claims: { sub: 'nobody', aud: [forger.clientId] } }],
    ['of no kind', { claims: { sub: 'nobody' }, header: { typ: undefined } }],
  ] satisfies [string, Forgery][])('%s is content, for nothing is open', async (_, forgery) => {
    expect(await says(forging.logoutToken(forgery))).toBe('200');
    expect(await lastAct()).toMatchObject({
      person: 'recoup',
      objects: ['unknown'],
      after: { by: 'ISSUER', sessions: 0 },
    });
  });

  it('comes with what else an issuer sends, and with no name of a page', async () => {
    const browser = await began();
    expect(await says(forging.logoutToken(), {}, '&iss=whatever')).toBe('200');
    expect(await isOpen(atForger, browser)).toBe(false);
    const origin = { origin: 'https://evil.example' };
    expect(await says(forging.logoutToken(), origin)).toBe('403 FOREIGN_ORIGIN'); // an issuer is no browser
  });

  it('is taken once: heard again, it ends nothing that began after it', async () => {
    const token = forging.logoutToken();
    expect(await says(token)).toBe('200');
    const later = await began();
    expect(await says(token)).toBe('400 SIGN_OUT_REFUSED');
    expect(await isOpen(atForger, later)).toBe(true);
    expect(await lastAct()).toMatchObject({ action: 'SIGN_OUT_REFUSED', after: { by: 'ISSUER', why: 'REPEATED' } });
  });

  it('is taken once where nothing was open, too', async () => {
    const token = forging.logoutToken({ claims: { sub: 'subject-of-another' } });
    await says(forging.logoutToken({ claims: { sub: 'subject-of-another' } }));
    expect(await says(token)).toBe('200');
    const later = await began({ sub: 'subject-of-another' });
    expect(await says(token)).toBe('400 SIGN_OUT_REFUSED');
    expect(await isOpen(atForger, later)).toBe(true);
  });

  it('that comes twice at once is taken once', async () => {
    const token = forging.logoutToken();
    expect((await Promise.all([says(token), says(token)])).sort()).toEqual(['200', '400 SIGN_OUT_REFUSED']);
  });
});

const now = (): number => Math.floor(Date.now() / 1000);
const event = 'http://schemas.openid.net/event/backchannel-logout';

describe('a logout token that is none', () => {
  let browser: Browser;
  beforeEach(async () => {
    browser = await began({ sid: 'seven' });
  });

  const bad: [string, () => Forgery, why: string][] = [
    ['with no signature and alg none', () => ({ header: { alg: 'none' }, signed: 'NOT' }), 'JOSE_ALG_NOT_ALLOWED'],
    ['with no signature at all', () => ({ signed: 'NOT' }), 'JWS_SIGNATURE_VERIFICATION_FAILED'],
    [
      'signed by the client’s secret',
      () => ({ header: { alg: 'HS256' }, signed: 'BY_SECRET' }),
      'JOSE_ALG_NOT_ALLOWED',
    ],
    ['signed by another key', () => ({ signed: 'BY_ANOTHER' }), 'JWS_SIGNATURE_VERIFICATION_FAILED'],
    ['with a broken signature', () => ({ signed: 'BROKEN' }), 'JWS_SIGNATURE_VERIFICATION_FAILED'],
    ['with a key of its own', () => ({ header: { kid: 'evil' }, signed: 'BY_ANOTHER' }), 'JWKS_NO_MATCHING_KEY'],
    ['with an algorithm that is not the key’s', () => ({ header: { alg: 'ES256' } }), 'JOSE_ALG_NOT_ALLOWED'],
    [
      'with a critical word that nobody knows',
      () => ({ header: { crit: ['evil'], evil: true } }),
      'JOSE_NOT_SUPPORTED',
    ],
    ['of another kind', () => ({ header: { typ: 'at+jwt' } }), 'KIND'],
    ['of another issuer', () => ({ claims: { iss: 'https://evil.example' } }), 'JWT_CLAIM_VALIDATION_FAILED'],
    [
      'of this issuer with a slash more',
      () => ({ claims: { iss: `${forging.issuer}/` } }),
      'JWT_CLAIM_VALIDATION_FAILED',
    ],
    ['without an issuer', () => ({ without: ['iss'] }), 'JWT_CLAIM_VALIDATION_FAILED'],
    ['for another audience', () => ({ claims: { aud: 'another-client' } }), 'JWT_CLAIM_VALIDATION_FAILED'],
    ['for several', () => ({ claims: { aud: [forger.clientId, 'another'] } }), 'AUDIENCE'],
    ['without an audience', () => ({ without: ['aud'] }), 'JWT_CLAIM_VALIDATION_FAILED'],
    ['that has expired', () => ({ claims: { exp: now() - 60 } }), 'JWT_EXPIRED'],
    ['that never expires', () => ({ without: ['exp'] }), 'JWT_CLAIM_VALIDATION_FAILED'],
    ['of an hour ago', () => ({ claims: { iat: now() - 3600, exp: now() + 3600 } }), 'JWT_EXPIRED'],
    ['of the future', () => ({ claims: { iat: now() + 3600, exp: now() + 7200 } }), 'JWT_CLAIM_VALIDATION_FAILED'],
    ['issued in no time', () => ({ without: ['iat'] }), 'JWT_CLAIM_VALIDATION_FAILED'],
    ['with a nonce', () => ({ claims: { nonce: 'any' } }), 'NONCE'],
    ['without events', () => ({ without: ['events'] }), 'JWT_CLAIM_VALIDATION_FAILED'],
    ['with other events', () => ({ claims: { events: { 'http://schemas.openid.net/event/other': {} } } }), 'EVENTS'],
    ['with an event that says no object', () => ({ claims: { events: { [event]: true } } }), 'EVENTS'],
    ['with events in a list', () => ({ claims: { events: [event] } }), 'EVENTS'],
    ['without an id', () => ({ without: ['jti'] }), 'JWT_CLAIM_VALIDATION_FAILED'],
    ['with an id that is empty', () => ({ claims: { jti: '' } }), 'ID'],
    ['of nobody and nothing', () => ({ without: ['sub'] }), 'NOBODY'],
    ['of a number', () => ({ claims: { sub: 42 } }), 'NOBODY'],
    ['of somebody whom no table holds', () => ({ claims: { sub: 'nul\0' } }), 'NOBODY'],
    ['of a session that is empty', () => ({ claims: { sid: '' } }), 'NOBODY'],
  ];

  it.each(bad)('%s ends nothing, and that is written down', async (_, forgery, why) => {
    expect(await says(forging.logoutToken(forgery()))).toBe('400 SIGN_OUT_REFUSED');
    expect(await isOpen(atForger, browser)).toBe(true);
    expect(await lastAct()).toEqual({
      ...{ action: 'SIGN_OUT_REFUSED', person: 'recoup', secretariat: 'recoup', objects: ['unknown'] },
      after: { by: 'ISSUER', why },
    });
  });

  it.each([
    ['', 'JWS_INVALID'],
    ['no token', 'JWS_INVALID'],
    ['a.b.c', 'JWS_INVALID'],
  ])('"%s" ends nothing', async (text, why) => {
    expect(await says(text)).toBe('400 SIGN_OUT_REFUSED');
    expect(await lastAct()).toMatchObject({ after: { by: 'ISSUER', why } });
  });

  it('two of them in one form are none', async () => {
    expect(await says(forging.logoutToken(), {}, `&logout_token=${forging.logoutToken()}`)).toBe(
      '400 SIGN_OUT_REFUSED',
    );
    expect(await isOpen(atForger, browser)).toBe(true);
  });

  it('in another form than an issuer’s, or at another address, is not read', async () => {
    const json = { 'content-type': 'application/json' };
    const payload = JSON.stringify({ logout_token: forging.logoutToken() });
    const asJson = await atForger.inject({ method: 'POST', url: path, headers: json, payload });
    expect(asJson.statusCode).toBe(415);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const signIn = { method: 'POST', url: '/api/v1/session', headers: form, payload: 'account=a&password=b' } as const;
    expect((await atForger.inject(signIn)).statusCode).toBe(415);
    expect(await says(forging.logoutToken(), {}, `&more=${'x'.repeat(20_000)}`)).toMatch(/^413/);
    expect(await isOpen(atForger, browser)).toBe(true);
  });

  it('of the same subject at another issuer is nobody’s', async () => {
    const twin = await forgingIssuer();
    try {
      expect(await says(twin.logoutToken())).toBe('400 SIGN_OUT_REFUSED');
      expect(await isOpen(atForger, browser)).toBe(true);
    } finally {
      await twin.close();
    }
  });

  it('leaves an act fifty times in fifteen minutes from one address, and a good one is heard all the same', async () => {
    const refusals = async (): Promise<number> => (await site.refusals('SIGN_OUT_REFUSED')).length;
    const before = await refusals();
    for (let count = 0; count < 50; count += 1) expect(await says('junk')).toBe('400 SIGN_OUT_REFUSED');
    expect(await says('junk')).toBe('429 TOO_MANY_TRIES');
    expect(await says('junk')).toBe('429 TOO_MANY_TRIES');
    expect((await refusals()) - before).toBe(50);
    expect(await isOpen(atForger, browser)).toBe(true);
    expect(await says(forging.logoutToken())).toBe('200');
    expect(await isOpen(atForger, browser)).toBe(false);
    await site.books.owner.query(`update identity.sign_in_limit set since = now() - interval '15 minutes 1 second'`);
    expect(await says('junk')).toBe('400 SIGN_OUT_REFUSED');
  });

  it('has the issuer asked for its keys once, however many keys are named that it has not', async () => {
    await says(forging.logoutToken({ signed: 'BY_ANOTHER' })); // its keys are known from here on
    const before = forging.asked.get('/keys') ?? 0;
    for (const kid of ['a', 'b', 'c', 'd']) {
      expect(await says(forging.logoutToken({ header: { kid }, signed: 'BY_ANOTHER' }))).toBe('400 SIGN_OUT_REFUSED');
    }
    expect((forging.asked.get('/keys') ?? 0) - before).toBeLessThan(2);
  });
});

describe('a good logout token of an issuer whose keys are not to be had', () => {
  const posted = async (app: NestFastifyApplication, token: string): Promise<string> => {
    const answer = await app.inject({
      ...{ method: 'POST', url: path, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      payload: new URLSearchParams({ logout_token: token }).toString(),
    });
    return `${answer.statusCode} ${answer.headers['retry-after'] ?? ''}`.trim();
  };
  const acts = (): Promise<unknown[]> =>
    site.books.owner.query(`select id from platform.audit_event where action in ('SIGNED_OUT', 'SIGN_OUT_REFUSED')`);

  it.each(['DOWN', 'BROKEN', 'NEVER'] as const)(
    '%s: is asked for again, not refused, and leaves no act',
    async (state) => {
      const issuer = await forgingIssuer();
      const app = await site.serve(issuer.issuer); // it has asked for no keys yet
      try {
        const token = issuer.logoutToken();
        const before = await acts();
        issuer.publish(state);
        expect(await posted(app, token)).toBe('503 5');
        expect(await acts()).toEqual(before);
        issuer.publish(null);
        expect(await posted(app, token)).toMatch(/^200/);
      } finally {
        await issuer.close();
      }
    },
    20_000,
  );

  it('for it publishes none: the same', async () => {
    const issuer = await forgingIssuer({ hasKeys: false });
    const app = await site.serve(issuer.issuer);
    try {
      const before = await acts();
      expect(await posted(app, issuer.logoutToken())).toBe('503 5');
      expect(await acts()).toEqual(before);
    } finally {
      await issuer.close();
    }
  });
});
