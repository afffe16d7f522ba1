import pg from 'pg';
import { AbstractLogger, DataSource, DefaultNamingStrategy, type EntitySchema } from 'typeorm';
import { PreparedClient } from './prepared-client.ts';

// Dates stay text: a Date at midnight would shift by a day with the server's time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

/** Where the books are: a PostgreSQL address ("postgres://..."), or the settings of one. */
export type Connection = string | { host: string; port: number; user: string; password: string; database: string };

export interface DataSourceOptions {
  readonly connection: Connection;
  readonly entities: EntitySchema[];
  readonly migrations: (new () => object)[];
  readonly poolSize: number;
  /** Shown in pg_stat_activity, so that an operator sees who holds a lock. */
  readonly applicationName: string;
  /** How long one statement may take; reports and bulk loads need longer than a request. */
  readonly statementTimeoutMs: number;
  /** Whose rights the session has, whoever logged in; the login must be a member of it. */
  readonly role: string;
  /** For whom each transaction is that does not say so itself: of the command line, and of tests. The server has none. */
  readonly tenant?: string;
}

export function dataSource(options: DataSourceOptions): DataSource {
  const { connection } = options;
  return new DataSource({
    type: 'postgres',
    ...(typeof connection === 'string' ? { url: connection } : { ...connection, username: connection.user }),
    applicationName: options.applicationName,
    entities: options.entities,
    migrations: options.migrations as never,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'all',
    namingStrategy: new SnakeCaseNames(),
    entitySkipConstructor: true,
    synchronize: false,
    logging: false,
    logger: new SilentLogger(),
    poolSize: options.poolSize,
    parseInt8: false,
    extra: { Client: PreparedClient, pipeline: true, options: startupOptions(sessionSettings(options)) },
  });
}

/**
 * What every session of the pool holds from its start: no statement and no lock is waited for without end, and names are
 * looked up where only the owner puts any. Times in milliseconds.
 */
export function sessionSettings({
  statementTimeoutMs,
  role,
  tenant,
}: Pick<DataSourceOptions, 'statementTimeoutMs' | 'role' | 'tenant'>): Readonly<Record<string, string>> {
  return {
    lock_timeout: '5000',
    statement_timeout: String(statementTimeoutMs),
    idle_in_transaction_session_timeout: '60000',
    default_transaction_isolation: 'read committed',
    timezone: 'UTC',
    search_path: 'public',
    // A writer finds its rows by key: planned once for each connection, and never by reading a table that was small when the
    // plan was made. Reports are planned each time, see inSnapshot.
    plan_cache_mode: 'force_generic_plan',
    enable_seqscan: 'off',
    jit: 'off',
    role,
    ...(tenant === undefined ? {} : { 'app.tenant': tenant }),
  };
}

function startupOptions(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value.replaceAll(' ', '\\ ')}`)
    .join(' ');
}

/** Errors are thrown, and said once by who caught them; TypeORM prints a failed migration even where logging is off. */
class SilentLogger extends AbstractLogger {
  protected writeLog(): void {
    // Nothing: standard output belongs to what a command answers.
  }
}

/** deliveredOn -> delivered_on */
class SnakeCaseNames extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
