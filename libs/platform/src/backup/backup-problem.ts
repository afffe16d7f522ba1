/** What went wrong with a backup, as the shell and a program know it. */
export type BackupProblemCode =
  | 'BACKUP_KEY_UNUSABLE' // no key, a key that others can read, or another key than the file was written with
  | 'BACKUP_DAMAGED' // a file was changed, cut, swapped or renamed
  | 'BACKUP_INCOMPLETE' // a backup that was never finished, or a WAL file that is not there
  | 'BACKUP_OF_OTHER_BOOKS' // the folder belongs to another set of books, or to another PostgreSQL
  | 'BACKUP_RUNS_ALREADY'
  | 'BACKUP_TARGET_UNUSABLE' // the folder cannot be written: full, gone, or not ours
  | 'BACKUP_NOT_CONFIGURED'
  | 'RESTORE_TARGET_UNKNOWN' // no such point, or nothing of that time is in the backup
  | 'RESTORE_FOLDER_TAKEN'
  | 'RESTORE_FAILED';

/**
 * A backup cannot be made, read or restored, and why, in sentences for whoever typed the command. It is not a
 * DomainError: no request caused it, and the engine, which knows nothing of the kernel, throws it too.
 */
export class BackupProblem extends Error {
  readonly code: BackupProblemCode;

  constructor(code: BackupProblemCode, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.name = 'BackupProblem';
    this.code = code;
  }
}
