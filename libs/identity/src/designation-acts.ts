import type { Act } from './act.ts';
import type { Officer } from './authority.ts';
import { countersigning, declining, ending } from './designation-proposal.ts';
import type { DesignationView } from './designations.query.ts';

/** By its state: what is proposed is countersigned or declined, what is given is ended, and the rest is over. */
export function designationActs(
  view: Pick<DesignationView, 'state' | 'person' | 'secretariat' | 'acting' | 'mandate' | 'proposedBy'>,
  side: { readonly officers: number; readonly others: readonly string[]; readonly isLast: boolean },
  by: Officer,
): Act[] {
  const { state, proposedBy } = view;
  if (state === 'IN_FORCE' || state === 'TO_COME') return [ending(view, side, by)];
  if (state !== 'PROPOSED') return [];
  return [countersigning({ ...view, proposedBy: proposedBy ?? '' }, side, by), declining(view, by)];
}
