import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is settled of a document is its total, of a credit note a negative one. Invoicing README, "Rules". */
export class ASettlementPaysItsDocumentsWhole1767225670100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(whole);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(asBefore);
  }
}

const whole = `
      create or replace function invoicing.keep_payers_hands_apart() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
      begin
        select case when proposal.id is null or added.amount_usd <> document.total_usd then 'settlement_of_its_documents' else 'settlement_segregated' end into refused
        from added
        join invoicing.settlement on settlement.id = added.settlement
        join invoicing.invoice as document on document.id = added.invoice
        left join invoicing.settlement_proposal as proposal on proposal.id = added.settlement and added.invoice = any(proposal.documents)
        where proposal.id is null or added.amount_usd <> document.total_usd or exists (
          select from invoicing.invoice_line as line join charging.charge on charge.id = line.charge
          where line.invoice = added.invoice and settlement.recorded_by in (charge.received_by, charge.certified_by))
        limit 1;
        if refused is not null then
          raise exception 'a document is not settled by whoever did' using errcode = 'restrict_violation',
            constraint = refused, schema = 'invoicing', table = 'settlement_line';
        end if;
        return null;
      end $$;
`;

const asBefore = `
      create or replace function invoicing.keep_payers_hands_apart() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
      begin
        select case when proposal.id is null then 'settlement_of_its_documents' else 'settlement_segregated' end into refused
        from added
        join invoicing.settlement on settlement.id = added.settlement
        left join invoicing.settlement_proposal as proposal on proposal.id = added.settlement and added.invoice = any(proposal.documents)
        where proposal.id is null or exists (
          select from invoicing.invoice_line as line join charging.charge on charge.id = line.charge
          where line.invoice = added.invoice and settlement.recorded_by in (charge.received_by, charge.certified_by))
        limit 1;
        if refused is not null then
          raise exception 'a document is not settled by whoever did' using errcode = 'restrict_violation',
            constraint = refused, schema = 'invoicing', table = 'settlement_line';
        end if;
        return null;
      end $$;
`;
