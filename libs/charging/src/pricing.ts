import type { SupportCostTreatment } from '#agreements';
import { at, type Day, type Money, parseDecimal, type Quantity, Refused } from '#kernel';
import { type Converted, OperationalRates, type RateCardEntry, type ServiceItem } from '#rates';

/** How an amount came about; frozen on the charge, so that a later rate never re-prices it. */
export interface Price extends Converted {
  readonly unitRate: string | null; // own service: the rate card's, with its currency and first day
  readonly unitRateCurrency: string | null;
  readonly unitRateValidFrom: Day | null;
  readonly originalCurrency: string | null; // pass-through: the supplier's currency and amount
  readonly originalAmount: string | null;
}

/**
 * An own service: quantity x the rate in force on the day of delivery, half up to the cent, once. A rate card that is
 * not in USD is converted with that day's operational rate in the same rounding.
 * Errors: SupportCostTwice, NoRateInForce, AmountTooLarge, ComesToNothing.
 */
export function priceOwnService(
  service: { quantity: Quantity; deliveredOn: Day; supportCost: SupportCostTreatment },
  entry: RateCardEntry,
  rates: OperationalRates,
): Price {
  if (entry.includesIndirectCost && service.supportCost === 'CLIENT_FUND') throw new SupportCostTwice(entry);
  const exact = service.quantity.exact.times(parseDecimal(entry.unitRate));
  const rate = at('/deliveredOn', () => rates.on(entry.currency, service.deliveredOn));
  const converted = at('/quantity', () => OperationalRates.converted(exact, rate));
  if (converted.usd.isZero()) throw new ComesToNothing('/quantity');
  return {
    ...converted,
    unitRate: entry.unitRate,
    unitRateCurrency: entry.currency,
    unitRateValidFrom: entry.validFrom,
    originalCurrency: null,
    originalAmount: null,
  };
}

/**
 * A pass-through cost: what the supplier took, no mark-up, converted with the operational rate of the day of delivery,
 * never of the supplier's invoice.
 * Errors: CostNotPositive, NoRateInForce, AmountTooLarge, ComesToNothing.
 */
export function pricePassThrough(actualCost: Money, deliveredOn: Day, rates: OperationalRates): Price {
  if (actualCost.isZero() || actualCost.isNegative()) throw new CostNotPositive(actualCost);
  const exact = parseDecimal(actualCost.toString());
  const rate = at('/deliveredOn', () => rates.on(actualCost.currency.code, deliveredOn));
  const converted = at('/actualCost/amount', () => OperationalRates.converted(exact, rate));
  if (converted.usd.isZero()) throw new ComesToNothing('/actualCost/amount');
  return {
    ...converted,
    unitRate: null,
    unitRateCurrency: null,
    unitRateValidFrom: null,
    originalCurrency: actualCost.currency.code,
    originalAmount: actualCost.toString(),
  };
}

/** An own service is priced by the card and takes no actual cost; a pass-through cost is nothing else. Errors: ActualCostMissing, ActualCostNotWanted. */
export function checkPricedOneWay(item: ServiceItem, actualCost: Money | null): void {
  if (item.nature === 'PASS_THROUGH' && actualCost === null) throw new ActualCostMissing(item.code);
  if (item.nature === 'OWN_SERVICE' && actualCost !== null) throw new ActualCostNotWanted(item.code);
}

export class ActualCostMissing extends Refused {
  constructor(item: string) {
    super(`${item} is a pass-through cost: give its actual cost in the supplier's currency.`, '/actualCost');
  }
}

export class ActualCostNotWanted extends Refused {
  constructor(item: string) {
    super(`${item} is an own service: the rate card prices it, and it takes no actual cost.`, '/actualCost');
  }
}

export class CostNotPositive extends Refused {
  constructor(cost: Money) {
    super(
      `An actual cost is more than zero; this is ${cost.toSentence()}. A refund is a credit note.`,
      '/actualCost/amount',
    );
  }
}

/** Less than half a cent: there is nothing to post, to certify and to pay. */
export class ComesToNothing extends Refused {
  constructor(pointer: string) {
    super('This comes to USD 0.00; a charge comes to a cent at least. Nothing was written.', pointer);
  }
}

export class SupportCostTwice extends Refused {
  constructor({ provider, item }: RateCardEntry) {
    super(
      `The rate of ${provider} for ${item} includes indirect cost already, and the agreement charges programme support cost ` +
        `on the client's fund: it may be charged once.`,
      '/item',
    );
  }
}
