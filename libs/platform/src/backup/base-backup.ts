import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { codeOf } from '../engine/engine-problem.ts';
import { tryLock } from '../engine/one-at-a-time.ts';
import type { Place } from '../engine/place.ts';
import { type BackupFolder, type RestorePoint, systemIdentifierOf } from './archive.ts';
import { archiveState } from './archiver.ts';
import { syncFolder } from './backup-key.ts';
import { noteBackup } from './backup-note.ts';
import { BackupProblem } from './backup-problem.ts';
import { withClient } from '../with-client.ts';
import { writeEncrypted } from './encrypted-file.ts';
import { type BackedUpFile, dataName, type Manifest, manifestName } from './manifest.ts';
import { type Lsn, parseLsn, segmentAt, segmentBefore, segmentName } from './wal.ts';

export interface BackupOptions {
  readonly place: Place;
  readonly folder: BackupFolder;
  /**
   * Who makes the backup: a superuser, or whoever may execute pg_backup_start, pg_backup_stop, pg_switch_wal and
   * pg_create_restore_point. No table is read.
   */
  readonly connection: pg.ClientConfig;
  readonly productVersion: string;
  readonly onProgress: (doneBytes: number, allBytes: number) => void;
  /** How long to wait until the last file of the log is in the archive. */
  readonly archivePatienceMs?: number;
}

const READ_BYTES = 1024 * 1024;
const ARCHIVE_PATIENCE_MS = 120_000;

/** Folders whose contents PostgreSQL makes anew at its start, or which belong to this server alone. */
const EMPTIED = new Set(
  ['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans'].map(
    (name) => `data/${name}`,
  ),
);
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|pg_internal\.init(\.\d+)?|pgsql_tmp.*|t\d+_\d+.*|backup_label|tablespace_map|backup_manifest|.*\.tmp)$/;
const CONTROL_FILE = 'data/global/pg_control';

/**
 * Copies the cluster while it is being written to: between pg_backup_start and pg_backup_stop, on one connection that stays
 * open. The files do not agree with each other; the log between the two makes them. The manifest is written last, once that
 * log is in the archive: what has one is whole.
 * A killed backup leaves the server as it was (PostgreSQL ends the backup with its connection), and a folder without a
 * manifest.
 * Errors: BackupProblem: another backup runs, nothing is archived, or the target is full or gone.
 */
export async function takeBackup(options: BackupOptions): Promise<Manifest> {
  const release = await lockBackups(options.folder);
  try {
    return await asBackup(options.connection, (client) => backup(client, options));
  } catch (error) {
    throw asBackupProblem(error, options.folder);
  } finally {
    await release();
  }
}

/** Backups, and what removes them, one at a time. Errors: BackupProblem. */
export async function lockBackups(folder: BackupFolder): Promise<() => Promise<void>> {
  const release = await tryLock(`the backups of ${folder.path}`);
  if (release !== null) return release;
  throw new BackupProblem(
    'BACKUP_RUNS_ALREADY',
    `Another backup into ${folder.path}, or a removal of old ones, is at work. Wait for it; nothing was written.`,
  );
}

/** Gives this moment a name that can be restored to, and waits until the log up to it is archived. */
export async function namePoint(
  { place, folder, connection, archivePatienceMs }: Omit<BackupOptions, 'productVersion' | 'onProgress'>,
  name: string,
): Promise<RestorePoint> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(name)) {
    throw new BackupProblem(
      'RESTORE_TARGET_UNKNOWN',
      `"${name}" is no name of a restore point: 1 to 63 letters, digits, dots, hyphens and underscores.`,
    );
  }
  if (folder.has(`points/${name}`)) {
    throw new BackupProblem('RESTORE_TARGET_UNKNOWN', `There is a restore point ${name} already. Take another name.`);
  }
  return asBackup(connection, async (client) => {
    await refuseWithoutArchive(client);
    const { lsn, file, segment_bytes } = only(
      await client.query<{ lsn: string; file: string; segment_bytes: string }>(
        `with point as materialized (select pg_create_restore_point($1) as lsn)
         select lsn::text, pg_walfile_name(lsn) as file,
                pg_size_bytes(current_setting('wal_segment_size'))::text as segment_bytes
         from point`,
        [name],
      ),
    );
    await client.query('select pg_switch_wal()'); // or it would wait in a segment that nobody fills
    const timeline = timelineOf(file);
    const last = segmentBefore(parsed(lsn), Number(segment_bytes));
    await archived(place, folder, [segmentName({ timeline, number: last }, Number(segment_bytes))], archivePatienceMs);
    const point: RestorePoint = { name, lsn, timeline, at: new Date().toISOString() };
    await folder.writeJson(`points/${name}`, point, { replace: false });
    return point;
  });
}

async function backup(client: pg.Client, options: BackupOptions): Promise<Manifest> {
  const { place, folder, productVersion } = options;
  const systemIdentifier = systemIdentifierOf(place.data);
  await folder.openFor(systemIdentifier, { mayBegin: false });
  await refuseWithoutArchive(client);
  const server = only(
    await client.query<{ version: string; segment_bytes: string }>(
      `select current_setting('server_version') as version,
              pg_size_bytes(current_setting('wal_segment_size'))::text as segment_bytes`,
    ),
  );
  const segmentBytes = Number(server.segment_bytes);
  const id = `${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}-${randomBytes(4).toString('hex')}`;

  const start = only(
    await client.query<{ lsn: string; file: string; at: Date }>(
      `with start as materialized (select pg_backup_start($1, true) as lsn)
       select lsn::text, pg_walfile_name(lsn) as file, clock_timestamp() as at from start`,
      [`recoup ${id}`],
    ),
  );
  mkdirSync(dirname(folder.file(dataName(id))), { mode: 0o700 });
  syncFolder(join(folder.path, 'base'));
  const cluster = clusterFiles(place);
  const files: BackedUpFile[] = [];
  let stop: { lsn: string; label: string; spaces: string; at: Date } | undefined;
  const bytes = async function* (): AsyncGenerator<Buffer> {
    yield* contents(place, cluster.files, files, options.onProgress);
    // Within the stream, because the label is a file of the backup and is known only now.
    stop = only(
      await client.query<{ lsn: string; label: string; spaces: string; at: Date }>(
        `select lsn::text, labelfile as label, spcmapfile as spaces, clock_timestamp() as at from pg_backup_stop(false)`,
      ),
    );
    if (stop.spaces.trim() !== '') {
      throw new BackupProblem(
        'BACKUP_NOT_CONFIGURED',
        'This cluster has tablespaces outside its folder, and Recoup makes none: they would be missing from the backup.',
      );
    }
    yield* inOneFile('data/backup_label', Buffer.from(stop.label), files);
  };
  await writeEncrypted(folder.file(dataName(id)), bytes(), { name: dataName(id), key: folder.key, replace: false });
  if (stop === undefined) throw new Error('the backup was not stopped');

  const timeline = timelineOf(start.file);
  const needed = [segmentAt(parsed(start.lsn), segmentBytes), segmentBefore(parsed(stop.lsn), segmentBytes)];
  const names = needed.map((number) => segmentName({ timeline, number }, segmentBytes));
  await archived(place, folder, names, options.archivePatienceMs);
  const manifest: Manifest = {
    format: 1,
    id,
    productVersion,
    postgres: `PostgreSQL ${server.version}`,
    postgresMajor: server.version.replace(/\D.*$/, ''),
    systemIdentifier,
    timeline,
    segmentBytes,
    start: { lsn: start.lsn, at: start.at.toISOString() },
    stop: { lsn: stop.lsn, at: stop.at.toISOString() },
    folders: cluster.folders,
    files,
  };
  await folder.writeJson(manifestName(id), manifest, { replace: false });
  try {
    noteBackup(place, { id, at: manifest.stop.at });
  } catch {
    // The database's disk is full, which the server says louder; the backup is whole, and is on another disk.
  }
  return manifest;
}

async function refuseWithoutArchive(client: pg.Client): Promise<void> {
  const { mode } = only(await client.query<{ mode: string }>(`select current_setting('archive_mode') as mode`));
  if (mode === 'on') return;
  throw new BackupProblem(
    'BACKUP_NOT_CONFIGURED',
    'The server that runs was started without a backup folder, so its log is not archived, and a backup without its log cannot be restored. Stop it, set RECOUP_BACKUP_FOLDER and RECOUP_BACKUP_KEY for it too, and start it again.',
  );
}

/** Waits until these files of the log are in the archive; the archiver of this process or of another one puts them there. */
async function archived(
  place: Place,
  folder: BackupFolder,
  names: readonly string[],
  patienceMs = ARCHIVE_PATIENCE_MS,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const missing = names.find((name) => !folder.has(`wal/${name}`));
    if (missing === undefined) return;
    if (Date.now() > deadline) {
      const trouble = archiveState(place)?.trouble?.sentence ?? 'No process that archives it seems to run.';
      throw new BackupProblem(
        'BACKUP_TARGET_UNUSABLE',
        `${missing} of the log has not reached ${folder.path}, and without it nothing can be restored. ${trouble}`,
      );
    }
    await pause(50);
  }
}

/** Every file and folder below the cluster, by its path from there; the control file comes last. */
function clusterFiles(place: Place): { files: string[]; folders: string[] } {
  const files: string[] = [];
  const folders: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(place.cluster, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (LEFT_OUT.test(entry.name)) continue;
      if (entry.isSymbolicLink()) {
        throw new BackupProblem(
          'BACKUP_NOT_CONFIGURED',
          `${path} is a link, and what it leads to is not in the backup.`,
        );
      }
      if (entry.isDirectory()) {
        folders.push(path);
        if (EMPTIED.has(path)) continue;
        walk(path);
      } else if (entry.isFile() && path !== CONTROL_FILE) files.push(path);
    }
  };
  walk('');
  return { files: [...files.toSorted(), CONTROL_FILE], folders: [...folders, 'data/pg_wal/archive_status'] };
}

async function* contents(
  place: Place,
  paths: readonly string[],
  files: BackedUpFile[],
  onProgress: (done: number, all: number) => void,
): AsyncGenerator<Buffer> {
  const sizes = new Map<string, number>();
  for (const path of paths) sizes.set(path, await sizeOf(join(place.cluster, path)));
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  let done = 0;
  for (const path of paths) {
    if (path === CONTROL_FILE) yield* inOneFile(path, await steadyBytes(join(place.cluster, path)), files);
    else yield* fileContents(join(place.cluster, path), path, files);
    done += sizes.get(path) ?? 0;
    onProgress(done, all);
  }
}

async function* fileContents(absolute: string, path: string, files: BackedUpFile[]): AsyncGenerator<Buffer> {
  const file = await open(absolute, 'r').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null; // a table that was dropped meanwhile; the log knows
    throw error;
  });
  if (file === null) return;
  try {
    const digest = createHash('sha256');
    const { size: end } = await file.stat(); // what is added later is in the log, and would never end
    let size = 0;
    while (size < end) {
      const buffer = Buffer.alloc(Math.min(READ_BYTES, end - size));
      const { bytesRead } = await file.read(buffer, 0, buffer.length);
      if (bytesRead === 0) break; // a table that was cut meanwhile
      const part = buffer.subarray(0, bytesRead);
      digest.update(part);
      size += bytesRead;
      yield part;
    }
    files.push({ path, size, sha256: digest.digest('hex') });
  } finally {
    await file.close();
  }
}

function* inOneFile(path: string, bytes: Buffer, files: BackedUpFile[]): Generator<Buffer> {
  files.push({ path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  yield bytes;
}

/** The control file is not in the log, so it must not be read while it is being written: twice the same is whole. */
async function steadyBytes(path: string): Promise<Buffer> {
  let before = await readFile(path);
  for (;;) {
    const now = await readFile(path);
    if (now.equals(before)) return now;
    before = now;
  }
}

async function sizeOf(path: string): Promise<number> {
  const file = await open(path, 'r').catch(() => null);
  const size = (await file?.stat())?.size ?? 0;
  await file?.close();
  return size;
}

function asBackup<T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient({ ...connection, application_name: 'recoup backup' }, work);
}

function timelineOf(walFile: string): number {
  return Number.parseInt(walFile.slice(0, 8), 16);
}

function parsed(text: string): Lsn {
  const lsn = parseLsn(text);
  if (lsn === null) throw new Error(`${text} is no place in the log`);
  return lsn;
}

function only<Row extends object>({ rows: [row] }: pg.QueryResult<Row>): Row {
  if (row === undefined) throw new Error('no row came back');
  return row;
}

function asBackupProblem(error: unknown, folder: BackupFolder): unknown {
  const code = codeOf(error);
  if (error instanceof BackupProblem || !/^E[A-Z]+$/.test(code) || code.startsWith('ECONN')) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new BackupProblem('BACKUP_TARGET_UNUSABLE', `The backup into ${folder.path} was broken off: ${why}.`, {
    cause: error,
  });
}
