import { BackupFolder, BackupProblem, readBackupKey } from './backup/index.ts';
import type { ArchiveWish } from './engine/index.ts';
import { type Engine, startEngine, toClearUp } from './engine/index.ts';
import type { EngineConnection } from './engine/ping.ts';
import { hasBooks } from './engine/place.ts';
import { embeddedDatabase, leaveEngine } from './open-database.ts';
import { roles } from './roles/index.ts';

export interface WithBackups {
  readonly engine: Engine;
  /** As the role that begins and ends base backups, and may nothing else. */
  readonly connection: EngineConnection;
  readonly backups: BackupFolder;
}

/**
 * The embedded engine of a folder, running or started for as long as `work` takes, and the folder that its log is archived
 * in. Nothing is migrated: a backup is made of the books as they are.
 * Errors: BackupProblem where there are no books, or nothing is archived; EngineProblem.
 */
export async function withBackups<T>(
  options: { readonly folder: string; readonly archive: ArchiveWish; readonly onProgress: (sentence: string) => void },
  work: (found: WithBackups) => Promise<T>,
): Promise<T> {
  if (!hasBooks(options.folder)) {
    throw new BackupProblem('BACKUP_NOT_CONFIGURED', `There are no books in ${options.folder}. Mend RECOUP_FOLDER.`);
  }
  const starting = startEngine({ ...options, durable: true });
  const us = { folder: options.folder, adopt: false, applicationName: 'recoup backup' };
  const leave = toClearUp(async () => leaveEngine(us, await starting));
  try {
    const engine = await starting;
    if (engine.archive === null) {
      throw new BackupProblem(
        'BACKUP_NOT_CONFIGURED',
        engine.startedHere
          ? 'These books have no backup folder. Set RECOUP_BACKUP_FOLDER and RECOUP_BACKUP_KEY.'
          : 'The server that runs was started without a backup folder, so its log is not archived, and a backup without its log cannot be restored. Set RECOUP_BACKUP_FOLDER and RECOUP_BACKUP_KEY for it, stop it, and start it again.',
      );
    }
    const { folder, key } = engine.archive;
    const connection = { ...engine.loginOf(roles.backup), database: embeddedDatabase };
    return await work({ engine, connection, backups: new BackupFolder(folder, readBackupKey(key)) });
  } finally {
    await leave();
  }
}
