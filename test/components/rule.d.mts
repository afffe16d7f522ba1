/** What a registry says of a package. */
export interface Known {
  /** Those that are there to be installed; `deprecated`: why not to. */
  readonly versions: Readonly<Record<string, { readonly deprecated?: string | boolean }>>;
  /** When each was published, in ISO 8601. */
  readonly time: Readonly<Record<string, string>>;
  readonly latest: string | null;
}

export interface Standing {
  /** The newest that the pinned one could give way to, of its major; null: it is the newest. */
  readonly newest: string | null;
  /** The day of the first release after it; null: there is none. */
  readonly behindSince: string | null;
  /** Days beyond the time frame; 0: within. */
  readonly overdueDays: number;
  /** What its publisher says against it; null: nothing. */
  readonly deprecated: string | null;
  /** It is not there to be installed any more. */
  readonly isWithdrawn: boolean;
  /** The newest of a later major, of which no time frame is asked; null: there is none. */
  readonly laterMajor: string | null;
}

export const daysMost: {
  readonly newVersion: number;
  readonly critical: number;
  readonly high: number;
  readonly other: number;
};
/** What of a registry’s answer is known by; or why nothing is. */
export function knownOf(answer: unknown): Known | { readonly error: string };
export function standingOf(pinned: string, known: Known, today: string): Standing;
export function isOlder(one: string, other: string): boolean;
export function daysForFault(severity: string): number;
