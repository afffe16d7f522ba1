import { Conflict, Malformed } from '#kernel';
import { fromBase64, toBase64, toHex } from './base64.ts';
import { isConsistent, type Sha256 } from './merkle-tree.ts';
import { type Cryptography, isSignedBy, type NoteKey, parseNote, type SignedNote } from './signed-note.ts';

/** What the whole tree was at one moment: its name, how many leaves, and its root. Source: C2SP tlog-checkpoint. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** A checkpoint that comes from outside, with the note it was read from. */
export interface ReadCheckpoint extends Checkpoint {
  readonly note: SignedNote;
}

/** Three lines, each ended: origin, size, root in base64. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Errors: NoteMalformed, CheckpointMalformed. Whether a key signed it is another question: `checkSigned`. */
export function readCheckpoint(written: string): ReadCheckpoint {
  const note = parseNote(written);
  const [origin = '', sizeText = '', rootText = '', ...rest] = note.text.split('\n');
  if (origin === '') throw new CheckpointMalformed('its first line names the log');
  if (!/^(0|[1-9]\d{0,14})$/.test(sizeText)) throw new CheckpointMalformed('its second line is the number of leaves');
  const root = fromBase64(rootText);
  if (root?.length !== 32) throw new CheckpointMalformed('its third line is the root, 32 bytes in base64');
  // Lines of extensions would be signed and not understood: what is not understood is not vouched for.
  if (rest.length !== 1 || rest[0] !== '') throw new CheckpointMalformed('it has three lines, and this one more');
  return { origin, size: Number(sizeText), root, note };
}

/** Errors: CheckpointOfAnotherLog, CheckpointNotSigned, SignatureWrong. `keys` are all the log has signed with, old ones too. */
export function checkSigned(
  cryptography: Cryptography,
  checkpoint: ReadCheckpoint,
  { origin, keys }: { origin: string; keys: readonly NoteKey[] },
): void {
  if (checkpoint.origin !== origin) throw new CheckpointOfAnotherLog(checkpoint.origin, origin);
  if (!keys.some((key) => key.type === 1 && isSignedBy(cryptography, checkpoint.note, key))) {
    throw new CheckpointNotSigned(origin);
  }
}

/**
 * A log only ever grows, and begins with what it was. Checks that `newer` is `older` continued.
 * Errors: CheckpointOfAnotherLog, CheckpointShrunk, CheckpointForked (naming both).
 */
export function checkGrown(sha256: Sha256, older: Checkpoint, newer: Checkpoint, proof: readonly Uint8Array[]): void {
  if (older.origin !== newer.origin) throw new CheckpointOfAnotherLog(newer.origin, older.origin);
  if (newer.size < older.size) throw new CheckpointShrunk(older, newer);
  const claim = { old: older.size, oldRoot: older.root, size: newer.size, root: newer.root, proof };
  if (!isConsistent(sha256, claim)) throw new CheckpointForked(older, newer);
}

/** "2,048 leaves, root 1f2e3d4c5b6a7988" */
export function inWords({ size, root }: Checkpoint): string {
  return `${size} leaves with root ${toHex(root).slice(0, 16)}`;
}

export class CheckpointMalformed extends Malformed {
  constructor(what: string) {
    super(`This note is no checkpoint: ${what}.`);
  }
}

export class CheckpointNotSigned extends Conflict {
  constructor(origin: string) {
    super(`No key of ${origin} that is known here signed this checkpoint.`);
  }
}

export class CheckpointOfAnotherLog extends Conflict {
  constructor(found: string, wanted: string) {
    super(`This checkpoint is of the log ${found}; these are the books of ${wanted}.`);
  }
}

export class CheckpointShrunk extends Conflict {
  constructor(older: Checkpoint, newer: Checkpoint) {
    super(
      `${older.origin} has shrunk: it was ${inWords(older)} and now shows ${inWords(newer)}. Books only grow; ` +
        'either these were set back, or something was removed from their end.',
    );
  }
}

export class CheckpointForked extends Conflict {
  constructor(older: Checkpoint, newer: Checkpoint) {
    super(
      `${older.origin} has forked: ${inWords(older)} and ${inWords(newer)} are not one history, or the proof between ` +
        'them is not theirs. Keep both notes: together they prove it.',
    );
  }
}
