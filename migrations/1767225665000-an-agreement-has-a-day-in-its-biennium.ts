import type { MigrationInterface, QueryRunner } from 'typeorm';

/** None of its days in its biennium: no charge could lie in both. One of before that has none keeps its row. Agreements README. */
export class AnAgreementHasADayInItsBiennium1767225665000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table agreements.agreement add constraint agreement_within_its_biennium check (
        effective_on <= make_date(right(biennium, 4)::integer, 12, 31)
        and ends_on >= make_date(left(biennium, 4)::integer, 1, 1)) not valid;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table agreements.agreement drop constraint agreement_within_its_biennium');
  }
}
