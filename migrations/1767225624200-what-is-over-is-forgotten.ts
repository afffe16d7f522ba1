import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sessions, links, keys and terminals that are over, and counted tries, go after their time; the sealed log keeps that they
 * were. The server deletes nothing itself: these functions know what is over. Identity README, "Sign-in".
 */
export class WhatIsOverIsForgotten1767225624200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function identity.is_over(ended timestamptz, expired timestamptz, kept interval) returns boolean
        language sql stable set search_path = pg_catalog, pg_temp as $$
        select least(coalesce(ended, expired), expired) < now() - kept
      $$;
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
      create function identity.forget_what_is_over() returns void language sql volatile security definer
        set search_path = pg_catalog, pg_temp as $$
        delete from identity.session where identity.is_over(ended_at, expires_at, interval '90 days');
        delete from identity.invitation where identity.is_over(used_at, expires_at, interval '90 days');
        delete from identity.api_key where identity.is_over(revoked_at, expires_at, interval '90 days');
        delete from identity.terminal where identity.is_over(null, expires_at, interval '1 day');
        delete from identity.sign_in_limit where since < now() - interval '1 day';
      $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function identity.forget_what_is_over();
      drop function identity.what_is_over();
      drop function identity.is_over(timestamptz, timestamptz, interval);
    `);
  }
}
