import { type Checkpoint, inWords } from './checkpoint.ts';
import { CompactRange, sameBytes, type Sha256, type Subtree } from './merkle-tree.ts';

/** What is wrong, in one word for programs. */
export type FindingKind =
  | 'LEAF_MISSING'
  | 'LEAF_ALTERED'
  | 'LEAF_UNSIGNED'
  | 'RECORD_MISSING'
  | 'BODY_ALTERED'
  | 'ORDER'
  | 'SUBTREE_ALTERED'
  | 'CHECKPOINT_ROOT'
  | 'CHECKPOINT_SIGNATURE'
  | 'HELD_CHECKPOINT'
  | 'RECORD_UNSEALED'
  | 'QUEUE_OLD'
  | 'TRIGGER_OFF';

export interface Finding {
  readonly kind: FindingKind;
  /** The first leaf that is wrong; null where it is about no leaf. */
  readonly position: number | null;
  readonly sentence: string;
}

/** A leaf as it is stored, and what its record hashes to now. */
export interface StoredLeaf {
  readonly position: number;
  readonly kind: string;
  readonly record: string;
  readonly stored: Uint8Array;
  readonly recomputed: Uint8Array | null; // null: there is no such record
}

type Suspicious = StoredLeaf & { readonly recomputed: Uint8Array };

const findingsMost = 20;
const rememberedMost = 100_000; // leaves since the last checkpoint that held
const permutedMost = 96;

/**
 * Walks the whole tree once, from the first leaf to the last, and holds it against the checkpoints on its way: each
 * leaf against its record, each checkpoint against the leaves before it. Says where it goes wrong first, and how.
 */
export class TreeCheck {
  readonly findings: Finding[] = [];
  private readonly tree: CompactRange;
  private readonly suspicious: Suspicious[] = [];
  private since: StoredLeaf[] = []; // since the last checkpoint that held
  private goodSize = 0;
  private goodPeaks: readonly Uint8Array[] = [];
  private hasForked = false;
  private readonly differing: Subtree[] = [];
  private vague: { at: number; from: number; to: number } | null = null; // a finding, and the leaves it may be about
  private gap = false;

  constructor(
    private readonly sha256: Sha256,
    /** Told of each full subtree, to be compared with the stored one. */
    private readonly full: (subtree: Subtree, hash: Uint8Array) => void = () => undefined,
  ) {
    this.tree = CompactRange.empty(sha256);
  }

  get size(): number {
    return this.tree.size;
  }

  root(): Uint8Array {
    return this.tree.root();
  }

  find(kind: FindingKind, position: number | null, sentence: string): void {
    if (this.findings.length < findingsMost) this.findings.push({ kind, position, sentence });
  }

  /** In the order of their positions. False: the rest cannot be judged, for a leaf is missing. */
  leaf(leaf: StoredLeaf): boolean {
    if (this.gap) return false;
    if (leaf.position !== this.tree.size) {
      this.gap = true;
      this.find(
        'LEAF_MISSING',
        this.tree.size,
        `Leaf ${this.tree.size} is missing; the next there is has position ${leaf.position}.`,
      );
      return false;
    }
    if (leaf.recomputed === null) {
      this.find('RECORD_MISSING', leaf.position, `${nameOf(leaf)} was sealed and is there no more.`);
    } else if (!sameBytes(leaf.stored, leaf.recomputed)) {
      this.suspicious.push(leaf as Suspicious);
    }
    this.tree.append(leaf.stored, this.full);
    if (!this.hasForked && this.since.length < rememberedMost) this.since.push(leaf);
    return true;
  }

  /** True once a leaf is missing: what comes after it stands at no place. */
  get isBroken(): boolean {
    return this.gap;
  }

  /** The kept hash of this subtree is not that of its leaves. */
  subtreeDiffers(subtree: Subtree): void {
    this.differing.push(subtree);
  }

  /** A checkpoint of as many leaves as have been walked. False where it does not hold. */
  checkpoint(checkpoint: Checkpoint): boolean {
    if (sameBytes(this.tree.root(), checkpoint.root)) {
      if (!this.hasForked) this.heldHere();
      return true;
    }
    if (!this.hasForked) {
      this.hasForked = true;
      this.explain(checkpoint);
    }
    return false;
  }

  /** After the last leaf: whatever is left to be said about single leaves. */
  end(newest: Checkpoint | null): void {
    const signed = newest?.size ?? 0;
    if (!this.gap && signed > this.tree.size) {
      this.find(
        'LEAF_MISSING',
        this.tree.size,
        `Leaf ${this.tree.size} is missing: ${signed} leaves were signed, and there are ${this.tree.size}.`,
      );
    } else if (!this.gap && signed < this.tree.size) {
      this.find('LEAF_UNSIGNED', signed, `Leaf ${signed} is signed by no checkpoint.`);
    }
    this.judgeSuspicious();
    this.judgeSubtrees();
    this.findings.sort((one, other) => (one.position ?? Infinity) - (other.position ?? Infinity));
  }

  private heldHere(): void {
    this.goodSize = this.tree.size;
    this.goodPeaks = this.tree.copyOfPeaks();
    this.since = [];
  }

  /** A checkpoint failed first here: which of the leaves since the last good one is to blame? */
  private explain(checkpoint: Checkpoint): void {
    const from = this.goodSize;
    const all = this.since.length === this.tree.size - from;
    const mine = this.suspicious.filter(({ position }) => position >= from);
    if (all && mine.length > 0) {
      const repaired = this.since.map(({ stored, recomputed }) => recomputed ?? stored);
      if (this.rootWith(repaired, checkpoint)) {
        for (const leaf of mine)
          this.find(
            'LEAF_ALTERED',
            leaf.position,
            `${nameOf(leaf)} is what it was when it was sealed, and its leaf is not.`,
          );
        for (const leaf of mine) this.suspicious.splice(this.suspicious.indexOf(leaf), 1);
        return;
      }
    }
    const swapped = all ? this.swapThatMends(checkpoint) : null;
    if (swapped !== null) {
      this.find('ORDER', swapped[0], `Leaves ${swapped[0]} and ${swapped[1]} stand in each other's place.`);
      return;
    }
    const to = this.tree.size;
    this.vague = { at: this.findings.length, from, to };
    this.find('CHECKPOINT_ROOT', from, this.atLeastOne(checkpoint, from, to));
  }

  private atLeastOne(checkpoint: Checkpoint, from: number, to: number): string {
    return (
      `The checkpoint of ${inWords(checkpoint)} does not hold: of the leaves ${from} to ${to - 1} at least one was ` +
      'replaced, removed or put in another place.'
    );
  }

  /** A kept hash that differs is damage of its own, or it tells where a checkpoint went wrong. */
  private judgeSubtrees(): void {
    const span = ({ level, index }: Subtree): [number, number] => [index * 2 ** level, (index + 1) * 2 ** level];
    if (!this.hasForked) {
      for (const subtree of this.differing) {
        const [first, past] = span(subtree);
        this.find(
          'SUBTREE_ALTERED',
          first,
          `The kept hash of the leaves ${first} to ${past - 1} is not theirs, or is missing.`,
        );
      }
      return;
    }
    const finding = this.vague === null ? undefined : this.findings[this.vague.at];
    if (this.vague === null || finding === undefined) return;
    const { at, from, to } = this.vague;
    const within = this.differing
      .map(span)
      .filter(([first, past]) => past > from && first < to)
      .sort(([one, oneEnd], [other, otherEnd]) => one - other || oneEnd - otherEnd)[0];
    if (within === undefined) return;
    const [first, past] = within;
    const sentence = `${finding.sentence} The kept hashes say that it is one of ${Math.max(first, from)} to ${Math.min(past, to) - 1}.`;
    this.findings[at] = { ...finding, position: Math.max(first, from), sentence };
  }

  private swapThatMends(checkpoint: Checkpoint): [number, number] | null {
    const leaves = this.since.map(({ stored }) => stored);
    if (leaves.length > permutedMost) return null;
    for (let one = 0; one < leaves.length; one += 1) {
      for (let other = one + 1; other < leaves.length; other += 1) {
        const swapped = leaves.with(one, leaves[other] as Uint8Array).with(other, leaves[one] as Uint8Array);
        if (this.rootWith(swapped, checkpoint)) return [this.goodSize + one, this.goodSize + other];
      }
    }
    return null;
  }

  private rootWith(leaves: readonly Uint8Array[], { root }: Checkpoint): boolean {
    const tree = CompactRange.of(this.sha256, this.goodSize, this.goodPeaks);
    for (const leaf of leaves) tree.append(leaf);
    return sameBytes(tree.root(), root);
  }

  /** Records that do not hash to their leaves: exchanged with one another, or altered. */
  private judgeSuspicious(): void {
    const stored = new Map(this.suspicious.map((leaf) => [leaf.stored.join(), leaf]));
    for (const leaf of this.suspicious) {
      const other = stored.get(leaf.recomputed.join());
      if (other === undefined) {
        this.find('BODY_ALTERED', leaf.position, `${nameOf(leaf)} is not what it was when it was sealed.`);
      } else {
        this.find('ORDER', leaf.position, `${nameOf(leaf)} holds what was sealed as leaf ${other.position}.`);
      }
    }
  }
}

function nameOf({ position, kind, record }: StoredLeaf): string {
  return `Leaf ${position} (${kind} ${record})`;
}
