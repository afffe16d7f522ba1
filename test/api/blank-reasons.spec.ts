import { showsSomething } from '#kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import { apiOver, type ApiUnderTest } from './api-under-test.ts';
import { chargeBody, done, signedAgreement } from './bodies.ts';
import { expectRefused } from './refusal.ts';

const blanks = [' \t ', '  ', '\u200b', '\u00a0\u3164', '\u2800'];

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiOver('references');
  await signedAgreement(api);
  await done(201, api.post('/api/v1/charges', chargeBody({ id: 'A1' }), { by: 'MINAMATA.finance' }));
}, 60_000);
afterAll(() => api.close());

describe('a reason', () => {
  const limit = { amount: '900000.00', currency: 'USD' };
  const designation = { person: 'BRS.finance', duty: 'AUDITOR', validFrom: '2026-01-01', validTo: '2026-12-31' };
  const id = '019a0000-0000-7000-8000-00000000000a';
  const places: [pointer: string, path: string, by: string, fields?: object][] = [
    ['/reason', '/charges/A1/return', 'BRS.finance'],
    ['/answer', '/charges/A1/resubmission', 'MINAMATA.finance'],
    ['/reason', '/charges/A1/withdrawal', 'MINAMATA.finance'],
    ['/reason', '/charges/A1/reversal', 'MINAMATA.finance'],
    ['/reason', '/charges/A1/reversal/refusal', 'MINAMATA.finance'],
    ['/reason', '/people/BRS.finance/account/disabling', 'BRS.administrator'],
    ['/reason', '/trust-funds/BC/cash-limits', 'BRS.finance', { limit }],
    ['/reason', '/travellers/TR-7Q2MK3XD9F/disclosures', 'BRS.finance'],
    ['/reason', '/designations', 'BRS.administrator', designation],
    ['/reason', `/designations/${id}/end`, 'BRS.administrator'],
  ];

  it.each(places)('shows something at %s of POST %s', async (pointer, path, by, fields = {}) => {
    for (const blank of blanks) {
      const body = { ...fields, [pointer.slice(1)]: blank };
      const { body: problem } = await expectRefused(api, { status: 400, code: 'INVALID_BODY', pointer }, () =>
        api.post(`/api/v1${path}`, body, { by }),
      );
      expect(problem.errors).toEqual([
        { pointer, code: 'REASON_MISSING', detail: expect.stringMatching(/say why, in words that are seen/) },
      ]);
    }
  });

  it('is checked in one way wherever a request gives one', () => {
    const storage = getMetadataStorage();
    const checked = [...reasons().entries()].map(([named, target]) => {
      const [, property = ''] = named.split('.');
      const checks = storage
        .getTargetValidationMetadatas(target, '', true, false)
        .filter(({ propertyName }) => propertyName === property);
      return [named, checks.some(({ name }) => name === 'reasonMissing')] as const;
    });
    expect(checked.length).toBeGreaterThan(10);
    expect(checked.filter(([, holds]) => !holds)).toEqual([]);
  });

  it('shows something to the database where it does to the kernel, for every character', async () => {
    const every = Array.from({ length: 0x10ffff }, (_, before) => before + 1).filter(
      (one) => one < 0xd800 || one > 0xdfff,
    );
    const rows = await api.books.db.query<{ form: string }[]>(
      `select substring(pg_get_constraintdef(oid) from '''(.*)''') as form from pg_constraint where conname = 'audit_event_says_why'`,
    );
    const shown = await api.books.db.query<{ one: number }[]>(
      'select one from unnest($1::integer[]) one where chr(one) !~ $2',
      [every, rows[0]?.form],
    );
    expect(shown.map(({ one }) => one)).toEqual(every.filter((one) => !showsSomething(String.fromCodePoint(one))));
  });
});

type Target = Parameters<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[0];

function reasons(): Map<string, Target> {
  const found = new Map<string, Target>();
  const all = (getMetadataStorage() as unknown as { validationMetadatas: Map<Target, { propertyName: string }[]> })
    .validationMetadatas;
  for (const [target, checks] of all) {
    for (const { propertyName } of checks) {
      if (/^(reason|answer|adjustmentReason)$/.test(propertyName)) found.set(`${target.name}.${propertyName}`, target);
    }
  }
  return found;
}
