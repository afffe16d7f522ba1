import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { Refused } from '#kernel';

/**
 * Encrypts what the database must give back and nobody else may read (AES-256-GCM). The key is a file that its owner alone
 * reads, outside the database; each value names its key, and is bound to whose it is.
 * Shape:  `<key id>.<nonce>.<ciphertext and tag>`, base64url.
 */
export class SecretBox {
  /** `path`: the file of the key; it is made when the first secret is kept. */
  constructor(private readonly path: string) {}

  seal(text: string, owner: string): string {
    if (!existsSync(this.path)) this.makeKey();
    const { id, key } = this.readKey();
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner, 'utf8'));
    const bytes = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${id}.${nonce.toString('base64url')}.${bytes.toString('base64url')}`;
  }

  /** Errors: SecretKeyMissing, SecretKeyOpenToOthers; a plain Error where the value is not what was sealed. */
  open(sealed: string, owner: string): string {
    const [wanted = '', nonce = '', text = ''] = sealed.split('.');
    if (!existsSync(this.path)) throw new SecretKeyMissing(this.path, wanted);
    const { id, key } = this.readKey();
    if (id !== wanted) throw new SecretKeyMissing(this.path, wanted);
    const bytes = Buffer.from(text, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'))
      .setAAD(Buffer.from(owner, 'utf8'))
      .setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
  }

  private makeKey(): void {
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
    writeFileSync(this.path, `recoup secrets key\n${randomBytes(32).toString('base64')}\n`, {
      mode: 0o600,
      flag: 'wx',
    });
  }

  private readKey(): { id: string; key: Buffer } {
    const file = openSync(this.path, 'r'); // the very file that is judged is the one that is read
    try {
      if (process.platform !== 'win32' && (fstatSync(file).mode & 0o077) !== 0)
        throw new SecretKeyOpenToOthers(this.path);
      const [kind, text = ''] = readFileSync(file, 'utf8').split('\n');
      const key = Buffer.from(text, 'base64');
      if (kind !== 'recoup secrets key' || key.length !== 32) throw new SecretKeyMissing(this.path, 'any');
      return { id: createHash('sha256').update(key).digest('hex').slice(0, 8), key };
    } finally {
      closeSync(file);
    }
  }
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
