import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  type CheckResult,
  checksAgainst,
  type EditLogContent,
  EditLogService,
  exportRecords,
  OfflineVerification,
  VerificationService,
  type Wrong,
} from '#audit';
import { PeopleService } from '#identity';
import { CreditedSinceProposed, settlementNamed, type SettlementRequest } from '#invoicing';
import { Quantity } from '#kernel';
import { auditEventViews, everyAct, inSnapshot } from '#platform';
import { cryptography, sealAll, verifySeals } from '#sealing';
import * as a from '../support/a.ts';
import { Office } from '../support/office.ts';
import { type Log, openedLog } from '../support/sealed.ts';
import { checkOf } from '../support/sealed-office.ts';
import { sessionAs } from '../support/sessions.ts';
import { tampered } from '../support/tampered.ts';

jest.setTimeout(60_000); // a database of its own: a busy machine may take its time

/** The days that the clock shows while each of three charges is certified, in this order: it is set back twice. */
const days = ['2025-12-11', '2025-12-10', '2025-12-09'] as const;

describe('a clock that is set back between two postings', () => {
  let office: Office;
  let log: Log;
  const charges: string[] = [];
  beforeAll(async () => {
    office = await Office.open();
    log = await openedLog(office.books);
    const { number } = await office.agreement();
    const sealed = (): Promise<unknown> => sealAll(log.sealer, { key: log.key, clock: office.books.clock });
    for (const [place, day] of days.entries()) {
      office.books.clock.set(a.day(day));
      charges.push(...(await office.certified([office.draft(number)])));
      // The database's clock stands as far back: what waits for the seal says that it has waited since then.
      await office.owner.query(`update sealing.queue set queued_at = $1::date + time '12:00'`, [day]);
      if (place > 0) await sealed(); // the first two in one batch, the third in another
    }
  });
  afterAll(async () => {
    await log.close();
    await office.close(); // every invariant of the books is verified here
  });

  const certified = (objects: readonly string[]): boolean => charges.includes(objects[0] ?? '');

  it('leaves the leaves in the order in which the entries were committed', async () => {
    const leaves = await office.db.query<{ source: string; day: string }[]>(
      `select entry.source, to_char(entry.posted_at at time zone 'UTC', 'YYYY-MM-DD') as day
       from sealing.leaf join ledger.journal_entry as entry on leaf.kind = 'journal-entry' and leaf.record = entry.id::text
       where entry.book = 'BRS' order by leaf.position`,
    );
    expect(leaves).toEqual(charges.map((source, place) => ({ source, day: days[place] })));
  });

  it('breaks no seal', async () => {
    const verified = await inSnapshot(office.db, (tx) => verifySeals(tx));
    expect(verified).toMatchObject({ holds: true, findings: [], queued: 0 });
  });

  it('gives the list of acts and the edit log the order of the seal, and each act the time that was shown', async () => {
    const log = await editLog('2025-12');
    const lines = log.lines.filter(({ action, objects }) => action === 'CHARGES_CERTIFIED' && certified(objects));
    expect(lines.map(({ objects, at }) => [objects[0], at.slice(0, 10)])).toEqual(
      charges.map((charge, place) => [charge, days[place]]),
    );
    const leaves = log.lines.flatMap(({ leaf }) => (leaf === null ? [] : Number(leaf)));
    expect(leaves).toEqual(leaves.toSorted((one, other) => one - other));
    const acts = await inSnapshot(office.db, (tx) =>
      auditEventViews(tx, { action: 'CHARGES_CERTIFIED' }, everyAct, { limit: 10 }),
    );
    expect(acts.map(({ objects }) => objects[0])).toEqual(charges.toReversed());
  });

  function editLog(period: string): Promise<EditLogContent> {
    return inSnapshot(office.db, async (tx) => {
      const auditor = { ...(await office.officer(tx, 'BRS.auditor')), name: 'Auditor' };
      return office.books.get(EditLogService).content(tx, period, auditor, office.books.clock);
    });
  }
});

describe('a clock that is set back between an act and the next on the same', () => {
  let office: Office;
  let agreement: string;
  beforeAll(async () => {
    office = await Office.open();
    agreement = (await office.agreement()).number;
  });
  beforeEach(() => office.books.clock.set(a.day('2025-12-31')));
  afterAll(() => office.close());

  const units = { quantity: Quantity.of('2') }; // USD 1,840.00
  const voucher = (invoice: string): SettlementRequest => {
    const valueOn = a.day('2025-12-31');
    return { documents: [invoice], method: 'JOURNAL_VOUCHER', externalNumber: `JV-${invoice}`, valueOn };
  };
  const credits = async (invoice: string, charge: string): Promise<string> => {
    const lines = [{ charge, quantity: Quantity.of('1') }]; // USD 920.00
    const { id } = await office.credits({ invoice, lines, reason: 'a day was not worked' });
    return id;
  };
  const leftOut = async (id: string) => (await office.do((tx) => settlementNamed(tx, id))).leftOut;

  it('leaves a credit note that was issued since a settlement was proposed what its proposer did not know', async () => {
    const { number, charge } = await office.invoiced(agreement, units);
    const note = await credits(number, charge);
    office.books.clock.set(a.day('2026-01-01'));
    const { id } = await office.proposes(voucher(number));
    office.books.clock.set(a.day('2025-12-31'));
    await office.issues(note);
    expect(await leftOut(id)).toMatchObject([{ isIssuedSince: true }]);
    await expect(office.approves(id)).rejects.toBeInstanceOf(CreditedSinceProposed);
  });

  it('leaves one that was issued before what its proposer knew', async () => {
    const { number, charge } = await office.invoiced(agreement, units);
    const note = await credits(number, charge);
    office.books.clock.set(a.day('2026-01-01'));
    await office.issues(note);
    office.books.clock.set(a.day('2025-12-31'));
    const { id } = await office.proposes({ ...voucher(number), valueOn: a.day('2025-12-31') });
    expect(await leftOut(id)).toMatchObject([{ isIssuedSince: false }]);
    await office.approves(id);
  });

  it('and leaves what was done in a duty done in it, once that has ended', async () => {
    const { number } = await office.invoiced(agreement, units);
    await office.settles(voucher(number));
    office.books.clock.set(a.day('2025-12-30'));
    const held = await office.db.query<{ id: string }[]>(
      `select id from identity.designation
       where person in ('BRS.finance', 'BRS.approving') or (person, fund) = ('BRS.certifying', 'BC')`,
    );
    expect(held).toHaveLength(3);
    for (const { id } of held)
      await office.do(async (tx) => {
        const by = await office.officer(tx, 'BRS.administrator');
        await office.books.get(PeopleService).end(tx, id, 'left', by, office.books.clock);
      });
    const named = { id: 'I13d', holds: true, first: null };
    const i13d = async () => [await inTheBooks(), await inAnExport()];
    expect(await i13d()).toMatchObject([named, named]);
    const log = await openedLog(office.books);
    await sealAll(log.sealer, { key: log.key, clock: office.books.clock });
    expect(await i13d()).toMatchObject([named, named]); // by their leaves
    await log.close();
  });

  const inTheBooks = async (): Promise<CheckResult | undefined> => {
    const { checks } = await inSnapshot(office.db, (tx) => office.books.get(VerificationService).verify(tx));
    return checks.find(({ id }) => id === 'I13d');
  };
  const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
  const hashing = { ofText: sha256, ofBase64: (text: string) => sha256(Buffer.from(text, 'base64')) };

  const inAnExport = (): Promise<CheckResult | undefined> =>
    inSnapshot(office.db, async (tx) => {
      const verification = new OfflineVerification(hashing, cryptography, [], checksAgainst([]));
      for await (const record of exportRecords(tx, office.books.clock.now())) verification.accept(record);
      return verification.outcome().checks.find(({ id }) => id === 'I13d');
    });
});

describe('books from before there were acts', () => {
  let office: Office;
  let charge: string;
  const ofTheCharge = `person = 'BRS.certifying' and duty = 'CERTIFYING_OFFICER'`;
  beforeAll(async () => {
    office = await Office.open();
    office.books.clock.set(a.day('2025-12-30'));
    const { number } = await office.agreement();
    [charge = ''] = await office.certified([office.draft(number)]);
    office.books.clock.set(a.day('2025-12-31'));
    const held = await office.db.query<{ id: string }[]>(
      `select id from identity.designation where ${ofTheCharge} order by id`,
    );
    for (const { id } of held)
      await office.do(async (tx) => {
        const by = await office.officer(tx, 'BRS.administrator');
        await office.books.get(PeopleService).end(tx, id, 'left', by, office.books.clock);
      });
    const log = await openedLog(office.books);
    await sealAll(log.sealer, { key: log.key, clock: office.books.clock });
    await log.close();
  });
  afterAll(() => office.close());

  const without = (action: string): string => `delete from platform.audit_event where action = '${action}'`;

  it('have the times for the order of what no act tells, once the other is sealed', async () => {
    expect(await found([without('CHARGES_CERTIFIED')])).toEqual([]);
    expect(await found([without('DESIGNATION_ENDED')])).toEqual([]);
  });

  it.each(['CHARGES_CERTIFIED', 'DESIGNATION_ENDED'])(
    'and by them what was done too late is found, without %s',
    async (action) => {
      const earlier = `update identity.designation set ended_at = '2025-12-29' where ${ofTheCharge} and ended_at is not null`;
      const late = { kind: 'charge', object: charge, finding: 'BRS.certifying was not designated for BC' };
      expect(await found([without(action), earlier])).toContainEqual(late);
    },
  );

  async function found(statements: readonly string[]): Promise<readonly Wrong[]> {
    const superuser = await sessionAs('none', office.books.url);
    try {
      return await tampered(superuser, statements, (tx) => checkOf('I13d').wrong(tx));
    } finally {
      await superuser.destroy();
    }
  }
});
