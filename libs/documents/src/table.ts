import {
  type Block,
  type BlockOptions,
  type Cell,
  lay,
  type Paragraph,
  type PlacedRule,
  ruled,
  type Typefaces,
} from './block.ts';
import { Part } from './part.ts';
import { accent, faint, ink, rule, type Style, style } from './house-style.ts';

export interface Column {
  readonly title: string;
  readonly width: number;
  readonly align: 'left' | 'right';
}

/** What a cell says: one text in the row's own style, or paragraphs of its own. */
export type CellText = string | readonly Paragraph[];

export interface RowOptions extends BlockOptions {
  readonly as?: Style;
  readonly line?: 'none' | 'hairline' | 'subtotal' | 'total';
  /** The columns that a hairline stands over, from and to; all of them where nothing else is said. */
  readonly over?: readonly [from: number, to: number];
}

const ofColumn = { scope: 'Column' } as const;
const ofRow = { scope: 'Row' } as const;
const padding = 3; // on each side of a cell

/**
 * A table of the house: no boxes, a rule under the head, hairlines between rows, figures right-aligned.
 * Every row carries the head, which is repeated where a row begins a page. To whoever has it read, the titles are heads of their columns,
 * the first text of a row is the head of the row, and what stands under a row is in a cell of it.
 */
export class Table {
  readonly head: Block;
  private readonly edges: readonly number[];
  private readonly part = new Part('Table');
  private lastRow: readonly Part[] = [];

  constructor(
    private readonly faces: Typefaces,
    private readonly columns: readonly Column[],
    private readonly left: number,
  ) {
    let edge = left;
    this.edges = [left, ...columns.map(({ width }) => (edge += width))];
    const row = new Part('TR', this.part);
    const cells = columns.map(({ title, align }, at) => {
      const part = title === '' ? new Part('TD', row) : new Part('TH', row, ofColumn);
      return this.cell(at, [{ text: title, style: style.head, align }], { part, titles: 'wrap' });
    });
    const laid = lay(faces, cells, { above: 3, below: 3.5, keepWithNext: true });
    const [head] = laid;
    if (!head || laid.length > 1) throw new Error('The head of a table must fit in a few lines.');
    const under: PlacedRule = { from: left, to: this.right, y: head.height - 1.2, weight: rule.strong, colour: accent };
    this.head = { ...head, rules: [under] };
  }

  get right(): number {
    return this.edges[this.columns.length] as number;
  }

  row(texts: readonly CellText[], { as = style.body, line = 'hairline', over, ...options }: RowOptions = {}): Block[] {
    const tr = new Part('TR', this.part);
    const first = texts.findIndex((text) => text.length > 0);
    this.lastRow = texts.map((_, at) => (at === first ? new Part('TH', tr, ofRow) : new Part('TD', tr)));
    const cells = texts.map((text, at) => {
      const align = this.columns[at]?.align ?? 'left';
      const part = this.lastRow[at] as Part;
      return this.cell(at, typeof text === 'string' ? [{ text, style: as, align }] : text, { part });
    });
    const rules =
      line === 'none'
        ? []
        : line === 'hairline'
          ? [{ ...this.across(over), y: 0, weight: rule.hairline, colour: faint }]
          : this.overFigures(texts, line);
    const above = line === 'total' ? 4 : 2.6;
    return lay(this.faces, cells, { above, below: 2.6, head: this.head, ...options, rules });
  }

  /** A row of one text from the left edge on: `TH` where it heads the rows below it. */
  spanning(role: 'TH' | 'TD', paragraph: Paragraph, options: BlockOptions = {}): Block[] {
    const tr = new Part('TR', this.part);
    const columns = this.columns.length;
    const part = new Part(role, tr, role === 'TH' ? { scope: 'Row', columns } : { columns });
    const cell = this.span(0, columns - 1, [paragraph]);
    return lay(this.faces, [{ ...cell, part }], { head: this.head, ...options });
  }

  /** More of the last row, in its cell of this column: a paragraph of small print, its texts laid by `span`. */
  under(column: number, cells: readonly Cell[], options: BlockOptions = {}): Block[] {
    const cell = this.lastRow[column];
    if (cell === undefined) throw new Error('Under no row there is nothing to say more of.');
    const part = new Part('P', cell);
    return lay(
      this.faces,
      cells.map((one) => ({ ...one, part })),
      { head: this.head, ...options },
    );
  }

  /** A cell from the left edge of one column to the right edge of another. */
  span(from: number, to: number, paragraphs: readonly Paragraph[]): Cell {
    const [left, right] = [this.edges[from] as number, this.edges[to + 1] as number];
    return { x: left + (from === 0 ? 0 : padding), width: right - left - (from === 0 ? 1 : 2) * padding, paragraphs };
  }

  /** The left edge of a column's figures and their width, for a bar drawn in their place. */
  place(column: number): { x: number; width: number } {
    const { x, width } = this.span(column, column, []);
    return { x, width };
  }

  private cell(at: number, paragraphs: readonly Paragraph[], { part, titles }: { part: Part; titles?: 'wrap' }): Cell {
    const { x, width } = this.span(at, at, paragraphs);
    // Titles wrap even where figures stand right: the words break by hand ("Amount\nUSD"), each line right-aligned.
    const split = titles
      ? paragraphs.flatMap((one) => one.text.split('\n').map((text) => ({ ...one, text })))
      : paragraphs;
    const last = at === this.columns.length - 1 ? padding : 0;
    return { x, width: width + last, paragraphs: split, part };
  }

  private across([from, to]: readonly [from: number, to: number] = [0, this.columns.length - 1]): {
    from: number;
    to: number;
  } {
    return { from: this.edges[from] as number, to: this.edges[to + 1] as number };
  }

  /** Rules of a sum stand over its figures only, column by column, as on paper. */
  private overFigures(texts: readonly CellText[], line: 'subtotal' | 'total'): PlacedRule[] {
    return this.columns.flatMap(({ align }, at) => {
      if (align !== 'right' || (texts[at] ?? '').length === 0) return [];
      return ruled(line, (this.edges[at] as number) + padding, this.edges[at + 1] as number, ink);
    });
  }
}
