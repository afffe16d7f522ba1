import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Database, withoutEffect } from '#platform';
import { anAct } from '../support/an-act.ts';
import { ranged } from '../../libs/audit/src/verification/ranges.query.ts';
import { constraintAgainst } from '../support/nothing-written.ts';
import { Office } from '../support/office.ts';
import { afterwards, sessionAs } from '../support/sessions.ts';

jest.setTimeout(60_000); // a database of its own

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  /** The definitions of the CHECKs that name it. */
  readonly checks: readonly string[];
}

const columns = `
  select format('%I.%I', table_schema, table_name) as table, column_name as column, data_type as type,
    array(select pg_get_constraintdef(pg_constraint.oid) from pg_constraint
      join pg_attribute on attrelid = conrelid and attname = column_name and attnum = any(conkey)
      where contype = 'c' and convalidated and conrelid = format('%I.%I', table_schema, table_name)::regclass) as checks
  from information_schema.columns join information_schema.tables using (table_schema, table_name)
  where table_type = 'BASE TABLE' and table_schema !~ '^pg_' and table_schema not in ('information_schema', 'public')
    and (data_type in ('date', 'numeric') or data_type like 'timestamp%')
  order by 1, ordinal_position`;

/** What may hold a day, an instant or a number that is none: no CHECK bounds it both ways. */
function unbounded(all: readonly Column[]): string[] {
  return all
    .filter(({ column, type, checks }) => {
      const year = type === 'date' ? column : `(${column} AT TIME ZONE 'UTC'::text)`;
      const [least, most] =
        type === 'numeric'
          ? [
              [`(${column} >= `, `(${column} > '-Infinity'`],
              [`(${column} <= `, `(${column} < 'Infinity'`],
            ]
          : [yearIs(year, '>=', 1900), yearIs(year, '<=', 2199)];
      const isBounded = (check: string): boolean =>
        least.some((bound) => saidOf(column, 'LEAST', check).includes(bound)) &&
        most.some((bound) => saidOf(column, 'GREATEST', check).includes(bound));
      return !checks.some(isBounded);
    })
    .map(({ table, column }) => `${table} ${column}`);
}

function yearIs(day: string, than: string, year: number): string[] {
  return [`(${year})`, `'${year}'::numeric`].map((bound) => `EXTRACT(year FROM ${day}) ${than} ${bound}`);
}

/** What holds of the least of several columns from below holds of each, and so does from above what holds of the greatest. */
function saidOf(column: string, extreme: 'LEAST' | 'GREATEST', check: string): string {
  return check.replaceAll(/\b(LEAST|GREATEST)\(([^()]*)\)/g, (all: string, which: string, columns: string) =>
    which === extreme && columns.split(', ').includes(column) ? column : all,
  );
}

/** Values beyond what each kind of column takes; the first and the last that it takes. */
const days = { beyond: ['1899-12-31', '2200-01-01', 'infinity', '-infinity'], within: ['1900-01-01', '2199-12-31'] };
const kinds: Readonly<Record<string, { beyond: readonly string[]; within: readonly string[] }>> = {
  days,
  instants: {
    beyond: ['1899-12-31 23:59:59.999999Z', '2200-01-01 00:00:00Z', 'infinity', '-infinity'],
    within: ['1900-01-01 00:00:00Z', '2199-12-31 23:59:59.999999Z'],
  },
  amounts: {
    beyond: ['NaN', '10000000000000.01', '-10000000000000.01'],
    within: ['10000000000000', '-10000000000000'],
  },
  sums: { beyond: ['NaN'], within: ['9999999999999999.99', '-9999999999999999.99'] },
  quantities: {
    beyond: ['NaN', 'Infinity', '-Infinity', '1000000001', '-1000000001'],
    within: ['1000000000', '-1000000000'],
  },
  factors: { beyond: ['NaN', 'Infinity', '-Infinity'], within: ['1e30', '-1e30'] },
};

describe('days, instants and numbers of the books', () => {
  let office: Office;
  let superuser: Database;
  beforeAll(async () => {
    office = await Office.open();
    superuser = await sessionAs('none', office.books.url);
  });
  afterAll(async () => {
    await superuser.destroy();
    await office.close();
  });

  it('are bounded in the database, each of them', async () => {
    const all = await superuser.query<Column[]>(columns);
    expect(all.length).toBeGreaterThan(100);
    expect(unbounded(all)).toEqual([]);
  });

  it('are looked at by the verification, each of them', async () => {
    const all = await superuser.query<Column[]>(columns);
    const listed = Object.entries(ranged).flatMap(([table, kinds]) =>
      Object.values(kinds as Record<string, readonly string[]>).flatMap((names) =>
        names.map((column) => `${table} ${column}`),
      ),
    );
    expect(listed.toSorted()).toEqual(all.map(({ table, column }) => `${table} ${column}`).toSorted());
  });

  it('are refused by the range of their table, each of them alone, and taken up to it', async () => {
    const wrong: string[] = [];
    for (const [table, columns] of Object.entries(ranged)) {
      const named = Object.entries(columns as Record<string, readonly string[]>);
      const [range = { condition: 'true', columns: [] }] = await superuser.query<
        { condition: string; columns: readonly string[] }[]
      >(
        `select pg_get_expr(conbin, conrelid) as condition,
           array(select attname::text from pg_attribute where attrelid = conrelid and attnum = any(conkey)) as columns
         from pg_constraint where conrelid = $1::text::regclass and conname = split_part($1::text, '.', 2) || '_within_range'`,
        [table],
      );
      const asked = named.flatMap(([kind, names]) =>
        names
          .filter((column) => range.columns.includes(column))
          .flatMap((column) => [
            ...(kinds[kind]?.beyond ?? []).map((value) => ({ column, value, takes: false })),
            ...(kinds[kind]?.within ?? []).map((value) => ({ column, value, takes: true })),
          ]),
      );
      for (const { column, value, takes } of asked) {
        const [found] = await superuser.query<{ takes: boolean }[]>(
          `select (${range.condition}) is not false as takes from jsonb_populate_record(null::${table}, $1)`,
          [JSON.stringify({ [column]: value })],
        );
        if (found?.takes !== takes) wrong.push(`${table} ${column} ${value}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('are found where they are not: without a bound, with one alone, or with one that does not count yet', async () => {
    const another = `create table charging.another (
      a_day date, an_instant timestamptz, an_amount numeric, from_zero numeric check (from_zero >= 0),
      finite_day date check (isfinite(finite_day)), share numeric check (share between 0 and 1), later numeric,
      first_day date, last_day date, other_day date,
      check (extract(year from least(first_day, other_day)) >= 1900 and extract(year from greatest(last_day, other_day)) <= '2199'),
      lesser numeric, greater numeric, check (greatest(lesser, greater) >= 0 and least(lesser, greater) <= 1))`;
    const later = 'alter table charging.another add constraint later check (later between 0 and 1) not valid';
    const all = await afterwards(superuser, [another, later], (runner) => runner.query(columns) as Promise<Column[]>);
    expect(unbounded(all)).toEqual(
      ['a_day', 'an_instant', 'an_amount', 'from_zero', 'finite_day', 'later', 'first_day', 'last_day']
        .concat('lesser', 'greater')
        .map((name) => `charging.another ${name}`),
    );
  });

  it.each([
    ['a meeting without an end', meeting('2025-05-01', 'infinity'), 'meeting_within_range'],
    ['a meeting before there were any', meeting('1899-12-31', '2025-05-09'), 'meeting_within_range'],
    ['a meeting after the last year', meeting('2025-05-01', '2200-01-01'), 'meeting_within_range'],
    ['a limit of cash above every amount', cash('10000000000000.01'), 'trust_fund_within_range'],
    ['a designation without an end', designation('infinity'), 'designation_within_range'],
    ['a rate of an endless day', rate('infinity'), 'operational_rate_positive'],
    ['a rate of another millennium', rate('3025-01-01'), 'operational_rate_within_range'],
  ])('refuse %s', async (_, statement, constraint) => {
    expect(await constraintAgainst(office.db, (tx) => tx.query(statement))).toBe(constraint);
  });

  it.each(['1900-01-01', '2199-12-31'])('take %s', async (day) => {
    const taken = withoutEffect(office.db, async (tx) => {
      await anAct(tx);
      await tx.query(meeting(day, day));
    });
    await expect(taken).resolves.toBeUndefined();
  });
});

function meeting(first: string, last: string): string {
  return `insert into agreements.meeting (code, title, organizer, starts_on, ends_on, place, venue)
    values ('M-${first}', 'A meeting', 'BRS', '${first}', '${last}', 'CHGVA', '')`;
}

function cash(limit: string): string {
  return `update budget.trust_fund set cash_limit_usd = ${limit} where code = 'BC'`;
}

function designation(last: string): string {
  return `insert into identity.designation (person, duty, fund, valid_from, valid_to)
    values ('BRS.certifying', 'CERTIFYING_OFFICER', 'BC', '2150-01-01', '${last}')`;
}

function rate(day: string): string {
  return `insert into rates.operational_rate (currency, effective_on, units_per_usd) values ('NOK', '${day}', 10.5)`;
}
