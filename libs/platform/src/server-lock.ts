import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { isUnreachable } from './transaction.ts';

const TRY_EVERY_MS = 500;

/** A lock, and what tells that the connection which holds it has ended. */
interface Held {
  readonly runner: QueryRunner;
  readonly lost: Promise<void>;
}

/**
 * One server for one set of books: an advisory lock, held as long as the process lives. A killed server's lock is gone
 * with its connection. Where the database ends and comes back, the lock is taken again; where another server was quicker,
 * `overtaken` is told, and this one must stop. Returns what releases it.
 * Errors: ServerRunsAlready, with the process that holds it.
 */
export async function takeServerLock(
  db: DataSource,
  overtaken: (by: ServerRunsAlready) => void,
): Promise<() => Promise<void>> {
  let held = await lock(db);
  const leaving = new AbortController();
  const keep = async (): Promise<void> => {
    for (;;) {
      await Promise.race([held.lost, aborted(leaving.signal)]);
      if (leaving.signal.aborted) return;
      const again = await lockAgain(db, leaving.signal);
      if (again === null) return;
      held = again;
    }
  };
  const keeping = keep().catch((error: unknown) => {
    if (!(error instanceof ServerRunsAlready)) throw error;
    overtaken(error);
  });
  return async () => {
    leaving.abort();
    await keeping;
    await unlock(held.runner);
  };
}

/** Tries until the database answers; null where it was left meanwhile. Errors: ServerRunsAlready. */
async function lockAgain(db: DataSource, leaving: AbortSignal): Promise<Held | null> {
  while (!leaving.aborted) {
    try {
      return await lock(db);
    } catch (error) {
      // Across a network the database may not know yet that our old connection is dead: then we meet our own lock.
      const passing = error instanceof ServerRunsAlready ? error.isThisProcess : isUnreachable(error);
      if (!passing) throw error;
      await pause(TRY_EVERY_MS, undefined, { ref: false });
    }
  }
  return null;
}

async function lock(db: DataSource): Promise<Held> {
  const runner = db.createQueryRunner();
  try {
    const client = (await runner.connect()) as Client;
    const lost = new Promise<void>((resolve) => client.once('end', resolve));
    await runner.query(`set idle_session_timeout = 0`);
    const [row] = (await runner.query(`select pg_try_advisory_lock(hashtext('recoup server')) as taken`)) as {
      taken: boolean;
    }[];
    if (row?.taken === true) {
      await runner.query(`select set_config('application_name', $1, false)`, [nameOf(process.pid)]);
      return { runner, lost };
    }
    const [holder] = (await runner.query(
      `select application_name as name from pg_stat_activity where application_name like 'recoup server, process %' limit 1`,
    )) as { name: string }[];
    throw new ServerRunsAlready(holder?.name);
  } catch (error) {
    if (!runner.isReleased) await runner.release();
    throw error;
  }
}

/** Its connection goes back to the pool, and the lock with it would stay. A connection that is gone holds none. */
async function unlock(runner: QueryRunner): Promise<void> {
  if (runner.isReleased) return;
  await runner.query(`select pg_advisory_unlock(hashtext('recoup server'))`).catch(() => undefined);
  if (!runner.isReleased) await runner.release();
}

function nameOf(processId: number): string {
  return `recoup server, process ${processId}`;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** Whether a server keeps these books at this moment. */
export async function isServerRunning(tx: Pick<DataSource, 'query'>): Promise<boolean> {
  const [row] = await tx.query<{ running: boolean }[]>(
    `select exists (
       select from pg_locks where locktype = 'advisory' and granted
         and (classid::bigint << 32 | objid::bigint) = hashtext('recoup server')::bigint
         and database = (select oid from pg_database where datname = current_database())
     ) as running`,
  );
  return row?.running === true;
}

export class ServerRunsAlready extends Error {
  readonly isThisProcess: boolean;

  /** `holder` is the name of the connection that has the lock; undefined where it has none that we know. */
  constructor(holder: string | undefined) {
    super(
      `A Recoup server keeps these books already (${holder?.replace('recoup server, ', '') ?? 'another process'}). ` +
        'Stop it, or set RECOUP_FOLDER or DATABASE_URL for other books.',
    );
    this.isThisProcess = holder === nameOf(process.pid);
  }
}
