import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { Refused } from '#kernel';

/**
 * Encrypts what the database must give back and nobody else may read (AES-256-GCM). The key is a file that its owner alone
 * reads, outside the database; each value names its key, and is bound to whose it is.
 * Shape:  `<key id>.<nonce>.<ciphertext and tag>`, base64url. The file: a line that says what it is, the key that seals, and
 *         while one takes the place of another those that were before it, base64.
 */
export class SecretBox {
  /** `path`: the file of the key; it is made when the first secret is kept. */
  constructor(private readonly path: string) {}

  seal(text: string, owner: string): string {
    if (!existsSync(this.path)) this.writeKeys([randomBytes(32)], 'unless there is one');
    const [{ id, key }] = this.readKeys();
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner, 'utf8'));
    const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${id}.${nonce.toString('base64url')}.${bytes.toString('base64url')}`;
  }

  /** Errors: SecretKeyMissing, SecretKeyOpenToOthers; a plain Error where the value is not what was sealed. */
  open(sealed: string, owner: string): string {
    const [wanted = '', nonce = '', text = ''] = sealed.split('.');
    if (!existsSync(this.path)) throw new SecretKeyMissing(this.path, wanted);
    const found = this.readKeys().find(({ id }) => id === wanted);
    if (found === undefined) throw new SecretKeyMissing(this.path, wanted);
    const bytes = Buffer.from(text, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', found.key, Buffer.from(nonce, 'base64url'))
      .setAAD(Buffer.from(owner, 'utf8'))
      .setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
  }

  /**
   * A new key in front of those that are there: from here on it seals, and they still open. A running server meets it with its
   * next secret, for the file is read each time. Answers its id. Errors: SecretKeyMissing where there is no file.
   */
  turnOver(): string {
    if (!existsSync(this.path)) throw new SecretKeyMissing(this.path, 'any');
    this.writeKeys([randomBytes(32), ...this.readKeys().map(({ key }) => key)]);
    return this.readKeys()[0].id;
  }

  /** Leaves the key that seals, and of those before it the ones that something is still under. Answers the ids of these. */
  dropOldKeys(sealed: readonly string[]): string[] {
    const named = new Set(sealed.map((one) => keyOf(one)));
    const [{ key }, ...old] = this.readKeys();
    const needed = old.filter(({ id }) => named.has(id));
    if (needed.length < old.length) this.writeKeys([key, ...needed.map((one) => one.key)]);
    return needed.map(({ id }) => id);
  }

  /** Whole, or as it was: a new file takes the place of the old one; of two that are the first, the other one's stays. */
  private writeKeys(keys: readonly Buffer[], where: 'in its place' | 'unless there is one' = 'in its place'): void {
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
    const whole = `${this.path}.${randomBytes(4).toString('hex')}.new`;
    const text = ['recoup secrets key', ...keys.map((key) => key.toString('base64'))].join('\n');
    writeFileSync(whole, `${text}\n`, { mode: 0o600, flag: 'wx', flush: true });
    if (where === 'in its place') return renameSync(whole, this.path);
    try {
      linkSync(whole, this.path); // which does not replace, as a rename would
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(whole);
    }
  }

  /** The one that seals, then those that open what was sealed before. */
  private readKeys(): [SecretKey, ...SecretKey[]] {
    const file = openSync(this.path, 'r'); // the very file that is judged is the one that is read
    try {
      if (process.platform !== 'win32' && (fstatSync(file).mode & 0o077) !== 0)
        throw new SecretKeyOpenToOthers(this.path);
      const [kind, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
      const keys = lines.map((line) => Buffer.from(line, 'base64'));
      const [first, ...others] = keys.map((key) => ({ id: idOf(key), key }));
      if (kind !== 'recoup secrets key' || first === undefined || keys.some(({ length }) => length !== 32))
        throw new SecretKeyMissing(this.path, 'any');
      return [first, ...others];
    } finally {
      closeSync(file);
    }
  }
}

interface SecretKey {
  readonly id: string;
  readonly key: Buffer;
}

/** Under which key this was sealed. */
function keyOf(sealed: string): string {
  return sealed.split('.', 1).join('');
}

function idOf(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}

export class SecretKeyMissing extends Refused {
  override readonly isOfTheMoment = true;

  constructor(path: string, id: string) {
    super(`The key ${id} of the second factors is not in ${path}: put the file back. Recovery codes work without it.`);
  }
}

export class SecretKeyOpenToOthers extends Refused {
  override readonly isOfTheMoment = true;

  constructor(path: string) {
    super(`${path} can be read by others than its owner: chmod 600 it, and think of its secrets as known.`);
  }
}
