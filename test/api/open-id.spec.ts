import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Designation, IdentityService, IssuerSubjectsService, Person } from '#identity';
import { forTheProgram, inTransaction } from '#platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer } from '../../apps/api/src/server.ts';
import { mayReach, outboundTo, OutboundRefused } from '../../apps/api/src/sign-in/outbound.ts';
import * as a from '../support/a.ts';
import { anAct } from '../support/an-act.ts';
import { references } from '../support/beginnings.ts';
import { freshBooks, type FreshBooks } from '../support/fresh-books.ts';
import { signedInto, type SignedIn } from '../support/signed-in.ts';
import { forger, forgingIssuer, type Forgery, type ForgingIssuer } from './issuer-under-test.ts';
import { ask, type Browser, callback, realProvider, throughRealIssuer } from './real-issuer.ts';

let books: FreshBooks;
let signedIn: SignedIn;
let forging: ForgingIssuer;
let atForger: NestFastifyApplication; // sends people to the issuer that forges
let real: Server;
let atReal: NestFastifyApplication; // sends people to a real provider
let realIssuer: string;

async function serve(issuer: string): Promise<NestFastifyApplication> {
  const openId = { issuer, clientId: forger.clientId, clientSecret: forger.clientSecret, name: 'Example' };
  const app = await createServer(await books.served(), books.clock, { keys: books.keys, openId });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

beforeAll(async () => {
  books = await freshBooks(references);
  signedIn = await signedInto(books);
  forging = await forgingIssuer();
  atForger = await serve(forging.issuer);
  const listening = await realProvider();
  real = listening.server;
  realIssuer = listening.issuer;
  atReal = await serve(realIssuer);
}, 60_000);
afterAll(async () => {
  await atForger.close();
  await atReal.close();
  await forging.close();
  real.closeAllConnections();
  await new Promise((resolve) => real.close(resolve));
  await books.close();
});

async function link(issuer: string, subject: string, person: string): Promise<void> {
  const [secretariat = ''] = person.split('.');
  const app = issuer === forging.issuer ? atForger : atReal;
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1/people/${person}/sign-in-link`,
    headers: {
      ...(await signedIn(`${secretariat}.administrator`)),
      ...{ 'content-type': 'application/json', 'idempotency-key': `link-${subject}-${person}` },
    },
    payload: JSON.stringify({ subject }),
  });
  if (answer.statusCode !== 201) throw new Error(answer.body);
}

async function refusals(): Promise<string[]> {
  const events = await inTransaction(
    books.db,
    forTheProgram((tx) =>
      tx.query<{ why: string }[]>(
        `select body::jsonb -> 'after' ->> 'why' as why from platform.audit_event where action = 'SIGN_IN_REFUSED' order by at, id`,
      ),
    ),
  );
  return events.map(({ why }) => why);
}

describe('somebody whom an administrator has linked', () => {
  const atIssuer: Browser = { cookies: new Map() };
  const browser: Browser = { cookies: new Map() };

  it('is offered it, and signs in at a real provider', async () => {
    const ways = await atReal.inject('/api/v1/sign-in');
    expect(ways.json()).toMatchObject({ oidc: { name: 'Example', startUrl: '/api/v1/sign-in/oidc' } });
    await link(realIssuer, 'real-subject-1', 'BRS.certifying');
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
        ...(await signedIn('BRS.administrator')),
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

/** A whole sign-in at the issuer that forges; `change`: what somebody does to the address on the way back. */
async function forged(forgery: Forgery, change: (back: URL, browser: Browser) => void = () => undefined) {
  forging.forge(forgery);
  const browser: Browser = { cookies: new Map() };
  const begun = await ask(atForger, browser, '/api/v1/sign-in/oidc');
  const sent = await fetch(begun.headers.location ?? '', { redirect: 'manual' });
  const back = new URL(sent.headers.get('location') ?? '');
  change(back, browser);
  const answer = await ask(atForger, browser, back.href);
  return { answer, browser };
}

const now = (): number => Math.floor(Date.now() / 1000);

describe('a token', () => {
  beforeAll(() => link(forging.issuer, forger.subject, 'MINAMATA.certifying'));

  it('lets in whose it is, while nothing is wrong with it', async () => {
    const { answer, browser } = await forged({});
    expect(answer.statusCode).toBe(303);
    expect((await ask(atForger, browser, '/api/v1/session')).json()).toMatchObject({
      person: { code: 'MINAMATA.certifying' },
    });
  });

  const bad: [string, () => Forgery][] = [
    ['with another nonce', () => ({ claims: { nonce: 'another' } })],
    ['without a nonce', () => ({ without: ['nonce'] })],
    ['of another issuer', () => ({ claims: { iss: 'https://evil.example' } })],
    ['of this issuer with a slash more', () => ({ claims: { iss: `${forging.issuer}/` } })],
    ['without an issuer', () => ({ without: ['iss'] })],
    ['for another audience', () => ({ claims: { aud: 'another-client' } })],
    ['for several, of another party', () => ({ claims: { aud: [forger.clientId, 'another'], azp: 'another' } })],
    ['without an audience', () => ({ without: ['aud'] })],
    ['that has expired', () => ({ claims: { exp: now() - 60 } })],
    ['that never expires', () => ({ without: ['exp'] })],
    ['of the future', () => ({ claims: { nbf: now() + 3600 } })],
    ['issued in no time', () => ({ without: ['iat'] })],
    ['of nobody', () => ({ without: ['sub'] })],
    ['of somebody empty', () => ({ claims: { sub: '' } })],
    ['of a number', () => ({ claims: { sub: 42 } })],
    ['of an unknown subject', () => ({ claims: { sub: 'subject-43', email: 'MINAMATA.certifying' } })],
    ['with no signature and alg none', () => ({ header: { alg: 'none' }, signed: 'NOT' })],
    ['with alg none in capitals', () => ({ header: { alg: 'NONE' }, signed: 'NOT' })],
    ['with no signature at all', () => ({ signed: 'NOT' })],
    ['signed by the client’s secret', () => ({ header: { alg: 'HS256' }, signed: 'BY_SECRET' })],
    ['signed by another key', () => ({ signed: 'BY_ANOTHER' })],
    ['with a broken signature', () => ({ signed: 'BROKEN' })],
    ['with a key of its own', () => ({ header: { kid: 'evil' }, signed: 'BY_ANOTHER' })],
    ['with an algorithm that is not the key’s', () => ({ header: { alg: 'ES256' } })],
    ['with a critical word that nobody knows', () => ({ header: { crit: ['evil'], evil: true } })],
  ];

  it.each(bad)('%s lets nobody in, and that is written down', async (_, forgery) => {
    const before = (await refusals()).length;
    const { answer, browser } = await forged(forgery());
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'ISSUER_REFUSED']);
    expect(browser.cookies.has('recoup-session')).toBe(false);
    const after = await refusals();
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)).toMatch(/^[A-Z_]+$/);
  });
});

describe('what comes back from the issuer', () => {
  const wrong: [string, (back: URL, browser: Browser) => void][] = [
    ['with another state', (back) => back.searchParams.set('state', 'x'.repeat(43))],
    ['without a state', (back) => back.searchParams.delete('state')],
    ['with two states', (back) => back.searchParams.append('state', 'second')],
    ['without a code', (back) => back.searchParams.delete('code')],
    ['with a refusal', (back) => back.searchParams.set('error', 'access_denied')],
    ['from another issuer', (back) => back.searchParams.set('iss', 'https://evil.example')],
    ['in another browser', (_, { cookies }) => cookies.clear()],
    ['in the browser of another beginning', (_, { cookies }) => cookies.set('recoup-session-begun', 'y'.repeat(43))],
  ];

  it.each(wrong)('%s lets nobody in', async (_, change) => {
    const before = (await refusals()).length;
    const { answer, browser } = await forged({}, change);
    expect(answer.statusCode).toBe(401);
    expect(browser.cookies.has('recoup-session')).toBe(false);
    expect(await refusals()).toHaveLength(before + 1);
  });

  it.each<[string, Forgery['answer'] & object]>([
    ['that is a redirect', { status: 302, headers: { location: 'http://localhost:1/' }, body: '' }],
    ['that is no JSON', { status: 200, body: '<html>' }],
    ['that is endless', { status: 200, body: `{"x":"${'x'.repeat(300_000)}"}` }],
    ['without a token of who it is', { status: 200, body: '{"access_token":"a","token_type":"Bearer"}' }],
    ['that is a fault', { status: 500, body: '{}' }],
  ])('in the place of tokens, %s, lets nobody in', async (_, given) => {
    const { answer } = await forged({ answer: given });
    expect(answer.statusCode).toBe(401);
  });

  it('is not waited for longer than five seconds', async () => {
    const started = performance.now();
    const { answer } = await forged({ answer: 'NEVER' });
    expect(answer.statusCode).toBe(401);
    expect(performance.now() - started).toBeLessThan(8000);
  }, 15_000);

  it('shows nothing of the token where it is refused', async () => {
    const { answer } = await forged({ claims: { sub: 'subject-of-nobody' } });
    expect(answer.body).not.toMatch(/subject-of-nobody|eyJ/);
  });
});

describe('the same subject of another issuer', () => {
  it('is somebody else', async () => {
    const twin = await forgingIssuer();
    const app = await serve(twin.issuer);
    try {
      const browser: Browser = { cookies: new Map() };
      const begun = await ask(app, browser, '/api/v1/sign-in/oidc');
      const sent = await fetch(begun.headers.location ?? '', { redirect: 'manual' });
      expect((await ask(app, browser, sent.headers.get('location') ?? '')).statusCode).toBe(401);
    } finally {
      await app.close();
      await twin.close();
    }
  });

  it('and an issuer that names itself otherwise is none', async () => {
    const liar = await forgingIssuer({ says: () => 'https://login.example.org' });
    const app = await serve(liar.issuer);
    try {
      const begun = await app.inject('/api/v1/sign-in/oidc');
      expect([begun.statusCode, begun.headers['retry-after']]).toEqual([503, '5']);
    } finally {
      await app.close();
      await liar.close();
    }
  });
});

describe('a link', () => {
  it('is no officer’s to make, nor for oneself, nor twice', async () => {
    const by = async (person: string, of: string, subject: string, key: string): Promise<number> =>
      (
        await atForger.inject({
          method: 'POST',
          url: `/api/v1/people/${of}/sign-in-link`,
          headers: { ...(await signedIn(person)), 'content-type': 'application/json', 'idempotency-key': key },
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
    const subjects = books.get(IssuerSubjectsService);
    const proven = { issuer: forging.issuer, subject: 'nobody', provenAt: null, isMultiFactor: true, session: null };
    await expect(subjects.signIn(proven, { clock: books.clock })).rejects.toThrow('lets nobody in');
  });
});

describe('whoever has a way in and is renewed', () => {
  const second = 'BRS.second-administrator';
  const old = 'heron-granite-lantern-42';
  const chosen = 'sparrow-basalt-compass-17';
  beforeAll(async () => {
    const always = { validFrom: a.day('2000-01-01'), validTo: a.day('2199-12-31') };
    await inTransaction(books.db, async (tx) => {
      await anAct(tx);
      const person = new Person({ code: second, name: second, secretariat: 'BRS' });
      const held = new Designation({ person: second, duty: 'ADMINISTRATOR', fund: '', ...always });
      await books.get(IdentityService).addPeople(tx, [person], [held]);
    });
  });

  const post = async (by: string | null, path: string, body: object) => {
    const answer = await atForger.inject({
      method: 'POST',
      url: `/api/v1/${path}`,
      headers: {
        ...(by === null ? {} : await signedIn(by)),
        ...{ 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      },
      payload: JSON.stringify(body),
    });
    const content = answer.body === '' ? {} : answer.json<{ code?: string; id?: string; token?: string }>();
    return { said: `${answer.statusCode} ${content.code ?? ''}`.trim(), ...content };
  };
  const accept = (token: string | undefined, password: string) =>
    post(null, 'invitations/acceptance', { token, password });
  const signIn = async (account: string, password: string): Promise<string> =>
    (await post(null, 'session', { account, password })).said.slice(0, 3);
  const atIssuer = async (subject: string): Promise<number> =>
    (await forged({ claims: { sub: subject } })).answer.statusCode;
  const renewed = async (person: string, proposing: string, approving: string): Promise<string | undefined> => {
    const { id } = await post(proposing, `people/${person}/renewals`, { reason: 'the telephone was stolen' });
    return (await post(approving, `renewals/${id ?? ''}/approval`, {})).token;
  };

  it('by a link, is linked by whoever approved it alone, and the old password opens nothing more', async () => {
    const person = 'BRS.finance';
    const { token } = await post('BRS.administrator', `people/${person}/invitations`, {});
    expect((await accept(token, old)).said).toBe('204');
    expect(await signIn(person, old)).toBe('201');
    const link = async (by: string, subject: string): Promise<string> =>
      (await post(by, `people/${person}/sign-in-link`, { subject })).said;
    expect(await link('BRS.administrator', 'of-the-administrator')).toBe('409 RENEWAL_WANTED');
    const renewal = await renewed(person, 'BRS.administrator', second);
    expect(await link('BRS.administrator', 'of-the-administrator')).toBe('403 RENEWAL_NOT_BY_TWO');
    expect(await atIssuer('of-the-administrator')).toBe(401);
    expect(await signIn(person, old)).toBe('201'); // nothing has ended by a link that was refused
    expect(await link(second, 'of-the-person')).toBe('201');
    expect(await atIssuer('of-the-person')).toBe(303);
    expect(await signIn(person, old)).toBe('401');
    expect((await accept(renewal, chosen)).said).toBe('401 LINK_REFUSED'); // one renewal, one way in
    expect(await signIn(person, chosen)).toBe('401');
    expect(await link(second, 'another')).toBe('409 RENEWAL_WANTED');
  });

  it('by a link to another subject, is the earlier one no more', async () => {
    const person = 'BRS.finance';
    await renewed(person, 'BRS.administrator', second);
    expect((await post(second, `people/${person}/sign-in-link`, { subject: 'of-a-new-day' })).said).toBe('201');
    expect([await atIssuer('of-the-person'), await atIssuer('of-a-new-day')]).toEqual([401, 303]);
  });

  it('by a password, is the earlier subject no more', async () => {
    const person = 'MINAMATA.certifying';
    expect(await atIssuer(forger.subject)).toBe(303);
    const token = await renewed(person, 'MINAMATA.administrator', 'MINAMATA.approving');
    expect(await atIssuer(forger.subject)).toBe(303); // until it is used
    expect((await accept(token, chosen)).said).toBe('204');
    expect(await atIssuer(forger.subject)).toBe(401);
    expect(await signIn(person, chosen)).toBe('201');
  });
});

describe('what this server asks of another', () => {
  it.each([
    ['10.0.0.1', false],
    ['127.0.0.1', false],
    ['169.254.169.254', false],
    ['172.16.3.4', false],
    ['192.168.1.1', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['::1', false],
    ['::ffff:10.0.0.1', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['8.8.8.8', true],
    ['2001:4860:4860::8888', true],
  ])('goes to %s: %s', (address, allowed) => expect(mayReach(address, { loopback: false })).toBe(allowed));

  it('goes to the host of the issuer alone, and no name leads inside', async () => {
    const asked = { method: 'GET', headers: {} };
    await expect(outboundTo(new URL('https://login.example.org'))('https://evil.example/', asked)).rejects.toThrow(
      OutboundRefused,
    );
    await expect(outboundTo(new URL('https://10.1.2.3'))('https://10.1.2.3/', asked)).rejects.toThrow('inside');
    await expect(outboundTo(new URL('https://169.254.169.254'))('https://169.254.169.254/', asked)).rejects.toThrow(
      'inside',
    );
  });
});
