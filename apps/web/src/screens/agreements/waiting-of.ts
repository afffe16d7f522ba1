import { Money } from '#kernel';

/** A sum of the charges of one agreement in one state, as the API adds them up. */
export interface StateTotal {
  readonly agreement: string;
  readonly state: string;
  readonly count: number;
  readonly amount: { readonly amount: string };
}

/** Before certification: what an agreement will bear when all of it is accepted. */
const uncharged: readonly string[] = ['PROVISIONAL', 'RECORDED', 'RECEIVED', 'DISPUTED'];

/** How many charges of this agreement wait, and what they come to in USD. `states`: of those only. */
export function waitingOf(
  totals: readonly StateTotal[],
  agreement: string,
  states: readonly string[] = uncharged,
): { count: number; amount: string } {
  const waiting = totals.filter((one) => one.agreement === agreement && states.includes(one.state));
  return {
    count: waiting.reduce((count, one) => count + one.count, 0),
    amount: Money.sum(waiting.map(({ amount }) => Money.totalUsd(amount.amount))).toString(),
  };
}
