import { canonicalJson } from '#kernel';
import type { Wrong } from './check.ts';
import type { SealedVersion } from './exported-values.ts';

/** What the last sealed version of a row says of its limit; `name` is what an export calls its kind. */
interface LimitSealed {
  readonly name: string;
  readonly record: string;
  readonly number: string;
  readonly limit: unknown;
}

/** Where the sealed values of a row say what an export says of it: the kind of its versions, and their key. */
const limits: Readonly<Record<string, readonly [kind: string, key: string]>> = {
  'trust fund': ['trust-fund', 'cashLimitUsd'],
  'budget line': ['budget-line', 'allotmentUsd'],
  agreement: ['agreement', 'ceilingUsd'],
};
const limitOf = new Map(Object.entries(limits).map(([name, [kind, key]]) => [kind, { name, key }]));

/**
 * Holds the ceilings, allotments and cash limits of an export against the last version of each that was sealed. Of every other record
 * it keeps the number of its last version: there may be as many as there are charges and rates.
 */
export class SealedValues {
  private readonly said = new Map<string, { kind: string; object: string; limit: string | null }>(); // by kind and record
  private readonly sealed = new Map<string, LimitSealed>(); // by kind and record
  private readonly numbers = new Map<string, number>(); // by kind and record

  constructor(private readonly wrong: (found: Wrong) => void) {}

  limit(kind: string, object: string, limit: string | null): void {
    const [sealedAs = kind] = limits[kind] ?? [];
    this.said.set(`${sealedAs} ${object}`, { kind, object, limit });
  }

  /** In the order in which they were written. */
  version(version: SealedVersion, body: string): void {
    const { kind, record, number, values } = version;
    const key = `${kind} ${record}`;
    const found = (finding: string): void => this.wrong({ kind: kind.replaceAll('-', ' '), object: record, finding });
    if (canonicalJson(version) !== body) found(`the words of version ${number} are not in canonical JSON`);
    if (Number(number) !== (this.numbers.get(key) ?? 0) + 1)
      found(`version ${number} does not follow the one before it`);
    this.numbers.set(key, Number(number));
    const limit = limitOf.get(kind);
    if (limit !== undefined)
      this.sealed.set(key, { name: limit.name, record, number, limit: values[limit.key] ?? null });
  }

  /** After the last version. */
  end(): void {
    for (const [key, { kind, object, limit }] of this.said) {
      const sealed = this.sealed.get(key);
      if (sealed === undefined) this.wrong({ kind, object, finding: 'no version of it was sealed' });
      else if (sealed.limit !== limit)
        this.wrong({
          kind,
          object,
          finding: `USD ${limit ?? 'without limit'} is not what was sealed as version ${sealed.number}`,
        });
    }
    for (const [key, { name, record }] of this.sealed)
      if (!this.said.has(key))
        this.wrong({ kind: name, object: record, finding: 'it was sealed, and is not in the file' });
  }
}
