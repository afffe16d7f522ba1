import type { DeliveryFacts, PeriodCode, Waiting } from '#ledger';
import type { Tx } from '#platform';

/**
 * What charges and documents of a period still wait for: charges by their day of delivery, drafts by the biennium of their
 * agreement, settlements by their value day. Drafts have no month.
 */
export async function deliveryFacts(tx: Tx, code: PeriodCode): Promise<DeliveryFacts> {
  const rows = await tx.query<
    ({ what: keyof DeliveryFacts | 'all drafts' | 'all settlements' | 'all paidLater' } & Waiting)[]
  >(
    `with waiting (what, id) as (
       select case state when 'DISPUTED' then 'disputed' when 'CERTIFIED' then 'unbilled' when 'REVERSING' then 'unbilled' when 'PROVISIONAL' then 'provisional'
           else 'uncertified' end, id
       from charging.charge
       where biennium = $1 and ($2::text is null or to_char(delivered_on, 'YYYY-MM') = $2)
         and state in ('PROVISIONAL', 'RECORDED', 'RECEIVED', 'CERTIFIED', 'DISPUTED', 'RETURNED', 'REVERSING')
       union all
       select 'drafts', id::text
       from invoicing.invoice
       where biennium = $1 and $2::text is null and number is null and state <> 'DISCARDED'
       union all
       select case when value_on <= $4 then 'settlements' else 'paidLater' end, external_number
       from invoicing.settlement_proposal
       where state = 'PROPOSED' and (value_on between $3 and $4 or value_on > $4 and $2::text is null and exists (
         select from invoicing.invoice where id = any(documents) and biennium = $1))
     )
     select what, count(*)::integer as count, (array_agg(id order by id))[1:5] as examples
     from waiting group by what
     union all
     select 'all drafts', invoicing.count_drafts($1)::integer, '{}' where $2::text is null
     union all
     select waits.what, waits.count::integer, '{}'
     from invoicing.count_settlements_that_wait($1, $3, $4) as counted
     cross join lateral (values ('all settlements', counted.paid_in_it), ('all paidLater', case when $2::text is null then counted.paid_later else 0 end))
       as waits (what, count)`,
    [
      ...[code.biennium.toString(), code.kind === 'MONTH' ? code.toString() : null],
      ...[code.firstDay.toString(), code.lastDay.toString()],
    ],
  );
  const found = new Map(rows.map(({ what, count, examples }) => [what, { count, examples }]));
  const waiting = (what: keyof DeliveryFacts): Waiting => found.get(what) ?? { count: 0, examples: [] };
  return {
    disputed: waiting('disputed'),
    uncertified: waiting('uncertified'),
    unbilled: waiting('unbilled'),
    provisional: waiting('provisional'),
    // A draft of the other side is its own, and so is what it is to pay: it counts, and is not named.
    drafts: { ...waiting('drafts'), count: found.get('all drafts')?.count ?? 0 },
    settlements: { ...waiting('settlements'), count: found.get('all settlements')?.count ?? 0 },
    paidLater: { ...waiting('paidLater'), count: found.get('all paidLater')?.count ?? 0 },
  };
}
