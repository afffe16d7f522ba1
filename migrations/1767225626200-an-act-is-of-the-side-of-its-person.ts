import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is said to have acted is of the secretariat for which the act is written down, which the policy of the table holds to the
 * transaction's own; so it does that the program's name stands in the program's transactions alone. Platform README, "Every change is an act".
 */
export class AnActIsOfTheSideOfItsPerson1767225626200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Nobody else goes by the program's name. Whoever did before stands in the acts of before.
      alter table identity.person add constraint person_is_not_the_program check (code <> 'recoup') not valid;

      create function identity.keep_acts_of_their_side() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not exists (select from identity.person where code = new.person and secretariat = new.secretariat) then
          raise exception '% acts for %, and is not of it', new.person, new.secretariat
            using errcode = 'check_violation', constraint = 'audit_event_by_its_side', schema = 'platform', table = 'audit_event';
        end if;
        return null;
      end $$;
      -- At commit, for the first administrator's act comes before the person. A foreign key would lock the person's row with each act.
      create constraint trigger audit_event_by_its_side after insert on platform.audit_event
        deferrable initially deferred for each row when (new.person <> 'recoup') execute function identity.keep_acts_of_their_side();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger audit_event_by_its_side on platform.audit_event;
      drop function identity.keep_acts_of_their_side();
      alter table identity.person drop constraint person_is_not_the_program;
    `);
  }
}
