import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serverAccount } from '../engine/account.ts';
import { archiveTarget, type ArchiveTarget, type ArchiveWish, receiptsOf } from '../engine/archiving.ts';
import { codeOf } from '../engine/engine-problem.ts';
import { tryLock } from '../engine/one-at-a-time.ts';
import { findPlace, hasBooks, makeFolder, type Place } from '../engine/place.ts';
import { isStillRunning, type RunningProcess } from '../engine/processes.ts';
import { BackupFolder, systemIdentifierOf } from './archive.ts';
import { readBackupKey } from './backup-key.ts';
import { type LastBackup, lastBackup, readNote, writeNote } from './backup-note.ts';
import { BackupProblem } from './backup-problem.ts';
import { logBytes, logWarning, logWatcher } from './log-size.ts';
import { isWalFile } from './wal.ts';

const LOOK_EVERY_MS = 250;
const AFTER_TROUBLE_MS = 2_000;
const MEASURE_EVERY_MS = 2_000;

export interface Archiver {
  /** Archives what is left, and ends. */
  stop(): Promise<void>;
}

/** How far the archive is behind the log. An operator looks at it, and `/health/ready` and `/metrics` show it. */
export interface ArchiveState {
  readonly folder: string;
  /** Finished files of the log that are on this machine only. */
  readonly waiting: number;
  readonly waitingBytes: number;
  readonly lastArchived: { readonly name: string; readonly at: string } | null;
  /** Why nothing can be archived, since when; null where all is well. */
  readonly trouble: { readonly since: string; readonly sentence: string } | null;
  /** What the log takes of the database's disk, archived or not. */
  readonly logBytes: number;
  /** Where that is more than it may be; null otherwise. */
  readonly warning: string | null;
  readonly lastBackup: LastBackup | null;
}

/** What the archiver notes beside the data, for whoever asks. */
interface Note extends Pick<ArchiveState, 'lastArchived' | 'trouble'> {
  /** The folder that was begun: if it is empty later, it is not mounted, and is not begun a second time. */
  readonly begun: string | null;
}

const NOTHING_YET: Note = { begun: null, lastArchived: null, trouble: null };

/**
 * The target that a start asks for, after a look at it. What is wrong with a setting is refused here; a target that is
 * full or gone is not: the books are more use open than shut, and their log waits.
 * Errors: BackupProblem, where the target was asked for just now.
 */
export async function usableTarget(
  place: Place,
  wish: ArchiveWish,
  say: (sentence: string) => void,
): Promise<ArchiveTarget | null> {
  if (wish === undefined || wish === 'off') return archiveTarget(place, wish);
  try {
    await openTarget(place, wish);
  } catch (error) {
    if (error instanceof BackupProblem && error.code !== 'BACKUP_TARGET_UNUSABLE') throw error;
    say(troubleSentence(error));
  }
  return archiveTarget(place, wish);
}

/**
 * Archives the log of a running server until that ends: whatever PostgreSQL has finished is encrypted, written to the
 * target's disk, and acknowledged with a receipt. Of all processes that use one engine, one archives; the others stand
 * ready. It keeps no process alive.
 */
export function startArchiver(of: {
  readonly place: Place;
  readonly target: ArchiveTarget;
  readonly server: RunningProcess;
  readonly say: (sentence: string) => void;
}): Archiver {
  const stopping = new AbortController();
  const ended = work(of, stopping.signal);
  // Whoever stops it hears of it as well; until then nobody holds this promise, and its end must not be the server's.
  ended.catch((error: unknown) => of.say(troubleSentence(error)));
  return {
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}

/** Null where nothing is archived. */
export function archiveState(place: Place): ArchiveState | null {
  const target = archiveTarget(place, undefined);
  if (target === null) return null;
  const { lastArchived, trouble } = noteOf(place);
  const waiting = readyFiles(place).filter((name) => !existsSync(join(receiptsOf(place), name)));
  const bytes = waiting.map((name) => statSync(walFile(place, name), { throwIfNoEntry: false })?.size ?? 0);
  const allBytes = logBytes(place);
  return {
    folder: target.folder,
    waiting: waiting.length,
    waitingBytes: bytes.reduce((sum, size) => sum + size, 0),
    lastArchived,
    trouble,
    logBytes: allBytes,
    warning: logWarning(allBytes),
    lastBackup: lastBackup(place),
  };
}

/** `archiveState` of the books in a folder, running or not; null where there are none. Nothing is made. */
export function archiveStateOf(folder: string): ArchiveState | null {
  return hasBooks(folder) ? archiveState(findPlace(folder, serverAccount())) : null;
}

/** Where the books in a folder were archived last. Nothing is made. */
export function rememberedTargetOf(folder: string): ArchiveTarget | null {
  return hasBooks(folder) ? archiveTarget(findPlace(folder, serverAccount()), undefined) : null;
}

async function work(
  { place, target, server, say }: Parameters<typeof startArchiver>[0],
  stopping: AbortSignal,
): Promise<void> {
  let release: (() => Promise<void>) | null = null;
  let folder: BackupFolder | null = null;
  let tell: ((trouble: string | null) => void) | null = null;
  const watchLog = logWatcher(say);
  let measuredAt = -Infinity;
  for (;;) {
    const isLast = stopping.aborted || !isStillRunning(server);
    let waitMs = LOOK_EVERY_MS;
    try {
      tell ??= newsTeller(place, say);
      release ??= await tryLock(`the archiver of ${place.root}`);
      if (release !== null) {
        if (performance.now() - measuredAt >= MEASURE_EVERY_MS) {
          measuredAt = performance.now();
          watchLog(logBytes(place));
        }
        folder ??= await openTarget(place, target);
        await archiveAll(place, folder);
        tell(null);
      }
    } catch (error) {
      folder = null; // looked at anew: the disk may have come back with something else on it
      if (tell === null) say(troubleSentence(error));
      else tell(troubleSentence(error));
      waitMs = AFTER_TROUBLE_MS;
    }
    if (isLast) break;
    await pause(waitMs, undefined, { ref: false, signal: stopping }).catch(() => undefined);
  }
  await release?.();
}

async function openTarget(place: Place, target: ArchiveTarget): Promise<BackupFolder> {
  const folder = new BackupFolder(target.folder, readBackupKey(target.key));
  makeFolder(receiptsOf(place), serverAccount());
  const note = noteOf(place);
  await folder.openFor(systemIdentifierOf(place.data), { mayBegin: note.begun !== target.folder });
  if (note.begun !== target.folder) writeNote(noteFile(place), { ...note, begun: target.folder });
  // A history is never made again: one that was written while nothing was archived is caught up on here.
  const histories = readdirSync(join(place.data, 'pg_wal')).filter((name) => name.endsWith('.history'));
  for (const name of histories) await archive(place, folder, name);
  return folder;
}

async function archiveAll(place: Place, folder: BackupFolder): Promise<void> {
  const receipts = receiptsOf(place);
  const ready = readyFiles(place);
  for (const name of ready) {
    const receipt = join(receipts, name);
    if (existsSync(receipt) || !(await archive(place, folder, name))) continue;
    writeFileSync(receipt, '', { mode: 0o644 });
    writeNote(noteFile(place), { ...noteOf(place), lastArchived: { name, at: new Date().toISOString() } });
  }
  for (const name of readdirSync(receipts)) if (!ready.includes(name)) rmSync(join(receipts, name), { force: true });
}

/** False if PostgreSQL has let go of the file meanwhile. */
async function archive(place: Place, folder: BackupFolder, name: string): Promise<boolean> {
  let plain: Buffer;
  try {
    plain = await readFile(walFile(place, name));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
  await folder.keepWal(name, plain);
  return true;
}

/** What PostgreSQL has finished and not yet let go of: histories first, as it does itself, then in the order of the log. */
function readyFiles(place: Place): string[] {
  const names = readdirSync(join(place.data, 'pg_wal', 'archive_status'))
    .filter((name) => name.endsWith('.ready'))
    .map((name) => name.slice(0, -'.ready'.length))
    .filter(isWalFile);
  const histories = names.filter((name) => name.endsWith('.history'));
  return [...histories.toSorted(), ...names.filter((name) => !histories.includes(name)).toSorted()];
}

function walFile(place: Place, name: string): string {
  return join(place.data, 'pg_wal', name);
}

/** Says and notes what is new: a trouble, another trouble, or its end. */
function newsTeller(place: Place, say: (sentence: string) => void): (trouble: string | null) => void {
  let told = noteOf(place).trouble?.sentence ?? null; // the process before this one may have told of it
  return (sentence) => {
    if (sentence === told) return;
    told = sentence;
    say(sentence ?? 'The log is archived again.');
    try {
      const note = noteOf(place);
      const since = note.trouble?.since ?? new Date().toISOString();
      writeNote(noteFile(place), { ...note, trouble: sentence === null ? null : { since, sentence } });
    } catch {
      // The folder of the data is full or gone as well; that is said by the server itself, and louder.
    }
  };
}

function troubleSentence(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  return `The log cannot be archived, and waits: ${why.replace(/\.?$/, '.')} Posting goes on; what is posted now is on this machine only.`;
}

function noteFile(place: Place): string {
  return join(place.root, 'archive-state.json');
}

function noteOf(place: Place): Note {
  return { ...NOTHING_YET, ...readNote<Partial<Note>>(noteFile(place), {}) };
}
