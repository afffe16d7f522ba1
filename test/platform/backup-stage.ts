/** What the situations of the backup's specs are made of: an engine with an archive, writers under way, damage to files. */
import { spawn } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect } from '@jest/globals';
import pg from 'pg';
import { BackupFolder } from '../../libs/platform/src/backup/archive.ts';
import { BackupProblem, type BackupProblemCode } from '../../libs/platform/src/backup/backup-problem.ts';
import { createBackupKey } from '../../libs/platform/src/backup/backup-key.ts';
import { takeBackup } from '../../libs/platform/src/backup/base-backup.ts';
import type { Manifest } from '../../libs/platform/src/backup/manifest.ts';
import { restore, type Restored } from '../../libs/platform/src/backup/restore.ts';
import { parseRestoreTarget } from '../../libs/platform/src/backup/restore-target.ts';
import { parseLsn } from '../../libs/platform/src/backup/wal.ts';
import type { ArchiveTarget, Engine } from '../../libs/platform/src/engine/index.ts';
import { firstLine, kept } from './stage.ts';

export interface Safe extends ArchiveTarget {
  readonly backups: BackupFolder;
}

/** A backup folder to be, with its key beside it. */
export function safeAt(shelf: string, name: string): Safe {
  mkdirSync(join(shelf, name));
  const [folder, key] = [join(shelf, name, 'backup'), join(shelf, name, 'key')];
  return { folder, key, backups: new BackupFolder(folder, createBackupKey(key)) };
}

export function backUp(engine: Engine, safe: Safe, archivePatienceMs = 30_000): Promise<Manifest> {
  const { place, connection } = engine;
  return takeBackup({
    place,
    connection,
    folder: safe.backups,
    productVersion: '0.0.0',
    archivePatienceMs,
    onProgress: () => undefined,
  });
}

export function restoreFrom(safe: Pick<Safe, 'backups'>, to: string, into: string, backup?: string): Promise<Restored> {
  return restore({ from: safe.backups, to: parseRestoreTarget(to), into, backup, onProgress: () => undefined });
}

export async function expectRefusal(
  work: Promise<unknown>,
  code: BackupProblemCode,
  ...facts: string[]
): Promise<void> {
  const error = await work.then(
    () => new Error('It was not refused.'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof BackupProblem)) throw error;
  expect(error.code).toBe(code);
  for (const fact of facts) expect(error.message).toContain(fact);
}

/** One row that a writer was told is kept, and a place of the log that its commit lies before. */
export interface Acknowledged {
  readonly writer: number;
  readonly n: number;
  readonly lsn: bigint;
  readonly at: number;
}

export interface Load {
  /** In the order they came. */
  readonly acknowledged: Acknowledged[];
  /** Whatever may have been sent so far, "writer:n", acknowledged or not. */
  readonly sent: Set<string>;
  stop(): Promise<void>;
}

/** Writers that each count up, one transaction a number, until they are stopped or the server is gone. */
export async function startLoad(engine: Engine, writers: number, from = 0): Promise<Load> {
  const acknowledged: Acknowledged[] = [];
  const sent = new Set<string>();
  const ends = { now: false };
  const write = async (writer: number): Promise<void> => {
    const client = new pg.Client(engine.connection);
    client.on('error', () => undefined);
    await client.connect();
    try {
      for (let n = from; !ends.now; n += 1) {
        sent.add(`${writer}:${n}`);
        await client.query('insert into counter (writer, n, filler) values ($1, $2, repeat($3, 1000))', [
          writer,
          n,
          'x',
        ]);
        const { rows } = await client.query<{ lsn: string }>('select pg_current_wal_flush_lsn()::text as lsn');
        acknowledged.push({ writer, n, lsn: parseLsn(rows[0]?.lsn ?? '') ?? 0n, at: Date.now() });
      }
    } catch (error) {
      if (!ends.now) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const all = Promise.all(Array.from({ length: writers }, (_, index) => write(index)));
  let failed: unknown = null;
  all.catch((error: unknown) => (failed = error));
  while (acknowledged.length < writers && failed === null) await pause(5);
  return {
    acknowledged,
    sent,
    stop: async () => {
      ends.now = true;
      await all;
    },
  };
}

export async function query<Row extends object>(
  { connection }: Pick<Engine, 'connection'>,
  sql: string,
): Promise<Row[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** "writer:n" of each row that is there. */
export async function rowsOf(engine: Pick<Engine, 'connection'>): Promise<Set<string>> {
  const rows = await query<{ writer: number; n: number }>(engine, 'select writer, n from counter');
  return new Set(rows.map(({ writer, n }) => `${writer}:${n}`));
}

export function flipOneByte(path: string, at = Math.floor(statSync(path).size / 2)): void {
  const file = openSync(path, 'r+');
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ 0x01;
  writeSync(file, byte, 0, 1, at);
  closeSync(file);
}

export function cutOff(path: string, bytes: number): void {
  truncateSync(path, statSync(path).size - bytes);
}

/** Another process that begins a base backup and says so when the first file is read; it never finishes by itself. */
export function backupElsewhere(engine: Engine, safe: Safe): Promise<Stopped> {
  return stoppedElsewhere(`
    import { BackupFolder, readBackupKey, takeBackup } from ${backupFace};
    const { place, connection } = ${JSON.stringify({ place: engine.place, connection: engine.connection })};
    const folder = new BackupFolder(${JSON.stringify(safe.folder)}, readBackupKey(${JSON.stringify(safe.key)}));
    await takeBackup({ place, connection, folder, productVersion: '0.0.0', onProgress: stop });`);
}

/** Another process that restores, and stands still in the middle of unpacking or of replaying. */
export function restoreElsewhere(safe: Safe, into: string, middle: 'Unpacking' | 'Replaying'): Promise<Stopped> {
  return stoppedElsewhere(`
    import { BackupFolder, parseRestoreTarget, readBackupKey, restore } from ${backupFace};
    const from = new BackupFolder(${JSON.stringify(safe.folder)}, readBackupKey(${JSON.stringify(safe.key)}));
    const onProgress = (what, done, all) => { if (what === ${JSON.stringify(middle)} && done > 0 && done < all) stop(); };
    await restore({ from, to: parseRestoreTarget('latest'), into: ${JSON.stringify(into)}, onProgress });`);
}

interface Stopped {
  readonly kill: () => Promise<void>;
}

const backupFace = JSON.stringify(
  pathToFileURL(fileURLToPath(new URL('../../libs/platform/src/backup/index.ts', import.meta.url))).href,
);

/** A process that says so where it calls `stop`, and goes no further by itself. */
async function stoppedElsewhere(work: string): Promise<Stopped> {
  const program = `${work}
    function stop() {
      console.log('stopped');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    }`;
  const child = kept(
    spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  expect(await firstLine(child)).toBe('stopped');
  return {
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

/** The machine is lost: its server with all its processes, and its disk. */
export async function destroy(engine: Engine): Promise<void> {
  process.kill(engine.processId, 'SIGKILL');
  while (isAlive(engine.processId)) await pause(5);
  rmSync(engine.place.root, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

function isAlive(id: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${id}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
