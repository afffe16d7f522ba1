import { PeopleService } from '#identity';
import { ChargingService } from '#charging';
import { SettlementService } from '#invoicing';
import { Quantity } from '#kernel';
import type { Tx } from '#platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import * as a from '../support/a.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(60_000); // a database of its own, and papers are drawn: a busy machine may take its time

let office: Office;
let agreement: string;
beforeAll(async () => {
  office = await Office.open();
  agreement = (await office.agreement()).number;
});
beforeEach(() => office.books.clock.set(a.day('2025-12-31')));
afterAll(() => office.close());

const oneUnit = { quantity: Quantity.of('1') };
const request = (number: string, externalNumber: string) => ({
  ...{ documents: [number], method: 'JOURNAL_VOUCHER' as const, externalNumber, valueOn: a.day('2025-12-31') },
});

async function ends(person: string, duty: string): Promise<Date | undefined> {
  const read =
    'select id, ended_at as "endedAt" from identity.designation where person = $1 and duty = $2 order by fund';
  type Held = { id: string; endedAt: Date | null };
  const [held] = await office.db.query<Held[]>(read, [person, duty]);
  await office.do(async (tx) => {
    const by = await office.officer(tx, 'BRS.administrator');
    await office.books.get(PeopleService).end(tx, held?.id ?? '', 'left', by, office.books.clock);
  });
  return (await office.db.query<Held[]>(read, [person, duty]))[0]?.endedAt ?? undefined;
}

/** Until somebody waits for a lock of a person. */
async function somebodyWaits(): Promise<'waits'> {
  for (;;) {
    const rows = await office.owner.query<unknown[]>(
      `select from pg_locks where locktype = 'advisory' and classid = 1767225615 and not granted`,
    );
    if (rows.length > 0) return 'waits';
  }
}

describe('whoever acts while their designation is ended', () => {
  /** The end comes when the act is done and not committed. */
  async function endedMeanwhile(
    [person, duty]: [string, string],
    act: (tx: Tx) => Promise<unknown>,
  ): Promise<{ end: string; endedAt: Date | undefined }> {
    office.books.clock.set(a.day('2025-12-31'));
    const coming = await office.do(async (tx) => {
      await act(tx);
      const ended = ends(person, duty);
      const end = await Promise.race([somebodyWaits(), ended.then(() => 'does not wait')]);
      office.books.clock.set(a.day('2026-01-01'));
      return { end, ended };
    });
    return { end: coming.end, endedAt: await coming.ended };
  }
  const after = { end: 'waits', endedAt: new Date('2026-01-01T12:00:00Z') };

  it('has certified before its end', async () => {
    const ids = await office.received([office.draft(agreement, oneUnit)]);
    const certifies = async (tx: Tx): Promise<unknown> =>
      office.books
        .get(ChargingService)
        .certify(tx, { ids, seen: null }, await office.officer(tx, 'BRS.deputy'), office.books.clock);
    expect(await endedMeanwhile(['BRS.deputy', 'CERTIFYING_OFFICER'], certifies)).toEqual(after);
  });

  it('has proposed or approved a settlement before its end', async () => {
    const { number } = await office.invoiced(agreement, oneUnit);
    const settlements = office.books.get(SettlementService);
    let id = '';
    const proposes = async (tx: Tx): Promise<void> => {
      const by = await office.officer(tx, 'BRS.finance');
      ({ id } = await settlements.propose(tx, request(number, 'JV-1'), by, office.books.clock));
    };
    const approves = async (tx: Tx): Promise<void> =>
      settlements.approve(tx, { id, seen: null }, await office.officer(tx, 'BRS.approving'), office.books.clock);
    expect(await endedMeanwhile(['BRS.finance', 'FINANCE_OFFICER'], proposes)).toEqual(after);
    expect(await endedMeanwhile(['BRS.approving', 'APPROVING_OFFICER'], approves)).toEqual(after);
  });
});
