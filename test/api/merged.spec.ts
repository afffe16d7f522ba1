import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { flawsOf, structureOf } from '../golden/pdf-structure.ts';
import { squeeze, squeezed } from '../golden/pdf-text.ts';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { certified, chargeBody, done, signedAgreement } from './bodies.ts';
import { expectRefused } from './refusal.ts';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references');
  await signedAgreement(api);
  for (const id of ['ONE', 'TWO']) {
    await done(201, api.post('/api/v1/charges', chargeBody({ id, quantity: '1' }), { by: 'MINAMATA.finance' }));
    await certified(api, 'BRS', [id]);
    const request = { agreement: 'CRA-2025-001', charges: [id] };
    const { body } = await done(201, api.post('/api/v1/invoices', request, { by: 'MINAMATA.finance' }));
    const issuance = `/api/v1/invoices/${body.id as string}/issuance`;
    await done(200, api.post(issuance, {}, { by: 'MINAMATA.approving', seen: '*' }));
  }
}, 60_000);
afterAll(() => api.close());

const numbers = ['MINAMATA-2025-0002', 'MINAMATA-2025-0001'];
const mergedFor = async (by: string, named: readonly string[]) =>
  api.get(`/api/v1/invoices/pdf?numbers=${named.join(',')}`, {
    ...(await api.signedIn(by)),
    accept: 'application/pdf',
  });

describe('several issued documents in one PDF', () => {
  it('say on their first page what they are, with the SHA-256 of each, and follow as they are kept', async () => {
    const { bytes, headers } = await done(200, mergedFor('BRS.finance', numbers));
    expect(headers['content-disposition']).toContain('documents-2.pdf');
    const pages: number[] = [];
    const text = squeezed(bytes);
    expect(text).toContain(squeeze('A convenience copy. It is no document of the books'));
    for (const number of numbers) {
      const paper = (await api.get(`/api/v1/invoices/${number}/pdf`)).bytes;
      expect(text).toContain(createHash('sha256').update(paper).digest('hex'));
      pages.push((await PDFDocument.load(paper)).getPageCount());
    }
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(1 + pages.reduce((sum, count) => sum + count, 0));
    expect(text.indexOf(squeeze('MINAMATA-2025-0002'))).toBeLessThan(text.indexOf(squeeze('MINAMATA-2025-0001')));
  });

  it('are read out one after the other, each under its title', async () => {
    const { bytes } = await done(200, mergedFor('BRS.finance', numbers));
    const { root, ...file } = await structureOf(bytes);
    const parts = root?.within ?? [];
    expect(parts.map(({ title }) => title)).toEqual(
      ['2 documents in one file', ...numbers].map((named) => expect.stringContaining(named)),
    );
    for (const part of parts) expect(flawsOf({ ...file, root: { ...part, role: 'Document' } })).toEqual([]);
  });

  it('are the same bytes for the same person and numbers, and leave the papers as they were', async () => {
    const [one, other] = [await mergedFor('BRS.finance', numbers), await mergedFor('BRS.finance', numbers)];
    expect(one.bytes.equals(other.bytes)).toBe(true);
    const [wrong] = await api.books.db.query<{ count: string }[]>(
      'select count(*) from invoicing.paper where sha256(pdf) <> pdf_sha256',
    );
    expect(wrong?.count).toBe('0');
  });

  it('are an act of whoever took them, which names them', async () => {
    await done(200, mergedFor('MINAMATA.auditor', numbers));
    const [act] = await api.books.db.query<{ object_ids: string[]; after: { form: string } }[]>(
      `select object_ids, after from platform.audit_event where action = 'REPORT_EXPORTED' and person = 'MINAMATA.auditor'`,
    );
    expect(act).toMatchObject({
      object_ids: ['documents in one file', ...numbers],
      after: {
        form: 'application/pdf',
        contentSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
  });

  it('are refused where one is not issued, where too many are named, and where nothing is', async () => {
    const asked = (named: readonly string[]) => () => mergedFor('BRS.finance', named);
    const unknown = { status: 404, code: 'UNKNOWN_PAPER', pointer: null };
    await expectRefused(api, unknown, asked([...numbers, 'MINAMATA-2025-0009']));
    const many = Array.from({ length: 201 }, (_, index) => `BRS-2025-${index}`);
    await expectRefused(api, { status: 422, code: 'TOO_MUCH_FOR_ONE_FILE', pointer: '/numbers' }, asked(many));
    const unnamed = { status: 400, code: 'INVALID_QUERY', pointer: '/numbers' };
    for (const named of [[], ['BRS-2025-0001', ''], ['BRS-2025-0001;BRS-2025-0002%20'], ['x'.repeat(41)]]) {
      const { body } = await expectRefused(api, unnamed, asked(named));
      expect(body.detail).toContain('with commas between them and without spaces, at most');
    }
  });
});
