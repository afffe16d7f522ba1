import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a session has proven rises by a sign-in, a code or a step-up of its person in the same transaction, and is fresh from now at the latest. */
export class ASessionProvesByAnAct1767225640500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function identity.keep_proofs_by_acts() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
      begin
        if new.stepped_up_at > clock_timestamp() then
          refused := 'session_is_not_fresh_ahead';
        elsif tg_op = 'UPDATE'
          and (new.proven = 'SECOND_FACTOR' and old.proven <> 'SECOND_FACTOR'
            or new.stepped_up_at is not null and (old.stepped_up_at is null or new.stepped_up_at > old.stepped_up_at))
          and not exists (select from platform.audit_event as event
            where event.transaction = pg_current_xact_id() and event.person = new.person
              and event.action in ('SIGNED_IN', 'STEPPED_UP', 'SECOND_FACTOR_ENROLLED'))
        then
          refused := 'session_proves_by_an_act';
        end if;
        if refused is not null then
          raise exception 'the session of % has not proven this', new.person
            using errcode = 'restrict_violation', constraint = refused, schema = 'identity', table = 'session';
        end if;
        return new;
      end $$;
      create trigger session_proves_by_an_act before insert or update of proven, stepped_up_at on identity.session
        for each row execute function identity.keep_proofs_by_acts();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger session_proves_by_an_act on identity.session;
      drop function identity.keep_proofs_by_acts();
    `);
  }
}
