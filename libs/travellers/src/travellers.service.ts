import { checkMay, type Officer } from '#identity';
import { type Actor, at, checkedReason, type Clock, Day, today } from '#kernel';
import { recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  dataKey,
  decrypted,
  encrypted,
  keyIdOf,
  lookupDigest,
  newDataKey,
  newReference,
  PersonalKeyRing,
  wrappedUnder,
} from './personal-keys.service.ts';
import {
  checkConcerned,
  checkedName,
  isTravellerReference,
  retentionYearsLeast,
  samePerson,
  type Sides,
  TooEarlyToErase,
  TravellerErased,
  UnknownTraveller,
  type WrittenTraveller,
} from './traveller.ts';
import { noLongerNeeded, travellerView, type TravellerView } from './travellers.query.ts';

/** Who a traveller is. It is shown once, to whoever gave a reason, and neither kept with an answer nor logged. */
export interface Disclosure extends TravellerView {
  readonly name: string;
  readonly party: string | null;
  readonly tickets: readonly string[];
}

interface Kept {
  reference: string;
  wrapped_key: Buffer | null;
  name: Buffer | null;
  erased_at: Date | null;
}

/** Names, apart from the books. README. */
@Injectable()
export class TravellersService {
  constructor(private readonly ring: PersonalKeyRing) {}

  /**
   * The references of the people that are written down, in their order; null stays null. A reference is taken as it is; any
   * other text is what somebody is called, and the same person gets the same reference, whoever writes it.
   * Errors: UnknownTraveller, TravellerErased, NotAName, each at `place`.
   */
  async refer(
    tx: Tx,
    written: readonly (WrittenTraveller | null)[],
    by: Actor,
    clock: Clock,
    place: (index: number) => string,
  ): Promise<(string | null)[]> {
    if (written.every((one) => one === null)) return written.map(() => null); // a charge that nobody travels on asks nothing
    const named = written.map((one, index) =>
      one === null || isTravellerReference(one.text)
        ? one
        : { ...one, text: at(`${place(index)}/traveller`, () => checkedName(one.text, '')) },
    );
    const texts = named.map((one) => (one === null || isTravellerReference(one.text) ? null : samePerson(one)));
    const known = await this.known(tx, named, texts);
    const references = named.map((one, index) => {
      if (one === null) return null;
      const person = texts[index] ?? null;
      if (person !== null) return known.byPerson.get(person) ?? null;
      const erased = known.erased.get(one.text);
      if (erased === undefined) throw new UnknownTraveller(one.text, `${place(index)}/traveller`);
      if (erased) throw new TravellerErased(one.text, `${place(index)}/traveller`);
      return one.text;
    });
    const missing = new Map(
      named.flatMap((one, index): [string, WrittenTraveller][] => {
        const person = texts[index] ?? null;
        return one === null || person === null || known.byPerson.has(person) ? [] : [[person, one]];
      }),
    );
    if (missing.size === 0) return references;
    const registered = await this.register(tx, missing, by, clock);
    return references.map((reference, index) => reference ?? registered.get(texts[index] ?? '') ?? null);
  }

  /** Keeps ticket numbers under their traveller's key. Returns the digests that the books hold in their place, in their order. */
  async keepTickets(tx: Tx, tickets: readonly { traveller: string; number: string }[]): Promise<string[]> {
    if (tickets.length === 0) return [];
    const keys = await this.dataKeys(tx, [...new Set(tickets.map(({ traveller }) => traveller))]);
    const rows = tickets.map(({ traveller, number }) => {
      const key = keys.get(traveller);
      if (key === undefined) throw new TravellerErased(traveller);
      const digest = this.ticketDigest(number);
      return { digest, traveller, number: encrypted(key, number, `ticket ${digest}`) };
    });
    await tx.query(
      `insert into travellers.ticket (digest, traveller, number) select * from unnest($1::text[], $2::text[], $3::bytea[])
       on conflict on constraint traveller_ticket_once do nothing`, // the books refuse a ticket that comes twice, by name
      [rows.map(({ digest }) => digest), rows.map(({ traveller }) => traveller), rows.map(({ number }) => number)],
    );
    return rows.map(({ digest }) => digest);
  }

  /** Errors: UnknownTraveller. */
  async view(tx: Tx, reference: string): Promise<TravellerView> {
    const view = await travellerView(tx, reference);
    if (view === undefined) throw new UnknownTraveller(reference);
    return view;
  }

  /**
   * Shows who a traveller is, to a finance officer or an auditor of a side that pays or books, for a reason that is kept.
   * Errors: ReasonMissing, UnknownTraveller, NotDesignated, TravellerErased.
   */
  async disclose(
    tx: Tx,
    { reference, reason }: { reference: string; reason: string },
    by: Officer,
    clock: Clock,
    action: 'TRAVELLER_DISCLOSED' | 'TRAVELLER_EXPORTED' = 'TRAVELLER_DISCLOSED',
  ): Promise<Disclosure> {
    checkedReason(reason);
    const view = await this.view(tx, reference);
    checkConcerned(by, reference, view);
    checkMay(by, action === 'TRAVELLER_EXPORTED' ? 'traveller.export' : 'traveller.disclose');
    if (view.erasedAt !== null) throw new TravellerErased(reference);
    await recordEvent(tx, { action, kind: 'traveller', objects: [reference], reason }, by, clock.now());
    return { ...view, ...(await this.opened(tx, reference)) };
  }

  /**
   * Shows who the travellers of a document are, to whom `disclose` would show each of them; one act names them all. Those who are
   * erased are not in the answer. Errors: ReasonMissing, UnknownTraveller, NotDesignated.
   */
  async discloseAll(
    tx: Tx,
    { references, reason, document }: { references: readonly string[]; reason: string; document: string },
    sides: Sides,
    by: Officer,
    clock: Clock,
  ): Promise<Map<string, Pick<Disclosure, 'name' | 'party'>>> {
    checkedReason(reason);
    for (const reference of references) checkConcerned(by, reference, sides);
    checkMay(by, 'traveller.disclose');
    const event = { action: 'NAMES_ANNEX_DRAWN', kind: 'traveller', objects: references, reason };
    await recordEvent(tx, { ...event, after: { document } }, by, clock.now());
    const rows = await tx.query<{ reference: string; wrapped_key: Buffer; name: Buffer }[]>(
      'select reference, wrapped_key, name from travellers.traveller where reference = any($1) and wrapped_key is not null',
      [references],
    );
    return new Map(
      rows.map(({ reference, wrapped_key: wrapped, name: sealed }) => {
        const key = dataKey(this.ring.keys, wrapped, reference);
        return [reference, JSON.parse(decrypted(key, sealed, `name of ${reference}`).toString()) as Disclosure];
      }),
    );
  }

  /**
   * Writes a name down rightly, for whoever shows that it is wrong. The reference stays, and so does everything in the books.
   * Errors: those of `disclose`; NotAName, KnownUnderAnotherReference.
   */
  async correct(
    tx: Tx,
    { reference, name, reason }: { reference: string; name: string; reason: string },
    by: Officer,
    clock: Clock,
  ): Promise<TravellerView> {
    const text = checkedName(name);
    checkedReason(reason);
    const view = await this.view(tx, reference);
    checkConcerned(by, reference, view);
    checkMay(by, 'traveller.correct');
    if (view.erasedAt !== null) throw new TravellerErased(reference);
    const { party } = await this.opened(tx, reference);
    const key = (await this.dataKeys(tx, [reference])).get(reference);
    if (key === undefined) throw new TravellerErased(reference);
    await recordEvent(
      tx,
      { action: 'TRAVELLER_CORRECTED', kind: 'traveller', objects: [reference], reason },
      by,
      clock.now(),
    );
    await tx.query('update travellers.traveller set name = $2, lookup = $3 where reference = $1', [
      reference,
      encrypted(key, JSON.stringify({ name: text, party }), `name of ${reference}`),
      this.lookupOf({ text, party }),
    ]);
    return view;
  }

  /**
   * Erases the names that nobody needs any more: of each traveller whose charges were all delivered and settled before
   * this day, the wrapped key, the name, what it is found by and the ticket numbers. The reference stays in the books.
   * Returns the references. Errors: TooEarlyToErase, NotDesignated.
   */
  async erase(tx: Tx, before: Day, by: Officer, clock: Clock): Promise<string[]> {
    checkMay(by, 'traveller.erase');
    const latest = yearsBefore(today(clock), retentionYearsLeast);
    if (before.isAfter(latest)) throw new TooEarlyToErase(before.toString(), latest.toString());
    const references = await noLongerNeeded(tx, { before: before.toString(), side: by.secretariat });
    if (references.length === 0) return [];
    const event = { action: 'TRAVELLERS_ERASED', kind: 'traveller', objects: references };
    await recordEvent(tx, { ...event, after: { before: before.toString() } }, by, clock.now());
    await tx.query('select travellers.erase($1, $2)', [references, clock.now()]);
    return references;
  }

  /**
   * Covers what books from before had in the open: each name is taken from where it waits and kept under a key of its own.
   * Returns how many. For the start of the program, before anything is served.
   */
  async coverWhatWaits(tx: Tx, clock: Clock): Promise<number> {
    const waiting = await tx.query<{ reference: string; written: string; party: string | null }[]>(
      'select reference, written, party from travellers.waiting order by reference',
    );
    if (waiting.length === 0) return 0;
    const program: Actor = { person: 'recoup', secretariat: 'recoup' };
    const objects = waiting.map(({ reference }) => reference);
    await recordEvent(tx, { action: 'TRAVELLERS_COVERED', kind: 'traveller', objects }, program, clock.now());
    for (const { reference, written, party } of waiting) {
      const sealed = this.sealedName(reference, { text: written, party });
      await tx.query('update travellers.traveller set wrapped_key = $2, name = $3, lookup = $4 where reference = $1', [
        reference,
        sealed.wrapped,
        sealed.name,
        this.lookupOf({ text: written, party }),
      ]);
    }
    await tx.query('select travellers.forget_waiting($1)', [objects]);
    return waiting.length;
  }

  /** Wraps every data key under the newest wrapping key. Returns how many were not yet. */
  async rewrap(tx: Tx, by: Actor, clock: Clock): Promise<number> {
    const { keys } = this.ring;
    const [newest] = keys.wrapping;
    const rows = await tx.query<{ reference: string; wrapped_key: Buffer }[]>(
      'select reference, wrapped_key from travellers.traveller where wrapped_key is not null order by reference for no key update',
    );
    const older = rows.filter(({ wrapped_key: wrapped }) => keyIdOf(wrapped) !== newest.id);
    const objects = older.map(({ reference }) => reference);
    const event = { action: 'PERSONAL_KEYS_REWRAPPED', kind: 'traveller', objects };
    await recordEvent(tx, { ...event, after: { key: newest.id } }, by, clock.now());
    for (const { reference, wrapped_key: wrapped } of older) {
      const again = wrappedUnder(newest, dataKey(keys, wrapped, reference), reference);
      await tx.query('update travellers.traveller set wrapped_key = $2 where reference = $1', [reference, again]);
    }
    return older.length;
  }

  /** The wrapping keys that the names in these books need. */
  async keysInUse(tx: Pick<Tx, 'query'>): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select distinct encode(substr(wrapped_key, 1, 8), 'hex') as id from travellers.traveller where wrapped_key is not null`,
    );
    return rows.map(({ id }) => id);
  }

  private async known(
    tx: Tx,
    named: readonly (WrittenTraveller | null)[],
    texts: readonly (string | null)[],
  ): Promise<{ byPerson: Map<string, string>; erased: Map<string, boolean> }> {
    const lookups = new Map(
      texts.flatMap((text) => (text === null ? [] : [[this.digest(text).toString('hex'), text]])),
    );
    const references = named.flatMap((one) => (one !== null && isTravellerReference(one.text) ? [one.text] : []));
    const rows = await tx.query<{ reference: string; lookup: string | null; erased: boolean }[]>(
      `select reference, encode(lookup, 'hex') as lookup, erased_at is not null as erased from travellers.traveller
       where lookup = any($1::bytea[]) or reference = any($2)`,
      [[...lookups.keys()].map((hex) => Buffer.from(hex, 'hex')), references],
    );
    return {
      byPerson: new Map(
        rows.flatMap(({ reference, lookup }) => {
          const text = lookups.get(lookup ?? '');
          return text === undefined ? [] : [[text, reference] as const];
        }),
      ),
      erased: new Map(rows.map(({ reference, erased }) => [reference, erased])),
    };
  }

  private async register(
    tx: Tx,
    missing: ReadonlyMap<string, WrittenTraveller>,
    by: Actor,
    clock: Clock,
  ): Promise<Map<string, string>> {
    const rows = [...missing].map(([person, written]) => {
      const reference = newReference();
      return { person, reference, lookup: this.digest(person), ...this.sealedName(reference, written) };
    });
    const objects = rows.map(({ reference }) => reference);
    await recordEvent(tx, { action: 'TRAVELLERS_REGISTERED', kind: 'traveller', objects }, by, clock.now());
    // In the order of what they are found by: two officers who write down the same people do not wait for each other.
    const inOrder = [...rows].sort((a, b) => Buffer.compare(a.lookup, b.lookup));
    await tx.query(
      `insert into travellers.traveller (reference, registered_by, registered_for, registered_at, lookup, wrapped_key, name)
       select reference, $2, $3, $4, lookup, wrapped_key, name
       from unnest($1::text[], $5::bytea[], $6::bytea[], $7::bytea[]) as row (reference, lookup, wrapped_key, name)
       on conflict on constraint traveller_known_once do nothing`,
      [
        inOrder.map(({ reference }) => reference),
        by.person,
        by.secretariat,
        clock.now(),
        inOrder.map(({ lookup }) => lookup),
        inOrder.map(({ wrapped }) => wrapped),
        inOrder.map(({ name }) => name),
      ],
    );
    // Read again: somebody else may have written the same person down a moment before.
    const found = await tx.query<{ reference: string; lookup: Buffer }[]>(
      'select reference, lookup from travellers.traveller where lookup = any($1::bytea[])',
      [rows.map(({ lookup }) => lookup)],
    );
    const byLookup = new Map(found.map(({ reference, lookup }) => [lookup.toString('hex'), reference]));
    return new Map(
      rows.flatMap(({ person, lookup }) => {
        const reference = byLookup.get(lookup.toString('hex'));
        return reference === undefined ? [] : [[person, reference] as const];
      }),
    );
  }

  private sealedName(reference: string, { text, party }: WrittenTraveller): { wrapped: Buffer; name: Buffer } {
    const { key, wrapped } = newDataKey(this.ring.keys, reference);
    return { wrapped, name: encrypted(key, JSON.stringify({ name: text, party }), `name of ${reference}`) };
  }

  private lookupOf(written: WrittenTraveller): Buffer {
    return this.digest(samePerson(written));
  }

  private digest(person: string): Buffer {
    return lookupDigest(this.ring.keys, 'traveller', person);
  }

  private ticketDigest(number: string): string {
    return lookupDigest(this.ring.keys, 'ticket', number).toString('hex');
  }

  /** Errors: TravellerErased. */
  private async opened(tx: Tx, reference: string): Promise<Pick<Disclosure, 'name' | 'party' | 'tickets'>> {
    const [kept] = await tx.query<Kept[]>(
      'select reference, wrapped_key, name, erased_at from travellers.traveller where reference = $1',
      [reference],
    );
    const { wrapped_key: wrapped = null, name: sealed = null } = kept ?? {};
    if (wrapped === null || sealed === null) throw new TravellerErased(reference);
    const key = dataKey(this.ring.keys, wrapped, reference);
    const { name, party } = JSON.parse(decrypted(key, sealed, `name of ${reference}`).toString()) as Disclosure;
    const tickets = await tx.query<{ digest: string; number: Buffer }[]>(
      'select digest, number from travellers.ticket where traveller = $1 order by digest',
      [reference],
    );
    return {
      name,
      party,
      tickets: tickets.map(({ digest, number }) => decrypted(key, number, `ticket ${digest}`).toString()).sort(),
    };
  }

  private async dataKeys(tx: Tx, references: readonly string[]): Promise<Map<string, Buffer>> {
    const rows = await tx.query<{ reference: string; wrapped_key: Buffer }[]>(
      'select reference, wrapped_key from travellers.traveller where reference = any($1) and wrapped_key is not null',
      [references],
    );
    return new Map(
      rows.map(({ reference, wrapped_key: wrapped }) => [reference, dataKey(this.ring.keys, wrapped, reference)]),
    );
  }
}

/** The same day so many years before; 28 February for the 29th where there is none. */
function yearsBefore(day: Day, years: number): Day {
  const [year, rest] = [day.toString().slice(0, 4), day.toString().slice(4)];
  return Day.of(`${Number(year) - years}${rest === '-02-29' ? '-02-28' : rest}`);
}
