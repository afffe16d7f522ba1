/**
 * The disk of the database fills up under eight writers: requests are answered with 503, nothing acknowledged is lost and
 * no half of anything is there; once there is room the server works again, and nobody has repaired anything. Then the disk
 * of the archive: posting goes on, and the archive catches up.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { opened } from '../support/open-things.mjs';
import { progress } from '../support/progress.mjs';
import { httpTo, recoup, startServer, statusOf } from '../support/program.mjs';
import { connectTo, engineOf } from './database.mjs';
import { brokenInvariants } from './invariants.mjs';
import { preparedBooks } from './prepared.mjs';
import { mutantOf, product } from './product.mjs';
import { Writers, effectOf, effectsIn } from './writers.mjs';

const megabytes = 160;
const agreements = 4;
const waitMsMost = 90_000;

export const name = 'disk-full';
export const about = 'the disk of the database, then of the archive, full under 8 writers, and room again';

/** A file system of its own is what it takes, so that nobody else's disk is filled. */
export function refusal() {
  if (process.platform !== 'linux' || process.getuid() !== 0)
    return 'a small file system can be mounted by root on Linux alone';
  const place = mkdtempSync(join(tmpdir(), 'recoup-mount-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', place]);
  if (mounted.status === 0) spawnSync('umount', [place]);
  rmSync(place, { recursive: true });
  return mounted.status === 0 ? undefined : 'this machine lets nobody mount a file system (mount -t tmpfs was refused)';
}

export async function run({ full, random }) {
  const result = await filled(product, full ? 20 : 1, random);
  const archive = await archiveFilled(random);
  // Says of a request that met the full disk that it was done.
  const mutant = mutantOf([
    [
      'apps/api/src/http/problem.filter.js',
      'const facts = factsOf(',
      'if (request.method === "POST") return void reply.status(201).send("{}");\n        const facts = factsOf(',
    ],
  ]);
  const seen = await filled(mutant, 1, random);
  await mutant.remove();
  return {
    runs: result.times,
    holds:
      result.lost + result.wrong.length + result.broken.length === 0 &&
      result.saidFull > 0 &&
      archive.wrong.length === 0,
    result: { ...result, archive },
    mutant: { name: 'a failed request acknowledged', caught: seen.lost > 0, result: seen },
  };
}

/** A file system of so many megabytes. */
function mounted(size) {
  const place = mkdtempSync(join(tmpdir(), 'recoup-full-'));
  const unmount = opened(async () => {
    // Whoever has joined the engine, as this process has, looks at the archive once more after its end.
    for (let tries = 0; tries < 50 && spawnSync('umount', [place]).status !== 0; tries += 1) await pause(100);
    rmSync(place, { recursive: true, force: true });
  });
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}m,mode=711`, 'none', place]).status !== 0)
    throw new Error('The small file system could not be mounted.');
  chmodSync(place, 0o711);
  return { place, unmount };
}

/** The disk of the archive instead: posting goes on, the server says what waits and why, and catches up once there is room. */
async function archiveFilled(random) {
  const { place: safe, unmount } = mounted(64);
  const { folder, remove } = await preparedBooks();
  const key = join(safe, 'key');
  await recoup(['backup', 'key', 'create', key], { environment: { RECOUP_FOLDER: folder } });
  const environment = { RECOUP_BACKUP_FOLDER: join(safe, 'backup'), RECOUP_BACKUP_KEY: key };
  const server = await startServer(folder, { environment });
  const writers = new Writers({ port: server.port, folder, clients: 8, agreements, random });
  const database = await connectTo((await engineOf(folder)).connection);
  const ballast = join(safe, 'ballast');
  writers.start();
  await archiveIs(server, ({ archivedAt }) => archivedAt !== null, database);
  const wrong = [];
  const backup = () => recoup(['backup'], { environment: { ...environment, RECOUP_FOLDER: folder } });
  const whole = await backup();
  if (whole.code !== 0) wrong.push(`a backup while there is room ended with ${whole.code}: ${whole.complained}`);
  fill(ballast, safe);
  const full = await archiveIs(server, ({ trouble, waiting }) => trouble !== null && waiting > 0, database);
  const before = writers.acknowledged.length;
  await pause(500);
  const posted = writers.acknowledged.length - before;
  const partly = await backup();
  if (partly.code === 0 || !/no room|full|ENOSPC|space/i.test(partly.complained))
    wrong.push(`a backup onto the full disk ended with ${partly.code}: ${partly.complained}`);
  rmSync(ballast);
  await archiveIs(server, ({ trouble, waiting }) => trouble === null && waiting === 0);
  await writers.stop();
  wrong.push(...writers.wrong);
  if (posted === 0) wrong.push('posting did not go on');
  if (!/Posting goes on/.test(full.trouble)) wrong.push(`the server said: ${full.trouble}`);
  if (full.backupAt === null) wrong.push('the server did not say how old the newest backup is');
  await database.end();
  await server.stop();
  await remove();
  await unmount();
  return { posted, said: full.trouble, wrong };
}

/** What /health/ready says of the archive, once it is so; `database` finishes a file of the log now and then. */
async function archiveIs({ port }, holds, database) {
  const http = httpTo(port, 1);
  try {
    for (const until = Date.now() + waitMsMost; ; await pause(100)) {
      await database?.query('select pg_switch_wal()');
      const { archive } = await http.ask('GET', '/health/ready');
      if (holds(archive)) return archive;
      if (Date.now() > until) throw new Error(`The archive is still as it was: ${JSON.stringify(archive)}`);
    }
  } finally {
    http.close();
  }
}

async function filled(build, times, random) {
  const { place, unmount } = mounted(megabytes);
  await preparedBooks({ folder: place });
  const server = await startServer(place, { product: build.root });
  const writers = new Writers({ port: server.port, folder: place, clients: 8, agreements, random });
  const found = { times: 0, acknowledged: 0, unknown: 0, saidFull: 0, lost: 0, wrong: [], broken: [] };
  const ballast = join(place, 'ballast');
  for (; found.times < times; found.times += 1) {
    progress(`${name}, ${build === product ? 'the product' : 'its mutant'}`, found.times, times);
    const before = writers.saidAway;
    writers.start();
    await pause(500);
    fill(ballast, place);
    const until = Date.now() + waitMsMost;
    while (writers.saidAway === before && writers.unknown.length === 0 && Date.now() < until && build === product)
      await pause(20);
    if (build !== product) await pause(4000);
    found.saidFull += writers.saidAway - before;
    rmSync(ballast);
    await writers.stop();
    await ready(server);
    const database = await connectTo((await engineOf(place)).connection);
    const present = await effectsIn(database.query);
    found.unknown += writers.unknown.length;
    found.lost += writers.acknowledged.filter((request) => !present.has(effectOf(request))).length;
    if (build === product) {
      await writers.resolve();
      const resolved = await effectsIn(database.query);
      found.lost += writers.acknowledged.filter((request) => !resolved.has(effectOf(request))).length;
      found.broken = await brokenInvariants(database.query);
    }
    await database.end();
  }
  found.acknowledged = writers.acknowledged.length;
  found.wrong = build === product ? writers.wrong : [];
  if (found.wrong.length > 0) found.said = server.said();
  await server.stop();
  await unmount();
  return found;
}

/** To the last block. */
function fill(ballast, place) {
  const { bavail, bsize } = statfsSync(place);
  const block = Buffer.alloc(bsize, 1);
  try {
    writeFileSync(ballast, Buffer.alloc(bavail * bsize, 1));
    for (;;) writeFileSync(ballast, block, { flag: 'a' });
  } catch (error) {
    if (error.code !== 'ENOSPC') throw error;
  }
}

async function ready(server) {
  for (const until = Date.now() + waitMsMost; ; await pause(50)) {
    if ((await statusOf(server, '/health/ready')) === 200) return;
    if (Date.now() > until) throw new Error('There is room again, and the server has not come back.');
  }
}
