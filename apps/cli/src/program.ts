import { Command } from 'commander';
import { addBackupCommand } from './backup.command.ts';
import { addBienniumCommand } from './biennium.command.ts';
import { addCheckpointCommand } from './checkpoint.command.ts';
import { addChargesCommand } from './charges.command.ts';
import { addDatabaseCommands } from './database.command.ts';
import { addInvoicesCommand } from './invoices.command.ts';
import { addLogCommand } from './log.command.ts';
import { addPeopleCommand } from './people.command.ts';
import { addPeriodsCommand } from './periods.command.ts';
import { addPrivacyCommand } from './privacy.command.ts';
import { addProofCommand, addRestoreEventCommand } from './proof.command.ts';
import { addCodingsCommand } from './codings.command.ts';
import { addRatesCommand } from './rates.command.ts';
import { addReferenceCommand } from './reference.command.ts';
import { addRestoreCommand } from './restore.command.ts';
import { addSecretsCommand } from './secrets.command.ts';
import { addSignInCommands } from './sign-in.command.ts';
import { addScenarioCommand } from './scenario.command.ts';
import { addSettlementsCommand } from './settlements.command.ts';
import { addTripsCommand } from './trips.command.ts';
import { addExportCommand, addVerifyCommand } from './verify.command.ts';
import { productVersion } from './books.ts';
import { examples, exampleText } from './examples.ts';

/** All commands of the terminal, each with its help. */
export function recoupProgram(): Command {
  const program = new Command('recoup')
    .description('The cost-recovery ledger between two secretariats, from a terminal')
    .option('--json', 'data as JSON on standard output')
    .version(productVersion(), '-V, --version', 'which version this is')
    .showHelpAfterError('(--help shows what there is)')
    .showSuggestionAfterError()
    .addHelpText(
      'after',
      `
Examples:
  npm run recoup -- biennium totals 2024-2025
  npm run recoup -- invoices pdf --out invoices
  npm run recoup -- verify
  npm run --silent recoup -- scenario run apps/api/sample/scenario-2024-2025.json --json

Exit codes: 0 done, 1 refused by a rule, 2 wrong usage, 3 the verification failed, 4 this person may not, 5 a conflict, 69 the books cannot be reached, 70 a fault of ours.`,
    )
    .exitOverride();

  addChargesCommand(program);
  addTripsCommand(program);
  addInvoicesCommand(program);
  addSettlementsCommand(program);
  addBienniumCommand(program);
  addPeriodsCommand(program);
  addPeopleCommand(program);
  addLogCommand(program);
  addRatesCommand(program);
  addCodingsCommand(program);
  addScenarioCommand(program);
  addReferenceCommand(program);
  addPrivacyCommand(program);
  addVerifyCommand(program);
  addExportCommand(program);
  addDatabaseCommands(program);
  addCheckpointCommand(program);
  addProofCommand(program);
  addRestoreEventCommand(program);
  addBackupCommand(program);
  addRestoreCommand(program);
  addSignInCommands(program);
  addSecretsCommand(program);
  for (const command of program.commands.flatMap(withAllBelow)) {
    command.exitOverride().option('--json', 'data as JSON on standard output');
    const more = examples[pathOf(command)];
    if (more !== undefined) command.addHelpText('after', exampleText(more));
  }
  return program;
}

/** A command and all below it. */
export function withAllBelow(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withAllBelow)];
}

/** The words that name it: "checkpoint key add". */
export function pathOf(command: Command): string {
  const above = command.parent;
  return above === null || above.parent === null ? command.name() : `${pathOf(above)} ${command.name()}`;
}
