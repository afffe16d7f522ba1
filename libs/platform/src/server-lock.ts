import type { DataSource } from 'typeorm';

/**
 * One server for one set of books: an advisory lock, held as long as the process lives. A killed server's lock is gone
 * with its connection. Returns what releases it.
 * Errors: ServerRunsAlready, with the process that holds it.
 */
export async function takeServerLock(db: DataSource): Promise<() => Promise<void>> {
  const runner = db.createQueryRunner();
  await runner.query(`set idle_session_timeout = 0`);
  const [row] = (await runner.query(`select pg_try_advisory_lock(hashtext('recoup server')) as taken`)) as {
    taken: boolean;
  }[];
  if (row?.taken === true) {
    await runner.query(`select set_config('application_name', $1, false)`, [`recoup server, process ${process.pid}`]);
    return () => runner.release();
  }
  const [holder] = (await runner.query(
    `select application_name as name from pg_stat_activity where application_name like 'recoup server, process %' limit 1`,
  )) as { name: string }[];
  await runner.release();
  throw new ServerRunsAlready(holder?.name.replace('recoup server, ', '') ?? 'another process');
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
  constructor(holder: string) {
    super(
      `A Recoup server keeps these books already (${holder}). Stop it, or set RECOUP_FOLDER or DATABASE_URL for other books.`,
    );
  }
}
