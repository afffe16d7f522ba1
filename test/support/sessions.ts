import type { DataSource } from 'typeorm';
import { dataSource, programTenant } from '#platform';

/** A session of the tests on this database, with the rights of `role`; 'none' leaves whoever logged in. For all secretariats, unless `tenant` names one. */
export function sessionAs(
  role: string,
  connection: Parameters<typeof dataSource>[0]['connection'],
  tenant: string = programTenant,
): Promise<DataSource> {
  const tables = { entities: [], migrations: [] };
  const pool = { poolSize: 2, applicationName: 'recoup tests', statementTimeoutMs: 60_000 };
  return dataSource({ connection, role, tenant, ...tables, ...pool }).initialize();
}

/** What `work` answers in a transaction of its own, after these statements; all of it is taken back. */
export async function afterwards<T>(
  db: DataSource,
  statements: readonly string[],
  work: (runner: ReturnType<DataSource['createQueryRunner']>) => Promise<T>,
): Promise<T> {
  const runner = db.createQueryRunner();
  try {
    await runner.startTransaction();
    for (const statement of statements) await runner.query(statement);
    return await work(runner);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

/** Tried by somebody and taken back: "done", or the SQLSTATE and the message. */
export async function tried(db: DataSource, ...statements: string[]): Promise<string> {
  try {
    return await afterwards(db, statements, () => Promise.resolve('done'));
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    return `${code} ${message}`;
  }
}

export async function loginOf(db: DataSource): Promise<string> {
  const [row] = await db.query<{ name: string }[]>('select session_user as name');
  return row?.name ?? '';
}
