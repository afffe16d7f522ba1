import type { Tx } from '#platform';

/** A kept total that is not its postings added up again: which, and what both say. */
export interface TotalThatDiffers {
  readonly object: string;
  readonly finding: string;
}

/** The first hundred of them; for the audit and for tests. None, or something is wrong. */
export function totalsThatDiffer(tx: Tx): Promise<TotalThatDiffers[]> {
  return tx.query<TotalThatDiffers[]>(
    `select
       concat_ws(' ', book, biennium, account, event, agreement, item, fund, budget_line, service_month) as object,
       'kept as USD ' || coalesce(kept.amount_usd::text, 'nothing') || ' of ' || coalesce(kept.postings, 0)
         || ' postings; the postings are USD ' || coalesce(added.amount_usd::text, 'nothing') || ' of ' || coalesce(added.postings, 0)
         as finding
     from (
       select entry.book, entry.biennium, posting.service_month, entry.event, posting.account, posting.agreement, posting.item,
         posting.fund, posting.budget_line, entry.counterparty, sum(posting.amount_usd) as amount_usd, count(*) as postings
       from ledger.posting join ledger.journal_entry as entry on entry.id = posting.entry_id
       group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
     ) as added
     full join ledger.movement_total as kept
       using (book, biennium, service_month, event, account, agreement, item, fund, budget_line, counterparty)
     where added.amount_usd is distinct from kept.amount_usd or added.postings is distinct from kept.postings
     order by 1 limit 100`,
  );
}
