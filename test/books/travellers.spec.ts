import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { NightTwice, TicketRecoveredAlready } from '#charging';
import { NotDesignated } from '#identity';
import { NamesAnnexService, NobodyTravels } from '#invoicing';
import { Money, ReasonMissing } from '#kernel';
import { inSnapshot, inTransaction } from '#platform';
import {
  KnownUnderAnotherReference,
  TooEarlyToErase,
  TravellerErased,
  TravellersService,
  UnknownTraveller,
} from '#travellers';
import { VerificationService } from '#audit';
import { flawsOf, structureOf } from '../golden/pdf-structure.ts';
import { squeeze, squeezed } from '../golden/pdf-text.ts';
import * as a from '../support/a.ts';
import { NameStillNeeded } from '../../libs/travellers/src/traveller.ts';
import { constraintAgainst, constraintBehindTheRights, nothingWritten } from '../support/nothing-written.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(120_000);

const name = 'Aïssatou Diop-Canary';

describe('the books and who travels', () => {
  let office: Office;
  let agreement: string;
  let reference: string;
  const travellers = () => office.books.get(TravellersService);
  const night = (first: string) => [{ place: 'CHGVA', first: a.day(first), count: 1, lodgingProvided: false }];
  const trip = (id: string, traveller: string, facts: Parameters<typeof a.tripDraft>[0] = {}) =>
    a.tripDraft({ id, agreement, traveller, party: 'SN', tickets: [], stays: [], ...facts });
  const ticket = (number: string) => [
    { kind: 'TICKET' as const, amount: Money.usd('500.00'), on: a.day('2025-10-06'), number },
  ];
  const disclosed = (by: string, reason = 'the bank asks', who = reference) =>
    office.do(async (tx) =>
      travellers().disclose(tx, { reference: who, reason }, await office.officer(tx, by), office.books.clock),
    );
  const refused = (work: () => Promise<unknown>) => nothingWritten(office.db, work);

  beforeAll(async () => {
    office = await Office.open();
    agreement = (await office.agreement()).number;
    const [first] = await office.recordsTrips([
      trip('TRIP-1', name, { stays: night('2025-11-02'), tickets: ticket('706-CANARY-1') }),
    ]);
    reference = first?.traveller ?? '';
  });
  afterAll(() => office.close());

  /** Every table, every row, every column, as text: bytes in hexadecimal and as they are. */
  async function everything(): Promise<string> {
    const tables = await office.owner.query<{ name: string }[]>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    const rows = await Promise.all(
      tables.map(({ name: table }) =>
        office.owner.query<{ all: string | null }[]>(
          `select string_agg(row::text, E'\\n') as all from ${table} as row`,
        ),
      ),
    );
    return rows.map(([row]) => row?.all ?? '').join('\n');
  }

  it('hold a reference that was drawn, and the name and the ticket nowhere in the open', async () => {
    expect(reference).toMatch(/^TR-[0-9A-Z]{10}$/);
    const all = await everything();
    expect(all).toContain(reference);
    for (const text of [name, 'Diop', 'DIOP', 'CANARY-1']) {
      expect(all).not.toContain(text);
      expect(all).not.toContain(Buffer.from(text).toString('hex'));
    }
    // The search finds what is there: an officer's name is, in clear.
    expect(all).toContain('MINAMATA.finance');
  });

  it('give one person one reference, however the name is written, and pay a night of it once', async () => {
    const again = await refused(() =>
      office.recordsTrips([trip('TRIP-2', 'DIOP CANARY, Aissatou', { stays: night('2025-11-02') })]),
    );
    expect(again).toBeInstanceOf(NightTwice);
    const other = await office.agreement();
    const [same] = await office.recordsTrips([
      trip('TRIP-3', 'diop canary aissatou', { agreement: other.number, stays: night('2025-11-05') }),
    ]);
    expect(same?.traveller).toBe(reference);
    expect(
      await refused(() => office.recordsTrips([trip('TRIP-4', reference, { stays: night('2025-11-05') })])),
    ).toBeInstanceOf(NightTwice);
    const [namesake] = await office.recordsTrips([trip('TRIP-5', `${name} (2)`, { stays: night('2025-11-02') })]);
    expect(namesake?.traveller).not.toBe(reference);
  });

  it('recover a ticket once, whoever flew with it', async () => {
    expect(
      await refused(() => office.recordsTrips([trip('TRIP-6', 'Somebody Else', { tickets: ticket('706-CANARY-1') })])),
    ).toBeInstanceOf(TicketRecoveredAlready);
  });

  it('give two officers who write one person down at the same time one reference', async () => {
    const both = await Promise.all(
      ['TRIP-7', 'TRIP-8'].map((id) => office.recordsTrips([trip(id, 'Kofi Together', { party: 'GH', terminals: 1 })])),
    );
    expect(new Set(both.map(([charge]) => charge?.traveller)).size).toBe(1);
  });

  it('take no reference that they do not have', async () => {
    expect(await refused(() => office.recordsTrips([trip('TRIP-9', 'TR-0000000000')]))).toMatchObject({
      constructor: UnknownTraveller,
      pointer: '/traveller',
    });
  });

  describe('show a name', () => {
    it('to a finance officer of either side, for a reason that stays', async () => {
      for (const by of ['MINAMATA.finance', 'BRS.finance']) {
        expect(await disclosed(by)).toMatchObject({ name, party: 'SN', tickets: ['706-CANARY-1'] });
      }
      const designations = [{ duty: 'AUDITOR' as const, fund: '' }];
      const auditor = { person: 'BRS.nobody', secretariat: 'BRS', name: 'x', designations };
      const toAuditor = office.do((tx) =>
        travellers().disclose(tx, { reference, reason: 'sample 12' }, auditor, office.books.clock),
      );
      expect(await toAuditor).toMatchObject({ name });
      const events = await office.db.query<object[]>(
        `select person, reason, object_ids as objects from platform.audit_event where action = 'TRAVELLER_DISCLOSED' order by sequence`,
      );
      expect(events).toHaveLength(3);
      expect(events[0]).toEqual({ person: 'MINAMATA.finance', reason: 'the bank asks', objects: [reference] });
      expect(JSON.stringify(events)).not.toContain('Diop');
    });

    it('to nobody without a reason, to no certifying officer, and to no side that neither pays nor books', async () => {
      expect(await refused(() => disclosed('BRS.finance', '  '))).toBeInstanceOf(ReasonMissing);
      expect(await refused(() => disclosed('BRS.certifying'))).toBeInstanceOf(NotDesignated);
      expect(await refused(() => disclosed('BRS.finance', 'x', 'TR-0000000000'))).toBeInstanceOf(UnknownTraveller);
      const stranger = { person: 'OZONE.finance', secretariat: 'OZONE', name: 'x', designations: [] };
      expect(
        await refused(() =>
          office.do((tx) => travellers().disclose(tx, { reference, reason: 'x' }, stranger, office.books.clock)),
        ),
      ).toBeInstanceOf(UnknownTraveller);
    });
  });

  it('correct a name, and know the person by the right one from then on', async () => {
    const [charge] = await office.recordsTrips([trip('TRIP-10', 'Amina Wrogn', { terminals: 1 })]);
    const wrong = charge?.traveller ?? '';
    const corrected = (text: string) =>
      office.do(async (tx) =>
        travellers().correct(
          tx,
          { reference: wrong, name: text, reason: 'her letter of 3 June' },
          await office.officer(tx, 'MINAMATA.finance'),
          office.books.clock,
        ),
      );
    expect(await refused(() => corrected(name))).toBeInstanceOf(KnownUnderAnotherReference);
    await corrected('Amina Wrong');
    expect(await disclosed('BRS.finance', 'x', wrong)).toMatchObject({ name: 'Amina Wrong', party: 'SN' });
    const [next] = await office.recordsTrips([trip('TRIP-11', 'WRONG Amina', { terminals: 1 })]);
    expect(next?.traveller).toBe(wrong);
  });

  describe('past the service', () => {
    it('keep a traveller, and let no name go without an act of erasure at its time', async () => {
      const against = (statement: string) => constraintAgainst(office.db, (tx) => tx.query(statement, [reference]));
      const behind = (statement: string) =>
        constraintBehindTheRights(office.books, (tx) => tx.query(statement, [reference]));
      const erase = `select travellers.erase(array[$1], '2099-01-01')`;
      expect(await against(erase)).toBe('traveller_needed_no_more');
      expect(await refused(() => office.arranges((tx) => tx.query(erase, [reference])))).toBeInstanceOf(
        NameStillNeeded,
      );
      expect(await behind('delete from travellers.traveller where reference = $1')).toBe('traveller_is_kept');
      expect(await behind(`update travellers.traveller set registered_by = 'x' where reference = $1`)).toBe(
        'traveller_is_kept',
      );
      const forgotten =
        'update travellers.traveller set name = null, lookup = null, wrapped_key = null where reference = $1';
      expect(await against(forgotten)).toBe('traveller_is_kept'); // the columns are the server's to correct
      expect(await behind('delete from travellers.ticket where traveller = $1')).toBe('traveller_ticket_is_kept');
      expect(await against('update travellers.traveller set name = null where reference = $1')).toBe(
        'traveller_name_is_whole_or_gone',
      );
    });

    it('refuse a change of a traveller that is nobody’s act', async () => {
      await expect(
        inTransaction(office.db, (tx) =>
          tx.query('update travellers.traveller set name = name where reference = $1', [reference]),
        ),
      ).rejects.toMatchObject({ code: 'CHANGE_IS_NOT_AUDITED' });
    });
  });

  describe('at the end of retention', () => {
    const erases = (before: string, by = 'MINAMATA.approving') =>
      office.do(async (tx) => travellers().erase(tx, a.day(before), await office.officer(tx, by), office.books.clock));

    it('erase nothing that is not settled, or not long enough ago, or by another than an approving officer', async () => {
      expect(await refused(() => erases('2025-12-31'))).toBeInstanceOf(TooEarlyToErase);
      expect(await refused(() => erases('2020-01-01', 'MINAMATA.finance'))).toBeInstanceOf(NotDesignated);
      office.books.clock.set(a.day('2025-12-31'));
      expect(await erases('2020-12-31')).toEqual([]);
    });

    it('erase the name for good, and everything else holds', async () => {
      const settledTrip = await office.recordsTrips([
        trip('TRIP-20', 'Fatou Settled', { stays: night('2025-11-07'), tickets: ticket('706-CANARY-20') }),
      ]);
      const gone = settledTrip[0]?.traveller ?? '';
      await office.receives(['TRIP-20']);
      await office.certifies(['TRIP-20']);
      const { id } = await office.prepares(agreement, ['TRIP-20']);
      const { number: invoice } = await office.issues(id);
      await office.settles({
        documents: [invoice ?? ''],
        method: 'JOURNAL_VOUCHER',
        externalNumber: 'JV-20',
        valueOn: a.day('2025-12-31'),
      });
      const before = await inSnapshot(office.db, (tx) => office.books.get(VerificationService).verify(tx));
      expect(before.ok).toBe(true);
      const annex = (by: string, reason = 'the payer asks', number = invoice ?? '') =>
        office.do(async (tx) =>
          office.books
            .get(NamesAnnexService)
            .render(tx, { number, reason }, await office.officer(tx, by), office.books.clock),
        );
      expect(await refused(() => annex('BRS.certifying'))).toBeInstanceOf(NotDesignated);
      expect(await refused(() => annex('BRS.finance', ' '))).toBeInstanceOf(ReasonMissing);
      const services = await office.invoiced((await office.agreement()).number);
      expect(await refused(() => annex('BRS.finance', 'the payer asks', services.number))).toBeInstanceOf(
        NobodyTravels,
      );
      const [paper] = await office.db.query<{ content: string; pdf: Buffer }[]>(
        'select content, pdf from invoicing.paper where number = $1',
        [invoice],
      );
      expect(paper?.content).toContain(gone);
      expect(squeezed(paper?.pdf ?? Buffer.alloc(0))).not.toContain('Settled');
      expect(squeezed(await annex('BRS.finance'))).toContain(squeeze('Fatou Settled'));
      expect(flawsOf(await structureOf(await annex('BRS.finance')))).toEqual([]);
      const [drawn] = await office.db.query<object[]>(
        `select person, object_ids, after from platform.audit_event where action = 'NAMES_ANNEX_DRAWN'`,
      );
      expect(drawn).toEqual({ person: 'BRS.finance', object_ids: [gone], after: { document: invoice } });
      const [entries] = await office.db.query<{ all: string }[]>(
        `select md5(string_agg(body, '' order by id)) as all from ledger.journal_entry`,
      );
      office.books.clock.set(a.day('2031-06-30'));
      expect(await erases('2026-06-30')).toEqual([gone]); // the others are not settled yet
      const [left] = await office.owner.query<object[]>(
        'select lookup, wrapped_key, name, erased_at is not null as erased from travellers.traveller where reference = $1',
        [gone],
      );
      expect(left).toEqual({ lookup: null, wrapped_key: null, name: null, erased: true });
      expect(await office.owner.query('select from travellers.ticket where traveller = $1', [gone])).toEqual([]);
      expect(await refused(() => disclosed('MINAMATA.finance', 'x', gone))).toBeInstanceOf(TravellerErased);
      expect(squeezed(await annex('BRS.finance'))).not.toContain('Fatou');
      expect(await refused(() => office.recordsTrips([trip('TRIP-21', gone)]))).toBeInstanceOf(TravellerErased);
      // A ticket that was recovered stays recovered, whose it was or not.
      expect(
        await refused(() => office.recordsTrips([trip('TRIP-22', 'Somebody', { tickets: ticket('706-CANARY-20') })])),
      ).toBeInstanceOf(TicketRecoveredAlready);
      expect(await office.db.query(`select traveller from charging.charge where id = 'TRIP-20'`)).toEqual([
        { traveller: gone },
      ]);
      const after = await inSnapshot(office.db, (tx) => office.books.get(VerificationService).verify(tx));
      expect(after.checks.filter(({ holds }) => !holds)).toEqual([]);
      expect(
        await office.db.query(`select md5(string_agg(body, '' order by id)) as all from ledger.journal_entry`),
      ).toEqual([entries]);
    });
  });
});
