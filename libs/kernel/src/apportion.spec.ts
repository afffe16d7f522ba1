import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { apportion, NegativeWeight, NoWeight } from './apportion.ts';
import { Currency } from './currency.ts';
import { NotADecimal } from './decimal-text.ts';
import { Money } from './money.ts';

type Row = {
  amount: string;
  currency: string;
  weights: string[];
  parts: string[];
};

const budgets2018to2019 = ['9634869', '8239100', '11582220'];

describe('an amount split by weights', () => {
  it.each<Row>`
    amount        | currency | weights                        | parts
    ${'1.00'}     | ${'USD'} | ${['10', '1', '1']}            | ${['0.84', '0.08', '0.08']}
    ${'18983.42'} | ${'USD'} | ${['3', '37', '19', '9']}      | ${['837.51', '10329.21', '5304.19', '2512.51']}
    ${'100.00'}   | ${'USD'} | ${['1', '1', '1']}             | ${['33.34', '33.33', '33.33']}
    ${'-0.02'}    | ${'USD'} | ${['1', '1', '1']}             | ${['-0.01', '-0.01', '0.00']}
    ${'0.01'}     | ${'USD'} | ${['1', '1', '1']}             | ${['0.01', '0.00', '0.00']}
    ${'0.00'}     | ${'USD'} | ${['1', '2', '3']}             | ${['0.00', '0.00', '0.00']}
    ${'11960.00'} | ${'USD'} | ${['1', '1', '1']}             | ${['3986.67', '3986.67', '3986.66']}
    ${'11323.00'} | ${'USD'} | ${['1', '1', '1']}             | ${['3774.34', '3774.33', '3774.33']}
    ${'-240.50'}  | ${'USD'} | ${['1', '1', '1']}             | ${['-80.17', '-80.17', '-80.16']}
    ${'100.00'}   | ${'USD'} | ${['0', '1', '0']}             | ${['0.00', '100.00', '0.00']}
    ${'0.05'}     | ${'USD'} | ${['0', '0.5', '0.5']}         | ${['0.00', '0.03', '0.02']}
    ${'100.00'}   | ${'USD'} | ${['0.5', '0.25', '0.25']}     | ${['50.00', '25.00', '25.00']}
    ${'100.00'}   | ${'USD'} | ${['0.1', '0.2']}              | ${['33.33', '66.67']}
    ${'1.00'}     | ${'USD'} | ${['0.333', '0.333', '0.334']} | ${['0.33', '0.33', '0.34']}
    ${'500.00'}   | ${'USD'} | ${['75', '25']}                | ${['375.00', '125.00']}
    ${'100'}      | ${'XOF'} | ${['1', '1', '1']}             | ${['34', '33', '33']}
    ${'1.000'}    | ${'KWD'} | ${['1', '1', '1']}             | ${['0.334', '0.333', '0.333']}
    ${'123.45'}   | ${'USD'} | ${['7']}                       | ${['123.45']}
    ${'-123.45'}  | ${'USD'} | ${['7']}                       | ${['-123.45']}
    ${'100.00'}   | ${'USD'} | ${budgets2018to2019}           | ${['32.71', '27.97', '39.32']}
  `('$amount $currency by $weights is $parts', ({ amount, currency, weights, parts }) => {
    const split = apportion(Money.of(amount, currency), weights);
    expect(split.map(String)).toEqual(parts);
    expect(Money.sum(split, currency).toString()).toBe(Money.of(amount, currency).toString());
  });

  it('of the conferences of 2016-2017 is three equal thirds over the biennium', () => {
    expect(apportion(Money.usd('1672725.00'), ['1', '1', '1']).map(String)).toEqual([
      '557575.00',
      '557575.00',
      '557575.00',
    ]);
  });

  it('gives a tie to the earlier weight, wherever it stands', () => {
    expect(apportion(Money.usd('0.01'), ['0', '2', '2']).map(String)).toEqual(['0.00', '0.01', '0.00']);
    expect(apportion(Money.usd('0.03'), ['1', '1']).map(String)).toEqual(['0.02', '0.01']);
  });

  it.each([[[]], [['0']], [['0', '0.00']]])('needs a weight above zero: %j has none', (weights) => {
    expect(() => apportion(Money.usd('100.00'), weights)).toThrow(NoWeight);
  });

  it('takes no weight below zero', () => {
    expect(() => apportion(Money.usd('100.00'), ['1', '-1'])).toThrow(NegativeWeight);
    expect(() => apportion(Money.usd('100.00'), ['2', '-0.5'])).toThrow(NegativeWeight);
  });

  it.each(['1e3', 'NaN', '', '1/3'])('takes no weight written "%s"', (weight) => {
    expect(() => apportion(Money.usd('100.00'), ['1', weight])).toThrow(NotADecimal);
  });
});

// A weight up to nine digits with up to four decimals, as text; one in four is zero.
const weight = fc.oneof(
  { weight: 1, arbitrary: fc.constant('0') },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat(999_999_999), fc.nat(9999))
      .map(([whole, part]) => `${whole}.${String(part).padStart(4, '0')}`),
  },
);
const weights = fc
  .array(weight, { minLength: 1, maxLength: 12 })
  .filter((list) => list.some((one) => !/^[0.]*$/.test(one)));
const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.constantFrom('USD', 'XOF', 'KWD'))
  .map(([units, code]) => Money.ofMinorUnits(units, Currency.of(code)));

/** The weight in ten-thousandths: exact, and of no code of the kernel. */
function tenThousandths(text: string): bigint {
  const [whole = '0', part = ''] = text.split('.');
  return BigInt(whole + part.padEnd(4, '0'));
}

describe('any amount split by any weights', () => {
  it('adds up exactly, in the order given', () => {
    fc.assert(
      fc.property(amount, weights, (money, by) => {
        const parts = apportion(money, by);
        expect(parts).toHaveLength(by.length);
        expect(parts.reduce((sum, part) => sum + part.minorUnits(), 0n)).toBe(money.minorUnits());
      }),
    );
  });

  it('gives each part within one minor unit of its exact share', () => {
    fc.assert(
      fc.property(amount, weights, (money, by) => {
        const shares = by.map(tenThousandths);
        const total = shares.reduce((sum, share) => sum + share, 0n);
        apportion(money, by).forEach((part, index) => {
          const off = part.minorUnits() * total - money.minorUnits() * (shares[index] ?? 0n);
          expect(off < total && off > -total).toBe(true);
        });
      }),
    );
  });

  it('gives a zero weight zero', () => {
    fc.assert(
      fc.property(amount, weights, (money, by) => {
        apportion(money, by).forEach((part, index) => {
          if (tenThousandths(by[index] ?? '') === 0n) expect(part.isZero()).toBe(true);
        });
      }),
    );
  });

  it('gives a larger weight no less than a smaller one', () => {
    fc.assert(
      fc.property(amount, weights, (money, by) => {
        const parts = apportion(money.absolute(), by);
        by.forEach((one, i) =>
          by.forEach((other, j) => {
            if (tenThousandths(one) > tenThousandths(other)) {
              expect((parts[i] as Money).minorUnits()).toBeGreaterThanOrEqual((parts[j] as Money).minorUnits());
            }
          }),
        );
      }),
    );
  });

  it('mirrors the sign', () => {
    fc.assert(
      fc.property(amount, weights, (money, by) => {
        expect(apportion(money.negated(), by).map(String)).toEqual(
          apportion(money, by).map((part) => part.negated().toString()),
        );
      }),
    );
  });

  it('does not change when all weights grow alike', () => {
    fc.assert(
      fc.property(amount, weights, (money, by) => {
        const larger = by.map((one) => (tenThousandths(one) * 3n).toString());
        expect(apportion(money, larger).map(String)).toEqual(apportion(money, by).map(String));
      }),
    );
  });
});
