import { type InvoiceSort, type InvoiceView, noDay } from '#invoicing';
import { cursorAfter, type KeyForms, type SortedPage, sortedPage } from '../http/sorted-pages.ts';
import type { InvoiceQuery } from './invoice.query-string.ts';

// A draft has no number and no day.
const forms: KeyForms<InvoiceSort> = {
  number: /^.*$/s,
  date: /^(?:\d{4}-\d\d-\d\d|infinity)$/,
  amount: /^-?\d{1,16}\.\d\d$/,
};

/** Errors: CursorUnreadable, NotADay. */
export function invoicePage(query: InvoiceQuery): SortedPage<InvoiceSort> {
  return sortedPage<InvoiceSort>(query, forms);
}

export function nextCursor(views: readonly InvoiceView[], page: SortedPage<InvoiceSort>): string | null {
  return cursorAfter(views, page, ({ number, issuedOn, totalUsd }, sort) =>
    sort === 'number' ? (number ?? '') : sort === 'date' ? (issuedOn ?? noDay) : sort === 'amount' ? totalUsd : null,
  );
}
