import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiOver, type ApiUnderTest, posting } from './api-under-test.ts';
import { agreementBody, chargeBody, done, passThroughBody, signedAgreement, tripBody } from './bodies.ts';
import { expectRefused, nothingWrittenBy } from './refusal.ts';

const nul = 'a\u0000b';
const halfPair = 'a\ud800b';

describe('a field that is not what it should be', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await apiOver('references');
    await signedAgreement(api);
  }, 60_000);
  afterAll(() => api.close());

  const malformed = (path: string, body: unknown, pointer: string, code = 'INVALID_BODY', by = 'MINAMATA.finance') =>
    expectRefused(api, { status: 400, code, pointer }, () => api.post(path, body, { by }));

  // As JSON text, so that a number and a duplicate are what they are on the wire.
  it.each([
    ['1480.00', 'INVALID_BODY'], // a JSON number
    ['true', 'INVALID_BODY'],
    ['null', 'INVALID_BODY'],
    ['{}', 'INVALID_BODY'],
    ['["1480.00"]', 'INVALID_BODY'],
    ['"NaN"', 'NOT_A_DECIMAL'],
    ['"Infinity"', 'NOT_A_DECIMAL'],
    ['"1e3"', 'NOT_A_DECIMAL'],
    ['"1e400"', 'NOT_A_DECIMAL'],
    ['"0x10"', 'NOT_A_DECIMAL'],
    ['"1,234.56"', 'NOT_A_DECIMAL'],
    ['"1 234.56"', 'NOT_A_DECIMAL'],
    ['"+1"', 'NOT_A_DECIMAL'],
    ['" 1"', 'NOT_A_DECIMAL'],
    ['"01"', 'NOT_A_DECIMAL'],
    ['".5"', 'NOT_A_DECIMAL'],
    ['"5."', 'NOT_A_DECIMAL'],
    ['""', 'NOT_A_DECIMAL'],
    ['"١٢٣"', 'NOT_A_DECIMAL'],
    ['"1.005"', 'TOO_MANY_DECIMALS'],
    ['"1480.001"', 'TOO_MANY_DECIMALS'],
    ['"10000000000000.01"', 'AMOUNT_TOO_LARGE'],
    [`"${'9'.repeat(31)}"`, 'NOT_A_DECIMAL'],
    [`"${'9'.repeat(40)}"`, 'INVALID_BODY'],
  ])('refuses the amount %s', async (amount, code) => {
    const body = JSON.stringify(passThroughBody()).replace('"1480.00"', amount);
    const { body: problem } = await malformed('/api/v1/charges', body, '/actualCost/amount', code);
    expect(problem.detail).toMatch(/\S/);
  });

  it.each([
    ['USD', '1.005'],
    ['JPY', '1.50'],
    ['XOF', '10.5'],
    ['KWD', '1.2345'],
  ])('refuses more decimals than %s has: %s', async (currency, amount) => {
    const body = passThroughBody({ actualCost: { amount, currency } });
    const { body: problem } = await malformed('/api/v1/charges', body, '/actualCost/amount', 'TOO_MANY_DECIMALS');
    expect(problem.detail).toContain(currency);
  });

  it('refuses an amount that is too large in USD where it was written, and not at the day of the rate', async () => {
    const actualCost = { amount: '9999999999999.99', currency: 'CHF' };
    const said = (code: string) => ({
      detail: `This comes to USD ${code}, which is larger than the books hold: an amount is at most 10,000,000,000,000.00 either way. Nothing was written.`,
    });
    const cost = await malformed(
      '/api/v1/charges',
      passThroughBody({ actualCost }),
      '/actualCost/amount',
      'AMOUNT_TOO_LARGE',
    );
    expect(cost.body).toMatchObject(said('12,135,922,330,097.08'));
  });

  it('takes a large amount to the cent, and writes zero without a sign', async () => {
    const large = agreementBody({ number: 'LARGE', ceiling: { amount: '9007199254740.93', currency: 'USD' } });
    const { body } = await done(201, api.post('/api/v1/agreements', large, { by: 'MINAMATA.finance' }));
    expect(body.ceiling.amount).toBe('9007199254740.93');
    expect(body.charged.amount).toBe('0.00');
  });

  it.each([
    ['0', 'NOT_A_QUANTITY'],
    ['-0', 'NOT_A_QUANTITY'],
    ['-1', 'NOT_A_QUANTITY'],
    ['1.1234567', 'NOT_A_QUANTITY'],
    ['1000000001', 'NOT_A_QUANTITY'],
    ['NaN', 'NOT_A_DECIMAL'],
    [13, 'INVALID_BODY'],
  ])('refuses the quantity %s', async (quantity, code) => {
    await malformed('/api/v1/charges', chargeBody({ quantity }), '/quantity', code);
  });

  it.each([
    ['2025-02-29', 'NOT_A_DAY'],
    ['2025-13-01', 'NOT_A_DAY'],
    ['0000-00-00', 'NOT_A_DAY'],
    ['1899-12-31', 'NOT_A_DAY'],
    ['infinity', 'NOT_A_DAY'],
    ['20250509', 'NOT_A_DAY'],
    ['2025-5-9', 'NOT_A_DAY'],
    ['09/05/2025', 'NOT_A_DAY'],
    ['', 'NOT_A_DAY'],
    ['10000-01-01', 'INVALID_BODY'],
    ['2025-05-09T00:00:00Z', 'INVALID_BODY'],
    [20250509, 'INVALID_BODY'],
    [null, 'INVALID_BODY'],
  ])('refuses the day %s', async (deliveredOn, code) => {
    await malformed('/api/v1/charges', chargeBody({ deliveredOn }), '/deliveredOn', code);
  });

  it.each(['2025-2026', '2024-2026', '2024/2025', '24-25'])('refuses the biennium %s', async (biennium) => {
    await malformed('/api/v1/agreements', agreementBody({ number: 'NEW', biennium }), '/biennium', 'NOT_A_BIENNIUM');
    await expectRefused(api, { status: 400, code: 'NOT_A_BIENNIUM', pointer: null }, () =>
      api.get(`/api/v1/bienniums/${encodeURIComponent(biennium)}/totals`),
    );
  });

  it.each([
    ['empty', ''],
    ['of 501 characters', 'x'.repeat(501)],
    ['with NUL', nul],
    ['with half a surrogate pair', halfPair],
    ['a number', 7],
    ['a list', ['x']],
    ['an object', { $ne: '' }],
  ])('refuses a text that is %s', async (_, text) => {
    await malformed('/api/v1/charges', chargeBody({ note: text }), '/note');
    await malformed('/api/v1/charges', chargeBody({ agreement: text }), '/agreement');
    await malformed('/api/v1/charges', chargeBody({ id: text }), '/id');
    await malformed(
      '/api/v1/charges/batches',
      { charges: [chargeBody(), chargeBody({ item: text })] },
      '/charges/1/item',
    );
    await malformed('/api/v1/charges/receipts', { charges: ['A', text] }, '/charges');
    await malformed('/api/v1/agreements', agreementBody({ number: text }), '/number');
    await malformed('/api/v1/agreements', agreementBody({ number: 'NEW', mandates: [text] }), '/mandates');
  });

  it.each([7, 1.5, '', nul, halfPair, null, ['BC-1-COP17']])('refuses %j as a budget line', async (line) => {
    const clientAllocation = [{ families: ['DOCUMENTS'], budgetLines: { BC: line } }];
    const body = agreementBody({ number: 'NEW', families: ['DOCUMENTS'], clientAllocation });
    await malformed('/api/v1/agreements', body, '/clientAllocation/0/budgetLines');
  });

  it.each(['/charges/%00', '/charges/A%00/postings', '/charges?agreement=%00', '/invoices/%00/pdf', '/agreements/%00'])(
    'refuses NUL in the address %s',
    async (path) => {
      const answer = await nothingWrittenBy(api, () => api.send({ method: 'GET', path: `/api/v1${path}` }));
      expect(answer.status).toBe(400);
    },
  );

  it('takes no bytes that are not UTF-8 for text', async () => {
    const body = Buffer.from(JSON.stringify(chargeBody({ id: 'LATIN', note: 'caf#' })), 'utf8');
    body[body.indexOf('#')] = 0xe9; // an é of another alphabet
    const { payload: _, ...request } = posting('/api/v1/charges', {}, { by: 'MINAMATA.finance' });
    const { body: problem } = await expectRefused(api, { status: 400, code: 'NOT_UTF8', pointer: null }, () =>
      api.send({ ...request, payload: body }),
    );
    expect(problem.detail).toMatch(/UTF-8.*Nothing was written/);
  });

  it('finds nothing under an address that is not UTF-8', async () => {
    expect((await api.send({ method: 'GET', path: '/api/v1/charges/%ED%A0%80' })).status).toBeLessThan(500);
    expect((await api.get('/api/v1/charges?agreement=%ED%A0%80')).body).toEqual({ items: [], nextCursor: null });
  });

  it('keeps every other text as it was written, whatever it looks like', async () => {
    const texts = [
      '<script>alert(1)</script>',
      "' OR 1=1 --",
      '{{7*7}}',
      '../../etc/passwd',
      '=HYPERLINK("x")',
      'مكتب 會議 👩🏽‍💻',
      '\u202etxt',
      `H${'\u0301\u0302\u0303'.repeat(30)}`, // marks without end on one letter; a paper shows two, and the others' codes
    ];
    for (const note of texts) {
      const { body } = await done(
        201,
        api.post('/api/v1/charges', chargeBody({ note, quantity: '0.5' }), { by: 'MINAMATA.finance' }),
      );
      expect((await api.get(`/api/v1/charges/${body.id as string}`)).body.note).toBe(note);
    }
  });

  it.each([
    ['/api/v1/charges', chargeBody(), ['agreement', 'item', 'quantity', 'deliveredOn']],
    [
      '/api/v1/charges/trips',
      tripBody(),
      ['agreement', 'traveller', 'party', 'ticket', 'nights', 'terminals', 'endedOn'],
    ],
    [
      '/api/v1/agreements',
      agreementBody(),
      ['number', 'provider', 'client', 'meeting', 'families', 'ceiling', 'endsOn'],
    ],
    ['/api/v1/invoices', { agreement: 'CRA-2025-001', charges: ['A'] }, ['agreement', 'charges']],
    ['/api/v1/settlements', settlement(), ['documents', 'method', 'externalNumber', 'valueOn']],
    [
      '/api/v1/netting-statements',
      { biennium: '2024-2025', with: 'BRS', asAt: '2025-05-09' },
      ['biennium', 'with', 'asAt'],
    ],
  ])('misses each field of POST %s that is needed', async (path, body, fields) => {
    for (const field of fields) {
      const without = Object.fromEntries(Object.entries(body).filter(([name]) => name !== field));
      await malformed(path, without, `/${field}`);
    }
  });

  it('names each wrong field of a body, each once', async () => {
    const body = chargeBody({ quantity: 13, deliveredOn: 1, agreement: '', approvedBy: 'BRS.approving' });
    const { body: problem } = await malformed('/api/v1/charges', body, '/approvedBy');
    const pointers = problem.errors.map(({ pointer }: { pointer: string }) => pointer).sort();
    expect(pointers).toEqual(['/agreement', '/approvedBy', '/deliveredOn', '/quantity']);
  });

  it.each([
    ['/api/v1/charges', chargeBody({ state: 'CERTIFIED' }), '/state'],
    ['/api/v1/charges', chargeBody({ clientShares: [{ fund: 'BC', amount: '1.00' }] }), '/clientShares'], // a split is not for the caller to say
    [
      '/api/v1/charges',
      passThroughBody({ actualCost: { amount: '1.00', currency: 'CHF', rate: '1' } }),
      '/actualCost/rate',
    ],
    ['/api/v1/charges/batches', { charges: [{ ...chargeBody(), price: '1' }] }, '/charges/0/price'],
    ['/api/v1/agreements', agreementBody({ signedOn: '2025-01-01' }), '/signedOn'],
    ['/api/v1/charges/trips', tripBody({ amount: '1.00' }), '/amount'],
    ['/api/v1/invoices', { agreement: 'CRA-2025-001', charges: ['A'], number: 'BRS-2025-0009' }, '/number'],
  ])('refuses a field that POST %s does not have', async (path, body, pointer) => {
    const { body: problem } = await malformed(path, body, pointer);
    expect(problem.errors[0].code).toBe('UNKNOWN_FIELD');
  });

  it.each(['id', 'deliveredFrom', 'supplierInvoiceOn', 'actualCost', 'evidence', 'traveller', 'note'])(
    'refuses null for %s, which may be absent',
    async (field) => {
      await malformed('/api/v1/charges', passThroughBody({ [field]: null }), `/${field}`);
    },
  );

  it.each([
    ['/ticket/0/kind', { ticket: [{ kind: 'GIFT', currency: 'EUR', amount: '1.00', on: '2025-10-10' }] }],
    ['/ticket/0/amount', { ticket: [{ kind: 'TICKET', currency: 'EUR', amount: 712, on: '2025-10-10' }] }],
    ['/nights/0/count', { nights: [{ place: 'CHGVA', first: '2025-10-31', count: '8' }] }],
    ['/nights/0/count', { nights: [{ place: 'CHGVA', first: '2025-10-31', count: 401 }] }],
    [
      '/nights/0/lodgingProvided',
      { nights: [{ place: 'CHGVA', first: '2025-10-31', count: 1, lodgingProvided: 'no' }] },
    ],
    ['/nights', { nights: { 0: { place: 'CHGVA', first: '2025-10-31', count: 1 } } }],
    ['/terminals', { terminals: -1 }],
    ['/terminals', { terminals: 1.5 }],
    ['/party', { party: 'KEN' }],
  ])('refuses %s of a trip', async (pointer, fields) => {
    await malformed('/api/v1/charges/trips', tripBody(fields), pointer, 'INVALID_BODY', 'BRS.finance');
  });

  it.each([
    ['JSON that ends too early', '{"agreement": '],
    ['no JSON', 'agreement=CRA-2025-001'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"charge"'],
    ['a number', '42'],
    ['a NaN', '{"quantity": NaN}'],
    ['a prototype', '{"__proto__": {"state": "CERTIFIED"}}'],
    ['a constructor’s prototype', '{"constructor": {"prototype": {"state": "CERTIFIED"}}}'],
    ['fifty levels', `{"note": ${'['.repeat(50)}${']'.repeat(50)}}`],
  ])('refuses a body that is %s', async (_, payload) => {
    const answer = await nothingWrittenBy(api, () => api.post('/api/v1/charges', payload, { by: 'MINAMATA.finance' }));
    expect(answer.status).toBe(400);
  });

  it.each<[string, (one: number) => unknown]>([
    ['/api/v1/charges/batches', (one) => chargeBody({ id: `C-${one}` })],
    ['/api/v1/charges/receipts', (one) => `C-${one}`],
  ])('refuses more than a thousand lines in one request to %s, ten thousand too', async (path, entry) => {
    const of = (count: number): object => ({ charges: Array.from({ length: count }, (_, one) => entry(one)) });
    await malformed(path, of(1001), '/charges');
    const many = await nothingWrittenBy(api, () => api.post(path, of(10_000), { by: 'MINAMATA.finance' }));
    expect(['400 INVALID_BODY', '413 PAYLOAD_TOO_LARGE']).toContain([many.status, many.body.code].join(' '));
  });

  it('takes an invoice of ten thousand lines in one request, and no more than twenty thousand', async () => {
    const of = (count: number): object => ({
      agreement: 'CRA-2025-001',
      charges: Array.from({ length: count }, (_, one) => `C-${one}`),
    });
    const judged = { status: 422, code: 'UNKNOWN_CHARGE', pointer: '/charges/0' }; // by what it says, and not by its size
    await expectRefused(api, judged, () => api.post('/api/v1/invoices', of(10_000), { by: 'MINAMATA.finance' }));
    await malformed('/api/v1/invoices', of(20_001), '/charges');
  });

  it('refuses 10 MB before reading them, in every form', async () => {
    const payload = JSON.stringify(chargeBody({ note: 'x'.repeat(10_000_000) }));
    const answer = await nothingWrittenBy(api, () => api.post('/api/v1/charges', payload, { by: 'MINAMATA.finance' }));
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'refuses a body of the type %s',
    async (type) => {
      const { path, headers, payload } = posting('/api/v1/charges', chargeBody(), { by: 'MINAMATA.finance' });
      const answer = await nothingWrittenBy(api, () =>
        api.send({ method: 'POST', path, headers: { ...headers, 'content-type': type }, payload }),
      );
      expect({ status: answer.status, type: answer.type }).toEqual({ status: 415, type: 'application/problem+json' });
      expect(answer.body.detail).toMatch(/application\/json.* Nothing was written\.$/);
    },
  );
});

function settlement(): object {
  return { documents: ['X-1'], method: 'BANK_TRANSFER', externalNumber: '1', valueOn: '2025-05-09' };
}
