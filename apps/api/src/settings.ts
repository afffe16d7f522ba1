import { resolve } from 'node:path';

/** What can be set from outside, with what holds otherwise. */
export interface Settings {
  /** A PostgreSQL to use instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** The same database by a login that may migrate it; production takes none at the start. */
  readonly migratorUrl: string | undefined;
  /** NODE_ENV=production: a login with more than the server's rights is refused, and nothing is migrated on the way. */
  readonly production: boolean;
  /** Where the embedded engine keeps its data. */
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  /** The hour (UTC) at which the books are verified each night; null: never. */
  readonly verifyHour: number | null;
}

/**
 * Reads DATABASE_URL, RECOUP_MIGRATOR_URL, NODE_ENV, RECOUP_FOLDER, RECOUP_HOST, RECOUP_PORT and RECOUP_VERIFY_HOUR.
 * Errors: SettingsProblem, with all that is wrong at once.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>, root: string): Settings {
  const wrong: string[] = [];
  const { DATABASE_URL: databaseUrl, RECOUP_MIGRATOR_URL: migratorUrl } = environment;
  const { RECOUP_HOST: host = '127.0.0.1', RECOUP_PORT: portText = '3000' } = environment;
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    wrong.push('DATABASE_URL is the address of a PostgreSQL: postgres://user:password@host:5432/database');
  }
  if (migratorUrl !== undefined && !/^postgres(ql)?:\/\//.test(migratorUrl)) {
    wrong.push('RECOUP_MIGRATOR_URL is the address of the database of DATABASE_URL, by a login that may migrate it');
  }
  if (!['127.0.0.1', '::1', 'localhost'].includes(host)) {
    wrong.push(
      'RECOUP_HOST is an address of this machine alone (127.0.0.1): the actor of a request is named, not proven',
    );
  }
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : NaN;
  if (!(port >= 0 && port <= 65_535)) wrong.push(`RECOUP_PORT is a port from 0 to 65535, not "${portText}"`);
  const { RECOUP_VERIFY_HOUR: hourText = '2' } = environment;
  if (!/^(off|\d|1\d|2[0-3])$/.test(hourText)) {
    wrong.push(`RECOUP_VERIFY_HOUR is an hour of the day from 0 to 23, in UTC, or off; not "${hourText}"`);
  }
  const verifyHour = hourText === 'off' ? null : Number(hourText);
  if (wrong.length > 0) throw new SettingsProblem(wrong);
  const folder = resolve(root, environment.RECOUP_FOLDER ?? '.recoup');
  const production = environment.NODE_ENV === 'production';
  return { databaseUrl, migratorUrl, production, folder, host, port, verifyHour };
}

export class SettingsProblem extends Error {
  constructor(wrong: readonly string[]) {
    super(`These settings cannot be used:\n${wrong.map((one) => `  - ${one}`).join('\n')}`);
  }
}
