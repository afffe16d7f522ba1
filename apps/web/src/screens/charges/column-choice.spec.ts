import { describe, expect, it } from '@jest/globals';
import { columnKeys, columnsAs, columnsIn, usualColumns } from './column-choice.ts';

describe('the columns of the list', () => {
  it('are the usual ones where the address names none', () => {
    expect(columnsIn(undefined)).toEqual(usualColumns);
    expect(columnsAs(usualColumns)).toBeNull();
    expect(columnsAs(usualColumns.toReversed())).toBeNull();
  });

  it('stand in the order of the list, and come back from the address as they were', () => {
    expect(columnsAs(['amount', 'note', 'day'])).toBe('day,note,amount');
    expect(columnsIn('amount,day,note')).toEqual(['day', 'note', 'amount']);
    expect(columnsIn(columnsAs(columnKeys) ?? '')).toEqual(columnKeys);
    expect(columnsIn(columnsAs([]) ?? '')).toEqual([]);
  });

  it('that nobody knows are left out', () => {
    expect(columnsIn('day,colour,amount')).toEqual(['day', 'amount']);
  });
});
