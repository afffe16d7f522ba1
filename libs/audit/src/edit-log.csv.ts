import type { Readable } from 'node:stream';
import { csvOf } from '#platform';
import type { EditLogContent } from './edit-log.ts';

const columns = [
  ...[
    'leaf',
    'at',
    'person',
    'secretariat',
    'duties',
    'session',
    'action',
    'kind',
    'objects',
    'before',
    'after',
    'reason',
    'requestId',
  ],
] as const;

/**
 * The edit log as a table: a row for each act, in the order of their seal, and each refusal.
 * Shape:  as that of the biennium audit; `objects` and `duties` are separated by "; ", `before` and `after` are JSON or empty.
 */
export function editLogCsv({ lines }: EditLogContent): Readable {
  const rows = lines.map((line) => ({
    ...line,
    duties: (line.duties ?? []).join('; '),
    objects: line.objects.join('; '),
    before: line.before === null ? '' : JSON.stringify(line.before),
    after: line.after === null ? '' : JSON.stringify(line.after),
  }));
  return csvOf(rows, columns, []);
}
