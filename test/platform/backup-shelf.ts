/** Where the specs of the backup work: engines over copies of empty books, and copies of one backup to be damaged. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { BackupFolder } from '../../libs/platform/src/backup/archive.ts';
import type { BackupProblemCode } from '../../libs/platform/src/backup/backup-problem.ts';
import { readBackupKey } from '../../libs/platform/src/backup/backup-key.ts';
import { namePoint } from '../../libs/platform/src/backup/base-backup.ts';
import type { Manifest } from '../../libs/platform/src/backup/manifest.ts';
import type { ArchiveWish } from '../../libs/platform/src/engine/archiving.ts';
import { type Engine, startEngine } from '../../libs/platform/src/engine/index.ts';
import { backUp, expectRefusal, query, restoreFrom, type Safe, safeAt } from './backup-stage.ts';
import { endChildren } from './stage.ts';

/** Two backups, a point and the log of one set of books, whose rows are 1:1 to 1:5. */
export interface Whole {
  readonly safe: Safe;
  readonly first: Manifest; // with the row 1:1
  readonly second: Manifest; // with the point "noon", after 1:2, and with 1:3
}

/** A folder of one spec, with the engines it started. */
export class Shelf {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'recoup-backup-')));
  private readonly template = join(this.path, 'template');
  private readonly engines: Engine[] = [];
  private folders = 0;

  private constructor() {
    chmodSync(this.path, 0o755);
  }

  /** With books to be copied: an empty cluster with a table. */
  static async open(): Promise<Shelf> {
    const shelf = new Shelf();
    const bare = await startEngine({ folder: shelf.template, durable: true });
    await query(bare, 'create table counter (writer int, n int, primary key (writer, n))');
    await bare.stop();
    return shelf;
  }

  async backedUp(): Promise<Whole> {
    const safe = this.newSafe();
    const engine = await this.start(this.copyOfBooks(), safe);
    await query(engine, 'insert into counter values (1, 1)');
    const first = await backUp(engine, safe);
    await query(engine, 'insert into counter values (1, 2)');
    await point(engine, safe, 'noon');
    await query(engine, 'insert into counter values (1, 3)');
    const second = await backUp(engine, safe);
    await query(engine, 'insert into counter values (1, 4)');
    await query(engine, 'select pg_switch_wal()');
    await query(engine, 'insert into counter values (1, 5)');
    await this.stopAll();
    return { safe, first, second };
  }

  /** Where nothing is yet. */
  newFolder(): string {
    return join(this.path, `folder${(this.folders += 1)}`);
  }

  newSafe(): Safe {
    return safeAt(this.path, `safe${(this.folders += 1)}`);
  }

  copyOfBooks(): string {
    const folder = this.newFolder();
    mkdirSync(folder);
    expect(spawnSync('cp', ['-a', join(this.template, 'cluster'), folder]).status).toBe(0);
    return folder;
  }

  copyOfSafe(whole: Safe): Safe {
    const home = this.newFolder();
    mkdirSync(home);
    const [folder, key] = [join(home, 'backup'), join(home, 'key')];
    cpSync(whole.folder, folder, { recursive: true });
    copyFileSync(whole.key, key);
    chmodSync(key, 0o600);
    return { folder, key, backups: new BackupFolder(folder, readBackupKey(key)) };
  }

  async start(
    folder: string,
    archive?: ArchiveWish,
    onProgress: (sentence: string) => void = () => undefined,
  ): Promise<Engine> {
    const wished = archive === undefined ? { folder, durable: true } : asked(folder, archive);
    const engine = await startEngine({ ...wished, onProgress });
    this.engines.push(engine);
    return engine;
  }

  async expectRefusalAndNoTrace(
    safe: Pick<Safe, 'backups'>,
    to: string,
    ...refusal: [BackupProblemCode, ...string[]]
  ): Promise<void> {
    const into = this.newFolder();
    await expectRefusal(restoreFrom(safe, to, into), ...refusal);
    expect(existsSync(into)).toBe(false);
  }

  /** Every engine and every other program. */
  async stopAll(): Promise<void> {
    for (const engine of this.engines.splice(0)) await engine.stop();
    endChildren();
  }

  close(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export function asked(folder: string, archive: Exclude<ArchiveWish, undefined>) {
  const wish = archive === 'off' ? archive : { folder: archive.folder, key: archive.key };
  return { folder, durable: true, archive: wish };
}

export async function point(engine: Engine, safe: Safe, name: string): Promise<void> {
  await namePoint({ place: engine.place, folder: safe.backups, connection: engine.connection }, name);
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
}

export function segments({ backups }: Pick<Safe, 'backups'>): string[] {
  return backups.walNames().filter((name) => /^[0-9A-F]{24}$/.test(name));
}

export function lastSegment(safe: Pick<Safe, 'backups'>): string {
  return segments(safe).at(-1) ?? '';
}

export async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('it did not come about within 20 s');
    await pause(50);
  }
}
