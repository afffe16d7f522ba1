import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { forgetOldKeys, inTransaction, type Tx } from '#platform';
import { freshBooks, type FreshBooks } from '../support/fresh-books.ts';
import { constraintAgainst } from '../support/nothing-written.ts';
import { tried } from '../support/sessions.ts';

jest.setTimeout(60_000); // a database of its own

let books: FreshBooks;
beforeAll(async () => {
  books = await freshBooks();
});
afterAll(() => books.close());

const refusedBy = (statement: string): Promise<string> =>
  constraintAgainst(books.owner, (tx: Tx) => tx.query(statement));

async function answered(key: string, createdAt = 'now()'): Promise<void> {
  await books.owner.query(
    `insert into platform.request_key (person, key, operation, request_sha256, status, body, created_at)
     values ('BRS.finance', '${key}', 'POST /charges', '\\x00', 201, '{}', ${createdAt})`,
  );
}

describe('what a secretariat says of how it is paid', () => {
  it.each([
    ['nothing of how', 'settlement_method', `''`, 'secretariat_says_how_it_is_paid'],
    ['nothing of the means', 'payment_means_code', `''`, 'secretariat_says_how_it_is_paid'],
    ['a term that ended before the issue', 'payment_term_days', '-1', 'secretariat_payment_term'],
    ['a term of years', 'payment_term_days', '367', 'secretariat_payment_term'],
    ['no tax and no reason', 'vat_reason', `''`, 'secretariat_says_why_no_tax'],
    ['no category of tax', 'vat_category', `''`, 'secretariat_says_why_no_tax'],
  ])('cannot be %s', async (_, column, value, constraint) => {
    const insert = `insert into identity.secretariat (code, name, address, ${column}) values ('OZONE', 'Ozone', '{}', ${value})`;
    expect(await refusedBy(insert)).toBe(constraint);
  });
});

describe('what a request was answered', () => {
  beforeAll(() => answered('answered-0001'));

  it.each([
    ['changed', `update platform.request_key set body = '{"state":"CERTIFIED"}' where key = 'answered-0001'`],
    ['taken back', `update platform.request_key set status = null, body = null where key = 'answered-0001'`],
    [
      'given to another request',
      `update platform.request_key set request_sha256 = '\\x01' where key = 'answered-0001'`,
    ],
    ['deleted', `delete from platform.request_key where key = 'answered-0001'`],
  ])('cannot be %s', async (_, statement) => {
    expect(await refusedBy(statement)).toBe('request_key_answer_stands');
  });

  it('cannot be emptied', async () => {
    expect(await refusedBy('truncate platform.request_key')).toBe('request_key_is_not_emptied');
  });

  it.each([
    ['a status without a body', '200, null', 'request_key_answered_whole'],
    ['a fault of ours, which is no answer', `500, '{}'`, 'request_key_status_is_http'],
  ])('cannot be %s', async (_, answer, constraint) => {
    const insert = `insert into platform.request_key (person, key, operation, request_sha256, status, body)
      values ('BRS.finance', 'answered-0002', 'POST /charges', '\\x00', ${answer})`;
    expect(await refusedBy(insert)).toBe(constraint);
  });

  it('is of one request for each key of a person: of two at once the second is refused', async () => {
    const again = `insert into platform.request_key (person, key, operation, request_sha256)
      values ('BRS.finance', 'answered-0001', 'POST /charges', '\\x01')`;
    expect(await refusedBy(again)).toBe('request_key_once');
    expect(await tried(books.owner, again.replace('BRS.finance', 'MINAMATA.finance'))).toBe('done');
  });

  it('is forgotten in the second year after its biennium, and not a day before', async () => {
    const year = new Date().getUTCFullYear();
    const firstYearKept = year % 2 === 0 ? year - 2 : year - 1; // in 2026: 2024, whose biennium ended with 2025
    await answered('kept-000001', `'${firstYearKept}-01-01T00:00:00Z'`);
    await answered('forgotten-1', `'${firstYearKept - 1}-12-31T23:59:59Z'`);
    expect(await inTransaction(books.db, forgetOldKeys)).toBe(1);
    const left = await books.db.query<{ key: string }[]>('select key from platform.request_key order by key');
    expect(left.map(({ key }) => key)).toEqual(['answered-0001', 'kept-000001']);
  });
});
