import { readdirSync, readFileSync } from 'node:fs';
import { type ActionCode, actionCodes, actionOf } from '#identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { chargeBody, done, signedAgreement } from './bodies.ts';
import { expectRefused } from './refusal.ts';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references');
  await signedAgreement(api);
}, 60_000);
afterAll(() => api.close());

/** What is said of oneself: signing in and out is for everybody, and no duty is asked. */
const isOfTheSession = (path: string): boolean =>
  path === '/api/v1/sign-in/oidc/backchannel-logout' || // an issuer's word, and of sign-in nothing else is posted
  /^\/api\/v1\/(sessions?|second-factor|keys|terminals|first-administrator|invitations)(\/|$)/.test(path);

const sources = readdirSync('libs', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\/src\/.+\.ts$/.test(path) && !/\.spec\.ts$/.test(path))
  .map((path) => [path, readFileSync(`libs/${path}`, 'utf8')] as const);

describe('the table of actions', () => {
  const actionOfRoute = (operation: object): string | undefined =>
    (operation as { 'x-recoup-action'?: string })['x-recoup-action'];

  /** Routes that change something under no action of the table. */
  const strange = (operations: readonly { method: string; path: string; operation: object }[]): string[] =>
    operations
      .filter(({ method, path }) => method !== 'GET' && !isOfTheSession(path))
      .filter(({ operation }) => !actionCodes.includes(actionOfRoute(operation) as ActionCode))
      .map(({ method, path }) => `${method} ${path}`);

  it('has one for every route that changes something', () => {
    expect(strange(api.contract.all())).toEqual([]);
  });

  it('is missed where a route names none, or one that is not there', () => {
    const [path, other] = ['/api/v1/charges/{id}/dispute', '/api/v1/charges'];
    const beside = '/api/v1/sign-in/oidc/anything-else';
    expect(strange([{ method: 'POST', path: beside, operation: {} }])).toEqual([`POST ${beside}`]);
    expect(
      strange([
        { method: 'POST', path, operation: {} },
        { method: 'POST', path: other, operation: { 'x-recoup-action': 'charge.dispute' } },
        { method: 'GET', path, operation: {} },
      ]),
    ).toEqual([`POST ${path}`, `POST ${other}`]);
  });

  it('has a route for every action, but for those of the machine of the books', () => {
    const reached = new Set(api.contract.all().map(({ operation }) => actionOfRoute(operation)));
    const missing = actionCodes.filter((code) => actionOf(code).overHttp !== reached.has(code));
    expect(missing).toEqual([]);
  });

  it('is asked by the service of every action, and no service names a duty itself', () => {
    const asking = sources.filter(([path]) => !/actions\.ts$/.test(path)).map(([, text]) => text);
    const apps = readFileSync('apps/cli/src/proof.command.ts', 'utf8');
    expect(actionCodes.filter((code) => ![...asking, apps].some((text) => text.includes(`'${code}'`)))).toEqual([]);
    const naming = sources
      .filter(([path, text]) => path.endsWith('.service.ts') && /'(FINANCE|CERTIFYING|APPROVING)_OFFICER'/.test(text))
      .map(([path]) => path)
      .filter((path) => path !== 'identity/src/identity.service.ts'); // reads them
    expect(naming).toEqual([]);
  });

  it('lets a key neither confirm, certify, approve, issue, grant nor close', () => {
    const byKey = actionCodes.filter((code) => actionOf(code).byKey);
    expect(byKey).toEqual([
      ...['agreement.draft', 'charge.record', 'evidence.add', 'invoice.prepare', 'invoice.credit'],
      ...['settlement.propose', 'rates.add'],
    ]);
    expect(byKey.filter((code) => actionOf(code).stepUp)).toEqual([]);
  });

  it('is there as JSON for the pages, and a session says what its duties are for', async () => {
    const { body } = await done(200, api.get('/api/v1/actions'));
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual(actionCodes);
    const session = await done(200, api.get('/api/v1/session'));
    expect(session.body.may).toEqual(expect.arrayContaining(['charge.record', 'charge.receive', 'period.close']));
    expect(session.body.may).not.toContain('charge.certify');
  });
});

describe('a charge, in lists and alone', () => {
  it('says to each who asks what they may do with it', async () => {
    await done(201, api.post('/api/v1/charges', chargeBody({ id: 'TOLD' }), { by: 'MINAMATA.finance' }));
    const told = async (by: string) => {
      const headers = await api.signedIn(by);
      const { body } = await done(200, api.get('/api/v1/charges', headers));
      const alone = await done(200, api.get('/api/v1/charges/TOLD', headers));
      const [listed] = body.items.filter(({ id }: { id: string }) => id === 'TOLD');
      expect(alone.body.availableActions).toEqual(listed.availableActions);
      return listed.availableActions;
    };
    const ofBrs = await told('BRS.finance');
    expect(ofBrs.map(({ action, allowed }: { action: string; allowed: boolean }) => [action, allowed])).toEqual([
      ['charge.receive', true],
      ['charge.return', true],
      ['charge.withdraw', false],
    ]);
    expect(ofBrs[0]).toEqual({
      ...{ action: 'charge.receive', title: 'Confirm receipt', allowed: true, reason: null, why: null },
      resultsIn: 'RECEIVED',
      ...{ method: 'POST', href: '/api/v1/charges/TOLD/receipt' },
    });
    expect(await told('MINAMATA.finance')).toMatchObject([
      {
        ...{ allowed: false, reason: 'This is for BRS to do: a finance officer of BRS must act.' },
        why: {
          ...{ code: 'ACTS_FOR_THE_OTHER_SIDE', parts: { secretariat: 'BRS', document: 'CHARGE' } },
          who: { another: false, duties: ['FINANCE_OFFICER'], funds: [], secretariat: 'BRS', people: null },
        },
      },
      { action: 'charge.return', allowed: false },
      { action: 'charge.withdraw', allowed: true, reason: null, href: '/api/v1/charges/TOLD/withdrawal' },
    ]);
    expect((await told('BRS.auditor'))[0]).toMatchObject({
      allowed: false,
      reason: 'You are not designated for this today. A finance officer of BRS must act: 1 person.',
      why: {
        ...{ code: 'NOT_DESIGNATED', parts: { duty: 'FINANCE_OFFICER', document: 'CHARGE' } },
        who: { another: false, duties: ['FINANCE_OFFICER'], funds: [], secretariat: 'BRS', people: 1 },
      },
    });
  });
});

describe('a designation, over HTTP', () => {
  const joint = {
    ...{ duty: 'JOINT_AUDITOR', validFrom: '2025-05-10', validTo: '2199-12-31' }, // by the database's day too
    reason: 'the audit of the biennium',
  };
  beforeAll(async () => {
    const person = { code: 'BRS.nobody-yet', name: 'An auditor', secretariat: 'BRS' };
    await done(201, api.post('/api/v1/people', person, { by: 'BRS.administrator' }));
    await api.signedIn('BRS.nobody-yet');
  });
  const wanted = {
    ...{ person: 'BRS.jd', duty: 'FINANCE_OFFICER', validFrom: '2025-05-10', validTo: '2025-12-31' },
    reason: 'leave of the finance officer',
  };

  it('is proposed, countersigned and in force at once, and ends at once', async () => {
    const person = { code: 'BRS.jd', name: 'Jane Doe', secretariat: 'BRS' };
    await done(201, api.post('/api/v1/people', person, { by: 'BRS.administrator' }));
    await done(201, api.post('/api/v1/charges', chargeBody({ id: 'FOR-JD' }), { by: 'MINAMATA.finance' }));
    await api.signedIn('BRS.jd');
    const confirm = () => api.post('/api/v1/charges/FOR-JD/receipt', {}, { by: 'BRS.jd', seen: '*' });
    await expectRefused(api, { status: 403, code: 'NOT_DESIGNATED', pointer: null }, confirm);

    const { body } = await done(201, api.post('/api/v1/designations', wanted, { by: 'BRS.administrator' }));
    expect(body).toMatchObject({ state: 'PROPOSED', proposedBy: 'BRS.administrator', decidedBy: null });
    await expectRefused(api, { status: 403, code: 'NOT_DESIGNATED', pointer: null }, confirm);

    const step = `/api/v1/designations/${body.id as string}`;
    await expectRefused(api, { status: 403, code: 'NOT_DESIGNATED', pointer: null }, () =>
      api.post(`${step}/countersignature`, {}, { by: 'BRS.administrator' }),
    );
    await expectRefused(api, { status: 404, code: 'UNKNOWN_DESIGNATION', pointer: null }, () =>
      api.post(`${step}/countersignature`, {}, { by: 'MINAMATA.approving' }),
    );
    const given = await done(200, api.post(`${step}/countersignature`, {}, { by: 'BRS.approving' }));
    expect(given.body).toMatchObject({ state: 'IN_FORCE', decidedBy: 'BRS.approving', validFrom: '2025-05-10' });
    await done(200, confirm());

    const end = { reason: 'the finance officer is back' };
    const ended = await done(200, api.post(`${step}/end`, end, { by: 'BRS.administrator' }));
    expect(ended.body).toMatchObject({ state: 'ENDED', endedBy: 'BRS.administrator' });
    await done(201, api.post('/api/v1/charges', chargeBody({ id: 'TOO-LATE' }), { by: 'MINAMATA.finance' }));
    await expectRefused(api, { status: 403, code: 'NOT_DESIGNATED', pointer: null }, () =>
      api.post('/api/v1/charges/TOO-LATE/receipt', {}, { by: 'BRS.jd', seen: '*' }),
    );
    const events = await api.get(
      `/api/v1/audit-events?object=${body.id as string}`,
      await api.signedIn('BRS.administrator'),
    );
    expect(events.body.items.map(({ action, person }: { action: string; person: string }) => [action, person])).toEqual(
      [
        ['DESIGNATION_ENDED', 'BRS.administrator'],
        ['DESIGNATION_COUNTERSIGNED', 'BRS.approving'],
        ['DESIGNATION_PROPOSED', 'BRS.administrator'],
      ],
    );
    expect(events.text).not.toContain('Jane');
  });

  it.each([
    ['for oneself', { person: 'BRS.administrator', duty: 'AUDITOR' }, 403, 'NOT_FOR_ONESELF', null],
    [
      'of an approving officer as certifying',
      { person: 'BRS.approving', duty: 'CERTIFYING_OFFICER', fund: 'BC' },
      422,
      'ROLES_DO_NOT_MEET',
      '/duty',
    ],
    [
      'of an auditor as anything else',
      { person: 'BRS.auditor', duty: 'FINANCE_OFFICER' },
      422,
      'ROLES_DO_NOT_MEET',
      '/duty',
    ],
    ['of the other side', { person: 'MINAMATA.finance', duty: 'AUDITOR' }, 422, 'UNKNOWN_PERSON', '/person'],
    [
      'of a joint auditor without the other side',
      { person: 'BRS.nobody-yet', duty: 'JOINT_AUDITOR' },
      422,
      'MANDATE_WANTED',
      '/mandate',
    ],
    [
      'of a joint auditor over the own side twice',
      { person: 'BRS.nobody-yet', duty: 'JOINT_AUDITOR', mandate: 'BRS' },
      422,
      'UNKNOWN_SECRETARIAT',
      '/mandate',
    ],
    [
      'of another duty with a mandate',
      { person: 'BRS.finance', duty: 'FINANCE_OFFICER', mandate: 'MINAMATA' },
      422,
      'MANDATE_NOT_WANTED',
      '/mandate',
    ],
    [
      'of an auditor of one side as one of both',
      { person: 'BRS.auditor', duty: 'JOINT_AUDITOR', mandate: 'MINAMATA' },
      422,
      'ROLES_DO_NOT_MEET',
      '/duty',
    ],
    ['of nobody', { person: 'BRS.stranger' }, 422, 'UNKNOWN_PERSON', '/person'],
    [
      'of a certifying officer without a fund',
      { person: 'BRS.finance', duty: 'CERTIFYING_OFFICER' },
      422,
      'FUND_WANTED',
      '/fund',
    ],
    [
      'of an auditor with a fund',
      { person: 'BRS.finance', duty: 'AUDITOR', fund: 'BC' },
      422,
      'FUND_NOT_WANTED',
      '/fund',
    ],
    [
      'that is over',
      { person: 'BRS.finance', validFrom: '2025-01-01', validTo: '2025-02-01' },
      422,
      'DESIGNATION_OVER',
      '/validTo',
    ],
  ])('is not proposed %s', async (_, facts, status, code, pointer) => {
    await expectRefused(api, { status, code, pointer }, () =>
      api.post('/api/v1/designations', { ...wanted, ...facts }, { by: 'BRS.administrator' }),
    );
  });

  it('of a joint auditor is countersigned by the side whose books it opens, and opens both to read and nothing more', async () => {
    const wanted = { ...joint, person: 'BRS.nobody-yet', mandate: 'MINAMATA' };
    const { body } = await done(201, api.post('/api/v1/designations', wanted, { by: 'BRS.administrator' }));
    const path = `/api/v1/designations/${body.id as string}/countersignature`;
    const waitsFor = async (by: string): Promise<boolean> => {
      const { body: inbox } = await api.get('/api/v1/inbox', await api.signedIn(by));
      const { items } = inbox.kinds.find(({ kind }: { kind: string }) => kind === 'designations-to-countersign');
      return items.some(({ id }: { id: string }) => id === body.id);
    };
    expect([await waitsFor('BRS.approving'), await waitsFor('MINAMATA.approving')]).toEqual([false, true]);
    await expectRefused(api, { status: 403, code: 'ACTS_FOR_THE_OTHER_SIDE', pointer: null }, () =>
      api.post(path, {}, { by: 'BRS.approving' }),
    );
    const given = await done(200, api.post(path, {}, { by: 'MINAMATA.approving' }));
    expect(given.body).toMatchObject({ state: 'IN_FORCE', duty: 'JOINT_AUDITOR', mandate: 'MINAMATA' });
    const headers = await api.signedIn('BRS.nobody-yet');
    const people = await api.get('/api/v1/designations', headers);
    const sides = new Set(people.body.items.map(({ secretariat }: { secretariat: string }) => secretariat));
    expect([...sides].sort()).toEqual(['BRS', 'MINAMATA']);
    expect((await api.get('/api/v1/session', headers)).body.may).toEqual([]);
    await expectRefused(api, { status: 403, code: 'NOT_DESIGNATED', pointer: null }, () =>
      api.post(
        '/api/v1/netting-statements',
        { biennium: '2024-2025', with: 'MINAMATA', asAt: '2025-12-31' },
        { by: 'BRS.nobody-yet' },
      ),
    );

    // The side whose books it opens ends it, and both see that it has.
    const end = `/api/v1/designations/${body.id as string}/end`;
    await expectRefused(api, { status: 403, code: 'NOT_DESIGNATED', pointer: null }, () =>
      api.post(end, { reason: 'enough was read' }, { by: 'MINAMATA.finance' }),
    );
    const ended = await done(200, api.post(end, { reason: 'enough was read' }, { by: 'MINAMATA.approving' }));
    const facts = { state: 'ENDED', endedBy: 'MINAMATA.approving', endReason: 'enough was read', secretariat: 'BRS' };
    expect(ended.body).toMatchObject(facts);
    for (const side of ['BRS', 'MINAMATA']) {
      const { items } = (await api.get('/api/v1/designations', await api.signedIn(`${side}.finance`))).body;
      expect(items.filter(({ id }: { id: string }) => id === body.id)).toEqual([expect.objectContaining(facts)]);
    }
    await expectRefused(api, { status: 403, code: 'NOT_DESIGNATED_TO_READ', pointer: null }, () =>
      api.get('/api/v1/designations', headers),
    );
    await expectRefused(api, { status: 409, code: 'DESIGNATION_ENDED_ALREADY', pointer: null }, () =>
      api.post(end, { reason: 'again' }, { by: 'BRS.administrator' }),
    );
  });

  it('that is acting, of a side with three officers, is countersigned by the other side', async () => {
    const acting = { ...wanted, person: 'BRS.finance', duty: 'CERTIFYING_OFFICER', fund: 'SC', acting: true };
    const { body } = await done(201, api.post('/api/v1/designations', acting, { by: 'BRS.administrator' }));
    const path = `/api/v1/designations/${body.id as string}/countersignature`;
    await expectRefused(api, { status: 403, code: 'ACTS_FOR_THE_OTHER_SIDE', pointer: null }, () =>
      api.post(path, {}, { by: 'BRS.approving' }),
    );
    const given = await done(200, api.post(path, {}, { by: 'MINAMATA.approving' }));
    expect(given.body).toMatchObject({ state: 'IN_FORCE', acting: true, decidedBy: 'MINAMATA.approving' });

    // The other side, which let it begin, sees it end.
    const id = body.id as string;
    const seenBy = async (person: string) => {
      const { items } = (await api.get('/api/v1/designations', await api.signedIn(person))).body;
      return items.filter((one: { id: string }) => one.id === id);
    };
    expect(await seenBy('MINAMATA.finance')).toEqual([expect.objectContaining({ state: 'IN_FORCE', endedBy: null })]);
    const end = { reason: 'the certifying officer is back' };
    await done(200, api.post(`/api/v1/designations/${id}/end`, end, { by: 'BRS.administrator' }));
    const ended = { state: 'ENDED', endedBy: 'BRS.administrator', endReason: end.reason };
    expect(await seenBy('MINAMATA.finance')).toEqual([expect.objectContaining(ended)]);
  });
});
