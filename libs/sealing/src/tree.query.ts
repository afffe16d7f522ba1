import type { Tx } from '#platform';
import { cryptography } from './cryptography.service.ts';
import { bagged, CompactRange, type Range, type Subtree, subtreesOf } from './merkle-tree.ts';

const { sha256 } = cryptography;

/** Every eighth level is kept: a node in between is added up from 128 hashes at most. */
const step = 8;

export function isKept({ level }: Subtree): boolean {
  return level % step === 0;
}

/** The hashes of ranges of the tree, in their order, from the leaves and subtrees that are kept. Errors: TreeIncomplete. */
export async function rangeHashes(tx: Tx, ranges: readonly Range[]): Promise<Uint8Array[]> {
  const wanted = ranges.map(subtreesOf);
  const hashes = await subtreeHashes(tx, wanted.flat());
  let at = 0;
  return wanted.map((subtrees) => bagged(sha256, hashes.slice(at, (at += subtrees.length))));
}

/** The tree as it was with `size` leaves, ready to grow. Errors: TreeIncomplete. */
export async function treeOf(tx: Tx, size: number): Promise<CompactRange> {
  return CompactRange.of(sha256, size, await subtreeHashes(tx, subtreesOf({ from: 0, to: size })));
}

async function subtreeHashes(tx: Tx, subtrees: readonly Subtree[]): Promise<Uint8Array[]> {
  if (subtrees.length === 0) return [];
  const parts = subtrees.map(({ level, index }) => {
    const above = level % step;
    return { level: level - above, first: index * 2 ** above, count: 2 ** above };
  });
  const rows = await tx.query<{ place: number; count: string; hashes: Buffer }[]>(
    `select wanted.place, count(*) as count, string_agg(kept.hash, ''::bytea order by kept.at) as hashes
     from unnest($1::integer[], $2::integer[], $3::bigint[], $4::bigint[]) as wanted (place, level, first, many)
     cross join lateral (
       select position as at, leaf_hash as hash from sealing.leaf
       where wanted.level = 0 and position >= wanted.first and position < wanted.first + wanted.many
       union all
       select index as at, hash from sealing.subtree
       where wanted.level > 0 and level = wanted.level and index >= wanted.first and index < wanted.first + wanted.many
     ) as kept
     group by wanted.place
     order by wanted.place`,
    [
      parts.map((_, place) => place),
      parts.map(({ level }) => level),
      parts.map(({ first }) => first),
      parts.map(({ count }) => count),
    ],
  );
  const found = new Map(rows.map((row) => [row.place, row]));
  return parts.map(({ level, first, count }, place) => {
    const row = found.get(place);
    if (row === undefined || Number(row.count) !== count) throw new TreeIncomplete(level, first, count);
    const tree = CompactRange.empty(sha256);
    for (const hash of hashesIn(row.hashes)) tree.append(hash);
    return tree.root();
  });
}

/** Hashes that stand one after the other. */
export function hashesIn(bytes: Buffer): Buffer[] {
  return Array.from({ length: bytes.length / 32 }, (_, at) => bytes.subarray(at * 32, at * 32 + 32));
}

/** Something of the tree is gone: no refusal of a request, but damage that `recoup verify` locates. */
export class TreeIncomplete extends Error {
  constructor(level: number, first: number, count: number) {
    super(
      `The tree lacks some of ${count} ${level === 0 ? 'leaves' : `subtrees of level ${level}`} from ${first} on. Verify the books.`,
    );
  }
}
