import type { Tx } from '#platform';

/** A traveller without who it is: what lists and officers see. */
export interface TravellerView {
  reference: string;
  registeredBy: string;
  registeredAt: Date;
  erasedAt: Date | null;
  /** Providers and clients of the charges, and the side that wrote the name down. */
  secretariats: string[];
  /** Until when the name may not be erased; null while something of it is not settled. */
  lastNeededOn: string | null;
  charges: { charge: string; agreement: string; deliveredOn: string; state: string; invoice: string | null }[];
  nights: string[];
}

/** The traveller with everything that the books hold under the reference; undefined where there is none. */
export async function travellerView(tx: Tx, reference: string): Promise<TravellerView | undefined> {
  const [view] = await tx.query<TravellerView[]>(
    `select traveller.reference, traveller.registered_by as "registeredBy", traveller.registered_at as "registeredAt",
       traveller.erased_at as "erasedAt", travellers.last_needed_on(traveller.reference)::text as "lastNeededOn",
       array(select traveller.registered_for union select use.provider from charging.traveller_use_view as use
         where use.traveller = traveller.reference union select use.client from charging.traveller_use_view as use
         where use.traveller = traveller.reference order by 1) as secretariats,
       coalesce((select json_agg(json_build_object('charge', use.charge, 'agreement', use.agreement, 'deliveredOn', use.delivered_on,
         'state', use.state, 'invoice', use.invoice) order by use.delivered_on, use.charge)
         from charging.traveller_use_view as use where use.traveller = traveller.reference), '[]') as charges,
       array(select night.night::text from charging.traveller_night_view as night where night.traveller = traveller.reference
         order by night.night) as nights
     from travellers.traveller
     where traveller.reference = $1`,
    [reference],
  );
  return view;
}

/** Those whose name is there and no longer needed: everything delivered and settled on or before this day. */
export async function noLongerNeeded(tx: Tx, { before, side }: { before: string; side: string }): Promise<string[]> {
  const rows = await tx.query<{ reference: string }[]>(
    `select reference from travellers.traveller
     where erased_at is null and wrapped_key is not null and travellers.last_needed_on(reference) < $1::date
       and (registered_for = $2 or exists (select from charging.traveller_use_view as use
         where use.traveller = reference and use.provider = $2))
     order by reference for no key update`,
    [before, side],
  );
  return rows.map(({ reference }) => reference);
}
