import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nobody ends the last administrator of a secretariat: nobody could let anybody in any more, or propose one. Identity README, "Designations". */
export class ASideKeepsAnAdministrator1767225640200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- In force on this day, and no other one of the side is whose account is open or is still to be made.
      create function identity.is_last_administrator(designation uuid, day date) returns boolean
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select exists (
          select from identity.designation as held join identity.person as holder on holder.code = held.person
          where held.id = is_last_administrator.designation and held.duty = 'ADMINISTRATOR' and held.ended_at is null
            and is_last_administrator.day between held.valid_from and held.valid_to
            and not exists (
              select from identity.designation as another join identity.person on person.code = another.person
              where person.secretariat = holder.secretariat and another.id <> held.id and another.duty = 'ADMINISTRATOR'
                and another.ended_at is null and is_last_administrator.day between another.valid_from and another.valid_to
                and not exists (select from identity.account
                  where account.person = another.person and account.disabled_at is not null)))
      $$;

      create function identity.keep_an_administrator() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        -- Two who end each other come one after the other.
        perform pg_advisory_xact_lock(1767225640, hashtext((select secretariat from identity.person where code = old.person)));
        if identity.is_last_administrator(old.id, (new.ended_at at time zone 'UTC')::date) then
          raise exception '% is the last administrator of the secretariat', old.person
            using errcode = 'restrict_violation', constraint = 'designation_leaves_an_administrator',
              schema = 'identity', table = 'designation';
        end if;
        return new;
      end $$;
      create trigger designation_leaves_an_administrator before update of ended_at on identity.designation
        for each row when (old.duty = 'ADMINISTRATOR' and old.ended_at is null and new.ended_at is not null)
        execute function identity.keep_an_administrator();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger designation_leaves_an_administrator on identity.designation;
      drop function identity.keep_an_administrator(), identity.is_last_administrator(uuid, date);
    `);
  }
}
