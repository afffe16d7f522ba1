/** Numbers that look like chance and are the same for the same seed, so that what was found is found again. */
import { createHash } from 'node:crypto';

export function random(seed) {
  // Mulberry32: small, and good enough to choose moments and orders.
  let state = createHash('sha256').update(String(seed)).digest().readUInt32BE(0);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (least, most) => least + next() * (most - least),
    pick: (list) => list[below(list.length)],
    /** That many of the list, in its order. */
    some: (list, count) => {
      const left = [...list.keys()];
      while (left.length > count) left.splice(below(left.length), 1);
      return left.map((index) => list[index]);
    },
  };
}
