import { ChargeNotOnInvoice, ChargeOfAnotherAgreement } from '#invoicing';
import { at, type Day, Refused } from '#kernel';
import type { Scenario } from './scenario.ts';

/** A charge or a trip, as far as papers are concerned. */
interface Delivered {
  readonly id: string;
  readonly agreement: string;
  readonly deliveredOn: Day;
}

/**
 * Whether invoices and credit notes bill and correct what is there on their day. The books find out as well, but live the file
 * through day by day: on the day of such a paper they do not know yet what comes later in it.
 * Errors: ChargeOfAnotherAgreement, BilledBeforeDelivery, ChargeNotOnInvoice, CreditedBeforeInvoice, each at its place.
 */
export function checkPapers(scenario: Scenario): void {
  const delivered = new Map<string, Delivered>([
    ...scenario.charges.map((charge): [string, Delivered] => [charge.id, charge]),
    ...scenario.trips.map((trip): [string, Delivered] => [trip.id, { ...trip, deliveredOn: trip.endedOn }]),
  ]);
  for (const [index, { ref, agreement, issuedOn, charges }] of scenario.invoices.entries()) {
    at(`/invoices/${index}`, () => {
      for (const id of charges) {
        const one = delivered.get(id);
        if (one === undefined) continue; // said before, as a charge that nobody knows
        if (one.agreement !== agreement)
          throw new ChargeOfAnotherAgreement({ id, agreement: one.agreement, wanted: agreement, place: '/charges' });
        if (one.deliveredOn.isAfter(issuedOn)) throw new BilledBeforeDelivery(ref, issuedOn, one);
      }
    });
  }
  const invoices = new Map(scenario.invoices.map((invoice) => [invoice.ref, invoice]));
  for (const [index, { invoice: ref, charge, issuedOn }] of scenario.creditNotes.entries()) {
    const invoice = invoices.get(ref);
    if (invoice === undefined) continue;
    at(`/creditNotes/${index}`, () => {
      if (!invoice.charges.includes(charge)) throw new ChargeNotOnInvoice(charge, ref, '/charge');
      if (issuedOn.isBefore(invoice.issuedOn)) throw new CreditedBeforeInvoice(ref, invoice.issuedOn, issuedOn);
    });
  }
}

export class BilledBeforeDelivery extends Refused {
  constructor(invoice: string, issuedOn: Day, { id, deliveredOn }: Delivered) {
    super(
      `Invoice ${invoice} is dated ${issuedOn.toString()}, and ${id} was delivered on ${deliveredOn.toString()} only: ` +
        `an invoice is of that day or a later one. Nothing was written.`,
      '/issuedOn',
    );
  }
}

export class CreditedBeforeInvoice extends Refused {
  constructor(invoice: string, invoicedOn: Day, issuedOn: Day) {
    super(
      `Invoice ${invoice} is issued on ${invoicedOn.toString()} only; a credit note dated ${issuedOn.toString()} would correct what is ` +
        `not there yet. It is of the day of the invoice or a later one. Nothing was written.`,
      '/issuedOn',
    );
  }
}
