import type { Share } from '#agreements';
import type { Officer } from '#identity';
import type { Clock } from '#kernel';
import { type AuditEvent, insertAll, recordEvents, type Tx } from '#platform';
import type { TravellersService } from '#travellers';
import { Charge, type PricedCharge } from './charge.ts';
import { ChargeAllocation, Ticket, TicketRecoveredAlready, TravellerNight } from './charging.table.ts';
import { inRequest, recording } from './charge-acts.ts';
import { chargeValues, recordedFacts } from './recorded-facts.ts';
import { type ChargeView, recordedCharges } from './charges.query.ts';

interface Keeping {
  readonly travellers: TravellersService;
  readonly place: (index: number) => string;
  /** As in `Naming`; one request records all where it is absent. */
  readonly requestIds?: readonly string[] | null;
}

/**
 * Writes priced charges down, with what may be paid only once, and returns them in their order.
 * Errors: TravellerActs, where the recorder travels under the reference that the name was found to have; TicketRecoveredAlready,
 *         at the ticket.
 */
export async function keepCharges(
  tx: Tx,
  priced: readonly PricedCharge[],
  by: Officer,
  clock: Clock,
  { travellers, place, requestIds = null }: Keeping,
): Promise<ChargeView[]> {
  const charges = priced.map(({ charge }) => charge);
  const ids = charges.map(({ id }) => id);
  for (const charge of charges) recording(charge, charge.traveller).check(by);
  const nights = priced.flatMap(({ charge, nights }) =>
    nights.map((night) => ({ traveller: travellerOf(charge), night: night.toString(), charge: charge.id })),
  );
  const numbers = priced.flatMap(({ charge, tickets }, index) =>
    tickets.map((ticket) => ({
      number: ticket.number,
      place: `${place(index)}${ticket.place}`,
      traveller: travellerOf(charge),
      charge: charge.id,
    })),
  );
  const digests = await travellers.keepTickets(tx, numbers);
  const tickets = numbers.map((ticket, index) => ({ ...ticket, number: digests[index] ?? '' }));
  await checkRecoveredOnce(tx, tickets);
  const acts =
    requestIds === null
      ? [{ event: recordedAs(priced), by }]
      : priced.map((one, index) => ({ event: recordedAs([one]), by: inRequest(by, requestIds[index]) }));
  const [, recorded] = await Promise.all([
    Promise.all([
      recordEvents(tx, acts, clock.now()),
      insertAll(tx, Charge, charges),
      insertAll(tx, ChargeAllocation, priced.flatMap(allocationRows)),
      insertAll(tx, TravellerNight, nights),
      insertAll(
        tx,
        Ticket,
        tickets.map(({ number, charge }) => ({ number, charge })),
      ),
    ]),
    recordedCharges(tx, ids),
  ]);
  const byId = new Map(recorded.map((charge) => [charge.id, charge]));
  return ids.flatMap((id) => byId.get(id) ?? []); // in the order of the drafts
}

function recordedAs(priced: readonly PricedCharge[]): AuditEvent {
  const charges = priced.map(({ charge }) => charge);
  return {
    action: 'CHARGES_RECORDED',
    kind: 'charge',
    objects: charges.map(({ id }) => id),
    after: recordedFacts(charges),
    values: priced.map((one) => chargeValues(one.charge, allocationRows(one))),
  };
}

/** By digests: the number itself is the traveller's, and no refusal repeats it. Errors: TicketRecoveredAlready, at the ticket. */
async function checkRecoveredOnce(
  tx: Tx,
  tickets: readonly { readonly number: string; readonly charge: string; readonly place: string }[],
): Promise<void> {
  if (tickets.length === 0) return;
  const known = await tx.query<{ number: string; charge: string }[]>(
    'select number, charge from charging.ticket where number = any($1)',
    [tickets.map(({ number }) => number)],
  );
  const recovered = new Map(known.map(({ number, charge }) => [number, charge]));
  for (const { number, charge, place } of tickets) {
    const by = recovered.get(number);
    if (by !== undefined) throw new TicketRecoveredAlready({ by, place });
    recovered.set(number, charge);
  }
}

/**
 * Covers the ticket numbers that books from before had in the open, once their travellers are covered. Returns how many.
 * For the start of the program.
 */
export async function coverTickets(tx: Tx, travellers: TravellersService): Promise<number> {
  const open = await tx.query<{ number: string; traveller: string }[]>(
    `select ticket.number, charge.traveller from charging.ticket join charging.charge on charge.id = ticket.charge
       where ticket.number !~ '^[0-9a-f]{64}$' and charge.traveller is not null order by ticket.number`,
  );
  if (open.length === 0) return 0;
  const digests = await travellers.keepTickets(tx, open);
  await tx.query('select charging.cover_tickets($1, $2)', [open.map(({ number }) => number), digests]);
  return open.length;
}

function travellerOf({ id, traveller }: Charge): string {
  if (traveller === null) throw new Error(`Charge ${id} has nights or tickets, and so a traveller.`);
  return traveller;
}

function allocationRows({ charge, clientSide, providerSide }: PricedCharge): ChargeAllocation[] {
  const rows = (side: ChargeAllocation['side'], shares: readonly Share[]): ChargeAllocation[] =>
    shares.map(({ fund, budgetLine, weight, amount }, index) => ({
      charge: charge.id,
      side,
      position: index + 1,
      fund,
      budgetLine,
      weight,
      amountUsd: amount.toString(),
    }));
  return [...rows('CLIENT', clientSide), ...rows('PROVIDER', providerSide)];
}
