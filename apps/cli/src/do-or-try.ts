import { inTransaction, type Tx } from '#platform';
import { type Command, Option } from 'commander';
import { type Books, withBooksToChange } from './books.ts';
import { type Column, printJson, printTable, say } from './output.ts';
import { printPostings, tried } from './postings.ts';

/** What every command that changes the books may be given. */
export interface Acting {
  readonly as?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function actor(): Option {
  return new Option('--as <person>', 'who acts, by code; in the sample alone, see sign-in').env('RECOUP_ACTOR');
}

/** Does the work and prints what it made; with --dry-run it is rolled back, and what it would post is printed too. */
export async function doOrTry<T>(
  options: Acting,
  command: Command,
  columns: readonly Column<T>[],
  work: (books: Books, tx: Tx) => Promise<T[]>,
): Promise<void> {
  const isJson = command.optsWithGlobals<Acting>().json === true;
  await withBooksToChange(async (books) => {
    const done = (tx: Tx): Promise<T[]> => work(books, tx);
    if (options.dryRun === true) {
      const { result, wouldPost } = await tried(books, done);
      if (isJson) printJson({ dryRun: true, result, wouldPost });
      else {
        printTable(columns, result);
        printPostings(wouldPost);
      }
      say('A dry run: nothing was written.');
      return;
    }
    const views = await inTransaction(books.db, done);
    if (isJson) printJson(views);
    else printTable(columns, views);
  });
}
