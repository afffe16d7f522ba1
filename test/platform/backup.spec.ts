import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BackupFolder } from '../../libs/platform/src/backup/archive.ts';
import { archiveState } from '../../libs/platform/src/backup/archiver.ts';
import { createBackupKey, readBackupKey } from '../../libs/platform/src/backup/backup-key.ts';
import { namePoint } from '../../libs/platform/src/backup/base-backup.ts';
import { readEncrypted } from '../../libs/platform/src/backup/encrypted-file.ts';
import { pruneBackups, verifyBackups } from '../../libs/platform/src/backup/care.ts';
import { foundBackups, type Manifest } from '../../libs/platform/src/backup/manifest.ts';
import { type ArchiveWish, archiveWish } from '../../libs/platform/src/engine/archiving.ts';
import { roles } from '../../libs/platform/src/roles/roles.ts';
import { type Engine, startEngine } from '../../libs/platform/src/engine/index.ts';
import {
  backUp,
  backupElsewhere,
  cutOff,
  expectRefusal,
  flipOneByte,
  query,
  restoreFrom,
  rowsOf,
  type Safe,
  safeAt,
} from './backup-stage.ts';
import { ask, checkoutFor, endChildren, expectProblem, firstLine, kept } from './stage.ts';

jest.setTimeout(60_000);

const isRoot = process.geteuid?.() === 0;
let shelf: string;
let books: string; // an empty cluster with a table, copied by each test that needs an engine
let whole: Safe; // two backups, a point and the log of one set of books; copied by each test that damages it
let first: Manifest;
let second: Manifest;
let folders = 0;
const engines: Engine[] = [];

beforeAll(async () => {
  shelf = realpathSync(mkdtempSync(join(tmpdir(), 'recoup-backup-')));
  chmodSync(shelf, 0o755);
  books = join(shelf, 'template');
  const bare = await startEngine({ folder: books, durable: true });
  await query(bare, 'create table counter (writer int, n int, primary key (writer, n))');
  await bare.stop();

  whole = safeAt(shelf, 'whole');
  const engine = await start(copyOf(books), whole);
  await query(engine, 'insert into counter values (1, 1)');
  first = await backUp(engine, whole);
  await query(engine, 'insert into counter values (1, 2)');
  await point(engine, whole, 'noon');
  await query(engine, 'insert into counter values (1, 3)');
  second = await backUp(engine, whole);
  await query(engine, 'insert into counter values (1, 4)');
  await query(engine, 'select pg_switch_wal()');
  await query(engine, 'insert into counter values (1, 5)');
  await engine.stop();
  engines.splice(0);
});

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
  endChildren();
});

afterAll(() => rmSync(shelf, { recursive: true, force: true }));

describe('a backup', () => {
  it('says what it is, and holds each file but what a start makes anew', () => {
    expect(first).toMatchObject({ format: 1, postgresMajor: '18', timeline: 1, productVersion: '0.0.0' });
    expect(first.postgres).toMatch(/^PostgreSQL 18\.\d+$/);
    expect(first.systemIdentifier).toMatch(/^\d{19}$/);
    const paths = first.files.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['secret', 'data/PG_VERSION', 'data/backup_label']));
    expect(paths.at(-2)).toBe('data/global/pg_control');
    expect(paths.filter((path) => /^data\/(pg_wal|pg_replslot|pg_notify|postmaster)/.test(path))).toEqual([]);
    expect(first.folders).toEqual(expect.arrayContaining(['data/pg_wal', 'data/pg_notify', 'data/pg_tblspc']));
  });

  it('is read back whole, with its log and without a finding', async () => {
    const verified = await verifyBackups(whole.backups, () => undefined);
    expect(verified).toMatchObject({ backups: 2, findings: [] });
    expect(verified.walFiles).toBeGreaterThan(4);
  });

  it('tells nothing to whoever has no key: no name of a table, a file or a point', () => {
    for (const path of filesBelow(whole.folder)) {
      const bytes = readFileSync(join(whole.folder, path));
      expect(bytes.toString('latin1', 0, 8)).toBe('RECOUPBK');
      for (const word of ['counter', 'pg_control', 'noon', 'SCRAM']) expect(bytes.includes(word)).toBe(false);
    }
  });

  it('restores what was there by the moment, the point and the end', async () => {
    const between = new Date(Date.parse(first.stop.at) + 1).toISOString(); // before the row 2 was even sent
    for (const [to, rows] of [
      ['name:noon', ['1:1', '1:2']],
      ['latest', ['1:1', '1:2', '1:3', '1:4', '1:5']],
      [between, ['1:1']],
    ] as const) {
      const into = newFolder();
      await restoreFrom(whole, to, into);
      expect(await rowsOf(await start(into))).toEqual(new Set(rows));
    }
  });
});

describe('a damaged backup', () => {
  let safe: Safe;
  beforeEach(() => {
    safe = copyOfSafe();
  });

  it('is refused wherever a byte is flipped, in any of its files', async () => {
    const names = filesBelow(safe.folder).map((path) => path.replace(/\.rbk$/, ''));
    expect(names.length).toBeGreaterThan(9);
    for (const name of names) {
      const path = safe.backups.file(name);
      const { size } = statSync(path);
      for (const at of [0, 20, 40, 70, Math.floor(size / 2), size - 1]) {
        flipOneByte(path, at);
        await expect(readThrough(path, name)).rejects.toThrow(path);
        flipOneByte(path, at);
      }
      await readThrough(path, name); // two flips are none: it was this byte
    }

    async function readThrough(path: string, name: string): Promise<void> {
      for await (const part of readEncrypted(path, { name, key: safe.backups.key })) expect(part).toBeDefined();
    }
  });

  it('is seen by verify in each of its files, and each of them is named', async () => {
    const names = filesBelow(safe.folder).filter(
      (path) =>
        path !== 'books.rbk' && path !== `base/${second.id}/data.rbk` && path !== `base/${first.id}/manifest.rbk`,
    );
    for (const name of names) flipOneByte(join(safe.folder, name), 70);
    const { findings } = await verifyBackups(safe.backups, () => undefined);
    const sentences = findings.map(({ sentence }) => sentence).join('\n');
    for (const name of names) expect(sentences).toContain(join(safe.folder, name));
  });

  it.each([
    ['books.rbk', 'latest'],
    ['base/SECOND/data.rbk', 'latest'],
    ['base/SECOND/manifest.rbk', 'latest'],
    ['points/noon.rbk', 'name:noon'],
    ['last.rbk', 'latest'],
    ['wal/LAST.rbk', 'latest'],
  ])('is not restored with a flipped byte in %s', async (name, to) => {
    const path = join(safe.folder, name.replace('SECOND', second.id).replace('LAST', lastSegment(safe)));
    flipOneByte(path, 70);
    await expectRefusalAndNoTrace(safe, to, 'BACKUP_DAMAGED', path);
  });

  it.each(['base/SECOND/data.rbk', 'base/SECOND/manifest.rbk', 'wal/LAST.rbk'])(
    'is not restored with a cut %s',
    async (name) => {
      const path = join(safe.folder, name.replace('SECOND', second.id).replace('LAST', lastSegment(safe)));
      cutOff(path, 1);
      await expectRefusalAndNoTrace(safe, 'latest', 'BACKUP_DAMAGED', path);
    },
  );

  it('is not restored where a chunk is cut off at its edge', async () => {
    const path = join(safe.folder, 'base', second.id, 'data.rbk');
    cutOff(path, (statSync(path).size - 64) % (1024 * 1024 + 16));
    await expectRefusalAndNoTrace(safe, 'latest', 'BACKUP_DAMAGED', path);
  });

  it('is not restored with the manifest of another backup', async () => {
    const [theirs, ours] = [first, second].map(({ id }) => join(safe.folder, 'base', id, 'manifest.rbk'));
    copyFileSync(theirs ?? '', ours ?? '');
    await expectRefusalAndNoTrace(safe, 'latest', 'BACKUP_DAMAGED', ours ?? '');
  });

  it('is not restored with the data of another backup', async () => {
    const [theirs, ours] = [first, second].map(({ id }) => join(safe.folder, 'base', id, 'data.rbk'));
    copyFileSync(theirs ?? '', ours ?? '');
    await expectRefusalAndNoTrace(safe, 'latest', 'BACKUP_DAMAGED', ours ?? '');
  });

  it('is not restored with one file of the log under the name of another', async () => {
    const wal = (name: string) => join(safe.folder, 'wal', `${name}.rbk`);
    copyFileSync(wal('000000010000000000000003'), wal(lastSegment(safe)));
    await expectRefusalAndNoTrace(safe, 'latest', 'BACKUP_DAMAGED', lastSegment(safe));
  });

  it('is restored from an older base backup where that one is whole', async () => {
    flipOneByte(join(safe.folder, 'base', second.id, 'data.rbk'));
    const into = newFolder();
    await restoreFrom(safe, 'latest', into, first.id);
    expect((await rowsOf(await start(into))).size).toBe(5);
  });
});

describe('a log with a file missing', () => {
  let safe: Safe;
  beforeEach(() => {
    safe = copyOfSafe();
  });

  it('in the middle or at its end is not replayed to the end: the file is named, and nothing is left behind', async () => {
    const names = safe.backups.walNames().filter((name) => /^[0-9A-F]{24}$/.test(name) && name > segmentOf(second));
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) {
      const damaged = copyOfSafe();
      rmSync(join(damaged.folder, 'wal', `${name}.rbk`));
      await expectRefusalAndNoTrace(damaged, 'latest', 'BACKUP_INCOMPLETE', name);
      const { findings } = await verifyBackups(damaged.backups, () => undefined);
      expect(findings.map(({ sentence }) => sentence).join()).toContain(name);
    }
  });

  it('before a moment is named once PostgreSQL has come that far', async () => {
    const gone = segmentAfter(first, safe);
    rmSync(join(safe.folder, 'wal', `${gone}.rbk`));
    const into = newFolder();
    const work = restoreFrom(safe, new Date(Date.parse(second.stop.at) - 1).toISOString(), into);
    await expectRefusal(work, 'BACKUP_INCOMPLETE', gone);
    expect(existsSync(into)).toBe(false);
  });

  it('is replayed up to a point before the hole', async () => {
    rmSync(join(safe.folder, 'wal', `${lastSegment(safe)}.rbk`));
    await restoreFrom(safe, 'name:noon', newFolder());
  });
});

describe('a restore', () => {
  it('is refused with another key', async () => {
    const other = new BackupFolder(whole.folder, createBackupKey(join(shelf, 'another-key')));
    await expectRefusalAndNoTrace({ ...whole, backups: other }, 'latest', 'BACKUP_KEY_UNUSABLE', whole.backups.key.id);
  });

  it('overwrites nothing', async () => {
    const into = newFolder();
    mkdirSync(into);
    writeFileSync(join(into, 'note'), 'the last copy of something');
    await expectRefusal(restoreFrom(whole, 'latest', into), 'RESTORE_FOLDER_TAKEN', into);
    expect(readdirSync(into)).toEqual(['note']);
  });

  it('knows the points there are', async () => {
    await expectRefusalAndNoTrace(whole, 'name:midnight', 'RESTORE_TARGET_UNKNOWN', 'noon');
  });

  it('to a moment before all backups, or after all of the log, says how far they reach', async () => {
    await expectRefusalAndNoTrace(whole, '2020-01-01T00:00:00Z', 'RESTORE_TARGET_UNKNOWN', first.stop.at);
    await expectRefusalAndNoTrace(whole, '2999-01-01T00:00:00Z', 'RESTORE_TARGET_UNKNOWN', 'last transaction');
  });

  it('that was interrupted leaves a folder that no start takes for books', async () => {
    const into = newFolder();
    mkdirSync(join(into, 'restoring', 'data'), { recursive: true });
    await expectProblem(startEngine({ folder: into, durable: true }), 'was interrupted', 'restore again');
  });
});

describe('a backup that is under way', () => {
  it('keeps a second one out; killed, it leaves the server as it was and half a backup that nobody takes for one', async () => {
    const safe = safeAt(shelf, `safe${(folders += 1)}`);
    const engine = await start(copyOf(books), safe);
    const running = await backupElsewhere(engine, safe);
    await expectRefusal(backUp(engine, safe), 'BACKUP_RUNS_ALREADY', safe.folder);
    await expectRefusal(pruneBackups(safe.backups, { keep: 1, dryRun: false }), 'BACKUP_RUNS_ALREADY');
    await running.kill();

    await query(engine, 'insert into counter values (7, 7)');
    await until(async () => (await backupSessions(engine)) === '0');
    const [half] = await foundBackups(safe.backups);
    expect(half).toMatchObject({ manifest: null });
    await expectRefusalAndNoTrace(safe, 'latest', 'RESTORE_TARGET_UNKNOWN', 'no finished base backup');
    const named = restoreFrom(safe, 'latest', newFolder(), half?.id);
    await expectRefusal(named, 'BACKUP_INCOMPLETE', half?.id ?? '', 'interrupted');
    const { findings } = await verifyBackups(safe.backups, () => undefined);
    expect(findings).toEqual([expect.objectContaining({ name: `base/${half?.id ?? ''}`, code: 'BACKUP_INCOMPLETE' })]);

    const next = await backUp(engine, safe);
    expect((await pruneBackups(safe.backups, { keep: 5, dryRun: true })).backups).toEqual([half?.id]);
    expect((await pruneBackups(safe.backups, { keep: 5, dryRun: false })).backups).toEqual([half?.id]);
    expect((await foundBackups(safe.backups)).map(({ id }) => id)).toEqual([next.id]);
    expect((await verifyBackups(safe.backups, () => undefined)).findings).toEqual([]);
  });

  const backupSessions = (engine: Engine) =>
    ask(engine, `select count(*) from pg_stat_activity where application_name = 'recoup backup'`);
});

describe('a role that may do four things', () => {
  const four =
    'pg_backup_start(text, boolean), pg_backup_stop(boolean), pg_switch_wal(), pg_create_restore_point(text)';

  it('is enough for a backup and a point, and reads no table; without them it may do neither', async () => {
    const safe = safeAt(shelf, `safe${(folders += 1)}`);
    const engine = await start(copyOf(books), safe);
    // Nobody else is let in at the door.
    const { user, password } = engine.loginOf(roles.backup);
    await query(engine, `create role ${user} login password '${password}'`);
    const keeper = { ...engine, connection: { ...engine.connection, user, password } };
    await expect(backUp(keeper, safe)).rejects.toThrow('permission denied for function pg_backup_start');
    await expect(point(keeper, safe, 'early')).rejects.toThrow('permission denied');

    await query(engine, `grant execute on function ${four} to ${user}`);
    const { id } = await backUp(keeper, safe);
    await point(keeper, safe, 'late');
    await expect(query(keeper, 'select * from counter')).rejects.toThrow('permission denied for table counter');
    expect((await foundBackups(safe.backups)).at(-1)).toMatchObject({ id });
    await restoreFrom(safe, 'name:late', newFolder());
  });
});

describe('old backups', () => {
  it('go, and what is kept is restored as before', async () => {
    const safe = copyOfSafe();
    const before = safe.backups.walNames().length;
    const pruned = await pruneBackups(safe.backups, { keep: 1, dryRun: false });
    expect(pruned).toMatchObject({ backups: [first.id], points: ['noon'] });
    expect(pruned.freedBytes).toBeGreaterThan(0);
    expect(safe.backups.walNames().length).toBe(before - pruned.walFiles);
    expect(pruned.walFiles).toBeGreaterThan(0);
    expect((await verifyBackups(safe.backups, () => undefined)).findings).toEqual([]);
    const into = newFolder();
    await restoreFrom(safe, 'latest', into);
    expect((await rowsOf(await start(into))).size).toBe(5);
  });

  it('stay, all of them, where one cannot be read: what it needs is not known', async () => {
    const safe = copyOfSafe();
    flipOneByte(join(safe.folder, 'base', second.id, 'manifest.rbk'));
    await expectRefusal(pruneBackups(safe.backups, { keep: 1, dryRun: false }), 'BACKUP_DAMAGED', second.id);
    expect(readdirSync(join(safe.folder, 'base')).length).toBe(2);
  });
});

describe('the archive of the log', () => {
  it('that is gone lets posting go on; the backlog is seen, and is caught up with when it is back', async () => {
    const safe = safeAt(shelf, `safe${(folders += 1)}`);
    const said: string[] = [];
    const engine = await start(copyOf(books), safe, (sentence) => said.push(sentence));
    renameSync(safe.folder, `${safe.folder}-gone`);
    for (let n = 1; n <= 3; n += 1) {
      await query(engine, `insert into counter values (8, ${n})`);
      await query(engine, 'select pg_switch_wal()');
    }
    await until(async () => archiveState(engine.place)?.trouble !== null);
    const state = archiveState(engine.place);
    expect(state).toMatchObject({
      folder: safe.folder,
      trouble: { sentence: expect.stringContaining('Posting goes on') },
    });
    expect(state?.waiting).toBeGreaterThanOrEqual(3);
    expect(state?.waitingBytes).toBeGreaterThanOrEqual(3 * 16 * 1024 * 1024);
    expect(existsSync(safe.folder)).toBe(false); // an empty mount point is not begun as a new archive
    await expectRefusal(backUp(engine, safe), 'BACKUP_TARGET_UNUSABLE', 'mounted');

    renameSync(`${safe.folder}-gone`, safe.folder);
    await until(async () => archiveState(engine.place)?.trouble === null);
    expect(archiveState(engine.place)).toMatchObject({ waiting: 0, trouble: null });
    expect(said.filter((sentence) => /log/.test(sentence))).toEqual([
      expect.stringContaining('cannot be archived'),
      'The log is archived again.',
    ]);
    await backUp(engine, safe);
  });

  it.each(['', '{"begun":"/mnt'])(
    'goes on though its note was cut off when the power went, and reads %j',
    async (left) => {
      const safe = safeAt(shelf, `safe${(folders += 1)}`);
      const folder = copyOf(books);
      const first = await start(folder, safe);
      await query(first, 'insert into counter values (9, 9)');
      await first.stop();
      const note = join(first.place.root, 'archive-state.json');
      expect(JSON.parse(readFileSync(note, 'utf8'))).toMatchObject({ begun: safe.folder });
      writeFileSync(note, left);
      const before = safe.backups.walNames().length;
      const said: string[] = [];
      const again = await start(folder, safe, (sentence) => said.push(sentence));
      writeFileSync(note, left); // also under the eyes of the archiver
      await query(again, 'insert into counter values (9, 10)');
      await query(again, 'select pg_switch_wal()');
      await until(async () => safe.backups.walNames().length > before);
      await again.stop();
      expect(said.filter((sentence) => /cannot be archived/.test(sentence))).toEqual([]);
      expect(JSON.parse(readFileSync(note, 'utf8'))).toMatchObject({ lastArchived: { name: expect.any(String) } });
    },
  );

  it('is remembered with the books, so that a start without the setting leaves no hole', async () => {
    const safe = safeAt(shelf, `safe${(folders += 1)}`);
    const folder = copyOf(books);
    await (await start(folder, safe)).stop();
    const forgetful = await start(folder);
    expect(await ask(forgetful, `select current_setting('archive_mode')`)).toBe('on');
    const before = safe.backups.walNames().length;
    await query(forgetful, 'insert into counter values (9, 9)');
    await forgetful.stop();
    expect(safe.backups.walNames().length).toBeGreaterThan(before);

    const ended = await start(folder, 'off');
    expect(await ask(ended, `select current_setting('archive_mode')`)).toBe('off');
    await ended.stop();
    expect(await ask(await start(folder), `select current_setting('archive_mode')`)).toBe('off');
  });

  it('takes no other books, and no other key', async () => {
    const others = copyOfSafe();
    const fresh = newFolder();
    await (await start(fresh)).stop();
    await expectRefusal(startEngine(asked(fresh, others)), 'BACKUP_OF_OTHER_BOOKS', others.folder);
    const key = join(shelf, `key${(folders += 1)}`);
    createBackupKey(key);
    await expectRefusal(startEngine(asked(copyOf(books), { ...others, key })), 'BACKUP_KEY_UNUSABLE', others.folder);
    chmodSync(others.key, 0o644);
    await expectRefusal(startEngine(asked(copyOf(books), others)), 'BACKUP_KEY_UNUSABLE', 'chmod 600');
  });

  it('keeps a file that is there already, and refuses another of the same name', async () => {
    const { backups } = copyOfSafe();
    const name = lastSegment({ backups });
    const bytes: Buffer[] = [];
    for await (const part of backups.readWal(name)) bytes.push(part);
    await backups.keepWal(name, Buffer.concat(bytes));
    await expectRefusal(backups.keepWal(name, Buffer.from('of another server')), 'BACKUP_OF_OTHER_BOOKS', name);
  });

  it('is not what a server archives to that was started without one', async () => {
    const safe = safeAt(shelf, `safe${(folders += 1)}`);
    const folder = copyOf(books);
    const plain = await start(folder);
    const joined = await startEngine(asked(folder, safe));
    expect(joined.archive).toBeNull();
    expect(await ask(plain, `select current_setting('archive_mode')`)).toBe('off');
  });
});

describe('the two settings of a backup', () => {
  it.each([
    [undefined, undefined, undefined],
    ['off', undefined, 'off'],
    ['/mnt/safe', 'backup.key', { folder: '/mnt/safe', key: '/srv/recoup/backup.key' }],
    ['safe', '/etc/backup.key', { folder: '/srv/recoup/safe', key: '/etc/backup.key' }],
    ['/mnt/safe', undefined, 'no key'],
    ['', '/etc/backup.key', 'no key'],
  ])('folder %s and key %s stand for %j', (folder, key, wish) => {
    expect(archiveWish({ folder, key }, '/srv/recoup')).toEqual(wish);
  });
});

describe('an ordinary user', () => {
  it('backs up and restores without being root', async () => {
    const id = 65_534;
    const user = isRoot ? { uid: id, gid: id } : {};
    const home = newFolder();
    mkdirSync(home);
    if (isRoot) chownSync(home, id, id);
    const checkout = checkoutFor(user, shelf);
    const face = (name: string) => JSON.stringify(pathToFileURL(join(checkout.root, 'libs/platform/src', name)).href);
    const program = `
      import { BackupFolder, createBackupKey, parseRestoreTarget, restore, takeBackup } from ${face('backup/index.ts')};
      import { startEngine } from ${face('engine/index.ts')};
      process.chdir(${JSON.stringify(home)});
      const at = (name) => ${JSON.stringify(home)} + '/' + name;
      const folder = new BackupFolder(at('backup'), createBackupKey(at('key')));
      const engine = await startEngine({ folder: at('books'), durable: true, archive: { folder: at('backup'), key: at('key') } });
      const { place, connection } = engine;
      await takeBackup({ place, connection, folder, productVersion: '0.0.0', onProgress: () => undefined });
      await engine.stop();
      await restore({ from: folder, to: parseRestoreTarget('latest'), into: at('restored'), onProgress: () => undefined });
      const restored = await startEngine({ folder: at('restored'), durable: true });
      await restored.stop();
      console.log(restored.version);`;
    const child = kept(
      spawn(checkout.node, ['--no-warnings', '--input-type=module', '-e', program], {
        ...user,
        cwd: '/',
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
    expect(await firstLine(child)).toMatch(/^PostgreSQL 18/);
    expect(statSync(join(home, 'backup', 'books.rbk')).uid).toBe(isRoot ? id : process.geteuid?.());
  });
});

// --- folders, engines and backups that are cleared away

function asked(folder: string, archive: Exclude<ArchiveWish, undefined>) {
  const wish = archive === 'off' ? archive : { folder: archive.folder, key: archive.key };
  return { folder, durable: true, archive: wish };
}

async function start(
  folder: string,
  archive?: ArchiveWish,
  onProgress: (sentence: string) => void = () => undefined,
): Promise<Engine> {
  const wished = archive === undefined ? { folder, durable: true } : asked(folder, archive);
  const engine = await startEngine({ ...wished, onProgress });
  engines.push(engine);
  return engine;
}

async function point(engine: Engine, safe: Safe, name: string): Promise<void> {
  await namePoint({ place: engine.place, folder: safe.backups, connection: engine.connection }, name);
}

async function expectRefusalAndNoTrace(
  safe: Pick<Safe, 'backups'>,
  to: string,
  ...refusal: [Parameters<typeof expectRefusal>[1], ...string[]]
): Promise<void> {
  const into = newFolder();
  await expectRefusal(restoreFrom(safe, to, into), ...refusal);
  expect(existsSync(into)).toBe(false);
}

function newFolder(): string {
  return join(shelf, `folder${(folders += 1)}`);
}

function copyOf(template: string): string {
  const folder = newFolder();
  mkdirSync(folder);
  expect(spawnSync('cp', ['-a', join(template, 'cluster'), folder]).status).toBe(0);
  return folder;
}

function copyOfSafe(): Safe {
  const home = newFolder();
  mkdirSync(home);
  const [folder, key] = [join(home, 'backup'), join(home, 'key')];
  cpSync(whole.folder, folder, { recursive: true });
  copyFileSync(whole.key, key);
  chmodSync(key, 0o600);
  return { folder, key, backups: new BackupFolder(folder, readBackupKey(key)) };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
}

function segments({ backups }: Pick<Safe, 'backups'>): string[] {
  return backups.walNames().filter((name) => /^[0-9A-F]{24}$/.test(name));
}

function lastSegment(safe: Pick<Safe, 'backups'>): string {
  return segments(safe).at(-1) ?? '';
}

/** The segment that a backup of these small books begins in. */
function segmentOf({ start }: Manifest): string {
  const [, low = ''] = start.lsn.split('/');
  return `0000000100000000000000${low.padStart(8, '0').slice(0, 2)}`;
}

function segmentAfter(manifest: Manifest, safe: Safe): string {
  return segments(safe).find((name) => name > segmentOf(manifest)) ?? '';
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('it did not come about within 20 s');
    await pause(50);
  }
}
