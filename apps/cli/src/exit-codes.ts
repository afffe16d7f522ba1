import { type DomainError, type DomainErrorKind } from '#kernel';

/** What the shell learns. 130 is the shell's own for Ctrl-C. */
export const exitCode = { ok: 0, refused: 1, usage: 2, unreachable: 3, forbidden: 4, conflict: 5, fault: 70 } as const;

const byKind: Readonly<Record<DomainErrorKind, number>> = {
  MALFORMED: exitCode.refused,
  UNKNOWN: exitCode.refused,
  REFUSED: exitCode.refused,
  FORBIDDEN: exitCode.forbidden,
  CONFLICT: exitCode.conflict,
  STALE: exitCode.conflict,
};

export function exitCodeOf({ kind }: DomainError): number {
  return byKind[kind];
}
