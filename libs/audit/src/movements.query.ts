import type { Tx } from '#platform';

/** What was charged, credited, invoiced and settled under one heading, from the client's book, in USD as text. */
export interface Movement {
  charged: string; // certified and not reversed
  credited: string;
  invoiced: string;
  settled: string;
}

export interface MovementRow extends Movement {
  heading: 'ALL' | 'DIRECTION' | 'AGREEMENT' | 'FAMILY' | 'ITEM' | 'FUND' | 'BUDGET_LINE' | 'MONTH';
  client: string | null;
  provider: string | null;
  agreement: string | null;
  family: string | null;
  item: string | null;
  fund: string | null;
  budgetLine: string | null;
  month: string | null;
  /** Net charge under agreements whose client's fund bears programme support cost on top. */
  supported: string;
}

/**
 * A biennium under every heading of the audit, in one pass over the totals kept with the postings: as many rows as there
 * are headings, however many charges there are.
 */
export function movements(tx: Tx, biennium: string): Promise<MovementRow[]> {
  return tx.query<MovementRow[]>(
    `with cell as (
       select total.book as client, total.counterparty as provider, total.agreement, item.family, total.item, total.fund,
         total.budget_line, to_char(total.service_month, 'YYYY-MM') as month,
         total.account, total.event, total.amount_usd, agreement.programme_support_cost = 'CLIENT_FUND' as supported
       from ledger.shared_movement_view as total
       join rates.service_item as item on item.code = total.item
       join agreements.agreement on agreement.number = total.agreement
       where total.biennium = $1 and total.account in ('EXPENDITURE', 'PAYABLE')
     )
     select
       case
         when grouping(month) = 0 then 'MONTH'
         when grouping(budget_line) = 0 then 'BUDGET_LINE'
         when grouping(fund) = 0 then 'FUND'
         when grouping(item) = 0 then 'ITEM'
         when grouping(family) = 0 then 'FAMILY'
         when grouping(agreement) = 0 then 'AGREEMENT'
         when grouping(client) = 0 then 'DIRECTION'
         else 'ALL'
       end as heading,
       client, provider, agreement, family, item, fund, budget_line as "budgetLine", month,
       coalesce(sum(amount_usd) filter (where account = 'EXPENDITURE' and event in ('CHARGE_CERTIFIED', 'CHARGE_REVERSED')), 0)::numeric(18, 2) as charged,
       coalesce(-sum(amount_usd) filter (where account = 'EXPENDITURE' and event = 'CREDIT_NOTE_ISSUED'), 0)::numeric(18, 2)
         as credited,
       coalesce(-sum(amount_usd) filter (where account = 'PAYABLE' and event <> 'SETTLED'), 0)::numeric(18, 2) as invoiced,
       coalesce(sum(amount_usd) filter (where account = 'PAYABLE' and event = 'SETTLED'), 0)::numeric(18, 2) as settled,
       coalesce(sum(amount_usd) filter (where account = 'EXPENDITURE' and supported), 0)::numeric(18, 2) as supported
     from cell
     group by grouping sets ((), (client, provider), (agreement), (agreement, family), (agreement, family, item), (fund),
       (budget_line, fund), (month))
     order by heading, client, provider, agreement, family, item, fund, budget_line, month`,
    [biennium],
  );
}
