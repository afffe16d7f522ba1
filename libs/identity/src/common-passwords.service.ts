import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Refused } from '#kernel';
import { checkPassword, type PasswordOwner } from './password-policy.ts';

/** Beside the sources, from those and from the build: the first bytes of the SHA-256 of each, in order. */
const file = resolve(
  import.meta.dirname.replace(/([\\/])dist[\\/]libs([\\/]identity[\\/]src)$/, '$1libs$2'),
  '../passwords/common.bin',
);
const bytes = 5;
let list: Buffer | null = null; // 50 kB, once somebody sets a password

/**
 * A password that somebody sets: long, not what somebody tries first here, and none of the ten thousand of that length that people
 * have most (ASVS 5.0, 6.2.4). Errors: those of `checkPassword`, PasswordIsCommon.
 */
export function checkNewPassword(password: string, of: PasswordOwner): void {
  checkPassword(password, of);
  if (isCommonPassword(password)) throw new PasswordIsCommon();
}

export function isCommonPassword(password: string): boolean {
  const digests = listed();
  const digest = createHash('sha256').update(password.normalize('NFC').toLowerCase()).digest().subarray(0, bytes);
  let [from, to] = [0, digests.length / bytes];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const order = digests.compare(digest, 0, bytes, middle * bytes, (middle + 1) * bytes);
    if (order === 0) return true;
    if (order < 0) from = middle + 1;
    else to = middle;
  }
  return false;
}

/** How many of them are known. */
export function commonPasswords(): number {
  return listed().length / bytes;
}

function listed(): Buffer {
  list ??= readFileSync(file);
  return list;
}

export class PasswordIsCommon extends Refused {
  constructor() {
    super(
      'This password is one of the ten thousand that people use most. Choose four words that do not belong together, and that nobody ' +
        'connects with you.',
      '/password',
    );
  }
}
