import type { AgreementInFile, ChargeInFile, ScenarioFile, TripInFile } from './tiny-model.ts';

/**
 * A biennium that never was, the same for the same seed: two secretariats under other names, rate cards in francs and
 * dollars that change in mid-biennium, costs in currencies of no, two and three decimals, keys that change in mid-year
 * and have zero and fractional weights, an agreement signed late and one never, trips with stays in two currencies.
 */
export function generatedScenario(seed: number, count: number): ScenarioFile {
  const dice = new Dice(seed);
  const agreements = [
    agreement('AG/1', whales, {
      signedOn: '2026-06-15',
      splitKey: 'W-KEY',
      providerCredit: credit(['OZ-2', '0.5'], ['OZ-1', '0.25']),
    }),
    agreement('AG/2', ozone, { signedOn: '2026-01-05', splitKey: 'OZ-KEY', providerCreditSplitKey: 'W-KEY' }),
    agreement('AG/3', whales, {
      signedOn: '2026-02-01',
      line: 'W-C',
      programmeSupportCost: 'EXEMPT',
      providerCreditSplitKey: 'OZ-KEY',
    }),
    agreement('AG/4', whales, { line: 'W-A', providerCredit: credit(['OZ-1', '3'], ['OZ-2', '0']) }),
  ];
  const charges = Array.from({ length: count }, (_, index) => charge(dice, index, dice.oneOf(agreements).number));
  const trips = Array.from({ length: Math.ceil(count / 15) }, (_, index) =>
    trip(dice, index, dice.oneOf(agreements).number),
  );
  const invoices = agreements.flatMap((one) => bills(one, charges, trips));
  return {
    biennium: '2026-2027',
    secretariats: [ozone, whales].map((code) => ({ code, name: `Secretariat of ${code}` })),
    trustFunds: [
      ...funds.ozone.map((code) => ({
        code,
        name: code,
        secretariat: ozone,
        kind: 'GENERAL',
        programmeSupportCostRate: '0.13',
      })),
      ...funds.whales.map((code, index) => ({
        code,
        name: code,
        secretariat: whales,
        kind: 'VOLUNTARY',
        programmeSupportCostRate: ['0.07', '0', '0.125'][index] ?? '0',
      })),
    ],
    meetings: [
      { code: 'MEETING', title: 'A meeting', organizer: ozone, start: '2026-09-07', end: '2026-09-11', place: 'SNDKR' },
    ],
    serviceItems: [
      { code: 'PAGE', family: 'PAPER', nature: 'OWN_SERVICE', unit: 'ZP', title: 'A page' },
      { code: 'DESK', family: 'PEOPLE', nature: 'OWN_SERVICE', unit: 'E49', title: 'A day at the desk' },
      { code: 'HALL', family: 'PEOPLE', nature: 'PASS_THROUGH', unit: 'LS', title: 'A hall' },
      { code: 'FEE', family: 'TRAVEL', nature: 'OWN_SERVICE', unit: 'E54', title: 'A trip arranged' },
    ],
    rateCards: [
      card(ozone, '2026-01-01', '2026-12-31', 'CHF', { PAGE: '11.35', DESK: '611.15', FEE: '120.05' }),
      card(ozone, '2027-01-01', '2027-12-31', 'CHF', { PAGE: '11.70', DESK: '629.95', FEE: '120.05' }),
      card(whales, '2026-01-01', '2026-06-30', 'USD', { PAGE: '9.99', DESK: '433.33' }),
      card(whales, '2026-07-01', '2027-12-31', 'USD', { PAGE: '10.01', DESK: '450.05' }),
      card(whales, '2026-01-01', '2027-12-31', 'KWD', { FEE: '28.125' }),
    ],
    operationalRates: operationalRates(dice),
    dsaRates: [
      { place: 'SNDKR', currency: 'XOF', effectiveOn: '2025-12-15', amount: '131250' },
      { place: 'SNDKR', currency: 'XOF', effectiveOn: '2026-09-08', amount: '133000' },
      { place: 'CHGVA', currency: 'CHF', effectiveOn: '2025-12-31', amount: '351' },
      { place: 'CHGVA', currency: 'CHF', effectiveOn: '2027-03-10', amount: '347.50' },
    ],
    terminalExpenses: [
      { effectiveOn: '2025-06-01', amountUsd: '47.00' },
      { effectiveOn: '2027-01-01', amountUsd: '51.35' },
    ],
    splitKeys: [
      key('W-KEY', '2027-05-30', funds.whales, ['1', '0', '1']),
      key('W-KEY', '2025-01-01', funds.whales, ['1', '1', '1']),
      key('W-KEY', '2026-05-30', funds.whales, ['0.75', '0.25', '0']),
      key('OZ-KEY', '2025-01-01', funds.ozone, ['9634869', '8239100', '11582220']),
      key('OZ-KEY', '2027-01-01', funds.ozone.toReversed(), ['33.333', '33.333', '33.334']),
    ],
    budgetLines: [...funds.ozone, ...funds.whales].map((fund) => ({
      code: `LINE ${fund}`,
      fund,
      allotmentUsd: '900000000.00',
    })),
    agreements,
    charges,
    trips,
    invoices,
    creditNotes: creditNotes(dice, invoices, charges),
  };
}

const ozone = 'OZONE';
const whales = 'WHALES & Co';
const funds = { ozone: ['OZ-1', 'OZ-2', 'OZ-3'], whales: ['W-A', 'W-B', 'W-C'] };

type Choices = Pick<AgreementInFile, 'signedOn' | 'providerCredit' | 'providerCreditSplitKey'> & {
  splitKey?: string;
  line?: string;
  programmeSupportCost?: string;
};

/** By client: the provider is the other one. Either one budget line bears all, or a key shares it over the client's funds. */
function agreement(
  number: string,
  client: string,
  { splitKey, line, programmeSupportCost = 'CLIENT_FUND', ...rest }: Choices,
): AgreementInFile {
  const families = ['PAPER', 'PEOPLE', 'TRAVEL'];
  const bearing = line === undefined ? (client === ozone ? funds.ozone : funds.whales) : [line];
  return {
    number,
    provider: client === ozone ? whales : ozone,
    client,
    meeting: 'MEETING',
    families,
    effectiveOn: '2026-01-01',
    endsOn: '2027-12-31',
    ceilingUsd: '900000000.00',
    programmeSupportCost,
    travelMode: 'ADVANCED_BY_PROVIDER',
    clientAllocation: [
      {
        families,
        splitKey: splitKey ?? null,
        budgetLines: Object.fromEntries(bearing.map((fund) => [fund, `LINE ${fund}`])),
      },
    ],
    ...rest,
  };
}

function credit(...weights: [fund: string, weight: string][]): { fund: string; weight: string }[] {
  return weights.map(([fund, weight]) => ({ fund, weight }));
}

function card(
  provider: string,
  validFrom: string,
  validTo: string,
  currency: string,
  rates: Record<string, string>,
): ScenarioFile['rateCards'][number] {
  return { providers: [provider], validFrom, validTo, currency, rates };
}

function key(code: string, validFrom: string, of: string[], weights: string[]): ScenarioFile['splitKeys'][number] {
  return { code, validFrom, weights: of.map((fund, index): [string, string] => [fund, weights[index] ?? '0']) };
}

/** A list a month, on any day of it and for some of the currencies; all of them before the biennium starts. */
function operationalRates(dice: Dice): ScenarioFile['operationalRates'] {
  const around: Record<string, () => string> = {
    CHF: () => dice.decimal(780, 900, 3),
    EUR: () => dice.decimal(840, 960, 3),
    XOF: () => dice.decimal(553000, 628000, 3),
    KWD: () => dice.decimal(3020, 3110, 4),
  };
  const first = Object.entries(around).map(([currency, rate]) => ({
    currency,
    effectiveOn: '2025-12-01',
    unitsPerUsd: rate(),
  }));
  const lists = Array.from({ length: 25 }, (_, month) => day(month * 30 - 15 + dice.upTo(12))).flatMap((effectiveOn) =>
    Object.entries(around)
      .filter(() => dice.upTo(2) > 0)
      .map(([currency, rate]) => ({ currency, effectiveOn, unitsPerUsd: rate() })),
  );
  return [...first, ...lists];
}

function charge(dice: Dice, index: number, of: string): ChargeInFile {
  const deliveredOn = day(dice.upTo(700));
  const facts = {
    id: `c ${index + 1}`,
    agreement: of,
    deliveredOn,
    ...(dice.upTo(3) === 0 ? { recordedOn: later(deliveredOn, 20) } : {}),
  };
  const item = dice.oneOf(['PAGE', 'DESK', 'HALL', 'FEE']);
  if (item === 'FEE') return { ...facts, item, quantity: dice.decimal(1, 99999, 0) };
  if (item === 'DESK') return { ...facts, item, quantity: `${dice.decimal(1, 9999, 0)}${dice.oneOf(['', '.5'])}` };
  if (item !== 'HALL') return { ...facts, item, quantity: dice.decimal(1, 99999, dice.upTo(3)) };
  const actualCost = dice.oneOf([
    { currency: 'XOF', amount: dice.decimal(1, 99_999_999, 0) },
    { currency: 'KWD', amount: dice.decimal(1, 9_999_999, 3) },
    { currency: 'EUR', amount: dice.decimal(1, 999_999, 2) },
    { currency: 'USD', amount: dice.decimal(1, 999_999, 2) },
  ]);
  return { ...facts, item, quantity: '1', actualCost };
}

function trip(dice: Dice, index: number, of: string): TripInFile {
  const from = 30 + dice.upTo(640);
  const dakar = dice.upTo(4);
  const geneva = dice.upTo(9);
  const paid = dice.upTo(5000) + 100;
  return {
    id: `t ${index + 1}`,
    agreement: of,
    party: dice.oneOf(['SN', 'KW', 'CH', 'FJ']),
    ticket: [
      {
        kind: 'TICKET',
        ...dice.oneOf([
          { currency: 'KWD', amount: `${paid}.125` },
          { currency: 'EUR', amount: `${paid}.55` },
        ]),
        on: day(from - 20),
      },
      ...(dice.upTo(2) === 0
        ? [{ kind: 'CHANGE', currency: 'XOF', amount: dice.decimal(1, 99_999, 0), on: day(from - 2) }]
        : []),
      ...(dice.upTo(2) === 0
        ? [{ kind: 'REFUND', currency: 'USD', amount: `-${dice.decimal(1, 9_000, 2)}`, on: day(from + 5) }]
        : []),
    ],
    nights: [
      { place: 'SNDKR', first: day(from), count: dakar, lodgingProvided: dice.upTo(1) === 0 },
      { place: 'CHGVA', first: day(from + dakar), count: geneva },
    ],
    terminals: dice.upTo(6),
    endedOn: day(from + dakar + geneva),
  };
}

/** What is delivered in each half-year, billed well after it; nothing of an agreement that is never signed. */
function bills(of: AgreementInFile, charges: ChargeInFile[], trips: TripInFile[]): ScenarioFile['invoices'] {
  if (of.signedOn === undefined) return [];
  const delivered = [
    ...trips.map(({ id, agreement: number, endedOn }) => ({ id, number, on: endedOn })),
    ...charges.map(({ id, agreement: number, deliveredOn }) => ({ id, number, on: deliveredOn })),
  ].filter(({ number }) => number === of.number);
  const halves: [from: string, until: string, issuedOn: string][] = [
    ['2026-01-01', '2026-07-01', '2026-09-30'],
    ['2026-07-01', '2027-01-01', '2027-02-15'],
    ['2027-01-01', '2027-07-01', '2027-09-30'],
    ['2027-07-01', '2028-01-01', '2028-02-20'],
  ];
  return halves.flatMap(([from, until, issuedOn], half) => {
    const billed = delivered.filter(({ on }) => from <= on && on < until).map(({ id }) => id);
    return billed.length === 0
      ? []
      : [
          {
            ref: `${of.number} half ${half + 1}`,
            provider: of.provider,
            agreement: of.number,
            issuedOn,
            charges: billed,
          },
        ];
  });
}

/** Of every other invoice, its first own service: all of it, or a part. */
function creditNotes(
  dice: Dice,
  invoices: ScenarioFile['invoices'],
  charges: ChargeInFile[],
): ScenarioFile['creditNotes'] {
  return invoices.flatMap((invoice, index) => {
    const charged = charges.filter(
      ({ id, actualCost }) => invoice.charges?.includes(id) === true && actualCost === undefined,
    );
    const [first] = charged;
    if (first === undefined || index % 2 === 1) return [];
    const quantity = dice.upTo(2) === 0 || first.item !== 'PAGE' ? first.quantity : half(first.quantity); // trips have no halves, days no quarters
    return [
      {
        ref: `credit ${index}`,
        invoice: invoice.ref,
        charge: first.id,
        quantity,
        issuedOn: later(invoice.issuedOn, 30),
        reason: 'not delivered',
      },
    ];
  });
}

/** Half of a quantity with up to three decimals, which may have four. */
function half(quantity: string): string {
  const [whole = '0', part = ''] = quantity.split('.');
  const tenThousandths = String((BigInt(whole + part.padEnd(4, '0')) + 1n) / 2n).padStart(5, '0');
  return `${tenThousandths.slice(0, -4)}.${tenThousandths.slice(-4)}`;
}

function day(sinceStart: number): string {
  return new Date(Date.UTC(2026, 0, 1) + sinceStart * 86_400_000).toISOString().slice(0, 10);
}

function later(on: string, days: number): string {
  return new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same throws for the same seed: a linear congruential generator (constants of Numerical Recipes). */
class Dice {
  constructor(private seed: number) {}

  /** A whole number from 0 to `most`. */
  upTo(most: number): number {
    this.seed = (Math.imul(this.seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.seed / 2 ** 32) * (most + 1));
  }

  oneOf<T>(choices: readonly T[]): T {
    return choices[this.upTo(choices.length - 1)] as T;
  }

  /** A plain decimal of so many units of its last decimal. */
  decimal(least: number, most: number, decimals: number): string {
    const digits = String(least + this.upTo(most - least)).padStart(decimals + 1, '0');
    return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  }
}
