import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { BooksModule, SampleService, tables } from '#books';
import type { Clock } from '#kernel';
import {
  type ArchiveWish,
  archiveWish,
  backups,
  type Database,
  openDatabase,
  programTenant,
  withThrowAwayDatabase,
  isOpenOnTheWay,
} from '#platform';
import { checkRestored } from '#sealing';
import { keyRing, personalKeyFile, type PersonalKeyRing, readPersonalKeyFile } from '#travellers';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { migrations, rights } from '../../../migrations/index.ts';
import { whenStopped } from './interruption.ts';
import { BooksNotOpen, say, Unusable } from './output.ts';

/** From dist/apps/cli/src to the folder of package.json. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');

export function productVersion(): string {
  let folder = import.meta.dirname; // built, it lies one folder deeper than its source
  while (!existsSync(resolve(folder, 'package.json'))) folder = dirname(folder);
  return (JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as { version: string }).version;
}

/** A page of the server in a browser, as people reach it. `page`: from the slash on. */
export function addressOf(page: string): string {
  const { RECOUP_PUBLIC_URL: publicUrl, RECOUP_PORT: port = '3000' } = process.env;
  return `${publicUrl ?? `http://127.0.0.1:${port}`}${page}`;
}

export const systemClock: Clock = { now: () => new Date() };

export interface Books {
  readonly db: Database;
  readonly services: INestApplicationContext;
}

/** The books that the server keeps; for the few commands that seal, also as the one who may. */
export interface KeptBooks extends Books {
  sealer(): Promise<Database>;
}

export function databaseUrl(): string | undefined {
  return addressIn('DATABASE_URL');
}

function addressIn(variable: 'DATABASE_URL' | 'RECOUP_MIGRATOR_URL' | 'RECOUP_SEALER_URL'): string | undefined {
  const url = process.env[variable];
  if (url !== undefined && !/^postgres(ql)?:\/\//.test(url)) {
    throw new Unusable(`${variable} is the address of a PostgreSQL: postgres://user:password@host:5432/database`);
  }
  if (url !== undefined && process.env.NODE_ENV === 'production' && isOpenOnTheWay(url, process.env)) {
    throw new Unusable(
      `${variable} is on another machine and says no sslmode=verify-full: in production nobody reads along on the way`,
    );
  }
  return url;
}

/** Where the embedded engine keeps its data, and the log its keys and its newest published note. */
export function booksFolder(): string {
  return resolve(root, process.env.RECOUP_FOLDER ?? '.recoup');
}

/** The file of the keys under which names are kept. */
export function personalKeyPath(): string {
  const { RECOUP_PERSONAL_KEY: path } = process.env;
  return path === undefined ? personalKeyFile(booksFolder()) : resolve(root, path);
}

/** Read when a name is wanted, and not before: most commands want none. */
function personalKeys(): PersonalKeyRing {
  return keyRing(() => readPersonalKeyFile(personalKeyPath()));
}

/** Where its log is archived. Errors: Unusable. */
export function archiveSetting(): ArchiveWish {
  const { RECOUP_BACKUP_FOLDER: folder, RECOUP_BACKUP_KEY: key } = process.env;
  const wish = archiveWish({ folder, key }, root);
  if (wish !== 'no key') return wish;
  throw new Unusable(
    'RECOUP_BACKUP_KEY is the file of the key, beside RECOUP_BACKUP_FOLDER. `npm run recoup -- backup key create FILE` makes one.',
  );
}

/** Which database, as whom, and what this version needs it to be: the same for every command. */
export function database() {
  return {
    url: addressIn('DATABASE_URL'),
    migratorUrl: addressIn('RECOUP_MIGRATOR_URL'),
    sealerUrl: addressIn('RECOUP_SEALER_URL'),
    production: process.env.NODE_ENV === 'production',
    folder: booksFolder(),
    archive: archiveSetting(),
    adopt: false,
    entities: tables,
    migrations,
    rights,
    onProgress: (sentence: string) => {
      if (process.stderr.isTTY) say(sentence);
    },
  };
}

/** The books that the server keeps, running or not: the same database, the same services. */
export async function withBooks<T>(work: (books: KeptBooks) => Promise<T>): Promise<T> {
  const open = await openDatabase({
    ...database(),
    poolSize: 4,
    applicationName: `recoup cli (process ${process.pid})`, // its own: see who else is in the engine it may stop
    tenant: programTenant, // whoever has this database's login reads the books of all; an act is for its officer's side
    statementTimeoutMs: 0,
  });
  let sealer: Promise<Database> | undefined;
  try {
    return await withServices(open.db, systemClock, personalKeys(), async (services) => {
      if (!(await services.get(SampleService).areOpen())) throw new BooksNotOpen();
      return work({ db: open.db, services, sealer: () => (sealer ??= open.sealer()) });
    });
  } finally {
    await (await sealer)?.destroy();
    await open.close();
  }
}

/**
 * The books, for a command that changes them: what was set back behind its published history takes no change from a
 * terminal either, until an officer has answered for it.
 * Errors: those of checkRestored.
 */
export function withBooksToChange<T>(work: (books: KeptBooks) => Promise<T>): Promise<T> {
  return withBooks(async (books) => {
    await checkMayChange(books);
    return work(books);
  });
}

/** Errors: those of checkRestored. */
export function checkMayChange({ db }: Pick<Books, 'db'>): Promise<void> {
  const folder = booksFolder();
  const note = process.env.RECOUP_CHECKPOINT;
  const heldNote = note === undefined ? undefined : resolve(root, note);
  return checkRestored({ db, folder, heldNote, restored: backups.wasRestored(folder) });
}

/** Fresh books that are gone afterwards: a replay never touches the real ones. */
export async function withThrowAwayBooks<T>(clock: Clock, work: (books: Books) => Promise<T>): Promise<T> {
  whenStopped('Nothing was kept: the books it lived through were to be thrown away.');
  return withThrowAwayDatabase({ ...database(), applicationName: 'recoup scenario' }, (db) =>
    withServices(db, clock, undefined, (services) => work({ db, services })),
  );
}

async function withServices<T>(
  db: Database,
  clock: Clock,
  keys: PersonalKeyRing | undefined,
  work: (services: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const services = await NestFactory.createApplicationContext(BooksModule.over(db, clock, keys), { logger: ['error'] });
  try {
    return await work(services);
  } finally {
    await services.close();
  }
}
