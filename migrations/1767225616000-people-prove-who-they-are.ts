import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever asks has proven who it is: accounts with a password, and sessions that begin with it. Identity README, "Sign-in". */
export class PeopleProveWhoTheyAre1767225616000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One for each person who may sign in, under the person's code. Without a password it waits for its owner to set one.
      create table identity.account (
        person text not null,
        password text,
        password_set_at timestamptz,
        demo boolean not null default false,
        created_at timestamptz not null default now(),
        disabled_at timestamptz,
        constraint account_once primary key (person),
        constraint account_of_person foreign key (person) references identity.person (code),
        constraint account_password_is_argon2id check (starts_with(password, '$argon2id$')),
        constraint account_password_is_dated check ((password is null) = (password_set_at is null))
      );
      create trigger account_change_is_audited after insert or update or delete on identity.account
        for each statement execute function platform.refuse_change_without_act();
      create trigger account_is_not_emptied before truncate on identity.account
        for each statement execute function platform.refuse_change();

      -- A demo account has a password that is printed: it opens the sample biennium and no other books.
      create function identity.refuse_demo_account() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if not exists (select from platform.books where content = 'SAMPLE') then
          raise exception 'these books are not the sample, and so have no demo people'
            using errcode = 'restrict_violation', constraint = 'account_demo_in_the_sample', schema = 'identity', table = 'account';
        end if;
        return new;
      end $$;
      create trigger account_demo_in_the_sample before insert or update on identity.account
        for each row when (new.demo) execute function identity.refuse_demo_account();

      -- The token itself is nowhere: who reads this table can sign in as nobody. Times are the database's, whose clock is one.
      create table identity.session (
        id uuid not null default gen_random_uuid(),
        token_sha256 bytea not null,
        person text not null,
        kind text not null,
        proven text not null,
        begun_at timestamptz not null default now(),
        seen_at timestamptz not null default now(),
        expires_at timestamptz not null default now() + interval '12 hours',
        stepped_up_at timestamptz,
        ended_at timestamptz,
        ended_by text,
        constraint session_once primary key (id),
        constraint session_token_once unique (token_sha256),
        constraint session_token_is_a_digest check (length(token_sha256) = 32),
        constraint session_of_account foreign key (person) references identity.account (person),
        constraint session_kind_known check (kind in ('BROWSER', 'COMMAND_LINE')),
        constraint session_proven_known check (proven in ('HALF', 'PASSWORD', 'SECOND_FACTOR')),
        constraint session_lasts_twelve_hours_at_most check (expires_at <= begun_at + interval '12 hours'),
        constraint session_half_is_not_stepped_up check (proven <> 'HALF' or stepped_up_at is null),
        constraint session_ended_by_somebody check ((ended_at is null) = (ended_by is null))
      );
      create index session_by_person on identity.session (person) where ended_at is null;
      create trigger session_begin_is_audited after insert on identity.session
        for each statement execute function platform.refuse_change_without_act();
      create trigger session_is_not_emptied before truncate on identity.session
        for each statement execute function platform.refuse_change();

      create function identity.refuse_to_resume() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        raise exception 'a session that has ended stays ended; sign in again'
          using errcode = 'restrict_violation', constraint = 'session_stays_ended', schema = 'identity', table = 'session';
      end $$;
      create trigger session_stays_ended before update on identity.session
        for each row when (old.ended_at is not null) execute function identity.refuse_to_resume();

      -- How often it was tried in vain, by account and by address; only digests of both. Rows of yesterday may go.
      create table identity.sign_in_limit (
        subject bytea not null,
        tries integer not null,
        since timestamptz not null default now(),
        constraint sign_in_limit_once primary key (subject),
        constraint sign_in_limit_subject_is_a_digest check (length(subject) = 32),
        constraint sign_in_limit_counts check (tries >= 0)
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table identity.sign_in_limit;
      drop table identity.session;
      drop function identity.refuse_to_resume();
      drop table identity.account;
      drop function identity.refuse_demo_account();
    `);
  }
}
