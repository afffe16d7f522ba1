import { createHash } from 'node:crypto';
import { canonicalJson, Conflict, Refused } from '#kernel';
import type { Tx } from './transaction.ts';

/** What names a request that may be sent twice but must take effect once. */
export interface RequestKey {
  readonly person: string;
  readonly key: string;
  /** Method and path: the same key for another operation is another request. */
  readonly operation: string;
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body: string; // JSON, as it was sent
}

/**
 * Runs `work` unless this request has been answered before; then the first answer comes back.
 * The key, the effect and the answer are written in one transaction: either all three are there or none. A second
 * request with the same key waits for the first at the primary key.
 * Errors: RequestKeyReused (the key came with another request before).
 */
export async function once(
  tx: Tx,
  request: RequestKey,
  work: () => Promise<Answer>,
): Promise<Answer & { replayed: boolean }> {
  const digest = createHash('sha256')
    .update(canonicalJson([request.operation, request.body ?? null]))
    .digest();
  const inserted: unknown[] = await tx.query(
    `insert into platform.request_key (person, key, operation, request_sha256) values ($1, $2, $3, $4)
     on conflict on constraint request_key_once do nothing returning key`,
    [request.person, request.key, request.operation, digest],
  );
  if (inserted.length === 0) {
    const [earlier] = await tx.query<{ request_sha256: Buffer; status: number | null; body: string | null }[]>(
      'select request_sha256, status, body from platform.request_key where person = $1 and key = $2',
      [request.person, request.key],
    );
    if (earlier?.request_sha256.equals(digest) !== true) throw new RequestKeyReused(request.key);
    if (earlier.status === null || earlier.body === null) throw new RequestStillRunning(request.key);
    return { status: earlier.status, body: earlier.body, replayed: true };
  }
  const answer = await work();
  await tx.query('update platform.request_key set status = $3, body = $4 where person = $1 and key = $2', [
    request.person,
    request.key,
    answer.status,
    answer.body,
  ]);
  return { ...answer, replayed: false };
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
