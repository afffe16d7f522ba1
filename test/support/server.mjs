import process from 'node:process';
// Plain JavaScript: jest loads its global setup by Node itself, which strips the types of the engine's files and no more.
import { startThrowAwayEngine } from '../../libs/platform/src/engine/index.ts';

/** One PostgreSQL for all tests: the one of DATABASE_URL, or an embedded one in memory that is gone afterwards. */
export async function setup() {
  if (process.env.DATABASE_URL !== undefined) {
    process.env.RECOUP_TEST_SERVER = process.env.DATABASE_URL;
    return;
  }
  const engine = await startThrowAwayEngine();
  globalThis.recoupTestEngine = engine;
  const { host, port, user, password } = engine.connection;
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  process.env.RECOUP_TEST_SERVER = host.startsWith('/')
    ? `postgres://${login}@localhost:${port}/postgres?host=${encodeURIComponent(host)}`
    : `postgres://${login}@${host}:${port}/postgres`;
}

export async function teardown() {
  await globalThis.recoupTestEngine?.stop();
}
