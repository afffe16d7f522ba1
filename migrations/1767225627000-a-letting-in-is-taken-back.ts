import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever shuts an account that is shut takes back what would open it. A renewal lapses by hand in no other way, and its link goes
 * with it. Identity README, "A shut account".
 */
export class ALettingInIsTakenBack1767225627000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function identity.take_back_letting_in() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not new.lets_in_again or not exists (select from platform.audit_event as event
          where event.transaction = pg_current_xact_id() and event.action = 'ACCOUNT_DISABLED'
            and event.secretariat = new.secretariat and event.object_ids @> array[new.person, new.id::text])
        then
          raise exception 'the renewal of the account of % is not taken back', new.person
            using errcode = 'restrict_violation', constraint = 'account_renewal_taken_back_by_an_act', schema = 'identity',
              table = 'account_renewal';
        end if;
        -- While the renewal still stands: afterwards nothing uses its link.
        update identity.invitation set used_at = now() where renewal = new.id and used_at is null;
        return new;
      end $$;
      -- What lapses with the approval of another renewal does so in that one's trigger.
      create trigger account_renewal_taken_back_by_an_act before update on identity.account_renewal
        for each row when (old.lapsed_at is null and new.lapsed_at is not null and pg_trigger_depth() = 0)
        execute function identity.take_back_letting_in();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger account_renewal_taken_back_by_an_act on identity.account_renewal;
      drop function identity.take_back_letting_in();
    `);
  }
}
