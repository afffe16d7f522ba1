/** Something in the books that is not as it must be: the row, what kind of row, and what is wrong with it. */
export interface Wrong {
  readonly kind: string; // "journal entry"
  readonly object: string; // its name in the books
  readonly finding: string;
}

/** What a check reads the books through. `Source` is a transaction over the books, or a file that was written from them. */
export interface Check<Source> {
  /** Stable: "I5". Several checks may hold one invariant; then a letter follows. */
  readonly id: string;
  /** What holds where nothing is wrong, as a statement. */
  readonly sentence: string;
  /** The first of what is wrong, in the order of the books, at most a hundred; none where the sentence holds. */
  readonly wrong: (source: Source) => Promise<readonly Wrong[]>;
}

export interface CheckResult {
  readonly id: string;
  readonly sentence: string;
  readonly holds: boolean;
  readonly first: Wrong | null;
  /** How many were found, up to a hundred. */
  readonly found: number;
  readonly milliseconds: number;
}

export interface Verification {
  readonly ok: boolean;
  readonly checks: readonly CheckResult[];
  /** The first thing that is wrong of the first check that fails. */
  readonly firstWrong: (Wrong & { readonly check: string }) | null;
}

export function verificationOf(checks: readonly CheckResult[]): Verification {
  const failed = checks.find(({ holds }) => !holds);
  const first = failed?.first ?? null;
  return {
    ok: failed === undefined,
    checks,
    firstWrong: failed === undefined || first === null ? null : { check: failed.id, ...first },
  };
}

/** How far a verification has come: which check runs, and how many are behind it. */
export type VerificationProgress = (done: number, all: number, running: string) => void;
