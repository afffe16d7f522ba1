import { apportion, at, type Day, type Money, NegativeWeight, NoWeight, parseDecimal, Refused } from '#kernel';

/** A fund with its weight: text, zero or more, fractions allowed ("0.5", "9634869"). */
export type Weight = readonly [fund: string, weight: string];

/** How a cost is shared over funds, from a day on. Several entries of one code are its versions. */
export class SplitKey {
  code: string;
  validFrom: Day;
  weights: Weight[];

  /** Errors: NoWeight, NegativeWeight, NotADecimal, FundTwiceInSplit. */
  constructor(facts: SplitKey) {
    at('/weights', () => checkWeights(facts.code, facts.weights));
    this.code = facts.code;
    this.validFrom = facts.validFrom;
    this.weights = facts.weights;
  }
}

/** Weights that can share a cost: each fund once, none below zero, at least one above. Errors: those of SplitKey. */
export function checkWeights(key: string, weights: readonly Weight[]): void {
  const texts = weights.map(([, weight]) => weight);
  const values = texts.map(parseDecimal);
  if (values.some((value) => value.isNegative())) throw new NegativeWeight(texts);
  if (values.every((value) => value.isZero())) throw new NoWeight(texts);
  if (new Set(weights.map(([fund]) => fund)).size !== weights.length) throw new FundTwiceInSplit(key);
}

/** The versions of some keys, and which one applies on a day. */
export class SplitKeys {
  constructor(private readonly versions: readonly SplitKey[]) {}

  /** The newest version on or before the day. Errors: NoSplitKeyInForce. */
  on(code: string, day: Day): SplitKey {
    let newest: SplitKey | undefined;
    for (const version of this.versions) {
      if (version.code !== code || version.validFrom.isAfter(day)) continue;
      if (newest === undefined || version.validFrom.isAfter(newest.validFrom)) newest = version;
    }
    if (newest === undefined) throw new NoSplitKeyInForce(code, day);
    return newest;
  }
}

/** Shares by weights; a fund with weight 0 has a share of 0.00. They add up to the amount exactly. */
export function split(amount: Money, weights: readonly Weight[]): { fund: string; weight: string; amount: Money }[] {
  const shares = apportion(
    amount,
    weights.map(([, weight]) => weight),
  );
  return weights.map(([fund, weight], index) => ({ fund, weight, amount: shares[index] as Money }));
}

export class NoSplitKeyInForce extends Refused {
  constructor(code: string, day: Day) {
    super(`No version of the split key "${code}" is in force on ${day.toString()}.`);
  }
}

export class FundTwiceInSplit extends Refused {
  constructor(code: string) {
    super(`The split key "${code}" names a fund twice; each fund has one weight.`);
  }
}
