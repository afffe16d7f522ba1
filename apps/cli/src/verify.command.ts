import process from 'node:process';
import { type CheckResult, type Verification, VerificationService } from '#audit';
import { inSnapshot } from '#platform';
import { type Command } from 'commander';
import { withBooks } from './books.ts';
import { exitCode } from './exit-codes.ts';
import { bold, printJson, printTable } from './output.ts';
import { progressBar } from './progress.ts';

export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description('Checks every invariant of the books in one picture of them, and names the first thing that is wrong')
    .addHelpText('after', '\nExit code 3 where anything is wrong.\n\nExample:\n  npm run recoup -- verify')
    .action(async (_options: unknown, command: Command) => {
      const bar = progressBar('Verifying');
      const verification = await withBooks(({ db, services }) =>
        inSnapshot(db, (tx) => services.get(VerificationService).verify(tx, (done, all) => bar.update(done, all))),
      ).finally(() => bar.end());
      showVerification(verification, command.optsWithGlobals<{ json?: boolean }>().json === true);
    });
}

/** Prints every check, and what is wrong first; sets the exit code. */
export function showVerification(verification: Verification, asJson: boolean): void {
  if (!verification.ok) process.exitCode = exitCode.verificationFailed;
  if (asJson) {
    printJson(verification);
    return;
  }
  printTable<CheckResult>(
    [
      { head: 'Check', of: ({ id }) => id },
      { head: '', of: ({ holds }) => (holds ? 'ok' : 'FAILED') },
      { head: 'Seconds', of: ({ milliseconds }) => (milliseconds / 1000).toFixed(2), align: 'right' },
      { head: 'What holds', of: ({ sentence }) => sentence },
    ],
    verification.checks,
  );
  const { firstWrong, checks } = verification;
  process.stdout.write('\n');
  if (firstWrong === null) {
    process.stdout.write(bold(`All ${checks.length} checks hold.\n`));
    return;
  }
  const { check, kind, object, finding } = firstWrong;
  process.stdout.write(bold(`${check} does not hold. The first wrong row: ${kind} ${object}: ${finding}.\n`));
  process.stdout.write('Post nothing, correct nothing: keep the folder as it is, and call an engineer.\n');
}
