/**
 * What can be asked of the books, each as a request and as the verb of the model that says what must come of it. A command
 * chooses among what is there by three numbers, so that it means something in every state, and shrinks well.
 */
import { randomUUID } from 'node:crypto';
import { ModelBooks } from './model-books.mjs';
import { done, outcomeOf } from './in-process.mjs';

const finance = ({ provider }) => `${provider}.finance`;
const numbers = ['MODEL-A', 'MODEL-B'];
const pick = (list, index) => (list.length === 0 ? undefined : list[index % list.length]);
const usd = (cents) => {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const plus = (day, days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const dayIn2025 = (index) => plus('2025-03-01', index % 300);
const chargeOf = (model, index) =>
  pick([...model.charges.values()], index) ?? { id: 'NO-CHARGE', agreement: numbers[index % 2] };
const termsOf = (model, charge) => model.terms[charge.agreement];

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
function tripOf(model, on, ticket, terminals) {
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

function passThrough(model, number, on, index) {
  const chf = BigInt(10_000 + index * 137);
  const fields = { item: 'BDG-RNT', actualCost: { amount: usd(chf), currency: 'CHF' }, evidence: `EV-${index}` };
  return recording(model, number, on, fields, { chf });
}

const quantityOf = (hundredths) => usd(hundredths);
const own = (item, rate) => (model, a, b, c) => {
  const hundredths = BigInt(item === 'DOC-CTL' ? ((b % 6) + 1) * 50 : (b % 900) + 1);
  return recording(model, pick(numbers, a), earlier(model, c), { item, quantity: quantityOf(hundredths) }, { own: rate, hundredths });
}; // prettier-ignore

/** A day of delivery that has come. */
function earlier(model, index) {
  const on = dayIn2025(index);
  return on > model.today ? '2025-03-03' : on;
}

function transition(charge, what, by, seen, expect) {
  return { by, path: `/api/v1/charges/${charge.id}/${what}`, seen: seen === undefined ? '*' : `"${seen}"`, expect };
}

const certifier = (model, charge) => `${termsOf(model, charge).client}.certifying`;
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

function settling(model, documents) {
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
    expect: () => model.settle(documents.length === 0 ? [undefined] : documents),
  };
}

const issued = (model) => model.documents.filter(({ number }) => number !== null);
const rateBody = (on, milli) => ({ rates: [{ currency: 'CHF', effectiveOn: on, unitsPerUsd: `0.${String(milli).padStart(3, '0')}` }] }); // prettier-ignore
const certifiedOf = (model, number) => [...model.charges.values()].filter(({ agreement, state }) => agreement === number && state === 'CERTIFIED'); // prettier-ignore

/** Name -> (model, a, b, c, real) => the request, and what the model says of it. */
export const requests = {
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
    if (!model.charges.has(id)) return requests.recordDays(model, a, b, 5);
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
  certifyStale: (model, a) => {
    const charge = chargeOf(model, a);
    const seen = (charge.version ?? 0) + 2;
    return transition(charge, 'certification', certifier(model, charge), seen, () => model.certify([charge.id], seen));
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
    const charges = (b % 3 === 0 ? under : waiting).slice(0, 4);
    if (charges.length === 0) return requests.certify(model, a);
    const ids = charges.map(({ id }) => id);
    return {
      by: certifier(model, charges[0]),
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
  issueLast: (model, _a, _b, _c, real) => requests.issue(model, Math.max(0, model.documents.length - 1), 0, 0, real),
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
      const hundredths = BigInt((c % Number((charge?.hundredths ?? 100n) + 20n)) + 1);
      return { hundredths, body: { quantity: quantityOf(hundredths) } };
    }),
  creditAll: (model, a, b, _c, real) =>
    crediting(model, real, a, b, (charge) => {
      if (charge === undefined || charge.own !== null) {
        const left = charge === undefined ? 100n : charge.hundredths - charge.creditedHundredths;
        const hundredths = left === 0n ? 1n : left;
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
  settle: (model, a) =>
    settling(
      model,
      [pick(issued(model), a)].filter((one) => one !== undefined),
    ),
  settleWithCredits: (model, a) => {
    const invoice = pick(issued(model).filter(({ type }) => type === 'INVOICE'), a);
    return settling(model, invoice === undefined ? [] : [invoice, ...issued(model).filter(({ corrects }) => corrects === invoice)]);
  }, // prettier-ignore
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
    }; // prettier-ignore
  },
  loadRate: (model, a, b) => loading(model, dayIn2025(a), BigInt(700 + (b % 250))),
  loadRateOtherwise: (model, a) => {
    const [on, milli] = pick([...model.rates], a);
    return loading(model, on, milli === 777n ? 778n : 777n);
  },
};

function loading(model, on, milli) {
  return {
    by: 'BRS.finance',
    path: '/api/v1/operational-rates',
    body: rateBody(on, milli),
    expect: () => model.loadRate(on, milli),
  };
}

function preparing(model, number, ids) {
  return {
    by: finance(model.terms[number]),
    path: '/api/v1/invoices',
    body: { agreement: number, charges: ids },
    expect: () => model.prepare(number, ids),
  };
}

function signing(model, number, side, on) {
  const by = `${side === 'PROVIDER' ? model.terms[number].provider : model.terms[number].client}.approving`;
  return {
    by,
    path: `/api/v1/agreements/${number}/signatures`,
    body: { side, signedOn: on },
    expect: () => model.sign(number, side, on),
  };
}

/** Of the ceiling of MODEL-B and of its budget line, whichever is less. */
function leftOf(model) {
  const agreement = model.agreements.get('MODEL-B');
  if (agreement === undefined) return 92_000n;
  const line = model.lines[agreement.clientLines[0]];
  const [one, other] = [agreement.ceiling - agreement.charged, line.allotment - line.charged];
  return one < other ? one : other;
}

function copyOf(model) {
  return Object.setPrototypeOf(structuredClone({ ...model, last: undefined }), ModelBooks.prototype);
}

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
  deliver: async (model, real, a, b) => {
    await asked('recordParticipants', [a, b, 5], model, real);
    const last = Math.max(0, model.charges.size - 1);
    await asked('receive', [last, 0, 0], model, real);
    await asked('certify', [last, 0, 0], model, real);
  },
  bill: async (model, real, a) => {
    await asked('prepare', [a, 0, 0], model, real);
    await asked('issueLast', [0, 0, 0], model, real);
  },
  giveBack: async (model, real, a, b, c) => {
    await asked(c % 2 === 0 ? 'creditAll' : 'creditUnits', [a, b, c], model, real);
    const last = Math.max(0, model.documents.length - 1);
    await asked(c % 3 === 0 ? 'discard' : 'issue', [last, 0, 0], model, real);
  },
  restart: (_, real) => real.books.restart(),
  verify: (model, real) => verified(model, real),
};

/** Sends the request of that name, and compares what came of it with what the model says. Errors: Differs. */
export function asked(name, [a, b, c], model, real) {
  return sent(name, requests[name](model, a, b, c, real), model, real);
}

async function sent(name, { expect, check, ...request }, model, real) {
  const drafts = model.documents.length;
  const expected = expect();
  const key = randomUUID();
  const answer = await real.books.ask('POST', request.path, { ...request, key });
  const outcome = outcomeOf(answer);
  if (outcome !== expected)
    throw new Differs(`${name} ${request.path} by ${request.by}: ${outcome}, and the model says ${expected}`);
  if (outcome !== 'ok') return;
  if (model.documents.length > drafts) real.ids.push(answer.body.id);
  if (!request.path.includes('dryRun')) model.last = { ...request, key, text: answer.text };
  const difference = check?.(answer.body);
  if (difference) throw new Differs(difference);
}

/** All that the model knows, against the tables. Errors: Differs. */
export async function verified(model, { books: { query, ask }, ids }) {
  const same = (what, found, modelled) => {
    const [left, right] = [found.toSorted().join('\n'), modelled.toSorted().join('\n')];
    if (left !== right) throw new Differs(`${what}:\n${left}\nand the model has\n${right}`);
  };
  const texts = async (sql) => (await query(sql)).map(({ text }) => text);
  same(
    'charges',
    await texts(`select concat_ws(' ', id, state, version, amount_usd, credited_usd, trim_scale(credited_quantity), (
        select string_agg(amount_usd || '-' || credited_usd, ',' order by position) from charging.charge_allocation
        where charge = charge.id and side = 'CLIENT')) as text from charging.charge`),
    [...model.charges.values()].map((one) =>
      [one.id, one.state, one.version, usd(one.cents), usd(one.credited), trimmed(one.creditedHundredths), one.client.map((share, index) => `${usd(share)}-${usd(one.givenBack[index])}`)].join(' '),
    ), // prettier-ignore
  );
  same(
    'agreements',
    await texts(`select concat_ws(' ', number, version, charged_usd, signed_on is not null) as text from agreements.agreement`),
    [...model.agreements.values()].map(({ number, version, charged }) => [number, version, usd(charged), model.isSigned(number) ? 't' : 'f'].join(' ')),
  ); // prettier-ignore
  same(
    'budget lines',
    await texts(`select code || ' ' || charged_usd as text from budget.budget_line where charged_usd <> 0`),
    Object.entries(model.lines).filter(([, { charged }]) => charged !== 0n).map(([code, { charged }]) => `${code} ${usd(charged)}`),
  ); // prettier-ignore
  same(
    'documents',
    await texts(`select concat_ws(' ', id, type, state, version, coalesce(number, '-'), total_usd) as text from invoicing.invoice`),
    model.documents.map((one, place) => [ids[place], one.type, one.state, one.version, one.number ?? '-', usd(model.totalOf(one))].join(' ')),
  ); // prettier-ignore
  same(
    'balances',
    await texts(`select concat_ws(' ', entry.book, account, sum(amount_usd)) as text from ledger.posting join ledger.journal_entry as entry
      on entry.id = entry_id group by entry.book, account having sum(amount_usd) <> 0`),
    Object.entries(model.balances).filter(([, cents]) => cents !== 0n).map(([key, cents]) => `${key} ${usd(cents)}`),
  ); // prettier-ignore
  await done(ask('GET', '/api/v1/bienniums/2024-2025/totals'));
}

function trimmed(hundredths) {
  const text = usd(hundredths).replace(/\.?0+$/, '');
  return text === '' ? '0' : text;
}

export class Differs extends Error {}
