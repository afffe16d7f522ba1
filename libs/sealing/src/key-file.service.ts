import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { Refused } from '#kernel';
import { newSigningKey, type SigningKey, signingKeyFromPem } from './cryptography.service.ts';
import type { SignatureType } from './signed-note.ts';

const kinds: Readonly<Record<SignatureType, string>> = { 1: 'log', 4: 'witness' };

/**
 * Makes a key and writes its private half (PKCS#8) to a new file that its owner alone can read. A file is there whole or
 * not at all, and none is ever written over.
 * Errors: KeyFileExists.
 */
export function createKeyFile(path: string, name: string, type: SignatureType): SigningKey {
  const { key, pem } = newSigningKey(name, type);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  const file = openSync(unfinished, 'wx', 0o600);
  try {
    writeSync(file, `recoup ${kinds[type]} key: ${name}\n${pem}`);
    fsyncSync(file);
    closeSync(file);
    linkSync(unfinished, path); // refuses where there is one already
  } catch (error) {
    if ((error as { code?: unknown }).code === 'EEXIST') throw new KeyFileExists(path);
    throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
  return key;
}

/** Errors: KeyFileMissing, KeyFileOpenToOthers, KeyFileUnreadable. */
export function readKeyFile(path: string, type: SignatureType): SigningKey {
  if (!existsSync(path)) throw new KeyFileMissing(path);
  const file = openSync(path, 'r'); // the very file that is judged is the one that is read
  try {
    const { mode, uid } = fstatSync(file);
    const self = process.geteuid?.();
    if (process.platform !== 'win32' && ((mode & 0o077) !== 0 || (self !== 0 && uid !== self))) {
      throw new KeyFileOpenToOthers(path, mode & 0o777);
    }
    const text = readFileSync(file, 'utf8');
    const [, kind, name] = /^recoup (log|witness) key: ([^\s+]+)\n/.exec(text) ?? [];
    if (name === undefined || kind !== kinds[type]) throw new KeyFileUnreadable(path, kinds[type]);
    try {
      return signingKeyFromPem(name, type, text.slice(text.indexOf('\n') + 1));
    } catch {
      throw new KeyFileUnreadable(path, kinds[type]);
    }
  } finally {
    closeSync(file);
  }
}

export class KeyFileExists extends Refused {
  constructor(path: string) {
    super(`${path} is there already, and a key is never written over: what it has signed could not be signed again.`);
  }
}

export class KeyFileMissing extends Refused {
  constructor(path: string) {
    super(`There is no key file ${path}.`);
  }
}

export class KeyFileOpenToOthers extends Refused {
  constructor(path: string, mode: number) {
    super(
      `${path} can be read by others than its owner (mode ${mode.toString(8).padStart(4, '0')}), so anybody may sign with it. ` +
        `Run chmod 600 ${path} as its owner, and replace the key if others have been on this machine.`,
    );
  }
}

export class KeyFileUnreadable extends Refused {
  constructor(path: string, kind: string) {
    super(`${path} holds no ${kind} key of Recoup (an Ed25519 key, PKCS#8, below its name).`);
  }
}
