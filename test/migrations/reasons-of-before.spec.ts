import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { tables } from '#books';
import { type Database, dataSource } from '#platform';
import pg from 'pg';
import { migrations } from '../../migrations/index.ts';
import { anActInSql } from '../support/an-act.ts';
import { withDatabase } from '../support/database-name.ts';

jest.setTimeout(60_000); // a database of its own

/** Each row of before with the column that the rule is about, what is done to the row, and the rule. What nobody sees is a no-break space. */
const rows = [
  ['charging.charge', 'remark', 'version = version + 1', 'charge_remark_shows_something'],
  ['invoicing.invoice', 'reason', 'version = version + 1', 'invoice_reason_shows_something'],
  [
    'identity.designation_proposal',
    'reason',
    `state = 'DECLINED', decided_by = 'BRS.b', decided_at = '2025-06-01'`,
    'designation_proposal_reason_shows_something',
  ],
  ['identity.account_renewal', 'reason', 'lapsed_at = lapsed_at', 'account_renewal_reason_shows_something'],
  ['identity.person', 'code', `name = 'Somebody else'`, 'person_is_not_the_program'],
] as const;

const entered = [
  `insert into charging.charge (id, agreement, provider, client, item, family, nature, quantity, unit, delivered_on, biennium,
     amount_usd, traveller, trip, state, recorded_by, recorded_at, remark, remark_by, remark_at)
   values ('C-1', 'CRA-2025-002', 'BRS', 'MINAMATA', 'TRAVEL', 'TRAVEL', 'PASS_THROUGH', 1, 'E54', '2025-11-08', '2024-2025',
     500, 'TR-0000000000', '{"party":"SN","from":null,"components":[["TICKET","500.00",""]],"entitlementUsd":"0.00","advanceUsd":null}',
     'RECORDED', 'BRS.finance', now(), U&'\\00a0', 'BRS.finance', now())`,
  `insert into invoicing.invoice (id, type, agreement, provider, client, biennium, corrects, reason, state, line_count, total_usd,
     prepared_by, prepared_at)
   values (gen_random_uuid(), 'CREDIT_NOTE', 'CRA-2025-001', 'MINAMATA', 'BRS', '2024-2025', gen_random_uuid(), U&'\\00a0', 'DRAFT', 1, -920,
     'MINAMATA.finance', now())`,
  `insert into identity.designation_proposal (id, person, secretariat, duty, fund, valid_from, valid_to, acting, reason, proposed_by, proposed_at)
   values (gen_random_uuid(), 'BRS.x', 'BRS', 'FINANCE_OFFICER', '', '2025-01-01', '2025-12-31', false, U&'\\00a0', 'BRS.a', now())`,
  `insert into identity.account_renewal (id, person, secretariat, reason, proposed_by, proposed_on)
   values (gen_random_uuid(), 'BRS.x', 'BRS', U&'\\00a0', 'BRS.a', '2025-05-09')`,
  `insert into identity.designation (person, duty, fund, valid_from, valid_to) values ('BRS.b', 'APPROVING_OFFICER', '', '2025-01-01', '2025-12-31')`,
  `insert into identity.person (code, name, secretariat) values ('recoup', 'Somebody', 'BRS')`,
  `insert into charging.ticket (number, charge) values ('706-1', 'C-1')`,
];

describe('books of before with what is entered no more', () => {
  const server = process.env.RECOUP_TEST_SERVER ?? '';
  const name = `recoup_test_reasons_${randomBytes(6).toString('hex')}`;
  let client: pg.Client;
  let db: Database;
  const at = (some: typeof migrations) =>
    dataSource({
      connection: withDatabase(server, name),
      role: 'none', // the superuser: nobody else has rights in them
      entities: tables,
      migrations: some,
      applicationName: 'recoup tests',
      poolSize: 2,
      statementTimeoutMs: 0,
    }).initialize();
  const before = (timestamp: string): typeof migrations =>
    migrations.slice(
      0,
      migrations.findIndex((migration) => migration.name.endsWith(timestamp)),
    );
  beforeAll(async () => {
    client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(`create database ${name}`);
    for (const [timestamp, statements] of [
      ['1767225619000', entered.slice(6)],
      ['1767225626200', entered.slice(5, 6)],
      ['1767225641000', entered.slice(0, 5)],
    ] as const) {
      const older = await at(before(timestamp));
      await older.runMigrations();
      await older.transaction(async (tx) => {
        await tx.query('set local session_replication_role = replica'); // what these rows refer to matters to nobody here
        for (const statement of statements) await tx.query(statement);
      });
      await older.destroy();
    }
    db = await at(migrations);
    await db.runMigrations();
  });
  afterAll(async () => {
    await db.destroy();
    await client.query(`drop database ${name} with (force)`);
    await client.end();
  });

  /** "done", or the constraint that refused. */
  const tried = async (...statements: string[]): Promise<string> => {
    const runner = db.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(anActInSql);
      for (const statement of statements) await runner.query(statement);
      return 'done';
    } catch (error) {
      return (
        (error as { driverError: { constraint?: string; message: string } }).driverError.constraint ?? String(error)
      );
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  };

  it.each(rows)('have a row of %s that lives on, and take no other', async (table, column, done, rule) => {
    expect(await tried(`update ${table} set ${done}`)).toBe('done');
    const [{ columns } = { columns: '' }] = await db.query<{ columns: string }[]>(
      `select string_agg(attname, ', ') as columns from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and attidentity <> 'a' and attgenerated = '' and not attisdropped`,
      [table],
    );
    // What else would refuse them is not asked.
    await db.query(`alter table ${table} disable trigger user`);
    await db.query(`alter table ${table} enable trigger ${rule}`);
    expect(await tried(`insert into ${table} (${columns}) select ${columns} from ${table}`)).toBe(rule);
    if (column !== 'code') expect(await tried(`update ${table} set ${column} = U&'\\2003'`)).toBe(rule);
  });

  it('have numbers of tickets in the open until the next start of the program, which covers them', async () => {
    expect(await tried(`select charging.cover_tickets('{706-1}', array[repeat('a', 64)])`)).toBe('done');
    expect(await tried(`update charging.ticket set number = '706-2'`)).toBe('ticket_number_is_covered');
    expect(await tried(`update charging.ticket set number = repeat('a', 64), charge = 'C-2'`)).toBe(
      'ticket_number_is_kept',
    );
    const covered = `select charging.cover_tickets('{706-1}', array[repeat('a', 64)])`;
    expect(await tried(covered, `update charging.ticket set number = repeat('b', 64)`)).toBe('ticket_number_is_kept');
    expect(await tried('delete from charging.ticket')).toBe('ticket_is_kept');
  });
});
