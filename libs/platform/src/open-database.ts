import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDatabase, createDatabaseIfAbsent, dropDatabase, othersAreConnected } from './administer.ts';
import { dataSource, type DataSourceOptions } from './data-source.ts';
import {
  type Engine,
  type EngineOptions,
  startEngine,
  watchEngine,
  type WatchedEngine,
  withThrowAwayEngine,
} from './engine/index.ts';

export interface OpenOptions extends Omit<DataSourceOptions, 'connection'> {
  /** The address of a PostgreSQL, or undefined for the embedded one. */
  readonly url: string | undefined;
  /** Where the embedded engine keeps its data. */
  readonly folder: string;
  /** True for the server: it takes over an engine whose owner died, starts it again when it dies, and stops it at the end. */
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
  const engineOptions: EngineOptions = {
    folder: options.folder,
    durable: true,
    adopt: options.adopt,
    onProgress: options.onProgress,
  };
  const engine = await startEngine(engineOptions);
  try {
    await createDatabaseIfAbsent(engine.connection, embeddedDatabase);
    const db = await migrated({ ...options, connection: { ...engine.connection, database: embeddedDatabase } });
    // The server outlives its engine: what kills PostgreSQL must not keep the books shut until somebody comes.
    const watched: WatchedEngine | null = options.adopt ? watchEngine(engine, engineOptions) : null;
    const close = async (): Promise<void> => {
      await watched?.leave();
      await db.destroy();
      await leaveEngine(options, watched?.current() ?? engine);
    };
    return { db, version: engine.version, embedded: true, close };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

/**
 * The last one out stops the engine. A command that started it leaves it to a server that has come meanwhile; and a server
 * that had joined a command's engine stops it in the end, for its owner is gone by then.
 */
async function leaveEngine(options: OpenOptions, engine: Engine): Promise<void> {
  if (options.adopt) {
    const ours = engine.ownerProcessId === process.pid;
    const last = ours ? engine : await startEngine({ folder: options.folder, durable: true, adopt: true });
    await last.stop();
  } else if (!(await othersAreConnected(engine.connection))) {
    await engine.stop();
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
      await refuseNewerDatabase(db);
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

/** A database that knows more than this program is not served by it. Errors: DatabaseIsNewer. */
async function refuseNewerDatabase(db: DataSource): Promise<void> {
  const [found] = await db.query<{ exists: boolean }[]>(`select to_regclass('public.migration') is not null as exists`);
  if (found?.exists !== true) return;
  const known = db.migrations.map(({ name, constructor }) => name ?? constructor.name);
  const newer = await db.query<{ name: string }[]>('select name from public.migration where name <> all($1)', [known]);
  if (newer[0] !== undefined) throw new DatabaseIsNewer(newer[0].name);
}

export class DatabaseIsNewer extends Error {
  constructor(migration: string) {
    super(
      `This database was migrated by a newer version of Recoup (${migration}). Start that version; nothing was touched.`,
    );
  }
}

async function versionOf(db: DataSource): Promise<string> {
  const [row] = await db.query<{ server_version: string }[]>('show server_version');
  return `PostgreSQL ${row?.server_version ?? ''}`;
}
