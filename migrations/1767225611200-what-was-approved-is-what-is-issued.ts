import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A draft carries the SHA-256 of what its paper will say, from its preparation on; issuing computes it again from the books,
 * and a draft that says something else by then is not issued. Numbers are the counter's, one by one; the lines of an invoice
 * are its charges, whole. Invoicing README, "What was approved is what is issued".
 */
export class WhatWasApprovedIsWhatIsIssued1767225611200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- approved_sha256: what was prepared, and what the approving officer read. issued_sha256: the same words, gathered again from
      -- the books in the transaction that issued it.
      alter table invoicing.invoice
        add column approved_sha256 bytea,
        add column issued_sha256 bytea,
        add constraint invoice_hashes_are_sha256 check (length(approved_sha256) = 32 and length(issued_sha256) = 32);
    `);
    await hashEarlierPapers(db);
    await db.query(`
      create function invoicing.forget_approval_of_an_edit() returns trigger language plpgsql as $$
      begin
        if new.approved_sha256 is not distinct from old.approved_sha256 then
          new.approved_sha256 := null;
        end if;
        return new;
      end $$;
      create trigger invoice_edit_clears_its_approval before update on invoicing.invoice
        for each row when (old.number is null and new.number is null and
          (new.type, new.agreement, new.provider, new.client, new.biennium, new.corrects, new.reason, new.line_count, new.total_usd,
            new.prepared_by, new.prepared_at)
          is distinct from
          (old.type, old.agreement, old.provider, old.client, old.biennium, old.corrects, old.reason, old.line_count, old.total_usd,
            old.prepared_by, old.prepared_at))
        execute function invoicing.forget_approval_of_an_edit();

      create function invoicing.issue_as_approved() returns trigger language plpgsql as $$
      declare
        broken text;
      begin
        if new.approved_sha256 is null or new.approved_sha256 is distinct from new.issued_sha256
           or new.approved_sha256 is distinct from old.approved_sha256 then
          broken := 'invoice_issued_as_approved';
        elsif new.series_number is distinct from (
            select last_number from invoicing.number_series
            where provider = new.provider and type = new.type and year = new.series_year) then
          broken := 'invoice_number_is_the_next';
        elsif new.type = 'INVOICE' and exists (
            select from invoicing.invoice_line as line join charging.charge on charge.id = line.charge
            where line.invoice = new.id
              and (not line.bills or line.amount_usd <> charge.amount_usd or line.quantity <> charge.quantity
                or charge.agreement <> new.agreement)) then
          broken := 'invoice_lines_are_its_charges';
        elsif new.type = 'CREDIT_NOTE' and exists (
            select from invoicing.invoice_line as line
            where line.invoice = new.id and not exists (
              select from invoicing.invoice_line as billed join invoicing.invoice as corrected on corrected.id = billed.invoice
              where billed.charge = line.charge and billed.bills and corrected.id = new.corrects and corrected.number is not null)) then
          broken := 'credit_note_lines_are_on_its_invoice';
        end if;
        if broken is not null then
          raise exception 'document % is not issued', new.number
            using errcode = 'restrict_violation', constraint = broken, schema = 'invoicing', table = 'invoice';
        end if;
        return null;
      end $$;
      create trigger invoice_issued_as_approved after update on invoicing.invoice
        for each row when (old.number is null and new.number is not null) execute function invoicing.issue_as_approved();
      create trigger invoice_begins_as_a_draft before insert on invoicing.invoice
        for each row when (new.number is not null or new.state <> 'DRAFT') execute function platform.refuse_change();
      create trigger invoice_hash_is_kept before update on invoicing.invoice
        for each row when (old.number is not null and
          (new.approved_sha256, new.issued_sha256) is distinct from (old.approved_sha256, old.issued_sha256))
        execute function platform.refuse_change();

      -- One by one, from 1, and never back: a number that was given is given once.
      create trigger number_series_counts_one_by_one before update on invoicing.number_series
        for each row when ((new.provider, new.type, new.year, new.last_number)
          is distinct from (old.provider, old.type, old.year, old.last_number + 1))
        execute function platform.refuse_change();
      create trigger number_series_begins_at_one before insert on invoicing.number_series
        for each row when (new.last_number <> 1) execute function platform.refuse_change();
      create trigger number_series_is_kept before delete on invoicing.number_series
        for each row execute function platform.refuse_change();
      create trigger number_series_is_not_emptied before truncate on invoicing.number_series
        for each statement execute function platform.refuse_change();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger number_series_is_not_emptied on invoicing.number_series;
      drop trigger number_series_is_kept on invoicing.number_series;
      drop trigger number_series_begins_at_one on invoicing.number_series;
      drop trigger number_series_counts_one_by_one on invoicing.number_series;
      drop trigger invoice_hash_is_kept on invoicing.invoice;
      drop trigger invoice_begins_as_a_draft on invoicing.invoice;
      drop function invoicing.issue_as_approved() cascade;
      drop function invoicing.forget_approval_of_an_edit() cascade;
      alter table invoicing.invoice
        drop constraint invoice_hashes_are_sha256, drop column approved_sha256, drop column issued_sha256;
    `);
  }
}

/** Papers from before are taken as what was approved: their content without number, day of issue and approval. */
async function hashEarlierPapers(db: QueryRunner): Promise<void> {
  const issued = (await db.query(
    'select id, number from invoicing.invoice where number is not null order by number',
  )) as {
    id: string;
    number: string;
  }[];
  for (const { id, number } of issued) {
    const [paper] = (await db.query('select content from invoicing.paper where number = $1', [number])) as {
      content: string;
    }[];
    if (paper === undefined) continue;
    const content = JSON.parse(paper.content) as { certification: object };
    const words = {
      ...content,
      number: null,
      issuedOn: '',
      certification: { ...content.certification, approved: null },
    };
    const digest = createHash('sha256').update(canonicalJson(words)).digest();
    await db.query('update invoicing.invoice set approved_sha256 = $2, issued_sha256 = $2 where id = $1', [id, digest]);
  }
}
