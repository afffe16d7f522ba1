import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { type Actor, canonicalJson, Conflict, DomainError, Refused } from '#kernel';
import type { DataSource } from 'typeorm';
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
   * Finds out who asks, and with its first statement says so to the transaction (`actIn`): the claim of the key travels
   * right behind it and is made for whoever was found.
   */
  prepare(tx: Tx): Promise<Prepared>;
  /**
   * What is asked whoever asks: it travels right behind the claim, for whoever was found, and need not wait for either. It locks
   * and reads, and is wasted where the request is a repeat.
   */
  ahead?(tx: Tx): Promise<Ahead>;
  act(tx: Tx, prepared: Prepared, ahead: Ahead): Promise<Answer>;
  refusal(error: DomainError): Answer;
}

/**
 * Does a request unless it has been answered before; then the first answer comes back, a refusal as much as a success.
 * The key, the effect and the answer are written in one transaction: either all three are there or none. A second
 * request with the same key waits for the first at the primary key. A refusal is kept under its key once its work is
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
      const [prepared, isFirst, ahead] = await Promise.all([work.prepare(tx), claim(tx, request), work.ahead?.(tx)]);
      const { person, secretariat } = prepared;
      const asked = { ...request, person, secretariat };
      if (!isFirst) return { ...(await standing(tx, asked)), replayed: true };
      judged = asked;
      const answer = await work.act(tx, prepared, ahead as Ahead);
      keepAnswer(tx, asked, answer);
      return { ...answer, replayed: false };
    });
  } catch (error) {
    const asked = judged as KeyOfPerson | null; // what a callback has set, the compiler takes for never set
    if (asked === null || !(error instanceof DomainError) || error.isOfTheMoment) throw error;
    const refusal = work.refusal(error);
    // An equal request that was quicker has answered both.
    return inTransaction(db, async (tx) => {
      await actIn(tx, asked);
      return (await claim(tx, asked, refusal))
        ? { ...refusal, replayed: false }
        : { ...(await standing(tx, asked)), replayed: true };
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

/** True for the first request with this key. Nobody's request claims none: `prepare` has found nobody, and says so itself. */
async function claim(tx: Tx, request: RequestKey & Partial<KeyOfPerson>, answer?: Answer): Promise<boolean> {
  const inserted: unknown[] = await tx.query(
    `insert into platform.request_key (person, key, operation, request_sha256, status, body)
     select acting.person, $2::text, $3::text, $4::bytea, $5::smallint, $6::text
     from (select coalesce($1::text, nullif(current_setting('app.person', true), '')) as person) as acting
     where acting.person is not null
     on conflict on constraint request_key_once do nothing returning key`,
    [
      ...[request.person ?? null, request.key, request.operation, digestOf(request)],
      ...[answer?.status ?? null, answer?.body ?? null],
    ],
  );
  return inserted.length === 1;
}

/** Sent with the commit: neither stands without the other. */
function keepAnswer(tx: Tx, { person, key }: KeyOfPerson, { status, body, kept = body }: Answer): void {
  withCommit(
    tx,
    tx.query('update platform.request_key set status = $3, body = $4 where person = $1 and key = $2', [
      person,
      key,
      status,
      kept,
    ]),
  );
}

/** Deletes the keys that need not be kept any longer: created before the last biennium, see the README. Returns how many. */
export async function forgetOldKeys(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ forgotten: string }[]>('select platform.forget_old_request_keys() as forgotten');
  return Number(row?.forgotten);
}

async function standing(tx: Tx, request: KeyOfPerson): Promise<Answer> {
  const [earlier] = await tx.query<{ request_sha256: Buffer; status: number | null; body: string | null }[]>(
    'select request_sha256, status, body from platform.request_key where person = $1 and key = $2',
    [request.person, request.key],
  );
  const isTheSame = earlier?.request_sha256.equals(digestOf(request)) === true;
  // Kept by an earlier version, which hashed without a key.
  if (earlier === undefined || (!isTheSame && !earlier.request_sha256.equals(hashOf(request))))
    throw new RequestKeyReused(request.key);
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

function digestOf({ secret, ...request }: RequestKey): Buffer {
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
