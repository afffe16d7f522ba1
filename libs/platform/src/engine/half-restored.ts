import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './place.ts';
import { readProcessFile } from './process-file.ts';
import { runningProcess, workingFolder } from './processes.ts';

/**
 * What to do with a folder in which a restore was cut off; null where none was. Its PostgreSQL outlives it where the log was being
 * replayed: it waits a minute for the next file, and would take its socket along when it ends.
 */
export function halfRestored({ root, restoring }: Pick<Place, 'root' | 'restoring'>): string | null {
  if (!existsSync(restoring)) return null;
  const data = join(restoring, 'data');
  const id = readProcessFile(join(data, 'postmaster.pid'))?.processId ?? 0;
  const runs = runningProcess(id) !== null && [null, data].includes(workingFolder(id));
  const left = runs
    ? ` Its PostgreSQL (process ${id}) is still there and ends by itself within a minute: wait until it is gone.`
    : '';
  return `A restore into ${root} was interrupted, and half a set of books is none.${left} Remove that folder and restore again.`;
}
