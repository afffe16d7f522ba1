import { type Column, day, instant, Paper, putFacts, putLetterhead, style, Table, words } from '#documents';
import type { EditLogContent, EditLogLine } from './edit-log.ts';

const columns: readonly Column[] = [
  { title: 'Leaf', width: 42, align: 'right' },
  { title: 'When, UTC', width: 60, align: 'left' },
  { title: 'Who', width: 106, align: 'left' },
  { title: 'In which duties', width: 76, align: 'left' },
  { title: 'Session or key', width: 80, align: 'left' },
  { title: 'What', width: 74, align: 'left' },
  { title: 'On', width: 106, align: 'left' },
  { title: 'Before, then after', width: 104, align: 'left' },
  { title: 'Reason, request', width: 109.89, align: 'left' },
];

const objectsShown = 12;

/**
 * The edit log as PDF: who did what to what, as whom, in which duties and by which session or key, what it was before and after, why,
 * and by which request; each sealed act with the position of its leaf.
 * Shape:  the same content and hash give the same bytes.
 */
export async function renderEditLog(content: EditLogContent, contentSha256: string): Promise<Uint8Array> {
  const { period, from, to, asAt, scope, askedBy, acts, refusals, lines } = content;
  const paper = new Paper({
    title: `Edit log ${period}`,
    reference: `Edit log ${period}, as at ${instant(asAt)}`,
    author: askedBy.name,
    datedAt: new Date(asAt),
    contentSha256,
    orientation: 'landscape',
    mark: null,
  });
  const sealed = lines.filter(({ leaf }) => leaf !== null).length;
  putLetterhead(paper, {
    from: { name: askedBy.secretariat, address: [`asked by ${askedBy.name}`] },
    title: 'EDIT LOG',
    number: period,
    dated: `of one snapshot, ${instant(asAt)}`,
    to: { label: 'It holds', name: scope, address: [`from ${day(from)} to ${day(to)}`] },
    total: {
      label: 'Acts',
      figure: String(acts),
      note: `${sealed} of them sealed; ${refusals} ${refusals === 1 ? 'request' : 'requests'} refused`,
    },
  });
  putFacts(paper, [
    { label: 'Leaf', text: 'the position of an act in the sealed tree; \u2013 for one that is not sealed yet' },
    { label: 'Refused', text: 'with a leaf an act; without one the answer that was kept for the request' },
  ]);
  const table = new Table(paper.faces, columns, paper.left);
  paper.heading(`Acts in the order of their seal, and refusals`);
  paper.add([table.head]);
  for (const [at, line] of lines.entries()) {
    paper.add(table.row(cells(line), { line: at === 0 ? 'none' : 'hairline', as: style.body }));
    await paper.breathe();
  }
  if (lines.length === 0) paper.write('Nothing was done in this time.', style.body);
  return paper.finish();
}

function cells({
  leaf,
  at,
  person,
  secretariat,
  duties,
  session,
  action,
  objects,
  before,
  after,
  reason,
  requestId,
}: EditLogLine): string[] {
  return [
    leaf ?? '\u2013',
    instant(at).replace(/, /, ' '),
    secretariat === '' || person.startsWith(`${secretariat}.`) ? person : `${person}, for ${secretariat}`,
    duties?.map(words).join(', ') ?? '',
    session ?? '',
    words(action),
    listed(objects),
    [facts(before), facts(after)].filter((text) => text !== '').join(', then '),
    [reason ?? '', requestId ?? ''].filter((text) => text !== '').join('; '),
  ];
}

function listed(objects: readonly string[]): string {
  const shown = objects.slice(0, objectsShown).join(', ');
  return objects.length <= objectsShown ? shown : `${shown} and ${objects.length - objectsShown} more`;
}

function facts(of: EditLogLine['before']): string {
  return of === null
    ? ''
    : Object.entries(of)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => `${name} ${value as string | number}`)
        .join(', ');
}
