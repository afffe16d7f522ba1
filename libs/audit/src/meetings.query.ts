import type { Tx } from '#platform';

/** How many documents, and what they come to in USD. */
export interface Counted {
  readonly count: number;
  readonly amountUsd: string;
}

/** What a meeting costs one side, by how far it has come. */
export interface MeetingDirection {
  readonly meeting: string;
  readonly title: string;
  readonly provider: string;
  readonly client: string;
  /** Recorded under an agreement that is not signed. */
  readonly provisional: Counted;
  /** Recorded or confirmed, or returned and not answered yet. */
  readonly toCertify: Counted;
  /** Certified, and on no issued invoice: charges. */
  readonly toInvoice: Counted;
  /** Issued and not settled, credit notes taken off: documents. */
  readonly unpaid: Counted;
}

/**
 * Each meeting of a biennium in each direction, from the charges that are open (an index holds them and no others) and from the
 * documents that are not settled: what is done with costs nothing here, however much there is of it.
 */
export function meetingNumbers(tx: Tx, biennium: string): Promise<MeetingDirection[]> {
  return tx.query<MeetingDirection[]>(
    `with charges as (
       select agreement,
         case when state = 'PROVISIONAL' then 'provisional' when state in ('CERTIFIED', 'REVERSING') then 'toInvoice' else 'toCertify' end as stage,
         count(*) as count, sum(amount_usd) as amount
       from charging.charge
       where biennium = $1 and state in ('PROVISIONAL', 'RECORDED', 'RECEIVED', 'RETURNED', 'DISPUTED', 'CERTIFIED', 'REVERSING')
       group by 1, 2
     ), documents as (
       select agreement, 'unpaid' as stage, count(*) as count, sum(total_usd) as amount
       from invoicing.invoice
       where biennium = $1 and state in ('ISSUED', 'ACKNOWLEDGED')
       group by 1
     ), stages as materialized ( -- once, and not again for each meeting
       select agreement.meeting, agreement.provider, agreement.client, stage, sum(count)::integer as count, sum(amount)::numeric(18, 2) as amount
       from (select * from charges union all select * from documents) as one
       join agreements.agreement on agreement.number = one.agreement
       group by 1, 2, 3, 4
     ), parties as (
       select distinct meeting, provider, client from agreements.agreement where biennium = $1
     )
     select parties.meeting, meeting.title, parties.provider, parties.client, counted.provisional, counted."toCertify", counted."toInvoice",
       counted.unpaid
     from parties join agreements.meeting on meeting.code = parties.meeting
     cross join lateral (
       select
         json_build_object('count', coalesce(max(count) filter (where stage = 'provisional'), 0),
           'amountUsd', coalesce(max(amount) filter (where stage = 'provisional'), 0.00)::text) as provisional,
         json_build_object('count', coalesce(max(count) filter (where stage = 'toCertify'), 0),
           'amountUsd', coalesce(max(amount) filter (where stage = 'toCertify'), 0.00)::text) as "toCertify",
         json_build_object('count', coalesce(max(count) filter (where stage = 'toInvoice'), 0),
           'amountUsd', coalesce(max(amount) filter (where stage = 'toInvoice'), 0.00)::text) as "toInvoice",
         json_build_object('count', coalesce(max(count) filter (where stage = 'unpaid'), 0),
           'amountUsd', coalesce(max(amount) filter (where stage = 'unpaid'), 0.00)::text) as unpaid
       from stages where (stages.meeting, stages.provider, stages.client) = (parties.meeting, parties.provider, parties.client)
     ) as counted
     order by meeting.starts_on desc, parties.meeting, parties.provider`,
    [biennium],
  );
}
