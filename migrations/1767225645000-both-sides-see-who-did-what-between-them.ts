import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The history of a document that two sides share is of both: who signed, recorded, received, certified, returned, issued and
 * settled. Of the other side's acts no more is said than the document shows: who, what and when, and the reason where the
 * document has it; not what a command did beside, nor drafts, nor who read or took out a paper. Identity README, "Reading".
 */
export class BothSidesSeeWhoDidWhatBetweenThem1767225645000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function platform.acts_of_the_other_side(document text)
        returns table (sequence bigint, id uuid, at timestamptz, person text, secretariat text, action text, object_kind text, reason text)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select event.sequence, event.id, event.at, event.person, event.secretariat, event.action, event.object_kind,
          -- The remark of the charge, which both sides read.
          case when event.action in ('CHARGES_RETURNED', 'CHARGES_RESUBMITTED', 'CHARGES_WITHDRAWN', 'CHARGES_REVERSAL_PREPARED', 'CHARGES_KEPT')
            then event.reason end
        from platform.audit_event as event
        where event.object_ids @> array[document]
          and event.secretariat <> coalesce(current_setting('app.tenant', true), '')
          and case event.object_kind
            when 'agreement' then event.action in ('AGREEMENT_DRAFTED', 'AGREEMENT_SIGNED') and exists (
              select from agreements.agreement as whole
              where whole.number = document and current_setting('app.tenant', true) in (whole.provider, whole.client))
            when 'charge' then event.action in ('CHARGES_RECORDED', 'CHARGES_PROMOTED', 'CHARGES_RECEIVED', 'CHARGES_CERTIFIED', 'CHARGES_RETURNED',
                'CHARGES_RESUBMITTED', 'CHARGES_WITHDRAWN', 'CHARGES_REVERSAL_PREPARED', 'CHARGES_REVERSED', 'CHARGES_KEPT')
              and exists (
                select from charging.charge as whole
                where whole.id = document and current_setting('app.tenant', true) in (whole.provider, whole.client))
            when 'invoice' then event.action in ('INVOICE_ISSUED', 'CREDIT_NOTE_ISSUED', 'DOCUMENTS_SETTLED') and exists (
              select from invoicing.invoice as whole
              where whole.id = case when document ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then document::uuid end
                and whole.number is not null and current_setting('app.tenant', true) in (whole.provider, whole.client))
            when 'paper' then event.action = 'NETTING_ISSUED' and exists (
              select from invoicing.paper as whole
              where whole.number = document and current_setting('app.tenant', true) in (whole.issuer, whole.addressee))
            else false
          end
      $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop function platform.acts_of_the_other_side(text)`);
  }
}
