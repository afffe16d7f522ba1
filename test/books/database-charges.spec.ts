import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Money, Quantity } from '#kernel';
import { type Tx, withoutEffect } from '#platform';
import * as a from '../support/a.ts';
import { anAct, anActInSql } from '../support/an-act.ts';
import { constraintAgainst, constraintBehindTheRights } from '../support/nothing-written.ts';
import { Office } from '../support/office.ts';
import { sessionAs, tried } from '../support/sessions.ts';

jest.setTimeout(60_000); // a database of its own, and papers are drawn: a busy machine may take its time

const allShares = 'select * from charging.charge_allocation';

describe('past the services, the database', () => {
  let office: Office;
  let agreement: string;
  let certified: string; // 1 x 920.00 on three funds, posted
  beforeAll(async () => {
    office = await Office.open();
    agreement = (await office.agreement({ ceiling: '1000.00', allotment: '400.00' })).number;
    [certified = ''] = await office.certified([office.draft(agreement, { quantity: Quantity.of('1') })]);
    await office.recordsTrips([
      a.tripDraft({
        id: 'TRIP-1',
        agreement,
        tickets: [{ kind: 'TICKET', amount: Money.usd('300.00'), on: a.day('2025-10-06'), number: '724-1' }],
        stays: [{ place: 'CHGVA', first: a.day('2025-11-02'), count: 1, lodgingProvided: false }],
        traveller: 'ZM-1',
      }),
    ]);
  });
  afterAll(() => office.close());

  const against = (statement: string, parameters: unknown[] = []): Promise<string> =>
    constraintAgainst(office.db, (tx) => tx.query(statement, parameters));

  /** What no service does, and the server may not: the rights refuse it first. */
  const behindTheRights = (statement: string, parameters: unknown[] = []): Promise<string> =>
    constraintBehindTheRights(office.books, (tx) => tx.query(statement, parameters));

  /** A copy of a charge under another id, with some columns set otherwise, and its shares. */
  const copied = async (
    tx: Tx,
    original: string,
    columns: Record<string, string>,
    shares = allShares,
  ): Promise<void> => {
    const [{ names } = { names: '' }] = await tx.query<{ names: string }[]>(
      `select string_agg(column_name, ', ') as names from information_schema.columns
       where table_schema = 'charging' and table_name = 'charge' and column_name not in ('id', 'sequence')
         and is_generated = 'NEVER'`,
    );
    const values = names
      .split(', ')
      .map((name) => columns[name] ?? name)
      .join(', ');
    const insert = `insert into charging.charge (id, ${names}) select 'COPY', ${values} from charging.charge where id = $1`;
    await tx.query(insert, [original]);
    await tx.query(
      `insert into charging.charge_allocation (charge, side, position, fund, budget_line, weight, amount_usd)
       select 'COPY', side, position, fund, budget_line, weight, amount_usd from (${shares}) as share where charge = $1`,
      [original],
    );
  };
  const copyAgainst = (columns: Record<string, string>, shares?: string, original = certified): Promise<string> =>
    constraintAgainst(office.db, (tx) => copied(tx, original, columns, shares));

  describe('holds the ceilings', () => {
    it('of a budget line, to the cent', async () => {
      const line = `BC-${agreement}`; // 306.67 of 400.00
      expect(await against('update budget.budget_line set charged_usd = 400.01 where code = $1', [line])).toBe(
        'budget_line_within_allotment',
      );
      const less = 'update budget.budget_line set allotment_usd = 306.66 where code = $1';
      expect(await behindTheRights(less, [line])).toBe('budget_line_within_allotment');
      expect(await against(`update budget.budget_line set charged_usd = 'NaN' where code = $1`, [line])).toBe(
        'budget_line_within_allotment',
      );
    });

    it('of an agreement, to the cent', async () => {
      const set = (assignment: string) => `update agreements.agreement set ${assignment} where number = $1`;
      expect(await against(set('charged_usd = 1000.01'), [agreement])).toBe('agreement_within_ceiling');
      expect(await against(set(`charged_usd = 'NaN'`), [agreement])).toBe('agreement_within_ceiling');
      expect(await behindTheRights(set('ceiling_usd = 919.99'), [agreement])).toBe('agreement_stands_as_signed');
      expect(await behindTheRights(set(`ceiling_usd = 'NaN'`), [agreement])).toBe('agreement_stands_as_signed');
    });
  });

  it('keeps an agreement to a day at least in its biennium', async () => {
    const drafted = `insert into agreements.agreement select (jsonb_populate_record(one, jsonb_build_object(
      'number', 'ELSEWHERE', 'state', 'DRAFT', 'signed_on', null, 'charged_usd', 0, 'meeting', 'NONE',
      'biennium', $2::text))).*
      from agreements.agreement as one where number = $1`;
    expect(await against(drafted, [agreement, '2022-2023'])).toBe('agreement_within_its_biennium');
    expect(await against(drafted, [agreement, '2026-2027'])).toBe('agreement_within_its_biennium');
    expect(await against(drafted, [agreement, '2024-2025'])).toBe('agreement_of_meeting');
  });

  it('lets an agreement of before live on that has none, and asks for one where its days or its biennium change', async () => {
    const { number } = await office.agreement({ signed: false });
    const superuser = await sessionAs('none', office.books.url);
    const before = [
      'set local session_replication_role = replica',
      `update agreements.agreement set biennium = '2022-2023' where number = '${number}'`,
      'set local session_replication_role = origin',
      anActInSql,
    ];
    const sets = (assignment: string): Promise<string> =>
      tried(superuser, ...before, `update agreements.agreement set ${assignment} where number = '${number}'`);
    expect(await sets(`state = 'WITHDRAWN'`)).toBe('done');
    expect(await sets(`state = 'WITHDRAWN', biennium = biennium, ends_on = ends_on`)).toBe('done');
    expect(await sets(`biennium = '2020-2021'`)).toMatch(/^23514 .* has no day in its biennium 2020-2021$/);
    expect(await sets(`ends_on = ends_on + 1`)).toMatch(/^23514 /);
    expect(await sets(`effective_on = '2022-12-31'`)).toBe('done');
    expect(await sets(`biennium = '2024-2025'`)).toBe('done');
    await superuser.destroy();
  });

  describe('keeps an agreement as it was signed', () => {
    it.each([
      ...[`number = 'x'`, `provider = 'BRS'`, `client = 'MINAMATA'`, `meeting = 'x'`, `biennium = '2022-2023'`],
      ...[`families = '{}'`, `mandates = '{}'`, `effective_on = '2025-06-01'`, `ends_on = '2025-06-01'`],
      ...['ceiling_usd = 2000', `programme_support_cost = 'NONE'`, `travel_mode = 'x'`, `client_allocation = '[]'`],
      ...[`provider_credit = '{}'`, 'signed_on = null'],
    ])('against "set %s"', async (assignment) => {
      const statement = `update agreements.agreement set ${assignment} where number = $1`;
      expect(await constraintAgainst(office.owner, (tx) => tx.query(statement, [agreement]))).toBe(
        'agreement_stands_as_signed',
      );
    });
  });

  describe('keeps a charge as it was priced', () => {
    it.each([
      ...[
        'amount_usd = 919.99',
        'quantity = 2',
        'unit_rate = 921',
        `delivered_on = '2025-05-10'`,
        `delivered_from = '2025-05-01'`,
      ],
      ...[
        `agreement = 'OTHER'`,
        `client = 'MINAMATA'`,
        `item = 'REG-PAX'`,
        `family = 'IT'`,
        `nature = 'PASS_THROUGH'`,
        `biennium = '2022-2023'`,
      ],
      ...[
        `unit_rate_currency = 'CHF'`,
        `unit_rate_valid_from = '2024-01-01'`,
        'units_per_usd = 0.8',
        `rate_effective_on = '2025-05-01'`,
      ],
      ...[
        `recorded_by = 'BRS.nobody'`,
        'recorded_at = now()',
        `evidence = 'x'`,
        `supplier_invoice_on = '2025-05-01'`,
        `traveller = 'x'`,
      ],
      ...[
        `id = 'x'`,
        `provider = 'BRS'`,
        `unit = 'DAY'`,
        `original_currency = 'CHF'`,
        'original_amount = 1',
        `trip = '{}'`,
      ],
    ])('against "set %s"', async (assignment) => {
      expect(await behindTheRights(`update charging.charge set ${assignment} where id = $1`, [certified])).toBe(
        'charge_price_is_frozen',
      );
    });

    it('against deletion', async () => {
      const remove = 'delete from charging.charge where id = $1';
      expect(await behindTheRights(remove, [certified])).toBe('charge_price_is_frozen');
      expect(await behindTheRights('truncate charging.charge cascade')).toBe('charge_is_not_emptied');
    });
  });

  describe('keeps a split as it was made', () => {
    it.each([
      'update charging.charge_allocation set amount_usd = amount_usd + 1',
      `update charging.charge_allocation set fund = 'RO' where fund = 'BC'`,
      'update charging.charge_allocation set weight = 2',
      `update charging.charge_allocation set budget_line = 'RO-2' where side = 'CLIENT'`,
      'delete from charging.charge_allocation',
    ])('against "%s"', async (statement) => {
      expect(await behindTheRights(statement)).toBe('charge_split_is_frozen');
    });

    it('against emptying, and against a share that comes later', async () => {
      expect(await behindTheRights('truncate charging.charge_allocation')).toBe('charge_split_is_not_emptied');
      const insert = `insert into charging.charge_allocation (charge, side, position, fund, budget_line, weight, amount_usd)
        values ($1, 'CLIENT', 9, 'BC', 'BC-1', 1, $2)`;
      expect(await against(insert, [certified, '0.01'])).toBe('charge_split_adds_up');
    });
  });

  describe('takes a charge whose shares add up to it on both sides, and', () => {
    const asRecorded = {
      ...{ state: `'RECORDED'`, received_by: 'null', received_at: 'null' },
      ...{ certified_by: 'null', certified_at: 'null' },
    };

    it('no other', async () => {
      const copy = withoutEffect(office.db, async (tx) => {
        await anAct(tx);
        await copied(tx, certified, asRecorded);
      });
      await expect(copy).resolves.toBeUndefined();
      expect(await copyAgainst(asRecorded, `select * from charging.charge_allocation where side = 'CLIENT'`)).toBe(
        'charge_split_adds_up',
      );
      expect(await copyAgainst(asRecorded, `select * from charging.charge_allocation where side = 'PROVIDER'`)).toBe(
        'charge_split_adds_up',
      );
      expect(await copyAgainst(asRecorded, `select * from charging.charge_allocation where fund <> 'SC'`)).toBe(
        'charge_split_adds_up',
      );
      expect(await copyAgainst(asRecorded, 'select * from charging.charge_allocation where false')).toBe(
        'charge_split_adds_up',
      );
    });

    it('none that names a fund nobody has, or no budget line', async () => {
      const shares = (columns: string): string =>
        `select charge, side, position, ${columns}, weight, amount_usd from charging.charge_allocation`;
      expect(await copyAgainst({}, shares(`'XX' as fund, budget_line`))).toBe('charge_allocation_of_fund');
      expect(await copyAgainst({}, shares(`fund, '' as budget_line`))).toBe('charge_allocation_client_names_a_line');
    });
  });

  describe('takes no charge', () => {
    it.each<[string, Record<string, string>, string]>([
      ['of another amount than its price makes', { amount_usd: '920.01' }, 'charge_amount_follows_from_its_price'],

      ['of no units', { quantity: '0', amount_usd: '0' }, 'charge_quantity_positive'],
      [
        'of less than nothing',
        { quantity: '-1', amount_usd: '-920.00' },
        'charge_(quantity_positive|amount_not_negative)',
      ],
      ['of an amount that is NaN', { amount_usd: `'NaN'` }, 'charge_amount_(not_negative|follows_from_its_price)'],
      [
        'converted with an infinite rate',
        { units_per_usd: `'Infinity'`, rate_effective_on: `date '2025-05-01'`, amount_usd: '0' },
        'charge_converted_(with_a_dated_rate|unless_in_usd)',
      ],
      ['converted with a rate of no day', { units_per_usd: '1' }, 'charge_converted_(with_a_dated_rate|unless_in_usd)'],
      ['priced in two ways', { original_amount: '920.00' }, 'charge_price(d_one_way|_names_its_currency)'],
      [
        'of its own service without a rate',
        { unit_rate: 'null', original_amount: '920.00' },
        'charge_price(d_one_way|_names_its_currency)',
      ],
      ['delivered on no day', { delivered_on: `date 'infinity'` }, 'charge_period'],
      ['whose delivery ends before it starts', { delivered_from: `date '2025-05-10'` }, 'charge_period'],

      ['recorded and received by one person', { received_by: 'recorded_by' }, 'charge_segregated'],
      ['recorded and certified by one person', { certified_by: 'recorded_by' }, 'charge_segregated'],
      ['received and certified by one person', { certified_by: 'received_by' }, 'charge_segregated'],
      ['certified without an instant', { certified_at: 'null' }, 'charge_certified_was_received'],
      [
        'certified before it was received',
        { received_by: 'null', received_at: 'null' },
        'charge_(certified_was_received|state_has_its_signatures)',
      ],
      [
        'received by nobody',
        { state: `'RECEIVED'`, received_by: 'null', certified_by: 'null', certified_at: 'null' },
        'charge_state_has_its_signatures',
      ],
      [
        'that says it is certified and was not',
        { certified_by: 'null', certified_at: 'null' },
        'charge_state_has_its_signatures',
      ],
      ['credited above its amount', { credited_usd: '920.01' }, 'charge_credited_within_amount'],
      ['credited below nothing', { credited_usd: '-0.01' }, 'charge_credited_within_amount'],
      ['credited above its units', { credited_quantity: '1.000001' }, 'charge_credited_within_quantity'],
      ['of a part of a day', { quantity: '0.3', amount_usd: '276.00' }, 'charge_of_half_days'],
      ['across 31 December', { delivered_from: `'2024-12-31'` }, 'charge_within_a_year'],
      ['credited by NaN', { credited_quantity: `'NaN'` }, 'charge_credited_within_quantity'],
    ])('%s', async (_, columns, constraint) => {
      expect(await copyAgainst(columns)).toMatch(new RegExp(`^${constraint}$`));
    });

    it.each<[string, Record<string, string>, string]>([
      ['of NaN units', { quantity: `'NaN'` }, 'charge_quantity_positive'],
      ['of infinitely many units', { quantity: `'Infinity'` }, 'charge_quantity_positive'],
      ['of an amount that is NaN', { amount_usd: `'NaN'` }, 'charge_amount_not_negative'],
      ['of no amount', { amount_usd: '0', trip: `jsonb_set(trip, '{components}', '[]')` }, 'charge_comes_to_something'],
      ['of half a trip', { quantity: '0.5' }, 'charge_of_whole_units'],
      ['in a state nobody knows', { state: `'PAID'` }, 'charge_state_known'],
      ['under an agreement that is not there', { agreement: `'CRA-0'` }, 'charge_of_agreement'],
      ['of a service that is not there', { item: `'X'` }, 'charge_of_item'],
    ])('for a trip %s', async (_, columns, constraint) => {
      expect(await copyAgainst(columns, allShares, 'TRIP-1')).toBe(constraint);
    });

    it('twice', async () => {
      const [{ names } = { names: '' }] = await office.owner.query<{ names: string }[]>(
        `select string_agg(column_name, ', ') as names from information_schema.columns
         where table_schema = 'charging' and table_name = 'charge' and is_generated = 'NEVER'`,
      );
      const again = `insert into charging.charge (${names}) overriding system value select ${names} from charging.charge where id = $1`;
      expect(await against(again, [certified])).toMatch(/^charge_(once|in_sequence)$/);
    });
  });

  it('pays a night and a ticket once', async () => {
    const night = (on: string, charge: string) =>
      against(
        `insert into charging.traveller_night select traveller, $2, $1 from charging.charge where id = 'TRIP-1'`,
        [charge, on],
      );
    expect(await night('2025-11-02', certified)).toBe('traveller_night_paid_once');
    expect(await against(`insert into charging.ticket select number, $1 from charging.ticket`, [certified])).toBe(
      'ticket_recovered_once',
    );
    expect(await night('2025-11-08', 'TRIP-1')).toBe('traveller_night_before_the_return');
    expect(await night('2025-12-02', 'no-charge')).toBe('traveller_night_of_charge');
  });

  it('holds references of travellers and digests of tickets, and neither names nor numbers', async () => {
    expect(await against(`insert into charging.traveller_night values ('Diop', '2025-11-02', $1)`, [certified])).toBe(
      'traveller_night_of_traveller',
    );
    expect(await copyAgainst({ traveller: `'Diop'` }, allShares, 'TRIP-1')).toBe('charge_of_traveller');
    expect(await against(`insert into charging.ticket values ('724-2', $1)`, [certified])).toBe(
      'ticket_number_is_covered',
    );
  });

  it('gives no share of a fund back beyond what it bears', async () => {
    expect(
      await against('update charging.charge_allocation set credited_usd = amount_usd + 0.01 where charge = $1', [
        certified,
      ]),
    ).toBe('charge_allocation_credited_within_amount');
  });
});
