import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { VerificationService } from '#audit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inSnapshot } from '#platform';
import { NightlyVerification } from '../../apps/api/src/nightly-verification.ts';
import { anAct } from '../support/an-act.ts';
import { actingAs, apiOver, type ApiUnderTest } from './api-under-test.ts';
import { certified, chargeBody, done, signedAgreement } from './bodies.ts';
import { expectRefused } from './refusal.ts';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references');
  await signedAgreement(api);
}, 60_000);
afterAll(() => api.close());

const record = (id: string) =>
  api.post('/api/v1/charges', chargeBody({ id, quantity: '1' }), { by: 'MINAMATA.finance' });

const asAuditor = { [actingAs]: 'BRS.auditor' };

describe('the acts', () => {
  it('are found by what they acted on, with the request that asked for them', async () => {
    const recorded = await done(201, record('E-1'));
    await certified(api, 'BRS', ['E-1']);
    const { body } = await done(200, api.get('/api/v1/audit-events?object=E-1'));
    const acts = (items: Record<string, string>[]): string[] =>
      items.map(({ action = '', person = '' }) => `${action} ${person}`);
    const history = [
      'CHARGES_CERTIFIED BRS.certifying',
      'CHARGES_RECEIVED BRS.finance',
      'CHARGES_RECORDED MINAMATA.finance',
    ];
    expect(acts(body.items)).toEqual(history);
    const { body: others } = await done(
      200,
      api.get('/api/v1/audit-events?object=E-1', { [actingAs]: 'MINAMATA.finance' }),
    );
    expect(acts(others.items)).toEqual(history);
    expect(others.items[2].requestId).toBe(recorded.headers['x-request-id']);
    const { body: found } = await done(
      200,
      api.get(`/api/v1/audit-events?requestId=${body.items[0].requestId as string}`, asAuditor),
    );
    expect(found.items).toHaveLength(1);
  });

  it('say in which duties and in which session somebody acted, and are sealed with it; of the other side they do not', async () => {
    const [act] = (await done(200, api.get('/api/v1/audit-events?object=E-1&action=CHARGES_CERTIFIED', asAuditor))).body
      .items;
    expect(act).toMatchObject({ duties: ['CERTIFYING_OFFICER'], session: expect.stringMatching(/^[0-9a-f]{16}$/) });
    const [row] = await api.books.db.query<{ duties: string[]; session: string }[]>(
      `select body::jsonb -> 'duties' as duties, body::jsonb ->> 'session' as session from platform.audit_event where id = $1`,
      [act.id],
    );
    expect(row).toEqual({ duties: act.duties, session: act.session });
    const sessions = await api.books.owner.query<{ id: string }[]>(
      `select id from identity.session where person = 'BRS.certifying'`,
    );
    const digests = sessions.map(({ id }) => createHash('sha256').update(id).digest('hex').slice(0, 16));
    expect(digests).toContain(act.session);
    const [seen] = (
      await done(
        200,
        api.get('/api/v1/audit-events?object=E-1&action=CHARGES_CERTIFIED', { [actingAs]: 'MINAMATA.finance' }),
      )
    ).body.items;
    expect(seen).toMatchObject({ person: 'BRS.certifying', duties: null, session: null });
  });

  it('are walked from the newest to the oldest, and narrowed by action, kind and person', async () => {
    const asMinamata = { [actingAs]: 'MINAMATA.auditor' };
    const page = await done(200, api.get('/api/v1/audit-events?kind=agreement&limit=1', asMinamata));
    expect(page.body.items.map(({ action }: Record<string, string>) => action)).toEqual(['AGREEMENT_SIGNED']);
    const rest = await done(
      200,
      api.get(`/api/v1/audit-events?kind=agreement&limit=50&cursor=${page.body.nextCursor as string}`, asMinamata),
    );
    expect(new Set(rest.body.items.map(({ action }: Record<string, string>) => action))).toEqual(
      new Set(['AGREEMENT_DRAFTED']),
    );
    expect(rest.body.nextCursor).toBeNull();
    const none = await done(200, api.get('/api/v1/audit-events?action=AGREEMENT_SIGNED&person=BRS.finance', asAuditor));
    expect(none.body.items).toEqual([]);
  });

  it('of a dry run are none', async () => {
    await done(200, api.post('/api/v1/charges', chargeBody({ id: 'DRY' }), { by: 'MINAMATA.finance', dryRun: true }));
    expect((await api.get('/api/v1/audit-events?object=DRY')).body.items).toEqual([]);
  });
});

describe('the cash of a trust fund', () => {
  const state = (limit: object, by = 'BRS.approving') =>
    api.post('/api/v1/trust-funds/BC/cash-limits', { limit, reason: 'Contributions received' }, { by });

  it('is stated, and a charge beyond it is refused with what is left', async () => {
    const { body } = await done(201, state({ amount: '400.00', currency: 'USD' }));
    expect(body).toMatchObject({ code: 'BC', cashLimitUsd: '400.00', cashChargedUsd: '306.67' });
    await done(201, record('E-2'));
    await done(200, api.post('/api/v1/charges/receipts', { charges: ['E-2'] }, { by: 'BRS.finance' }));
    const certify = () => api.post('/api/v1/charges/certifications', { charges: ['E-2'] }, { by: 'BRS.certifying' });
    const refused = await expectRefused(
      api,
      { status: 409, code: 'FUND_CASH_EXCEEDED', pointer: '/charges/0' },
      certify,
    );
    expect(refused.body.detail).toContain('bears USD 306.67, so USD 93.33 is left; USD 306.67 more');
    await done(201, state({ amount: '100000.00', currency: 'USD' }));
    await done(200, certify());
  });

  it.each([
    [{ amount: '1.00', currency: 'USD' }, 409, 'CASH_LIMIT_BELOW_CHARGED', '/limit'],
    [{ amount: '-1.00', currency: 'USD' }, 422, 'CASH_LIMIT_NEGATIVE', '/limit'],
    [{ amount: '100000.00', currency: 'CHF' }, 400, 'CASH_NOT_IN_USD', '/limit/currency'],
  ])('is not %j', async (limit, status, code, pointer) => {
    await expectRefused(api, { status, code, pointer }, () => state(limit));
  });

  it('is for its approving officer to state, of a fund that is there', async () => {
    const limit = { amount: '100000.00', currency: 'USD' };
    await expectRefused(api, { status: 403, code: 'NOT_DESIGNATED', pointer: null }, () => state(limit, 'BRS.finance'));
    await expectRefused(api, { status: 404, code: 'UNKNOWN_FUND', pointer: null }, () =>
      api.post('/api/v1/trust-funds/XX/cash-limits', { limit, reason: 'x' }, { by: 'BRS.approving' }),
    );
  });
});

interface Listed {
  readonly fund: string;
  readonly budgetLine: string | null;
  readonly secretariat: string;
  readonly statedAt: string | null;
  readonly availableActions: readonly object[];
}

describe('a coding', () => {
  const parts = { fundCentre: '11207', wbse: 'SB-009384.01.02' };
  const reason = 'letter of the budget section';

  it('of a budget line, and of what a fund receives, is stated and listed; what is left out is taken away', async () => {
    const line = await done(
      201,
      api.post('/api/v1/budget-lines/BC-1-COP17/codings', { ...parts, reason }, { by: 'BRS.approving' }),
    );
    const stated = { fund: 'BC', budgetLine: 'BC-1-COP17', ...parts, grant: null, commitmentItem: null };
    expect(line.body).toEqual(stated);
    const receipts = { fundCentre: '32000', grant: 'M1-32MCL-000006', commitmentItem: 'FT30_CLASS_125', reason };
    await done(201, api.post('/api/v1/trust-funds/BC/codings', receipts, { by: 'BRS.approving' }));
    await done(
      201,
      api.post('/api/v1/trust-funds/BC/codings', { fundCentre: '32000', reason }, { by: 'BRS.approving' }),
    );
    const listed = (await done(200, api.get('/api/v1/codings', asAuditor))).body.items as Listed[];
    const none = { grant: null, wbse: null, commitmentItem: null };
    const since = { statedAt: api.books.clock.now().toISOString(), statedBy: 'BRS.approving' };
    expect(listed.filter(({ statedAt }) => statedAt !== null)).toEqual([
      expect.objectContaining({ fund: 'BC', budgetLine: null, fundCentre: '32000', ...none, ...since, biennium: null }),
      expect.objectContaining({ ...stated, ...since, secretariat: 'BRS', biennium: '2024-2025' }),
    ]);
  });

  it('of everything of the own side that can have one is listed, also where none is stated, and of the other side nothing', async () => {
    const seenBy = async (person: string): Promise<Listed[]> =>
      (await done(200, api.get('/api/v1/codings', { [actingAs]: person }))).body.items as Listed[];
    const own = await seenBy('BRS.auditor');
    expect(own.map(({ fund, budgetLine }) => budgetLine ?? fund)).toEqual(
      expect.arrayContaining(['BC', 'BC-1-COP17', 'RO', 'SC']),
    );
    expect(own.find(({ budgetLine, fund }) => budgetLine === null && fund === 'RO')).toMatchObject({
      ...{ fundCentre: null, grant: null, wbse: null, commitmentItem: null, statedAt: null, statedBy: null },
      title: expect.stringContaining('Rotterdam'),
    });
    const others = await seenBy('MINAMATA.auditor');
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter(({ secretariat }) => secretariat !== 'MINAMATA')).toEqual([]);
  });

  it('is offered to the approving officer, where it is stated, and to others with who could', async () => {
    const offeredTo = async (by: string): Promise<object | undefined> => {
      const { items } = (await done(200, api.get('/api/v1/codings', { [actingAs]: by }))).body as { items: Listed[] };
      return items.find(({ budgetLine }) => budgetLine === 'BC-1-COP17')?.availableActions[0];
    };
    const href = '/api/v1/budget-lines/BC-1-COP17/codings';
    const action = { action: 'fund.state-coding', method: 'POST', href };
    expect(await offeredTo('BRS.approving')).toMatchObject({ ...action, allowed: true, why: null });
    expect(await offeredTo('BRS.finance')).toMatchObject({
      ...{ ...action, allowed: false },
      why: { code: 'NOT_DESIGNATED', who: { duties: ['APPROVING_OFFICER'], secretariat: 'BRS', people: 1 } },
    });
  });

  it('has a history, with what it was before, for whoever reads codings, and for no administrator', async () => {
    const history = async (by: string): Promise<unknown> =>
      (
        await done(
          200,
          api.get('/api/v1/audit-events?object=BC&kind=trust-fund&action=CODING_STATED', { [actingAs]: by }),
        )
      ).body.items;
    const [receipts, first] = [{ fundCentre: '32000', grant: null }, { grant: 'M1-32MCL-000006' }];
    expect(await history('BRS.finance')).toMatchObject(
      [
        { before: first, after: receipts },
        { before: null, after: first },
      ].map((one) => ({ action: 'CODING_STATED', person: 'BRS.approving', reason, ...one })),
    );
    expect(await history('BRS.administrator')).toEqual([]);
    expect(await history('MINAMATA.finance')).toEqual([]);
  });

  it('is refused in other letters, of what is not there, and by another than the approving officer', async () => {
    const post = (path: string, fields: object, by = 'BRS.approving') =>
      api.post(`/api/v1/${path}/codings`, { ...fields, reason }, { by });
    await expectRefused(api, { status: 422, code: 'CODING_PART_NOT_PLAIN', pointer: '/wbse' }, () =>
      post('trust-funds/BC', { wbse: 'sb-1' }),
    );
    await expectRefused(api, { status: 400, code: 'INVALID_BODY', pointer: '/grant' }, () =>
      post('trust-funds/BC', { grant: 'G'.repeat(25) }),
    );
    await expectRefused(api, { status: 409, code: 'NO_CODING_TO_TAKE_AWAY', pointer: null }, () =>
      post('trust-funds/RO', {}),
    );
    await expectRefused(api, { status: 404, code: 'UNKNOWN_FUND', pointer: null }, () => post('trust-funds/XX', parts));
    await expectRefused(api, { status: 404, code: 'UNKNOWN_BUDGET_LINE', pointer: null }, () =>
      post('budget-lines/XX', parts),
    );
    await expectRefused(api, { status: 403, code: 'NOT_DESIGNATED', pointer: null }, () =>
      post('trust-funds/BC', parts, 'BRS.finance'),
    );
  });
});

describe('a night on which the books do not verify', () => {
  const night = (): NightlyVerification => new NightlyVerification(api.books.db, api.app.get(VerificationService), 2);
  const lift = (by = 'BRS.approving', verification = '2') =>
    api.post('/api/v1/verifications/lifts', { verification, reason: 'restored' }, { by });
  const ready = async () => (await done(200, api.get('/health/ready'))).body;

  it('is preceded by one on which they do', async () => {
    expect(await night().once()).toMatchObject({ ok: true, firstWrong: null });
    expect(await ready()).toMatchObject({ verification: 'ok', postingStopped: false });
    await expectRefused(api, { status: 422, code: 'POSTING_NOT_STOPPED', pointer: null }, lift);
  });

  it('stops posting and not reading, until officers of both sides have lifted the stop', async () => {
    await done(201, record('E-3'));
    await done(200, api.post('/api/v1/charges/receipts', { charges: ['E-3'] }, { by: 'BRS.finance' }));
    const certify = () => api.post('/api/v1/charges/certifications', { charges: ['E-3'] }, { by: 'BRS.certifying' });
    const byOneDollar = (sign: string) =>
      api.books.db.transaction(async (tx) => {
        await anAct(tx);
        await tx.query(`update agreements.agreement set charged_usd = charged_usd ${sign} 1`);
      });
    await byOneDollar('+');
    expect(await night().once()).toMatchObject({ ok: false, firstWrong: { check: 'I5', kind: 'agreement' } });
    await byOneDollar('-');

    expect(await ready()).toMatchObject({ status: 'ok', verification: 'failed', postingStopped: true });
    expect((await api.get('/metrics')).text).toMatch(/^recoup_posting_stopped 1$/m);
    expect((await api.get('/metrics')).text).toMatch(/^recoup_verification_holds 0$/m);
    await expectRefused(api, { status: 409, code: 'VERIFICATION_FAILED', pointer: null }, certify);
    await done(200, api.get('/api/v1/charges/E-3'));
    const { body } = await done(200, api.get('/api/v1/verifications'));
    expect(body.items[0]).toMatchObject({
      ok: false,
      stopsPosting: true,
      firstWrong: { object: 'CRA-2025-001' },
      id: '2',
    });

    await expectRefused(api, { status: 403, code: 'NOT_DESIGNATED', pointer: null }, () =>
      api.post('/api/v1/verifications/lifts', { verification: '2', reason: 'x' }, { by: 'BRS.finance' }),
    );
    await expectRefused(api, { status: 400, code: 'INVALID_BODY', pointer: '/verification' }, () =>
      api.post('/api/v1/verifications/lifts', { reason: 'restored' }, { by: 'BRS.approving' }),
    );
    await expectRefused(api, { status: 409, code: 'STOPPED_BY_ANOTHER_VERIFICATION', pointer: null }, () =>
      lift('BRS.approving', '1'),
    );
    const resumption = { by: 'BRS.approving', secretariat: 'BRS', reason: 'restored' };
    expect((await done(201, lift())).body).toMatchObject({ ok: false, stopsPosting: true, resumption });
    await expectRefused(api, { status: 403, code: 'OTHER_SIDE_MUST_RESUME', pointer: null }, lift);
    await expectRefused(api, { status: 409, code: 'VERIFICATION_FAILED', pointer: null }, certify);
    const waiting = (await done(200, api.get('/api/v1/inbox', { [actingAs]: 'MINAMATA.approving' }))).body.kinds.find(
      ({ kind }: { kind: string }) => kind === 'resumptions-to-agree',
    );
    expect(waiting).toMatchObject({ count: 1, href: '/api/v1/verifications', items: [{ by: 'BRS.approving' }] });
    expect((await done(201, lift('MINAMATA.approving'))).body).toMatchObject({ stopsPosting: false, resumption: null });
    await done(200, certify());
    const acts = await done(200, api.get('/api/v1/audit-events?kind=verification', asAuditor));
    expect(
      acts.body.items.map(({ action, person, reason }: Record<string, string>) => [action, person, reason]),
    ).toEqual([
      ['POSTING_RESUMPTION_REQUESTED', 'BRS.approving', 'restored'],
      ['POSTING_STOPPED', 'recoup', null],
    ]);
    expect(acts.body.items[1].after).toEqual({ check: 'I5', kind: 'agreement' }); // sealed for good: no words of the finding
    expect((await inSnapshot(api.books.db, (tx) => api.app.get(VerificationService).verify(tx))).ok).toBe(true);
  });

  it('does not keep the server from stopping: it is abandoned, and nothing is kept of it', async () => {
    const before = (await done(200, api.get('/api/v1/verifications'))).body.items.length;
    const other = night();
    const holder = api.books.owner.createQueryRunner();
    await holder.startTransaction();
    await holder.query(
      `set local idle_in_transaction_session_timeout = 0; lock table ledger.posting in access exclusive mode`,
    );
    const ended = other.once().then(
      () => 'came to its end',
      () => 'abandoned',
    );
    const waiting = `select from pg_locks where not granted and relation = 'ledger.posting'::regclass`;
    while ((await api.books.owner.query<unknown[]>(waiting)).length === 0) await pause(20);
    await other.stop();
    expect(await Promise.race([ended, pause(2_000, 'still at work', { ref: false })])).toBe('abandoned'); // the lock would be waited for longer
    await holder.rollbackTransaction();
    await holder.release();
    expect((await done(200, api.get('/api/v1/verifications'))).body.items.length).toBe(before);
    expect(await night().once()).toMatchObject({ ok: true });
  });

  it('is also one on which they do not lead to a checkpoint that was kept outside the database', async () => {
    const held = (): string[] => ['no checkpoint of these books'];
    const other = new NightlyVerification(api.books.db, api.app.get(VerificationService), 2, held);
    expect(await other.once()).toMatchObject({
      ok: false,
      firstWrong: { check: 'I17', kind: 'seal: held checkpoint' },
    });
    expect(await ready()).toMatchObject({ postingStopped: true });
    const { id } = (await done(200, api.get('/api/v1/verifications'))).body.items[0];
    for (const by of ['MINAMATA.approving', 'BRS.approving']) await done(201, lift(by, id));
    expect(await ready()).toMatchObject({ postingStopped: false });
  });
});
