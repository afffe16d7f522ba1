import { Conflict, Malformed, Refused } from '#kernel';
import { fromBase64, toBase64 } from './base64.ts';
import {
  type Checkpoint,
  checkGrown,
  checkpointText,
  checkSigned,
  inWords,
  readCheckpoint,
  type ReadCheckpoint,
} from './checkpoint.ts';
import { type Cryptography, keyId, type NoteKey, type NoteSignature, utf8 } from './signed-note.ts';

/** What a witness is shown: the newest checkpoint, and the proof that it continues one of `old` leaves. */
export interface ShownCheckpoint {
  readonly old: number;
  readonly proof: readonly Uint8Array[];
  readonly written: string; // the note
}

/** What a witness remembers: the last checkpoint it has cosigned, and by which keys it knows the log. */
export interface WitnessMemory {
  readonly origin: string;
  readonly logKeys: readonly NoteKey[];
  readonly last: Checkpoint | null; // null: it has not seen this log before
}

/** As C2SP tlog-witness posts it: "old 12", the proof line by line, an empty line, the note. */
export function shownText({ old, proof, written }: ShownCheckpoint): string {
  return `old ${old}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${written}`;
}

/** Errors: ShownCheckpointMalformed. */
export function readShown(text: string): ShownCheckpoint {
  const end = text.indexOf('\n\n');
  const [first = '', ...lines] = text.slice(0, Math.max(end, 0)).split('\n');
  const old = /^old (0|[1-9]\d{0,14})$/.exec(first)?.[1];
  if (old === undefined) throw new ShownCheckpointMalformed('its first line is "old" and a number of leaves');
  const proof = lines.map((line) => {
    const hash = fromBase64(line);
    if (hash?.length !== 32) throw new ShownCheckpointMalformed('a line of its proof is not 32 bytes in base64');
    return hash;
  });
  if (proof.length > 63) throw new ShownCheckpointMalformed('its proof has more than 63 lines');
  return { old: Number(old), proof, written: text.slice(end + 2) };
}

/**
 * What a witness checks before it puts its name below a checkpoint: the log signed it, and it continues the last one
 * this witness has signed.
 * Errors: those of `checkSigned` and `checkGrown`; ProofFromAnotherSize, which says which one to ask for.
 */
export function checkShown(cryptography: Cryptography, memory: WitnessMemory, shown: ShownCheckpoint): ReadCheckpoint {
  const checkpoint = readCheckpoint(shown.written);
  checkSigned(cryptography, checkpoint, { origin: memory.origin, keys: memory.logKeys });
  const { last } = memory;
  if (last === null) return checkpoint;
  if (checkpoint.size <= last.size) {
    checkGrown(cryptography.sha256, last, checkpoint, []); // shrunk, forked, or the very same
    return checkpoint;
  }
  if (shown.old !== last.size) throw new ProofFromAnotherSize(shown.old, last.size);
  checkGrown(cryptography.sha256, last, checkpoint, shown.proof);
  return checkpoint;
}

/** The bytes a cosignature signs: the time, and the checkpoint. Source: C2SP tlog-cosignature, version 1. */
export function cosignedMessage(seconds: number, checkpoint: Checkpoint): Uint8Array {
  return utf8(`cosignature/v1\ntime ${seconds}\n${checkpointText(checkpoint)}`);
}

/** A cosignature as it stands in a note: eight bytes of time, most significant first, and 64 of Ed25519. */
export function cosignature(
  { sha256 }: Cryptography,
  key: NoteKey,
  seconds: number,
  signed: Uint8Array,
): NoteSignature {
  const bytes = new Uint8Array(8 + signed.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(seconds));
  bytes.set(signed, 8);
  return { name: key.name, keyId: keyId(sha256, key), signature: bytes };
}

/** When it was signed, in seconds since 1970. Errors: CosignatureWrong. */
export function checkCosignature(
  { sha256, verifies }: Cryptography,
  key: NoteKey,
  checkpoint: Checkpoint,
  given: NoteSignature,
): number {
  if (
    key.type !== 4 ||
    given.name !== key.name ||
    given.keyId !== keyId(sha256, key) ||
    given.signature.length !== 72
  ) {
    throw new CosignatureWrong(key.name, checkpoint);
  }
  const seconds = Number(new DataView(given.signature.slice(0, 8).buffer).getBigUint64(0));
  if (!verifies(key.publicKey, cosignedMessage(seconds, checkpoint), given.signature.slice(8))) {
    throw new CosignatureWrong(key.name, checkpoint);
  }
  return seconds;
}

/** Nobody is their own witness. Errors: CosignedByOwnSide. `operator` null: neither secretariat runs the log. */
export function checkOtherSide(
  key: NoteKey,
  { secretariat, operator, logKeys }: { secretariat: string; operator: string | null; logKeys: readonly NoteKey[] },
): void {
  const isLogKey = logKeys.some((one) => toBase64(one.publicKey) === toBase64(key.publicKey));
  if (isLogKey || secretariat === operator) throw new CosignedByOwnSide(key.name);
}

export class ShownCheckpointMalformed extends Malformed {
  constructor(what: string) {
    super(`This is no checkpoint with its proof: ${what}. \`recoup checkpoint export\` writes one.`);
  }
}

export class ProofFromAnotherSize extends Refused {
  constructor(shown: number, wanted: number) {
    super(
      `The proof begins at ${shown} leaves, and this witness last signed ${wanted}. Ask for one with ` +
        `\`recoup checkpoint export --since ${wanted}\`. Nothing was signed.`,
    );
  }
}

export class CosignatureWrong extends Conflict {
  constructor(name: string, checkpoint: Checkpoint) {
    super(`This is no cosignature of ${name} to the checkpoint of ${inWords(checkpoint)}. Nothing was written.`);
  }
}

export class CosignedByOwnSide extends Refused {
  constructor(name: string) {
    super(
      `${name} belongs to the side that keeps these books. A cosignature is worth something only from the other ` +
        'secretariat, or from an auditor. Nothing was written.',
    );
  }
}
