import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loginRoles, type LoginRole } from '../roles/roles.ts';
import type { Account } from './account.ts';
import type { Place } from './place.ts';

export type Passwords = Readonly<Record<LoginRole, string>>;

/**
 * The password of each role that logs in, in a file of its own that its owner alone can read. Missing ones are made: for a
 * new cluster, for one that an earlier version made, and where a restored one came without them. Whoever prepares the
 * database gives the roles the passwords that stand here.
 */
export function readPasswords(place: Place, durable: boolean): Passwords {
  mkdirSync(place.secrets, { recursive: true, mode: 0o700 });
  const password = (role: LoginRole): string => {
    const file = join(place.secrets, role);
    if (!existsSync(file)) {
      const unfinished = `${file}.new`;
      writeFileSync(unfinished, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: durable });
      renameSync(unfinished, file);
    }
    return readFileSync(file, 'utf8').trim();
  };
  return Object.fromEntries(loginRoles.map((role) => [role, password(role)])) as Passwords;
}

const people = ['postgres', ...loginRoles].join(',');

const door = `# Written by Recoup at each start: these roles and no others, by password, over the socket and the loopback.
local  all  ${people}                scram-sha-256
host   all  ${people}  127.0.0.1/32  scram-sha-256
host   all  ${people}  ::1/128       scram-sha-256
`;

/** Lets in nobody but the roles there are. A server that runs has read the file already and is not asked again. */
export function closeDoor(place: Place, account: Account): void {
  if (existsSync(place.door) && readFileSync(place.door, 'utf8') === door) return;
  writeFileSync(place.door, door, { mode: 0o600 });
  const { uid, gid } = account.server;
  if (uid !== undefined && gid !== undefined) chownSync(place.door, uid, gid);
}
