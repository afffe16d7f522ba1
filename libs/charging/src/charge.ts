import { clientShares, type ServiceAgreement, providerShares, type Share } from '#agreements';
import type { SplitKeys } from '#budget';
import { at, Biennium, checkParts, Conflict, type Day, fieldsAs, type Money, Quantity, Refused } from '#kernel';
import {
  type Nature,
  type OperationalRates,
  type RateCard,
  type ServiceItem,
  tripItem,
  type TravelRates,
} from '#rates';
import type { ChargeState } from './charge-states.ts';
import { checkPricedOneWay, type Price, priceOwnService, pricePassThrough } from './pricing.ts';
import { checkParty, priceTrip, type TripFacts } from './trip.ts';

/** What the provider says was delivered. */
export interface ChargeDraft {
  readonly id: string;
  readonly agreement: string;
  readonly item: string;
  readonly quantity: Quantity;
  readonly actualCost: Money | null; // pass-through only
  readonly deliveredFrom: Day | null;
  readonly deliveredOn: Day; // the last day of delivery: its month and biennium bear the cost
  readonly supplierInvoiceOn: Day | null;
  readonly evidence: string | null;
  readonly traveller: string | null; // as in a trip
  readonly note: string | null;
  /** The charge that was withdrawn, reversed or credited, whose place this one takes. */
  readonly replaces?: string | null;
}

/** A sponsored delegate's trip, to be charged at what it cost. */
export interface TripDraft extends TripFacts {
  readonly id: string;
  readonly agreement: string;
  readonly traveller: string; // the books' reference, or what the officer calls the person; kept as a reference
  readonly evidence: string | null;
  readonly note: string | null;
  readonly replaces?: string | null;
}

/** Everything a price depends on, as it stands on the days concerned. */
export interface PriceBooks {
  readonly rateCard: RateCard;
  readonly operationalRates: OperationalRates;
  readonly travelRates: TravelRates;
  readonly splitKeys: SplitKeys;
}

/** How a trip's amount came about, as it is kept on the charge. */
export interface TripRecord {
  readonly party: string;
  readonly from: string | null;
  readonly components: readonly (readonly [label: string, amountUsd: string, basis: string])[];
  /** When each ticket, change or refund was issued: of the first components, in their order. Trips of before it was kept have none. */
  readonly ticketsOn?: readonly string[];
  readonly entitlementUsd: string;
  readonly advanceUsd: string | null;
}

/** Delivered units with their price and their split on both sides, frozen when they are recorded. */
export class Charge {
  id: string;
  agreement: string;
  provider: string;
  client: string;
  item: string;
  family: string;
  nature: Nature;
  quantity: Quantity;
  unit: string;
  deliveredFrom: Day | null;
  deliveredOn: Day;
  biennium: Biennium;
  unitRate: string | null;
  unitRateCurrency: string | null;
  unitRateValidFrom: Day | null;
  originalCurrency: string | null;
  originalAmount: string | null;
  unitsPerUsd: string | null;
  rateEffectiveOn: Day | null;
  amountUsd: Money;
  supplierInvoiceOn: Day | null;
  evidence: string | null;
  traveller: string | null;
  trip: TripRecord | null;
  note: string | null;
  replaces: string | null;
  state: ChargeState;
  recordedBy: string;
  recordedAt: Date;

  /**
   * Prices and splits delivered units by what was in force on the day of delivery. Under an agreement that is not signed
   * yet the charge is provisional.
   * Errors: DeliveredInTheFuture, DeliveredOutsideAgreement, DeliveredOutsideBiennium, DeliveredAcrossYears, FamilyNotInAgreement, TripCodedDirectly,
   *         ActualCostMissing, ActualCostNotWanted, NotWholeUnits, NotHalfDays, CostNotPositive, NoRateInForce, SupportCostTwice,
   *         ComesToNothing, NoSplitKeyInForce, FundWithoutBudgetLine.
   */
  static record(
    draft: ChargeDraft,
    agreement: ServiceAgreement,
    item: ServiceItem,
    books: PriceBooks,
    recorded: Recorded,
  ): PricedCharge {
    checkPeriod(draft.deliveredFrom, draft.deliveredOn, agreement, recorded);
    checkYear(draft.deliveredFrom, draft.deliveredOn);
    checkRecoverable(agreement, item);
    checkPricedOneWay(item, draft.actualCost);
    const { quantity, deliveredOn, actualCost } = draft;
    at('/quantity', () => checkParts(quantity, item.unit));
    const price =
      actualCost === null
        ? priceOwnService(
            { quantity, deliveredOn, supportCost: agreement.programmeSupportCost },
            at('/deliveredOn', () => books.rateCard.on(agreement.provider, item.code, deliveredOn)),
            books.operationalRates,
          )
        : pricePassThrough(actualCost, deliveredOn, books.operationalRates);
    return Charge.of({ ...draft, price, trip: null, nights: [], tickets: [] }, agreement, item, books, recorded);
  }

  /**
   * A trip is one charge of quantity 1, delivered on the day it ended.
   * Errors: those of `record` and of priceTrip; NotAParty, TravelModeNotAgreed.
   */
  static recordTrip(
    draft: TripDraft,
    agreement: ServiceAgreement,
    item: ServiceItem,
    books: PriceBooks,
    recorded: Recorded,
  ): PricedCharge {
    checkParty(draft.party);
    const priced = priceTrip(draft, books.travelRates, books.operationalRates);
    const [firstNight] = [...priced.nights].sort((a, b) => (a.isBefore(b) ? -1 : 1));
    const deliveredFrom = firstNight?.isBefore(draft.endedOn) === true ? firstNight : null;
    fieldsAs(fieldsOfTrip, () => {
      checkPeriod(deliveredFrom, draft.endedOn, agreement, recorded);
      checkRecoverable(agreement, item);
    });
    if (agreement.travelMode === null) throw new TravelModeNotAgreed(agreement.number);
    const price: Price = { ...noRates, usd: priced.amountUsd };
    const trip: TripRecord = {
      party: draft.party,
      from: draft.from,
      components: priced.components.map(({ label, amountUsd, basis }) => [label, amountUsd.toString(), basis] as const),
      ticketsOn: draft.tickets.map(({ on }) => on.toString()),
      entitlementUsd: priced.entitlementUsd.toString(),
      advanceUsd: draft.advanceUsd?.toString() ?? null,
    };
    const { id, traveller, evidence, note, endedOn, replaces = null } = draft;
    const facts = {
      id,
      item: tripItem,
      quantity: Quantity.of('1'),
      actualCost: null,
      deliveredFrom,
      deliveredOn: endedOn,
    };
    const whole = {
      ...facts,
      agreement: agreement.number,
      supplierInvoiceOn: null,
      evidence,
      traveller,
      note,
      replaces,
      price,
      trip,
      nights: priced.nights,
      tickets: draft.tickets.flatMap(({ number }, index) =>
        number === null ? [] : [{ number, place: `/ticket/${index}/number` }],
      ),
    };
    return fieldsAs(fieldsOfTrip, () => Charge.of(whole, agreement, item, books, recorded));
  }

  private static of(
    facts: ChargeDraft & {
      price: Price;
      trip: TripRecord | null;
      nights: readonly Day[];
      tickets: PricedCharge['tickets'];
    },
    agreement: ServiceAgreement,
    item: ServiceItem,
    books: PriceBooks,
    recorded: Recorded,
  ): PricedCharge {
    const { price, trip, nights, tickets } = facts;
    const amount = price.usd;
    const split = { family: item.family, amount, deliveredOn: facts.deliveredOn, agreement: agreement.number };
    const clientSide = clientShares(agreement, split, books.splitKeys);
    const providerSide = providerShares(agreement.providerCredit, amount, facts.deliveredOn, books.splitKeys);
    const charge = Object.assign(Object.create(Charge.prototype) as Charge, {
      id: facts.id,
      agreement: agreement.number,
      provider: agreement.provider,
      client: agreement.client,
      item: item.code,
      family: item.family,
      nature: item.nature,
      quantity: facts.quantity,
      unit: item.unit,
      deliveredFrom: facts.deliveredFrom,
      deliveredOn: facts.deliveredOn,
      biennium: Biennium.containing(facts.deliveredOn),
      unitRate: price.unitRate,
      unitRateCurrency: price.unitRateCurrency,
      unitRateValidFrom: price.unitRateValidFrom,
      originalCurrency: price.originalCurrency,
      originalAmount: price.originalAmount,
      unitsPerUsd: price.unitsPerUsd,
      rateEffectiveOn: price.effectiveOn,
      amountUsd: amount,
      supplierInvoiceOn: facts.supplierInvoiceOn,
      evidence: facts.evidence,
      traveller: facts.traveller,
      trip,
      note: facts.note,
      replaces: facts.replaces ?? null,
      state: agreement.isSigned ? 'RECORDED' : 'PROVISIONAL',
      recordedBy: recorded.by,
      recordedAt: recorded.at,
    });
    return { charge, clientSide, providerSide, nights, tickets };
  }
}

/** A charge with its shares on both sides, and what may be paid only once. */
export interface PricedCharge {
  readonly charge: Charge;
  readonly clientSide: readonly Share[];
  readonly providerSide: readonly Share[];
  readonly nights: readonly Day[];
  readonly tickets: readonly { readonly number: string; readonly place: string }[]; // its place in the trip, for errors
}

/** Who recorded it, when, and on which day by the books' clock. */
export interface Recorded {
  readonly by: string;
  readonly at: Date;
  readonly on: Day;
}

/** What a trip calls the fields of a charge: its item is always the same, and its agreement is what does not take it. */
const fieldsOfTrip = { '/deliveredOn': '/endedOn', '/deliveredFrom': '/endedOn', '/item': '/agreement' };

const noRates: Omit<Price, 'usd'> = {
  unitRate: null,
  unitRateCurrency: null,
  unitRateValidFrom: null,
  originalCurrency: null,
  originalAmount: null,
  unitsPerUsd: null,
  effectiveOn: null,
};

function checkPeriod(from: Day | null, on: Day, agreement: ServiceAgreement, recorded: Recorded): void {
  if (from?.isAfter(on) === true) throw new DeliveryPeriodReversed(from, on);
  agreement.checkDelivery(from, on);
  if (on.isAfter(recorded.on)) throw new DeliveredInTheFuture(on, recorded.on);
}

/** Statements are of a year: what was delivered in each of two is an expense of each. A trip is one journey, of the day it ended. */
function checkYear(from: Day | null, on: Day): void {
  if (from !== null && from.year !== on.year) throw new DeliveredAcrossYears(from, on);
}

/** Where trips are coded to the client's own fund, their cost is there already: only the fee may be charged. */
function checkRecoverable(agreement: ServiceAgreement, item: ServiceItem): void {
  if (agreement.travelMode === 'DIRECT_CODING' && item.nature === 'PASS_THROUGH' && item.family === 'TRAVEL') {
    throw new TripCodedDirectly(agreement.number, item.code);
  }
}

export class DeliveryPeriodReversed extends Refused {
  constructor(from: Day, on: Day) {
    super(`The delivery would end on ${on.toString()}, before it started on ${from.toString()}.`, '/deliveredFrom');
  }
}

export class DeliveredAcrossYears extends Refused {
  constructor(from: Day, on: Day) {
    super(
      `${from.toString()} to ${on.toString()} lies in two years, and each year's statements bear what was delivered in it: record two ` +
        `charges, one delivered until ${from.year}-12-31 and one from ${on.year}-01-01. Nothing was written.`,
      '/deliveredFrom',
    );
  }
}

export class DeliveredInTheFuture extends Refused {
  constructor(on: Day, today: Day) {
    super(
      `${on.toString()} is still to come (the books' day is ${today.toString()}): only what is delivered is charged.`,
      '/deliveredOn',
    );
  }
}

export class TripCodedDirectly extends Refused {
  constructor(agreement: string, item: string) {
    super(
      `Agreement ${agreement} codes trips directly to the client's fund, so ${item} is paid there already; charge the fee only.`,
      '/item',
    );
  }
}

export class TravelModeNotAgreed extends Refused {
  constructor(agreement: string) {
    super(
      `Agreement ${agreement} does not say who pays for trips: either the provider, who recovers them (ADVANCED_BY_PROVIDER), or the ` +
        `client's own fund (DIRECT_CODING). Nothing was written.`,
      '/agreement',
    );
  }
}

/** The books have another rate for the day by now: what was priced a moment ago is priced again, or never was. */
export class PricedWithAnotherRate extends Conflict {
  constructor() {
    super(
      'The books have another rate for the day of this delivery than the one it was priced with. Send it again, and it is priced anew. Nothing was written.',
    );
  }
}
