import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder, type BackupKey } from './backup-key.ts';
import { BackupProblem } from './backup-problem.ts';
import { readEncrypted, readEncryptedText, writeEncrypted } from './encrypted-file.ts';
import { isWalFile, parseHistory, historyName, type Branch } from './wal.ts';

/** What a backup folder is of. Another set of books in it would be taken for the same log, and is refused. */
interface BooksNote {
  readonly systemIdentifier: string;
}

/** The file of the log that was archived last: with it, a missing end of the archive is seen too. */
export interface LastArchived {
  readonly name: string;
  readonly at: string;
}

/** A moment that was given a name, to restore to. */
export interface RestorePoint {
  readonly name: string;
  readonly lsn: string;
  readonly timeline: number;
  readonly at: string;
}

const SUFFIX = '.rbk';

/**
 * A backup folder, and all that is known of how it is laid out:
 *
 *   books.rbk            which books it is of
 *   base/ID/data.rbk     the files of one base backup, one after another
 *   base/ID/manifest.rbk what they are; written last, so a folder without it is half a backup
 *   wal/NAME.rbk         one file of the write-ahead log
 *   last.rbk             which was archived last
 *   points/NAME.rbk      a named restore point
 */
export class BackupFolder {
  readonly path: string;
  readonly key: BackupKey;

  constructor(path: string, key: BackupKey) {
    this.path = path;
    this.key = key;
  }

  /** Makes the folder, or checks that it is these books'. Errors: BackupProblem; whatever the disk says. */
  async openFor(systemIdentifier: string, { mayBegin }: { mayBegin: boolean }): Promise<void> {
    const note = this.file('books');
    if (!existsSync(note)) {
      if (!mayBegin) {
        throw new BackupProblem(
          'BACKUP_TARGET_UNUSABLE',
          `${this.path} is not the backup folder it was: ${note} is gone. Is the disk mounted?`,
        );
      }
      for (const part of ['base', 'wal', 'points']) mkdirSync(join(this.path, part), { recursive: true, mode: 0o700 });
      const text = JSON.stringify({ systemIdentifier } satisfies BooksNote);
      await writeEncrypted(note, [Buffer.from(text)], { name: 'books', key: this.key, replace: false });
      syncFolder(dirname(this.path));
      return;
    }
    const found = await this.readJson<BooksNote>('books');
    if (found.systemIdentifier !== systemIdentifier) {
      throw new BackupProblem(
        'BACKUP_OF_OTHER_BOOKS',
        `${this.path} holds backups of other books (system ${found.systemIdentifier}; these are ${systemIdentifier}). Give each set of books a backup folder of its own.`,
      );
    }
  }

  /** Errors: BackupProblem where the folder is none, or the key is another. */
  async systemIdentifier(): Promise<string> {
    if (!existsSync(this.file('books'))) {
      throw new BackupProblem('BACKUP_INCOMPLETE', `${this.path} is no backup folder: books.rbk is not in it.`);
    }
    return (await this.readJson<BooksNote>('books')).systemIdentifier;
  }

  /** The file of a name such as "wal/000000010000000000000003". */
  file(name: string): string {
    return join(this.path, `${name}${SUFFIX}`);
  }

  has(name: string): boolean {
    return existsSync(this.file(name));
  }

  async readJson<T>(name: string): Promise<T> {
    return JSON.parse(await readEncryptedText(this.file(name), { name, key: this.key })) as T;
  }

  async writeJson(name: string, value: unknown, { replace }: { replace: boolean }): Promise<void> {
    await writeEncrypted(this.file(name), [Buffer.from(JSON.stringify(value))], { name, key: this.key, replace });
  }

  /** Every file of the log in the archive, by name. */
  walNames(): string[] {
    return namesIn(join(this.path, 'wal')).filter(isWalFile);
  }

  /**
   * Keeps one file of the log. A file that is there already is left as it is if it holds the same: a crash between the
   * archive and the receipt asks a second time.
   * Errors: BackupProblem if it holds anything else: another server writes into the same archive.
   */
  async keepWal(name: string, plain: Buffer): Promise<void> {
    const named = { name: `wal/${name}`, key: this.key };
    const path = this.file(named.name);
    if (existsSync(path)) {
      if ((await this.walDigest(name)) === sha256(plain)) return;
      throw new BackupProblem(
        'BACKUP_OF_OTHER_BOOKS',
        `${path} is there already and holds something else: two servers archive into one folder. Give the younger one a backup folder of its own.`,
      );
    }
    await writeEncrypted(path, [plain], { ...named, replace: false });
    const last: LastArchived = { name, at: new Date().toISOString() };
    if (/^[0-9A-F]{24}$/.test(name)) await this.writeJson('last', last, { replace: true });
  }

  /** Errors: BackupProblem: not there, or damaged. */
  readWal(name: string): AsyncGenerator<Buffer> {
    return readEncrypted(this.file(`wal/${name}`), { name: `wal/${name}`, key: this.key });
  }

  async walDigest(name: string): Promise<string> {
    const digest = createHash('sha256');
    for await (const part of this.readWal(name)) digest.update(part);
    return digest.digest('hex');
  }

  async lastArchived(): Promise<LastArchived | null> {
    return this.has('last') ? this.readJson<LastArchived>('last') : null;
  }

  /** How a timeline came about: empty for the first. Errors: BackupProblem if its history is damaged or gone. */
  async history(timeline: number): Promise<Branch[]> {
    if (timeline === 1) return [];
    const parts: Buffer[] = [];
    for await (const part of this.readWal(historyName(timeline))) parts.push(part);
    return parseHistory(Buffer.concat(parts).toString('utf8'));
  }

  /** The newest timeline that the archive knows of. */
  newestTimeline(): number {
    const timelines = this.walNames().map((name) => Number.parseInt(name.slice(0, 8), 16));
    return Math.max(1, ...timelines);
  }

  async points(): Promise<RestorePoint[]> {
    const points: RestorePoint[] = [];
    for (const name of namesIn(join(this.path, 'points'))) {
      points.push(await this.readJson<RestorePoint>(`points/${name}`));
    }
    return points.sort((one, other) => one.at.localeCompare(other.at));
  }

  remove(name: string): void {
    rmSync(this.file(name), { force: true });
  }

  sizeOf(name: string): number {
    return statSync(this.file(name)).size;
  }
}

/** The first eight bytes of a cluster's control file: the number that initdb gave it and that every log file bears. */
export function systemIdentifierOf(dataFolder: string): string {
  return readFileSync(join(dataFolder, 'global', 'pg_control'))
    .readBigUInt64LE(0)
    .toString();
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => name.slice(0, -SUFFIX.length))
    .toSorted();
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
