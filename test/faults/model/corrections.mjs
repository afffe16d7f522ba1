/** What goes back a step or is reversed, as requests and as the verbs of the model. */
import { chargeOf, finance, pick, termsOf, transition } from './choices.mjs';

const reason = 'not as it should be';
const byProvider = (model, charge) => finance(termsOf(model, charge));
const byClient = (model, charge) => `${termsOf(model, charge).client}.finance`;
const byApproving = (model, charge) => `${termsOf(model, charge).provider}.approving`;
/** One that waits where there is one, so that what comes after it is reached often. */
const waiting = (model, index, state) =>
  pick(
    [...model.charges.values()].filter((charge) => charge.state === state),
    index,
  ) ?? chargeOf(model, index);

function correcting(charge, step, by, expect, body = { reason }) {
  return { ...transition(charge, step, by, charge.version, expect), body };
}

export const corrections = {
  giveBackCharge: (model, a) => {
    const charge = chargeOf(model, a);
    return correcting(charge, 'return', byClient(model, charge), () => model.returns(charge.id));
  },
  answerReturn: (model, a) => {
    const charge = waiting(model, a, 'RETURNED');
    const body = { answer: 'it was delivered' };
    return correcting(charge, 'resubmission', byProvider(model, charge), () => model.resubmit(charge.id), body);
  },
  withdraw: (model, a, b) => {
    const charge = b % 2 === 0 ? waiting(model, a, 'RETURNED') : chargeOf(model, a);
    return correcting(charge, 'withdrawal', byProvider(model, charge), () => model.withdraw(charge.id));
  },
  withdrawStale: (model, a) => {
    const charge = chargeOf(model, a);
    const seen = (charge.version ?? 0) + 1;
    const expect = () => model.withdraw(charge.id, seen);
    return { ...transition(charge, 'withdrawal', byProvider(model, charge), seen, expect), body: { reason } };
  },
  askReversal: (model, a) => {
    const charge = waiting(model, a, 'CERTIFIED');
    return correcting(charge, 'reversal', byProvider(model, charge), () => model.askReversal(charge.id));
  },
  askReversalOfAny: (model, a) => {
    const charge = chargeOf(model, a);
    return correcting(charge, 'reversal', byProvider(model, charge), () => model.askReversal(charge.id));
  },
  approveReversal: (model, a) => {
    const charge = waiting(model, a, 'REVERSING');
    return correcting(charge, 'reversal/approval', byApproving(model, charge), () => model.reverse(charge.id), {});
  },
  keep: (model, a) => {
    const charge = waiting(model, a, 'REVERSING');
    return correcting(charge, 'reversal/refusal', byProvider(model, charge), () => model.keepCertified(charge.id));
  },
};
