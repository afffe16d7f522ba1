/** How a table is drawn: as it is; with narrower cells; as entries of two or three lines. */
export type Drawn = 'loose' | 'tight' | 'stacked';

/** The widest box in which the table was seen to be wider than its box, drawn so. */
export interface TooNarrow {
  readonly loose: number;
  readonly tight: number;
}

export const neverTooNarrow: TooNarrow = { loose: 0, tight: 0 };

interface Seen {
  readonly drawn: Drawn;
  readonly width: number; // of the box
  readonly isOver: boolean; // the table is wider
}

/** What is known after a look. A table that may be moved in its box is not stacked for being wide. */
export function lookedAt(before: TooNarrow, { drawn, width, isOver }: Seen, mayStack: boolean): TooNarrow {
  if (!isOver || drawn === 'stacked' || (drawn === 'tight' && !mayStack)) return before;
  return { ...before, [drawn]: Math.max(before[drawn], width) };
}

interface May {
  readonly stackBelow: number; // entries are read more easily there, whatever would fit
  readonly mayStack: boolean; // else it stays a table, which is moved in its box
}

/** How to draw it in a box of this width. */
export function drawnIn(width: number, known: TooNarrow, { stackBelow, mayStack }: May): Drawn {
  if (mayStack && (width < stackBelow || width <= known.tight)) return 'stacked';
  return width <= known.loose ? 'tight' : 'loose';
}
