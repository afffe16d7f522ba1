import type { DataSource } from 'typeorm';
import type pg from 'pg';
import { programTenant } from './tenancy.ts';
import { roles } from './roles.ts';

/**
 * By how many transactions the acts in these books are ahead of the cluster that they lie in; 0 where they are not. A cluster
 * counts from its beginning, so rows that came by a dump may name transactions that are still to come here: the guard that asks
 * for an act of the same transaction would take an old one for it.
 * `db`: whoever reads acts. Every entry and every act on a period has an act in its transaction.
 * Waits for whoever migrates: who reads acts reads of persons too, and whoever migrates takes all tables for itself, one by one.
 */
export async function transactionsAhead(db: DataSource): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.query(`set local lock_timeout = '60s'`);
    await tx.query(`select pg_advisory_xact_lock_shared(hashtext('recoup migrate'))`);
    await tx.query(`select set_config('app.tenant', $1, true)`, [programTenant]);
    const [row] = await tx.query<{ ahead: string }[]>(
      `select coalesce((select transaction::text::bigint from platform.audit_event order by transaction desc limit 1)
         - pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 1, 0) as ahead`,
    );
    return Math.max(0, Number(row?.ahead ?? 0));
  });
}

/** Counts this cluster's transactions on until none in the books is still to come. Each writes nothing; thousands pass in a second. */
export async function catchUp(client: pg.Client): Promise<void> {
  await client.query(`select set_config('app.tenant', $1, false)`, [programTenant]);
  await client.query(catchUpInSql);
}

const catchUpInSql = `
  do $$
  declare
    newest xid8;
  begin
    if to_regclass('platform.audit_event') is null then return; end if;
    set role ${roles.owner};
    select transaction into newest from platform.audit_event order by transaction desc limit 1;
    while pg_current_xact_id() <= newest loop commit; end loop;
    reset role;
  end $$`;
