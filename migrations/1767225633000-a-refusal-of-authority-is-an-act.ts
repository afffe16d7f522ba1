import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Refusals of authority are acts, so many of a person in an hour and no more: they are counted, and found by their request, without
 * reading the log. Identity README, "Refusals".
 */
export class ARefusalOfAuthorityIsAnAct1767225633000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index audit_event_refused on platform.audit_event (person, at, request_id) where action = 'REQUEST_REFUSED'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index platform.audit_event_refused`);
  }
}
