import { readFileSync, type Stats } from 'node:fs';
import { userInfo } from 'node:os';
import process from 'node:process';
import { EngineProblem } from './engine-problem.ts';

/** What node:child_process takes to run a program as somebody else; empty: as ourselves. */
export interface RunAs {
  uid?: number;
  gid?: number;
}

/** As whom the two programs of PostgreSQL run. Both refuse to run as root. */
export interface Account {
  /** Null where the platform knows no user ids (Windows). */
  readonly self: number | null;
  readonly isRoot: boolean;
  readonly server: RunAs;
  readonly initdb: RunAs;
  /** Words before the command line of initdb. */
  readonly initdbPrefix: readonly string[];
}

/** Belongs to nobody on an ordinary system, so no other program runs under it and can read the books. */
const PRIVATE_ID = 63_215;

/**
 * initdb looks up the name of the user it runs as and stops if there is none; the server does not. So root creates
 * the cluster as "nobody", gives the files to a private id without a name, and runs the server as that: no user is
 * added to the system. A nameless ordinary user (a container started with `--user 12345`) borrows the name of
 * "nobody" in a user namespace, where its own id is the only one there is; the files stay its own.
 */
export function serverAccount(): Account {
  const self = process.geteuid?.() ?? null;
  if (self === 0) {
    const [uid, gid] = namedAccount();
    return { self, isRoot: true, server: { uid: PRIVATE_ID, gid: PRIVATE_ID }, initdb: { uid, gid }, initdbPrefix: [] };
  }
  const prefix = self === null || hasName() ? [] : ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'];
  return { self, isRoot: false, server: {}, initdb: {}, initdbPrefix: prefix };
}

function hasName(): boolean {
  try {
    userInfo();
    return true;
  } catch {
    return false;
  }
}

/** [uid, gid] of "nobody", or of any ordinary user where a small image has no nobody. */
function namedAccount(): [uid: number, gid: number] {
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => Number(fields[2]) > 0);
  const entry = entries.find(([name]) => name === 'nobody') ?? entries[0];
  if (entry === undefined) {
    throw new EngineProblem(
      'This system has no user but root, and PostgreSQL does not run as root. Set DATABASE_URL to a PostgreSQL server of your own.',
    );
  }
  return [Number(entry[2]), Number(entry[3])];
}

/** Whether a file with these properties grants `wanted` (4 read, 1 pass through or run; 5 both) to this account. */
export function grants(stats: Stats, account: RunAs, wanted: number): boolean {
  const shift = stats.uid === account.uid ? 6 : stats.gid === account.gid ? 3 : 0;
  return ((stats.mode >> shift) & wanted) === wanted;
}
