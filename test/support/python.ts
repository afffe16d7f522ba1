import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** What a spec says in place of a verdict where the offline verifier, a Python program, was not run. */
export const notTried = 'NOT TRIED';

/**
 * Whether the offline verifier can be tried here. A machine without python3 is told in one line that it is not; where CI is
 * set, what is not tried must not look as if it had passed.
 * Errors: where CI is set and there is no python3.
 */
export function pythonIsHere(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  program = 'python3',
  tell: (line: string) => unknown = (line) => process.stderr.write(line),
): boolean {
  if (spawnSync(program, ['--version']).status === 0) return true;
  const { CI = '' } = environment;
  if (CI !== '' && CI !== 'false') {
    throw new Error(
      'The offline verifier is tried by python3, and this machine has none: install it (Debian: apt-get install python3). CI is set, so it is not passed over.',
    );
  }
  tell('There is no python3 on this machine: the offline verifier is NOT TRIED by this run.\n');
  return false;
}
