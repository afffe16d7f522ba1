import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Opened, SignInService } from '#identity';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { theProgram } from '#kernel';
import { forTheProgram, inTransaction, recordEvent } from '#platform';
import { SessionCookie } from '../../apps/api/src/sign-in/session-cookie.ts';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { Browser, invited, password } from './browser.ts';
import { expectProblem } from './refusal.ts';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references', { everybodySignedIn: false });
  await invited(api, 'BRS.finance');
  await invited(api, 'MINAMATA.finance');
  await invited(api, 'BRS.auditor');
}, 60_000);
afterAll(() => api.close());

const code = ({ status, body }: { status: number; body: { code?: string } | null }): string =>
  `${status} ${body?.code ?? ''}`;
const signedIn = async (person = 'BRS.finance'): Promise<Browser> => {
  const browser = new Browser(api);
  expect((await browser.signIn(person)).status).toBe(201);
  return browser;
};
/** Past the services and the clock: what the database keeps of each open session of BRS.finance. */
const sessionsNow = (change: string): Promise<unknown> =>
  api.books.owner.query(`update identity.session set ${change} where ended_at is null and person = 'BRS.finance'`);

const acts = async (): Promise<string[]> => {
  const rows = await api.books.db.query<{ act: string }[]>(
    `select person || ' ' || action || ' ' || array_to_string(object_ids, ',') as act from platform.audit_event order by sequence`,
  );
  return rows.map(({ act }) => act);
};

describe('a sign-in that is refused', () => {
  it('leaves an act that the own side’s auditor and administrator read, and nobody of the other', async () => {
    await new Browser(api).signIn('MINAMATA.finance', 'a-wrong-password');
    const seenBy = async (person: string): Promise<string[]> => {
      const asking = await api.signedIn(person);
      const { status, body } = await api.get('/api/v1/audit-events?action=SIGN_IN_REFUSED&limit=200', asking);
      const named = ((body as { items?: { objects: string[] }[] }).items ?? []).flatMap(({ objects }) => objects);
      return [String(status), ...new Set(named.filter((one) => one !== 'unknown'))];
    };
    expect(await seenBy('MINAMATA.auditor')).toEqual(['200', 'MINAMATA.finance']);
    expect(await seenBy('MINAMATA.administrator')).toEqual(['200', 'MINAMATA.finance']);
    for (const other of ['MINAMATA.approving', 'BRS.auditor', 'BRS.administrator', 'BRS.finance'])
      expect([other, ...(await seenBy(other))]).toEqual([other, '200']);
    await new Browser(api).signIn('MINAMATA.finance');
  });

  it('as a version before wrote it down, for all, is read by the side that it names; of nobody that is known by both', async () => {
    const { db, clock } = api.books;
    const before = { action: 'SIGN_IN_REFUSED', kind: 'account' };
    for (const whose of ['BRS.certifying', 'MINAMATA.certifying', 'unknown'])
      await inTransaction(
        db,
        forTheProgram((tx) => recordEvent(tx, { ...before, objects: [whose] }, theProgram, clock.now())),
      );
    const seenBy = async (person: string, path: string): Promise<string[]> => {
      const { body } = await api.get(`/api/v1${path}`, await api.signedIn(person));
      const { items, lines } = body as Partial<Record<'items' | 'lines', { action: string; objects: string[] }[]>>;
      const refused = (items ?? lines ?? []).filter(({ action }) => action === 'SIGN_IN_REFUSED');
      return refused.flatMap(({ objects }) => objects).filter((one) => /certifying|unknown/.test(one));
    };
    const year = clock.now().getUTCFullYear();
    for (const path of ['/audit-events?action=SIGN_IN_REFUSED&limit=200', `/edit-logs/${year}`])
      for (const side of ['BRS', 'MINAMATA'])
        for (const role of ['auditor', 'administrator']) {
          const seen = new Set(await seenBy(`${side}.${role}`, path));
          expect([path, role, seen]).toEqual([path, role, new Set([`${side}.certifying`, 'unknown'])]);
        }
  });
});

describe('whoever knows the password', () => {
  it('is signed in, and is told who that is', async () => {
    const browser = new Browser(api);
    const { status, body } = await browser.signIn('BRS.finance');
    expect(status).toBe(201);
    expect(body).toMatchObject({
      person: { code: 'BRS.finance', name: 'Finance officer, BRS' },
      secretariat: { code: 'BRS' },
      books: ['BRS'],
      designations: [{ duty: 'FINANCE_OFFICER', fund: '', validFrom: '1900-01-01', validTo: '2199-12-31' }],
      steppedUpUntil: expect.any(String),
      demo: false,
    });
    expect((await browser.send('GET', '/api/v1/session')).body).toEqual(body);
    expect((await browser.send('GET', '/api/v1/charges')).status).toBe(200);
    expect(await acts()).toContain('BRS.finance SIGNED_IN BRS.finance');
  });

  it('gets a cookie that no script reads and no other site sends along', async () => {
    const { headers } = await new Browser(api).signIn('BRS.finance');
    expect(String(headers['set-cookie'])).toMatch(
      /^recoup-session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const set = new Map<string, string>();
    const reply = { header: (name: string, value: string) => set.set(name, value) };
    new SessionCookie('https://recoup.example.org').give(reply as never, 'T');
    expect(set.get('set-cookie')).toBe('__Host-recoup=T; Path=/; HttpOnly; SameSite=Lax; Secure');
  });

  /** Whether a token that somebody put into the browser before is that of the session afterwards. */
  const isFixed = async (token: string): Promise<boolean> => {
    const [browser, thief] = [new Browser(api), new Browser(api)];
    thief.cookie = browser.cookie = `recoup-session=${token}`;
    await browser.signIn('BRS.finance');
    return (await thief.send('GET', '/api/v1/session')).status === 200;
  };

  it('is not in the session of somebody who gave them a token before', async () => {
    expect(await isFixed('A'.repeat(43))).toBe(false);
  });

  it('is in it where a server is a mutant, which keeps the token that came along', async () => {
    const planted = 'B'.repeat(43);
    const digest = createHash('sha256').update(planted).digest();
    const service = api.app.get(SignInService);
    const opens = service.open.bind(service);
    const spy = jest.spyOn(service, 'open').mockImplementation(async (tx, ...given): Promise<Opened> => {
      const { acting } = await opens(tx, ...given);
      await tx.query('update identity.session set token_sha256 = $1 where id = $2', [digest, acting.credential.id]);
      return { token: planted, acting };
    });
    try {
      expect(await isFixed(planted)).toBe(true);
    } finally {
      spy.mockRestore();
    }
  });

  it('gets a token of its own each time, whatever cookie came along', async () => {
    const browser = new Browser(api);
    browser.cookie = `recoup-session=${'A'.repeat(43)}`; // put there by somebody else
    await browser.signIn('BRS.finance');
    const first = browser.cookie;
    expect(first).not.toContain('AAAA');
    await browser.signIn('BRS.finance');
    expect(browser.cookie).not.toBe(first);
  });

  it('leaves no token and no password in the books', async () => {
    const { cookie } = await signedIn();
    const token = cookie?.split('=')[1] ?? '';
    const rows = await api.books.owner.query<{ all: string }[]>(
      `select (select json_agg(s)::text from identity.session as s) || (select json_agg(a)::text from identity.account as a)
         || (select json_agg(e)::text from platform.audit_event as e) as all`,
    );
    expect(rows[0]?.all).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(rows[0]?.all).not.toContain(token);
    expect(rows[0]?.all).not.toContain(Buffer.from(token).toString('hex'));
    expect(rows[0]?.all).not.toContain(password);
  });
});

describe('a session', () => {
  it('ends when its owner signs out, and stays ended', async () => {
    const browser = await signedIn();
    const { cookie } = browser;
    const out = await browser.send('DELETE', '/api/v1/session');
    expect({ status: out.status, cookie: out.headers['set-cookie'] }).toEqual({
      status: 204,
      cookie: 'recoup-session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    });
    browser.cookie = cookie;
    expect(code(await browser.send('GET', '/api/v1/session'))).toBe('401 NOT_SIGNED_IN');
    await expect(
      api.books.owner.query('update identity.session set ended_at = null, ended_by = null where ended_at is not null'),
    ).rejects.toMatchObject({ driverError: { constraint: 'session_stays_ended' } });
  });

  it.each([
    ['twelve hours old', `begun_at = now() - interval '12 hours', expires_at = now() - interval '1 second'`],
    ['unused for thirty minutes', `seen_at = now() - interval '30 minutes 1 second'`],
  ])('that is %s is none', async (_, change) => {
    const browser = await signedIn();
    expect((await browser.send('GET', '/api/v1/session')).status).toBe(200);
    await sessionsNow(change);
    expect(code(await browser.send('GET', '/api/v1/session'))).toBe('401 NOT_SIGNED_IN');
  });

  it('goes on while it is used', async () => {
    const browser = await signedIn();
    await sessionsNow(`seen_at = now() - interval '29 minutes'`);
    expect((await browser.send('GET', '/api/v1/charges')).status).toBe(200);
    const noted = `select from identity.session where ended_at is null and person = 'BRS.finance' and seen_at > now() - interval '1 minute'`;
    while ((await api.books.owner.query<unknown[]>(noted)).length === 0) await pause(5);
    await sessionsNow(`seen_at = seen_at - interval '29 minutes'`);
    expect((await browser.send('GET', '/api/v1/charges')).status).toBe(200);
  });

  it('lasts twelve hours and no second longer, whoever writes it', async () => {
    await expect(sessionsNow(`expires_at = begun_at + interval '12 hours 1 second'`)).rejects.toMatchObject({
      driverError: { constraint: 'session_lasts_twelve_hours_at_most' },
    });
  });

  it('is one of several, which its owner sees and ends, and nobody else does', async () => {
    const [one, other, stranger] = [await signedIn(), await signedIn(), await signedIn('MINAMATA.finance')];
    const { items } = (await one.send('GET', '/api/v1/sessions')).body as { items: { id: string; own: boolean }[] };
    expect(items.filter(({ own }) => own)).toHaveLength(1);
    const id = items.find(({ own }) => !own)?.id ?? '';
    expect(code(await stranger.send('DELETE', `/api/v1/sessions/${id}`))).toBe('404 UNKNOWN_SESSION');
    const own = ((await other.send('GET', '/api/v1/sessions')).body.items as { id: string; own: boolean }[]).find(
      (session) => session.own,
    );
    expect((await one.send('DELETE', `/api/v1/sessions/${own?.id ?? ''}`)).status).toBe(204);
    expect(code(await other.send('GET', '/api/v1/session'))).toBe('401 NOT_SIGNED_IN');
    expect((await one.send('GET', '/api/v1/session')).status).toBe(200);
  });

  it('ends at once when its owner is shut out, and the account lets nobody in', async () => {
    const browser = await signedIn('BRS.auditor');
    const administrator = new Browser(api);
    administrator.cookie = (await api.signedIn('BRS.administrator')).cookie ?? null;
    const stranger = new Browser(api);
    stranger.cookie = (await api.signedIn('MINAMATA.administrator')).cookie ?? null;
    const path = '/api/v1/people/BRS.auditor/account/disabling';
    const reason = { reason: 'left the secretariat' };
    expect(code(await browser.send('POST', path, reason))).toBe('403 NOT_DESIGNATED');
    expect(code(await stranger.send('POST', path, reason))).toBe('404 UNKNOWN_ACCOUNT');
    expect((await administrator.send('POST', path, reason)).body).toEqual({ code: 'BRS.auditor', secretariat: 'BRS' });
    expect(code(await browser.send('GET', '/api/v1/session'))).toBe('401 NOT_SIGNED_IN');
    expect(code(await new Browser(api).signIn('BRS.auditor'))).toBe('401 SIGN_IN_REFUSED');
  });
});

describe('whoever guesses', () => {
  it('is told the same of an unknown account and a wrong password, and as late', async () => {
    const timed = async (account: string): Promise<[text: string, ms: number]> => {
      const started = performance.now();
      const { body } = await new Browser(api).signIn(account, 'a-wrong-password');
      return [`${body.status as number} ${body.code as string} ${body.detail as string}`, performance.now() - started];
    };
    const [known, unknown] = [await timed('MINAMATA.finance'), await timed('NOBODY.at-all')];
    expect(unknown[0]).toBe(known[0]);
    // The hash and the delay are in both: 100 ms at least, which an answer without them would not take.
    expect(Math.min(known[1], unknown[1])).toBeGreaterThan(100);
    expect((await acts()).slice(-2)).toEqual([
      'recoup SIGN_IN_REFUSED MINAMATA.finance',
      'recoup SIGN_IN_REFUSED unknown',
    ]);
    await new Browser(api).signIn('MINAMATA.finance'); // a success forgets what was tried in vain
  });

  const guesses = (count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, index) => new Browser(api).signIn('MINAMATA.finance', `wrong-${index}`)),
    );

  it('goes on guessing at a server that is a mutant, which counts no try', async () => {
    const service = api.app.get(SignInService) as unknown as {
      counted(subjects: readonly Buffer[]): Promise<unknown[]>;
    };
    const none = (subjects: readonly Buffer[]) => Promise.resolve(subjects.map(() => ({ tries: 1, secondsLeft: 900 })));
    const spy = jest.spyOn(service, 'counted').mockImplementation(none);
    try {
      expect((await guesses(7)).filter(({ status }) => status === 429)).toEqual([]);
    } finally {
      spy.mockRestore();
    }
  });

  it('is refused after five tries, the right password too, until fifteen minutes are over', async () => {
    const answers = await guesses(12);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(7);
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(800);
    expectProblem(refused[0] as NonNullable<(typeof refused)[0]>);
    expect(code(await new Browser(api).signIn('MINAMATA.finance'))).toBe('429 TOO_MANY_TRIES');
    await api.books.owner.query(`update identity.sign_in_limit set since = now() - interval '15 minutes 1 second'`);
    expect((await new Browser(api).signIn('MINAMATA.finance')).status).toBe(201);
  }, 30_000);

  it('has fifty tries for each address, over however many accounts', async () => {
    await api.books.owner.query('update identity.sign_in_limit set tries = 49');
    expect(code(await new Browser(api).signIn('NOBODY.one', 'wrong'))).toBe('401 SIGN_IN_REFUSED');
    expect(code(await new Browser(api).signIn('NOBODY.two', 'wrong'))).toBe('429 TOO_MANY_TRIES');
    await api.books.owner.query('delete from identity.sign_in_limit');
  });
});

describe('a request', () => {
  const token = 'x'.repeat(43);
  it.each([
    ...['Bearer', 'Bearer ', 'bearer', `Bearer ${token}`, `Basic ${token}`, `Bearer rct_`, `Bearer rct_${token}x`],
    ...[`Bearer rct_${token.slice(1)}`, `Bearer rct_${token} ${token}`, `Bearer rct_${token.slice(1)}=`, 'Bearer null'],
    ...[`Bearer rcp_${token}`, `Bearer rcp_0123456789ab_${token.slice(1)}`, `Bearer rcp_0123456789AB_${token}`],
    ...[`Bearer rcp_../../etc_${token}`, `Bearer rcp_0123456789ab_${token}`, `Bearer rct_${token}`],
    ...["Bearer rcp_' or 1=1 --", `Bearer ${'x'.repeat(7000)}`, 'Bearer eyJhbGciOiJub25lIn0.e30.', 'Token é', ','],
  ])('with the header %j is nobody’s', async (authorization) => {
    for (const method of ['GET', 'POST'] as const) {
      const path = method === 'GET' ? '/api/v1/charges' : '/api/v1/people/BRS.finance/invitations';
      const headers = { authorization, 'idempotency-key': 'nobody-at-all' };
      const answer = await api.send({ method, path, headers });
      expect(code(answer)).toBe('401 NOT_SIGNED_IN');
      expect(answer.headers['www-authenticate']).toBe('Bearer');
    }
  });

  it.each(['recoup-session=', 'recoup-session', `recoup-session=${token}; recoup-session=${token}`, '=;;=,', 'a=b'])(
    'with the cookie %j is nobody’s',
    async (cookie) => {
      const answer = await api.send({ method: 'GET', path: '/api/v1/charges', headers: { cookie } });
      expect(code(answer)).toBe('401 NOT_SIGNED_IN');
    },
  );

  describe('whose body cannot be read', () => {
    const wrong = (headers: Record<string, string>, payload = '{"a":') =>
      api.send({
        ...{ method: 'POST', path: '/api/v1/charges', payload },
        headers: { 'content-type': 'application/json', 'idempotency-key': 'nobody-at-all', ...headers },
      });

    it.each<[string, () => Promise<Record<string, string>>]>([
      ['a made-up cookie', () => Promise.resolve({ cookie: `recoup-session=${token}` })],
      ['a made-up token', () => Promise.resolve({ authorization: `Bearer rct_${token}` })],
      ['a made-up key', () => Promise.resolve({ authorization: `Bearer rcp_0123456789ab_${token}` })],
      [
        'a session that has ended',
        async () => {
          const cookie = (await signedIn()).cookie ?? '';
          await sessionsNow(`ended_at = now(), ended_by = 'x'`);
          return { cookie };
        },
      ],
    ])('is nobody’s with %s, before anything is said of the body', async (_, headers) => {
      const shown = await headers();
      for (const payload of ['{"a":', 'x'.repeat(1_100_000)])
        expect(code(await wrong(shown, payload))).toBe('401 NOT_SIGNED_IN');
      expect(code(await wrong({ ...shown, 'content-type': 'text/xml' }))).toBe('401 NOT_SIGNED_IN');
    });

    it('is told so where somebody is signed in, whose token is looked up once for many', async () => {
      const cookie = (await signedIn()).cookie ?? '';
      const lookedUp = jest.spyOn(api.app.get(SignInService), 'acting');
      for (let sent = 0; sent < 5; sent += 1) expect(code(await wrong({ cookie }))).toBe('400 BODY_NOT_JSON');
      expect(lookedUp).toHaveBeenCalledTimes(1);
      const unknown = JSON.stringify({ nothing: 'of the form' });
      for (let sent = 0; sent < 5; sent += 1) expect(code(await wrong({ cookie }, unknown))).toBe('400 INVALID_BODY');
      await sessionsNow(`ended_at = now(), ended_by = 'x'`);
      expect(code(await api.send({ method: 'GET', path: '/api/v1/session', headers: { cookie } }))).toBe(
        '401 NOT_SIGNED_IN',
      );
      expect(code(await wrong({ cookie }))).toBe('401 NOT_SIGNED_IN'); // once any request was told so
      lookedUp.mockRestore();
    });

    it('is nobody’s once they have signed out', async () => {
      const cookie = (await signedIn()).cookie ?? '';
      expect(code(await wrong({ cookie }))).toBe('400 BODY_NOT_JSON');
      expect((await api.send({ method: 'DELETE', path: '/api/v1/session', headers: { cookie } })).status).toBe(204);
      expect(code(await wrong({ cookie }))).toBe('401 NOT_SIGNED_IN');
    });
  });

  it('has one credential, and not two', async () => {
    const { cookie } = await signedIn();
    const headers = { cookie: cookie ?? '', authorization: `Bearer rct_${token}` };
    expect(code(await api.send({ method: 'GET', path: '/api/v1/charges', headers }))).toBe('400 TWO_CREDENTIALS');
  });

  it('is nobody’s with the token of a browser in the header of a terminal', async () => {
    const { cookie } = await signedIn();
    const headers = { authorization: `Bearer rct_${cookie?.split('=')[1] ?? ''}` };
    expect(code(await api.send({ method: 'GET', path: '/api/v1/charges', headers }))).toBe('401 NOT_SIGNED_IN');
  });
});

describe('every route', () => {
  const open = ['GET /health/live', 'GET /health/ready', 'GET /metrics', 'GET /api/v1/sign-in', 'POST /api/v1/session'];
  const byLink = ['acceptance', 'inspection']
    .map((step) => `POST /api/v1/invitations/${step}`)
    .concat('POST /api/v1/first-administrator');
  const byIssuer = ['GET /api/v1/sign-in/oidc', 'GET /api/v1/sign-in/oidc/callback'].concat(
    'POST /api/v1/sign-in/oidc/backchannel-logout',
  );
  it('but the few that are named here is refused to whoever is not signed in', async () => {
    const routes = api.contract.all().map(({ method, path }) => ({ method, path: path.replace(/\{[^}]*\}/g, 'X') }));
    expect(routes.length).toBeGreaterThan(60);
    const answered = [];
    for (const { method, path } of routes) {
      const { status } = await api.send({ method, path });
      if (status !== 401) answered.push(`${method} ${path}`);
    }
    expect(answered.sort()).toEqual([...open, ...byLink, ...byIssuer].sort());
  });

  it.each([
    ['is no JSON', 'application/json', '{"a"'],
    ['is empty', 'application/json', ''],
    ['is of another form', 'text/xml', '<a/>'],
    ['is a form', 'application/x-www-form-urlencoded', 'a=b'],
    ['is larger than any', 'application/json', `"${'x'.repeat(1_000_001)}"`],
    ['says no form', '', 'a'],
    ['is a file', 'application/pdf', '%PDF-1.7'],
  ])('says so before it says anything of a body, which %s', async (_, type, payload) => {
    const posts = api.contract.all().filter(({ method }) => method === 'POST');
    const answered = [];
    for (const { method, path } of posts) {
      const headers: Record<string, string> = type === '' ? {} : { 'content-type': type };
      const answer = await api.send({ method, path: path.replace(/\{[^}]*\}/g, 'X'), headers, payload });
      if (code(answer) !== '401 NOT_SIGNED_IN') answered.push(`${method} ${path}`);
    }
    const isOpen = (one: string): boolean => [...open, ...byLink, ...byIssuer].includes(one);
    expect(answered.filter((one) => !isOpen(one))).toEqual([]);
    expect(posts.length).toBeGreaterThan(40);
  });
});
