import type { KeptVerification } from '#audit';
import type { backups } from '#platform';
import type { SealStatus } from '#sealing';

interface Metric {
  readonly name: string;
  readonly help: string;
  readonly value: number | null; // null: nothing to say yet, and so no line
}

/** The figures of a scrape in the text format of Prometheus (version 0.0.4): gauges without labels. */
export function metricsText(seen: {
  readonly seals: SealStatus;
  readonly verified: KeptVerification | undefined;
  readonly guardsOff: boolean;
  readonly postingStopped: boolean;
  readonly archive: backups.ArchiveState | null;
  readonly now: Date;
}): string {
  const { seals, verified, guardsOff, postingStopped, archive, now } = seen;
  const since = (at: Date | null): number | null => (at === null ? null : (now.getTime() - at.getTime()) / 1000);
  const metrics: Metric[] = [
    { name: 'seal_tree_size', help: 'Leaves of the sealed tree.', value: seals.treeSize },
    { name: 'seal_queue_length', help: 'Committed records that are not sealed yet.', value: seals.queued },
    {
      name: 'seal_queue_age_seconds',
      help: 'How long the oldest of them has waited; the lag of sealing.',
      value: seals.oldestQueuedSeconds ?? 0,
    },
    { name: 'seal_checkpoint_age_seconds', help: 'Since the last sealing.', value: since(seals.sealedAt) },
    { name: 'seal_published_size', help: 'Leaves of the newest published checkpoint.', value: seals.publishedSize },
    { name: 'seal_published_age_seconds', help: 'Since a checkpoint was published.', value: since(seals.publishedAt) },
    { name: 'seal_cosigned_size', help: 'Leaves of the newest cosigned checkpoint.', value: seals.cosignedSize },
    { name: 'verification_age_seconds', help: 'Since the books were verified.', value: since(verified?.at ?? null) },
    {
      name: 'verification_holds',
      help: '1 where the last verification found nothing, 0 where it did.',
      value: verified === undefined ? null : Number(verified.ok),
    },
    { name: 'guards_off', help: '1 while a trigger of the database is switched off.', value: Number(guardsOff) },
    { name: 'posting_stopped', help: '1 while nothing may be posted.', value: Number(postingStopped) },
    {
      name: 'archive_waiting_segments',
      help: 'Finished files of the log that are on this machine only.',
      value: archive?.waiting ?? null,
    },
    {
      name: 'archive_waiting_bytes',
      help: 'Their bytes; the lag of the archive.',
      value: archive?.waitingBytes ?? null,
    },
    {
      name: 'archive_age_seconds',
      help: 'Since a file of the log was archived.',
      value: since(archive?.lastArchived ? new Date(archive.lastArchived.at) : null),
    },
    {
      name: 'archive_in_trouble',
      help: '1 while nothing can be archived.',
      value: archive === null ? null : Number(archive.trouble !== null),
    },
    {
      name: 'archive_log_bytes',
      help: 'What the log takes of the disk of the database.',
      value: archive?.logBytes ?? null,
    },
    {
      name: 'archive_log_too_large',
      help: '1 while that is more than it may be.',
      value: archive === null ? null : Number(archive.warning !== null),
    },
    {
      name: 'backup_age_seconds',
      help: 'Since the newest base backup of these books was finished.',
      value: since(archive?.lastBackup ? new Date(archive.lastBackup.at) : null),
    },
  ];
  return metrics
    .filter((metric): metric is Metric & { value: number } => metric.value !== null)
    .map(
      ({ name, help, value }) =>
        `# HELP recoup_${name} ${help}\n# TYPE recoup_${name} gauge\nrecoup_${name} ${value}\n`,
    )
    .join('');
}
