import { at, type Day, Decimal, Malformed, Money, parseDecimal, Refused } from '#kernel';
import { OperationalRates, type TravelRates } from '#rates';
import { ComesToNothing } from './pricing.ts';

/** A ticket, a change to it or a refund of it, each on its own day: that day's operational rate converts it. */
export interface TicketCost {
  readonly kind: 'TICKET' | 'CHANGE' | 'REFUND';
  readonly amount: Money; // a refund's is negative
  readonly on: Day;
  readonly number: string | null; // a ticket number may be recovered once
}

/** Nights in one place, counted from the first. A night on an aircraft is none. */
export interface Stay {
  readonly place: string; // UN/LOCODE
  readonly first: Day;
  readonly count: number;
  readonly lodgingProvided: boolean;
}

export interface TripFacts {
  readonly party: string; // ISO 3166-1 alpha-2 of the Party that nominated the delegate
  readonly from: string | null; // where the journey starts
  readonly tickets: readonly TicketCost[];
  readonly stays: readonly Stay[];
  readonly terminals: number; // required one-way trips to or from a terminal
  readonly endedOn: Day;
  readonly advanceUsd: Money | null; // between provider and traveller: never part of the charge
}

/** One row of how a trip's amount came about. */
export interface TripComponent {
  readonly label: string; // "DSA CHGVA 6 x 342 / 0.800"
  readonly amountUsd: Money;
  /** What was paid in the supplier's currency and at which rate of which day; "" where it was paid in USD. */
  readonly basis: string;
}

export interface PricedTrip {
  readonly components: readonly TripComponent[];
  readonly amountUsd: Money;
  readonly entitlementUsd: Money; // subsistence and terminals: what the traveller may keep
  readonly nights: readonly Day[];
}

/**
 * What the client pays for a sponsored delegate: tickets, changes and refunds as paid, subsistence by night, terminals.
 * Rule:   each night takes the allowance of its place and the operational rate of that night; nights of equal rates within
 *         a stay are one group, converted and rounded once. Lodging provided halves the allowance. The day of return has
 *         no night. The advance is a matter between the provider and the traveller: the client pays the entitlement.
 * Errors: NoRateInForce, AmountTooLarge, RefundNotNegative, TooManyTerminals, TripCostsLessThanNothing, ComesToNothing, NightTwice,
 *         NightAfterTheTrip, each at its field.
 * Source: daily subsistence allowance system of the International Civil Service Commission; charging README, "Trips".
 */
export function priceTrip(trip: TripFacts, travel: TravelRates, rates: OperationalRates): PricedTrip {
  const tickets = trip.tickets.map(({ kind, amount, on }, index): TripComponent => {
    const place = `/ticket/${index}`;
    if ((kind === 'REFUND') !== amount.isNegative()) throw new RefundNotNegative(kind, amount, `${place}/amount`);
    const rate = at(`${place}/on`, () => rates.on(amount.currency.code, on));
    const converted = at(`${place}/amount`, () => OperationalRates.converted(parseDecimal(amount.toString()), rate));
    return {
      label: kind,
      amountUsd: converted.usd,
      basis: basisOf(`${amount.currency.code} ${amount.toString()} / `, converted),
    };
  });
  const subsistence = trip.stays.flatMap((stay, index) => at(`/nights/${index}`, () => priceStay(stay, travel, rates)));
  if (trip.terminals > terminalsMost) throw new TooManyTerminals(trip.terminals);
  const terminals = trip.terminals === 0 ? [] : [at('/endedOn', () => priceTerminals(trip, travel))];

  const components = [...tickets, ...subsistence, ...terminals];
  const amountUsd = Money.sum(components.map((component) => component.amountUsd));
  if (amountUsd.isNegative()) throw new TripCostsLessThanNothing(amountUsd);
  at('/ticket', () => Money.usd(amountUsd.toString())); // each is an amount, and so is their sum
  if (amountUsd.isZero()) throw new ComesToNothing('/ticket');
  const nights = checkedNights(trip);
  return {
    components,
    amountUsd,
    entitlementUsd: Money.sum([...subsistence, ...terminals].map((component) => component.amountUsd)),
    nights,
  };
}

/** Errors: NightAfterTheTrip, NightTwice, at the stay that has the night. */
function checkedNights({ stays, endedOn }: TripFacts): Day[] {
  const nights = new Map<string, Day>();
  for (const [index, stay] of stays.entries()) {
    for (const night of nightsOf(stay)) {
      if (!night.isBefore(endedOn)) {
        const field = stays[index]?.first.isBefore(endedOn) === true ? 'count' : 'first';
        throw new NightAfterTheTrip({ night, endedOn, pointer: `/nights/${index}/${field}` });
      }
      if (nights.has(night.toString())) throw new NightTwice(night, `/nights/${index}/first`);
      nights.set(night.toString(), night);
    }
  }
  return [...nights.values()];
}

const half = new Decimal('0.5');
const whole = new Decimal(1);

function priceStay(stay: Stay, travel: TravelRates, rates: OperationalRates): TripComponent[] {
  const groups = new Map<string, { count: number; allowance: string; unitsPerUsd: string; basis: string }>();
  for (const night of nightsOf(stay)) {
    const dsa = at('/place', () => travel.dsaOn(stay.place, night));
    const rate = at('/first', () => rates.on(dsa.currency, night));
    const unitsPerUsd = rate?.unitsPerUsd ?? '1';
    const key = [dsa.currency, parseDecimal(dsa.amount).toFixed(), parseDecimal(unitsPerUsd).toFixed()].join(' ');
    const group = groups.get(key) ?? {
      count: 0,
      allowance: dsa.amount,
      unitsPerUsd,
      basis: basisOf(`${dsa.currency} at `, rate),
    };
    group.count += 1;
    groups.set(key, group);
  }
  return [...groups.values()].map(({ count, allowance, unitsPerUsd, basis }) => ({
    basis,
    label: `DSA ${stay.place} ${count} x ${allowance} / ${unitsPerUsd}`,
    amountUsd: Money.rounded(
      parseDecimal(allowance)
        .times(count)
        .times(stay.lodgingProvided ? half : whole)
        .dividedBy(parseDecimal(unitsPerUsd)),
      'USD',
    ),
  }));
}

function basisOf(paid: string, rate: { unitsPerUsd: string | null; effectiveOn: Day | null } | null): string {
  return rate === null || rate.unitsPerUsd === null
    ? ''
    : `${paid}${rate.unitsPerUsd}, rate of ${rate.effectiveOn?.toString() ?? ''}`;
}

function nightsOf({ first, count }: Stay): Day[] {
  return Array.from({ length: count }, (_, index) => first.plusDays(index));
}

/**
 * Out and back are four ways to and from a terminal, and each authorized stopover two more: a journey with more than eight of
 * them is a slip of the pen.
 */
const terminalsMost = 20;

function priceTerminals({ terminals, endedOn }: TripFacts, travel: TravelRates): TripComponent {
  const { amountUsd } = travel.terminalOn(endedOn);
  return {
    label: 'TERMINALS',
    basis: '',
    amountUsd: Money.rounded(amountUsd.exactlyTimes(new Decimal(terminals)), 'USD'),
  };
}

/** ISO 3166-1 alpha-2, by its form: which of the codes is a Party changes with every accession. Errors: NotAParty. */
export function checkParty(code: string): void {
  if (!/^[A-Z]{2}$/.test(code)) throw new NotAParty(code);
}

export class NotAParty extends Malformed {
  constructor(code: string) {
    super(
      `"${code.slice(0, 40)}" is not the code of a Party: two capital letters of ISO 3166-1, such as KE.`,
      '/party',
    );
  }
}

export class TooManyTerminals extends Refused {
  constructor(found: number) {
    super(
      `${found} ways to and from terminals are more than a journey has: four, and two for each authorized stopover, at most ${terminalsMost}.`,
      '/terminals',
    );
  }
}

export class RefundNotNegative extends Refused {
  constructor(kind: string, amount: Money, pointer: string) {
    super(
      kind === 'REFUND'
        ? `A refund is written with a minus; this is ${amount.toSentence()}.`
        : `A ${kind.toLowerCase()} is not negative; this is ${amount.toSentence()}.`,
      pointer,
    );
  }
}

export class TripCostsLessThanNothing extends Refused {
  constructor(amount: Money) {
    super(`The trip would come to ${amount.toSentence()}: more is refunded than was paid.`, '/ticket');
  }
}

export class NightAfterTheTrip extends Refused {
  constructor(facts?: { night: Day; endedOn: Day; pointer: string }) {
    super(
      facts === undefined ? 'A night is before the day of return. Nothing was written.' : sentenceOf(facts),
      facts?.pointer ?? '/nights',
    );
  }
}

function sentenceOf({ night, endedOn }: { night: Day; endedOn: Day }): string {
  return night.equals(endedOn)
    ? `${endedOn.toString()} is the day of return, which has no night; the last that is paid is the one before it.`
    : `The trip ended on ${endedOn.toString()}; the night of ${night.toString()} is not part of it, and the last that is paid is the one before the day of return.`;
}

export class NightTwice extends Refused {
  constructor(night?: Day, pointer = '/nights') {
    super(
      night === undefined
        ? 'A night of this traveller is paid already: one person, one night, one payer.'
        : `The night of ${night.toString()} is counted in two places: one person, one night, one payer.`,
      pointer,
    );
  }
}
