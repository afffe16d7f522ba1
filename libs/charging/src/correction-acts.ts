import { Act, type Officer } from '#identity';
import { Conflict } from '#kernel';
import type { ChargeHands } from './charge-acts.ts';
import { type ChargeInState, type ChargeState, type ChargeStep, checkStepFrom } from './charge-states.ts';

/** What of a charge decides who may correct it. */
export interface CorrectionHands extends ChargeHands {
  /** Who said what was said last: of a charge that is REVERSING, who asked for the reversal. */
  readonly remarkBy: string | null;
}

/** The provider takes back what was not certified yet. */
export function withdrawing({ provider, client, traveller }: ChargeHands): Act {
  const doing = 'withdraw';
  return new Act('charge.withdraw', { document: 'charge', resultsIn: 'WITHDRAWN', provider, client, traveller, doing });
}

/** The client's finance officer, or the certifying officer of one of these funds, gives back what is not as it should be. */
export function returning({ provider, client, traveller }: ChargeHands, funds: readonly string[]): Act {
  return new Act('charge.return', { document: 'charge', resultsIn: 'RETURNED', provider, client, traveller, funds });
}

/** The provider answers to a return: the charge is as it should be, and is to be confirmed anew. */
export function resubmitting({ provider, client, traveller }: ChargeHands): Act {
  const doing = 'send it on';
  return new Act('charge.resubmit', { document: 'charge', resultsIn: 'RECORDED', provider, client, traveller, doing });
}

/** The provider's finance officer asks for the reversal of what is certified. */
export function reversing({ provider, client, traveller }: ChargeHands): Act {
  const doing = 'reverse';
  return new Act('charge.reverse', { document: 'charge', resultsIn: 'REVERSING', provider, client, traveller, doing });
}

/** The provider's approving officer approves it: another person than who asked, and than who recorded the charge. */
export function approvingReversal({ provider, client, traveller, recordedBy, remarkBy }: CorrectionHands): Act {
  return new Act('charge.approve-reversal', {
    ...{ document: 'charge', resultsIn: 'REVERSED', provider, client, traveller, doing: 'approve the reversal of' },
    hands: { recorded: recordedBy, 'asked to reverse': remarkBy },
  });
}

/** It stays certified after all. */
export function keeping({ provider, client, traveller }: ChargeHands): Act {
  const doing = 'keep';
  return new Act('charge.keep', { document: 'charge', resultsIn: 'CERTIFIED', provider, client, traveller, doing });
}

/** The corrections that a charge's state lets somebody make. `onInvoice`: a live invoice bills it, a draft too. */
export function correctionActs(
  charge: CorrectionHands & { readonly state: ChargeState },
  { onInvoice }: { readonly onInvoice: boolean },
  funds: readonly string[],
): Act[] {
  switch (charge.state) {
    case 'PROVISIONAL':
      return [withdrawing(charge)];
    case 'RECORDED':
    case 'RECEIVED':
      return [returning(charge, funds), withdrawing(charge)];
    case 'RETURNED':
      return [resubmitting(charge), withdrawing(charge)];
    case 'CERTIFIED':
      return onInvoice ? [] : [reversing(charge)];
    case 'REVERSING':
      return [approvingReversal(charge), keeping(charge)];
    default:
      return [];
  }
}

/**
 * This officer may, then the state allows it, then nobody does it who had a hand on it before.
 * Errors: those of Act.check; CorrectedByCreditNote, ChargeIsProvisional, ChargeNotInState.
 */
export function checkCorrection(act: Act, charge: ChargeInState, by: Officer): void {
  act.checkAuthority(by);
  if (act.resultsIn !== 'RETURNED' && ['INVOICED', 'SETTLED'].includes(charge.state)) {
    throw new CorrectedByCreditNote(charge);
  }
  checkStepFrom(charge, act.action as ChargeStep, act.resultsIn as ChargeState);
  act.checkHands(by);
}

export class CorrectedByCreditNote extends Conflict {
  constructor(charge?: { readonly id: string; readonly invoice?: string }) {
    super(
      charge === undefined
        ? 'A charge that an invoice bills is not reversed: discard the draft, or issue a credit note on what is issued. Nothing was written.'
        : charge.invoice === undefined
          ? `Charge ${charge.id} is on an issued invoice: it is corrected by a credit note only. Nothing was written.`
          : `Charge ${charge.id} is on ${charge.invoice}, a draft: discard that first, and what was issued is corrected by a credit note only. Nothing was written.`,
    );
  }
}

export class ReplacesOneStillOwed extends Conflict {
  constructor(pointer = '/replaces') {
    super(
      'A charge takes the place of one between the same two secretariats that was withdrawn, reversed or credited whole, and that no other has replaced. Nothing was written.',
      pointer,
    );
  }
}
