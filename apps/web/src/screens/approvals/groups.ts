import { Money } from '#kernel';

interface Share {
  readonly fund: string;
  readonly budgetLine: string;
  readonly amount: { readonly amount: string };
}
interface Borne {
  readonly id: string;
  readonly clientShares: readonly Share[];
}
interface Line {
  readonly code: string;
  readonly allotmentUsd: string;
  readonly chargedUsd: string;
}

/** What one budget line has free, in USD, before a charge and after it, where those above it are accepted first. */
export interface Effect {
  readonly budgetLine: string;
  readonly before: string;
  readonly after: string;
}

export interface Group<C> {
  readonly funds: readonly string[];
  readonly total: string;
  readonly rows: readonly { readonly charge: C; readonly effects: readonly Effect[] }[];
}

/**
 * Charges by the funds that bear them, the funds in the order of their codes. Lines are counted down from row to row, in the
 * order that they are shown in, so that the last `after` is what is left when all of them are accepted.
 */
export function grouped<C extends Borne>(charges: readonly C[], lines: readonly Line[]): Group<C>[] {
  const free = new Map(
    lines.map(({ code, allotmentUsd, chargedUsd }) => [
      code,
      Money.totalUsd(allotmentUsd).minus(Money.totalUsd(chargedUsd)),
    ]),
  );
  const groups = new Map<string, C[]>();
  for (const charge of charges) {
    const key = fundsOf(charge).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), charge]);
  }
  return [...groups]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, members]) => ({
      funds: fundsOf(members[0] as C),
      total: Money.sum(members.flatMap(({ clientShares }) => clientShares.map(amountOf))).toString(),
      rows: members.map((charge) => ({ charge, effects: effectsOf(charge, free) })),
    }));
}

/** What is nearest to its end, or furthest beyond it; of equals the first. Null of none. */
export function leastOf(effects: readonly Effect[]): Effect | null {
  const [first, ...others] = effects;
  if (first === undefined) return null;
  return others.reduce(
    (least, one) => (Money.totalUsd(least.after).exceeds(Money.totalUsd(one.after)) ? one : least),
    first,
  );
}

function fundsOf({ clientShares }: Borne): string[] {
  return [...new Set(clientShares.map(({ fund }) => fund))].toSorted();
}

function effectsOf({ clientShares }: Borne, free: Map<string, Money>): Effect[] {
  return clientShares.flatMap(({ budgetLine, amount }) => {
    const before = free.get(budgetLine);
    if (before === undefined) return []; // a line that is not ours to see
    const after = before.minus(Money.totalUsd(amount.amount));
    free.set(budgetLine, after);
    return [{ budgetLine, before: before.toString(), after: after.toString() }];
  });
}

function amountOf({ amount }: Share): Money {
  return Money.totalUsd(amount.amount);
}
