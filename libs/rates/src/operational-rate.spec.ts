import { describe, expect, it } from '@jest/globals';
import { Money, NotADecimal, parseDecimal, UnknownCurrency } from '#kernel';
import * as a from '../../../test/support/a.ts';
import {
  newRates,
  OperationalRate,
  OperationalRates,
  RateOfTheDollar,
  RatePublishedOtherwise,
  RateTwiceInList,
} from './operational-rate.ts';
import { NoRateInForce, RateNotPositive } from './rate-card.ts';

const rates = a.ratesOf2025();

const toUsd = (rates: OperationalRates, amount: string, currency: string, on: string) =>
  OperationalRates.converted(parseDecimal(amount), rates.on(currency, a.day(on)));

describe('the UN operational rate of a day', () => {
  it.each`
    currency | on              | unitsPerUsd | effectiveOn     | because
    ${'CHF'} | ${'2025-04-01'} | ${'0.883'}  | ${'2025-04-01'} | ${'it starts on its effective day'}
    ${'CHF'} | ${'2025-04-14'} | ${'0.883'}  | ${'2025-04-01'} | ${'the day before a revision'}
    ${'CHF'} | ${'2025-04-22'} | ${'0.817'}  | ${'2025-04-15'} | ${'a mid-month revision of the franc'}
    ${'EUR'} | ${'2025-04-22'} | ${'0.926'}  | ${'2025-04-01'} | ${'the revision did not name the euro'}
    ${'CHF'} | ${'2025-05-09'} | ${'0.824'}  | ${'2025-05-01'} | ${'the next list'}
    ${'CHF'} | ${'2025-09-30'} | ${'0.824'}  | ${'2025-05-01'} | ${'no list in between'}
    ${'CHF'} | ${'2025-10-30'} | ${'0.797'}  | ${'2025-10-01'} | ${'the day before the November list'}
    ${'CHF'} | ${'2025-10-31'} | ${'0.800'}  | ${'2025-10-31'} | ${'the November list, effective on 31 October'}
    ${'CHF'} | ${'2025-12-31'} | ${'0.792'}  | ${'2025-12-31'} | ${'the January list inside December'}
    ${'CHF'} | ${'2026-01-15'} | ${'0.792'}  | ${'2025-12-31'} | ${'the list of 31 December serves January'}
    ${'SGD'} | ${'2026-01-15'} | ${'1.300'}  | ${'2025-10-31'} | ${'the list of 31 December did not name it'}
  `(
    'of $currency on $on is $unitsPerUsd: $because',
    ({ currency, on, unitsPerUsd, effectiveOn }: Record<string, string>) => {
      const rate = rates.on(currency ?? '', a.day(on ?? ''));
      expect([rate?.unitsPerUsd, rate?.effectiveOn.toString()]).toEqual([unitsPerUsd, effectiveOn]);
    },
  );

  it('is none for the dollar', () => {
    expect(rates.on('USD', a.day('1999-01-01'))).toBeNull();
  });

  it('is refused before the first list, and for a currency on no list', () => {
    expect(() => rates.on('CHF', a.day('2025-03-31'))).toThrow(NoRateInForce);
    expect(() => rates.on('SGD', a.day('2025-09-30'))).toThrow('UN operational rate of SGD is in force on 2025-09-30');
    expect(() => rates.on('XOF', a.day('2025-12-01'))).toThrow(NoRateInForce);
  });

  it('does not depend on the order in which the lists arrived', () => {
    const late = a.operationalRates(`
      CHF 2025-05-01 0.824
      CHF 2025-04-01 0.883
      CHF 2025-04-15 0.817`);
    expect(late.on('CHF', a.day('2025-04-20'))?.unitsPerUsd).toBe('0.817');
  });
});

describe('a conversion into dollars', () => {
  it.each`
    amount       | currency | unitsPerUsd  | dollars         | source
    ${'2000000'} | ${'CHF'} | ${'0.996'}   | ${'2008032.13'} | ${'SC-8/27: USD 2,008,032'}
    ${'600000'}  | ${'EUR'} | ${'0.921'}   | ${'651465.80'}  | ${'RC-8/17: USD 651,466'}
    ${'1480.00'} | ${'CHF'} | ${'0.824'}   | ${'1796.12'}    | ${'badge rental of the sample'}
    ${'4320.00'} | ${'CHF'} | ${'0.800'}   | ${'5400.00'}    | ${'laptops of the sample'}
    ${'712.00'}  | ${'EUR'} | ${'0.852'}   | ${'835.68'}     | ${'ticket T-02'}
    ${'85.00'}   | ${'CHF'} | ${'0.797'}   | ${'106.65'}     | ${'visa fee T-LATE'}
    ${'655957'}  | ${'XOF'} | ${'655.957'} | ${'1000.00'}    | ${'no decimals'}
    ${'307.100'} | ${'KWD'} | ${'0.3071'}  | ${'1000.00'}    | ${'three decimals'}
    ${'0.01'}    | ${'CHF'} | ${'2'}       | ${'0.01'}       | ${'half up'}
    ${'0.01'}    | ${'CHF'} | ${'2.0001'}  | ${'0.00'}       | ${'just below a half'}
    ${'-121.15'} | ${'EUR'} | ${'0.852'}   | ${'-142.19'}    | ${'a refund'}
  `('of $amount $currency at $unitsPerUsd divides: USD $dollars ($source)', (row: Record<string, string>) => {
    const { amount = '', currency = '', unitsPerUsd = '', dollars } = row;
    const list = a.operationalRates(`${currency} 2025-01-01 ${unitsPerUsd}`);
    const converted = toUsd(list, Money.of(amount, currency).toString(), currency, '2025-06-01');
    expect(converted.usd.toString()).toBe(dollars);
    expect([converted.unitsPerUsd, converted.effectiveOn?.toString()]).toEqual([unitsPerUsd, '2025-01-01']);
  });

  it('gives the whole dollars that the conferences published', () => {
    const whole = (usd: Money): string => Money.rounded(parseDecimal(usd.toString()), 'JPY').toString();
    const on = '2016-01-01';
    const lists = a.operationalRates(`
      CHF 2015-12-31 0.996
      EUR 2015-12-31 0.921`);
    expect(whole(toUsd(lists, '2000000', 'CHF', on).usd)).toBe('2008032');
    expect(whole(toUsd(lists, '600000', 'EUR', on).usd)).toBe('651466');
  });

  it('of dollars needs no rate, and rounds once', () => {
    expect(toUsd(rates, '8.005', 'USD', '2025-01-01')).toEqual({
      usd: Money.usd('8.01'),
      unitsPerUsd: null,
      effectiveOn: null,
    });
  });

  it('without a rate in force is refused', () => {
    expect(() => toUsd(rates, '1', 'CHF', '2025-03-31')).toThrow(NoRateInForce);
  });
});

describe('a published list', () => {
  const rate = (currency: string, on: string, unitsPerUsd: string): OperationalRate =>
    new OperationalRate({ currency, effectiveOn: a.day(on), unitsPerUsd });
  const known = new Map([['CHF 2025-05-01', rate('CHF', '2025-05-01', '0.824')]]);

  it('adds what the books do not have, once', () => {
    const list = [
      rate('CHF', '2025-05-01', '0.8240'),
      rate('CHF', '2025-06-01', '0.8'),
      rate('CHF', '2025-06-01', '0.80'),
      rate('EUR', '2025-06-01', '0.9'),
    ];
    expect(newRates(list, known)).toEqual([list[1], list[3]]);
  });

  it('that says something else than the books is refused, and so is one that says two things, for different reasons', () => {
    expect(() => newRates([rate('CHF', '2025-05-01', '0.825')], known)).toThrow(
      expect.objectContaining({ name: RatePublishedOtherwise.name, pointer: '/0/unitsPerUsd' }),
    );
    expect(() => newRates([rate('CHF', '2026-03-01', '0.7'), rate('CHF', '2026-03-01', '0.8')], known)).toThrow(
      expect.objectContaining({
        name: RateTwiceInList.name,
        pointer: '/1/unitsPerUsd',
        message: expect.stringMatching(/^The list gives CHF two rates for 2026-03-01, 0.7 and 0.8/),
      }),
    );
  });
});

describe('an operational rate', () => {
  const rate = (facts: Partial<OperationalRate>): OperationalRate =>
    new OperationalRate({ currency: 'CHF', effectiveOn: a.day('2025-05-01'), unitsPerUsd: '0.824', ...facts });

  it('is kept as it was published', () => {
    expect(rate({ unitsPerUsd: '0.800' }).unitsPerUsd).toBe('0.800');
  });

  it('is more than zero, a plain decimal, of a known currency', () => {
    expect(() => rate({ unitsPerUsd: '0' })).toThrow(RateNotPositive);
    expect(() => rate({ unitsPerUsd: '-0.824' })).toThrow(RateNotPositive);
    expect(() => rate({ unitsPerUsd: 'NaN' })).toThrow(NotADecimal);
    expect(() => rate({ unitsPerUsd: '8.24e-1' })).toThrow(NotADecimal);
    expect(() => rate({ currency: 'CHX' })).toThrow(UnknownCurrency);
    expect(() => rate({ currency: 'USD' })).toThrow(RateOfTheDollar);
  });
});
