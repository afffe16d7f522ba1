import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { type Account, serverAccount } from '../engine/account.ts';
import { type Binaries, findBinaries } from '../engine/binaries.ts';
import { cutShort, toClearUp } from '../engine/clear-up.ts';
import { giveTo, readSecret } from '../engine/cluster.ts';
import { codeOf, EngineProblem } from '../engine/engine-problem.ts';
import { liveServer } from '../engine/live-server.ts';
import { halfRestored } from '../engine/half-restored.ts';
import { findPlace, hasBooks, makeFolder, openFolder, type Place, placeAt } from '../engine/place.ts';
import { startServer, stopServer } from '../engine/server.ts';
import { withClient } from '../with-client.ts';
import type { BackupFolder } from './archive.ts';
import { syncFolder } from './backup-key.ts';
import { BackupProblem } from './backup-problem.ts';
import { readEncrypted } from './encrypted-file.ts';
import { type BackedUpFile, dataName, foundBackups, type Manifest, readManifest } from './manifest.ts';
import {
  chooseBackup,
  pointNamed,
  recoverySettings,
  type RestorePath,
  type RestoreTarget,
  targetText,
} from './restore-target.ts';
import { firstMissing, type Lsn, parseLsn, parseSegment, segmentAt, segmentBefore } from './wal.ts';
import { WalFeed } from './wal-feed.ts';

export interface RestoreOptions {
  readonly from: BackupFolder;
  readonly to: RestoreTarget;
  /** Must not be there, or be empty. */
  readonly into: string;
  /** A certain base backup; left out, the youngest that reaches the target. */
  readonly backup?: string | undefined;
  readonly onProgress: (what: 'Unpacking' | 'Replaying', done: number, all: number) => void;
}

export interface Restored {
  readonly folder: string;
  readonly backup: string;
  readonly target: string;
  /** The last place of the log that is in the restored books. */
  readonly lsn: string;
  /** When the last transaction among them was committed; null if the log after the base backup held none. */
  readonly lastCommitAt: string | null;
  readonly timeline: number;
  readonly walFiles: number;
  readonly at: string;
}

const FOREVER_MS = 7 * 24 * 3600 * 1000;

/**
 * Makes a new folder with the books as they were: unpacks a base backup, lets PostgreSQL replay the log up to the target,
 * and leaves the folder as a start with RECOUP_FOLDER finds it. The backup is only read. Whatever fails leaves nothing.
 * Errors: BackupProblem: the folder is taken, the target is not in the backup, or a file is missing or damaged, and which.
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const onProgress: RestoreOptions['onProgress'] = (what, done, all) => {
    cutShort.throwIfAborted(); // the next file is not begun
    options.onProgress(what, done, all);
  };
  const restoring = restoreInto({ ...options, onProgress });
  const end = toClearUp(() => restoring.then(nothing, nothing));
  return restoring.finally(() => void end()); // it waits for no more than this
}

const nothing = (): void => undefined;

async function restoreInto(options: RestoreOptions): Promise<Restored> {
  const { from, to, into } = options;
  const { manifest, path } = await plan(options);
  const account = serverAccount();
  const wasThere = existsSync(into);
  if (wasThere && readdirSync(into).length > 0) {
    const half = halfRestored(hasBooks(into) ? findPlace(into, account) : placeAt(into));
    const taken = `${into} is not empty. Restore into a new folder; what is there may be the last copy of something.`;
    throw new BackupProblem('RESTORE_FOLDER_TAKEN', `${half ?? taken} Nothing was written.`);
  }
  const folder = openFolder(into, account);
  const place = findPlace(folder, account);
  try {
    const binaries = findBinaries(account, place.root);
    if (binaries.major !== manifest.postgresMajor) {
      throw new BackupProblem(
        'BACKUP_OF_OTHER_BOOKS',
        `The backup was made by PostgreSQL ${manifest.postgresMajor}; PostgreSQL ${binaries.major} is installed and cannot read it. Restore with Recoup ${manifest.productVersion}.`,
      );
    }
    refuseWithoutRoom(place, manifest);
    makeFolder(place.restoring, account);
    await unpack(from, manifest, place.restoring, (done, all) => options.onProgress('Unpacking', done, all));
    const restored = await replay(options, { manifest, path, place, account, binaries });
    renameSync(place.restoring, place.cluster);
    const result: Restored = {
      folder,
      backup: manifest.id,
      target: targetText(to),
      ...restored,
      at: new Date().toISOString(),
    };
    // For whoever opens these books: that they are behind what they once were, and by how much.
    writeFileSync(noteOf(place), `${JSON.stringify(result)}\n`, { mode: 0o600, flush: true });
    syncFolder(place.root);
    return result;
  } catch (error) {
    for (const made of new Set([place.root, folder])) await empty(made);
    if (place.root !== folder) rmdirSync(place.root);
    if (!wasThere) rmdirSync(folder);
    throw error;
  }
}

/** The processes of a PostgreSQL whose first one has ended go on writing for a moment: what they still make is removed, too. */
async function empty(folder: string): Promise<void> {
  for (let tries = 0; tries < 50 && readdirSync(folder).length > 0; tries += 1) {
    if (tries > 0) await pause(100);
    for (const name of readdirSync(folder)) {
      try {
        rmSync(join(folder, name), { recursive: true, force: true });
      } catch (error) {
        if (codeOf(error) !== 'ENOTEMPTY') throw error;
      }
    }
  }
}

/** Whether the books in a folder came there by a restore, however long ago. Nothing is made. */
export function wasRestored(folder: string): boolean {
  return hasBooks(folder) && existsSync(noteOf(findPlace(folder, serverAccount())));
}

function noteOf(place: Place): string {
  return join(place.root, 'restored.json');
}

/** Which backup, by which way; and that the log for it is there, as far as that can be known before. */
async function plan({ from, to, backup }: RestoreOptions): Promise<{ manifest: Manifest; path: RestorePath }> {
  await from.systemIdentifier();
  const path = await pathTo(from, to);
  const manifests =
    backup === undefined
      ? (await foundBackups(from)).flatMap(({ manifest }) => manifest ?? [])
      : [await readManifest(from, backup)];
  const manifest = chooseBackup(manifests, to, path);
  const missing = await missingWal(from, manifest, to, path);
  if (missing !== null) throw incomplete(from, missing);
  return { manifest, path };
}

async function pathTo(from: BackupFolder, to: RestoreTarget): Promise<RestorePath> {
  const point = to.kind === 'name' ? pointNamed(to.name, await from.points()) : null;
  const timeline = point?.timeline ?? from.newestTimeline();
  const notAfter = point !== null ? parseLsn(point.lsn) : to.kind === 'lsn' ? to.lsn : null;
  return { timeline, history: await from.history(timeline), notAfter };
}

/** The first file of the log that the target needs and the archive has not. */
async function missingWal(
  from: BackupFolder,
  manifest: Manifest,
  to: RestoreTarget,
  { timeline, history, notAfter }: RestorePath,
): Promise<string | null> {
  const { segmentBytes } = manifest;
  const names = new Set(from.walNames());
  const last = await from.lastArchived();
  const ends = [...names, ...(last === null ? [] : [last.name])]
    .map((name) => parseSegment(name, segmentBytes))
    .filter((segment) => segment?.timeline === timeline);
  const whole = segmentBefore(placeOf(manifest.stop.lsn), segmentBytes);
  const end = ends.reduce(
    (most, segment) => (segment !== null && segment.number > most ? segment.number : most),
    whole,
  );
  // Up to which file a moment needs the log is known to the log alone; PostgreSQL says if it ends too early.
  const reached = notAfter === null ? null : segmentBefore(notAfter, segmentBytes);
  return firstMissing((name) => names.has(name), {
    from: segmentAt(placeOf(manifest.start.lsn), segmentBytes),
    to: reached ?? (to.kind === 'time' ? whole : end),
    timeline,
    history,
    segmentBytes,
  });
}

/** Writes the files of a base backup below `into`, each checked against its digest. Errors: BackupProblem. */
async function unpack(
  from: BackupFolder,
  manifest: Manifest,
  into: string,
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  const folders = [...manifest.folders, ...manifest.files.map(({ path }) => dirname(path))];
  for (const folder of new Set(folders)) mkdirSync(join(into, folder), { recursive: true, mode: 0o700 });
  let file: FileHandle | null = null;
  try {
    for await (const { entry, part, isLast } of filesOf(from, manifest, onProgress)) {
      file ??= await open(join(into, entry.path), 'wx', 0o600);
      await file.writeFile(part);
      if (!isLast) continue;
      await file.close();
      file = null;
    }
  } finally {
    await file?.close();
  }
}

/**
 * The files of a base backup, in pieces, each checked against its size and its digest with its last piece.
 * Errors: BackupProblem.
 */
export async function* filesOf(
  from: BackupFolder,
  manifest: Manifest,
  onProgress: (done: number, all: number) => void,
): AsyncGenerator<{ entry: BackedUpFile; part: Buffer; isLast: boolean }> {
  const name = dataName(manifest.id);
  const all = manifest.files.reduce((sum, { size }) => sum + size, 0);
  const stream = readEncrypted(from.file(name), { name, key: from.key });
  let waiting: Buffer = Buffer.alloc(0);
  let done = 0;
  for (const entry of manifest.files) {
    const digest = createHash('sha256');
    let left = entry.size;
    do {
      if (waiting.length === 0 && left > 0) {
        const next = await stream.next();
        if (next.done === true) throw disagrees(from, entry, 'it is cut');
        waiting = next.value;
      }
      const part = waiting.subarray(0, left);
      waiting = waiting.subarray(part.length);
      left -= part.length;
      done += part.length;
      digest.update(part);
      if (left === 0 && digest.copy().digest('hex') !== entry.sha256) throw disagrees(from, entry, 'its bytes differ');
      yield { entry, part, isLast: left === 0 };
    } while (left > 0);
    onProgress(done, all);
  }
  // To the very end: only the last piece proves that nothing was cut off.
  for await (const more of stream) if (more.length + waiting.length > 0) throw tooMuch(from, manifest);
  if (waiting.length > 0) throw tooMuch(from, manifest);
}

async function replay(
  { from, to, onProgress }: RestoreOptions,
  way: { manifest: Manifest; path: RestorePath; place: Place; account: Account; binaries: Binaries },
): Promise<Pick<Restored, 'lsn' | 'lastCommitAt' | 'timeline' | 'walFiles'>> {
  const { manifest, path, account, binaries } = way;
  const cluster = way.place.restoring;
  const data = join(cluster, 'data');
  const place: Place = {
    ...way.place,
    cluster,
    data,
    secret: join(cluster, 'secret'),
    secrets: join(cluster, 'secrets'),
    door: join(data, 'pg_hba.conf'),
    processFile: join(data, 'postmaster.pid'),
  };
  writeFileSync(join(data, 'recovery.signal'), '', { mode: 0o600 });
  const { uid, gid } = account.server;
  if (uid !== undefined && gid !== undefined) giveTo(data, uid, gid);
  const secret = readSecret(place, binaries);
  const first = segmentAt(placeOf(manifest.start.lsn), manifest.segmentBytes);
  const numbers = from.walNames().map((name) => parseSegment(name, manifest.segmentBytes)?.number ?? 0n);
  const expected = numbers.filter((number) => number >= first).length;
  const feed = new WalFeed({
    from,
    folder: join(place.root, 'wal-feed'),
    account,
    segmentBytes: manifest.segmentBytes,
    onGiven: (given) => onProgress('Replaying', Math.min(given, expected), expected),
  });
  feed.begin();
  try {
    const settings = { ...recoverySettings(to, path.timeline), restore_command: feed.command };
    await startServer(place, binaries, account, {
      durable: true,
      port: undefined,
      settings,
      patienceMs: FOREVER_MS,
      until: cutShort,
    });
    const server = await liveServer(place, secret);
    if (server === null) throw new EngineProblem('PostgreSQL ended as soon as it had recovered.');
    try {
      return { ...(await reached(server.connection)), walFiles: feed.given };
    } finally {
      await stopServer(place, server.process, binaries);
    }
  } catch (error) {
    throw feed.failure ?? (await whyNotReplayed(error, from, manifest, to, path));
  } finally {
    await feed.end();
  }
}

function reached(connection: pg.ClientConfig): Promise<Pick<Restored, 'lsn' | 'lastCommitAt' | 'timeline'>> {
  return withClient(connection, async (client) => {
    const { rows } = await client.query<{ lsn: string; at: Date | null; timeline: string }>(
      `select pg_last_wal_replay_lsn()::text as lsn, pg_last_xact_replay_timestamp() as at,
              left(pg_walfile_name(pg_current_wal_lsn()), 8) as timeline`,
    );
    const [row] = rows;
    if (row === undefined) throw new Error('no row came back');
    return { lsn: row.lsn, lastCommitAt: row.at?.toISOString() ?? null, timeline: Number.parseInt(row.timeline, 16) };
  });
}

async function whyNotReplayed(
  error: unknown,
  from: BackupFolder,
  manifest: Manifest,
  to: RestoreTarget,
  path: RestorePath,
): Promise<unknown> {
  if (!(error instanceof EngineProblem)) return error;
  if (!/before configured recovery target was reached/.test(error.message)) {
    return new BackupProblem('RESTORE_FAILED', `The log could not be replayed. ${error.message}`, { cause: error });
  }
  const missing = await missingWal(from, manifest, { kind: 'latest' }, path);
  if (missing !== null) return incomplete(from, missing);
  const lastCommit = /last completed transaction was at log time (\S+ \S+)/.exec(error.message)?.[1];
  return new BackupProblem(
    'RESTORE_TARGET_UNKNOWN',
    `The log in ${from.path} ends before ${targetText(to)} is reached: ` +
      `${lastCommit === undefined ? 'it holds no transaction' : `its last transaction was committed at ${lastCommit}`}. ` +
      '`--to latest` restores all there is. Nothing was written.',
    { cause: error },
  );
}

function refuseWithoutRoom(place: Place, { files }: Manifest): void {
  const needed = files.reduce((sum, { size }) => sum + size, 0);
  const { bavail, bsize } = statfsSync(place.root);
  if (bavail * bsize > needed) return;
  throw new BackupProblem(
    'RESTORE_FAILED',
    `${place.root} has ${megabytes(bavail * bsize)} MB free, and the books need ${megabytes(needed)} MB and room to work. Nothing was written.`,
  );
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}

function placeOf(text: string): Lsn {
  const lsn = parseLsn(text);
  if (lsn === null)
    throw new BackupProblem('BACKUP_DAMAGED', `The manifest names "${text}", which is no place in a log.`);
  return lsn;
}

function incomplete(from: BackupFolder, name: string): BackupProblem {
  return new BackupProblem(
    'BACKUP_INCOMPLETE',
    `${name} of the log is missing: ${from.file(`wal/${name}`)} is not there, and nothing after it can be restored. ` +
      'Find that file, or restore to a moment or a point before it.',
  );
}

function disagrees(from: BackupFolder, { path }: BackedUpFile, why: string): BackupProblem {
  return new BackupProblem('BACKUP_DAMAGED', `${path} in ${from.path} is not as its manifest says: ${why}.`);
}

function tooMuch(from: BackupFolder, { id }: Manifest): BackupProblem {
  return new BackupProblem('BACKUP_DAMAGED', `The data of ${id} in ${from.path} is longer than its manifest says.`);
}
