import { describe, expect, it } from '@jest/globals';
import { Money } from '#kernel';
import { DsaRate, NoRateInForce, TerminalExpense, TravelRates } from '#rates';
import * as a from '../../../test/support/a.ts';
import { ComesToNothing } from './pricing.ts';
import {
  NightAfterTheTrip,
  NightTwice,
  priceTrip,
  RefundNotNegative,
  type Stay,
  type TicketCost,
  TooManyTerminals,
  TripCostsLessThanNothing,
  type TripFacts,
} from './trip.ts';

const ticket = (
  amount: string,
  currency = 'USD',
  on = '2025-10-06',
  kind: TicketCost['kind'] = 'TICKET',
): TicketCost => ({
  kind,
  amount: Money.of(amount, currency),
  on: a.day(on),
  number: null,
});
const stay = (place: string, first: string, count: number, lodgingProvided = false): Stay => ({
  place,
  first: a.day(first),
  count,
  lodgingProvided,
});
const price = (facts: Partial<TripFacts>) => {
  const trip = { ...a.tripDraft(), ...facts };
  const { components, amountUsd, entitlementUsd, nights } = priceTrip(trip, a.travelRatesOf2025(), a.ratesOf2025());
  return {
    components: components.map(({ label, amountUsd: amount }) => `${label} = ${amount.toString()}`),
    amount: amountUsd.toString(),
    entitlement: entitlementUsd.toString(),
    nights: nights.map(String),
  };
};

describe('the sponsored delegates of COP-6', () => {
  it('T-01, Lusaka: the night on the aircraft is none', () => {
    expect(price({ tickets: [ticket('1184.60')], stays: [stay('CHGVA', '2025-11-02', 6)] })).toMatchObject({
      components: ['TICKET = 1184.60', 'DSA CHGVA 6 x 342 / 0.800 = 2565.00', 'TERMINALS = 188.00'],
      amount: '3937.60',
      entitlement: '2753.00',
      nights: ['2025-11-02', '2025-11-03', '2025-11-04', '2025-11-05', '2025-11-06', '2025-11-07'],
    });
  });

  it('T-02, Nairobi: the rate changes during the stay, and a ticket in euros has its own day', () => {
    expect(
      price({ tickets: [ticket('712.00', 'EUR', '2025-10-10')], stays: [stay('CHGVA', '2025-10-31', 8)] }),
    ).toMatchObject({
      components: [
        'TICKET = 835.68',
        'DSA CHGVA 1 x 338 / 0.800 = 422.50',
        'DSA CHGVA 7 x 342 / 0.800 = 2992.50',
        'TERMINALS = 188.00',
      ],
      amount: '4438.68',
    });
  });

  it('T-03, Suva: an authorized stopover in another currency, and two more terminals', () => {
    const stays = [stay('SGSIN', '2025-11-01', 1), stay('CHGVA', '2025-11-02', 6)];
    expect(price({ tickets: [ticket('2946.10')], stays, terminals: 6 })).toMatchObject({
      components: [
        'TICKET = 2946.10',
        'DSA SGSIN 1 x 410 / 1.300 = 315.38',
        'DSA CHGVA 6 x 342 / 0.800 = 2565.00',
        'TERMINALS = 282.00',
      ],
      amount: '6108.48',
    });
  });

  it('T-04, Santiago: lodging provided halves the allowance', () => {
    expect(price({ tickets: [ticket('1655.00')], stays: [stay('CHGVA', '2025-11-02', 6, true)] })).toMatchObject({
      components: ['TICKET = 1655.00', 'DSA CHGVA 6 x 342 / 0.800 = 1282.50', 'TERMINALS = 188.00'],
      amount: '3125.50',
    });
  });

  it('T-05, Dhaka: a no-show costs the ticket less the refund; the advance is not the client’s', () => {
    const tickets = [ticket('968.40'), ticket('-121.15', 'USD', '2025-11-20', 'REFUND')];
    expect(price({ tickets, stays: [], terminals: 0, advanceUsd: Money.usd('2565.00') })).toMatchObject({
      components: ['TICKET = 968.40', 'REFUND = -121.15'],
      amount: '847.25',
      entitlement: '0.00',
      nights: [],
    });
  });

  it('T-06, Bamako: left early; four nights are paid, whatever was advanced', () => {
    const tickets = [ticket('1022.75'), ticket('150.00', 'USD', '2025-11-05', 'CHANGE')];
    expect(price({ tickets, stays: [stay('CHGVA', '2025-11-02', 4)], advanceUsd: Money.usd('2565.00') })).toMatchObject(
      {
        amount: '3070.75',
        entitlement: '1898.00',
      },
    );
  });
});

describe('nights', () => {
  it('of equal rates are one group, rounded once', () => {
    // One night is 338 / 0.797 = 424.0903; three together 1272.2710.
    expect(price({ tickets: [], stays: [stay('CHGVA', '2025-10-01', 3)], terminals: 0 }).components).toEqual([
      'DSA CHGVA 3 x 338 / 0.797 = 1272.27',
    ]);
    expect(price({ tickets: [], stays: [stay('CHGVA', '2025-10-01', 2)], terminals: 0 }).amount).toBe('848.18');
  });

  it('are grouped by allowance and by operational rate, each night with its own', () => {
    expect(price({ tickets: [], stays: [stay('CHGVA', '2025-10-30', 4)], terminals: 0 }).components).toEqual([
      'DSA CHGVA 1 x 338 / 0.797 = 424.09',
      'DSA CHGVA 1 x 338 / 0.800 = 422.50',
      'DSA CHGVA 2 x 342 / 0.800 = 855.00',
    ]);
  });

  it('are grouped within a stay, not over two', () => {
    const stays = [stay('CHGVA', '2025-10-01', 1), stay('CHGVA', '2025-10-02', 1)];
    expect(price({ tickets: [], stays, terminals: 0 }).components).toHaveLength(2);
  });

  it('may cross a month and a year', () => {
    expect(
      price({ tickets: [], stays: [stay('CHGVA', '2025-12-30', 3)], terminals: 0, endedOn: a.day('2026-01-02') }),
    ).toMatchObject({
      components: ['DSA CHGVA 1 x 342 / 0.803 = 425.90', 'DSA CHGVA 2 x 342 / 0.792 = 863.64'],
      nights: ['2025-12-30', '2025-12-31', '2026-01-01'],
    });
  });

  it('are paid once to one person', () => {
    expect(() => price({ stays: [stay('SGSIN', '2025-11-01', 2), stay('CHGVA', '2025-11-02', 6)] })).toThrow(
      NightTwice,
    );
    expect(price({ stays: [stay('SGSIN', '2025-11-01', 1), stay('CHGVA', '2025-11-02', 6)] }).nights).toHaveLength(7);
  });

  it('are none on the day of return, and none after it', () => {
    const until = (count: number) =>
      price({ stays: [stay('CHGVA', '2025-11-02', count)], endedOn: a.day('2025-11-08') });
    expect(until(6).nights.at(-1)).toBe('2025-11-07');
    expect(() => until(7)).toThrow(NightAfterTheTrip);
    expect(() => until(7)).toThrow('2025-11-08 is the day of return');
    expect(() => until(8)).toThrow(NightAfterTheTrip);
  });

  it('need an allowance and an operational rate of that night', () => {
    expect(() => price({ stays: [stay('CHGVA', '2025-09-30', 1)] })).toThrow(NoRateInForce);
    expect(() => price({ stays: [stay('PAPTY', '2025-11-01', 1)] })).toThrow('allowance of PAPTY');
    const inFrancs = new DsaRate({ place: 'CHGVA', currency: 'CHF', effectiveOn: a.day('2020-01-01'), amount: '300' });
    const trip = a.tripDraft({ tickets: [], stays: [stay('CHGVA', '2025-03-31', 1)], terminals: 0 });
    expect(() => priceTrip(trip, new TravelRates([inFrancs], []), a.ratesOf2025())).toThrow(
      'operational rate of CHF is in force on 2025-03-31',
    );
  });
});

describe('tickets', () => {
  it('lead to and from terminals as often as a journey has them', () => {
    expect(price({ terminals: 20 }).components.at(-1)).toBe('TERMINALS = 940.00');
    expect(() => price({ terminals: 21 })).toThrow(
      expect.objectContaining({ name: TooManyTerminals.name, pointer: '/terminals' }),
    );
  });

  it('are refunded with a minus, and bought without', () => {
    expect(() => price({ tickets: [ticket('121.15', 'USD', '2025-11-20', 'REFUND')] })).toThrow(RefundNotNegative);
    expect(() => price({ tickets: [ticket('-968.40')] })).toThrow(RefundNotNegative);
    expect(() => price({ tickets: [ticket('-150.00', 'USD', '2025-11-05', 'CHANGE')] })).toThrow(RefundNotNegative);
  });

  it('are each converted with the rate of their own day', () => {
    const tickets = [ticket('1000.00', 'CHF', '2025-10-30'), ticket('-1000.00', 'CHF', '2025-10-31', 'REFUND')];
    expect(price({ tickets, stays: [], terminals: 0 }).components).toEqual(['TICKET = 1254.71', 'REFUND = -1250.00']);
  });

  it('are not refunded beyond what was paid', () => {
    const tickets = [ticket('1000.00', 'CHF', '2025-10-31'), ticket('-1000.00', 'CHF', '2025-10-30', 'REFUND')];
    expect(() => price({ tickets, stays: [], terminals: 0 })).toThrow(TripCostsLessThanNothing);
  });

  it('come to a cent at least: a trip that cost nothing, or whose ticket was refunded whole, is no charge', () => {
    const refunded = [ticket('968.40'), ticket('-968.40', 'USD', '2025-11-20', 'REFUND')];
    for (const tickets of [refunded, []])
      expect(() => price({ tickets, stays: [], terminals: 0 })).toThrow(
        expect.objectContaining({ name: ComesToNothing.name, pointer: '/ticket' }),
      );
    expect(price({ tickets: [ticket('0.01')], stays: [], terminals: 0 }).amount).toBe('0.01');
  });
});

describe('what is wrong with a trip', () => {
  const stays = (...list: Stay[]): Partial<TripFacts> => ({ tickets: [], terminals: 0, stays: list });
  it.each<[string, string, Partial<TripFacts>]>([
    [
      '/ticket/1/amount',
      'a refund without its minus',
      { tickets: [ticket('9.00'), ticket('9.00', 'USD', '2025-10-06', 'REFUND')] },
    ],
    [
      '/ticket/0/amount',
      'an amount that is too large in USD',
      { tickets: [ticket('9999999999999.99', 'CHF', '2025-11-05')] },
    ],
    [
      '/ticket',
      'amounts that are too large together',
      { tickets: [ticket('9999999999999.99'), ticket('9999999999999.99')] },
    ],
    ['/ticket/0/on', 'a day without a rate', { tickets: [ticket('9.00', 'EUR', '2020-01-01')] }],
    [
      '/nights/1/place',
      'a place without an allowance',
      stays(stay('CHGVA', '2025-11-01', 1), stay('PAPTY', '2025-11-02', 1)),
    ],
    ['/nights/0/count', 'a night on the day of return', stays(stay('CHGVA', '2025-11-02', 7))],
    ['/nights/0/first', 'a stay that begins on the day of return', stays(stay('CHGVA', '2025-11-08', 1))],
    ['/nights/1/first', 'a night in two places', stays(stay('SGSIN', '2025-11-01', 2), stay('CHGVA', '2025-11-02', 6))],
    ['/terminals', 'more terminals than a journey has', { tickets: [], stays: [], terminals: 21 }],
    [
      '/endedOn',
      'a day without a sum for terminals',
      { tickets: [], stays: [], terminals: 2, endedOn: a.day('2019-01-01') },
    ],
  ])('is said at %s: %s', (pointer, _, facts) => {
    let error: unknown;
    try {
      price(facts);
    } catch (refusal) {
      error = refusal;
    }
    expect(error).toMatchObject({ pointer });
  });
});

describe('each part of a trip', () => {
  it('says what was paid, and at which rate of which day', () => {
    const trip = a.tripDraft({
      tickets: [ticket('712.00', 'EUR', '2025-10-10'), ticket('10.00')],
      stays: [stay('SGSIN', '2025-11-01', 1)],
    });
    expect(
      priceTrip(trip, a.travelRatesOf2025(), a.ratesOf2025()).components.map(({ label, basis }) => [label, basis]),
    ).toEqual([
      ['TICKET', 'EUR 712.00 / 0.852, rate of 2025-10-01'],
      ['TICKET', ''],
      ['DSA SGSIN 1 x 410 / 1.300', 'SGD at 1.300, rate of 2025-10-31'],
      ['TERMINALS', ''],
    ]);
  });
});

describe('terminals', () => {
  const raised = new TravelRates(
    [],
    [
      new TerminalExpense({ effectiveOn: a.day('2025-01-01'), amountUsd: Money.usd('47.00') }),
      new TerminalExpense({ effectiveOn: a.day('2025-11-08'), amountUsd: Money.usd('51.00') }),
    ],
  );

  it.each`
    endedOn         | amount
    ${'2025-11-07'} | ${'188.00'}
    ${'2025-11-08'} | ${'204.00'}
  `('of a trip that ended on $endedOn are $amount', ({ endedOn, amount }: Record<'endedOn' | 'amount', string>) => {
    const trip = a.tripDraft({ tickets: [], stays: [], endedOn: a.day(endedOn) });
    expect(priceTrip(trip, raised, a.ratesOf2025()).amountUsd.toString()).toBe(amount);
  });

  it('are not asked for where there are none', () => {
    const trip = a.tripDraft({ tickets: [ticket('1.00')], stays: [], terminals: 0, endedOn: a.day('2024-06-01') });
    expect(priceTrip(trip, raised, a.ratesOf2025()).amountUsd.toString()).toBe('1.00');
    expect(() => priceTrip({ ...trip, terminals: 1 }, raised, a.ratesOf2025())).toThrow(NoRateInForce);
  });
});
