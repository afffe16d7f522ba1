import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CreditRequest,
  type InvoiceFilter,
  invoiceNamed,
  InvoicingService,
  type InvoiceView,
  invoiceViews,
  paperOf,
} from '#invoicing';
import { at, Money, Quantity } from '#kernel';
import { inSnapshot, type Tx } from '#platform';
import { type Command } from 'commander';
import { officerNamed } from './acting.ts';
import { type Books, systemClock, withBooks } from './books.ts';
import { limit } from './limit.ts';
import { type Column, grouped, printJson, printTable, Unusable } from './output.ts';
import { recordPaperTakenOut } from './taken-out.ts';
import { type Acting, actor, doOrTry } from './do-or-try.ts';

const columns: Column<InvoiceView>[] = [
  { head: 'Number', of: ({ number, id }) => number ?? id },
  { head: 'Type', of: ({ type }) => (type === 'INVOICE' ? 'invoice' : 'credit note') },
  { head: 'Agreement', of: ({ agreement }) => agreement },
  { head: 'From', of: ({ provider }) => provider },
  { head: 'To', of: ({ client }) => client },
  { head: 'Issued', of: ({ issuedOn }) => issuedOn ?? '' },
  { head: 'Lines', of: ({ lines }) => String(lines), align: 'right' },
  { head: 'USD', of: ({ totalUsd }) => grouped(totalUsd), align: 'right' },
  { head: 'State', of: ({ state }) => state },
];

export function addInvoicesCommand(program: Command): void {
  const invoices = program
    .command('invoices')
    .description('Invoices and credit notes: list, prepare, issue, credit, PDF');

  invoices
    .command('list')
    .description('Invoices and credit notes, newest first')
    .option('--agreement <number>', 'those under this agreement')
    .option('--provider <code>', 'those that this secretariat issues')
    .option('--state <state>', 'those in this state, such as ISSUED')
    .option('--biennium <biennium>', 'those of this biennium, such as 2024-2025')
    .option('--limit <n>', 'at most', limit, 50)
    .action(async (options: InvoiceFilter & { limit: number }, command: Command) => {
      const views = await withBooks(({ db }) =>
        inSnapshot(db, (tx) => invoiceViews(tx, options, { limit: options.limit })),
      );
      if (command.optsWithGlobals<Acting>().json === true) printJson(views);
      else printTable(columns, views);
    });

  invoices
    .command('pdf')
    .argument('[numbers...]', 'numbers of papers; none of them: all invoices and credit notes')
    .description('Writes papers as they were issued, byte for byte; that each was taken out is an act')
    .option('--out <folder>', 'where to', '.')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run recoup -- invoices pdf --out invoices\n  npm run recoup -- invoices pdf PROVIDER-2025-0001',
    )
    .action(async (numbers: string[], { out }: { out: string }, command: Command) => {
      const papers = await withBooks(async ({ db }) => {
        const wanted =
          numbers.length > 0
            ? numbers
            : (await inSnapshot(db, (tx) => invoiceViews(tx, {}, { limit: 100_000 }))).flatMap(
                ({ number }) => number ?? [],
              );
        await mkdir(out, { recursive: true });
        const written: { number: string; file: string; bytes: number; sha256: string }[] = [];
        for (const number of wanted) {
          const { pdf, pdfSha256 } = await inSnapshot(db, (tx) => paperOf(tx, number));
          const after = { form: 'application/pdf', sha256: pdfSha256 };
          await recordPaperTakenOut({ db }, number, after);
          const file = join(out, `${number.replace(/[^A-Za-z0-9._-]/g, '_')}.pdf`);
          await writeFile(file, pdf);
          written.push({ number, file, bytes: pdf.length, sha256: pdfSha256 });
        }
        return written;
      });
      if (command.optsWithGlobals<Acting>().json === true) printJson(papers);
      else
        printTable(
          [
            { head: 'Number', of: ({ number }) => number },
            { head: 'File', of: ({ file }) => file },
            { head: 'Bytes', of: ({ bytes }) => grouped(String(bytes)), align: 'right' },
            { head: 'SHA-256', of: ({ sha256 }) => sha256 },
          ],
          papers,
        );
    });

  invoices
    .command('prepare')
    .argument('<agreement>', 'the number of the agreement')
    .argument('<charges...>', 'the numbers of the charges that it bills')
    .description('Gathers certified charges into a draft')
    .addOption(actor())
    .option('--dry-run', 'do it and roll it back')
    .addHelpText(
      'after',
      '\nExample:\n  npm run recoup -- invoices prepare CRA-2025-001 A1-01 A1-02 --as PROVIDER.finance',
    )
    .action(async (agreement: string, charges: string[], options: Acting, command: Command) => {
      await act(options, command, async (books, tx) => {
        const draft = await books.services
          .get(InvoicingService)
          .prepare(
            tx,
            { agreement, charges },
            await officerNamed(books, tx, options.as, { stepUp: false }),
            systemClock,
          );
        return draft.id;
      });
    });

  invoices
    .command('issue')
    .argument('<draft>', 'the id of a draft')
    .description('Approves and issues a draft: its number, its paper and its postings at once')
    .addOption(actor())
    .option('--dry-run', 'do it and roll it back')
    .action(async (id: string, options: Acting, command: Command) => {
      await act(options, command, async (books, tx) => {
        const issued = await books.services
          .get(InvoicingService)
          .issue(tx, { id, seen: null }, await officerNamed(books, tx, options.as), systemClock);
        return issued.id;
      });
    });

  invoices
    .command('credit')
    .argument('<invoice>', 'its number')
    .argument('<charge>', 'the number of the charge on it')
    .argument('[quantity]', 'units to give back of an own service')
    .option('--amount <usd>', 'USD to give back of a pass-through cost or a trip, which has no units')
    .requiredOption('--reason <text>', 'why, in a sentence: it stands on the credit note')
    .description('Drafts a credit note, split as the charge was; `invoices issue` issues it')
    .addOption(actor())
    .option('--dry-run', 'do it and roll it back')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run recoup -- invoices credit PROVIDER-2025-0001 A1-03 37 --reason "duplicate badges"\n  npm run recoup -- invoices credit PROVIDER-2025-0001 T-04 --amount 412.50 --reason "the airline refunded the ticket"',
    )
    .action(
      async (
        invoice: string,
        charge: string,
        quantity: string | undefined,
        options: Acting & { amount?: string; reason: string },
        command: Command,
      ) => {
        const terms = inOneOfBothTerms(quantity, options.amount);
        await act(options, command, async (books, tx) => {
          const request = { invoice, reason: options.reason, lines: [{ charge, ...terms }] };
          const draft = await books.services
            .get(InvoicingService)
            .prepareCreditNote(tx, request, await officerNamed(books, tx, options.as, { stepUp: false }), systemClock);
          return draft.id;
        });
      },
    );
}

/** Errors: Unusable, NotAQuantity, NotADecimal, TooManyDecimals. */
function inOneOfBothTerms(quantity: string | undefined, amount: string | undefined): CreditRequest {
  if (amount === undefined && quantity !== undefined) return { quantity: Quantity.of(quantity) };
  if (amount !== undefined && quantity === undefined) return { amountUsd: at('/amount', () => Money.usd(amount)) };
  throw new Unusable(
    'Say what is given back in one way: units of an own service (invoices credit NUMBER CHARGE 37), or USD of a pass-through cost or a trip (invoices credit NUMBER CHARGE --amount 412.50). Nothing was written.',
  );
}

function act(options: Acting, command: Command, work: (books: Books, tx: Tx) => Promise<string>): Promise<void> {
  return doOrTry(options, command, columns, async (books, tx) => {
    const view = await invoiceNamed(tx, await work(books, tx));
    return view === undefined ? [] : [view];
  });
}
