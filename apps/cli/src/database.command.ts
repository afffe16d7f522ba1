import process from 'node:process';
import { today } from '#kernel';
import { examine, type Finding, makeFit, openDatabase } from '#platform';
import type { Command } from 'commander';
import { database, systemClock } from './books.ts';
import { exitCode } from './exit-codes.ts';
import { type Column, printJson, printTable } from './output.ts';

/** What an operator does with the database itself, and what a look at it tells. */
export function addDatabaseCommands(program: Command): void {
  const commands = program.command('database').description('Roles, rights and migrations of the database');
  commands
    .command('migrate')
    .description('Brings schema and rights to this version, all of it or nothing')
    .addHelpText(
      'after',
      `\n${login}\nExample:\n  RECOUP_MIGRATOR_URL=postgres://... npm run recoup -- database migrate`,
    )
    .action((_options: unknown, command: Command) => mend({ prepare: false }, command));
  commands
    .command('prepare')
    .description('Makes the roles, hands them what is in the database, and migrates; may be repeated')
    .addHelpText(
      'after',
      `\n${login}\nExample:\n  RECOUP_MIGRATOR_URL=postgres://... npm run recoup -- database prepare`,
    )
    .action((_options: unknown, command: Command) => mend({ prepare: true }, command));
  program
    .command('doctor')
    .description('Looks whether the database is fit to keep books, and says what to do where it is not')
    .option('--production', 'also what only production needs')
    .addHelpText(
      'after',
      '\nExit code 1 where something is not fit; a warning alone changes none.\nExample:\n  npm run recoup -- doctor --production',
    )
    .action(async ({ production }: { production?: true }, command: Command) => {
      const settings = database();
      const findings = await examine({
        ...settings,
        production: production ?? settings.production,
        today: today(systemClock),
      });
      if (isJson(command)) printJson(findings);
      else {
        printTable(columns, findings);
        for (const { subject, fit, todo } of findings)
          if (todo !== '') process.stdout.write(`\n${fit ? 'A warning of ' : ''}${subject}: ${todo}\n`);
      }
      if (findings.some(({ fit }) => !fit)) process.exitCode = exitCode.refused;
    });
}

const login =
  "RECOUP_MIGRATOR_URL names the database by a login that may migrate it; without it, DATABASE_URL does. Recoup's own\nPostgreSQL is migrated at each start and needs neither.";

const columns: Column<Finding>[] = [
  { head: 'Subject', of: ({ subject }) => subject },
  { head: 'Fit', of: ({ fit }) => (fit ? 'yes' : 'NO') },
  { head: 'Found', of: ({ found }) => found },
];

async function mend(how: { prepare: boolean }, command: Command): Promise<void> {
  const { url, migratorUrl = url, ...options } = database();
  const named = { ...options, applicationName: 'recoup database' };
  let migrations = 0;
  if (migratorUrl !== undefined) migrations = (await makeFit(migratorUrl, named, how)).migrations;
  else {
    const open = await openDatabase({ ...named, url, migratorUrl, poolSize: 1, statementTimeoutMs: 0 });
    await open.close();
  }
  if (isJson(command)) printJson({ migrations });
  else {
    const ran = ['No migration was', 'One migration was'][migrations] ?? `${migrations} migrations were`;
    process.stdout.write(`${ran} needed; the rights are those of this version.\n`);
  }
}

function isJson(command: Command): boolean {
  return command.optsWithGlobals<{ json?: boolean }>().json === true;
}
