import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An agreement begins as a draft and a charge as recorded, as a document begins as a draft: a copy in a finished state would have
 * neither signature nor entry. Into a finished state goes only what has what finishes it: a certified charge its entry, a settled
 * document its voucher. Asked at commit, when all of it is there, and of nothing that is as it should be: one look-up by an index
 * for each step. Charging README, "The database asks again".
 */
export class NothingBeginsAsFinished1767225642000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create constraint trigger agreement_begins_as_a_draft after insert on agreements.agreement
        deferrable initially deferred
        for each row when (new.state <> 'DRAFT') execute function platform.refuse_change();
      create constraint trigger charge_begins_as_recorded after insert on charging.charge
        deferrable initially deferred
        for each row when (new.state not in ('PROVISIONAL', 'RECORDED')) execute function platform.refuse_change();

      create function charging.keep_certified_with_its_entry() returns trigger language plpgsql
        set search_path = pg_catalog, pg_temp as $$
      begin
        if not exists (select from ledger.journal_entry where source = new.id and event = 'CHARGE_CERTIFIED') then
          raise exception 'charge % is certified without an entry', new.id
            using errcode = 'restrict_violation', constraint = 'charge_certified_with_its_entry', schema = 'charging', table = 'charge';
        end if;
        return null;
      end $$;
      create constraint trigger charge_certified_with_its_entry after update of state on charging.charge
        deferrable initially deferred
        for each row when (old.state <> new.state and new.state = 'CERTIFIED' and old.certified_by is null)
        execute function charging.keep_certified_with_its_entry();

      create function invoicing.keep_settled_with_its_voucher() returns trigger language plpgsql
        set search_path = pg_catalog, pg_temp as $$
      begin
        if not exists (select from invoicing.settlement_line where invoice = new.id) then
          raise exception 'document % is settled without a voucher', new.number
            using errcode = 'restrict_violation', constraint = 'invoice_settled_with_its_voucher', schema = 'invoicing', table = 'invoice';
        end if;
        return null;
      end $$;
      create constraint trigger invoice_settled_with_its_voucher after update of state on invoicing.invoice
        deferrable initially deferred
        for each row when (old.state <> new.state and new.state = 'SETTLED')
        execute function invoicing.keep_settled_with_its_voucher();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function invoicing.keep_settled_with_its_voucher() cascade;
      drop function charging.keep_certified_with_its_entry() cascade;
      drop trigger charge_begins_as_recorded on charging.charge;
      drop trigger agreement_begins_as_a_draft on agreements.agreement;
    `);
  }
}
