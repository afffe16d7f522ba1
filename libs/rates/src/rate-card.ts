import { at, Currency, type Day, parseDecimal, Refused } from '#kernel';

/** A price of an own service, from a day to a day, both included. Never edited: a new price is a new period. */
export class RateCardEntry {
  provider: string;
  item: string;
  validFrom: Day;
  validTo: Day;
  currency: string;
  unitRate: string; // in the currency, as it was written: "12.40"; may be finer than a cent, a charge rounds once
  includesIndirectCost: boolean; // full cost: programme support cost is in the rate and may not be charged again

  /** Errors: RateNotPositive, RatePeriodReversed, NotADecimal, UnknownCurrency. */
  constructor(facts: RateCardEntry) {
    at('/currency', () => Currency.of(facts.currency));
    if (!parseDecimal(facts.unitRate).greaterThan(0))
      throw new RateNotPositive(`The rate of ${facts.item}`, facts.unitRate);
    if (facts.validTo.isBefore(facts.validFrom))
      throw new RatePeriodReversed(facts.item, facts.validFrom, facts.validTo);
    this.provider = facts.provider;
    this.item = facts.item;
    this.validFrom = facts.validFrom;
    this.validTo = facts.validTo;
    this.currency = facts.currency;
    this.unitRate = facts.unitRate;
    this.includesIndirectCost = facts.includesIndirectCost;
  }
}

/** Of an item of a provider, one price a day. Errors: RatePeriodsOverlap. */
export function checkApart(entries: readonly RateCardEntry[], more: readonly RateCardEntry[]): void {
  for (const { provider, item, validFrom, validTo } of more) {
    const isMet = entries.some(
      (one) =>
        one.provider === provider &&
        one.item === item &&
        !one.validFrom.isAfter(validTo) &&
        !one.validTo.isBefore(validFrom),
    );
    if (isMet) throw new RatePeriodsOverlap(`${item} of ${provider}`);
  }
}

/** Prices by day. The one in force on the day of delivery applies, never today's. */
export class RateCard {
  private readonly byProvider = new Map<string, Map<string, RateCardEntry[]>>(); // and item; both may hold blanks

  constructor(private readonly entries: readonly RateCardEntry[]) {
    for (const entry of entries) {
      const byItem = this.byProvider.get(entry.provider) ?? new Map<string, RateCardEntry[]>();
      this.byProvider.set(entry.provider, byItem);
      byItem.set(entry.item, [...(byItem.get(entry.item) ?? []), entry]);
    }
  }

  get currencies(): string[] {
    return this.entries.map(({ currency }) => currency);
  }

  /** Errors: NoRateInForce. */
  on(provider: string, item: string, day: Day): RateCardEntry {
    const found = this.byProvider
      .get(provider)
      ?.get(item)
      ?.find(({ validFrom, validTo }) => !validFrom.isAfter(day) && !validTo.isBefore(day));
    if (found === undefined) throw new NoRateInForce(`rate of ${provider} for ${item}`, day);
    return found;
  }
}

export class NoRateInForce extends Refused {
  constructor(what: string, day: Day) {
    super(`No ${what} is in force on ${day.toString()}.`);
  }
}

export class RatePeriodReversed extends Refused {
  constructor(item: string, from: Day, to: Day) {
    super(`The rate of ${item} would end on ${to.toString()}, before it starts on ${from.toString()}.`);
  }
}

export class RateNotPositive extends Refused {
  constructor(what: string, rate: string) {
    super(`${what} is more than zero; "${rate}" is not.`);
  }
}

export class RatePeriodsOverlap extends Refused {
  constructor(what = 'this item') {
    super(`The periods of two rates of ${what} overlap. End the first before the second starts. Nothing was written.`);
  }
}
