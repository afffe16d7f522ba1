import { createHash } from 'node:crypto';
import { canonicalJson, Conflict, DomainError, Refused } from '#kernel';
import type { DataSource } from 'typeorm';
import { inTransaction, type Tx, withCommit } from './transaction.ts';

/** What names a request that may be sent twice but must take effect once. */
export interface RequestKey {
  readonly person: string;
  readonly key: string;
  /** Method and path: the same key for another operation is another request. */
  readonly operation: string;
  readonly body: unknown;
}

/** What was answered: a success or a refusal. */
export interface Answer {
  readonly status: number;
  readonly body: string; // JSON, as it was sent
}

/** What a request does, and how a refusal by a rule is answered. */
export interface Work<Prepared> {
  /** Reads what the work needs to know of whoever asks, and says for whom the transaction is; sent together with the claim of the key. */
  prepare(tx: Tx): Promise<Prepared>;
  act(tx: Tx, prepared: Prepared): Promise<Answer>;
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
export async function once<Prepared>(
  db: DataSource,
  request: RequestKey,
  work: Work<Prepared>,
): Promise<Answer & { replayed: boolean }> {
  let judging = false;
  try {
    return await inTransaction(db, async (tx) => {
      // Prepared first: only then does the transaction know whose key it is. Sent together all the same.
      const preparing = work.prepare(tx);
      const claiming = claim(tx, request);
      claiming.catch(() => undefined);
      const prepared = await preparing;
      const isFirst = await claiming;
      if (!isFirst) return { ...(await standing(tx, request)), replayed: true };
      judging = true;
      const answer = await work.act(tx, prepared);
      keepAnswer(tx, request, answer);
      return { ...answer, replayed: false };
    });
  } catch (error) {
    if (!judging || !(error instanceof DomainError) || error.isOfTheMoment) throw error;
    const refusal = work.refusal(error);
    // An equal request that was quicker has answered both.
    return inTransaction(db, async (tx) => {
      await work.prepare(tx); // whose key it is
      return (await claim(tx, request, refusal))
        ? { ...refusal, replayed: false }
        : { ...(await standing(tx, request)), replayed: true };
    });
  }
}

/** True for the first request with this key. */
async function claim(tx: Tx, request: RequestKey, answer?: Answer): Promise<boolean> {
  const inserted: unknown[] = await tx.query(
    `insert into platform.request_key (person, key, operation, request_sha256, status, body) values ($1, $2, $3, $4, $5, $6)
     on conflict on constraint request_key_once do nothing returning key`,
    [request.person, request.key, request.operation, digestOf(request), answer?.status ?? null, answer?.body ?? null],
  );
  return inserted.length === 1;
}

/** Sent with the commit: neither stands without the other. */
function keepAnswer(tx: Tx, { person, key }: RequestKey, { status, body }: Answer): void {
  withCommit(
    tx,
    tx.query('update platform.request_key set status = $3, body = $4 where person = $1 and key = $2', [
      person,
      key,
      status,
      body,
    ]),
  );
}

/** Deletes the keys that need not be kept any longer: created before the last biennium, see the README. Returns how many. */
export async function forgetOldKeys(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ forgotten: string }[]>('select platform.forget_old_request_keys() as forgotten');
  return Number(row?.forgotten);
}

async function standing(tx: Tx, request: RequestKey): Promise<Answer> {
  const [earlier] = await tx.query<{ request_sha256: Buffer; status: number | null; body: string | null }[]>(
    'select request_sha256, status, body from platform.request_key where person = $1 and key = $2',
    [request.person, request.key],
  );
  if (earlier?.request_sha256.equals(digestOf(request)) !== true) throw new RequestKeyReused(request.key);
  if (earlier.status === null || earlier.body === null) throw new RequestStillRunning(request.key);
  return { status: earlier.status, body: earlier.body };
}

function digestOf({ operation, body }: RequestKey): Buffer {
  return createHash('sha256')
    .update(canonicalJson([operation, body ?? null]))
    .digest();
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
