import { gap } from './block.ts';
import { faint, ink, rule, style } from './house-style.ts';
import type { Paper } from './paper.ts';
import { Part } from './part.ts';

export interface Letterhead {
  readonly from: { readonly name: string; readonly address: readonly string[] };
  readonly title: string;
  readonly number: string;
  readonly dated: string;
  readonly to: { readonly label: string; readonly name: string; readonly address: readonly string[] } | null;
  readonly total: { readonly label: string; readonly figure: string; readonly note: string };
}

/** The top of the first page: who writes, what it is, to whom, and the one figure that matters. No emblem. */
export function putLetterhead(paper: Paper, { from, title, number, dated, to, total }: Letterhead): void {
  const half = paper.width * 0.67;
  // Read as a letter is: what it is, from whom, to whom, and the figure.
  const head = new Part('Div');
  const name = new Part('H1', head);
  const date = new Part('P', head);
  const sender = new Part('P', head);
  const addressee = to ? new Part('P', head) : undefined;
  const sum = new Part('P', head);
  // The name of whoever writes gives way to a long title; a figure or title that is wider still is set smaller.
  const wide = paper.width - Math.max(paper.width * 0.28, paper.faces.semibold.width(title, style.title.size) + 2);
  paper.put([
    {
      x: paper.left,
      width: wide - 12,
      paragraphs: [
        { text: from.name, style: style.name },
        { text: from.address.join(', '), style: style.small },
      ],
      part: sender,
    },
    {
      x: paper.left + wide,
      width: paper.width - wide,
      paragraphs: [
        { text: title, style: style.title, align: 'right', part: name },
        { text: number, style: style.name, align: 'right', part: name },
        { text: dated, style: style.body, align: 'right', part: date },
      ],
    },
  ]);
  paper.add([gap(6)]);
  paper.put(
    [
      {
        x: paper.left,
        width: half - 6,
        paragraphs: to
          ? [
              { text: to.label, style: style.label },
              { text: to.name, style: style.name },
              { text: to.address.join(', '), style: style.small },
            ]
          : [],
        ...(addressee === undefined ? {} : { part: addressee }),
      },
      {
        x: paper.left + half,
        width: paper.width - half,
        paragraphs: [
          { text: total.label, style: style.label, align: 'right' },
          { text: total.figure, style: { ...style.total, colour: ink }, align: 'right' },
          { text: total.note, style: style.small, align: 'right' },
        ],
        part: sum,
      },
    ],
    { above: 6, below: 5, rules: [{ from: paper.left, to: paper.right, y: 0, weight: rule.hairline, colour: faint }] },
  );
}
