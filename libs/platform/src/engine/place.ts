import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Account, grants, type RunAs } from './account.ts';
import { codeOf, EngineProblem } from './engine-problem.ts';

/** Where the files of one engine lie. All of it appears in this file and nowhere else. */
export interface Place {
  readonly root: string;
  /** Cluster and password, created together under another name: what bears this name is complete. */
  readonly cluster: string;
  readonly data: string;
  readonly secret: string;
  /** A folder with a password for each role that logs in. */
  readonly secrets: string;
  /** Who may log in from where. */
  readonly door: string;
  readonly processFile: string;
  readonly sockets: string;
  readonly log: string;
  /** Which process of Recoup started the server. */
  readonly owner: string;
  /** Where a restore unpacks; it becomes the cluster when it is whole. */
  readonly restoring: string;
}

/** Written into the folder asked for when its data had to go elsewhere; holds the path of the other folder. */
const POINTER = 'data-folder';
/** Written into that other folder; holds the path of the folder asked for. */
const BELONGS_TO = 'belongs-to';

export function placeAt(root: string): Place {
  const cluster = join(root, 'cluster');
  const data = join(cluster, 'data');
  return {
    root,
    cluster,
    data,
    secret: join(cluster, 'secret'),
    secrets: join(cluster, 'secrets'),
    door: join(data, 'pg_hba.conf'),
    processFile: join(data, 'postmaster.pid'),
    sockets: join(root, 'socket'),
    log: join(root, 'postgres.log'),
    owner: join(root, 'owner.json'),
    restoring: join(root, 'restoring'),
  };
}

/**
 * Makes the folder asked for, if it is not there, and returns its real path.
 * Errors: EngineProblem if this user may not, or if the books in it are another user's.
 */
export function openFolder(folder: string, account: Account): string {
  try {
    makeFolder(folder, account);
    const path = realpathSync(folder);
    const marks = ['cluster', POINTER].map((name) => lstatSync(join(path, name), { throwIfNoEntry: false }));
    const owner = marks.find((mark) => mark !== undefined)?.uid;
    if (account.self !== null && owner !== undefined && owner !== account.self) {
      throw new EngineProblem(
        `The books in ${path} were started by ${userWord(owner)}, and this is ${userWord(account.self)}. Start Recoup as that user, use another folder, or set DATABASE_URL to a PostgreSQL server of your own.`,
      );
    }
    return path;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) throw error;
    throw new EngineProblem(
      `This user (${userWord(account.self ?? -1)}) cannot write the folder ${folder}. Start Recoup as the owner of ${existingParent(folder)}, use another folder, or set DATABASE_URL to a PostgreSQL server of your own.`,
      { cause: error },
    );
  }
}

/** Whether books lie in this folder, or elsewhere on its behalf. */
export function hasBooks(folder: string): boolean {
  return ['cluster', POINTER].some((name) => existsSync(join(folder, name)));
}

/** The place of the data: the folder itself, or a private one of the system where the server cannot reach the folder. */
export function findPlace(folder: string, account: Account): Place {
  const pointer = join(folder, POINTER);
  if (existsSync(pointer)) return elsewhere(readFileSync(pointer, 'utf8').trim(), folder);
  if (!account.isRoot || canPassThrough(folder, account.server)) return placeAt(folder);
  if (existsSync(join(folder, 'cluster'))) {
    throw new EngineProblem(
      `The books in ${folder} were started where any user could reach that path; one of its folders is closed now (mode 0700). Open it again with chmod o+x.`,
    );
  }
  const root = join(privateRoot(), randomBytes(8).toString('hex'));
  makeFolder(root, account);
  writeFileSync(join(root, BELONGS_TO), `${folder}\n`, { mode: 0o600 });
  writeFileSync(pointer, `${root}\n`, { mode: 0o600 });
  return placeAt(realpathSync(root));
}

/** A moved folder takes its data along; a copied one does not, or two sets of books would be written to as one. */
function elsewhere(root: string, folder: string): Place {
  const note = join(root, BELONGS_TO);
  if (!existsSync(note)) {
    throw new EngineProblem(
      `The data of ${folder} was kept in ${root}, which is gone. Restore it, or remove ${folder} to begin new books.`,
    );
  }
  const first = readFileSync(note, 'utf8').trim();
  if (first !== folder) {
    if (existsSync(join(first, POINTER)) && readFileSync(join(first, POINTER), 'utf8').trim() === root) {
      throw new EngineProblem(
        `${folder} is a copy of ${first}, and both name the same data. Remove ${join(folder, POINTER)} to begin new books here.`,
      );
    }
    writeFileSync(note, `${folder}\n`, { mode: 0o600 });
  }
  return placeAt(realpathSync(root));
}

/** Root's folder for what must lie where a private user id can reach it: others pass through, none can list it. */
export function privateRoot(): string {
  const root = '/var/lib/recoup';
  mkdirSync(root, { recursive: true, mode: 0o711 });
  const stats = lstatSync(root);
  if (!stats.isDirectory() || stats.uid !== 0 || (stats.mode & 0o022) !== 0) {
    throw new EngineProblem(
      `${root} must be a folder that root alone can write. Set DATABASE_URL to a PostgreSQL server of your own, or repair it.`,
    );
  }
  chmodSync(root, 0o711);
  return root;
}

/** Whether this account gets through every folder of the path. Nobody in particular ({}) is ourselves: the system will tell. */
export function canPassThrough(path: string, account: RunAs): boolean {
  if (account.uid === undefined) return true;
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    if (!grants(statSync(folder), account, 1)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Root's server is another user and must pass through; an ordinary user keeps the folder closed. */
export function makeFolder(path: string, account: Account): void {
  if (existsSync(path)) return;
  mkdirSync(path, { recursive: true });
  chmodSync(path, account.isRoot ? 0o711 : 0o700); // whatever the umask made of it
}

function existingParent(path: string): string {
  const parent = dirname(path);
  return existsSync(parent) || parent === path ? parent : existingParent(parent);
}

function userWord(id: number): string {
  return id === 0 ? 'root' : `the user with id ${id}`;
}
