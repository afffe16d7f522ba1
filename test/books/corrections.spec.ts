import { VerificationService } from '#audit';
import {
  ChargeIsProvisional,
  ChargeNotInState,
  CorrectedByCreditNote,
  NightTwice,
  ReplacesOneStillOwed,
  TicketRecoveredAlready,
} from '#charging';
import { ActsForTheOtherSide, NotDesignated, SamePerson } from '#identity';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Quantity } from '#kernel';
import { type Database, inSnapshot, type Tx } from '#platform';
import * as a from '../support/a.ts';
import { nothingWritten } from '../support/nothing-written.ts';
import { Office } from '../support/office.ts';
import { sessionAs } from '../support/sessions.ts';

jest.setTimeout(120_000); // a database of its own, papers are drawn, and the verification is run

describe('a charge that is wrong', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close()); // verified as it is left

  const refused = (work: () => Promise<unknown>): Promise<unknown> => nothingWritten(office.db, work);
  const oneDay = (agreement: string, facts = {}) => office.draft(agreement, { quantity: Quantity.of('1'), ...facts });
  const recorded = async (agreement: string): Promise<string> =>
    (await office.records([oneDay(agreement)]))[0]?.id ?? '';
  const certified = async (agreement: string): Promise<string> =>
    (await office.certified([oneDay(agreement)]))[0] ?? '';

  describe('and is not certified', () => {
    it('is withdrawn by its provider, and another takes its place', async () => {
      const { number } = await office.agreement();
      const id = await recorded(number);
      expect(await office.corrects('withdraw', id)).toMatchObject([
        { state: 'WITHDRAWN', version: 2, remark: 'the wrong line', remarkBy: 'MINAMATA.finance' },
      ]);
      const [again] = await office.records([oneDay(number, { replaces: id })]);
      expect(again).toMatchObject({ state: 'RECORDED', replaces: id });
      expect(await refused(() => office.records([oneDay(number, { replaces: id })]))).toBeInstanceOf(
        ReplacesOneStillOwed,
      );
      expect(await refused(() => office.corrects('withdraw', id))).toBeInstanceOf(ChargeNotInState);
    });

    it('is no replacement of one that is still owed', async () => {
      const { number } = await office.agreement();
      const id = await recorded(number);
      expect(await refused(() => office.records([oneDay(number, { replaces: id })]))).toBeInstanceOf(
        ReplacesOneStillOwed,
      );
    });

    it('is returned by the client, answered by the provider, and confirmed anew', async () => {
      const { number } = await office.agreement();
      const [id = ''] = await office.received([oneDay(number)]);
      expect(await office.corrects('return', id, 'BRS.certifying')).toMatchObject([
        { state: 'RETURNED', receivedBy: null, remarkBy: 'BRS.certifying' },
      ]);
      expect(await refused(() => office.certifies([id]))).toBeInstanceOf(ChargeNotInState);
      expect(await office.corrects('resubmit', id)).toMatchObject([{ state: 'RECORDED', receivedBy: null }]);
      await office.receives([id]);
      await office.certifies([id]);
      expect((await office.charge(id)).state).toBe('CERTIFIED');
    });

    it('frees the nights and the ticket of a trip that is withdrawn', async () => {
      const { number } = await office.agreement();
      const trip = (id: string, ticket = 'W-TICKET') =>
        a.tripDraft({
          ...{ id, agreement: number, traveller: 'W-1' },
          tickets: [{ kind: 'TICKET', amount: a.usd('100.00'), on: a.day('2025-10-06'), number: ticket }],
        });
      await office.recordsTrips([trip('W-1')]);
      expect(await refused(() => office.recordsTrips([trip('W-2')]))).toBeInstanceOf(TicketRecoveredAlready);
      expect(await refused(() => office.recordsTrips([trip('W-2', 'W-OTHER')]))).toBeInstanceOf(NightTwice);
      await office.corrects('withdraw', 'W-1');
      expect(await office.recordsTrips([trip('W-2')])).toMatchObject([{ state: 'RECORDED' }]);
    });

    it.each([
      ['withdraw', 'BRS.finance', ActsForTheOtherSide],
      ['withdraw', 'MINAMATA.approving', NotDesignated],
      ['return', 'MINAMATA.finance', ActsForTheOtherSide],
      ['return', 'BRS.approving', NotDesignated],
      ['prepareReversal', 'MINAMATA.finance', ChargeNotInState],
    ] as const)('is not for everybody: %s by %s', async (how, by, error) => {
      const { number } = await office.agreement();
      const id = await recorded(number);
      expect(await refused(() => office.corrects(how, id, by))).toBeInstanceOf(error);
    });

    it('that is provisional may be withdrawn and not returned, and no answer makes it owed', async () => {
      const { number } = await office.agreement({ signed: false });
      const id = await recorded(number);
      expect(await refused(() => office.corrects('resubmit', id))).toBeInstanceOf(ChargeIsProvisional);
      expect(await refused(() => office.corrects('return', id))).toBeInstanceOf(ChargeIsProvisional);
      expect(await office.corrects('withdraw', id)).toMatchObject([{ state: 'WITHDRAWN' }]);
    });
  });

  describe('and is certified', () => {
    const entries = (source: string): Promise<{ entry: string }[]> =>
      office.db.query(
        `select concat_ws(' ', entry.book, entry.event, entry.accounting_on, entry.biennium, posting.account, posting.fund,
           nullif(posting.budget_line, ''), posting.amount_usd) as entry
         from ledger.journal_entry as entry join ledger.posting on posting.entry_id = entry.id
         where entry.source = $1 and entry.event = 'CHARGE_REVERSED' order by entry.id, posting.position`,
        [source],
      );

    it('is certified by nobody while it waits for its reversal', async () => {
      const { number } = await office.agreement();
      const id = await certified(number);
      await office.corrects('prepareReversal', id);
      expect(await refused(() => office.certifies([id]))).toBeInstanceOf(ChargeNotInState);
      await office.corrects('keep', id);
      expect((await office.charge(id)).state).toBe('CERTIFIED');
    });

    it('is undone in both books by two people, and what it had taken up is free', async () => {
      const { number } = await office.agreement();
      const before = await office.counters(number);
      const id = await certified(number);
      await office.corrects('prepareReversal', id);
      expect(await office.approvesReversal(id)).toMatchObject([
        { state: 'REVERSED', remarkBy: 'MINAMATA.finance', reversedBy: 'MINAMATA.approving' },
      ]);
      expect(await office.counters(number)).toEqual(before);
      expect((await entries(id)).map(({ entry }) => entry)).toEqual([
        `BRS CHARGE_REVERSED 2025-12-31 2024-2025 PAYABLE_UNBILLED BC BC-${number} 306.67`,
        `BRS CHARGE_REVERSED 2025-12-31 2024-2025 EXPENDITURE BC BC-${number} -306.67`,
        `BRS CHARGE_REVERSED 2025-12-31 2024-2025 PAYABLE_UNBILLED RO RO-${number} 306.67`,
        `BRS CHARGE_REVERSED 2025-12-31 2024-2025 EXPENDITURE RO RO-${number} -306.67`,
        `BRS CHARGE_REVERSED 2025-12-31 2024-2025 PAYABLE_UNBILLED SC SC-${number} 306.66`,
        `BRS CHARGE_REVERSED 2025-12-31 2024-2025 EXPENDITURE SC SC-${number} -306.66`,
        'MINAMATA CHARGE_REVERSED 2025-12-31 2024-2025 RECOVERY_INCOME MC-GTF 920.00',
        'MINAMATA CHARGE_REVERSED 2025-12-31 2024-2025 RECEIVABLE_UNBILLED MC-GTF -920.00',
      ]);
      const [again] = await office.records([oneDay(number, { replaces: id })]);
      expect(again?.replaces).toBe(id);
    });

    it('names by its pair the entries that it undoes', async () => {
      const { number } = await office.agreement();
      const id = await certified(number);
      await office.corrects('prepareReversal', id);
      await office.approvesReversal(id);
      const [linked] = await office.db.query<{ linked: string }[]>(
        `select count(*) as linked from ledger.journal_entry as entry
         join ledger.journal_entry as original on original.pair_id = entry.reverses and original.book = entry.book
         where entry.source = $1 and original.source = $1 and original.event = 'CHARGE_CERTIFIED'
           and entry.body::jsonb ->> 'reverses' = original.pair_id::text`,
        [id],
      );
      expect(linked?.linked).toBe('2');
    });

    it('is not approved by who asked, nor by who recorded it, nor by the client', async () => {
      const { number } = await office.agreement();
      const [mine = ''] = await office.received([oneDay(number)]);
      await office.certifies([mine]);
      await office.corrects('prepareReversal', mine, 'MINAMATA.versatile');
      expect(await refused(() => office.approvesReversal(mine, 'MINAMATA.versatile'))).toBeInstanceOf(SamePerson);
      expect(await refused(() => office.approvesReversal(mine, 'MINAMATA.finance'))).toBeInstanceOf(NotDesignated);
      expect(await refused(() => office.approvesReversal(mine, 'BRS.approving'))).toBeInstanceOf(ActsForTheOtherSide);
    });

    it('is kept, and invoiced, where the reversal is not approved', async () => {
      const { number } = await office.agreement();
      const id = await certified(number);
      await office.corrects('prepareReversal', id);
      expect(await refused(() => office.prepares(number, [id]))).toBeInstanceOf(ChargeNotInState);
      await office.corrects('keep', id, 'MINAMATA.approving');
      const invoice = await office.prepares(number, [id]);
      expect(await refused(() => office.corrects('prepareReversal', id))).toBeInstanceOf(CorrectedByCreditNote);
      await office.issues(invoice.id);
      expect(await refused(() => office.corrects('prepareReversal', id))).toMatchObject({
        message: expect.stringContaining('corrected by a credit note only'),
      });
    });

    it('is not reversed twice, and a reversal is not reversed', async () => {
      const { number } = await office.agreement();
      const id = await certified(number);
      await office.corrects('prepareReversal', id);
      await office.approvesReversal(id);
      expect(await refused(() => office.approvesReversal(id))).toBeInstanceOf(ChargeNotInState);
      expect(await refused(() => office.corrects('prepareReversal', id))).toBeInstanceOf(ChargeNotInState);
      expect(await refused(() => office.corrects('keep', id))).toBeInstanceOf(ChargeNotInState);
    });

    it('is in the totals of the biennium no more', async () => {
      const { number } = await office.agreement();
      const charged = async (): Promise<string> => {
        const [row] = await office.db.query<{ charged: string }[]>(
          `select coalesce(sum(amount_usd), 0)::numeric(18, 2) as charged from ledger.movement_total
           where agreement = $1 and account = 'EXPENDITURE'`,
          [number],
        );
        return row?.charged ?? '';
      };
      const id = await certified(number);
      expect(await charged()).toBe('920.00');
      await office.corrects('prepareReversal', id);
      await office.approvesReversal(id);
      expect(await charged()).toBe('0.00');
    });
  });

  describe('at once', () => {
    const outcome = async (...work: (() => Promise<unknown>)[]): Promise<string[]> =>
      (await Promise.allSettled(work.map((one) => one()))).map((one) =>
        one.status === 'fulfilled' ? 'done' : (one.reason as Error).constructor.name,
      );

    it('is reversed once, however many approve', async () => {
      const { number } = await office.agreement();
      for (let round = 0; round < 5; round += 1) {
        const id = await certified(number);
        await office.corrects('prepareReversal', id);
        const approvals = await outcome(...Array.from({ length: 8 }, () => () => office.approvesReversal(id)));
        expect(approvals.filter((one) => one === 'done')).toHaveLength(1);
        expect(approvals.filter((one) => one === 'ChargeNotInState')).toHaveLength(7);
      }
      expect(await office.counters(number)).toContain(`${number} 0.00`);
    });

    it('is either asked to be reversed or on an invoice, never both', async () => {
      const { number } = await office.agreement();
      for (let round = 0; round < 12; round += 1) {
        const id = await certified(number);
        const both = await outcome(
          () => office.corrects('prepareReversal', id),
          () => office.prepares(number, [id]),
        );
        expect(both.filter((one) => one === 'done')).toHaveLength(1);
        const [row] = await office.db.query<{ reversing: boolean; billed: boolean }[]>(
          `select state = 'REVERSING' as reversing, exists (
             select from invoicing.invoice_line as line where line.charge = charge.id and line.bills) as billed
           from charging.charge where id = $1`,
          [id],
        );
        expect(row?.reversing).not.toBe(row?.billed);
      }
    });
  });
});

/** Thrown to take a tampering back. */
class TakenBack extends Error {
  constructor(readonly broken: readonly string[]) {
    super('taken back');
  }
}

describe('past the program', () => {
  let office: Office;
  let superuser: Database;
  let reversed: string;
  let standing: string;
  beforeAll(async () => {
    office = await Office.open();
    superuser = await sessionAs('none', office.books.url);
    const { number } = await office.agreement();
    [reversed = '', standing = ''] = await office.certified([office.draft(number), office.draft(number)]);
    await office.corrects('prepareReversal', reversed);
    await office.approvesReversal(reversed);
  });
  afterAll(async () => {
    await superuser.destroy();
    await office.close();
  });

  it('the verification finds nothing wrong', async () => {
    const { checks } = await inSnapshot(office.db, (tx) => new VerificationService().verify(tx));
    expect(checks.filter(({ holds }) => !holds)).toEqual([]);
  });

  const broken = async (statement: string, parameters: string[]): Promise<readonly string[]> => {
    try {
      await superuser.transaction(async (tx: Tx) => {
        await tx.query('alter table charging.charge drop constraint charge_reversed_by_two_people');
        await tx.query('set local session_replication_role = replica');
        const [, changed] = await tx.query<[unknown, number]>(statement, parameters);
        if (changed === 0) throw new Error(`Nothing was tampered with by: ${statement}`);
        await tx.query('set local session_replication_role = origin');
        const { checks } = await new VerificationService().verify(tx);
        throw new TakenBack(checks.filter(({ holds }) => !holds).map(({ id }) => id));
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.broken;
      throw error;
    }
    return [];
  };

  it.each<[string, string, () => string[], string]>([
    [
      'a reversal that names another entry',
      `update ledger.journal_entry set source = $1 where event = 'CHARGE_REVERSED'`,
      () => [standing],
      'REVERSED',
    ],
    [
      'a reversal of another amount',
      `update ledger.posting set amount_usd = amount_usd * 2 where entry_id in (select id from ledger.journal_entry where event = 'CHARGE_REVERSED')`,
      () => [],
      'REVERSED',
    ],
    [
      'a reversal approved by who asked',
      `update charging.charge set reversed_by = recorded_by where state = 'REVERSED' and id = $1`,
      () => [reversed],
      'REVERSED',
    ],
    [
      'a reversed charge that pays a night',
      `insert into charging.traveller_night (traveller, night, charge) values ('T', '2025-05-09', $1)`,
      () => [reversed],
      'REVERSED',
    ],
    [
      'a replacement of a charge that stands',
      `update charging.charge set replaces = $1 where state = 'REVERSED'`,
      () => [standing],
      'REVERSED',
    ],
    [
      'a remark in other words',
      `update charging.charge set remark = 'as agreed by telephone' where id = $1`,
      () => [reversed],
      'I18',
    ],
    [
      'a remark that nobody made',
      `update charging.charge set remark = 'x', remark_by = recorded_by, remark_at = recorded_at where id = $1`,
      () => [standing],
      'I18',
    ],
    [
      'a remark of another day',
      `update charging.charge set remark_at = remark_at - interval '1 day' where id = $1`,
      () => [reversed],
      'I18',
    ],
    [
      'a certification of another day',
      `update charging.charge set certified_at = certified_at - interval '1 day' where id = $1`,
      () => [standing],
      'I18',
    ],
    [
      'a file of evidence withdrawn by no act',
      `insert into charging.evidence_withdrawal values (gen_random_uuid(), 'BRS.finance', '2025-05-09', $1)`,
      () => ['of another delivery'],
      'I18',
    ],
    [
      'a reversed charge without its act',
      `delete from platform.audit_event where action = 'CHARGES_REVERSED'`,
      () => [],
      'I18',
    ],
  ])('it finds %s', async (_, statement, parameters, check) => {
    expect(await broken(statement, parameters())).toContain(check);
  });
});
