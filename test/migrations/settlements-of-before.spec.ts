import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { tables } from '#books';
import { type Database, dataSource, inSnapshot } from '#platform';
import pg from 'pg';
import { settlementsNotByTwo } from '../../libs/audit/src/verification/settlements.query.ts';
import { migrations } from '../../migrations/index.ts';
import { withDatabase } from '../support/database-name.ts';

jest.setTimeout(60_000); // a database of its own

const last = 'APaymentIsApprovedByAnother1767225650000';
const [first, second, third] = ['a', 'b', 'c'].map((letter) => `019a0000-0000-7000-8000-00000000000${letter}`) as [
  string,
  string,
  string,
];

describe('settlements that one person recorded, before two were asked for', () => {
  const server = process.env.RECOUP_TEST_SERVER ?? '';
  const name = `recoup_test_one_hand_${randomBytes(6).toString('hex')}`;
  let client: pg.Client;
  let db: Database;
  beforeAll(async () => {
    client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(`create database ${name}`);
    db = await dataSource({
      connection: withDatabase(server, name),
      role: 'none', // the superuser: nobody else has rights in them
      entities: tables,
      migrations: migrations.slice(0, 1 + migrations.findIndex((migration) => migration.name === last)),
      applicationName: 'recoup tests',
      poolSize: 2,
      statementTimeoutMs: 0,
    }).initialize();
    await db.runMigrations();
    await db.undoLastMigration();
  });
  afterAll(async () => {
    await db.destroy();
    await client.query(`drop database ${name} with (force)`);
    await client.end();
  });

  /** What these rows refer to matters to nobody here. */
  const past = (statement: string): Promise<unknown> =>
    db.transaction(async (tx) => {
      await tx.query('set local session_replication_role = replica');
      await tx.query(statement);
    });
  const settle = (id: string): Promise<unknown> =>
    past(`insert into invoicing.settlement values
      ('${id}', 'JOURNAL_VOUCHER', 'JV-${id}', '2025-12-31', 'BRS', 'MINAMATA', 920, 'BRS.finance', now())`);
  const named = async (): Promise<string[][]> =>
    (
      await db.query<{ ids: string[] }[]>(
        `select object_ids as ids from platform.audit_event where (person, action) = ('recoup', 'SETTLEMENTS_OF_ONE_HAND') order by sequence`,
      )
    ).map(({ ids }) => ids);
  const notByTwo = async (): Promise<string[]> =>
    (await inSnapshot(db, settlementsNotByTwo)).map(({ object, finding }) => `${object}: ${finding}`);

  it('are none in books without any, and nothing is said of them', async () => {
    await db.runMigrations();
    expect(await named()).toEqual([]);
    await db.undoLastMigration();
  });

  it('are named by an act of the program, each once, back and forth, and are the only ones that are let off', async () => {
    await settle(first);
    await settle(second);
    await db.runMigrations();
    expect(await named()).toEqual([[first, second]]);
    await db.undoLastMigration();
    await settle(third);
    await db.runMigrations();
    expect(await named()).toEqual([[first, second], [third]]);
    expect(await notByTwo()).toEqual([]);
    const forged = first.replace(/a$/, 'f');
    await settle(forged);
    expect(await notByTwo()).toEqual([`JV-${forged}: recorded by BRS.finance, and nobody proposed it`]);
    await past(`delete from invoicing.settlement where id = '${forged}'`);
  });

  it('and books in which somebody has proposed one stay with the version that knows who', async () => {
    await past(
      `insert into invoicing.settlement_proposal (id, documents, method, external_number, value_on, payer, payee, amount_usd, proposed_by, proposed_at)
       values (gen_random_uuid(), array[gen_random_uuid()], 'JOURNAL_VOUCHER', 'JV', '2025-12-31', 'BRS', 'MINAMATA', 1, 'BRS.finance', now())`,
    );
    await expect(db.undoLastMigration()).rejects.toMatchObject({ driverError: { constraint: 'hands_are_kept' } });
    const [newest] = await db.query<{ name: string }[]>('select name from public.migration order by id desc limit 1');
    expect(newest?.name).toBe(last);
  });
});
