import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { tables } from '#books';
import { type Database, dataSource, inSnapshot } from '#platform';
import { verifySeals } from '#sealing';
import pg from 'pg';
import { migrations } from '../../migrations/index.ts';
import { anActInSql } from '../support/an-act.ts';
import { withDatabase } from '../support/database-name.ts';
import { logOver } from '../support/sealed.ts';

jest.setTimeout(60_000); // a database of its own

const ofValues = 'ValuesAreSealedAsTheyChange1767225644000';
const ofCharges = 'AChargeIsSealedWithItsAct1767225644100';
const ofCodings = 'ALineAndAFundSayWhereTheyAreBooked1767225646000';

describe('books whose values came under the seal', () => {
  const server = process.env.RECOUP_TEST_SERVER ?? '';
  let name: string;
  let client: pg.Client;
  let db: Database;
  beforeEach(async () => {
    name = `recoup_test_sealed_values_${randomBytes(6).toString('hex')}`;
    client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(`create database ${name}`);
    const before = migrations.slice(
      0,
      migrations.findIndex((migration) => migration.name === ofValues),
    );
    const older = await opened(before);
    await older.runMigrations();
    await older.destroy();
    db = await opened(migrations);
  });
  afterEach(async () => {
    await db.destroy();
    await client.query(`drop database ${name} with (force)`);
    await client.end();
  });

  function opened(some: typeof migrations): Promise<Database> {
    return dataSource({
      connection: withDatabase(server, name),
      role: 'none', // the superuser: nobody else has rights in them
      entities: tables,
      migrations: some,
      applicationName: 'recoup tests',
      poolSize: 2,
      statementTimeoutMs: 0,
    }).initialize();
  }

  async function charged(): Promise<void> {
    await db.transaction(async (tx) => {
      await tx.query('set local session_replication_role = replica'); // what these rows refer to matters to nobody here
      await tx.query(
        `insert into charging.charge (id, agreement, provider, client, item, family, nature, quantity, unit, delivered_on, biennium,
           original_currency, original_amount, amount_usd, state, recorded_by, recorded_at)
         values ('C-1', 'CRA-2025-002', 'BRS', 'MINAMATA', 'BDG-RNT', 'REGISTRATION', 'PASS_THROUGH', 1, 'E54', '2025-11-08', '2024-2025',
           'USD', 500, 500, 'RECORDED', 'BRS.finance', now())`,
      );
      await tx.query(
        `insert into charging.charge_allocation (charge, side, position, fund, budget_line, weight, amount_usd)
         values ('C-1', 'CLIENT', 1, 'MC-GTF', 'A12', 1, 500), ('C-1', 'PROVIDER', 1, 'BC', '', 1, 500)`,
      );
    });
  }

  async function coded(): Promise<void> {
    await db.transaction(async (tx) => {
      await tx.query('set local session_replication_role = replica');
      await tx.query(
        `insert into budget.trust_fund (code, name, secretariat, kind, programme_support_cost_rate) values ('BC', 'BC', 'BRS', 'GENERAL', 0.13)`,
      );
      await tx.query('set local session_replication_role = origin');
      await tx.query(anActInSql);
      await tx.query(`insert into budget.coding (fund, fund_centre) values ('BC', '11207')`);
    });
  }

  async function sealed(): Promise<void> {
    const log = await logOver(db, await opened(migrations));
    await log.sealAll();
    await log.close();
  }

  /** Undoes the migrations from the newest on, this one too. */
  async function takenBack(last: string): Promise<void> {
    while ((await newest()) !== last) await db.undoLastMigration();
    await db.undoLastMigration();
  }

  async function newest(): Promise<string | undefined> {
    const [row] = await db.query<{ name: string }[]>('select name from public.migration order by id desc limit 1');
    return row?.name;
  }

  it('go back while none of them is sealed, with what waits to be, and forward again', async () => {
    await charged();
    await db.runMigrations();
    await takenBack(ofValues);
    const left = await db.query(`select record from sealing.queue where kind = 'value-version'`);
    expect(left).toEqual([]);
    await db.runMigrations();
    await sealed();
    expect(await inSnapshot(db, (tx) => verifySeals(tx))).toMatchObject({ holds: true });
    expect(await db.query(`select record from sealing.value_version where kind = 'charge'`)).toEqual([
      { record: 'C-1' },
    ]);
  });

  it.each([
    ['sealed values', ofValues, 'sealed_values_are_kept', () => Promise.resolve()],
    ['sealed charges', ofCharges, 'sealed_charges_are_kept', charged],
  ])('stay with the version that knows them once they hold %s, whole', async (_, last, constraint, filled) => {
    await filled();
    await db.runMigrations();
    await sealed();
    await expect(takenBack(last)).rejects.toMatchObject({
      driverError: {
        constraint,
        message: expect.stringMatching(/they stay with this one/) as unknown,
        hint: expect.stringMatching(/the backup from before the update/) as unknown,
      },
    });
    expect(await newest()).toBe(last);
    await db.runMigrations();
    expect(await inSnapshot(db, (tx) => verifySeals(tx))).toMatchObject({ holds: true });
  });

  it.each([
    ['wait for it', () => Promise.resolve()],
    ['have it', sealed],
  ])('stay with the version that knows codings once some %s', async (_, afterwards) => {
    await db.runMigrations();
    await coded();
    await afterwards();
    await expect(takenBack(ofCodings)).rejects.toMatchObject({
      driverError: { constraint: 'sealed_codings_are_kept' },
    });
    expect(await newest()).toBe(ofCodings);
    await db.runMigrations();
    expect(await inSnapshot(db, (tx) => verifySeals(tx))).toMatchObject({ holds: true });
  });
});
