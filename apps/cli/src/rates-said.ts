import { parseDecimal } from '#kernel';
import type { OperationalRate, WaitingRate } from '#rates';

/** What a load came to. `waiting`: all that waits in the books after it. */
export interface RatesLoaded {
  readonly file: string;
  readonly read: readonly OperationalRate[];
  readonly added: readonly OperationalRate[];
  readonly waitingOfList: readonly OperationalRate[];
  readonly waiting: readonly WaitingRate[];
  readonly by: string;
}

/** What is in force now and what is not, who is asked for next, and for what. */
export function loadedSentences({ file, read, added, waitingOfList, waiting, by }: RatesLoaded): string[] {
  const before = read.length - added.length - waitingOfList.length;
  const others = waitingOfList.flatMap((rate) => otherwise(rate, waiting));
  return [
    `${counted(added.length, 'rate is', 'rates are')} in force from now on${named(added)}`,
    ...(before > 0 ? [`${counted(before, 'rate was', 'rates were')} in the books with this value already.`] : []),
    ...(waitingOfList.length > 0
      ? [
          `${counted(waitingOfList.length, 'rate waits', 'rates wait')} for a second person, and ${waitingOfList.length === 1 ? 'prices' : 'price'} nothing until then${named(waitingOfList)}`,
          ...others,
          `Next: a finance or approving officer of either side, and not ${by}, takes the list from its source and loads it: npm run recoup -- rates import ${file}`,
        ]
      : []),
  ];
}

/** Of one day two values wait: neither is refused, and one of them is a slip. */
function otherwise({ currency, effectiveOn, unitsPerUsd }: OperationalRate, waiting: readonly WaitingRate[]): string[] {
  return waiting
    .filter((one) => one.currency === currency && one.effectiveOn === effectiveOn.toString())
    .filter((one) => !parseDecimal(one.unitsPerUsd).equals(parseDecimal(unitsPerUsd)))
    .map(
      (one) =>
        `${currency} of ${one.effectiveOn} waits with another value too: ${one.unitsPerUsd}, loaded by ${one.loadedBy}. One of the two is a slip; compare both with the source.`,
    );
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? `No ${one}` : `${count} ${count === 1 ? one : many}`;
}

const namedAtMost = 10;

/** ": CHF of 2025-05-01 at 0.824, ..." and a full stop. */
function named(rates: readonly OperationalRate[]): string {
  if (rates.length === 0) return '.';
  const names = rates
    .slice(0, namedAtMost)
    .map(({ currency, effectiveOn, unitsPerUsd }) => `${currency} of ${effectiveOn.toString()} at ${unitsPerUsd}`);
  const more = rates.length - names.length;
  return `: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
