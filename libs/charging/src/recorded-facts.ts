import { canonicalJson, type Day } from '#kernel';
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

/** A share as it is kept, by side and position. */
interface KeptShare {
  readonly charge: string;
  readonly position: number;
}

/**
 * All that a charge says when it is recorded, and behind it all that its shares say, both in canonical JSON: as `sealing.values_of`
 * spells their rows. Where the two differ the books seal the charge by a leaf of its own.
 */
export function chargeValues(charge: Charge, shares: readonly KeptShare[]): string {
  const { quantity, deliveredFrom, deliveredOn, biennium, unitRateValidFrom, rateEffectiveOn } = charge;
  const { amountUsd, supplierInvoiceOn, recordedAt, state: _, ...words } = charge;
  const said = canonicalJson({
    ...words,
    quantity: quantity.toString(),
    deliveredFrom: textOf(deliveredFrom),
    deliveredOn: deliveredOn.toString(),
    biennium: biennium.toString(),
    unitRateValidFrom: textOf(unitRateValidFrom),
    rateEffectiveOn: textOf(rateEffectiveOn),
    amountUsd: amountUsd.toString(),
    supplierInvoiceOn: textOf(supplierInvoiceOn),
    recordedAt: recordedAt.toISOString(),
  });
  const split = shares.map(({ charge: _, position, ...share }) => ({ ...share, position: String(position) }));
  return said + canonicalJson(split);
}

function textOf(day: Day | null): string | null {
  return day?.toString() ?? null;
}

function once(values: readonly string[]): string {
  const [first = '', ...others] = new Set(values);
  return others.length === 0 ? first : values.join('; ');
}
