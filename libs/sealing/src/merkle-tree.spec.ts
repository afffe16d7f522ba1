import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  bagged,
  CompactRange,
  consistencyRanges,
  emptyRoot,
  includes,
  inclusionRanges,
  isConsistent,
  leafHash,
  nodeHash,
  type Range,
  type Sha256,
  subtreesOf,
} from './merkle-tree.ts';

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = (text: string): Uint8Array => Buffer.from(text, 'hex');

// The inputs and roots that the reference implementation of certificate transparency has published.
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const leaves = inputs.map((input) => leafHash(sha256, bytes(input)));
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** RFC 6962, 2.1, word by word. */
function naiveRoot(of: readonly Uint8Array[]): Uint8Array {
  const [only] = of;
  if (only === undefined) return sha256(new Uint8Array(0));
  if (of.length === 1) return only;
  const k = split(of.length);
  return nodeHash(sha256, naiveRoot(of.slice(0, k)), naiveRoot(of.slice(k)));
}

/** RFC 6962, 2.1.1. */
function naivePath(m: number, of: readonly Uint8Array[]): Uint8Array[] {
  if (of.length === 1) return [];
  const k = split(of.length);
  return m < k
    ? [...naivePath(m, of.slice(0, k)), naiveRoot(of.slice(k))]
    : [...naivePath(m - k, of.slice(k)), naiveRoot(of.slice(0, k))];
}

/** RFC 6962, 2.1.2. */
function naiveProof(m: number, of: readonly Uint8Array[], whole = true): Uint8Array[] {
  if (m === of.length) return whole ? [] : [naiveRoot(of)];
  const k = split(of.length);
  return m <= k
    ? [...naiveProof(m, of.slice(0, k), whole), naiveRoot(of.slice(k))]
    : [...naiveProof(m - k, of.slice(k), false), naiveRoot(of.slice(0, k))];
}

function split(count: number): number {
  let k = 1;
  while (k * 2 < count) k *= 2;
  return k;
}

function grown(of: readonly Uint8Array[]): CompactRange {
  const tree = CompactRange.empty(sha256);
  for (const leaf of of) tree.append(leaf);
  return tree;
}

const many = (count: number): Uint8Array[] => Array.from({ length: count }, (_, at) => sha256(Buffer.from(`${at}`)));
const hashed = (of: readonly Uint8Array[], ranges: readonly Range[]): Uint8Array[] =>
  ranges.map(({ from, to }) => naiveRoot(of.slice(from, to)));

describe('the tree of RFC 6962', () => {
  it.each(roots.map((root, size) => [size, root]))('of %d known leaves has its published root', (size, root) => {
    expect(hex(grown(leaves.slice(0, Number(size))).root())).toBe(root);
  });

  it('of no leaves is the hash of nothing', () => {
    expect(hex(emptyRoot(sha256))).toBe(roots[0]);
  });

  it.each([
    [0, 1, []],
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
    [
      1,
      5,
      [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('proves leaf %d of %d by the published hashes', (position, size, proof) => {
    expect(hashed(leaves, inclusionRanges(position, size)).map(hex)).toEqual(proof);
  });

  it.each([
    [1, 1, []],
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('proves that %d leaves became %d by the published hashes', (old, size, proof) => {
    expect(hashed(leaves, consistencyRanges(old, size)).map(hex)).toEqual(proof);
  });
});

describe('a tree of any size', () => {
  it('has the root of the definition, also taken up again from its peaks', () => {
    for (let size = 0; size <= 130; size += 1) {
      const of = many(size);
      expect(hex(grown(of).root())).toBe(hex(naiveRoot(of)));
      const peaks = subtreesOf({ from: 0, to: size });
      const again = CompactRange.of(
        sha256,
        size,
        peaks.map(({ level, index }) => naiveRoot(of.slice(index * 2 ** level, (index + 1) * 2 ** level))),
      );
      again.append(sha256(Buffer.from('next')));
      expect(hex(again.root())).toBe(hex(naiveRoot([...of, sha256(Buffer.from('next'))])));
    }
  });

  it('tells of each full subtree once, with its root', () => {
    const of = many(77);
    const told: string[] = [];
    const tree = CompactRange.empty(sha256);
    for (const leaf of of) {
      tree.append(leaf, ({ level, index }, hash) => {
        expect(hex(hash)).toBe(hex(naiveRoot(of.slice(index * 2 ** level, (index + 1) * 2 ** level))));
        told.push(`${level}/${index}`);
      });
    }
    expect(told).toHaveLength(new Set(told).size);
    expect(told).toHaveLength([1, 2, 3, 4, 5, 6].reduce((sum, level) => sum + Math.floor(77 / 2 ** level), 0));
  });

  it('takes a range apart so that its hash comes out', () => {
    const of = many(100);
    const ranges = many(100).flatMap((_, at) => [...inclusionRanges(at, 100), ...consistencyRanges(at, 100)]);
    for (const { from, to } of ranges) {
      const parts = subtreesOf({ from, to }).map(({ level, index }) =>
        naiveRoot(of.slice(index * 2 ** level, (index + 1) * 2 ** level)),
      );
      expect(hex(bagged(sha256, parts))).toBe(hex(naiveRoot(of.slice(from, to))));
    }
  });

  it('proves each leaf and each earlier tree as the definition does, and these proofs hold', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), (size, some) => {
        const of = many(size);
        const root = naiveRoot(of);
        const position = some % size;
        const path = hashed(of, inclusionRanges(position, size));
        expect(path.map(hex)).toEqual(naivePath(position, of).map(hex));
        const leaf = of[position] as Uint8Array;
        expect(includes(sha256, { position, size, leaf, root, proof: path })).toBe(true);
        const old = some % (size + 1);
        const proof = hashed(of, consistencyRanges(old, size));
        if (old > 0) expect(proof.map(hex)).toEqual(naiveProof(old, of).map(hex));
        expect(isConsistent(sha256, { old, oldRoot: naiveRoot(of.slice(0, old)), size, root, proof })).toBe(true);
      }),
      { numRuns: 300, seed: 20251107 },
    );
  });
});

describe('a proof that was altered', () => {
  const flipped = (hash: Uint8Array): Uint8Array => Uint8Array.from(hash, (byte, at) => (at === 7 ? byte ^ 1 : byte));
  const other = sha256(Buffer.from('other'));

  it('of inclusion is refused, whatever of it is other', () => {
    for (const size of [1, 2, 3, 7, 8, 64, 65]) {
      const of = many(size);
      for (let position = 0; position < size; position += 1) {
        const leaf = of[position] as Uint8Array;
        const good = { position, size, leaf, root: naiveRoot(of), proof: naivePath(position, of) };
        expect(includes(sha256, good)).toBe(true);
        const wrong = [
          { ...good, leaf: flipped(leaf) },
          { ...good, root: flipped(good.root) },
          { ...good, position: size },
          { ...good, position: -1 },
          { ...good, proof: [...good.proof, other] },
          ...(size > 1
            ? [
                { ...good, proof: good.proof.slice(1) },
                { ...good, proof: good.proof.slice(0, -1) },
              ]
            : []),
          ...good.proof.map((_, at) => ({
            ...good,
            proof: good.proof.map((hash, step) => (step === at ? flipped(hash) : hash)),
          })),
          ...of.flatMap((_, at) => (at === position ? [] : [{ ...good, position: at }])),
        ];
        expect(wrong.filter((claim) => includes(sha256, claim))).toEqual([]);
      }
    }
  });

  it('of consistency is refused, whatever of it is other', () => {
    for (const size of [2, 3, 7, 8, 33]) {
      const of = many(size);
      for (let old = 1; old < size; old += 1) {
        const good = {
          old,
          oldRoot: naiveRoot(of.slice(0, old)),
          size,
          root: naiveRoot(of),
          proof: naiveProof(old, of),
        };
        expect(isConsistent(sha256, good)).toBe(true);
        const wrong = [
          { ...good, oldRoot: flipped(good.oldRoot) },
          { ...good, root: flipped(good.root) },
          { ...good, old: size + 1 },
          { ...good, old: size },
          { ...good, old: 0 },
          { ...good, proof: [] },
          { ...good, proof: [...good.proof, other] },
          { ...good, proof: good.proof.slice(0, -1) },
          ...good.proof.map((_, at) => ({
            ...good,
            proof: good.proof.map((hash, step) => (step === at ? flipped(hash) : hash)),
          })),
        ];
        expect(wrong.filter((claim) => isConsistent(sha256, claim))).toEqual([]);
      }
    }
  });

  it('between trees that share no beginning does not exist', () => {
    const of = many(20);
    const edited = of.map((hash, at) => (at === 3 ? other : hash));
    const proof = naiveProof(12, edited);
    expect(
      isConsistent(sha256, { old: 12, oldRoot: naiveRoot(of.slice(0, 12)), size: 20, root: naiveRoot(edited), proof }),
    ).toBe(false);
  });
});
