import { Day } from '#kernel';
import type {
  Scenario,
  ScenarioAgreement,
  ScenarioCharge,
  ScenarioCreditNote,
  ScenarioInvoice,
  ScenarioTrip,
} from './scenario.ts';

/** What happened on a day of the scenario. `index` is its place in the file, for errors. */
export type Happening =
  | { readonly kind: 'SIGNED'; readonly on: Day; readonly index: number; readonly what: ScenarioAgreement }
  | { readonly kind: 'CHARGE'; readonly on: Day; readonly index: number; readonly what: ScenarioCharge }
  | { readonly kind: 'TRIP'; readonly on: Day; readonly index: number; readonly what: ScenarioTrip }
  | { readonly kind: 'INVOICE'; readonly on: Day; readonly index: number; readonly what: ScenarioInvoice }
  | { readonly kind: 'CREDIT_NOTE'; readonly on: Day; readonly index: number; readonly what: ScenarioCreditNote };

// On one day: a signature before what it makes binding, a delivery before its bill, a bill before its correction.
const order = ['SIGNED', 'CHARGE', 'TRIP', 'INVOICE', 'CREDIT_NOTE'] as const;

/** The scenario in the order it happened, so that a replay meets provisional charges and late papers as the officers did. */
export function timeline(scenario: Scenario): Happening[] {
  const billed = firstBilled(scenario);
  const happenings: Happening[] = [
    ...scenario.agreements.flatMap((what, index): Happening[] =>
      what.signedOn === null ? [] : [{ kind: 'SIGNED', on: what.signedOn, index, what }],
    ),
    ...scenario.charges.map((what, index): Happening => ({
      kind: 'CHARGE',
      on: before(billed.get(what.id), what.recordedOn),
      index,
      what,
    })),
    ...scenario.trips.map((what, index): Happening => ({
      kind: 'TRIP',
      on: tripRecordedOn(what, billed.get(what.id)),
      index,
      what,
    })),
    ...scenario.invoices.map((what, index): Happening => ({ kind: 'INVOICE', on: what.issuedOn, index, what })),
    ...scenario.creditNotes.map((what, index): Happening => ({ kind: 'CREDIT_NOTE', on: what.issuedOn, index, what })),
  ];
  return happenings.sort(
    (a, b) => Day.compare(a.on, b.on) || order.indexOf(a.kind) - order.indexOf(b.kind) || a.index - b.index,
  );
}

/** Once it has ended and its last ticket cost is known. */
function tripRecordedOn(trip: ScenarioTrip, billed: Day | undefined): Day {
  return before(billed, Day.latest(trip.endedOn, ...trip.tickets.map(({ on }) => on)));
}

/** What is billed is recorded by then; whether it was delivered by then is for the rule to say. */
function before(billed: Day | undefined, recorded: Day): Day {
  return billed === undefined ? recorded : Day.earliest(billed, recorded);
}

/** The day of the first invoice that names a charge or trip. */
function firstBilled({ invoices }: Scenario): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  for (const { charges, issuedOn } of invoices) {
    for (const id of charges) days.set(id, before(days.get(id), issuedOn));
  }
  return days;
}

/** What is written at once: deliveries of one kind, day and agreement, at most `most` of them; all else one by one. */
export function batches(happenings: readonly Happening[], most: number): Happening[][] {
  const result: Happening[][] = [];
  for (const happening of happenings) {
    const current = result.at(-1);
    if (current?.[0] !== undefined && current.length < most && together(current[0], happening)) current.push(happening);
    else result.push([happening]);
  }
  return result;
}

function together(a: Happening, b: Happening): boolean {
  const delivered = (a.kind === 'CHARGE' && b.kind === 'CHARGE') || (a.kind === 'TRIP' && b.kind === 'TRIP');
  return delivered && a.on.equals(b.on) && a.what.agreement === b.what.agreement;
}

/** The day before anything happens: reference data and agreements under discussion are there from then on. */
export function firstDay(scenario: Scenario): Day {
  const [first] = timeline(scenario); // in order: the earliest
  const days = [scenario.biennium.firstDay, ...scenario.agreements.map(({ terms }) => terms.effectiveOn)];
  return days.reduce((earliest, day) => Day.earliest(earliest, day), first?.on ?? scenario.biennium.firstDay);
}
