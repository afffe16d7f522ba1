/** Charges on their way to certification, as requests and as the verbs of the model. */
import { ModelBooks } from './books.mjs';
import {
  certifier,
  chargeOf,
  earlier,
  finance,
  numbers,
  pick,
  plus,
  quantityOf,
  termsOf,
  transition,
  usd,
} from './choices.mjs';

/** A charge to record; the id is the next one of the model. */
function recording(model, number, on, fields, price, id = `M-${model.charges.size + 1}`) {
  return {
    by: finance(model.terms[number]),
    path: '/api/v1/charges',
    body: { id, agreement: number, quantity: '1', deliveredOn: on, ...fields },
    expect: () => model.record({ id, agreement: number, on, price }),
  };
}

/** A trip with one ticket in USD and no night: it costs the ticket and USD 47.00 for each way to or from a terminal. */
export function tripOf(model, on, ticket, terminals) {
  const id = `M-${model.charges.size + 1}`;
  return {
    by: 'BRS.finance',
    path: '/api/v1/charges/trips',
    body: {
      id,
      agreement: 'MODEL-B',
      traveller: id,
      party: 'KE',
      ticket: [{ kind: 'TICKET', currency: 'USD', amount: usd(ticket), on }],
      nights: [],
      terminals,
      endedOn: on,
    },
    expect: () => model.record({ id, agreement: 'MODEL-B', on, price: { usd: ticket + 4700n * BigInt(terminals) } }),
  };
}

export function passThrough(model, number, on, index) {
  const chf = BigInt(10_000 + index * 137);
  const fields = { item: 'BDG-RNT', actualCost: { amount: usd(chf), currency: 'CHF' }, evidence: `EV-${index}` };
  return recording(model, number, on, fields, { chf });
}

const own = (item, rate) => (model, a, b, c) => {
  const hundredths = BigInt(item === 'DOC-CTL' ? ((b % 6) + 1) * 50 : ((b % 9) + 1) * 100); // of people there are whole ones
  return recording(model, pick(numbers, a), earlier(model, c), { item, quantity: quantityOf(hundredths) }, { own: rate, hundredths });
}; // oxfmt-ignore

export const charges = {
  recordDays: own('DOC-CTL', 92_000n),
  recordParticipants: own('REG-PAX', 650n),
  recordPassThrough: (model, a, b, c) => passThrough(model, pick(numbers, a), earlier(model, c), b),
  recordOnTheDayOfARate: (model, a, b, c) => {
    const days = [...model.rates.keys()].filter((day) => day >= '2025-03-01' && day <= model.today);
    return passThrough(model, pick(numbers, a), pick(days, c) ?? '2025-03-03', b);
  },
  recordTrip: (model, a, b, c) => tripOf(model, earlier(model, c), BigInt(20_000 + b * 91), a % 5),
  recordTheFuture: (model, a, b) =>
    recording(
      model,
      pick(numbers, a),
      plus(model.today, 1 + (b % 20)),
      { item: 'DOC-CTL' },
      { own: 92_000n, hundredths: 100n },
    ),
  recordOutside: (model, a) =>
    recording(model, pick(numbers, a), '2025-02-28', { item: 'DOC-CTL' }, { own: 92_000n, hundredths: 100n }),
  recordAgain: (model, a, b) => {
    const { id, agreement } = chargeOf(model, b);
    if (!model.charges.has(id)) return charges.recordDays(model, a, b, 5);
    return recording(model, agreement, '2025-03-03', { item: 'DOC-CTL' }, { own: 92_000n, hundredths: 100n }, id);
  },
  receive: (model, a) => {
    const charge = chargeOf(model, a);
    return transition(charge, 'receipt', `${termsOf(model, charge).client}.finance`, undefined, () =>
      model.receive(charge.id),
    );
  },
  receiveStale: (model, a) => {
    const charge = chargeOf(model, a);
    const seen = (charge.version ?? 0) + 1;
    return transition(charge, 'receipt', `${termsOf(model, charge).client}.finance`, seen, () =>
      model.receive(charge.id, seen),
    );
  },
  receiveForTheOtherSide: (model, a) => {
    const charge = chargeOf(model, a);
    return transition(charge, 'receipt', finance(termsOf(model, charge)), undefined, () =>
      model.charges.has(charge.id) ? 'ACTS_FOR_THE_OTHER_SIDE' : 'UNKNOWN_CHARGE',
    );
  },
  certify: (model, a) => {
    const charge = chargeOf(model, a);
    return transition(charge, 'certification', certifier(model, charge), charge.version, () =>
      model.certify([charge.id]),
    );
  },
  certifyLate: (model, a) => {
    const charge = pick([...model.charges.values()].filter(({ state, on }) => state === 'RECEIVED' && model.isClosed(on)), a) ?? chargeOf(model, a);
    const reason = 'the receipt came late';
    const expect = () => model.certify([charge.id], { reason });
    return { ...transition(charge, 'certification', certifier(model, charge), charge.version, expect), body: { adjustmentReason: reason } };
  }, // oxfmt-ignore
  certifyStale: (model, a) => {
    const charge = chargeOf(model, a);
    const seen = (charge.version ?? 0) + 2;
    return transition(charge, 'certification', certifier(model, charge), seen, () =>
      model.certify([charge.id], { seen }),
    );
  },
  certifyWithoutDesignation: (model, a) => {
    const charge = chargeOf(model, a);
    return transition(charge, 'certification', `${termsOf(model, charge).client}.finance`, undefined, () =>
      model.charges.has(charge.id) ? 'NOT_DESIGNATED' : 'UNKNOWN_CHARGE',
    );
  },
  certifyMany: (model, a, b) => {
    const under = model.chargesUnder(pick(numbers, a));
    const waiting = under.filter(({ state }) => state === 'RECEIVED');
    const named = (b % 3 === 0 ? under : waiting).slice(0, 4);
    if (named.length === 0) return charges.certify(model, a);
    const ids = named.map(({ id }) => id);
    return {
      by: certifier(model, named[0]),
      path: '/api/v1/charges/certifications',
      body: { charges: ids },
      expect: () => model.certify(ids),
    };
  },
  tryToCertify: (model, a) => {
    const charge = chargeOf(model, a);
    const tried = transition(charge, 'certification', certifier(model, charge), undefined, () =>
      copyOf(model).certify([charge.id]),
    );
    return { ...tried, path: `${tried.path}?dryRun=true` };
  },
};

function copyOf(model) {
  return Object.setPrototypeOf(structuredClone({ ...model, last: undefined }), ModelBooks.prototype);
}
