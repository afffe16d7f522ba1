import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One of before that has no day in its biennium is signed, withdrawn and closed as any other: its days are looked at where they are
 * written. A check, validated or not, would refuse whatever is done to it. Agreements README.
 */
export class AnAgreementOfBeforeLivesOn1767225734000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table agreements.agreement drop constraint agreement_within_its_biennium;

      create function agreements.keep_a_day_in_its_biennium() returns trigger
        language plpgsql set search_path = pg_catalog, pg_temp as $$
      begin
        if (tg_op = 'INSERT' or (new.effective_on, new.ends_on, new.biennium) is distinct from (old.effective_on, old.ends_on, old.biennium))
          and (new.effective_on > make_date(right(new.biennium, 4)::integer, 12, 31)
            or new.ends_on < make_date(left(new.biennium, 4)::integer, 1, 1)) then
          raise exception 'agreement % has no day in its biennium %', new.number, new.biennium
            using errcode = 'check_violation', constraint = 'agreement_within_its_biennium', schema = 'agreements', table = 'agreement';
        end if;
        return new;
      end $$;
      create trigger agreement_within_its_biennium before insert or update on agreements.agreement
        for each row execute function agreements.keep_a_day_in_its_biennium();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger agreement_within_its_biennium on agreements.agreement;
      drop function agreements.keep_a_day_in_its_biennium();
      alter table agreements.agreement add constraint agreement_within_its_biennium check (
        effective_on <= make_date(right(biennium, 4)::integer, 12, 31)
        and ends_on >= make_date(left(biennium, 4)::integer, 1, 1)) not valid;
    `);
  }
}
