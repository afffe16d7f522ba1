import { agreementTransitions } from '#agreements';
import { BudgetService, CashLimitBelowCharged, CashLimitNegative, FundCashExceeded, UnknownFund } from '#budget';
import { chargeTransitions } from '#charging';
import { designationTransitions } from '#identity';
import { NotDesignated } from '#identity';
import { ApprovedContentChanged, invoiceTransitions } from '#invoicing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Money, Quantity } from '#kernel';
import { inTransaction, type Tx } from '#platform';
import * as a from '../support/a.ts';
import { anAct } from '../support/an-act.ts';
import { constraintAgainst, nothingWritten } from '../support/nothing-written.ts';
import { Office } from '../support/office.ts';

jest.setTimeout(60_000); // a database of its own, and papers are drawn: a busy machine may take its time

describe('past the services, the database', () => {
  let office: Office;
  let agreement: string;
  let issued: { charge: string; number: string; id: string };
  let draft: { id: string; charge: string };
  let rented: string; // CHF 1,480.00 at 0.824, the rate of 2025-05-01
  beforeAll(async () => {
    office = await Office.open();
    agreement = (await office.agreement()).number;
    issued = await office.invoiced(agreement, { quantity: Quantity.of('2') });
    const [charge = ''] = await office.certified([office.draft(agreement)]);
    draft = { id: (await office.prepares(agreement, [charge])).id, charge };
    const cost = {
      item: 'BDG-RNT',
      quantity: Quantity.of('1'),
      actualCost: Money.of('1480.00', Money.zero('CHF').currency),
    };
    [rented = ''] = (await office.records([office.draft(agreement, cost)])).map(({ id }) => id);
    await office.recordsTrips([a.tripDraft({ id: 'TRIP-1', agreement, traveller: 'ZM-1' })]);
    await office.records([office.draft((await office.agreement({ signed: false })).number)]);
  });
  afterAll(() => office.close());

  const against = (statement: string, parameters: unknown[] = []): Promise<string> =>
    constraintAgainst(office.owner, (tx) => tx.query(statement, parameters));

  describe('lets states move along listed edges', () => {
    it('which are those of the classes', async () => {
      const listed = await office.db.query<{ kind: string; edge: string }[]>(
        `select kind, from_state || ' ' || to_state as edge from platform.transition order by 1, 2`,
      );
      const edges = (kind: string, transitions: Readonly<Record<string, readonly string[]>>) =>
        Object.entries(transitions).flatMap(([from, tos]) => tos.map((to) => ({ kind, edge: `${from} ${to}` })));
      const sorted = (rows: { kind: string; edge: string }[]) => rows.map(({ kind, edge }) => `${kind} ${edge}`).sort();
      expect(sorted(listed)).toEqual(
        sorted([
          ...edges('charge', chargeTransitions),
          ...edges('agreement', agreementTransitions),
          ...edges('designation', designationTransitions),
          ...edges('invoice', invoiceTransitions),
        ]),
      );
    });

    it.each([
      [`update charging.charge set state = 'SETTLED' where state = 'CERTIFIED'`, 'charge_takes_a_listed_step'],
      [`update charging.charge set state = 'RECEIVED' where state = 'INVOICED'`, 'charge_takes_a_listed_step'],
      [`update charging.charge set state = 'RECORDED' where state = 'PROVISIONAL'`, 'charge_provisional_until_signed'],
      [`update charging.charge set certified_at = now() where state = 'CERTIFIED'`, 'charge_certified_for_good'],
      [`update agreements.agreement set state = 'CLOSED'`, 'agreement_takes_a_listed_step'],
      [`update invoicing.invoice set state = 'DISCARDED' where number is not null`, 'invoice_takes_a_listed_step'],
      [`update platform.transition set to_state = 'DRAFT' where from_state = 'EXPIRED'`, 'transition_is_kept'],
      [`delete from platform.transition`, 'transition_is_kept'],
      [`truncate platform.transition`, 'transition_is_not_emptied'],
    ])('and refuses "%s"', async (statement, constraint) => {
      expect(await against(statement)).toBe(constraint);
    });

    it('and keeps what has ended', async () => {
      const [rejected = ''] = (await office.records([office.draft(agreement)])).map(({ id }) => id);
      await office.arranges((tx) =>
        tx.query(`update charging.charge set state = 'REJECTED' where id = $1`, [rejected]),
      );
      const gone = await office.certified([office.draft(agreement)]);
      const let_go = await office.prepares(agreement, gone);
      await office.discards(let_go.id);
      expect(await against(`update charging.charge set note = 'x' where id = $1`, [rejected])).toBe(
        'charge_stays_as_it_ended',
      );
      expect(await against('update invoicing.invoice set version = 9 where id = $1', [let_go.id])).toBe(
        'invoice_stays_as_it_ended',
      );
    });
  });

  describe('issues what was approved', () => {
    const issuing = (
      columns: string,
    ): string => `update invoicing.invoice set state = 'ISSUED', number = 'MINAMATA-2025-0099',
      series_year = 2025, series_number = 99, issued_by = 'MINAMATA.approving', issued_at = now(), issued_on = '2025-12-31', ${columns} where id = $1`;
    const counted = (statement: string): Promise<string> =>
      constraintAgainst(office.owner, async (tx) => {
        await tx.query('update invoicing.number_series set last_number = last_number + 1');
        await tx.query(statement, [draft.id]);
      });

    /** As the owner of the tables: the server itself renames nobody. */
    const renamedTo = (name: string) =>
      inTransaction(office.owner, async (tx) => {
        await anAct(tx);
        await tx.query(`update identity.secretariat set name = $1 where code = 'BRS'`, [name]);
      });

    it('and refuses a draft that would say something else by now', async () => {
      const renamed = await office.certified([office.draft(agreement)]);
      const { id } = await office.prepares(agreement, renamed);
      await renamedTo('Another name');
      const refusal = await nothingWritten(office.db, () => office.issues(id));
      expect(refusal).toBeInstanceOf(ApprovedContentChanged);
      await renamedTo('Secretariat BRS');
      await expect(office.issues(id)).resolves.toMatchObject({ state: 'ISSUED' });
    });

    it('word for word', async () => {
      expect(await counted(issuing(`issued_sha256 = sha256('other')`))).toBe('invoice_issued_as_approved');
      expect(await counted(issuing(`issued_sha256 = null`))).toBe('invoice_issued_as_approved');
      const both = issuing(`issued_sha256 = sha256('other'), approved_sha256 = sha256('other')`);
      expect(await counted(both)).toBe('invoice_issued_as_approved');
      expect(await counted(issuing(`issued_sha256 = 'x'`))).toBe('invoice_hashes_are_sha256');
      expect(await against(`update invoicing.invoice set issued_sha256 = null where id = $1`, [issued.id])).toBe(
        'invoice_hash_is_kept',
      );
    });

    it('and an edit takes the approval away', async () => {
      const [row] = await inTransaction(office.owner, async (tx: Tx) => {
        await anAct(tx);
        const [edited] = await tx.query<[{ approved_sha256: Buffer | null }[], number]>(
          `update invoicing.invoice set prepared_at = prepared_at + interval '1 second' where id = $1 returning approved_sha256`,
          [draft.id],
        );
        return edited;
      });
      expect(row?.approved_sha256).toBeNull();
      expect(await nothingWritten(office.db, () => office.issues(draft.id))).toBeInstanceOf(ApprovedContentChanged);
    });

    it('with the next number of its series', async () => {
      expect(await against(`update invoicing.number_series set last_number = 9`)).toBe(
        'number_series_counts_one_by_one',
      );
      expect(await against(`update invoicing.number_series set last_number = last_number`)).toBe(
        'number_series_counts_one_by_one',
      );
      expect(await against(`insert into invoicing.number_series values ('BRS', 'NETTING', 2030, 2)`)).toBe(
        'number_series_begins_at_one',
      );
      expect(await against('delete from invoicing.number_series')).toBe('number_series_is_kept');
      expect(await against('truncate invoicing.number_series')).toBe('number_series_is_not_emptied');
      const free = await office.certified([office.draft(agreement)]);
      const { id } = await office.prepares(agreement, free);
      const issue = `update invoicing.invoice set state = 'ISSUED', number = 'X', series_year = 2025, series_number = 77, issued_by = 'MINAMATA.approving',
        issued_at = now(), issued_on = '2025-12-31', issued_sha256 = approved_sha256 where id = $1`;
      expect(await against(issue, [id])).toBe('invoice_number_is_the_next');
    });

    it('and nothing that was not a draft first', async () => {
      const insert = `insert into invoicing.invoice (id, type, number, agreement, provider, client, biennium, state, line_count, total_usd,
          prepared_by, prepared_at)
        select gen_random_uuid(), type, 'X', agreement, provider, client, biennium, 'ISSUED', line_count, total_usd, prepared_by, prepared_at
        from invoicing.invoice where id = $1`;
      expect(await against(insert, [issued.id])).toBe('invoice_begins_as_a_draft');
    });
  });

  describe('takes a charge at a price of the books', () => {
    const copied = (original: string, columns: Record<string, string>): Promise<string> =>
      constraintAgainst(office.owner, async (tx) => {
        const [{ names } = { names: '' }] = await tx.query<{ names: string }[]>(
          `select string_agg(column_name, ', ') as names from information_schema.columns
           where table_schema = 'charging' and table_name = 'charge' and column_name not in ('id', 'sequence') and is_generated = 'NEVER'`,
        );
        const values = names.split(', ').map((name) => columns[name] ?? name);
        const insert = `insert into charging.charge (id, ${names}) select 'COPY', ${values.join(', ')} from charging.charge where id = $1`;
        await tx.query(insert, [original]);
        throw new Error('It was taken.');
      });
    const converted = (rate: string, on: string): Record<string, string> => ({
      units_per_usd: rate,
      rate_effective_on: `date '${on}'`,
      amount_usd: `round(original_amount / ${rate}, 2)`,
    });

    it.each<[string, Record<string, string>, string]>([
      ['with a rate of another value', converted('0.825', '2025-05-01'), 'charge_cost_converted_with_a_published_rate'],
      [
        'with a rate of a day without one',
        converted('0.824', '2025-05-02'),
        'charge_cost_converted_with_a_published_rate',
      ],
      ['with an older rate', converted('0.817', '2025-04-15'), 'charge_converted_with_the_newest_rate'],
      [
        'with a rate that is not in force yet',
        converted('0.797', '2025-10-01'),
        'charge_converted_with_a_rate_in_force',
      ],
      [
        'without a rate',
        { units_per_usd: 'null', rate_effective_on: 'null', amount_usd: 'original_amount' },
        'charge_converted_unless_in_usd',
      ],
      ['in no currency', { original_currency: 'null' }, 'charge_(price_names_its_currency|converted_unless_in_usd)'],
    ])('and none converted %s', async (_, columns, constraint) => {
      expect(await copied(rented, columns)).toMatch(new RegExp(`^${constraint}$`));
    });

    it.each<[string, Record<string, string>, string]>([
      [
        'at a rate that the card does not have',
        { unit_rate: '921', amount_usd: 'quantity * 921' },
        'charge_priced_by_the_card',
      ],
      ['of another day of the card', { unit_rate_valid_from: `date '2024-01-01'` }, 'charge_priced_by_the_card'],
      ['after the period of the card', { delivered_on: `date '2026-01-01'` }, 'charge_priced_by_the_card'],
      [
        'with support cost twice',
        { item: `'DOC-FUL'`, unit_rate: '1039.60', amount_usd: 'quantity * 1039.60' },
        'charge_support_cost_once',
      ],
    ])('and none %s', async (_, columns, constraint) => {
      expect(await copied(issued.charge, columns)).toBe(constraint);
    });

    it('and no trip that is another sum than its components', async () => {
      expect(await copied('TRIP-1', { amount_usd: 'amount_usd + 0.01' })).toBe('charge_trip_adds_up');
    });

    it('also where a rate comes late: what was priced before stays, what is priced after takes it', async () => {
      await office.arranges((tx) =>
        tx.query(
          `insert into rates.operational_rate (currency, effective_on, units_per_usd) values ('CHF', '2025-05-05', 0.820)`,
        ),
      );
      const [late] = await office.db.query<{ after: boolean }[]>(
        `select entered_after_charge >= (select sequence from charging.charge where id = $1) as after
         from rates.operational_rate where effective_on = '2025-05-05'`,
        [rented],
      );
      expect(late?.after).toBe(true);
      expect(await copied(rented, {})).toBe('charge_converted_with_the_newest_rate');
    });
  });

  describe('commits only the cash that a fund has', () => {
    const state = (limit: string, by = 'BRS.approving'): Promise<unknown> =>
      office.do(async (tx) =>
        office.books
          .get(BudgetService)
          .stateCashLimit(
            tx,
            { fund: 'BC', limit: Money.usd(limit), reason: 'contributions received' },
            await office.officer(tx, by),
            office.books.clock,
          ),
      );
    const fund = async (): Promise<unknown> =>
      (await office.db.query(`select cash_limit_usd, cash_charged_usd from budget.trust_fund where code = 'BC'`))[0];

    it('counted from the journal when it is stated, drawn upon by certification, given back by a credit', async () => {
      const [borne] = await office.db.query<{ amount_usd: string }[]>(
        `select amount_usd::numeric(18, 2) from ledger.fund_expenditure_view where fund = 'BC'`,
      );
      const before = Money.usd(borne?.amount_usd ?? '');
      expect(await fund()).toEqual({ cash_limit_usd: null, cash_charged_usd: '0.00' });
      const limit = before.plus(Money.usd('306.67')).toString();
      await state(limit);
      expect(await fund()).toEqual({ cash_limit_usd: limit, cash_charged_usd: before.toString() });

      const units = { quantity: Quantity.of('1') };
      const other = await office.invoiced(agreement, units);
      expect(await fund()).toEqual({ cash_limit_usd: limit, cash_charged_usd: limit });
      const ids = await office.received([office.draft(agreement, units)]);
      const refusal = await nothingWritten(office.db, () => office.certifies(ids));
      expect(refusal).toBeInstanceOf(FundCashExceeded);
      expect((refusal as Error).message).toContain('so USD 0.00 is left; USD 306.67 more');

      const lines = [{ charge: other.charge, ...units }];
      await office.issues((await office.credits({ invoice: other.number, lines, reason: 'not delivered' })).id);
      expect(await fund()).toEqual({ cash_limit_usd: limit, cash_charged_usd: before.toString() });
      await expect(office.certifies(ids)).resolves.toMatchObject([{ state: 'CERTIFIED' }]);
    });

    it('and refuses a statement below what the fund bears, below zero, or by another than its approving officer', async () => {
      const refused = (limit: string, by?: string) => nothingWritten(office.db, () => state(limit, by));
      expect(await refused('0.01')).toBeInstanceOf(CashLimitBelowCharged);
      expect(await refused('-0.01')).toBeInstanceOf(CashLimitNegative);
      expect(await refused('999999.00', 'BRS.finance')).toBeInstanceOf(NotDesignated);
      expect(await refused('999999.00', 'MINAMATA.approving')).toBeInstanceOf(UnknownFund); // the other side's is not there
    });

    it('past the class too', async () => {
      const set = (assignment: string) => against(`update budget.trust_fund set ${assignment} where code = 'BC'`);
      expect(await set('cash_charged_usd = cash_limit_usd + 0.01')).toBe('trust_fund_within_cash');
      expect(await set('cash_limit_usd = 0.01')).toBe('trust_fund_within_cash');
      expect(await set(`cash_charged_usd = 'NaN'`)).toBe('trust_fund_within_cash');
      expect(await set('cash_limit_usd = -1')).toBe('trust_fund_cash_limit_not_negative');
      expect(await set(`cash_limit_usd = 'NaN'`)).toBe('trust_fund_cash_limit_not_negative');
    });
  });

  it('keeps nights and tickets that were paid', async () => {
    expect(await against('delete from charging.traveller_night')).toBe('traveller_night_is_kept');
    expect(await against(`update charging.traveller_night set night = night + 1`)).toBe('traveller_night_is_kept');
    expect(await against('truncate charging.traveller_night')).toBe('traveller_night_is_not_emptied');
    expect(await against('truncate charging.ticket')).toBe('ticket_is_not_emptied');
    const entry = `insert into ledger.journal_entry (pair_id, book, counterparty, event, source, accounting_on, biennium, posting_count,
        posted_by, posted_at, transaction)
      values (gen_random_uuid(), 'BRS', 'MINAMATA', 'SETTLED', 'x', '2025-05-09', '2024-2025', 2, 'console', now(), '9999999')`;
    expect(await against(entry)).toBe('journal_entry_of_its_transaction');
  });
});

describe('the catalogue of the books', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  const columns = (condition: string): Promise<{ place: string }[]> =>
    office.db.query(
      `select concat_ws('.', table_schema, table_name, column_name) as place from information_schema.columns
       join information_schema.tables using (table_schema, table_name)
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'public') and ${condition}`,
    );

  it('has no column of a type that loses cents, and no money of another precision than cents', async () => {
    expect(await columns(`data_type in ('real', 'double precision', 'money')`)).toEqual([]);
    expect(
      await columns(`column_name like '%\\_usd' and column_name <> 'units_per_usd'
        and (data_type, numeric_precision, numeric_scale) is distinct from ('numeric', 18, 2)`),
    ).toEqual([]);
    expect((await columns(`column_name like '%\\_usd'`)).length).toBeGreaterThan(10);
  });
});
