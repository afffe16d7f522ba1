import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The entries on the accounts between two secretariats are the business of both: each sees, pair by pair, what the other's
 * book says of an agreement of theirs, and no fund and no budget line. Audit README, "Two books".
 */
export class BothSidesSeeWhatIsBetweenThem1767225623000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function ledger.entries_between(of_agreement text, after bigint, most integer)
        returns table (source text, event text, accounting_on date, pair uuid, place bigint, receivable_usd numeric, payable_usd numeric)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select min(entry.source), min(entry.event), min(entry.accounting_on), entry.pair_id, min(entry.id),
          sum(posting.amount_usd) filter (where posting.account in ('RECEIVABLE', 'RECEIVABLE_UNBILLED')),
          -sum(posting.amount_usd) filter (where posting.account in ('PAYABLE', 'PAYABLE_UNBILLED'))
        from ledger.posting join ledger.journal_entry as entry on entry.id = posting.entry_id
        where posting.agreement = of_agreement
          and posting.account in ('RECEIVABLE', 'RECEIVABLE_UNBILLED', 'PAYABLE', 'PAYABLE_UNBILLED')
          and current_setting('app.tenant', true) in (entry.book, entry.counterparty, 'recoup')
        group by entry.pair_id having min(entry.id) > coalesce(after, 0) order by min(entry.id) limit most
      $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop function ledger.entries_between(text, bigint, integer)`);
  }
}
