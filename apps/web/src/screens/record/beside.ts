import { type Column, columns } from './line.ts';

/** The cell beside, or the first or last one of the row after or before. */
export function beside(column: Column, by: 1 | -1): { column: Column; row: number } {
  const at = columns.indexOf(column) + by;
  if (at < 0) return { column: columns.at(-1) ?? column, row: -1 };
  return at >= columns.length ? { column: columns[0], row: 1 } : { column: columns[at] ?? column, row: 0 };
}
