import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { type Actor, canonicalJson, Conflict, DomainError, Refused } from '#kernel';
import type { DataSource } from 'typeorm';
import { constraintMeansALostRace } from './constraint.ts';
import { actIn, inTransaction, type Tx, withCommit } from './transaction.ts';

/** What names a request that may be sent twice but must take effect once. */
export interface RequestKey {
  readonly key: string;
  /** Method and path: the same key for another operation is another request. */
  readonly operation: string;
  readonly body: unknown;
  /** Keys the digest by which the request is known again: without it nobody can try bodies, with names in them, against it. */
  readonly secret: Buffer;
}

/** What was answered: a success or a refusal. */
export interface Answer {
  readonly status: number;
  readonly body: string; // JSON, as it was sent
  /** What is kept in its place, where that tells of a person: a repeat is answered with this. */
  readonly kept?: string;
}

/** A key is one person's: two may use the same. */
type KeyOfPerson = RequestKey & Pick<Actor, 'person' | 'secretariat'>;

/** What a request does, and how a refusal by a rule is answered. */
export interface Work<Prepared extends Pick<Actor, 'person' | 'secretariat'>, Ahead = undefined> {
  /**
   * Finds out who asks, and with its first statement says so to the transaction (`actIn`): whether the key was answered before
   * is asked right behind it, for whoever was found.
   */
  prepare(tx: Tx): Promise<Prepared>;
  /**
   * What is asked whoever asks: it travels right behind both, for whoever was found, and waits for neither. It locks and reads,
   * and is wasted where the request is a repeat.
   */
  ahead?(tx: Tx): Promise<Ahead>;
  act(tx: Tx, prepared: Prepared, ahead: Ahead): Promise<Answer>;
  refusal(error: DomainError): Answer;
}

/**
 * Does a request unless it has been answered before; then the first answer comes back, a refusal as much as a success.
 * The key, the effect and the answer are written in one transaction: either all three are there or none. Of two at once with
 * the same key, the second waits for the first at the primary key, is taken back whole, and finds the first answer. A refusal is kept under its key once its work is
 * rolled back. What could not be judged (no such person, a lost database, a lock that was not to be had), or only as of this
 * moment (posting is stopped), is no answer: the key stays free, and the request may be sent again.
 * Errors: RequestKeyReused (the key came with another request before); whatever `prepare` throws; whatever `act` throws
 *         that is not a DomainError.
 */
export async function once<Prepared extends Pick<Actor, 'person' | 'secretariat'>, Ahead = undefined>(
  db: DataSource,
  request: RequestKey,
  work: Work<Prepared, Ahead>,
): Promise<Answer & { replayed: boolean }> {
  let judged: KeyOfPerson | null = null;
  try {
    return await inTransaction(db, async (tx) => {
      judged = null;
      const [prepared, earlier, ahead] = await Promise.all([work.prepare(tx), kept(tx, request.key), work.ahead?.(tx)]);
      const { person, secretariat } = prepared;
      const asked = { ...request, person, secretariat };
      if (earlier !== null) return { ...standing(asked, earlier), replayed: true };
      judged = asked;
      const answer = await work.act(tx, prepared, ahead as Ahead);
      keepAnswer(tx, asked, answer);
      return { ...answer, replayed: false };
    });
  } catch (error) {
    const asked = judged as KeyOfPerson | null; // what a callback has set, the compiler takes for never set
    if (asked === null || !(error instanceof DomainError)) throw error;
    // An equal request that was quicker has answered both.
    return inTransaction(db, async (tx) => {
      const [, earlier] = await Promise.all([actIn(tx, asked), kept(tx, asked.key)]);
      if (earlier !== null) return { ...standing(asked, earlier), replayed: true };
      if (error.isOfTheMoment) throw error;
      const refusal = work.refusal(error);
      keepAnswer(tx, asked, refusal);
      return { ...refusal, replayed: false };
    });
  }
}

/**
 * Whether a request with this key was answered before, so that `once` acts on it no more, whatever it asks: for what is costly to
 * find out and is needed by the first alone.
 */
export async function wasAnswered(tx: Tx, { person, key }: { person: string; key: string }): Promise<boolean> {
  const found = await tx.query<unknown[]>(
    'select from platform.request_key where person = $1 and key = $2 and status is not null',
    [person, key],
  );
  return found.length > 0;
}

/**
 * What whoever acts was answered under this key, asked for that operation: for who lost the answer and can no longer send the
 * same request. Null: nothing so far; a request that is still under way may yet take effect.
 */
export async function answerUnder(
  tx: Tx,
  { key, operation }: Pick<RequestKey, 'key' | 'operation'>,
): Promise<Answer | null> {
  const [found] = await tx.query<Answer[]>(
    `select status, body from platform.request_key
     where person = current_setting('app.person', true) and key = $1 and operation = $2 and status is not null`,
    [key, operation],
  );
  return found ?? null;
}

interface Kept {
  readonly request_sha256: Buffer;
  readonly status: number | null;
  readonly body: string | null;
}

/** What whoever the transaction says acts was answered under this key; null where nothing was, or nobody acts. */
async function kept(tx: Tx, key: string): Promise<Kept | null> {
  const [earlier] = await tx.query<Kept[]>(
    'select request_sha256, status, body from platform.request_key where person = current_setting($1, true) and key = $2',
    ['app.person', key],
  );
  return earlier ?? null;
}

/** Sent with the commit: neither stands without the other. A key that somebody was quicker with takes all of it back. */
function keepAnswer(tx: Tx, request: KeyOfPerson, { status, body, kept = body }: Answer): void {
  withCommit(
    tx,
    tx.query(
      'insert into platform.request_key (person, key, operation, request_sha256, status, body) values ($1, $2, $3, $4, $5, $6)',
      [request.person, request.key, request.operation, digestOf(request), status, kept],
    ),
  );
}

/** Deletes the keys that need not be kept any longer: created before the last biennium, see the README. Returns how many. */
export async function forgetOldKeys(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ forgotten: string }[]>('select platform.forget_old_request_keys() as forgotten');
  return Number(row?.forgotten);
}

function standing(request: KeyOfPerson, earlier: Kept): Answer {
  const isTheSame = earlier.request_sha256.equals(digestOf(request));
  // Kept by an earlier version, which hashed without a key.
  if (!isTheSame && !earlier.request_sha256.equals(hashOf(request))) throw new RequestKeyReused(request.key);
  if (earlier.status === null || earlier.body === null) throw new RequestStillRunning(request.key);
  return { status: earlier.status, body: earlier.body };
}

// One secret for all requests: made a key once, where each digest would else begin with it.
const keys = new WeakMap<Buffer, KeyObject>();

function keyOf(secret: Buffer): KeyObject {
  const known = keys.get(secret);
  if (known !== undefined) return known;
  const key = createSecretKey(secret);
  keys.set(secret, key);
  return key;
}

/** By what a request is known again. */
export function digestOf({ secret, ...request }: RequestKey): Buffer {
  return createHmac('sha256', keyOf(secret)).update(wordsOf(request)).digest();
}

function hashOf(request: RequestKey): Buffer {
  return createHash('sha256').update(wordsOf(request)).digest();
}

function wordsOf({ operation, body }: Pick<RequestKey, 'operation' | 'body'>): string {
  return canonicalJson([operation, body ?? null]);
}

export class RequestKeyReused extends Refused {
  constructor(key: string) {
    super(
      `The Idempotency-Key "${key}" came with another request before. A new request needs a new key; nothing was written.`,
    );
  }
}

export class RequestStillRunning extends Conflict {
  constructor(key: string) {
    super(`The first request with the Idempotency-Key "${key}" has not finished. Ask again in a moment.`);
  }
}

constraintMeansALostRace('request_key_once');
