import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The movement totals are written by the trigger of the postings, with the owner's rights, so that the server needs none and
 * has none. Every function looks its names up where nobody but the owner can put any. Platform README, "Roles"; who may do
 * what with the tables is `rights.ts`.
 */
export class TotalsAreWrittenByTheirTriggerAlone1767225613000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter function ledger.keep_postings_with_their_entry() security definer;

      -- All that there are, but those whose body was bound to its names when it was made.
      do $$
      declare
        unpinned regprocedure;
      begin
        for unpinned in
          select pg_proc.oid from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
          where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') and prosqlbody is null
            and not exists (select from unnest(proconfig) as setting where setting like 'search_path=%')
        loop
          execute format('alter function %s set search_path = pg_catalog, pg_temp', unpinned);
        end loop;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter function invoicing.keep_credit_shares_with_their_lines() reset search_path;
      alter function invoicing.keep_lines_as_drafted() reset search_path;
      alter function invoicing.keep_lines_adding_up() reset search_path;
      alter function invoicing.keep_issued_as_issued() reset search_path;
      alter function charging.keep_shares_with_their_charge() reset search_path;
      alter function charging.keep_shares_frozen() reset search_path;
      alter function charging.keep_price_frozen() reset search_path;
      alter function charging.keep_splits_adding_up() reset search_path;
      alter function ledger.keep_entries_balanced_and_mirrored() reset search_path;
      alter function ledger.keep_postings_with_their_entry() reset search_path;
      alter function agreements.keep_signed_terms() reset search_path;
      alter function platform.refuse_change() reset search_path;

      alter function ledger.keep_postings_with_their_entry() security invoker;
    `);
  }
}
