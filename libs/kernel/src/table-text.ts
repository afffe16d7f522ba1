/**
 * Cells of a table for spreadsheets: the one rule of every CSV that leaves the product.
 * A line feed alone ends the row for most readers, and a semicolon begins a cell where lists are separated by it: a cell
 * with one of these is quoted, as RFC 4180 quotes a comma.
 */
export const quotedInTables = /[",;\t\r\n]/;

/**
 * A cell that no spreadsheet runs: a text that begins as a formula does gets an apostrophe before it.
 * A figure, a negative one too, stays what it is in a column of figures alone: "-1" that somebody wrote as a text is a text.
 */
export function tableText(text: string, column: 'text' | 'figure'): string {
  if (column === 'figure' && /^[+-]?\d+(\.\d+)?$/.test(text)) return text;
  return /^\s*[=+\-@＝＋－＠\0\t\r\n;]/u.test(text) ? `'${text}` : text;
}

/** Rows as text: UTF-8 with a byte order mark (spreadsheets guess another alphabet without), comma, CRLF. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  return quotedInTables.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
