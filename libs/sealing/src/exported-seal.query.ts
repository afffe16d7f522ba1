import type { Tx } from '#platform';
import { cryptography } from './cryptography.service.ts';
import type { SealRecord } from './exported-seal.ts';
import { logKeysOf, readRegister } from './key-register.service.ts';
import { keyText } from './signed-note.ts';

const pageOfLeaves = 4_096;

/** What an export says of the seal, some leaves at a time. `tx` is a snapshot; books that were never sealed say nothing. */
export async function* exportedSeal(tx: Tx): AsyncGenerator<SealRecord> {
  const register = await readRegister(tx);
  if (register === null) return;
  const keys = logKeysOf(register).map((key) => keyText(cryptography.sha256, key));
  yield { t: 'log', origin: register.origin, keys };
  const [row] = await tx.query<{ past: string }[]>(
    `select greatest((select max(position) + 1 from sealing.leaf), (select max(size) from sealing.checkpoint), 0) as past`,
  );
  for (let first = 0; first < Number(row?.past); first += pageOfLeaves) yield* await page(tx, first);
  yield* await tx.query<SealRecord[]>(`select 'queued' as t, kind, record from sealing.queue order by id`);
}

async function page(tx: Tx, first: number): Promise<SealRecord[]> {
  const past = first + pageOfLeaves;
  const leaves = await tx.query<Extract<SealRecord, { t: 'leaf' }>[]>(
    `select 'leaf' as t, place::int as position, kind, record, encode(leaf_hash, 'hex') as hash, body
     from sealing.leaves_with_bodies($1, $2) order by place`,
    [first, past],
  );
  const checkpoints = await tx.query<Extract<SealRecord, { t: 'checkpoint' }>[]>(
    `select 'checkpoint' as t, size::int as size, note from sealing.checkpoint where size > $1 and size <= $2 order by size`,
    [first, past],
  );
  const after = Map.groupBy(checkpoints, ({ size }) => size);
  const there = new Set(leaves.map(({ position }) => position + 1));
  return [
    ...leaves.flatMap((leaf) => [leaf, ...(after.get(leaf.position + 1) ?? [])]),
    ...checkpoints.filter(({ size }) => !there.has(size)), // its last leaf is gone, and it says so
  ];
}
