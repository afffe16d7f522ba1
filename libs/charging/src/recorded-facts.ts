import type { AuditFacts } from '#platform';
import type { Charge } from './charge.ts';

/**
 * What the act of recording says came to be: state, amount and agreement of each charge, in the order of the act's objects.
 * Shape:  what all have in common is said once; else one for each, separated by "; ". A thousand charges are some 10,000 characters.
 */
export function recordedFacts(charges: readonly Pick<Charge, 'state' | 'amountUsd' | 'agreement'>[]): AuditFacts {
  return {
    state: once(charges.map(({ state }) => state)),
    amountUsd: charges.map(({ amountUsd }) => amountUsd.toString()).join('; '),
    agreement: once(charges.map(({ agreement }) => agreement)),
  };
}

function once(values: readonly string[]): string {
  const [first = '', ...others] = new Set(values);
  return others.length === 0 ? first : values.join('; ');
}
