import type { Wrong } from './check.ts';

interface Kept extends Pick<Wrong, 'kind' | 'object'> {
  readonly record: string; // as the sealer names it
  readonly of: string; // the kind of its leaf
}

/** Kinds whose words stand in the file twice, as a record and in their leaf. Of every other kind the leaf alone has them. */
const kinds: Readonly<Record<string, string>> = {
  'journal-entry': 'journal entry',
  paper: 'paper',
  'audit-event': 'audit event',
  'value-version': 'version of a value',
};

/**
 * Holds the records of an export against the leaves of its seal: each record is what one leaf says, each leaf is said by one
 * record. Records come first, then leaves. Its memory grows by one SHA-256 and a name for each record.
 */
export class SealedRecords {
  private readonly unsealed = new Map<string, Kept>(); // records whose leaf has not come yet, by what they say
  private readonly queued = new Set<string>(); // committed, and waiting for the sealer
  private readonly there = new Set<string>(); // acts and papers, by what waits for the sealer under their name

  constructor(
    private readonly ofText: (text: string) => string,
    private readonly wrong: (found: Wrong) => void,
  ) {}

  /** `words`: the same text for a record and for its leaf. */
  record(of: string, record: string, words: string): void {
    const kept = { of, record, kind: kinds[of] ?? of, object: record };
    const key = this.keyOf(of, words);
    if (this.unsealed.has(key)) this.wrong({ ...kept, finding: 'it stands in the file twice' });
    this.unsealed.set(key, kept);
    this.there.add(`${of} ${record}`);
  }

  leaf(of: string, record: string, position: number, words: string): void {
    if (kinds[of] === undefined || this.unsealed.delete(this.keyOf(of, words))) return;
    const finding = `nothing in the file says what was sealed as leaf ${position}: it was altered or removed`;
    this.wrong({ kind: kinds[of], object: record, finding });
  }

  waits(of: string, record: string): void {
    this.queued.add(`${of} ${record}`);
    if (kinds[of] !== undefined && !this.there.has(`${of} ${record}`))
      this.wrong({ kind: kinds[of], object: record, finding: 'it waits for its seal, and is not in the file' });
  }

  /** After the last line of books that have a seal. */
  end(): void {
    for (const { of, record, kind, object } of this.unsealed.values())
      if (!this.queued.has(`${of} ${record}`))
        this.wrong({ kind, object, finding: 'no leaf has its words: it was altered, or never sealed' });
  }

  private keyOf(of: string, words: string): string {
    return this.ofText(`${of}\n${words}`);
  }
}
