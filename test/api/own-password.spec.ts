import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TerminalsService } from '#identity';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { Browser, invited, password } from './browser.ts';
import { enrolledIn, shows } from './second-factor.ts';

const chosen = 'sparrow-basalt-compass-17';
const path = '/api/v1/session/password';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references', { everybodySignedIn: false });
}, 60_000);
afterAll(() => api.close());
beforeEach(() => api.books.owner.query('delete from identity.sign_in_limit'));

const code = ({ status, body }: { status: number; body: { code?: string } | null }): string =>
  `${status} ${body?.code ?? ''}`.trim();
const signedIn = async (person: string, typed = password): Promise<Browser> => {
  const browser = new Browser(api);
  expect((await browser.signIn(person, typed)).status).toBe(201);
  return browser;
};
const isOpen = async (browser: Browser): Promise<boolean> =>
  (await browser.send('GET', '/api/v1/session')).status === 200;

describe('somebody’s own password', () => {
  it('is another one from then on, every other session ends, and this one has a new token', async () => {
    const browser = await invited(api, 'BRS.finance');
    await browser.signIn('BRS.finance');
    const [other, before] = [await signedIn('BRS.finance'), browser.cookie];
    const changed = await browser.send('POST', path, { current: password, password: chosen });
    expect([changed.status, changed.body.hasPassword]).toEqual([201, true]);
    expect(browser.cookie).not.toBe(before);
    expect([await isOpen(browser), await isOpen(other)]).toEqual([true, false]);
    const old = new Browser(api);
    old.cookie = before;
    expect(await isOpen(old)).toBe(false);
    expect(code(await new Browser(api).signIn('BRS.finance'))).toBe('401 SIGN_IN_REFUSED');
    await signedIn('BRS.finance', chosen);
    const [act] = await api.books.owner.query<object[]>(
      `select person, object_ids as objects, body from platform.audit_event where action = 'PASSWORD_CHANGED'`,
    );
    expect(act).toMatchObject({ person: 'BRS.finance', objects: ['BRS.finance'] });
    expect(JSON.stringify(act)).not.toContain(chosen);
  });

  it.each([
    [
      'is not the one there is now',
      { current: 'a-wrong-password-here', password: chosen },
      '401 CURRENT_PASSWORD_REFUSED',
      '/current',
    ],
    ['would be the same', { current: password, password }, '422 PASSWORD_AS_BEFORE', '/password'],
    ['would be short', { current: password, password: 'short' }, '422 PASSWORD_TOO_SHORT', '/password'],
    [
      'would be guessed',
      { current: password, password: 'minamata-password-2025' },
      '422 PASSWORD_EASILY_GUESSED',
      '/password',
    ],
    ['is common', { current: password, password: 'LeaveMeAlone' }, '422 PASSWORD_IS_COMMON', '/password'],
    ['is not said', { password: chosen }, '400 INVALID_BODY', '/current'],
  ])('stays where what is shown %s', async (_, body, refusal, pointer) => {
    const browser = await whoHasOne();
    const answer = await browser.send('POST', path, body);
    expect([code(answer), answer.body.errors[0]?.pointer]).toEqual([refusal, pointer]);
    expect(await isOpen(browser)).toBe(true);
    await signedIn('MINAMATA.finance');
  });

  it('is guessed five times and no more, as at a sign-in', async () => {
    const browser = await whoHasOne();
    for (let tries = 0; tries < 5; tries += 1) {
      const answer = await browser.send('POST', path, { current: `wrong-${tries}`, password: chosen });
      expect(code(answer)).toBe('401 CURRENT_PASSWORD_REFUSED');
    }
    expect(code(await browser.send('POST', path, { current: password, password: chosen }))).toBe('429 TOO_MANY_TRIES');
    expect(code(await new Browser(api).signIn('MINAMATA.finance'))).toBe('429 TOO_MANY_TRIES'); // the same count
  }, 30_000);

  it('asks for a fresh proof, which it does not make fresher', async () => {
    const { browser, secret } = await enrolledIn(api, 'BRS.approving');
    const proofs = (change: string): Promise<unknown> =>
      api.books.owner.query(
        `update identity.session set ${change} where person = 'BRS.approving' and ended_at is null`,
      );
    await proofs(`stepped_up_at = now() - interval '11 minutes'`);
    const wanted = { current: password, password: chosen };
    expect(code(await browser.send('POST', path, wanted))).toBe('403 STEP_UP_NEEDED');
    await browser.send('POST', '/api/v1/session/step-up', { password, code: shows(secret, 1) });
    await proofs(`stepped_up_at = now() - interval '9 minutes'`);
    const { steppedUpUntil } = (await browser.send('GET', '/api/v1/session')).body;
    const changed = await browser.send('POST', path, wanted);
    expect([changed.status, changed.body.steppedUpUntil]).toEqual([201, steppedUpUntil]);
    expect(changed.body.secondFactor).toBe(true);
  });

  it('is changed by one of two who have the old one, and the other is out', async () => {
    const [one, other] = [await whoHasOne(), await signedIn('MINAMATA.finance')];
    const answers = await Promise.all([
      one.send('POST', path, { current: password, password: chosen }),
      other.send('POST', path, { current: password, password: 'walnut-harbour-violin-88' }),
    ]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect([await isOpen(one), await isOpen(other)].filter(Boolean)).toHaveLength(1);
  });

  it('ends a terminal that was let in, and one that waits to be; keys go on', async () => {
    const browser = await invited(api, 'BRS.auditor');
    await browser.signIn('BRS.auditor');
    const { body: made } = await browser.send('POST', '/api/v1/keys', { days: 30 });
    const terminals = api.books.get(TerminalsService);
    const { secret, code: shown } = await terminals.ask();
    expect((await browser.send('POST', `/api/v1/terminals/${shown}/approval`)).status).toBe(204);
    const letIn = (await terminals.poll(secret, api.books.clock)) ?? '';
    const by = async (token: string): Promise<number> =>
      (await api.send({ method: 'GET', path: '/api/v1/session', headers: { authorization: `Bearer ${token}` } }))
        .status;
    expect([await by(`rct_${letIn}`), await by(made.key)]).toEqual([200, 200]);
    await api.books.owner.query(
      `insert into identity.terminal (device_sha256, user_code, person, approved_at, expires_at)
       values (sha256('device'), 'WAIT-ING1', 'BRS.auditor', now(), now() + interval '10 minutes')`,
    );
    expect((await browser.send('POST', path, { current: password, password: chosen })).status).toBe(201);
    const [waiting] = await api.books.owner.query<{ taken: boolean }[]>(
      `select taken_at is not null as taken from identity.terminal where user_code = 'WAIT-ING1'`,
    );
    expect(waiting).toEqual({ taken: true });
    expect([await by(`rct_${letIn}`), await by(made.key)]).toEqual([401, 200]);
  });

  it('is none of whoever comes by an identity provider alone, who is told so', async () => {
    const browser = new Browser(api);
    browser.cookie = (await api.signedIn('MINAMATA.auditor')).cookie ?? null; // an account without a password
    expect((await browser.send('GET', '/api/v1/session')).body.hasPassword).toBe(false);
    const answer = await browser.send('POST', path, { current: password, password: chosen });
    expect(code(answer)).toBe('409 NO_PASSWORD_HERE');
  });

  let isThere = false;
  /** A new session of somebody whose password these tests leave as it is. */
  async function whoHasOne(): Promise<Browser> {
    if (!isThere) await invited(api, 'MINAMATA.finance');
    isThere = true;
    return signedIn('MINAMATA.finance');
  }
});
