import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { type Database, roles, ServerRunsAlready, takeServerLock } from '#platform';
import { freshBooks, type FreshBooks } from '../support/fresh-books.ts';
import { sessionAs } from '../support/sessions.ts';

/** The connection that holds the lock ends, as it does when the database is killed. */
const cut = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and application_name like 'recoup server, process %'`;

describe('the lock of the one server', () => {
  let books: FreshBooks;
  let other: Database;
  let administrator: Database; // the server's own role may end no session
  beforeAll(async () => {
    books = await freshBooks();
    other = await sessionAs(roles.app, books.url);
    administrator = await sessionAs('none', books.url);
  });
  afterAll(async () => {
    await other.destroy();
    await administrator.destroy();
    await books.close();
  });

  const taken = async (): Promise<boolean> => {
    const [row] = await books.db.query<{ taken: boolean }[]>(
      `select exists (select from pg_locks where locktype = 'advisory' and granted
         and database = (select oid from pg_database where datname = current_database())) as taken`,
    );
    return row?.taken === true;
  };
  const waiting = async (): Promise<number> => {
    const rows = await books.db.query<unknown[]>(
      `select from pg_locks where locktype = 'advisory' and not granted
         and database = (select oid from pg_database where datname = current_database())`,
    );
    return rows.length;
  };
  const never = (): void => {
    throw new Error('nobody else is there');
  };

  it('is refused to a second one, with the process that has it', async () => {
    const release = await takeServerLock(books.db, never);
    await expect(takeServerLock(other, never)).rejects.toThrow(`process ${process.pid}`);
    await release();
    expect(await taken()).toBe(false);
  });

  it('is taken again where the database has ended the connection that held it', async () => {
    const release = await takeServerLock(books.db, never);
    await administrator.query(cut);
    while (!(await taken())) await pause(10);
    await expect(takeServerLock(other, never)).rejects.toBeInstanceOf(ServerRunsAlready);
    await release();
    expect(await taken()).toBe(false);
  });

  it('that another server has taken meanwhile is lost, and its loser is told', async () => {
    let tell: (error: Error) => void = () => undefined;
    const told = new Promise<Error>((resolve) => (tell = resolve));
    const release = await takeServerLock(books.db, tell);
    const rival = other.createQueryRunner();
    // It stands in line before the connection is cut, so that the loser cannot be quicker and take it again.
    const taking = rival.query(`select pg_advisory_lock(hashtext('recoup server'))`);
    while ((await waiting()) === 0) await pause(10);
    await administrator.query(cut);
    await taking;
    expect(await told).toBeInstanceOf(ServerRunsAlready);
    await release();
    await rival.query(`select pg_advisory_unlock(hashtext('recoup server'))`);
    await rival.release();
  });
});
