import { resolve } from 'node:path';
import process from 'node:process';
import { SecretBox, SecretRotationService } from '#identity';
import type { Command } from 'commander';
import { booksFolder, root, systemClock, withBooksToChange } from './books.ts';
import { printJson, say } from './output.ts';

export function addSecretsCommand(program: Command): void {
  program
    .command('secrets')
    .description('The key under which second factors are encrypted')
    .command('rotate')
    .description('Another key: every secret is sealed under it, and the old key is not needed any more')
    .addHelpText(
      'after',
      '\nThe server may run. Copy the file elsewhere afterwards.\n\nExample:\n  npm run recoup -- secrets rotate',
    )
    .action(async (_options: unknown, command: Command) => {
      const path = secretsKeyPath();
      const { key, secrets, stillNeeded } = await withBooksToChange(({ services }) =>
        services.get(SecretRotationService).rotate(new SecretBox(path), systemClock),
      );
      if (command.optsWithGlobals<{ json?: boolean }>().json === true) printJson({ key, secrets, stillNeeded });
      else
        say(
          `The key is ${key} now, in ${path}; ${secrets} secrets are under it, and ` +
            (stillNeeded.length === 0
              ? 'none under another. Keep a copy elsewhere.'
              : `some came meanwhile under ${stillNeeded.join(' and ')}, which the file keeps: do it again. Keep a copy elsewhere.`),
        );
    });
}

/** The same file as the server's. */
function secretsKeyPath(): string {
  const { RECOUP_SECRETS_KEY: path } = process.env;
  return path === undefined ? resolve(booksFolder(), 'keys', 'secrets.key') : resolve(root, path);
}
