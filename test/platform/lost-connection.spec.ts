import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { Client } from 'pg';
import { inTransaction, isStorageFull, isUnreachable, type Tx } from '#platform';
import { freshBooks, type FreshBooks } from '../support/fresh-books.ts';

describe('a transaction whose connection the database ends', () => {
  let books: FreshBooks;
  beforeAll(async () => {
    books = await freshBooks();
  });
  afterAll(() => books.close());

  const endConnectionOf = async (tx: Tx): Promise<void> => {
    const client = (await tx.queryRunner?.connect()) as Client;
    const ended = once(client, 'end');
    const [row] = await tx.query<{ id: number }[]>('select pg_backend_pid() as id');
    await books.db.query('select pg_terminate_backend($1)', [row?.id]);
    await ended;
  };

  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    ['by a statement', (tx) => tx.query('select 1')],
    ['by a statement of its own connection', (tx) => tx.queryRunner?.query('select 1') ?? Promise.resolve()],
    ['while it waits', (tx) => tx.query('select pg_terminate_backend(pg_backend_pid())')],
  ])('has lost its database, and says so when that is found out %s', async (_, finds) => {
    const failed = await inTransaction(books.db, async (tx) => {
      if (!String(finds).includes('pg_terminate')) await endConnectionOf(tx);
      await finds(tx);
    }).catch((error: unknown) => error);
    expect(isUnreachable(failed)).toBe(true);
  });

  it('is not what a fault of the program is taken for', async () => {
    const failed = await inTransaction(books.db, (tx) => tx.query('select 1 / 0')).catch((error: unknown) => error);
    expect(isUnreachable(failed)).toBe(false);
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
