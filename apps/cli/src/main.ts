import process from 'node:process';
import { Command, CommanderError } from 'commander';
import { addBackupCommand } from './backup.command.ts';
import { addBienniumCommand } from './biennium.command.ts';
import { addCheckpointCommand } from './checkpoint.command.ts';
import { addChargesCommand } from './charges.command.ts';
import { addDatabaseCommands } from './database.command.ts';
import { exitCode } from './exit-codes.ts';
import { isInterrupted, stopOnSignal } from './interruption.ts';
import { addInvoicesCommand } from './invoices.command.ts';
import { explain } from './output.ts';
import { addLogCommand } from './log.command.ts';
import { addPeopleCommand } from './people.command.ts';
import { addPeriodsCommand } from './periods.command.ts';
import { addPrivacyCommand } from './privacy.command.ts';
import { addProofCommand, addRestoreEventCommand } from './proof.command.ts';
import { addRatesCommand } from './rates.command.ts';
import { addReferenceCommand } from './reference.command.ts';
import { addRestoreCommand } from './restore.command.ts';
import { addSecretsCommand } from './secrets.command.ts';
import { addSignInCommands } from './sign-in.command.ts';
import { addScenarioCommand } from './scenario.command.ts';
import { addExportCommand, addVerifyCommand } from './verify.command.ts';

const program = new Command('recoup')
  .description('The cost-recovery ledger between two secretariats, from a terminal')
  .option('--json', 'data as JSON on standard output')
  .configureHelp({ showGlobalOptions: true })
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
addInvoicesCommand(program);
addBienniumCommand(program);
addPeriodsCommand(program);
addPeopleCommand(program);
addLogCommand(program);
addRatesCommand(program);
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
}

function withAllBelow(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withAllBelow)];
}

// A reader that has seen enough (`| head`) ends the pipe, and so does a terminal that is closed; that is no fault, and what
// was started is still stopped.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  });
}
stopOnSignal();

try {
  await program.parseAsync();
} catch (error) {
  if (isInterrupted())
    await new Promise(() => undefined); // it ends when all is cleared up
  else if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCode.ok : exitCode.usage;
  else process.exitCode = explain(error, process.argv.includes('--json'));
}
