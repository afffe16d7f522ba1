import type { RestorePoint } from './archive.ts';
import { BackupProblem } from './backup-problem.ts';
import type { Manifest } from './manifest.ts';
import { type Branch, isInThePastOf, type Lsn, lsnText, parseLsn } from './wal.ts';

/** What to restore to: all there is, the state before a moment, a named point, or a place in the log. */
export type RestoreTarget =
  | { readonly kind: 'latest' }
  | { readonly kind: 'time'; readonly at: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'lsn'; readonly lsn: Lsn };

/** "latest", "name:POINT", "lsn:0/3000158" or "2026-01-31T12:00:00Z". Errors: BackupProblem. */
export function parseRestoreTarget(text: string): RestoreTarget {
  if (text === 'latest') return { kind: 'latest' };
  if (/^name:[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(text)) return { kind: 'name', name: text.slice('name:'.length) };
  const lsn = text.startsWith('lsn:') ? parseLsn(text.slice('lsn:'.length)) : null;
  if (lsn !== null) return { kind: 'lsn', lsn };
  // With its zone: an operator at night in Geneva and a server in UTC must not mean two moments.
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/.test(text);
  if (isMoment && !Number.isNaN(Date.parse(text))) return { kind: 'time', at: text };
  throw new BackupProblem(
    'RESTORE_TARGET_UNKNOWN',
    `"${text}" is nothing to restore to: latest, name:POINT, lsn:0/3000158, or a moment with its zone such as 2026-01-31T12:00:00Z.`,
  );
}

/** Which way through the log leads to the target. */
export interface RestorePath {
  readonly timeline: number;
  readonly history: readonly Branch[];
  /** The base backup must agree with itself by here; null where any place will do. */
  readonly notAfter: Lsn | null;
}

/** A named point lies on the timeline it was made on; everything else on the newest. Errors: BackupProblem. */
export function pointNamed(name: string, points: readonly RestorePoint[]): RestorePoint {
  const point = points.find((one) => one.name === name);
  if (point !== undefined) return point;
  const known = points.map((one) => one.name).join(', ');
  throw new BackupProblem(
    'RESTORE_TARGET_UNKNOWN',
    `There is no restore point ${name} in this backup. There ${known === '' ? 'are none' : `are: ${known}`}.`,
  );
}

/**
 * The youngest base backup from which the target can be reached: it must have been whole by then, and lie in the past of the
 * target's timeline. Errors: BackupProblem where there is none.
 */
export function chooseBackup(manifests: readonly Manifest[], target: RestoreTarget, path: RestorePath): Manifest {
  const could = manifests.filter(({ timeline, stop }) => {
    const lsn = parseLsn(stop.lsn);
    if (lsn === null || !isInThePastOf({ timeline, lsn }, path)) return false;
    if (target.kind === 'time' && Date.parse(stop.at) > Date.parse(target.at)) return false;
    return path.notAfter === null || lsn <= path.notAfter;
  });
  const youngest = could.toSorted((one, other) => Date.parse(one.stop.at) - Date.parse(other.stop.at)).at(-1);
  if (youngest !== undefined) return youngest;
  const oldest = manifests.toSorted((one, other) => Date.parse(one.stop.at) - Date.parse(other.stop.at))[0];
  throw new BackupProblem(
    'RESTORE_TARGET_UNKNOWN',
    oldest === undefined
      ? 'There is no finished base backup in this folder, and the log alone restores nothing.'
      : `No base backup was finished before ${targetText(target)}; the oldest was finished at ${oldest.stop.at} (${oldest.stop.lsn}).`,
  );
}

export function targetText(target: RestoreTarget): string {
  switch (target.kind) {
    case 'latest':
      return 'latest';
    case 'time':
      return target.at;
    case 'name':
      return `name:${target.name}`;
    case 'lsn':
      return `lsn:${lsnText(target.lsn)}`;
  }
}

/** Where PostgreSQL ends its recovery; without one, at the end of the log. */
export function recoverySettings(target: RestoreTarget, timeline: number): Record<string, string> {
  const ends = {
    latest: () => ({}),
    // "Z" is the name of a zone, and PostgreSQL knows no names yet when it reads its settings.
    time: () => ({ recovery_target_time: target.kind === 'time' ? target.at.replace(/Z$/, '+00:00') : '' }),
    name: () => ({ recovery_target_name: target.kind === 'name' ? target.name : '' }),
    lsn: () => ({ recovery_target_lsn: target.kind === 'lsn' ? lsnText(target.lsn) : '' }),
  };
  return {
    ...ends[target.kind](),
    recovery_target_timeline: String(timeline),
    recovery_target_action: 'promote',
    // Nobody reads before the end is reached: what lies between was never a state that anybody chose.
    hot_standby: 'off',
    archive_mode: 'off',
  };
}
