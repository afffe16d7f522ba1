import { describe, expect, it } from '@jest/globals';
import { Quantity } from './quantity.ts';
import { checkParts, NotWholeUnits } from './whole-units.ts';

describe('a quantity', () => {
  it.each(['IE', 'E54', 'Q3', 'ROM', 'QB', 'D68'])('of %s is whole', (unit) => {
    expect(() => checkParts(Quantity.of('1742'), unit)).not.toThrow();
    expect(() => checkParts(Quantity.of('1742.0'), unit)).not.toThrow();
    expect(() => checkParts(Quantity.of('1742.333'), unit)).toThrow(NotWholeUnits);
    expect(() => checkParts(Quantity.of('0.5'), unit)).toThrow(NotWholeUnits);
  });

  it.each(['E49', 'DAY', 'MON', 'ZP', 'HUR'])(
    'of %s may have parts: half a day, a third of a month, a page and a half',
    (unit) => {
      expect(() => checkParts(Quantity.of('1318.5'), unit)).not.toThrow();
      expect(() => checkParts(Quantity.of('0.333333'), unit)).not.toThrow();
    },
  );
});
