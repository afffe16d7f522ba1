import { createHash } from 'node:crypto';
import { expect } from '@jest/globals';
import { type DataSource, QueryFailedError } from 'typeorm';
import { inTransaction, type Tx } from '#platform';
import { anAct } from './an-act.ts';
import type { FreshBooks } from './fresh-books.ts';

/**
 * Every table of the books with its number of rows and a digest of them: equal pictures are equal books. That somebody was refused
 * is an act, and its leaf: both are left out, since they say that nothing was written.
 */
export async function picture(db: DataSource): Promise<Record<string, string>> {
  const runner = db.createQueryRunner();
  try {
    const tables: { name: string }[] = await runner.query(
      `select table_schema || '.' || table_name as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
         and has_table_privilege(format('%I.%I', table_schema, table_name), 'select') order by 1`,
    );
    const digests = tables.map(({ name }) => digestOf(name)).join(' union all ');
    // Sixty tables behind their policies take five times as long to plan as to read: each session plans them once.
    const statement = `picture_${createHash('sha256').update(digests).digest('hex').slice(0, 16)}`;
    const planned: unknown[] = await runner.query('select from pg_prepared_statements where name = $1', [statement]);
    if (planned.length === 0) await runner.query(`prepare ${statement} as ${digests}`);
    const rows: { name: string; seen: string }[] = await runner.query(`execute ${statement}`);
    return Object.fromEntries(rows.map(({ name, seen }) => [name, seen]));
  } finally {
    await runner.release();
  }
}

function digestOf(table: string): string {
  return `select '${table}' as name,
    (select count(*) || ' ' || coalesce(md5(string_agg(md5(row::text), '' order by row::text)), '') from ${table} as row
     where ${withoutRefusals[table] ?? 'true'}) as seen`;
}

const withoutRefusals: Readonly<Record<string, string>> = {
  'platform.audit_event': `action <> 'REQUEST_REFUSED'`,
  'sealing.queue': `kind <> 'audit-event' or record not in (select id::text from platform.audit_event where action = 'REQUEST_REFUSED')`,
};

/** What `work` was refused with; nothing at all may have changed in the books. */
export async function nothingWritten(db: DataSource, work: () => Promise<unknown>): Promise<unknown> {
  const before = await picture(db);
  const refusal = await work().then(
    () => new Error('It was not refused.'),
    (error: unknown) => error,
  );
  expect(await picture(db)).toEqual(before);
  return refusal;
}

/** The name of the constraint that refused these statements, run past the services as an act; nothing may have changed. */
export async function constraintAgainst(db: DataSource, statements: (tx: Tx) => Promise<unknown>): Promise<string> {
  let refused: unknown;
  const outcome = await nothingWritten(db, () =>
    inTransaction(db, async (tx) => {
      await anAct(tx);
      try {
        await statements(tx);
        await tx.query('set constraints all immediate'); // as a commit would
      } catch (error) {
        refused = error;
        throw error;
      }
    }),
  );
  const error = refused ?? outcome;
  if (!(error instanceof QueryFailedError)) throw error;
  const { constraint, code, message } = error.driverError as { constraint?: string; code?: string; message?: string };
  return constraint ?? `no constraint: ${code ?? ''} ${message ?? ''}`;
}

/**
 * Refused twice over: to the server for want of the right (SQLSTATE 42501), and to the owner of the tables, who has it, by
 * the constraint or trigger whose name comes back.
 */
export async function constraintBehindTheRights(
  { db, owner }: Pick<FreshBooks, 'db' | 'owner'>,
  statements: (tx: Tx) => Promise<unknown>,
): Promise<string> {
  expect(await constraintAgainst(db, statements)).toMatch(/^no constraint: 42501 permission denied /);
  return constraintAgainst(owner, statements);
}
