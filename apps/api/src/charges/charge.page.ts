import type { ChargePageAsked, ChargeSort, ChargeView } from '#charging';
import { at, Day } from '#kernel';
import { cursorAfter, type KeyForms, type SortedPage, sortedPage } from '../http/sorted-pages.ts';
import type { ChargeFilterQuery, ChargeQuery } from './charge.query-string.ts';

/** Days that exist. Errors: NotADay. */
export function checkDays(query: ChargeFilterQuery): void {
  for (const name of ['from', 'to'] as const) at(`/${name}`, () => query[name] === undefined || Day.of(query[name]));
}

const forms: KeyForms<ChargeSort> = { date: /^\d{4}-\d\d-\d\d$/, amount: /^\d{1,16}\.\d\d$/, id: /^.+$/s };

/** Errors: CursorUnreadable, NotADay. */
export function chargePage(query: ChargeQuery): ChargePageAsked & SortedPage<ChargeSort> {
  return sortedPage<ChargeSort>(query, forms);
}

export function nextCursor(views: readonly ChargeView[], page: SortedPage<ChargeSort>): string | null {
  return cursorAfter(views, page, (last, sort) =>
    sort === 'date' ? last.deliveredOn : sort === 'amount' ? last.amountUsd : sort === 'id' ? last.id : null,
  );
}
