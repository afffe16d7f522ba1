import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A sign-out at the issuer is kept with whose it was and when it was said, so that a sign-in which was judged before, and writes its
 * session after, is told. Digests alone: nothing of it is shown. Identity README, "Sign-in".
 */
export class ASignInUnderWayKnowsOfASignOut1767225633100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table identity.issuer_sign_out
        add column subject_sha256 bytea,
        add column session_sha256 bytea,
        add column said_at timestamptz,
        add constraint issuer_sign_out_of_digests check (length(subject_sha256) = 32 and length(session_sha256) = 32)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table identity.issuer_sign_out
        drop constraint issuer_sign_out_of_digests,
        drop column said_at,
        drop column session_sha256,
        drop column subject_sha256`);
  }
}
