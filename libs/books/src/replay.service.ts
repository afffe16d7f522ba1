import { AgreementsService } from '#agreements';
import { ChargingService, type Place } from '#charging';
import { IdentityService, type Officer } from '#identity';
import { InvoicingService, UnknownInvoice } from '#invoicing';
import { atAsync, fieldsAsAsync, type SetClock, today, Unknown } from '#kernel';
import { forTheProgram, inTransaction, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { officerCode, type OfficerRole } from './officers.ts';
import { ReferenceLoaderService } from './reference-loader.service.ts';
import type {
  Scenario,
  ScenarioAgreement,
  ScenarioCharge,
  ScenarioCreditNote,
  ScenarioInvoice,
  ScenarioTrip,
} from './scenario.ts';
import { batches, firstDay, type Happening, timeline } from './timeline.ts';

/** How far a replay has come; called after each batch. */
export type Progress = (done: number, all: number) => void;

/** The numbers the ledger gave to what the scenario calls by its own refs. */
export interface ReplayedNumbers {
  readonly invoices: ReadonlyMap<string, string>;
  readonly creditNotes: ReadonlyMap<string, string>;
}

const batchSize = 1000;

/**
 * Lives a scenario through again, day by day, with the services that the API uses: charges are recorded, confirmed and
 * certified by three officers, invoices prepared by one and issued by another. `clock` is set to each day in turn.
 * Errors: whatever rule the scenario breaks, with the place in the file; what was written before it stays.
 */
@Injectable()
export class ReplayService {
  constructor(
    private readonly db: DataSource,
    private readonly references: ReferenceLoaderService,
    private readonly identity: IdentityService,
    private readonly agreements: AgreementsService,
    private readonly charging: ChargingService,
    private readonly invoicing: InvoicingService,
  ) {}

  async run(scenario: Scenario, clock: SetClock, progress: Progress): Promise<ReplayedNumbers> {
    const happenings = timeline(scenario);
    const placeOf = placesIn(scenario);
    const invoices = new Map<string, string>();
    const creditNotes = new Map<string, string>();
    const travellers = new Map<string, string>(); // by trip of the file: the reference that the books gave
    clock.set(firstDay(scenario));
    await this.inTransaction((tx) => this.references.load(tx, scenario, clock));
    let done = 0;
    for (const batch of batches(happenings, batchSize)) {
      const [first] = batch as [Happening, ...Happening[]];
      clock.set(first.on);
      switch (first.kind) {
        case 'SIGNED':
          await atAsync(`/agreements/${first.index}`, () => this.sign(first.what, clock));
          await this.acceptWaiting(first.what, placeOf, clock);
          break;
        case 'CHARGE':
          await this.deliver(placeOf, batch, clock, (tx, officer, place) =>
            this.charging.record(
              tx,
              batch.map((one) => ofTraveller(one.what as ScenarioCharge, travellers)),
              officer,
              clock,
              { place },
            ),
          );
          break;
        case 'TRIP':
          await this.deliver(placeOf, batch, clock, async (tx, officer, place) => {
            const trips = batch.map((one) => one.what as ScenarioTrip);
            const recorded = await this.charging.recordTrips(tx, trips, officer, clock, place);
            for (const { id, traveller } of recorded) if (traveller !== null) travellers.set(id, traveller);
            return recorded;
          });
          break;
        case 'INVOICE':
          invoices.set(first.what.ref, await atAsync(`/invoices/${first.index}`, () => this.bill(first.what, clock)));
          break;
        case 'CREDIT_NOTE':
          creditNotes.set(
            first.what.ref,
            await atAsync(`/creditNotes/${first.index}`, () =>
              fieldsAsAsync({ '/lines': '/quantity' }, () => this.credit(first.what, invoices, clock)),
            ),
          );
          break;
      }
      done += batch.length;
      progress(done, happenings.length);
    }
    return { invoices, creditNotes };
  }

  /** Both sides sign on the day; what was delivered before is provisional no more and goes its way. */
  private async sign({ terms, signedOn }: ScenarioAgreement, clock: SetClock): Promise<void> {
    await this.inTransaction(async (tx) => {
      const day = signedOn ?? today(clock);
      const { number, provider, client } = terms;
      await this.agreements.sign(
        tx,
        number,
        { side: 'PROVIDER', signedOn: day },
        await this.officer(tx, provider, 'approving', clock),
        clock,
      );
      const last = await this.officer(tx, client, 'approving', clock);
      const agreement = await this.agreements.sign(tx, number, { side: 'CLIENT', signedOn: day }, last, clock);
      await this.charging.promoteProvisional(tx, agreement, last, clock);
    });
  }

  private async acceptWaiting({ terms }: ScenarioAgreement, placeOf: PlaceOf, clock: SetClock): Promise<void> {
    const waiting = await this.inTransaction((tx) =>
      tx.query<{ id: string }[]>(
        `select id from charging.charge where agreement = $1 and state = 'RECORDED' order by sequence`,
        [terms.number],
      ),
    );
    for (let from = 0; from < waiting.length; from += batchSize) {
      await this.accept(
        waiting.slice(from, from + batchSize).map(({ id }) => id),
        terms.client,
        placeOf,
        clock,
      );
    }
  }

  private async deliver(
    placeOf: PlaceOf,
    batch: readonly Happening[],
    clock: SetClock,
    record: (
      tx: Tx,
      officer: Officer,
      placeOf: Place,
    ) => Promise<{ id: string; agreement: string; client: string; state: string }[]>,
  ): Promise<void> {
    const [first] = batch as [Happening, ...Happening[]];
    const charges = await this.inTransaction(async (tx) => {
      const { provider } = await this.agreements.find(tx, (first.what as ScenarioCharge).agreement);
      return record(tx, await this.officer(tx, provider, 'finance', clock), (index) =>
        placeOf((batch[index]?.what as ScenarioCharge | undefined)?.id ?? ''),
      );
    });
    const client = charges[0]?.client ?? '';
    const due = charges.filter(({ state }) => state === 'RECORDED').map(({ id }) => id);
    if (due.length > 0) await this.accept(due, client, placeOf, clock);
  }

  /** The client confirms the units, and another of its officers certifies the cost. */
  private async accept(ids: readonly string[], client: string, placeOf: PlaceOf, clock: SetClock): Promise<void> {
    await this.inTransaction(async (tx) => {
      await this.charging.receive(tx, { ids, seen: null }, await this.officer(tx, client, 'finance', clock), clock);
      await this.charging.certify(
        tx,
        { ids, seen: null, placeOf },
        await this.officer(tx, client, 'certifying', clock),
        clock,
      );
    });
  }

  private async bill(invoice: ScenarioInvoice, clock: SetClock): Promise<string> {
    return this.inTransaction(async (tx) => {
      const agreement = await this.agreements.find(tx, invoice.agreement);
      if (agreement.provider !== invoice.provider) throw new ProviderOfAnotherAgreement(invoice);
      const preparer = await this.officer(tx, invoice.provider, 'finance', clock);
      const draft = await this.invoicing.prepare(
        tx,
        { agreement: invoice.agreement, charges: invoice.charges },
        preparer,
        clock,
      );
      const issued = await this.invoicing.issue(
        tx,
        { id: draft.id, seen: null },
        await this.officer(tx, invoice.provider, 'approving', clock),
        clock,
      );
      return issued.number ?? '';
    });
  }

  private async credit(
    note: ScenarioCreditNote,
    invoices: ReadonlyMap<string, string>,
    clock: SetClock,
  ): Promise<string> {
    return this.inTransaction(async (tx) => {
      const number = invoices.get(note.invoice);
      if (number === undefined) throw new UnknownInvoice(note.invoice, '/invoice');
      const { provider } = await this.invoicing.find(tx, number);
      const request = {
        invoice: number,
        lines: [{ charge: note.charge, quantity: note.quantity }],
        reason: note.reason,
      };
      const draft = await this.invoicing.prepareCreditNote(
        tx,
        request,
        await this.officer(tx, provider, 'finance', clock),
        clock,
      );
      const issued = await this.invoicing.issue(
        tx,
        { id: draft.id, seen: null },
        await this.officer(tx, provider, 'approving', clock),
        clock,
      );
      return issued.number ?? '';
    });
  }

  /** As the program, until an officer acts in it: from then on it is for that officer's side. */
  private inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return inTransaction(this.db, forTheProgram(work));
  }

  private officer(tx: Tx, secretariat: string, role: OfficerRole, clock: SetClock): Promise<Officer> {
    return this.identity.officer(tx, officerCode(secretariat, role), today(clock));
  }
}

/** A charge that names a trip of the file is of the same person: a name without its Party would be another one. */
function ofTraveller(charge: ScenarioCharge, references: ReadonlyMap<string, string>): ScenarioCharge {
  return charge.traveller === null
    ? charge
    : { ...charge, traveller: references.get(charge.traveller) ?? charge.traveller };
}

/** Where in the file a charge or a trip stands, by its id. */
type PlaceOf = (id: string) => string;

function placesIn({ charges, trips }: Scenario): PlaceOf {
  const places = new Map([
    ...charges.map(({ id }, index): [string, string] => [id, `/charges/${index}`]),
    ...trips.map(({ id }, index): [string, string] => [id, `/trips/${index}`]),
  ]);
  return (id) => places.get(id) ?? '';
}

export class ProviderOfAnotherAgreement extends Unknown {
  constructor({ ref, provider, agreement }: ScenarioInvoice) {
    super(`Invoice ${ref} is of ${provider}, which is not the provider of agreement ${agreement}.`, '/provider');
  }
}
