import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as text: a secret that is shown once and kept nowhere. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token. It is random and long: a plain digest of it tells nothing and needs no salt. */
export function digestOf(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}
