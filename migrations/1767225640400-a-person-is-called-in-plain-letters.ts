import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a new person is called imitates nobody: plain letters, and no other person whose code differs in capitals alone. Who is
 * in the books already stays as they are. Identity README, "People".
 */
export class APersonIsCalledInPlainLetters1767225640400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function identity.keep_person_codes_apart() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        own text := case when starts_with(new.code, new.secretariat || '.')
          then substr(new.code, length(new.secretariat) + 2) else new.code end;
        refused text;
      begin
        -- Two who are added at once come one after the other.
        perform pg_advisory_xact_lock(1767225640, hashtext(lower(new.code)));
        if own !~ '^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$' then
          refused := 'person_code_is_plain';
        elsif exists (select from identity.person where lower(person.code) = lower(new.code) and person.code <> new.code) then
          refused := 'person_code_has_no_twin';
        end if;
        if refused is not null then
          raise exception '% is not what a new person is called', new.code
            using errcode = 'restrict_violation', constraint = refused, schema = 'identity', table = 'person';
        end if;
        return new;
      end $$;
      create trigger person_code_is_plain before insert on identity.person
        for each row execute function identity.keep_person_codes_apart();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger person_code_is_plain on identity.person;
      drop function identity.keep_person_codes_apart();
    `);
  }
}
