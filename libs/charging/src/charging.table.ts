import { Conflict } from '#kernel';
import { column, constraintStandsFor } from '#platform';
import { EntitySchema } from 'typeorm';
import { Charge, PricedWithAnotherRate } from './charge.ts';
import { ChargeIsProvisional, ChargeNotInState } from './charge-states.ts';
import { CorrectedByCreditNote, ReplacesOneStillOwed } from './correction-acts.ts';
import { ComesToNothing } from './pricing.ts';
import { NightAfterTheTrip, NightTwice } from './trip.ts';

export const ChargeTable = new EntitySchema<Charge>({
  schema: 'charging',
  name: 'charge',
  tableName: 'charge',
  target: Charge,
  columns: {
    id: { ...column.text(), primary: true },
    agreement: column.text(),
    provider: column.text(),
    client: column.text(),
    item: column.text(),
    family: column.text(),
    nature: column.text(),
    quantity: column.quantity(),
    unit: column.text(),
    deliveredFrom: column.dayOrNull(),
    deliveredOn: column.day(),
    biennium: column.biennium(),
    unitRate: column.decimalTextOrNull(),
    unitRateCurrency: column.textOrNull(),
    unitRateValidFrom: column.dayOrNull(),
    originalCurrency: column.textOrNull(),
    originalAmount: column.decimalTextOrNull(),
    unitsPerUsd: column.decimalTextOrNull(),
    rateEffectiveOn: column.dayOrNull(),
    amountUsd: column.moneyUsd(),
    supplierInvoiceOn: column.dayOrNull(),
    evidence: column.textOrNull(),
    traveller: column.textOrNull(),
    trip: column.jsonOrNull(),
    note: column.textOrNull(),
    replaces: column.textOrNull(),
    state: column.text(),
    recordedBy: column.text(),
    recordedAt: column.instant(),
  },
});

/** A fund's share of a charge, as a row. */
export class ChargeAllocation {
  charge: string;
  side: 'CLIENT' | 'PROVIDER';
  position: number;
  fund: string;
  budgetLine: string;
  weight: string;
  amountUsd: string;
}

export const ChargeAllocationTable = new EntitySchema<ChargeAllocation>({
  schema: 'charging',
  name: 'charge_allocation',
  tableName: 'charge_allocation',
  target: ChargeAllocation,
  columns: {
    charge: { ...column.text(), primary: true },
    side: { ...column.text(), primary: true },
    position: { ...column.count(), primary: true },
    fund: column.text(),
    budgetLine: column.text(),
    weight: column.decimalText(),
    amountUsd: column.decimalText(),
  },
});

export class TravellerNight {
  traveller: string;
  night: string;
  charge: string;
}

export const TravellerNightTable = new EntitySchema<TravellerNight>({
  schema: 'charging',
  name: 'traveller_night',
  tableName: 'traveller_night',
  target: TravellerNight,
  columns: {
    traveller: { ...column.text(), primary: true },
    night: { type: 'date', primary: true },
    charge: column.text(),
  },
});

export class Ticket {
  number: string;
  charge: string;
}

export const TicketTable = new EntitySchema<Ticket>({
  schema: 'charging',
  name: 'ticket',
  tableName: 'ticket',
  target: Ticket,
  columns: { number: { ...column.text(), primary: true }, charge: column.text() },
});

export class ChargeIdTaken extends Conflict {
  constructor() {
    super('A charge with this id is in the books already. Nothing was written.', '/id');
  }
}

export class TicketRecoveredAlready extends Conflict {
  constructor(facts?: { by: string; place: string }) {
    super(
      `A ticket with this number is recovered already${facts === undefined ? '' : `, by charge ${facts.by}`}: a ticket is charged once. Look at its number again, or have that charge withdrawn first. Nothing was written.`,
      facts?.place ?? '/ticket',
    );
  }
}

constraintStandsFor('charge_takes_a_listed_step', () => new ChargeNotInState());
constraintStandsFor('charge_stays_as_it_ended', () => new ChargeNotInState());
constraintStandsFor('charge_certified_for_good', () => new ChargeNotInState());
constraintStandsFor('charge_provisional_until_signed', () => new ChargeIsProvisional());
constraintStandsFor('charge_corrected_by_credit_note', () => new CorrectedByCreditNote());
constraintStandsFor('invoice_line_bills_a_certified_charge', () => new ChargeNotInState());
for (const replacement of [
  'charge_replaces_a_charge',
  'charge_replaces_another',
  'charge_replaced_once',
  'charge_replaces_what_has_ended',
]) {
  constraintStandsFor(replacement, () => new ReplacesOneStillOwed());
}
for (const price of [
  'charge_priced_by_the_card',
  'charge_support_cost_once',
  'charge_converted_with_the_newest_rate',
  'charge_converted_with_a_rate_in_force',
  'charge_converted_unless_in_usd',
  'charge_cost_converted_with_a_published_rate',
  'charge_card_converted_with_a_published_rate',
]) {
  constraintStandsFor(price, () => new PricedWithAnotherRate());
}
constraintStandsFor('charge_comes_to_something', () => new ComesToNothing('/quantity'));
constraintStandsFor('charge_once', () => new ChargeIdTaken());
constraintStandsFor('traveller_night_before_the_return', () => new NightAfterTheTrip());
constraintStandsFor('traveller_night_paid_once', () => new NightTwice());
constraintStandsFor('ticket_recovered_once', () => new TicketRecoveredAlready());
