import { hash } from 'node:crypto';
import type { Tx } from '#platform';
import { toHex } from './base64.ts';
import { checkSigned, inWords, readCheckpoint, type ReadCheckpoint } from './checkpoint.ts';
import { checkCosignature } from './cosigning.ts';
import { cryptography } from './cryptography.service.ts';
import { logKeysOf, readRegister, type Register } from './key-register.service.ts';
import { sameBytes } from './merkle-tree.ts';
import { acknowledgedCheckpoints } from './restore-event.service.ts';
import type { StoredCheckpoint } from './seal-batch.service.ts';
import { queueSecondsMost } from './seal-status.query.ts';
import { parseSignature } from './signed-note.ts';
import { type Finding, TreeCheck } from './tree-check.ts';
import { isKept } from './tree.query.ts';

export interface SealVerification {
  /** True where nothing at all was found. */
  readonly holds: boolean;
  readonly leaves: number;
  readonly root: string; // hex
  readonly checkpoints: number;
  readonly cosignatures: number;
  readonly queued: number;
  /** By position, those about no leaf last; twenty at most. */
  readonly findings: readonly Finding[];
}

export interface SealVerificationOptions {
  /** Checkpoint notes that were kept outside these books: `latest.note`, a cosigned one, another secretariat's. */
  readonly held?: readonly string[];
  /** Called some hundred times with the leaves walked so far. */
  readonly onProgress?: (done: number, all: number) => void;
  /** A queue older than this is a finding, in books that have a log; 60 where absent, Infinity where no sealer can be at work. */
  readonly queueSecondsMost?: number;
}

const pageOfLeaves = 4_096; // 16 subtrees of 256

/**
 * Recomputes every leaf from the bytes its record holds now, and the root from the leaves, and holds both against every
 * checkpoint, its signature and its cosignatures, and against notes that were kept elsewhere. `tx` is a snapshot.
 * Reads in pages: a million leaves take some seconds and some tens of megabytes.
 */
export async function verifySeals(tx: Tx, options: SealVerificationOptions = {}): Promise<SealVerification> {
  const register = await readRegister(tx);
  const all = await count(tx);
  const full = new Map<string, string>();
  const check = new TreeCheck(cryptography.sha256, (subtree, digest) => {
    if (isKept(subtree)) full.set(`${subtree.level}/${subtree.index}`, toHex(digest));
  });
  const held = await readHeld(tx, check, register, options.held ?? []);
  const checkpoints = new Checkpoints(check, register);

  let coming = readPage(tx, 0);
  for (let first = 0; first < all.past; first += pageOfLeaves) {
    const page = await coming;
    // The next page is read while this one is hashed: two processors work at once, and nothing else asks meanwhile.
    coming = first + pageOfLeaves < all.past ? readPage(tx, first + pageOfLeaves) : Promise.resolve(noPage);
    for (const { place, kind, record, leaf_hash, body } of page.leaves) {
      const recomputed = body === null ? null : hash('sha256', `\0${kind}\n${body}`, 'buffer');
      if (!check.leaf({ position: Number(place), kind, record, stored: leaf_hash, recomputed })) break;
      const checkpoint = page.checkpoints.get(check.size);
      if (checkpoint !== undefined) checkpoints.meet(checkpoint);
      for (const note of held.get(check.size) ?? []) meetHeld(check, note);
    }
    compareSubtrees(check, page.subtrees, full, (level) => level === 8);
    options.onProgress?.(Math.min(first + pageOfLeaves, all.leaves), all.leaves);
  }
  await coming;
  compareSubtrees(check, await subtreesAbove(tx), full, (level) => level > 8);
  for (const note of [...held].filter(([size]) => size > check.size).flatMap(([, notes]) => notes)) {
    check.find(
      'HELD_CHECKPOINT',
      check.size,
      `A note held elsewhere has ${inWords(note)}, and here are ${check.size} leaves.`,
    );
  }
  for (const beyond of await checkpointsWithin(tx, check.size, Number.MAX_SAFE_INTEGER)) checkpoints.meet(beyond);
  await judgeTables(tx, check);
  // Without a log nothing can be sealed yet, however long it has waited.
  const queued = await judgeQueue(
    tx,
    check,
    register === null ? Infinity : (options.queueSecondsMost ?? queueSecondsMost),
  );
  check.end(checkpoints.newest);
  return {
    holds: check.findings.length === 0,
    leaves: check.size,
    root: toHex(check.root()),
    checkpoints: checkpoints.count,
    cosignatures: await judgeCosignatures(tx, check, register),
    queued,
    findings: check.findings,
  };
}

interface LeafRow {
  readonly place: string;
  readonly kind: string;
  readonly record: string;
  readonly leaf_hash: Buffer;
  readonly body: string | null;
}

interface Page {
  readonly leaves: readonly LeafRow[];
  readonly checkpoints: ReadonlyMap<number, StoredCheckpoint>; // by their size
  readonly subtrees: readonly SubtreeRow[];
}

interface SubtreeRow {
  readonly level: number;
  readonly index: string;
  readonly hash: Buffer;
}

const noPage: Page = { leaves: [], checkpoints: new Map(), subtrees: [] };

async function readPage(tx: Tx, first: number): Promise<Page> {
  const past = first + pageOfLeaves;
  const leaves = await tx.query<LeafRow[]>(
    'select place, kind, record, leaf_hash, body from sealing.leaves_with_bodies($1, $2)',
    [first, past],
  );
  const subtrees = await tx.query<SubtreeRow[]>(
    'select level, index, hash from sealing.subtree where level = 8 and index >= $1 and index < $2',
    [first / 256, past / 256],
  );
  const checkpoints = await checkpointsWithin(tx, first, past);
  return { leaves, subtrees, checkpoints: new Map(checkpoints.map((one) => [one.size, one])) };
}

async function checkpointsWithin(tx: Tx, above: number, upTo: number): Promise<StoredCheckpoint[]> {
  const rows = await tx.query<{ size: string; root: Buffer; note: string }[]>(
    'select size, root, note from sealing.checkpoint where size > $1 and size <= $2 order by size',
    [above, upTo],
  );
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}

function subtreesAbove(tx: Tx): Promise<SubtreeRow[]> {
  return tx.query<SubtreeRow[]>('select level, index, hash from sealing.subtree where level > 8');
}

async function count(tx: Tx): Promise<{ leaves: number; past: number }> {
  const [row] = await tx.query<{ leaves: string; past: string }[]>(
    'select count(*) as leaves, coalesce(max(position) + 1, 0) as past from sealing.leaf',
  );
  return { leaves: Number(row?.leaves), past: Number(row?.past) };
}

/** The checkpoints as the walk comes to them. */
class Checkpoints {
  newest: ReadCheckpoint | null = null;
  count = 0;

  constructor(
    private readonly check: TreeCheck,
    private readonly register: Register | null,
  ) {}

  /** Its root is judged where the walk has come to its size; one beyond the last leaf is judged at the end. */
  meet(stored: StoredCheckpoint): void {
    this.count += 1;
    const read = this.judgeNote(stored);
    if (read === null) return;
    this.newest = read;
    if (read.size === this.check.size) this.check.checkpoint(read);
  }

  private judgeNote({ size, root, note }: StoredCheckpoint): ReadCheckpoint | null {
    const problem = (what: string): null => {
      this.check.find('CHECKPOINT_SIGNATURE', size - 1, `The checkpoint of ${size} leaves: ${what}`);
      return null;
    };
    try {
      const read = readCheckpoint(note);
      if (this.register === null) return problem('these books have no log.');
      checkSigned(cryptography, read, { origin: this.register.origin, keys: logKeysOf(this.register) });
      if (read.size !== size || !sameBytes(read.root, root)) return problem('its columns say other than its note.');
      return read;
    } catch (error) {
      return problem(error instanceof Error ? error.message : String(error));
    }
  }
}

/** Notes from outside by their size, those that a restore event answers for left out. */
async function readHeld(
  tx: Tx,
  check: TreeCheck,
  register: Register | null,
  notes: readonly string[],
): Promise<Map<number, ReadCheckpoint[]>> {
  const found = new Map<number, ReadCheckpoint[]>();
  const acknowledged = notes.length === 0 ? [] : await acknowledgedCheckpoints(tx);
  for (const note of notes) {
    try {
      const read = readCheckpoint(note);
      checkSigned(cryptography, read, {
        origin: register?.origin ?? '',
        keys: register === null ? [] : logKeysOf(register),
      });
      if (acknowledged.some(({ size, root }) => size === read.size && sameBytes(root, read.root))) continue;
      found.set(read.size, [...(found.get(read.size) ?? []), read]);
    } catch (error) {
      check.find('HELD_CHECKPOINT', null, error instanceof Error ? error.message : String(error));
    }
  }
  return found;
}

function meetHeld(check: TreeCheck, note: ReadCheckpoint): void {
  if (sameBytes(check.root(), note.root)) return;
  const here = inWords({ ...note, root: check.root() });
  check.find('HELD_CHECKPOINT', note.size - 1, `A note held elsewhere has ${inWords(note)}, and here are ${here}.`);
}

/** Stored subtrees of some levels against those that were added up again since the last look. */
function compareSubtrees(
  check: TreeCheck,
  stored: readonly SubtreeRow[],
  full: Map<string, string>,
  ofLevel: (level: number) => boolean,
): void {
  if (check.isBroken) return;
  const names = new Map(stored.map(({ level, index, hash: digest }) => [`${level}/${index}`, toHex(digest)]));
  const expected = [...full].filter(([name]) => ofLevel(Number(name.split('/')[0])));
  for (const [name] of expected) full.delete(name);
  const added = new Map(expected);
  for (const name of new Set([...names.keys(), ...added.keys()])) {
    if (names.get(name) === added.get(name)) continue;
    const [level = 0, index = 0] = name.split('/').map(Number);
    check.subtreeDiffers({ level, index });
  }
}

/** Rows that are neither leaf nor queued, and triggers that would let such rows come. */
async function judgeTables(tx: Tx, check: TreeCheck): Promise<void> {
  const counts = await tx.query<{ kind: string; records: string; leaves: string; queued: string; watched: boolean }[]>(
    'select kind, records, leaves, queued, watched from sealing.record_counts()',
  );
  for (const { kind, watched } of counts) {
    if (!watched)
      check.find('TRIGGER_OFF', null, `New records of kind ${kind} are not queued: the trigger is off or gone.`);
  }
  // Each leaf has its record, or was found above; so equal numbers mean that each record has its leaf.
  const sealed = ({ records, leaves, queued }: (typeof counts)[number]): boolean =>
    BigInt(records) <= BigInt(leaves) + BigInt(queued) && check.findings.length === 0;
  if (counts.every(sealed)) return;
  const unsealed = await tx.query<{ kind: string; record: string }[]>(
    'select kind, record from sealing.unsealed_records() limit 5',
  );
  for (const { kind, record } of unsealed) {
    check.find(
      'RECORD_UNSEALED',
      null,
      `The ${kind} ${record} is neither sealed nor queued: it was written past the trigger.`,
    );
  }
}

async function judgeQueue(tx: Tx, check: TreeCheck, secondsMost: number): Promise<number> {
  const [row] = await tx.query<{ queued: string; oldest: string | null; kind: string | null; record: string | null }[]>(
    `select count(*) as queued, extract(epoch from clock_timestamp() - min(queued_at)) as oldest,
       (array_agg(kind order by id))[1] as kind, (array_agg(record order by id))[1] as record from sealing.queue`,
  );
  if (Number(row?.oldest ?? 0) > secondsMost) {
    check.find(
      'QUEUE_OLD',
      null,
      `The ${row?.kind ?? ''} ${row?.record ?? ''} has waited ${Math.floor(Number(row?.oldest))} seconds to be sealed.`,
    );
  }
  return Number(row?.queued ?? 0);
}

async function judgeCosignatures(tx: Tx, check: TreeCheck, register: Register | null): Promise<number> {
  const rows = await tx.query<{ note: string; line: string; key_name: string; key_id: string }[]>(
    `select checkpoint.note, cosignature.line, key_name, key_id
     from sealing.cosignature join sealing.checkpoint using (size) order by size, key_name`,
  );
  for (const { note, line, key_name: name } of rows) {
    try {
      const checkpoint = readCheckpoint(note);
      const given = parseSignature(line);
      const keys = register?.keys.filter((key) => key.purpose === 'WITNESS' && key.name === given.name) ?? [];
      if (!keys.some((key) => holds(key, checkpoint, given))) {
        check.find(
          'CHECKPOINT_SIGNATURE',
          checkpoint.size - 1,
          `The cosignature of ${name} to ${inWords(checkpoint)} does not hold.`,
        );
      }
    } catch (error) {
      check.find('CHECKPOINT_SIGNATURE', null, error instanceof Error ? error.message : String(error));
    }
  }
  return rows.length;
}

function holds(
  ...args: [Parameters<typeof checkCosignature>[1], ReadCheckpoint, ReturnType<typeof parseSignature>]
): boolean {
  try {
    checkCosignature(cryptography, ...args);
    return true;
  } catch {
    return false;
  }
}
