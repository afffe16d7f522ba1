import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The password of the demo people of these books: random, one for each data folder, in a file that its owner alone reads.
 * It is made when it is first asked for, and printed at every start.
 */
export function demoPassword(folder: string): string {
  const path = join(folder, 'keys', 'demo-password');
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const letters = randomBytes(16).toString('hex').match(/.{8}/g) ?? [];
    writeFileSync(path, `${letters.join('-')}\n`, { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(path, 'utf8').trim();
}
