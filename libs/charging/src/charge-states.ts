import { Conflict, Refused, Stale, Unknown } from '#kernel';

/**
 * PROVISIONAL  delivered under an agreement that is not signed yet: priced, owed by nobody, on no invoice
 * RECORDED     delivered units, priced and split
 * RECEIVED     the client confirms the units
 * CERTIFIED    the client's certifying officer accepts the cost (Financial Rule 105.5): posted in both books
 * INVOICED     on an issued invoice
 * SETTLED      its invoice is settled
 * RETURNED     the client gave it back with a reason: the provider answers, or withdraws it
 * WITHDRAWN    the provider took it back before it was certified; it was owed by nobody
 * REVERSING    the provider's finance officer asks to reverse what is certified; it goes on no invoice meanwhile
 * REVERSED     what it posted is undone in both books
 * DISPUTED, CREDITED, REJECTED: the unit is contested, given back whole, or never owed
 */
export type ChargeState =
  | 'PROVISIONAL'
  | 'RECORDED'
  | 'RECEIVED'
  | 'CERTIFIED'
  | 'INVOICED'
  | 'SETTLED'
  | 'DISPUTED'
  | 'CREDITED'
  | 'REJECTED'
  | 'RETURNED'
  | 'WITHDRAWN'
  | 'REVERSING'
  | 'REVERSED';

/** From each state, where a charge may go. What is not here is refused. */
export const chargeTransitions: Readonly<Record<ChargeState, readonly ChargeState[]>> = {
  PROVISIONAL: ['RECORDED', 'REJECTED', 'WITHDRAWN'],
  RECORDED: ['RECEIVED', 'DISPUTED', 'REJECTED', 'RETURNED', 'WITHDRAWN'],
  RECEIVED: ['CERTIFIED', 'DISPUTED', 'RETURNED', 'WITHDRAWN'],
  CERTIFIED: ['INVOICED', 'REVERSING'],
  INVOICED: ['SETTLED', 'CREDITED'],
  DISPUTED: ['RECORDED', 'REJECTED'],
  SETTLED: ['CREDITED'],
  CREDITED: [],
  REJECTED: [],
  RETURNED: ['RECORDED', 'WITHDRAWN'],
  WITHDRAWN: [],
  REVERSING: ['REVERSED', 'CERTIFIED'],
  REVERSED: [],
};

/**
 * From which states somebody takes this step. An edge alone does not say whose it is: what waits for its reversal becomes CERTIFIED
 * again where it is kept, and by no certification; what is provisional becomes RECORDED by the second signature, and by no answer.
 */
const stepsFrom = {
  'charge.receive': ['RECORDED'],
  'charge.certify': ['RECEIVED'],
  'charge.withdraw': ['PROVISIONAL', 'RECORDED', 'RECEIVED', 'RETURNED'],
  'charge.return': ['RECORDED', 'RECEIVED'],
  'charge.resubmit': ['RETURNED'],
  'charge.reverse': ['CERTIFIED'],
  'charge.approve-reversal': ['REVERSING'],
  'charge.keep': ['REVERSING'],
} as const satisfies Readonly<Record<string, readonly ChargeState[]>>;
export type ChargeStep = keyof typeof stepsFrom;

export interface ChargeInState {
  readonly id: string;
  readonly agreement: string;
  readonly state: ChargeState;
  readonly version: number;
}

/** A step that the books take by themselves: as its invoice goes. Errors: ChargeIsProvisional, ChargeNotInState. */
export function checkTransition(charge: ChargeInState, to: ChargeState): void {
  checkFrom(
    charge,
    (Object.keys(chargeTransitions) as ChargeState[]).filter((from) => chargeTransitions[from].includes(to)),
    to,
  );
}

/** A step that somebody takes. `to`: the state that it leads into. Errors: ChargeIsProvisional, ChargeNotInState. */
export function checkStepFrom(charge: ChargeInState, step: ChargeStep, to: ChargeState): void {
  checkFrom(charge, stepsFrom[step], to);
}

function checkFrom(charge: ChargeInState, froms: readonly ChargeState[], to: ChargeState): void {
  if (froms.includes(charge.state)) return;
  if (charge.state === 'PROVISIONAL') throw new ChargeIsProvisional(charge);
  throw new ChargeNotInState({ charge, to, froms });
}

/** `seen` is the version its reader had before them; null where they act on whatever it is. Errors: ChargeChangedMeanwhile. */
export function checkSeen(charge: ChargeInState, seen: number | null): void {
  if (seen !== null && seen !== charge.version) throw new ChargeChangedMeanwhile(charge, seen);
}

export class ChargeIsProvisional extends Refused {
  constructor(charge?: { id: string; agreement: string }) {
    super(
      charge === undefined
        ? 'A charge is provisional until both sides have signed its agreement. Nothing was written.'
        : `Charge ${charge.id} is provisional: agreement ${charge.agreement} is not signed by both sides yet. Nothing was written.`,
    );
  }
}

export class ChargeNotInState extends Conflict {
  constructor(facts?: { charge: ChargeInState; to: ChargeState; froms: readonly ChargeState[] }) {
    super(
      facts === undefined
        ? 'A charge takes the steps that are listed, and one that has ended takes none. Nothing was written.'
        : `Charge ${facts.charge.id} is ${facts.charge.state} and cannot become ${facts.to}; only ${facts.froms.join(' or ')} can. Nothing was written.`,
    );
  }
}

export class ChargeChangedMeanwhile extends Stale {
  constructor({ id, state, version }: ChargeInState, seen: number) {
    super(
      `Charge ${id} was changed since you read it (version ${seen}; now version ${version}, ${state}). Read it again.`,
    );
  }
}

export class UnknownCharge extends Unknown {
  constructor(id: string, pointer?: string) {
    super(`There is no charge "${id}" in these books.`, pointer);
  }
}
