import { type DomainError, type DomainErrorKind } from '#kernel';
import type { backups } from '#platform';

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
  UNPROVEN: exitCode.forbidden,
  TOO_OFTEN: exitCode.conflict,
  HELD: exitCode.conflict,
  UNFIT: exitCode.refused,
  CONFLICT: exitCode.conflict,
  STALE: exitCode.conflict,
};

export function exitCodeOf({ kind }: DomainError): number {
  return byKind[kind];
}

const byBackupProblem: Readonly<Record<backups.BackupProblemCode, number>> = {
  BACKUP_KEY_UNUSABLE: exitCode.usage,
  BACKUP_DAMAGED: exitCode.verificationFailed,
  BACKUP_INCOMPLETE: exitCode.verificationFailed,
  BACKUP_OF_OTHER_BOOKS: exitCode.refused,
  BACKUP_RUNS_ALREADY: exitCode.conflict,
  BACKUP_TARGET_UNUSABLE: exitCode.unreachable,
  BACKUP_NOT_CONFIGURED: exitCode.usage,
  RESTORE_TARGET_UNKNOWN: exitCode.usage,
  RESTORE_FOLDER_TAKEN: exitCode.conflict,
  RESTORE_FAILED: exitCode.refused,
};

export function exitCodeOfBackup({ code }: backups.BackupProblem): number {
  return byBackupProblem[code];
}
