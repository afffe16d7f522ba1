import { describe, expect, it } from '@jest/globals';
import { toBase64 } from './base64.ts';
import {
  type Checkpoint,
  CheckpointForked,
  checkGrown,
  CheckpointMalformed,
  CheckpointNotSigned,
  CheckpointOfAnotherLog,
  CheckpointShrunk,
  checkpointText,
  checkSigned,
  readCheckpoint,
} from './checkpoint.ts';
import {
  checkCosignature,
  checkOtherSide,
  checkShown,
  cosignature,
  CosignatureWrong,
  CosignedByOwnSide,
  cosignedMessage,
  ProofFromAnotherSize,
  readShown,
  ShownCheckpointMalformed,
  shownText,
  type WitnessMemory,
} from './cosigning.ts';
import { cryptography, newSigningKey, signedBy, type SigningKey } from './cryptography.service.ts';
import { bagged, CompactRange, consistencyRanges } from './merkle-tree.ts';
import { noteText, SignatureWrong } from './signed-note.ts';

const origin = 'recoup/books-of-the-test';
const { key: logKey } = newSigningKey(origin, 1);
const { key: witness } = newSigningKey('MINAMATA/witness', 4);
const { sha256 } = cryptography;
const leaves = (count: number, change?: number): Uint8Array[] =>
  Array.from({ length: count }, (_, at) => sha256(Buffer.from(at === change ? 'changed' : `${at}`)));

function rootOf(of: readonly Uint8Array[]): Uint8Array {
  const tree = CompactRange.empty(sha256);
  for (const leaf of of) tree.append(leaf);
  return tree.root();
}

function checkpoint(of: readonly Uint8Array[]): Checkpoint {
  return { origin, size: of.length, root: rootOf(of) };
}

function note(of: Checkpoint, key: SigningKey = logKey): string {
  const text = checkpointText(of);
  return noteText({ text, signatures: [signedBy(key, text)] });
}

function proof(of: readonly Uint8Array[], old: number): Uint8Array[] {
  return consistencyRanges(old, of.length).map(({ from, to }) => {
    const part = of.slice(from, to);
    return part.length === 0 ? bagged(sha256, []) : rootOf(part);
  });
}

const log = { origin, keys: [logKey] };

describe('a checkpoint', () => {
  it('is three lines that are signed, and is read again', () => {
    const read = readCheckpoint(note(checkpoint(leaves(5))));
    expect(read.note.text).toBe(`${origin}\n5\n${toBase64(rootOf(leaves(5)))}\n`);
    expect({ origin: read.origin, size: read.size, root: toBase64(read.root) }).toEqual({
      origin,
      size: 5,
      root: toBase64(rootOf(leaves(5))),
    });
    expect(() => checkSigned(cryptography, read, log)).not.toThrow();
  });

  it.each([
    ['its size is not a number', '05'],
    ['its size is negative', '-5'],
    ['its size is a fraction', '5.0'],
  ])('is refused where %s', (_, size) => {
    const text = `${origin}\n${size}\n${toBase64(rootOf(leaves(5)))}\n`;
    expect(() => readCheckpoint(noteText({ text, signatures: [signedBy(logKey, text)] }))).toThrow(CheckpointMalformed);
  });

  it.each([
    ['the root is short', `${origin}\n5\nAAAA\n`],
    ['a line is missing', `${origin}\n5\n`],
    ['a line is added', `${checkpointText(checkpoint(leaves(5)))}and more\n`],
  ])('is refused where %s', (_, text) => {
    expect(() => readCheckpoint(noteText({ text, signatures: [signedBy(logKey, text)] }))).toThrow(CheckpointMalformed);
  });

  it('is refused where another key signed it, under the same name or its own', () => {
    const { key: stranger } = newSigningKey(origin, 1);
    const { key: other } = newSigningKey('recoup/other', 1);
    for (const key of [stranger, other]) {
      const read = readCheckpoint(note(checkpoint(leaves(5)), key));
      expect(() => checkSigned(cryptography, read, log)).toThrow(CheckpointNotSigned);
    }
  });

  it('is refused where it was altered below its signature', () => {
    const altered = note(checkpoint(leaves(5))).replace('\n5\n', '\n6\n');
    expect(() => checkSigned(cryptography, readCheckpoint(altered), log)).toThrow(SignatureWrong);
  });

  it('of another log is refused', () => {
    const read = readCheckpoint(note({ ...checkpoint(leaves(5)), origin: 'recoup/other' }));
    expect(() => checkSigned(cryptography, read, log)).toThrow(CheckpointOfAnotherLog);
  });
});

describe('a log', () => {
  const old = checkpoint(leaves(5));

  it('grows', () => {
    expect(() => checkGrown(sha256, old, checkpoint(leaves(9)), proof(leaves(9), 5))).not.toThrow();
    expect(() => checkGrown(sha256, old, old, [])).not.toThrow();
  });

  it('never shrinks', () => {
    expect(() => checkGrown(sha256, checkpoint(leaves(9)), old, [])).toThrow(CheckpointShrunk);
  });

  it('never forks, and the refusal names both', () => {
    const forked = leaves(9, 3);
    const refusal = (): void => checkGrown(sha256, old, checkpoint(forked), proof(forked, 5));
    expect(refusal).toThrow(CheckpointForked);
    const hex = (of: readonly Uint8Array[]): string => Buffer.from(rootOf(of)).toString('hex').slice(0, 16);
    expect(refusal).toThrow(new RegExp(`5 leaves with root ${hex(leaves(5))} and 9 leaves with root ${hex(forked)}`));
    expect(() => checkGrown(sha256, old, checkpoint(leaves(5, 4)), [])).toThrow(CheckpointForked); // of one size
  });
});

describe('a witness', () => {
  const memory: WitnessMemory = { origin, logKeys: [logKey], last: checkpoint(leaves(5)) };
  const shown = (of: readonly Uint8Array[], since: number) => ({
    old: since,
    proof: proof(of, since),
    written: note(checkpoint(of)),
  });

  it('is shown a checkpoint and its proof as one text', () => {
    const text = shownText(shown(leaves(9), 5));
    expect(text).toMatch(/^old 5\n([A-Za-z0-9+/=]{44}\n)+\nrecoup\/books-of-the-test\n9\n/);
    expect(shownText(readShown(text))).toBe(text);
    expect(shownText(readShown(shownText(shown(leaves(9), 0))))).toMatch(/^old 0\n\nrecoup/);
  });

  it.each(['', 'old\n\n', 'old -1\n\nx', 'old 1\nAAAA\n\nx', 'new 1\n\nx', `old 1\n${'A'.repeat(43)}\n\nx`])(
    'is not shown %j',
    (text) => {
      expect(() => readShown(text)).toThrow(ShownCheckpointMalformed);
    },
  );

  it('accepts what continues the last one it signed, and the first one it sees', () => {
    expect(checkShown(cryptography, memory, shown(leaves(9), 5)).size).toBe(9);
    expect(checkShown(cryptography, memory, shown(leaves(5), 5)).size).toBe(5);
    expect(checkShown(cryptography, { ...memory, last: null }, shown(leaves(9), 0)).size).toBe(9);
  });

  it('refuses a fork, a shrunk log, a proof from elsewhere and a stranger’s signature', () => {
    expect(() => checkShown(cryptography, memory, shown(leaves(9, 2), 5))).toThrow(CheckpointForked);
    expect(() => checkShown(cryptography, memory, shown(leaves(5, 2), 5))).toThrow(CheckpointForked);
    expect(() => checkShown(cryptography, memory, shown(leaves(4), 4))).toThrow(CheckpointShrunk);
    expect(() => checkShown(cryptography, memory, shown(leaves(9), 4))).toThrow(ProofFromAnotherSize);
    const { key: stranger } = newSigningKey(origin, 1);
    const forged = { ...shown(leaves(9), 5), written: note(checkpoint(leaves(9)), stranger) };
    expect(() => checkShown(cryptography, memory, forged)).toThrow(CheckpointNotSigned);
  });
});

describe('a cosignature', () => {
  const signed = checkpoint(leaves(5));
  const given = cosignature(cryptography, witness, 1_764_000_000, witness.sign(cosignedMessage(1_764_000_000, signed)));

  it('carries its time and holds for its checkpoint', () => {
    expect(checkCosignature(cryptography, witness, signed, given)).toBe(1_764_000_000);
  });

  it('holds for no other checkpoint, time, key or name', () => {
    const { key: other } = newSigningKey('MINAMATA/witness', 4);
    const later = Uint8Array.from(given.signature, (byte, at) => (at === 7 ? byte ^ 1 : byte));
    for (const [key, of, one] of [
      [witness, checkpoint(leaves(6)), given],
      [witness, signed, { ...given, signature: later }],
      [other, signed, given],
      [witness, signed, { ...given, name: 'BRS/witness' }],
      [witness, signed, { ...given, signature: given.signature.slice(0, 70) }],
      [{ ...witness, type: 1 as const }, signed, given],
    ] as const) {
      expect(() => checkCosignature(cryptography, key, of, one)).toThrow(CosignatureWrong);
    }
  });

  it('is worth nothing from the side that keeps the books', () => {
    const facts = { operator: 'BRS', logKeys: [logKey] };
    expect(() => checkOtherSide(witness, { ...facts, secretariat: 'MINAMATA' })).not.toThrow();
    expect(() => checkOtherSide(witness, { ...facts, secretariat: 'BRS' })).toThrow(CosignedByOwnSide);
    const same = { ...witness, publicKey: logKey.publicKey }; // the log's own key under the other side's name
    expect(() => checkOtherSide(same, { ...facts, secretariat: 'MINAMATA' })).toThrow(CosignedByOwnSide);
    expect(() => checkOtherSide(witness, { secretariat: 'BRS', operator: null, logKeys: [logKey] })).not.toThrow();
  });
});
