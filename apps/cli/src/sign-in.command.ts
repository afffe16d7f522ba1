import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { SignInService, TerminalsService } from '#identity';
import { inTransaction } from '#platform';
import type { Command } from 'commander';
import { actingHere } from './acting.ts';
import { addressOf, systemClock, withBooks } from './books.ts';
import { printJson, say } from './output.ts';
import { forgetToken, keepToken, keptToken } from './token-file.ts';

const askEveryMs = 2000;

export function addSignInCommands(program: Command): void {
  program
    .command('sign-in')
    .description('Lets this terminal act for you, once you have approved it where you are signed in')
    .addHelpText('after', '\nExample:\n  npm run recoup -- sign-in')
    .action(async () => {
      await withBooks(async ({ services }) => {
        const terminals = services.get(TerminalsService);
        const { secret, code } = await terminals.ask();
        say(
          `Your code is ${code}. Approve it within ten minutes, where you are signed in to the server:\n` +
            `  ${addressOf(`/terminal#${code}`)}\n` +
            'Approve only a code that you see on your own terminal.',
        );
        for (;;) {
          const token = await terminals.poll(secret, systemClock);
          if (token !== null) {
            keepToken(token);
            say('You are signed in at this terminal. `npm run recoup -- sign-out` ends it.');
            return;
          }
          await pause(askEveryMs);
        }
      });
    });

  program
    .command('sign-out')
    .description('Ends the sign-in of this terminal, at once and for good')
    .addHelpText('after', '\nExample:\n  npm run recoup -- sign-out')
    .action(async () => {
      const token = keptToken();
      try {
        await withBooks(({ db, services }) =>
          inTransaction(db, async (tx) => {
            const by = await actingHere(services, tx, token, { stepUp: false });
            await services.get(SignInService).signOut(tx, by, systemClock);
          }),
        );
      } finally {
        forgetToken(); // whatever became of the session, this terminal has nothing any more
      }
      say('You are signed out at this terminal.');
    });

  program
    .command('whoami')
    .description('Who has signed in at this terminal, and until when')
    .addHelpText('after', '\nExample:\n  npm run recoup -- whoami')
    .action(async (_options: unknown, command: Command) => {
      const by = await withBooks(({ db, services }) =>
        inTransaction(db, (tx) => actingHere(services, tx, keptToken(), { stepUp: false })),
      );
      const { person, name, secretariat, credential } = by;
      const { expiresAt, steppedUpUntil } = credential;
      if (command.optsWithGlobals<{ json?: boolean }>().json === true) {
        printJson({ person, name, secretariat, expiresAt, steppedUpUntil });
        return;
      }
      const fresh =
        steppedUpUntil === null
          ? 'sign in again to certify, approve or close'
          : `fresh until ${steppedUpUntil.toISOString()}`;
      process.stdout.write(`${person} (${name}) of ${secretariat}, until ${expiresAt.toISOString()}; ${fresh}\n`);
    });
}
