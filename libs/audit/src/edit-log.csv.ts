import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { formulaSafe } from './biennium-audit.csv.ts';
import type { EditLogContent } from './edit-log.ts';

const columns = [
  ...['leaf', 'at', 'person', 'secretariat', 'action', 'kind', 'objects', 'before', 'after', 'reason', 'requestId'],
] as const;

/**
 * The edit log as a table: a row for each act, in the order of their seal, and each refusal.
 * Shape:  as that of the biennium audit; `objects` are separated by "; ", `before` and `after` are JSON or empty.
 * Safety: a text that a spreadsheet would run as a formula begins with an apostrophe.
 */
export function editLogCsv({ lines }: EditLogContent): Readable {
  const writer = stringify({
    header: true,
    bom: true,
    columns: [...columns],
    record_delimiter: 'windows',
    quoted_match: /[;\t\r\n]/,
    cast: { string: formulaSafe },
  });
  writer.setEncoding('utf8');
  const rows = lines.map((line) => ({
    ...line,
    objects: line.objects.join('; '),
    before: line.before === null ? '' : JSON.stringify(line.before),
    after: line.after === null ? '' : JSON.stringify(line.after),
  }));
  pipeline(Readable.from(rows), writer, () => undefined); // a failing row destroys the writer, which its reader sees
  return writer;
}
