import { expect, it } from '@jest/globals';
import { filtersOf, filtersOff, filtersText } from './cell-filters.ts';

it('a cell says what it is filtered by as the address does, and is read as it was', () => {
  expect(filtersText({ agreement: 'CRA-2025-001' })).toBe('agreement=CRA-2025-001');
  const filters = { from: '2025-11-07', to: '2025-11-07', item: 'A & B = C', meeting: 'é' };
  expect(filtersOf(filtersText(filters))).toEqual(filters);
});

it('is taken off whole, whichever values are in force', () => {
  expect(filtersOff('from=2025-11-07&to=2025-11-07')).toEqual({ from: null, to: null });
});
