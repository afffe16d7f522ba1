import { Money } from '#kernel';
import { type StateTotal, waitingOf } from '../agreements/waiting-of.ts';

/** Where a meeting stands between a provider and a client, over all agreements of theirs for it. */
export interface Standing {
  readonly meeting: string;
  readonly agreements: readonly string[];
  readonly provider: string;
  readonly client: string;
  readonly provisional: string;
  readonly toCertify: string;
  readonly unpaid: string;
}

interface Agreed {
  readonly number: string;
  readonly meeting: string;
  readonly provider: string;
  readonly client: string;
}

/**
 * Three numbers of each meeting in each direction, in USD: provisional; received and not certified; invoiced less what was
 * paid. In the order of their first agreements.
 */
export function standingOf(facts: {
  readonly agreements: readonly Agreed[];
  readonly totals: readonly StateTotal[];
  readonly figures: readonly {
    readonly agreement: string;
    readonly invoicedUsd: string;
    readonly settledUsd: string;
  }[];
}): Standing[] {
  const figures = new Map(facts.figures.map((one) => [one.agreement, one]));
  const directions = Map.groupBy(facts.agreements, ({ meeting, provider, client }) =>
    JSON.stringify([meeting, provider, client]),
  );
  return [...directions.values()].map((agreed) => {
    const [{ meeting, provider, client }] = agreed as [Agreed, ...Agreed[]];
    const waiting = (state: string): string =>
      Money.sum(agreed.map(({ number }) => Money.totalUsd(waitingOf(facts.totals, number, [state]).amount))).toString();
    const unpaid = agreed.map(({ number }) => {
      const { invoicedUsd = '0', settledUsd = '0' } = figures.get(number) ?? {};
      return Money.totalUsd(invoicedUsd).minus(Money.totalUsd(settledUsd));
    });
    return {
      ...{ meeting, provider, client },
      agreements: agreed.map(({ number }) => number),
      provisional: waiting('PROVISIONAL'),
      toCertify: waiting('RECEIVED'),
      unpaid: Money.sum(unpaid).toString(),
    };
  });
}

/**
 * Where the charges behind a number are listed, in one state: of the one agreement, or of the meeting. Null where a meeting has
 * agreements in both directions, whose charges one list would mix.
 */
export function filterOf({ meeting, agreements }: Standing, all: readonly Standing[]): string | null {
  const [only, ...others] = agreements;
  if (only !== undefined && others.length === 0) return `agreement=${encodeURIComponent(only)}`;
  const directions = all.filter((one) => one.meeting === meeting).length;
  return directions === 1 ? `meeting=${encodeURIComponent(meeting)}` : null;
}
