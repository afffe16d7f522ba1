import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A charge is certified once: what was kept from its reversal is CERTIFIED again by no certification, which would post it a second
 * time. And it is owed only under an agreement that both sides have signed. Charging README, "Corrections".
 */
export class AChargeIsCertifiedOnce1767225631000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create trigger charge_certified_for_good before update on charging.charge
        for each row when (old.certified_at is not null
          and (old.certified_by, old.certified_at) is distinct from (new.certified_by, new.certified_at))
        execute function platform.refuse_change();

      create function charging.keep_unsigned_provisional() returns trigger language plpgsql
        set search_path = pg_catalog, pg_temp as $$
      begin
        if exists (select from agreements.agreement where number = new.agreement and signed_on is null) then
          raise exception 'charge % is provisional until agreement % is signed by both sides', new.id, new.agreement
            using errcode = 'restrict_violation', constraint = 'charge_provisional_until_signed', schema = 'charging', table = 'charge';
        end if;
        return new;
      end $$;
      create trigger charge_provisional_until_signed before insert or update of state on charging.charge
        for each row when (new.state = 'RECORDED') execute function charging.keep_unsigned_provisional();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger charge_provisional_until_signed on charging.charge;
      drop function charging.keep_unsigned_provisional();
      drop trigger charge_certified_for_good on charging.charge;
    `);
  }
}
