import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Published history of both books is lost by a restore, and the other side's witness has signed it: an approving officer of each of two
 * sides answers for it. Sealing README, "Who could alter what, and what tells".
 */
export class ARestoreIsAnsweredForByBothSides1767225660100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Null for what was answered for before, by one.
      alter table sealing.restore_event
        add column signed_for text,
        add column second_by text,
        add column second_for text;

      -- As the owner: the sealer, who adds it, reads nobody's designations.
      create function sealing.keep_restores_of_both_sides() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        day date := (new.recorded_at at time zone 'UTC')::date;
      begin
        if num_nulls(new.signed_for, new.second_by, new.second_for) > 0 or new.second_by = new.signed_by or new.second_for = new.signed_for
          or not (identity.is_of(new.signed_by, new.signed_for) and identity.holds(new.signed_by, 'APPROVING_OFFICER', '', day)
            and identity.is_of(new.second_by, new.second_for) and identity.holds(new.second_by, 'APPROVING_OFFICER', '', day)) then
          raise exception 'a restore is answered for by approving officers of two secretariats'
            using errcode = 'check_violation', constraint = 'restore_answered_by_both_sides', schema = 'sealing', table = 'restore_event';
        end if;
        return new;
      end $$;
      create trigger restore_answered_by_both_sides before insert on sealing.restore_event
        for each row execute function sealing.keep_restores_of_both_sides();
    `);
  }

  /** Refused where two have answered: who the second was would be unsaid. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$
      begin
        if exists (select from sealing.restore_event where second_by is not null) then
          raise exception 'who answered for a restore of these books is kept: they stay with this version'
            using errcode = 'restrict_violation', constraint = 'answers_are_kept', schema = 'sealing', table = 'restore_event';
        end if;
      end $$;
      drop trigger restore_answered_by_both_sides on sealing.restore_event;
      drop function sealing.keep_restores_of_both_sides();
      alter table sealing.restore_event drop column signed_for, drop column second_by, drop column second_for;
    `);
  }
}
