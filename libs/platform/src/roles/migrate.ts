import { type DataSource, MigrationExecutor } from 'typeorm';
import { DatabaseIsNewer, unfitness } from './fitness.ts';
import { readDatabase } from './read-database.ts';
import { grantStatements, type Rights } from './rights.ts';

/**
 * Brings the schema and every role's rights to what this version needs, in one transaction: all of it, or nothing where one
 * statement fails, and then the version that ran before starts as it did. Two that migrate at once do so one after the other.
 * `db`: a session that acts as the owner. Answers how many migrations ran.
 * Errors: DatabaseIsNewer; whatever a migration throws.
 */
export async function migrate(db: DataSource, rights: Rights): Promise<number> {
  const runner = db.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(`set local lock_timeout = '60s'`);
    await runner.query(`select pg_advisory_xact_lock(hashtext('recoup migrate'))`);
    const reason = unfitness(await readDatabase(runner), { migrations: namesOf(db), rights: [] });
    if (reason instanceof DatabaseIsNewer) throw reason;
    const executor = new MigrationExecutor(db, runner);
    executor.transaction = 'none'; // ours is open already, and the rights belong into the same
    const ran = await executor.executePendingMigrations();
    await runner.query(grantStatements(rights));
    await runner.commitTransaction();
    return ran.length;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

export function namesOf(db: DataSource): string[] {
  return db.migrations.map(({ name, constructor }) => name ?? constructor.name);
}
