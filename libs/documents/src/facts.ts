import { type BlockOptions, type Cell, type Paragraph, roleOf } from './block.ts';
import { type Style, style } from './house-style.ts';
import type { Paper } from './paper.ts';
import { Part } from './part.ts';

/** A label and what it says; several lines as one text with line feeds. */
export interface Fact {
  readonly label: string;
  readonly text: string;
}

const gutter = 18;
const labelWidth = 56;

/** Facts in two columns, read down the left one first. A row never breaks, the list may. */
export function putFacts(paper: Paper, facts: readonly Fact[]): void {
  const half = Math.ceil(facts.length / 2);
  const width = (paper.width - gutter) / 2;
  const list = new Part('L');
  const items = facts.map((fact) => ({ fact, item: new Part('LI', list) })); // all before any is drawn: in reading order
  for (let row = 0; row < half; row += 1) {
    const left = items[row];
    const right = items[half + row];
    paper.put(
      [
        ...(left ? factCells(left, paper.left, width) : []),
        ...(right ? factCells(right, paper.left + width + gutter, width) : []),
      ],
      { below: row === half - 1 ? 7 : 1.2 },
    );
  }
}

function factCells({ fact: { label, text }, item }: { fact: Fact; item: Part }, x: number, width: number): Cell[] {
  return [
    { x, width: labelWidth, paragraphs: [{ text: label, style: style.label }], part: new Part('Lbl', item) },
    {
      x: x + labelWidth,
      width: width - labelWidth,
      paragraphs: [{ text, style: style.body }],
      part: new Part('LBody', item),
    },
  ];
}

/**
 * Columns of equal width, each a list of paragraphs; row by row; a list of more than six may break between rows. Each column is read
 * to its end.
 */
export function putColumns(
  paper: Paper,
  columns: readonly (readonly (readonly Paragraph[])[])[],
  { keepWithNext = false }: Pick<BlockOptions, 'keepWithNext'> = {},
): void {
  const width = (paper.width - gutter * (columns.length - 1)) / columns.length;
  const rows = Math.max(...columns.map((column) => column.length));
  const all = new Part('Div');
  const read = columns.map((column) =>
    column.map((paragraphs) => paragraphs.map((one) => ({ ...one, part: new Part(roleOf(one.style), all) }))),
  );
  for (let row = 0; row < rows; row += 1) {
    const cells = read.flatMap((column, at): Cell[] => {
      const paragraphs = column[row];
      return paragraphs ? [{ x: paper.left + at * (width + gutter), width, paragraphs }] : [];
    });
    paper.put(cells, { keepWithNext: row < rows - 1 ? row < 6 : keepWithNext });
  }
}

export function text(said: string, as: Style = style.body): Paragraph {
  return { text: said, style: as };
}
