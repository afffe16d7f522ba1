import type { ReactNode } from 'react';
import { amountText, dayText, instantText, moneyText } from '../words/figures.ts';

type Money = { readonly amount: string; readonly currency: string };

/** A figure in a column whose head says the currency once: right-aligned, tabular; negative in red and with its sign. */
export function Amount({ of, zero }: { of: string; zero?: '0.00' }): ReactNode {
  return (
    <bdi className="figure" data-negative={of.startsWith('-')} data-zero={!/[1-9]/.test(of)}>
      {zero === undefined ? amountText(of) : amountText(of, undefined, zero)}
    </bdi>
  );
}

/** An amount in a sentence, with its currency. */
export function MoneyShown({ of }: { of: Money }): ReactNode {
  return <bdi className="figure">{moneyText(of)}</bdi>;
}

export function Day({ of }: { of: string }): ReactNode {
  return (
    <time dateTime={of} className="figure" dir="auto">
      {dayText(of)}
    </time>
  );
}

export function Instant({ of }: { of: string }): ReactNode {
  return (
    <time dateTime={of} className="figure" dir="auto">
      {instantText(of)}
    </time>
  );
}

/** A code of the books (a charge, a line, a person): left to right in every language. */
export function Code({ children }: { children: string }): ReactNode {
  return (
    <bdi className="code" dir="ltr">
      {children}
    </bdi>
  );
}
