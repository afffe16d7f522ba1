import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was carried forward is settled in the biennium of its voucher, and there the charges behind it are found; in their own
 * they stay open. Audit README, "Rules".
 */
export class ADebtIsSettledInTheBienniumOfItsVoucher1767225645200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view invoicing.settled_charge_view as
        select distinct line.charge, entry.biennium
        from ledger.journal_entry as entry
        join invoicing.settlement_line as paid on paid.settlement::text = entry.source
        join invoicing.invoice_line as line on line.invoice = paid.invoice
        where entry.event = 'SETTLED';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop view invoicing.settled_charge_view`);
  }
}
