import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A night of a trip is before the day it ended. What was recorded before stays: it was priced and may be paid. Charging README,
 * "Trips".
 */
export class TheDayOfReturnHasNoNight1767225636000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function charging.keep_nights_before_the_return() returns trigger
        language plpgsql set search_path = pg_catalog, pg_temp as $$
      begin
        if exists (select from charging.charge where id = new.charge and delivered_on <= new.night) then
          raise exception 'the night of % is not before the return of charge %', new.night, new.charge
            using errcode = 'check_violation', constraint = 'traveller_night_before_the_return', schema = 'charging',
              table = 'traveller_night';
        end if;
        return null;
      end $$;
      create trigger traveller_night_before_the_return after insert on charging.traveller_night
        for each row execute function charging.keep_nights_before_the_return();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger traveller_night_before_the_return on charging.traveller_night;
      drop function charging.keep_nights_before_the_return();
    `);
  }
}
