import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Currency, UnknownCurrency } from './currency.ts';
import { Decimal, NotADecimal, parseDecimal } from './decimal-text.ts';
import { AmountTooLarge, Money, TooManyDecimals } from './money.ts';

const usd = (text: string): Money => Money.usd(text);

describe('an amount', () => {
  it.each`
    text                    | currency | kept
    ${'1240.50'}            | ${'USD'} | ${'1240.50'}
    ${'1240.5'}             | ${'USD'} | ${'1240.50'}
    ${'0'}                  | ${'USD'} | ${'0.00'}
    ${'-12.40'}             | ${'USD'} | ${'-12.40'}
    ${'0.01'}               | ${'USD'} | ${'0.01'}
    ${'10000000000000.00'}  | ${'USD'} | ${'10000000000000.00'}
    ${'-10000000000000.00'} | ${'USD'} | ${'-10000000000000.00'}
    ${'655957'}             | ${'XOF'} | ${'655957'}
    ${'0.307'}              | ${'KWD'} | ${'0.307'}
    ${'0.3'}                | ${'KWD'} | ${'0.300'}
    ${'12.3456'}            | ${'CLF'} | ${'12.3456'}
  `(
    'of "$text" in $currency is kept as $kept',
    ({ text, currency, kept }: Record<'text' | 'currency' | 'kept', string>) => {
      expect(Money.of(text, currency).toString()).toBe(kept);
      expect(JSON.stringify({ amount: Money.of(text, currency) })).toBe(`{"amount":"${kept}"}`);
    },
  );

  it.each([
    ['a JavaScript number', 12.4],
    ['a whole JavaScript number', 12],
    ['NaN', Number.NaN],
    ['null', null],
    ['nothing', undefined],
    ['a list', ['1.00']],
    ['an object that prints as an amount', { toString: () => '1.00' }],
  ])('is not written as %s', (_, value) => {
    expect(() => Money.usd(value as never)).toThrow(NotADecimal);
  });

  it.each([
    ...['NaN', 'Infinity', '-Infinity', '1e3', '1E3', '1e-2', '0x10', '0b11', '0o17'],
    ...[
      '1,234.50',
      '1 234.50',
      "1'234.50",
      '1_234.50',
      '1.234,50',
      '+1',
      ' 1',
      '1 ',
      '1\n',
      '\t1',
      '',
      ' ',
      '-',
      '.',
      '.5',
      '5.',
    ],
    ...[
      '--1',
      '-+1',
      '1-',
      '(1)',
      '01',
      '00.10',
      '-01',
      '1.2.3',
      '$1',
      '1 USD',
      '١٢٫٥',
      '１２',
      '१२',
      '1\u00A0000',
      '−1',
    ],
  ])('is not written "%s"', (text) => {
    expect(() => usd(text)).toThrow(NotADecimal);
  });

  it.each([
    ['USD', '0.001'],
    ['USD', '12.345'],
    ['XOF', '0.5'],
    ['JPY', '100.1'],
    ['KWD', '0.0001'],
  ])('of %s has no room for %s', (currency, text) => {
    expect(() => Money.of(text, currency)).toThrow(TooManyDecimals);
    expect(() => Money.of(`-${text}`, currency)).toThrow(TooManyDecimals);
  });

  it('ends at ten million millions either way', () => {
    expect(() => usd('10000000000000.01')).toThrow(AmountTooLarge);
    expect(() => usd('-10000000000000.01')).toThrow(AmountTooLarge);
    expect(() => Money.rounded(parseDecimal('10000000000000.005'), 'USD')).toThrow(AmountTooLarge);
    expect(Money.rounded(parseDecimal('10000000000000.004'), 'USD').toString()).toBe('10000000000000.00');
  });

  it('holds no sum to the bound of one amount', () => {
    const two = Money.sum([usd('9999999999999.99'), usd('9999999999999.99')]);
    expect(Money.totalUsd(two.toString()).toString()).toBe('19999999999999.98');
    expect(Money.roundedTotal(parseDecimal('19999999999999.985'), 'USD').toString()).toBe('19999999999999.99');
    expect(() => Money.totalUsd('19999999999999.981')).toThrow(TooManyDecimals);
    expect(() => Money.totalUsd('NaN')).toThrow(NotADecimal);
  });

  it('has at most thirty digits, however they are cut by a point', () => {
    const thirty = '123456789012345678901234567890';
    expect(parseDecimal(thirty).toFixed()).toBe(thirty);
    expect(parseDecimal(`-${thirty}`).toFixed()).toBe(`-${thirty}`);
    expect(parseDecimal('0.12345678901234567890123456789').toFixed()).toBe('0.12345678901234567890123456789');
    expect(() => parseDecimal(`${thirty}1`)).toThrow(NotADecimal);
    expect(() => usd('1'.repeat(40))).toThrow(NotADecimal);
    expect(() => usd(`0.${'0'.repeat(40)}`)).toThrow(NotADecimal);
  });

  it('of a currency that ISO 4217 does not know is refused', () => {
    expect(() => Money.of('1', 'CHX')).toThrow(UnknownCurrency);
    expect(() => Money.of('1', 'usd')).toThrow(UnknownCurrency);
    expect(() => Money.of('1', '')).toThrow(UnknownCurrency);
    expect(() => Money.of('1', 'XAU')).toThrow(UnknownCurrency);
    expect(() => Currency.of('__proto__')).toThrow(UnknownCurrency);
  });
});

describe('zero', () => {
  it.each(['-0', '-0.0', '-0.00'])('written "%s" has no sign', (text) => {
    expect(usd(text).toString()).toBe('0.00');
    expect(usd(text).isNegative()).toBe(false);
    expect(usd(text).isZero()).toBe(true);
    expect(usd(text).equals(Money.zero())).toBe(true);
  });

  it('has no sign however it comes about', () => {
    expect(usd('0').negated().toString()).toBe('0.00');
    expect(usd('1.50').minus(usd('1.50')).toString()).toBe('0.00');
    expect(usd('-1.50').plus(usd('1.50')).isNegative()).toBe(false);
    expect(Money.rounded(parseDecimal('-0.004'), 'USD').toString()).toBe('0.00');
    expect(Money.rounded(parseDecimal('-0.004'), 'USD').isNegative()).toBe(false);
    expect(Money.ofMinorUnits(0n, Currency.of('USD')).toString()).toBe('0.00');
    expect(Money.sum([]).toString()).toBe('0.00');
  });
});

describe('rounding', () => {
  it.each`
    exact         | currency | rounded
    ${'0.005'}    | ${'USD'} | ${'0.01'}
    ${'-0.005'}   | ${'USD'} | ${'-0.01'}
    ${'0.0049'}   | ${'USD'} | ${'0.00'}
    ${'2.675'}    | ${'USD'} | ${'2.68'}
    ${'-2.675'}   | ${'USD'} | ${'-2.68'}
    ${'1.005'}    | ${'USD'} | ${'1.01'}
    ${'2.665'}    | ${'USD'} | ${'2.67'}
    ${'99.995'}   | ${'USD'} | ${'100.00'}
    ${'-99.995'}  | ${'USD'} | ${'-100.00'}
    ${'0.5'}      | ${'XOF'} | ${'1'}
    ${'-0.5'}     | ${'XOF'} | ${'-1'}
    ${'1.4999'}   | ${'XOF'} | ${'1'}
    ${'0.0005'}   | ${'KWD'} | ${'0.001'}
    ${'-0.00049'} | ${'KWD'} | ${'0.000'}
  `(
    'takes $exact $currency half up, away from zero, to $rounded',
    ({ exact, currency, rounded }: Record<'exact' | 'currency' | 'rounded', string>) => {
      expect(Money.rounded(parseDecimal(exact), currency).toString()).toBe(rounded);
    },
  );

  it('refuses what is not finite, as a fault of the program', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(() => Money.rounded(new Decimal(value), 'USD')).toThrow('must be finite');
    }
  });
});

describe('two amounts', () => {
  it('add, subtract and compare in one currency, where floating point would lose a cent', () => {
    expect(usd('0.10').plus(usd('0.20')).toString()).toBe('0.30');
    expect(usd('1.10').minus(usd('3.30')).toString()).toBe('-2.20');
    expect(usd('50000.01').exceeds(usd('50000.00'))).toBe(true);
    expect(usd('50000.00').exceeds(usd('50000.00'))).toBe(false);
    expect(usd('1.5').equals(usd('1.50'))).toBe(true);
    expect(usd('-3.20').absolute().toString()).toBe('3.20');
    expect(Money.sum([usd('557575.00'), usd('557575.00'), usd('557575.00')]).toString()).toBe('1672725.00');
  });

  it('of two currencies never meet without a rate', () => {
    const chf = Money.of('1.00', 'CHF');
    expect(() => usd('1.00').plus(chf)).toThrow('USD and CHF cannot be added');
    expect(() => usd('1.00').minus(chf)).toThrow('USD and CHF');
    expect(() => usd('1.00').exceeds(chf)).toThrow('USD and CHF');
    expect(() => Money.sum([usd('1.00'), chf])).toThrow('USD and CHF');
    expect(usd('1.00').equals(chf)).toBe(false);
  });

  it('are never changed by an operation', () => {
    const amount = usd('10.00');
    amount.plus(usd('1.00'));
    amount.negated();
    expect(amount.toString()).toBe('10.00');
  });
});

describe('minor units', () => {
  it.each<{ text: string; currency: string; units: bigint }>`
    text         | currency | units
    ${'1240.50'} | ${'USD'} | ${124050n}
    ${'-0.01'}   | ${'USD'} | ${-1n}
    ${'655'}     | ${'XOF'} | ${655n}
    ${'1.001'}   | ${'KWD'} | ${1001n}
  `('of $text $currency are $units, and back', ({ text, currency, units }) => {
    const money = Money.of(text, currency);
    expect(money.minorUnits()).toBe(units);
    expect(Money.ofMinorUnits(units, money.currency).equals(money)).toBe(true);
  });

  it('carry any amount there and back without loss', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }),
        fc.constantFrom('USD', 'XOF', 'KWD'),
        (units, code) => {
          const money = Money.ofMinorUnits(units, Currency.of(code));
          return money.minorUnits() === units && Money.of(money.toString(), code).equals(money);
        },
      ),
    );
  });
});

describe('in a sentence', () => {
  it.each`
    text                | currency | sentence
    ${'1240.50'}        | ${'USD'} | ${'USD 1,240.50'}
    ${'-1240.50'}       | ${'USD'} | ${'-USD 1,240.50'}
    ${'999.99'}         | ${'CHF'} | ${'CHF 999.99'}
    ${'1000'}           | ${'XOF'} | ${'XOF 1,000'}
    ${'1234567.891'}    | ${'KWD'} | ${'KWD 1,234,567.891'}
    ${'10000000000000'} | ${'USD'} | ${'USD 10,000,000,000,000.00'}
  `(
    '$text $currency is "$sentence"',
    ({ text, currency, sentence }: Record<'text' | 'currency' | 'sentence', string>) => {
      expect(Money.of(text, currency).toSentence()).toBe(sentence);
    },
  );
});

describe('the list of currencies', () => {
  it('knows the decimals of each', () => {
    expect(
      [Currency.of('USD'), Currency.of('XOF'), Currency.of('KWD'), Currency.of('CLF')].map(({ decimals }) => decimals),
    ).toEqual([2, 0, 3, 4]);
  });

  it('names each once, with three letters', () => {
    const codes = Currency.all().map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  });
});
