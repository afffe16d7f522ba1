import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Quantity } from '#kernel';
import * as a from '../support/a.ts';
import { constraintAgainst, constraintBehindTheRights } from '../support/nothing-written.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(60_000); // a database of its own, and papers are drawn: a busy machine may take its time

describe('past the services, the database', () => {
  let office: Office;
  let agreement: string;
  let issued: { charge: string; number: string; id: string }; // 10 x 920.00
  let credit: string; // an issued credit note of one unit
  let draft: { id: string; charge: string };
  let free: string; // certified, on no invoice
  beforeAll(async () => {
    office = await Office.open();
    agreement = (await office.agreement()).number;
    issued = await office.invoiced(agreement, { quantity: Quantity.of('10') });
    const lines = [{ charge: issued.charge, quantity: Quantity.of('1') }];
    credit = (await office.issues((await office.credits({ invoice: issued.number, lines, reason: 'one day less' })).id))
      .id;
    const [charge = '', another = ''] = await office.certified(
      [1, 2].map(() => office.draft(agreement, { quantity: Quantity.of('1') })),
    );
    draft = { id: (await office.prepares(agreement, [charge])).id, charge };
    free = another;
    const other = await office.invoiced(agreement, { quantity: Quantity.of('1') });
    await office.settles({
      documents: [other.number],
      method: 'JOURNAL_VOUCHER',
      externalNumber: 'JV-1',
      valueOn: a.day('2025-12-31'),
    });
  });
  afterAll(() => office.close());

  const against = (statement: string, parameters: unknown[] = []): Promise<string> =>
    constraintAgainst(office.db, (tx) => tx.query(statement, parameters));

  /** What no service does, and the server may not: the rights refuse it first. */
  const behindTheRights = (statement: string, parameters: unknown[] = []): Promise<string> =>
    constraintBehindTheRights(office.books, (tx) => tx.query(statement, parameters));

  describe('keeps an issued invoice as it was issued', () => {
    it.each([
      ...[`number = 'X'`, 'series_number = 99', 'series_year = 2024', 'number = null'],
      ...[`issued_on = '2025-01-01'`, 'issued_at = now()', `issued_by = 'BRS.nobody'`],
    ])('against "set %s"', async (assignment) => {
      expect(await against(`update invoicing.invoice set ${assignment} where id = $1`, [issued.id])).toBe(
        'invoice_is_kept_as_issued',
      );
    });

    it.each([
      ...['total_usd = total_usd + 1', `biennium = '2026-2027'`, 'line_count = 2', `client = 'MINAMATA'`],
      ...[`type = 'CREDIT_NOTE'`, `reason = 'x'`, `prepared_by = 'BRS.nobody'`, 'prepared_at = now()'],
    ])('against "set %s", which no draft needs either', async (assignment) => {
      const set = `update invoicing.invoice set ${assignment} where id = $1`;
      expect(await behindTheRights(set, [issued.id])).toBe('invoice_is_kept_as_issued');
    });

    it('against deletion and emptying', async () => {
      expect(await behindTheRights('delete from invoicing.invoice')).toBe('invoice_is_kept_as_issued');
      expect(await behindTheRights('truncate invoicing.invoice cascade')).toBe('invoice_is_not_emptied');
    });

    it('and never makes it a draft again, or lets it go', async () => {
      for (const state of ['DRAFT', 'DISCARDED']) {
        expect(await against('update invoicing.invoice set state = $2 where id = $1', [issued.id, state])).toBe(
          'invoice_takes_a_listed_step',
        );
      }
    });

    it('with its lines', async () => {
      const where = 'where invoice = $1';
      const amount = `update invoicing.invoice_line set amount_usd = 1 ${where}`;
      const letGo = `update invoicing.invoice_line set bills = false ${where}`;
      expect(await behindTheRights(amount, [issued.id])).toBe('invoice_lines_are_kept');
      expect(await against(letGo, [issued.id])).toBe('invoice_lines_are_kept');
      expect(await behindTheRights(`delete from invoicing.invoice_line ${where}`, [issued.id])).toBe(
        'invoice_lines_are_kept',
      );
      const add = 'insert into invoicing.invoice_line values ($1, 2, $2, true, 1, 920.00)';
      expect(await against(add, [issued.id, free])).toBe('invoice_lines_are_kept');
      expect(await behindTheRights('truncate invoicing.invoice_line cascade')).toBe('invoice_lines_are_not_emptied');
    });
  });

  describe('keeps an issued credit note as it was issued', () => {
    it('with the shares of its lines', async () => {
      expect(await behindTheRights('update invoicing.credit_allocation set amount_usd = amount_usd - 1')).toBe(
        'credit_allocation_is_kept',
      );
      expect(await behindTheRights('delete from invoicing.credit_allocation')).toBe('credit_allocation_is_kept');
      expect(await behindTheRights('truncate invoicing.credit_allocation')).toBe('credit_allocation_is_not_emptied');
    });

    it('and takes no share that comes later, nor a share of an invoice, which is split as its charges are', async () => {
      const add = `insert into invoicing.credit_allocation values ($1, 1, 'CLIENT', 9, 'BC', 'BC-1', -1.00)`;
      expect(await against(add, [credit])).toBe('credit_split_adds_up');
      expect(await against(add, [issued.id])).toBe('credit_split_adds_up');
      expect(await against(add, [draft.id])).toBe('credit_split_adds_up');
    });
  });

  describe('takes a charge on one live invoice', () => {
    const document = (total: string, lines = 1) => `insert into invoicing.invoice
      (id, type, agreement, provider, client, biennium, state, line_count, total_usd, prepared_by, prepared_at)
      values ('019a0000-0000-7000-8000-0000000000aa', 'INVOICE', $1, 'MINAMATA', 'BRS', '2024-2025', 'DRAFT', ${lines}, ${total}, 'MINAMATA.finance', now())`;
    const line = (charge: string, amount = '920.00') => `insert into invoicing.invoice_line
      values ('019a0000-0000-7000-8000-0000000000aa', 1, '${charge}', true, 1, ${amount})`;
    const invoice = (head: string, ...lines: string[]): Promise<string> =>
      constraintAgainst(office.db, async (tx) => {
        await tx.query(head, [agreement]);
        for (const one of lines) await tx.query(one);
      });

    it('and no second', async () => {
      expect(await invoice(document('920.00'), line(issued.charge))).toBe('charge_on_one_live_invoice');
      expect(await invoice(document('920.00'), line(draft.charge))).toBe('charge_on_one_live_invoice');
    });

    it('whose lines add up to it', async () => {
      expect(await invoice(document('920.01'), line(free))).toBe('invoice_lines_add_up');
      expect(await invoice(document('920.00', 2), line(free))).toBe('invoice_lines_add_up');
      expect(await invoice(document('920.00'))).toBe('invoice_lines_add_up');
      expect(await invoice(document('0', 0))).toBe('invoice_has_lines');
      expect(await invoice(document('-920.00'), line(free, '-920.00'))).toBe('invoice_sign');
      expect(await invoice(document(`'NaN'`), line(free))).toBe('invoice_sign');
    });

    it('of money and units', async () => {
      expect(await invoice(document('920.00'), line(free, `'NaN'`))).toBe('invoice_line_is_money');
      for (const units of ['NaN', 'Infinity', '-Infinity']) {
        const head = document('920.00');
        const insert = `insert into invoicing.invoice_line
          values ('019a0000-0000-7000-8000-0000000000aa', 1, '${free}', true, '${units}', 920.00)`;
        expect(await invoice(head, insert)).toBe('invoice_line_is_money');
      }
    });

    it('prepared by one and issued by another', async () => {
      const issue = `update invoicing.invoice set state = 'ISSUED', number = 'N', series_year = 2025, series_number = 99, issued_by = prepared_by,
        issued_at = now(), issued_on = '2025-12-31' where id = $1`;
      expect(await against(issue, [draft.id])).toBe('invoice_segregated');
    });

    it('numbered once, and completely', async () => {
      const issue = (
        number: string,
        series: number,
      ) => `update invoicing.invoice set state = 'ISSUED', number = '${number}', series_year = 2025,
        series_number = ${series}, issued_by = 'x', issued_at = now(), issued_on = '2025-12-31' where id = $1`;
      expect(await against(issue(issued.number, 99), [draft.id])).toBe('invoice_number_once');
      expect(await against(issue('OTHER', 1), [draft.id])).toBe('invoice_series_without_repeats');
      expect(await against(`update invoicing.invoice set state = 'ISSUED' where id = $1`, [draft.id])).toBe(
        'invoice_number_comes_with_issue',
      );
      expect(await against(`update invoicing.invoice set number = 'N' where id = $1`, [draft.id])).toBe(
        'invoice_number_comes_with_issue',
      );
    });
  });

  describe('keeps a paper', () => {
    it.each([
      [`update invoicing.paper set pdf = 'x'`, 'paper_is_kept'],
      ['update invoicing.paper set stored_at = now()', 'paper_is_kept'],
      ['delete from invoicing.paper', 'paper_is_kept'],
      ['truncate invoicing.paper', 'paper_is_not_emptied'],
    ])('against "%s"', async (statement, constraint) => {
      expect(await behindTheRights(statement)).toBe(constraint);
    });

    it('whose bytes and content are those of their hashes', async () => {
      const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
      const insert = `insert into invoicing.paper values ('N', 'INVOICE', 'S', '{}', $1, 'pdf', $2, now())`;
      expect(await against(insert, [hash('{ }'), hash('pdf')])).toBe('paper_content_matches_its_hash');
      expect(await against(insert, [hash('{}'), hash('fdp')])).toBe('paper_pdf_matches_its_hash');
      const again = `insert into invoicing.paper select number, kind, subject, content, content_sha256, pdf, pdf_sha256, stored_at from invoicing.paper limit 1`;
      expect(await against(again)).toBe('paper_once');
    });
  });

  describe('keeps signatures, rates and settlements', () => {
    it.each([
      ['agreements.signature', 'signed_by = signed_by', 'signature'],
      ['rates.rate_card_entry', 'unit_rate = unit_rate + 1', 'rate_card_entry'],
      ['rates.operational_rate', 'units_per_usd = units_per_usd + 1', 'operational_rate'],
      ['rates.dsa_rate', 'amount = amount + 1', 'dsa_rate'],
      ['rates.terminal_expense', 'amount_usd = amount_usd + 1', 'terminal_expense'],
      ['budget.split_key', 'weights = weights', 'split_key'],
      ['invoicing.settlement', 'amount_usd = amount_usd + 1', 'settlement'],
      ['invoicing.settlement_line', 'amount_usd = amount_usd + 1', 'settlement_line'],
    ])('as they are in %s', async (table, assignment, name) => {
      expect(await behindTheRights(`update ${table} set ${assignment}`)).toBe(`${name}_is_kept`);
      expect(await behindTheRights(`delete from ${table}`)).toBe(`${name}_is_kept`);
      expect(await behindTheRights(`truncate ${table} cascade`)).toMatch(
        /^(rate_card_entry|operational_rate|dsa_rate|terminal_expense|split_key|signature|settlement|settlement_line)_is_not_emptied$/,
      );
    });
  });

  describe('takes a rate', () => {
    const card = (from: string, to: string, rate = '1') =>
      `insert into rates.rate_card_entry values ('BRS', 'DOC-CTL', '${from}', '${to}', 'USD', ${rate}, false)`;

    it('whose period does not overlap another', async () => {
      expect(await against(card('2025-12-31', '2026-12-31'))).toBe('rate_card_periods_do_not_overlap');
      expect(await against(card('2024-01-01', '2025-01-01'))).toBe('rate_card_periods_do_not_overlap');
      expect(await against(card('2025-06-01', '2025-06-30'))).toBe('rate_card_periods_do_not_overlap');
      expect(await against(card('2024-01-01', '2026-12-31'))).toBe('rate_card_periods_do_not_overlap');
      expect(await against(card('2025-01-01', '2025-01-01'))).toMatch(
        /^rate_card_(entry_once|periods_do_not_overlap)$/,
      );
    });

    it.each([
      [card('2027-01-02', '2027-01-01'), 'rate_card_entry_period'],
      [card('2027-01-01', 'infinity'), 'rate_card_entry_period'],
      [card('2027-01-01', '2027-12-31', '0'), 'rate_card_entry_positive'],
      [card('2027-01-01', '2027-12-31', `'NaN'`), 'rate_card_entry_positive'],
      [card('2027-01-01', '2027-12-31', `'Infinity'`), 'rate_card_entry_positive'],
      [`insert into rates.operational_rate values ('CHF', '2027-01-01', 'NaN')`, 'operational_rate_positive'],
      [`insert into rates.operational_rate values ('CHF', '2027-01-01', 'Infinity')`, 'operational_rate_positive'],
      [`insert into rates.operational_rate values ('CHF', '2027-01-01', 0)`, 'operational_rate_positive'],
      [`insert into rates.operational_rate values ('USD', '2027-01-01', 1)`, 'operational_rate_not_of_usd'],
      [`insert into rates.operational_rate values ('CHF', '2025-05-01', 1)`, 'operational_rate_once'],
      [`insert into rates.dsa_rate values ('CHGVA', '2027-01-01', 'CHF', 'NaN')`, 'dsa_rate_positive'],
      [`insert into rates.terminal_expense values ('2027-01-01', 'NaN')`, 'terminal_expense_not_negative'],
      [`insert into rates.terminal_expense values ('2027-01-01', -1)`, 'terminal_expense_not_negative'],
      [`insert into budget.trust_fund values ('X', 'X', 'BRS', 'GENERAL', 'NaN')`, 'trust_fund_rate_is_a_share'],
      [`insert into budget.trust_fund values ('X', 'X', 'BRS', 'GENERAL', 13)`, 'trust_fund_rate_is_a_share'],
    ])('and not "%s"', async (statement, constraint) => {
      expect(await against(statement)).toBe(constraint);
    });
  });

  it('settles a document once, and a voucher once', async () => {
    const settlement = `insert into invoicing.settlement values
      ('019a0000-0000-7000-8000-0000000000ab', 'JOURNAL_VOUCHER', $1, '2025-12-31', 'BRS', 'MINAMATA', $2, 'x', now())`; // its proposal is asked for after that
    expect(await against(settlement, ['JV-1', '1.00'])).toBe('settlement_external_number_once');
    expect(await against(settlement, ['JV-2', '0.00'])).toBe('settlement_positive');
    expect(await against(settlement, ['JV-2', 'NaN'])).toBe('settlement_positive');
    const again = `insert into invoicing.settlement_line select gen_random_uuid(), invoice, amount_usd from invoicing.settlement_line`;
    expect(await against(again)).toMatch(/^(invoice_settled_once|settlement_line_of_settlement)$/);
  });

  it('knows one signature of each side', async () => {
    expect(
      await against(
        `insert into agreements.signature select * from agreements.signature where side = 'CLIENT' limit 1`,
      ),
    ).toBe('signature_once_a_side');
    expect(await against('update agreements.agreement set signed_on = null where number = $1', [agreement])).toBe(
      'agreement_stands_as_signed',
    );
  });
});
