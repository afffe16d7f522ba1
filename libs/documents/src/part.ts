/** What a part of a paper is to whoever has it read to them, in the words of PDF (ISO 32000, 14.8.4). */
export type Role = 'H1' | 'H2' | 'P' | 'Div' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD';

/** Of a cell: which cells a head is of, and over how many columns it goes. */
export interface CellFacts {
  readonly scope?: 'Column' | 'Row';
  readonly columns?: number;
}

const none: readonly Part[] = [];
const plain: CellFacts = {};

/**
 * A part of a paper: what a text says is marked as its part's, and a reader goes through the parts in the order in which they were
 * made. A part has texts of its own, then the parts within it. There are ten for each line of a table, so they are kept small.
 */
export class Part {
  private inner: Part[] | null = null;

  /** For the tree that it is drawn into: its number there, once it is marked, and whether it has ended. */
  id = 0;
  hasEnded = false;
  /** Where its text stands: the number of the page, and the how manieth marked content of it; and where more of it does. */
  page = 0;
  mark = 0;
  more: { readonly page: number; readonly mark: number }[] | null = null;

  constructor(
    readonly role: Role,
    readonly within: Part | null = null, // null: the paper itself
    readonly cell: CellFacts = plain,
  ) {
    // A table knows none of its rows: they leave memory as they are drawn, and are read in that order.
    if (within !== null && within.role !== 'Table') within.take(this);
  }

  /** In reading order. */
  get parts(): readonly Part[] {
    return this.inner ?? none;
  }

  private take(part: Part): void {
    (this.inner ??= []).push(part);
  }

  /** The largest part around it that is drawn at one time: a row of a table, a list, a paragraph. */
  get unit(): Part {
    return this.within === null || this.within.role === 'Table' ? this : this.within.unit;
  }
}
