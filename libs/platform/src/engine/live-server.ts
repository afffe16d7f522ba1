import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EngineProblem } from './engine-problem.ts';
import { type EngineConnection, ping } from './ping.ts';
import type { Place } from './place.ts';
import { type ProcessFile, readProcessFile } from './process-file.ts';
import { type RunningProcess, runningProcess, workingFolder } from './processes.ts';

/** A server of this folder that runs and knows our password. */
export interface LiveServer {
  readonly process: RunningProcess;
  readonly connection: EngineConnection;
  readonly version: string;
  /** Whether it waits for its log to be archived before it lets go of it. */
  readonly archives: boolean;
}

const SILENCE_MS = 5_000;
/** A server that recovers from a crash is busy as long as it has log to read. */
const BUSY_MS = 120_000;

/**
 * The server that runs on this place, or null after what a dead one left behind is gone.
 * Stale is only what is proved stale: the process is gone, is a zombie, or is no PostgreSQL.
 * Errors: EngineProblem if a PostgreSQL runs under that process id and does not prove to be ours; nothing is touched.
 */
export async function liveServer(place: Place, password: string): Promise<LiveServer | null> {
  const begun = Date.now();
  for (;;) {
    const file = readProcessFile(place.processFile);
    if (file === null && existsSync(place.processFile) && Date.now() - begun < 500) {
      await pause(50); // an orphaned server may be writing its first lines
      continue;
    }
    const process = file === null ? null : runningProcess(file.processId);
    if (file === null || process === null || !mayBePostgres(process)) {
      clearLeftovers(place);
      return null;
    }
    refuseAnotherFolder(place, file);
    const connection = connectionOf(file, password);
    const answer = await ping(connection);
    if (answer.kind === 'OURS') {
      if (answer.dataFolder !== place.data) throw heldBySomebodyElse(place, file, `it keeps ${answer.dataFolder}`);
      return { process, connection, version: answer.version, archives: answer.archives };
    }
    const patience = answer.kind === 'BUSY' || file.status !== 'ready' ? BUSY_MS : SILENCE_MS;
    if (answer.kind === 'FOREIGN' || Date.now() - begun > patience)
      throw heldBySomebodyElse(place, file, answer.reason);
    await pause(50);
  }
}

export function connectionOf(file: ProcessFile, password: string): EngineConnection {
  const host = file.socketFolder === '' ? '127.0.0.1' : file.socketFolder;
  return { host, port: file.port, user: 'postgres', password, database: 'postgres' };
}

function mayBePostgres(process: RunningProcess): boolean {
  return process.program === null || process.program === 'postgres';
}

/** The id may belong to the PostgreSQL of another folder: the file was copied or moved with the data of a running server. */
function refuseAnotherFolder(place: Place, file: ProcessFile): void {
  const folder = workingFolder(file.processId) ?? file.dataFolder;
  if (folder !== place.data || file.dataFolder !== place.data)
    throw heldBySomebodyElse(place, file, `it keeps ${folder}`);
}

function heldBySomebodyElse(place: Place, file: ProcessFile, reason: string): EngineProblem {
  return new EngineProblem(
    `A PostgreSQL server that is not Recoup's holds ${place.data} (process ${file.processId}; ${reason}). Stop that server, then start Recoup again; nothing was touched.`,
  );
}

/** PostgreSQL would take another program under the old process id for its own server and refuse to start. */
function clearLeftovers(place: Place): void {
  const socket = join(place.sockets, '.s.PGSQL.5432');
  for (const path of [place.processFile, socket, `${socket}.lock`]) rmSync(path, { force: true });
}
