import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, lstatSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { codeOf } from '../engine/engine-problem.ts';
import { BackupProblem } from './backup-problem.ts';

/** 32 random bytes that every file of a backup is encrypted under. It is kept outside the backup, and nowhere in it. */
export interface BackupKey {
  readonly bytes: Buffer;
  /** 32 hexadecimal digits that name the key and do not tell it; each encrypted file bears them. */
  readonly id: string;
}

const FIRST_WORD = 'recoup-backup-key-1';

/**
 * Writes a new key into a new file that its owner alone can read. Nothing is overwritten: with the old key its backups
 * would be lost. Errors: BackupProblem if the file is there already or cannot be written.
 */
export function createBackupKey(path: string): BackupKey {
  const key = keyOf(randomBytes(32));
  let file: number;
  try {
    file = openSync(path, 'wx', 0o600);
  } catch (error) {
    const why =
      codeOf(error) === 'EEXIST' ? 'it is there already; whatever was encrypted with it needs it' : codeOf(error);
    throw new BackupProblem('BACKUP_KEY_UNUSABLE', `The key was not written to ${path}: ${why}.`, { cause: error });
  }
  chmodSync(path, 0o600); // whatever the umask made of it
  writeSync(file, `${FIRST_WORD} ${key.bytes.toString('hex')}\n`);
  fsyncSync(file);
  closeSync(file);
  syncFolder(dirname(path));
  return key;
}

/** Errors: BackupProblem if there is none, if others than its owner can read it, or if it is no key. */
export function readBackupKey(path: string): BackupKey {
  let text: string;
  try {
    const { mode } = statSync(path);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new BackupProblem(
        'BACKUP_KEY_UNUSABLE',
        `The key ${path} can be read by others (mode ${(mode & 0o777).toString(8).padStart(4, '0')}). Close it with chmod 600, and ask yourself who has read it.`,
      );
    }
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof BackupProblem) throw error;
    throw new BackupProblem(
      'BACKUP_KEY_UNUSABLE',
      `The key ${path} cannot be read (${codeOf(error)}). \`recoup backup key create FILE\` makes a new one; what was encrypted with a lost key is lost.`,
      { cause: error },
    );
  }
  const found = /^recoup-backup-key-1 ([0-9a-f]{64})\n?$/.exec(text)?.[1];
  if (found === undefined) {
    throw new BackupProblem(
      'BACKUP_KEY_UNUSABLE',
      `${path} holds no key: one line, "${FIRST_WORD}" and 64 hexadecimal digits.`,
    );
  }
  return keyOf(Buffer.from(found, 'hex'));
}

function keyOf(bytes: Buffer): BackupKey {
  const id = createHash('sha256').update('recoup backup key id\0').update(bytes).digest('hex').slice(0, 32);
  return { bytes, id };
}

/** A new name survives a power cut only once the folder it stands in is on the disk. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32' || lstatSync(path, { throwIfNoEntry: false }) === undefined) return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
