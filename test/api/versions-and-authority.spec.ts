import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Designation, IdentityService, Person } from '#identity';
import { Day } from '#kernel';
import { inTransaction } from '#platform';
import { anAct } from '../support/an-act.ts';
import { actingAs, apiOver, type ApiUnderTest, type Sending } from './api-under-test.ts';
import { agreementBody, certified, chargeBody, done, signedAgreement } from './bodies.ts';
import { expectRefused } from './refusal.ts';

const provider = { by: 'MINAMATA.finance' };
let api: ApiUnderTest;
let draft: string; // an invoice

beforeAll(async () => {
  api = await apiOver('references');
  await signedAgreement(api);
  await designate('BRS.one-fund', [{ duty: 'CERTIFYING_OFFICER', fund: 'BC' }]);
  await designate('BRS.former', certifying({ validTo: '2025-05-09' }));
  await designate('BRS.today', certifying({ validFrom: '2025-05-10', validTo: '2025-05-10' }));
  await designate('BRS.nobody', []);
  await designate('BRS.both', [{ duty: 'FINANCE_OFFICER', fund: '' }, ...certifying({})]);
  await designate('MINAMATA.both', [
    { duty: 'FINANCE_OFFICER', fund: '' },
    { duty: 'APPROVING_OFFICER', fund: '' },
  ]);
  await done(201, api.post('/api/v1/agreements', agreementBody({ number: 'UNSIGNED' }), provider));
  for (const id of ['RECORDED', 'RECEIVED', 'BILLED', 'CERTIFIED']) {
    await done(201, api.post('/api/v1/charges', chargeBody({ id, quantity: '1' }), provider));
  }
  await certified(api, 'BRS', ['BILLED', 'CERTIFIED']);
  await done(200, api.post('/api/v1/charges/RECEIVED/receipt', {}, { by: 'BRS.both', seen: '*' }));
  draft = await prepared('BILLED', 'MINAMATA.both');
}, 60_000);
afterAll(() => api.close());

type Held = Partial<Omit<Designation, 'validFrom' | 'validTo'>> & { validFrom?: string; validTo?: string };

async function designate(code: string, held: readonly Held[]): Promise<void> {
  const [secretariat = ''] = code.split('.');
  const designations = held.map(
    ({ duty = 'FINANCE_OFFICER', fund = '', validFrom = '1900-01-01', validTo = '2199-12-31' }) =>
      new Designation({ person: code, duty, fund, validFrom: Day.of(validFrom), validTo: Day.of(validTo) }),
  );
  const person = new Person({ code, name: code, secretariat });
  await inTransaction(api.books.db, async (tx) => {
    await anAct(tx);
    await api.books.get(IdentityService).addPeople(tx, [person], designations);
  });
  await api.signedIn(code); // now, and not between two pictures of the books
}

function certifying(days: { validFrom?: string; validTo?: string }): Held[] {
  return ['BC', 'RO', 'SC'].map((fund) => ({ duty: 'CERTIFYING_OFFICER', fund, ...days }));
}

async function prepared(charge: string, by = 'MINAMATA.finance'): Promise<string> {
  const request = { agreement: 'CRA-2025-001', charges: [charge] };
  return (await done(201, api.post('/api/v1/invoices', request, { by }))).body.id as string;
}

const refuses = (
  path: string,
  body: unknown,
  sending: Sending,
  status: number,
  code: string,
  pointer: string | null = null,
) => expectRefused(api, { status, code, pointer }, () => api.post(`/api/v1${path}`, body, sending));

describe('the version that was read', () => {
  it('is the ETag of each document that can change', async () => {
    for (const path of ['/agreements/CRA-2025-001', '/charges/CERTIFIED', `/invoices/${draft}`]) {
      const { headers, body } = await api.get(`/api/v1${path}`, { [actingAs]: 'MINAMATA.finance' });
      expect(headers.etag).toBe(`"${body.version as number}"`);
    }
  });

  it.each([
    ['/charges/RECORDED/receipt', 'BRS.finance', 'CHARGE_CHANGED_MEANWHILE'],
    ['/charges/RECEIVED/certification', 'BRS.certifying', 'CHARGE_CHANGED_MEANWHILE'],
    ['/invoices/DRAFT/issuance', 'MINAMATA.approving', 'INVOICE_CHANGED_MEANWHILE'],
    ['/invoices/DRAFT/discard', 'MINAMATA.finance', 'INVOICE_CHANGED_MEANWHILE'],
  ])('is asked for by POST %s, and an older one is refused', async (step, by, stale) => {
    const path = step.replace('DRAFT', draft);
    await refuses(path, {}, { by }, 428, 'PRECONDITION_REQUIRED');
    await refuses(path, {}, { by, seen: '"99"' }, 412, stale);
    for (const seen of ['1', 'W/"1"', '"one"', '']) {
      await refuses(path, {}, { by, seen }, 400, 'IF_MATCH_UNREADABLE');
    }
  });

  it('lets the first of two officers act, and tells the second what is now', async () => {
    await done(201, api.post('/api/v1/charges', chargeBody({ id: 'RACE' }), provider));
    const { headers } = await api.get('/api/v1/charges/RACE');
    const seen = headers.etag ?? '';
    const first = await done(200, api.post('/api/v1/charges/RACE/receipt', {}, { by: 'BRS.finance', seen }));
    expect(first.headers.etag).toBe('"2"');
    const second = await refuses(
      '/charges/RACE/receipt',
      {},
      { by: 'BRS.both', seen },
      412,
      'CHARGE_CHANGED_MEANWHILE',
    );
    expect(second.body.detail).toContain('now version 2, RECEIVED');
  });

  it('does not matter to whoever writes "*"', async () => {
    await done(201, api.post('/api/v1/charges', chargeBody({ id: 'STAR' }), provider));
    await done(200, api.post('/api/v1/charges/STAR/receipt', {}, { by: 'BRS.finance', seen: '*' }));
  });
});

describe('what waits for a certifying officer', () => {
  it('is what bears on funds of the officer alone; read is the own side’s all the same', async () => {
    const waitsFor = async (by: string): Promise<string[]> => {
      const { kinds } = (await api.get('/api/v1/inbox', await api.signedIn(by))).body as {
        kinds: { kind: string; items: { id: string }[] }[];
      };
      return kinds
        .filter(({ kind }) => kind === 'charges-to-certify')
        .flatMap(({ items }) => items.map(({ id }) => id));
    };
    expect(await waitsFor('BRS.certifying')).toContain('RECEIVED'); // who certifies each of the three funds that bear it
    for (const other of ['BRS.one-fund', 'MINAMATA.certifying'])
      expect([other, await waitsFor(other)]).toEqual([other, []]);
    expect((await api.get('/api/v1/charges/RECEIVED', await api.signedIn('BRS.one-fund'))).status).toBe(200);
  });
});

describe('who acts', () => {
  it.each([
    ['/charges', chargeBody()],
    ['/charges/batches', { charges: [chargeBody()] }],
    ['/agreements', agreementBody({ number: 'NEW' })],
    ['/charges/RECORDED/receipt', {}],
    ['/charges/receipts', { charges: ['RECORDED'] }],
    ['/invoices', { agreement: 'CRA-2025-001', charges: ['CERTIFIED'] }],
    ['/netting-statements', { biennium: '2024-2025', with: 'BRS', asAt: '2025-05-10' }],
    ['/bienniums/2024-2025/audit-reports', {}],
  ])('is signed in on POST %s', async (path, body) => {
    await refuses(path, body, { by: null, seen: '*' }, 401, 'NOT_SIGNED_IN');
    await refuses(path, body, { by: 'BRS.stranger', seen: '*' }, 401, 'NOT_SIGNED_IN');
  });

  const charge = chargeBody({ id: 'NEVER' });
  const signing = { side: 'CLIENT', signedOn: '2025-05-10' };
  const invoice = { agreement: 'CRA-2025-001', charges: ['CERTIFIED'] };
  const rates = { rates: [{ currency: 'NOK', effectiveOn: '2025-05-01', unitsPerUsd: '10' }] };
  it.each([
    ['records for the other side', '/charges', charge, 'BRS.finance', 'ACTS_FOR_THE_OTHER_SIDE'],
    ['records and is no finance officer', '/charges', charge, 'MINAMATA.certifying', 'NOT_DESIGNATED'],
    [
      'confirms what his side delivered',
      '/charges/RECORDED/receipt',
      {},
      'MINAMATA.finance',
      'ACTS_FOR_THE_OTHER_SIDE',
    ],
    ['confirms and is no finance officer', '/charges/RECORDED/receipt', {}, 'BRS.approving', 'NOT_DESIGNATED'],
    [
      'confirms in a batch',
      '/charges/receipts',
      { charges: ['RECORDED'] },
      'MINAMATA.finance',
      'ACTS_FOR_THE_OTHER_SIDE',
    ],
    [
      'certifies for the other side',
      '/charges/RECEIVED/certification',
      {},
      'MINAMATA.certifying',
      'ACTS_FOR_THE_OTHER_SIDE',
    ],
    ['certifies and may not', '/charges/RECEIVED/certification', {}, 'BRS.finance', 'NOT_DESIGNATED'],
    ['certifies without any designation', '/charges/RECEIVED/certification', {}, 'BRS.nobody', 'NOT_DESIGNATED'],
    ['certifies one fund of three', '/charges/RECEIVED/certification', {}, 'BRS.one-fund', 'NOT_DESIGNATED'],
    ['certified until yesterday', '/charges/RECEIVED/certification', {}, 'BRS.former', 'NOT_DESIGNATED'],
    ['certifies in a batch', '/charges/certifications', { charges: ['RECEIVED'] }, 'BRS.one-fund', 'NOT_DESIGNATED'],
    ['confirmed and certifies', '/charges/RECEIVED/certification', {}, 'BRS.both', 'SAME_PERSON'],
    [
      'drafts an agreement and may not',
      '/agreements',
      agreementBody({ number: 'NEW' }),
      'BRS.certifying',
      'NOT_DESIGNATED',
    ],
    [
      'signs for the other side',
      '/agreements/UNSIGNED/signatures',
      signing,
      'MINAMATA.approving',
      'ACTS_FOR_THE_OTHER_SIDE',
    ],
    ['signs and may not', '/agreements/UNSIGNED/signatures', signing, 'BRS.finance', 'NOT_DESIGNATED'],
    ['bills for the other side', '/invoices', invoice, 'BRS.finance', 'ACTS_FOR_THE_OTHER_SIDE'],
    ['prepares and may not', '/invoices', invoice, 'MINAMATA.approving', 'NOT_DESIGNATED'],
    ['issues and may not', '/invoices/DRAFT/issuance', {}, 'MINAMATA.finance', 'NOT_DESIGNATED'],
    ['prepared and issues', '/invoices/DRAFT/issuance', {}, 'MINAMATA.both', 'SAME_PERSON'],
    ['discards and may not', '/invoices/DRAFT/discard', {}, 'MINAMATA.approving', 'NOT_DESIGNATED'],
    ['adds rates and may not', '/operational-rates', rates, 'BRS.certifying', 'NOT_DESIGNATED'],
    [
      'nets and may not',
      '/netting-statements',
      { biennium: '2024-2025', with: 'MINAMATA', asAt: '2025-05-10' },
      'BRS.nobody',
      'NOT_DESIGNATED',
    ],
    ['reports and may not', '/bienniums/2024-2025/audit-reports', {}, 'BRS.certifying', 'NOT_DESIGNATED'],
  ])('is refused when he %s', async (_, path, body, by, code) => {
    const { body: problem } = await refuses(path.replace('DRAFT', draft), body, { by, seen: '*' }, 403, code);
    expect(problem.detail).toContain(by);
  });

  it('does not find the other side’s draft, to issue it or to let it go', async () => {
    for (const step of ['issuance', 'discard'])
      await refuses(`/invoices/${draft}/${step}`, {}, { by: 'BRS.approving', seen: '*' }, 404, 'UNKNOWN_INVOICE');
  });

  it('hears which fund is missing', async () => {
    const path = '/charges/RECEIVED/certification';
    const { body } = await refuses(path, {}, { by: 'BRS.one-fund', seen: '*' }, 403, 'NOT_DESIGNATED');
    expect(body.detail).toContain('for the fund RO');
  });

  it('may act on the first and last day of the designation', async () => {
    await done(200, api.post('/api/v1/charges/RECEIVED/certification', {}, { by: 'BRS.today', seen: '*' }));
  });

  it('settles and credits for one side only', async () => {
    const issuance = `/api/v1/invoices/${await prepared('CERTIFIED')}/issuance`;
    const { body } = await done(200, api.post(issuance, {}, { by: 'MINAMATA.approving', seen: '*' }));
    const number = body.number as string;
    const credit = { lines: [{ charge: 'CERTIFIED', quantity: '1' }], reason: 'not worked' };
    await refuses(`/invoices/${number}/credit-notes`, credit, { by: 'BRS.finance' }, 403, 'ACTS_FOR_THE_OTHER_SIDE');
    await refuses(`/invoices/${number}/credit-notes`, credit, { by: 'MINAMATA.approving' }, 403, 'NOT_DESIGNATED');
    const voucher = { documents: [number], method: 'BANK_TRANSFER', externalNumber: '1', valueOn: '2025-05-10' };
    await refuses('/settlements', voucher, { by: 'MINAMATA.finance' }, 403, 'ACTS_FOR_THE_OTHER_SIDE');
    await refuses('/settlements', voucher, { by: 'BRS.approving' }, 403, 'NOT_DESIGNATED');
    const { body: proposed } = await done(201, api.post('/api/v1/settlements', voucher, { by: 'BRS.finance' }));
    const named = `/settlements/${proposed.id as string}`;
    const seen = '"1"';
    await refuses(`${named}/approval`, {}, { by: 'BRS.finance', seen }, 403, 'NOT_DESIGNATED');
    await refuses(`${named}/approval`, {}, { by: 'MINAMATA.approving', seen }, 404, 'UNKNOWN_SETTLEMENT');
    await refuses(`${named}/approval`, {}, { by: 'BRS.approving', seen: '"2"' }, 412, 'SETTLEMENT_CHANGED_MEANWHILE');
    const again = { ...voucher, externalNumber: '2' };
    await refuses('/settlements', again, { by: 'BRS.finance' }, 409, 'DOCUMENT_PROPOSED_ALREADY', '/documents');
    const reason = { reason: 'the voucher is of another invoice' };
    const { body: back } = await done(200, api.post(`/api/v1${named}/return`, reason, { by: 'BRS.approving', seen }));
    expect(back).toMatchObject({
      state: 'RETURNED',
      returned: { by: 'BRS.approving', ...reason },
      availableActions: [],
    });
    await refuses(`${named}/approval`, {}, { by: 'BRS.approving', seen: '*' }, 409, 'SETTLEMENT_DECIDED_ALREADY');
  });
});
