import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a request was answered stays its answer for the biennium and a year; then its key may be forgotten. Platform README, "Once". */
export class AnAnswerStandsForTheBienniumAndAYear1767225612000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table platform.request_key
        add constraint request_key_answered_whole check ((status is null) = (body is null)),
        add constraint request_key_status_is_http check (status between 200 and 499);
      -- Its one update, the answer, then fits beside the row; and a key is found by its age without an index that grows with it.
      alter table platform.request_key set (fillfactor = 60);
      create index request_key_by_age on platform.request_key using brin (created_at);

      create function platform.is_past_keeping(created_at timestamptz) returns boolean language sql stable
        set search_path = pg_catalog as $$
        select extract(year from now() at time zone 'UTC') > year + case when year % 2 = 0 then 1 else 0 end + 1
        from (values (extract(year from created_at at time zone 'UTC')::integer)) as created (year)
      $$;

      create function platform.keep_answers() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if tg_op = 'DELETE' then
          if platform.is_past_keeping(old.created_at) then return old; end if;
        elsif old.status is null
          and (new.person, new.key, new.operation, new.request_sha256, new.created_at)
            = (old.person, old.key, old.operation, old.request_sha256, old.created_at) then
          return new;
        end if;
        raise exception 'what a request was answered is kept as it was, for its biennium and a year'
          using errcode = 'restrict_violation', constraint = 'request_key_answer_stands', schema = 'platform', table = 'request_key';
      end $$;
      create trigger request_key_answer_stands before update or delete on platform.request_key
        for each row execute function platform.keep_answers();
      create trigger request_key_is_not_emptied before truncate on platform.request_key
        for each statement execute function platform.refuse_change();

      -- The server itself deletes nothing; this deletes what the trigger above lets go, and nothing else.
      create function platform.forget_old_request_keys() returns bigint language sql volatile security definer
        set search_path = pg_catalog as $$
        with forgotten as (
          delete from platform.request_key
          where created_at < now() - interval '1 year' and platform.is_past_keeping(created_at) returning 1
        ) select count(*) from forgotten
      $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function platform.forget_old_request_keys();
      drop trigger request_key_is_not_emptied on platform.request_key;
      drop trigger request_key_answer_stands on platform.request_key;
      drop function platform.keep_answers();
      drop function platform.is_past_keeping(timestamptz);
      drop index platform.request_key_by_age;
      alter table platform.request_key reset (fillfactor);
      alter table platform.request_key drop constraint request_key_status_is_http, drop constraint request_key_answered_whole;
    `);
  }
}
