import { describe, expect, it } from '@jest/globals';
import { NotADecimal, TooManyDecimals, UnknownCurrency } from '#kernel';
import * as a from '../../../test/support/a.ts';
import { NoRateInForce, RateCard, RateNotPositive, RatePeriodReversed } from './rate-card.ts';
import { DsaRate, TerminalExpense, TravelRates } from './travel-rate.ts';

describe('a rate card with two periods', () => {
  const card = new RateCard([
    a.rateCardEntry({ validFrom: a.day('2026-01-01'), validTo: a.day('2026-12-31'), unitRate: '947.60' }),
    a.rateCardEntry({ validFrom: a.day('2025-01-01'), validTo: a.day('2025-12-31'), unitRate: '920.00' }),
    a.rateCardEntry({ provider: 'BRS', unitRate: '910.00' }),
  ]);

  it.each`
    on              | unitRate
    ${'2025-01-01'} | ${'920.00'}
    ${'2025-12-31'} | ${'920.00'}
    ${'2026-01-01'} | ${'947.60'}
    ${'2026-12-31'} | ${'947.60'}
  `('prices a delivery on $on at $unitRate', ({ on, unitRate }: Record<'on' | 'unitRate', string>) => {
    expect(card.on('MINAMATA', 'DOC-CTL', a.day(on)).unitRate).toBe(unitRate);
  });

  it.each(['2024-12-31', '2027-01-01'])('has no price on %s', (on) => {
    expect(() => card.on('MINAMATA', 'DOC-CTL', a.day(on))).toThrow(NoRateInForce);
  });

  it('has a price of each provider, and none for what a provider does not offer', () => {
    expect(card.on('BRS', 'DOC-CTL', a.day('2025-06-01')).unitRate).toBe('910.00');
    expect(() => card.on('BRS', 'DOC-CTL', a.day('2026-06-01'))).toThrow(NoRateInForce);
    expect(() => card.on('MINAMATA', 'REG-PAX', a.day('2025-06-01'))).toThrow('rate of MINAMATA for REG-PAX');
  });

  it('keeps codes apart that read alike when put in a row', () => {
    const both = new RateCard([
      a.rateCardEntry({ provider: 'A', item: 'B C', unitRate: '1.00' }),
      a.rateCardEntry({ provider: 'A B', item: 'C', unitRate: '2.00' }),
    ]);
    const on = a.day('2025-06-01');
    expect([both.on('A', 'B C', on).unitRate, both.on('A B', 'C', on).unitRate]).toEqual(['1.00', '2.00']);
  });

  it('names its currencies', () => {
    expect(new RateCard([a.rateCardEntry({ currency: 'CHF', unitRate: '850.00' })]).currencies).toEqual(['CHF']);
  });
});

describe('a price', () => {
  it('of one day is one', () => {
    const day = a.day('2025-05-09');
    expect(
      new RateCard([a.rateCardEntry({ validFrom: day, validTo: day })]).on('MINAMATA', 'DOC-CTL', day).unitRate,
    ).toBe('920.00');
  });

  it('does not end before it starts', () => {
    expect(() => a.rateCardEntry({ validFrom: a.day('2025-05-10'), validTo: a.day('2025-05-09') })).toThrow(
      RatePeriodReversed,
    );
  });

  it('is more than zero, and may be finer than a cent', () => {
    expect(() => a.rateCardEntry({ unitRate: '0.00' })).toThrow(RateNotPositive);
    expect(() => a.rateCardEntry({ unitRate: '-920.00' })).toThrow(RateNotPositive);
    expect(a.rateCardEntry({ unitRate: '12.405' }).unitRate).toBe('12.405'); // a charge is rounded, its rate is not
    expect(a.rateCardEntry({ currency: 'XOF', unitRate: '6500.5' }).unitRate).toBe('6500.5');
    expect(() => a.rateCardEntry({ unitRate: '9.2e2' })).toThrow(NotADecimal);
    expect(() => a.rateCardEntry({ currency: 'DOLLAR' })).toThrow(UnknownCurrency);
    expect(a.rateCardEntry({ currency: 'KWD', unitRate: '281.375' }).unitRate).toBe('281.375');
  });
});

describe('the daily subsistence allowance of a night', () => {
  const rates = a.travelRatesOf2025();

  it.each`
    place      | night           | amount
    ${'CHGVA'} | ${'2025-10-31'} | ${'338'}
    ${'CHGVA'} | ${'2025-11-01'} | ${'342'}
    ${'CHGVA'} | ${'2026-03-01'} | ${'342'}
    ${'SGSIN'} | ${'2025-11-01'} | ${'410'}
  `('in $place on $night is $amount', ({ place, night, amount }: Record<'place' | 'night' | 'amount', string>) => {
    expect(rates.dsaOn(place, a.day(night)).amount).toBe(amount);
  });

  it('is refused before the first rate, and for a place without one', () => {
    expect(() => rates.dsaOn('CHGVA', a.day('2025-09-30'))).toThrow(NoRateInForce);
    expect(() => rates.dsaOn('PAPTY', a.day('2025-11-01'))).toThrow('allowance of PAPTY is in force on 2025-11-01');
  });

  it('is more than zero, a plain decimal, of a known currency', () => {
    const rate = (facts: Partial<DsaRate>): DsaRate =>
      new DsaRate({ place: 'CHGVA', currency: 'CHF', effectiveOn: a.day('2025-10-01'), amount: '338', ...facts });
    expect(() => rate({ amount: '0' })).toThrow(RateNotPositive);
    expect(() => rate({ amount: '-338' })).toThrow(RateNotPositive);
    expect(() => rate({ amount: '1e2' })).toThrow(NotADecimal);
    for (const odd of [{ amount: '342.125' }, { currency: 'JPY', amount: '41000.55' }])
      expect(() => rate(odd)).toThrow(expect.objectContaining({ name: TooManyDecimals.name, pointer: '/amount' }));
    expect(() => rate({ amount: '-338' })).toThrow(expect.objectContaining({ pointer: '/amount' }));
    expect(rate({ amount: '347.50' }).amount).toBe('347.50');
    expect(() => rate({ currency: 'GVA' })).toThrow(UnknownCurrency);
  });
});

describe('the terminal expense of a day', () => {
  const raised = new TravelRates(
    [],
    [
      new TerminalExpense({ effectiveOn: a.day('2023-06-01'), amountUsd: a.usd('51.00') }),
      new TerminalExpense({ effectiveOn: a.day('2017-12-01'), amountUsd: a.usd('47.00') }),
    ],
  );

  it('is the newest on or before it', () => {
    expect(raised.terminalOn(a.day('2023-05-31')).amountUsd.toString()).toBe('47.00');
    expect(raised.terminalOn(a.day('2023-06-01')).amountUsd.toString()).toBe('51.00');
    expect(() => raised.terminalOn(a.day('2017-11-30'))).toThrow(NoRateInForce);
  });

  it('may be nothing, but not less', () => {
    expect(new TerminalExpense({ effectiveOn: a.day('2025-01-01'), amountUsd: a.usd('0.00') }).amountUsd.isZero()).toBe(
      true,
    );
    expect(() => new TerminalExpense({ effectiveOn: a.day('2025-01-01'), amountUsd: a.usd('-0.01') })).toThrow(
      RateNotPositive,
    );
  });
});
