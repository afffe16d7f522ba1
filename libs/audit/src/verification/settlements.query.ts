import type { Tx } from '#platform';
import type { Wrong } from './check.ts';

/**
 * Settlements that are not what one officer of the payer proposed and another approved. Not those that were recorded before two hands were
 * asked for: an act of the program names them, which is sealed (SETTLEMENTS_OF_ONE_HAND), and lets nothing off once one has been proposed.
 */
export function settlementsNotByTwo(tx: Tx): Promise<Wrong[]> {
  return tx.query<Wrong[]>(
    `with settled as (
       select settlement.*, coalesce(array_agg(line.invoice order by line.invoice) filter (where line.invoice is not null), '{}') as documents
       from invoicing.settlement left join invoicing.settlement_line as line on line.settlement = settlement.id
       group by settlement.id
     ), of_before as (
       select object.id from platform.audit_event as event cross join lateral unnest(event.object_ids) as object (id)
       where (event.action, event.person) = ('SETTLEMENTS_OF_ONE_HAND', 'recoup') and not exists (
         select from platform.audit_event as proposed where proposed.action = 'SETTLEMENT_PROPOSED' and proposed.sequence < event.sequence)
     )
     select 'settlement' as kind, settled.external_number as object, case
         when proposal.id is null then 'recorded by ' || settled.recorded_by || ', and nobody proposed it'
         when proposal.proposed_by = settled.recorded_by then 'proposed and approved by ' || settled.recorded_by
         else 'it is not what was proposed and approved' end as finding
     from settled left join invoicing.settlement_proposal as proposal on proposal.id = settled.id
     where proposal.id is null and not exists (select from of_before where of_before.id = settled.id::text)
       or proposal.proposed_by = settled.recorded_by
       or (proposal.state, proposal.method, proposal.external_number, proposal.value_on, proposal.payer, proposal.payee, proposal.amount_usd,
         proposal.decided_by, proposal.decided_at, (select array_agg(id order by id) from unnest(proposal.documents) as id))
         <> ('SETTLED', settled.method, settled.external_number, settled.value_on, settled.payer, settled.payee, settled.amount_usd,
         settled.recorded_by, settled.recorded_at, settled.documents)
     union all
     select 'settlement', proposal.external_number, 'it was approved by ' || proposal.decided_by || ', and is not there'
     from invoicing.settlement_proposal as proposal
     where proposal.state = 'SETTLED' and not exists (select from invoicing.settlement where settlement.id = proposal.id)
     union all
     select 'settlement', proposal.external_number, hand.did || ' by ' || hand.person || ', who had charge ' || min(charge.id) || ' in hand'
     from invoicing.settlement_proposal as proposal
     join invoicing.invoice_line as line on line.invoice = any(proposal.documents)
     join charging.charge on charge.id = line.charge
     cross join lateral (values ('proposed', proposal.proposed_by, array[charge.certified_by]),
       ('approved', case proposal.state when 'SETTLED' then proposal.decided_by end, array[charge.received_by, charge.certified_by])
     ) as hand (did, person, others)
     where hand.person = any(hand.others)
     group by proposal.id, hand.did, hand.person
     order by 1, 2 limit 100`,
  );
}

/** Documents that are said to wait in another proposal than the one that waits and names them: they could be proposed twice, or not at all. */
export function documentsNotInTheirProposal(tx: Tx): Promise<Wrong[]> {
  return tx.query<Wrong[]>(
    `with named as (
       select document.id as invoice, proposal.id as proposal, proposal.external_number
       from invoicing.settlement_proposal as proposal cross join lateral unnest(proposal.documents) as document (id)
       where proposal.state = 'PROPOSED'
     )
     select 'document' as kind, coalesce(invoice.number, invoice.id::text) as object, case
         when named.proposal is null then 'it is said to wait in the proposal of ' || coalesce(held_by.external_number, held.proposal::text)
           || ', which does not wait for it'
         else 'it waits in the proposal of ' || named.external_number || ', and is said to wait in '
           || coalesce('that of ' || held_by.external_number, 'none') end as finding
     from invoicing.proposed_document as held full join named on named.invoice = held.invoice
     left join invoicing.settlement_proposal as held_by on held_by.id = held.proposal
     join invoicing.invoice on invoice.id = coalesce(held.invoice, named.invoice)
     where held.proposal is distinct from named.proposal
     order by 2, 3 limit 100`,
  );
}
