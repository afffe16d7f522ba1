import type { Biennium } from '#kernel';
import { periodViews } from '#ledger';
import type { Tx } from '#platform';
import { sealStatus } from '#sealing';
import type { CompletenessFacts } from './completeness.ts';

/** What the completeness of a biennium is judged by, in one snapshot. Papers are hashed again here, all of them. */
export async function completenessFacts(tx: Tx, biennium: Biennium): Promise<CompletenessFacts> {
  const [facts] = await tx.query<Row[]>(
    `with series as (
       select concat_ws(' ', provider, type, series_year) as series, count(*)::integer as documents, max(series_number) as last,
         min(series_number) <> 1 or max(series_number) <> count(*) as gaps
       from invoicing.invoice
       where number is not null and current_setting('app.tenant', true) in (provider, 'recoup') -- of another's it sees some
       group by provider, type, series_year
     ), altered as (
       select number from invoicing.paper
       where pdf_sha256 <> sha256(pdf) or content_sha256 <> sha256(convert_to(content, 'UTF8')) order by number limit 10
     ), open as (
       select case when state in ('CERTIFIED', 'REVERSING') then 'unbilled' else 'uncertified' end as what, count(*)::integer as count,
         sum(amount_usd)::numeric(18, 2) as amount
       from charging.charge
       where biennium = $1 and state in ('PROVISIONAL', 'RECORDED', 'RECEIVED', 'RETURNED', 'DISPUTED', 'CERTIFIED', 'REVERSING')
       group by 1
     )
     select
       (select coalesce(json_agg(json_build_object('series', series, 'documents', documents, 'last', last, 'gaps', gaps) order by series), '[]')
        from series) as series,
       (select count(*)::integer from invoicing.paper) as papers,
       (select coalesce(json_agg(number), '[]') from altered) as "papersAltered",
       (select json_build_object('count', coalesce(max(count), 0), 'amountUsd', coalesce(max(amount), 0.00)::text) from open where what = 'unbilled')
         as unbilled,
       (select json_build_object('count', coalesce(max(count), 0), 'amountUsd', coalesce(max(amount), 0.00)::text) from open
        where what = 'uncertified') as uncertified,
       (select count(*)::integer from invoicing.invoice where biennium = $1 and number is null and state <> 'DISCARDED') as drafts`,
    [biennium.toString()],
  );
  if (facts === undefined) throw new Error('An aggregate always answers.');
  const [verification] = await tx.query<{ at: Date; ok: boolean; firstWrong: string | null }[]>(
    `select at, ok, first_wrong ->> 'finding' as "firstWrong" from platform.verification order by sequence desc limit 1`,
  );
  return {
    ...facts,
    verification: verification ?? null,
    seal: await sealStatus(tx),
    periods: await periodViews(tx, biennium),
  };
}

type Row = Omit<CompletenessFacts, 'verification' | 'seal' | 'periods'>;
