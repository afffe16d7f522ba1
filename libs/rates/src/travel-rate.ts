import { at, Currency, type Day, Money } from '#kernel';
import { NoRateInForce, RateNotPositive } from './rate-card.ts';

/** The daily subsistence allowance of a place (UN/LOCODE), for a night there, from a day until the next one. */
export class DsaRate {
  place: string;
  effectiveOn: Day;
  currency: string;
  amount: string; // in the currency, as published: "342"

  /** Errors: UnknownCurrency, NotADecimal, TooManyDecimals, RateNotPositive, each at its field. */
  constructor(facts: DsaRate) {
    const currency = at('/currency', () => Currency.of(facts.currency));
    at('/amount', () => {
      const amount = Money.of(facts.amount, currency);
      if (amount.isZero() || amount.isNegative())
        throw new RateNotPositive(`The daily subsistence allowance of ${facts.place}`, facts.amount);
    });
    this.place = facts.place;
    this.effectiveOn = facts.effectiveOn;
    this.currency = facts.currency;
    this.amount = facts.amount;
  }
}

/** The flat sum for each required way to or from a terminal, by the day the trip ended. */
export class TerminalExpense {
  effectiveOn: Day;
  amountUsd: Money;

  constructor(facts: TerminalExpense) {
    at('/amountUsd', () => {
      if (facts.amountUsd.isNegative()) throw new RateNotPositive('The terminal expense', facts.amountUsd.toString());
    });
    this.effectiveOn = facts.effectiveOn;
    this.amountUsd = facts.amountUsd;
  }
}

/** Daily subsistence allowances and terminal expenses by day: the newest on or before it applies. */
export class TravelRates {
  constructor(
    private readonly dsa: readonly DsaRate[],
    private readonly terminals: readonly TerminalExpense[],
  ) {}

  get currencies(): string[] {
    return this.dsa.map(({ currency }) => currency);
  }

  /** Errors: NoRateInForce. */
  dsaOn(place: string, night: Day): DsaRate {
    return newest(
      this.dsa.filter((rate) => rate.place === place),
      night,
      `daily subsistence allowance of ${place}`,
    );
  }

  /** Errors: NoRateInForce. */
  terminalOn(day: Day): TerminalExpense {
    return newest(this.terminals, day, 'terminal expense');
  }
}

function newest<T extends { effectiveOn: Day }>(rates: readonly T[], day: Day, what: string): T {
  let found: T | undefined;
  for (const rate of rates) {
    if (rate.effectiveOn.isAfter(day)) continue;
    if (found === undefined || rate.effectiveOn.isAfter(found.effectiveOn)) found = rate;
  }
  if (found === undefined) throw new NoRateInForce(what, day);
  return found;
}
