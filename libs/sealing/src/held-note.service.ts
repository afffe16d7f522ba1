import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the files of the seals lie, below the folder of the books and outside their database. */
export interface SealFolder {
  /** The log's own key; nobody reads it but the account of the server. */
  readonly keyFile: string;
  /** The newest published checkpoint: what the next start holds the database against. */
  readonly latestNote: string;
}

export function sealFolder(folder: string): SealFolder {
  return { keyFile: join(folder, 'keys', 'log.key'), latestNote: join(folder, 'checkpoints', 'latest.note') };
}

/** Null where there is none yet. */
export function readHeldNote(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** The whole note or the one before it, whenever the power goes. */
export function keepHeldNote(path: string, note: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const file = openSync(unfinished, 'wx', 0o600);
    try {
      writeSync(file, note);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
