import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A settlement is proposed and decided before its officer's designation ends, or after: the end waits for it, as for a certification.
 * Without that, the end could bear an earlier moment than the act, and the verification would say that it was in no duty.
 * Identity README.
 */
export class ASettlementIsOfADutyThatStands1767225750000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(whileItStands);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(asBefore);
  }
}

const whileItStands = `
      create or replace function invoicing.keep_proposals_by_two_people() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
      begin
        perform identity.hold_designations(case tg_op when 'INSERT' then new.proposed_by else new.decided_by end);
        if tg_op = 'INSERT' then
          if new.state <> 'PROPOSED' then
            refused := 'settlement_begins_as_a_proposal';
          elsif not identity.is_of(new.proposed_by, new.payer) then
            refused := 'settlement_hands_of_its_side';
          elsif exists (
            select from invoicing.invoice_line as line join charging.charge on charge.id = line.charge
            where line.invoice = any(new.documents) and charge.certified_by = new.proposed_by
          ) then
            refused := 'settlement_segregated';
          elsif not identity.holds(new.proposed_by, 'FINANCE_OFFICER', '', (new.proposed_at at time zone 'UTC')::date) then
            refused := 'settlement_proposed_by_a_finance_officer';
          elsif (cardinality(new.documents), new.amount_usd) is distinct from (
            select (count(*)::integer, sum(total_usd)::numeric(18, 2)) from invoicing.invoice
            where id = any(new.documents) and (client, provider) = (new.payer, new.payee) and state in ('ISSUED', 'ACKNOWLEDGED')
          ) then
            refused := 'settlement_proposal_of_open_documents';
          end if;
        elsif not identity.is_of(new.decided_by, new.payer) then
          refused := 'settlement_hands_of_its_side';
        elsif new.state = 'SETTLED' and not identity.holds(new.decided_by, 'APPROVING_OFFICER', '', (new.decided_at at time zone 'UTC')::date) then
          refused := 'settlement_approved_by_an_approving_officer';
        end if;
        if refused is not null then
          raise exception 'voucher % of % is not proposed or decided by whoever did', new.external_number, new.payer
            using errcode = 'restrict_violation', constraint = refused, schema = 'invoicing', table = 'settlement_proposal';
        end if;
        if tg_op = 'INSERT' then
          insert into invoicing.proposed_document (invoice, proposal) select unnest(new.documents), new.id;
        else
          delete from invoicing.proposed_document where proposal = new.id;
        end if;
        return null;
      end $$;
`;

const asBefore = `
      create or replace function invoicing.keep_proposals_by_two_people() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
      begin
        if tg_op = 'INSERT' then
          if new.state <> 'PROPOSED' then
            refused := 'settlement_begins_as_a_proposal';
          elsif not identity.is_of(new.proposed_by, new.payer) then
            refused := 'settlement_hands_of_its_side';
          elsif exists (
            select from invoicing.invoice_line as line join charging.charge on charge.id = line.charge
            where line.invoice = any(new.documents) and charge.certified_by = new.proposed_by
          ) then
            refused := 'settlement_segregated';
          elsif not identity.holds(new.proposed_by, 'FINANCE_OFFICER', '', (new.proposed_at at time zone 'UTC')::date) then
            refused := 'settlement_proposed_by_a_finance_officer';
          elsif (cardinality(new.documents), new.amount_usd) is distinct from (
            select (count(*)::integer, sum(total_usd)::numeric(18, 2)) from invoicing.invoice
            where id = any(new.documents) and (client, provider) = (new.payer, new.payee) and state in ('ISSUED', 'ACKNOWLEDGED')
          ) then
            refused := 'settlement_proposal_of_open_documents';
          end if;
        elsif not identity.is_of(new.decided_by, new.payer) then
          refused := 'settlement_hands_of_its_side';
        elsif new.state = 'SETTLED' and not identity.holds(new.decided_by, 'APPROVING_OFFICER', '', (new.decided_at at time zone 'UTC')::date) then
          refused := 'settlement_approved_by_an_approving_officer';
        end if;
        if refused is not null then
          raise exception 'voucher % of % is not proposed or decided by whoever did', new.external_number, new.payer
            using errcode = 'restrict_violation', constraint = refused, schema = 'invoicing', table = 'settlement_proposal';
        end if;
        if tg_op = 'INSERT' then
          insert into invoicing.proposed_document (invoice, proposal) select unnest(new.documents), new.id;
        else
          delete from invoicing.proposed_document where proposal = new.id;
        end if;
        return null;
      end $$;
`;
