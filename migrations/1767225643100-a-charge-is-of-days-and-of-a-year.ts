import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is recorded comes to a cent at least, counts days in halves and what has no parts in whole ones, and a service lies within
 * a year. Asked of what is recorded from now on: a charge that is in the books goes on its way as it is. Charging README, "Rules".
 */
export class AChargeIsOfDaysAndOfAYear1767225643100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create trigger charge_comes_to_something after insert on charging.charge
        for each row when (new.amount_usd = 0) execute function platform.refuse_change();
      create trigger charge_of_half_days after insert on charging.charge
        for each row when (new.unit in ('E49', 'DAY') and new.quantity * 2 <> trunc(new.quantity * 2))
        execute function platform.refuse_change();
      create trigger charge_of_whole_units after insert on charging.charge
        for each row when (new.unit in ('IE', 'E54', 'Q3', 'ROM', 'QB', 'D68') and new.quantity <> trunc(new.quantity))
        execute function platform.refuse_change();
      create trigger charge_within_a_year after insert on charging.charge
        for each row when (new.trip is null and extract(year from new.delivered_from) <> extract(year from new.delivered_on))
        execute function platform.refuse_change();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger charge_within_a_year on charging.charge;
      drop trigger charge_of_whole_units on charging.charge;
      drop trigger charge_of_half_days on charging.charge;
      drop trigger charge_comes_to_something on charging.charge;
    `);
  }
}
