import { BudgetService, type CodingInForce, type StatedCoding } from '#budget';
import { inSnapshot } from '#platform';
import type { Command } from 'commander';
import { officerNamed } from './acting.ts';
import { systemClock, withBooks } from './books.ts';
import { type Acting, actor, doOrTry } from './do-or-try.ts';
import { type Column, printJson, printTable, Unusable } from './output.ts';

interface Stating extends Acting {
  readonly line?: string;
  readonly fund?: string;
  readonly fundCentre?: string;
  readonly grant?: string;
  readonly wbse?: string;
  readonly commitmentItem?: string;
  readonly reason: string;
}

const columns: Column<StatedCoding>[] = [
  { head: 'Fund', of: ({ fund }) => fund },
  { head: 'Budget line', of: ({ budgetLine }) => budgetLine ?? '(receipts)' },
  { head: 'Fund centre', of: ({ fundCentre }) => fundCentre ?? '' },
  { head: 'Grant', of: ({ grant }) => grant ?? '' },
  { head: 'WBSE', of: ({ wbse }) => wbse ?? '' },
  { head: 'Commitment item', of: ({ commitmentItem }) => commitmentItem ?? '' },
];

const listed: Column<CodingInForce>[] = [
  ...columns,
  { head: 'Since', of: ({ statedAt }) => statedAt?.toISOString().slice(0, 10) ?? '' },
  { head: 'Stated by', of: ({ statedBy }) => statedBy ?? '' },
];

export function addCodingsCommand(program: Command): void {
  const codings = program
    .command('codings')
    .description('Where budget lines and the receipts of funds are booked by their owner: list, state');

  codings
    .command('list')
    .description('Every budget line, and the receipts of every fund, with the coding in force; by fund')
    .action(async (_options: unknown, command: Command) => {
      const all = await withBooks(({ db, services }) =>
        inSnapshot(db, (tx) => services.get(BudgetService).codings(tx)),
      );
      if (command.optsWithGlobals<Acting>().json === true) printJson(all);
      else printTable(listed, all);
    });

  codings
    .command('state')
    .description('States the coding of a budget line, or of what a fund receives; what is left out is taken away')
    .option('--line <code>', 'the budget line')
    .option('--fund <code>', 'the fund, for its receipts')
    .option('--fund-centre <code>', 'the fund centre')
    .option('--grant <code>', 'the number of the grant')
    .option('--wbse <code>', 'the element of the work breakdown structure')
    .option('--commitment-item <code>', 'the commitment item')
    .requiredOption('--reason <text>', 'what the statement rests on')
    .addOption(actor())
    .option('--dry-run', 'do it and roll it back')
    .action(async (options: Stating, command: Command) => {
      const of = codedObject(options);
      const coding = {
        fundCentre: options.fundCentre ?? null,
        grant: options.grant ?? null,
        wbse: options.wbse ?? null,
        commitmentItem: options.commitmentItem ?? null,
      };
      await doOrTry(options, command, columns, async (books, tx) => {
        const by = await officerNamed(books, tx, options.as);
        const statement = { of, coding, reason: options.reason };
        return [await books.services.get(BudgetService).stateCoding(tx, statement, by, systemClock)];
      });
    });
}

/** Errors: Unusable unless exactly one of the two is named. */
function codedObject({ line, fund }: Stating): { fund: string } | { budgetLine: string } {
  if (line !== undefined && fund === undefined) return { budgetLine: line };
  if (fund !== undefined && line === undefined) return { fund };
  throw new Unusable('Name a budget line (--line) or, for its receipts, a fund (--fund): one of the two.');
}
