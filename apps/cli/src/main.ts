import process from 'node:process';
import { Command, CommanderError } from 'commander';
import { addBackupCommand } from './backup.command.ts';
import { addBienniumCommand } from './biennium.command.ts';
import { addChargesCommand } from './charges.command.ts';
import { exitCode } from './exit-codes.ts';
import { addInvoicesCommand } from './invoices.command.ts';
import { explain } from './output.ts';
import { addRatesCommand } from './rates.command.ts';
import { addReferenceCommand } from './reference.command.ts';
import { addRestoreCommand } from './restore.command.ts';
import { addScenarioCommand } from './scenario.command.ts';

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
  npm run --silent recoup -- scenario run apps/api/sample/scenario-2024-2025.json --json

Exit codes: 0 done, 1 refused by a rule, 2 wrong usage, 3 the books cannot be reached, 4 this person may not, 5 a conflict, 70 a fault of ours.`,
  )
  .exitOverride();

addChargesCommand(program);
addInvoicesCommand(program);
addBienniumCommand(program);
addRatesCommand(program);
addScenarioCommand(program);
addReferenceCommand(program);
addBackupCommand(program);
addRestoreCommand(program);
for (const command of allBelow(program)) {
  command.exitOverride().option('--json', 'data as JSON on standard output');
}

function allBelow({ commands }: Command): Command[] {
  return commands.flatMap((command) => [command, ...allBelow(command)]);
}

// A reader that has seen enough (`| head`) ends the pipe; that is no fault, and what was started is still stopped.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCode.ok : exitCode.usage;
  else process.exitCode = explain(error, process.argv.includes('--json'));
}
