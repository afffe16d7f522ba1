import type { Day } from '#kernel';
import type { DataSource } from 'typeorm';
import { type Connection, dataSource, sessionSettings } from './data-source.ts';
import { archiveStateOf } from './backup/archiver.ts';
import { startEngine, toClearUp } from './engine/index.ts';
import { releaseWarning } from './postgres-releases.ts';
import { leaveEngine, type OpenOptions, serverPool, waysInto, waysTo } from './open-database.ts';
import {
  differences,
  expectedRights,
  namesOf,
  readDatabase,
  roles,
  transactionsAhead,
  unfitness,
} from './roles/index.ts';

/** One thing that was looked at. */
export interface Finding {
  readonly subject: string;
  readonly found: string;
  readonly fit: boolean;
  /** What to do about it; beside what is fit it is a warning, and mostly empty. */
  readonly todo: string;
}

const applicationName = 'recoup doctor';

/** `today`: to see how long newer releases of PostgreSQL have been there. */
type ExamineOptions = Omit<OpenOptions, 'poolSize' | 'applicationName' | 'statementTimeoutMs'> & { today: Day };

/**
 * Looks at the database as the server would meet it, and changes nothing: no role is made and nothing is migrated. The
 * embedded engine is started for it where it does not run.
 * `production`: also what only production needs; a powerful login is then unfit, and so is a database without an archive.
 */
export async function examine(options: ExamineOptions): Promise<Finding[]> {
  if (options.url !== undefined) return examineAt(waysTo(options.url, options).app, options);
  const { folder, onProgress } = options;
  const starting = startEngine({ folder, durable: true, onProgress });
  const leave = toClearUp(async () => leaveEngine({ folder, adopt: false, applicationName }, await starting));
  try {
    return [...(await examineAt(waysInto(await starting).app, options)), ...examineArchive(folder)];
  } finally {
    await leave();
  }
}

/** How the archive of the log is; nothing where there is none. */
function examineArchive(folder: string): Finding[] {
  const state = archiveStateOf(folder);
  if (state === null) return [];
  const { trouble, waiting, lastArchived, lastBackup, logBytes, warning } = state;
  const megabytes = Math.ceil(logBytes / 1_000_000);
  return [
    {
      subject: 'archive',
      found: `${waiting} files wait; archived last ${lastArchived?.at ?? 'never'}`,
      fit: trouble === null,
      todo: trouble === null ? '' : `since ${trouble.since}: ${trouble.sentence}`,
    },
    { subject: 'log on disk', found: `${megabytes} MB`, fit: warning === null, todo: warning ?? '' },
    {
      subject: 'base backup',
      found: lastBackup === null ? 'none of these books' : `${lastBackup.id}, finished ${lastBackup.at}`,
      fit: lastBackup !== null,
      todo: lastBackup === null ? 'npm run recoup -- backup: without one the archived log brings nothing back' : '',
    },
  ];
}

async function examineAt(connection: Connection, options: ExamineOptions): Promise<Finding[]> {
  const pool = { ...options, ...serverPool, poolSize: 1, connection, applicationName };
  const findings: Finding[] = [];
  let db: DataSource;
  try {
    db = await dataSource({ ...pool, role: roles.app }).initialize();
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    findings.push({ subject: `session as ${roles.app}`, found, fit: false, todo: prepare });
    if (options.url === undefined) return findings; // the embedded engine lets nobody else in
    db = await dataSource({ ...pool, role: 'none' }).initialize();
  }
  try {
    return [...findings, ...(await examineSession(db, options)), ...(await examineSettings(db, options))];
  } finally {
    await db.destroy();
  }
}

const prepare = 'npm run recoup -- database prepare';

async function examineSession(db: DataSource, { production, rights, today }: ExamineOptions): Promise<Finding[]> {
  const found = await readDatabase(db);
  const { login, version, migrations } = found;
  const known = namesOf(db);
  const schema = unfitness(found, { migrations: known, rights: found.rights });
  const { missing, excess } = differences(found.rights, expectedRights(rights));
  const major = Number.parseInt(version, 10);
  const isTried = major >= 15 && major <= 18;
  const isWhole = schema === null && migrations !== null && missing.length + excess.length === 0;
  const ahead = isWhole ? await transactionsAhead(db) : 0;
  const postgres = {
    subject: 'PostgreSQL',
    found: version,
    fit: isTried,
    todo: isTried ? releaseWarning(version, today) : 'use PostgreSQL 15, 16, 17 or 18; no other was tried',
  };
  const others = [
    {
      subject: 'role',
      found: [`${login.name}, acting as ${login.actsAs}`, ...login.powers].join('; '),
      fit: login.actsAs === roles.app && (login.powers.length === 0 || !production),
      todo: `give DATABASE_URL a login that has the rights of ${roles.app} and no others`,
    },
    {
      subject: 'schema',
      found: migrations === null ? 'hidden from this login' : `${migrations.length} of ${known.length} migrations`,
      fit: schema === null && migrations !== null,
      todo: schema?.message ?? prepare,
    },
    {
      subject: 'rights',
      found:
        [...missing.map((line) => `missing: ${line}`), ...excess.map((line) => `too many: ${line}`)].join('; ') ||
        'all',
      fit: missing.length + excess.length === 0,
      todo: prepare,
    },
    {
      subject: 'transactions',
      found: !isWhole
        ? 'not looked at'
        : ahead === 0
          ? 'none is still to come'
          : `${ahead} in the books are still to come`,
      fit: ahead === 0,
      todo: prepare,
    },
  ];
  return [postgres, ...others.map((finding) => (finding.fit ? { ...finding, todo: '' } : finding))];
}

interface Wanted {
  readonly name: string;
  readonly fits: (value: string) => boolean;
  readonly todo: string;
  readonly inProductionOnly?: true;
}

const serverSettings: readonly Wanted[] = [
  { name: 'fsync', fits: (value) => value === 'on', todo: 'set fsync = on: a power cut may lose the whole database' },
  {
    name: 'synchronous_commit',
    fits: (value) => value !== 'off',
    todo: 'set synchronous_commit = on: what was acknowledged may be lost in a crash',
  },
  {
    name: 'full_page_writes',
    fits: (value) => value === 'on',
    todo: 'set full_page_writes = on: a page half written in a power cut cannot be repaired',
  },
  {
    name: 'data_checksums',
    fits: (value) => value === 'on',
    todo: 'stop the server and run pg_checksums --enable: a flipped bit is read as if it were right',
  },
  {
    name: 'archive_mode',
    fits: (value) => value !== 'off',
    todo: 'archive the write-ahead log: without it, what came after the last backup is lost with the disk',
    inProductionOnly: true,
  },
];

async function examineSettings(db: DataSource, { production }: ExamineOptions): Promise<Finding[]> {
  const { role: _, ...session } = sessionSettings({ ...serverPool, role: roles.app }); // looked at above
  const wanted: Wanted[] = [
    ...serverSettings,
    ...Object.entries(session).map(([name, value]) => ({
      name,
      fits: (current: string) => current.toLowerCase() === value.toLowerCase(),
      todo: `let the session begin with ${name}=${value}: something between the server and the database drops what it asks for`,
    })),
  ];
  const rows = await db.query<{ name: string; setting: string; shown: string }[]>(
    `select name, setting, current_setting(name) as shown
     from pg_settings where lower(name) = any($1)`,
    [wanted.map(({ name }) => name)],
  );
  return wanted.map(({ name, fits, todo, inProductionOnly }) => {
    const row = rows.find((one) => one.name.toLowerCase() === name);
    const [fit, found] = [fits(row?.setting ?? ''), row?.shown ?? 'not to be seen'];
    if (!fit && inProductionOnly === true && !production)
      return { subject: name, found: `${found}; production needs it`, fit: true, todo: '' };
    return { subject: name, found, fit, todo: fit ? '' : todo };
  });
}
