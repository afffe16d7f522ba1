import { Conflict, Refused, Stale } from '#kernel';

/**
 * PROVISIONAL  delivered under an agreement that is not signed yet: priced, owed by nobody, on no invoice
 * RECORDED     delivered units, priced and split
 * RECEIVED     the client confirms the units
 * CERTIFIED    the client's certifying officer accepts the cost (Financial Rule 105.5): posted in both books
 * INVOICED     on an issued invoice
 * SETTLED      its invoice is settled
 * DISPUTED, CREDITED, REJECTED: the unit is contested, given back whole, or never owed
 */
export type ChargeState =
  'PROVISIONAL' | 'RECORDED' | 'RECEIVED' | 'CERTIFIED' | 'INVOICED' | 'SETTLED' | 'DISPUTED' | 'CREDITED' | 'REJECTED';

/** From each state, where a charge may go. What is not here is refused. */
export const chargeTransitions: Readonly<Record<ChargeState, readonly ChargeState[]>> = {
  PROVISIONAL: ['RECORDED', 'REJECTED'],
  RECORDED: ['RECEIVED', 'DISPUTED', 'REJECTED'],
  RECEIVED: ['CERTIFIED', 'DISPUTED'],
  CERTIFIED: ['INVOICED'],
  INVOICED: ['SETTLED', 'CREDITED'],
  DISPUTED: ['RECORDED', 'REJECTED'],
  SETTLED: ['CREDITED'],
  CREDITED: [],
  REJECTED: [],
};

export interface ChargeInState {
  readonly id: string;
  readonly agreement: string;
  readonly state: ChargeState;
  readonly version: number;
}

/** Errors: ChargeIsProvisional, ChargeNotInState. */
export function checkTransition(charge: ChargeInState, to: ChargeState): void {
  if (chargeTransitions[charge.state].includes(to)) return;
  if (charge.state === 'PROVISIONAL') throw new ChargeIsProvisional(charge);
  throw new ChargeNotInState({ charge, to });
}

/** `seen` is the version its reader had before them; null where they act on whatever it is. Errors: ChargeChangedMeanwhile. */
export function checkSeen(charge: ChargeInState, seen: number | null): void {
  if (seen !== null && seen !== charge.version) throw new ChargeChangedMeanwhile(charge, seen);
}

export class ChargeIsProvisional extends Refused {
  constructor({ id, agreement }: { id: string; agreement: string }) {
    super(`Charge ${id} is provisional: agreement ${agreement} is not signed by both sides yet. Nothing was written.`);
  }
}

export class ChargeNotInState extends Conflict {
  constructor(facts?: { charge: ChargeInState; to: ChargeState }) {
    super(
      facts === undefined
        ? 'A charge takes the steps that are listed, and one that has ended takes none. Nothing was written.'
        : sentence(facts.charge, facts.to),
    );
  }
}

function sentence({ id, state }: ChargeInState, to: ChargeState): string {
  const froms = Object.entries(chargeTransitions)
    .filter(([, tos]) => tos.includes(to))
    .map(([from]) => from);
  return `Charge ${id} is ${state} and cannot become ${to}; only ${froms.join(' or ')} can. Nothing was written.`;
}

export class ChargeChangedMeanwhile extends Stale {
  constructor({ id, state, version }: ChargeInState, seen: number) {
    super(
      `Charge ${id} was changed since you read it (version ${seen}; now version ${version}, ${state}). Read it again.`,
    );
  }
}
