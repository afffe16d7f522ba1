import { replacing } from './again.ts';
import type { Line } from './draft.ts';
import { type Cells, checkLine, type CheckedLine, type LineBooks } from './line.ts';
import type { Tried } from './trial.ts';

type Check = (cells: Cells) => CheckedLine;

/** Checks a line when its texts change, and not when another's do. */
export function checkerOf(books: LineBooks): Check {
  const known = new WeakMap<Cells, CheckedLine>();
  return (cells) => {
    const found = known.get(cells) ?? checkLine(cells, books);
    known.set(cells, found);
    return found;
  };
}

/** The lines that can be sent, as they are sent. */
export function readyOf(lines: readonly Line[], check: Check): readonly Tried[] {
  return lines.flatMap(({ key, cells, replaced }) => {
    const { request } = check(cells);
    return request === null ? [] : [{ key, request: replacing(request, replaced) }];
  });
}
