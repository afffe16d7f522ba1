import { at, Day } from '#kernel';
import { IsIn, IsOptional } from 'class-validator';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { CursorUnreadable, PageQuery } from './pages.ts';

/** Upwards or downwards; newest, latest, highest first unless it is asked for otherwise. */
export class SortedPageQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['asc', 'desc'], default: 'desc' }) @IsOptional() @IsIn(['asc', 'desc']) order?:
    | 'asc'
    | 'desc';
}

/** The page of a list that is sorted. `before`: the last row seen, its sequence; `beforeKey`: what it was sorted by. */
export interface SortedPage<Sort extends string> {
  readonly limit: number;
  readonly sort: Sort;
  readonly ascending: boolean;
  readonly before?: string;
  readonly beforeKey?: string;
}

/** How what a list is sorted by stands in a cursor; "newest" has its sequence alone. */
export type KeyForms<Sort extends string> = Readonly<Record<Exclude<Sort, 'newest'>, RegExp>>;

type Asked<Sort> = Pick<SortedPageQuery, 'limit' | 'order' | 'cursor'> & { readonly sort?: Sort };

/** A cursor is the page before's last row: its place, and in a sorted list what it was sorted by. Errors: CursorUnreadable, NotADay. */
export function sortedPage<Sort extends string>(
  { limit = 50, sort, order = 'desc', cursor }: Asked<Sort | 'newest'>,
  forms: KeyForms<Sort>,
): SortedPage<Sort | 'newest'> {
  const page = { limit, sort: sort ?? ('newest' as const), ascending: order === 'asc' };
  if (cursor === undefined) return page;
  const [, before, of, beforeKey] =
    /^s:(\d{1,18})(?::(\w+):([^\0]*))?$/s.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  const by: string = of ?? 'newest';
  if (before === undefined || by !== page.sort) throw new CursorUnreadable();
  if (beforeKey === undefined) return { ...page, before };
  const form = (forms as Readonly<Record<string, RegExp | undefined>>)[by];
  if (form?.test(beforeKey) !== true) throw new CursorUnreadable();
  if (of === 'date' && beforeKey !== 'infinity') at('/cursor', () => Day.of(beforeKey));
  return { ...page, before, beforeKey };
}

/** Null where the page was not full: there is no other. `keyOf`: what a row is sorted by; null where that is its sequence. */
export function cursorAfter<Row extends { readonly sequence: string }, Sort extends string>(
  rows: readonly Row[],
  { limit, sort }: SortedPage<Sort>,
  keyOf: (row: Row, sort: Sort) => string | null,
): string | null {
  const last = rows.length === limit ? rows.at(-1) : undefined;
  if (last === undefined) return null;
  const key = keyOf(last, sort);
  return Buffer.from(`s:${last.sequence}${key === null ? '' : `:${sort}:${key}`}`).toString('base64url');
}
