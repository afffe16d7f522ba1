import { Act, type Officer } from '#identity';
import type { AuditedAct, AuditEvent } from '#platform';
import { type ChargeInState, type ChargeState, type ChargeStep, checkStepFrom } from './charge-states.ts';
import type { NamedCharges } from './each-charge.ts';

/** What of a charge decides who may act on it. */
export interface ChargeHands {
  readonly provider: string;
  readonly client: string;
  readonly traveller: string | null;
  readonly recordedBy: string;
  readonly receivedBy: string | null;
}

/** The provider records units delivered under this agreement. */
export function recording(agreement: { provider: string; client: string }, traveller: string | null = null): Act {
  const { provider, client } = agreement;
  return new Act('charge.record', { document: 'charge', resultsIn: 'RECORDED', provider, client, traveller });
}

/** The client confirms the units: another person than the one who recorded them. */
export function receiving({ provider, client, traveller, recordedBy }: ChargeHands): Act {
  return new Act('charge.receive', {
    ...{ document: 'charge', resultsIn: 'RECEIVED', provider, client, traveller, doing: 'confirm' },
    hands: { recorded: recordedBy },
  });
}

/** The client's certifying officer for these funds accepts the cost: a third person. */
export function certifying(charge: ChargeHands, funds: readonly string[]): Act {
  const { provider, client, traveller, recordedBy, receivedBy } = charge;
  return new Act('charge.certify', {
    ...{ document: 'charge', resultsIn: 'CERTIFIED', provider, client, traveller, funds, doing: 'certify' },
    hands: { recorded: recordedBy, received: receivedBy },
  });
}

/**
 * This officer may, then the state allows it, then nobody does it who had a hand on it before.
 * Errors: those of Act.check; ChargeIsProvisional, ChargeNotInState.
 */
export function checkStep(act: Act, charge: ChargeInState, by: Officer): void {
  act.checkAuthority(by);
  checkStepFrom(charge, act.action as ChargeStep, act.resultsIn as ChargeState);
  act.checkHands(by);
}

/** What a charge's state lets somebody do to it. */
export function chargeActs(charge: ChargeHands & { readonly state: ChargeState }, funds: readonly string[]): Act[] {
  if (charge.state === 'RECORDED') return [receiving(charge)];
  if (charge.state === 'RECEIVED') return [certifying(charge, funds)];
  return [];
}

/** As `actOn`, an act for each request that names some of them. */
export function actsOn(
  action: string,
  { ids, requests }: NamedCharges,
  state: ChargeState,
  charges: readonly Pick<ChargeInState, 'id' | 'state'>[],
  by: Officer,
): AuditedAct[] {
  if (requests === undefined) return [{ event: actOn(action, ids, state, charges), by }];
  return charges.map((charge) => ({
    event: actOn(action, [charge.id], state, [charge]),
    by: inRequest(by, requests.get(charge.id)?.requestId),
  }));
}

/** The same officer in another of their requests. */
export function inRequest(by: Officer, requestId: string | undefined): Officer {
  return requestId === undefined ? by : { ...by, requestId };
}

/** What was done to them; `before` is the one state that all of them were in; where they came from several, the event names none. */
export function actOn(
  action: string,
  objects: readonly string[],
  state: ChargeState,
  charges: readonly Pick<ChargeInState, 'state'>[],
): AuditEvent {
  const [before, ...others] = new Set(charges.map((charge) => charge.state));
  const came = before === undefined || others.length > 0 ? {} : { before: { state: before } };
  return { action, kind: 'charge', objects, ...came, after: { state } };
}
