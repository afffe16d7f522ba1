import { Money } from '#kernel';
import { type Message, t } from '../../words/words.ts';

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
  readonly code: string | null;
  readonly cause: string | null;
  readonly explained: readonly (Cause & { readonly count: number; readonly amount: Usd })[];
}

/** By a code that stays, and as the server says it, in English. */
export interface Cause {
  readonly code: string;
  readonly cause: string;
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
  /** Why they differ; null where they agree. */
  readonly why: Cause | null;
  /** In neither book yet, and why; the code is the state of the charges. */
  readonly explained: readonly (Cause & { readonly count: number; readonly amount: string })[];
}

export function pairOf({ agreement, provider, client, code, cause, explained, ...figures }: Reciprocal): Pair {
  return {
    ...{ agreement, provider, client },
    why: code === null ? null : { code, cause: cause ?? code },
    facing: [
      facing('billed', figures.receivable.amount, figures.payable.amount),
      facing('unbilled', figures.receivableUnbilled.amount, figures.payableUnbilled.amount),
    ],
    explained: explained.map(({ amount, ...one }) => ({ ...one, amount: amount.amount })),
  };
}

/** Every figure is the same on both sides. */
export function agrees({ facing: figures, why }: Pair): boolean {
  return why === null && figures.every(({ difference }) => Money.totalUsd(difference).isZero());
}

const causes: Readonly<Record<string, Message>> = {
  PROVISIONAL: 'the agreement is not signed',
  RECORDED: 'delivered, not yet confirmed by the client',
  RECEIVED: 'confirmed, not yet certified',
  RETURNED: 'returned by the client, not yet answered',
  DISPUTED: 'disputed',
  IN_ONE_BOOK_ALONE: 'an entry is in one of the two books alone, or its total was changed: run the verification',
  BILLED_IN_ONE_BOOK: 'the same is billed in one book and not in the other: run the verification',
};

/** A cause in the language of the page, with the language that it is in: English where the page does not know the code. */
export function causeSaid({ code, cause }: Cause): { readonly said: string; readonly lang: string | undefined } {
  const message = causes[code];
  return message === undefined ? { said: cause, lang: 'en' } : { said: t(message), lang: undefined };
}

function facing(what: Facing['what'], receivable: string, payable: string): Facing {
  return {
    what,
    receivable,
    payable,
    difference: Money.totalUsd(receivable).minus(Money.totalUsd(payable)).toString(),
  };
}
