import { expect, it } from '@jest/globals';
import { type Drawn, drawnIn, lookedAt, neverTooNarrow } from './room.ts';

/** How a table that needs so much ends up in boxes of these widths, one after the other. */
function endsAs(needs: { loose: number; tight: number }, widths: readonly number[], mayStack = true): Drawn[] {
  let known = neverTooNarrow;
  return widths.map((width) => {
    let drawn = drawnIn(width, known, { stackBelow: 700, mayStack });
    for (let look = 0; look < 3; look += 1) {
      const isOver = drawn !== 'stacked' && needs[drawn] > width;
      known = lookedAt(known, { drawn, width, isOver }, mayStack);
      drawn = drawnIn(width, known, { stackBelow: 700, mayStack });
    }
    return drawn;
  });
}

it('a table is drawn in narrower cells where it does not fit, and stacked where that does not help', () => {
  expect(endsAs({ loose: 1100, tight: 1000 }, [1200, 1050, 900, 1050, 1200])).toEqual([
    ...['loose', 'tight', 'stacked', 'tight', 'loose'],
  ]);
});

it('a table whose columns somebody has chosen is moved in its box', () => {
  expect(endsAs({ loose: 2000, tight: 1900 }, [1200], false)).toEqual(['tight']);
});

it('and is not stacked in a narrow box either, whether they fit or not', () => {
  expect(endsAs({ loose: 2000, tight: 1900 }, [699, 390, 320], false)).toEqual(['tight', 'tight', 'tight']);
  expect(endsAs({ loose: 300, tight: 280 }, [699, 390, 290], false)).toEqual(['loose', 'loose', 'tight']);
});

it('nor where the same columns were too wide before they were chosen', () => {
  expect(drawnIn(900, { loose: 1200, tight: 1000 }, { stackBelow: 700, mayStack: false })).toBe('tight');
});

it('a narrow box has entries, though the columns would fit', () => {
  expect(endsAs({ loose: 300, tight: 280 }, [699, 700])).toEqual(['stacked', 'loose']);
});
