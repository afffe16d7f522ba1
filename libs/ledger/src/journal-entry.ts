import { type Biennium, type Day, Money } from '#kernel';
import type { Account } from './account.ts';

/** What happened. A new kind of event is a new posting rule. */
export type BusinessEvent =
  | 'CHARGE_CERTIFIED'
  | 'CHARGE_REVERSED'
  | 'INVOICE_ISSUED'
  | 'CREDIT_NOTE_ISSUED'
  | 'SETTLED';

/** What a posting is about, beside its account and amount: every figure of a report is found again by these. */
export interface PostingSubject {
  readonly agreement: string;
  readonly item: string;
  readonly serviceMonth: string; // "2025-11": the month of delivery, whatever the day of the paper
}

export interface Posting extends PostingSubject {
  readonly account: Account;
  readonly fund: string;
  readonly budgetLine: string; // "" where the account has none
  readonly amount: Money; // debit positive, credit negative
}

/** Where an event stands in the books. */
export interface Placement {
  /** The accounting day. */
  readonly on: Day;
  readonly biennium: Biennium;
  /** After how many closings of its month or biennium the entry came; 0 for an ordinary one. */
  readonly postCloseNo: number;
  /** A prior-period adjustment: the closed period that the event belongs to ("2025-10"); null for an ordinary entry. */
  readonly adjusts: string | null;
  readonly adjustmentReason: string | null;
}

/**
 * One business event in one book: at least two postings that sum to zero.
 * The database repeats both checks as it is posted (journal_entry_balanced, journal_entry_complete).
 */
export class JournalEntry {
  private constructor(
    readonly book: string,
    readonly counterparty: string,
    readonly event: BusinessEvent,
    /** The charge, invoice or settlement it comes from. */
    readonly source: string,
    /** The accounting day: of a cost, the day of delivery. */
    readonly on: Day,
    readonly biennium: Biennium,
    readonly postings: readonly Posting[],
    /** The pair that this entry undoes; null where it undoes none. */
    readonly reverses: string | null,
    readonly postCloseNo: number,
    readonly adjusts: string | null,
    readonly adjustmentReason: string | null,
  ) {}

  /** Postings of zero are left out: a fund with weight 0 bears no entry. */
  static of(
    facts: Omit<JournalEntry, 'isEmpty' | 'placed' | 'reverses' | Exclude<keyof Placement, 'on' | 'biennium'>> & {
      readonly reverses?: string | null;
    },
  ): JournalEntry {
    const postings = facts.postings.filter(({ amount }) => !amount.isZero());
    const sum = Money.sum(postings.map(({ amount }) => amount));
    if (!sum.isZero())
      throw new Error(
        `A journal entry sums to zero; this one of ${facts.source} in ${facts.book} to ${sum.toString()}.`,
      );
    return new JournalEntry(
      facts.book,
      facts.counterparty,
      facts.event,
      facts.source,
      facts.on,
      facts.biennium,
      postings,
      facts.reverses ?? null,
      0,
      null,
      null,
    );
  }

  /** The same entry where the periods let it stand. */
  placed({ on, biennium, postCloseNo, adjusts, adjustmentReason }: Placement): JournalEntry {
    const { book, counterparty, event, source, postings, reverses } = this;
    return new JournalEntry(
      ...([book, counterparty, event, source, on, biennium, postings] as const),
      ...([reverses, postCloseNo, adjusts, adjustmentReason] as const),
    );
  }

  /** True where nothing is posted at all, as for a charge of 0.00. */
  get isEmpty(): boolean {
    return this.postings.length === 0;
  }
}
