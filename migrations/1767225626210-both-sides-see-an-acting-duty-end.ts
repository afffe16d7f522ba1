import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An acting duty that ended early has ended for the side too that countersigned it. Identity README, "Designations". */
export class BothSidesSeeAnActingDutyEnd1767225626210 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Proposals of acting duties are seen by whoever may be asked to countersign them; the duty itself, and who else holds what, is its side's.
      create function identity.acting_that_ended() returns table (proposal uuid, ended_by text, end_reason text)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select proposal.id, held.ended_by, held.end_reason
        from identity.designation_proposal as proposal join identity.designation as held on held.proposal = proposal.id
        where proposal.acting and held.ended_at is not null and coalesce(current_setting('app.tenant', true), '') <> ''
      $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function identity.acting_that_ended()');
  }
}
