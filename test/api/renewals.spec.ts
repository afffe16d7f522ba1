import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Designation, IdentityService, Person } from '#identity';
import { TerminalsService } from '#identity';
import { inTransaction } from '#platform';
import * as a from '../support/a.ts';
import { anAct } from '../support/an-act.ts';
import { type Answer, apiOver, type ApiUnderTest } from './api-under-test.ts';
import { done } from './bodies.ts';
import { Browser, invited, password } from './browser.ts';
import { expectRefused } from './refusal.ts';

jest.setTimeout(60_000); // hashing takes its time, on purpose

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references');
  await administrator('BRS.second-administrator');
});
afterAll(() => api.close());

/** One more of that side, signed in. */
async function administrator(code: string): Promise<void> {
  const always = { validFrom: a.day('2000-01-01'), validTo: a.day('2199-12-31') };
  const person = new Person({ code, name: code, secretariat: code.split('.')[0] ?? '' });
  const held = new Designation({ person: code, duty: 'ADMINISTRATOR', fund: '', ...always });
  await inTransaction(api.books.db, async (tx) => {
    await anAct(tx);
    await api.books.get(IdentityService).addPeople(tx, [person], [held]);
  });
  await api.signedIn(code);
}

const code = ({ status, body }: { status: number; body: { code?: string } | null }): string =>
  `${status} ${body?.code ?? ''}`;
const propose = (person: string, by: string): Promise<Answer> =>
  api.post(`/api/v1/people/${person}/renewals`, { reason: 'the telephone was stolen' }, { by });
const approve = (id: string, by: string, more: object = {}): Promise<Answer> =>
  api.post(`/api/v1/renewals/${id}/approval`, {}, { by, ...more });
const accept = (token: string, chosen: string): Promise<Answer> =>
  new Browser(api).send('POST', '/api/v1/invitations/acceptance', { token, password: chosen });
const look = (token: string): Promise<Answer> =>
  new Browser(api).send('POST', '/api/v1/invitations/inspection', { token });
/** Of somebody of BRS, proposed and approved. */
const renewalOf = async (person: string): Promise<{ id: string; token: string }> => {
  const { id } = (await done(201, propose(person, 'BRS.administrator'))).body as { id: string };
  return { id, token: (await done(200, approve(id, 'BRS.second-administrator'))).body.token as string };
};
const other = 'sparrow-basalt-compass-17';

describe('whoever has a way in', () => {
  it('is not invited by one administrator, who could then act as them', async () => {
    await invited(api, 'BRS.finance');
    await expectRefused(api, { status: 409, code: 'RENEWAL_WANTED', pointer: null }, () =>
      api.post('/api/v1/people/BRS.finance/invitations', {}, { by: 'BRS.administrator' }),
    );
  });

  it('is not taken over by an invitation that an administrator had kept', async () => {
    const invite = async (): Promise<string> => {
      const sent = await api.post('/api/v1/people/MINAMATA.finance/invitations', {}, { by: 'MINAMATA.administrator' });
      return sent.body.token as string;
    };
    const [kept, handedOver] = [await invite(), await invite()];
    expect((await accept(handedOver, password)).status).toBe(204);
    expect(code(await accept(kept, other))).toBe('401 LINK_REFUSED');
    expect((await new Browser(api).signIn('MINAMATA.finance')).status).toBe(201);
  });

  it('is let in anew by two others, and what was open before ends with it; at the next sign-in they are told', async () => {
    const person = 'BRS.finance';
    const before = new Browser(api);
    expect((await before.signIn(person)).body.renewed).toBeNull();
    const { body: key } = await before.send('POST', '/api/v1/keys', { days: 30 });
    const terminals = api.books.get(TerminalsService);
    const { secret, code: shown } = await terminals.ask();
    expect((await before.send('POST', `/api/v1/terminals/${shown}/approval`)).status).toBe(204);

    const { body: renewal } = await done(201, propose(person, 'BRS.administrator'));
    expect(renewal).toMatchObject({ person, state: 'PROPOSED', proposedBy: 'BRS.administrator', approvedBy: null });
    expect((await before.send('GET', '/api/v1/session')).status).toBe(200); // nothing has ended yet
    const { body: approved } = await done(200, approve(renewal.id, 'BRS.second-administrator'));
    expect(approved).toMatchObject({ state: 'APPROVED', approvedBy: 'BRS.second-administrator' });
    expect((await before.send('GET', '/api/v1/session')).status).toBe(200);

    expect((await accept(approved.token, other)).status).toBe(204);
    expect(code(await before.send('GET', '/api/v1/session'))).toBe('401 NOT_SIGNED_IN');
    const headers = { authorization: `Bearer ${key.key as string}` };
    expect(code(await api.send({ method: 'GET', path: '/api/v1/session', headers }))).toBe('401 NOT_SIGNED_IN');
    await expect(terminals.poll(secret, api.books.clock)).rejects.toThrow('No terminal waits');
    expect(code(await new Browser(api).signIn(person))).toBe('401 SIGN_IN_REFUSED');
    const after = new Browser(api);
    const told = { at: expect.any(String), proposedBy: 'BRS.administrator', approvedBy: 'BRS.second-administrator' };
    expect((await after.signIn(person, other)).body.renewed).toEqual(told);
    expect((await after.send('GET', '/api/v1/session')).body.renewed).toEqual(told);
    expect(code(await accept(approved.token, password))).toBe('401 LINK_REFUSED'); // it was good once

    const administrator = await api.signedIn('BRS.administrator');
    const { body: log } = await api.get(`/api/v1/audit-events?object=${renewal.id as string}`, administrator);
    expect(log.items.map(({ action, person: by }: { action: string; person: string }) => [action, by])).toEqual([
      ['PASSWORD_SET', person],
      ['RENEWAL_APPROVED', 'BRS.second-administrator'],
      ['RENEWAL_PROPOSED', 'BRS.administrator'],
    ]);
    const { body: list } = await api.get('/api/v1/renewals', administrator);
    expect(list.items[0]).toMatchObject({ id: renewal.id, state: 'DONE', availableActions: [] });
  });

  it('is let in by one link at a time: one that was lost is dead once another is out, and the inspection says so', async () => {
    const person = 'BRS.certifying';
    await invited(api, person);
    const lost = await renewalOf(person);
    expect((await look(lost.token)).body).toMatchObject({ person: { code: person } });
    const waiting = (await done(201, propose(person, 'BRS.administrator'))).body;
    const again = await renewalOf(person);
    expect(code(await look(lost.token))).toBe('401 LINK_REFUSED');
    expect(code(await accept(lost.token, other))).toBe('401 LINK_REFUSED');
    expect(code(await approve(waiting.id, 'BRS.second-administrator'))).toBe('409 RENEWAL_DECIDED_ALREADY');
    const { body: list } = await api.get('/api/v1/renewals', await api.signedIn('BRS.administrator'));
    const states = (list.items as { id: string; state: string }[]).map(({ id, state }) => [id, state]);
    expect(states).toEqual(
      expect.arrayContaining([
        [lost.id, 'LAPSED'],
        [waiting.id, 'LAPSED'],
        [again.id, 'APPROVED'],
      ]),
    );
    expect((await accept(again.token, other)).status).toBe(204);
    expect(code(await look(again.token))).toBe('401 LINK_REFUSED');
  });

  it('is not let in to an account that was shut: the link is refused, nothing is done, and nothing is proposed', async () => {
    const person = 'BRS.certifying';
    const { id, token } = await renewalOf(person);
    await done(
      200,
      api.post(`/api/v1/people/${person}/account/disabling`, { reason: 'left' }, { by: 'BRS.administrator' }),
    );
    await expectRefused(api, { status: 401, code: 'LINK_REFUSED', pointer: null }, () => accept(token, other));
    const { body } = await api.get('/api/v1/renewals', await api.signedIn('BRS.administrator'));
    expect(body.items).toContainEqual(expect.objectContaining({ id, state: 'APPROVED', doneAt: null }));
    await expectRefused(api, { status: 409, code: 'ACCOUNT_IS_SHUT', pointer: null }, () =>
      propose(person, 'BRS.administrator'),
    );
  });

  it('is let in again where the account is shut, by two others, and by nothing that was proposed before', async () => {
    const person = 'BRS.certifying'; // shut out above, with a link of before in somebody's hand
    const again = (by: string, more: object = {}): Promise<Answer> =>
      api.post(`/api/v1/people/${person}/renewals`, { reason: 'came back', letsInAgain: true }, { by, ...more });
    const isShut = async (): Promise<boolean> => {
      const { body } = await api.get('/api/v1/people', await api.signedIn('BRS.administrator'));
      return body.items.find(({ code: one }: { code: string }) => one === person).isShut;
    };
    await expectRefused(api, { status: 409, code: 'ACCOUNT_IS_OPEN', pointer: '/letsInAgain' }, () =>
      api.post(
        '/api/v1/people/BRS.finance/renewals',
        { reason: 'came back', letsInAgain: true },
        { by: 'BRS.administrator' },
      ),
    );
    const { body: proposed } = await done(201, again('BRS.administrator'));
    expect(proposed).toMatchObject({ person, letsInAgain: true, state: 'PROPOSED' });
    await expectRefused(api, { status: 403, code: 'SAME_PERSON', pointer: null }, () =>
      approve(proposed.id, 'BRS.administrator'),
    );
    const { token } = (await done(200, approve(proposed.id, 'BRS.second-administrator'))).body;
    expect((await look(token)).body).toMatchObject({ person: { code: person } });
    expect([await isShut(), code(await new Browser(api).signIn(person))]).toEqual([true, '401 SIGN_IN_REFUSED']);
    expect((await accept(token, 'walnut-harbour-violin-88')).status).toBe(204);
    expect(await isShut()).toBe(false);
    expect(code(await new Browser(api).signIn(person, other))).toBe('401 SIGN_IN_REFUSED'); // nothing of before
    expect((await new Browser(api).signIn(person, 'walnut-harbour-violin-88')).status).toBe(201);
    expect(code(await accept(token, other))).toBe('401 LINK_REFUSED');
    const { body: log } = await api.get(
      `/api/v1/audit-events?object=${proposed.id as string}`,
      await api.signedIn('BRS.administrator'),
    );
    expect(log.items.map(({ action, before }: { action: string; before: object }) => [action, before])).toEqual([
      ['PASSWORD_SET', { account: 'SHUT' }],
      ['RENEWAL_APPROVED', { account: 'SHUT' }],
      ['RENEWAL_PROPOSED', { account: 'SHUT' }],
    ]);
  });

  it('is not let in again once that is taken back by shutting the account anew', async () => {
    const person = 'BRS.called-off';
    const by = { by: 'BRS.administrator' };
    await done(201, api.post('/api/v1/people', { code: person, name: 'Called Off', secretariat: 'BRS' }, by));
    await done(201, api.post(`/api/v1/people/${person}/invitations`, {}, by));
    const shut = (who = by): Promise<Answer> =>
      api.post(`/api/v1/people/${person}/account/disabling`, { reason: 'stays out after all' }, who);
    await done(200, shut());
    const again = { reason: 'comes after all', letsInAgain: true };
    const propose = async (): Promise<string> =>
      (await done(201, api.post(`/api/v1/people/${person}/renewals`, again, by))).body.id as string;
    const [proposed, id] = [await propose(), await propose()];
    const { body: shown } = await api.get('/api/v1/renewals', await api.signedIn('BRS.administrator'));
    const href = `/api/v1/people/${person}/account/disabling`;
    expect(shown.items[0].availableActions[1]).toMatchObject({ action: 'account.shut', allowed: true, href });
    const { token } = (await done(200, approve(id, 'BRS.second-administrator'))).body;
    expect((await look(token)).status).toBe(200);
    expect(code(await shut({ by: 'BRS.approving' }))).toBe('403 NOT_DESIGNATED');
    expect((await look(token)).status).toBe(200); // nothing was written
    await done(200, shut());
    expect(code(await look(token))).toBe('401 LINK_REFUSED');
    expect(code(await accept(token, other))).toBe('401 LINK_REFUSED');
    expect(code(await new Browser(api).signIn(person, other))).toBe('401 SIGN_IN_REFUSED');
    const administrator = await api.signedIn('BRS.administrator');
    const { body } = await api.get('/api/v1/renewals', administrator);
    expect(body.items).toContainEqual(expect.objectContaining({ id, state: 'LAPSED', availableActions: [] }));
    const { body: log } = await api.get(`/api/v1/audit-events?object=${id}`, administrator);
    expect(log.items[0]).toMatchObject({
      ...{ action: 'ACCOUNT_DISABLED', person: 'BRS.administrator', objects: [person, id] },
      before: { account: 'SHUT' },
    });
    expect(code(await shut())).toBe('404 UNKNOWN_ACCOUNT'); // there is nothing left to take back
    expect(code(await approve(proposed, 'BRS.second-administrator'))).toBe('409 RENEWAL_DECIDED_ALREADY');
    const waiting = await propose();
    await done(200, shut()); // what is proposed goes as well
    expect(code(await approve(waiting, 'BRS.second-administrator'))).toBe('409 RENEWAL_DECIDED_ALREADY');
  });

  it('is let in again who was shut out before they ever came', async () => {
    const person = 'BRS.never-came';
    const named = { code: person, name: 'Never Came', secretariat: 'BRS' };
    await done(201, api.post('/api/v1/people', named, { by: 'BRS.administrator' }));
    const by = { by: 'BRS.administrator' };
    await done(201, api.post(`/api/v1/people/${person}/invitations`, {}, by));
    await done(200, api.post(`/api/v1/people/${person}/account/disabling`, { reason: 'never came' }, by));
    const again = { reason: 'comes after all', letsInAgain: true };
    const { body } = await done(201, api.post(`/api/v1/people/${person}/renewals`, again, by));
    const { token } = (await done(200, approve(body.id, 'BRS.second-administrator'))).body;
    expect((await accept(token, other)).status).toBe(204);
    expect((await new Browser(api).signIn(person, other)).status).toBe(201);
  });

  it('is not renewed by whoever proposed it, by whoever holds neither duty, by the other side, or by an approving officer where another administers', async () => {
    const { body } = await done(201, propose('BRS.finance', 'BRS.administrator'));
    const refused = async (by: string, status: number, why: string): Promise<void> => {
      await expectRefused(api, { status, code: why, pointer: null }, () => approve(body.id, by));
    };
    await refused('BRS.administrator', 403, 'SAME_PERSON');
    await refused('BRS.auditor', 403, 'NOT_DESIGNATED');
    await refused('BRS.approving', 403, 'NOT_DESIGNATED');
    await refused('MINAMATA.administrator', 404, 'UNKNOWN_RENEWAL');
    const told = async (by: string) =>
      (await api.get('/api/v1/renewals', await api.signedIn(by))).body.items.find(
        ({ id }: { id: string }) => id === body.id,
      ).availableActions;
    expect(await told('BRS.second-administrator')).toEqual([
      {
        ...{
          action: 'account.approve-renewal',
          title: 'Approve the renewal of an account',
          allowed: true,
          reason: null,
          why: null,
        },
        ...{ resultsIn: 'APPROVED', method: 'POST', href: `/api/v1/renewals/${body.id as string}/approval` },
      },
    ]);
    expect(await told('BRS.administrator')).toMatchObject([
      {
        allowed: false,
        reason: 'You proposed this renewal. Another administrator or approving officer of BRS must act: 1 person.',
      },
    ]);
    expect((await api.get('/api/v1/renewals', await api.signedIn('MINAMATA.administrator'))).body.items).toEqual([]);
  });

  it('waits in the inbox of whoever may approve it, until it is decided or over, and in nobody else’s', async () => {
    const waits = async (by: string): Promise<string[]> => {
      const headers = await api.signedIn(by);
      const { body } = await api.get('/api/v1/inbox', headers);
      const { body: counted } = await api.get('/api/v1/inbox/count', headers);
      const kind = (one: { kind: string }): boolean => one.kind === 'renewals-to-approve';
      const found = body.kinds.find(kind) as { count: number; items: { id: string }[] } | undefined;
      expect(counted.kinds.find(kind)?.count).toBe(found?.count);
      expect(found?.items.length).toBe(found?.count);
      return found?.items.map(({ id }) => id) ?? [];
    };
    const { id } = (await done(201, propose('BRS.finance', 'BRS.administrator'))).body as { id: string };
    const everybody = ['BRS.second-administrator', 'BRS.administrator', 'BRS.approving', 'BRS.auditor'] as const;
    const waiting = async (): Promise<boolean[]> =>
      Promise.all([...everybody, 'MINAMATA.administrator'].map(async (one) => (await waits(one)).includes(id)));
    expect(await waiting()).toEqual([true, false, false, false, false]);
    const { body: inbox } = await api.get('/api/v1/inbox', await api.signedIn('BRS.second-administrator'));
    const { items } = inbox.kinds.find(({ kind }: { kind: string }) => kind === 'renewals-to-approve');
    expect(items).toContainEqual(
      expect.objectContaining({ id, about: 'BRS.finance', by: 'BRS.administrator', href: `/api/v1/renewals/${id}` }),
    );
    // Where no other administrator could, it is an approving officer's.
    const ofTheSecond = (await done(201, propose('MINAMATA.finance', 'MINAMATA.administrator'))).body.id as string;
    expect((await waits('MINAMATA.approving')).includes(ofTheSecond)).toBe(true);
    await done(200, approve(id, 'BRS.second-administrator'));
    expect(await waiting()).toEqual([false, false, false, false, false]);
  });

  it('is renewed by an approving officer where no other administrator could', async () => {
    const { body } = await done(201, propose('MINAMATA.finance', 'MINAMATA.administrator'));
    expect((await done(200, approve(body.id, 'MINAMATA.approving'))).body.token).toEqual(expect.any(String));
    await invited(api, 'BRS.second-administrator');
    const ofAnAdministrator = await done(201, propose('BRS.second-administrator', 'BRS.administrator'));
    expect((await approve(ofAnAdministrator.body.id, 'BRS.approving')).status).toBe(200);
  });

  it('does not propose it themselves, and needs a way in to renew', async () => {
    await invited(api, 'MINAMATA.administrator');
    await expectRefused(api, { status: 403, code: 'RENEWS_ONESELF', pointer: null }, () =>
      propose('MINAMATA.administrator', 'MINAMATA.administrator'),
    );
    await expectRefused(api, { status: 409, code: 'NOTHING_TO_RENEW', pointer: null }, () =>
      propose('BRS.auditor', 'BRS.administrator'),
    );
    await expectRefused(api, { status: 404, code: 'UNKNOWN_PERSON', pointer: null }, () =>
      propose('MINAMATA.finance', 'BRS.administrator'),
    );
  });

  it('is not renewed three days later', async () => {
    const late = (column: string): Promise<unknown> =>
      api.books.owner.transaction(async (tx) => {
        await tx.query('alter table identity.account_renewal disable trigger user');
        await tx.query(
          `update identity.account_renewal set ${column} = now() - interval '3 days 1 second' where done_at is null and ${column} is not null`,
        );
        await tx.query('alter table identity.account_renewal enable trigger user');
      });
    const { body } = await done(201, propose('BRS.finance', 'BRS.administrator'));
    await late('proposed_at');
    await expectRefused(api, { status: 409, code: 'RENEWAL_DECIDED_ALREADY', pointer: null }, () =>
      approve(body.id, 'BRS.second-administrator'),
    );
    const again = await done(201, propose('BRS.finance', 'BRS.administrator'));
    const approved = await done(200, approve(again.body.id, 'BRS.second-administrator'));
    await late('approved_at');
    expect(code(await accept(approved.body.token, password))).toBe('401 LINK_REFUSED');
  });
});

describe('an invitation', () => {
  it('that was kept until the person came is shown as over before it is tried', async () => {
    const invite = async (): Promise<string> =>
      (await api.post('/api/v1/people/MINAMATA.certifying/invitations', {}, { by: 'MINAMATA.administrator' })).body
        .token as string;
    const [kept, handedOver] = [await invite(), await invite()];
    expect((await look(kept)).status).toBe(200);
    expect((await accept(handedOver, password)).status).toBe(204);
    expect(code(await look(kept))).toBe('401 LINK_REFUSED');
  });
});

describe('an approving officer', () => {
  it('renews where the other administrators are shut out', async () => {
    const person = 'MINAMATA.certifying';
    const third = 'MINAMATA.second-administrator';
    await administrator(third);
    const { body } = await done(201, propose(person, 'MINAMATA.administrator'));
    await expectRefused(api, { status: 403, code: 'NOT_DESIGNATED', pointer: null }, () =>
      approve(body.id, 'MINAMATA.approving'),
    );
    const shut = { reason: 'left' };
    await done(200, api.post(`/api/v1/people/${third}/account/disabling`, shut, { by: 'MINAMATA.administrator' }));
    expect((await approve(body.id, 'MINAMATA.approving')).status).toBe(200);
  });
});

describe('an invitation and a renewal', () => {
  it('take effect once, are tried without effect, and show their link once', async () => {
    const path = '/api/v1/people/BRS.auditor/invitations';
    const by = { by: 'BRS.administrator' };
    const tried = await api.post(path, {}, { ...by, dryRun: true });
    expect(tried.body).toMatchObject({ dryRun: true, result: { token: null } });
    expect(code(await api.post(path, {}, { ...by, key: null }))).toBe('400 IDEMPOTENCY_KEY_MISSING');
    const first = await done(201, api.post(path, {}, { ...by, key: 'invited-once' }));
    const again = await done(201, api.post(path, {}, { ...by, key: 'invited-once' }));
    expect([first.body.token, again.body.token]).toEqual([expect.any(String), null]);
    const [count] = await api.books.db.query<{ count: string }[]>(
      `select count(*) from identity.invitation where person = 'BRS.auditor'`,
    );
    expect(count?.count).toBe('1');
    const kept = await api.books.db.query<{ body: string }[]>(
      `select body from platform.request_key where body like '%token%'`,
    );
    expect(kept.map(({ body }) => (JSON.parse(body) as { token: unknown }).token)).toEqual(kept.map(() => null));
  });

  it('and the shutting of an account are tried without effect', async () => {
    const shut = { reason: 'left the secretariat' };
    const path = '/api/v1/people/BRS.auditor/account/disabling';
    const sending = { by: 'BRS.administrator', dryRun: true };
    expect((await api.post(path, shut, sending)).body).toMatchObject({ dryRun: true, result: { code: 'BRS.auditor' } });
    expect((await api.get('/api/v1/session', await api.signedIn('BRS.auditor'))).status).toBe(200);
  });
});
