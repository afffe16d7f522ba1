/**
 * The books as an accountant would keep them on paper: who may do what, in which state, up to which ceiling, and what it
 * comes to. Plain numbers in whole cents, and nothing of the product: what both say must be the same. Each verb returns
 * "ok" or the code of the refusal, and changes nothing where it refuses.
 */

import { ModelMonths } from './months.mjs';

/** Half up, on whole numbers: 5 / 2 -> 3. */
const halfUp = (numerator, denominator) => (2n * numerator + denominator) / (2n * denominator);
const sum = (amounts) => amounts.reduce((total, amount) => total + amount, 0n);
const least = (a, b) => (a < b ? a : b);

/** Largest remainder, the earlier first. */
function shares(cents, weights) {
  const total = sum(weights);
  const parts = weights.map((weight) => (cents * weight) / total);
  const rest = weights.map((weight, index) => [(cents * weight) % total, index]);
  rest.sort(([a, i], [b, j]) => (a === b ? i - j : a > b ? -1 : 1));
  const missing = Number(cents - sum(parts));
  for (const [, index] of rest.slice(0, missing)) parts[index] += 1n;
  return parts;
}

export class ModelBooks extends ModelMonths {
  /** `terms`: agreements by number; `lines`: allotment by code; `rates`: { effectiveOn, milli } of CHF. */
  constructor({ terms, lines, rates, today }) {
    super(today);
    this.terms = terms;
    this.lines = Object.fromEntries(
      Object.entries(lines).map(([code, allotment]) => [code, { allotment, charged: 0n }]),
    );
    this.rates = new Map(rates.map(({ effectiveOn, milli }) => [effectiveOn, milli]));
    this.waitingRates = [];
    this.agreements = new Map();
    this.charges = new Map();
    this.documents = [];
    this.settlements = []; // as they were proposed
    this.series = {};
    this.balances = {};
  }

  draft(number) {
    if (this.agreements.has(number)) return 'AGREEMENT_NUMBER_TAKEN';
    this.agreements.set(number, { ...this.terms[number], number, sides: new Set(), version: 1, charged: 0n });
    return 'ok';
  }

  isSigned(number) {
    return this.agreements.get(number).sides.size === 2;
  }

  sign(number, side, on) {
    const agreement = this.agreements.get(number);
    if (agreement === undefined) return 'UNKNOWN_AGREEMENT';
    if (on > this.today) return 'SIGNED_IN_THE_FUTURE';
    if (agreement.sides.has(side)) return 'ALREADY_SIGNED';
    agreement.sides.add(side);
    agreement.version += 1;
    if (this.isSigned(number))
      for (const charge of this.chargesUnder(number)) if (charge.state === 'PROVISIONAL') this.move(charge, 'RECORDED');
    return 'ok';
  }

  chargesUnder(number) {
    return [...this.charges.values()].filter(({ agreement }) => agreement === number);
  }

  /** `price`: { own: rate in cents, hundredths } | { chf: cents } | { usd: cents }. */
  record({ id, agreement: number, on, price }) {
    const agreement = this.agreements.get(number);
    if (agreement === undefined) return 'UNKNOWN_AGREEMENT';
    if (on < agreement.effectiveOn || on > agreement.endsOn) return 'DELIVERED_OUTSIDE_AGREEMENT';
    if (on > this.today) return 'DELIVERED_IN_THE_FUTURE';
    const cents = this.priced(price, on);
    if (this.charges.has(id)) return 'CHARGE_ID_TAKEN';
    this.charges.set(id, {
      id,
      on,
      agreement: number,
      state: this.isSigned(number) ? 'RECORDED' : 'PROVISIONAL',
      version: 1,
      cents,
      credited: 0n,
      own: price.own ?? null,
      hundredths: price.hundredths ?? 100n,
      creditedHundredths: 0n,
      client: shares(cents, agreement.clientWeights),
      givenBack: agreement.clientWeights.map(() => 0n),
    });
    return 'ok';
  }

  priced({ own, hundredths, chf, usd }, on) {
    if (own !== undefined) return halfUp(own * hundredths, 100n);
    if (usd !== undefined) return usd;
    const days = [...this.rates.keys()].filter((day) => day <= on).sort();
    return halfUp(chf * 1000n, this.rates.get(days.at(-1)));
  }

  /** In force once two have loaded the same; until then it prices nothing, and others may wait beside it. */
  loadRate(on, milli, by) {
    const known = this.rates.get(on);
    if (known !== undefined) return known === milli ? 'ok' : 'RATE_PUBLISHED_OTHERWISE';
    const first = this.waitingRates.find((rate) => rate.on === on && rate.milli === milli);
    if (first === undefined) this.waitingRates.push({ on, milli, by });
    else if (first.by !== by) {
      this.rates.set(on, milli);
      this.waitingRates = this.waitingRates.filter((rate) => rate.on !== on);
    }
    return 'ok';
  }

  move(charge, state) {
    charge.state = state;
    charge.version += 1;
  }

  /** Unknown, changed since it was seen, or in none of these states for it. */
  refusalOf(id, seen, ...from) {
    const charge = this.charges.get(id);
    if (charge === undefined) return 'UNKNOWN_CHARGE';
    if (seen !== undefined && seen !== charge.version) return 'CHARGE_CHANGED_MEANWHILE';
    if (from.includes(charge.state)) return null;
    return charge.state === 'PROVISIONAL' ? 'CHARGE_IS_PROVISIONAL' : 'CHARGE_NOT_IN_STATE';
  }

  receive(id, seen) {
    const refusal = this.refusalOf(id, seen, 'RECORDED');
    if (refusal !== null) return refusal;
    this.move(this.charges.get(id), 'RECEIVED');
    return 'ok';
  }

  /** Takes a step that posts nothing. Errors: as `refusalOf`. */
  take(id, seen, froms, to) {
    const refusal = this.refusalOf(id, seen, ...froms);
    if (refusal !== null) return refusal;
    this.move(this.charges.get(id), to);
    return 'ok';
  }

  returns(id) {
    return this.take(id, undefined, ['RECORDED', 'RECEIVED'], 'RETURNED');
  }

  resubmit(id) {
    return this.refusalOfBilled(id) ?? this.take(id, undefined, ['RETURNED'], 'RECORDED');
  }

  withdraw(id, seen) {
    const froms = ['PROVISIONAL', 'RECORDED', 'RECEIVED', 'RETURNED'];
    return this.refusalOfBilled(id, seen) ?? this.take(id, seen, froms, 'WITHDRAWN');
  }

  askReversal(id) {
    const refusal = this.refusalOfBilled(id) ?? this.refusalOf(id, undefined, 'CERTIFIED');
    if (refusal !== null) return refusal;
    if (this.liveInvoiceOf(id) !== undefined) return 'CORRECTED_BY_CREDIT_NOTE';
    return this.take(id, undefined, ['CERTIFIED'], 'REVERSING');
  }

  keepCertified(id) {
    return this.refusalOfBilled(id) ?? this.take(id, undefined, ['REVERSING'], 'CERTIFIED');
  }

  /** Frees what its certification took up, and posts it back today. */
  reverse(id) {
    const refusal = this.refusalOfBilled(id) ?? this.take(id, undefined, ['REVERSING'], 'REVERSED');
    if (refusal !== 'ok') return refusal;
    const { agreement: number, cents, own, client } = this.charges.get(id);
    const agreement = this.agreements.get(number);
    for (const [index, line] of agreement.clientLines.entries()) this.lines[line].charged -= client[index];
    agreement.charged -= cents;
    const recovery = own === null ? 'PASS_THROUGH_RECOVERY' : 'RECOVERY_INCOME';
    this.post(number, cents, ['PAYABLE_UNBILLED', 'EXPENDITURE'], [recovery, 'RECEIVABLE_UNBILLED']);
    return 'ok';
  }

  /** What is on an issued invoice is corrected in one way only. */
  refusalOfBilled(id, seen) {
    const { state, version } = this.charges.get(id) ?? {};
    const isRead = seen === undefined || seen === version;
    return isRead && ['INVOICED', 'SETTLED'].includes(state) ? 'CORRECTED_BY_CREDIT_NOTE' : null;
  }

  /** All of them or none: late ones for a reason; lines first, then agreements. */
  certify(ids, { seen, reason } = {}) {
    for (const id of ids) if (!this.charges.has(id)) return 'UNKNOWN_CHARGE';
    for (const id of [...ids].sort()) {
      const refusal = this.refusalOf(id, seen, 'RECEIVED');
      if (refusal !== null) return refusal;
    }
    const charges = ids.map((id) => this.charges.get(id));
    if (reason === undefined && charges.some(({ on }) => this.isClosed(on))) return 'ADJUSTMENT_NEEDS_REASON';
    const perLine = {};
    const perAgreement = {};
    for (const charge of charges) {
      const { clientLines } = this.agreements.get(charge.agreement);
      for (const [index, line] of clientLines.entries()) perLine[line] = (perLine[line] ?? 0n) + charge.client[index];
      perAgreement[charge.agreement] = (perAgreement[charge.agreement] ?? 0n) + charge.cents;
    }
    for (const [line, more] of Object.entries(perLine))
      if (this.lines[line].charged + more > this.lines[line].allotment) return 'BUDGET_LINE_EXCEEDED';
    for (const [number, more] of Object.entries(perAgreement)) {
      const agreement = this.agreements.get(number);
      if (agreement.charged + more > agreement.ceiling) return 'AGREEMENT_CEILING_EXCEEDED';
    }
    for (const [line, more] of Object.entries(perLine)) this.lines[line].charged += more;
    for (const charge of charges) {
      this.agreements.get(charge.agreement).charged += charge.cents;
      this.move(charge, 'CERTIFIED');
      const recovery = charge.own === null ? 'PASS_THROUGH_RECOVERY' : 'RECOVERY_INCOME';
      const providers = ['RECEIVABLE_UNBILLED', recovery];
      this.post(charge.agreement, charge.cents, ['EXPENDITURE', 'PAYABLE_UNBILLED'], providers, charge.on);
    }
    return 'ok';
  }

  /** Debit and credit of the client, debit and credit of the provider; of today, but for the delivery of a cost. */
  post(number, cents, client, provider, day = this.today) {
    const agreement = this.agreements.get(number);
    const postings = [
      [agreement.client, client],
      [agreement.provider, provider],
    ].flatMap(([book, [debit, credit]]) => [
      [`${book} ${debit}`, cents],
      [`${book} ${credit}`, -cents],
    ]);
    for (const [key, amount] of postings) this.balances[key] = (this.balances[key] ?? 0n) + amount;
    this.enter(day, postings);
  }

  liveInvoiceOf(id) {
    return this.documents.find(({ type, state, lines }) => type === 'INVOICE' && state !== 'DISCARDED' && lines.some(({ charge }) => charge === id)); // oxfmt-ignore
  }

  prepare(number, ids) {
    if (!this.agreements.has(number)) return 'UNKNOWN_AGREEMENT';
    if (!this.isSigned(number)) return 'AGREEMENT_NOT_SIGNED';
    for (const id of ids) if (!this.charges.has(id)) return 'UNKNOWN_CHARGE';
    if (new Set(ids).size !== ids.length) return 'CHARGE_TWICE_ON_INVOICE';
    for (const id of [...ids].sort()) {
      if (this.charges.get(id).agreement !== number) return 'CHARGE_OF_ANOTHER_AGREEMENT';
      if (this.liveInvoiceOf(id) !== undefined) return 'CHARGE_INVOICED_ALREADY';
    }
    for (const id of [...ids].sort()) {
      const refusal = this.refusalOf(id, undefined, 'CERTIFIED');
      if (refusal !== null) return refusal;
    }
    const lines = ids.map((id) => ({ charge: id, cents: this.charges.get(id).cents }));
    return this.keep('INVOICE', number, lines, null);
  }

  keep(type, agreement, lines, corrects) {
    this.documents.push({ type, agreement, lines, corrects, state: 'DRAFT', version: 1, number: null });
    return 'ok';
  }

  totalOf({ type, lines }) {
    const total = sum(lines.map(({ cents }) => cents));
    return type === 'INVOICE' ? total : -total;
  }

  issue(document, seen) {
    if (document === undefined) return 'UNKNOWN_INVOICE';
    if (seen !== undefined && seen !== document.version) return 'INVOICE_CHANGED_MEANWHILE';
    if (document.state !== 'DRAFT') return 'INVOICE_NOT_IN_STATE';
    const { provider, clientLines } = this.agreements.get(document.agreement);
    document.number = this.nextNumber(provider, document.type);
    document.state = 'ISSUED';
    document.version += 1;
    document.on = this.today;
    if (document.type === 'INVOICE') {
      for (const { charge } of document.lines) this.move(this.charges.get(charge), 'INVOICED');
      const [client, provider] = [['PAYABLE_UNBILLED', 'PAYABLE'], ['RECEIVABLE', 'RECEIVABLE_UNBILLED']]; // oxfmt-ignore
      this.post(document.agreement, this.totalOf(document), client, provider);
      return 'ok';
    }
    for (const { charge: id, cents, client } of document.lines) {
      const charge = this.charges.get(id);
      for (const [index, line] of clientLines.entries()) this.lines[line].charged -= client[index];
      this.agreements.get(document.agreement).charged -= cents;
      const isLast = !this.documents.some(({ type, state, lines }) => type === 'CREDIT_NOTE' && state === 'DRAFT' && lines.some((line) => line.charge === id)); // oxfmt-ignore
      if (isLast && charge.credited === charge.cents && ['INVOICED', 'SETTLED'].includes(charge.state))
        this.move(charge, 'CREDITED');
      const recovery = charge.own === null ? 'PASS_THROUGH_RECOVERY' : 'RECOVERY_INCOME';
      this.post(document.agreement, cents, ['PAYABLE', 'EXPENDITURE'], [recovery, 'RECEIVABLE']);
    }
    return 'ok';
  }

  nextNumber(provider, type) {
    const word = { INVOICE: '', CREDIT_NOTE: '-CN', NETTING: '-NET' }[type];
    const series = `${provider}${word}-${this.today.slice(0, 4)}`;
    this.series[series] = (this.series[series] ?? 0) + 1;
    return `${series}-${String(this.series[series]).padStart(4, '0')}`;
  }

  discard(document) {
    if (document === undefined) return 'UNKNOWN_INVOICE';
    if (document.state !== 'DRAFT') return 'INVOICE_NOT_IN_STATE';
    document.state = 'DISCARDED';
    document.version += 1;
    if (document.type === 'CREDIT_NOTE')
      for (const { charge: id, cents, hundredths, client } of document.lines) {
        const charge = this.charges.get(id);
        charge.credited -= cents;
        charge.creditedHundredths -= hundredths;
        charge.givenBack = charge.givenBack.map((given, index) => given - client[index]);
        charge.version += 1;
      }
    return 'ok';
  }

  /** Units of an own service, or cents of a pass-through cost. */
  credit(invoice, id, { hundredths, cents }) {
    if (invoice === undefined || invoice.number === null || invoice.type !== 'INVOICE') return 'UNKNOWN_INVOICE';
    const charge = this.charges.get(id);
    if (charge === undefined) return 'UNKNOWN_CHARGE';
    if (this.liveInvoiceOf(id) !== invoice) return 'CHARGE_NOT_ON_INVOICE';
    const left = charge.cents - charge.credited;
    let amount = cents;
    if ((hundredths === undefined) !== (charge.own === null)) return 'CREDIT_IN_WRONG_TERMS';
    if (hundredths !== undefined) {
      const unitsLeft = charge.hundredths - charge.creditedHundredths;
      if (hundredths > unitsLeft) return 'CREDIT_ABOVE_REMAINDER';
      amount = hundredths === unitsLeft ? left : least(left, halfUp(charge.own * hundredths, 100n));
    } else if (amount > left) return 'CREDIT_ABOVE_REMAINDER';
    const client = this.shareOfCredit(charge, amount, left);
    charge.credited += amount;
    charge.creditedHundredths += hundredths ?? 0n;
    charge.givenBack = charge.givenBack.map((given, index) => given + client[index]);
    charge.version += 1;
    return this.keep('CREDIT_NOTE', charge.agreement, [{ charge: id, cents: amount, hundredths: hundredths ?? 0n, client }], invoice); // oxfmt-ignore
  }

  /** As the charge was shared; a cent that would go beyond a fund's share goes to the first that has one left. */
  shareOfCredit(charge, amount, left) {
    const room = charge.client.map((share, index) => share - charge.givenBack[index]);
    if (amount === left) return room;
    const wanted = shares(amount, this.agreements.get(charge.agreement).clientWeights);
    const given = wanted.map((part, index) => least(part, room[index]));
    let over = amount - sum(given);
    return given.map((part, index) => {
      const more = least(over, room[index] - part);
      over -= more;
      return part + more;
    });
  }

  /** It holds its documents until somebody decides it; nothing is posted. */
  propose(documents) {
    if (documents.some((document) => document === undefined || document.number === null)) return 'UNKNOWN_INVOICE';
    if (documents.some(({ state }) => state === 'SETTLED')) return 'DOCUMENT_SETTLED_ALREADY';
    const total = sum(documents.map((document) => this.totalOf(document)));
    if (total <= 0n) return 'SETTLEMENT_NOT_POSITIVE';
    const held = this.settlements.filter(({ state }) => state === 'PROPOSED').flatMap((waiting) => waiting.documents);
    if (documents.some((document) => held.includes(document))) return 'DOCUMENT_PROPOSED_ALREADY';
    this.settlements.push({ documents, total, day: this.today, state: 'PROPOSED' });
    return 'ok';
  }

  refusalToDecide(settlement) {
    if (settlement === undefined) return 'UNKNOWN_SETTLEMENT';
    return settlement.state === 'PROPOSED' ? null : 'SETTLEMENT_DECIDED_ALREADY';
  }

  returnSettlement(settlement) {
    const refusal = this.refusalToDecide(settlement);
    if (refusal !== null) return refusal;
    settlement.state = 'RETURNED';
    return 'ok';
  }

  /** By another than proposed it. Where the month of its day was closed meanwhile, it is proposed anew, with a reason. */
  approveSettlement(settlement) {
    const refusal = this.refusalToDecide(settlement);
    if (refusal !== null) return refusal;
    const { documents, total, day } = settlement;
    if (this.isClosed(day)) return 'SETTLEMENT_LACKS_REASON';
    settlement.state = 'SETTLED';
    this.post(
      documents[0].agreement,
      total,
      ['PAYABLE', 'INTERFUND_CLEARING'],
      ['INTERFUND_CLEARING', 'RECEIVABLE'],
      day,
    );
    for (const document of documents) {
      document.state = 'SETTLED';
      document.version += 1;
      if (document.type === 'INVOICE')
        for (const { charge } of document.lines)
          if (this.charges.get(charge).state === 'INVOICED') this.move(this.charges.get(charge), 'SETTLED');
    }
    return 'ok';
  }

  /** What `client` still owes by its documents; numbers a statement by the one who asks. */
  net(by, other) {
    const open = (client) =>
      sum(
        this.documents
          .filter(({ state, agreement }) => state === 'ISSUED' && this.agreements.get(agreement).client === client)
          .map((document) => this.totalOf(document)),
      );
    const net = open(by) - open(other);
    return { number: this.nextNumber(by, 'NETTING'), net: net < 0n ? -net : net };
  }
}
