import { chmodSync, existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { archiveState } from '../../libs/platform/src/backup/archiver.ts';
import { createBackupKey } from '../../libs/platform/src/backup/backup-key.ts';
import { logBytesMost } from '../../libs/platform/src/backup/log-size.ts';
import { archiveWish } from '../../libs/platform/src/engine/archiving.ts';
import { startEngine } from '../../libs/platform/src/engine/index.ts';
import { asked, lastSegment, Shelf, until } from './backup-shelf.ts';
import { backUp, expectRefusal, query, restoreFrom, type Safe } from './backup-stage.ts';
import { ask } from './stage.ts';

jest.setTimeout(60_000);

let shelf: Shelf;
beforeAll(async () => {
  shelf = await Shelf.open();
});
afterEach(() => shelf.stopAll());
afterAll(() => shelf.close());

describe('the archive of the log', () => {
  /** Of a server that has ended. */
  async function archived(): Promise<Safe> {
    const safe = shelf.newSafe();
    const engine = await shelf.start(shelf.copyOfBooks(), safe);
    await query(engine, 'insert into counter values (9, 9)');
    await engine.stop();
    return safe;
  }

  it('that is gone lets posting go on; the backlog is seen, and is caught up with when it is back', async () => {
    const safe = shelf.newSafe();
    const said: string[] = [];
    const engine = await shelf.start(shelf.copyOfBooks(), safe, (sentence) => said.push(sentence));
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

  it('says when the log has grown beyond what it may take of the disk, and when it no longer does', async () => {
    const safe = shelf.newSafe();
    const folder = shelf.copyOfBooks();
    const said: string[] = [];
    const first = await shelf.start(folder, safe);
    const ballast = join(first.place.data, 'pg_wal', 'ballast'); // PostgreSQL passes over what has no name of its own
    await first.stop();
    writeFileSync(ballast, '');
    truncateSync(ballast, logBytesMost); // sparse: it takes no room
    const engine = await shelf.start(folder, safe, (sentence) => said.push(sentence));
    await until(async () => said.some((sentence) => sentence.includes('more than 2.0 GB')));
    expect(archiveState(engine.place)?.warning).toContain('Mend the archive, or make room');
    rmSync(ballast);
    await until(async () => said.at(-1)?.includes('no more of the database') === true);
    expect(archiveState(engine.place)?.warning).toBeNull();
  });

  it('knows the newest base backup of these books, and none of restored ones', async () => {
    const safe = shelf.newSafe();
    const engine = await shelf.start(shelf.copyOfBooks(), safe);
    expect(archiveState(engine.place)?.lastBackup).toBeNull();
    const { id, stop } = await backUp(engine, safe);
    expect(archiveState(engine.place)?.lastBackup).toEqual({ id, at: stop.at });
    await engine.stop();
    const into = shelf.newFolder();
    await restoreFrom(safe, 'latest', into);
    const restored = await shelf.start(into, safe);
    expect(archiveState(restored.place)?.lastBackup).toBeNull();
  });

  it.each(['', '{"begun":"/mnt'])(
    'goes on though its note was cut off when the power went, and reads %j',
    async (left) => {
      const safe = shelf.newSafe();
      const folder = shelf.copyOfBooks();
      const first = await shelf.start(folder, safe);
      await query(first, 'insert into counter values (9, 9)');
      await first.stop();
      const note = join(first.place.root, 'archive-state.json');
      expect(JSON.parse(readFileSync(note, 'utf8'))).toMatchObject({ begun: safe.folder });
      writeFileSync(note, left);
      const before = safe.backups.walNames().length;
      const said: string[] = [];
      const again = await shelf.start(folder, safe, (sentence) => said.push(sentence));
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
    const safe = shelf.newSafe();
    const folder = shelf.copyOfBooks();
    await (await shelf.start(folder, safe)).stop();
    const forgetful = await shelf.start(folder);
    expect(await ask(forgetful, `select current_setting('archive_mode')`)).toBe('on');
    const before = safe.backups.walNames().length;
    await query(forgetful, 'insert into counter values (9, 9)');
    await forgetful.stop();
    expect(safe.backups.walNames().length).toBeGreaterThan(before);

    const ended = await shelf.start(folder, 'off');
    expect(await ask(ended, `select current_setting('archive_mode')`)).toBe('off');
    await ended.stop();
    expect(await ask(await shelf.start(folder), `select current_setting('archive_mode')`)).toBe('off');
  });

  it('takes no other books, and no other key', async () => {
    const others = await archived();
    const fresh = shelf.newFolder();
    await (await shelf.start(fresh)).stop();
    await expectRefusal(startEngine(asked(fresh, others)), 'BACKUP_OF_OTHER_BOOKS', others.folder);
    const key = shelf.newFolder();
    createBackupKey(key);
    const withAnother = asked(shelf.copyOfBooks(), { ...others, key });
    await expectRefusal(startEngine(withAnother), 'BACKUP_KEY_UNUSABLE', others.folder);
    chmodSync(others.key, 0o644);
    await expectRefusal(startEngine(asked(shelf.copyOfBooks(), others)), 'BACKUP_KEY_UNUSABLE', 'chmod 600');
  });

  it('keeps a file that is there already, and refuses another of the same name', async () => {
    const { backups } = await archived();
    const name = lastSegment({ backups });
    const bytes: Buffer[] = [];
    for await (const part of backups.readWal(name)) bytes.push(part);
    await backups.keepWal(name, Buffer.concat(bytes));
    await expectRefusal(backups.keepWal(name, Buffer.from('of another server')), 'BACKUP_OF_OTHER_BOOKS', name);
  });

  it('is not what a server archives to that was started without one', async () => {
    const safe = shelf.newSafe();
    const folder = shelf.copyOfBooks();
    const plain = await shelf.start(folder);
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
