/**
 * What a logical dump carries into another database, `pg_dump` and its restore: every row and every sequence, and nothing of
 * the cluster, so that its transactions count from the beginning. The embedded engine has no pg_dump; the schema is that of
 * the migrations.
 */
import pg from 'pg';

interface Table {
  readonly name: string;
  readonly columns: string;
}

/** Both by superusers. What the target's migrations have put into its tables makes way. */
export async function copyRows(from: pg.ClientConfig, to: pg.ClientConfig): Promise<void> {
  const [source, target] = [new pg.Client(from), new pg.Client(to)];
  await Promise.all([source.connect(), target.connect()]);
  try {
    await source.query('begin isolation level repeatable read read only');
    await target.query('begin');
    await target.query('set local session_replication_role = replica'); // as a restore: triggers and keys come after the rows
    const { rows: tables } = await source.query<Table>(everyTable);
    for (const { name } of tables) await target.query(`delete from ${name}`);
    for (const { name, columns } of tables) {
      const { rows } = await source.query<{ all: string }>(
        `select coalesce(json_agg(one), '[]')::text as all from (select ${columns} from ${name}) as one`,
      );
      await target.query(
        `insert into ${name} (${columns}) overriding system value
         select ${columns} from json_populate_recordset(null::${name}, $1::json)`,
        [rows[0]?.all],
      );
    }
    const { rows: sequences } = await source.query<{ name: string }>(
      `select format('%I.%I', schemaname, sequencename) as name from pg_sequences where schemaname !~ '^pg_'`,
    );
    for (const { name } of sequences) {
      const { rows } = await source.query<unknown[]>({
        text: `select last_value::text, is_called from ${name}`,
        rowMode: 'array',
      });
      await target.query('select setval($1::regclass, $2::bigint, $3::boolean)', [name, ...(rows[0] ?? [])]);
    }
    await target.query('commit');
  } finally {
    await Promise.all([source.end(), target.end()]);
  }
}

const everyTable = `
  select format('%I.%I', nspname, relname) as name, string_agg(quote_ident(attname), ', ' order by attnum) as columns
  from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
  where relkind = 'r' and nspname !~ '^pg_' and nspname <> 'information_schema' and (nspname, relname) <> ('public', 'migration')
  group by 1 order by 1`;
