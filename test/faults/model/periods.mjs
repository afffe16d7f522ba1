/** Months that are closed and opened again, as requests and as the verbs of the model. */
import { pick, plus } from './choices.mjs';

const sides = ['BRS', 'MINAMATA'];
const otherSide = (side) => sides.find((one) => one !== side);

/** Those that anything may be delivered in, and the one that is not over. */
export function monthsOf({ today }) {
  const months = [];
  for (let day = '2025-03-01'; day.slice(0, 7) <= today.slice(0, 7); day = `${plus(day, 31).slice(0, 7)}-01`)
    months.push(day.slice(0, 7));
  return months;
}

function step(month, what, by, expect, body = { reason: 'an invoice came late' }) {
  return { by, path: `/api/v1/periods/${month}/${what}`, seen: '*', body, expect };
}

const byStep = {
  propose: (model, month, side) => {
    const by = `${side}.finance`;
    return step(month, 'closing', by, () => model.proposeClosing(month, by), {});
  },
  sign: (model, month, side) => {
    const by = `${side}.approving`;
    return step(month, 'signatures', by, () => model.signClosing(month, { side, by }), {});
  },
  withdraw: (model, month, side) => step(month, 'withdrawals', `${side}.approving`, () => model.withdrawClosing(month)),
  request: (model, month, side) =>
    step(month, 'reopen-requests', `${side}.approving`, () => model.requestReopening(month, side)),
  reopen: (model, month, side) => step(month, 'reopenings', `${side}.approving`, () => model.reopen(month, side)),
};

/** Every other time one in such a state, so that what comes after it is reached often. */
const inState =
  (what, ...states) =>
  (model, a, b) => {
    const months = monthsOf(model);
    const waiting = a % 2 === 0 ? [] : months.filter((month) => states.includes(model.monthAt(month).state));
    return byStep[what](model, pick(waiting.length > 0 ? waiting : months, a), pick(sides, b));
  };

export const periods = {
  proposeClosing: inState('propose', 'OPEN', 'REOPENED'),
  signClosing: inState('sign', 'CLOSING', 'SIGNED_BY_ONE'),
  withdrawClosing: inState('withdraw', 'CLOSING', 'SIGNED_BY_ONE', 'REOPEN_REQUESTED'),
  requestReopening: inState('request', 'LOCKED'),
  reopen: inState('reopen', 'REOPEN_REQUESTED'),
};

/** What both sides do to close a month, or to open it again: requests one after the other. */
export const closing = (model, a, b, month = pick(monthsOf(model), a)) => {
  const side = pick(sides, b);
  return [
    () => byStep.propose(model, month, side),
    () => byStep.sign(model, month, side),
    () => byStep.sign(model, month, otherSide(side)),
  ];
};
export const reopening = (model, a, b) => {
  const locked = monthsOf(model).filter((month) => model.monthAt(month).state === 'LOCKED');
  const [month, side] = [pick(locked, a) ?? pick(monthsOf(model), a), pick(sides, b)];
  return [() => byStep.request(model, month, side), () => byStep.reopen(model, month, otherSide(side))];
};
