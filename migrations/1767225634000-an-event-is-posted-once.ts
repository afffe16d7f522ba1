import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One event of one source is in a book once, whoever asks: a charge is certified into the books once, an invoice issued once. A
 * settlement of documents of two bienniums is posted for each. Ledger README, "Balanced or absent".
 */
export class AnEventIsPostedOnce1767225634000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create unique index journal_entry_posted_once on ledger.journal_entry (source, event, book, biennium);
      drop index ledger.journal_entry_by_source; -- the new one begins with the source
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create index journal_entry_by_source on ledger.journal_entry (source);
      drop index ledger.journal_entry_posted_once;
    `);
  }
}
