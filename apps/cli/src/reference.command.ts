import { readFile } from 'node:fs/promises';
import { readScenario, ReferenceLoaderService } from '#books';
import { IdentityService } from '#identity';
import { Conflict } from '#kernel';
import { forTheProgram, inTransaction } from '#platform';
import { type Command } from 'commander';
import { systemClock, withBooks } from './books.ts';
import { printJson } from './output.ts';

export function addReferenceCommand(program: Command): void {
  const reference = program
    .command('reference')
    .description('Secretariats, funds, budget lines, rates and draft agreements');
  reference
    .command('load')
    .argument('<file>', 'a scenario file; its charges, trips, invoices and credit notes are left out')
    .description('Fills empty books (npm start -- --empty) with the reference data of a file, all of it or nothing')
    .addHelpText('after', '\nExample:\n  npm run recoup -- reference load our-biennium.json')
    .action(async (file: string, _options: unknown, command: Command) => {
      const scenario = readScenario(await readFile(file, 'utf8'));
      await withBooks(({ db, services }) =>
        inTransaction(
          db,
          forTheProgram(async (tx) => {
            if ((await services.get(IdentityService).secretariats(tx)).length > 0) throw new BooksNotEmpty();
            await services.get(ReferenceLoaderService).load(tx, scenario, systemClock);
          }),
        ),
      );
      const { secretariats, trustFunds, budgetLines, agreements } = scenario;
      const loaded = {
        secretariats: secretariats.length,
        trustFunds: trustFunds.length,
        budgetLines: budgetLines.length,
        agreements: agreements.length,
      };
      if (command.optsWithGlobals<{ json?: boolean }>().json === true) printJson(loaded);
      else {
        process.stdout.write(
          `Loaded ${loaded.secretariats} secretariats, ${loaded.trustFunds} trust funds, ${loaded.budgetLines} budget lines and ` +
            `${loaded.agreements} draft agreements. Each secretariat has five people: CODE.finance, CODE.certifying, CODE.approving, CODE.auditor, CODE.administrator. ` +
            `Nobody has countersigned what they may do: hand the links of npm run recoup -- people first-links to whom each side has named (README, "Signing in").\n`,
        );
      }
    });
}

class BooksNotEmpty extends Conflict {
  constructor() {
    super(
      'These books have secretariats already; reference data is loaded into empty books only. Nothing was written.',
    );
  }
}
