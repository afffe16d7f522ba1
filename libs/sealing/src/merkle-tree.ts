/**
 * The Merkle tree of RFC 6962 (section 2.1; proofs as RFC 9162, 2.1.3 and 2.1.4) over leaf hashes that are given.
 * SHA-256 is handed in: a rule computes, and whoever calls it says with what.
 */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** Positions from `from` up to, and without, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The full subtree over the leaves index * 2^level up to (index + 1) * 2^level; level 0 is a leaf. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** SHA-256(0x00 || bytes): what a leaf is hashed as, so that it never passes for a node. */
export function leafHash(sha256: Sha256, bytes: Uint8Array): Uint8Array {
  const prefixed = new Uint8Array(bytes.length + 1);
  prefixed.set(bytes, 1);
  return sha256(prefixed);
}

/** SHA-256(0x01 || left || right). */
export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(65);
  both[0] = 1;
  both.set(left, 1);
  both.set(right, 33);
  return sha256(both);
}

/** The root of no leaves: SHA-256 of nothing. */
export function emptyRoot(sha256: Sha256): Uint8Array {
  return sha256(new Uint8Array(0));
}

/**
 * A tree that grows at its end, of which only the roots of its full subtrees are kept (its peaks, largest first): at
 * most 53 hashes however many leaves there are.
 */
export class CompactRange {
  private readonly peaks: Uint8Array[];
  private count: number;

  private constructor(
    private readonly sha256: Sha256,
    size: number,
    peaks: readonly Uint8Array[],
  ) {
    this.count = size;
    this.peaks = [...peaks];
  }

  static empty(sha256: Sha256): CompactRange {
    return new CompactRange(sha256, 0, []);
  }

  /** The tree of `size` leaves again, from the hashes of `subtreesOf({ from: 0, to: size })` in that order. */
  static of(sha256: Sha256, size: number, peaks: readonly Uint8Array[]): CompactRange {
    const wanted = subtreesOf({ from: 0, to: size }).length;
    if (peaks.length !== wanted) throw new Error(`A tree of ${size} leaves has ${wanted} peaks, not ${peaks.length}.`);
    return new CompactRange(sha256, size, peaks);
  }

  get size(): number {
    return this.count;
  }

  /** `full` is told of every full subtree that this leaf completes, from small to large. */
  append(leaf: Uint8Array, full?: (subtree: Subtree, hash: Uint8Array) => void): void {
    let hash = leaf;
    let index = this.count;
    for (let level = 1; index % 2 === 1; level += 1) {
      const left = this.peaks.pop();
      if (left === undefined) throw new Error('An odd place in a tree has a left neighbour.');
      hash = nodeHash(this.sha256, left, hash);
      index = (index - 1) / 2;
      full?.({ level, index }, hash);
    }
    this.peaks.push(hash);
    this.count += 1;
  }

  root(): Uint8Array {
    return bagged(this.sha256, this.peaks);
  }

  /** What `of` takes the tree up from again. */
  copyOfPeaks(): Uint8Array[] {
    return [...this.peaks];
  }
}

/**
 * The full subtrees that make up a range, in their order. `from` is a multiple of every power of two that fits into the
 * range, as it is wherever RFC 6962 splits.
 */
export function subtreesOf({ from, to }: Range): Subtree[] {
  const found: Subtree[] = [];
  for (let at = from; at < to;) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= to) level += 1;
    found.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return found;
}

/** The hash of a range from the hashes of its full subtrees; of no subtrees, the empty root. */
export function bagged(sha256: Sha256, subtrees: readonly Uint8Array[]): Uint8Array {
  const last = subtrees.at(-1);
  if (last === undefined) return emptyRoot(sha256);
  return subtrees.slice(0, -1).reduceRight((right, left) => nodeHash(sha256, left, right), last);
}

/** The ranges whose hashes prove that a leaf stands at a position of a tree, from the leaf upwards. */
export function inclusionRanges(position: number, size: number): Range[] {
  if (!(position >= 0 && position < size)) throw new Error(`No leaf ${position} in a tree of ${size}.`);
  const upwards: Range[] = [];
  let { from, to } = { from: 0, to: size };
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (position < middle) {
      upwards.unshift({ from: middle, to });
      to = middle;
    } else {
      upwards.unshift({ from, to: middle });
      from = middle;
    }
  }
  return upwards;
}

/** The ranges whose hashes prove that a tree of `size` begins with the tree of `old` leaves. None where both are one, or old is 0. */
export function consistencyRanges(old: number, size: number): Range[] {
  if (!(old >= 0 && old <= size)) throw new Error(`A tree of ${size} does not begin with one of ${old}.`);
  if (old === 0 || old === size) return [];
  const proof: Range[] = [];
  let { from, to } = { from: 0, to: size };
  let whole = true; // the old tree is a full subtree of this range: its root is known to whoever asks
  while (old !== to) {
    const middle = from + splitOf(to - from);
    if (old <= middle) {
      proof.unshift({ from: middle, to });
      to = middle;
    } else {
      proof.unshift({ from, to: middle });
      from = middle;
      whole = false;
    }
  }
  return whole ? proof : [{ from, to }, ...proof];
}

/** RFC 9162, 2.1.3.2. */
export function includes(
  sha256: Sha256,
  claim: { position: number; size: number; leaf: Uint8Array; root: Uint8Array; proof: readonly Uint8Array[] },
): boolean {
  if (!(claim.position >= 0 && claim.position < claim.size)) return false;
  let place = claim.position;
  let last = claim.size - 1;
  let hash = claim.leaf;
  for (const step of claim.proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sha256, step, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      hash = nodeHash(sha256, hash, step);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && sameBytes(hash, claim.root);
}

/** RFC 9162, 2.1.4.2; two trees of one size are consistent where their roots are equal, and a tree of none with any. */
export function isConsistent(
  sha256: Sha256,
  claim: { old: number; oldRoot: Uint8Array; size: number; root: Uint8Array; proof: readonly Uint8Array[] },
): boolean {
  const { old, oldRoot, size, root } = claim;
  if (old > size) return false;
  if (old === size) return claim.proof.length === 0 && sameBytes(oldRoot, root);
  if (old === 0) return claim.proof.length === 0 && sameBytes(oldRoot, emptyRoot(sha256));
  const [first, ...rest] = isPowerOfTwo(old) ? [oldRoot, ...claim.proof] : claim.proof;
  if (first === undefined || rest.length === 0) return false;
  let place = old - 1;
  let last = size - 1;
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  let older = first;
  let newer = first;
  for (const step of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      older = nodeHash(sha256, step, older);
      newer = nodeHash(sha256, step, newer);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      newer = nodeHash(sha256, newer, step);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && sameBytes(older, oldRoot) && sameBytes(newer, root);
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** The largest power of two below `count`, where RFC 6962 splits a tree. */
function splitOf(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}
