import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDatabase, createDatabaseIfAbsent, dropDatabase, othersAreConnected } from './administer.ts';
import { type Connection, dataSource, type DataSourceOptions } from './data-source.ts';
import {
  type ArchiveWish,
  cutShort,
  type Engine,
  type EngineOptions,
  startEngine,
  toClearUp,
  watchEngine,
  type WatchedEngine,
  withThrowAwayEngine,
} from './engine/index.ts';
import {
  ActsAsAnother,
  DatabaseIsNewer,
  type DatabaseNotFit,
  expectedRights,
  LoginTooPowerful,
  migrate,
  namesOf,
  needsPreparing,
  prepareDatabase,
  preparing,
  readDatabase,
  type Rights,
  roles,
  RolesAreMissing,
  SealerIsMissing,
  TransactionsAhead,
  transactionsAhead,
  unfitness,
  warningAbout,
} from './roles/index.ts';

export interface OpenOptions extends Omit<DataSourceOptions, 'connection' | 'role'> {
  /** The address of a PostgreSQL, or undefined for the embedded one. The login has the rights of the app role. */
  readonly url: string | undefined;
  /** The same database by a login that may migrate it; without one, `url` is tried, outside production. */
  readonly migratorUrl: string | undefined;
  /** The same database by the login of the sealer; without one, `url` is tried, outside production. */
  readonly sealerUrl: string | undefined;
  /** True: a login with more than the app's rights is refused, and nothing is migrated on the way. Not for the embedded one. */
  readonly production: boolean;
  /** Who may do what in the tables that the migrations make. */
  readonly rights: Rights;
  /** Where the embedded engine keeps its data. */
  readonly folder: string;
  /** Where the embedded engine's log is archived: a target, "off", or undefined for where it was archived before. */
  readonly archive: ArchiveWish;
  /** True for the server: it takes over an engine whose owner died, starts it again when it dies, and stops it at the end. */
  readonly adopt: boolean;
  readonly onProgress: (sentence: string) => void;
  /** Told what is no fault yet; where absent, onProgress is. */
  readonly onWarning?: (sentence: string) => void;
}

export interface OpenDatabase {
  readonly db: DataSource;
  readonly version: string; // "PostgreSQL 18.4"
  readonly embedded: boolean;
  /** The same books as the one who seals them and does nothing else; whoever asks closes it. */
  sealer(): Promise<DataSource>;
  close(): Promise<void>;
}

export const embeddedDatabase = 'recoup';

/** What the server's pool is; the doctor looks at the same. */
export const serverPool = { poolSize: 20, statementTimeoutMs: 60_000 } as const;

/**
 * Connects to the books' database as the app role, starting the embedded engine where no address is given. The embedded
 * database is made and migrated on the way, and another one outside production, where a login may.
 * Errors: DatabaseNotFit, EngineProblem.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  if (options.url !== undefined) {
    const ways = waysTo(options.url, options);
    const { db, version } = await opened(options, ways);
    return { db, version, embedded: false, sealer: () => sealerOf(options, ways), close: () => db.destroy() };
  }
  const engineOptions: EngineOptions = {
    folder: options.folder,
    durable: true,
    adopt: options.adopt,
    archive: options.archive,
    onProgress: options.onProgress,
  };
  const starting = startEngine(engineOptions);
  let watched: WatchedEngine | null = null;
  const leave = toClearUp(async () => {
    await watched?.leave();
    await leaveEngine(options, watched?.current() ?? (await starting));
  });
  try {
    const engine = await starting;
    const ways = waysInto(engine);
    const { db, version } = await opened(options, ways);
    cutShort.throwIfAborted(); // nobody may start again what is being stopped
    // The server outlives its engine: what kills PostgreSQL must not keep the books shut until somebody comes.
    watched = options.adopt ? watchEngine(engine, engineOptions) : null;
    const close = async (): Promise<void> => {
      await watched?.leave();
      await db.destroy();
      await leave();
    };
    return { db, version, embedded: true, sealer: () => sealerOf(options, ways), close };
  } catch (error) {
    await leave().catch(() => undefined); // why it could not be opened matters more
    throw error;
  }
}

/**
 * What an operator does before a new version starts, production or not: migrations and rights, and with `prepare` the roles
 * and the ownership first. Answers how many migrations ran. The embedded database is made fit whenever it is opened.
 * Errors: MayNotPrepare, DatabaseIsNewer.
 */
export async function makeFit(url: string, options: Pick<OpenOptions, MigrationOptions>, how: { prepare: boolean }) {
  if (how.prepare) await prepareDatabase({ connectionString: url });
  return { migrations: await migrateBy(url, options) };
}

/** How the database is reached as whom. */
export interface Ways {
  readonly app: Connection;
  readonly migrator: Connection;
  readonly sealer: Connection;
  readonly embedded: boolean;
  /** Makes the roles and hands them what there is. */
  prepare(): Promise<void>;
}

export function waysInto(engine: Engine): Ways {
  const server = engine.connection;
  const here = { ...server, database: embeddedDatabase };
  return {
    app: { ...engine.loginOf(roles.app), database: embeddedDatabase },
    migrator: { ...engine.loginOf(roles.migrator), database: embeddedDatabase },
    sealer: { ...engine.loginOf(roles.sealer), database: embeddedDatabase },
    embedded: true,
    prepare: async () => {
      await createDatabaseIfAbsent(server, embeddedDatabase);
      await prepareDatabase(here, engine.passwords);
    },
  };
}

export function waysTo(
  url: string,
  { migratorUrl = url, sealerUrl = url }: Pick<OpenOptions, 'migratorUrl' | 'sealerUrl'>,
): Ways {
  return {
    app: url,
    migrator: migratorUrl,
    sealer: sealerUrl,
    embedded: false,
    prepare: () => prepareDatabase({ connectionString: migratorUrl }),
  };
}

/** Errors: SealerIsMissing, and those of connecting. */
async function sealerOf(options: OpenOptions, { sealer }: Ways): Promise<DataSource> {
  const own = {
    connection: sealer,
    role: roles.sealer,
    poolSize: 2,
    applicationName: `${options.applicationName}, sealing`,
  };
  try {
    return await dataSource({ ...options, ...own, statementTimeoutMs: 0 }).initialize();
  } catch (error) {
    if ((error as { code?: string }).code === '42501') throw new SealerIsMissing({ cause: error });
    throw error;
  }
}

/** One connection and three questions where all is as it should be, which is nearly always. */
async function opened(options: OpenOptions, ways: Ways): Promise<{ db: DataSource; version: string }> {
  const app = { ...options, connection: ways.app, role: roles.app };
  const mayMend = ways.embedded || !options.production;
  const first = await ifLetIn(app, ways);
  let prepared = false;
  if (first !== null) {
    const { version, reason, needsPreparing } = await look(first, options, ways);
    if (reason === null) return { db: first, version };
    await first.destroy();
    if (reason instanceof DatabaseIsNewer || !mayMend) throw reason;
    prepared = !needsPreparing;
  } else if (!mayMend) throw new RolesAreMissing();
  if (!prepared) await ways.prepare();
  await migrateBy(ways.migrator, options);
  const db = await dataSource(app).initialize();
  const { version, reason } = await look(db, options, ways);
  if (reason === null) return { db, version };
  await db.destroy();
  throw reason;
}

/**
 * Null where the roles, or the embedded database, are not there yet, or a restored engine knows other passwords than the
 * files beside it. A wrong password of a server elsewhere is the operator's to mend.
 */
async function ifLetIn(options: DataSourceOptions, { embedded }: Ways): Promise<DataSource | null> {
  try {
    return await dataSource(options).initialize();
  } catch (error) {
    const unprepared = ['22023', '42501', ...(embedded ? ['28P01', '28000', '3D000'] : [])];
    if (unprepared.includes((error as { code?: string }).code ?? '')) return null;
    throw error;
  }
}

/** Errors: ActsAsAnother; LoginTooPowerful, in production. */
async function look(
  db: DataSource,
  options: OpenOptions,
  { embedded }: Ways,
): Promise<{ version: string; reason: DatabaseNotFit | null; needsPreparing: boolean }> {
  const found = await readDatabase(db);
  if (found.login.actsAs !== roles.app) {
    await db.destroy();
    throw new ActsAsAnother(found.login);
  }
  if (!embedded) {
    const warning = warningAbout(found.login);
    if (warning !== null && options.production) {
      await db.destroy();
      throw new LoginTooPowerful(found.login);
    }
    if (warning !== null) (options.onWarning ?? options.onProgress)(warning);
  }
  const version = `PostgreSQL ${found.version}`;
  const rights = expectedRights(options.rights);
  const reason = unfitness(found, { migrations: namesOf(db), rights });
  if (reason !== null) return { version, reason, needsPreparing: needsPreparing(found.rights, rights) };
  const ahead = await transactionsAhead(db);
  return { version, reason: ahead === 0 ? null : new TransactionsAhead(ahead), needsPreparing: ahead > 0 };
}

async function migrateBy(connection: Connection, options: Pick<OpenOptions, MigrationOptions>): Promise<number> {
  const { entities, migrations, applicationName, rights } = options;
  const owner = { entities, migrations, applicationName, connection, role: roles.owner, poolSize: 1 };
  const db = await dataSource({ ...owner, statementTimeoutMs: 0 }).initialize();
  try {
    return await migrate(db, rights);
  } finally {
    await db.destroy();
  }
}

type MigrationOptions = 'entities' | 'migrations' | 'applicationName' | 'rights';

/**
 * The last one out stops the engine. A command that started it leaves it to a server that has come meanwhile; and a server
 * that had joined a command's engine stops it in the end, for its owner is gone by then.
 */
export async function leaveEngine(
  options: Pick<OpenOptions, 'adopt' | 'folder' | 'applicationName'> & Partial<Pick<OpenOptions, 'archive'>>,
  engine: Engine,
): Promise<void> {
  if (options.adopt) {
    const ours = engine.ownerProcessId === process.pid;
    const { folder, archive } = options;
    const last = ours ? engine : await startEngine({ folder, durable: true, adopt: true, archive });
    await last.stop();
  } else if (!(await othersAreConnected(engine.connection, [options.applicationName, preparing]))) {
    await engine.stop();
  }
}

/**
 * Empty, migrated books that are gone afterwards, kept as the app role like all others: on the server of `url`, or on an
 * embedded engine of their own.
 */
export async function withThrowAwayDatabase<T>(
  options: Pick<OpenOptions, 'url' | 'migratorUrl' | MigrationOptions>,
  work: (db: DataSource) => Promise<T>,
): Promise<T> {
  const open = { ...options, poolSize: 4, statementTimeoutMs: 0, role: roles.app };
  if (options.url === undefined) {
    return withThrowAwayEngine(async ({ connection }) => {
      await prepareDatabase(connection);
      await migrateBy(connection, options);
      const db = await dataSource({ ...open, connection }).initialize();
      try {
        return await work(db);
      } finally {
        await db.destroy();
      }
    });
  }
  const name = `recoup_throw_away_${randomBytes(6).toString('hex')}`;
  const { url, migratorUrl = url } = options;
  const server = { connectionString: migratorUrl };
  const there = (address: string): string => {
    const renamed = new URL(address);
    renamed.pathname = `/${name}`;
    return renamed.toString();
  };
  const creating = createDatabase(server, name);
  const drop = toClearUp(() => creating.then(() => dropDatabase(server, name)));
  try {
    await creating;
    await prepareDatabase({ connectionString: there(migratorUrl) });
    await migrateBy(there(migratorUrl), options);
    const db = await dataSource({ ...open, connection: there(url) }).initialize();
    try {
      return await work(db);
    } finally {
      await db.destroy();
    }
  } finally {
    await drop();
  }
}
