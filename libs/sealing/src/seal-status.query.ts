import type { Tx } from '#platform';

/** How far sealing is, for whoever watches: one look at the ends of a few indexes. */
export interface SealStatus {
  readonly treeSize: number;
  readonly queued: number;
  /** Seconds that the oldest unsealed record has waited; null where none waits. */
  readonly oldestQueuedSeconds: number | null;
  readonly sealedAt: Date | null;
  readonly publishedSize: number | null;
  readonly publishedAt: Date | null;
  readonly cosignedSize: number | null;
}

export const queueSecondsMost = 60;

export async function sealStatus(tx: Pick<Tx, 'query'>): Promise<SealStatus> {
  const [row] = await tx.query<Row[]>(
    `select
       (select coalesce(max(position) + 1, 0) from sealing.leaf) as "treeSize",
       (select count(*) from sealing.queue) as queued,
       (select extract(epoch from clock_timestamp() - queued_at)::float8 from sealing.queue order by id limit 1) as oldest,
       (select sealed_at from sealing.checkpoint order by size desc limit 1) as "sealedAt",
       (select max(size) from sealing.publication) as "publishedSize",
       (select published_at from sealing.publication order by size desc, published_at desc limit 1) as "publishedAt",
       (select max(size) from sealing.cosignature) as "cosignedSize"`,
  );
  if (row === undefined) throw new Error('A query without a condition answers.');
  return {
    treeSize: Number(row.treeSize),
    queued: Number(row.queued),
    oldestQueuedSeconds: row.oldest,
    sealedAt: row.sealedAt,
    publishedSize: numberOrNull(row.publishedSize),
    publishedAt: row.publishedAt,
    cosignedSize: numberOrNull(row.cosignedSize),
  };
}

interface Row {
  readonly treeSize: string;
  readonly queued: string;
  readonly oldest: number | null;
  readonly sealedAt: Date | null;
  readonly publishedSize: string | null;
  readonly publishedAt: Date | null;
  readonly cosignedSize: string | null;
}

function numberOrNull(text: string | null): number | null {
  return text === null ? null : Number(text);
}
