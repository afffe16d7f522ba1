import { Decimal, Money, Quantity } from '#kernel';
import type { Message, Values } from '../../words/words.ts';
import { readFigure } from '../record/figure-text.ts';

/** What was typed to give back of one line: a figure in the API's form, or why it is none. */
export type CreditFigure =
  | { readonly kind: 'empty' }
  | { readonly kind: 'read'; readonly value: string }
  | {
      readonly kind: 'wrong';
      readonly why: readonly [message: Message, values?: Values];
      readonly readings: readonly string[];
    };

interface Billed {
  readonly charge: string;
  readonly isOwn: boolean; // units of an own service; else USD of what was passed through
  readonly quantity: string;
  readonly amountUsd: string;
}

interface Given {
  readonly id: string; // of the charge
  readonly creditedQuantity: string;
  readonly credited: { readonly amount: string };
}

/**
 * What is left to give back of a line, in units or in USD: what was billed, less what credit notes gave back of its charge.
 * `all`: every charge of the agreement of which something was given back; null as long as they are not known, and then what
 * is left is not known either.
 */
export function leftToCredit(
  { charge, isOwn, quantity, amountUsd }: Billed,
  all: readonly Given[] | null,
): string | null {
  if (all === null) return null;
  const given = all.find(({ id }) => id === charge);
  if (isOwn) return new Decimal(quantity).minus(given?.creditedQuantity ?? '0').toFixed();
  return Money.totalUsd(amountUsd)
    .minus(Money.totalUsd(given?.credited.amount ?? '0.00'))
    .toString();
}

/** As the server will ask: more than zero, of no more decimals than there are, and no more than is left, where that is known. */
export function creditFigure(text: string, { isOwn, left }: { isOwn: boolean; left: string | null }): CreditFigure {
  const figure = readFigure(text);
  if (figure.kind === 'empty') return figure;
  if (figure.kind !== 'read') return { kind: 'wrong', why: figure.why, readings: figure.readings ?? [] };
  const { value } = figure;
  const wrong = (message: Message, values?: Values): CreditFigure => ({
    kind: 'wrong',
    why: values === undefined ? [message] : [message, values],
    readings: [],
  });
  if (isOwn && !isQuantity(value)) return wrong('More than zero, and at most six decimals');
  if (!isOwn && (value.split('.')[1] ?? '').length > 2)
    return wrong('{currency} does not have that many decimals', { currency: 'USD' });
  if (!new Decimal(value).greaterThan(0)) return wrong('More than zero');
  if (left !== null && new Decimal(value).greaterThan(left))
    return wrong('No more than {left} is left to give back', { left });
  return figure;
}

function isQuantity(value: string): boolean {
  try {
    Quantity.of(value);
    return true;
  } catch {
    return false;
  }
}
