import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever ends a designation waits for the certifications that rest on it, and each later one meets its end. Both take a
 * lock of the person: certifying shares it, changing or deleting a designation takes it alone. `for share` of the rows would
 * do the same, but it asks for the right to change them, which the server does not have. Identity README.
 */
export class ADesignationEndsBeforeOrAfter1767225615000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What is read of a person's designations after this stands until the transaction ends.
      create function identity.hold_designations(person text) returns void
        language sql volatile set search_path = pg_catalog, pg_temp as $$
        select pg_advisory_xact_lock_shared(1767225615, hashtext(hold_designations.person));
      $$;

      create function identity.wait_for_certifications() returns trigger
        language plpgsql set search_path = pg_catalog, pg_temp as $$
      begin
        perform pg_advisory_xact_lock(1767225615, hashtext(old.person));
        return case tg_op when 'DELETE' then old else new end;
      end $$;
      create trigger designation_ends_before_or_after before update or delete on identity.designation
        for each row execute function identity.wait_for_certifications();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger designation_ends_before_or_after on identity.designation;
      drop function identity.wait_for_certifications();
      drop function identity.hold_designations(text);
    `);
  }
}
