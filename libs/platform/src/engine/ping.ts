import pg from 'pg';
import { codeOf } from './engine-problem.ts';

/** Settings of one server for node-postgres. */
export interface EngineConnection {
  /** Folder of the Unix socket, or 127.0.0.1. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** OURS knows our password; FOREIGN answers but refuses it; SILENT does not answer; BUSY is starting or stopping. */
export type Answer =
  | { readonly kind: 'OURS'; readonly version: string; readonly dataFolder: string; readonly archives: boolean }
  | { readonly kind: 'FOREIGN' | 'SILENT' | 'BUSY'; readonly reason: string };

export async function ping(connection: EngineConnection): Promise<Answer> {
  const client = new pg.Client({
    ...connection,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    application_name: 'recoup engine',
  });
  client.on('error', () => undefined); // the server may stop under us; the query below says so too
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; data: string; archives: boolean }>(
      `select current_setting('server_version') as version, current_setting('data_directory') as data,
              current_setting('archive_mode') = 'on' as archives`,
    );
    const [row] = rows;
    if (row === undefined) return { kind: 'SILENT', reason: 'no row' };
    return { kind: 'OURS', version: `PostgreSQL ${row.version}`, dataFolder: row.data, archives: row.archives };
  } catch (error) {
    const code = codeOf(error);
    const reason = error instanceof Error ? error.message : String(error);
    if (['57P03', '57P01', '57P02', '53300'].includes(code)) return { kind: 'BUSY', reason };
    return { kind: /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code) ? 'FOREIGN' : 'SILENT', reason };
  } finally {
    await client.end().catch(() => undefined);
  }
}
