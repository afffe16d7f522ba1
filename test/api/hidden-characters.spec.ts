import { IdentityService, PeopleService, Person } from '#identity';
import { today } from '#kernel';
import { inTransaction } from '#platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { agreementBody, chargeBody, done, passThroughBody, signedAgreement, tripBody } from './bodies.ts';
import { expectRefused } from './refusal.ts';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references');
  await signedAgreement(api);
}, 60_000);
afterAll(() => api.close());

const settlement = { documents: ['X'], method: 'BANK_TRANSFER', valueOn: '2026-02-27' };
const person = { code: 'BRS.jd', name: 'Jane Doe', secretariat: 'BRS' };
const ticket = { kind: 'TICKET', currency: 'EUR', amount: '712.00', on: '2025-10-10' };
const night = { first: '2025-10-31', count: 8 };
const allocation = { families: ['DOCUMENTS', 'REGISTRATION'], budgetLines: { BC: 'BC-1-COP17' } };

describe('what somebody calls a thing', () => {
  type Body = (code: string) => object;
  const places: [pointer: string, path: string, body: Body, by?: string][] = [
    ['/id', '/charges', (id) => chargeBody({ id })],
    ['/evidence', '/charges', (evidence) => passThroughBody({ evidence })],
    ['/charges/1/id', '/charges/batches', (id) => ({ charges: [chargeBody(), chargeBody({ id })] })],
    ['/id', '/charges/trips', (id) => tripBody({ id })],
    ['/evidence', '/charges/trips', (evidence) => tripBody({ evidence })],
    ['/party', '/charges/trips', (code) => tripBody({ party: code.slice(-2) })],
    ['/from', '/charges/trips', (from) => tripBody({ from })],
    ['/ticket/0/number', '/charges/trips', (number) => tripBody({ ticket: [{ ...ticket, number }] })],
    ['/nights/0/place', '/charges/trips', (place) => tripBody({ nights: [{ ...night, place }] })],
    ['/number', '/agreements', (number) => agreementBody({ number })],
    ['/mandates', '/agreements', (mandate) => agreementBody({ number: 'NEW', mandates: ['MC-5/19', mandate] })],
    ['/families', '/agreements', (family) => agreementBody({ number: 'NEW', families: [family] })],
    [
      '/clientAllocation/0/budgetLines',
      '/agreements',
      (line) => agreementBody({ number: 'NEW', clientAllocation: [{ ...allocation, budgetLines: { BC: line } }] }),
    ],
    [
      '/clientAllocation/0/budgetLines',
      '/agreements',
      (fund) =>
        agreementBody({ number: 'NEW', clientAllocation: [{ ...allocation, budgetLines: { [fund]: 'BC-1' } }] }),
    ],
    ['/externalNumber', '/settlements', (externalNumber) => ({ ...settlement, externalNumber }), 'BRS.finance'],
    ['/code', '/people', (code) => ({ ...person, code }), 'BRS.administrator'],
    ['/traveller', '/people/BRS.finance/traveller-references', (traveller) => ({ traveller }), 'BRS.administrator'],
  ];

  it.each(places)('holds nothing that is not seen in %s of POST %s', async (...[pointer, path, body, by]) => {
    for (const code of ['A\u202e1', 'A\u200b1', 'A\u31641', 'A\u00a01', 'e\u0301']) {
      const { body: problem } = await expectRefused(api, { status: 400, code: 'INVALID_BODY', pointer }, () =>
        api.post(`/api/v1${path}`, body(code), { by: by ?? 'MINAMATA.finance' }),
      );
      expect(problem.errors).toEqual([
        {
          ...{ pointer, code: 'HIDDEN_CHARACTER' },
          detail: expect.stringMatching(/holds U\+(202E|200B|3164|00A0|0065) ?.*write it anew/),
        },
      ]);
    }
  });

  it.each([
    ...['BRS.jd\u3164', 'BRS.jd\u2800', 'BRS.jd\ufe0f', 'BRS.jd\u{e0100}', 'BRS.j\u034fd', 'BRS.jd\u00a0'],
    ...['BRS.jd ', ' BRS.jd', 'BRS.jd\u2003', 'BRS.jde\u0301'],
  ])('names no second person who reads as the first: %j', async (code) => {
    const { body: problem } = await expectRefused(api, { status: 400, code: 'INVALID_BODY', pointer: '/code' }, () =>
      api.post('/api/v1/people', { ...person, code }, { by: 'BRS.administrator' }),
    );
    expect(problem.errors).toMatchObject([{ pointer: '/code', code: 'HIDDEN_CHARACTER' }]);
    expect(problem.detail).toMatch(/U\+[0-9A-F]{4,5}.*: write it anew.*\. Nothing was written\.$/);
  });

  it('is said of a person in one way: the name is kept in its composed form', async () => {
    const named = { ...person, code: 'BRS.nfc', name: 'Rene\u0301' };
    await done(201, api.post('/api/v1/people', named, { by: 'BRS.administrator' }));
    expect(await api.books.db.query(`select name from identity.person where code = 'BRS.nfc'`)).toEqual([
      { name: 'Ren\u00e9' },
    ]);
  });

  it('is refused of a person who is added from a terminal too', async () => {
    const adding = inTransaction(api.books.db, async (tx) => {
      const by = await api.books.get(IdentityService).officer(tx, 'BRS.administrator', today(api.books.clock));
      await api.books
        .get(PeopleService)
        .addPerson(tx, new Person({ ...person, code: 'BRS.\u200bjd' }), by, api.books.clock);
    });
    await expect(adding).rejects.toMatchObject({ code: 'HIDDEN_CHARACTER', pointer: '/code' });
  });

  it('of the first administrator is none of them either', async () => {
    const wanted = { token: 'x'.repeat(40), code: 'BRS.\u202ehead', name: 'Head', secretariat: 'BRS', password: 'p' };
    const { status, body } = await api.send({
      ...{ method: 'POST', path: '/api/v1/first-administrator', headers: { 'content-type': 'application/json' } },
      payload: JSON.stringify(wanted),
    });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer: '/code', code: 'HIDDEN_CHARACTER' }]);
  });

  it('may be of any script, in letters that are seen: without the joiners that some words of Persian or Malayalam are written with', async () => {
    const persian = chargeBody({ id: 'می\u200cخواهم' });
    await expectRefused(api, { status: 400, code: 'INVALID_BODY', pointer: '/id' }, () =>
      api.post('/api/v1/charges', persian, { by: 'MINAMATA.finance' }),
    );
    for (const id of ['مكتب-12', 'क्ष 7', '會議']) {
      const { body } = await done(
        201,
        api.post('/api/v1/charges', chargeBody({ id, quantity: '0.5' }), { by: 'MINAMATA.finance' }),
      );
      expect(body.id).toBe(id);
    }
  });

  it('is no matter of what is said of it', async () => {
    const note = 'paid \u202e21 eciovni';
    const { body } = await done(
      201,
      api.post('/api/v1/charges', chargeBody({ note, quantity: '0.5' }), { by: 'MINAMATA.finance' }),
    );
    expect(body.note).toBe(note);
  });
});
