import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InvitationsService, SignInService, TerminalsService } from '#identity';
import { inTransaction } from '#platform';
import { anAct } from '../support/an-act.ts';
import { type Answer, apiOver, type ApiUnderTest } from './api-under-test.ts';
import { chargeBody, done, signedAgreement } from './bodies.ts';
import { Browser, password } from './browser.ts';

const code = ({ status, body }: { status: number; body: { code?: string } | null }): string =>
  `${status} ${body?.code ?? ''}`;

describe('the key of a program', () => {
  let api: ApiUnderTest;
  const browserOf = async (person: string): Promise<Browser> => {
    const browser = new Browser(api);
    browser.cookie = (await api.signedIn(person)).cookie ?? null;
    return browser;
  };
  const keyOf = async (person: string): Promise<{ id: string; authorization: string }> => {
    const { body } = await (await browserOf(person)).send('POST', '/api/v1/keys', { days: 30 });
    return { id: body.id as string, authorization: `Bearer ${body.key as string}` };
  };
  const post = (path: string, body: unknown, authorization: string): Promise<Answer> =>
    api.post(`/api/v1${path}`, body, { by: null, seen: '*', headers: { authorization } });

  beforeAll(async () => {
    api = await apiOver('references');
    await signedAgreement(api);
  }, 60_000);
  afterAll(() => api.close());

  it('records and reads for whoever made it', async () => {
    const { authorization } = await keyOf('MINAMATA.finance');
    const { body } = await done(201, post('/charges', chargeBody({ id: 'BY-KEY' }), authorization));
    expect(body.id).toBe('BY-KEY');
    const [charge] = await api.books.db.query<{ recorded_by: string }[]>(
      `select recorded_by from charging.charge where id = 'BY-KEY'`,
    );
    expect(charge?.recorded_by).toBe('MINAMATA.finance');
    expect((await api.get('/api/v1/charges/BY-KEY', { authorization })).status).toBe(200);
    const head = { method: 'HEAD', url: '/api/v1/charges/BY-KEY', headers: { authorization } } as const;
    expect((await api.app.inject(head)).statusCode).toBe(200);
  });

  it.each([
    ['confirms nothing', 'BRS.finance', '/charges/receipts', { charges: ['BY-KEY'] }],
    ['certifies nothing', 'BRS.certifying', '/charges/certifications', { charges: ['BY-KEY'] }],
    ['approves nothing', 'BRS.approving', '/invoices/X/issuance', {}],
    ['signs nothing', 'BRS.approving', '/agreements/X/signatures', { side: 'CLIENT', signedOn: '2025-05-10' }],
    ['closes nothing', 'BRS.finance', '/periods/2025-04/closing', {}],
    ['lets nobody in', 'BRS.administrator', '/people/BRS.finance/invitations', undefined],
    ['makes no other key', 'BRS.finance', '/keys', { days: 1 }],
  ])('%s', async (_, person, path, body) => {
    const { authorization } = await keyOf(person);
    expect(code(await post(path, body ?? {}, authorization))).toBe('403 NOT_BY_KEY');
  });

  it('only reads where it is made so, for good', async () => {
    const browser = await browserOf('MINAMATA.finance');
    const made = await browser.send('POST', '/api/v1/keys', { days: 30, scope: 'READ' });
    expect(made.body).toMatchObject({ scope: 'READ' });
    const authorization = `Bearer ${made.body.key as string}`;
    const records = (id: string) => post('/charges', chargeBody({ id }), authorization);
    expect(code(await records('READ-ONLY'))).toBe('403 KEY_ONLY_READS');
    // Nothing is said of what was sent.
    for (const body of [{ nothing: 'of the form' }, undefined])
      expect(code(await post('/charges', body, authorization))).toBe('403 KEY_ONLY_READS');
    expect((await api.get('/api/v1/charges/BY-KEY', { authorization })).status).toBe(200);
    expect(code(await browser.send('POST', '/api/v1/keys', { days: 30, scope: 'ALL' }))).toBe('400 INVALID_BODY');
    const widened = `update identity.api_key set scope = 'RECORD' where id = $1`;
    for (const db of [api.books.db, api.books.owner])
      await expect(db.query(widened, [made.body.id])).rejects.toThrow(/permission denied|said when it is made/);
    const { body } = await browser.send('GET', '/api/v1/keys');
    expect(body.items.map(({ scope }: { scope: string }) => scope).sort()).toEqual(['READ', 'RECORD']);
  });

  it('is shown once, lasts a year at most, and is good for nothing once it is over or revoked', async () => {
    const browser = await browserOf('BRS.finance');
    expect(code(await browser.send('POST', '/api/v1/keys', { days: 366 }))).toBe('400 INVALID_BODY');
    const [over, revoked, good] = [await keyOf('BRS.finance'), await keyOf('BRS.finance'), await keyOf('BRS.finance')];
    await api.books.owner.query(
      `update identity.api_key set created_at = now() - interval '31 days', expires_at = now() - interval '1 second' where id = $1`,
      [over.id],
    );
    expect((await browser.send('DELETE', `/api/v1/keys/${revoked.id}`)).status).toBe(204);
    expect(code(await (await browserOf('MINAMATA.finance')).send('DELETE', `/api/v1/keys/${good.id}`))).toBe(
      '404 UNKNOWN_KEY',
    );
    const asks = async ({ authorization }: { authorization: string }) =>
      code(await api.send({ method: 'GET', path: '/api/v1/session', headers: { authorization } }));
    expect([await asks(over), await asks(revoked), await asks(good)]).toEqual([
      ...['401 NOT_SIGNED_IN', '401 NOT_SIGNED_IN'],
      '200 ',
    ]);
    const { text } = await browser.send('GET', '/api/v1/keys');
    expect(text).toContain(good.id);
    expect(text).not.toContain(revoked.id);
    expect(text).not.toContain(good.authorization.slice(-43));
  });

  describe('a terminal', () => {
    it('acts for whoever approved its code, once, until the sign-in is over', async () => {
      const { clock } = api.books;
      const terminals = api.books.get(TerminalsService);
      const { secret, code: shown } = await terminals.ask();
      expect(shown).toMatch(/^[B-Z]{4}-[B-Z]{4}$/);
      expect(await terminals.poll(secret, clock)).toBeNull();
      const browser = await browserOf('BRS.finance');
      expect((await browser.send('POST', `/api/v1/terminals/${shown}/approval`)).status).toBe(204);
      expect(code(await browser.send('POST', `/api/v1/terminals/${shown}/approval`))).toBe('404 UNKNOWN_TERMINAL');
      const token = (await terminals.poll(secret, clock)) ?? '';
      await expect(terminals.poll(secret, clock)).rejects.toThrow('No terminal waits');
      const headers = { authorization: `Bearer rct_${token}` };
      expect((await api.send({ method: 'GET', path: '/api/v1/session', headers })).body.person.code).toBe(
        'BRS.finance',
      );
      expect((await api.send({ method: 'DELETE', path: '/api/v1/session', headers })).status).toBe(204);
      expect(code(await api.send({ method: 'GET', path: '/api/v1/session', headers }))).toBe('401 NOT_SIGNED_IN');
    });

    it('is let in by nobody once its ten minutes are over', async () => {
      const { code: shown } = await api.books.get(TerminalsService).ask();
      await api.books.owner.query(`update identity.terminal set expires_at = now() where taken_at is null`);
      const browser = await browserOf('BRS.finance');
      expect(code(await browser.send('POST', `/api/v1/terminals/${shown}/approval`))).toBe('404 UNKNOWN_TERMINAL');
    });
  });
});

describe('books to which nobody has come yet', () => {
  let api: ApiUnderTest;
  let link: string;
  beforeAll(async () => {
    api = await apiOver('references', { everybodySignedIn: false });
  }, 60_000);
  afterAll(() => api.close());
  const come = (token: string, more: object = {}): Promise<Answer> =>
    new Browser(api).send('POST', '/api/v1/first-administrator', {
      ...{ token, code: 'BRS.head', name: 'The head of administration', secretariat: 'BRS', password },
      ...more,
    });

  const printedFor = async (side: string): Promise<string> => {
    const links = await api.books.get(InvitationsService).forTheFirst(api.books.clock);
    return links.find(({ secretariat }) => secretariat === side)?.token ?? '';
  };

  const look = (token: string): Promise<Answer> =>
    new Browser(api).send('POST', '/api/v1/invitations/inspection', { token });

  it('let in whoever has the link of the console, newest first, as an administrator and nothing else', async () => {
    const printed = await printedFor('BRS');
    link = await printedFor('BRS');
    for (const refused of [printed, 'guessed']) {
      expect(code(await come(refused))).toBe('401 LINK_REFUSED'); // a later start has printed another
      expect(code(await look(refused))).toBe('401 LINK_REFUSED');
      // Nothing is said of a password: by it somebody would learn what the people of these books are called.
      expect(code(await come(refused, { password: 'BRS.head-Password-2025' }))).toBe('401 LINK_REFUSED');
    }
    expect((await look(link)).body).toEqual({
      person: null,
      secretariats: [{ code: 'BRS', name: expect.any(String) }],
      expiresAt: expect.any(String),
    });
    expect(code(await come(link, { password: 'too short' }))).toBe('422 PASSWORD_TOO_SHORT');
    expect(code(await come(link, { password: 'BRS.head-Password-2025' }))).toBe('422 PASSWORD_EASILY_GUESSED');
    const called = { name: 'Marisol Quintero', password: 'quintero.marisol.7' };
    expect(code(await come(link, called))).toBe('422 PASSWORD_EASILY_GUESSED');
    expect(code(await come(link, { password: 'LeaveMeAlone' }))).toBe('422 PASSWORD_IS_COMMON');
    expect(code(await come(link, { secretariat: 'NONE' }))).toBe('422 UNKNOWN_SECRETARIAT');
    const both = await Promise.all([come(link), come(link, { code: 'BRS.other' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 401]);
    const browser = new Browser(api);
    const [first] = await api.books.db.query<{ person: string }[]>('select person from identity.account');
    const { body } = await browser.signIn(first?.person ?? '');
    expect(body.designations.map(({ duty }: { duty: string }) => duty)).toEqual(['ADMINISTRATOR']);
    expect(code(await browser.send('GET', '/api/v1/charges'))).toBe('403 SECOND_FACTOR_NEEDED');
  });

  it('print no second link, and the first one works no more', async () => {
    const left = await api.books.get(InvitationsService).forTheFirst(api.books.clock);
    expect(left.map(({ secretariat }) => secretariat)).toEqual(['MINAMATA']);
    expect(code(await look(link))).toBe('401 LINK_REFUSED');
    expect(code(await come(link, { code: 'BRS.again' }))).toBe('401 LINK_REFUSED');
    await expect(
      api.books.owner.transaction(async (tx) => {
        await anAct(tx);
        await tx.query(
          `insert into identity.invitation (token_sha256, secretariat, invited_by, expires_at) values (sha256('x'), 'BRS', 'recoup', now())`,
        );
      }),
    ).rejects.toMatchObject({ driverError: { constraint: 'invitation_first_is_first' } });
  });

  it('have no people of a demo', async () => {
    expect((await api.get('/api/v1/sign-in')).body).toEqual({ local: true, oidc: null, demo: null });
    await expect(
      inTransaction(api.books.db, async (tx) => {
        await anAct(tx);
        await api.books.get(SignInService).letIn(tx, ['BRS.finance'], password);
      }),
    ).rejects.toMatchObject({ code: 'DEMO_IN_OTHER_BOOKS' });
  });
});
