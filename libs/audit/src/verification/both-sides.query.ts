import type { Tx } from '#platform';
import type { Wrong } from './check.ts';

/**
 * Stops that were lifted by one side alone; and a request that waits and is of no act. Not the stops of before both sides were asked: an
 * act of the program names what had lifted them, which is sealed (RESUMPTIONS_OF_ONE_SIDE), and lets nothing off that follows a request.
 */
export function resumptionsOfOneSide(tx: Tx): Promise<Wrong[]> {
  return tx.query<Wrong[]>(
    `with request as (
       select sequence, person, secretariat, object_ids, at from platform.audit_event where action = 'POSTING_RESUMPTION_REQUESTED'
     ), of_before as (
       select object.id, event.sequence
       from platform.audit_event as event cross join lateral unnest(event.object_ids) as object (id)
       where (event.action, event.person) = ('RESUMPTIONS_OF_ONE_SIDE', 'recoup')
     )
     select 'verification' as kind, lifted.object_ids[1] as object, lifted.person || ' alone let posting go on after it' as finding
     from platform.audit_event as lifted
     where lifted.action = 'POSTING_STOP_LIFTED' and not exists (
       select from request
       where request.object_ids = lifted.object_ids and request.sequence < lifted.sequence
         and request.person <> lifted.person and request.secretariat <> lifted.secretariat)
       and (exists (select from request where request.sequence < lifted.sequence)
         or not exists (select from of_before where of_before.id = lifted.id::text and of_before.sequence > lifted.sequence))
     union all
     select 'verification', stop.verification::text, 'no act says that ' || stop.requested_by || ' asked to go on after it'
     from platform.posting_stop as stop
     where stop.requested_by is not null and not exists (
       select from request
       where request.object_ids = array[stop.verification::text] and request.at = stop.requested_at
         and (request.person, request.secretariat) = (stop.requested_by, stop.requested_for))
     order by 1, 2 limit 100`,
  );
}

/** Restores for which one side alone answered; not those of before both had to, which an act of the program names (RESTORES_OF_ONE_SIDE). */
export function restoresOfOneSide(tx: Tx): Promise<Wrong[]> {
  return tx.query<Wrong[]>(
    `select 'restore' as kind, restore.id::text as object, restore.signed_by || ' alone answered for it' as finding
     from sealing.restore_event as restore
     where (restore.second_by is null or restore.second_by = restore.signed_by or restore.second_for = restore.signed_for)
       and (restore.second_by is not null or exists (
           select from sealing.restore_event as by_two where by_two.second_by is not null and by_two.id < restore.id)
         or not exists (
           select from platform.audit_event as event
           where (event.action, event.person) = ('RESTORES_OF_ONE_SIDE', 'recoup') and event.object_ids @> array[restore.id::text]))
     order by restore.id limit 100`,
  );
}
