import type { Actor } from '#kernel';
import type { DataSource } from 'typeorm';
import { type Answer, digestOf, type RequestKey } from './once.ts';
import { inOneTry, type Tx, withCommit } from './transaction.ts';

/** What several requests of one person do; `act` answers each of them, in their order. See `Work`. */
export interface SharedWork<Prepared extends Pick<Actor, 'person' | 'secretariat'>, Ahead> {
  prepare(tx: Tx): Promise<Prepared>;
  ahead(tx: Tx): Promise<Ahead>;
  act(tx: Tx, prepared: Prepared, ahead: Ahead): Promise<readonly Answer[]>;
}

/**
 * Does several requests of one person in one transaction: each key, each effect and each answer is written, or nothing is. It is tried
 * once, and no refusal is kept: what stands in the way of one request stands in the way of all, so each is to be done by `once` then,
 * which finds out whose it is. So is a key that was answered before: it is there once, and takes all of them back.
 * Errors: whatever `prepare` and `act` throw, and the database.
 */
export async function onceTogether<Prepared extends Pick<Actor, 'person' | 'secretariat'>, Ahead>(
  db: DataSource,
  requests: readonly RequestKey[],
  work: SharedWork<Prepared, Ahead>,
): Promise<readonly Answer[]> {
  return inOneTry(db, async (tx) => {
    const [prepared, ahead] = await Promise.all([work.prepare(tx), work.ahead(tx)]);
    const answers = await work.act(tx, prepared, ahead);
    if (answers.length !== requests.length) throw new Error('Each request of a group has an answer of its own.');
    keepAnswers(tx, prepared.person, requests, answers);
    return answers;
  });
}

/** Sent with the commit, as one answer is; see `once`. */
function keepAnswers(tx: Tx, person: string, requests: readonly RequestKey[], answers: readonly Answer[]): void {
  withCommit(
    tx,
    tx.query(
      `insert into platform.request_key (person, key, operation, request_sha256, status, body)
       select $1, key, operation, request_sha256, status, body
       from unnest($2::text[], $3::text[], $4::bytea[], $5::integer[], $6::text[]) as one (key, operation, request_sha256, status, body)`,
      [
        person,
        requests.map(({ key }) => key),
        requests.map(({ operation }) => operation),
        requests.map(digestOf),
        answers.map(({ status }) => status),
        answers.map(({ body, kept = body }) => kept),
      ],
    ),
  );
}
