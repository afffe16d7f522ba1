import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiOver, type ApiUnderTest, type Sending } from './api-under-test.ts';
import {
  agreementBody,
  certified,
  chargeBody,
  done,
  passThroughBody,
  signedAgreement,
  travelAgreementBody,
  tripBody,
} from './bodies.ts';
import { expectRefused, nothingWrittenBy } from './refusal.ts';

const thirds = { BC: 'BC-1-COP17', RO: 'RO-2-COP12', SC: 'SC-3-COP12' };
const allocated = (fields: object): object =>
  agreementBody({
    number: 'NEW',
    clientAllocation: [
      { families: ['DOCUMENTS', 'REGISTRATION'], splitKey: 'COP-EQUAL-THIRDS', budgetLines: thirds, ...fields },
    ],
  });
const credited = (...funds: [fund: string, weight: string][]): object =>
  agreementBody({ number: 'NEW', providerCredit: funds.map(([fund, weight]) => ({ fund, weight })) });

describe('what a rule of the books forbids', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await apiOver('references');
    await signedAgreement(api);
    const record = (body: object, by = 'MINAMATA.finance') => done(201, api.post('/api/v1/charges', body, { by }));
    const draft = { number: 'UNSIGNED', endsOn: '2026-03-31' };
    await done(201, api.post('/api/v1/agreements', agreementBody(draft), { by: 'MINAMATA.finance' }));
    await record(chargeBody({ id: 'PROVISIONAL', agreement: 'UNSIGNED' }));
    await record(chargeBody({ id: 'RECORDED' }));
    await record(chargeBody({ id: 'TOO-MUCH', quantity: '61' })); // 56,120.00 of 18,500.00 a line and 50,000.00 in all
    await record(chargeBody({ id: 'FREE', quantity: '1' }));
    await record(chargeBody({ id: 'BILLED', quantity: '2' }));
    await record(passThroughBody({ id: 'BILLED-COST' }));
    await certified(api, 'BRS', ['FREE', 'BILLED', 'BILLED-COST']);
    const body = { agreement: 'CRA-2025-001', charges: ['BILLED', 'BILLED-COST'] };
    const { body: invoice } = await done(201, api.post('/api/v1/invoices', body, { by: 'MINAMATA.finance' }));
    const issuance = `/api/v1/invoices/${invoice.id as string}/issuance`;
    await done(200, api.post(issuance, {}, { by: 'MINAMATA.approving', seen: '*' }));
    await done(200, api.post('/api/v1/charges/TOO-MUCH/receipt', {}, { by: 'BRS.finance', seen: '*' }));
  }, 60_000);
  afterAll(() => api.close());

  const refuses = (
    path: string,
    body: unknown,
    sending: Sending,
    status: number,
    code: string,
    pointer: string | null,
  ) => expectRefused(api, { status, code, pointer }, () => api.post(`/api/v1${path}`, body, sending));

  it('names each charge of a list that is not as the step wants it, ten at most', async () => {
    const many = Array.from({ length: 11 }, (_, index) => `MANY-${index}`);
    const bodies = many.map((id) => chargeBody({ id, quantity: '0.5' }));
    await done(201, api.post('/api/v1/charges/batches', { charges: bodies }, { by: 'MINAMATA.finance' }));
    const refused = async (path: string, body: object, by: string): Promise<unknown> => {
      const { body: problem } = await nothingWrittenBy(api, () => api.post(`/api/v1${path}`, body, { by }));
      return problem.errors.map(
        ({ pointer, code, detail }: Record<'pointer' | 'code' | 'detail', string>) =>
          `${pointer} ${code} ${detail.split(' and ')[0] ?? ''}`,
      );
    };
    const asked = { charges: [many[0], 'BILLED', 'RECORDED', many[1]] };
    expect(await refused('/charges/certifications', asked, 'BRS.certifying')).toEqual([
      '/charges/0 CHARGE_NOT_IN_STATE Charge MANY-0 is RECORDED',
      '/charges/1 CHARGE_NOT_IN_STATE Charge BILLED is INVOICED',
      '/charges/2 CHARGE_NOT_IN_STATE Charge RECORDED is RECORDED',
      '/charges/3 CHARGE_NOT_IN_STATE Charge MANY-1 is RECORDED',
    ]);
    expect(await refused('/charges/certifications', { charges: many }, 'BRS.certifying')).toHaveLength(10);
    const invoice = { agreement: 'CRA-2025-001', charges: ['FREE', many[0], many[1]] };
    expect(await refused('/invoices', invoice, 'MINAMATA.finance')).toEqual([
      '/charges/1 CHARGE_NOT_IN_STATE Charge MANY-0 is RECORDED',
      '/charges/2 CHARGE_NOT_IN_STATE Charge MANY-1 is RECORDED',
    ]);
    expect(await refused('/charges/receipts', { charges: ['NO-1', many[0], 'NO-2'] }, 'BRS.finance')).toEqual([
      '/charges/0 UNKNOWN_CHARGE There is no charge "NO-1" in these books.',
      '/charges/2 UNKNOWN_CHARGE There is no charge "NO-2" in these books.',
    ]);
  });

  it.each([
    ['an unknown agreement', { agreement: 'NONE' }, 422, 'UNKNOWN_AGREEMENT', '/agreement'],
    ['an unknown item', { item: 'NONE' }, 422, 'UNKNOWN_SERVICE_ITEM', '/item'],
    ['an item of a family that the agreement lacks', { item: 'IT-TEC' }, 422, 'FAMILY_NOT_IN_AGREEMENT', '/item'],
    [
      'a delivery before the agreement',
      { deliveredOn: '2025-02-28' },
      422,
      'DELIVERED_OUTSIDE_AGREEMENT',
      '/deliveredOn',
    ],
    [
      'a delivery that began before it',
      { deliveredFrom: '2025-02-28' },
      422,
      'DELIVERED_OUTSIDE_AGREEMENT',
      '/deliveredOn',
    ],
    ['a delivery still to come', { deliveredOn: '2025-05-11' }, 422, 'DELIVERED_IN_THE_FUTURE', '/deliveredOn'],
    [
      'a delivery that ends before it starts',
      { deliveredFrom: '2025-05-10' },
      422,
      'DELIVERY_PERIOD_REVERSED',
      '/deliveredFrom',
    ],
    ['an id that is taken', { id: 'RECORDED' }, 409, 'CHARGE_ID_TAKEN', '/id'],
    [
      'an actual cost of an own service',
      { actualCost: { amount: '1.00', currency: 'USD' } },
      422,
      'ACTUAL_COST_NOT_WANTED',
      '/actualCost',
    ],
  ])('records no charge with %s', async (_, fields, status, code, pointer) => {
    await refuses('/charges', chargeBody(fields), { by: 'MINAMATA.finance' }, status, code, pointer);
  });

  it.each([
    ['no actual cost', { actualCost: undefined }, 'ACTUAL_COST_MISSING', '/actualCost'],
    ['a cost of zero', { actualCost: { amount: '0.00', currency: 'CHF' } }, 'COST_NOT_POSITIVE', '/actualCost/amount'],
    [
      'a cost below zero',
      { actualCost: { amount: '-1.00', currency: 'CHF' } },
      'COST_NOT_POSITIVE',
      '/actualCost/amount',
    ],
    [
      'an unknown currency',
      { actualCost: { amount: '1.00', currency: 'XYZ' } },
      'UNKNOWN_CURRENCY',
      '/actualCost/currency',
    ],
    [
      'a currency without any rate',
      { actualCost: { amount: '1.00', currency: 'SEK' } },
      'NO_RATE_IN_FORCE',
      '/deliveredOn',
    ],
    ['a day before the first rate of its currency', { deliveredOn: '2025-03-31' }, 'NO_RATE_IN_FORCE', '/deliveredOn'],
  ])('records no pass-through cost with %s', async (_, fields, code, pointer) => {
    await refuses('/charges', passThroughBody(fields), { by: 'MINAMATA.finance' }, 422, code, pointer);
  });

  it('records all of a batch or nothing, and says which one is wrong', async () => {
    const by = { by: 'MINAMATA.finance' };
    const late = chargeBody({ deliveredOn: '2025-05-11' });
    await refuses(
      '/charges/batches',
      { charges: [chargeBody(), late] },
      by,
      422,
      'DELIVERED_IN_THE_FUTURE',
      '/charges/1/deliveredOn',
    );
    await refuses(
      '/charges/batches',
      { charges: [late] },
      by,
      422,
      'DELIVERED_IN_THE_FUTURE',
      '/charges/0/deliveredOn',
    );
    const twice = [chargeBody({ id: 'TWICE' }), chargeBody({ id: 'TWICE' })];
    const { body } = await nothingWrittenBy(api, () => api.post('/api/v1/charges/batches', { charges: twice }, by));
    expect(body.code).toBe('CHARGE_ID_TAKEN');
    await refuses('/charges/batches', { charges: [] }, by, 400, 'INVALID_BODY', '/charges');
  });

  it('charges no service across the end of a biennium', async () => {
    const body = chargeBody({ agreement: 'UNSIGNED', deliveredFrom: '2025-12-20', deliveredOn: '2026-01-05' });
    api.today('2026-01-10');
    await refuses(
      '/charges',
      body,
      { by: 'MINAMATA.finance' },
      422,
      'DELIVERED_OUTSIDE_BIENNIUM',
      '/deliveredOn',
    ).finally(() => api.today('2025-05-10'));
  });

  it.each([
    ['an unknown provider', { provider: 'NONE' }, 422, 'UNKNOWN_SECRETARIAT', '/provider'],
    ['an unknown client', { client: 'NONE' }, 422, 'UNKNOWN_SECRETARIAT', '/client'],
    ['one side alone', { client: 'MINAMATA' }, 422, 'AGREEMENT_WITH_ITSELF', '/client'],
    ['an unknown meeting', { meeting: 'NONE' }, 422, 'UNKNOWN_MEETING', '/meeting'],
    ['no day in its biennium', { biennium: '2026-2027' }, 422, 'AGREEMENT_OUTSIDE_ITS_BIENNIUM', '/biennium'],
    ['an end before its start', { endsOn: '2025-02-28' }, 422, 'AGREEMENT_PERIOD_REVERSED', '/endsOn'],
    ['a ceiling of zero', { ceiling: { amount: '0.00', currency: 'USD' } }, 422, 'CEILING_NOT_POSITIVE', '/ceiling'],
    [
      'a ceiling in CHF',
      { ceiling: { amount: '1.00', currency: 'CHF' } },
      400,
      'CEILING_NOT_IN_USD',
      '/ceiling/currency',
    ],
    ['no service', { families: [] }, 422, 'FOR_NO_SERVICE', '/families'],
    [
      'a family of which the catalogue has no service',
      { ...allocated({ families: ['PRINTING'] }), families: ['PRINTING'] },
      422,
      'UNKNOWN_FAMILY',
      '/families/0',
    ],
    ['a provider credit of nothing', { providerCredit: [] }, 422, 'NO_WEIGHT', '/providerCredit'],
    [
      'a family without a place',
      { families: ['DOCUMENTS', 'IT'] },
      422,
      'FAMILY_ALLOCATED_WRONGLY',
      '/clientAllocation',
    ],
    [
      'two kinds of provider credit',
      { providerCreditSplitKey: 'BRS-BY-BUDGET' },
      400,
      'PROVIDER_CREDIT_UNCLEAR',
      '/providerCredit',
    ],
    ['no provider credit', { providerCredit: undefined }, 400, 'PROVIDER_CREDIT_UNCLEAR', '/providerCredit'],
    ['a number that is taken', { number: 'CRA-2025-001' }, 409, 'AGREEMENT_NUMBER_TAKEN', '/number'],
  ])('drafts no agreement with %s', async (_, fields, status, code, pointer) => {
    await refuses(
      '/agreements',
      agreementBody({ number: 'NEW', ...fields }),
      { by: 'MINAMATA.finance' },
      status,
      code,
      pointer,
    );
  });

  it.each([
    ['an unknown split key', allocated({ splitKey: 'NONE' }), 'UNKNOWN_SPLIT_KEY', '/clientAllocation/0/splitKey'],
    [
      'an unknown fund',
      allocated({ budgetLines: { NONE: 'BC-1-COP17' } }),
      'UNKNOWN_FUND',
      '/clientAllocation/0/budgetLines',
    ],
    [
      'an unknown budget line',
      allocated({ budgetLines: { BC: 'NONE' } }),
      'UNKNOWN_BUDGET_LINE',
      '/clientAllocation/0/budgetLines',
    ],
    [
      'another fund’s line',
      allocated({ budgetLines: { BC: 'RO-2-COP12' } }),
      'BUDGET_LINE_OF_ANOTHER_FUND',
      '/clientAllocation/0/budgetLines',
    ],
    [
      'several lines without a key',
      allocated({ splitKey: undefined }),
      'SPLIT_NEEDS_A_KEY',
      '/clientAllocation/0/splitKey',
    ],
    ['an unknown fund credited', credited(['NONE', '1']), 'UNKNOWN_FUND', '/providerCredit'],
    ['the other side’s fund credited', credited(['BC', '1']), 'FUND_OF_THE_OTHER_SIDE', '/providerCredit'],
    ['no weight at all', credited(['MC-GTF', '0']), 'NO_WEIGHT', '/providerCredit'],
    ['a weight below zero', credited(['MC-GTF', '1'], ['MC-STF', '-1']), 'NEGATIVE_WEIGHT', '/providerCredit'],
    ['a fund twice', credited(['MC-GTF', '1'], ['MC-GTF', '1']), 'FUND_TWICE_IN_SPLIT', '/providerCredit'],
  ])('drafts no agreement whose split has %s', async (_, body, code, pointer) => {
    await refuses('/agreements', body, { by: 'MINAMATA.finance' }, 422, code, pointer);
  });

  it('takes no second signature of a side, and none of tomorrow', async () => {
    const path = '/agreements/CRA-2025-001/signatures';
    const by = { by: 'BRS.approving' };
    await refuses(path, { side: 'CLIENT', signedOn: '2025-03-14' }, by, 409, 'ALREADY_SIGNED', null);
    const unsigned = '/agreements/UNSIGNED/signatures';
    await refuses(unsigned, { side: 'CLIENT', signedOn: '2025-05-11' }, by, 422, 'SIGNED_IN_THE_FUTURE', '/signedOn');
    await refuses(
      '/agreements/NONE/signatures',
      { side: 'CLIENT', signedOn: '2025-05-09' },
      by,
      404,
      'UNKNOWN_AGREEMENT',
      null,
    );
  });

  it.each([
    ['/charges/NONE/receipt', {}, 'BRS.finance', 404, 'UNKNOWN_CHARGE', null],
    ['/charges/receipts', { charges: ['RECORDED', 'NONE'] }, 'BRS.finance', 422, 'UNKNOWN_CHARGE', '/charges/1'],
    ['/charges/certifications', { charges: ['NONE'] }, 'BRS.certifying', 422, 'UNKNOWN_CHARGE', '/charges/0'],
    ['/charges/receipts', { charges: [] }, 'BRS.finance', 400, 'INVALID_BODY', '/charges'],
    ['/charges/certifications', { charges: ['RECORDED'] }, 'BRS.certifying', 409, 'CHARGE_NOT_IN_STATE', '/charges/0'],
    ['/charges/PROVISIONAL/receipt', {}, 'BRS.finance', 422, 'CHARGE_IS_PROVISIONAL', null],
    ['/charges/RECORDED/certification', {}, 'BRS.certifying', 409, 'CHARGE_NOT_IN_STATE', null],
    ['/charges/BILLED/certification', {}, 'BRS.certifying', 409, 'CHARGE_NOT_IN_STATE', null],
    ['/charges/TOO-MUCH/certification', {}, 'BRS.certifying', 409, 'BUDGET_LINE_EXCEEDED', null],
  ])('takes no step by POST %s of %j', async (path, body, by, status, code, pointer) => {
    await refuses(path, body, { by, seen: '*' }, status, code, pointer);
  });

  it.each([
    ['an unknown agreement', { agreement: 'NONE' }, 422, 'UNKNOWN_AGREEMENT', '/agreement'],
    [
      'an agreement that is not signed',
      { agreement: 'UNSIGNED', charges: ['PROVISIONAL'] },
      422,
      'AGREEMENT_NOT_SIGNED',
      '/agreement',
    ],
    ['no charge', { charges: [] }, 422, 'NOTHING_TO_INVOICE', '/charges'],
    ['an unknown charge', { charges: ['FREE', 'NONE'] }, 422, 'UNKNOWN_CHARGE', '/charges/1'],
    ['a charge twice', { charges: ['FREE', 'FREE'] }, 422, 'CHARGE_TWICE_ON_INVOICE', '/charges'],
    [
      'another agreement’s charge',
      { charges: ['FREE', 'PROVISIONAL'] },
      422,
      'CHARGE_OF_ANOTHER_AGREEMENT',
      '/charges/1',
    ],
    ['a charge that is not certified', { charges: ['RECORDED'] }, 409, 'CHARGE_NOT_IN_STATE', '/charges/0'],
    ['a charge on another invoice', { charges: ['BILLED'] }, 409, 'CHARGE_INVOICED_ALREADY', '/charges/0'],
  ])('prepares no invoice with %s', async (_, fields, status, code, pointer) => {
    await refuses(
      '/invoices',
      { agreement: 'CRA-2025-001', charges: ['FREE'], ...fields },
      { by: 'MINAMATA.finance' },
      status,
      code,
      pointer,
    );
  });

  it.each([
    ['above the units left', [{ charge: 'BILLED', quantity: '2.000001' }], 422, 'CREDIT_ABOVE_REMAINDER', '/lines'],
    [
      'above the amount left',
      [{ charge: 'BILLED-COST', amount: usd('1796.13') }],
      422,
      'CREDIT_ABOVE_REMAINDER',
      '/lines',
    ],
    ['in money for units', [{ charge: 'BILLED', amount: usd('1.00') }], 422, 'CREDIT_IN_WRONG_TERMS', '/lines'],
    ['in units for a cost', [{ charge: 'BILLED-COST', quantity: '1' }], 422, 'CREDIT_IN_WRONG_TERMS', '/lines'],
    [
      'in CHF',
      [{ charge: 'BILLED-COST', amount: { amount: '1.00', currency: 'CHF' } }],
      400,
      'CREDIT_LINE_UNCLEAR',
      '/lines/0',
    ],
    [
      'of units and money at once',
      [{ charge: 'BILLED', quantity: '1', amount: usd('1.00') }],
      400,
      'CREDIT_LINE_UNCLEAR',
      '/lines/0',
    ],
    ['of neither', [{ charge: 'BILLED' }], 400, 'CREDIT_LINE_UNCLEAR', '/lines/0'],
    ['of an unknown charge', [{ charge: 'NONE', quantity: '1' }], 422, 'UNKNOWN_CHARGE', '/lines'],
    ['of a charge that is not on it', [{ charge: 'FREE', quantity: '1' }], 422, 'CHARGE_NOT_ON_INVOICE', '/lines'],
    [
      'of one charge twice',
      [
        { charge: 'BILLED', quantity: '1' },
        { charge: 'BILLED', quantity: '1' },
      ],
      422,
      'CHARGE_TWICE_ON_INVOICE',
      '/lines',
    ],
    ['without lines', [], 400, 'INVALID_BODY', '/lines'],
  ])('gives nothing back %s', async (_, given, status, code, pointer) => {
    const body = { lines: given, reason: 'a reason' };
    await refuses('/invoices/MINAMATA-2025-0001/credit-notes', body, { by: 'MINAMATA.finance' }, status, code, pointer);
  });

  it.each([
    ['an unknown document', { documents: ['MINAMATA-2025-0001', 'NONE'] }, 'UNKNOWN_INVOICE', '/documents'],
    ['no document', { documents: [] }, 'NOTHING_TO_SETTLE', '/documents'],
    ['a day before the issue', { valueOn: '2025-05-09' }, 'SETTLEMENT_DAY_IMPOSSIBLE', '/valueOn'],
    ['a day still to come', { valueOn: '2025-05-11' }, 'SETTLEMENT_DAY_IMPOSSIBLE', '/valueOn'],
  ])('settles nothing with %s', async (_, fields, code, pointer) => {
    const body = {
      documents: ['MINAMATA-2025-0001'],
      method: 'BANK_TRANSFER',
      externalNumber: '19-1',
      valueOn: '2025-05-10',
      ...fields,
    };
    await refuses('/settlements', body, { by: 'BRS.finance' }, 422, code, pointer);
  });

  it('nets no secretariat with itself or with nobody', async () => {
    const body = { biennium: '2024-2025', asAt: '2025-05-10' };
    await refuses('/netting-statements', { ...body, with: 'BRS' }, {}, 422, 'NETTING_WITH_ITSELF', '/with');
    await refuses('/netting-statements', { ...body, with: 'NONE' }, {}, 422, 'UNKNOWN_SECRETARIAT', '/with');
  });

  it.each([
    [
      'another value for a day',
      [['CHF', '2025-05-01', '0.825']],
      409,
      'RATE_PUBLISHED_OTHERWISE',
      '/rates/0/unitsPerUsd',
    ],
    ['a rate of zero', [['CHF', '2025-06-01', '0']], 422, 'RATE_NOT_POSITIVE', '/rates/0/unitsPerUsd'],
    [
      'an unknown currency',
      [
        ['CHF', '2025-06-01', '0.8'],
        ['XYZ', '2025-06-01', '1'],
      ],
      422,
      'UNKNOWN_CURRENCY',
      '/rates/1/currency',
    ],
    ['a day that is none', [['CHF', '2025-06-31', '0.8']], 400, 'NOT_A_DAY', '/rates/0/effectiveOn'],
    [
      'two values for one day',
      [
        ['CHF', '2025-06-01', '0.8'],
        ['CHF', '2025-06-01', '0.9'],
      ],
      422,
      'RATE_TWICE_IN_LIST',
      '/rates/1/unitsPerUsd',
    ],
  ])('adds no operational rates with %s', async (_, list, status, code, pointer) => {
    const rates = list.map(([currency, effectiveOn, unitsPerUsd]) => ({ currency, effectiveOn, unitsPerUsd }));
    await refuses('/operational-rates', { rates }, {}, status, code, pointer);
  });

  it('pays a night and a ticket once, and no night after the trip', async () => {
    api.today('2025-11-10');
    const by = { by: 'BRS.finance' };
    await done(201, api.post('/api/v1/agreements', travelAgreementBody(), by));
    await done(201, api.post('/api/v1/charges/trips', tripBody(), by));
    const again = { id: 'T-02B', ticket: [] };
    await refuses('/charges/trips', tripBody(again), by, 422, 'NIGHT_TWICE', '/nights');
    await refuses(
      '/charges/trips',
      tripBody({ id: 'T-03', nights: [] }),
      by,
      409,
      'TICKET_RECOVERED_ALREADY',
      '/ticket/0/number',
    );
    const late = [{ place: 'CHGVA', first: '2025-11-02', count: 8 }];
    await refuses(
      '/charges/trips',
      tripBody({ ...again, nights: late }),
      by,
      422,
      'NIGHT_AFTER_THE_TRIP',
      '/nights/0/count',
    );
    const refund = [{ kind: 'REFUND', currency: 'USD', amount: '1.00', on: '2025-10-10' }];
    await refuses(
      '/charges/trips',
      tripBody({ ...again, ticket: refund }),
      by,
      422,
      'REFUND_NOT_NEGATIVE',
      '/ticket/0/amount',
    );
    const elsewhere = [{ place: 'XXXXX', first: '2025-11-02', count: 1 }];
    await refuses(
      '/charges/trips',
      tripBody({ ...again, nights: elsewhere }),
      by,
      422,
      'NO_RATE_IN_FORCE',
      '/nights/0/place',
    );
    expect((await api.get('/api/v1/charges?agreement=CRA-2025-002')).body.items).toHaveLength(1);
  });
});

function usd(amount: string): object {
  return { amount, currency: 'USD' };
}
