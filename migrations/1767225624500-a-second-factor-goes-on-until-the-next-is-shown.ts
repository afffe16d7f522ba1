import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A second factor that proves goes on until a code of the next one has come: somebody who begins a new one and leaves it is
 * not back to a password alone. Identity README, "Sign-in".
 */
export class ASecondFactorGoesOnUntilTheNextIsShown1767225624500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table identity.second_factor
        add column next_secret text,
        add constraint second_factor_next_is_encrypted check (next_secret ~ '^[0-9a-f]{8}[.][A-Za-z0-9_-]{16}[.][A-Za-z0-9_-]+$'),
        add constraint second_factor_next_after_the_first check (next_secret is null or confirmed_at is not null);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table identity.second_factor drop column next_secret');
  }
}
