import { resolve } from 'node:path';

/** What can be set from outside, with what holds otherwise. */
export interface Settings {
  /** A PostgreSQL to use instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Where the embedded engine keeps its data. */
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  /** The secretariat that runs this server, whose own keys are no witness to it; null where it is neither. */
  readonly operator: string | null;
  /** A checkpoint that is kept elsewhere, such as a cosigned one: the start holds the books against it. */
  readonly heldNote: string | undefined;
}

/**
 * Reads DATABASE_URL, RECOUP_FOLDER, RECOUP_HOST, RECOUP_PORT, RECOUP_OPERATOR and RECOUP_CHECKPOINT.
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
  const { RECOUP_OPERATOR: operator = null, RECOUP_CHECKPOINT: note } = environment;
  if (operator !== null && !/^[^\s+]{1,100}$/.test(operator)) {
    wrong.push('RECOUP_OPERATOR is the code of the secretariat that runs this server, such as BRS');
  }
  if (wrong.length > 0) throw new SettingsProblem(wrong);
  return {
    ...{ databaseUrl, host, port, operator },
    folder: resolve(root, environment.RECOUP_FOLDER ?? '.recoup'),
    heldNote: note === undefined ? undefined : resolve(root, note),
  };
}

export class SettingsProblem extends Error {
  constructor(wrong: readonly string[]) {
    super(`These settings cannot be used:\n${wrong.map((one) => `  - ${one}`).join('\n')}`);
  }
}
