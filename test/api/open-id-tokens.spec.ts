import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import * as client from 'openid-client';
import { OpenIdSignIn } from '../../apps/api/src/sign-in/open-id.ts';
import { forger, type Forgery } from './issuer-under-test.ts';
import { OpenIdUnderTest } from './open-id-under-test.ts';
import { ask, type Browser } from './real-issuer.ts';

let site: OpenIdUnderTest;
beforeAll(async () => {
  site = await OpenIdUnderTest.open();
  await site.link(site.atForger, forger.subject, 'MINAMATA.certifying');
}, 60_000);
afterAll(() => site.close());
beforeEach(() => site.books.owner.query('delete from identity.sign_in_limit'));

const refusals = (): Promise<string[]> => site.refusals('SIGN_IN_REFUSED');

const now = (): number => Math.floor(Date.now() / 1000);

/** Whether this token lets anybody in. */
const letsIn = async (forgery: Forgery): Promise<boolean> =>
  (await site.forged(forgery)).browser.cookies.has('recoup-session');

const bad: [string, () => Forgery][] = [
  ['with another nonce', () => ({ claims: { nonce: 'another' } })],
  ['without a nonce', () => ({ without: ['nonce'] })],
  ['of another issuer', () => ({ claims: { iss: 'https://evil.example' } })],
  ['of this issuer with a slash more', () => ({ claims: { iss: `${site.forging.issuer}/` } })],
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

describe('a token', () => {
  it('lets in whose it is, while nothing is wrong with it', async () => {
    const { answer, browser } = await site.forged({});
    expect(answer.statusCode).toBe(303);
    expect((await ask(site.atForger, browser, '/api/v1/session')).json()).toMatchObject({
      person: { code: 'MINAMATA.certifying' },
    });
  });

  it.each(bad)('%s lets nobody in, and that is written down', async (_, forgery) => {
    const before = (await refusals()).length;
    const { answer, browser } = await site.forged(forgery());
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
    const { answer, browser } = await site.forged({}, change);
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
    const { answer } = await site.forged({ answer: given });
    expect(answer.statusCode).toBe(401);
  });

  it('is not waited for longer than five seconds', async () => {
    const started = performance.now();
    const { answer } = await site.forged({ answer: 'NEVER' });
    expect(answer.statusCode).toBe(401);
    expect(performance.now() - started).toBeLessThan(8000);
  }, 15_000);

  it('shows nothing of the token where it is refused', async () => {
    const { answer } = await site.forged({ claims: { sub: 'subject-of-nobody' } });
    expect(answer.body).not.toMatch(/subject-of-nobody|eyJ/);
  });
});

describe('what lets nobody in', () => {
  const junk = async (): Promise<string> => {
    const answer = await ask(site.atForger, { cookies: new Map() }, '/api/v1/sign-in/oidc/callback?code=a&state=b');
    return `${answer.statusCode} ${answer.json<{ code: string }>().code}`;
  };

  it('leaves an act fifty times in fifteen minutes from one address, and whoever is let in comes in all the same', async () => {
    const before = (await refusals()).length;
    for (let count = 0; count < 49; count += 1) expect(await junk()).toBe('401 ISSUER_REFUSED');
    const unknown: Forgery = { claims: { sub: 'subject-43' } }; // whose token is good counts too, where it is nobody's
    expect((await site.forged(unknown)).answer.statusCode).toBe(401);
    const { answer } = await site.forged(unknown);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([429, 'TOO_MANY_TRIES']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(800);
    expect(await junk()).toBe('429 TOO_MANY_TRIES');
    expect((await refusals()).slice(before)).toEqual([
      ...Array.from({ length: 49 }, () => 'NOT_BEGUN'),
      'SUBJECT_UNKNOWN',
    ]);
    expect((await site.forged({})).answer.statusCode).toBe(303);
    expect(await junk()).toBe('429 TOO_MANY_TRIES'); // nor does it begin anew by that
    await site.books.owner.query(`update identity.sign_in_limit set since = now() - interval '15 minutes 1 second'`);
    expect(await junk()).toBe('401 ISSUER_REFUSED');
  });

  it('is counted for itself: nobody is kept from a password by it, nor by what is none', async () => {
    for (let count = 0; count < 51; count += 1) await junk();
    const password = await site.atForger.inject({
      ...{ method: 'POST', url: '/api/v1/session', headers: { 'content-type': 'application/json' } },
      payload: JSON.stringify({ account: 'BRS.nobody', password: 'heron-granite-lantern-42' }),
    });
    expect(password.statusCode).toBe(401);
    const logout = await site.atForger.inject({
      ...{ method: 'POST', url: '/api/v1/sign-in/oidc/backchannel-logout' },
      ...{ headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'logout_token=junk' },
    });
    expect(logout.statusCode).toBe(400);
  });
});

// Tokens that let nobody in prove nothing unless they let somebody in where a check is left out.
describe('mutants', () => {
  /** What the product keeps to itself of how it verifies. */
  interface Verifier {
    configuration(): Promise<client.Configuration>;
    readonly pending: Map<string, { nonce?: string }>;
    begin(callback: string, asked: { isFresh: boolean }): Promise<{ id: string; url: string }>;
  }
  const verifier = (): Verifier => site.atForger.get(OpenIdSignIn) as unknown as Verifier;

  /** The configuration as it was found, with another tolerance of clocks or without looking at signatures. */
  const found = (known: client.Configuration, { tolerance = 5, looksAtSignatures = true }): client.Configuration => {
    const { clientId, clientSecret } = forger;
    const metadata = known.serverMetadata();
    const changed = new client.Configuration(
      ...[metadata, clientId, { [client.clockTolerance]: tolerance }, client.ClientSecretBasic(clientSecret)],
    );
    client.allowInsecureRequests(changed);
    if (looksAtSignatures) client.enableNonRepudiationChecks(changed);
    return changed;
  };

  const mutants: [string, string[], (right: Verifier) => void][] = [
    [
      'that looks at no signature',
      ['signed by another key', 'with a broken signature', 'with a key of its own'],
      (right) => {
        const known = right.configuration.bind(right);
        jest
          .spyOn(right, 'configuration')
          .mockImplementation(async () => found(await known(), { looksAtSignatures: false }));
      },
    ],
    [
      'that takes every clock for right',
      ['that has expired', 'of the future'],
      (right) => {
        const known = right.configuration.bind(right);
        jest.spyOn(right, 'configuration').mockImplementation(async () => found(await known(), { tolerance: 1e6 }));
      },
    ],
    [
      'that expects no nonce',
      ['without a nonce'],
      (right) => {
        const begins = right.begin.bind(right);
        jest.spyOn(right, 'begin').mockImplementation(async (callback, asked) => {
          const begun = await begins(callback, asked);
          delete right.pending.get(begun.id)?.nonce;
          return begun;
        });
      },
    ],
  ];

  it.each(mutants)('a verifier %s lets in the token %j', async (_, letIn, leaveOut) => {
    leaveOut(verifier());
    try {
      const through: string[] = [];
      for (const [what, forgery] of bad) if (await letsIn(forgery())) through.push(what);
      expect(through).toEqual(expect.arrayContaining(letIn));
    } finally {
      jest.restoreAllMocks();
    }
    expect(await letsIn(bad.find(([what]) => what === letIn[0])?.[1]() ?? {})).toBe(false); // the product itself
  });
});
