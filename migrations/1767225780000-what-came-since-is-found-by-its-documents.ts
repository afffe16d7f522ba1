import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The two acts by which a credit note is told to have been issued since a settlement was proposed are found by the documents that they
 * name. The last of many acts was looked for from the last backwards, through all of them, while the documents were held.
 */
export class WhatCameSinceIsFoundByItsDocuments1767225780000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(byItsDocuments);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(byItsAct);
  }
}

// As in 1767225760000. `offset 0` keeps the last or first of those that name a document from being planned as a walk by the number.
const byItsDocuments = `
      create or replace function invoicing.is_issued_since(note uuid, proposal uuid) returns boolean language sql stable security definer
        set search_path = pg_catalog, pg_temp as $$
        select coalesce((
            select max(issued.sequence) from (
              select sequence, action from platform.audit_event where object_ids @> array[note::text] offset 0
            ) as issued
            where issued.action = 'CREDIT_NOTE_ISSUED'
          ), 0) > coalesce((
            select min(proposed.sequence) from (
              select sequence, action, after from platform.audit_event
              where object_ids @> array[(
                select waiting.documents[1]::text from invoicing.settlement_proposal as waiting where waiting.id = is_issued_since.proposal)]
              offset 0
            ) as proposed
            where proposed.action = 'SETTLEMENT_PROPOSED' and proposed.after ->> 'settlement' = is_issued_since.proposal::text
          ), 0)
      $$;
`;

const byItsAct = `
      create or replace function invoicing.is_issued_since(note uuid, proposal uuid) returns boolean language sql stable security definer
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
