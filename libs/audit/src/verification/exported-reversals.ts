import type { Wrong } from './check.ts';
import { centsOf } from './cents.ts';
import type { ExportRecord } from './export-record.ts';

type Entry = Extract<ExportRecord, { t: 'entry' }>;

interface Reversal {
  readonly id: string;
  readonly source: string;
  readonly of: string; // "BRS <pair>", in the same book
  readonly posted: string;
}

/**
 * That every reversal undoes, on every account, the one certification that it names. Entries may come in any order: of each
 * certification it keeps one SHA-256.
 */
export class ExportedReversals {
  private readonly certifications = new Map<string, { source: string; posted: string }>(); // by book and pair
  private readonly reversals: Reversal[] = [];

  constructor(
    private readonly hash: (text: string) => string,
    private readonly found: (wrong: Wrong) => void,
  ) {}

  entry({ id, book, pair, event, source, reverses = null, postings }: Entry): void {
    if (event === 'CHARGE_CERTIFIED')
      this.certifications.set(`${book} ${pair}`, { source, posted: this.hash(addedUp(postings, 1n)) });
    if (event === 'CHARGE_REVERSED' || reverses !== null)
      this.reversals.push({ id, source, of: `${book} ${reverses ?? ''}`, posted: this.hash(addedUp(postings, -1n)) });
  }

  end(): void {
    const undone = new Set<string>();
    for (const { id, source, of, posted } of this.reversals) {
      const original = this.certifications.get(of);
      if (original?.source !== source) this.wrong(id, 'it names no certification of its charge in its book');
      else if (original.posted !== posted) this.wrong(id, 'it is not the opposite of what it reverses');
      if (undone.has(of)) this.wrong(id, 'what it reverses is reversed already');
      undone.add(of);
    }
  }

  private wrong(object: string, finding: string): void {
    this.found({ kind: 'journal entry', object, finding });
  }
}

function addedUp(postings: Entry['postings'], sign: bigint): string {
  const sums = new Map<string, bigint>();
  for (const [account, fund, budgetLine, agreement, item, month, amount] of postings) {
    const key = JSON.stringify([account, fund, budgetLine, agreement, item, month]);
    sums.set(key, (sums.get(key) ?? 0n) + sign * centsOf(amount));
  }
  return [...sums]
    .flatMap(([key, cents]) => (cents === 0n ? [] : [`${key} ${cents}`]))
    .toSorted()
    .join('\n');
}
