import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupFolder } from './archive.ts';
import { lockBackups } from './base-backup.ts';
import { backupIds, type FoundBackup, foundBackup, foundBackups, type Manifest, manifestName } from './manifest.ts';
import { filesOf } from './restore.ts';
import { type BackupProblemCode, BackupProblem } from './backup-problem.ts';
import { type Branch, firstMissing, parseLsn, parseSegment, segmentAt } from './wal.ts';

/** What is wrong with a backup folder, one file at a time. */
export interface Finding {
  readonly name: string;
  readonly code: BackupProblemCode;
  readonly sentence: string;
}

export interface Verified {
  readonly backups: number;
  readonly walFiles: number;
  readonly bytes: number;
  readonly findings: readonly Finding[];
}

/**
 * Reads everything back: each file of each base backup against its digest, each file of the log, and that the log is without
 * a hole from the oldest backup on. It goes on after the first finding, because an operator needs all of them.
 */
export async function verifyBackups(
  folder: BackupFolder,
  onProgress: (done: number, all: number) => void,
): Promise<Verified> {
  await folder.systemIdentifier();
  const findings: Finding[] = [];
  const check = async <T>(name: string, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof BackupProblem)) throw error;
      findings.push({ name, code: error.code, sentence: error.message });
      return null;
    }
  };
  const backups: FoundBackup[] = [];
  for (const id of backupIds(folder)) {
    const found = await check(`base/${id}`, () => foundBackup(folder, id));
    if (found !== null) backups.push(found);
  }
  const walNames = folder.walNames();
  const all = backups.reduce((sum, { storedBytes }) => sum + storedBytes, 0) + sizes(folder, walNames);
  let bytes = 0;
  let done = 0;

  for (const { id, manifest, storedBytes } of backups) {
    if (manifest === null) {
      const sentence = `The backup ${id} was interrupted; \`recoup backup prune\` removes it.`;
      findings.push({ name: `base/${id}`, code: 'BACKUP_INCOMPLETE', sentence });
    } else {
      await check(`base/${id}`, async () => {
        for await (const { part } of filesOf(folder, manifest, () => undefined)) bytes += part.length;
      });
    }
    onProgress((done += storedBytes), all);
  }
  for (const name of walNames) {
    await check(`wal/${name}`, async () => {
      for await (const part of folder.readWal(name)) bytes += part.length;
    });
    onProgress((done += folder.sizeOf(`wal/${name}`)), all);
  }
  await check('last', () => folder.lastArchived());
  await check('points', () => folder.points());
  for (const { manifest } of backups) {
    if (manifest !== null) await check(`base/${manifest.id}`, () => refuseHoles(folder, manifest, walNames));
  }
  return { backups: backups.length, walFiles: walNames.length, bytes, findings };
}

/** Along each timeline that this backup lies in the past of. */
async function refuseHoles(folder: BackupFolder, manifest: Manifest, walNames: readonly string[]): Promise<void> {
  const { segmentBytes } = manifest;
  const names = new Set(walNames);
  const last = await folder.lastArchived();
  const segments = [...walNames, ...(last === null ? [] : [last.name])].flatMap(
    (name) => parseSegment(name, segmentBytes) ?? [],
  );
  const start = parseLsn(manifest.start.lsn) ?? 0n;
  for (const timeline of new Set(segments.map((segment) => segment.timeline))) {
    const history: Branch[] = await folder.history(timeline);
    const isPast = timeline === manifest.timeline || history.some((branch) => branch.timeline === manifest.timeline);
    if (!isPast) continue;
    const numbers = segments.filter((segment) => segment.timeline === timeline).map(({ number }) => number);
    const missing = firstMissing((name) => names.has(name), {
      from: segmentAt(start, segmentBytes),
      to: numbers.reduce((most, number) => (number > most ? number : most), 0n),
      timeline,
      history,
      segmentBytes,
    });
    if (missing !== null) {
      throw new BackupProblem(
        'BACKUP_INCOMPLETE',
        `${missing} of the log is missing: the backup ${manifest.id} cannot be restored beyond it. Take a new one.`,
      );
    }
  }
}

export interface Pruned {
  readonly backups: readonly string[];
  readonly walFiles: number;
  readonly points: readonly string[];
  readonly freedBytes: number;
}

/**
 * Removes all but the `keep` youngest finished backups, the half ones, and the log and the points from before the oldest that
 * is kept. Each kept one can be restored to any moment afterwards, as before.
 * Errors: BackupProblem if a manifest is damaged: what that backup needs is then not known, and nothing is removed.
 */
export async function pruneBackups(
  folder: BackupFolder,
  { keep, dryRun }: { keep: number; dryRun: boolean },
): Promise<Pruned> {
  const release = await lockBackups(folder);
  try {
    await folder.systemIdentifier();
    const { backups, wal, points } = whatGoes(
      await foundBackups(folder),
      { wal: folder.walNames(), points: await folder.points() },
      keep,
    );
    const freedBytes = backups.reduce((sum, { storedBytes }) => sum + storedBytes, 0) + sizes(folder, wal);
    if (!dryRun) {
      for (const { id } of backups) {
        folder.remove(manifestName(id)); // first: from here on it is half a backup, whatever happens
        rmSync(join(folder.path, 'base', id), { recursive: true });
      }
      for (const name of points) folder.remove(`points/${name}`);
      for (const name of wal) folder.remove(`wal/${name}`);
    }
    return { backups: backups.map(({ id }) => id), walFiles: wal.length, points, freedBytes };
  } finally {
    await release();
  }
}

/**
 * Which backups, files of the log and points are not needed by the `keep` youngest finished backups. Histories stay: they
 * are small, and a timeline without its history cannot be followed. Without a finished backup the log stays whole.
 */
export function whatGoes(
  found: readonly FoundBackup[],
  { wal, points }: { wal: readonly string[]; points: readonly { readonly name: string; readonly lsn: string }[] },
  keep: number,
): { backups: FoundBackup[]; wal: string[]; points: string[] } {
  if (!Number.isSafeInteger(keep) || keep < 1) throw new RangeError('at least one backup is kept');
  const finished = found.flatMap(({ manifest }) => manifest ?? []);
  const kept = finished.toSorted((one, other) => Date.parse(one.stop.at) - Date.parse(other.stop.at)).slice(-keep);
  const keptIds = new Set(kept.map(({ id }) => id));
  const backups = found.filter(({ id }) => !keptIds.has(id));
  const [first] = kept;
  if (first === undefined) return { backups, wal: [], points: [] };
  // The log is counted from its beginning on every timeline, so one place is the oldest for all of them.
  const starts = kept.map(({ start }) => parseLsn(start.lsn) ?? 0n);
  const oldest = starts.reduce((least, lsn) => (lsn < least ? lsn : least));
  const oldestSegment = segmentAt(oldest, first.segmentBytes);
  return {
    backups,
    wal: wal.filter((name) => {
      const segment = parseSegment(name.slice(0, 24), first.segmentBytes);
      return segment !== null && segment.number < oldestSegment;
    }),
    points: points.filter(({ lsn }) => (parseLsn(lsn) ?? 0n) < oldest).map(({ name }) => name),
  };
}

function sizes(folder: BackupFolder, walNames: readonly string[]): number {
  return walNames.reduce((sum, name) => sum + folder.sizeOf(`wal/${name}`), 0);
}
