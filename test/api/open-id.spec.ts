import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IssuerSubjectsService } from '#identity';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { forger, forgingIssuer } from './issuer-under-test.ts';
import { OpenIdUnderTest } from './open-id-under-test.ts';
import { ask, type Browser, callback, throughRealIssuer } from './real-issuer.ts';

let site: OpenIdUnderTest;
let atReal: NestFastifyApplication;

beforeAll(async () => {
  site = await OpenIdUnderTest.open();
  ({ atReal } = await site.serveReal());
}, 60_000);
afterAll(() => site.close());

describe('somebody whom an administrator has linked', () => {
  const atIssuer: Browser = { cookies: new Map() };
  const browser: Browser = { cookies: new Map() };

  it('is offered it, and signs in at a real provider', async () => {
    const ways = await atReal.inject('/api/v1/sign-in');
    expect(ways.json()).toMatchObject({ oidc: { name: 'Example', startUrl: '/api/v1/sign-in/oidc' } });
    await site.link(atReal, 'real-subject-1', 'BRS.certifying');
    const begun = await ask(atReal, browser, '/api/v1/sign-in/oidc');
    expect(begun.statusCode).toBe(303);
    const sentTo = new URL(begun.headers.location ?? '');
    expect(Object.fromEntries(sentTo.searchParams)).toEqual({
      client_id: forger.clientId,
      redirect_uri: callback,
      scope: 'openid',
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(String(begun.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax.*Max-Age=600/);
    const back = await throughRealIssuer(sentTo.href, 'real-subject-1', atIssuer);
    const signedInAs = await ask(atReal, browser, back);
    expect([signedInAs.statusCode, signedInAs.headers.location]).toEqual([303, '/']);
    const session = await ask(atReal, browser, '/api/v1/session');
    expect(session.json()).toMatchObject({ person: { code: 'BRS.certifying' }, secretariat: { code: 'BRS' } });
    expect(session.body + String(signedInAs.headers['set-cookie'])).not.toMatch(/eyJ|id_token|access_token/);
  });

  it('uses neither the code nor the beginning twice', async () => {
    const other: Browser = { cookies: new Map() };
    const begun = await ask(atReal, other, '/api/v1/sign-in/oidc');
    const back = await throughRealIssuer(begun.headers.location ?? '', 'real-subject-1', atIssuer);
    const copy: Browser = { cookies: new Map(other.cookies) };
    expect((await ask(atReal, other, back)).statusCode).toBe(303);
    expect((await ask(atReal, copy, back)).statusCode).toBe(401);
    // The code again in a sign-in of its own: the provider refuses it.
    const again: Browser = { cookies: new Map() };
    const beginning = new URL((await ask(atReal, again, '/api/v1/sign-in/oidc')).headers.location ?? '');
    const replayed = new URL(back);
    replayed.searchParams.set('state', beginning.searchParams.get('state') ?? '');
    const refused = await ask(atReal, again, replayed.href);
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([401, 'ISSUER_REFUSED']);
  });

  it('steps up by proving it there again, and gets another session', async () => {
    const before = browser.cookies.get('recoup-session') ?? '';
    const begun = await ask(atReal, browser, '/api/v1/sign-in/oidc?fresh=true');
    expect(new URL(begun.headers.location ?? '').searchParams.get('prompt')).toBe('login');
    const back = await throughRealIssuer(begun.headers.location ?? '', 'real-subject-1', atIssuer);
    expect((await ask(atReal, browser, back)).statusCode).toBe(303);
    expect(browser.cookies.get('recoup-session')).not.toBe(before);
    const old = await atReal.inject({ url: '/api/v1/session', headers: { cookie: `recoup-session=${before}` } });
    expect(old.statusCode).toBe(401);
    const session = await ask(atReal, browser, '/api/v1/session');
    expect(session.json<{ steppedUpUntil: string | null }>().steppedUpUntil).not.toBeNull();
  });

  it('is nobody once the link is ended, at once', async () => {
    const ended = await atReal.inject({
      method: 'POST',
      url: '/api/v1/people/BRS.certifying/sign-in-link/end',
      headers: {
        ...(await site.signedIn('BRS.administrator')),
        ...{ 'content-type': 'application/json', 'idempotency-key': 'end-of-the-link' },
      },
      payload: '{}',
    });
    expect(ended.statusCode).toBe(200);
    expect((await ask(atReal, browser, '/api/v1/session')).statusCode).toBe(401);
    const begun = await ask(atReal, browser, '/api/v1/sign-in/oidc');
    const back = await throughRealIssuer(begun.headers.location ?? '', 'real-subject-1', atIssuer);
    expect((await ask(atReal, browser, back)).statusCode).toBe(401);
  });
});

describe('the same subject of another issuer', () => {
  it('is somebody else', async () => {
    const twin = await forgingIssuer();
    const app = await site.serve(twin.issuer);
    try {
      const browser: Browser = { cookies: new Map() };
      const begun = await ask(app, browser, '/api/v1/sign-in/oidc');
      const sent = await fetch(begun.headers.location ?? '', { redirect: 'manual' });
      expect((await ask(app, browser, sent.headers.get('location') ?? '')).statusCode).toBe(401);
    } finally {
      await twin.close();
    }
  });

  it('and an issuer that names itself otherwise is none', async () => {
    const liar = await forgingIssuer({ says: () => 'https://login.example.org' });
    const app = await site.serve(liar.issuer);
    try {
      const begun = await app.inject('/api/v1/sign-in/oidc');
      expect([begun.statusCode, begun.headers['retry-after']]).toEqual([503, '5']);
    } finally {
      await liar.close();
    }
  });
});

describe('a link', () => {
  beforeAll(() => site.link(site.atForger, forger.subject, 'MINAMATA.certifying'));

  it('is no officer’s to make, nor for oneself, nor twice', async () => {
    const by = async (person: string, of: string, subject: string, key: string): Promise<number> =>
      (
        await site.atForger.inject({
          method: 'POST',
          url: `/api/v1/people/${of}/sign-in-link`,
          headers: { ...(await site.signedIn(person)), 'content-type': 'application/json', 'idempotency-key': key },
          payload: JSON.stringify({ subject }),
        })
      ).statusCode;
    expect(await by('BRS.approving', 'BRS.finance', 's-1', 'linked-by-approving')).toBe(403);
    expect(await by('BRS.administrator', 'BRS.administrator', 's-2', 'linked-by-oneself')).toBe(409);
    expect(await by('BRS.administrator', 'MINAMATA.finance', 's-3', 'linked-across')).toBe(404);
    expect(await by('BRS.administrator', 'BRS.finance', forger.subject, 'linked-twice')).toBe(409);
    expect(await by('MINAMATA.administrator', 'MINAMATA.certifying', 's-4', 'linked-to-two')).toBe(409);
  });

  it('is found by nobody for a subject that was never linked', async () => {
    const subjects = site.books.get(IssuerSubjectsService);
    const proven = {
      issuer: site.forging.issuer,
      subject: 'nobody',
      provenAt: null,
      issuedAt: new Date(),
      isMultiFactor: true,
      session: null,
    };
    await expect(subjects.signIn(proven, { clock: site.books.clock })).rejects.toThrow('lets nobody in');
  });
});
