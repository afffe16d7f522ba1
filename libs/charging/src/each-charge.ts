import { DomainError, Forbidden, placedAt, refuseAll } from '#kernel';
import { UnknownCharge } from './charge-states.ts';

/** Charges named by somebody who acts on them; `seen` is the version read before, null where it does not matter. */
export interface NamedCharges {
  readonly ids: readonly string[];
  readonly seen: number | null;
  /** By charge, where each is named by a request of its own and all of them are one officer's; absent where one names all. */
  readonly requests?: ReadonlyMap<string, NamingRequest>;
  /** Where in its request they are named, for errors; absent where the address names them. */
  readonly place?: string;
  /** Where in it each of them stands, for what refuses one of many; absent where it is the only one. */
  readonly placeOf?: (id: string) => string;
}

/** A request that names one charge. */
export interface NamingRequest {
  readonly requestId: string;
  readonly seen: number | null;
}

/** The version of this charge that was read before. */
export function seenOf({ seen, requests }: NamedCharges, id: string): number | null {
  return requests === undefined ? seen : (requests.get(id)?.seen ?? null);
}

/**
 * Looks at each of them, in the order they are named. In what state a charge is, is said of it, and of ten of them at once; who may
 * act is said of whoever asks, and of nothing else then.
 * Errors: those of `check`, at each charge's place.
 */
export function checkEach<Named extends { readonly id: string }>(
  { ids, placeOf, place = '' }: NamedCharges,
  charges: readonly Named[],
  check: (charge: Named) => void,
): void {
  const byId = new Map(charges.map((charge) => [charge.id, charge]));
  refuseAll(
    [...new Set(ids)].flatMap((id): DomainError[] => {
      const charge = byId.get(id);
      try {
        if (charge !== undefined) check(charge);
        return [];
      } catch (refusal) {
        if (!(refusal instanceof DomainError) || refusal instanceof Forbidden) throw refusal;
        return [placedAt(placeOf?.(id) ?? place, refusal)];
      }
    }),
  );
}

/** Those that are named and not found, each at its place. */
export function missing(
  { ids, place, placeOf }: NamedCharges,
  found: readonly { readonly id: string }[],
): UnknownCharge[] {
  const known = new Set(found.map(({ id }) => id));
  return ids.filter((id) => !known.has(id)).map((id) => new UnknownCharge(id, placeOf?.(id) ?? place));
}
