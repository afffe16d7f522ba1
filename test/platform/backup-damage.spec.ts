import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BackupFolder } from '../../libs/platform/src/backup/archive.ts';
import { createBackupKey } from '../../libs/platform/src/backup/backup-key.ts';
import { verifyBackups } from '../../libs/platform/src/backup/care.ts';
import { readEncrypted } from '../../libs/platform/src/backup/encrypted-file.ts';
import { restore } from '../../libs/platform/src/backup/restore.ts';
import { parseRestoreTarget } from '../../libs/platform/src/backup/restore-target.ts';
import type { Manifest } from '../../libs/platform/src/backup/manifest.ts';
import { serverAccount } from '../../libs/platform/src/engine/account.ts';
import { startEngine } from '../../libs/platform/src/engine/index.ts';
import { findPlace } from '../../libs/platform/src/engine/place.ts';
import { readProcessFile } from '../../libs/platform/src/engine/process-file.ts';
import { isGoneWithin, runningProcess, signal } from '../../libs/platform/src/engine/processes.ts';
import { filesBelow, lastSegment, segments, Shelf, type Whole } from './backup-shelf.ts';
import {
  cutOff,
  expectRefusal,
  flipOneByte,
  restoreElsewhere,
  restoreFrom,
  rowsOf,
  type Safe,
} from './backup-stage.ts';
import { expectProblem } from './stage.ts';

jest.setTimeout(60_000);

let shelf: Shelf;
let whole: Whole; // copied by each test that damages it
beforeAll(async () => {
  shelf = await Shelf.open();
  whole = await shelf.backedUp();
});
afterEach(() => shelf.stopAll());
afterAll(() => shelf.close());

describe('a damaged backup', () => {
  let safe: Safe;
  beforeEach(() => {
    safe = shelf.copyOfSafe(whole.safe);
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
        path !== 'books.rbk' &&
        path !== `base/${whole.second.id}/data.rbk` &&
        path !== `base/${whole.first.id}/manifest.rbk`,
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
    const path = join(safe.folder, name.replace('SECOND', whole.second.id).replace('LAST', lastSegment(safe)));
    flipOneByte(path, 70);
    await shelf.expectRefusalAndNoTrace(safe, to, 'BACKUP_DAMAGED', path);
  });

  it.each(['base/SECOND/data.rbk', 'base/SECOND/manifest.rbk', 'wal/LAST.rbk'])(
    'is not restored with a cut %s',
    async (name) => {
      const path = join(safe.folder, name.replace('SECOND', whole.second.id).replace('LAST', lastSegment(safe)));
      cutOff(path, 1);
      await shelf.expectRefusalAndNoTrace(safe, 'latest', 'BACKUP_DAMAGED', path);
    },
  );

  it('is not restored where a chunk is cut off at its edge', async () => {
    const path = join(safe.folder, 'base', whole.second.id, 'data.rbk');
    cutOff(path, (statSync(path).size - 64) % (1024 * 1024 + 16));
    await shelf.expectRefusalAndNoTrace(safe, 'latest', 'BACKUP_DAMAGED', path);
  });

  it('is not restored with the manifest of another backup', async () => {
    const [theirs, ours] = [whole.first, whole.second].map(({ id }) => join(safe.folder, 'base', id, 'manifest.rbk'));
    copyFileSync(theirs ?? '', ours ?? '');
    await shelf.expectRefusalAndNoTrace(safe, 'latest', 'BACKUP_DAMAGED', ours ?? '');
  });

  it('is not restored with the data of another backup', async () => {
    const [theirs, ours] = [whole.first, whole.second].map(({ id }) => join(safe.folder, 'base', id, 'data.rbk'));
    copyFileSync(theirs ?? '', ours ?? '');
    await shelf.expectRefusalAndNoTrace(safe, 'latest', 'BACKUP_DAMAGED', ours ?? '');
  });

  it('is not restored with one file of the log under the name of another', async () => {
    const wal = (name: string) => join(safe.folder, 'wal', `${name}.rbk`);
    copyFileSync(wal('000000010000000000000003'), wal(lastSegment(safe)));
    await shelf.expectRefusalAndNoTrace(safe, 'latest', 'BACKUP_DAMAGED', lastSegment(safe));
  });

  it('is restored from an older base backup where that one is whole', async () => {
    flipOneByte(join(safe.folder, 'base', whole.second.id, 'data.rbk'));
    const into = shelf.newFolder();
    await restoreFrom(safe, 'latest', into, whole.first.id);
    expect((await rowsOf(await shelf.start(into))).size).toBe(5);
  });
});

describe('a log with a file missing', () => {
  let safe: Safe;
  beforeEach(() => {
    safe = shelf.copyOfSafe(whole.safe);
  });

  it('in the middle or at its end is not replayed to the end: the file is named, and nothing is left behind', async () => {
    const names = safe.backups
      .walNames()
      .filter((name) => /^[0-9A-F]{24}$/.test(name) && name > segmentOf(whole.second));
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) {
      const damaged = shelf.copyOfSafe(whole.safe);
      rmSync(join(damaged.folder, 'wal', `${name}.rbk`));
      await shelf.expectRefusalAndNoTrace(damaged, 'latest', 'BACKUP_INCOMPLETE', name);
      const { findings } = await verifyBackups(damaged.backups, () => undefined);
      expect(findings.map(({ sentence }) => sentence).join()).toContain(name);
    }
  });

  it('before a moment is named once PostgreSQL has come that far', async () => {
    const gone = segmentAfter(whole.first, safe);
    rmSync(join(safe.folder, 'wal', `${gone}.rbk`));
    const into = shelf.newFolder();
    const work = restoreFrom(safe, new Date(Date.parse(whole.second.stop.at) - 1).toISOString(), into);
    await expectRefusal(work, 'BACKUP_INCOMPLETE', gone);
    expect(existsSync(into)).toBe(false);
  });

  it('is replayed up to a point before the hole', async () => {
    rmSync(join(safe.folder, 'wal', `${lastSegment(safe)}.rbk`));
    await restoreFrom(safe, 'name:noon', shelf.newFolder());
  });
});

describe('a restore', () => {
  it('is refused with another key', async () => {
    const other = new BackupFolder(whole.safe.folder, createBackupKey(shelf.newFolder()));
    await shelf.expectRefusalAndNoTrace(
      { ...whole.safe, backups: other },
      'latest',
      'BACKUP_KEY_UNUSABLE',
      whole.safe.backups.key.id,
    );
  });

  it('overwrites nothing', async () => {
    const into = shelf.newFolder();
    mkdirSync(into);
    writeFileSync(join(into, 'note'), 'the last copy of something');
    await expectRefusal(restoreFrom(whole.safe, 'latest', into), 'RESTORE_FOLDER_TAKEN', into);
    expect(readdirSync(into)).toEqual(['note']);
  });

  // As the other processes of a PostgreSQL do for a moment.
  const writesOn = `const [until, clock] = [Date.now() + 1500, new Int32Array(new SharedArrayBuffer(4))];
    for (let n = 0; Date.now() < until; n += 1) try { fs.mkdirSync(process.argv[1] + n); } catch {} finally { Atomics.wait(clock, 0, 0, 0.2); }`;

  it('whose PostgreSQL ends before the log is replayed says so, and leaves nothing', async () => {
    const into = shelf.newFolder();
    const ends = (what: string): void => {
      if (what !== 'Replaying') return;
      const { root, restoring } = findPlace(into, serverAccount());
      signal(readProcessFile(join(restoring, 'data', 'postmaster.pid'))?.processId ?? 0, 'SIGKILL');
      spawn(process.execPath, ['-e', writesOn, join(root, 'late-')], { stdio: 'ignore' });
    };
    const to = parseRestoreTarget('latest');
    await expectRefusal(restore({ from: whole.safe.backups, to, into, onProgress: ends }), 'RESTORE_FAILED');
    expect(existsSync(into)).toBe(false);
  });

  it('knows the points there are', async () => {
    await shelf.expectRefusalAndNoTrace(whole.safe, 'name:midnight', 'RESTORE_TARGET_UNKNOWN', 'noon');
  });

  it('to a moment before all backups, or after all of the log, says how far they reach', async () => {
    await shelf.expectRefusalAndNoTrace(
      whole.safe,
      '2020-01-01T00:00:00Z',
      'RESTORE_TARGET_UNKNOWN',
      whole.first.stop.at,
    );
    await shelf.expectRefusalAndNoTrace(
      whole.safe,
      '2999-01-01T00:00:00Z',
      'RESTORE_TARGET_UNKNOWN',
      'last transaction',
    );
  });

  it.each(['Unpacking', 'Replaying'] as const)(
    'that is killed while %s leaves a folder that nothing takes for books, and begins anew once it is gone',
    async (middle) => {
      const into = shelf.newFolder();
      await (await restoreElsewhere(whole.safe, into, middle)).kill();

      const half = findPlace(into, serverAccount()).restoring;
      expect(existsSync(join(half, 'data', 'PG_VERSION'))).toBe(true);
      const server = readProcessFile(join(half, 'data', 'postmaster.pid'))?.processId;
      expect(server !== undefined).toBe(middle === 'Replaying'); // it waits for the next file of the log, a minute long
      const left = server === undefined ? [] : [`Its PostgreSQL (process ${server}) is still there`];
      const what = [into, 'was interrupted', ...left, 'Remove that folder and restore again'];
      await expectProblem(startEngine({ folder: into, durable: true }), ...what);
      await expectRefusal(restoreFrom(whole.safe, 'latest', into), 'RESTORE_FOLDER_TAKEN', ...what);
      expect(existsSync(join(half, 'data', 'PG_VERSION'))).toBe(true);

      const running = server === undefined ? null : runningProcess(server);
      if (running !== null) {
        signal(running.id, 'SIGQUIT'); // and its own processes with it: one left over would write into the folder again
        expect(await isGoneWithin(running, 10_000)).toBe(true);
      }
      await expect(startEngine({ folder: into, durable: true })).rejects.toThrow(/none\. Remove that folder/);
      rmSync(into, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
      await restoreFrom(whole.safe, 'latest', into);
      expect(await rowsOf(await shelf.start(into))).toEqual(new Set(['1:1', '1:2', '1:3', '1:4', '1:5']));
    },
  );
});

/** The segment that a backup of these small books begins in. */
function segmentOf({ start }: Manifest): string {
  const [, low = ''] = start.lsn.split('/');
  return `0000000100000000000000${low.padStart(8, '0').slice(0, 2)}`;
}

function segmentAfter(manifest: Manifest, safe: Safe): string {
  return segments(safe).find((name) => name > segmentOf(manifest)) ?? '';
}
