import { randomBytes } from 'node:crypto';
import process from 'node:process';
import { tables } from '#books';
import { dataSource } from '#platform';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { migrations } from '../../migrations/index.ts';
import { withDatabase } from './database-name.ts';

/** Opens the database by the superuser who kept it then, as far as these migrations bring it. */
export type OpenAt = (some: typeof migrations) => Promise<DataSource>;

/** An empty database of its own, for books that were begun by an earlier version; it is gone afterwards. */
export async function withDatabaseOfBefore(label: string, work: (at: OpenAt) => Promise<void>): Promise<void> {
  const server = process.env.RECOUP_TEST_SERVER ?? '';
  const name = `recoup_test_${label}_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`create database ${name}`);
    await work((some) =>
      dataSource({
        connection: withDatabase(server, name),
        role: 'none',
        entities: tables,
        migrations: some,
        applicationName: 'recoup tests',
        poolSize: 2,
        statementTimeoutMs: 0,
      }).initialize(),
    );
  } finally {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.end();
  }
}
