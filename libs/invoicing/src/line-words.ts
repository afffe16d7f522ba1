import type { TripRecord } from '#charging';
import { Decimal, Money, parseDecimal } from '#kernel';
import type { LineFacts } from './invoice-assembly.ts';

/** A line as the books have it, before it is put into words. */
export interface LineRow extends Omit<LineFacts, 'description' | 'certifiedOn' | 'components' | 'quantity'> {
  readonly on: 'INVOICE' | 'CREDIT_NOTE';
  readonly title: string; // of the service item
  readonly traveller: string | null; // a reference, never a name
  readonly party: string | null; // of the traveller, where a trip of theirs is in the books
  readonly trip: TripRecord | null;
  readonly quantity: string;
}

/** What a paper says of a line: who travelled, how the amount came about, and of what is given back, when it was certified. */
export function lineOf({ on, title, traveller, party, trip, ...row }: LineRow): LineFacts {
  const credits = on === 'CREDIT_NOTE';
  return {
    ...row,
    description: described({ title, traveller, party, trip }),
    quantity: parseDecimal(row.quantity).isZero() ? null : row.quantity,
    certifiedOn: credits ? row.certifiedAt.slice(0, 10) : null,
    components: trip === null || credits ? [] : tripComponents(trip),
  };
}

function described({ title, traveller, party, trip }: Pick<LineRow, 'title' | 'traveller' | 'party' | 'trip'>): string {
  if (trip === null && traveller === null) return title;
  return [
    trip === null && title,
    `${trip === null ? 's' : 'S'}ponsored delegate${party === null ? '' : ` of ${party}`}`,
    trip !== null && trip.from !== null && `from ${trip.from}`,
    traveller !== null && `reference ${traveller}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Each component with what it rests on: when a ticket was issued, the share of an allowance that was paid, the rate and its day. */
export function tripComponents({ components, ticketsOn = [] }: TripRecord): LineFacts['components'] {
  return components.map(([label, amountUsd, basis], at) => {
    const issuedOn = ticketsOn[at];
    const issued = issuedOn === undefined ? '' : `issued ${issuedOn}`;
    return [[...allowance(label, amountUsd), issued, basis].filter(Boolean).join(' \u00b7 '), amountUsd];
  });
}

const nights = /^(DSA \S+ \d+ x )([\d.]+) \/ ([\d.]+)$/;

/**
 * The nights of an allowance, with the share of it that was paid where it was not the whole.
 * "DSA CHGVA 6 x 342 / 0.800" of 1282.50 -> "DSA CHGVA 6 x 50 % of 342 / 0.800", "lodging provided"
 * Errors: a plain one where the amount is neither the whole nor the half: no paper says a sum that does not come out.
 */
function allowance(label: string, amountUsd: string): string[] {
  const [, before = '', rate = '', unitsPerUsd = ''] = nights.exec(label) ?? [];
  if (before === '') return [label];
  const count = /(\d+) x $/.exec(before)?.[1] ?? '';
  const paid = (share: string): boolean =>
    Money.rounded(
      parseDecimal(count).times(parseDecimal(rate)).times(new Decimal(share)).dividedBy(parseDecimal(unitsPerUsd)),
      'USD',
    ).equals(Money.usd(amountUsd));
  if (paid('1')) return [label];
  if (paid('0.5')) return [`${before}50\u00a0% of ${rate} / ${unitsPerUsd}`, 'lodging provided'];
  throw new Error(`"${label}" does not come to ${amountUsd}, and neither does its half.`);
}
