import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VerificationService } from '#audit';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { NightlyVerification } from '../../apps/api/src/nightly-verification.ts';
import { actingAs, apiOver, type ApiUnderTest } from './api-under-test.ts';
import { tripBody } from './bodies.ts';
import { invited } from './browser.ts';
import type { ApiDocument, Operation } from './contract.ts';
import { requestsFor } from './fuzz.ts';
import { openedLog } from '../support/sealed.ts';

let api: ApiUnderTest;
let document: ApiDocument;
let operations: { method: string; path: string; operation: Operation }[];
beforeAll(async () => {
  api = await apiOver('sample');
  await new NightlyVerification(api.books.db, api.app.get(VerificationService), 2).once();
  ({ document } = api.contract);
  operations = api.contract.all();
}, 60_000);
afterAll(() => api.close());

const names = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`;

/** Answered to anybody: whatever is not in this list needs a session or a token. */
const isPublic = (one: { method: string; path: string }): boolean =>
  [
    ...['GET /health/live', 'GET /health/ready', 'GET /metrics', 'GET /api/v1/sign-in', 'POST /api/v1/session'],
    ...['GET /api/v1/sign-in/oidc', 'GET /api/v1/sign-in/oidc/callback'],
    'POST /api/v1/sign-in/oidc/backchannel-logout',
    ...[
      'POST /api/v1/first-administrator',
      'POST /api/v1/invitations/acceptance',
      'POST /api/v1/invitations/inspection',
    ],
  ].includes(names(one));
// What is about sign-in itself writes no books, and carries no key.
const isAboutSessions = (path: string): boolean =>
  path === '/api/v1/sign-in/oidc/backchannel-logout' ||
  /^\/api\/v1\/(sessions?|second-factor|first-administrator|invitations|keys|terminals)(\/|$)/.test(path);

/** Every object of the document, with where it stands. */
function* parts(value: unknown, at = '#'): Generator<[at: string, part: Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [at, value as Record<string, unknown>];
  for (const [key, below] of Object.entries(value)) yield* parts(below, `${at}/${key}`);
}

describe('the OpenAPI document', () => {
  it('is 3.1, of this program, and the same as YAML', async () => {
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Recoup', version: '1', license: { name: 'Apache-2.0' } },
    });
    const yaml = await api.send({ method: 'GET', path: '/api/openapi.yaml' });
    expect(yaml.text).toMatch(/^openapi: 3\.1\.0\n/);
    expect(operations.length).toBeGreaterThan(40);
  });

  it('names each operation once and says what it does', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(operations.filter(({ operation }) => !/\S/.test(operation.summary ?? '')).map(names)).toEqual([]);
  });

  it('refers to nothing that it does not have', () => {
    const broken = [...parts(document)]
      .filter(([, { $ref }]) => typeof $ref === 'string')
      .filter(
        ([, { $ref }]) =>
          !/^#\/components\/schemas\/.+/.test($ref as string) ||
          !(($ref as string).slice(21) in document.components.schemas),
      )
      .map(([at, { $ref }]) => `${at} -> ${$ref as string}`);
    expect(broken).toEqual([]);
  });

  it('holds schemas of JSON Schema 2020-12 and no words of 3.0', () => {
    expect([...parts(document)].filter(([, part]) => 'nullable' in part).map(([at]) => at)).toEqual([]);
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, validateFormats: false });
    ajv.addVocabulary(['example', 'components']);
    ajv.addSchema({ $id: 'api', components: document.components });
    for (const name of Object.keys(document.components.schemas)) {
      expect(() => ajv.compile({ $ref: `api#/components/schemas/${name}` })).not.toThrow();
    }
  });

  it('declares each part of an address as a parameter', () => {
    for (const { method, path, operation } of operations) {
      const declared = operation.parameters.filter((one) => one.in === 'path');
      expect({ at: `${method} ${path}`, parts: declared.map(({ name }) => name) }).toEqual({
        at: `${method} ${path}`,
        parts: [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name),
      });
      expect(declared.every(({ required }) => required)).toBe(true);
    }
  });

  it('asks of each request who acts, of each that writes a key, and of each step the version that was read', () => {
    for (const { method, path, operation } of operations) {
      const headers = operation.parameters.filter((one) => one.in === 'header' && one.required).map(({ name }) => name);
      const isStep =
        !isAboutSessions(path) &&
        !path.includes('/evidence/') &&
        !path.startsWith('/api/v1/renewals/') &&
        /\/(receipt|certification|return|resubmission|withdrawal|reversal|approval|reversal\/refusal|issuance|discard)$|^\/api\/v1\/periods\/\{period\}\/(?!checklist)/.test(
          path,
        );
      const isWriting = method === 'POST' && !isAboutSessions(path);
      expect({ path, headers, security: operation.security }).toEqual({
        path,
        headers: [...(isWriting ? ['Idempotency-Key'] : []), ...(isStep ? ['If-Match'] : [])],
        security: isPublic({ method, path }) ? [] : [{ session: [] }, { bearer: [] }],
      });
    }
    expect(document.components).toMatchObject({
      securitySchemes: {
        session: { in: 'cookie', name: 'recoup-session' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    });
  });

  it('declares the refusals of each operation, all of them as problems', () => {
    for (const { method, path, operation } of operations) {
      const declared = Object.keys(operation.responses);
      const expected = [
        ...(isPublic({ method, path }) ? [] : ['400', '401', '403']),
        ...(method === 'POST' && !isAboutSessions(path)
          ? ['400', '401', '403', '404', '409', '413', '415', '422']
          : []),
        ...(operation.parameters.some(({ name }) => name === 'If-Match') ? ['412', '428'] : []),
        ...(method === 'GET' && operation.parameters.length > 0 ? ['400'] : []),
      ];
      expect({ path, declared }).toEqual({ path, declared: expect.arrayContaining(expected) });
      for (const [status, { content = {} }] of Object.entries(operation.responses)) {
        if (!status.startsWith('4')) continue;
        expect({ path, status, content }).toEqual({
          path,
          status,
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        });
      }
    }
  });
});

describe('every operation that reads', () => {
  // The sample's own names, so that each answers 200 with rows in it.
  const named: Readonly<Record<string, string>> = {
    '/api/v1/agreements/{number}': 'CRA-2025-002',
    '/api/v1/agreements/{number}/two-books': 'CRA-2025-002',
    '/api/v1/charges/{id}': 'T-02',
    '/api/v1/charges/{id}/postings': 'A2-05',
    '/api/v1/charges/{id}/evidence': 'T-02',
    '/api/v1/charges/{id}/evidence/{evidence}/content': 'T-02',
    '/api/v1/invoices/{number}': 'BRS-2025-0002',
    '/api/v1/invoices/{number}/pdf': 'BRS-2025-0002',
    '/api/v1/invoices/{number}/postings': 'BRS-2025-0002',
    '/api/v1/invoices/{number}/content': 'BRS-2025-0002',
    '/api/v1/netting-statements/{number}/pdf': 'BRS-NET-2026-0001',
    '/api/v1/audit-reports/{number}/pdf': 'BRS-AUD-2026-0001',
    '/api/v1/periods/{period}': '2025-05',
    '/api/v1/periods/{period}/checklist': '2025-05',
    '/api/v1/edit-logs/{period}': '2025',
    '/api/v1/documents/{number}/proof': 'BRS-2025-0002',
    '/api/v1/agreements/{number}/room': 'CRA-2025-002',
    '/api/v1/charges/{id}/room': 'WAITS',
    '/api/v1/sent-trips/{key}': 'a-trip-that-was-sent',
    '/api/v1/bienniums/{biennium}/totals': '2024-2025',
    '/api/v1/bienniums/{biennium}/meetings': '2024-2025',
    '/api/v1/bienniums/{biennium}/two-books': '2024-2025',
    '/api/v1/bienniums/{biennium}/completeness': '2024-2025',
    '/api/v1/bienniums/{biennium}/trial-balance': '2024-2025',
    '/api/v1/bienniums/{biennium}/audit': '2024-2025',
    '/api/v1/bienniums/{biennium}/bundle': '2024-2025',
  };
  /** What an operation cannot do without, after its address. */
  const asks: Readonly<Record<string, string>> = {
    '/api/v1/invoices/pdf': '?numbers=BRS-2025-0002',
    '/api/v1/invoices/zip': '?numbers=BRS-2025-0002',
  };

  it('answers what it declares, over the whole sample', async () => {
    const netting = { biennium: '2024-2025', with: 'MINAMATA', asAt: '2026-02-10' };
    await api.post('/api/v1/netting-statements', netting, { by: 'BRS.finance' });
    await api.post('/api/v1/bienniums/2024-2025/audit-reports', {}, { by: 'BRS.finance' });
    const voucher = { method: 'JOURNAL_VOUCHER', externalNumber: 'JV-1', valueOn: '2026-02-10' };
    const settled = { ...voucher, documents: ['MINAMATA-2025-0001'] };
    const settlement = await api.post('/api/v1/settlements', settled, { by: 'BRS.finance' });
    const approval = `/api/v1/settlements/${settlement.body.id as string}/approval`;
    await api.post(approval, {}, { by: 'BRS.approving', seen: '"1"' });
    const other = { ...voucher, externalNumber: 'JV-2', documents: ['BRS-2025-0002'] }; // waits
    await api.post('/api/v1/settlements', other, { by: 'MINAMATA.finance' });
    const coding = { fundCentre: '11207', reason: 'letter of the budget section' };
    await api.post('/api/v1/trust-funds/BC/codings', coding, { by: 'BRS.approving' });
    await invited(api, 'BRS.auditor');
    const lost = { reason: 'the telephone is lost' };
    await api.post('/api/v1/people/BRS.auditor/renewals', lost, { by: 'BRS.administrator' });
    const log = await openedLog(api.books);
    await log.sealAll();
    await log.close();
    await api.send({
      ...{ method: 'POST', path: '/api/v1/keys', payload: '{"days":1}' },
      headers: { [actingAs]: 'BRS.finance', 'content-type': 'application/json' },
    });
    const file = await api.send({
      method: 'POST',
      path: '/api/v1/charges/T-02/evidence',
      headers: { [actingAs]: 'BRS.finance', 'content-type': 'text/plain', 'idempotency-key': 'evidence-of-T-02' },
      payload: 'boarding passes\n',
    });
    const page = { agreement: 'CRA-2025-002', item: 'DOC-PAG', quantity: '1', deliveredOn: '2025-11-07' };
    await api.post('/api/v1/charges', { id: 'WAITS', ...page }, { by: 'BRS.finance' });
    const refused = tripBody({ id: 'SENT', agreement: 'CRA-2099-001' });
    await api.post('/api/v1/charges/trips', refused, { by: 'BRS.finance', key: 'a-trip-that-was-sent' });
    // An identity provider is there for test/api/open-id.spec.ts alone.
    const reading = operations.filter(
      ({ method, path }) => method === 'GET' && !path.startsWith('/api/v1/sign-in/oidc'),
    );
    const { traveller } = (await api.get('/api/v1/charges/T-02')).body as { traveller: string };
    for (const { path } of reading) {
      const address = path
        .replace('{reference}', traveller)
        .replace('{evidence}', String(file.body.id))
        .replace('settlements/{number}', `settlements/${String(settlement.body.id)}`)
        .replace(/\{[^}]*\}/, named[path] ?? 'NOT-NAMED-ABOVE');
      const by = { [actingAs]: path === '/api/v1/renewals' ? 'BRS.approving' : 'BRS.finance' };
      const answer = await api.get(`${address}${asks[path] ?? ''}`, by); // held against the contract on the way
      expect({ path, status: answer.status }).toEqual({ path, status: 200 });
      if (answer.body?.items !== undefined)
        expect({ path, rows: answer.body.items.length > 0 }).toEqual({ path, rows: true });
    }
    expect((await api.get('/api/v1/charges?limit=200')).body.items).toHaveLength(20 + 1);
  });
});

describe('whatever is sent', () => {
  it('is answered with a status, a type and a body that are declared, and never with a 500', async () => {
    const statuses = new Set<number>();
    // Whoever is signed out by one of them could ask nothing more: those come last.
    const last = operations.toSorted(
      (one, other) => Number(isAboutSessions(one.path)) - Number(isAboutSessions(other.path)),
    );
    for (const { method, path, operation } of last) {
      await fc.assert(
        fc.asyncProperty(requestsFor(document, path, operation), async (request) => {
          const answer = await api.send({ method, ...request });
          statuses.add(answer.status);
          api.contract.checkOperation({ method, path, operation }, answer);
        }),
        { seed: 20251107, numRuns: isAboutSessions(path) ? 10 : 30, endOnFailure: true },
      );
    }
    expect([...statuses].sort()).toEqual(expect.arrayContaining([200, 400, 401, 403, 404, 409, 422]));
  }, 180_000);
});
