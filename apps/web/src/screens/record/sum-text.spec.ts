import { describe, expect, it } from '@jest/globals';
import { readSum } from './sum-text.ts';

describe('a sum in a cell', () => {
  it.each`
    text                     | value
    ${'=12*48.50'}           | ${'582'}
    ${'= 12 × 48,5'}         | ${'582'}
    ${'=0.1+0.2'}            | ${'0.3'}
    ${'=1.10*3-0.30'}        | ${'3'}
    ${'=(2+3)*4/8'}          | ${'2.5'}
    ${'=-2*-3'}              | ${'6'}
    ${'=9007199254740993*3'} | ${'27021597764222979'}
    ${'=1,240.50+1'}         | ${'1241.5'}
  `('$text comes to $value, exactly', ({ text = '', value }) => {
    expect(readSum(String(text))).toMatchObject({ kind: 'sum', value });
  });

  it('is kept as it was written', () => {
    expect(readSum(' =12 *  48.50 ')).toEqual({ kind: 'sum', value: '582', said: '12 * 48.50' });
  });

  it('is not guessed where a figure in it can be two: both sums are offered', () => {
    expect(readSum('=2*1,240')).toMatchObject({ kind: 'unclear', readings: ['=2*1240', '=2*1.2400'] });
  });

  it.each(['=100/3', '=2/3*3'])('is refused where it does not come out even: %s', (text) => {
    expect(readSum(text)).toMatchObject({ kind: 'wrong', why: ['“{text}” does not come out even', { text }] });
  });

  it('is refused where the quotient has more digits than are held, which would look even for want of them', () => {
    expect(readSum('=100000000000000000000000000001/3-33333333333333333333333333333').kind).toBe('wrong');
  });

  it.each(['=', '=1/0', '=A1*2', '=SUM(1;2)', '=12*', '=(1+2', '=1 2', '=1k*2', '=HYPERLINK("x")', '=1e3', '=<b>'])(
    'is no sum, and says so: %s',
    (text) => {
      expect(readSum(text).kind).toBe('wrong');
    },
  );

  it('never rounds: what the decimals cannot hold is refused', () => {
    expect(readSum('=123456789012345678901*123456789012345678901').kind).toBe('wrong');
  });
});
