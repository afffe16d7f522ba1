import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type EditLogContent, EditLogService } from '#audit';
import { auditEventViews, everyAct, inSnapshot } from '#platform';
import { sealAll, verifySeals } from '#sealing';
import * as a from '../support/a.ts';
import { Office } from '../support/office.ts';
import { type Log, openedLog } from '../support/sealed.ts';

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
