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
import { keyRing, newPersonalKeys, type PersonalKeyRing, type PersonalKeys } from '#travellers';
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

/** What many specs begin with: done by the first of a run, and cloned by the others. */
export interface Beginning {
  readonly name: string;
  /** The day of the books once they are filled. */
  readonly today: string;
  readonly fill: (books: FreshBooks) => Promise<unknown>;
}

/** Without `beginning`: migrated, and nothing in them. */
export async function freshBooks(beginning?: Beginning): Promise<FreshBooks> {
  const server = process.env.RECOUP_TEST_SERVER;
  if (server === undefined) throw new Error('The tests start their server in server.mjs.');
  const template = beginning === undefined ? await migratedTemplate(server) : await filledTemplate(server, beginning);
  const name = `recoup_test_${randomBytes(6).toString('hex')}`; // random: each spec file starts counting anew
  await clone(server, template, name);
  const books = await booksOf(
    server,
    name,
    beginning === undefined ? keyRing(newPersonalKeys) : keyRing(() => keysOfBeginnings),
  );
  if (beginning !== undefined) {
    books.clock.set(Day.of(beginning.today));
    // What waits to be sealed has waited since the beginning was made, which may be minutes ago; here it begins to wait.
    await books.owner.query('update sealing.queue set queued_at = clock_timestamp()');
  }
  return {
    ...books,
    close: async (left = 'sound') => {
      const verified =
        left === 'tampered' || !books.db.isInitialized
          ? null
          : await inSnapshot(books.db, (tx) => books.get(VerificationService).verify(tx)).catch(
              (error: unknown) => error,
            );
      await books.close();
      await administer(server, (client) => client.query(`drop database ${name} with (force)`));
      if (verified instanceof Error) throw verified;
      const { firstWrong } = (verified ?? { firstWrong: null }) as Verification;
      if (firstWrong !== null) throw new Error(`The books were left broken: ${JSON.stringify(firstWrong)}`);
    },
  };
}

async function booksOf(server: string, name: string, keys: PersonalKeyRing): Promise<FreshBooks> {
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
    close: async () => {
      await context.close();
      const pools = [db, owner, ...(served === undefined ? [] : [await served])];
      await Promise.all(pools.filter(({ isInitialized }) => isInitialized).map((pool) => pool.destroy()));
    },
  };
}

/** Migrated once, by whichever spec file comes first; its name tells what it was migrated to. */
async function migratedTemplate(server: string): Promise<string> {
  const migrated = createHash('sha256')
    .update([...migrations.map(String), JSON.stringify(rights)].join())
    .digest('hex')
    .slice(0, 16);
  return madeOnce(server, `recoup_template_${migrated}`, async (unfinished) => {
    await administer(server, (client) => client.query(`create database ${unfinished}`));
    const url = withDatabase(server, unfinished);
    await prepareDatabase({ connectionString: url });
    const db = await dataSource({ ...connectionTo(url, roles.owner), poolSize: 1 }).initialize();
    await migrate(db, rights);
    await db.destroy();
  });
}

/** Filled once in a run of the specs: what fills it is the program as it is now. */
async function filledTemplate(server: string, { name, fill }: Beginning): Promise<string> {
  const migrated = await migratedTemplate(server);
  return madeOnce(server, `recoup_beginning_${process.env.RECOUP_TEST_RUN ?? ''}_${name}`, async (unfinished) => {
    await clone(server, migrated, unfinished);
    const books = await booksOf(
      server,
      unfinished,
      keyRing(() => keysOfBeginnings),
    );
    await fill(books);
    await books.close();
  });
}

/** Names in books that several specs clone are kept under keys that all of these know. */
const keysOfBeginnings: PersonalKeys = {
  wrapping: [{ id: '00000000000000be', secret: createHash('sha256').update('wrapping key of the specs').digest() }],
  lookup: createHash('sha256').update('lookup key of the specs').digest(),
};

/** Errors: those of `make`, which leaves a database that nobody takes for a finished one. */
async function madeOnce(
  server: string,
  template: string,
  make: (unfinished: string) => Promise<void>,
): Promise<string> {
  await administer(server, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext($1))`, [template]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount !== 0) return;
    const unfinished = `${template}_${randomBytes(4).toString('hex')}`;
    await make(unfinished);
    await client.query(`alter database ${unfinished} rename to ${template}`);
  });
  return template;
}

/** A template can be cloned only while nobody is connected to it. */
async function clone(server: string, template: string, name: string): Promise<void> {
  await administer(server, (client) =>
    client.query(`create database ${name} template ${template} strategy file_copy owner ${roles.owner}`),
  );
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
