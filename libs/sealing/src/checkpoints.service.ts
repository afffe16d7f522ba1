import { type Clock, Unknown } from '#kernel';
import type { Tx } from '#platform';
import type { ReadCheckpoint } from './checkpoint.ts';
import { checkCosignature, checkOtherSide, CosignatureWrong, shownText } from './cosigning.ts';
import { cryptography } from './cryptography.service.ts';
import { logKeysOf, NoLogYet, readRegister, type RegisteredKey } from './key-register.service.ts';
import { consistencyRanges, inclusionRanges } from './merkle-tree.ts';
import { checkAgainstHeld } from './restore-event.service.ts';
import type { Occasion } from './seal-batch.service.ts';
import { type NoteSignature, signatureLine } from './signed-note.ts';
import { rangeHashes } from './tree.query.ts';

/** A published checkpoint, with whoever has put a name below it. */
export interface PublishedCheckpoint {
  readonly size: number;
  readonly root: string; // base64
  readonly sealedAt: Date;
  readonly publishedAt: Date;
  readonly occasions: readonly Occasion[];
  readonly cosignedBy: readonly string[];
  readonly note: string; // with its cosignatures
}

/** Newest first; `before` a size, `size` one alone. */
export async function publishedCheckpoints(
  tx: Tx,
  { limit, before, size }: { limit: number; before?: number; size?: number },
): Promise<PublishedCheckpoint[]> {
  const rows = await tx.query<(Omit<PublishedCheckpoint, 'size'> & { size: string; lines: string[] })[]>(
    `select checkpoint.size, encode(checkpoint.root, 'base64') as root, checkpoint.sealed_at as "sealedAt",
       published.at as "publishedAt", published.occasions, checkpoint.note, cosigned.names as "cosignedBy", cosigned.lines
     from (
       select size, min(published_at) as at, array_agg(occasion order by occasion) as occasions
       from sealing.publication
       where ($2::bigint is null or size < $2) and ($3::bigint is null or size = $3)
       group by size order by size desc limit $1
     ) as published
     join sealing.checkpoint on checkpoint.size = published.size
     cross join lateral (
       select coalesce(array_agg(key_name order by signed_at, key_name), '{}') as names,
         coalesce(array_agg(line order by signed_at, key_name), '{}') as lines
       from sealing.cosignature where cosignature.size = published.size
     ) as cosigned
     order by published.size desc`,
    [limit, before ?? null, size ?? null],
  );
  return rows.map(({ lines, note, size: text, ...row }) => ({
    ...row,
    size: Number(text),
    note: note + lines.map((line) => `${line}\n`).join(''),
  }));
}

/** Errors: NothingPublished. */
export async function latestPublished(tx: Tx): Promise<PublishedCheckpoint> {
  const [newest] = await publishedCheckpoints(tx, { limit: 1 });
  if (newest === undefined) throw new NothingPublished();
  return newest;
}

/**
 * What a witness needs: the newest published checkpoint, and the proof that it continues one of `since` leaves.
 * Absent: since the newest that was cosigned, or from the beginning.
 * Errors: NothingPublished, NoCheckpointOfSize.
 */
export async function exportCheckpoint(tx: Tx, since?: number): Promise<{ size: number; since: number; text: string }> {
  const { size, note } = await latestPublished(tx);
  const [cosigned] = await tx.query<{ size: string | null }[]>('select max(size) as size from sealing.cosignature');
  const old = since ?? Number(cosigned?.size ?? 0);
  if (!(old >= 0 && old <= size)) throw new NoCheckpointOfSize(old, size);
  const proof = await rangeHashes(tx, consistencyRanges(old, size));
  return { size, since: old, text: shownText({ old, proof, written: note }) };
}

/**
 * Takes in a checkpoint that came back cosigned. It must be one of these books, and each cosignature one of a witness
 * that is registered and belongs to the other side. Answers who signed.
 * Errors: NothingCosigned, UnknownWitness, CosignatureWrong, CosignedByOwnSide, and those of `checkAgainstHeld`.
 */
export async function importCosigned(tx: Tx, written: string, clock: Clock): Promise<string[]> {
  const register = await readRegister(tx);
  if (register === null) throw new NoLogYet();
  const checkpoint = await checkAgainstHeld(tx, written);
  const logNames = new Set(logKeysOf(register).map(({ name }) => name));
  const given = checkpoint.note.signatures.filter(({ name }) => !logNames.has(name));
  if (given.length === 0) throw new NothingCosigned();
  for (const one of given) {
    const key = witnessOf(register.keys, one, checkpoint);
    checkOtherSide(key, {
      secretariat: key.secretariat ?? '',
      operator: register.operator,
      logKeys: logKeysOf(register),
    });
    const seconds = checkCosignature(cryptography, key, checkpoint, one);
    await tx.query(
      `insert into sealing.cosignature (size, key_name, key_id, signed_at, line, imported_at)
       values ($1, $2, $3, to_timestamp($4), $5, $6) on conflict on constraint cosignature_once do nothing`,
      [checkpoint.size, one.name, one.keyId, seconds, signatureLine(one), clock.now()],
    );
  }
  return given.map(({ name }) => name);
}

function witnessOf(keys: readonly RegisteredKey[], { name }: NoteSignature, checkpoint: ReadCheckpoint): RegisteredKey {
  const named = keys.filter((key) => key.purpose === 'WITNESS' && !key.retired && key.name === name);
  const [key] = named;
  if (key === undefined) throw new UnknownWitness(name);
  if (named.length > 1) throw new CosignatureWrong(name, checkpoint); // one name, one key at a time
  return key;
}

/** Where a record stands in the tree, and what proves it under a published checkpoint. */
export interface InclusionProof {
  readonly kind: string;
  readonly record: string;
  readonly body: string;
  readonly position: number;
  readonly size: number;
  readonly proof: readonly Uint8Array[];
  readonly note: string;
}

/** Under the newest published checkpoint. Errors: NotSealedYet, where no published one has it. */
export async function inclusionProof(tx: Tx, kind: string, record: string): Promise<InclusionProof> {
  const [leaf] = await tx.query<{ position: string }[]>(
    'select position from sealing.leaf where kind = $1 and record = $2',
    [kind, record],
  );
  const [newest] = await publishedCheckpoints(tx, { limit: 1 });
  if (leaf === undefined || newest === undefined || Number(leaf.position) >= newest.size) {
    throw new NotSealedYet(kind, record);
  }
  const position = Number(leaf.position);
  const [found] = await tx.query<{ body: string | null }[]>('select body from sealing.leaves_with_bodies($1, $2)', [
    position,
    position + 1,
  ]);
  const body = found?.body ?? null;
  if (body === null) throw new Error(`The ${kind} ${record} was sealed and is there no more. Verify the books.`);
  const proof = await rangeHashes(tx, inclusionRanges(position, newest.size));
  return { kind, record, body, position, size: newest.size, proof, note: newest.note };
}

export class NothingPublished extends Unknown {
  constructor() {
    super('No checkpoint of these books has been published yet. The server publishes one when it first starts.');
  }
}

export class NoCheckpointOfSize extends Unknown {
  constructor(asked: number, size: number) {
    super(`There is no proof since ${asked} leaves: the newest published checkpoint has ${size}.`);
  }
}

export class NothingCosigned extends Unknown {
  constructor() {
    super('Nobody but the log itself has signed this checkpoint. Nothing was written.', '/note');
  }
}

export class UnknownWitness extends Unknown {
  constructor(name: string) {
    super(
      `${name} is no witness that is registered here (\`recoup checkpoint key add\`). Nothing was written.`,
      '/note',
    );
  }
}

export class NotSealedYet extends Unknown {
  constructor(kind: string, record: string) {
    super(
      `The ${kind} ${record} is not below a published checkpoint yet. A second after it is issued, it is: ask again.`,
    );
  }
}
