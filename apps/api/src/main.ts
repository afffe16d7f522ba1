import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { VerificationService } from '#audit';
import { DemoPeopleService, readScenario, SampleService, tables } from '#books';
import { coverTickets } from '#charging';
import { warmUpTypefaces } from '#documents';
import { type FirstLink, HousekeepingService, InvitationsService } from '#identity';
import { DomainError } from '#kernel';
import {
  backups,
  clearUp,
  DatabaseNotFit,
  EngineProblem,
  faultOf,
  forgetOldKeys,
  inTransaction,
  isUnreachable,
  openDatabase,
  type OpenDatabase,
  serverPool,
  ServerRunsAlready,
  takeServerLock,
  type Tx,
} from '#platform';
import { checkRestored, heldNotes, startServerSealing } from '#sealing';
import { keyRing, openPersonalKeys, TravellersService } from '#travellers';
import type { INestApplicationContext } from '@nestjs/common';
import { migrations, rights } from '../../../migrations/index.ts';
import { everySink, faultsOnTheTerminal, fileSink, TechnicalLog } from './log/technical-log.ts';
import { demoPassword } from './sign-in/demo-password.ts';
import { whoSignsIn } from './sign-in/who-signs-in.ts';
import { NightlyVerification } from './nightly-verification.ts';
import { createServer } from './server.ts';
import { readSettings, SettingsProblem } from './settings.ts';
import { stopping } from './stopping.ts';

/** From dist/apps/api/src to the folder of package.json. */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');
const systemClock = { now: () => new Date() };
const dayMs = 24 * 60 * 60_000;

/** Sentences for whoever started it; data goes nowhere near them. */
function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** What is open so far, newest last; closed from the end. */
const open: (() => Promise<void>)[] = [];

async function start(): Promise<void> {
  const unknown = process.argv.slice(2).filter((argument) => argument !== '--empty');
  if (unknown.length > 0) {
    throw new SettingsProblem([`there is no option ${unknown.join(' ')}; the only one is --empty`]);
  }
  const settings = readSettings(process.env, root);
  const database = await openDatabase({
    url: settings.databaseUrl,
    migratorUrl: settings.migratorUrl,
    sealerUrl: settings.sealerUrl,
    production: settings.production,
    folder: settings.folder,
    archive: settings.archive,
    adopt: true,
    entities: tables,
    migrations,
    rights,
    ...serverPool,
    applicationName: 'recoup server',
    onProgress: say,
    onWarning: (sentence) => process.stderr.write(`${sentence}\n`),
  });
  open.push(() => database.close());
  open.push(await takeServerLock(database.db, stopOvertaken));
  const { folder, heldNote, operator } = settings;
  await checkRestored({ db: database.db, folder, heldNote, restored: backups.wasRestored(folder) });
  const log = openLog(settings.log);
  const keys = await openPersonalKeys(database.db, settings.personalKey);
  const app = await createServer(database.db, systemClock, {
    archivedFolder: database.embedded ? folder : null,
    publicUrl: settings.publicUrl,
    trustedProxies: settings.trustedProxies,
    limits: settings.limits,
    openId: settings.openId,
    scanner: settings.scanner,
    keys: keyRing(() => keys),
    log,
    pagesFolder: resolve(root, 'dist/web'),
    secretsKeyFile: settings.secretsKeyFile,
  });
  open.push(() => app.close());
  await app.init();
  await app.get(SampleService).openBooks(process.argv.includes('--empty') ? null : sample, progress);
  await inTransaction(database.db, (tx) => coverNames(tx, app));
  const forget = async (): Promise<void> => {
    await inTransaction(database.db, forgetOldKeys);
    await app.get(HousekeepingService).forget(systemClock);
  };
  await forget();
  const password = await app.get(DemoPeopleService).letIn(() => demoPassword(folder), systemClock);
  const sealerDb = await database.sealer();
  open.push(() => sealerDb.destroy());
  const sealer = await startServerSealing({
    ...{ db: database.db, sealerDb, folder, operator, clock: systemClock },
    onTrouble: (sentence) => process.stderr.write(`${sentence}\n`),
  });
  open.push(() => sealer.stop());
  warmUpTypefaces();
  if (settings.verifyHour !== null) {
    const held = (): string[] => heldNotes({ folder, heldNote });
    const verification = app.get(VerificationService);
    const nightly = new NightlyVerification(database.db, verification, settings.verifyHour, held, forget);
    nightly.start();
    open.push(() => nightly.stop());
  } else {
    const said = (error: unknown): void =>
      say(`What is over could not be forgotten, and is tried again tomorrow: ${JSON.stringify(faultOf(error))}`);
    const daily = setInterval(() => void forget().catch(said), dayMs).unref();
    open.push(async () => clearInterval(daily));
  }
  const people = password === null ? [] : await app.get(DemoPeopleService).codes();
  const links = password === null ? await app.get(InvitationsService).forTheFirst(systemClock) : [];
  await app.listen({ host: settings.host, port: settings.port });
  log.write({ event: 'started' });
  open.push(async () => log.write({ event: 'stopping' }));
  greet(await app.getUrl(), database, { password, people, links, publicUrl: settings.publicUrl });
  if (await app.get(VerificationService).isPostingStopped(database.db))
    say(
      'POSTING IS STOPPED: the last verification of these books failed. GET /api/v1/verifications says what is wrong.',
    );
}

/** Lines for machines go to the file, or to standard output; what went wrong with the program is also told here. */
function openLog(path: string | null): TechnicalLog {
  if (path === null) return new TechnicalLog({ write: (line) => process.stdout.write(line) }, systemClock);
  const file = fileSink(path, (sentence) => process.stderr.write(`${sentence}\n`));
  open.push(async () => file.close());
  return new TechnicalLog(everySink(file, faultsOnTheTerminal), systemClock);
}

/** Books from before this version had in the open what stands for travellers: from here on it stands under keys. */
async function coverNames(tx: Tx, app: INestApplicationContext): Promise<void> {
  const covered = await app.get(TravellersService).coverWhatWaits(tx, systemClock);
  await coverTickets(tx, app.get(TravellersService));
  if (covered > 0)
    say(`The names of ${covered} travellers stand apart from the books now, each under a key of its own.`);
}

/** While the database was away another server has opened these books: two would be one too many. */
function stopOvertaken(error: ServerRunsAlready): void {
  process.stderr.write(`${error.message} This one stops.\n`);
  void closeAll().finally(() => process.exit(4));
}

async function closeAll(): Promise<void> {
  for (let close = open.pop(); close !== undefined; close = open.pop()) await close();
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

/**
 * `password`: of the demo `people`; null where the books are no sample. `links`: by which the first administrator of each
 * secretariat comes in that has nobody with an account.
 */
function greet(
  url: string,
  database: OpenDatabase,
  {
    password,
    people,
    links,
    publicUrl,
  }: {
    password: string | null;
    people: readonly string[];
    links: readonly FirstLink[];
    publicUrl: string | null;
  },
): void {
  say(
    [
      '',
      `Recoup is running on ${database.version}${database.embedded ? ' (embedded)' : ''}.`,
      `  The pages, in a browser       ${url}/`,
      `  The API, to read and to try   ${url}/api/docs`,
      ...(password === null
        ? ['  The books hold no sample      npm run recoup -- reference load FILE']
        : [
            `  Who owes whom (the sample)    ${url}/api/v1/bienniums/2024-2025/totals`,
            `  Sign in to the sample         ${whoSignsIn(people)}`,
            `    with the password           ${password}`,
          ]),
      ...links.flatMap(({ secretariat, token }) => [
        `  The first administrator       ${publicUrl ?? url}/first-administrator#${token}`,
        `    ${(secretariat === null ? '' : `of ${secretariat}`).padEnd(28)}once, within half an hour`,
      ]),
      `  Health                        ${url}/health/ready`,
      '  In another terminal           npm run recoup -- --help',
      'Ctrl-C stops it.',
    ].join('\n'),
  );
}

/** Errors that are a sentence for whoever typed the command; all others come with their trace. */
function sentenceOf(error: unknown): string {
  if ((error as { code?: unknown }).code === 'EADDRINUSE') {
    return 'The port is taken by another program. Set RECOUP_PORT to a free one.';
  }
  if (isUnreachable(error)) {
    return 'The database of DATABASE_URL does not answer. Is it running, and are address, user and password right? Nothing was started.';
  }
  const sentences = [
    SettingsProblem,
    EngineProblem,
    DomainError,
    ServerRunsAlready,
    DatabaseNotFit,
    backups.BackupProblem,
  ];
  const expected = sentences.some((kind) => error instanceof kind);
  if (error instanceof Error) return expected ? error.message : (error.stack ?? error.message);
  return String(error);
}

const starting = start();
const signalled = stopping({
  stop: async () => {
    await starting.catch(() => undefined); // what it has opened by then is closed
    await closeAll();
  },
  stopAtOnce: () => clearUp((error) => process.stderr.write(`${sentenceOf(error)}\n`)),
  ...{ say, exit: (code) => process.exit(code), clock: systemClock },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, signalled);
// A terminal that was closed takes no more sentences; the books are closed all the same.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
starting.catch(async (error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  await closeAll();
  process.exit(error instanceof ServerRunsAlready ? 4 : 1);
});
