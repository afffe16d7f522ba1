import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '../engine/place.ts';

/**
 * Above this the log grows because nothing takes it away: PostgreSQL keeps 1 GB of it (max_wal_size) under heavy work by
 * itself. At a file a minute, the least while something is posted, the rest is an hour of warning; the disk decides the end.
 */
export const logBytesMost = 2 * 1024 ** 3;

/** What the log takes of the database's disk. Unit: bytes. */
export function logBytes(place: Place): number {
  const folder = join(place.data, 'pg_wal');
  const sizes = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0); // PostgreSQL removes some meanwhile
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What somebody should look at now; null where the log is no larger than it may be. */
export function logWarning(bytes: number): string | null {
  if (bytes <= logBytesMost) return null;
  return `The log takes ${gigabytes(bytes)} GB of the database's disk, more than ${gigabytes(logBytesMost)} GB: it grows until it is archived, and posting ends when that disk is full. Mend the archive, or make room.`;
}

/** Says when the log has become too large, and when it is no longer. */
export function logWatcher(say: (sentence: string) => void): (bytes: number) => void {
  let isLarge = false;
  return (bytes) => {
    const warning = logWarning(bytes);
    if ((warning !== null) === isLarge) return;
    isLarge = warning !== null;
    say(warning ?? "The log takes no more of the database's disk than it may.");
  };
}

function gigabytes(bytes: number): string {
  return (bytes / 1024 ** 3).toFixed(1);
}
