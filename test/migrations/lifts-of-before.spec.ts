import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { tables } from '#books';
import { type Database, dataSource, inSnapshot } from '#platform';
import pg from 'pg';
import { restoresOfOneSide, resumptionsOfOneSide } from '../../libs/audit/src/verification/both-sides.query.ts';
import { migrations } from '../../migrations/index.ts';
import { withDatabase } from '../support/database-name.ts';

jest.setTimeout(60_000); // a database of its own

const last = 'WhatOneSideLetGoOnIsNamed1767225731000';

describe('what one side let go on, before both were asked', () => {
  const server = process.env.RECOUP_TEST_SERVER ?? '';
  const name = `recoup_test_one_side_${randomBytes(6).toString('hex')}`;
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

  const lifts = (verification: number): string =>
    `insert into platform.audit_event (id, at, person, secretariat, action, object_kind, object_ids, reason, body)
     values (gen_random_uuid(), now(), 'BRS.approving', 'BRS', 'POSTING_STOP_LIFTED', 'verification', '{${verification}}', 'x', '{}')`;
  const restores = (size: number): string =>
    `insert into sealing.restore_event (lost_size, lost_root, signed_by, body, recorded_at)
     values (${size}, sha256('x'), 'BRS.approving', '{}', now())`;
  const withoutTriggers = (statement: string): Promise<unknown> =>
    db.transaction(async (tx) => {
      await tx.query('set local session_replication_role = replica');
      await tx.query(statement);
    });
  const asItWas = async (table: string, guard: string, statement: string): Promise<void> => {
    await db.query(`alter table ${table} disable trigger ${guard}`);
    await db.query(statement);
    await db.query(`alter table ${table} enable trigger ${guard}`);
  };
  const named = async (): Promise<string[]> =>
    (
      await db.query<{ named: string }[]>(
        `select action || ' ' || cardinality(object_ids) as named from platform.audit_event where person = 'recoup' order by sequence`,
      )
    ).map((row) => row.named);
  const ofOneSide = async (): Promise<string[]> =>
    (await inSnapshot(db, async (tx) => [...(await resumptionsOfOneSide(tx)), ...(await restoresOfOneSide(tx))])).map(
      ({ kind, object }) => `${kind} ${object}`,
    );

  it('is nothing in books without any, and nothing is said of it', async () => {
    await db.runMigrations();
    expect(await named()).toEqual([]);
    await db.undoLastMigration();
  });

  it('is named by an act of the program, each once, back and forth, and is all that is let off', async () => {
    await asItWas('platform.audit_event', 'audit_event_by_its_side', lifts(1)); // there are no people here
    await asItWas('sealing.restore_event', 'restore_answered_by_both_sides', restores(1));
    await withoutTriggers(lifts(2)); // put in by somebody: no leaf waits for it
    await withoutTriggers(restores(2));
    await db.runMigrations();
    const once = ['RESUMPTIONS_OF_ONE_SIDE 1', 'RESTORES_OF_ONE_SIDE 1'];
    expect(await named()).toEqual(once);
    expect(await ofOneSide()).toEqual(['verification 2', 'restore 2']);
    await db.undoLastMigration();
    await db.runMigrations();
    expect(await named()).toEqual(once);
    await withoutTriggers(lifts(3));
    expect(await ofOneSide()).toEqual(['verification 2', 'verification 3', 'restore 2']);
  });
});
