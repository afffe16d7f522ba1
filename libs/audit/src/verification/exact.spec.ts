import { describe, expect, it } from '@jest/globals';
import { centsOfQuotient, exact, isSame } from './exact.ts';

describe('a quotient in cents', () => {
  it.each([
    ['100', '3', 3333n],
    ['0.125', '1', 13n],
    ['-0.125', '1', -13n],
    ['1', '0.905', 110n],
    ['9007199254740993', '1', 900719925474099300n],
  ])('of %s by %s is %s', (one, by, cents) => {
    expect(centsOfQuotient(exact(one)!, exact(by)!)).toBe(cents);
  });

  it.each(['', '1e3', 'NaN', '1,5', '.5', '٣'])('is not made of %j', (text) => {
    expect(exact(text)).toBeUndefined();
  });

  it('is of numbers that may be written in two ways', () => {
    expect(isSame(exact('1.50')!, exact('1.5')!)).toBe(true);
    expect(isSame(exact('1.50')!, exact('1.05')!)).toBe(false);
  });
});
