import { existsSync } from 'node:fs';
import { type Clock, Conflict, Refused } from '#kernel';
import { type Database, inSnapshot, inTransaction } from '#platform';
import { latestPublished, publishedCheckpoints } from './checkpoints.service.ts';
import { keepHeldNote, readHeldNote, type SealFolder, sealFolder } from './held-note.service.ts';
import { openLog } from './key-register.service.ts';
import { readKeyFile } from './key-file.service.ts';
import { checkAgainstHeld } from './restore-event.service.ts';
import { type Sealer, startSealer } from './sealer.service.ts';

export interface ServerSealing {
  readonly db: Database;
  /** Where the sealer connects; absent: `db`. It takes one connection of it. */
  readonly sealerDb?: Database;
  /** The folder of the books: keys and the newest published note lie below it. */
  readonly folder: string;
  /** A note that somebody else keeps, such as a cosigned one; the start holds the books against it too. */
  readonly heldNote?: string | undefined;
  /** The secretariat that runs this server, or null where it is neither. */
  readonly operator: string | null;
  readonly clock: Clock;
  readonly onTrouble: (sentence: string) => void;
}

/**
 * Holds the books against what was published of them. To be called before anything is served or written.
 * `restored`: these books came from a backup, and what was published of them lies elsewhere; without any of it nobody can
 * say whether they are behind, and so they do not start.
 * Errors: RestoredWithoutNote, RestoredBehindCheckpoint, NotThePublishedHistory, CheckpointOfAnotherLog, and those of reading notes and keys.
 */
export async function checkRestored({
  db,
  folder,
  heldNote,
  restored,
}: Pick<ServerSealing, 'db' | 'folder' | 'heldNote'> & { readonly restored: boolean }): Promise<void> {
  const { keyFile } = sealFolder(folder);
  const keys = existsSync(keyFile) ? [readKeyFile(keyFile, 1)] : [];
  const notes = heldNotes({ folder, heldNote });
  if (restored && notes.length === 0) throw new RestoredWithoutNote(sealFolder(folder));
  for (const note of notes) await inSnapshot(db, (tx) => checkAgainstHeld(tx, note, keys));
}

/** The notes outside the database that the server knows of: its own newest, and the one that somebody else keeps. Errors: HeldNoteMissing. */
export function heldNotes({ folder, heldNote }: Pick<ServerSealing, 'folder' | 'heldNote'>): string[] {
  const other = heldNote === undefined ? null : readHeldNote(heldNote);
  if (heldNote !== undefined && other === null) throw new HeldNoteMissing(heldNote);
  return [readHeldNote(sealFolder(folder).latestNote), other].filter((note) => note !== null);
}

/** The key is there, the newest published note lies outside the database, and the sealer runs until it is stopped. */
export async function startServerSealing(options: ServerSealing): Promise<Sealer> {
  const { db, folder, operator, clock, onTrouble } = options;
  const { keyFile, latestNote } = sealFolder(folder);
  const key = await inTransaction(db, (tx) => openLog(tx, { keyFile, operator, clock }));
  const keep = async (): Promise<void> => keepHeldNote(latestNote, (await inSnapshot(db, latestPublished)).note);
  // A server that was killed between a commit and its note has left an older one.
  if ((await inSnapshot(db, (tx) => publishedCheckpoints(tx, { limit: 1 }))).length > 0) await keep();
  return startSealer({ db: options.sealerDb ?? db, key, clock, onTrouble, onPublished: keep });
}

export class RestoredWithoutNote extends Conflict {
  constructor({ keyFile, latestNote }: SealFolder) {
    super(
      'These books were restored from a backup, and no checkpoint is here to hold them against: nobody could see that ' +
        'they are behind what was published. Copy keys/log.key and checkpoints/latest.note from the old folder, or from ' +
        `where they were kept, to ${keyFile} and ${latestNote}; or name a checkpoint in RECOUP_CHECKPOINT, such as the ` +
        'newest that the other side has cosigned. Nothing was started.',
    );
  }
}

export class HeldNoteMissing extends Refused {
  constructor(path: string) {
    super(
      `There is no note ${path}, which RECOUP_CHECKPOINT names. Put it there, or take the setting away. Nothing was started.`,
    );
  }
}
