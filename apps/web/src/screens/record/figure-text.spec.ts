import { describe, expect, it } from '@jest/globals';
import { figureWritten, readFigure } from './figure-text.ts';

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
    ${'1.2340'}        | ${'1.234'}
    ${'0.125'}         | ${'0.125'}
    ${'0,125'}         | ${'0.125'}
    ${'1234.125'}      | ${'1234.125'}
    ${'(12.50)'}       | ${'-12.50'}
    ${'−12.50'}        | ${'-12.50'}
    ${'-12.50'}        | ${'-12.50'}
  `('$text is $figure', ({ text = '', figure }) => {
    expect(readFigure(text)).toEqual({ kind: 'read', value: figure });
  });

  it.each`
    text              | readings
    ${'1.234,50'}     | ${['1234.50', '1.23450']}
    ${'1,234'}        | ${['1234', '1.2340']}
    ${'(1,234)'}      | ${['-1234', '-1.2340']}
    ${'1.234'}        | ${['1234', '1.2340']}
    ${'12.500'}       | ${['12500', '12.5000']}
    ${'1.234.567'}    | ${['1234567']}
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

  it.each(['1.234', '-12.500', '0.125', '12.5', '1234.125', '124'])(
    '%s, written by the page, is read as itself',
    (plain) => {
      expect(readFigure(figureWritten(plain))).toEqual({ kind: 'read', value: plain });
    },
  );
});
