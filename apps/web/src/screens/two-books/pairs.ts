import { Money } from '#kernel';

type Usd = { readonly amount: string };

/** What the API says of one agreement in the two books. */
export interface Reciprocal {
  readonly agreement: string;
  readonly provider: string;
  readonly client: string;
  readonly receivable: Usd;
  readonly receivableUnbilled: Usd;
  readonly payable: Usd;
  readonly payableUnbilled: Usd;
  readonly difference: Usd;
  readonly cause: string | null;
  readonly explained: readonly { readonly cause: string; readonly count: number; readonly amount: Usd }[];
}

/** One figure in the two books: what the provider has to receive, what the client has to pay. USD. */
export interface Facing {
  readonly what: 'billed' | 'unbilled';
  readonly receivable: string;
  readonly payable: string;
  readonly difference: string;
}

/** Two books against each other, of one agreement. */
export interface Pair {
  readonly agreement: string;
  readonly provider: string;
  readonly client: string;
  readonly facing: readonly Facing[];
  /** Why they differ; null where they agree, or where it is not known. */
  readonly cause: string | null;
  /** In neither book yet, and why. */
  readonly explained: readonly { readonly cause: string; readonly count: number; readonly amount: string }[];
}

export function pairOf({ agreement, provider, client, cause, explained, ...figures }: Reciprocal): Pair {
  return {
    ...{ agreement, provider, client, cause },
    facing: [
      facing('billed', figures.receivable.amount, figures.payable.amount),
      facing('unbilled', figures.receivableUnbilled.amount, figures.payableUnbilled.amount),
    ],
    explained: explained.map(({ amount, ...one }) => ({ ...one, amount: amount.amount })),
  };
}

/** Every figure is the same on both sides. */
export function agrees({ facing: figures, cause }: Pair): boolean {
  return cause === null && figures.every(({ difference }) => Money.totalUsd(difference).isZero());
}

/** In the words of the API, by the state of the charges that it is about. */
const causes: Readonly<Record<string, string>> = {
  PROVISIONAL: 'the agreement is not signed',
  RECORDED: 'delivered, not yet confirmed by the client',
  RECEIVED: 'confirmed, not yet certified',
  RETURNED: 'returned by the client, not yet answered',
  DISPUTED: 'disputed',
};

/** The charges that a cause is about; null where it is no cause that we know. */
export function stateBehind(cause: string): string | null {
  return Object.entries(causes).find(([, words]) => words === cause)?.[0] ?? null;
}

function facing(what: Facing['what'], receivable: string, payable: string): Facing {
  return {
    what,
    receivable,
    payable,
    difference: Money.totalUsd(receivable).minus(Money.totalUsd(payable)).toString(),
  };
}
