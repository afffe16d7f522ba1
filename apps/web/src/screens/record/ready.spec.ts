import { describe, expect, it } from '@jest/globals';
import { changed, newDraft } from './draft.ts';
import type { LineBooks } from './line.ts';
import { checkerOf, readyOf } from './ready.ts';

const books: LineBooks = {
  agreement: { number: 'CRA-2025-002', provider: 'BRS', families: ['DOCUMENTS'] },
  items: [{ code: 'DOC-PAG', title: 'Documents, per page', family: 'DOCUMENTS', nature: 'OWN_SERVICE', unit: 'PAGE' }],
  rates: [
    {
      ...{ provider: 'BRS', item: 'DOC-PAG', currency: 'USD', unitRate: '12.40' },
      ...{ validFrom: '2025-01-01', validTo: '2025-12-31' },
    },
  ],
};
const pasted = changed(newDraft(), {
  ...{ kind: 'paste', line: 0, column: 'day' },
  block: [
    ['7 Nov 2025', 'DOC-PAG', '0.5'],
    ['31 Nov 2025', 'DOC-PAG', '1'],
    ['8 Nov 2025', 'DOC-PAG', '2'],
  ],
}).lines;

describe('of a block as it is pasted', () => {
  it('the lines that are right are ready before anything is drawn, each under its own key', () => {
    const of = { agreement: 'CRA-2025-002', item: 'DOC-PAG' };
    expect(readyOf(pasted, checkerOf(books))).toEqual([
      { key: pasted[0]?.key, request: { ...of, quantity: '0.5', deliveredOn: '2025-11-07' } },
      { key: pasted[2]?.key, request: { ...of, quantity: '2', deliveredOn: '2025-11-08' } },
    ]);
  });

  it('one that takes the place of a charge says of which', () => {
    const replaced = { id: 'A2-05', day: '2025-11-07', facts: {} };
    const lines = pasted.map((line) => ({ ...line, replaced }));
    expect(readyOf(lines, checkerOf(books)).map(({ request }) => request.replaces)).toEqual(['A2-05', 'A2-05']);
  });

  it('a line is checked once, as long as its texts stay', () => {
    const check = checkerOf(books);
    const cells = pasted.map((line) => line.cells);
    const found = cells.map(check);
    expect(cells.map(check).every((again, index) => again === found[index])).toBe(true);
  });
});
