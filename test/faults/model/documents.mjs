/** Invoices, credit notes, settlements and netting statements, as requests and as the verbs of the model. */
import { chargeOf, finance, numbers, pick, quantityOf, usd } from './choices.mjs';

const documentPath = (real, document, verb) =>
  `/api/v1/invoices/${document === undefined ? '00000000-0000-7000-8000-000000000000' : real.ids[document.place]}/${verb}`;
const providerOf = (model, document) => model.terms[document?.agreement ?? 'MODEL-A'].provider;
const documentAt = (model, index) => {
  const place = model.documents.length === 0 ? undefined : index % model.documents.length;
  return place === undefined ? undefined : Object.assign(model.documents[place], { place });
};
const invoiceAt = (model, index) => {
  const places = model.documents.flatMap(({ type }, place) => (type === 'INVOICE' ? [place] : []));
  return places.length === 0 ? undefined : documentAt(model, pick(places, index));
};

function issuing(model, real, document, by, seen, expect) {
  return { by, path: documentPath(real, document, 'issuance'), seen: seen === undefined ? '*' : `"${seen}"`, expect };
}

function crediting(model, real, index, line, terms) {
  const invoice = invoiceAt(model, index);
  const charge = pick(invoice?.lines ?? [], line)?.charge ?? 'NO-CHARGE';
  const { body, ...wanted } = terms(model.charges.get(charge));
  const named = invoice === undefined ? 'MINAMATA-2025-9999' : (invoice.number ?? real.ids[invoice.place]);
  return {
    by: `${providerOf(model, invoice)}.finance`,
    path: `/api/v1/invoices/${named}/credit-notes`,
    body: { lines: [{ charge, ...body }], reason: 'given back' },
    expect: () => model.credit(invoice, charge, wanted),
  };
}

function proposing(model, documents) {
  const client = model.terms[documents[0]?.agreement ?? 'MODEL-A'].client;
  model.vouchers = (model.vouchers ?? 0) + 1;
  return {
    by: `${client}.finance`,
    path: '/api/v1/settlements',
    body: {
      documents: documents.length === 0 ? ['BRS-2025-9999'] : documents.map(({ number }) => number),
      method: 'JOURNAL_VOUCHER',
      externalNumber: `JV-${model.vouchers}`,
      valueOn: model.today,
    },
    expect: () => model.propose(documents.length === 0 ? [undefined] : documents),
  };
}

/** Of a settlement that was proposed, by an approving officer of its payer. */
function deciding(model, real, index, step, expect, body = {}) {
  const place = model.settlements.length === 0 ? undefined : index % model.settlements.length;
  const settlement = model.settlements[place];
  const client = model.terms[settlement?.documents[0].agreement ?? 'MODEL-A'].client;
  const named = place === undefined ? '00000000-0000-7000-8000-000000000000' : real.settlements[place];
  return {
    by: `${client}.approving`,
    path: `/api/v1/settlements/${named}/${step}`,
    seen: '*',
    body,
    expect: () => expect(settlement),
  };
}

const issued = (model) => model.documents.filter(({ number }) => number !== null);
const certifiedOf = (model, number) => [...model.charges.values()].filter(({ agreement, state }) => agreement === number && state === 'CERTIFIED'); // oxfmt-ignore

export const documents = {
  prepare: (model, a, b) => {
    const number = pick(numbers, a);
    const all = certifiedOf(model, number).map(({ id }) => id);
    return preparing(model, number, all.length === 0 ? [chargeOf(model, b).id] : all.slice(b % all.length));
  },
  prepareTwice: (model, a, b) => preparing(model, pick(numbers, a), [chargeOf(model, b).id, chargeOf(model, b).id]),
  prepareAny: (model, a, b) => preparing(model, pick(numbers, a), [chargeOf(model, b).id]),
  discard: (model, a, _b, _c, real) => {
    const document = documentAt(model, a);
    return {
      by: `${providerOf(model, document)}.finance`,
      path: documentPath(real, document, 'discard'),
      seen: '*',
      expect: () => model.discard(document),
    };
  },
  issue: (model, a, _b, _c, real) => {
    const document = documentAt(model, a);
    return issuing(model, real, document, `${providerOf(model, document)}.approving`, document?.version, () =>
      model.issue(document),
    );
  },
  issueLast: (model, _a, _b, _c, real) => documents.issue(model, Math.max(0, model.documents.length - 1), 0, 0, real),
  issueStale: (model, a, _b, _c, real) => {
    const document = documentAt(model, a);
    const seen = (document?.version ?? 0) + 3;
    return issuing(model, real, document, `${providerOf(model, document)}.approving`, seen, () =>
      model.issue(document, seen),
    );
  },
  issueByPreparer: (model, a, _b, _c, real) => {
    const document = documentAt(model, a);
    return issuing(model, real, document, `${providerOf(model, document)}.finance`, undefined, () =>
      document === undefined ? 'UNKNOWN_INVOICE' : 'NOT_DESIGNATED',
    );
  },
  creditUnits: (model, a, b, c, real) =>
    crediting(model, real, a, b, (charge) => {
      const some = BigInt((c % Number((charge?.hundredths ?? 100n) + 20n)) + 1);
      const least = leastOf(charge);
      const hundredths = ((some + least - 1n) / least) * least;
      return { hundredths, body: { quantity: quantityOf(hundredths) } };
    }),
  creditAll: (model, a, b, _c, real) =>
    crediting(model, real, a, b, (charge) => {
      if (charge === undefined || charge.own !== null) {
        const left = charge === undefined ? 100n : charge.hundredths - charge.creditedHundredths;
        const hundredths = left === 0n ? leastOf(charge) : left;
        return { hundredths, body: { quantity: quantityOf(hundredths) } };
      }
      const cents = charge.cents === charge.credited ? 1n : charge.cents - charge.credited;
      return { cents, body: { amount: { amount: usd(cents), currency: 'USD' } } };
    }),
  creditAmount: (model, a, b, c, real) =>
    crediting(model, real, a, b, () => {
      const cents = BigInt(1 + c * 41);
      return { cents, body: { amount: { amount: usd(cents), currency: 'USD' } } };
    }),
  proposeSettlement: (model, a) =>
    proposing(
      model,
      [pick(issued(model), a)].filter((one) => one !== undefined),
    ),
  proposeWithCredits: (model, a) => {
    const invoice = pick(issued(model).filter(({ type }) => type === 'INVOICE'), a);
    return proposing(model, invoice === undefined ? [] : [invoice, ...issued(model).filter(({ corrects }) => corrects === invoice)]);
  }, // oxfmt-ignore
  approveSettlement: (model, a, _b, _c, real) =>
    deciding(model, real, a, 'approval', (settlement) => model.approveSettlement(settlement)),
  returnSettlement: (model, a, _b, _c, real) =>
    deciding(model, real, a, 'return', (settlement) => model.returnSettlement(settlement), {
      reason: 'a wrong voucher',
    }),
  net: (model, a) => {
    const [by, other] = a % 2 === 0 ? ['BRS', 'MINAMATA'] : ['MINAMATA', 'BRS'];
    let stated;
    return {
      by: `${by}.finance`,
      path: '/api/v1/netting-statements',
      body: { with: other, biennium: '2024-2025', asAt: model.today },
      expect: () => {
        stated = model.net(by, other);
        return 'ok';
      },
      check: ({ number, netUsd }) =>
        number === stated.number && netUsd === usd(stated.net) ? null : `netting ${number} of ${netUsd}, and the model has ${stated.number} of ${usd(stated.net)}`,
    }; // oxfmt-ignore
  },
};

function preparing(model, number, ids) {
  return {
    by: finance(model.terms[number]),
    path: '/api/v1/invoices',
    body: { agreement: number, charges: ids },
    expect: () => model.prepare(number, ids),
  };
}

/** People are whole, days have halves. */
function leastOf(charge) {
  return charge?.own === 650n ? 100n : 50n;
}
