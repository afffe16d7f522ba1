import { createHash, randomBytes } from 'node:crypto';
import process from 'node:process';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { type Verification, VerificationService } from '#audit';
import { BooksModule, tables } from '#books';
import { Day, SetClock } from '#kernel';
import {
  dataSource,
  type DataSourceOptions,
  inSnapshot,
  migrate,
  openToRolesOnly,
  prepareDatabase,
  programTenant,
  roles,
} from '#platform';
import { keyRing, newPersonalKeys, type PersonalKeyRing } from '#travellers';
import { migrations, rights } from '../../migrations/index.ts';
import { withDatabase } from './database-name.ts';

/** Empty books of one's own: a clone of the migrated template on the tests' server, gone after `close`. */
export interface FreshBooks {
  /**
   * The rights of the app role and no others. Whatever says nothing else looks at the books of all, as the program does;
   * an officer's act is for that officer's side.
   */
  readonly db: DataSource;
  /** The server's pool: what does not say for whom it is sees nothing. Opened when it is asked for. */
  served(): Promise<DataSource>;
  /** For what the server may not do: to tamper, and to see that a trigger refuses what the rights would refuse before it. */
  readonly owner: DataSource;
  readonly clock: SetClock;
  /** Under which names are kept in these books, and by nobody after them. */
  readonly keys: PersonalKeyRing;
  /** This database, by the superuser of the tests' server. */
  readonly url: string;
  get<T>(service: abstract new (...args: never[]) => T): T;
  /** Verifies every invariant of the books before they go; `tampered` where a test has broken them on purpose. */
  close(left?: 'sound' | 'tampered'): Promise<void>;
}

export async function freshBooks(): Promise<FreshBooks> {
  const server = process.env.RECOUP_TEST_SERVER;
  if (server === undefined) throw new Error('The tests start their server in server.mjs.');
  const template = await migratedTemplate(server);
  const name = `recoup_test_${randomBytes(6).toString('hex')}`; // random: each spec file starts counting anew
  await administer(server, (client) =>
    client.query(`create database ${name} template ${template} strategy file_copy owner ${roles.owner}`),
  );
  const url = withDatabase(server, name);
  await openToRolesOnly({ connectionString: url });
  const app = connectionTo(url, roles.app);
  const db = await dataSource({ ...app, tenant: programTenant, poolSize: 20 }).initialize();
  let served: Promise<DataSource> | undefined;
  const owner = await dataSource({
    ...connectionTo(url, roles.owner),
    tenant: programTenant,
    poolSize: 2,
  }).initialize();
  const clock = new SetClock(Day.of('2025-01-01'));
  const keys = keyRing(newPersonalKeys);
  const context: INestApplicationContext = await NestFactory.createApplicationContext(
    BooksModule.over(db, clock, keys),
    {
      logger: ['error'],
    },
  );
  return {
    db,
    served: () => (served ??= dataSource({ ...app, poolSize: 20 }).initialize()),
    owner,
    clock,
    keys,
    url,
    get: (service) => context.get(service),
    close: async (left = 'sound') => {
      const verified =
        left === 'tampered' || !db.isInitialized
          ? null
          : await inSnapshot(db, (tx) => context.get(VerificationService).verify(tx)).catch((error: unknown) => error);
      await context.close();
      const pools = [db, owner, ...(served === undefined ? [] : [await served])];
      await Promise.all(pools.filter(({ isInitialized }) => isInitialized).map((pool) => pool.destroy()));
      await administer(server, (client) => client.query(`drop database ${name} with (force)`));
      if (verified instanceof Error) throw verified;
      const { firstWrong } = (verified ?? { firstWrong: null }) as Verification;
      if (firstWrong !== null) throw new Error(`The books were left broken: ${JSON.stringify(firstWrong)}`);
    },
  };
}

/** Migrated once, by whichever spec file comes first; its name tells what it was migrated to. */
async function migratedTemplate(server: string): Promise<string> {
  const migrated = createHash('sha256')
    .update([...migrations.map(String), JSON.stringify(rights)].join())
    .digest('hex')
    .slice(0, 16);
  const template = `recoup_template_${migrated}`;
  await administer(server, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('recoup test template'))`);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount !== 0) return;
    const unfinished = `${template}_${randomBytes(4).toString('hex')}`;
    await client.query(`create database ${unfinished}`);
    const url = withDatabase(server, unfinished);
    await prepareDatabase({ connectionString: url });
    const db = await dataSource({ ...connectionTo(url, roles.owner), poolSize: 1 }).initialize();
    await migrate(db, rights);
    await db.destroy(); // a template can be cloned only while nobody is connected to it
    await client.query(`alter database ${unfinished} rename to ${template}`);
  });
  return template;
}

function connectionTo(connection: string, role: string): Omit<DataSourceOptions, 'poolSize'> {
  const applicationName = 'recoup tests';
  return { connection, role, entities: tables, migrations, applicationName, statementTimeoutMs: 60_000 };
}

async function administer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
