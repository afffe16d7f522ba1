import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { tables } from '#books';
import { NotDesignated } from '#identity';
import { LedgerService } from '#ledger';
import { dataSource, type Database, inSnapshot, inTransaction, roles } from '#platform';
import {
  checkRestored,
  CheckpointOfAnotherLog,
  keepHeldNote,
  latestPublished,
  LogKeyMissing,
  LogKeyNotRegistered,
  NothingToAnswerFor,
  NotThePublishedHistory,
  openLog,
  readHeldNote,
  RestoreAnsweredByOneSide,
  RestoreReasonOutOfBounds,
  RestoredBehindCheckpoint,
  RestoredWithoutNote,
  sealAll,
  sealFolder,
  signRestoreEvent,
  startServerSealing,
  verifySeals,
} from '#sealing';
import { Command } from 'commander';
import pg from 'pg';
import { withBooksToChange } from '../../apps/cli/src/books.ts';
import { addRestoreEventCommand } from '../../apps/cli/src/proof.command.ts';
import { migrations } from '../../migrations/index.ts';
import { withDatabase } from '../support/database-name.ts';
import { Office } from '../support/office.ts';
import { type Log, openedLog, post, wallClock } from '../support/sealed.ts';
import { sessionAs, tried } from '../support/sessions.ts';

jest.setTimeout(120_000); // databases are cloned

const brs = { person: 'BRS.approving', secretariat: 'BRS' };
const minamata = { person: 'MINAMATA.approving', secretariat: 'MINAMATA' };
const by = [brs, minamata] as const;
const reason = 'the disk of the server failed on Monday';

let office: Office;
let log: Log;
let ledger: LedgerService;
let backup: Backup | undefined;
beforeEach(async () => {
  office = await Office.open();
  log = await openedLog(office.books);
  ledger = office.books.get(LedgerService);
  await posted('C-1');
  await keepLatest();
});
afterEach(async () => {
  await backup?.drop();
  backup = undefined;
  await log.close();
  await office.close('tampered'); // entries of no charge, written past the services
});

async function posted(...sources: string[]): Promise<void> {
  const { number } = await office.agreement();
  await office.invoiced(number); // a document, so that it is published
  await office.do((tx) => post(ledger, tx, sources));
  await log.sealAll();
}

async function keepLatest(): Promise<string> {
  const { note } = await inSnapshot(office.db, latestPublished);
  keepHeldNote(sealFolder(log.folder).latestNote, note);
  return note;
}

interface Backup {
  readonly db: Database;
  readonly sealer: Database;
  readonly url: string;
  drop(): Promise<void>;
}

/** The database as it is now, kept aside as another one: what a restore brings back later. */
async function backedUp(): Promise<Backup> {
  const server = process.env.RECOUP_TEST_SERVER ?? '';
  const name = `recoup_test_restored_${randomBytes(6).toString('hex')}`;
  const source = /\/([^/?]*)(\?|$)/.exec(office.books.url.replace(/^postgres:\/\//, ''))?.[1] ?? '';
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await Promise.all([office.db, office.owner, log.sealer].map((db) => db.destroy())); // a database is cloned while nobody is connected to it
  await client.query(`create database ${name} template ${source} strategy file_copy`);
  await Promise.all([office.db, office.owner, log.sealer].map((db) => db.initialize()));
  const connection = withDatabase(server, name);
  const options = { connection, entities: tables, migrations, applicationName: 'recoup tests' };
  // As a superuser: it stands for the database that somebody has put in the place of the books.
  const db = await dataSource({ ...options, role: 'none', poolSize: 3, statementTimeoutMs: 0 }).initialize();
  const sealer = await sessionAs(roles.sealer, connection);
  return {
    ...{ db, sealer, url: connection },
    drop: async () => {
      await Promise.all([db.destroy(), sealer.destroy()]);
      await client.query(`drop database ${name} with (force)`);
      await client.end();
    },
  };
}

const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `D-${at}`);

/** What a command does at a terminal, on the database at `url` under the log's folder. */
async function atATerminal<T>(url: string, command: () => Promise<T>): Promise<T> {
  const { DATABASE_URL, RECOUP_FOLDER } = process.env;
  Object.assign(process.env, { DATABASE_URL: url, RECOUP_FOLDER: log.folder });
  try {
    return await command();
  } finally {
    for (const [name, value] of Object.entries({ DATABASE_URL, RECOUP_FOLDER }))
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
  }
}

const changeAtATerminal = (url: string): Promise<string> =>
  atATerminal(url, () => withBooksToChange(() => Promise.resolve('changed')));

const signAtATerminal = (url: string, who: string, other = minamata.person): Promise<unknown> => {
  const program = new Command('recoup').exitOverride();
  addRestoreEventCommand(program);
  const words = ['restore-event', 'sign', '--by', who, '--with', other, '--reason', reason];
  return atATerminal(url, () => program.parseAsync(['node', 'recoup', ...words]));
};

const start = (db: Database, heldNote?: string, isRestored = false): Promise<void> =>
  checkRestored({ db, folder: log.folder, heldNote, restored: isRestored });

describe('books that lead to what was published of them', () => {
  it('start', async () => {
    await expect(start(office.db)).resolves.toBeUndefined();
    await posted('C-2');
    await expect(start(office.db)).resolves.toBeUndefined(); // they have grown since
    const note = await keepLatest();
    await expect(
      inTransaction(log.sealer, (tx) => signRestoreEvent(tx, { note, reason, key: log.key }, by, wallClock)),
    ).rejects.toThrow(NothingToAnswerFor);
  });
});

describe('books that were set back behind a published checkpoint', () => {
  let restored: Database;
  let sealer: Database;
  beforeEach(async () => {
    backup = await backedUp();
    ({ db: restored, sealer } = backup);
    await posted('C-2');
    await keepLatest();
  });

  it('do not start', async () => {
    await expect(start(restored)).rejects.toThrow(RestoredBehindCheckpoint);
    await expect(start(restored)).rejects.toThrow(
      /restored behind checkpoint 122: .* here are 98 leaves.*restore-event sign/s,
    );
    await expect(start(office.db)).resolves.toBeUndefined();
  });

  it('take no change from a terminal either', async () => {
    for (const db of [restored, office.db]) await db.query(`insert into platform.books (content) values ('EMPTY')`); // they count as open
    await expect(changeAtATerminal(backup?.url ?? '')).rejects.toThrow(RestoredBehindCheckpoint);
    await expect(changeAtATerminal(office.books.url)).resolves.toBe('changed');
  });

  it('do not start either once they have been written to beyond it', async () => {
    await inTransaction(restored, (tx) => post(ledger, tx, names(13)));
    await sealAll(sealer, { key: log.key, clock: wallClock });
    await expect(start(restored)).rejects.toThrow(NotThePublishedHistory);
  });

  it('start once an officer has answered for it, and that is the next leaf, signed, ahead of what waits', async () => {
    const note = readHeldNote(sealFolder(log.folder).latestNote) ?? '';
    await inTransaction(restored, (tx) => post(ledger, tx, ['D-1']));
    const sign = (why: string) =>
      inTransaction(sealer, (tx) => signRestoreEvent(tx, { note, reason: why, key: log.key }, by, wallClock));
    await expect(sign('oops')).rejects.toThrow(RestoreReasonOutOfBounds);
    const sealed = await sign(reason);
    expect(sealed).toMatchObject({ size: 99, leaves: 1, published: ['RESTORED'] });
    const [event] = await restored.query<{ body: string; place: string }[]>(
      `select event.body, leaf.position as place from sealing.restore_event as event
       join sealing.leaf on kind = 'restore-event' and record = event.id::text`,
    );
    expect(event?.place).toBe('98');
    const { signature, ...facts } = JSON.parse(event?.body ?? '{}') as Record<string, unknown>;
    expect(facts).toMatchObject({
      ...{ by: brs.person, with: { by: minamata.person, secretariat: 'MINAMATA' }, reason },
      ...{ lost: { size: 122 }, now: { size: 98 } },
    });
    expect(signature).toMatch(/^[A-Za-z0-9+/]{86}==$/);
    await expect(start(restored)).resolves.toBeUndefined();
    await expect(sign(reason)).rejects.toThrow(NothingToAnswerFor);
    await sealAll(sealer, { key: log.key, clock: wallClock });
    expect(await inSnapshot(restored, (tx) => verifySeals(tx, { held: [note] }))).toMatchObject({
      holds: true,
      leaves: 102,
    });
  });

  it.each([
    ['one person alone', `'BRS.approving', 'BRS', null, null`],
    ['one person twice', `'BRS.approving', 'BRS', 'BRS.approving', 'MINAMATA'`],
    ['two of one side', `'BRS.approving', 'BRS', 'BRS.certifying', 'BRS'`],
    ['somebody who approves nothing', `'BRS.approving', 'BRS', 'MINAMATA.finance', 'MINAMATA'`],
    ['somebody for a side that is not theirs', `'BRS.approving', 'MINAMATA', 'MINAMATA.approving', 'BRS'`],
  ])('are not answered for, past the services either, by %s', async (_, hands) => {
    const adds = (people: string): string =>
      `insert into sealing.restore_event (lost_size, lost_root, signed_by, signed_for, second_by, second_for, body, recorded_at)
       values (122, 'x', ${people}, '{}', '2025-06-01')`;
    expect(await tried(restored, adds(hands))).toMatch(/approving officers of two secretariats/);
    expect(await tried(restored, adds(`'BRS.approving', 'BRS', 'MINAMATA.approving', 'MINAMATA'`))).toBe('done');
  });

  it('start once the command has signed, where nobody can sign in: the server does not run', async () => {
    const url = backup?.url ?? '';
    await restored.query(`insert into platform.books (content) values ('EMPTY')`); // books of its own, and no sample
    await expect(signAtATerminal(url, 'BRS.finance')).rejects.toThrow(NotDesignated);
    await expect(signAtATerminal(url, brs.person, 'MINAMATA.finance')).rejects.toThrow(NotDesignated);
    await expect(signAtATerminal(url, brs.person, brs.person)).rejects.toThrow(RestoreAnsweredByOneSide);
    await expect(start(restored)).rejects.toThrow(RestoredBehindCheckpoint);
    await signAtATerminal(url, brs.person);
    await expect(start(restored)).resolves.toBeUndefined();
  });

  it('are found out also by a note that somebody else has kept, though the server’s own is gone', async () => {
    const { latestNote } = sealFolder(log.folder);
    const elsewhere = `${log.folder}/cosigned.note`;
    keepHeldNote(elsewhere, readHeldNote(latestNote) ?? '');
    rmSync(latestNote);
    await expect(start(restored)).resolves.toBeUndefined(); // as if nothing had been: that is what the other note is for
    await expect(start(restored, elsewhere)).rejects.toThrow(RestoredBehindCheckpoint);
    await expect(start(restored, '/nowhere')).rejects.toThrow(/RECOUP_CHECKPOINT/);
  });

  it('do not start out of a backup without a note, and do once one was held against them and answered for', async () => {
    const { latestNote } = sealFolder(log.folder);
    const note = readHeldNote(latestNote) ?? '';
    rmSync(latestNote);
    await expect(start(restored, undefined, true)).rejects.toThrow(RestoredWithoutNote);
    await expect(start(restored, undefined, true)).rejects.toThrow(
      /Copy keys\/log\.key and checkpoints\/latest\.note from the old folder.*RECOUP_CHECKPOINT/s,
    );
    keepHeldNote(latestNote, note);
    await expect(start(restored, undefined, true)).rejects.toThrow(RestoredBehindCheckpoint);
    await expect(start(office.db, undefined, true)).resolves.toBeUndefined(); // restored to the end: nothing is lost
    await inTransaction(sealer, (tx) => signRestoreEvent(tx, { note, reason, key: log.key }, by, wallClock));
    await expect(start(restored, undefined, true)).resolves.toBeUndefined();
    rmSync(latestNote);
    keepHeldNote(`${log.folder}/kept.note`, note);
    await expect(start(restored, `${log.folder}/kept.note`, true)).resolves.toBeUndefined();
  });
});

describe('other books in the place of these', () => {
  it('do not start, be they empty or another log', async () => {
    const other = await Office.open();
    await expect(start(other.db)).rejects.toThrow(RestoredBehindCheckpoint); // empty, and much was published
    const strange = await openedLog(other.books);
    await expect(start(other.db)).rejects.toThrow(CheckpointOfAnotherLog);
    const open = inTransaction(office.db, (tx) =>
      openLog(tx, { keyFile: strange.keyFile, operator: null, clock: wallClock }),
    );
    await expect(open).rejects.toThrow(LogKeyNotRegistered);
    const gone = inTransaction(office.db, (tx) =>
      openLog(tx, { keyFile: '/nowhere/log.key', operator: null, clock: wallClock }),
    );
    await expect(gone).rejects.toThrow(LogKeyMissing);
    await strange.close();
    await other.close();
  });
});

describe('the server', () => {
  it('says that a note could not be kept, and not that nothing was sealed, and keeps it once it can', async () => {
    const { latestNote } = sealFolder(log.folder);
    const said: string[] = [];
    const sealer = await startServerSealing({
      ...{ db: office.db, sealerDb: log.sealer, folder: log.folder, operator: null, clock: wallClock },
      onTrouble: (sentence) => said.push(sentence),
    });
    rmSync(latestNote);
    mkdirSync(join(latestNote, 'in-the-way'), { recursive: true }); // as a full disk would: no note can be put there
    const { number } = await office.agreement();
    await office.invoiced(number);
    await until(() => said.length > 0);
    expect(said).toEqual([
      expect.stringMatching(/^A checkpoint was published, and its note could not be kept.*tried again/),
    ]);
    const { note } = await inSnapshot(office.db, latestPublished);
    rmSync(latestNote, { recursive: true });
    await until(() => existsSync(latestNote));
    await sealer.stop();
    expect(readHeldNote(latestNote)).toBe(note);
    expect(readdirSync(join(log.folder, 'checkpoints'))).toEqual(['latest.note']);
  });

  async function until(holds: () => boolean): Promise<void> {
    for (let tries = 0; tries < 200 && !holds(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  }

  it('keeps the newest published note outside the database, also the one that a killed server has not written', async () => {
    const { latestNote } = sealFolder(log.folder);
    const before = readHeldNote(latestNote);
    await posted('C-2'); // committed and published; its note was never written
    const sealer = await startServerSealing({
      ...{ db: office.db, sealerDb: log.sealer, folder: log.folder, operator: null, clock: wallClock },
      onTrouble: (sentence) => {
        throw new Error(sentence);
      },
    });
    const caughtUp = readHeldNote(latestNote);
    expect(caughtUp).not.toBe(before);
    const { number } = await office.agreement();
    await office.invoiced(number);
    for (let tries = 0; tries < 100 && readHeldNote(latestNote) === caughtUp; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await sealer.stop();
    expect(readHeldNote(latestNote)).toBe((await inSnapshot(office.db, latestPublished)).note);
    expect(readHeldNote(latestNote)).not.toBe(caughtUp);
  });
});
