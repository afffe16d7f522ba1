import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '../engine/place.ts';

/** The newest base backup of these books, as it is noted beside their data for whoever asks how old it is. */
export interface LastBackup {
  readonly id: string;
  /** When it was finished. */
  readonly at: string;
}

/** Null where none was taken of these books, as they lie here: restored ones need one of their own. */
export function lastBackup(place: Place): LastBackup | null {
  return readNote<LastBackup | null>(noteFile(place), null);
}

export function noteBackup(place: Place, { id, at }: LastBackup): void {
  writeNote(noteFile(place), { id, at });
}

function noteFile(place: Place): string {
  return join(place.root, 'last-backup.json');
}

/** What a note beside the data says; `otherwise` where there is none, or half of one, as power that went has left it. */
export function readNote<T>(path: string, otherwise: T): T {
  if (!existsSync(path)) return otherwise;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch (error) {
    // It is no more than a note: what is archived is asked of the folder and of receipts.
    if (error instanceof SyntaxError) return otherwise;
    throw error;
  }
}

/** Under another name first: a reader sees the old note or the new one. */
export function writeNote(path: string, note: object): void {
  const unfinished = `${path}.unfinished`;
  writeFileSync(unfinished, `${JSON.stringify(note)}\n`, { mode: 0o600, flush: true });
  renameSync(unfinished, path);
}
