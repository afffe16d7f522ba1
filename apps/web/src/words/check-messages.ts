import type { checks } from './fr/checks.ts';

type Message = keyof typeof checks;

/** A check of the audit as the server has it: by its code, with what was compared. */
export interface CheckFacts {
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly holds: boolean;
}

/** Which sentences say a check, and of what; amounts in USD, counts and states as the server has them. */
export interface CheckMessages {
  readonly name: Message;
  readonly finding: Message;
  readonly amounts?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly periods?: PeriodFacts;
}

export interface PeriodFacts {
  readonly biennium: string;
  readonly months: readonly { readonly state: string; readonly count: string }[];
}

/** Null: a code that these pages do not know. */
export function checkMessages({ code, facts, holds }: CheckFacts): CheckMessages | null {
  const list = (name: string): string => (facts[name] as readonly string[]).join(', ');
  const count = (name: string): number => Number(facts[name]);
  switch (code) {
    case 'BOOKS_BALANCE':
      return {
        name: 'Each book balances',
        ...(holds
          ? { finding: 'The debits and credits of every book sum to zero.' }
          : { finding: 'Out of balance: {books}.', values: { books: list('outOfBalance') } }),
      };
    case 'BOOKS_MIRROR':
      return {
        name: 'The two books mirror each other',
        ...(holds
          ? { finding: 'By agreement, item and month, what the client owes is what the provider is due.' }
          : {
              finding:
                '{count, plural, one {# combination of agreement, item and month differs.} other {# combinations of agreement, item and month differ.}}',
              values: { count: count('differing') },
            }),
      };
    case 'CHARGES_ARE_POSTED':
      return {
        name: 'Certified charges equal posted expenditure',
        finding: holds
          ? 'Charges: {one}; the clients’ books: the same.'
          : 'Charges: {one}; the clients’ books: {other}; they differ by {difference}.',
        amounts: compared(facts),
      };
    case 'DOCUMENTS_ARE_POSTED':
      return {
        name: 'Issued documents equal the posted debt',
        finding: holds
          ? 'Invoices less credit notes: {one}; the clients’ books: the same.'
          : 'Invoices less credit notes: {one}; the clients’ books: {other}; they differ by {difference}.',
        amounts: compared(facts),
      };
    case 'TOTALS_AGREE':
      return {
        name: 'These totals agree with the trial balance',
        finding: holds
          ? 'Every total was added up again from the postings of both books and is the same.'
          : 'At least one total differs from the postings added up again.',
      };
    case 'CEILINGS_COUNT_POSTINGS':
      return {
        name: 'Ceilings count what is posted',
        ...(holds
          ? { finding: 'The use of every budget line and agreement is the sum of its postings.' }
          : {
              finding:
                '{count, plural, one {# budget line or agreement counts something else than its postings.} other {# budget lines or agreements count something else than their postings.}}',
              values: { count: count('differing') },
            }),
      };
    case 'NUMBERS_HAVE_NO_GAPS':
      return {
        name: 'Document numbers have no gaps',
        ...(holds
          ? { finding: 'Every series of every provider and year runs from 1 without a gap.' }
          : { finding: 'Gaps in {series}.', values: { series: list('withGaps') } }),
      };
    case 'PAPERS_STAND':
      return {
        name: 'Issued papers are as they were issued',
        finding: holds
          ? '{count, plural, one {The SHA-256 of the one paper and of its contents was computed again and is the same.} other {The SHA-256 of all # papers and of their contents was computed again and is the same.}}'
          : '{altered, plural, one {# paper of {count} no longer has the SHA-256 it was issued with.} other {# papers of {count} no longer have the SHA-256 they were issued with.}}',
        values: { count: count('papers'), altered: count('altered') },
      };
    case 'PERIODS_STAND':
      return {
        name: 'Closed periods stand as they were signed',
        finding: holds
          ? 'The biennium is {biennium}; of its months {months}. The entries of each closed one were added up again and are what was signed.'
          : 'The biennium is {biennium}; of its months {months}. No longer what was signed: {periods}.',
        values: { periods: list('differing') },
        periods: facts as unknown as PeriodFacts,
      };
    default:
      return null;
  }
}

function compared(facts: Readonly<Record<string, unknown>>): Record<string, string> {
  return {
    one: String(facts.documentsUsd),
    other: String(facts.booksUsd),
    difference: String(facts.differenceUsd),
  };
}
