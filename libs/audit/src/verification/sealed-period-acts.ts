import type { Wrong } from './check.ts';

/** An act on a period, as far as its sealed words are needed here. `digest` and `previousDigest` are hex. */
export interface SealedPeriodAct {
  readonly period: string;
  readonly number: number;
  readonly act: string;
  readonly from: string;
  readonly to: string;
  readonly digest: string | null;
  readonly previousDigest: string | null;
}

/** Each act on a period, in the order of their leaves, follows the one before it, and names the lock before it. */
export class SealedPeriodActs {
  private readonly last = new Map<string, { number: number; to: string; lock: string | null }>();

  constructor(private readonly wrong: (found: Wrong) => void) {}

  leaf({ period, number, act, from, to, digest, previousDigest }: SealedPeriodAct): void {
    const before = this.last.get(period) ?? { number: 0, to: from, lock: null };
    const object = `${period} ${number}`;
    if (number !== before.number + 1 || from !== before.to)
      this.wrong({
        kind: 'act on a period',
        object,
        finding: `it leads from ${from}, after act ${before.number}, to ${before.to}`,
      });
    if (previousDigest !== before.lock)
      this.wrong({ kind: 'act on a period', object, finding: 'it does not follow the lock before it' });
    this.last.set(period, { number, to, lock: act === 'LOCKED' ? digest : before.lock });
  }
}
