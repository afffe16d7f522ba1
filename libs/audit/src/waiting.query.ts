import type { DeliveryFacts, PeriodCode, Waiting } from '#ledger';
import type { Tx } from '#platform';

/**
 * What charges and documents of a period still wait for: charges by their day of delivery, drafts by the biennium of their
 * agreement. Drafts have no month.
 */
export async function deliveryFacts(tx: Tx, code: PeriodCode): Promise<DeliveryFacts> {
  const rows = await tx.query<({ what: keyof DeliveryFacts | 'all drafts' } & Waiting)[]>(
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
     )
     select what, count(*)::integer as count, (array_agg(id order by id))[1:5] as examples
     from waiting group by what
     union all
     select 'all drafts', invoicing.count_drafts($1)::integer, '{}' where $2::text is null`,
    [code.biennium.toString(), code.kind === 'MONTH' ? code.toString() : null],
  );
  const found = new Map(rows.map(({ what, count, examples }) => [what, { count, examples }]));
  const waiting = (what: keyof DeliveryFacts): Waiting => found.get(what) ?? { count: 0, examples: [] };
  return {
    disputed: waiting('disputed'),
    uncertified: waiting('uncertified'),
    unbilled: waiting('unbilled'),
    provisional: waiting('provisional'),
    // A draft of the other side is its own: it counts, and is not named.
    drafts: { ...waiting('drafts'), count: found.get('all drafts')?.count ?? 0 },
  };
}
