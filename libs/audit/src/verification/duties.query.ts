import type { Tx } from '#platform';
import type { Wrong } from './check.ts';

/**
 * That a designation had not ended yet is told by the order of the acts, and not by the times they say: a clock may be set back.
 *
 * Numbers are given before the commit, and an act in a duty and its end are in order all the same. Whoever certifies, proposes or approves
 * shares the lock of that person's designations until the commit, and is refused once one has ended; whoever ends one has that lock alone,
 * and writes the act under it. So of the two acts one was committed before the other was written. The leaves of such two are in the same
 * order, for the sealer takes what is committed by its number: where there are leaves they tell it, since nobody moves one. Where one of
 * the two has no act, in books from before there were acts, the times are all there is.
 */
const hadNotEnded = `(held.ended_at is null or case when did.sequence is null or ended.sequence is null then hand.at <= held.ended_at
  else (coalesce(did.position, 9223372036854775807), did.sequence) < (coalesce(ended.position, 9223372036854775807), ended.sequence) end)`;

const placed = `
  placed as (
    select act.sequence, act.action, act.person, act.object_ids, act.after, leaf.position
    from platform.audit_event as act left join sealing.leaf on (leaf.kind, leaf.record) = ('audit-event', act.id::text)
    where act.action in ('DESIGNATION_ENDED', 'SETTLEMENT_PROPOSED', 'DOCUMENTS_SETTLED')
      or act.action = 'CHARGES_CERTIFIED' and act.person in (select person from identity.designation where ended_at is not null)
  ), ended as (
    select object_ids[1] as designation, sequence, position from placed where action = 'DESIGNATION_ENDED'
  )`;

/** Settlements that were proposed by no finance officer, or approved by no approving officer, when they were. */
export function settlementsWithoutDuty(tx: Tx): Promise<Wrong[]> {
  return tx.query<Wrong[]>(
    `with ${placed}
     select 'settlement' as kind, proposal.external_number as object, hand.did || ' by ' || hand.person || ', who was no ' || hand.says as finding
     from invoicing.settlement_proposal as proposal
     cross join lateral (values
       ('proposed', proposal.proposed_by, proposal.proposed_at, 'SETTLEMENT_PROPOSED', 'FINANCE_OFFICER', 'finance officer'),
       ('approved', case proposal.state when 'SETTLED' then proposal.decided_by end, proposal.decided_at, 'DOCUMENTS_SETTLED',
         'APPROVING_OFFICER', 'approving officer')
     ) as hand (did, person, at, action, duty, says)
     left join placed as did on did.action = hand.action and did.after ->> 'settlement' = proposal.id::text
     where hand.person is not null and not exists (
       select from identity.designation as held left join ended on ended.designation = held.id::text
       where (held.person, held.duty, held.fund) = (hand.person, hand.duty, '')
         and (hand.at at time zone 'UTC')::date between held.valid_from and held.valid_to and ${hadNotEnded})
     order by 2, 3 limit 100`,
  );
}

/** Charges that were certified by whoever was not designated for a fund that bears a share, when they were. */
export function certificationsWithoutDuty(tx: Tx): Promise<Wrong[]> {
  return tx.query<Wrong[]>(
    `with ${placed}, did as (
       select object.id as charge, placed.person, placed.sequence, placed.position
       from placed cross join lateral unnest(placed.object_ids) as object (id) where placed.action = 'CHARGES_CERTIFIED'
     ), hand as (
       select charge.id as charge, charge.certified_by as person, charge.certified_at as at, share.fund
       from charging.charge
       join charging.charge_allocation as share on share.charge = charge.id and share.side = 'CLIENT' and share.amount_usd <> 0
       where charge.certified_by is not null
     )
     select 'charge' as kind, hand.charge as object, hand.person || ' was not designated for ' || hand.fund as finding
     from hand left join did using (charge, person)
     where not exists (
       select from identity.designation as held left join ended on ended.designation = held.id::text
       where (held.person, held.duty, held.fund) = (hand.person, 'CERTIFYING_OFFICER', hand.fund)
         and (hand.at at time zone 'UTC')::date between held.valid_from and held.valid_to and ${hadNotEnded})
     order by 2, 3 limit 100`,
  );
}
