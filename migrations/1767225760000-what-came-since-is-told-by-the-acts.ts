import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a credit note was issued since a settlement was proposed is told by the numbers of the two acts, and not by the times they say:
 * a clock may be set back. Invoicing README, "What is approved is what was open".
 */
export class WhatCameSinceIsToldByTheActs1767225760000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(byItsAct);
    await db.query(asNumbered);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(asTimed);
    await db.query('drop function invoicing.is_issued_since(uuid, uuid)');
  }
}

// As the owner, for the other side's act is its own. Numbers are given before the commit, and these two are in order all the same: whoever
// issues holds the document that is corrected, and whoever proposes holds it too, each from before the act is written until the commit. So
// the act with the lower number was over before the other was written. A credit note of before acts was there; one act too many leaves it new.
const byItsAct = `
      create function invoicing.is_issued_since(note uuid, proposal uuid) returns boolean language sql stable security definer
        set search_path = pg_catalog, pg_temp as $$
        select coalesce((
            select max(issued.sequence) from platform.audit_event as issued
            where issued.object_ids @> array[note::text] and issued.action = 'CREDIT_NOTE_ISSUED'
          ), 0) > coalesce((
            select min(proposed.sequence) from platform.audit_event as proposed
            where proposed.object_ids @> array[(
                select waiting.documents[1]::text from invoicing.settlement_proposal as waiting where waiting.id = is_issued_since.proposal)]
              and proposed.action = 'SETTLEMENT_PROPOSED' and proposed.after ->> 'settlement' = is_issued_since.proposal::text
          ), 0)
      $$;
`;

// At commit: it sees a credit note that was issued while the approval was under way.
const asNumbered = `
      create or replace function invoicing.keep_proposal_with_its_settlement() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not exists (select from invoicing.settlement where id = new.id) then
          raise exception 'voucher % was approved and is not settled', new.external_number
            using errcode = 'restrict_violation', constraint = 'settlement_proposal_with_its_settlement', schema = 'invoicing',
              table = 'settlement_proposal';
        end if;
        if exists (
          select from invoicing.invoice as note
          where note.corrects = any(new.documents) and note.id <> all(new.documents)
            and note.state in ('ISSUED', 'ACKNOWLEDGED') and invoicing.is_issued_since(note.id, new.id)
        ) then
          raise exception 'a document under voucher % was credited since it was proposed', new.external_number
            using errcode = 'restrict_violation', constraint = 'settlement_of_what_is_open', schema = 'invoicing',
              table = 'settlement_proposal';
        end if;
        return null;
      end $$;
`;

const asTimed = `
      create or replace function invoicing.keep_proposal_with_its_settlement() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not exists (select from invoicing.settlement where id = new.id) then
          raise exception 'voucher % was approved and is not settled', new.external_number
            using errcode = 'restrict_violation', constraint = 'settlement_proposal_with_its_settlement', schema = 'invoicing',
              table = 'settlement_proposal';
        end if;
        if exists (
          select from invoicing.invoice as note
          where note.corrects = any(new.documents) and note.id <> all(new.documents)
            and note.state in ('ISSUED', 'ACKNOWLEDGED') and note.issued_at > new.proposed_at
        ) then
          raise exception 'a document under voucher % was credited since it was proposed', new.external_number
            using errcode = 'restrict_violation', constraint = 'settlement_of_what_is_open', schema = 'invoicing',
              table = 'settlement_proposal';
        end if;
        return null;
      end $$;
`;
