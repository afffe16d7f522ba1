import { type Actor, canonicalJson, type Clock } from '#kernel';
import { constraintStandsFor, type Tx } from '#platform';
import { toBase64 } from './base64.ts';
import { CheckpointOfAnotherLog, checkSigned, readCheckpoint, type ReadCheckpoint } from './checkpoint.ts';
import { cryptography, type SigningKey } from './cryptography.service.ts';
import { logKeysOf, readRegister } from './key-register.service.ts';
import { sameBytes } from './merkle-tree.ts';
import {
  NothingToAnswerFor,
  NotThePublishedHistory,
  RestoreAnsweredByOneSide,
  RestoreReasonOutOfBounds,
  restoreBody,
  RestoredBehindCheckpoint,
} from './restore-event.ts';
import { lockTree, sealBatch, type SealedBatch } from './seal-batch.service.ts';
import { rangeHashes } from './tree.query.ts';

/**
 * Holds the books against a checkpoint that was kept outside them. Returns what was read where they lead to it, or
 * somebody has answered for it. `keys` of the log's key files count besides the registered ones: a restored register may be older.
 * Errors: RestoredBehindCheckpoint, NotThePublishedHistory, CheckpointOfAnotherLog, CheckpointNotSigned, NoteMalformed.
 */
export async function checkAgainstHeld(
  tx: Tx,
  note: string,
  keys: readonly SigningKey[] = [],
): Promise<ReadCheckpoint> {
  const held = await checkedCheckpoint(tx, note, keys);
  const problem = await departureFrom(tx, held);
  if (problem === null) return held;
  const answered = (await acknowledgedCheckpoints(tx)).some(
    ({ size, root }) => size === held.size && sameBytes(root, held.root),
  );
  if (!answered) throw problem;
  return held;
}

async function checkedCheckpoint(tx: Tx, note: string, keys: readonly SigningKey[]): Promise<ReadCheckpoint> {
  const held = readCheckpoint(note);
  const register = await readRegister(tx);
  if (register === null) {
    // Books without a log in the place of books that had one: an empty database was put there.
    checkSigned(cryptography, held, { origin: held.origin, keys });
    return held;
  }
  if (held.origin !== register.origin) throw new CheckpointOfAnotherLog(held.origin, register.origin);
  checkSigned(cryptography, held, { origin: register.origin, keys: [...logKeysOf(register), ...keys] });
  return held;
}

async function departureFrom(
  tx: Tx,
  held: ReadCheckpoint,
): Promise<RestoredBehindCheckpoint | NotThePublishedHistory | null> {
  const size = await treeSize(tx);
  if (size < held.size) return new RestoredBehindCheckpoint(held, size);
  const [root] = await rangeHashes(tx, [{ from: 0, to: held.size }]);
  return root === undefined || sameBytes(root, held.root) ? null : new NotThePublishedHistory(held, root);
}

export async function treeSize(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ size: string }[]>('select coalesce(max(position) + 1, 0) as size from sealing.leaf');
  return Number(row?.size ?? 0);
}

/** Checkpoints that these books do not lead to and for which somebody has answered. */
export async function acknowledgedCheckpoints(tx: Tx): Promise<{ size: number; root: Buffer }[]> {
  const rows = await tx.query<{ size: string; root: Buffer }[]>(
    'select lost_size as size, lost_root as root from sealing.restore_event',
  );
  return rows.map(({ size, root }) => ({ size: Number(size), root }));
}

/**
 * An officer of each of two sides answers for books that were set back behind a published checkpoint. The event is signed by the log's key and
 * is the next leaf of the tree, ahead of whatever waits, and the checkpoint over it is published.
 * Errors: RestoreReasonOutOfBounds, RestoreAnsweredByOneSide, NothingToAnswerFor, and those of `checkAgainstHeld` but the two that are the reason for it.
 */
export async function signRestoreEvent(
  tx: Tx,
  { note, reason, key }: { note: string; reason: string; key: SigningKey },
  by: readonly [Actor, Actor],
  clock: Clock,
): Promise<SealedBatch> {
  if (reason.trim().length < 10 || reason.length > 500) throw new RestoreReasonOutOfBounds();
  const [first, second] = by;
  if (first.person === second.person || first.secretariat === second.secretariat) throw new RestoreAnsweredByOneSide();
  await lockTree(tx);
  const held = await checkedCheckpoint(tx, note, [key]);
  const answered = (await acknowledgedCheckpoints(tx)).some(
    ({ size, root }) => size === held.size && sameBytes(root, held.root),
  );
  if (answered || (await departureFrom(tx, held)) === null) throw new NothingToAnswerFor(held);
  const size = await treeSize(tx);
  const [root = new Uint8Array(0)] = await rangeHashes(tx, [{ from: 0, to: size }]);
  const at = clock.now();
  const facts = restoreBody({ by, reason, at, lost: held, now: { size, root } });
  const signature = toBase64(key.sign(Buffer.from(canonicalJson(facts))));
  await tx.query(
    `insert into sealing.restore_event (lost_size, lost_root, signed_by, signed_for, second_by, second_for, body, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[held.size, Buffer.from(held.root), first.person, first.secretariat, second.person, second.secretariat],
      ...[canonicalJson({ ...facts, signature }), at],
    ],
  );
  const sealed = await sealBatch(tx, { key, clock, most: 1, only: 'restore-event' });
  if (sealed === null) throw new Error('A restore event is queued by the insert that wrote it.');
  return sealed;
}

constraintStandsFor('restore_answered_by_both_sides', () => new RestoreAnsweredByOneSide());
