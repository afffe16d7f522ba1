import type { Tx } from '#platform';
import type { DifferenceCode, UnpostedState } from './two-books-causes.ts';

/** What the two books say of what one owes the other under an agreement, and what stands beside it unposted. */
export interface ReciprocalBalance {
  readonly agreement: string;
  readonly provider: string;
  readonly client: string;
  /** In the provider's book: receivable, billed and not. */
  readonly receivableUsd: string;
  readonly receivableUnbilledUsd: string;
  /** In the client's book: payable, as a positive amount. */
  readonly payableUsd: string;
  readonly payableUnbilledUsd: string;
  /** Receivable less payable, both kinds: zero, or a posting is in one book alone. */
  readonly differenceUsd: string;
  readonly code: DifferenceCode | null;
  /** What the provider has recorded and neither book has: an explained difference, by the state of its charges. */
  readonly explained: readonly { readonly code: UnpostedState; readonly count: number; readonly amountUsd: string }[];
}

/** The reciprocal balances of a biennium; both are the business of both sides, and no fund and no budget line is in them. */
export function twoBooks(tx: Tx, biennium: string): Promise<ReciprocalBalance[]> {
  return tx.query<ReciprocalBalance[]>(
    `with balance as (
       select agreement,
         coalesce(sum(amount_usd) filter (where account = 'RECEIVABLE'), 0) as receivable,
         coalesce(sum(amount_usd) filter (where account = 'RECEIVABLE_UNBILLED'), 0) as receivable_unbilled,
         coalesce(-sum(amount_usd) filter (where account = 'PAYABLE'), 0) as payable,
         coalesce(-sum(amount_usd) filter (where account = 'PAYABLE_UNBILLED'), 0) as payable_unbilled
       from ledger.shared_movement_view
       where biennium = $1 and account in ('RECEIVABLE', 'RECEIVABLE_UNBILLED', 'PAYABLE', 'PAYABLE_UNBILLED')
       group by agreement
     ), unposted as (
       select agreement, state, count(*)::integer as count, sum(amount_usd)::numeric(18, 2) as amount
       from charging.charge
       where biennium = $1 and state in ('PROVISIONAL', 'RECORDED', 'RECEIVED', 'RETURNED', 'DISPUTED')
       group by 1, 2
     ), compared as (
       select agreement.number as agreement, agreement.provider, agreement.client, coalesce(receivable, 0) as receivable,
         coalesce(receivable_unbilled, 0) as receivable_unbilled, coalesce(payable, 0) as payable, coalesce(payable_unbilled, 0) as payable_unbilled,
         coalesce(receivable, 0) + coalesce(receivable_unbilled, 0) - coalesce(payable, 0) - coalesce(payable_unbilled, 0) as difference
       from agreements.agreement left join balance on balance.agreement = agreement.number
       where agreement.biennium = $1
     )
     select agreement, provider, client, receivable::numeric(18, 2) as "receivableUsd", receivable_unbilled::numeric(18, 2) as "receivableUnbilledUsd",
       payable::numeric(18, 2) as "payableUsd", payable_unbilled::numeric(18, 2) as "payableUnbilledUsd",
       difference::numeric(18, 2) as "differenceUsd",
       case when difference <> 0 then 'IN_ONE_BOOK_ALONE' when receivable <> payable then 'BILLED_IN_ONE_BOOK' end as code,
       (select coalesce(json_agg(json_build_object('code', state, 'count', count, 'amountUsd', amount::text)
          order by array_position(array['PROVISIONAL', 'RECORDED', 'RECEIVED', 'RETURNED', 'DISPUTED'], state)), '[]')
        from unposted where unposted.agreement = compared.agreement) as explained
     from compared order by agreement`,
    [biennium],
  );
}

/** One event of an agreement in the two books. */
export interface ReciprocalEntry {
  readonly source: string; // the charge, invoice or settlement
  readonly event: string;
  readonly accountingOn: string;
  readonly pair: string;
  readonly place: string; // in the order of posting
  /** Positive where it adds to what is owed; null where that book has no entry. */
  readonly receivableUsd: string | null;
  readonly payableUsd: string | null;
  readonly differenceUsd: string;
}

/**
 * The pairs of entries of an agreement on the accounts between the two, in the order they were posted. `after`: the place of the last
 * one seen.
 */
export function twoBooksOf(
  tx: Tx,
  agreement: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<ReciprocalEntry[]> {
  return tx.query<ReciprocalEntry[]>(
    `select source, event, accounting_on as "accountingOn", pair, place, receivable_usd::numeric(18, 2) as "receivableUsd",
       payable_usd::numeric(18, 2) as "payableUsd",
       (coalesce(receivable_usd, 0) - coalesce(payable_usd, 0))::numeric(18, 2) as "differenceUsd"
     from ledger.entries_between($1, $2, $3) order by place`,
    [agreement, after, limit],
  );
}
