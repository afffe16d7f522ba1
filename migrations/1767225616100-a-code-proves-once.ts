import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A second factor beside the password: codes of which each proves once, and recovery codes for when it is lost. Identity README. */
export class ACodeProvesOnce1767225616100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The secret is encrypted under a key that is in no table; last_step is the half minute of the last code that was taken.
      create table identity.second_factor (
        person text not null,
        secret text not null,
        confirmed_at timestamptz,
        last_step bigint,
        created_at timestamptz not null default now(),
        constraint second_factor_once primary key (person),
        constraint second_factor_of_account foreign key (person) references identity.account (person),
        constraint second_factor_is_encrypted check (secret ~ '^[0-9a-f]{8}[.][A-Za-z0-9_-]{16}[.][A-Za-z0-9_-]+$'),
        constraint second_factor_confirmed_by_a_code check (confirmed_at is null or last_step is not null)
      );
      create function identity.refuse_code_again() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        raise exception 'this code, or a later one, has been taken'
          using errcode = 'restrict_violation', constraint = 'second_factor_code_once', schema = 'identity', table = 'second_factor';
      end $$;
      create trigger second_factor_code_once before update of last_step on identity.second_factor
        for each row when (new.last_step is null and old.last_step is not null or new.last_step <= old.last_step)
        execute function identity.refuse_code_again();
      create trigger second_factor_change_is_audited after insert or update or delete on identity.second_factor
        for each statement execute function platform.refuse_change_without_act();

      create table identity.recovery_code (
        code_sha256 bytea not null,
        person text not null,
        made_at timestamptz not null default now(),
        used_at timestamptz,
        constraint recovery_code_once primary key (code_sha256),
        constraint recovery_code_of_account foreign key (person) references identity.account (person),
        constraint recovery_code_is_a_digest check (length(code_sha256) = 32)
      );
      create index recovery_code_by_person on identity.recovery_code (person);
      create function identity.refuse_recovery_again() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        raise exception 'this recovery code has been used'
          using errcode = 'restrict_violation', constraint = 'recovery_code_used_once', schema = 'identity', table = 'recovery_code';
      end $$;
      create trigger recovery_code_used_once before update on identity.recovery_code
        for each row when (old.used_at is not null) execute function identity.refuse_recovery_again();
      create trigger recovery_code_change_is_audited after insert or update or delete on identity.recovery_code
        for each statement execute function platform.refuse_change_without_act();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table identity.recovery_code;
      drop function identity.refuse_recovery_again();
      drop table identity.second_factor;
      drop function identity.refuse_code_again();
    `);
  }
}
