import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { Unusable } from './output.ts';

/** Where this terminal keeps the token of its sign-in; its owner alone reads it. */
function path(): string {
  const { RECOUP_TOKEN_FILE: file, XDG_CONFIG_HOME: home } = process.env;
  return file ?? join(home ?? join(homedir(), '.config'), 'recoup', 'token');
}

/** Null where nobody has signed in at this terminal. Errors: Unusable, where others can read the file. */
export function keptToken(): string | null {
  if (!existsSync(path())) return null;
  if (process.platform !== 'win32' && (statSync(path()).mode & 0o077) !== 0) {
    throw new Unusable(`${path()} can be read by others than its owner. Sign out, and sign in again.`);
  }
  return readFileSync(path(), 'utf8').trim();
}

export function keepToken(token: string): void {
  forgetToken();
  mkdirSync(dirname(path()), { recursive: true, mode: 0o700 });
  writeFileSync(path(), `${token}\n`, { mode: 0o600, flag: 'wx' });
}

export function forgetToken(): void {
  rmSync(path(), { force: true });
}
