import { backups } from '#platform';

/** How far the archive of the log is, of the books in a folder; a server without a folder, as in the tests, archives nothing. */
export class ArchiveOf {
  constructor(private readonly folder: string | null) {}

  state(): backups.ArchiveState | null {
    return this.folder === null ? null : backups.archiveStateOf(this.folder);
  }
}
