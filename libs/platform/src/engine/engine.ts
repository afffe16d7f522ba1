import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { serverAccount } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { createCluster, readSecret } from './cluster.ts';
import { EngineProblem } from './engine-problem.ts';
import { type LiveServer, liveServer } from './live-server.ts';
import { closeDoor, type Passwords, readPasswords } from './logins.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { EngineConnection } from './ping.ts';
import type { LoginRole } from '../roles/roles.ts';
import { findPlace, openFolder, type Place } from './place.ts';
import { isStillRunning, type RunningProcess, runningProcess } from './processes.ts';
import { startServer, stopServer } from './server.ts';

export interface EngineOptions {
  /** Made if it is not there; the data, the password, the socket and the log lie in it. */
  readonly folder: string;
  /** False only for data that may be lost: commits are then not written to the disk before they are acknowledged. */
  readonly durable: boolean;
  /** Takes over a running server whose starter is dead: stop() then stops it. Without it, or if the starter lives, stop() leaves it. */
  readonly adopt?: boolean;
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
    if (!existsSync(place.cluster)) {
      progress(`Creating a PostgreSQL ${binaries.major} database in ${place.root}.`);
      await createCluster(place, binaries, account, options.durable);
    }
    const secret = readSecret(place, binaries);
    const passwords = readPasswords(place, options.durable);
    const running = await liveServer(place, secret);
    if (running !== null) {
      progress(`${running.version} was already running (process ${running.process.id}).`);
      return joined(place, running, binaries, passwords, options.adopt ?? false);
    }
    if (options.durable) closeDoor(place, account);
    await startServer(place, binaries, account, { durable: options.durable, port: options.port });
    const started = await liveServer(place, secret);
    if (started === null) throw new EngineProblem(`PostgreSQL started and ended at once. Look at ${place.log}.`);
    progress(`${started.version} is running (process ${started.process.id}).`);
    return owned(place, started, binaries, passwords, true);
  });
}

function owned(
  place: Place,
  server: LiveServer,
  binaries: Binaries,
  passwords: Passwords,
  startedHere: boolean,
): Engine {
  writeFileSync(place.owner, JSON.stringify(runningProcess(process.pid)), { mode: 0o600 });
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    await stopServer(place, server.process, binaries);
    rmSync(place.owner, { force: true });
  };
  return { ...facts(server, passwords), startedHere, ownerProcessId: process.pid, stop: () => (stopping ??= stop()) };
}

function joined(place: Place, server: LiveServer, binaries: Binaries, passwords: Passwords, adopt: boolean): Engine {
  const owner = livingOwner(place);
  if (owner === null && adopt) return owned(place, server, binaries, passwords, false);
  return {
    ...facts(server, passwords),
    startedHere: false,
    ownerProcessId: owner?.id ?? null,
    stop: () => Promise.resolve(),
  };
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
