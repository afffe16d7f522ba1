import { describe, expect, it } from '@jest/globals';
import { Quantity } from '#kernel';
import { item } from '../../../test/support/a.ts';
import { checkParts, checkUnit, NotWholeUnits, UnknownUnit } from './unit.ts';
import { unitCodes } from './unit-codes.ts';

describe('the unit of a service', () => {
  it('is one of the 1,756 of UN/ECE Recommendation 20', () => {
    expect(unitCodes.size).toBe(1756);
    for (const code of [
      'C62',
      'DAY',
      'E48',
      'E49',
      'E51',
      'E54',
      'HUR',
      'IE',
      'LS',
      'MON',
      '3C',
      'Q3',
      'QB',
      'ROM',
      'D68',
      'ZP',
    ])
      expect(() => checkUnit(code)).not.toThrow();
  });

  it.each(['QQQ', 'e49', 'day', ''])('is not "%s"', (unit) => {
    expect(() => item({ unit })).toThrow(expect.objectContaining({ name: UnknownUnit.name, pointer: '/unit' }));
  });
});

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
