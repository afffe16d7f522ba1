import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { withClient } from './with-client.ts';

/** What such a connection is called in pg_stat_activity: nobody keeps books by it. */
const administering = 'recoup administration';

/** Creates a database unless it is there; two processes at once are both content. */
export async function createDatabaseIfAbsent(server: pg.ClientConfig, name: string): Promise<void> {
  const found = await onServer(server, (client) => client.query('select from pg_database where datname = $1', [name]));
  if (found.rowCount === 0) await createDatabase(server, name);
}

export async function createDatabase(server: pg.ClientConfig, name: string): Promise<void> {
  try {
    await onServer(server, (client) => client.query(`create database ${pg.escapeIdentifier(name)}`));
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '42501') throw new MayNotCreateDatabases();
    if (code !== '42P04') throw error; // another process created it in between
  }
}

/** Drops a database, whoever is connected to it. */
export async function dropDatabase(server: pg.ClientConfig, name: string): Promise<void> {
  await onServer(server, (client) => client.query(`drop database ${pg.escapeIdentifier(name)} with (force)`));
}

/**
 * True where another program has a connection to this server: then it is not ours to stop. `ours`: how the names of our own
 * connections begin, some of which may be at work still.
 */
export function othersAreConnected(server: pg.ClientConfig, ours: readonly string[]): Promise<boolean> {
  return onServer(server, async (client) => {
    for (;;) {
      const { rows } = await client.query<{ isLetIn: boolean }>(
        `select usename is not null as "isLetIn" from pg_stat_activity
         where backend_type = 'client backend' and pid <> pg_backend_pid()
           and not exists (select from unnest($1::text[]) as name where starts_with(application_name, name))`,
        [[...ours, administering]],
      );
      if (rows.every(({ isLetIn }) => isLetIn)) return rows.length > 0;
      await pause(10); // one that is not let in yet has no name; it may be ours
    }
  });
}

function onServer<T>(server: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient({ ...server, application_name: administering }, work);
}

export class MayNotCreateDatabases extends Error {
  constructor() {
    super(
      'This login may not create databases, and a replay needs one of its own for a moment: set RECOUP_MIGRATOR_URL to one that ' +
        'may create databases and roles, or leave DATABASE_URL out and the replay runs on an embedded PostgreSQL.',
    );
  }
}
