import { fitCode } from '#books';
import {
  type SettlementFilter,
  type SettlementMethod,
  settlementNamed,
  SettlementService,
  type SettlementView,
  settlementViews,
} from '#invoicing';
import { at, Day } from '#kernel';
import { inSnapshot, type Tx } from '#platform';
import { type Command, Option } from 'commander';
import { officerNamed } from './acting.ts';
import { type Books, systemClock, withBooks } from './books.ts';
import { type Acting, actor, doOrTry } from './do-or-try.ts';
import { limit } from './limit.ts';
import { type Column, grouped, printJson, printTable } from './output.ts';

const columns: Column<SettlementView>[] = [
  { head: 'Voucher', of: ({ externalNumber }) => externalNumber },
  { head: 'Payer', of: ({ payer }) => payer },
  { head: 'Payee', of: ({ payee }) => payee },
  { head: 'Value day', of: ({ valueOn }) => valueOn },
  { head: 'Documents', of: ({ documents }) => documents.map(({ number }) => number).join(' ') },
  { head: 'USD', of: ({ amountUsd }) => grouped(amountUsd), align: 'right' },
  {
    head: 'Left out',
    of: ({ leftOut }) =>
      leftOut.map(({ number, isIssuedSince }) => (isIssuedSince ? `${number} (since)` : number)).join(' '),
  },
  { head: 'State', of: ({ state }) => state },
  { head: 'Proposed by', of: ({ proposedBy }) => proposedBy ?? 'nobody: recorded by one person' },
  { head: 'Id', of: ({ id }) => id },
];

interface Proposing extends Acting {
  readonly voucher: string;
  readonly method: SettlementMethod;
  readonly valueDay: string;
  readonly adjustmentReason?: string;
}

const steps: readonly [
  name: string,
  description: string,
  withReason: boolean,
  step: (books: Books, tx: Tx, id: string, options: Acting & { reason?: string }) => Promise<void>,
][] = [
  [
    'approve',
    'Approves what another officer of the payer proposed: its documents are settled, posted in both books',
    false,
    async (books, tx, id, { as }) =>
      books.services
        .get(SettlementService)
        .approve(tx, { id, seen: null }, await officerNamed(books, tx, as), systemClock),
  ],
  [
    'return',
    'Takes a proposal back, or sends it back: nothing was posted, and its documents are free for another',
    true,
    async (books, tx, id, { as, reason = '' }) => {
      const by = await officerNamed(books, tx, as, { stepUp: false });
      await books.services.get(SettlementService).return(tx, { id, seen: null }, reason, by, systemClock);
    },
  ],
];

export function addSettlementsCommand(program: Command): void {
  const settlements = program
    .command('settlements')
    .description(
      'What the payer’s ledger paid, entered by one and approved by another: list, propose, approve, return',
    );

  settlements
    .command('list')
    .description('Settlements, newest first')
    .option('--payer <code>', 'those that this secretariat pays')
    .option('--payee <code>', 'those that are paid to this secretariat')
    .addOption(new Option('--state <state>', 'those in this state').choices(['PROPOSED', 'SETTLED', 'RETURNED']))
    .option('--limit <n>', 'at most', limit, 50)
    .action(async (options: SettlementFilter & { limit: number }, command: Command) => {
      const views = await withBooks(({ db }) =>
        inSnapshot(db, (tx) => settlementViews(tx, options, { limit: options.limit })),
      );
      if (command.optsWithGlobals<Acting>().json === true) printJson(views);
      else printTable(columns, views);
    });

  settlements
    .command('propose')
    .argument('<documents...>', 'numbers of invoices and credit notes of one direction')
    .description('Enters that a voucher of the payer’s own ledger pays these documents whole; it posts nothing')
    .requiredOption('--voucher <number>', 'its number in the payer’s own ledger')
    .requiredOption('--value-day <yyyy-mm-dd>', 'not before the documents were issued, and not after today')
    .addOption(
      new Option('--method <method>', 'how the payer’s ledger paid')
        .choices(['JOURNAL_VOUCHER', 'INTER_OFFICE_VOUCHER', 'BANK_TRANSFER'])
        .default('JOURNAL_VOUCHER'),
    )
    .option('--adjustment-reason <text>', 'why it comes late, where a month or the biennium is closed')
    .addOption(actor())
    .option('--dry-run', 'do it and roll it back')
    .action(async (documents: string[], options: Proposing, command: Command) => {
      const { voucher, method, valueDay, adjustmentReason } = options;
      const externalNumber = at('/externalNumber', () => fitCode(voucher));
      const valueOn = at('/valueOn', () => Day.of(valueDay));
      await doOrTry(options, command, columns, async (books, tx) => {
        const by = await officerNamed(books, tx, options.as, { stepUp: false });
        const request = { documents, externalNumber, method, valueOn, adjustmentReason };
        const { id } = await books.services.get(SettlementService).propose(tx, request, by, systemClock);
        return [await settlementNamed(tx, id)];
      });
    });

  for (const [name, description, withReason, step] of steps) {
    const command = settlements
      .command(name)
      .argument('<id>', 'of a proposal, as the list shows it')
      .description(description)
      .addOption(actor())
      .option('--dry-run', 'do it and roll it back');
    if (withReason) command.requiredOption('--reason <text>', 'why, in a sentence: it stays with the books');
    command.action(async (id: string, options: Acting & { reason?: string }, self: Command) => {
      await doOrTry(options, self, columns, async (books, tx) => {
        await step(books, tx, id, options);
        return [await settlementNamed(tx, id)];
      });
    });
  }
}
