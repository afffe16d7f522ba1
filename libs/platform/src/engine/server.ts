import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { lastLines, plainEnvironment, whyNotRun } from './cluster.ts';
import { EngineProblem } from './engine-problem.ts';
import type { Place } from './place.ts';
import { readProcessFile } from './process-file.ts';
import { isGoneWithin, isStillRunning, type RunningProcess, signal } from './processes.ts';

const SOCKET_PORT = 5432;
/** The system holds 108 bytes for the name of a socket (104 on macOS), end mark included. */
const SOCKET_NAME_BYTES_MAX = 100;
export const START_MS = 120_000;
const LOG_BYTES_MAX = 10 * 1024 * 1024;

export interface ServerOptions {
  /** False: commits are not written to the disk before they are acknowledged. */
  readonly durable: boolean;
  /** Beside what every server of ours is set to: archiving, or recovery from an archive. */
  readonly settings: Settings;
  /** How long the server may take until it is ready; a recovery from an archive takes as long as there is log to read. */
  readonly patienceMs: number;
  /** Gives up waiting, and ends what was started. */
  readonly until?: AbortSignal;
  /** The port to listen on, where it is one; undefined takes a free one. */
  readonly port: number | undefined;
}

/** Starts the server and waits until it says it is ready. Errors: EngineProblem, with the end of its log. */
export async function startServer(
  place: Place,
  binaries: Binaries,
  account: Account,
  options: ServerOptions,
): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const end = await startOnce(place, binaries, account, options);
    if (end === null) return;
    // The children of a killed server go a moment later than it, and a free port may be taken under our hands.
    const passing = /still in use|could not bind|Address already in use/i.test(end.log);
    if (!passing || Date.now() > deadline)
      throw new EngineProblem(`PostgreSQL did not start: ${end.why}`, { cause: end.cause });
    await pause(200);
  }
}

/**
 * Stops a server: running transactions are rolled back and the files are closed in order. After ten seconds without
 * an end it is stopped at once and recovers at its next start; nothing acknowledged is lost either way.
 */
export async function stopServer(place: Place, server: RunningProcess, binaries: Binaries): Promise<void> {
  stopBy(place, server, binaries, 'fast');
  if (await isGoneWithin(server, 10_000)) return;
  stopBy(place, server, binaries, 'immediate');
  if (await isGoneWithin(server, 10_000)) return;
  throw new EngineProblem(`PostgreSQL (process ${server.id}) of ${place.root} does not stop. Look at ${place.log}.`);
}

function stopBy(place: Place, server: RunningProcess, binaries: Binaries, how: 'fast' | 'immediate'): void {
  if (!isStillRunning(server)) return; // its id may be another program's by now
  if (process.platform === 'win32') spawnSync(binaries.control, ['stop', '-W', '-m', how, '-D', place.data]);
  else signal(server.id, how === 'fast' ? 'SIGINT' : 'SIGQUIT');
}

interface EarlyEnd {
  readonly why: string;
  readonly log: string;
  readonly cause: unknown;
}

/** Null once the server is ready; otherwise why it ended. */
async function startOnce(
  place: Place,
  binaries: Binaries,
  account: Account,
  { durable, port, settings: more, patienceMs, until }: ServerOptions,
): Promise<EarlyEnd | null> {
  const listen = await whereToListen(place, account, port);
  const log = openLog(place);
  const logBefore = fstatSync(log).size;
  let child: ChildProcess;
  try {
    child = spawn(
      binaries.postgres,
      ['-D', place.data, ...settings({ ...listen, ...(durable ? DURABLE : THROW_AWAY), ...ALWAYS, ...more })],
      {
        ...account.server,
        cwd: place.root,
        env: plainEnvironment(),
        // A group of its own: Ctrl-C must reach the program first, which still has requests to finish and books to close.
        detached: true,
        stdio: ['ignore', 'ignore', log],
      },
    );
  } finally {
    closeSync(log);
  }
  let end: Error | string | null = null;
  child.once('error', (error) => (end = error));
  child.once('exit', (code, signalName) => (end = `it ended with ${String(signalName ?? code)}`));
  child.unref();

  const deadline = Date.now() + patienceMs;
  while (end === null) {
    if (until?.aborted === true) child.kill('SIGQUIT');
    const file = readProcessFile(place.processFile);
    if (file !== null && file.processId === child.pid && file.status === 'ready') return null;
    if (Date.now() > deadline) {
      throw new EngineProblem(
        `PostgreSQL is still starting after two minutes, as it does after a crash under heavy work. Start Recoup again to wait for it; ${place.log} tells how far it is.`,
      );
    }
    await pause(5);
  }
  const added = readFileSync(place.log).subarray(logBefore).toString('utf8');
  const words =
    whyNotRun(end) ?? (added.trim() === '' ? String(end) : `its log ${place.log} ends with\n${lastLines(added)}`);
  return { why: words, log: added, cause: end };
}

export type Settings = Record<string, string>;

const ALWAYS: Settings = {
  // /dev/shm of a container holds 64 MB, less than one parallel hash join asks for.
  dynamic_shared_memory_type: 'mmap',
  unix_socket_permissions: '0700',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  cluster_name: 'recoup',
  // The log says what went wrong, never with whose data: no statements, no parameters, no rows.
  log_destination: 'stderr',
  logging_collector: 'off',
  log_statement: 'none',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

const DURABLE: Settings = {
  max_connections: '50',
  shared_buffers: '256MB',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
};

const THROW_AWAY: Settings = {
  max_connections: '200', // several sets of books at once, and crowds on purpose
  shared_buffers: '128MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

function settings(all: Settings): string[] {
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function whereToListen(place: Place, account: Account, port: number | undefined): Promise<Settings> {
  const socketFits = Buffer.byteLength(join(place.sockets, `.s.PGSQL.${SOCKET_PORT}`)) <= SOCKET_NAME_BYTES_MAX;
  if (process.platform === 'win32' || !socketFits) {
    return { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port ?? (await freePort())) };
  }
  mkdirSync(place.sockets, { recursive: true, mode: 0o700 });
  const { uid, gid } = account.server;
  if (uid !== undefined && gid !== undefined) chownSync(place.sockets, uid, gid);
  // In quotes: a comma in the path would otherwise name two folders.
  return { listen_addresses: '', unix_socket_directories: `"${place.sockets}"`, port: String(SOCKET_PORT) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

function openLog(place: Place): number {
  if (existsSync(place.log) && statSync(place.log).size > LOG_BYTES_MAX) renameSync(place.log, `${place.log}.1`);
  return openSync(place.log, 'a', 0o600);
}
