import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  lchownSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { codeOf, EngineProblem } from './engine-problem.ts';
import { makeFolder, type Place } from './place.ts';

const UNFINISHED = 'cluster.new-';

/**
 * Creates an empty cluster with its password. It is made beside its place and renamed into it when whole, so a start
 * that was interrupted here leaves a folder under another name, which the next one removes.
 */
export async function createCluster(
  place: Place,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<void> {
  sweepUnfinished(place);
  const unfinished = join(place.root, UNFINISHED + randomBytes(8).toString('hex'));
  try {
    makeFolder(unfinished, account);
    const password = randomBytes(32).toString('hex');
    await initdb(unfinished, password, binaries, account, durable);
    if (account.server.uid !== undefined)
      giveTo(join(unfinished, 'data'), account.server.uid, account.server.gid ?? account.server.uid);
    writeFileSync(join(unfinished, 'secret'), `${password}\n`, { mode: 0o600, flush: durable });
    renameSync(unfinished, place.cluster);
    if (durable) syncFolder(place.root);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Checks stand in front of the start: a cluster that this PostgreSQL cannot read, or whose password is lost. */
export function readSecret(place: Place, binaries: Binaries): string {
  const version = join(place.data, 'PG_VERSION');
  if (!existsSync(version) || !existsSync(place.secret)) {
    throw new EngineProblem(
      `${place.cluster} is not whole: its data or its password is missing. Restore it from a backup; nothing was changed.`,
    );
  }
  const major = readFileSync(version, 'utf8').trim();
  if (major !== binaries.major) {
    throw new EngineProblem(
      `The books in ${place.root} were written by PostgreSQL ${major}; PostgreSQL ${binaries.major} is installed and cannot read them. Export them with the version of Recoup that wrote them.`,
    );
  }
  return readFileSync(place.secret, 'utf8').trim();
}

async function initdb(
  unfinished: string,
  password: string,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<void> {
  const data = join(unfinished, 'data');
  // initdb takes the password from a file only; Node's pipes are sockets, which it cannot open by name.
  const passwordFile = join(unfinished, 'password');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  const { uid, gid } = account.initdb;
  if (uid !== undefined && gid !== undefined) for (const path of [data, passwordFile]) chownSync(path, uid, gid);
  const [program, ...words] = [
    ...account.initdbPrefix,
    binaries.initdb,
    `--pgdata=${data}`,
    `--pwfile=${passwordFile}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Sorting and case of the built-in provider stay the same when the system's libraries change.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ] as [string, ...string[]];
  const output: Buffer[] = [];
  const child = spawn(program, words, {
    ...account.initdb,
    cwd: unfinished,
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (part: Buffer) => output.push(part));
  child.stderr.on('data', (part: Buffer) => output.push(part));
  const failure = await new Promise<unknown>((resolve) => {
    child.once('error', resolve);
    child.once('close', (code, signalName) => resolve(code === 0 ? null : `ended with ${String(signalName ?? code)}`));
  });
  rmSync(passwordFile);
  if (failure !== null) throw initdbProblem(failure, Buffer.concat(output).toString('utf8'), account);
}

function initdbProblem(failure: unknown, output: string, account: Account): EngineProblem {
  if (account.initdbPrefix.length > 0) {
    return new EngineProblem(
      `This user (id ${account.self ?? 'unknown'}) has no name in the list of users of this system, and PostgreSQL needs one to create its files. Start Recoup as a named user, or set DATABASE_URL to a PostgreSQL server of your own.`,
      { cause: failure },
    );
  }
  return new EngineProblem(`PostgreSQL could not create its files: ${whyNotRun(failure) ?? lastLines(output)}`, {
    cause: failure,
  });
}

/** A sentence for a program that did not even begin, or null if it began and then failed. */
export function whyNotRun(failure: unknown): string | null {
  const code = codeOf(failure);
  if (code === '') return null;
  return code === 'ENOENT'
    ? 'its program does not run on this system (it needs the GNU C library 2.27 or later). Set DATABASE_URL to a PostgreSQL server of your own.'
    : `its program was refused by this system (${code}). Set DATABASE_URL to a PostgreSQL server of your own.`;
}

export function lastLines(text: string): string {
  const lines = text.trim().split('\n');
  return lines.slice(-8).join('\n');
}

/** What an operator set for other PostgreSQL servers (PGDATA, PGPORT, PGOPTIONS) must not steer this one. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

/** Another start cannot be at work here (oneAtATime); an orphaned initdb may be, and then fails on its own. */
function sweepUnfinished(place: Place): void {
  for (const name of readdirSync(place.root)) {
    if (!name.startsWith(UNFINISHED)) continue;
    rmSync(join(place.root, name), { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
  }
}

export function giveTo(path: string, uid: number, gid: number): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) giveTo(child, uid, gid);
    else lchownSync(child, uid, gid);
  }
  lchownSync(path, uid, gid);
}

/** A rename survives a power cut only once the folder it happened in is on the disk. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
