/** Backups of the embedded engine: base backups, its log as it is written, and the way back. Encrypted throughout. */
export { BackupFolder, type RestorePoint } from './archive.ts';
export { type ArchiveState, archiveState, archiveStateOf, rememberedTargetOf } from './archiver.ts';
export { type LastBackup } from './backup-note.ts';
export { createBackupKey, readBackupKey } from './backup-key.ts';
export { BackupProblem, type BackupProblemCode } from './backup-problem.ts';
export { namePoint, takeBackup } from './base-backup.ts';
export { type Finding, type Pruned, pruneBackups, type Verified, verifyBackups } from './care.ts';
export { type FoundBackup, foundBackups, type Manifest } from './manifest.ts';
export { restore, type Restored, wasRestored } from './restore.ts';
export { parseRestoreTarget, type RestoreTarget } from './restore-target.ts';
