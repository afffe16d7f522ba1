import { type DomainError, type DomainErrorKind } from '#kernel';

/** What the shell learns. 130 is the shell's own for Ctrl-C. */
export const exitCode = {
  ok: 0,
  refused: 1,
  usage: 2,
  verificationFailed: 3,
  forbidden: 4,
  conflict: 5,
  unreachable: 69, // EX_UNAVAILABLE of sysexits.h
  fault: 70, // EX_SOFTWARE
} as const;

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
