import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { pruneBackups, verifyBackups } from '../../libs/platform/src/backup/care.ts';
import { foundBackups } from '../../libs/platform/src/backup/manifest.ts';
import type { Engine } from '../../libs/platform/src/engine/index.ts';
import { withBackups } from '../../libs/platform/src/with-backups.ts';
import { roles } from '../../libs/platform/src/roles/roles.ts';
import { filesBelow, point, Shelf, until, type Whole } from './backup-shelf.ts';
import { backUp, backupElsewhere, expectRefusal, flipOneByte, query, restoreFrom, rowsOf } from './backup-stage.ts';
import { ask, checkoutFor, firstLine, kept } from './stage.ts';

jest.setTimeout(60_000);

const isRoot = process.geteuid?.() === 0;
let shelf: Shelf;
let whole: Whole; // copied by each test that damages it
beforeAll(async () => {
  shelf = await Shelf.open();
  whole = await shelf.backedUp();
});
afterEach(() => shelf.stopAll());
afterAll(() => shelf.close());

describe('a backup', () => {
  it('says what it is, and holds each file but what a start makes anew', () => {
    expect(whole.first).toMatchObject({ format: 1, postgresMajor: '18', timeline: 1, productVersion: '0.0.0' });
    expect(whole.first.postgres).toMatch(/^PostgreSQL 18\.\d+$/);
    expect(whole.first.systemIdentifier).toMatch(/^\d{19}$/);
    const paths = whole.first.files.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['secret', 'data/PG_VERSION', 'data/backup_label']));
    expect(paths.at(-2)).toBe('data/global/pg_control');
    expect(paths.filter((path) => /^data\/(pg_wal|pg_replslot|pg_notify|postmaster)/.test(path))).toEqual([]);
    expect(whole.first.folders).toEqual(expect.arrayContaining(['data/pg_wal', 'data/pg_notify', 'data/pg_tblspc']));
  });

  it('is read back whole, with its log and without a finding', async () => {
    const verified = await verifyBackups(whole.safe.backups, () => undefined);
    expect(verified).toMatchObject({ backups: 2, findings: [] });
    expect(verified.walFiles).toBeGreaterThan(4);
  });

  it('tells nothing to whoever has no key: no name of a table, a file or a point', () => {
    for (const path of filesBelow(whole.safe.folder)) {
      const bytes = readFileSync(join(whole.safe.folder, path));
      expect(bytes.toString('latin1', 0, 8)).toBe('RECOUPBK');
      for (const word of ['counter', 'pg_control', 'noon', 'SCRAM']) expect(bytes.includes(word)).toBe(false);
    }
  });

  it('restores what was there by the moment, the point and the end', async () => {
    const between = new Date(Date.parse(whole.first.stop.at) + 1).toISOString(); // before the row 2 was even sent
    for (const [to, rows] of [
      ['name:noon', ['1:1', '1:2']],
      ['latest', ['1:1', '1:2', '1:3', '1:4', '1:5']],
      [between, ['1:1']],
    ] as const) {
      const into = shelf.newFolder();
      await restoreFrom(whole.safe, to, into);
      expect(await rowsOf(await shelf.start(into))).toEqual(new Set(rows));
    }
  });
});

describe('a backup that is under way', () => {
  it('keeps a second one out; killed, it leaves the server as it was and half a backup that nobody takes for one', async () => {
    const safe = shelf.newSafe();
    const engine = await shelf.start(shelf.copyOfBooks(), safe);
    const running = await backupElsewhere(engine, safe);
    await expectRefusal(backUp(engine, safe), 'BACKUP_RUNS_ALREADY', safe.folder);
    await expectRefusal(pruneBackups(safe.backups, { keep: 1, dryRun: false }), 'BACKUP_RUNS_ALREADY');
    await running.kill();

    await query(engine, 'insert into counter values (7, 7)');
    await until(async () => (await backupSessions(engine)) === '0');
    const [half] = await foundBackups(safe.backups);
    expect(half).toMatchObject({ manifest: null });
    await shelf.expectRefusalAndNoTrace(safe, 'latest', 'RESTORE_TARGET_UNKNOWN', 'no finished base backup');
    const named = restoreFrom(safe, 'latest', shelf.newFolder(), half?.id);
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

describe('a backup where there is none to be made', () => {
  it('is refused: of no books, and of books whose log is not archived', async () => {
    const folder = shelf.newFolder();
    const work = () => Promise.reject(new Error('It was begun.'));
    const asked = { archive: undefined, onProgress: () => undefined };
    await expectRefusal(withBackups({ ...asked, folder }, work), 'BACKUP_NOT_CONFIGURED', folder);
    expect(existsSync(folder)).toBe(false);
    const books = shelf.copyOfBooks();
    await expectRefusal(
      withBackups({ ...asked, folder: books }, work),
      'BACKUP_NOT_CONFIGURED',
      'RECOUP_BACKUP_FOLDER',
    );
  });
});

describe('a role that may do four things', () => {
  const four =
    'pg_backup_start(text, boolean), pg_backup_stop(boolean), pg_switch_wal(), pg_create_restore_point(text)';

  it('is enough for a backup and a point, and reads no table; without them it may do neither', async () => {
    const safe = shelf.newSafe();
    const engine = await shelf.start(shelf.copyOfBooks(), safe);
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
    await restoreFrom(safe, 'name:late', shelf.newFolder());
  });
});

describe('old backups', () => {
  it('go, and what is kept is restored as before', async () => {
    const safe = shelf.copyOfSafe(whole.safe);
    const before = safe.backups.walNames().length;
    const pruned = await pruneBackups(safe.backups, { keep: 1, dryRun: false });
    expect(pruned).toMatchObject({ backups: [whole.first.id], points: ['noon'] });
    expect(pruned.freedBytes).toBeGreaterThan(0);
    expect(safe.backups.walNames().length).toBe(before - pruned.walFiles);
    expect(pruned.walFiles).toBeGreaterThan(0);
    expect((await verifyBackups(safe.backups, () => undefined)).findings).toEqual([]);
    const into = shelf.newFolder();
    await restoreFrom(safe, 'latest', into);
    expect((await rowsOf(await shelf.start(into))).size).toBe(5);
  });

  it('stay, all of them, where one cannot be read: what it needs is not known', async () => {
    const safe = shelf.copyOfSafe(whole.safe);
    flipOneByte(join(safe.folder, 'base', whole.second.id, 'manifest.rbk'));
    await expectRefusal(pruneBackups(safe.backups, { keep: 1, dryRun: false }), 'BACKUP_DAMAGED', whole.second.id);
    expect(readdirSync(join(safe.folder, 'base')).length).toBe(2);
  });
});

describe('an ordinary user', () => {
  it('backs up and restores without being root', async () => {
    const id = 65_534;
    const user = isRoot ? { uid: id, gid: id } : {};
    const home = shelf.newFolder();
    mkdirSync(home);
    if (isRoot) chownSync(home, id, id);
    const checkout = checkoutFor(user, shelf.path);
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
