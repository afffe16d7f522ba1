import { describe, expect, it } from '@jest/globals';
import { item } from '../../../test/support/a.ts';
import { checkUnit, UnknownUnit } from './unit.ts';
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
