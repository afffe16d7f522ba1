import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { EngineProblem } from './engine-problem.ts';
import type { Place } from './place.ts';

/** Where the write-ahead log of an engine is kept, encrypted, beside its base backups. Both paths are absolute. */
export interface ArchiveTarget {
  readonly folder: string;
  /** File of the key. */
  readonly key: string;
}

/** What a start asks for: a target; "off"; or undefined, which keeps what was asked for last. */
export type ArchiveWish = ArchiveTarget | 'off' | undefined;

/** The wish that two settings stand for; relative paths begin at `root`. A folder without a key is no wish. */
export function archiveWish(
  { folder, key }: { folder: string | undefined; key: string | undefined },
  root: string,
): ArchiveWish | 'no key' {
  if (folder === undefined || folder === 'off') return folder;
  if (folder === '' || key === undefined || key === '') return 'no key';
  return { folder: resolve(root, folder), key: resolve(root, key) };
}

/**
 * The target of this engine, or null where nothing is archived. It is remembered beside the data: were it not, a command
 * without the setting would start an engine whose log is never archived, and the archive would have a hole that nobody
 * sees until a restore needs it.
 */
export function archiveTarget(place: Place, wish: ArchiveWish): ArchiveTarget | null {
  const note = noteOf(place);
  if (wish === 'off') {
    rmSync(note, { force: true });
    return null;
  }
  if (wish === undefined) {
    return existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as ArchiveTarget) : null;
  }
  if (process.platform === 'win32') {
    throw new EngineProblem(
      'Backups of the embedded PostgreSQL are not made on Windows. Leave RECOUP_BACKUP_FOLDER out.',
    );
  }
  writeFileSync(note, `${JSON.stringify(wish)}\n`, { mode: 0o600, flush: true });
  return wish;
}

/** What was asked for last, whether an engine runs or not. */
export function rememberedTarget(place: Place): ArchiveTarget | null {
  return archiveTarget(place, undefined);
}

function noteOf(place: Place): string {
  return join(place.root, 'archive-target.json');
}

/** Files that say to PostgreSQL which parts of its log are safe; it can look for them and not make them. */
export function receiptsOf(place: Place): string {
  return join(place.root, 'archived');
}

/**
 * PostgreSQL asks by this command whether a file of its log is safe. The answer is a receipt that the archiver in Recoup's
 * process leaves when the encrypted file is on the target's disk. So the account of the server needs neither the key nor
 * a way into the backup, and a target that is full or gone means no receipt: PostgreSQL keeps the file, asks again, and
 * posting goes on. It waits a moment each time, because the archiver has its turn four times a second.
 */
export function archiveSettings(place: Place): Record<string, string> {
  const receipt = `${shellWord(receiptsOf(place))}/%f`;
  return {
    archive_mode: 'on',
    archive_command: `i=0; until test -e ${receipt}; do i=$((i+1)); test $i -lt 20 || exit 1; sleep 0.1; done`,
    archive_timeout: '60s',
  };
}

/** A path within a command of PostgreSQL, which goes through the shell and in which % has a meaning. */
export function shellWord(path: string): string {
  return `'${path.replaceAll("'", String.raw`'\''`).replaceAll('%', '%%')}'`;
}
