import { setTimeout as wait } from 'node:timers/promises';
import { type Actor, DomainError, Held } from '#kernel';
import {
  type DataSource,
  type EntityManager,
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';
import { brokenRule, isLostRace } from './constraint.ts';
import type { PreparedClient } from './prepared-client.ts';

/** One open transaction. The first parameter of whatever reads or writes the books, and never optional. */
export type Tx = EntityManager;

// Another transaction was in the way and ours did nothing: serialization failure, deadlock, lock not available.
const worthAnotherTry = new Set(['40001', '40P01', '55P03']);
const tries = 5;

/**
 * Runs `work` in one READ COMMITTED transaction and commits; whatever it throws rolls everything back.
 * A transaction that only lost a race is run again, whole, at most five times.
 * Errors: the domain error of a broken constraint; HeldBySomebodyElse, where the fifth try loses too; whatever `work` throws.
 */
export async function inTransaction<T>(db: DataSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await committed(db, work);
    } catch (error) {
      if (attempt === tries || !mayGoOtherwise(error)) throw asDomainError(error);
      await wait(5 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

/** As `inTransaction`, and what lost a race is not run again. */
export async function inOneTry<T>(db: DataSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await committed(db, work);
  } catch (error) {
    throw asDomainError(error);
  }
}

const sentWithCommit = new WeakMap<Tx, Promise<unknown>[]>();

/** READ COMMITTED is the session's default, see data-source.ts. */
async function committed<T>(db: DataSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  let last: Promise<unknown>[] = [];
  const result = await db.transaction(async (tx) => {
    const value = await work(tx);
    last = sentWithCommit.get(tx) ?? [];
    return value;
  });
  await Promise.all(last); // one that failed has made a rollback of the commit behind it
  return result;
}

/**
 * Lets the commit travel right behind the last statement of a transaction, which nobody waits for. Nothing is
 * acknowledged before both have been answered; should the statement fail, PostgreSQL rolls back instead of committing.
 */
export function withCommit(tx: Tx, sent: Promise<unknown>): void {
  sent.catch(() => undefined); // it is looked at after the commit
  sentWithCommit.set(tx, [...(sentWithCommit.get(tx) ?? []), sent]);
}

/**
 * One consistent picture of the books for a report: REPEATABLE READ, and nothing can be written in it. Its statements are
 * planned for what is asked this time, unlike a writer's (see data-source.ts).
 *
 * Errors: HeldBySomebodyElse, where a table is kept from readers, as by a migration; whatever `work` throws.
 * `abandoned`: leaves at once, in the middle of a statement too, by closing the connection: a picture has no effect to lose.
 */
export async function inSnapshot<T>(db: DataSource, work: (tx: Tx) => Promise<T>, abandoned?: AbortSignal): Promise<T> {
  return db.transaction('REPEATABLE READ', async (tx) => {
    const connection = (await tx.queryRunner?.connect()) as PreparedClient;
    const leave = (): void => connection.abandon();
    abandoned?.throwIfAborted();
    abandoned?.addEventListener('abort', leave);
    try {
      // Sent together with the first statement of the work, which cannot be run before it.
      const [, result] = await Promise.all([
        tx.query(
          'set transaction read only; set local plan_cache_mode = force_custom_plan; set local enable_seqscan = on',
        ),
        work(tx),
      ]);
      return result;
    } catch (error) {
      throw asDomainError(error);
    } finally {
      abandoned?.removeEventListener('abort', leave);
    }
  });
}

/**
 * Says for the rest of the transaction who acts in it and for which secretariat (`app.person`, `app.tenant`): the key
 * of a request asks it, and so may the policies of the tables. Gone with the transaction.
 */
export async function actIn(tx: Tx, { person, secretariat }: Actor): Promise<void> {
  await tx.query(`select set_config('app.person', $1, true), set_config('app.tenant', $2, true)`, [
    person,
    secretariat,
  ]);
}

/** Thrown on purpose to leave a transaction without a trace; carries out what would have been. */
class RolledBack<T> extends Error {
  constructor(readonly result: T) {
    super('rolled back on purpose');
  }
}

/** A dry run: the same work by the same code, every deferred check included, and then nothing of it is kept. */
export async function withoutEffect<T>(db: DataSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(db, async (tx): Promise<T> => {
      const result = await work(tx);
      await tx.query('set constraints all immediate');
      throw new RolledBack(result);
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.result as T;
    throw error;
  }
}

function mayGoOtherwise(error: unknown): boolean {
  return (
    worthAnotherTry.has(sqlState(error)) || (error instanceof QueryFailedError && isLostRace(error as QueryFailedError))
  );
}

function asDomainError(error: unknown): unknown {
  if (error instanceof DomainError || !(error instanceof QueryFailedError)) return error;
  return (
    brokenRule(error as QueryFailedError) ?? (worthAnotherTry.has(sqlState(error)) ? new HeldBySomebodyElse() : error)
  );
}

export class HeldBySomebodyElse extends Held {
  constructor() {
    super(
      'Somebody else holds what this would change or read. Nothing was written. Send the same again in a moment, with the same Idempotency-Key.',
    );
  }
}

export function sqlState(error: unknown): string {
  const code: unknown = error instanceof QueryFailedError ? (error.driverError as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : '';
}

/** True where the disk of the database is full: nothing was written, and it works again once there is room. */
export function isStorageFull(error: unknown): boolean {
  return sqlState(error) === '53100';
}

/** What the database says of a page that is not as it was written: its checksum or its form is wrong; null for any other error. */
export function damageOf(error: unknown): string | null {
  return /^XX00[12]$/.test(sqlState(error)) ? (error as QueryFailedError).message : null;
}

/** True where the database could not be asked, or was lost while it was: 08xxx, 57P0x, and the sockets' own words. */
export function isUnreachable(error: unknown): boolean {
  // A connection that breaks between two statements of a transaction is taken back at once; the next statement meets this.
  if (error instanceof QueryRunnerAlreadyReleasedError || error instanceof QueryRunnerProviderAlreadyReleasedError)
    return true;
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const { code, message, syscall } = (cause ?? {}) as { code?: unknown; message?: unknown; syscall?: unknown };
  if (syscall === 'open') return false; // a file, not a server
  if (typeof code === 'string' && /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/.test(code))
    return true;
  return (
    typeof message === 'string' &&
    /^(Connection terminated|Driver not Connected|Client has encountered a connection error)/.test(message)
  );
}
