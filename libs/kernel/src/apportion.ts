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
  const whole = inWholeUnits(weights);
  const total = whole.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) throw new NoWeight(weights);

  // Whole numbers throughout: two remainders that are equal are seen to be equal, and the tie goes by order.
  const units = amount.absolute().minorUnits();
  const parts = whole.map((weight) => (units * weight) / total);
  let left = units - parts.reduce((sum, part) => sum + part, 0n); // fewer than there are weights
  const byRemainder = whole
    .map((weight, index) => ({ index, weight, remainder: (units * weight) % total }))
    .filter(({ weight }) => weight > 0n)
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  if (left !== 0n) throw new Error('The parts of an amount must add up to it.');

  const sign = amount.isNegative() ? -1n : 1n;
  return parts.map((part) => Money.ofMinorUnits(sign * part, amount.currency));
}

/** The weights as whole numbers in the same proportion: 0.5, 1, 2.25 -> 50, 100, 225. */
function inWholeUnits(weights: readonly string[]): bigint[] {
  const values = weights.map(parseDecimal);
  if (values.some((value) => value.isNegative())) throw new NegativeWeight(weights);
  const decimals = Math.max(0, ...values.map((value) => value.decimalPlaces()));
  return values.map((value) => BigInt(value.toFixed(decimals).replace('.', '')));
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
