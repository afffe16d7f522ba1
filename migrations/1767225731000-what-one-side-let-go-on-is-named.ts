import { randomUUID } from 'node:crypto';
import { canonicalJson } from '#kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two sides let posting go on and answer for a restore, from the first time on: what one side did alone before both were asked is named by
 * an act that is sealed, and nothing else is let off. Audit README, "Verification".
 */
export class WhatOneSideLetGoOnIsNamed1767225731000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await name(db, { action: 'RESUMPTIONS_OF_ONE_SIDE', kind: 'audit-event' }, await liftedByOneSide(db));
    await name(db, { action: 'RESTORES_OF_ONE_SIDE', kind: 'restore-event' }, await answeredByOneSide(db));
  }

  /** The acts stay: whoever comes back to this version names what is named no more. */
  async down(): Promise<void> {}
}

// What was written with the triggers off has no leaf and waits for none: no act of before is like that.
async function liftedByOneSide(db: QueryRunner): Promise<{ id: string }[]> {
  return (await db.query(`
    select id::text from platform.audit_event as lifted
    where action = 'POSTING_STOP_LIFTED' and id::text not in (select record from sealing.unsealed_records() where kind = 'audit-event')
      and not exists (
        select from platform.audit_event as request
        where request.action = 'POSTING_RESUMPTION_REQUESTED' and request.sequence < lifted.sequence)
      and not exists (
        select from platform.audit_event as event where event.action = 'RESUMPTIONS_OF_ONE_SIDE' and event.object_ids @> array[lifted.id::text])
    order by id`)) as { id: string }[];
}

async function answeredByOneSide(db: QueryRunner): Promise<{ id: string }[]> {
  return (await db.query(`
    select id::text from sealing.restore_event as restore
    where second_by is null and id::text not in (select record from sealing.unsealed_records() where kind = 'restore-event')
      and not exists (
        select from sealing.restore_event as by_two where by_two.second_by is not null and by_two.id < restore.id)
      and not exists (
        select from platform.audit_event as event where event.action = 'RESTORES_OF_ONE_SIDE' and event.object_ids @> array[restore.id::text])
    order by restore.id`)) as { id: string }[];
}

async function name(db: QueryRunner, act: { action: string; kind: string }, ofBefore: { id: string }[]): Promise<void> {
  if (ofBefore.length === 0) return;
  const ids = ofBefore.map((row) => row.id);
  const [{ at }] = (await db.query(
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
  )) as [{ at: string }];
  const said = { ...act, person: 'recoup', secretariat: 'recoup', id: randomUUID(), at, objects: ids };
  const body = canonicalJson({ ...said, after: null, before: null, reason: null, requestId: null });
  await db.query(
    `insert into platform.audit_event (id, at, person, secretariat, action, object_kind, object_ids, body)
     values ($1, $2, 'recoup', 'recoup', $3, $4, $5, $6)`,
    [said.id, at, act.action, act.kind, ids, body],
  );
}
