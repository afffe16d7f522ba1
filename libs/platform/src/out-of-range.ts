import type { Tx } from './transaction.ts';

/** Columns of a table that hold a day, an instant or a number, by what they may hold. */
export interface Ranged {
  readonly days?: readonly string[];
  readonly instants?: readonly string[];
  readonly amounts?: readonly string[];
  readonly sums?: readonly string[];
  readonly quantities?: readonly string[];
  readonly factors?: readonly string[];
}

/** A row with a day, an instant or a number that no class of the product would take. */
export interface OutOfRange {
  readonly table: string;
  /** Its key, and nothing else of it: what it holds may be somebody's. */
  readonly key: string;
  readonly columns: string;
}

// As the constraints of the tables say it (`charge_within_range`).
const beyond: Readonly<Record<keyof Ranged, (column: string) => string>> = {
  days: (column) => `extract(year from ${column}) not between 1900 and 2199`,
  instants: (column) => `extract(year from ${column} at time zone 'UTC') not between 1900 and 2199`,
  amounts: (column) => `${column} not between -10000000000000 and 10000000000000`,
  sums: (column) => `${column} not between -9999999999999999.99 and 9999999999999999.99`,
  quantities: (column) => `${column} not between -1000000000 and 1000000000`,
  factors: (column) => `${column} in ('NaN', 'Infinity', '-Infinity')`,
};

/** The first hundred of these tables. `ranged` is a constant of the program, never of a request. */
export async function rowsOutOfRange(
  tx: Pick<Tx, 'query'>,
  ranged: Readonly<Record<string, Ranged>>,
): Promise<OutOfRange[]> {
  const keys = await tx.query<{ table: string; key: string }[]>(
    `select format('%s.%s', nspname, relname) as table, string_agg(format('%I', attname), ', ' order by place) as key
     from pg_index join pg_class on pg_class.oid = indrelid join pg_namespace on pg_namespace.oid = relnamespace
     cross join lateral unnest(indkey::smallint[]) with ordinality as part (number, place)
     join pg_attribute on attrelid = indrelid and attnum = number
     where indisprimary and format('%s.%s', nspname, relname) = any($1) group by 1`,
    [Object.keys(ranged)],
  );
  return tx.query<OutOfRange[]>(statement(ranged, new Map(keys.map(({ table, key }) => [table, key]))));
}

function statement(ranged: Readonly<Record<string, Ranged>>, keys: ReadonlyMap<string, string>): string {
  const ofEach = Object.entries(ranged).map(([table, columns]) => {
    const conditions = (Object.keys(beyond) as (keyof Ranged)[]).flatMap((kind) =>
      (columns[kind] ?? []).map((column) => [column, beyond[kind](column)] as const),
    );
    const which = conditions.map(([column, condition]) => `case when ${condition} then '${column}' end`).join(', ');
    const any = conditions.map(([, condition]) => condition).join(' or ');
    return `(select '${table}' as table, concat_ws(' ', ${keys.get(table) ?? "'?'"}) as key, concat_ws(', ', ${which}) as columns
      from ${table} where ${any} limit 100)`;
  });
  return `${ofEach.join(' union all ')} order by 1, 2 limit 100`;
}
