import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDatabase, createDatabaseIfAbsent, dropDatabase } from './administer.ts';
import { dataSource, type DataSourceOptions } from './data-source.ts';
import { startEngine, withThrowAwayEngine } from './engine/index.ts';

export interface OpenOptions extends Omit<DataSourceOptions, 'connection'> {
  /** The address of a PostgreSQL, or undefined for the embedded one. */
  readonly url: string | undefined;
  /** Where the embedded engine keeps its data. */
  readonly folder: string;
  /** True for the server: it takes over an engine whose owner died, and stops it at the end. */
  readonly adopt: boolean;
  readonly onProgress: (sentence: string) => void;
}

export interface OpenDatabase {
  readonly db: DataSource;
  readonly version: string; // "PostgreSQL 18.4"
  readonly embedded: boolean;
  close(): Promise<void>;
}

const embeddedDatabase = 'recoup';

/** Connects to the books' database, starting the embedded engine where no address is given, and migrates it. */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  if (options.url !== undefined) {
    const db = await migrated({ ...options, connection: options.url });
    return { db, version: await versionOf(db), embedded: false, close: () => db.destroy() };
  }
  const engine = await startEngine({
    folder: options.folder,
    durable: true,
    adopt: options.adopt,
    onProgress: options.onProgress,
  });
  try {
    await createDatabaseIfAbsent(engine.connection, embeddedDatabase);
    const db = await migrated({ ...options, connection: { ...engine.connection, database: embeddedDatabase } });
    const close = async (): Promise<void> => {
      await db.destroy();
      await engine.stop();
    };
    return { db, version: engine.version, embedded: true, close };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

/** Empty, migrated books that are gone afterwards: on the server of `url`, or on an embedded engine of their own. */
export async function withThrowAwayDatabase<T>(
  options: Pick<OpenOptions, 'url' | 'entities' | 'migrations' | 'applicationName'>,
  work: (db: DataSource) => Promise<T>,
): Promise<T> {
  const open = { ...options, poolSize: 4, statementTimeoutMs: 0 };
  if (options.url === undefined) {
    return withThrowAwayEngine(async (engine) => {
      const db = await migrated({ ...open, connection: engine.connection });
      return work(db).finally(() => db.destroy());
    });
  }
  const name = `recoup_throw_away_${randomBytes(6).toString('hex')}`;
  const url = new URL(options.url);
  const server = { connectionString: options.url };
  await createDatabase(server, name);
  try {
    url.pathname = `/${name}`;
    const db = await migrated({ ...open, connection: url.toString() });
    return await work(db).finally(() => db.destroy());
  } finally {
    await dropDatabase(server, name);
  }
}

async function migrated(options: DataSourceOptions): Promise<DataSource> {
  const db = await dataSource(options).initialize();
  try {
    // Two processes that start at once migrate one after the other.
    const runner = db.createQueryRunner();
    try {
      await runner.query(`select pg_advisory_lock(hashtext('recoup migrate'))`);
      await db.runMigrations();
    } finally {
      await runner.query(`select pg_advisory_unlock(hashtext('recoup migrate'))`);
      await runner.release();
    }
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function versionOf(db: DataSource): Promise<string> {
  const [row] = await db.query<{ server_version: string }[]>('show server_version');
  return `PostgreSQL ${row?.server_version ?? ''}`;
}
