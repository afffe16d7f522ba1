import type { FoundDatabase, Login } from './read-database.ts';
import { roles } from './roles.ts';

/** What this version of the program needs a database to be. */
export interface Needed {
  /** Names, in the order they run. */
  readonly migrations: readonly string[];
  /** Lines as of `expectedRights`. */
  readonly rights: readonly string[];
}

/** The database cannot be served as it is, and what to do about it, in a sentence for whoever started the program. */
export class DatabaseNotFit extends Error {}

/** Null where this program may serve this database; otherwise what is in the way, the gravest first. */
export function unfitness(found: FoundDatabase, needed: Needed): DatabaseNotFit | null {
  const { migrations } = found;
  if (migrations !== null) {
    const newer = migrations.find((name) => !needed.migrations.includes(name));
    if (newer !== undefined) return new DatabaseIsNewer(newer);
    const older = needed.migrations.filter((name) => !migrations.includes(name));
    const how = needsPreparing(found.rights, needed.rights) ? runPrepare : runMigrate;
    if (older[0] !== undefined) return new DatabaseIsOlder(older[0], older.length, how);
  }
  const { missing, excess } = differences(found.rights, needed.rights);
  return missing.length + excess.length === 0 ? null : new RightsDiffer(missing, excess);
}

export function differences(
  found: readonly string[],
  needed: readonly string[],
): { missing: string[]; excess: string[] } {
  const [has, wants] = [new Set(found), new Set(needed)];
  return {
    missing: needed.filter((line) => !has.has(line)).sort(),
    excess: found.filter((line) => !wants.has(line)).sort(),
  };
}

/** Whether it takes more than the owner to mend the rights: roles, owners, or who may connect. */
export function needsPreparing(found: readonly string[], needed: readonly string[]): boolean {
  const { missing, excess } = differences(found, needed);
  return [...missing, ...excess].some((line) => / database$| belongs to | does not exist$| is /.test(line));
}

export class DatabaseIsNewer extends DatabaseNotFit {
  constructor(migration: string) {
    super(
      `This database was migrated by a newer version of Recoup (${migration}). Start that version; nothing was touched.`,
    );
  }
}

export class DatabaseIsOlder extends DatabaseNotFit {
  constructor(next: string, count: number, how: string) {
    super(
      `This database is ${count === 1 ? 'one migration' : `${count} migrations`} behind this version of Recoup (next: ${next}). ` +
        `${how} Nothing was touched.`,
    );
  }
}

export class RightsDiffer extends DatabaseNotFit {
  constructor(
    readonly missing: readonly string[],
    readonly excess: readonly string[],
  ) {
    const some = (lines: readonly string[]): string =>
      lines.slice(0, 3).join('; ') + (lines.length > 3 ? `; and ${lines.length - 3} more` : '');
    super(
      'The roles and rights in this database are not those of this version of Recoup' +
        `${missing.length > 0 ? `, missing: ${some(missing)}` : ''}${excess.length > 0 ? `, too many: ${some(excess)}` : ''}. ` +
        `${runPrepare} Nothing was touched.`,
    );
  }
}

export class TransactionsAhead extends DatabaseNotFit {
  constructor(readonly by: number) {
    super(
      `These books come from another cluster, and name ${by} transactions that are still to come in this one: a change without an ` +
        `act could pass for the work of an old one. ${runPrepare} Nothing was touched.`,
    );
  }
}

export class RolesAreMissing extends DatabaseNotFit {
  constructor(options?: { cause: unknown }) {
    super(
      `The login of DATABASE_URL cannot act as ${roles.app}: this server has no such role yet, or the login is no member of it. ` +
        `${runPrepare} Nothing was touched.`,
      options,
    );
  }
}

export class SealerIsMissing extends DatabaseNotFit {
  constructor(options?: { cause: unknown }) {
    super(
      `The server seals as ${roles.sealer}, and the login may not: create role recoup_sealing login password '...' in role ` +
        `${roles.sealer}, and put its address into RECOUP_SEALER_URL. Nothing was started.`,
      options,
    );
  }
}

export class ActsAsAnother extends DatabaseNotFit {
  constructor({ actsAs }: Login) {
    super(
      `The session acts as "${actsAs}" and not as ${roles.app}: "options" in DATABASE_URL, or a pooler between, keeps from the ` +
        'database what each session begins with. Take it out; nothing was started.',
    );
  }
}

export class MayNotPrepare extends DatabaseNotFit {
  constructor(cause: unknown) {
    const why = cause instanceof Error ? ` (${cause.message})` : '';
    super(
      `This login may not make Recoup's roles or hand them what is in this database${why}. ${runPrepare} Nothing was changed.`,
      { cause },
    );
  }
}

export class LoginTooPowerful extends DatabaseNotFit {
  constructor({ name, powers }: Login) {
    super(
      `DATABASE_URL logs in as "${name}", which ${listed(powers)}; in production the server takes only a login that has the ` +
        `rights of ${roles.app} and no others: create role recoup_server login password '...' in role ${roles.app}, and put it ` +
        'into DATABASE_URL. Nothing was started.',
    );
  }
}

/** For development, where such a login is taken. */
export function warningAbout({ name, powers }: Login): string | null {
  if (powers.length === 0) return null;
  return (
    `WARNING: DATABASE_URL logs in as "${name}", which ${listed(powers)}. This session acts as ${roles.app}, but could take ` +
    'that back: the books are not guarded from this program. In production (NODE_ENV=production) such a login is refused.'
  );
}

const runMigrate = `Run "npm run recoup -- database migrate" with RECOUP_MIGRATOR_URL, the address of a login that is a member of ${roles.migrator}.`;
const runPrepare =
  'Run "npm run recoup -- database prepare" with RECOUP_MIGRATOR_URL, the address of a login that may create roles and owns the database, or of a superuser.';

function listed(facts: readonly string[]): string {
  const last = facts.slice(-1).join('');
  return facts.length < 2 ? last : `${facts.slice(0, -1).join(', ')} and ${last}`;
}
