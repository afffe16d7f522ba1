import { completenessCodes } from '#audit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { certified, chargeBody, done, signedAgreement } from './bodies.ts';
import { expectRefused } from './refusal.ts';

const reason = { reason: 'charged to the wrong line' };
const seen = '*';

describe('a charge that is wrong, over HTTP', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await apiOver('references');
    await signedAgreement(api);
  }, 60_000);
  afterAll(() => api.close());

  const record = (id: string, facts: object = {}) =>
    done(201, api.post('/api/v1/charges', chargeBody({ id, quantity: '1', ...facts }), { by: 'MINAMATA.finance' }));
  const counts = async (by: string): Promise<Record<string, number>> => {
    const { body } = await done(200, api.get('/api/v1/inbox/count', await api.signedIn(by)));
    return Object.fromEntries(body.kinds.map(({ kind, count }: { kind: string; count: number }) => [kind, count]));
  };

  it('waits in the inbox of whoever is next, and of nobody else', async () => {
    await record('WAITS');
    expect(await counts('BRS.finance')).toMatchObject({ 'charges-to-confirm': 1, 'charges-returned': 0 });
    expect(await counts('MINAMATA.finance')).toMatchObject({ 'charges-to-confirm': 0 });
    const headers = await api.signedIn('BRS.finance');
    const { body } = await done(200, api.get('/api/v1/inbox', headers));
    expect(body.kinds[0]).toMatchObject({
      kind: 'charges-to-confirm',
      items: [{ id: 'WAITS', amount: { amount: '920.00' }, by: 'MINAMATA.finance', href: '/api/v1/charges/WAITS' }],
    });
    await done(200, api.post('/api/v1/charges/WAITS/receipt', {}, { by: 'BRS.finance', seen }));
    expect(await counts('BRS.certifying')).toEqual({ 'charges-to-certify': 1 });
    expect(await counts('BRS.auditor')).toEqual({});
  });

  it('is returned with a reason, answered, and confirmed anew', async () => {
    const returned = await done(
      200,
      api.post('/api/v1/charges/WAITS/return', { reason: 'no time sheet' }, { by: 'BRS.certifying', seen }),
    );
    expect(returned.body).toMatchObject({
      ...{ state: 'RETURNED', received: null },
      remark: { text: 'no time sheet', by: 'BRS.certifying' },
    });
    expect(await counts('MINAMATA.finance')).toMatchObject({ 'charges-returned': 1 });
    const answer = { answer: 'it is attached now' };
    const { body } = await done(
      200,
      api.post('/api/v1/charges/WAITS/resubmission', answer, { by: 'MINAMATA.finance', seen }),
    );
    expect(body).toMatchObject({ state: 'RECORDED', remark: { text: 'it is attached now' } });
  });

  it('is withdrawn, and another takes its place', async () => {
    await record('WRONG');
    const { body } = await done(
      200,
      api.post('/api/v1/charges/WRONG/withdrawal', reason, { by: 'MINAMATA.finance', seen }),
    );
    expect(body).toMatchObject({ state: 'WITHDRAWN', availableActions: [] });
    expect((await record('RIGHT', { replaces: 'WRONG' })).body).toMatchObject({ replaces: 'WRONG' });
    expect((await api.get('/api/v1/charges/WRONG')).body).toMatchObject({ replacedBy: 'RIGHT' });
    await expectRefused(api, { status: 409, code: 'REPLACES_ONE_STILL_OWED', pointer: '/replaces' }, () =>
      api.post('/api/v1/charges', chargeBody({ id: 'AGAIN', replaces: 'RIGHT' }), { by: 'MINAMATA.finance' }),
    );
  });

  it('is reversed by two people, after a dry run that shows the entries', async () => {
    await record('POSTED');
    await certified(api, 'BRS', ['POSTED']);
    await done(200, api.post('/api/v1/charges/POSTED/reversal', reason, { by: 'MINAMATA.finance', seen }));
    expect(await counts('MINAMATA.approving')).toMatchObject({ 'reversals-to-approve': 1 });
    const approval = '/api/v1/charges/POSTED/reversal/approval';
    const tried = await done(200, api.post(`${approval}?dryRun=true`, {}, { by: 'MINAMATA.approving', seen }));
    expect(tried.body.wouldPost).toHaveLength(2); // in the own book; what the other holds is for the other to see
    expect((await api.get('/api/v1/charges/POSTED')).body.state).toBe('REVERSING');
    const { body } = await done(200, api.post(approval, {}, { by: 'MINAMATA.approving', seen }));
    expect(body).toMatchObject({ state: 'REVERSED', reversed: { by: 'MINAMATA.approving' }, availableActions: [] });
    const { items } = (await api.get('/api/v1/charges/POSTED/postings')).body;
    expect(items).toHaveLength(12);
    expect((await api.get('/api/v1/bienniums/2024-2025/totals')).body.totals.chargedUsd).toBe('0.00');
    const audit = (await api.get('/api/v1/bienniums/2024-2025/audit')).body;
    expect(audit.checks.filter(({ holds }: { holds: boolean }) => !holds)).toEqual([]);
  });

  it('that is on an issued invoice is corrected by a credit note only, and the refusal says so', async () => {
    await record('BILLED');
    await certified(api, 'BRS', ['BILLED']);
    const request = { agreement: 'CRA-2025-001', charges: ['BILLED'] };
    const { body } = await done(201, api.post('/api/v1/invoices', request, { by: 'MINAMATA.finance' }));
    await done(200, api.post(`/api/v1/invoices/${body.id as string}/issuance`, {}, { by: 'MINAMATA.approving', seen }));
    const reverse = () => api.post('/api/v1/charges/BILLED/reversal', reason, { by: 'MINAMATA.finance', seen });
    await expectRefused(api, { status: 409, code: 'CORRECTED_BY_CREDIT_NOTE', pointer: null }, reverse);
    expect((await reverse()).body.detail).toContain('credit note only');
  });

  describe('and what is watched of the biennium', () => {
    it('is counted and added up by meeting and direction', async () => {
      const { body } = await done(200, api.get('/api/v1/bienniums/2024-2025/meetings'));
      expect(body.items).toMatchObject([
        {
          ...{ meeting: 'BRS-COPS-2025', provider: 'MINAMATA', client: 'BRS' },
          provisional: { count: 0, amount: { amount: '0.00' } },
          toCertify: { count: 2, amount: { amount: '1840.00' } },
          toInvoice: { count: 0, amount: { amount: '0.00' } },
          unpaid: { count: 1, amount: { amount: '920.00' } },
        },
      ]);
    });

    it('agrees between the two books, and what neither has is explained', async () => {
      const { body } = await done(200, api.get('/api/v1/bienniums/2024-2025/two-books'));
      expect(body).toMatchObject({
        agree: true,
        items: [
          {
            ...{ agreement: 'CRA-2025-001', receivable: { amount: '920.00' }, payable: { amount: '920.00' } },
            ...{ receivableUnbilled: { amount: '0.00' }, difference: { amount: '0.00' }, code: null, cause: null },
            explained: [{ code: 'RECORDED', cause: 'delivered, not yet confirmed by the client', count: 2 }],
          },
        ],
      });
      const entries = await done(200, api.get('/api/v1/agreements/CRA-2025-001/two-books'));
      expect(
        entries.body.items.map(({ source, event }: { source: string; event: string }) => `${event} ${source}`),
      ).toEqual([
        'CHARGE_CERTIFIED POSTED',
        'CHARGE_REVERSED POSTED',
        'CHARGE_CERTIFIED BILLED',
        'INVOICE_ISSUED MINAMATA-2025-0001',
      ]);
    });

    it('says what is missing, in sentences, and by codes that stay', async () => {
      const { body } = await done(200, api.get('/api/v1/bienniums/2024-2025/completeness'));
      expect(body.complete).toBe(false);
      expect(body.items.map(({ code }: { code: string }) => code)).toEqual(completenessCodes);
      expect(body.items).toContainEqual({
        code: 'CHARGES_CERTIFIED',
        facts: { count: 2, amountUsd: '1840.00' },
        name: 'Every charge is certified, or withdrawn',
        ok: false,
        finding: '2 charges of USD 1840.00 are not certified.',
      });
      expect(body.items).toContainEqual(expect.objectContaining({ name: 'Document numbers have no gaps', ok: true }));
    });
  });

  describe('and the list', () => {
    it('finds text in capitals or not, adds up the same filter, and sorts by amount', async () => {
      await record('CHEAP', { quantity: '0.5', note: 'Sacks of Rice' });
      const { body } = await done(200, api.get('/api/v1/charges?q=sacks%20OF'));
      expect(body.items.map(({ id }: { id: string }) => id)).toEqual(['CHEAP']);
      const totals = await done(200, api.get('/api/v1/charges/totals?state=RECORDED&meeting=BRS-COPS-2025'));
      expect(totals.body).toMatchObject({ count: 3, amount: { amount: '2300.00' }, byState: [{ state: 'RECORDED' }] });
      const ids: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: string = `/api/v1/charges?sort=amount&order=asc&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`;
        const { body: list } = await done(200, api.get(page));
        ids.push(...list.items.map(({ id }: { id: string }) => id));
        cursor = list.nextCursor;
      }
      expect(ids[0]).toBe('CHEAP');
      expect([...ids].sort()).toEqual(['BILLED', 'CHEAP', 'POSTED', 'RIGHT', 'WAITS', 'WRONG']);
    });

    it.each(['s:1', 's:1:date:2025-13-01', 's:1:date:x', 's:1:amount:12'])(
      'refuses the cursor "%s" for dates',
      async (text) => {
        const cursor = Buffer.from(text).toString('base64url');
        expect((await api.get(`/api/v1/charges?sort=date&cursor=${cursor}`)).status).toBe(400);
      },
    );

    it('comes as a table in which no text is run', async () => {
      await record('FORMULA', { quantity: '0.5', note: '=1+1' });
      const { bytes, headers } = await api.get('/api/v1/charges?q=FORMULA', { accept: 'text/csv' });
      expect(headers['content-type']).toContain('text/csv');
      const [head, row, ...rest] = bytes.toString().trimEnd().split('\r\n');
      expect(head).toContain('id,state,agreement');
      expect(row).toContain(`'=1+1`);
      expect(rest).toEqual([]);
    });
  });
});
