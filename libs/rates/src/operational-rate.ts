import { at, Conflict, Currency, type Day, type Decimal, Money, parseDecimal, Refused } from '#kernel';
import { NoRateInForce, RateNotPositive } from './rate-card.ts';

/** A UN operational rate of exchange: units of a currency for one US dollar, from a day until the next one of it. */
export class OperationalRate {
  currency: string;
  effectiveOn: Day;
  unitsPerUsd: string; // as published: "0.800" keeps its zeros

  /** Errors: UnknownCurrency, RateOfTheDollar, NotADecimal, RateNotPositive, each at its field. */
  constructor(facts: OperationalRate) {
    at('/currency', () => Currency.of(facts.currency));
    if (facts.currency === 'USD') throw new RateOfTheDollar();
    at('/unitsPerUsd', () => {
      if (parseDecimal(facts.unitsPerUsd).greaterThan(0)) return;
      throw new RateNotPositive(`The operational rate of ${facts.currency}`, facts.unitsPerUsd);
    });
    this.currency = facts.currency;
    this.effectiveOn = facts.effectiveOn;
    this.unitsPerUsd = facts.unitsPerUsd;
  }
}

/** An amount in USD, and the rate and its effective day that made it; both null where it was in USD already. */
export interface Converted {
  readonly usd: Money;
  readonly unitsPerUsd: string | null;
  readonly effectiveOn: Day | null;
}

/**
 * The rates of some currencies, by day.
 * Rule:   by currency, the newest effective day on or before the day: a list of 31 December serves January, and a
 *         mid-month list changes only the currencies it carries. A month is no key.
 * Source: UN operational rates of exchange, used also for settlements between offices; rates README.
 */
export class OperationalRates {
  private readonly newestFirst = new Map<string, OperationalRate[]>();

  constructor(rates: readonly OperationalRate[]) {
    for (const rate of rates) {
      const list = this.newestFirst.get(rate.currency) ?? [];
      list.push(rate);
      this.newestFirst.set(rate.currency, list);
    }
    for (const list of this.newestFirst.values()) list.sort((a, b) => (a.effectiveOn.isAfter(b.effectiveOn) ? -1 : 1));
  }

  /** Null for USD, which needs none. Errors: NoRateInForce. */
  on(currency: string, day: Day): OperationalRate | null {
    if (currency === 'USD') return null;
    const rate = this.newestFirst.get(currency)?.find(({ effectiveOn }) => !effectiveOn.isAfter(day));
    if (rate === undefined) throw new NoRateInForce(`UN operational rate of ${currency}`, day);
    return rate;
  }

  /**
   * USD = units / rate, half up to the cent, once.        CHF 1,480.00 / 0.824 -> USD 1,796.12
   * `rate`: as `on` finds it, so that its caller says of the day and of the amount what is wrong with each.
   * Errors: AmountTooLarge.
   */
  static converted(exact: Decimal, rate: OperationalRate | null): Converted {
    if (rate === null) return { usd: Money.rounded(exact, 'USD'), unitsPerUsd: null, effectiveOn: null };
    return {
      usd: Money.rounded(exact.dividedBy(parseDecimal(rate.unitsPerUsd)), 'USD'),
      unitsPerUsd: rate.unitsPerUsd,
      effectiveOn: rate.effectiveOn,
    };
  }
}

/**
 * Of a published list, what the books do not have yet.
 * Errors: RateTwiceInList, RatePublishedOtherwise, each at its place in the list.
 */
export function newRates(
  published: readonly OperationalRate[],
  known: ReadonlyMap<string, OperationalRate>,
): OperationalRate[] {
  const listed = new Map<string, OperationalRate>();
  return published.filter((rate, index) =>
    at(`/${index}/unitsPerUsd`, () => {
      const key = `${rate.currency} ${rate.effectiveOn.toString()}`;
      const inBooks = known.get(key);
      const inList = listed.get(key);
      if (inBooks !== undefined && !isSame(rate, inBooks)) throw new RatePublishedOtherwise(rate, inBooks);
      if (inList !== undefined && !isSame(rate, inList)) throw new RateTwiceInList(rate, inList);
      listed.set(key, rate);
      return inBooks === undefined && inList === undefined;
    }),
  );
}

function isSame(one: OperationalRate, other: OperationalRate): boolean {
  return parseDecimal(one.unitsPerUsd).equals(parseDecimal(other.unitsPerUsd));
}

export class RateTwiceInList extends Refused {
  constructor({ currency, effectiveOn, unitsPerUsd }: OperationalRate, earlier: OperationalRate) {
    super(
      `The list gives ${currency} two rates for ${effectiveOn.toString()}, ${earlier.unitsPerUsd} and ${unitsPerUsd}: which is meant is not ` +
        'for us to guess. Leave one of them. Nothing was written.',
    );
  }
}

/** The books count in dollars: a rate of the dollar would be another dollar. */
export class RateOfTheDollar extends Refused {
  constructor() {
    super(
      'USD has no operational rate: the books are in USD, and one is one. Leave it out. Nothing was written.',
      '/currency',
    );
  }
}

export class RateGivenTwice extends Conflict {
  constructor() {
    super(
      'The books have a rate of this kind for this day already; a rate is never changed. Nothing was written.',
      '/effectiveOn',
    );
  }
}

export class RateLoadedByOne extends Refused {
  constructor() {
    super('A rate is in force once two people have loaded the same value: it is never changed. Nothing was written.');
  }
}

export class RatePublishedOtherwise extends Conflict {
  constructor({ currency, effectiveOn, unitsPerUsd }: OperationalRate, earlier: OperationalRate) {
    super(
      `The books have ${earlier.unitsPerUsd} ${currency} per USD for ${effectiveOn.toString()}, and this list says ${unitsPerUsd}. ` +
        'A rate is never changed, for charges are priced with it. Nothing was written.',
    );
  }
}
