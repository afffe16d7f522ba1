/**
 * A second opinion: what a scenario comes to, worked out from its file with whole numbers and nothing of the product's
 * code. Fractions are pairs of BigInts, amounts are cents, days are compared as text.
 */

type Fraction = readonly [top: bigint, bottom: bigint];

export interface ScenarioFile {
  biennium: string;
  secretariats: { code: string; name: string }[];
  trustFunds: { code: string; name: string; secretariat: string; kind: string; programmeSupportCostRate: string }[];
  meetings: { code: string; title: string; organizer: string; start: string; end: string; place: string }[];
  serviceItems: { code: string; family: string; nature: string; unit: string; title: string }[];
  rateCards: {
    validFrom: string;
    validTo: string;
    currency: string;
    providers: string[];
    rates: Record<string, string>;
  }[];
  operationalRates: { currency: string; effectiveOn: string; unitsPerUsd: string }[];
  dsaRates: { place: string; currency: string; effectiveOn: string; amount: string }[];
  terminalExpenses: { effectiveOn: string; amountUsd: string }[];
  splitKeys: { code: string; validFrom: string; weights: [fund: string, weight: string][] }[];
  budgetLines: { code: string; fund: string; allotmentUsd: string }[];
  agreements: AgreementInFile[];
  charges: ChargeInFile[];
  trips: TripInFile[];
  invoices: {
    ref: string;
    provider: string;
    agreement: string;
    issuedOn: string;
    trips?: string[];
    charges?: string[];
  }[];
  creditNotes: { ref: string; invoice: string; charge: string; quantity: string; issuedOn: string; reason: string }[];
}

export interface AgreementInFile {
  number: string;
  provider: string;
  client: string;
  meeting: string;
  families: string[];
  effectiveOn: string;
  endsOn: string;
  signedOn?: string;
  ceilingUsd: string;
  programmeSupportCost: string;
  travelMode?: string;
  clientAllocation: { families: string[]; splitKey: string | null; budgetLines: Record<string, string> }[];
  providerCredit?: { fund: string; weight: string }[];
  providerCreditSplitKey?: string;
}

export interface ChargeInFile {
  id: string;
  agreement: string;
  item: string;
  quantity: string;
  actualCost?: { currency: string; amount: string };
  deliveredOn: string;
  recordedOn?: string;
}

export interface TripInFile {
  id: string;
  agreement: string;
  party: string;
  ticket: { kind: string; currency: string; amount: string; on: string }[];
  nights: { place: string; first: string; count: number; lodgingProvided?: boolean }[];
  terminals: number;
  endedOn: string;
}

type ByName = Record<string, string>;

export interface ModelAnswer {
  charges: Record<string, { amount: string; client: ByName; provider: ByName; state?: string }>;
  invoices: Record<string, { totalUsd: string; lines: number; byFund: ByName }>;
  creditNotes: Record<string, { totalUsd: string; byFund: ByName }>;
  providerCreditOfInvoice: Record<string, ByName>;
  biennium: {
    owedBy: ByName;
    netPayer: string | null;
    netUsd: string;
    byClientFund: ByName;
    byAgreement: ByName;
    byAgreementAndFamily: ByName;
    programmeSupportCostMemo: ByName;
  };
}

interface Worked {
  readonly agreement: AgreementInFile;
  readonly family: string;
  readonly on: string;
  readonly cents: bigint;
  readonly perUnit: Fraction | null; // dollars of one unit, for a credit
  readonly units: Fraction;
  readonly client: Shares;
  readonly provider: Shares;
}

type Shares = { fund: string; weight: string; cents: bigint }[];

export function modelAnswer(file: ScenarioFile): ModelAnswer {
  const worked = new Map<string, Worked>([
    ...file.charges.map((charge): [string, Worked] => [charge.id, workCharge(file, charge)]),
    ...file.trips.map((trip): [string, Worked] => [trip.id, workTrip(file, trip)]),
  ]);
  const credits = file.creditNotes.map((note) => ({
    note,
    ...workCredit(only(worked.get(note.charge)), note.quantity),
  }));

  const sums = {
    fund: new Sums(),
    supported: new Sums(),
    agreement: new Sums(),
    family: new Sums(),
    client: new Sums(),
  };
  for (const { code } of file.secretariats) {
    if (file.agreements.some(({ client }) => client === code)) sums.client.add(code, 0n);
  }
  const count = ({ agreement, family }: Worked, client: Shares, cents: bigint): void => {
    for (const share of client) {
      sums.fund.add(share.fund, share.cents);
      sums.supported.add(share.fund, agreement.programmeSupportCost === 'CLIENT_FUND' ? share.cents : 0n);
    }
    sums.agreement.add(agreement.number, cents);
    sums.family.add(`${agreement.number} ${family}`, cents);
    sums.client.add(agreement.client, cents);
  };
  for (const one of worked.values()) {
    if (one.agreement.signedOn !== undefined) count(one, one.client, one.cents);
  }
  for (const { note, cents, client } of credits) {
    const one = only(worked.get(note.charge));
    count(
      one,
      client.map((share) => ({ ...share, cents: -share.cents })),
      -cents,
    );
  }

  const [[first, most] = ['', 0n], [, least] = ['', 0n]] = [...sums.client.all].sort(([, a], [, b]) =>
    a > b ? -1 : a < b ? 1 : 0,
  );
  return {
    charges: Object.fromEntries(
      [...worked].map(([id, one]) => [
        id,
        {
          amount: text(one.cents),
          client: byFund(one.client),
          provider: byFund(one.provider),
          ...(one.agreement.signedOn === undefined ? { state: 'PROVISIONAL' } : {}),
        },
      ]),
    ),
    invoices: Object.fromEntries(
      file.invoices.map(({ ref, trips = [], charges = [] }) => {
        const lines = [...trips, ...charges].map((id) => only(worked.get(id)));
        const totalUsd = text(lines.reduce((sum, { cents }) => sum + cents, 0n));
        return [ref, { totalUsd, lines: lines.length, byFund: byFund(lines.flatMap(({ client }) => client)) }];
      }),
    ),
    creditNotes: Object.fromEntries(
      credits.map(({ note, cents, client }) => [
        note.ref,
        { totalUsd: text(-cents), byFund: byFund(client.map((share) => ({ ...share, cents: -share.cents }))) },
      ]),
    ),
    providerCreditOfInvoice: Object.fromEntries(
      file.invoices.map(({ ref, trips = [], charges = [] }) => [
        ref,
        byFund([...trips, ...charges].flatMap((id) => only(worked.get(id)).provider)),
      ]),
    ),
    biennium: {
      owedBy: sums.client.texts(),
      netPayer: most === least ? null : first,
      netUsd: text(most - least),
      byClientFund: sums.fund.texts(),
      byAgreement: sums.agreement.texts(),
      byAgreementAndFamily: sums.family.texts(),
      programmeSupportCostMemo: Object.fromEntries(
        [...sums.supported.all].map(([fund, cents]) => {
          const rate = only(file.trustFunds.find(({ code }) => code === fund)).programmeSupportCostRate;
          return [fund, text(halfUp(times([cents, 1n], fraction(rate))))];
        }),
      ),
    },
  };
}

function workCharge(
  file: ScenarioFile,
  { agreement: number, item: code, quantity, actualCost, deliveredOn: on }: ChargeInFile,
): Worked {
  const agreement = only(file.agreements.find((one) => one.number === number));
  const item = only(file.serviceItems.find((one) => one.code === code));
  const units = fraction(quantity);
  let perUnit: Fraction | null = null;
  let dollars: Fraction;
  if (actualCost === undefined) {
    const card = only(
      file.rateCards.find(
        ({ providers, rates, validFrom, validTo }) =>
          providers.includes(agreement.provider) && code in rates && validFrom <= on && on <= validTo,
      ),
    );
    perUnit = over(fraction(only(card.rates[code])), perDollar(file, card.currency, on));
    dollars = times(perUnit, units);
  } else {
    dollars = over(fraction(actualCost.amount), perDollar(file, actualCost.currency, on));
  }
  return shared(file, {
    agreement,
    family: item.family,
    on,
    cents: halfUp(times(dollars, [100n, 1n])),
    perUnit,
    units,
  });
}

function workTrip(file: ScenarioFile, trip: TripInFile): Worked {
  const agreement = only(file.agreements.find((one) => one.number === trip.agreement));
  let cents = 0n;
  for (const { currency, amount, on } of trip.ticket)
    cents += inCents(over(fraction(amount), perDollar(file, currency, on)));
  for (const { place, first, count, lodgingProvided } of trip.nights) {
    const groups = new Map<string, { nights: bigint; each: Fraction }>();
    for (let night = 0; night < count; night += 1) {
      const on = new Date(Date.parse(first) + night * 86_400_000).toISOString().slice(0, 10);
      const dsa = newest(
        file.dsaRates.filter((rate) => rate.place === place),
        on,
      );
      const units = perDollar(file, dsa.currency, on);
      const group = groups.get(`${dsa.amount} ${units.join('/')}`) ?? {
        nights: 0n,
        each: over(fraction(dsa.amount), units),
      };
      groups.set(`${dsa.amount} ${units.join('/')}`, { ...group, nights: group.nights + 1n });
    }
    for (const { nights, each } of groups.values())
      cents += inCents(times(each, [nights, lodgingProvided === true ? 2n : 1n]));
  }
  if (trip.terminals > 0) {
    const { amountUsd } = newest(file.terminalExpenses, trip.endedOn);
    cents += inCents(times(fraction(amountUsd), [BigInt(trip.terminals), 1n]));
  }
  return shared(file, { agreement, family: 'TRAVEL', on: trip.endedOn, cents, perUnit: null, units: [1n, 1n] });
}

function shared(file: ScenarioFile, one: Omit<Worked, 'client' | 'provider'>): Worked {
  const { agreement, family, on, cents } = one;
  const place = only(agreement.clientAllocation.find(({ families }) => families.includes(family)));
  const key = (code: string) =>
    newest(
      file.splitKeys.filter((version) => version.code === code).map((v) => ({ ...v, effectiveOn: v.validFrom })),
      on,
    ).weights;
  const client =
    place.splitKey === null
      ? Object.keys(place.budgetLines).map((fund): [string, string] => [fund, '1'])
      : key(place.splitKey);
  const provider =
    agreement.providerCreditSplitKey === undefined
      ? only(agreement.providerCredit).map(({ fund, weight }): [string, string] => [fund, weight])
      : key(agreement.providerCreditSplitKey);
  return { ...one, client: splitUp(cents, client), provider: splitUp(cents, provider) };
}

/** The first credit of a charge: at the charge's own price, with its own weights; of all units, all of it. */
function workCredit(one: Worked, quantity: string): { cents: bigint; client: Shares } {
  const units = fraction(quantity);
  if (units[0] * one.units[1] === one.units[0] * units[1]) return { cents: one.cents, client: one.client };
  const priced = inCents(times(only(one.perUnit ?? undefined), units));
  const cents = priced > one.cents ? one.cents : priced;
  if (cents === one.cents) return { cents, client: one.client };
  const parts = splitUp(
    cents,
    one.client.map(({ fund, weight }) => [fund, weight]),
  );
  let beyond = 0n; // a cent that rounding gives a fund beyond its share goes to the first that has room
  parts.forEach((part, index) => {
    const share = only(one.client[index]).cents;
    if (part.cents <= share) return;
    beyond += part.cents - share;
    part.cents = share;
  });
  parts.forEach((part, index) => {
    const room = only(one.client[index]).cents - part.cents;
    const more = beyond > room ? room : beyond;
    part.cents += more;
    beyond -= more;
  });
  return { cents, client: parts };
}

/** Largest remainder; a tie goes to the earlier fund. */
function splitUp(cents: bigint, weights: readonly (readonly [fund: string, weight: string])[]): Shares {
  const bottom = 10n ** 12n;
  const tops = weights.map(([, weight]) => {
    const [top, under] = fraction(weight);
    return (top * bottom) / under;
  });
  const total = tops.reduce((sum, top) => sum + top, 0n);
  const shares = weights.map(([fund, weight], index) => ({ fund, weight, cents: (cents * only(tops[index])) / total }));
  let left = cents - shares.reduce((sum, share) => sum + share.cents, 0n);
  const order = tops
    .map((top, index) => ({ index, top, rest: (cents * top) % total }))
    .filter(({ top }) => top > 0n)
    .sort((a, b) => (a.rest > b.rest ? -1 : a.rest < b.rest ? 1 : a.index - b.index));
  for (const { index } of order) {
    if (left === 0n) break;
    only(shares[index]).cents += 1n;
    left -= 1n;
  }
  return shares;
}

function perDollar(file: ScenarioFile, currency: string, on: string): Fraction {
  return currency === 'USD'
    ? [1n, 1n]
    : fraction(
        newest(
          file.operationalRates.filter((rate) => rate.currency === currency),
          on,
        ).unitsPerUsd,
      );
}

function newest<T extends { effectiveOn: string }>(list: readonly T[], on: string): T {
  return only(
    list.filter(({ effectiveOn }) => effectiveOn <= on).sort((a, b) => (a.effectiveOn < b.effectiveOn ? 1 : -1))[0],
  );
}

function fraction(decimal: string): Fraction {
  const [whole = '0', part = ''] = decimal.split('.');
  return [BigInt(whole + part), 10n ** BigInt(part.length)];
}

function times([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return [a * c, b * d];
}

function over([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return [a * d, b * c];
}

function inCents(dollars: Fraction): bigint {
  return halfUp(times(dollars, [100n, 1n]));
}

/** To the nearest whole number, a half away from zero. */
function halfUp([top, bottom]: Fraction): bigint {
  const size = (2n * (top < 0n ? -top : top) + bottom) / (2n * bottom);
  return top < 0n ? -size : size;
}

function text(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function byFund(shares: Shares): ByName {
  const sums = new Sums();
  for (const { fund, cents } of shares) sums.add(fund, cents);
  return sums.texts();
}

class Sums {
  readonly all = new Map<string, bigint>();

  add(name: string, cents: bigint): void {
    this.all.set(name, (this.all.get(name) ?? 0n) + cents);
  }

  texts(): ByName {
    return Object.fromEntries([...this.all].map(([name, cents]) => [name, text(cents)]));
  }
}

function only<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The scenario names something that is not in it.');
  return value;
}
