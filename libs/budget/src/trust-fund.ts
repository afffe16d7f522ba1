import { Money, parseDecimal, Refused } from '#kernel';

/** A trust fund of a convention: money with a purpose, and a rate of programme support cost on what it spends. */
export class TrustFund {
  code: string;
  name: string;
  secretariat: string;
  kind: 'GENERAL' | 'VOLUNTARY' | 'SPECIFIC';
  programmeSupportCostRate: string; // "0.13"

  /** Errors: NotADecimal, SupportCostRateOutOfRange. */
  constructor(facts: TrustFund) {
    const rate = parseDecimal(facts.programmeSupportCostRate);
    if (rate.isNegative() || rate.greaterThan(1)) throw new SupportCostRateOutOfRange(facts.programmeSupportCostRate);
    this.code = facts.code;
    this.name = facts.name;
    this.secretariat = facts.secretariat;
    this.kind = facts.kind;
    this.programmeSupportCostRate = facts.programmeSupportCostRate;
  }
}

/**
 * Programme support cost on what a fund is charged: a memo, never payable between the two secretariats.
 * Rule:   half up to the cent, once on the fund's net charge.      16,249.35 x 0.13 -> 2,112.42
 * Source: 13 % on the expenditure of UNEP trust funds; budget README, "Programme support cost once".
 */
export function programmeSupportCost(netCharged: Money, rate: string): Money {
  return Money.rounded(netCharged.exactlyTimes(parseDecimal(rate)), netCharged.currency);
}

export class SupportCostRateOutOfRange extends Refused {
  constructor(rate: string) {
    super(`A programme support cost rate is a share between 0 and 1, such as "0.13"; this is "${rate}".`);
  }
}
