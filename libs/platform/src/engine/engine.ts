import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { serverAccount } from './account.ts';
import { type Archiver, startArchiver, usableTarget } from '../backup/archiver.ts';
import { archiveSettings, type ArchiveTarget, type ArchiveWish, rememberedTarget } from './archiving.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { createCluster, readSecret } from './cluster.ts';
import { EngineProblem } from './engine-problem.ts';
import { halfRestored } from './half-restored.ts';
import { type LiveServer, liveServer } from './live-server.ts';
import { closeDoor, type Passwords, readPasswords } from './logins.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { EngineConnection } from './ping.ts';
import type { LoginRole } from '../roles/roles.ts';
import { findPlace, openFolder, type Place } from './place.ts';
import { isStillRunning, type RunningProcess, runningProcess } from './processes.ts';
import { START_MS, startServer, stopServer } from './server.ts';

export interface EngineOptions {
  /** Made if it is not there; the data, the password, the socket and the log lie in it. */
  readonly folder: string;
  /** False only for data that may be lost: commits are then not written to the disk before they are acknowledged. */
  readonly durable: boolean;
  /** Takes over a running server whose starter is dead: stop() then stops it. Without it, or if the starter lives, stop() leaves it. */
  readonly adopt?: boolean;
  /** Where its log is archived; left out, where it was archived before. Not for data that may be lost. */
  readonly archive?: ArchiveWish;
  /** Where the engine listens on a port: the one to take, so that whoever knew the engine before finds it again. */
  readonly port?: number;
  /** Told what is being done, in sentences; the first start takes a second or two. */
  readonly onProgress?: (sentence: string) => void;
}

export interface Engine {
  /** For node-postgres: the superuser of this engine, which is Recoup's own and listens to nobody else. */
  readonly connection: EngineConnection;
  /** What each role that logs in is told apart by; the roles themselves are made with the database. */
  readonly passwords: Passwords;
  /** For node-postgres: one of these roles, which the server, unlike its superuser, is. */
  loginOf(role: LoginRole): EngineConnection;
  /** "PostgreSQL 18.4" */
  readonly version: string;
  /** False: a server that was already running on this folder was joined. */
  readonly startedHere: boolean;
  /** Process of the server itself. */
  readonly processId: number;
  /** Process of Recoup that the server belongs to: this one if started here or adopted; null if its starter is dead. */
  readonly ownerProcessId: number | null;
  readonly place: Place;
  /** Where this server's log is archived; null where it is not. */
  readonly archive: ArchiveTarget | null;
  /** Stops the server and waits for its end; does nothing if it belongs to another process. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL of this folder, or joins the one that runs there.
 * Two starts at once end at the same server. A server outlives a program that was killed; the next start joins it.
 * Errors: EngineProblem, a sentence for whoever typed the command: not installed for this platform, the folder is
 *         another user's or another server's, the data is of another version, the server did not start.
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const progress = options.onProgress ?? (() => undefined);
  const account = serverAccount();
  const folder = openFolder(options.folder, account);
  return oneAtATime(folder, async () => {
    const place = findPlace(folder, account);
    const binaries = findBinaries(account, place.root);
    refuseHalfRestored(place);
    if (!existsSync(place.cluster)) {
      progress(`Creating a PostgreSQL ${binaries.major} database in ${place.root}.`);
      await createCluster(place, binaries, account, options.durable);
    }
    const secret = readSecret(place, binaries);
    const passwords = readPasswords(place, options.durable);
    const running = await liveServer(place, secret);
    if (running !== null) {
      const archives = options.durable && wishes(place, options.archive);
      const orphaned = options.adopt === true && livingOwner(place) === null;
      if (!orphaned || running.archives === archives) {
        progress(`${running.version} was already running (process ${running.process.id}).`);
        if (archives && !running.archives)
          progress('Its log is not archived: it was started without a backup folder. Stop it and start it with one.');
        return joined(place, running, binaries, passwords, options);
      }
      progress(`${running.version} is started again, so that its log is ${archives ? '' : 'no longer '}archived.`);
      await stopServer(place, running.process, binaries);
    }
    if (options.durable) closeDoor(place, account);
    const archive = options.durable ? await usableTarget(place, options.archive, progress) : null;
    const settings = archive === null ? {} : archiveSettings(place);
    const { durable, port } = options;
    await startServer(place, binaries, account, { durable, port, settings, patienceMs: START_MS });
    const started = await liveServer(place, secret);
    if (started === null) throw new EngineProblem(`PostgreSQL started and ended at once. Look at ${place.log}.`);
    progress(`${started.version} is running (process ${started.process.id}).`);
    return owned(place, started, binaries, passwords, { startedHere: true, archive, progress });
  });
}

function wishes(place: Place, wish: ArchiveWish): boolean {
  return wish === undefined ? rememberedTarget(place) !== null : wish !== 'off';
}

interface Found {
  readonly startedHere: boolean;
  readonly archive: ArchiveTarget | null;
  readonly progress: (sentence: string) => void;
}

function owned(
  place: Place,
  server: LiveServer,
  binaries: Binaries,
  passwords: Passwords,
  { startedHere, archive, progress }: Found,
): Engine {
  writeFileSync(place.owner, JSON.stringify(runningProcess(process.pid)), { mode: 0o600 });
  const archiver = archiving(place, server, archive, progress);
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    await stopServer(place, server.process, binaries); // it waits until its log is archived, so the archiver goes last
    await archiver?.stop();
    rmSync(place.owner, { force: true });
  };
  const { pid: ownerProcessId } = process;
  return {
    ...facts(server, passwords),
    ...{ place, archive, startedHere, ownerProcessId },
    stop: () => (stopping ??= stop()),
  };
}

function joined(
  place: Place,
  server: LiveServer,
  binaries: Binaries,
  passwords: Passwords,
  { adopt, onProgress }: EngineOptions,
): Engine {
  const owner = livingOwner(place);
  const progress = onProgress ?? (() => undefined);
  const archive = server.archives ? rememberedTarget(place) : null; // not what we wish: what it was started with
  if (owner === null && adopt === true)
    return owned(place, server, binaries, passwords, { startedHere: false, archive, progress });
  archiving(place, server, archive, progress);
  const ownerProcessId = owner?.id ?? null;
  return {
    ...facts(server, passwords),
    ...{ place, archive, startedHere: false, ownerProcessId },
    stop: () => Promise.resolve(),
  };
}

/** Whoever uses the engine stands ready to archive its log: one of them does, and the next one when that one ends. */
function archiving(
  place: Place,
  { process: server, archives }: LiveServer,
  archive: ArchiveTarget | null,
  say: (sentence: string) => void,
): Archiver | null {
  return archive !== null && archives ? startArchiver({ place, target: archive, server, say }) : null;
}

function refuseHalfRestored(place: Place): void {
  const half = halfRestored(place);
  if (half !== null) throw new EngineProblem(half);
}

function facts(
  { connection, version, process: { id } }: LiveServer,
  passwords: Passwords,
): Pick<Engine, 'connection' | 'passwords' | 'loginOf' | 'version' | 'processId'> {
  const loginOf = (role: LoginRole): EngineConnection => ({ ...connection, user: role, password: passwords[role] });
  return { connection, passwords, loginOf, version, processId: id };
}

function livingOwner(place: Place): RunningProcess | null {
  if (!existsSync(place.owner)) return null;
  const noted = JSON.parse(readFileSync(place.owner, 'utf8')) as RunningProcess;
  return isStillRunning(noted) ? noted : null;
}
