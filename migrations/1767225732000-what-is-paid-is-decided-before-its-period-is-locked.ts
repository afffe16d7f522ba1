import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever closes a period knows how many settlements wait that were paid in it. Ledger README, "Periods". */
export class WhatIsPaidIsDecidedBeforeItsPeriodIsLocked1767225732000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What waits is its payer's own; that there is some, whoever closes the period must know.
      create function invoicing.count_settlements_that_wait(biennium text, first_day date, last_day date, out paid_in_it bigint, out paid_later bigint)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select count(*) filter (where proposal.value_on between first_day and last_day),
          count(*) filter (where proposal.value_on > last_day and exists (
            select from invoicing.invoice
            where invoice.id = any(proposal.documents) and invoice.biennium = count_settlements_that_wait.biennium))
        from invoicing.settlement_proposal as proposal
        where proposal.state = 'PROPOSED' and current_setting('app.tenant', true) in (proposal.payer, proposal.payee, 'recoup')
      $$;
      create index settlement_proposal_waiting on invoicing.settlement_proposal (value_on) where state = 'PROPOSED';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index invoicing.settlement_proposal_waiting;
      drop function invoicing.count_settlements_that_wait;
    `);
  }
}
