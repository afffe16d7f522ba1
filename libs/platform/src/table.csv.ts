import { pipeline, Readable } from 'node:stream';
import { quotedInTables, tableText } from '#kernel';
import { stringify } from 'csv-stringify';

type Cells = object;

/**
 * Rows as a stream of CSV text, some at a time: its memory does not grow with their number.
 * Shape:  UTF-8 with a byte order mark, comma, CRLF, a head row; `figures` names the columns whose numbers stay numbers.
 * Safety: see the kernel's tableText.
 * Errors: one on the way breaks the stream off, so that half a table does not pass for a whole one.
 */
export function csvOf(
  source: Iterable<Cells> | AsyncIterable<Cells>,
  head: readonly string[],
  figures: readonly string[],
): Readable {
  const ofFigures = new Set(figures);
  const table = stringify({
    bom: true,
    header: true,
    record_delimiter: 'windows',
    columns: [...head],
    quoted_match: quotedInTables,
    escape_formulas: false, // it takes a minus sign for a formula
    cast: { string: (text, { column }) => tableText(text, ofFigures.has(String(column)) ? 'figure' : 'text') },
  });
  table.setEncoding('utf8');
  pipeline(Readable.from(source), table, () => undefined); // an error destroys the table with it, which its reader sees
  return table;
}
