import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A password is set by a link that works once: the console's for the first administrator, an administrator's for all others. */
export class WhoeverComesIsInvited1767225616200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- person is null for the first administrator, who is nobody yet.
      create table identity.invitation (
        token_sha256 bytea not null,
        person text,
        invited_by text not null,
        invited_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz,
        constraint invitation_once primary key (token_sha256),
        constraint invitation_token_is_a_digest check (length(token_sha256) = 32),
        constraint invitation_of_account foreign key (person) references identity.account (person),
        constraint invitation_ends check (expires_at <= invited_at + case when person is null then interval '30 minutes' else interval '3 days' end)
      );
      create trigger invitation_change_is_audited after insert or update or delete on identity.invitation
        for each statement execute function platform.refuse_change_without_act();

      -- Used once, and the console's only while nobody has an account: it makes the first administrator and no second one.
      create function identity.keep_invitation() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if tg_op = 'UPDATE' and old.used_at is not null then
          raise exception 'this link has been used'
            using errcode = 'restrict_violation', constraint = 'invitation_used_once', schema = 'identity', table = 'invitation';
        end if;
        if new.person is null and exists (select from identity.account) then
          raise exception 'these books have an administrator already'
            using errcode = 'restrict_violation', constraint = 'invitation_first_is_first', schema = 'identity', table = 'invitation';
        end if;
        return new;
      end $$;
      create trigger invitation_used_once before insert or update on identity.invitation
        for each row execute function identity.keep_invitation();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table identity.invitation;
      drop function identity.keep_invitation();
    `);
  }
}
