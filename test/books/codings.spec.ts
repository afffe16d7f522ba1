import {
  BudgetService,
  type Coding,
  CodingPartNotPlain,
  NoCodingToTakeAway,
  UnknownBudgetLine,
  UnknownFund,
} from '#budget';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { NotDesignated } from '#identity';
import { ApprovedContentChanged, type InvoiceContent, paperOf } from '#invoicing';
import { Quantity } from '#kernel';
import { constraintAgainst, nothingWritten } from '../support/nothing-written.ts';
import { Office } from '../support/office.ts';
import { forTenant } from '../support/tenants.ts';

jest.setTimeout(60_000); // a database of its own, and papers are drawn

const none: Coding = { fundCentre: null, grant: null, wbse: null, commitmentItem: null };
const ofLine: Coding = { ...none, fundCentre: '11207', wbse: 'SB-009384.01.02' };
const ofReceipts: Coding = { ...none, grant: 'M1-32MCL-000006', commitmentItem: 'FT30_CLASS_125' };

describe('where budget lines and receipts are booked', () => {
  let office: Office;
  let agreement: string;
  let line: string; // of BRS, which buys
  beforeAll(async () => {
    office = await Office.open();
    agreement = (await office.agreement()).number;
    line = `BC-${agreement}`;
  });
  afterAll(() => office.close());

  const states = (
    of: { fund: string } | { budgetLine: string },
    coding: Coding,
    by = 'BRS.approving',
    reason = 'letter of the budget section',
  ): Promise<unknown> =>
    office.do(async (tx) =>
      office.books
        .get(BudgetService)
        .stateCoding(tx, { of, coding, reason }, await office.officer(tx, by), office.books.clock),
    );
  const contentOf = async (number: string): Promise<InvoiceContent> =>
    JSON.parse((await office.do((tx) => paperOf(tx, number))).content) as InvoiceContent;
  const units = { quantity: Quantity.of('1') };

  it('is on the papers that are issued from then on, of both sides, and on none issued before', async () => {
    const before = await office.invoiced(agreement, units);
    const kept = await office.do((tx) => paperOf(tx, before.number));
    expect(kept.content).not.toContain('codings');

    await states({ budgetLine: line }, ofLine);
    await states({ fund: 'MC-GTF' }, ofReceipts, 'MINAMATA.approving');
    const { clientFunds, providerFunds } = await contentOf((await office.invoiced(agreement, units)).number);
    expect(clientFunds.map(({ fund, codings }) => [fund, codings])).toEqual([
      ['BC', [{ budgetLine: line, ...ofLine, amountUsd: clientFunds[0]?.amountUsd }]],
      ['RO', undefined],
      ['SC', undefined],
    ]);
    expect(providerFunds.map(({ fund, codings }) => [fund, codings])).toEqual([
      ['MC-GTF', [{ budgetLine: null, ...ofReceipts, amountUsd: providerFunds[0]?.amountUsd }]],
    ]);

    const credit = { invoice: before.number, lines: [{ charge: before.charge, ...units }], reason: 'not delivered' };
    const { number } = await office.issues((await office.credits(credit)).id);
    const credited = await contentOf(number ?? '');
    expect(credited.clientFunds[0]?.codings).toMatchObject([{ budgetLine: line, fundCentre: '11207' }]);
    expect(credited.clientFunds[0]?.codings?.[0]?.amountUsd).toMatch(/^-/);
    expect(await office.do((tx) => paperOf(tx, before.number))).toEqual(kept);
  });

  it('is not on a draft that was prepared with another one: that is prepared again', async () => {
    await states({ budgetLine: line }, ofLine);
    const [charge = ''] = await office.certified([office.draft(agreement, units)]);
    const { id } = await office.prepares(agreement, [charge]);
    await states({ budgetLine: line }, { ...ofLine, fundCentre: '11208' });
    expect(await nothingWritten(office.db, () => office.issues(id))).toBeInstanceOf(ApprovedContentChanged);
    await office.discards(id);
    const again = await office.issues((await office.prepares(agreement, [charge])).id);
    const { clientFunds } = await contentOf(again.number ?? '');
    expect(clientFunds[0]?.codings?.[0]?.fundCentre).toBe('11208');
  });

  it('is taken away by a coding without parts, and papers say nothing then', async () => {
    await states({ budgetLine: line }, ofLine);
    await states({ budgetLine: line }, none);
    const { clientFunds } = await contentOf((await office.invoiced(agreement, units)).number);
    expect(clientFunds[0]).not.toHaveProperty('codings');
    await states({ budgetLine: line }, ofLine);
  });

  it('is not taken away where none is stated: that would be no act', async () => {
    const refused = (of: { fund: string } | { budgetLine: string }) =>
      nothingWritten(office.db, () => states(of, none));
    expect(await refused({ fund: 'SC' })).toBeInstanceOf(NoCodingToTakeAway);
    const free = `SC-${agreement}`;
    expect(await refused({ budgetLine: free })).toMatchObject({
      constructor: NoCodingToTakeAway,
      message: `No coding is stated of budget line ${free}, so there is none to take away: state one part of it at least. Nothing was written.`,
    });
    await states({ budgetLine: free }, ofLine);
    await states({ budgetLine: free }, none);
    expect(await refused({ budgetLine: free })).toBeInstanceOf(NoCodingToTakeAway);
    await states({ budgetLine: free }, ofReceipts);
  });

  it('is an act, with what it was before and why', async () => {
    await states({ budgetLine: `RO-${agreement}` }, ofLine);
    await states({ budgetLine: `RO-${agreement}` }, ofReceipts, 'BRS.approving', 'a new grant');
    const acts = await office.db.query<{ before: Coding | null; after: Coding; reason: string; object_kind: string }[]>(
      `select object_kind, before, after, reason from platform.audit_event
       where action = 'CODING_STATED' and object_ids = array[$1] order by sequence`,
      [`RO-${agreement}`],
    );
    expect(acts).toMatchObject([
      { object_kind: 'budget-line', before: null, after: ofLine },
      { object_kind: 'budget-line', before: ofLine, after: ofReceipts, reason: 'a new grant' },
    ]);
  });

  it('is for an approving officer of its owner to state, of what is there, in plain codes', async () => {
    const refused = (...given: Parameters<typeof states>) => nothingWritten(office.db, () => states(...given));
    expect(await refused({ budgetLine: line }, ofLine, 'BRS.finance')).toBeInstanceOf(NotDesignated);
    expect(await refused({ budgetLine: line }, ofLine, 'MINAMATA.approving')).toBeInstanceOf(UnknownBudgetLine);
    expect(await refused({ fund: 'BC' }, ofLine, 'MINAMATA.approving')).toBeInstanceOf(UnknownFund);
    expect(await refused({ budgetLine: 'none' }, ofLine)).toBeInstanceOf(UnknownBudgetLine);
    expect(await refused({ fund: 'BC' }, { ...ofLine, wbse: 'sb 1' })).toBeInstanceOf(CodingPartNotPlain);
  });

  it('is held by the database too', async () => {
    const against = (statement: string) => constraintAgainst(office.owner, (tx) => tx.query(statement));
    const set = (column: string, text: string) => against(`update budget.coding set ${column} = '${text}'`);
    for (const column of ['fund_centre', 'grant_number', 'wbse', 'commitment_item'])
      for (const text of ['', 'a', '-1', 'W'.repeat(25), 'A B'])
        expect([column, text, await set(column, text)]).toEqual([column, text, `coding_${column}_is_plain`]);
    const insert = (fund: string, of: string) =>
      against(`insert into budget.coding (fund, budget_line) values ('${fund}', ${of})`);
    expect(await insert('none', 'null')).toBe('coding_of_fund');
    expect(await insert('SC', `'${line}'`)).toBe('coding_of_line_of_its_fund');
    expect(await insert('BC', `'${line}'`)).toBe('coding_once');
    expect(await insert('MC-GTF', 'null')).toBe('coding_once');
    await expect(office.db.query(`update budget.coding set wbse = 'A'`)).rejects.toThrow(/act/);
    expect(await insert('RO', 'null')).toBe('coding_begins_with_a_part');
    const empty =
      'update budget.coding set fund_centre = null, grant_number = null, wbse = null, commitment_item = null';
    expect(await against(`${empty}; ${empty}`)).toBe('coding_is_taken_away_once');
  });

  it('is seen by its own side; by the other, of lines that an agreement names where that side provides', async () => {
    await states({ fund: 'BC' }, ofReceipts);
    await states({ budgetLine: line }, ofLine);
    const stray = await office.arranges(async (tx) => {
      await tx.query(
        `insert into budget.budget_line (code, fund, biennium, activity, title, allotment_usd) values ('BC-STRAY', 'BC', '2024-2025', '1', 'of no agreement', 1)`,
      );
      return 'BC-STRAY';
    });
    await states({ budgetLine: stray }, ofLine);
    const seenBy = (side: string, relation: string) =>
      forTenant(office.db, side, async (tx) =>
        (
          await tx.query<{ of: string }[]>(
            `select coalesce(budget_line, fund) as of from budget.${relation} where fund = 'BC' order by 1`,
          )
        ).map(({ of }) => of),
      );
    expect(await seenBy('MINAMATA', 'coding')).toEqual([]);
    expect(await seenBy('MINAMATA', 'printed_coding_view')).toEqual([line]);
    expect(await seenBy('BRS', 'coding')).toEqual(['BC', line, stray].sort());
    expect(await seenBy('BRS', 'printed_coding_view')).toEqual(['BC', line, stray].sort());
    expect(await seenBy('OZONE', 'printed_coding_view')).toEqual([]);
  });
});
