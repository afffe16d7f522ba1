import { PeriodClosingService } from '#audit';
import type { Officer } from '#identity';
import { Biennium } from '#kernel';
import {
  finalBalances,
  type NamedPeriod,
  type PeriodActView,
  periodActsOf,
  type PeriodBalance,
  PeriodCode,
  PeriodService,
  type PeriodView,
  periodViews,
} from '#ledger';
import { inSnapshot, inTransaction, type Tx, withoutEffect } from '#platform';
import type { Command } from 'commander';
import { officerNamed } from './acting.ts';
import { type Books, systemClock, withBooks, withBooksToChange } from './books.ts';
import { actor } from './do-or-try.ts';
import { type Column, grouped, printJson, printTable, say } from './output.ts';

interface Acting {
  readonly as?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly reason?: string;
}

interface Shown {
  readonly period: PeriodView;
  readonly acts: PeriodActView[];
  readonly finalBalances: PeriodBalance[];
}

const columns: Column<PeriodView>[] = [
  { head: 'Period', of: ({ code }) => code },
  { head: 'State', of: ({ state }) => state },
  { head: 'Locked', of: ({ closeNo }) => (closeNo === 0 ? '' : String(closeNo)), align: 'right' },
  { head: 'Digest', of: ({ digest }) => digest ?? '' },
];

type Step = (books: Books, tx: Tx, named: NamedPeriod, by: Officer, reason: string) => Promise<unknown>;

const steps: readonly [name: string, description: string, withReason: boolean, step: Step][] = [
  [
    'close',
    'Proposes to close a period that is over, with the checklist of what stands in it',
    false,
    (books, tx, named, by) => books.services.get(PeriodClosingService).propose(tx, named, by, systemClock),
  ],
  [
    'sign',
    'Signs the figures: the first signature freezes them, the one of the other secretariat locks the period',
    false,
    (books, tx, named, by) => books.services.get(PeriodClosingService).sign(tx, named, by, systemClock),
  ],
  [
    'withdraw',
    'Takes back a closing that is not locked, or declines to reopen',
    true,
    (books, tx, named, by, reason) => books.services.get(PeriodService).withdraw(tx, named, reason, by, systemClock),
  ],
  [
    'reopen',
    'Asks for a locked period to be opened again, or agrees where the other secretariat has asked',
    true,
    async (books, tx, named, by, reason) => {
      const periods = books.services.get(PeriodService);
      const { state } = await viewOf(tx, named.code);
      if (state === 'REOPEN_REQUESTED') await periods.reopen(tx, named, reason, by, systemClock);
      else await periods.requestReopening(tx, named, reason, by, systemClock);
    },
  ],
];

export function addPeriodsCommand(program: Command): void {
  const periods = program
    .command('periods')
    .description('Months and bienniums: list, show, close, sign, withdraw, reopen');

  periods
    .command('list')
    .description('Each biennium with its months; all that have entries, or one')
    .option('--biennium <biennium>', 'such as 2024-2025')
    .action(async ({ biennium }: { biennium?: string }, command: Command) => {
      const named = biennium === undefined ? null : Biennium.of(biennium);
      const views = await withBooks(({ db }) => inSnapshot(db, (tx) => periodViews(tx, named)));
      if (command.optsWithGlobals<Acting>().json === true) printJson(views);
      else printTable(columns, views);
    });

  periods
    .command('show')
    .argument('<period>', 'such as 2025-11 or 2024-2025')
    .description('A period: what was done to it and why, and its final balances')
    .action(async (text: string, _options: unknown, command: Command) => {
      const code = PeriodCode.of(text);
      print(await withBooks(({ db }) => inSnapshot(db, (tx) => shown(tx, code))), command);
    });

  for (const [name, description, withReason, step] of steps) {
    const command = periods
      .command(name)
      .argument('<period>', 'such as 2025-11 or 2024-2025')
      .description(description)
      .addOption(actor())
      .option('--dry-run', 'do it and roll it back')
      .addHelpText(
        'after',
        `\nExample:\n  npm run recoup -- periods ${name} 2025-11 --as PROVIDER.${name === 'close' ? 'finance' : 'approving'}` +
          (withReason ? ' --reason "a visa fee came late"' : ''),
      );
    if (withReason) command.requiredOption('--reason <text>', 'it stays with the books');
    command.action(async (text: string, options: Acting, self: Command) => {
      const code = PeriodCode.of(text);
      const result = await withBooksToChange((books) => {
        const act = async (tx: Tx): Promise<Shown> => {
          const officer = await officerNamed(books, tx, options.as);
          await step(books, tx, { code, seen: null }, officer, options.reason ?? '');
          return shown(tx, code);
        };
        return options.dryRun === true ? withoutEffect(books.db, act) : inTransaction(books.db, act);
      });
      print(result, self);
      if (options.dryRun === true) say('A dry run: nothing was written.');
    });
  }
}

async function viewOf(tx: Tx, code: PeriodCode): Promise<PeriodView> {
  const view = (await periodViews(tx, code.biennium)).find((one) => one.code === code.toString());
  if (view === undefined) throw new Error(`${code.toString()} lies in ${code.biennium.toString()}.`);
  return view;
}

async function shown(tx: Tx, code: PeriodCode): Promise<Shown> {
  const period = await viewOf(tx, code);
  return { period, acts: await periodActsOf(tx, period.code), finalBalances: await finalBalances(tx, period.code) };
}

function print({ period, acts, finalBalances: balances }: Shown, command: Command): void {
  if (command.optsWithGlobals<Acting>().json === true) {
    printJson({
      ...period,
      acts: acts.map(({ body, ...act }) => ({ ...act, content: JSON.parse(body) as unknown })),
      finalBalances: balances,
    });
    return;
  }
  printTable(columns, [period]);
  if (acts.length > 0) {
    process.stdout.write('\n');
    printTable(
      [
        { head: 'Act', of: ({ act }) => act },
        { head: 'By', of: ({ person }) => person },
        { head: 'At', of: ({ at }) => at.toISOString() },
        { head: 'Reason', of: ({ reason }) => reason ?? '' },
      ] satisfies Column<PeriodActView>[],
      acts,
    );
  }
  const [proposal] = acts.filter(({ act }) => act === 'CLOSING_PROPOSED').slice(-1);
  for (const { name, holds, blocks, finding } of checklistOf(proposal)) {
    process.stdout.write(`${holds ? '✓ holds ' : blocks ? '✗ FAILS ' : '· waits '} ${name}. ${finding}\n`);
  }
  if (balances.length === 0) return;
  process.stdout.write('\n');
  printTable(
    [
      { head: 'Book', of: ({ book }) => book },
      { head: 'Account', of: ({ account }) => account },
      { head: 'Fund', of: ({ fund }) => fund },
      { head: 'Debit', of: ({ debitUsd }) => grouped(debitUsd), align: 'right' },
      { head: 'Credit', of: ({ creditUsd }) => grouped(creditUsd), align: 'right' },
      { head: 'Balance', of: ({ balanceUsd }) => grouped(balanceUsd), align: 'right' },
    ] satisfies Column<PeriodBalance>[],
    balances,
  );
}

function checklistOf(
  proposal: PeriodActView | undefined,
): { name: string; holds: boolean; blocks: boolean; finding: string }[] {
  if (proposal === undefined) return [];
  return (JSON.parse(proposal.body) as { checklist: ReturnType<typeof checklistOf> }).checklist;
}
