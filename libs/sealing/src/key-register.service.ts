import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type Actor, canonicalJson, type Clock, Conflict, Forbidden, Refused } from '#kernel';
import type { Tx } from '#platform';
import { cryptography, type SigningKey } from './cryptography.service.ts';
import { createKeyFile, readKeyFile } from './key-file.service.ts';
import { sameBytes } from './merkle-tree.ts';
import { keyId, keyText, type NoteKey } from './signed-note.ts';
import { lockTree } from './seal-batch.service.ts';

/** A key that was registered in these books, with what became of it. */
export interface RegisteredKey extends NoteKey {
  readonly purpose: 'LOG' | 'WITNESS';
  readonly secretariat: string | null;
  readonly retired: boolean;
}

/** What the books are called in every checkpoint, and all keys that sign or have signed. Null before the first sealing. */
export interface Register {
  readonly origin: string;
  readonly operator: string | null;
  readonly keys: readonly RegisteredKey[];
}

export async function readRegister(tx: Tx): Promise<Register | null> {
  const [log] = await tx.query<{ origin: string }[]>('select origin from sealing.log');
  if (log === undefined) return null;
  const rows = await tx.query<
    {
      name: string;
      public_key: Buffer;
      purpose: RegisteredKey['purpose'];
      secretariat: string | null;
      retired: boolean;
    }[]
  >(
    `select key_name as name, public_key, purpose, secretariat, exists (
       select from sealing.key_event as retired
       where retired.action = 'RETIRED' and retired.key_name = added.key_name and retired.public_key = added.public_key
     ) as retired
     from sealing.key_event as added where action = 'ADDED' order by id`,
  );
  const keys = rows.map(({ name, public_key: publicKey, purpose, secretariat, retired }) => ({
    ...{ name, publicKey, purpose, secretariat, retired },
    type: purpose === 'LOG' ? (1 as const) : (4 as const),
  }));
  const current = keys.findLast(({ purpose, retired }) => purpose === 'LOG' && !retired);
  return { origin: log.origin, operator: current?.secretariat ?? null, keys };
}

/** All keys that this log signs or has signed with. */
export function logKeysOf({ keys }: Register): RegisteredKey[] {
  return keys.filter(({ purpose }) => purpose === 'LOG');
}

/**
 * The key that signs for these books. At their first sealing it is made and registered: one file, which only the
 * account of the server reads. `operator` is the secretariat that runs the server, or null where it is neither.
 * Errors: LogKeyMissing, LogKeyNotRegistered, and those of `readKeyFile`.
 */
export async function openLog(
  tx: Tx,
  { keyFile, operator, clock }: { keyFile: string; operator: string | null; clock: Clock },
): Promise<SigningKey> {
  await lockTree(tx);
  const register = await readRegister(tx);
  if (register === null) {
    // A start that was cut off here has left a file and no log: the file is taken up again, with the name it bears.
    const key = existsSync(keyFile)
      ? readKeyFile(keyFile, 1)
      : createKeyFile(keyFile, `recoup/${randomBytes(8).toString('hex')}`, 1);
    await tx.query('insert into sealing.log (origin, opened_at) values ($1, $2)', [key.name, clock.now()]);
    await writeKeyEvent(tx, { action: 'ADDED', purpose: 'LOG', secretariat: operator, key, by: 'SERVER' }, clock);
    return key;
  }
  if (!existsSync(keyFile)) throw new LogKeyMissing(keyFile, register.origin);
  const key = readKeyFile(keyFile, 1);
  const isOurs = ({ retired, publicKey }: RegisteredKey): boolean => !retired && sameBytes(publicKey, key.publicKey);
  if (key.name !== register.origin || !logKeysOf(register).some(isOurs)) {
    throw new LogKeyNotRegistered(keyFile, register.origin);
  }
  return key;
}

/**
 * Another key signs from now on: the old one is retired, the new one added, and both are leaves.
 * The old file stays where the caller has put it. Errors: Refused where there is no log yet.
 */
export async function replaceLogKey(
  tx: Tx,
  { keyFile, by, reason, clock }: { keyFile: string; by: Actor; reason: string; clock: Clock },
): Promise<SigningKey> {
  await lockTree(tx);
  const register = await readRegister(tx);
  if (register === null) throw new NoLogYet();
  const key = createKeyFile(keyFile, register.origin, 1);
  const person = by.person;
  for (const old of logKeysOf(register).filter(({ retired }) => !retired)) {
    await writeKeyEvent(tx, { ...old, action: 'RETIRED', key: old, by: person, reason }, clock);
  }
  const secretariat = register.operator;
  await writeKeyEvent(tx, { action: 'ADDED', purpose: 'LOG', secretariat, key, by: person, reason }, clock);
  return key;
}

/**
 * Makes a witness known: its public half alone. Only its own secretariat may say which key is its own.
 * Errors: NoLogYet, WitnessOfAnotherSide, NotAWitnessKey, KeyKnownAlready.
 */
export async function registerWitness(
  tx: Tx,
  { key, secretariat }: { key: NoteKey; secretariat: string },
  by: Actor,
  clock: Clock,
): Promise<void> {
  await lockTree(tx);
  const register = await readRegister(tx);
  if (register === null) throw new NoLogYet();
  if (by.secretariat !== secretariat) throw new WitnessOfAnotherSide(by, secretariat);
  if (key.type !== 4) throw new NotAWitnessKey(key.name);
  if (register.keys.some(({ publicKey }) => sameBytes(publicKey, key.publicKey))) throw new KeyKnownAlready(key.name);
  await writeKeyEvent(tx, { action: 'ADDED', purpose: 'WITNESS', secretariat, key, by: by.person }, clock);
}

interface KeyEvent {
  readonly action: 'ADDED' | 'RETIRED';
  readonly purpose: 'LOG' | 'WITNESS';
  readonly secretariat: string | null;
  readonly key: NoteKey;
  readonly by: string;
  readonly reason?: string;
}

async function writeKeyEvent(tx: Tx, event: KeyEvent, clock: Clock): Promise<void> {
  const { action, purpose, secretariat, key, by, reason = null } = event;
  const at = clock.now();
  const body = canonicalJson({
    ...{ action, purpose, secretariat, by, reason },
    at: at.toISOString(),
    key: keyText(cryptography.sha256, key),
    keyId: keyId(cryptography.sha256, key),
  });
  await tx.query(
    `insert into sealing.key_event (action, purpose, secretariat, key_name, public_key, body, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [action, purpose, secretariat, key.name, Buffer.from(key.publicKey), body, at],
  );
}

export class LogKeyMissing extends Refused {
  constructor(path: string, origin: string) {
    super(
      `There is no key file ${path}. It signs for these books (${origin}). Put it back from where it is kept safe; if it is lost, ` +
        '`recoup checkpoint key replace` makes another, and both sides see that it was replaced.',
    );
  }
}

export class LogKeyNotRegistered extends Conflict {
  constructor(path: string, origin: string) {
    super(`${path} is no key of these books (${origin}). Another folder belongs to other books; nothing was started.`);
  }
}

export class NoLogYet extends Refused {
  constructor() {
    super('These books have no log yet: the server makes it when it starts. Nothing was written.');
  }
}

export class WitnessOfAnotherSide extends Forbidden {
  constructor({ person, secretariat }: Actor, other: string) {
    super(`${person} acts for ${secretariat}, and only ${other} says which witness is its own. Nothing was written.`);
  }
}

export class NotAWitnessKey extends Refused {
  constructor(name: string) {
    super(
      `${name} signs without the time and is no witness key; \`recoup checkpoint key create\` makes one. Nothing was written.`,
    );
  }
}

export class KeyKnownAlready extends Conflict {
  constructor(name: string) {
    super(`${name}: this key is registered already, and a key has one name and one purpose. Nothing was written.`);
  }
}
