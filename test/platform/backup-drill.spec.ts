import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { namePoint } from '../../libs/platform/src/backup/base-backup.ts';
import { wasRestored } from '../../libs/platform/src/backup/restore.ts';
import { parseLsn, parseSegment } from '../../libs/platform/src/backup/wal.ts';
import { type Engine, startEngine } from '../../libs/platform/src/engine/index.ts';
import { backUp, destroy, query, restoreFrom, rowsOf, type Safe, safeAt, startLoad } from './backup-stage.ts';
import { ask, endChildren } from './stage.ts';

jest.setTimeout(110_000);

let shelf: string;
const engines: Engine[] = [];

beforeAll(() => {
  shelf = realpathSync(mkdtempSync(join(tmpdir(), 'recoup-drill-')));
  chmodSync(shelf, 0o755);
});

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
  endChildren();
});

afterAll(() => rmSync(shelf, { recursive: true, force: true }));

describe('a machine that is lost while eight writers post', () => {
  it('comes back as it was at the named point, and with all that was archived', async () => {
    const safe = safeAt(shelf, 'drill');
    const engine = await start(join(shelf, 'lost'), safe);
    // The harness is worth nothing on an engine that forgets.
    expect(await ask(engine, `select current_setting('fsync') || current_setting('full_page_writes')`)).toBe('onon');
    await query(engine, 'create table counter (writer int, n int, filler text, primary key (writer, n))');

    const load = await startLoad(engine, 8);
    const before = load.acknowledged.length;
    const manifest = await backUp(engine, safe);
    const during = load.acknowledged.length - before;
    expect(during).toBeGreaterThan(0);

    const acknowledgedBeforePoint = keys(load.acknowledged);
    const point = await namePoint({ place: engine.place, folder: safe.backups, connection: engine.connection }, 'noon');
    const sentBeforePoint = new Set(load.sent);
    await written(load.acknowledged, 400);
    const [segment] = await query<{ name: string }>(engine, 'select pg_walfile_name(pg_switch_wal()) as name');
    await until(() => safe.backups.walNames().includes(segment?.name ?? '')); // as it is within a minute by itself
    await written(load.acknowledged, 400);

    const stopping = load.stop().catch(() => undefined); // with the server, at whatever point each writer is
    const lostAt = Date.now();
    await destroy(engine);
    await stopping;
    engines.splice(0);
    expect(existsSync(join(shelf, 'lost'))).toBe(false);

    // To the point: nothing that was acknowledged before it is missing, nothing that was sent after it is there.
    const begun = performance.now();
    const noon = await restoreFrom(safe, 'name:noon', join(shelf, 'noon'));
    const atNoon = await rowsOf(await start(join(shelf, 'noon')));
    const timeToRestore = performance.now() - begun;
    expect(noon).toMatchObject({ backup: manifest.id, lsn: point.lsn, timeline: 2 });
    expect(missing(acknowledgedBeforePoint, atNoon)).toEqual([]);
    expect(missing(atNoon, sentBeforePoint)).toEqual([]);

    // To the end: whatever the archive's last segment reaches. By place in the log, for clocks and commits disagree.
    const latest = await restoreFrom(safe, 'latest', join(shelf, 'latest'));
    const atLast = await rowsOf(await start(join(shelf, 'latest')));
    const reach = archivedEnd(safe, manifest.segmentBytes);
    const archived = load.acknowledged.filter(({ lsn }) => lsn <= reach);
    expect(archived.length).toBeGreaterThan(acknowledgedBeforePoint.size);
    expect(missing(keys(archived), atLast)).toEqual([]);
    expect(missing(atLast, load.sent)).toEqual([]);
    expect(parseLsn(latest.lsn)).toBeLessThanOrEqual(reach);

    const lost = load.acknowledged.filter(({ writer, n }) => !atLast.has(`${writer}:${n}`));
    const window = lost.length === 0 ? 0 : lostAt - Math.min(...lost.map(({ at }) => at));
    const mutant = await withoutLastSegment(safe, join(shelf, 'mutant'));
    expect(mutant).toContain('is missing');
    process.stdout.write(
      `restore drill: ${load.acknowledged.length} acknowledged, ${during} of them during the base backup; ` +
        `lost 0 at the named point, ${lost.length} of the last ${(window / 1000).toFixed(1)} s at the end (RPO); ` +
        `${(timeToRestore / 1000).toFixed(1)} s from nothing to the first answer (RTO); ` +
        `without the last file of the log: refused\n`,
    );
    expect(window).toBeLessThan(61_000); // archive_timeout
  });

  it('loses nothing at all where the server was stopped in order', async () => {
    const safe = safeAt(shelf, 'order');
    const engine = await start(join(shelf, 'order-books'), safe);
    await query(engine, 'create table counter (writer int, n int, filler text, primary key (writer, n))');
    await backUp(engine, safe);
    const load = await startLoad(engine, 4);
    await written(load.acknowledged, 200);
    await load.stop();
    await engine.stop();
    rmSync(join(shelf, 'order-books'), { recursive: true });

    await restoreFrom(safe, 'latest', join(shelf, 'order-restored'));
    expect(await rowsOf(await start(join(shelf, 'order-restored')))).toEqual(keys(load.acknowledged));
  });
});

describe('books that were restored', () => {
  it('go on along a new timeline, which is archived beside the old one and can be restored too', async () => {
    const safe = safeAt(shelf, 'again');
    const first = await start(join(shelf, 'first'), safe);
    await query(first, 'create table counter (writer int, n int)');
    await query(first, 'insert into counter values (1, 1)');
    await backUp(first, safe);
    await query(first, 'insert into counter values (1, 2)');
    await point(first, safe, 'two');
    await query(first, 'insert into counter values (1, 3)'); // is not meant to be: what follows the point is left behind
    await first.stop();

    await restoreFrom(safe, 'name:two', join(shelf, 'second'));
    const second = await start(join(shelf, 'second'), safe);
    await query(second, 'insert into counter values (2, 3)');
    await point(second, safe, 'three');
    await second.stop();
    expect(safe.backups.walNames()).toContain('00000002.history');

    // From the backup of the old timeline, through the fork, to the end of the new one.
    const { timeline } = await restoreFrom(safe, 'latest', join(shelf, 'third'));
    expect(timeline).toBe(3);
    expect(await rowsOf(await start(join(shelf, 'third')))).toEqual(new Set(['1:1', '1:2', '2:3']));
    // And a point of the new timeline by its name.
    await restoreFrom(safe, 'name:three', join(shelf, 'fourth'));
    expect(await rowsOf(await start(join(shelf, 'fourth')))).toEqual(new Set(['1:1', '1:2', '2:3']));
  });

  it('open with the password they were backed up with, and hold a note of what they are', async () => {
    const note = JSON.parse(readFileSync(join(shelf, 'third', 'restored.json'), 'utf8')) as object;
    expect(note).toMatchObject({ target: 'latest', timeline: 3, lastCommitAt: expect.stringMatching(/Z$/) });
    expect([join(shelf, 'third'), join(shelf, 'nothing')].map(wasRestored)).toEqual([true, false]);
    expect(readdirSync(join(shelf, 'third')).filter((name) => /restoring|wal-feed/.test(name))).toEqual([]);
    const engine = await start(join(shelf, 'third'));
    expect(await ask(engine, 'select current_user::text')).toBe('postgres');
    expect(await ask(engine, `select current_setting('data_checksums')`)).toBe('on');
  });
});

async function start(folder: string, safe?: Safe): Promise<Engine> {
  const archive = safe === undefined ? undefined : { folder: safe.folder, key: safe.key };
  const engine = await startEngine({ folder, durable: true, ...(archive === undefined ? {} : { archive }) });
  engines.push(engine);
  return engine;
}

async function point(engine: Engine, safe: Safe, name: string): Promise<void> {
  await namePoint({ place: engine.place, folder: safe.backups, connection: engine.connection }, name);
}

/** What the same restore says where one file of the archive is gone: a drill that passes without it would prove nothing. */
async function withoutLastSegment(safe: Safe, into: string): Promise<string> {
  const last = safe.backups.walNames().findLast((name) => /^[0-9A-F]{24}$/.test(name)) ?? '';
  rmSync(safe.backups.file(`wal/${last}`));
  return restoreFrom(safe, 'latest', into).then(
    () => 'restored',
    (error: Error) => error.message,
  );
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('it did not come about within 20 s');
    await pause(20);
  }
}

/** Waits until so many more were acknowledged. */
async function written(acknowledged: readonly unknown[], more: number): Promise<void> {
  const enough = acknowledged.length + more;
  while (acknowledged.length < enough) await pause(5);
}

function keys(rows: readonly { writer: number; n: number }[]): Set<string> {
  return new Set(rows.map(({ writer, n }) => `${writer}:${n}`));
}

function missing(these: Iterable<string>, from: ReadonlySet<string>): string[] {
  return [...these].filter((one) => !from.has(one));
}

/** The place of the log where the archive ends. */
function archivedEnd({ backups }: Safe, segmentBytes: number): bigint {
  const numbers = backups.walNames().flatMap((name) => parseSegment(name, segmentBytes)?.number ?? []);
  const last = numbers.reduce((most, number) => (number > most ? number : most), 0n);
  return (last + 1n) * BigInt(segmentBytes);
}
