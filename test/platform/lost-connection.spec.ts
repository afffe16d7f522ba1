import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { type Database, inTransaction, isStorageFull, isUnreachable, type Tx } from '#platform';
import { withClient } from '../../libs/platform/src/with-client.ts';
import { freshBooks, type FreshBooks } from '../support/fresh-books.ts';
import { sessionAs } from '../support/sessions.ts';

describe('a transaction whose connection the database ends', () => {
  let books: FreshBooks;
  let administrator: Database; // the server's own role may end no session
  beforeAll(async () => {
    books = await freshBooks();
    administrator = await sessionAs('none', books.url);
  });
  afterAll(async () => {
    await administrator.destroy();
    await books.close();
  });

  const endConnectionOf = async (tx: Tx): Promise<void> => {
    const client = (await tx.queryRunner?.connect()) as Client;
    const ended = new Promise((resolve) => client.once('end', resolve));
    const [row] = await tx.query<{ id: number }[]>('select pg_backend_pid() as id');
    await administrator.query('select pg_terminate_backend($1)', [row?.id]);
    await ended;
  };

  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    ['by a statement', (tx) => tx.query('select 1')],
    ['by a statement of its own connection', (tx) => tx.queryRunner?.query('select 1') ?? Promise.resolve()],
    ['while it waits', (tx) => tx.query('select pg_terminate_backend(pg_backend_pid())')],
  ])('has lost its database, and says so when that is found out %s', async (_, finds) => {
    const failed = await inTransaction(administrator, async (tx) => {
      if (!String(finds).includes('pg_terminate')) await endConnectionOf(tx);
      await finds(tx);
    }).catch((error: unknown) => error);
    expect(isUnreachable(failed)).toBe(true);
  });

  it('is of its own beside the pool, and asks nothing while it ends: the next question says so, and nothing else happens', async () => {
    const failed = await withClient({ connectionString: books.url }, async (client) => {
      const { rows } = await client.query<{ id: number }>('select pg_backend_pid() as id');
      const ended = new Promise((resolve) => client.once('end', resolve));
      await administrator.query('select pg_terminate_backend($1)', [rows[0]?.id]);
      await ended;
      await client.query('select 1');
    }).catch((error: unknown) => error);
    expect(failed).toMatchObject({ message: expect.stringMatching(/not queryable|terminat/) });
  });

  it('is not what a fault of the program is taken for', async () => {
    const failed = await inTransaction(books.db, (tx) => tx.query('select 1 / 0')).catch((error: unknown) => error);
    expect(isUnreachable(failed)).toBe(false);
  });

  it.each([
    ['a fault', '22012', 'select 1 / 0'],
    ['a full disk', '53100', `do $$ begin raise exception 'no room' using errcode = '53100'; end $$`],
  ])('sent with others fails as the first of them did, whoever is heard first: %s', async (_, code, sql) => {
    const slowlyTold = async (tx: Tx): Promise<void> => {
      await tx.query(sql).catch(async (error: unknown) => {
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
        throw error;
      });
    };
    const failed = await inTransaction(books.db, (tx) => Promise.all([slowlyTold(tx), tx.query('select 1')])).catch(
      (error: unknown) => error,
    );
    expect(failed).toMatchObject({ driverError: { code } });
  });

  it('is told from a disk that is full, which is told from everything else', async () => {
    const failing = (code: string): Promise<unknown> =>
      inTransaction(books.db, (tx) =>
        tx.query(`do $$ begin raise exception 'no room' using errcode = '${code}'; end $$`),
      ).catch((error: unknown) => error);
    const full = await failing('53100');
    expect([isStorageFull(full), isUnreachable(full)]).toEqual([true, false]);
    expect(isStorageFull(await failing('53200'))).toBe(false);
  });
});
