import { describe, expect, it } from '@jest/globals';
import { Quantity } from './quantity.ts';
import { checkParts, NotHalfDays, NotWholeUnits } from './whole-units.ts';

describe('a quantity', () => {
  it.each(['IE', 'E54', 'Q3', 'ROM', 'QB', 'D68'])('of %s is whole', (unit) => {
    expect(() => checkParts(Quantity.of('1742'), unit)).not.toThrow();
    expect(() => checkParts(Quantity.of('1742.0'), unit)).not.toThrow();
    expect(() => checkParts(Quantity.of('1742.333'), unit)).toThrow(NotWholeUnits);
    expect(() => checkParts(Quantity.of('0.5'), unit)).toThrow(NotWholeUnits);
  });

  it.each(['E49', 'DAY'])('of %s is whole or a half', (unit) => {
    for (const text of ['13', '0.5', '1.50']) expect(() => checkParts(Quantity.of(text), unit)).not.toThrow();
    for (const text of ['0.3', '0.25', '12.500001'])
      expect(() => checkParts(Quantity.of(text), unit)).toThrow(NotHalfDays);
    expect(() => checkParts(Quantity.of('0.3'), 'E49')).toThrow(
      '0.3 working days are neither whole nor halves: a half is the least, such as 0.5 or 1.5. Nothing was written.',
    );
  });

  it.each(['MON', 'ZP', 'HUR'])('of %s may have parts: a third of a month, a page and a half', (unit) => {
    expect(() => checkParts(Quantity.of('1318.5'), unit)).not.toThrow();
    expect(() => checkParts(Quantity.of('0.333333'), unit)).not.toThrow();
  });
});
