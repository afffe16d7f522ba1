import { describe, expect, it } from '@jest/globals';
import { again, replacing } from './again.ts';
import { changed, draftOf, keptOf, newDraft } from './draft.ts';

const charge = {
  ...{ id: 'A1-05', item: 'BDG-RNT', quantity: '1', actualCost: { amount: '1480.00', currency: 'CHF' } },
  ...{ deliveredFrom: '2025-05-05', deliveredOn: '2025-05-09', supplierInvoiceOn: '2025-05-12', traveller: null },
  ...{ evidence: 'INV 77', note: null },
};
const request = { agreement: 'CRA-2025-001', item: 'BDG-RNT', quantity: '2', deliveredOn: '2025-05-09' };

describe('a charge that is entered again', () => {
  it('fills a line with what it was, and keeps what the grid has no cell for', () => {
    const { cells, replaced } = again(charge);
    expect(cells).toEqual({
      ...{ day: '2025-05-09', item: 'BDG-RNT', quantity: '1', currency: 'CHF', cost: '1480.00' },
      ...{ evidence: 'INV 77', note: '' },
    });
    expect(replacing(request, replaced)).toEqual({
      ...request,
      ...{ deliveredFrom: '2025-05-05', supplierInvoiceOn: '2025-05-12', replaces: 'A1-05' },
    });
  });

  it('has figures that are not taken for others where it had three decimals', () => {
    const { cells } = again({ ...charge, quantity: '1.234', actualCost: { amount: '2.500', currency: 'KWD' } });
    expect([cells.quantity, cells.cost]).toEqual(['1.2340', '2.5000']);
  });

  it('is delivered on one day where that is another day now', () => {
    const other = replacing({ ...request, deliveredOn: '2025-04-30' }, again(charge).replaced);
    expect(other.deliveredFrom).toBeUndefined();
    expect(other.replaces).toBe('A1-05');
  });

  it('takes one line after what is there, once, and is kept with the draft', () => {
    const before = changed(newDraft(), { kind: 'write', line: 0, column: 'note', text: 'mine' });
    const once = changed(before, { kind: 'correct', ...again(charge) });
    const twice = changed(once, { kind: 'correct', ...again(charge) });
    expect(twice.lines.map(({ replaced }) => replaced?.id ?? null).slice(0, 3)).toEqual([null, 'A1-05', null]);
    const kept = draftOf(JSON.parse(JSON.stringify(keptOf(twice))));
    expect(kept.lines[1]).toMatchObject({ replaced: again(charge).replaced, cells: { item: 'BDG-RNT' } });
    expect(changed(kept, { kind: 'take as new', line: 1 }).lines[1]?.replaced).toBeNull();
    expect(changed(twice, { kind: 'undo' }).lines[1]?.replaced ?? null).toBeNull();
  });

  it('does not survive what somebody else put into the browser in its place', () => {
    const kept = { lines: [{ day: '2025-05-09', replaced: { id: 7 } }], sent: null };
    expect(draftOf(kept).lines[0]).toMatchObject({ replaced: null, cells: { day: '2025-05-09' } });
  });
});
