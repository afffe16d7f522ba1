import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actingAs, apiOver, type Answer, type ApiUnderTest, type Sending } from './api-under-test.ts';
import { certified, chargeBody, done, signedAgreement } from './bodies.ts';
import { expectRefused } from './refusal.ts';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references');
  await signedAgreement(api);
  for (const [id, deliveredOn] of [
    ['ON-TIME', '2025-04-28'],
    ['LATE', '2025-04-29'],
    ['LATER', '2025-04-30'],
    ['MAY', '2025-05-09'],
  ] as const) {
    await done(
      201,
      api.post('/api/v1/charges', chargeBody({ id, deliveredOn, quantity: '1' }), { by: 'MINAMATA.finance' }),
    );
  }
  await certified(api, 'BRS', ['ON-TIME']);
  await done(200, api.post('/api/v1/charges/receipts', { charges: ['LATE', 'LATER', 'MAY'] }, { by: 'BRS.finance' }));
}, 60_000);
afterAll(() => api.close());

const step = (path: string, by: string, body: object = {}, seen = '*', sending: Sending = {}): Promise<Answer> =>
  api.post(`/api/v1/periods/${path}`, body, { by, seen, ...sending });
const refused = (status: number, code: string, pointer: string | null, sending: () => Promise<Answer>) =>
  expectRefused(api, { status, code, pointer }, sending);

describe('the periods', () => {
  it('are there by themselves: each biennium that has entries, and the one that is named', async () => {
    const { body } = await api.get('/api/v1/periods');
    expect(body.items).toHaveLength(25);
    expect(body.items[0]).toEqual({
      ...{
        code: '2024-2025',
        kind: 'BIENNIUM',
        biennium: '2024-2025',
        state: 'OPEN',
        version: 0,
        closeNo: 0,
        digest: null,
        steps: [],
        lastDay: '2025-12-31',
        isOver: false,
      },
      availableActions: [
        {
          ...{ action: 'period.close', title: 'Propose to close', allowed: false, resultsIn: 'CLOSING' },
          reason:
            "Period 2024-2025 ends on 2025-12-31 and the books' day is 2025-05-10: it is closed from the day after.",
          why: {
            ...{ code: 'PERIOD_NOT_OVER', who: null },
            parts: { period: '2024-2025', lastDay: '2025-12-31', today: '2025-05-10', document: 'CLOSING' },
          },
          ...{ method: 'POST', href: '/api/v1/periods/2024-2025/closing' },
        },
      ],
    });
    const named = await api.get('/api/v1/periods?biennium=2026-2027');
    expect(named.body.items[24]).toMatchObject({ code: '2027-12', state: 'OPEN' });
    const one = await api.get('/api/v1/periods/2031-07');
    expect([one.headers.etag, one.body.availableActions]).toEqual([
      '"0"',
      [
        {
          ...{ action: 'period.close', title: 'Propose to close', allowed: false, resultsIn: 'CLOSING' },
          reason:
            "Period 2031-07 ends on 2031-07-31 and the books' day is 2025-05-10: it is closed from the day after.",
          why: {
            ...{ code: 'PERIOD_NOT_OVER', who: null },
            parts: { period: '2031-07', lastDay: '2031-07-31', today: '2025-05-10', document: 'CLOSING' },
          },
          ...{ method: 'POST', href: '/api/v1/periods/2031-07/closing' },
        },
      ],
    ]);
  });

  it.each(['2025-13', '2025-2026', '2025', 'x'])('have no %s', async (text) => {
    await refusedGet(`/api/v1/periods/${text}`, 'NOT_A_PERIOD');
    await refused(400, 'NOT_A_PERIOD', null, () => step(`${text}/closing`, 'BRS.finance'));
  });

  it('are asked for by a biennium that is one', async () => {
    await refusedGet('/api/v1/periods?biennium=2025-2026', 'NOT_A_BIENNIUM');
  });

  const refusedGet = async (path: string, code: string): Promise<void> => {
    const { status, body } = await api.get(path);
    expect([status, body.code]).toEqual([400, code]);
  };
});

describe('a month, over HTTP', () => {
  it('shows its checklist in a dry run, and nothing is written', async () => {
    const { body } = await done(200, step('2025-04/closing', 'BRS.finance', {}, '*', { dryRun: true, key: null }));
    expect(body.result).toMatchObject({ code: '2025-04', state: 'CLOSING', version: 1 });
    expect(body.result.acts[0].checklist).toContainEqual({
      ...{ code: 'UNCERTIFIED', name: 'Every charge is certified', holds: false, blocks: false },
      ...{ finding: '2: LATE, LATER.', count: 2, named: ['LATE', 'LATER'] },
    });
    expect((await api.get('/api/v1/periods/2025-04')).body.state).toBe('OPEN');
  });

  it('says to whoever reads it what stands in it, whatever its state and whoever asks', async () => {
    for (const by of ['BRS.auditor', 'MINAMATA.finance']) {
      const { body } = await api.get('/api/v1/periods/2025-04/checklist', { [actingAs]: by });
      const waiting = body.items.filter(({ holds }: { holds: boolean }) => !holds);
      expect(
        waiting.map(({ code, count, named }: { code: string; count: number; named: string[] }) => [code, count, named]),
      ).toEqual([
        ['UNCERTIFIED', 2, ['LATE', 'LATER']],
        ['UNBILLED', 1, ['ON-TIME']],
        ['UNSEALED', 2, []],
      ]);
      expect(body.toSign).toBeNull();
    }
  });

  it('is closed by three people of both sides, on the version that was read', async () => {
    await refused(428, 'PRECONDITION_REQUIRED', null, () =>
      api.post('/api/v1/periods/2025-04/closing', {}, { by: 'BRS.finance' }),
    );
    await refused(422, 'PERIOD_NOT_OVER', null, () => step('2025-05/closing', 'BRS.finance'));
    await refused(403, 'NOT_DESIGNATED', null, () => step('2025-04/closing', 'BRS.approving'));
    const proposed = await done(200, step('2025-04/closing', 'BRS.finance', {}, '"0"'));
    expect([
      proposed.headers.etag,
      proposed.body.availableActions.map(({ action }: { action: string }) => action),
    ]).toEqual([...['"1"', ['period.sign', 'period.withdraw']]]);
    const { body: before } = await api.get('/api/v1/periods/2025-04/checklist');
    expect(before.toSign.balances).toContainEqual({
      ...{ book: 'BRS', account: 'PAYABLE_UNBILLED', fund: 'BC' },
      ...{ debitUsd: '0.00', creditUsd: '306.67', balanceUsd: '-306.67' },
    });
    expect(before.toSign.balances.map(({ book }: { book: string }) => book)).not.toContain('MINAMATA');
    await refused(412, 'PERIOD_CHANGED_MEANWHILE', null, () => step('2025-04/signatures', 'BRS.approving', {}, '"0"'));
    await refused(403, 'NOT_DESIGNATED', null, () => step('2025-04/signatures', 'BRS.finance'));
    await done(200, step('2025-04/signatures', 'BRS.approving', {}, '"1"'));
    await refused(403, 'SAME_PERSON_CLOSES_TWICE', null, () => step('2025-04/signatures', 'BRS.approving'));
    const locked = await done(200, step('2025-04/signatures', 'MINAMATA.approving', {}, '"2"'));
    expect(locked.body).toMatchObject({ state: 'LOCKED', closeNo: 1, digest: locked.body.acts[2].digest });
    expect(locked.body.finalBalances).toContainEqual({
      ...{ book: 'MINAMATA', account: 'RECOVERY_INCOME', fund: 'MC-GTF' },
      ...{ debitUsd: '0.00', creditUsd: '920.00', balanceUsd: '-920.00' },
    });
    await refused(409, 'PERIOD_NOT_IN_STATE', null, () => step('2025-04/closing', 'BRS.finance'));
    expect((await api.get('/api/v1/periods/2025-04/checklist')).body.toSign).toBeNull();
  });

  it('shows what its proposer saw to the proposing side alone: it names what is that side’s own', async () => {
    const kept = async (by: string): Promise<string[]> => {
      const { body } = await api.get('/api/v1/periods/2025-04', { [actingAs]: by });
      return body.acts[0].checklist.map(({ code }: { code: string }) => code);
    };
    expect(await kept('BRS.auditor')).toContain('UNCERTIFIED');
    expect(await kept('MINAMATA.finance')).toEqual([]);
  });

  it('says in the list who closed it, for which side and when', async () => {
    const { body } = await api.get('/api/v1/periods');
    const april = body.items.find(({ code }: { code: string }) => code === '2025-04');
    expect(april).toMatchObject({ state: 'LOCKED', lastDay: '2025-04-30', isOver: true });
    expect(april.steps).toEqual(
      [
        ['CLOSING_PROPOSED', 'BRS.finance', 'BRS'],
        ['CLOSING_SIGNED', 'BRS.approving', 'BRS'],
        ['LOCKED', 'MINAMATA.approving', 'MINAMATA'],
      ].map(([act, person, secretariat]) => ({
        act,
        person,
        secretariat,
        at: expect.stringMatching(/^2025-05-10T.*Z$/),
      })),
    );
  });

  it('is done once for its key', async () => {
    const sending = { key: 'close-march-2025' };
    const first = await done(200, step('2025-03/closing', 'BRS.finance', {}, '*', sending));
    const again = await done(200, step('2025-03/closing', 'BRS.finance', {}, '*', sending));
    expect([again.text, again.headers['idempotency-replayed']]).toEqual([first.text, 'true']);
  });

  it('that is locked takes a late charge as a prior-period adjustment, for a reason', async () => {
    const certify = (body: object) =>
      api.post('/api/v1/charges/LATE/certification', body, { by: 'BRS.certifying', seen: '*' });
    const missing = await refused(422, 'ADJUSTMENT_NEEDS_REASON', '/adjustmentReason', () => certify({}));
    expect(missing.body.detail).toContain('2025-04');
    await refused(400, 'INVALID_BODY', '/adjustmentReason', () => certify({ adjustmentReason: '' }));
    await done(200, certify({ adjustmentReason: 'billed in May' }));
    const { body } = await api.get('/api/v1/charges/LATE/postings');
    expect(body.items).toHaveLength(6); // in the own book
    expect(body.items[0]).toMatchObject({
      ...{ accountingOn: '2025-05-10', adjusts: '2025-04', adjustmentReason: 'billed in May', postCloseNo: 0 },
    });
    const april = (await api.get('/api/v1/bienniums/2024-2025/audit')).body.byMonth;
    expect(april).toContainEqual(expect.objectContaining({ month: '2025-04', chargedUsd: '1840.00' }));
  });

  it('that is locked takes late charges of a batch, beside those that are on time', async () => {
    const certify = (body: object) =>
      api.post('/api/v1/charges/certifications', { charges: ['LATER', 'MAY'], ...body }, { by: 'BRS.certifying' });
    await refused(422, 'ADJUSTMENT_NEEDS_REASON', '/adjustmentReason', () => certify({}));
    await done(200, certify({ adjustmentReason: 'billed in May' }));
    const days = await Promise.all(
      ['LATER', 'MAY'].map(async (id) => (await api.get(`/api/v1/charges/${id}/postings`)).body.items[0].adjusts),
    );
    expect(days).toEqual(['2025-04', null]);
  });

  it('is reopened by both sides, for a reason', async () => {
    await refused(400, 'INVALID_BODY', '/reason', () => step('2025-04/reopen-requests', 'BRS.approving'));
    await refused(400, 'INVALID_BODY', '/reason', () =>
      step('2025-04/reopen-requests', 'BRS.approving', { reason: ' ' }),
    );
    await done(200, step('2025-04/reopen-requests', 'BRS.approving', { reason: 'a visa fee came late' }));
    await refused(403, 'OTHER_SIDE_MUST_SIGN', null, () =>
      step('2025-04/reopenings', 'BRS.approving', { reason: 'agreed' }),
    );
    const { body } = await done(200, step('2025-04/reopenings', 'MINAMATA.approving', { reason: 'agreed' }));
    expect(body).toMatchObject({ state: 'REOPENED', closeNo: 1 });
  });

  it('is withdrawn by either side, for a reason', async () => {
    const { body } = await done(200, step('2025-03/withdrawals', 'MINAMATA.approving', { reason: 'not yet' }));
    expect([body.state, body.acts[1]]).toMatchObject(['OPEN', { act: 'CLOSING_WITHDRAWN', reason: 'not yet' }]);
  });
});

describe('a biennium, over HTTP', () => {
  it('waits for its months', async () => {
    api.today('2026-01-05');
    const { body } = await refused(409, 'MONTHS_STILL_OPEN', null, () => step('2024-2025/closing', 'BRS.finance'));
    expect(body.detail).toContain('2025-04, 2025-05');
  });
});
