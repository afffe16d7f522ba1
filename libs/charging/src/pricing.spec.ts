import { describe, expect, it } from '@jest/globals';
import { Money, Quantity } from '#kernel';
import { NoRateInForce, OperationalRates } from '#rates';
import * as a from '../../../test/support/a.ts';
import {
  ActualCostMissing,
  ActualCostNotWanted,
  checkPricedOneWay,
  ComesToNothing,
  CostNotPositive,
  pricePassThrough,
  priceOwnService,
  SupportCostTwice,
} from './pricing.ts';

const noRates = new OperationalRates([]);
const own = (quantity: string, entry: Parameters<typeof a.rateCardEntry>[0], rates = noRates) =>
  priceOwnService(
    { quantity: Quantity.of(quantity), deliveredOn: a.day('2025-05-09'), supportCost: 'CLIENT_FUND' },
    a.rateCardEntry(entry),
    rates,
  );

describe('an own service', () => {
  it.each`
    quantity    | unitRate     | amount        | what
    ${'13'}     | ${'920.00'}  | ${'11960.00'} | ${'A1-01, working days'}
    ${'1742'}   | ${'6.50'}    | ${'11323.00'} | ${'A1-03, badges'}
    ${'1318.5'} | ${'12.40'}   | ${'16349.40'} | ${'A1-04, half pages'}
    ${'742'}    | ${'12.40'}   | ${'9200.80'}  | ${'A2-05, pages'}
    ${'4'}      | ${'1450.00'} | ${'5800.00'}  | ${'A2-01, months'}
    ${'0.5'}    | ${'630.01'}  | ${'315.01'}   | ${'half a cent goes up'}
    ${'0.3333'} | ${'1450.00'} | ${'483.29'}   | ${'a third of a month'}
    ${'3'}      | ${'12.405'}  | ${'37.22'}    | ${'a rate finer than a cent: 37.215, and the charge is rounded'}
    ${'1000'}   | ${'0.0049'}  | ${'4.90'}     | ${'a rate of less than half a cent'}
  `(
    'of $quantity at $unitRate costs $amount ($what)',
    ({ quantity, unitRate, amount }: Record<'quantity' | 'unitRate' | 'amount', string>) => {
      expect(own(quantity, { unitRate }).usd.toString()).toBe(amount);
    },
  );

  it('keeps the price it was priced with', () => {
    expect(own('13', {})).toEqual({
      usd: Money.usd('11960.00'),
      unitRate: '920.00',
      unitRateCurrency: 'USD',
      unitRateValidFrom: a.day('2025-01-01'),
      unitsPerUsd: null,
      effectiveOn: null,
      originalCurrency: null,
      originalAmount: null,
    });
  });

  it('priced in francs is converted with the rate of the day of delivery, and rounded once', () => {
    const price = own('3.5', { currency: 'CHF', unitRate: '850.55' }, a.ratesOf2025());
    expect(price.usd.toString()).toBe('3612.77'); // 2976.925 / 0.824 = 3612.773; by way of CHF 2,976.93 it would be 3612.78
    expect([price.unitsPerUsd, price.effectiveOn?.toString()]).toEqual(['0.824', '2025-05-01']);
    expect(() => own('1', { currency: 'CHF', unitRate: '850.55' })).toThrow(NoRateInForce);
  });

  it('that comes to more than the books hold is refused at its units', () => {
    expect(() => own('1000000000', { unitRate: '10000.01' })).toThrow(
      expect.objectContaining({
        name: 'AmountTooLarge',
        pointer: '/quantity',
        message:
          'This comes to USD 10,000,010,000,000.00, which is larger than the books hold: an amount is at most 10,000,000,000,000.00 ' +
          'either way. Nothing was written.',
      }),
    );
  });

  it('at a full-cost rate bears no programme support cost a second time', () => {
    const price = (supportCost: 'CLIENT_FUND' | 'INCLUDED_IN_RATE' | 'EXEMPT') =>
      priceOwnService(
        { quantity: Quantity.of('1'), deliveredOn: a.day('2025-05-09'), supportCost },
        a.rateCardEntry({ includesIndirectCost: true }),
        noRates,
      );
    expect(price('INCLUDED_IN_RATE').usd.toString()).toBe('920.00');
    expect(price('EXEMPT').usd.toString()).toBe('920.00');
    expect(() => price('CLIENT_FUND')).toThrow(SupportCostTwice);
  });
});

describe('an own service that comes to less than half a cent', () => {
  it('is refused', () => {
    const price = (quantity: string) =>
      priceOwnService(
        { quantity: Quantity.of(quantity), deliveredOn: a.day('2025-05-09'), supportCost: 'CLIENT_FUND' },
        a.rateCardEntry(),
        noRates,
      );
    expect(price('0.00001').usd.toString()).toBe('0.01');
    expect(() => price('0.000005')).toThrow(
      expect.objectContaining({ name: ComesToNothing.name, pointer: '/quantity' }),
    );
  });
});

describe('the badge rental of CHF 1,480.00, invoiced by its supplier on 22 April and delivered on 9 May', () => {
  const cost = Money.of('1480.00', 'CHF');

  it('is converted with the rate of the day of delivery', () => {
    expect(pricePassThrough(cost, a.day('2025-05-09'), a.ratesOf2025())).toEqual({
      usd: Money.usd('1796.12'),
      unitsPerUsd: '0.824',
      effectiveOn: a.day('2025-05-01'),
      originalCurrency: 'CHF',
      originalAmount: '1480.00',
      unitRate: null,
      unitRateCurrency: null,
      unitRateValidFrom: null,
    });
  });

  it('would be another amount by the supplier’s day, or by the month as a key', () => {
    expect(pricePassThrough(cost, a.day('2025-04-22'), a.ratesOf2025()).usd.toString()).toBe('1811.51');
    expect(pricePassThrough(cost, a.day('2025-04-01'), a.ratesOf2025()).usd.toString()).toBe('1676.10');
  });
});

describe('a pass-through cost', () => {
  it.each(['0.00', '-0.01'])('of %s is none: a refund is a credit note', (amount) => {
    expect(() => pricePassThrough(Money.usd(amount), a.day('2025-05-09'), noRates)).toThrow(CostNotPositive);
  });

  it('in a currency without a rate on that day is refused', () => {
    expect(() => pricePassThrough(Money.of('85.00', 'CHF'), a.day('2025-03-31'), a.ratesOf2025())).toThrow(
      expect.objectContaining({ name: NoRateInForce.name, pointer: '/deliveredOn' }),
    );
  });

  it('of less than half a cent is refused', () => {
    const yen = a.operationalRates('JPY 2025-01-01 201');
    expect(() => pricePassThrough(Money.of('1', 'JPY'), a.day('2025-05-09'), yen)).toThrow(
      expect.objectContaining({ name: ComesToNothing.name, pointer: '/actualCost/amount' }),
    );
    expect(pricePassThrough(Money.of('2', 'JPY'), a.day('2025-05-09'), yen).usd.toString()).toBe('0.01');
  });
});

describe('a service is priced one way', () => {
  it('the provider’s own by its card', () => {
    expect(() => checkPricedOneWay(a.item(), null)).not.toThrow();
    expect(() => checkPricedOneWay(a.item(), Money.usd('1.00'))).toThrow(ActualCostNotWanted);
  });

  it('somebody else’s by what it cost', () => {
    expect(() => checkPricedOneWay(a.badgeRental(), Money.usd('1.00'))).not.toThrow();
    expect(() => checkPricedOneWay(a.badgeRental(), null)).toThrow(ActualCostMissing);
  });
});
