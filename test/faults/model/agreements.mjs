/** Agreements and rates, as requests and as the verbs of the model. */
import { dayIn2025, finance, numbers, pick, plus } from './choices.mjs';

export const agreements = {
  draft: (model, a) => {
    const number = pick(numbers, a);
    return {
      by: finance(model.terms[number]),
      path: '/api/v1/agreements',
      body: model.terms[number].body,
      expect: () => model.draft(number),
    };
  },
  signAsProvider: (model, a) => signing(model, pick(numbers, a), 'PROVIDER', model.today),
  signAsClient: (model, a) => signing(model, pick(numbers, a), 'CLIENT', model.today),
  signInTheFuture: (model, a, b) => signing(model, pick(numbers, a), 'CLIENT', plus(model.today, 1 + (b % 9))),
  loadRate: (model, a, b) => loading(model, dayIn2025(a), BigInt(700 + (b % 250)), pick(loaders, a + b)),
  /** By whoever loaded it, or by the other, who puts it in force. */
  loadRateAgain: (model, a, b) => {
    const { on, milli } = pick(model.waitingRates, a) ?? { on: dayIn2025(a), milli: 777n };
    return loading(model, on, milli, pick(loaders, b));
  },
  loadRateOtherwise: (model, a, b) => {
    const [on, milli] = pick([...model.rates], a);
    return loading(model, on, milli === 777n ? 778n : 777n, pick(loaders, b));
  },
};

function signing(model, number, side, on) {
  const by = `${side === 'PROVIDER' ? model.terms[number].provider : model.terms[number].client}.approving`;
  return {
    by,
    path: `/api/v1/agreements/${number}/signatures`,
    body: { side, signedOn: on },
    expect: () => model.sign(number, side, on),
  };
}

export const loaders = ['BRS.finance', 'MINAMATA.finance'];

export function loading(model, on, milli, by) {
  return {
    by,
    path: '/api/v1/operational-rates',
    body: rateBody(on, milli),
    expect: () => model.loadRate(on, milli, by),
  };
}

export const rateBody = (on, milli) => ({ rates: [{ currency: 'CHF', effectiveOn: on, unitsPerUsd: `0.${String(milli).padStart(3, '0')}` }] }); // oxfmt-ignore
