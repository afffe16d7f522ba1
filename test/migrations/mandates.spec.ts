import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { expect, it, jest } from '@jest/globals';
import { tables } from '#books';
import { dataSource } from '#platform';
import pg from 'pg';
import { migrations } from '../../migrations/index.ts';
import { withDatabase } from '../support/database-name.ts';

jest.setTimeout(60_000); // a database of its own

const upTo = migrations.slice(0, 1 + migrations.findIndex(({ name }) => name.endsWith('1767225624100')));

it('books that have had a joint auditor stay with the version that knows one, whole; others go back', async () => {
  const server = process.env.RECOUP_TEST_SERVER ?? '';
  const name = `recoup_test_mandates_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  const db = await dataSource({
    connection: withDatabase(server, name),
    role: 'none',
    entities: tables,
    migrations: upTo,
    applicationName: 'recoup tests',
    poolSize: 1,
    statementTimeoutMs: 0,
  }).initialize();
  const given = (statement: string): Promise<unknown> =>
    db.transaction(async (tx) => {
      await tx.query('set local session_replication_role = replica'); // what these rows refer to matters to nobody here
      await tx.query(statement);
    });
  const version = () => db.query<unknown[]>('select name from public.migration order by id desc limit 1');
  const columns = async () =>
    (
      await db.query<unknown[]>(
        `select from information_schema.columns where table_schema = 'identity' and column_name = 'mandate'`,
      )
    ).length;
  try {
    await db.runMigrations();
    // As the policies that are put in force after the migrations: they name the columns that go.
    for (const table of ['designation', 'designation_proposal'])
      await db.query(`create policy mandate_sees on identity.${table} using (mandate = 'MINAMATA')`);
    const last = await version();
    const designation = `insert into identity.designation (person, duty, fund, valid_from, valid_to, mandate)
      values ('BRS.x', 'JOINT_AUDITOR', '', '2025-01-01', '2025-12-31', 'MINAMATA')`;
    const declined = `insert into identity.designation_proposal (id, person, secretariat, duty, fund, valid_from, valid_to, acting, mandate,
        reason, state, proposed_by, proposed_at, decided_by, decided_at)
      values (gen_random_uuid(), 'BRS.x', 'BRS', 'JOINT_AUDITOR', '', '2025-01-01', '2025-12-31', false, 'MINAMATA',
        'an audit', 'DECLINED', 'BRS.a', now(), 'MINAMATA.a', now())`;
    for (const [row, table] of [
      [designation, 'designation'],
      [declined, 'designation_proposal'],
    ] as const) {
      await given(row);
      await expect(db.undoLastMigration()).rejects.toMatchObject({
        driverError: {
          constraint: 'mandates_are_kept',
          message: expect.stringMatching(/had, a joint auditor/) as unknown,
        },
      });
      expect([await version(), await columns()]).toEqual([last, 2]);
      await given(`delete from identity.${table}`);
    }
    await db.undoLastMigration();
    expect([await version(), await columns()]).not.toEqual([last, 2]);
    expect(await columns()).toBe(0);
    await db.runMigrations();
    expect([await version(), await columns()]).toEqual([last, 2]);
  } finally {
    await db.destroy();
    await client.query(`drop database ${name} with (force)`);
    await client.end();
  }
});
