import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was carried forward is settled in the biennium of its voucher, and there the charges behind it are found; in their own
 * they stay open. Audit README, "Rules".
 */
export class ADebtIsSettledInTheBienniumOfItsVoucher1767225645200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Vouchers by their own key, and only then the lines of what they settled in another biennium: few, however many charges there are.
      create view invoicing.charge_carried_view as
        select distinct line.charge, entry.biennium
        from invoicing.settlement_line as paid
        join invoicing.invoice on invoice.id = paid.invoice
        join ledger.journal_entry as entry
          on entry.source = paid.settlement::text and entry.event = 'SETTLED' and entry.biennium <> invoice.biennium
        cross join lateral (select charge from invoicing.invoice_line where invoice_line.invoice = paid.invoice offset 0) as line;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop view invoicing.charge_carried_view`);
  }
}
