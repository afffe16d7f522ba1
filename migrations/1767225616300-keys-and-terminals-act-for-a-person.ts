import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programs act by a key of one person, which ends; a terminal acts in a session that was approved in a browser. Identity README. */
export class KeysAndTerminalsActForAPerson1767225616300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table identity.api_key (
        id text not null,
        secret_sha256 bytea not null,
        person text not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz,
        revoked_at timestamptz,
        revoked_by text,
        constraint api_key_once primary key (id),
        constraint api_key_of_account foreign key (person) references identity.account (person),
        constraint api_key_secret_is_a_digest check (length(secret_sha256) = 32),
        constraint api_key_ends_within_a_year check (expires_at <= created_at + interval '365 days'),
        constraint api_key_revoked_by_somebody check ((revoked_at is null) = (revoked_by is null))
      );
      create trigger api_key_begin_is_audited after insert on identity.api_key
        for each statement execute function platform.refuse_change_without_act();
      create function identity.refuse_revoked_key() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        raise exception 'a key that was revoked stays revoked'
          using errcode = 'restrict_violation', constraint = 'api_key_stays_revoked', schema = 'identity', table = 'api_key';
      end $$;
      create trigger api_key_stays_revoked before update on identity.api_key
        for each row when (old.revoked_at is not null) execute function identity.refuse_revoked_key();

      -- A terminal that asks to be let in: its own secret, and the short code that somebody enters who is signed in.
      create table identity.terminal (
        device_sha256 bytea not null,
        user_code text not null,
        asked_at timestamptz not null default now(),
        expires_at timestamptz not null default now() + interval '10 minutes',
        person text,
        approved_at timestamptz,
        taken_at timestamptz,
        constraint terminal_once primary key (device_sha256),
        constraint terminal_user_code_once unique (user_code),
        constraint terminal_device_is_a_digest check (length(device_sha256) = 32),
        constraint terminal_of_account foreign key (person) references identity.account (person),
        constraint terminal_approved_by_somebody check ((person is null) = (approved_at is null)),
        constraint terminal_taken_once_approved check (taken_at is null or approved_at is not null)
      );
      create function identity.refuse_other_approval() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        raise exception 'a terminal is approved once, and let in once'
          using errcode = 'restrict_violation', constraint = 'terminal_is_let_in_once', schema = 'identity', table = 'terminal';
      end $$;
      create trigger terminal_is_let_in_once before update on identity.terminal
        for each row when (old.taken_at is not null or old.person is distinct from new.person and old.person is not null)
        execute function identity.refuse_other_approval();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table identity.terminal;
      drop function identity.refuse_other_approval();
      drop table identity.api_key;
      drop function identity.refuse_revoked_key();
    `);
  }
}
