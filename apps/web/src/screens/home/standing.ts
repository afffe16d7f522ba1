import { Money } from '#kernel';

/** Where a meeting stands between a provider and a client, over all agreements of theirs for it. */
export interface Standing {
  readonly meeting: string;
  readonly agreements: readonly string[];
  readonly provider: string;
  readonly client: string;
  readonly stages: readonly Stage[];
}

/** The charges in one state, less what was given back of them: a number of Home, and the list that it opens. */
export interface Stage {
  readonly state: StageState;
  readonly amount: string;
}

interface Agreed {
  readonly number: string;
  readonly meeting: string;
  readonly provider: string;
  readonly client: string;
}

interface StateTotal {
  readonly agreement: string;
  readonly state: string;
  readonly amount: { readonly amount: string };
  readonly credited: { readonly amount: string };
}

/**
 * Every state of a charge that is owed, or will be, in the order of its way: what is withdrawn, rejected, reversed or credited
 * whole is owed by nobody. One that a charge comes to by a detour is shown where something is in it.
 */
const way = [
  { state: 'PROVISIONAL' },
  { state: 'RECORDED' },
  { state: 'RETURNED', isDetour: true },
  { state: 'DISPUTED', isDetour: true },
  { state: 'RECEIVED' },
  { state: 'CERTIFIED' },
  { state: 'REVERSING', isDetour: true },
  { state: 'INVOICED' },
  { state: 'SETTLED' },
] as const;
export type StageState = (typeof way)[number]['state'];

/** The numbers of each meeting in each direction, in USD, which together are all that is owed. In the order of their first agreements. */
export function standingOf(facts: {
  readonly agreements: readonly Agreed[];
  readonly totals: readonly StateTotal[];
}): Standing[] {
  const directions = Map.groupBy(facts.agreements, ({ meeting, provider, client }) =>
    JSON.stringify([meeting, provider, client]),
  );
  return [...directions.values()].map((agreed) => {
    const [{ meeting, provider, client }] = agreed as [Agreed, ...Agreed[]];
    const numbers = agreed.map(({ number }) => number);
    const own = facts.totals.filter(({ agreement }) => numbers.includes(agreement));
    const stages = way.flatMap((stage) => {
      const amount = netOf(own.filter(({ state }) => state === stage.state));
      return 'isDetour' in stage && amount.isZero() ? [] : [{ state: stage.state, amount: amount.toString() }];
    });
    return { ...{ meeting, provider, client }, agreements: numbers, stages };
  });
}

function netOf(totals: readonly StateTotal[]): Money {
  return Money.sum(
    totals.map(({ amount, credited }) => Money.totalUsd(amount.amount).minus(Money.totalUsd(credited.amount))),
  );
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
