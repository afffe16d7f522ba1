import { existsSync, readFileSync } from 'node:fs';
import { type Clock, Malformed, Refused } from '#kernel';
import { readCheckpoint, type ReadCheckpoint } from './checkpoint.ts';
import {
  checkShown,
  cosignature,
  cosignedMessage,
  readShown,
  type ShownCheckpoint,
  type WitnessMemory,
} from './cosigning.ts';
import { cryptography, type SigningKey } from './cryptography.service.ts';
import { keepHeldNote } from './held-note.service.ts';
import { keyText, noteText, parseKey } from './signed-note.ts';

/**
 * What a witness remembers, in a file beside its key, on its own machine: the log, by which keys it is known, and the
 * last checkpoint that was cosigned. `logKeys` are added to those that are known already.
 * Errors: LogUnknown, where nothing says yet by which key the log is known; MemoryUnreadable.
 */
export function readMemory(path: string, logKeys: readonly string[]): WitnessMemory {
  const known = existsSync(path) ? parseMemory(path) : { logKeys: [], note: null };
  const keys = [...new Set([...known.logKeys, ...logKeys])].map((text) => parseKey(cryptography.sha256, text));
  const [first] = keys;
  if (first === undefined) throw new LogUnknown(path);
  const origin = first.name;
  return { origin, logKeys: keys, last: known.note === null ? null : readCheckpoint(known.note) };
}

function parseMemory(path: string): { logKeys: string[]; note: string | null } {
  try {
    const { logKeys, note } = JSON.parse(readFileSync(path, 'utf8')) as { logKeys: unknown; note: unknown };
    if (!Array.isArray(logKeys) || (note !== null && typeof note !== 'string')) throw new Error('fields');
    return { logKeys: logKeys.map(String), note };
  } catch {
    throw new MemoryUnreadable(path);
  }
}

/** The text that `recoup checkpoint export` writes, or a note alone, which proves no more than itself. */
export function readShownOrNote(text: string): ShownCheckpoint {
  return text.startsWith('old ') ? readShown(text) : { old: 0, proof: [], written: text };
}

/**
 * Checks a checkpoint as a witness does and puts the witness's name below it. What it has signed is remembered before
 * the signature leaves, so that it never signs two histories.
 * Errors: those of `checkShown`.
 */
export function cosign(
  text: string,
  {
    key,
    memoryFile,
    logKeys,
    clock,
  }: { key: SigningKey; memoryFile: string; logKeys: readonly string[]; clock: Clock },
): { checkpoint: ReadCheckpoint; note: string } {
  const memory = readMemory(memoryFile, logKeys);
  const checkpoint = checkShown(cryptography, memory, readShownOrNote(text));
  const seconds = Math.floor(clock.now().getTime() / 1000);
  const signature = cosignature(cryptography, key, seconds, key.sign(cosignedMessage(seconds, checkpoint)));
  const { text: signed, signatures } = checkpoint.note;
  const note = noteText({ text: signed, signatures: [...signatures, signature] });
  const keys = memory.logKeys.map((one) => keyText(cryptography.sha256, one));
  keepHeldNote(memoryFile, `${JSON.stringify({ logKeys: keys, note }, null, 2)}\n`);
  return { checkpoint, note };
}

export class LogUnknown extends Refused {
  constructor(path: string) {
    super(
      `${path} is not there: this witness has not seen the log before. Give its public key, as the other side has told it ` +
        'you by another way than this file: --log-key NAME+12345678+BASE64. Nothing was signed.',
    );
  }
}

export class MemoryUnreadable extends Malformed {
  constructor(path: string) {
    super(`${path} is not what a witness remembers. Nothing was signed.`);
  }
}
