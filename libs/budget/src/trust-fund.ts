import { Conflict, Money, parseDecimal, Refused } from '#kernel';

/** A trust fund of a convention: money with a purpose, and a rate of programme support cost on what it spends. */
export class TrustFund {
  code: string;
  name: string;
  secretariat: string;
  kind: 'GENERAL' | 'VOLUNTARY' | 'SPECIFIC';
  programmeSupportCostRate: string; // "0.13"
  cashLimitUsd: Money | null; // the cash there is to commit; null: none is stated, and nothing is checked or counted
  cashChargedUsd: Money; // certified less credited, counted while a limit is stated: see BudgetService.drawCash

  /** Errors: NotADecimal, SupportCostRateOutOfRange. */
  constructor(facts: Omit<TrustFund, 'cashLimitUsd' | 'cashChargedUsd'>) {
    const rate = parseDecimal(facts.programmeSupportCostRate);
    if (rate.isNegative() || rate.greaterThan(1)) throw new SupportCostRateOutOfRange(facts.programmeSupportCostRate);
    this.code = facts.code;
    this.name = facts.name;
    this.secretariat = facts.secretariat;
    this.kind = facts.kind;
    this.programmeSupportCostRate = facts.programmeSupportCostRate;
    this.cashLimitUsd = null;
    this.cashChargedUsd = Money.zero();
  }
}

/** What papers print of a fund: not its cash, which is its secretariat's own. */
export type PrintedFund = Omit<TrustFund, 'cashLimitUsd' | 'cashChargedUsd'>;

/**
 * Programme support cost on what a fund is charged: a memo, never payable between the two secretariats.
 * Rule:   half up to the cent, once on the fund's net charge.      16,249.35 x 0.13 -> 2,112.42
 * Source: 13 % on the expenditure of UNEP trust funds; budget README, "Programme support cost once".
 */
export function programmeSupportCost(netCharged: Money, rate: string): Money {
  return Money.roundedTotal(netCharged.exactlyTimes(parseDecimal(rate)), netCharged.currency);
}

export class SupportCostRateOutOfRange extends Refused {
  constructor(rate: string) {
    super(
      `A programme support cost rate is a share between 0 and 1, such as "0.13"; this is "${rate}".`,
      '/programmeSupportCostRate',
    );
  }
}

/**
 * A fund's statement of the cash that it can commit, against what it bears already.
 * Errors: CashLimitNegative, CashLimitBelowCharged.
 */
export function checkCashLimit(fund: string, limit: Money, charged: Money): void {
  if (limit.isNegative()) throw new CashLimitNegative(fund, limit);
  if (charged.exceeds(limit)) throw new CashLimitBelowCharged(fund, limit, charged);
}

export class CashLimitNegative extends Refused {
  constructor(fund: string, limit: Money) {
    super(
      `The cash of trust fund ${fund} cannot be ${limit.toSentence()}: zero or more. Nothing was written.`,
      '/limit',
    );
  }
}

export class CashLimitBelowCharged extends Conflict {
  constructor(fund: string, limit: Money, charged: Money) {
    super(
      `Trust fund ${fund} bears ${charged.toSentence()} already; its cash cannot be stated as ${limit.toSentence()}. Nothing was written.`,
      '/limit',
    );
  }
}

/** The third ceiling: "commitments up to the approved operational budget, drawing upon available cash resources". */
export class FundCashExceeded extends Conflict {
  readonly fund: string;
  readonly left: Money | null; // null where the database refused, and says no figures

  constructor(fund: string, facts?: { limit: Money; charged: Money; more: Money }) {
    super(
      facts === undefined
        ? `The cash of trust fund ${fund} does not allow this. Nothing was written.`
        : `Trust fund ${fund} has cash of ${facts.limit.toSentence()} to commit and bears ${facts.charged.toSentence()}, so ` +
            `${facts.limit.minus(facts.charged).toSentence()} is left; ${facts.more.toSentence()} more would bring it to ` +
            `${facts.charged.plus(facts.more).toSentence()}. Nothing was written.`,
    );
    this.fund = fund;
    this.left = facts === undefined ? null : facts.limit.minus(facts.charged);
  }
}
