import { Malformed } from '#kernel';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { ApiPropertyOptional } from '@nestjs/swagger';

/** `?limit=50&cursor=...`: the cursor is whatever the last page gave, and nothing to be read. */
export class PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  @ApiPropertyOptional({ type: 'string', maxLength: 100 })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  cursor?: string;
}

export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

export function pageOf({ limit, cursor }: PageQuery): { limit: number; before?: string } {
  return { limit: limit ?? 50, ...(cursor === undefined ? {} : { before: sequenceIn(cursor) }) };
}

/** A page of rows that carry their sequence; a full page may have a next one. */
export function paged<Row extends { sequence: string }, T>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => T,
): Page<T> {
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    items: rows.map(show),
    nextCursor: last === undefined ? null : Buffer.from(`s:${last.sequence}`).toString('base64url'),
  };
}

function sequenceIn(cursor: string): string {
  return placeIn(cursor, /^s:(\d{1,18})$/);
}

/** The same of rows whose ids are in the order of time. */
export function pageById({ limit, cursor }: PageQuery): { limit: number; before?: string } {
  const id = /^i:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
  return { limit: limit ?? 50, ...(cursor === undefined ? {} : { before: placeIn(cursor, id) }) };
}

export function pagedById<Row extends { id: string }, T>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => T,
): Page<T> {
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    items: rows.map(show),
    nextCursor: last === undefined ? null : Buffer.from(`i:${last.id}`).toString('base64url'),
  };
}

function placeIn(cursor: string, form: RegExp): string {
  const place = form.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (place === undefined) throw new CursorUnreadable();
  return place;
}

export class CursorUnreadable extends Malformed {
  constructor() {
    super('A cursor is the nextCursor of the page before, unchanged.', '/cursor');
  }
}
