import { closedPeriodsThatDiffer } from '#ledger';
import type { Tx } from '#platform';
import type { Check, Wrong } from './check.ts';

/** What was signed stands as it was signed, and what was answered was answered. */
export const periodChecks: readonly Check<Tx>[] = [
  {
    id: 'I9',
    sentence:
      'Every closed period has the entries and balances that were signed, is what its last act made it, and each lock names the one before',
    wrong: async (tx) => {
      const differing = await closedPeriodsThatDiffer(tx);
      const acts = await tx.query<Wrong[]>(
        `select 'period' as kind, period.code as object,
           'it is ' || period.state || ' after ' || period.version || ' acts; its last act is ' || coalesce(last.number::text, 'none')
             || coalesce(' and made it ' || last.to_state, '') as finding
         from ledger.period
         left join lateral (
           select number, to_state, close_no, case act when 'LOCKED' then digest else previous_digest end as digest
           from ledger.period_act where period_act.period = period.code order by number desc limit 1
         ) as last on true
         where (period.state, period.version, period.close_no, period.digest) is distinct from (last.to_state, last.number, last.close_no, last.digest)
         union all
         select 'act on a period', act.period || ' ' || act.number,
           case when act.previous_digest is distinct from before.digest then 'it does not follow the lock before it'
             else 'its digest is not that of what it signs' end
         from ledger.period_act as act
         left join lateral (
           select digest from ledger.period_act as earlier
           where earlier.period = act.period and earlier.act = 'LOCKED' and earlier.number < act.number order by number desc limit 1
         ) as before on true
         where act.previous_digest is distinct from before.digest or act.digest is distinct from sha256(convert_to(ledger.signed_statement(act.id), 'UTF8'))
         order by 1 desc, 2 limit 100`,
      );
      const entries = differing.map((object) => ({ kind: 'period', object, finding: 'it is not what was signed' }));
      return [...entries, ...acts].slice(0, 100);
    },
  },
  {
    id: 'I15',
    sentence: 'Every request that took effect has its answer, which a second one with its key is given',
    wrong: (tx) =>
      // Not the key: it is whatever its sender made of it.
      tx.query<Wrong[]>(
        `select 'request' as kind, concat_ws(' ', person, operation, created_at at time zone 'UTC') as object, 'it has no answer' as finding
         from platform.request_key where status is null
         order by created_at, person, operation limit 100`,
      ),
  },
];
