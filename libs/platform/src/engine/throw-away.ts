import { randomBytes } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { type Account, serverAccount } from './account.ts';
import { toClearUp } from './clear-up.ts';
import { type Engine, startEngine } from './engine.ts';
import { EngineProblem } from './engine-problem.ts';
import { canPassThrough, placeAt } from './place.ts';
import { readProcessFile } from './process-file.ts';
import { isGoneWithin, runningProcess, signal, workingFolder } from './processes.ts';

const PREFIX = 'recoup-throw-away-';
const MEMORY = '/dev/shm';
const MEMORY_BYTES_MIN = 1024 ** 3;

/** Runs `work` on an empty engine, which is gone afterwards, whatever became of the work. */
export async function withThrowAwayEngine<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  const starting = startThrowAwayEngine();
  const stop = toClearUp(async () => (await starting).stop());
  try {
    return await work(await starting);
  } finally {
    await stop();
  }
}

/**
 * An empty engine for trials and tests, in memory where there is room, quick and without any promise to keep data.
 * stop() removes it. If this process dies first, the next throw-away engine of this user removes it.
 */
export async function startThrowAwayEngine(): Promise<Engine> {
  const account = serverAccount();
  const homes = [MEMORY, tmpdir(), '/tmp']
    .filter((path) => existsSync(path))
    .map((path) => realpathSync(path))
    .filter((path) => canPassThrough(path, account.server));
  for (const home of homes) await sweep(home, account);
  const home = homes.find((path) => path !== MEMORY || bytesFree(path) > MEMORY_BYTES_MIN);
  if (home === undefined)
    throw new EngineProblem(
      `No folder for temporary data can be reached by the database. Set TMPDIR to one that any user may enter.`,
    );
  const folder = join(home, nameOf(process.pid));
  mkdirSync(folder, { mode: account.isRoot ? 0o711 : 0o700 });
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  try {
    const engine = await startEngine({ folder, durable: false });
    let stopping: Promise<void> | undefined;
    const stop = () => engine.stop().finally(remove);
    return { ...engine, stop: () => (stopping ??= stop()) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** The name tells who it belongs to, so that no file has to be read, or trusted, to know whether it is abandoned. */
function nameOf(processId: number): string {
  const startedAt = (runningProcess(processId)?.startedAt ?? '').replace(/[^0-9A-Za-z]/g, '');
  return `${PREFIX}${processId}-${startedAt}-${randomBytes(6).toString('hex')}`;
}

/** Removes what dead processes of this user left. */
async function sweep(home: string, account: Account): Promise<void> {
  for (const name of readdirSync(home)) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(home, name);
    const stats = lstatSync(folder, { throwIfNoEntry: false });
    if (stats?.isDirectory() !== true || (account.self !== null && stats.uid !== account.self)) continue;
    const [processId, startedAt] = name.slice(PREFIX.length).split('-');
    const owner = runningProcess(Number.parseInt(processId ?? '', 10));
    if (owner !== null && owner.startedAt.replace(/[^0-9A-Za-z]/g, '') === startedAt) continue;
    await endServerIn(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function endServerIn(folder: string): Promise<void> {
  const { processFile, data } = placeAt(folder);
  const file = readProcessFile(processFile);
  const server = file === null ? null : runningProcess(file.processId);
  // Only a process that works in this very folder is stopped: the id may be another program's by now.
  if (file === null || server === null || (workingFolder(server.id) ?? file.dataFolder) !== data) return;
  signal(server.id, 'SIGQUIT');
  await isGoneWithin(server, 5_000);
}

function bytesFree(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}
