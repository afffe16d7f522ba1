/**
 * What can be asked of the books, each as a request and as the verb of the model that says what must come of it. A command
 * chooses among what is there by three numbers, so that it means something in every state, and shrinks well.
 */
import { randomUUID } from 'node:crypto';
import { outcomeOf } from '../in-process.mjs';
import { agreements, loaders, loading, rateBody } from './agreements.mjs';
import { charges, passThrough, tripOf } from './charges.mjs';
import { earlier, numbers, pick, plus, transition } from './choices.mjs';
import { corrections } from './corrections.mjs';
import { documents } from './documents.mjs';
import { closing, periods, reopening } from './periods.mjs';
import { Differs, verified } from './verified.mjs';

/** Name -> (model, a, b, c, real) => the request, and what the model says of it. */
export const requests = { ...agreements, ...charges, ...corrections, ...documents, ...periods };

/** Commands that are not a request of their own: name -> what they do. Errors: Differs. */
export const others = {
  retryLast: async (model, real) => {
    if (model.last === undefined) return;
    const again = await real.books.ask('POST', model.last.path, model.last);
    if (again.text !== model.last.text || again.headers['idempotency-replayed'] !== 'true')
      throw new Differs(`a repeat of ${model.last.path} was answered with ${again.status} ${again.text.slice(0, 200)}`);
  },
  retryWithAnother: async (model, real) => {
    if (model.last === undefined) return;
    const { by, key } = model.last;
    const answer = await real.books.ask('POST', '/api/v1/operational-rates', {
      by,
      key,
      body: rateBody('1999-12-31', 999n),
    });
    if (outcomeOf(answer) !== 'REQUEST_KEY_REUSED') throw new Differs(`a key with another body: ${outcomeOf(answer)}`);
  },
  timeForward: async (model, real, a) => {
    model.today = plus(model.today, 1 + (a % 45));
    real.books.setToday(model.today);
  },
  /** What is left of a ceiling, to the last cent, and then one cent more. */
  fillUp: async (model, real) => {
    for (const more of [() => leftOf(model), () => 1n]) {
      const cents = more();
      if (cents <= 0n) return;
      const trip = tripOf(model, '2025-03-03', cents, 0);
      await sent('fillUp', trip, model, real);
      const charge = model.charges.get(trip.body.id);
      if (charge === undefined) return;
      await sent(
        'fillUp',
        transition(charge, 'receipt', 'MINAMATA.finance', undefined, () => model.receive(charge.id)),
        model,
        real,
      );
      await sent(
        'fillUp',
        transition(charge, 'certification', 'MINAMATA.certifying', undefined, () => model.certify([charge.id])),
        model,
        real,
      );
    }
  },
  /** The ways that take many steps, so that what lies behind them is reached often. */
  deliver: async (model, real, a, b, c) => {
    await asked('recordParticipants', [a, b, c], model, real);
    const last = Math.max(0, model.charges.size - 1);
    await asked('receive', [last, 0, 0], model, real);
    await asked('certify', [last, 0, 0], model, real);
  },
  bill: async (model, real, a) => {
    await asked('prepare', [a, 0, 0], model, real);
    await asked('issueLast', [0, 0, 0], model, real);
  },
  settle: async (model, real, a, _, c) => {
    await asked(c % 2 === 0 ? 'proposeSettlement' : 'proposeWithCredits', [a, 0, 0], model, real);
    await asked('approveSettlement', [Math.max(0, model.settlements.length - 1), 0, 0], model, real);
  },
  giveBack: async (model, real, a, b, c) => {
    await asked(c % 2 === 0 ? 'creditAll' : 'creditUnits', [a, b, c], model, real);
    const last = Math.max(0, model.documents.length - 1);
    await asked(c % 3 === 0 ? 'discard' : 'issue', [last, 0, 0], model, real);
  },
  closeMonth: async (model, real, a, b) => {
    for (const next of closing(model, a, b)) await sent('closeMonth', next(), model, real);
  },
  openMonthAgain: async (model, real, a, b) => {
    for (const next of reopening(model, a, b)) await sent('openMonthAgain', next(), model, real);
  },
  /** What is certified after its month was closed, and what comes once that is open again. */
  comeLate: async (model, real, a, b, c) => {
    await asked('recordParticipants', [a, b, c], model, real);
    const late = [...model.charges.values()].at(-1);
    if (late === undefined) return;
    const last = model.charges.size - 1;
    await asked('receive', [last, 0, 0], model, real);
    for (const next of closing(model, a, b, late.on.slice(0, 7))) await sent('comeLate', next(), model, real);
    await asked('certify', [last, 0, 0], model, real);
    await asked('certifyLate', [0, 0, 0], model, real);
    if (c % 2 === 0) await others.openMonthAgain(model, real, a, b);
    await others.deliver(model, real, a, b, c);
  },
  takeBack: async (model, real, a, _, c) => {
    await asked('askReversal', [a, 0, 0], model, real);
    await asked(c % 3 === 0 ? 'keep' : 'approveReversal', [0, 0, 0], model, real);
  },
  /** A rate that two have loaded, and what was paid on its day: at 0.8 to the dollar it comes to half a cent. */
  payHalfACent: async (model, real, a, b, c) => {
    const on = earlier(model, a);
    for (const by of loaders) await sent('payHalfACent', loading(model, on, 800n, by), model, real);
    await sent('payHalfACent', passThrough(model, pick(numbers, c), on, 2 + 8 * (b % 100)), model, real);
  },
  /** What was given back, and its provider does without. */
  doWithoutReturned: async (model, real, a) => {
    await asked('giveBackCharge', [a, 0, 0], model, real);
    await asked('withdraw', [0, 0, 0], model, real);
  },
  restart: (_, real) => real.books.restart(),
  verify: (model, real) => verified(model, real),
};

/** Sends the request of that name, and compares what came of it with what the model says. Errors: Differs. */
export function asked(name, [a, b, c], model, real) {
  return sent(name, requests[name](model, a, b, c, real), model, real);
}

async function sent(name, { expect, check, ...request }, model, real) {
  const [drafts, proposals] = [model.documents.length, model.settlements.length];
  const expected = expect();
  const key = randomUUID();
  const answer = await real.books.ask('POST', request.path, { ...request, key });
  const outcome = outcomeOf(answer);
  if (outcome !== expected)
    throw new Differs(`${name} ${request.path} by ${request.by}: ${outcome}, and the model says ${expected}`);
  if (outcome !== 'ok') return;
  if (model.documents.length > drafts) real.ids.push(answer.body.id);
  if (model.settlements.length > proposals) real.settlements.push(answer.body.id);
  if (!request.path.includes('dryRun')) model.last = { ...request, key, text: answer.text };
  const difference = check?.(answer.body);
  if (difference) throw new Differs(difference);
}

/** Of the ceiling of MODEL-B and of its budget line, whichever is less. */
function leftOf(model) {
  const agreement = model.agreements.get('MODEL-B');
  if (agreement === undefined) return 92_000n;
  const line = model.lines[agreement.clientLines[0]];
  const [one, other] = [agreement.ceiling - agreement.charged, line.allotment - line.charged];
  return one < other ? one : other;
}
