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
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { Refused } from '#kernel';
import { newPersonalKeys, type PersonalKeys, type WrappingKey } from './personal-keys.service.ts';

const head = 'recoup personal keys';

/** Beside the key of the log: in no backup of the books, so that a backup alone tells no name. */
export function personalKeyFile(folder: string): string {
  return join(folder, 'keys', 'personal.key');
}

/**
 * Makes new keys and writes them to a new file that its owner alone can read. A file is there whole or not at all, and none
 * is ever written over. Errors: PersonalKeyFileExists.
 */
export function createPersonalKeyFile(path: string): PersonalKeys {
  const keys = newPersonalKeys();
  written(path, keys, (unfinished) => {
    try {
      linkSync(unfinished, path); // refuses where there is one already
    } catch (error) {
      if ((error as { code?: unknown }).code === 'EEXIST') throw new PersonalKeyFileExists(path);
      throw error;
    }
  });
  return keys;
}

/** Writes the file anew, with a key more or less than it had: whole, or as it was. */
export function replacePersonalKeyFile(path: string, keys: PersonalKeys): void {
  written(path, keys, (unfinished) => renameSync(unfinished, path));
}

function written(path: string, { wrapping, lookup }: PersonalKeys, place: (unfinished: string) => void): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  const file = openSync(unfinished, 'wx', 0o600);
  try {
    const lines = wrapping.map(({ id, secret }) => `wrapping ${id} ${secret.toString('base64')}\n`);
    writeSync(file, `${head}\n${lines.join('')}lookup ${lookup.toString('base64')}\n`);
    fsyncSync(file);
    closeSync(file);
    place(unfinished);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Errors: PersonalKeyFileMissing, PersonalKeyFileOpenToOthers, PersonalKeyFileUnreadable. */
export function readPersonalKeyFile(path: string): PersonalKeys {
  if (!existsSync(path)) throw new PersonalKeyFileMissing(path);
  const file = openSync(path, 'r'); // the very file that is judged is the one that is read
  try {
    const { mode, uid } = fstatSync(file);
    const self = process.geteuid?.();
    if (process.platform !== 'win32' && ((mode & 0o077) !== 0 || (self !== 0 && uid !== self))) {
      throw new PersonalKeyFileOpenToOthers(path, mode & 0o777);
    }
    const keys = parsed(readFileSync(file, 'utf8'));
    if (keys === null) throw new PersonalKeyFileUnreadable(path);
    return keys;
  } finally {
    closeSync(file);
  }
}

function parsed(text: string): PersonalKeys | null {
  const [first, ...lines] = text.split('\n');
  if (first !== head) return null;
  const secretOf = (base64: string | undefined): Buffer | null => {
    const secret = Buffer.from(base64 ?? '', 'base64');
    return secret.length === 32 ? secret : null;
  };
  const wrapping = lines.flatMap((line): WrappingKey[] => {
    const [, id, base64] = /^wrapping ([0-9a-f]{16}) (\S+)$/.exec(line) ?? [];
    const secret = secretOf(base64);
    return id === undefined || secret === null ? [] : [{ id, secret }];
  });
  const lookup = secretOf(lines.flatMap((line) => /^lookup (\S+)$/.exec(line)?.[1] ?? [])[0]);
  const [newest, ...older] = wrapping;
  return newest === undefined || lookup === null ? null : { wrapping: [newest, ...older], lookup };
}

export class PersonalKeyFileExists extends Refused {
  constructor(path: string) {
    super(`${path} is there already, and keys are never written over: the names kept under them would be lost.`);
  }
}

export class PersonalKeyFileMissing extends Refused {
  constructor(path: string) {
    super(
      `There is no file of personal keys ${path}, under which these books keep the names of travellers. Put it back, from the ` +
        'old folder or from where a copy was kept, or name it in RECOUP_PERSONAL_KEY. Nothing was written.',
    );
  }
}

export class PersonalKeyFileOpenToOthers extends Refused {
  constructor(path: string, mode: number) {
    super(
      `${path} can be read by others than its owner (mode ${mode.toString(8).padStart(4, '0')}), and names are kept under it. ` +
        `Run chmod 600 ${path} as its owner.`,
    );
  }
}

export class PersonalKeyFileUnreadable extends Refused {
  constructor(path: string) {
    super(`${path} holds no personal keys of Recoup ("${head}", then its keys, one a line).`);
  }
}
