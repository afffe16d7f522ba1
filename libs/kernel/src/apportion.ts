import { Decimal } from 'decimal.js';
import { parseDecimal } from './decimal-text.ts';
import { Refused } from './domain-error.ts';
import { Money } from './money.ts';

/**
 * Splits an amount by weights so that the parts add up to it exactly.
 * Shape:  one part per weight, in the order given; a zero weight gets zero.
 * Unit:   the amount's currency, to its minor unit; no cent is lost or made.
 * Rule:   largest remainder; a tie goes to the earlier weight; a negative amount is the mirror of the positive.
 *         100.00 by 1:1:1 -> 33.34, 33.33, 33.33
 * Errors: NoWeight if there is no weight above zero, NegativeWeight.
 * Source: equal thirds of the conferences of the Parties (programme activities 1 to 3); kernel README, "Splits".
 */
export function apportion(amount: Money, weights: readonly string[]): Money[] {
  const shares = weights.map(parseDecimal);
  if (shares.some((weight) => weight.isNegative())) throw new NegativeWeight(weights);
  const total = shares.reduce((sum, weight) => sum.plus(weight), new Decimal(0));
  if (total.isZero()) throw new NoWeight(weights);

  const units = new Decimal(amount.absolute().minorUnits().toString());
  const exact = shares.map((weight) => units.times(weight).dividedBy(total));
  const parts = exact.map((share) => share.floor());
  let left = units.minus(Decimal.sum(0, ...parts)); // whole minor units, fewer than there are weights

  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share.minus(share.floor()) }))
    .filter(({ index }) => shares[index]?.greaterThan(0))
    .sort((a, b) => b.remainder.comparedTo(a.remainder) || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left.isZero()) break;
    parts[index] = (parts[index] ?? new Decimal(0)).plus(1);
    left = left.minus(1);
  }
  if (!left.isZero()) throw new Error('The parts of an amount must add up to it.');

  const sign = amount.isNegative() ? -1n : 1n;
  return parts.map((part) => Money.ofMinorUnits(sign * BigInt(part.toFixed(0)), amount.currency));
}

export class NoWeight extends Refused {
  constructor(weights: readonly string[]) {
    super(`A split needs a weight above zero; these are ${weights.length === 0 ? 'none' : weights.join(', ')}.`);
  }
}

export class NegativeWeight extends Refused {
  constructor(weights: readonly string[]) {
    super(`A split's weights are zero or more; these are ${weights.join(', ')}.`);
  }
}
