import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ActsForTheOtherSide, NotDesignated, SamePerson } from '#identity';
import {
  CreditedSinceProposed,
  DocumentProposedAlready,
  SettlementChangedMeanwhile,
  SettlementDecidedAlready,
  settlementNamed,
  type SettlementRequest,
  UnknownSettlement,
  VoucherRecordedAlready,
} from '#invoicing';
import { Quantity } from '#kernel';
import type { Tx } from '#platform';
import * as a from '../support/a.ts';
import { entriesOf } from '../support/entries-of.ts';
import { constraintAgainst, constraintBehindTheRights, nothingWritten } from '../support/nothing-written.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(60_000); // a database of its own, and papers are drawn: a busy machine may take its time

let office: Office;
let agreement: string;
let vouchers = 0;
beforeAll(async () => {
  office = await Office.open();
  agreement = (await office.agreement()).number;
});
afterAll(() => office.close());

const refused = (work: () => Promise<unknown>): Promise<unknown> => nothingWritten(office.db, work);
const oneUnit = { quantity: Quantity.of('1') }; // USD 920.00

function voucher(...documents: string[]): SettlementRequest {
  vouchers += 1;
  const externalNumber = `JV-${vouchers}`;
  return { documents, method: 'JOURNAL_VOUCHER', externalNumber, valueOn: a.day('2025-12-31') };
}

/** An issued credit note, a unit of this invoice, on this day. */
async function creditNote(invoice: string, charge: string, on = '2025-12-31'): Promise<string> {
  const lines = [{ charge, quantity: Quantity.of('1') }]; // USD 920.00
  const { id } = await office.credits({ invoice, lines, reason: 'a day was not worked' });
  office.books.clock.set(a.day(on));
  const { number } = await office.issues(id);
  office.books.clock.set(a.day('2025-12-31'));
  return number ?? '';
}

/** An issued invoice, and its settlement as somebody proposed it. */
async function proposed(by = 'BRS.finance'): Promise<{ id: string; invoice: string; number: string; charge: string }> {
  const { id: invoice, number, charge } = await office.invoiced(agreement, oneUnit);
  const { id } = await office.proposes(voucher(number), by);
  return { id, invoice, number, charge };
}

describe('a settlement', () => {
  it('that is proposed posts nothing, and is posted when another officer of the payer approves it', async () => {
    const { id, charge } = await proposed('BRS.versatile');
    expect(await entriesOf(office, id)).toEqual([]);
    expect((await office.charge(charge)).state).toBe('INVOICED');
    expect(await refused(() => office.approves(id, 'BRS.versatile'))).toMatchObject({
      constructor: SamePerson,
      message: expect.stringContaining('BRS.versatile has proposed this'),
    });
    expect(await refused(() => office.approves(id, 'BRS.finance'))).toBeInstanceOf(NotDesignated);
    // What waits is its payer's: the other side does not even learn that it is there.
    expect(await refused(() => office.approves(id, 'MINAMATA.approving'))).toBeInstanceOf(UnknownSettlement);
    await office.approves(id);
    expect((await entriesOf(office, id)).map(({ book }) => book).sort()).toEqual(['BRS', 'MINAMATA']);
    expect((await office.charge(charge)).state).toBe('SETTLED');
  });

  it('is not proposed by whoever certified a charge of it, nor approved by whoever had one in hand', async () => {
    const [charge = ''] = (await office.records([office.draft(agreement, oneUnit)])).map(({ id }) => id);
    await office.receives([charge], 'BRS.versatile');
    await office.certifies([charge], 'BRS.deputy');
    const { number } = await office.issues((await office.prepares(agreement, [charge])).id);
    expect(await refused(() => office.proposes(voucher(number ?? ''), 'BRS.deputy'))).toBeInstanceOf(SamePerson);
    const { id } = await office.proposes(voucher(number ?? ''));
    expect(await refused(() => office.approves(id, 'BRS.versatile'))).toMatchObject({
      constructor: SamePerson,
      message: expect.stringContaining('BRS.versatile has received a charge of this'),
    });
    await office.approves(id);
  });

  it('that waits holds its documents and its voucher; returned, both are free', async () => {
    const { number } = await office.invoiced(agreement, oneUnit);
    const first = voucher(number);
    const { id } = await office.proposes(first);
    expect(await refused(() => office.proposes(voucher(number)))).toMatchObject({
      constructor: DocumentProposedAlready,
      message: expect.stringContaining(`${number} is proposed already, under voucher ${first.externalNumber}`),
    });
    const other = await office.invoiced(agreement, oneUnit);
    expect(await refused(() => office.proposes({ ...first, documents: [other.number] }))).toBeInstanceOf(
      VoucherRecordedAlready,
    );
    expect(await refused(() => office.returnsSettlement(id, 'BRS.certifying'))).toBeInstanceOf(NotDesignated);
    await office.returnsSettlement(id, 'BRS.finance'); // by whoever proposed it
    const again = await office.proposes(first);
    await office.returnsSettlement(again.id, 'BRS.approving'); // by whoever is to approve it
    await office.settles(first);
    expect(await refused(() => office.proposes({ ...first, documents: [other.number] }))).toBeInstanceOf(
      VoucherRecordedAlready,
    );
  });

  it('is decided once, as it was read', async () => {
    const { id } = await proposed();
    expect(await refused(() => office.approves(id, 'BRS.approving', 2))).toBeInstanceOf(SettlementChangedMeanwhile);
    await office.approves(id, 'BRS.approving', 1);
    expect(await refused(() => office.approves(id, 'BRS.approving', 1))).toBeInstanceOf(SettlementChangedMeanwhile);
    expect(await refused(() => office.approves(id))).toBeInstanceOf(SettlementDecidedAlready);
    expect(await refused(() => office.returnsSettlement(id))).toBeInstanceOf(SettlementDecidedAlready);
    expect(await refused(() => office.approves('no-such-id'))).toBeInstanceOf(UnknownSettlement);
    // Both sides read it by now.
    expect(await refused(() => office.approves(id, 'MINAMATA.approving'))).toBeInstanceOf(ActsForTheOtherSide);
    expect(await refused(() => office.returnsSettlement(id, 'MINAMATA.approving'))).toBeInstanceOf(ActsForTheOtherSide);
  });
});

describe('a settlement of an invoice that is credited since it was proposed', () => {
  const twoUnits = { quantity: Quantity.of('2') }; // USD 1,840.00
  const read = (id: string) => office.do((tx) => settlementNamed(tx, id));

  it('is not approved: whoever approves is told what is open, and it is proposed anew', async () => {
    const { number, charge } = await office.invoiced(agreement, twoUnits);
    const request = voucher(number);
    const { id } = await office.proposes(request);
    expect((await read(id)).leftOut).toEqual([]);
    const note = await creditNote(number, charge, '2026-01-02');
    expect((await read(id)).leftOut).toEqual([{ number: note, amountUsd: '-920.00', isIssuedSince: true }]);
    expect(await refused(() => office.approves(id))).toMatchObject({
      constructor: CreditedSinceProposed,
      message: expect.stringMatching(
        `${note} .* since the settlement under voucher ${request.externalNumber} was proposed: USD 920.00 of its documents is open, and USD 1,840.00 was proposed`,
      ),
      parts: { notes: note, voucher: request.externalNumber, openUsd: '920.00', proposedUsd: '1840.00' },
    });
    await office.returnsSettlement(id);
    office.books.clock.set(a.day('2026-01-02'));
    const { amount } = await office.settles({ ...request, documents: [number, note], valueOn: a.day('2026-01-02') });
    office.books.clock.set(a.day('2025-12-31'));
    expect(amount.toString()).toBe('920.00');
  });

  it('is approved where whoever proposed it knew of the credit note, and left it out', async () => {
    const { number, charge } = await office.invoiced(agreement, twoUnits);
    const note = await creditNote(number, charge);
    const { id } = await office.proposes(voucher(number));
    expect((await read(id)).leftOut).toEqual([{ number: note, amountUsd: '-920.00', isIssuedSince: false }]);
    await office.approves(id);
    expect((await read(id)).leftOut).toEqual([]); // it is decided
  });
});

describe('past the services, the database', () => {
  const against = (work: (tx: Tx) => Promise<unknown>): Promise<string> => constraintAgainst(office.db, work);
  const behindTheRights = (statement: string): Promise<string> =>
    constraintBehindTheRights(office.books, (tx) => tx.query(statement));

  /** As the service does it, one statement after the other. */
  const decided = (tx: Tx, id: string, by: string, state = 'SETTLED') =>
    tx.query(
      `update invoicing.settlement_proposal set state = $3, decided_by = $2, decided_at = '2025-12-31',
         return_reason = case $3 when 'RETURNED' then 'x' end where id = $1`,
      [id, by, state],
    );
  const recorded = (tx: Tx, id: string, changes: { as?: string; amount?: string } = {}) =>
    tx.query(
      `insert into invoicing.settlement (id, method, external_number, value_on, payer, payee, amount_usd, recorded_by, recorded_at)
       select coalesce($2, id), method, external_number, value_on, payer, payee, coalesce($3, amount_usd), decided_by, decided_at
       from invoicing.settlement_proposal where id = $1`,
      [id, changes.as ?? null, changes.amount ?? null],
    );
  const settledBy = (tx: Tx, id: string, ...invoices: string[]) =>
    tx.query(
      `insert into invoicing.settlement_line (settlement, invoice, amount_usd)
       select $1, id, total_usd from invoicing.invoice where id = any($2)`,
      [id, invoices],
    );

  it('settles nothing by the hand that proposed it, of another side, or that does not approve', async () => {
    const { id } = await proposed('BRS.versatile');
    const by = (person: string, state?: string) => against((tx) => decided(tx, id, person, state));
    expect(await by('BRS.versatile')).toBe('settlement_by_two_people');
    expect(await by('MINAMATA.approving')).toBe('settlement_hands_of_its_side');
    expect(await by('MINAMATA.finance', 'RETURNED')).toBe('settlement_hands_of_its_side');
    expect(await by('BRS.finance')).toBe('settlement_approved_by_an_approving_officer');
    expect(await by('BRS.approving')).toBe('settlement_proposal_with_its_settlement'); // it lacks that alone
  });

  it('settles nothing that was not proposed, and nothing else than was', async () => {
    const { id, invoice } = await proposed();
    const other = await office.invoiced(agreement, oneUnit);
    const one = '019a0000-0000-7000-8000-0000000000ab';
    const unproposed = `insert into invoicing.settlement values ($1, 'JOURNAL_VOUCHER', 'JV-X', '2025-12-31', 'BRS', 'MINAMATA', 920, 'BRS.approving', now())`;
    expect(await against((tx) => tx.query(unproposed, [one]))).toBe('settlement_as_approved');
    const told = await refused(() => office.arranges((tx) => tx.query(unproposed, [one])));
    expect(told).toMatchObject({ code: 'SETTLEMENT_NOT_AS_APPROVED' });
    expect(await against((tx) => recorded(tx, id))).toMatch(/^no constraint: 23502 /); // nobody approved it
    const approved = (work: (tx: Tx) => Promise<unknown>): Promise<string> =>
      against(async (tx) => {
        await decided(tx, id, 'BRS.approving');
        await work(tx);
      });
    expect(await approved((tx) => recorded(tx, id, { amount: '920.01' }))).toBe('settlement_as_approved');
    expect(await approved((tx) => recorded(tx, id, { as: one }))).toBe('settlement_as_approved');
    expect(await approved((tx) => recorded(tx, id))).toBe('settlement_of_its_documents');
    const lines = (...invoices: string[]): Promise<string> =>
      approved(async (tx) => {
        await recorded(tx, id);
        await settledBy(tx, id, ...invoices);
      });
    expect(await lines(other.id)).toBe('settlement_of_its_documents');
    expect(await lines(invoice, other.id)).toBe('settlement_of_its_documents');
    const inPart = approved(async (tx) => {
      await recorded(tx, id);
      await tx.query(
        'insert into invoicing.settlement_line (settlement, invoice, amount_usd) values ($1, $2, 919.99)',
        [id, invoice],
      );
    });
    expect(await inPart).toBe('settlement_of_its_documents');
  });

  it('settles nothing of which a part was given back since it was proposed', async () => {
    const { id: invoice, number, charge } = await office.invoiced(agreement, { quantity: Quantity.of('2') });
    const { id } = await office.proposes(voucher(number));
    await creditNote(number, charge, '2026-01-02');
    const settling = (tx: Tx) => decided(tx, id, 'BRS.approving');
    const whole = async (tx: Tx) => {
      await settling(tx);
      await recorded(tx, id);
      await settledBy(tx, id, invoice);
    };
    expect(await against(whole)).toBe('settlement_of_what_is_open');
    expect(await refused(() => office.arranges(whole))).toBeInstanceOf(CreditedSinceProposed);
  });

  it('settles nothing by whoever had a charge of it in hand', async () => {
    const [charge = ''] = (await office.records([office.draft(agreement, oneUnit)])).map(({ id }) => id);
    await office.receives([charge], 'BRS.versatile');
    await office.certifies([charge]);
    const { id: invoice, number } = await office.issues((await office.prepares(agreement, [charge])).id);
    const { id } = await office.proposes(voucher(number ?? ''));
    const settling = against(async (tx) => {
      await decided(tx, id, 'BRS.versatile');
      await recorded(tx, id);
      await settledBy(tx, id, invoice);
    });
    expect(await settling).toBe('settlement_segregated');
  });

  it('settles a proposal once, and adds nothing to it afterwards', async () => {
    const { id } = await proposed();
    await office.approves(id);
    const other = await office.invoiced(agreement, oneUnit);
    expect(await against((tx) => recorded(tx, id))).toMatch(/^settlement_(once|external_number_once)$/);
    expect(await against((tx) => settledBy(tx, id, other.id))).toBe('settlement_of_its_documents');
    expect(await against((tx) => decided(tx, id, 'BRS.approving', 'RETURNED'))).toBe(
      'settlement_proposal_stays_as_proposed',
    );
  });

  it('keeps a proposal as it was entered', async () => {
    const { id } = await proposed();
    for (const assignment of [
      ...['amount_usd = 1', `external_number = 'X'`, `value_on = '2025-12-30'`, `method = 'BANK_TRANSFER'`],
      ...[
        `payer = 'MINAMATA'`,
        `payee = 'BRS'`,
        `documents = '{}'`,
        `proposed_by = 'BRS.deputy'`,
        'proposed_at = now()',
      ],
      ...[`adjustment_reason = 'x'`],
    ])
      expect([
        assignment,
        await behindTheRights(`update invoicing.settlement_proposal set ${assignment} where id = '${id}'`),
      ]).toEqual([assignment, 'settlement_proposal_stays_as_proposed']);
    expect(await behindTheRights('delete from invoicing.settlement_proposal')).toBe('settlement_proposal_is_kept');
    expect(await behindTheRights('truncate invoicing.settlement_proposal cascade')).toBe(
      'settlement_proposal_is_not_emptied',
    );
    const unsaid = `update invoicing.settlement_proposal set state = 'RETURNED', decided_by = 'BRS.approving', decided_at = now() where id = $1`;
    expect(await against((tx) => tx.query(unsaid, [id]))).toBe('settlement_proposal_returned_for_a_reason');
    // Whether a document is held is for the trigger of the proposals to say.
    for (const statement of [
      'delete from invoicing.proposed_document',
      'update invoicing.proposed_document set proposal = proposal',
    ])
      expect(await against((tx) => tx.query(statement))).toMatch(/^no constraint: 42501 permission denied /);
  });

  it('takes no proposal by another side, by whoever certified or is no finance officer, of other documents, or of what is proposed', async () => {
    const { invoice } = await proposed();
    const { id: free } = await office.invoiced(agreement, oneUnit);
    const entered = (
      changes: Partial<Record<'documents' | 'amount' | 'by' | 'state' | 'payer' | 'voucher', string>>,
    ) => {
      const { documents = `{${free}}`, amount = '920.00', by = 'BRS.finance', state = 'PROPOSED' } = changes;
      const { payer = 'BRS', voucher: number = 'JV-Y' } = changes;
      return against((tx) =>
        tx.query(
          `insert into invoicing.settlement_proposal (id, documents, method, external_number, value_on, payer, payee, amount_usd, state,
             proposed_by, proposed_at, decided_by, decided_at)
           values (gen_random_uuid(), $1, 'JOURNAL_VOUCHER', $2, '2025-12-31', $3, 'MINAMATA', $4, $5, $6, now(),
             case $5 when 'SETTLED' then 'BRS.approving' end, case $5 when 'SETTLED' then now() end)`,
          [documents, number, payer, amount, state, by],
        ),
      );
    };
    expect(await entered({ state: 'SETTLED' })).toBe('settlement_begins_as_a_proposal');
    expect(await entered({ by: 'MINAMATA.finance' })).toBe('settlement_hands_of_its_side');
    expect(await entered({ by: 'BRS.certifying' })).toBe('settlement_segregated');
    expect(await entered({ by: 'BRS.approving' })).toBe('settlement_proposed_by_a_finance_officer');
    expect(await entered({ amount: '919.99' })).toBe('settlement_proposal_of_open_documents');
    expect(await entered({ documents: `{${free},${free}}` })).toBe('settlement_proposal_of_open_documents');
    expect(await entered({ documents: '{}' })).toBe('settlement_proposal_of_documents');
    expect(await entered({ amount: '0.00' })).toBe('settlement_proposal_positive');
    expect(await entered({ documents: `{${invoice}}` })).toBe('document_proposed_once');
    expect(await entered({ voucher: `JV-${vouchers}` })).toBe('settlement_proposal_voucher_once');
    const [{ paid } = { paid: '' }] = await office.db.query<{ paid: string }[]>(
      'select invoice as paid from invoicing.settlement_line limit 1',
    );
    expect(await entered({ documents: `{${paid}}` })).toBe('settlement_proposal_of_open_documents');
  });
});
