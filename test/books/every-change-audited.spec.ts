import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import { guards } from '#audit';
import { type Tx } from '#platform';
import { anAct } from '../support/an-act.ts';
import { freshBooks } from '../support/fresh-books.ts';

jest.setTimeout(60_000); // a database of its own

interface Audited {
  readonly trigger: string;
  readonly schema: string;
  readonly table: string;
  readonly column: string; // one that can be written
  readonly changes: readonly ('insert' | 'update' | 'delete')[]; // on which it stands
}

const books = await freshBooks();
afterAll(() => books.close());

const audited = await books.owner.query<Audited[]>(
  `select tgname as trigger, nspname as schema, relname as table, (
       select quote_ident(attname) from pg_attribute
       where attrelid = tgrelid and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
       order by attnum limit 1) as column,
     array_remove(array[
       case when tgtype & 4 > 0 then 'insert' end,
       case when tgtype & 8 > 0 then 'delete' end,
       case when tgtype & 16 > 0 then 'update' end], null) as changes
   from pg_trigger join pg_class on pg_class.oid = tgrelid join pg_namespace on pg_namespace.oid = relnamespace
   where tgname like '%\\_is\\_audited' order by schema, tgname`,
);

/** The guard is of the statement, whichever rows it finds: without any, no other rule of the table has a say. */
const statements = { insert: insertion, update: updating, delete: deletion } as const;

function insertion({ schema, table, column }: Audited): string {
  return `insert into ${schema}.${table} (${column}) select ${column} from ${schema}.${table} where false`;
}

function updating({ schema, table, column }: Audited): string {
  return `update ${schema}.${table} set ${column} = ${column} where false`;
}

function deletion({ schema, table }: Audited): string {
  return `delete from ${schema}.${table} where false`;
}

describe('a change past the services', () => {
  it('is guarded by every trigger that the migrations and the verification name', () => {
    const found = audited.map(({ schema, table, trigger }) => `${schema}.${table} ${trigger}`);
    const verified = Object.entries(guards).flatMap(([table, triggers]) =>
      triggers.filter((trigger) => trigger.endsWith('_is_audited')).map((trigger) => `${table} ${trigger}`),
    );
    expect(found.toSorted()).toEqual(verified.toSorted());
    const texts = readdirSync('migrations').map((file) => readFileSync(`migrations/${file}`, 'utf8'));
    const created = texts.flatMap((text) => [...text.matchAll(/create trigger (\w+_is_audited)\b/g)]);
    expect(created.length).toBeGreaterThan(0);
    expect(audited.map(({ trigger }) => trigger)).toEqual(expect.arrayContaining(created.map(([, name]) => name)));
  });

  it.each(audited.flatMap((one) => one.changes.map((change) => ({ ...one, change }))))(
    'of $table of $schema by $change is refused without an act ($trigger)',
    async ({ change, ...one }) => {
      const statement = statements[change](one);
      const { schema, table } = one;
      await expect(written((tx) => tx.query(statement))).rejects.toMatchObject({
        driverError: { constraint: 'change_is_audited', schema, table },
      });
      await written(async (tx) => {
        await anAct(tx);
        await tx.query(statement);
      });
    },
  );
});

function written(work: (tx: Tx) => Promise<unknown>): Promise<unknown> {
  return books.owner.transaction(work);
}
