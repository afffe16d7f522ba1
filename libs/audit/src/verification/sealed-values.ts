import { canonicalJson } from '#kernel';
import type { Wrong } from './check.ts';

/** A sealed version of a row, in its words. */
interface SealedVersion {
  readonly kind: string;
  readonly record: string;
  readonly number: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Where the sealed values of a row say what an export says of it: the kind of its versions, and their key. */
const limits: Readonly<Record<string, readonly [kind: string, key: string]>> = {
  'trust fund': ['trust-fund', 'cashLimitUsd'],
  'budget line': ['budget-line', 'allotmentUsd'],
  agreement: ['agreement', 'ceilingUsd'],
};

/** Holds the ceilings, allotments and cash limits of an export against the last version of each that was sealed. */
export class SealedValues {
  private readonly said = new Map<string, { kind: string; object: string; limit: string | null }>(); // by kind and record
  private readonly last = new Map<string, SealedVersion>();

  constructor(private readonly wrong: (found: Wrong) => void) {}

  limit(kind: string, object: string, limit: string | null): void {
    const [sealedAs = kind] = limits[kind] ?? [];
    this.said.set(`${sealedAs} ${object}`, { kind, object, limit });
  }

  /** In the order in which they were written. */
  version(body: string): void {
    const version = JSON.parse(body) as SealedVersion;
    const { kind, record, number } = version;
    const key = `${kind} ${record}`;
    const found = (finding: string): void => this.wrong({ kind: kind.replaceAll('-', ' '), object: record, finding });
    if (canonicalJson(version) !== body) found(`the words of version ${number} are not in canonical JSON`);
    if (Number(number) !== Number(this.last.get(key)?.number ?? 0) + 1)
      found(`version ${number} does not follow the one before it`);
    this.last.set(key, version);
  }

  /** After the last version. */
  end(): void {
    for (const [key, { kind, object, limit }] of this.said) {
      const version = this.last.get(key);
      const sealed = version?.values[limits[kind]?.[1] ?? ''] ?? null;
      if (version === undefined) this.wrong({ kind, object, finding: 'no version of it was sealed' });
      else if (sealed !== limit)
        this.wrong({
          kind,
          object,
          finding: `USD ${limit ?? 'without limit'} is not what was sealed as version ${version.number}`,
        });
    }
    const sealedKinds = Object.entries(limits);
    for (const [key, { kind, record }] of this.last) {
      const [name] = sealedKinds.find(([, [sealedAs]]) => sealedAs === kind) ?? [];
      if (name !== undefined && !this.said.has(key))
        this.wrong({ kind: name, object: record, finding: 'it was sealed, and is not in the file' });
    }
  }
}
