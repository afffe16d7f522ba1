import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A number of a series is given with its paper, and a charge becomes settled only on a document that a voucher paid. Asked at commit,
 * when all of it is there, and only of a series that counted and of a charge that took this step: a look-up by a key for each.
 * Charging README, "The database asks again".
 */
export class ANumberHasItsPaper1767225643200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function invoicing.keep_numbers_with_their_papers() returns trigger language plpgsql
        set search_path = pg_catalog, pg_temp as $$
      begin
        if not exists (
          select from invoicing.paper
          where kind = new.type and number = concat(new.provider,
            case new.type when 'CREDIT_NOTE' then '-CN' when 'NETTING' then '-NET' when 'AUDIT' then '-AUD' end,
            '-', new.year, '-', lpad(new.last_number::text, greatest(4, length(new.last_number::text)), '0'))
        ) then
          raise exception 'number % of the series % % % was given without a paper', new.last_number, new.provider, new.type, new.year
            using errcode = 'restrict_violation', constraint = 'number_series_with_its_paper', schema = 'invoicing', table = 'number_series';
        end if;
        return null;
      end $$;
      create constraint trigger number_series_with_its_paper after insert or update on invoicing.number_series
        deferrable initially deferred
        for each row execute function invoicing.keep_numbers_with_their_papers();

      create function charging.keep_settled_with_its_voucher() returns trigger language plpgsql
        set search_path = pg_catalog, pg_temp as $$
      begin
        if not exists (
          select from invoicing.invoice_line as line join invoicing.settlement_line as paid on paid.invoice = line.invoice
          where line.charge = new.id and line.bills
        ) then
          raise exception 'charge % is settled without a voucher', new.id
            using errcode = 'restrict_violation', constraint = 'charge_settled_with_its_voucher', schema = 'charging', table = 'charge';
        end if;
        return null;
      end $$;
      create constraint trigger charge_settled_with_its_voucher after update of state on charging.charge
        deferrable initially deferred
        for each row when (old.state <> new.state and new.state = 'SETTLED')
        execute function charging.keep_settled_with_its_voucher();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function charging.keep_settled_with_its_voucher() cascade;
      drop function invoicing.keep_numbers_with_their_papers() cascade;
    `);
  }
}
