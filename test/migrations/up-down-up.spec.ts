import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { tables } from '#books';
import { dataSource } from '#platform';
import pg from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { migrations } from '../../migrations/index.ts';
import { withDatabase } from '../support/database-name.ts';

jest.setTimeout(60_000); // a database of its own, three times over

type Schema = Record<string, string[]>;

// Everything that a migration makes, each as one line of text. What PostgreSQL itself or an extension brings is left out.
const ours = `nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public')`;
const parts: Record<string, string> = {
  schemas: `select nspname as line from pg_namespace where ${ours} and nspname not like 'pg_temp%' and nspname not like 'pg_toast_temp%'`,
  extensions: `select extname || ' ' || extversion as line from pg_extension`,
  // The place among those that are there: one that is dropped and made anew leaves a hole.
  columns: `select concat_ws(' ', table_schema, table_name, column_name,
      row_number() over (partition by table_schema, table_name order by ordinal_position), data_type, numeric_precision, numeric_scale,
      is_nullable, column_default, is_identity, identity_generation) as line
    from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')`,
  constraints: `select concat_ws(' ', nspname, conrelid::regclass, conname, pg_get_constraintdef(pg_constraint.oid, true), condeferrable,
      condeferred, convalidated) as line
    from pg_constraint join pg_namespace on pg_namespace.oid = connamespace where ${ours}`,
  indexes: `select concat_ws(' ', schemaname, indexname, indexdef) as line from pg_indexes
    where schemaname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public')`,
  triggers: `select concat_ws(' ', tgenabled, pg_get_triggerdef(pg_trigger.oid, true)) as line
    from pg_trigger where not tgisinternal`,
  functions: `select pg_get_functiondef(pg_proc.oid) as line from pg_proc join pg_namespace on pg_namespace.oid = pronamespace where ${ours}`,
  views: `select concat_ws(' ', schemaname, viewname, definition) as line from pg_views
    where schemaname not in ('pg_catalog', 'information_schema')`,
  sequences: `select concat_ws(' ', schemaname, sequencename, data_type, start_value, increment_by, cycle) as line from pg_sequences
    where schemaname <> 'public'`,
};

describe('the migrations', () => {
  const server = process.env.RECOUP_TEST_SERVER ?? '';
  const name = `recoup_test_migrations_${randomBytes(6).toString('hex')}`;
  let db: DataSource;
  let empty: Schema;
  let first: Schema;
  beforeAll(async () => {
    await administer(`create database ${name}`);
    const connection = withDatabase(server, name);
    const options = {
      connection,
      entities: tables,
      migrations,
      applicationName: 'recoup tests',
      poolSize: 1,
      role: 'none', // the migrations need no roles: their rights come after them
      statementTimeoutMs: 0,
    };
    db = await dataSource(options).initialize();
    empty = await schema();
    await db.runMigrations();
    first = await schema();
  });
  afterAll(async () => {
    await db.destroy();
    await administer(`drop database ${name} with (force)`);
  });

  async function administer(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }

  async function schema(): Promise<Schema> {
    const lines = async (query: string): Promise<string[]> =>
      (await db.query<{ line: string }[]>(`${query} order by line`)).map(({ line }) => line);
    const found: Schema = {};
    for (const [part, query] of Object.entries(parts)) found[part] = await lines(query);
    // The list of what ran is not of their making.
    found.columns = found.columns?.filter((line) => !line.startsWith('public migration ')) ?? [];
    return found;
  }

  it('make something of every kind', () => {
    for (const [part, lines] of Object.entries(first)) expect([part, lines.length > 0]).toEqual([part, true]);
    expect(first.triggers?.length).toBeGreaterThan(20);
  });

  it('name every constraint by what it holds, none by the name PostgreSQL would give', async () => {
    const made = await db.query<{ name: string }[]>(
      `select conname as name from pg_constraint join pg_namespace on pg_namespace.oid = connamespace where ${ours} and contype <> 'n'`,
    );
    expect(made.map((row) => row.name).filter((one) => /_(pkey|fkey|check|key|excl)\d*$/.test(one))).toEqual([]);
    expect(made.length).toBeGreaterThan(80);
  });

  it('are taken back one by one, and leave nothing', async () => {
    for (const _ of migrations) await db.undoLastMigration();
    expect(await schema()).toEqual(empty);
    const left = await db.query<{ count: string }[]>('select count(*) from migration');
    expect(left).toEqual([{ count: '0' }]);
  });

  it('can each be undone where it is the newest, and done again', async () => {
    const step = (work: (runner: QueryRunner) => Promise<void>): Promise<void> =>
      db.transaction(({ queryRunner }) => work(queryRunner as QueryRunner));
    for (const Migration of migrations) {
      const one = new Migration();
      await step((runner) => one.up(runner));
      await step((runner) => one.down(runner));
      await step((runner) => one.up(runner));
    }
    expect(await schema()).toEqual(first);
    for (const Migration of migrations.toReversed()) await step((runner) => new Migration().down(runner));
    expect(await schema()).toEqual(empty);
  });

  it('make the same again', async () => {
    await db.runMigrations();
    expect(await schema()).toEqual(first);
  });

  it('are all there, and have nothing left to do', async () => {
    const ran = await db.query<{ name: string }[]>('select name from migration order by timestamp');
    expect(ran.map((row) => row.name)).toEqual(migrations.map((migration) => migration.name));
    expect(await db.runMigrations()).toEqual([]);
  });
});

describe('the tables of the ORM', () => {
  it('have the columns that the migrations made', async () => {
    const name = `recoup_test_tables_${randomBytes(6).toString('hex')}`;
    const client = new pg.Client({ connectionString: process.env.RECOUP_TEST_SERVER });
    await client.connect();
    await client.query(`create database ${name}`);
    const connection = withDatabase(process.env.RECOUP_TEST_SERVER ?? '', name);
    const options = {
      connection,
      entities: tables,
      migrations,
      applicationName: 'recoup tests',
      poolSize: 1,
      role: 'none',
      statementTimeoutMs: 0,
    };
    const db = await dataSource(options).initialize();
    try {
      await db.runMigrations();
      const rows = await db.query<{ place: string }[]>(
        `select concat_ws('.', table_schema, table_name, column_name) as place from information_schema.columns`,
      );
      const there = new Set(rows.map(({ place }) => place));
      const wanted = db.entityMetadatas.flatMap(({ tablePath, columns }) =>
        columns.map(({ databaseName }) => `${tablePath}.${databaseName}`),
      );
      expect(wanted.filter((place) => !there.has(place))).toEqual([]);
      expect(wanted.length).toBeGreaterThan(100);
    } finally {
      await db.destroy();
      try {
        await client.query(`drop database ${name} with (force)`);
      } finally {
        await client.end();
      }
    }
  });
});
