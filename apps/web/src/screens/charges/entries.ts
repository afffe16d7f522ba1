import { Money } from '#kernel';

/** One line of an entry as the API says it: debit positive, credit negative, USD. */
export interface EntryLine {
  readonly book: string;
  readonly account: string;
  readonly fund: string;
  readonly budgetLine: string;
  readonly amount: { readonly amount: string };
}

/** The same account of the same book in two entries beside each other. Null: that entry has no such line. */
export interface SideBySide {
  readonly book: string;
  readonly account: string;
  readonly fund: string;
  readonly budgetLine: string;
  readonly posted: string | null;
  readonly undone: string | null;
}

/** What undoes an entry: the same lines with the opposite sign. */
export function opposite(lines: readonly EntryLine[]): EntryLine[] {
  return lines.map((line) => ({
    ...line,
    amount: { amount: Money.totalUsd(line.amount.amount).negated().toString() },
  }));
}

/** Two entries, line beside line, in the order of the first. Lines of the same account, fund and budget line are added up. */
export function sideBySide(posted: readonly EntryLine[], undone: readonly EntryLine[]): SideBySide[] {
  const rows = new Map<string, { line: EntryLine; posted: Money | null; undone: Money | null }>();
  const put = (lines: readonly EntryLine[], side: 'posted' | 'undone'): void => {
    for (const line of lines) {
      const key = [line.book, line.account, line.fund, line.budgetLine].join(' ');
      const row = rows.get(key) ?? { line, posted: null, undone: null };
      row[side] = (row[side] ?? Money.zero()).plus(Money.totalUsd(line.amount.amount));
      rows.set(key, row);
    }
  };
  put(posted, 'posted');
  put(undone, 'undone');
  return [...rows.values()].map(({ line: { book, account, fund, budgetLine }, ...sums }) => ({
    ...{ book, account, fund, budgetLine },
    posted: sums.posted?.toString() ?? null,
    undone: sums.undone?.toString() ?? null,
  }));
}

/** What one side is to receive stands in the other's book as what it is to pay. */
const mirrors: Readonly<Record<string, string>> = {
  RECEIVABLE_UNBILLED: 'PAYABLE_UNBILLED',
  PAYABLE_UNBILLED: 'RECEIVABLE_UNBILLED',
  RECEIVABLE: 'PAYABLE',
  PAYABLE: 'RECEIVABLE',
};

/**
 * What the other book has of it on the accounts between the two: the opposite, added up. Its funds, its budget lines and what
 * it holds against them are for its own side to see. Empty where both books are there to be seen.
 */
export function inTheOtherBook(
  lines: readonly EntryLine[],
  { provider, client }: { readonly provider: string; readonly client: string },
): EntryLine[] {
  const books = new Set(lines.map(({ book }) => book));
  if (books.size !== 1) return [];
  const other = books.has(provider) ? client : provider;
  const sums = new Map<string, Money>();
  for (const { account, amount } of lines) {
    const mirror = mirrors[account];
    if (mirror === undefined) continue;
    sums.set(mirror, (sums.get(mirror) ?? Money.zero()).minus(Money.totalUsd(amount.amount)));
  }
  return [...sums].map(([account, sum]) => ({
    ...{ book: other, account, fund: '', budgetLine: '' },
    amount: { amount: sum.toString() },
  }));
}
