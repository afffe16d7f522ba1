import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Once a second factor is confirmed, a password alone opens nothing whole: no such session begins or goes on, and the factor is
 * replaced by whoever has shown it, or with the whole account by two people. Identity README, "Sign-in".
 */
export class AFactorIsReplacedByWhoeverShowsIt1767225640000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Whoever could sign in by the password alone until then is asked for a code from now on.
      update identity.session set ended_at = now(), ended_by = 'recoup'
        where ended_at is null and proven = 'PASSWORD' and exists (select from identity.second_factor as factor
          where factor.person = session.person and factor.confirmed_at is not null);

      create function identity.keep_sessions_showing_the_factor() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if exists (select from identity.second_factor as factor
          where factor.person = new.person and factor.confirmed_at is not null)
        then
          raise exception '% has a second factor, and this session has not shown it', new.person
            using errcode = 'restrict_violation', constraint = 'session_shows_the_factor', schema = 'identity', table = 'session';
        end if;
        return new;
      end $$;
      create trigger session_shows_the_factor before insert or update of proven on identity.session
        for each row when (new.proven = 'PASSWORD' and new.ended_at is null)
        execute function identity.keep_sessions_showing_the_factor();

      create function identity.keep_factors_shown() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if tg_op <> 'DELETE' then
          if exists (select from identity.session
            where session.person = new.person and session.ended_at is null and session.proven <> 'SECOND_FACTOR')
          then
            raise exception 'a session of % goes on that has not shown the new second factor', new.person
              using errcode = 'restrict_violation', constraint = 'second_factor_ends_other_sessions',
                schema = 'identity', table = 'second_factor';
          end if;
        elsif not identity.is_renewed_now(old.person) and not exists (select from identity.session
          where session.person = old.person and session.ended_at is null and session.proven = 'SECOND_FACTOR')
        then
          raise exception 'the second factor of % is replaced by whoever has shown it', old.person
            using errcode = 'restrict_violation', constraint = 'second_factor_replaced_by_whoever_shows_it',
              schema = 'identity', table = 'second_factor';
        end if;
        return null;
      end $$;
      create trigger second_factor_ends_other_sessions after insert or update of confirmed_at on identity.second_factor
        for each row when (new.confirmed_at is not null) execute function identity.keep_factors_shown();
      create trigger second_factor_replaced_by_whoever_shows_it after delete on identity.second_factor
        for each row when (old.confirmed_at is not null) execute function identity.keep_factors_shown();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger second_factor_replaced_by_whoever_shows_it on identity.second_factor;
      drop trigger second_factor_ends_other_sessions on identity.second_factor;
      drop function identity.keep_factors_shown();
      drop trigger session_shows_the_factor on identity.session;
      drop function identity.keep_sessions_showing_the_factor();
    `);
  }
}
