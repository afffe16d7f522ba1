import type { Clock } from '#kernel';
import type { Tx } from '#platform';
import { toHex } from './base64.ts';
import { checkpointText } from './checkpoint.ts';
import { signedBy, type SigningKey } from './cryptography.service.ts';
import { sameBytes } from './merkle-tree.ts';
import { noteText } from './signed-note.ts';
import { hashesIn, isKept, treeOf } from './tree.query.ts';

/** Why a checkpoint is published. */
export type Occasion = 'DOCUMENT_ISSUED' | 'HOURLY' | 'PERIOD_CLOSED' | 'KEY_CHANGED' | 'RESTORED';

/** Where a sealing may be cut off; before each of them nothing is committed, after the last everything is. */
export const sealingSteps = ['LOCKED', 'TAKEN', 'GROWN', 'SIGNED', 'PUBLISHED'] as const;
export type SealingStep = (typeof sealingSteps)[number];

export interface SealingOptions {
  readonly key: SigningKey;
  readonly clock: Clock;
  /** How many leaves at most: what is left comes with the next. */
  readonly most: number;
  /** Only records of this kind, ahead of all that wait; absent: whatever has waited longest. */
  readonly only?: string;
  /** Told of each step as it is reached; for whoever tries what a crash there does. */
  readonly onStep?: (step: SealingStep) => void | Promise<void>;
}

export interface SealedBatch {
  readonly size: number;
  readonly leaves: number;
  readonly note: string;
  readonly published: readonly Occasion[];
  /** How long the longest waiting of them had waited. */
  readonly lagMs: number;
}

const hourMs = 3_600_000;

/**
 * Turns what is queued into the next leaves of the tree and signs the tree, all in `tx`: cut off anywhere, everything
 * is queued as before. One sealing at a time, whoever seals; a second waits. Null where nothing is queued.
 * Errors: TreeDamaged, where the tree is not the one that was signed last: nothing is ever signed on top of that.
 */
export async function sealBatch(tx: Tx, options: SealingOptions): Promise<SealedBatch | null> {
  const reached = options.onStep ?? (() => undefined);
  await lockTree(tx);
  await reached('LOCKED');
  const last = await newestCheckpoint(tx);
  const taken = await takeQueued(tx, last?.size ?? 0, options);
  await reached('TAKEN');
  if (taken === null) return null;

  const tree = await treeOf(tx, last?.size ?? 0);
  if (last !== null && !sameBytes(tree.root(), last.root)) throw new TreeDamaged(last.note, toHex(tree.root()));
  const grown: { level: number; index: number; hash: string }[] = [];
  for (const leaf of hashesIn(taken.hashes)) {
    tree.append(leaf, (subtree, hash) => {
      if (isKept(subtree)) grown.push({ ...subtree, hash: toHex(hash) });
    });
  }
  await keepSubtrees(tx, grown);
  await reached('GROWN');

  const now = options.clock.now();
  const text = checkpointText({ origin: options.key.name, size: tree.size, root: tree.root() });
  const note = noteText({ text, signatures: [signedBy(options.key, text)] });
  await tx.query('insert into sealing.checkpoint (size, root, note, sealed_at) values ($1, $2, $3, $4)', [
    tree.size,
    tree.root(),
    note,
    now,
  ]);
  await reached('SIGNED');
  const published = [...taken.publishes];
  if (await isHourOver(tx, now)) published.push('HOURLY');
  await publish(tx, tree.size, published, now);
  await reached('PUBLISHED');
  return {
    size: tree.size,
    leaves: taken.hashes.length / 32,
    note,
    published,
    lagMs: Number(taken.waited_ms),
  };
}

/** Publishes the newest checkpoint where an hour has passed since the last and there is a newer. Answers its size, or null. */
export async function publishHourly(tx: Tx, clock: Clock): Promise<number | null> {
  await lockTree(tx);
  const newest = await newestCheckpoint(tx);
  const now = clock.now();
  if (newest === null || !(await isHourOver(tx, now))) return null;
  const [last] = await tx.query<{ size: string | null }[]>('select max(size) as size from sealing.publication');
  if (Number(last?.size ?? 0) >= newest.size) return null;
  await publish(tx, newest.size, ['HOURLY'], now);
  return newest.size;
}

/** Held until the transaction ends: the tree has one hand at a time. */
export async function lockTree(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('recoup sealer'))`);
}

export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
}

export async function newestCheckpoint(tx: Tx): Promise<StoredCheckpoint | null> {
  const [row] = await tx.query<{ size: string; root: Buffer; note: string }[]>(
    'select size, root, note from sealing.checkpoint order by size desc limit 1',
  );
  return row === undefined ? null : { ...row, size: Number(row.size) };
}

interface Taken {
  readonly hashes: Buffer;
  readonly waited_ms: string;
  readonly publishes: readonly Occasion[];
}

// One statement: what leaves the queue becomes leaves, and only their hashes travel.
async function takeQueued(tx: Tx, size: number, { most, only }: SealingOptions): Promise<Taken | null> {
  const [taken] = await tx.query<[Omit<Taken, 'hashes'> & { hashes: Buffer | null }]>(
    `with taken as (
       delete from sealing.queue
       where id in (select id from sealing.queue where $3::text is null or kind = $3 order by id limit $2)
       returning id, kind, record, leaf_hash, queued_at
     ), placed as (
       insert into sealing.leaf (position, kind, record, leaf_hash)
       select $1::bigint + row_number() over (order by id) - 1, kind, record, leaf_hash from taken
       returning position, leaf_hash
     )
     select string_agg(leaf_hash, ''::bytea order by position) as hashes,
       (select coalesce(extract(epoch from clock_timestamp() - min(queued_at)) * 1000, 0)::bigint from taken) as waited_ms,
       (select coalesce(array_agg(distinct publishes), '{}') from taken join sealing.sealed_kind using (kind)
        where publishes is not null) as publishes
     from placed`,
    [size, most, only ?? null],
  );
  return taken.hashes === null ? null : { ...taken, hashes: taken.hashes };
}

async function keepSubtrees(tx: Tx, grown: readonly { level: number; index: number; hash: string }[]): Promise<void> {
  if (grown.length === 0) return;
  await tx.query(
    `insert into sealing.subtree (level, index, hash)
     select level, index, decode(hash, 'hex') from json_to_recordset($1) as row (level smallint, index bigint, hash text)`,
    [JSON.stringify(grown)],
  );
}

/** Since the last one, which is that of the largest tree. Of a clock that was set back since nobody knows how long ago it was. */
async function isHourOver(tx: Tx, now: Date): Promise<boolean> {
  const [last] = await tx.query<{ at: Date }[]>(
    'select published_at as at from sealing.publication order by size desc, published_at desc limit 1',
  );
  if (last === undefined) return true;
  const sinceMs = now.getTime() - last.at.getTime();
  return sinceMs < 0 || sinceMs >= hourMs;
}

async function publish(tx: Tx, size: number, occasions: readonly Occasion[], now: Date): Promise<void> {
  await tx.query(
    `insert into sealing.publication (size, occasion, published_at) select $1, occasion, $3 from unnest($2::text[]) as occasion
     on conflict on constraint publication_once do nothing`,
    [size, occasions, now],
  );
}

/** No refusal of a request: somebody has been at the tree, and the sealer goes no further. */
export class TreeDamaged extends Error {
  constructor(note: string, root: string) {
    super(
      `The tree is not the one that was signed last (its root is now ${root.slice(0, 16)}; signed was:\n${note}). ` +
        'Nothing more is sealed. Verify the books, and keep a copy of them before anybody corrects anything.',
    );
  }
}
