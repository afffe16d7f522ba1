import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '#kernel';
import { squeezed } from '../golden/pdf-text.ts';
import { actingAs, type Answer, apiOver, type ApiUnderTest } from './api-under-test.ts';
import {
  agreementBody,
  chargeBody,
  done,
  lines,
  passThroughBody,
  sign,
  sums,
  travelAgreementBody,
  tripBody,
} from './bodies.ts';

const sha256 = (bytes: Uint8Array | string, form: 'hex' | 'base64' = 'hex'): string =>
  createHash('sha256').update(bytes).digest(form);

/** A paper's bytes are what its headers say: ETag and Repr-Digest are their SHA-256, and it is an attachment. */
function expectPaper(paper: Answer, name: string): void {
  expect(paper.status).toBe(200);
  expect(paper.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(paper.headers.etag).toBe(`"${sha256(paper.bytes)}"`);
  expect(paper.headers['repr-digest']).toBe(`sha-256=:${sha256(paper.bytes, 'base64')}:`);
  expect(paper.headers['content-disposition']).toContain(`attachment; filename="${name}.pdf"`);
}

// One biennium from its first agreement to its audit, each step on what the step before has left.
describe('the three jobs, by HTTP alone', () => {
  let api: ApiUnderTest;
  let draft: string;
  beforeAll(async () => {
    api = await apiOver('references');
  }, 60_000);
  afterAll(() => api.close());

  describe('a finance officer records charges', () => {
    it('drafts an agreement, and what is delivered before the signatures is provisional', async () => {
      api.today('2025-03-10');
      const drafted = await done(201, api.post('/api/v1/agreements', agreementBody(), { by: 'MINAMATA.finance' }));
      expect(drafted.headers.location).toBe('/api/v1/agreements/CRA-2025-001');
      expect(drafted.body).toMatchObject({
        state: 'DRAFT',
        signedOn: null,
        free: { amount: '50000.00', currency: 'USD' },
        unsignedDays: 9, // on the books' day, 10 March, since it is in effect
      });
      const early = chargeBody({ id: 'EARLY', quantity: '1', deliveredOn: '2025-03-10' });
      const { body } = await done(201, api.post('/api/v1/charges', early, { by: 'MINAMATA.finance' }));
      expect(body).toMatchObject({ id: 'EARLY', state: 'PROVISIONAL', amount: { amount: '920.00', currency: 'USD' } });
    });

    it('has it signed by both sides, and then nothing is provisional', async () => {
      api.today('2025-03-14');
      const { body } = await done(200, sign(api, 'CRA-2025-001', '2025-03-14'));
      expect(body).toMatchObject({
        state: 'SIGNED',
        signedOn: '2025-03-14',
        unsignedDays: null,
        signatures: [{ signedBy: 'MINAMATA.approving' }, { signedBy: 'BRS.approving' }],
        availableActions: [{ action: 'invoice.prepare', resultsIn: 'DRAFT' }],
      });
      expect((await api.get('/api/v1/charges/EARLY')).body).toMatchObject({ state: 'RECORDED', version: 2 });
      const { body: listed } = await api.get('/api/v1/agreements');
      expect(listed.items).toEqual([body]);
    });

    it('records an own service at the rate of the day, split to the cent', async () => {
      api.today('2025-05-09');
      const charge = await done(
        201,
        api.post('/api/v1/charges', chargeBody({ id: 'A1-01' }), { by: 'MINAMATA.finance' }),
      );
      expect(charge.headers).toMatchObject({ location: '/api/v1/charges/A1-01', etag: '"1"' });
      expect(charge.body).toMatchObject({
        state: 'RECORDED',
        unitRate: { amount: '920.00', currency: 'USD', cardValidFrom: '2025-01-01' },
        amount: { amount: '11960.00', currency: 'USD' },
        clientShares: [
          { fund: 'BC', budgetLine: 'BC-1-COP17', amount: { amount: '3986.67' } },
          { fund: 'RO', budgetLine: 'RO-2-COP12', amount: { amount: '3986.67' } },
          { fund: 'SC', budgetLine: 'SC-3-COP12', amount: { amount: '3986.66' } },
        ],
        providerShares: [{ fund: 'MC-GTF', amount: { amount: '11960.00' } }],
      });
    });

    it('records a cost in CHF by the rate of the delivery, not of the supplier’s invoice', async () => {
      const { body } = await done(
        201,
        api.post('/api/v1/charges', passThroughBody({ id: 'A1-05' }), { by: 'MINAMATA.finance' }),
      );
      expect(body).toMatchObject({
        actualCost: { amount: '1480.00', currency: 'CHF' },
        operationalRate: { unitsPerUsd: '0.824', effectiveOn: '2025-05-01' },
        amount: { amount: '1796.12' },
        supplierInvoiceOn: '2025-04-22',
      });
    });

    it('gives an id to whoever names none, and records a batch whole', async () => {
      const { body, headers } = await done(
        201,
        api.post('/api/v1/charges', chargeBody({ quantity: '0.5' }), { by: 'MINAMATA.finance' }),
      );
      expect(headers.location).toMatch(/^\/api\/v1\/charges\/CRA-2025-001-\d{5}$/);
      expect(body.amount.amount).toBe('460.00');
      const charges = [
        chargeBody({ id: 'A1-02', item: 'REG-DSK', quantity: '12' }),
        chargeBody({ item: 'DOC-PAG', quantity: '1.333333' }),
      ];
      const batch = await done(201, api.post('/api/v1/charges/batches', { charges }, { by: 'MINAMATA.finance' }));
      expect(batch.body.items.map(({ amount }: { amount: { amount: string } }) => amount.amount)).toEqual(
        expect.arrayContaining(['7560.00', '16.53']),
      );
    });

    it('records a delegate’s trip at what it cost, night by night', async () => {
      api.today('2025-08-01');
      await done(201, api.post('/api/v1/agreements', travelAgreementBody(), { by: 'BRS.finance' }));
      api.today('2025-10-20');
      await done(200, sign(api, 'CRA-2025-002', '2025-10-20'));
      api.today('2025-11-10');
      const { body } = await done(201, api.post('/api/v1/charges/trips', tripBody(), { by: 'BRS.finance' }));
      expect(body).toMatchObject({ id: 'T-02', item: 'TRIP', quantity: '1', amount: { amount: '4438.68' } });
      expect(body.trip).toMatchObject({ party: 'KE', entitlementUsd: '3603.00', advanceUsd: null });
      expect(body.trip.components.map(([label, amount]: string[]) => `${label ?? ''} = ${amount ?? ''}`)).toEqual([
        'TICKET = 835.68',
        'DSA CHGVA 1 x 338 / 0.800 = 422.50',
        'DSA CHGVA 7 x 342 / 0.800 = 2992.50',
        'TERMINALS = 188.00',
      ]);
    });

    it('posts nothing before the certification, and then in both books, each adding up to zero', async () => {
      const of = async (by = 'BRS.finance') =>
        (await api.get('/api/v1/charges/A1-01/postings', { [actingAs]: by })).body.items;
      await done(200, api.post('/api/v1/charges/A1-01/receipt', {}, { by: 'BRS.finance', seen: '"1"' }));
      expect(await of()).toEqual([]);
      const { body, headers } = await done(
        200,
        api.post('/api/v1/charges/A1-01/certification', {}, { by: 'BRS.certifying', seen: '"2"' }),
      );
      expect(headers.etag).toBe('"3"');
      expect(body).toMatchObject({
        state: 'CERTIFIED',
        received: { by: 'BRS.finance' },
        certified: { by: 'BRS.certifying' },
      });
      // Each side sees its own book.
      const postings = [...(await of()), ...(await of('MINAMATA.finance'))];
      expect(sums(postings)).toEqual({ BRS: '0.00', MINAMATA: '0.00' });
      expect(lines(postings)).toEqual([
        'BRS EXPENDITURE BC 3986.67',
        'BRS PAYABLE_UNBILLED BC -3986.67',
        'BRS EXPENDITURE RO 3986.67',
        'BRS PAYABLE_UNBILLED RO -3986.67',
        'BRS EXPENDITURE SC 3986.66',
        'BRS PAYABLE_UNBILLED SC -3986.66',
        'MINAMATA RECEIVABLE_UNBILLED MC-GTF 11960.00',
        'MINAMATA RECOVERY_INCOME MC-GTF -11960.00',
      ]);
    });

    it('certifies many at once, and the ceilings say what they bear', async () => {
      const charges = ['A1-05', 'A1-02'];
      await done(200, api.post('/api/v1/charges/receipts', { charges }, { by: 'BRS.finance' }));
      const { body } = await done(
        200,
        api.post('/api/v1/charges/certifications', { charges }, { by: 'BRS.certifying' }),
      );
      expect(body.items).toHaveLength(2);
      await done(200, api.post('/api/v1/charges/T-02/receipt', {}, { by: 'MINAMATA.finance', seen: '*' }));
      await done(200, api.post('/api/v1/charges/T-02/certification', {}, { by: 'MINAMATA.certifying', seen: '*' }));
      const agreement = await api.get('/api/v1/agreements/CRA-2025-001');
      expect(agreement.body).toMatchObject({ charged: { amount: '21316.12' }, free: { amount: '28683.88' } });
      const { body: budget } = await api.get('/api/v1/budget-lines', { [actingAs]: 'MINAMATA.finance' });
      expect(budget.items).toContainEqual(expect.objectContaining({ code: 'MC-STF-COP6', chargedUsd: '4438.68' }));
    });
  });

  describe('a finance officer issues the invoice', () => {
    it('previews the draft as it would be, and nothing of it is kept', async () => {
      api.today('2025-11-20');
      const body = { agreement: 'CRA-2025-001', charges: ['A1-01', 'A1-05', 'A1-02'] };
      const prepared = await done(201, api.post('/api/v1/invoices', body, { by: 'MINAMATA.finance' }));
      draft = prepared.body.id;
      expect(prepared.headers.location).toBe(`/api/v1/invoices/${draft}`);
      expect(prepared.body).toMatchObject({
        number: null,
        state: 'DRAFT',
        lines: 3,
        total: { amount: '21316.12' },
        pdfSha256: null,
      });
      const asProvider = { [actingAs]: 'MINAMATA.finance' };
      const paper = await api.get(`/api/v1/invoices/${draft}/pdf`, asProvider);
      expectPaper(paper, `DRAFT-${draft}`);
      expect(squeezed(paper.bytes)).toContain('DRAFT');
      expect((await api.get(`/api/v1/invoices/${draft}/content`, asProvider)).body).toMatchObject({ number: null });
      expect((await api.get(`/api/v1/invoices/${draft}/postings`, asProvider)).body.items).toEqual([]);
      expect((await api.get(`/api/v1/invoices/${draft}`)).status).toBe(404); // for the client it is not there yet
    });

    it('issues it: a number, the paper and the postings', async () => {
      const issued = await done(
        200,
        api.post(`/api/v1/invoices/${draft}/issuance`, {}, { by: 'MINAMATA.approving', seen: '"1"' }),
      );
      expect(issued.body).toMatchObject({
        number: 'MINAMATA-2025-0001',
        state: 'ISSUED',
        issuedOn: '2025-11-20',
        prepared: { by: 'MINAMATA.finance' },
        issued: { by: 'MINAMATA.approving' },
      });
      for (const book of ['BRS', 'MINAMATA']) {
        const { body } = await api.get('/api/v1/invoices/MINAMATA-2025-0001/postings', {
          [actingAs]: `${book}.finance`,
        });
        expect(sums(body.items)).toEqual({ [book]: '0.00' });
      }
      expect((await api.get('/api/v1/charges/A1-01')).body).toMatchObject({
        state: 'INVOICED',
        invoice: 'MINAMATA-2025-0001',
      });
    });

    it('gives the same bytes every time, under the hash that the ledger kept', async () => {
      const first = await api.get('/api/v1/invoices/MINAMATA-2025-0001/pdf');
      api.today('2025-11-21');
      const again = await api.get(`/api/v1/invoices/${draft}/pdf`);
      expectPaper(first, 'MINAMATA-2025-0001');
      expect(again.bytes.equals(first.bytes)).toBe(true);
      const { body } = await api.get('/api/v1/invoices/MINAMATA-2025-0001');
      expect(body.pdfSha256).toBe(sha256(first.bytes));
    });

    it('prints the hash of its content, which anybody can repeat', async () => {
      const content = await api.get('/api/v1/invoices/MINAMATA-2025-0001/content');
      const paper = squeezed((await api.get('/api/v1/invoices/MINAMATA-2025-0001/pdf')).bytes);
      const printed = sha256(content.bytes);
      expect(content.headers.etag).toBe(`"${printed}"`);
      expect(content.headers['content-type']).toContain('application/json');
      expect(paper).toContain(printed);
      expect(paper).toContain('21,316.12');
      expect(paper).not.toContain('DRAFT');
    });

    it('gives units back by a credit note, split as they were charged', async () => {
      const credit = { lines: [{ charge: 'A1-02', quantity: '2' }], reason: 'two days were not worked' };
      const prepared = await done(
        201,
        api.post('/api/v1/invoices/MINAMATA-2025-0001/credit-notes', credit, { by: 'MINAMATA.finance' }),
      );
      expect(prepared.body).toMatchObject({
        type: 'CREDIT_NOTE',
        corrects: 'MINAMATA-2025-0001',
        total: { amount: '-1260.00' },
      });
      const path = `/api/v1/invoices/${prepared.body.id as string}/issuance`;
      const { body } = await done(200, api.post(path, {}, { by: 'MINAMATA.approving', seen: '"1"' }));
      expect(body.number).toBe('MINAMATA-CN-2025-0001');
      expectPaper(await api.get('/api/v1/invoices/MINAMATA-CN-2025-0001/pdf'), 'MINAMATA-CN-2025-0001');
      const posted = async (by: string) =>
        lines((await api.get('/api/v1/invoices/MINAMATA-CN-2025-0001/postings', { [actingAs]: by })).body.items);
      expect(await posted('BRS.finance')).toContain('BRS EXPENDITURE BC -420.00');
      expect(await posted('MINAMATA.finance')).toContain('MINAMATA RECOVERY_INCOME MC-GTF 1260.00');
      expect((await api.get('/api/v1/invoices/MINAMATA-2025-0001')).body.credited.amount).toBe('1260.00');
      expect((await api.get('/api/v1/charges/A1-02')).body).toMatchObject({
        credited: { amount: '1260.00' },
        creditedQuantity: '2',
      });
    });

    it('lets a draft go, and its charge is free for the next', async () => {
      const body = { agreement: 'CRA-2025-002', charges: ['T-02'] };
      const prepared = await done(201, api.post('/api/v1/invoices', body, { by: 'BRS.finance' }));
      const path = `/api/v1/invoices/${prepared.body.id as string}/discard`;
      const gone = await done(200, api.post(path, {}, { by: 'BRS.finance', seen: '"1"' }));
      expect(gone.body).toMatchObject({ state: 'DISCARDED', number: null, availableActions: [] });
      const next = await done(201, api.post('/api/v1/invoices', body, { by: 'BRS.finance' }));
      const issuance = `/api/v1/invoices/${next.body.id as string}/issuance`;
      const { body: issued } = await done(200, api.post(issuance, {}, { by: 'BRS.approving', seen: '*' }));
      expect(issued.number).toBe('BRS-2025-0001'); // the draft that went used no number
    });

    it('nets both directions on a paper, and posts nothing with it', async () => {
      const request = { biennium: '2024-2025', with: 'MINAMATA', asAt: '2025-11-21' };
      const { body, headers } = await done(201, api.post('/api/v1/netting-statements', request, { by: 'BRS.finance' }));
      // 21,316.12 - 1,260.00 = 20,056.12 against 4,438.68
      expect(body).toMatchObject({
        number: 'BRS-NET-2025-0001',
        netUsd: '15617.44',
        netPayer: { code: 'BRS' },
        netPayee: { code: 'MINAMATA' },
      });
      expectPaper(await api.get(headers.location ?? ''), 'BRS-NET-2025-0001');
    });

    it('settles documents whole by a voucher of the payer’s ledger', async () => {
      api.today('2025-12-01');
      const voucher = { method: 'INTER_OFFICE_VOUCHER', externalNumber: '1900012345', valueOn: '2025-12-01' };
      const documents = ['MINAMATA-2025-0001', 'MINAMATA-CN-2025-0001'];
      const { body: proposed, headers } = await done(
        201,
        api.post('/api/v1/settlements', { ...voucher, documents }, { by: 'BRS.finance' }),
      );
      const numbersTo = async (of: string) =>
        (await done(200, api.get(`/api/v1/invoices?corrects=${of}&state=ISSUED`))).body.items.map(
          ({ number }: { number: string }) => number,
        );
      expect(await numbersTo('MINAMATA-2025-0001')).toEqual(['MINAMATA-CN-2025-0001']);
      expect(await numbersTo('BRS-2025-0001')).toEqual([]);
      expect(proposed).toMatchObject({ creditNotesLeftOut: [], open: { amount: '20056.12', currency: 'USD' } });
      const address = `/api/v1/settlements/${proposed.id as string}`;
      expect([headers.location, headers.etag]).toEqual([address, '"1"']);
      expect(proposed).toMatchObject({
        ...{ state: 'PROPOSED', proposed: { by: 'BRS.finance' }, recorded: null, returned: null },
        availableActions: [
          { action: 'settlement.approve', allowed: false, resultsIn: 'SETTLED', href: `${address}/approval` },
          { action: 'settlement.return', allowed: true, resultsIn: 'RETURNED', href: `${address}/return` },
        ],
      });
      // What waits is the payer's: it is said on the invoice, it waits for the approving officer, and the payee sees nothing of it.
      const waits = async (by: string) => {
        const { kinds } = (await api.get('/api/v1/inbox', { [actingAs]: by })).body;
        return (kinds as { kind: string; items: { href: string }[] }[])
          .filter(({ kind }) => kind === 'settlements-to-approve')
          .flatMap(({ items }) => items.map(({ href }) => href));
      };
      expect([await waits('BRS.approving'), await waits('BRS.finance')]).toEqual([[address], []]);
      const issued = '/api/v1/invoices/MINAMATA-2025-0001';
      const settlementFor = async (by: string): Promise<unknown> =>
        (await api.get(issued, { [actingAs]: by })).body.settlement;
      expect([await settlementFor('BRS.finance'), await settlementFor('MINAMATA.finance')]).toEqual([
        proposed.id,
        null,
      ]);
      expect((await api.get(address, { [actingAs]: 'MINAMATA.finance' })).status).toBe(404);
      const tried = await api.post(`${address}/approval?dryRun=true`, {}, { by: 'BRS.approving', seen: '"1"' });
      expect(tried.body).toMatchObject({ dryRun: true, result: { state: 'SETTLED' } });
      expect(tried.body.wouldPost.length).toBeGreaterThan(3);

      const { body } = await done(200, api.post(`${address}/approval`, {}, { by: 'BRS.approving', seen: '"1"' }));
      expect(await waits('BRS.approving')).toEqual([]);
      expect(await settlementFor('MINAMATA.finance')).toBe(proposed.id);
      expect(body).toMatchObject({
        ...{ amount: { amount: '20056.12', currency: 'USD' }, payer: 'BRS', payee: 'MINAMATA', availableActions: [] },
        ...{ state: 'SETTLED', proposed: { by: 'BRS.finance' }, recorded: { by: 'BRS.approving' } },
        documents: [
          { number: 'MINAMATA-2025-0001', type: 'INVOICE', amount: { amount: '21316.12', currency: 'USD' } },
          { number: 'MINAMATA-CN-2025-0001', type: 'CREDIT_NOTE', amount: { amount: '-1260.00', currency: 'USD' } },
        ],
      });
      expect((await api.get(`/api/v1/settlements/${body.id as string}`)).body).toEqual(body);
      expect((await api.get('/api/v1/settlements/1900012345')).body).toEqual(body);
      expect((await api.get('/api/v1/settlements?payer=BRS')).body).toEqual({ items: [body], nextCursor: null });
      expect((await api.get('/api/v1/settlements?payer=MINAMATA')).body.items).toEqual([]);
      expect((await api.get('/api/v1/settlements?state=PROPOSED')).body.items).toEqual([]);
      const { status, body: none } = await api.get('/api/v1/settlements/1900099999');
      expect([status, none.code]).toEqual([404, 'UNKNOWN_SETTLEMENT']);
      const { body: invoice } = await api.get('/api/v1/invoices/MINAMATA-2025-0001');
      expect(invoice).toMatchObject({ state: 'SETTLED', settledOn: '2025-12-01' });
      expect((await api.get('/api/v1/charges/A1-01')).body.state).toBe('SETTLED');
    });
  });

  describe('an auditor audits the biennium', () => {
    it('sees who owes whom, and that the accounts of both books add up to zero', async () => {
      const { body } = await api.get('/api/v1/bienniums/2024-2025/totals');
      expect(body).toMatchObject({
        totals: {
          chargedUsd: '25754.80',
          creditedUsd: '1260.00',
          invoicedUsd: '24494.80',
          settledUsd: '20056.12',
          openUsd: '4438.68',
        },
        byDirection: [
          { provider: 'MINAMATA', client: 'BRS', chargedUsd: '21316.12', openUsd: '0.00' },
          { provider: 'BRS', client: 'MINAMATA', openUsd: '4438.68' },
        ],
        net: { owedBy: { BRS: '20056.12', MINAMATA: '4438.68' }, payer: 'BRS', payee: 'MINAMATA', netUsd: '15617.44' },
      });
      const balances = await Promise.all(
        ['BRS.finance', 'MINAMATA.finance'].map((by) =>
          api.get('/api/v1/bienniums/2024-2025/trial-balance', { [actingAs]: by }),
        ),
      );
      const balance = { items: balances.flatMap(({ body: { items } }) => items) };
      const shown = balance.items.map((row: { book: string; account: string; balanceUsd: string }) => ({
        ...row,
        fund: '',
        amount: { amount: row.balanceUsd },
      }));
      expect(sums(shown)).toEqual({ BRS: '0.00', MINAMATA: '0.00' });
      expect(shown.length).toBeGreaterThan(8);
    });

    it('takes the audit as JSON, as PDF and as CSV, and they say the same', async () => {
      const path = '/api/v1/bienniums/2024-2025/audit';
      const json = await api.get(path);
      expect(json.body.checks.map(({ holds }: { holds: boolean }) => holds)).not.toContain(false);
      expect(json.body.totals.openUsd).toBe('4438.68');
      const pdf = await api.get(path, { accept: 'application/pdf' });
      expectPaper(pdf, 'biennium-audit-2024-2025');
      expect(squeezed(pdf.bytes)).toContain('25,754.80');
      expect(squeezed(pdf.bytes)).toContain(sha256(canonicalJson(json.body))); // both over the same snapshot: the clock stands still
      const csv = await api.get(path, { accept: 'text/csv' });
      expect(csv.headers['content-disposition']).toContain('biennium-audit-2024-2025.csv');
      expect(csv.text).toContain('25754.80');
      expect((await api.get(path, { accept: 'text/html' })).status).toBe(406);
    });

    it('issues the report as a paper that stays as it is', async () => {
      const { body, headers } = await done(
        201,
        api.post('/api/v1/bienniums/2024-2025/audit-reports', {}, { by: 'BRS.finance' }),
      );
      expect(body.number).toBe('BRS-AUD-2025-0001');
      const paper = await api.get(headers.location ?? '');
      expectPaper(paper, 'BRS-AUD-2025-0001');
      expect(squeezed(paper.bytes)).toContain(body.contentSha256);
      api.today('2026-01-15');
      expect((await api.get(headers.location ?? '')).bytes.equals(paper.bytes)).toBe(true);
    });
  });
});
