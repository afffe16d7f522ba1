import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupFolder } from './archive.ts';
import { BackupProblem } from './backup-problem.ts';

/** One file of a base backup, by its path below the cluster: "data/base/5/1259", "secret". */
export interface BackedUpFile {
  readonly path: string;
  readonly size: number;
  /** Of the plain bytes, in hexadecimal digits. */
  readonly sha256: string;
}

/** What a base backup is. The bytes of its files lie in `base/ID/data`, one after another in the order of `files`. */
export interface Manifest {
  readonly format: 1;
  readonly id: string;
  /** Of Recoup. */
  readonly productVersion: string;
  /** "PostgreSQL 18.4" */
  readonly postgres: string;
  /** "18": no other major version can read the files. */
  readonly postgresMajor: string;
  readonly systemIdentifier: string;
  readonly timeline: number;
  readonly segmentBytes: number;
  /** The log from here on is needed to read the files at all. */
  readonly start: { readonly lsn: string; readonly at: string };
  /** By this place of the log the files agree with each other: nothing earlier can be restored from them. */
  readonly stop: { readonly lsn: string; readonly at: string };
  readonly folders: readonly string[];
  readonly files: readonly BackedUpFile[];
}

/** A base backup as it lies in the folder. `manifest` is null where it was never finished. */
export interface FoundBackup {
  readonly id: string;
  readonly manifest: Manifest | null;
  readonly storedBytes: number;
}

export function dataName(id: string): string {
  return `base/${id}/data`;
}

export function manifestName(id: string): string {
  return `base/${id}/manifest`;
}

/** Errors: BackupProblem: never finished, damaged, or put in the place of another. */
export async function readManifest(folder: BackupFolder, id: string): Promise<Manifest> {
  if (!folder.has(manifestName(id))) {
    throw new BackupProblem(
      'BACKUP_INCOMPLETE',
      `The backup ${id} in ${folder.path} was interrupted: it has no manifest, and half a backup is none.`,
    );
  }
  const manifest = await folder.readJson<Manifest>(manifestName(id));
  if (manifest.id !== id || manifest.systemIdentifier !== (await folder.systemIdentifier())) {
    throw new BackupProblem('BACKUP_DAMAGED', `The manifest of ${id} is the one of another backup (${manifest.id}).`);
  }
  return manifest;
}

export function backupIds(folder: BackupFolder): string[] {
  const base = join(folder.path, 'base');
  return existsSync(base) ? readdirSync(base).toSorted() : [];
}

/** Oldest first; the half ones too. Errors: BackupProblem if a manifest is damaged. */
export async function foundBackups(folder: BackupFolder): Promise<FoundBackup[]> {
  const found: FoundBackup[] = [];
  for (const id of backupIds(folder)) found.push(await foundBackup(folder, id));
  const age = ({ id, manifest }: FoundBackup): string => manifest?.stop.at ?? id;
  return found.sort((one, other) => age(one).localeCompare(age(other)));
}

export async function foundBackup(folder: BackupFolder, id: string): Promise<FoundBackup> {
  const names = [dataName(id), manifestName(id)].filter((name) => folder.has(name));
  return {
    id,
    manifest: folder.has(manifestName(id)) ? await readManifest(folder, id) : null,
    storedBytes: names.reduce((sum, name) => sum + folder.sizeOf(name), 0),
  };
}
