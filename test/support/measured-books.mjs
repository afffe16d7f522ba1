/**
 * Fresh books on an embedded PostgreSQL that keeps what it acknowledges (fsync on), in a temporary folder, filled through
 * the product's own services. Everything goes again with `close`.
 */
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { BooksModule, readScenario, SampleService, tables } from '../../dist/libs/books/src/index.js';
import { openDatabase } from '../../dist/libs/platform/src/index.js';
import { startEngine } from '../../dist/libs/platform/src/engine/index.js';
import { migrations, rights } from '../../dist/migrations/index.js';
import { opened } from './open-things.mjs';
import { scenarioWith } from './scenario.mjs';

const systemClock = { now: () => new Date() };

/** An empty folder that the database can reach, also where root starts it as another user. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'recoup-measured-'));
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  return { folder, remove: opened(() => removeFolder(folder)) };
}

/** Whoever started the database of this folder may have been killed: what still runs there is stopped first. */
async function removeFolder(folder) {
  await removeDatabase(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

export async function removeDatabase(folder) {
  if (!existsSync(join(folder, 'cluster', 'data', 'postmaster.pid'))) return;
  const engine = await startEngine({ folder, durable: true, adopt: true });
  await engine.stop();
}

/**
 * Books with `agreements` signed agreements and no charges, or with what the file `scenario` says; `get` gives the product's
 * services over them. They lie in `folder`, which is then the caller's to remove, or in a temporary one.
 */
export async function openBooks({ agreements, scenario: file, folder: given, poolSize = 4 }) {
  const { folder, remove } =
    given === undefined ? temporaryFolder() : { folder: given, remove: () => removeDatabase(given) };
  const opening = openDatabase({
    url: undefined,
    migratorUrl: undefined,
    sealerUrl: undefined,
    production: false,
    folder,
    adopt: true,
    entities: tables,
    migrations,
    rights,
    poolSize,
    applicationName: 'recoup measured books',
    tenant: 'recoup', // what is measured says for whom it acts; what counts afterwards counts in both books
    statementTimeoutMs: 0,
    onProgress: () => undefined,
  });
  const closeDatabase = opened(async () => {
    const open = await opening.catch(() => null); // a Ctrl-C may come while it starts
    await open?.close();
  });
  const database = await opening;
  const app = await NestFactory.createApplicationContext(BooksModule.over(database.db, systemClock), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const scenario = readScenario(file ?? scenarioWith(agreements));
  await app.get(SampleService).openBooks(
    () => scenario,
    () => undefined,
  );
  // The floors make tables of their own, which the product's role may not: the superuser of this engine, which is joined.
  const { connection: server } = await startEngine({ folder, durable: true });
  const connection = { ...server, database: database.db.options.database };
  return {
    folder,
    db: database.db,
    version: database.version,
    get: (service) => app.get(service),
    clock: systemClock,
    /** A bare connection beside the product's pool, for the floors and for counting. */
    connect: async () => {
      const client = new pg.Client({ ...connection, types: { getTypeParser: () => (value) => value } });
      client.on('error', () => undefined); // a server that is stopped under it says so to the query that waits
      const end = opened(() => client.end());
      await client.connect();
      return { query: (text, values) => client.query(text, values), end };
    },
    /** The books stay in their folder, and whoever opens them next owns their database. */
    leave: closeDatabase,
    remove,
    close: async () => {
      await closeDatabase();
      await remove();
    },
  };
}
