import { resolve } from 'node:path';
import { type ArchiveWish, archiveWish } from '#platform';

/** What can be set from outside, with what holds otherwise. */
export interface Settings {
  /** A PostgreSQL to use instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Where the embedded engine keeps its data. */
  readonly folder: string;
  /** Where the log of the embedded engine is archived. */
  readonly archive: ArchiveWish;
  readonly host: string;
  readonly port: number;
}

/**
 * Reads DATABASE_URL, RECOUP_FOLDER, RECOUP_BACKUP_FOLDER, RECOUP_BACKUP_KEY, RECOUP_HOST and RECOUP_PORT.
 * Errors: SettingsProblem, with all that is wrong at once.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>, root: string): Settings {
  const wrong: string[] = [];
  const { DATABASE_URL: databaseUrl, RECOUP_HOST: host = '127.0.0.1', RECOUP_PORT: portText = '3000' } = environment;
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    wrong.push('DATABASE_URL is the address of a PostgreSQL: postgres://user:password@host:5432/database');
  }
  if (!['127.0.0.1', '::1', 'localhost'].includes(host)) {
    wrong.push(
      'RECOUP_HOST is an address of this machine alone (127.0.0.1): the actor of a request is named, not proven',
    );
  }
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : NaN;
  if (!(port >= 0 && port <= 65_535)) wrong.push(`RECOUP_PORT is a port from 0 to 65535, not "${portText}"`);
  const { RECOUP_BACKUP_FOLDER: backupFolder, RECOUP_BACKUP_KEY: backupKey } = environment;
  if (backupFolder !== undefined && databaseUrl !== undefined) {
    wrong.push("RECOUP_BACKUP_FOLDER is for Recoup's own PostgreSQL; with DATABASE_URL, use that server's own means");
  }
  const archive = archiveWish({ folder: backupFolder, key: backupKey }, root);
  if (archive === 'no key') {
    wrong.push(
      'RECOUP_BACKUP_KEY is the file of the key, beside RECOUP_BACKUP_FOLDER: `recoup backup key create FILE`',
    );
  }
  if (wrong.length > 0 || archive === 'no key') throw new SettingsProblem(wrong);
  return { databaseUrl, folder: resolve(root, environment.RECOUP_FOLDER ?? '.recoup'), archive, host, port };
}

export class SettingsProblem extends Error {
  constructor(wrong: readonly string[]) {
    super(`These settings cannot be used:\n${wrong.map((one) => `  - ${one}`).join('\n')}`);
  }
}
