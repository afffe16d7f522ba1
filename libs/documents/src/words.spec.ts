import { describe, expect, it } from '@jest/globals';
import { day, figure, instant, month, percentage, period, words } from './words.ts';

describe('a figure on paper', () => {
  it.each`
    text                     | paper
    ${'73657.80'}            | ${'73,657.80'}
    ${'-142.60'}             | ${'\u2212142.60'}
    ${'-1234567'}            | ${'\u22121,234,567'}
    ${'1318.5'}              | ${'1,318.5'}
    ${'0.00'}                | ${'0.00'}
    ${'-0.00'}               | ${'0.00'}
    ${'999.99'}              | ${'999.99'}
    ${'9007199254740993.01'} | ${'9,007,199,254,740,993.01'}
  `('$text reads $paper', ({ text = '', paper }) => expect(figure(text)).toBe(paper));

  it.each(['', '1e3', '1,234.50', 'NaN', '+1', ' 1'])('refuses "%s"', (text) => {
    expect(() => figure(text)).toThrow(text);
  });
});

describe('a share', () => {
  it.each`
    share      | paper
    ${'0.13'}  | ${'13\u00a0%'}
    ${'0.125'} | ${'12.5\u00a0%'}
    ${'0.1'}   | ${'10\u00a0%'}
    ${'0'}     | ${'0\u00a0%'}
    ${'1'}     | ${'100\u00a0%'}
  `('$share reads $paper', ({ share = '', paper }) => expect(percentage(share)).toBe(paper));
});

describe('a day, a period, an instant', () => {
  const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

  it('says once what both ends of a period share', () => {
    expect(plain(period('2025-11-01', '2025-11-07'))).toBe('1\u20137 Nov 2025');
    expect(plain(period('2025-04-28', '2025-05-09'))).toBe('28 Apr \u2013 9 May 2025');
    expect(plain(period('2025-12-30', '2026-01-03'))).toBe('30 Dec 2025 \u2013 3 Jan 2026');
    expect(plain(period('2025-11-07', '2025-11-07'))).toBe('7 Nov 2025');
  });

  it('keeps an instant in UTC', () => {
    expect(plain(instant('2025-12-12T09:14:05.123Z'))).toBe('12 Dec 2025, 09:14 UTC');
    expect(() => instant('2025-12-12T09:14:05+02:00')).toThrow('UTC');
  });

  it('refuses what is no day', () => {
    expect(plain(day('2025-12-02'))).toBe('2 Dec 2025');
    expect(plain(month('2025-05'))).toBe('May 2025');
    expect(() => day('2025-13-02')).toThrow('2025-13-02');
    expect(() => day('12.12.2025')).toThrow('12.12.2025');
  });
});

it('a code of the books reads as words, an abbreviation as it is', () => {
  expect(['DOCUMENTS', 'PASS_THROUGH', 'IT', 'DSA CHGVA 6 x 342'].map(words)).toEqual([
    'Documents',
    'Pass through',
    'IT',
    'DSA CHGVA 6 x 342',
  ]);
});
