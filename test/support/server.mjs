import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
// Plain JavaScript: jest loads its global setup by Node itself, which strips the types of the engine's files and no more.
import { startThrowAwayEngine } from '../../libs/platform/src/engine/index.ts';

/** One PostgreSQL for all tests: the one of DATABASE_URL, or an embedded one in memory that is gone afterwards. And one folder. */
export async function setup() {
  process.env.RECOUP_TEST_RUN = randomBytes(4).toString('hex');
  process.env.RECOUP_TEST_FOLDER = mkdtempSync(join(tmpdir(), 'recoup-tests-'));
  if (process.env.DATABASE_URL !== undefined) {
    process.env.RECOUP_TEST_SERVER = process.env.DATABASE_URL;
    return;
  }
  const starting = startThrowAwayEngine();
  stopOnSignal(starting);
  const engine = await starting;
  globalThis.recoupTestEngine = engine;
  const { host, port, user, password } = engine.connection;
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  process.env.RECOUP_TEST_SERVER = host.startsWith('/')
    ? `postgres://${login}@localhost:${port}/postgres?host=${encodeURIComponent(host)}`
    : `postgres://${login}@${host}:${port}/postgres`;
}

export async function teardown() {
  if (process.env.DATABASE_URL !== undefined) await dropBeginnings(process.env.DATABASE_URL);
  await globalThis.recoupTestEngine?.stop();
  rmSync(process.env.RECOUP_TEST_FOLDER, { recursive: true });
}

/** Ctrl-C ends the specs by itself; the engine, in a group of its own, does not hear of it. A signal that comes twice is one. */
function stopOnSignal(starting) {
  let isStopping = false;
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      void starting
        .then((engine) => engine.stop())
        .finally(() => {
          rmSync(process.env.RECOUP_TEST_FOLDER, { recursive: true, force: true });
          process.exit(code);
        });
    });
  }
}

/** What specs of this run began with; the migrated template serves the next run too. */
async function dropBeginnings(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query('select datname from pg_database where datname like $1', [
    `recoup_beginning_${process.env.RECOUP_TEST_RUN}_%`,
  ]);
  for (const { datname } of rows) await client.query(`drop database "${datname}"`);
  await client.end();
}
