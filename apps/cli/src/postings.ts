import process from 'node:process';
import { LedgerService, type PostedLine } from '#ledger';
import { type Tx, withoutEffect } from '#platform';
import type { Books } from './books.ts';
import { grouped, printTable } from './output.ts';

/** Under what came before; nothing where nothing is posted. */
export function printPostings(postings: readonly PostedLine[]): void {
  if (postings.length === 0) return;
  process.stdout.write('\n');
  printTable(
    [
      { head: 'Book', of: ({ book }) => book },
      { head: 'Day', of: ({ accountingOn }) => accountingOn },
      { head: 'Account', of: ({ account }) => account },
      { head: 'Fund', of: ({ fund }) => fund },
      { head: 'Budget line', of: ({ budgetLine }) => budgetLine },
      { head: 'Debit', of: ({ amountUsd }) => (amountUsd.startsWith('-') ? '' : grouped(amountUsd)), align: 'right' },
      {
        head: 'Credit',
        of: ({ amountUsd }) => (amountUsd.startsWith('-') ? grouped(amountUsd.slice(1)) : ''),
        align: 'right',
      },
    ],
    postings,
  );
}

/** Done by the same code and rolled back: what there would be, and what would be posted. */
export function tried<T>(
  { db, services }: Books,
  work: (tx: Tx) => Promise<T>,
): Promise<{ result: T; wouldPost: PostedLine[] }> {
  const ledger = services.get(LedgerService);
  return withoutEffect(db, async (tx) => {
    const before = await ledger.lastEntry(tx);
    const result = await work(tx);
    return { result, wouldPost: await ledger.postedSince(tx, before) };
  });
}
