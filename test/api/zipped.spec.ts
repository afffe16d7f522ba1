import { createHash } from 'node:crypto';
import { mostExportsAnHour } from '#audit';
import { zippedAtMost } from '#invoicing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { filesIn } from '../support/archive.ts';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { certified, chargeBody, done, signedAgreement } from './bodies.ts';
import { expectRefused } from './refusal.ts';

let api: ApiUnderTest;
let draft: string;
beforeAll(async () => {
  api = await apiOver('references');
  await signedAgreement(api);
  for (const id of ['ONE', 'TWO', 'THREE']) {
    await done(201, api.post('/api/v1/charges', chargeBody({ id, quantity: '1' }), { by: 'MINAMATA.finance' }));
    await certified(api, 'BRS', [id]);
    const request = { agreement: 'CRA-2025-001', charges: [id] };
    const { body } = await done(201, api.post('/api/v1/invoices', request, { by: 'MINAMATA.finance' }));
    draft = body.id as string;
    if (id === 'THREE') continue;
    await done(200, api.post(`/api/v1/invoices/${draft}/issuance`, {}, { by: 'MINAMATA.approving', seen: '*' }));
  }
}, 60_000);
afterAll(() => api.close());

const numbers = ['MINAMATA-2025-0002', 'MINAMATA-2025-0001'];
const zipFor = async (by: string, named: readonly string[]) =>
  api.get(`/api/v1/invoices/zip?numbers=${named.join(',')}`, await api.signedIn(by));
const actsOf = (person: string): Promise<{ object_ids: string[]; after: object }[]> =>
  api.books.db.query(
    `select object_ids, after from platform.audit_event where action = 'REPORT_EXPORTED' and person = $1`,
    [person],
  );

describe('several issued documents as one ZIP', () => {
  it('are in it byte for byte as they are kept, each once with its words, in the order that was asked', async () => {
    const { bytes, headers, type } = await done(200, zipFor('BRS.finance', [...numbers, ...numbers]));
    expect(type).toBe('application/zip');
    expect(headers['content-disposition']).toBe('attachment; filename="documents-2.zip"');
    const files = filesIn(bytes);
    expect([...files.keys()]).toEqual(numbers.flatMap((number) => [`${number}.pdf`, `${number}.json`]));
    for (const number of numbers) {
      const pdf = (await api.get(`/api/v1/invoices/${number}/pdf`)).bytes;
      expect(files.get(`${number}.pdf`)?.equals(pdf)).toBe(true);
      const words = (await api.get(`/api/v1/invoices/${number}/content`)).text;
      expect(files.get(`${number}.json`)?.toString()).toBe(words);
    }
  });

  it('are an act of whoever took them, which names them', async () => {
    await done(200, zipFor('MINAMATA.auditor', numbers));
    const hashes = await Promise.all(
      numbers.map(async (number) => {
        const pdf = (await api.get(`/api/v1/invoices/${number}/pdf`)).bytes;
        return { number, pdfSha256: createHash('sha256').update(pdf).digest('hex') };
      }),
    );
    const contentSha256 = createHash('sha256').update(JSON.stringify(hashes)).digest('hex');
    expect(await actsOf('MINAMATA.auditor')).toEqual([
      { object_ids: ['documents as ZIP', ...numbers], after: { form: 'application/zip', contentSha256 } },
    ]);
  });

  it('are refused where nothing is named, one is not issued or unknown, and where too many are named', async () => {
    const asked = (named: readonly string[]) => () => zipFor('BRS.finance', named);
    const unnamed = { status: 400, code: 'INVALID_QUERY', pointer: '/numbers' };
    const unknown = { status: 404, code: 'UNKNOWN_PAPER', pointer: null };
    await expectRefused(api, unnamed, asked([]));
    const { body } = await expectRefused(api, unnamed, asked(['BRS-2025-0001', '%20BRS-2025-0002']));
    expect(body.detail).toMatch(
      /^numbers names .* commas between them and without spaces, at most 200 .* 500 .* Nothing was read\.$/,
    );
    await expectRefused(api, unnamed, async () => api.get('/api/v1/invoices/zip', await api.signedIn('BRS.finance')));
    await expectRefused(api, unknown, asked([...numbers, 'MINAMATA-2025-0009']));
    await expectRefused(api, unknown, asked([...numbers, draft]));
    const many = Array.from({ length: zippedAtMost + 1 }, (_, index) => `B-${index}`);
    await expectRefused(api, { status: 422, code: 'TOO_MUCH_FOR_ONE_FILE', pointer: '/numbers' }, asked(many));
    await expectRefused(api, unknown, asked(many.slice(1)));
  });

  it('are for whoever is signed in, and have no head by themselves', async () => {
    expect((await api.send({ method: 'GET', path: `/api/v1/invoices/zip?numbers=${numbers.join()}` })).status).toBe(
      401,
    );
    const headers = await api.signedIn('BRS.certifying');
    const url = `/api/v1/invoices/zip?numbers=${numbers.join(',')}`;
    const head = await api.app.inject({ method: 'HEAD', url, headers });
    expect([head.statusCode, head.headers.allow]).toEqual([405, 'GET']);
    expect(await actsOf('BRS.certifying')).toEqual([]);
  });

  it('are not taken out again and again', async () => {
    for (let taken = 0; taken < mostExportsAnHour; taken += 1) await done(200, zipFor('BRS.approving', numbers));
    expect(await zipFor('BRS.approving', numbers)).toMatchObject({ status: 429, body: { code: 'TOO_MANY_EXPORTS' } });
  });
});
