import { describe, expect, it } from '@jest/globals';
import { Money, NegativeWeight, NotADecimal, NoWeight } from '#kernel';
import * as a from '../../../test/support/a.ts';
import { FundTwiceInSplit, NoSplitKeyInForce, split, SplitKey, SplitKeys, type Weight } from './split-key.ts';
import { programmeSupportCost, SupportCostRateOutOfRange, TrustFund } from './trust-fund.ts';

// Source: the joint secretariat of the International Oil Pollution Compensation Funds, 1996 to 1998; from mid-year on.
const shared = (validFrom: string, fund1971: string, fund1992: string): SplitKey =>
  new SplitKey({
    code: 'JOINT-SECRETARIAT',
    validFrom: a.day(validFrom),
    weights: [
      ['1971', fund1971],
      ['1992', fund1992],
    ],
  });

describe('a split key with versions', () => {
  const keys = new SplitKeys([
    shared('1998-01-01', '60', '40'),
    shared('1996-05-30', '75', '25'),
    shared('1997-01-01', '70', '30'),
  ]);

  it.each<{ on: string; shares: string[] }>`
    on              | shares
    ${'1996-05-30'} | ${['750.00', '250.00']}
    ${'1996-12-31'} | ${['750.00', '250.00']}
    ${'1997-01-01'} | ${['700.00', '300.00']}
    ${'1997-12-31'} | ${['700.00', '300.00']}
    ${'1998-01-01'} | ${['600.00', '400.00']}
    ${'2004-07-01'} | ${['600.00', '400.00']}
  `('splits GBP 1,000.00 delivered on $on into $shares', ({ on, shares }) => {
    const { weights } = keys.on('JOINT-SECRETARIAT', a.day(on));
    expect(split(Money.of('1000.00', 'GBP'), weights).map(({ amount }) => amount.toString())).toEqual(shares);
  });

  it('is not in force before its first version, and another key is not it', () => {
    expect(() => keys.on('JOINT-SECRETARIAT', a.day('1996-05-29'))).toThrow(NoSplitKeyInForce);
    expect(() => keys.on('COP-EQUAL-THIRDS', a.day('1997-01-01'))).toThrow(
      '"COP-EQUAL-THIRDS" is in force on 1997-01-01',
    );
  });
});

describe('a split', () => {
  it('names every fund with its weight, the one of weight zero too', () => {
    const weights: Weight[] = [
      ['BC', '0.5'],
      ['RO', '0'],
      ['SC', '0.5'],
    ];
    expect(
      split(a.usd('10.01'), weights).map(({ fund, weight, amount }) => `${fund} ${weight} ${amount.toString()}`),
    ).toEqual(['BC 0.5 5.01', 'RO 0 0.00', 'SC 0.5 5.00']);
  });
});

describe('a split key', () => {
  const key = (...weights: Weight[]): SplitKey => a.splitKey({ weights });

  it('has at least one weight above zero and none below', () => {
    expect(key(['BC', '1'], ['RO', '0']).weights).toHaveLength(2);
    expect(() => key(['BC', '0'], ['RO', '0.0'])).toThrow(NoWeight);
    expect(() => key()).toThrow(NoWeight);
    expect(() => key(['BC', '1'], ['RO', '-1'])).toThrow(NegativeWeight);
    expect(() => key(['BC', '1/3'])).toThrow(NotADecimal);
  });

  it('names a fund once', () => {
    expect(() => key(['BC', '1'], ['BC', '2'])).toThrow(FundTwiceInSplit);
  });
});

describe('programme support cost', () => {
  it.each`
    net           | rate       | memo
    ${'120000'}   | ${'0.13'}  | ${'15600.00'}
    ${'2028900'}  | ${'0.13'}  | ${'263757.00'}
    ${'5350800'}  | ${'0.13'}  | ${'695604.00'}
    ${'1007083'}  | ${'0.13'}  | ${'130920.79'}
    ${'57040'}    | ${'0.13'}  | ${'7415.20'}
    ${'14260'}    | ${'0.13'}  | ${'1853.80'}
    ${'16249.35'} | ${'0.13'}  | ${'2112.42'}
    ${'16249.34'} | ${'0.13'}  | ${'2112.41'}
    ${'73515.20'} | ${'0.13'}  | ${'9556.98'}
    ${'22504.91'} | ${'0.13'}  | ${'2925.64'}
    ${'0.50'}     | ${'0.13'}  | ${'0.07'}
    ${'-0.50'}    | ${'0.13'}  | ${'-0.07'}
    ${'1000.00'}  | ${'0'}     | ${'0.00'}
    ${'1000.00'}  | ${'0.075'} | ${'75.00'}
    ${'1000.00'}  | ${'1'}     | ${'1000.00'}
  `('of $net at $rate is $memo', ({ net, rate, memo }: Record<'net' | 'rate' | 'memo', string>) => {
    expect(programmeSupportCost(Money.usd(net), rate).toString()).toBe(memo);
  });

  it.each`
    base         | published
    ${'120000'}  | ${'135600'}
    ${'2028900'} | ${'2292657'}
    ${'5350800'} | ${'6046404'}
    ${'1007083'} | ${'1138004'}
    ${'57040'}   | ${'64455'}
    ${'14260'}   | ${'16114'}
  `(
    'brings $base to the $published that was published',
    ({ base, published }: Record<'base' | 'published', string>) => {
      const total = Money.usd(base).plus(programmeSupportCost(Money.usd(base), '0.13'));
      expect(BigInt(total.minorUnits() + 50n) / 100n).toBe(BigInt(published));
    },
  );

  it('is rounded fund by fund: the order of rounding decides the dollar', () => {
    const dollars = (base: string): Money => programmeSupportCost(Money.of(base, 'JPY'), '1.13'); // a unit without decimals
    expect(Money.sum([dollars('938217'), dollars('938217'), dollars('938217')], 'JPY').toString()).toBe('3180555');
    expect(dollars('2814651').toString()).toBe('3180556');
  });
});

describe('a trust fund', () => {
  const fund = (programmeSupportCostRate: string): TrustFund =>
    new TrustFund({ code: 'BC', name: 'Basel', secretariat: 'BRS', kind: 'GENERAL', programmeSupportCostRate });

  it.each(['0', '0.13', '0.07', '1', '1.00'])('may have the rate %s', (rate) => {
    expect(fund(rate).programmeSupportCostRate).toBe(rate);
  });

  it.each(['13', '1.01', '-0.13'])('may not have the rate %s', (rate) => {
    expect(() => fund(rate)).toThrow(SupportCostRateOutOfRange);
  });

  it.each(['13%', '1e-1', 'NaN'])('has a rate in plain decimals, not %s', (rate) => {
    expect(() => fund(rate)).toThrow(NotADecimal);
  });
});
