import { readFile } from 'node:fs/promises';
import {
  type ChargeDraft,
  type ChargeFilter,
  ChargingService,
  CorrectionService,
  type ChargeView,
  chargesById,
  chargeViews,
  UnknownCharge,
} from '#charging';
import { readCharges } from '#books';
import { LedgerService } from '#ledger';
import { inSnapshot, type Tx } from '#platform';
import { type Command } from 'commander';
import { officerNamed } from './acting.ts';
import { type Books, systemClock, withBooks } from './books.ts';
import { printOrigin } from './charge-origin.ts';
import { limit } from './limit.ts';
import { type Column, grouped, printJson, printTable } from './output.ts';
import { type Acting, actor, doOrTry } from './do-or-try.ts';
import { printPostings } from './postings.ts';

const columns: Column<ChargeView>[] = [
  { head: 'Charge', of: ({ id }) => id },
  { head: 'Agreement', of: ({ agreement }) => agreement },
  { head: 'Item', of: ({ item }) => item },
  { head: 'Delivered', of: ({ deliveredOn }) => deliveredOn },
  { head: 'Quantity', of: ({ quantity }) => quantity, align: 'right' },
  { head: 'Unit', of: ({ unit }) => unit },
  { head: 'USD', of: ({ amountUsd }) => grouped(amountUsd), align: 'right' },
  { head: 'State', of: ({ state }) => state },
  { head: 'Invoice', of: ({ invoice }) => invoice ?? '' },
];

export function addChargesCommand(program: Command): void {
  const charges = program.command('charges').description('Delivered units: list, record, confirm, certify, correct');

  charges
    .command('list')
    .description('Charges, newest first')
    .option('--agreement <number>', 'those under this agreement')
    .option('--item <code>', 'those of this service item, such as DOC-CTL')
    .option('--state <state>', 'those in this state, such as CERTIFIED')
    .option('--biennium <biennium>', 'those of this biennium, such as 2024-2025')
    .option('--fund <code>', 'of the client')
    .option('--month <yyyy-mm>', 'of delivery')
    .option('--meeting <code>', 'of the agreement')
    .option('--q <text>', 'somewhere in the id, item, evidence or note')
    .option('--limit <n>', 'at most', limit, 50)
    .addHelpText(
      'after',
      '\nExamples:\n  npm run recoup -- charges list --agreement CRA-2025-002 --month 2025-11\n  npm run --silent recoup -- charges list --json --limit 1000',
    )
    .action(async (options: ChargeFilter & { limit: number }, command: Command) => {
      const views = await withBooks(({ db }) =>
        inSnapshot(db, (tx) => chargeViews(tx, options, { limit: options.limit })),
      );
      if (command.optsWithGlobals<Acting>().json === true) printJson(views);
      else printTable(columns, views);
    });

  charges
    .command('show')
    .argument('<id>', 'the number of the charge')
    .description('One charge: how its amount came about, its shares and its postings in both books')
    .action(async (id: string, _options: unknown, command: Command) => {
      await withBooks(({ db, services }) =>
        inSnapshot(db, async (tx) => {
          const [view] = await chargesById(tx, [id]);
          if (view === undefined) throw new UnknownCharge(id);
          const postings = await services
            .get(LedgerService)
            .postingsOf(tx, id, ['CHARGE_CERTIFIED', 'CHARGE_REVERSED']);
          if (command.optsWithGlobals<Acting>().json === true) {
            printJson({ ...view, postings });
            return;
          }
          printTable(columns, [view]);
          printOrigin(view);
          printPostings(postings);
        }),
      );
    });

  charges
    .command('record')
    .argument('<file>', 'JSON: a list of charges as in a scenario file ("charges"), or one of them')
    .description('Records charges, all of them or none')
    .addOption(actor())
    .option('--dry-run', 'show what would be recorded, and write nothing')
    .addHelpText('after', '\nExample:\n  npm run recoup -- charges record day-1.json --as PROVIDER.finance --dry-run')
    .action(async (file: string, options: Acting, command: Command) => {
      const drafts = readCharges(await readFile(file, 'utf8'));
      await act(options, command, async (books, tx) => {
        const recorded = await books.services
          .get(ChargingService)
          .record(
            tx,
            drafts satisfies ChargeDraft[],
            await officerNamed(books, tx, options.as, { stepUp: false }),
            systemClock,
          );
        return recorded.map(({ id }) => id);
      });
    });

  for (const [name, description, verb] of [
    ['receive', 'The client confirms the units', 'receive'],
    ['certify', 'The client’s certifying officer accepts the cost; posted in both books', 'certify'],
  ] as const) {
    const step = charges
      .command(name)
      .argument('<ids...>', 'the numbers of the charges')
      .description(description)
      .addOption(actor())
      .option('--dry-run', 'do it and roll it back')
      .addHelpText(
        'after',
        `\nExample:\n  npm run recoup -- charges ${name} A1-01 A1-02 --as CLIENT.${verb === 'receive' ? 'finance' : 'certifying'}`,
      )
      .action(async (ids: string[], options: Acting & { adjustmentReason?: string }, command: Command) => {
        await act(options, command, async (books, tx) => {
          const named = { ids, seen: null, adjustmentReason: options.adjustmentReason };
          await books.services
            .get(ChargingService)
            [verb](tx, named, await officerNamed(books, tx, options.as, { stepUp: verb === 'certify' }), systemClock);
          return ids;
        });
      });
    if (verb === 'certify')
      step.option('--adjustment-reason <text>', 'why it comes late, where the month of delivery is closed');
  }
  addCorrections(charges);
}

/** Each by somebody of one side, for a reason; `corrections` in the README of charging says who. */
const corrections = [
  ['withdraw', 'The provider takes back what is not certified', 'PROVIDER.finance', 'withdraw'],
  ['return', 'The client gives back what is not certified', 'CLIENT.finance', 'return'],
  ['resubmit', 'The provider answers to a return', 'PROVIDER.finance', 'resubmit'],
  ['reverse', 'The provider asks to reverse what is certified and not invoiced', 'PROVIDER.finance', 'prepareReversal'],
  ['keep', 'No reversal after all', 'PROVIDER.approving', 'keep'],
] as const;

function addCorrections(charges: Command): void {
  for (const [name, description, by, verb] of corrections) {
    charges
      .command(name)
      .argument('<ids...>', 'the numbers of the charges')
      .description(description)
      .requiredOption('--reason <text>', 'why, in a sentence: it stands in the audit log')
      .addOption(actor())
      .option('--dry-run', 'do it and roll it back')
      .addHelpText(
        'after',
        `\nExample:\n  npm run recoup -- charges ${name} A1-01 --reason "wrong budget line" --as ${by}`,
      )
      .action(async (ids: string[], options: Acting & { reason: string }, command: Command) => {
        await act(options, command, async (books, tx) => {
          const named = { ids, seen: null, reason: options.reason };
          await books.services
            .get(CorrectionService)
            [verb](tx, named, await officerNamed(books, tx, options.as), systemClock);
          return ids;
        });
      });
  }
  charges
    .command('approve-reversal')
    .argument('<ids...>', 'the numbers of the charges')
    .description('The provider’s approving officer approves it: undone in both books')
    .addOption(actor())
    .option('--dry-run', 'do it and roll it back')
    .addHelpText('after', '\nExample:\n  npm run recoup -- charges approve-reversal A1-01 --as PROVIDER.approving')
    .action(async (ids: string[], options: Acting, command: Command) => {
      await act(options, command, async (books, tx) => {
        const by = await officerNamed(books, tx, options.as);
        await books.services.get(CorrectionService).approveReversal(tx, { ids, seen: null }, by, systemClock);
        return ids;
      });
    });
}

export function act(
  options: Acting,
  command: Command,
  work: (books: Books, tx: Tx) => Promise<readonly string[]>,
): Promise<void> {
  return doOrTry(options, command, columns, async (books, tx) => chargesById(tx, await work(books, tx)));
}
