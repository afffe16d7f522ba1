import { describe, expect, it } from '@jest/globals';
import { creditFigure, leftToCredit } from './credit-line.ts';

const pages = { charge: 'A1-03', isOwn: true, quantity: '742', amountUsd: '9200.80' };
const printers = { charge: 'A1-05', isOwn: false, quantity: '1', amountUsd: '1796.12' };
const given = [
  { id: 'A1-05', creditedQuantity: '0', credited: { amount: '96.12' } },
  { id: 'A1-03', creditedQuantity: '11.5', credited: { amount: '142.60' } },
];

describe('what is left to give back', () => {
  it('is of an own service units, and of what was passed through USD, less what was given back before', () => {
    expect(leftToCredit(pages, [])).toBe('742');
    expect(leftToCredit(pages, given)).toBe('730.5');
    expect(leftToCredit(printers, [])).toBe('1796.12');
    expect(leftToCredit(printers, given)).toBe('1700.00');
  });

  it('is not known as long as what was given back before is not', () => {
    expect(leftToCredit(pages, null)).toBeNull();
    expect(leftToCredit(printers, null)).toBeNull();
  });
});

describe('what is typed', () => {
  it.each`
    text         | isOwn    | left         | value
    ${'11.5'}    | ${true}  | ${'742'}     | ${'11.5'}
    ${'742'}     | ${true}  | ${'742'}     | ${'742'}
    ${'1796,12'} | ${false} | ${'1796.12'} | ${'1796.12'}
  `('$text is read', ({ text, isOwn, left, value }) => {
    expect(creditFigure(text as string, { isOwn: isOwn as boolean, left: left as string })).toEqual({
      kind: 'read',
      value,
    });
  });

  it.each`
    text           | isOwn    | left         | why
    ${'742.5'}     | ${true}  | ${'742'}     | ${['No more than {left} is left to give back', { left: '742' }]}
    ${'1796.13'}   | ${false} | ${'1796.12'} | ${['No more than {left} is left to give back', { left: '1796.12' }]}
    ${'1'}         | ${true}  | ${'0'}       | ${['No more than {left} is left to give back', { left: '0' }]}
    ${'0'}         | ${true}  | ${'742'}     | ${['More than zero, and at most six decimals']}
    ${'-1'}        | ${true}  | ${'742'}     | ${['More than zero, and at most six decimals']}
    ${'0.1234567'} | ${true}  | ${'742'}     | ${['More than zero, and at most six decimals']}
    ${'0.00'}      | ${false} | ${'1.00'}    | ${['More than zero']}
    ${'0.0012'}    | ${false} | ${'1.00'}    | ${['{currency} does not have that many decimals', { currency: 'USD' }]}
    ${'ten'}       | ${true}  | ${'742'}     | ${['“{text}” is not a figure such as 1240.50', { text: 'ten' }]}
  `('$text is not, of $left', ({ text, isOwn, left, why }) => {
    const found = creditFigure(text as string, { isOwn: isOwn as boolean, left: left as string });
    expect(found).toEqual({ kind: 'wrong', why, readings: [] });
  });

  it('is not held against what is left where that is not known', () => {
    expect(creditFigure('743', { isOwn: true, left: null })).toEqual({ kind: 'read', value: '743' });
    expect(creditFigure('0', { isOwn: true, left: null })).toMatchObject({ kind: 'wrong' });
  });

  it('and can be two figures is neither, and nothing typed is nothing', () => {
    expect(creditFigure('1,240', { isOwn: true, left: '9999' })).toMatchObject({ readings: ['1240', '1.2400'] });
    expect(creditFigure(' ', { isOwn: true, left: '1' })).toEqual({ kind: 'empty' });
  });
});
