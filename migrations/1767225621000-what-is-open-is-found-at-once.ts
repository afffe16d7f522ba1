import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Charges that still wait for somebody, certified ones too, are found and added up by agreement without reading those that are
 * done with: by whoever opens the first page, however many charges there are. Audit README, "What is watched".
 */
export class WhatIsOpenIsFoundAtOnce1767225621000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index charge_open on charging.charge (biennium, agreement, state) include (amount_usd)
        where state in ('PROVISIONAL', 'RECORDED', 'RECEIVED', 'RETURNED', 'DISPUTED', 'CERTIFIED', 'REVERSING');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index charging.charge_open`);
  }
}
