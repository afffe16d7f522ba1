import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import {
  type AuditFigures,
  AuditService,
  bienniumAuditCsv,
  type BienniumAuditContent,
  renderBienniumAudit,
} from '#audit';
import { contentSha256, NettingService, paperOf } from '#invoicing';
import { Biennium, Day, today } from '#kernel';
import { inSnapshot, inTransaction } from '#platform';
import { type Command } from 'commander';
import { officerNamed } from './acting.ts';
import { systemClock, withBooks, withBooksToChange } from './books.ts';
import { actor } from './do-or-try.ts';
import { bold, type Column, grouped, printJson, printTable, say } from './output.ts';
import { recordReportTakenOut } from './taken-out.ts';

const figures: Column<AuditFigures>[] = [
  { head: 'Charged', of: ({ chargedUsd }) => grouped(chargedUsd), align: 'right' },
  { head: 'Credited', of: ({ creditedUsd }) => grouped(creditedUsd), align: 'right' },
  { head: 'Invoiced', of: ({ invoicedUsd }) => grouped(invoicedUsd), align: 'right' },
  { head: 'Settled', of: ({ settledUsd }) => grouped(settledUsd), align: 'right' },
  { head: 'Open', of: ({ openUsd }) => grouped(openUsd), align: 'right' },
];

export function addBienniumCommand(program: Command): void {
  const biennium = program.command('biennium').description('Who owes whom for a biennium, and the audit of it');

  biennium
    .command('totals')
    .argument('<biennium>', 'such as 2024-2025')
    .description('Who owes whom, by agreement and service family, in USD')
    .action(async (text: string, _options: unknown, command: Command) => {
      const of = Biennium.of(text);
      const totals = await withBooks(({ db, services }) =>
        inSnapshot(db, (tx) => services.get(AuditService).totals(tx, of)),
      );
      if (command.optsWithGlobals<{ json?: boolean }>().json === true) {
        printJson(totals);
        return;
      }
      type Row = AuditFigures & { agreement: string; family: string };
      printTable<Row>(
        [
          { head: 'Agreement', of: ({ agreement }) => agreement },
          { head: 'Family', of: ({ family }) => family },
          ...figures,
        ],
        [...totals.byAgreementAndFamily],
        { agreement: 'Both directions', family: '', ...totals.totals },
      );
      process.stdout.write('\n');
      printNet(totals.net);
    });

  addNetting(biennium);

  biennium
    .command('audit')
    .argument('<biennium>', 'such as 2024-2025')
    .description('The whole audit with its checks, which add every posting up again')
    .option('--pdf <file>', 'write the report')
    .option('--csv <file>', 'write every figure')
    .addHelpText('after', '\nExample:\n  npm run recoup -- biennium audit 2024-2025 --pdf audit.pdf --csv audit.csv')
    .action(async (text: string, options: { pdf?: string; csv?: string }, command: Command) => {
      const of = Biennium.of(text);
      const forms = [
        ...(options.pdf === undefined ? [] : ['application/pdf']),
        ...(options.csv === undefined ? [] : ['text/csv']),
      ];
      const { content, trail } = await withBooks(async ({ db, services }) => {
        const found = await inSnapshot(db, async (tx) => ({
          content: await services.get(AuditService).audit(tx, of, systemClock),
          trail: options.csv === undefined ? null : await services.get(AuditService).trail(tx, of),
        }));
        for (const form of forms) await recordReportTakenOut({ db }, `biennium-audit ${of.toString()}`, form);
        return found;
      });
      if (options.pdf !== undefined) {
        await writeFile(options.pdf, await renderBienniumAudit(content, contentSha256(content)));
        say(`Written: ${options.pdf}`);
      }
      if (options.csv !== undefined && trail !== null) {
        await pipeline(bienniumAuditCsv(content, trail), createWriteStream(options.csv));
        say(`Written: ${options.csv}`);
      }
      if (command.optsWithGlobals<{ json?: boolean }>().json === true) printJson(content);
      else printAudit(content);
      if (content.checks.some(({ holds }) => !holds)) process.exitCode = 1;
    });
}

interface NettingOptions {
  readonly as?: string;
  readonly with: string;
  readonly asAt?: string;
  readonly pdf?: string;
}

function addNetting(biennium: Command): void {
  biennium
    .command('netting')
    .argument('<biennium>', 'such as 2024-2025')
    .description('Issues a netting statement: both directions gross, and who pays the difference')
    .requiredOption('--with <secretariat>', 'the other one')
    .option('--as-at <day>', 'documents issued up to this day; today where it is absent')
    .option('--pdf <file>', 'write the statement')
    .addOption(actor())
    .addHelpText(
      'after',
      '\nExample:\n  npm run recoup -- biennium netting 2024-2025 --with PROVIDER --as CLIENT.finance --pdf netting.pdf',
    )
    .action(async (text: string, options: NettingOptions, command: Command) => {
      const asAt = options.asAt === undefined ? today(systemClock) : Day.of(options.asAt);
      const { content, pdf } = await withBooksToChange((books) =>
        inTransaction(books.db, async (tx) => {
          const officer = await officerNamed(books, tx, options.as, { stepUp: false });
          const request = { biennium: Biennium.of(text), with: options.with, asAt };
          const issued = await books.services.get(NettingService).issue(tx, request, officer, systemClock);
          return { content: issued, pdf: (await paperOf(tx, issued.number)).pdf };
        }),
      );
      if (options.pdf !== undefined) {
        await writeFile(options.pdf, pdf);
        say(`Written: ${options.pdf}`);
      }
      if (command.optsWithGlobals<{ json?: boolean }>().json === true) {
        printJson(content);
        return;
      }
      for (const { client, provider, openUsd } of content.directions) {
        process.stdout.write(`${client.code} owes ${provider.code} USD ${grouped(openUsd)}.\n`);
      }
      process.stdout.write(
        content.netPayer === null
          ? `${content.number}: nobody pays a difference.\n`
          : bold(`${content.number}: ${content.netPayer.code} pays USD ${grouped(content.netUsd)}.\n`),
      );
    });
}

function printAudit(content: BienniumAuditContent): void {
  printTable(
    [
      { head: 'Agreement', of: ({ agreement }) => agreement },
      { head: 'From', of: ({ provider }) => provider },
      { head: 'To', of: ({ client }) => client },
      ...figures,
    ] as Column<BienniumAuditContent['byAgreement'][number]>[],
    content.byAgreement,
  );
  process.stdout.write('\n');
  printTable(
    [
      { head: 'Budget line', of: ({ budgetLine }) => budgetLine },
      { head: 'Fund', of: ({ fund }) => fund },
      { head: 'Allotment', of: ({ allotmentUsd }) => grouped(allotmentUsd), align: 'right' },
      { head: 'Used', of: ({ usedUsd }) => grouped(usedUsd), align: 'right' },
      { head: 'Available', of: ({ availableUsd }) => grouped(availableUsd), align: 'right' },
      { head: '%', of: ({ usedPercent }) => usedPercent, align: 'right' },
    ],
    content.byBudgetLine,
  );
  process.stdout.write('\n');
  for (const { name, holds, finding } of content.checks) {
    process.stdout.write(`${holds ? '✓ holds ' : '✗ FAILS '} ${bold(name)}. ${finding}\n`);
  }
  process.stdout.write('\n');
  printNet(content.net);
}

function printNet({ owedBy, payer, payee, netUsd }: BienniumAuditContent['net']): void {
  for (const [client, amount] of Object.entries(owedBy))
    process.stdout.write(`${client} owes USD ${grouped(amount)}.\n`);
  process.stdout.write(
    payer === null
      ? 'Nobody pays a difference.\n'
      : bold(`${payer} pays ${payee ?? ''} the difference of USD ${grouped(netUsd)}.\n`),
  );
}
