import { Money } from '#kernel';

interface Amount {
  readonly amount: string;
}

export interface Outlook {
  readonly sum: string;
  readonly byItem: readonly (readonly [item: string, amount: string])[];
  readonly ceiling: {
    readonly charged: string;
    readonly waiting: string;
    readonly limit: string;
    readonly left: string; // below zero where it is passed
    readonly over: string | null;
  };
  readonly lines: readonly {
    readonly code: string;
    readonly left: string | null; // null: the line is the other side's, which alone sees what is left
    readonly share: string;
    readonly isOver: boolean;
    readonly hasRoom: boolean | null; // of the other side's line, for what is recorded already; null: nothing is
  }[];
}

/**
 * What is left of the ceiling and of each budget line once the lines of the grid are certified: less what is charged, less
 * what was recorded before and still waits (of the ceiling), less these.
 */
export function outlook(facts: {
  readonly ceiling: string;
  readonly charged: string;
  readonly waiting: string;
  readonly budgetLines: readonly {
    readonly code: string;
    readonly allotmentUsd: string;
    readonly chargedUsd: string;
  }[];
  readonly room: readonly { readonly budgetLine: string; readonly hasRoom: boolean }[];
  readonly charges: readonly {
    readonly item: string;
    readonly amount: Amount;
    readonly clientShares: readonly { readonly budgetLine: string; readonly amount: Amount }[];
  }[];
}): Outlook {
  const total = sumOf(facts.charges.map(({ amount }) => amount));
  const waiting = Money.totalUsd(facts.waiting).plus(total);
  const reached = Money.totalUsd(facts.charged).plus(waiting);
  const limit = Money.totalUsd(facts.ceiling);
  const shares = grouped(
    facts.charges.flatMap(({ clientShares }) =>
      clientShares.map(({ budgetLine, amount }) => [budgetLine, amount] as const),
    ),
  );
  return {
    sum: total.toString(),
    byItem: grouped(facts.charges.map(({ item, amount }) => [item, amount] as const)).map(([item, sum]) => [
      item,
      sum.toString(),
    ]),
    ceiling: {
      charged: facts.charged,
      waiting: waiting.toString(),
      limit: limit.toString(),
      left: limit.minus(reached).toString(),
      over: reached.exceeds(limit) ? reached.minus(limit).toString() : null,
    },
    lines: [...shares, ...waitingAlone(facts.room, shares)].map(([code, share]) => {
      const line = facts.budgetLines.find((one) => one.code === code);
      const hasRoom = facts.room.find(({ budgetLine }) => budgetLine === code)?.hasRoom ?? null;
      if (line === undefined) return { code, share: share.toString(), left: null, isOver: hasRoom === false, hasRoom };
      const left = Money.totalUsd(line.allotmentUsd).minus(Money.totalUsd(line.chargedUsd)).minus(share);
      return { code, share: share.toString(), left: left.toString(), isOver: left.isNegative(), hasRoom: null };
    }),
  };
}

/** Lines that bear what is recorded already and nothing of what is entered: said too where there is no room on them. */
function waitingAlone(
  room: readonly { readonly budgetLine: string; readonly hasRoom: boolean }[],
  shares: readonly (readonly [code: string, share: Money])[],
): [code: string, share: Money][] {
  return room
    .filter(({ budgetLine, hasRoom }) => !hasRoom && shares.every(([code]) => code !== budgetLine))
    .map(({ budgetLine }) => [budgetLine, Money.zero()]);
}

function sumOf(amounts: readonly Amount[]): Money {
  return Money.sum(amounts.map(({ amount }) => Money.totalUsd(amount)));
}

function grouped(amounts: readonly (readonly [name: string, amount: Amount])[]): [name: string, sum: Money][] {
  const sums = new Map<string, Money>();
  for (const [name, { amount }] of amounts)
    sums.set(name, (sums.get(name) ?? Money.zero()).plus(Money.totalUsd(amount)));
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
