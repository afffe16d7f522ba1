import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { editLogCsv, EditLogService, renderEditLog } from '#audit';
import { contentSha256 } from '#invoicing';
import { inSnapshot, inTransaction } from '#platform';
import { type Command } from 'commander';
import { officerNamed } from './acting.ts';
import { systemClock, withBooks } from './books.ts';
import { actor } from './do-or-try.ts';
import { printJson, printTable, say } from './output.ts';

interface Options {
  readonly as?: string;
  readonly out?: string;
  readonly json?: boolean;
}

export function addLogCommand(program: Command): void {
  program
    .command('log')
    .argument('<period>', 'a financial year such as 2025, a month such as 2025-11, or a biennium such as 2024-2025')
    .option('--out <file>', 'into a file: .pdf or .csv')
    .addOption(actor())
    .description('Who did what to what, with before and after, reason and leaf; that it was taken out is an act itself')
    .addHelpText('after', '\nExample:\n  npm run recoup -- log 2025 --out edit-log-2025.pdf --as PROVIDER.auditor')
    .action(async (period: string, { as, out }: Options, command: Command) => {
      const content = await withBooks(async (books) => {
        const log = books.services.get(EditLogService);
        const found = await inSnapshot(books.db, async (tx) =>
          log.content(tx, period, await officerNamed(books, tx, as), systemClock),
        );
        const exported = {
          report: `edit-log ${found.period}`,
          form: out?.endsWith('.pdf') === true ? 'application/pdf' : out === undefined ? 'terminal' : 'text/csv',
          sha256: contentSha256(found),
        };
        await inTransaction(books.db, async (tx) =>
          log.recordExport(tx, exported, await officerNamed(books, tx, as), systemClock),
        );
        return found;
      });
      if (out?.endsWith('.pdf') === true) await writeFile(out, await renderEditLog(content, contentSha256(content)));
      else if (out !== undefined) await pipeline(editLogCsv(content), createWriteStream(out));
      else if (command.optsWithGlobals<Options>().json === true) printJson(content);
      else {
        printTable(
          [
            { head: 'Leaf', of: ({ leaf }) => leaf ?? '', align: 'right' },
            { head: 'At', of: ({ at }) => at },
            { head: 'Who', of: ({ person }) => person },
            { head: 'What', of: ({ action }) => action },
            { head: 'On', of: ({ objects }) => objects.slice(0, 3).join(', ') + (objects.length > 3 ? ', ...' : '') },
            { head: 'Reason', of: ({ reason }) => reason ?? '' },
          ],
          content.lines,
        );
      }
      if (out !== undefined) say(`Written: ${out}, ${content.acts} acts and ${content.refusals} refusals.`);
    });
}
