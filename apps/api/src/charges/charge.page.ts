import type { ChargePageAsked, ChargeView } from '#charging';
import { at, Day } from '#kernel';
import { CursorUnreadable } from '../http/pages.ts';
import type { ChargeFilterQuery, ChargeQuery } from './charge.query-string.ts';

/** Days that exist. Errors: NotADay. */
export function checkDays(query: ChargeFilterQuery): void {
  for (const name of ['from', 'to'] as const) at(`/${name}`, () => query[name] === undefined || Day.of(query[name]));
}

/** A cursor is the page before's last charge: its place, and in a sorted list what it was sorted by. Errors: CursorUnreadable. */
export function chargePage({ limit = 50, sort = 'newest', order = 'desc', cursor }: ChargeQuery): ChargePageAsked {
  const page = { limit, sort, ascending: order === 'asc' };
  if (cursor === undefined) return page;
  const [, before, of, beforeKey] =
    /^s:(\d{1,18})(?::(date|amount|id):([^\0]+))?$/s.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (before === undefined || (of ?? 'newest') !== sort) throw new CursorUnreadable();
  if (beforeKey === undefined) return { ...page, before };
  if (sort === 'date' && !/^\d{4}-\d\d-\d\d$/.test(beforeKey)) throw new CursorUnreadable();
  if (sort === 'date') at('/cursor', () => Day.of(beforeKey));
  if (sort === 'amount' && !/^\d{1,16}\.\d\d$/.test(beforeKey)) throw new CursorUnreadable();
  return { ...page, before, beforeKey };
}

/** Null where the page was not full: there is no other. */
export function nextCursor(views: readonly ChargeView[], { limit, sort }: ChargePageAsked): string | null {
  const last = views.length === limit ? views.at(-1) : undefined;
  if (last === undefined) return null;
  const key = sort === 'date' ? last.deliveredOn : sort === 'amount' ? last.amountUsd : sort === 'id' ? last.id : null;
  return Buffer.from(`s:${last.sequence}${key === null ? '' : `:${sort ?? ''}:${key}`}`).toString('base64url');
}
