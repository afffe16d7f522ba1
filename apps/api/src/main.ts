import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { readScenario, SampleService, tables } from '#books';
import { warmUpTypefaces } from '#documents';
import { DomainError } from '#kernel';
import { EngineProblem, openDatabase, type OpenDatabase, ServerRunsAlready, takeServerLock } from '#platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { migrations } from '../../../migrations/index.ts';
import { createServer } from './server.ts';
import { readSettings, SettingsProblem } from './settings.ts';

/** From dist/apps/api/src to the folder of package.json. */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');
const systemClock = { now: () => new Date() };

/** Sentences for whoever started it; data goes nowhere near them. */
function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

async function start(): Promise<void> {
  const unknown = process.argv.slice(2).filter((argument) => argument !== '--empty');
  if (unknown.length > 0)
    throw new SettingsProblem([`there is no option ${unknown.join(' ')}; the only one is --empty`]);
  const settings = readSettings(process.env, root);
  const database = await openDatabase({
    url: settings.databaseUrl,
    folder: settings.folder,
    adopt: true,
    entities: tables,
    migrations,
    poolSize: 20,
    applicationName: 'recoup server',
    statementTimeoutMs: 60_000,
    onProgress: say,
  });
  let app: NestFastifyApplication | undefined;
  try {
    const release = await takeServerLock(database.db);
    app = await createServer(database.db, systemClock);
    await app.init();
    await app.get(SampleService).openBooks(process.argv.includes('--empty') ? null : sample, progress);
    warmUpTypefaces();
    await app.listen({ host: settings.host, port: settings.port });
    greet(await app.getUrl(), database);
    stopOnSignal(app, database, release);
  } catch (error) {
    await app?.close();
    await database.close();
    throw error;
  }
}

function sample(): ReturnType<typeof readScenario> {
  return readScenario(readFileSync(resolve(root, 'apps/api/sample/scenario-2024-2025.json'), 'utf8'));
}

let lastSaid = 0;

/** A line a second at most: the sample takes about that long, a slow machine longer. */
function progress(done: number, all: number): void {
  const now = performance.now();
  if (done !== all && now - lastSaid < 1000) return;
  lastSaid = now;
  say(`Loading the sample biennium: ${done} of ${all}.`);
}

function greet(url: string, database: OpenDatabase): void {
  say(
    [
      '',
      `Recoup is running on ${database.version}${database.embedded ? ' (embedded)' : ''}.`,
      `  The API, to read and to try   ${url}/api/docs`,
      `  Who owes whom                 ${url}/api/v1/bienniums/2024-2025/totals`,
      `  Health                        ${url}/health/ready`,
      '  In another terminal           npm run recoup -- --help',
      'Ctrl-C stops it.',
    ].join('\n'),
  );
}

/** The first signal lets requests finish, then stops the database; a second one is impatient and leaves at once. */
function stopOnSignal(app: NestFastifyApplication, database: OpenDatabase, release: () => Promise<void>): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(130);
    stopping = true;
    say('\nStopping.');
    await app.close();
    await release();
    await database.close();
    say('Stopped; the books are as they were.');
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

start().catch((error: unknown) => {
  const expected =
    error instanceof SettingsProblem ||
    error instanceof EngineProblem ||
    error instanceof DomainError ||
    error instanceof ServerRunsAlready;
  process.stderr.write(
    `${expected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(error instanceof ServerRunsAlready ? 4 : 1);
});
