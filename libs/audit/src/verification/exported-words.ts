import { centsOf } from './cents.ts';
import type { ExportRecord } from './export-record.ts';

export type SealedPaper = Readonly<Record<'number' | 'contentSha256' | 'pdfSha256', string>>;
export type SealedEvidence = Readonly<Record<'charge', string>>;

export function paperWords({ number, contentSha256, pdfSha256 }: SealedPaper): string {
  return JSON.stringify([number, contentSha256, pdfSha256]);
}

/** The facts of an entry in its sealed words; who posted it, and when, are in them too. */
export interface SealedEntry extends EntryFacts {
  readonly accountingOn: string;
  readonly reverses?: string;
  readonly postings: readonly Readonly<
    Record<'account' | 'fund' | 'budgetLine' | 'agreement' | 'item' | 'serviceMonth' | 'amountUsd', string>
  >[];
}

type EntryFacts = Readonly<Record<'pair' | 'book' | 'counterparty' | 'event' | 'source' | 'biennium', string>>;

/** What an entry says, the same text whether it was read from its columns or from its words. */
export function wordsOf(
  {
    pair,
    book,
    counterparty,
    event,
    source,
    biennium,
    on,
    reverses,
  }: EntryFacts & Readonly<{ on: string; reverses: string | null }>,
  postings: readonly (readonly string[])[],
): string {
  return JSON.stringify([pair, book, counterparty, event, source, biennium, on, reverses, postings]);
}

export function debits({ postings }: Extract<ExportRecord, { t: 'entry' }>): bigint {
  return postings.reduce((sum, [, , , , , , amount]) => (amount.startsWith('-') ? sum : sum + centsOf(amount)), 0n);
}
