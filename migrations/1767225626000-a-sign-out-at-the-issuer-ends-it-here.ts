import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session knows the link and the session at the issuer that it began by, so that an end there is one here. Identity README, "Sign-in". */
export class ASignOutAtTheIssuerEndsItHere1767225626000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table identity.issuer_subject add constraint issuer_subject_of_person unique (id, person);
      -- What the issuer calls its session is compared and never shown: its digest will do.
      alter table identity.session add column issuer_subject uuid, add column issuer_session_sha256 bytea,
        add constraint session_of_its_subject foreign key (issuer_subject, person) references identity.issuer_subject (id, person),
        add constraint session_of_issuer_is_a_digest check (length(issuer_session_sha256) = 32),
        add constraint session_of_issuer_by_a_subject check (issuer_session_sha256 is null or issuer_subject is not null);
      create index session_by_issuer_subject on identity.session (issuer_subject) where issuer_subject is not null and ended_at is null;

      -- Each word of an issuer is taken once: heard again, it would end a session that began after it.
      create table identity.issuer_sign_out (
        issuer text not null,
        token_sha256 bytea not null,
        taken_at timestamptz not null default now(),
        constraint issuer_sign_out_once primary key (issuer, token_sha256),
        constraint issuer_sign_out_token_is_a_digest check (length(token_sha256) = 32)
      );
      create trigger issuer_sign_out_change_is_audited after insert or update on identity.issuer_sign_out
        for each statement execute function platform.refuse_change_without_act();
      create trigger issuer_sign_out_is_not_emptied before truncate on identity.issuer_sign_out
        for each statement execute function platform.refuse_change();
    `);
    await db.query(`
      drop function identity.what_is_over();
      create function identity.what_is_over()
        returns table (sessions integer, links integer, keys integer, terminals integer, tries integer, sign_outs integer)
        language sql stable set search_path = pg_catalog, pg_temp as $$
        select
          (select count(*)::integer from identity.session where identity.is_over(ended_at, expires_at, interval '90 days')),
          (select count(*)::integer from identity.invitation where identity.is_over(used_at, expires_at, interval '90 days')),
          (select count(*)::integer from identity.api_key where identity.is_over(revoked_at, expires_at, interval '90 days')),
          (select count(*)::integer from identity.terminal where identity.is_over(null, expires_at, interval '1 day')),
          (select count(*)::integer from identity.sign_in_limit where since < now() - interval '1 day'),
          (select count(*)::integer from identity.issuer_sign_out where taken_at < now() - interval '1 day')
      $$;
      create or replace function identity.forget_what_is_over() returns void language sql volatile security definer
        set search_path = pg_catalog, pg_temp as $$
        delete from identity.session where identity.is_over(ended_at, expires_at, interval '90 days');
        delete from identity.invitation where identity.is_over(used_at, expires_at, interval '90 days');
        delete from identity.api_key where identity.is_over(revoked_at, expires_at, interval '90 days');
        delete from identity.terminal where identity.is_over(null, expires_at, interval '1 day');
        delete from identity.sign_in_limit where since < now() - interval '1 day';
        delete from identity.issuer_sign_out where taken_at < now() - interval '1 day';
      $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function identity.what_is_over();
      create function identity.what_is_over()
        returns table (sessions integer, links integer, keys integer, terminals integer, tries integer)
        language sql stable set search_path = pg_catalog, pg_temp as $$
        select
          (select count(*)::integer from identity.session where identity.is_over(ended_at, expires_at, interval '90 days')),
          (select count(*)::integer from identity.invitation where identity.is_over(used_at, expires_at, interval '90 days')),
          (select count(*)::integer from identity.api_key where identity.is_over(revoked_at, expires_at, interval '90 days')),
          (select count(*)::integer from identity.terminal where identity.is_over(null, expires_at, interval '1 day')),
          (select count(*)::integer from identity.sign_in_limit where since < now() - interval '1 day')
      $$;
      create or replace function identity.forget_what_is_over() returns void language sql volatile security definer
        set search_path = pg_catalog, pg_temp as $$
        delete from identity.session where identity.is_over(ended_at, expires_at, interval '90 days');
        delete from identity.invitation where identity.is_over(used_at, expires_at, interval '90 days');
        delete from identity.api_key where identity.is_over(revoked_at, expires_at, interval '90 days');
        delete from identity.terminal where identity.is_over(null, expires_at, interval '1 day');
        delete from identity.sign_in_limit where since < now() - interval '1 day';
      $$;
      drop table identity.issuer_sign_out;
      alter table identity.session drop constraint session_of_its_subject, drop column issuer_session_sha256, drop column issuer_subject;
      alter table identity.issuer_subject drop constraint issuer_subject_of_person;
    `);
  }
}
