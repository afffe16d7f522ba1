import type { KeptVerification } from '#audit';
import type { SealStatus } from '#sealing';

interface Metric {
  readonly name: string;
  readonly help: string;
  readonly value: number | null; // null: nothing to say yet, and so no line
}

/** The figures of a scrape in the text format of Prometheus (version 0.0.4): gauges without labels. */
export function metricsText(seals: SealStatus, verified: KeptVerification | undefined, now: Date): string {
  const since = (at: Date | null): number | null => (at === null ? null : (now.getTime() - at.getTime()) / 1000);
  const metrics: Metric[] = [
    { name: 'tree_size', help: 'Leaves of the sealed tree.', value: seals.treeSize },
    { name: 'queue_length', help: 'Committed records that are not sealed yet.', value: seals.queued },
    {
      name: 'queue_age_seconds',
      help: 'How long the oldest of them has waited; the lag of sealing.',
      value: seals.oldestQueuedSeconds ?? 0,
    },
    { name: 'checkpoint_age_seconds', help: 'Since the last sealing.', value: since(seals.sealedAt) },
    { name: 'published_size', help: 'Leaves of the newest published checkpoint.', value: seals.publishedSize },
    { name: 'published_age_seconds', help: 'Since a checkpoint was published.', value: since(seals.publishedAt) },
    { name: 'cosigned_size', help: 'Leaves of the newest cosigned checkpoint.', value: seals.cosignedSize },
    { name: 'verification_age_seconds', help: 'Since the books were verified.', value: since(verified?.at ?? null) },
    {
      name: 'verification_holds',
      help: '1 where the last verification found nothing, 0 where it did.',
      value: verified === undefined ? null : Number(verified.ok),
    },
  ];
  return metrics
    .filter((metric): metric is Metric & { value: number } => metric.value !== null)
    .map(
      ({ name, help, value }) =>
        `# HELP recoup_seal_${name} ${help}\n# TYPE recoup_seal_${name} gauge\nrecoup_seal_${name} ${value}\n`,
    )
    .join('');
}
