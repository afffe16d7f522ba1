import { describe, expect, it } from '@jest/globals';
import { readFigure } from './figure-text.ts';

describe('a figure as people write it', () => {
  it.each`
    text               | figure
    ${'1240.5'}        | ${'1240.5'}
    ${'0012'}          | ${'12'}
    ${'1,240.50'}      | ${'1240.50'}
    ${'1,234,567'}     | ${'1234567'}
    ${'12,5'}          | ${'12.5'}
    ${'1240,50'}       | ${'1240.50'}
    ${'1 240,50'}      | ${'1240.50'}
    ${'1\u00a0240.50'} | ${'1240.50'}
    ${'1\u202f240,50'} | ${'1240.50'}
    ${"1'240.50"}      | ${'1240.50'}
    ${'(12.50)'}       | ${'-12.50'}
    ${'−12.50'}        | ${'-12.50'}
    ${'-12.50'}        | ${'-12.50'}
  `('$text is $figure', ({ text = '', figure }) => {
    expect(readFigure(text)).toEqual({ kind: 'read', value: figure });
  });

  it.each`
    text              | readings
    ${'1.234,50'}     | ${['1234.50', '1.23450']}
    ${'1,234'}        | ${['1234', '1.234']}
    ${'(1,234)'}      | ${['-1234', '-1.234']}
    ${'1.234.567,89'} | ${['1234567.89']}
  `('$text is not guessed: $readings are offered', ({ text, readings }) => {
    expect(readFigure(String(text))).toMatchObject({ kind: 'unclear', readings });
  });

  it.each(['1k', '1e3', '12 %', 'NaN', '=12*48.50', '<b>1</b>', '1,2,3', '12.34.5', '١٢', '--1'])(
    'is refused: %s',
    (text) => {
      expect(readFigure(text).kind).toBe('wrong');
    },
  );
});
