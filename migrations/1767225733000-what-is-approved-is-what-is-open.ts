import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A credit note that was issued since a settlement was proposed: its proposer did not know, and it is proposed anew. Invoicing README. */
export class WhatIsApprovedIsWhatIsOpen1767225733000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(asOpen);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(asBefore);
  }
}

// At commit: it sees a credit note that was issued while the approval was under way.
const asOpen = `
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

const asBefore = `
      create or replace function invoicing.keep_proposal_with_its_settlement() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not exists (select from invoicing.settlement where id = new.id) then
          raise exception 'voucher % was approved and is not settled', new.external_number
            using errcode = 'restrict_violation', constraint = 'settlement_proposal_with_its_settlement', schema = 'invoicing',
              table = 'settlement_proposal';
        end if;
        return null;
      end $$;
`;
