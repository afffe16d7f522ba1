import { canonicalJson } from '#kernel';
import type { JournalEntry, Posting } from './journal-entry.ts';

/** What an entry gets when it is written: its pair, its hand and its instant. */
export interface Written {
  readonly pair: string;
  readonly postedBy: string; // the person's code, never a name
  readonly postedAt: Date;
}

/**
 * The exact text of an entry that is sealed: canonical JSON, amounts as text, postings in their order. It stands beside
 * the entry's columns for good; `ledger.journal_entry_body` composes the same from the columns, so that both can be compared.
 */
export function entryBody(
  {
    book,
    counterparty,
    event,
    source,
    on,
    biennium,
    postings,
    reverses,
    adjusts,
    adjustmentReason,
    postCloseNo,
  }: JournalEntry,
  { pair, postedBy, postedAt }: Written,
): string {
  return canonicalJson({
    book,
    counterparty,
    event,
    source,
    pair,
    postedBy,
    postedAt: postedAt.toISOString(),
    accountingOn: on.toString(),
    biennium: biennium.toString(),
    // Said where there is something to say: an ordinary entry reads as it did before periods were closed.
    ...(adjusts === null ? {} : { adjusts, adjustmentReason }),
    ...(reverses === null ? {} : { reverses }),
    ...(postCloseNo === 0 ? {} : { postCloseNo: postCloseNo.toString() }),
    postings: postings.map(postingFacts),
  });
}

function postingFacts({ account, fund, budgetLine, agreement, item, serviceMonth, amount }: Posting): object {
  return { account, fund, budgetLine, agreement, item, serviceMonth, amountUsd: amount.toString() };
}
