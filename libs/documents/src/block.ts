import { type Colour, rule, type Style, style } from './house-style.ts';
import { Part, type Role } from './part.ts';
import type { Line, Typeface } from './typeface.ts';
import { wrap } from './wrap.ts';

/**
 * A piece of paper that is drawn in one go: a table row, a heading, a row of facts.
 * Unit:  points; x from the left edge of the sheet, y from the block's own top, downwards.
 */
export interface Block {
  readonly height: number;
  readonly lines: readonly PlacedLine[];
  readonly rules: readonly PlacedRule[];
  readonly shapes: readonly Shape[];
  /** Never the last on its page: a heading before its rows, a row before its subtotal. */
  readonly keepWithNext: boolean;
  /** Repeated above this block when it begins a page. */
  readonly head: Block | null;
}

export interface PlacedLine {
  readonly x: number;
  readonly y: number; // of the baseline
  readonly line: Line;
  readonly style: Style;
  readonly part: Part;
}

export interface PlacedRule {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly weight: number;
  readonly colour: Colour;
}

/** What text cannot say well: a bar of a share, a tick, a cross. Each stands beside words that say the same. */
export interface Shape {
  readonly kind: 'bar' | 'tick' | 'cross';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: Colour;
}

export interface Paragraph {
  readonly text: string;
  readonly style: Style;
  readonly align?: 'left' | 'right';
  readonly gapBefore?: number;
  /** What it is to a reader; where nothing is said, its cell's part, or a heading or paragraph of its own. */
  readonly part?: Part;
}

/** A column of paragraphs within a block. */
export interface Cell {
  readonly x: number;
  readonly width: number;
  readonly paragraphs: readonly Paragraph[];
  readonly part?: Part;
}

export interface BlockOptions {
  readonly keepWithNext?: boolean;
  readonly head?: Block | null;
  readonly above?: number; // empty space
  readonly below?: number;
  readonly rules?: readonly PlacedRule[];
  readonly shapes?: readonly Shape[];
}

export type Typefaces = Readonly<Record<Style['face'], Typeface>>;

const tallest = 240; // a block above this may be cut between two lines, so that no text can be too long for a page

/** Lays cells side by side, first lines on one baseline. Usually one block; several if the text is very long. */
export function lay(faces: Typefaces, cells: readonly Cell[], options: BlockOptions = {}): Block[] {
  const { above = 0, below = 0, rules = [], shapes = [], keepWithNext = false, head = null } = options;
  const first = Math.max(0, ...cells.map((cell) => cell.paragraphs[0]?.style.leading ?? 0));
  const lines: PlacedLine[] = [];
  let bottom = 0;
  for (const cell of cells) {
    let top = above + first - (cell.paragraphs[0]?.style.leading ?? 0);
    for (const paragraph of cell.paragraphs) {
      top += paragraph.gapBefore ?? 0;
      const fitted = paragraph.align === 'right' ? fit(paragraph, faces, cell.width) : paragraph.style;
      const face = faces[fitted.face];
      const part = paragraph.part ?? cell.part ?? new Part(roleOf(paragraph.style));
      const wrapped =
        paragraph.align === 'right'
          ? [face.line(face.printable(paragraph.text), fitted.size)]
          : wrap(paragraph.text, face, fitted, cell.width);
      for (const line of wrapped) {
        const x = paragraph.align === 'right' ? cell.x + cell.width - line.width : cell.x;
        lines.push({ x, y: top + fitted.leading * 0.76, line, style: fitted, part });
        top += fitted.leading;
      }
    }
    bottom = Math.max(bottom, top);
  }
  const spoken = lines.map((placed, at) => {
    const goesOn = placed.part === lines[at + 1]?.part && placed.line.isBroken !== true;
    return goesOn ? { ...placed, line: faces[placed.style.face].goesOn(placed.line) } : placed;
  });
  const block: Block = { height: bottom + below, lines: spoken, rules, shapes, keepWithNext, head };
  return block.height > tallest ? cut(block) : [block];
}

/** What a text in this style is that nobody says more of. */
export function roleOf(as: Style): Role {
  return as === style.title ? 'H1' : as === style.heading ? 'H2' : 'P';
}

/** Right-aligned figures never wrap and never touch their neighbour: one that is too wide is set smaller. */
function fit({ text, style: wanted }: Paragraph, faces: Typefaces, width: number): Style {
  if (text.length * wanted.size * 0.5 < width) return wanted; // nothing set in this typeface at this length can reach it
  const face = faces[wanted.face];
  const needed = face.width(face.printable(text), wanted.size);
  return needed <= width ? wanted : { ...wanted, size: Math.floor((wanted.size * width * 10) / needed) / 10 };
}

function cut(block: Block): Block[] {
  const pieces: Block[] = [];
  const pending = block.lines.toSorted((a, b) => a.y - b.y);
  let start = 0; // of the piece, within the block
  let at = 0;
  while (at < pending.length) {
    const taken: PlacedLine[] = [];
    while (at < pending.length) {
      const line = pending[at] as PlacedLine;
      if (taken.length > 0 && line.y - start > tallest / 2) break;
      taken.push({ ...line, y: line.y - start });
      at += 1;
    }
    const next = pending[at];
    const last = next === undefined;
    const end = last ? block.height : next.y - next.style.leading * 0.76;
    pieces.push({
      height: end - start,
      lines: taken,
      rules: block.rules
        .filter(({ y }) => y >= start && (last || y < end))
        .map((placed) => ({ ...placed, y: placed.y - start })),
      shapes: block.shapes
        .filter(({ y }) => y >= start && (last || y < end))
        .map((shape) => ({ ...shape, y: shape.y - start })),
      keepWithNext: last && block.keepWithNext,
      head: block.head,
    });
    start = end;
  }
  return pieces;
}

/** An empty space, which vanishes at the foot of a page. */
export function gap(height: number): Block {
  return { height, lines: [], rules: [], shapes: [], keepWithNext: true, head: null };
}

/** As on paper: a hairline above a subtotal, a double rule above the grand total. */
export function ruled(kind: 'subtotal' | 'total', from: number, to: number, colour: Colour): PlacedRule[] {
  return kind === 'subtotal'
    ? [{ from, to, y: 0.5, weight: rule.hairline, colour }]
    : [
        { from, to, y: 0.5, weight: rule.hairline, colour },
        { from, to, y: 2.1, weight: rule.hairline, colour },
      ];
}

/** A heading of the paper's own, kept with what follows. */
export function heading(
  faces: Typefaces,
  text: string,
  { x, width, role }: { x: number; width: number; role: 'H1' | 'H2' },
): Block[] {
  return lay(faces, [{ x, width, paragraphs: [{ text, style: style.heading }], part: new Part(role) }], {
    above: 9,
    below: 2,
    keepWithNext: true,
  });
}
