import type { Tx } from '#platform';
import type { Check, Wrong } from './check.ts';
import { otherwiseDefined } from './definitions.query.ts';
import { guardsOff } from './guards-off.query.ts';

/** That the guards of the database stand, and that everything in the books was somebody's act. */
export const actChecks: readonly Check<Tx>[] = [
  {
    id: 'I3',
    sentence:
      'Every guard of what is kept stands: no trigger, function or constraint is missing or other than it was made, none is switched off, and no other trigger or rule stands beside them',
    wrong: async (tx) => [...(await guardsOff(tx)), ...(await otherwiseDefined(tx)).slice(0, 100)],
  },
  {
    id: 'I18',
    sentence:
      'Every state of a charge, an agreement and a document was made by an act that names it, at its time and for its reason, and every act says in its body what it says',
    wrong: (tx) =>
      // A service asks the clock for the act and for the row, and may have waited in between: within a minute it is one time.
      tx.query<Wrong[]>(
        `with adopted as (
           select coalesce(max((after ->> 'lastCharge')::bigint), 0) as charge, coalesce(max((after ->> 'lastInvoice')::bigint), 0) as invoice
           from platform.audit_event where action = 'BOOKS_ADOPTED'
         ), named as (
           select event.action, object.id, event.person, event.at, null::numeric as value
           from platform.audit_event as event cross join lateral unnest(event.object_ids) as object (id)
           where event.object_kind in ('charge', 'invoice', 'agreement') or event.action = 'OPERATIONAL_RATES_LOADED' and event.after is null
           union all
           select event.action, rate.id, event.person, event.at, rate.value::numeric
           from platform.audit_event as event cross join lateral jsonb_each_text(event.after) as rate (id, value)
           where event.action = 'OPERATIONAL_RATES_LOADED'
         ), loaded as (
           select currency || ' ' || effective_on as rate, currency, effective_on, units_per_usd, loaded_by, loaded_at from rates.loaded_rate
         ), wanted as (
           select 'charge' as kind, charge.id as object, step.action, step.person, step.at, null::numeric as value
           from charging.charge cross join lateral (values ('CHARGES_RECORDED', charge.recorded_by, charge.recorded_at),
             ('CHARGES_RECEIVED', charge.received_by, charge.received_at), ('CHARGES_CERTIFIED', charge.certified_by, charge.certified_at),
             ('CHARGES_REVERSED', charge.reversed_by, charge.reversed_at),
             (case charge.state when 'RETURNED' then 'CHARGES_RETURNED' when 'WITHDRAWN' then 'CHARGES_WITHDRAWN'
                when 'REVERSING' then 'CHARGES_REVERSAL_PREPARED' when 'REVERSED' then 'CHARGES_REVERSAL_PREPARED' end,
               case when charge.state in ('RETURNED', 'WITHDRAWN', 'REVERSING', 'REVERSED') then charge.remark_by end, charge.remark_at)) as step (action, person, at)
           where step.person is not null and charge.sequence > (select charge from adopted)
           union all
           select 'document', invoice.id::text, step.action, step.person, step.at, null
           from invoicing.invoice cross join lateral (values (invoice.type || '_PREPARED', invoice.prepared_by, invoice.prepared_at),
             (invoice.type || '_ISSUED', invoice.issued_by, invoice.issued_at)) as step (action, person, at)
           where step.person is not null and invoice.sequence > (select invoice from adopted)
           union all
           select 'document', invoice.id::text, 'DOCUMENTS_SETTLED', settlement.recorded_by, settlement.recorded_at, null
           from invoicing.settlement_line as line join invoicing.settlement on settlement.id = line.settlement
           join invoicing.invoice on invoice.id = line.invoice
           where invoice.sequence > (select invoice from adopted)
           union all
           select 'document', document.id::text, step.action, step.person, step.at, null
           from invoicing.settlement_proposal as proposal cross join lateral unnest(proposal.documents) as document (id)
           cross join lateral (values ('SETTLEMENT_PROPOSED', proposal.proposed_by, proposal.proposed_at),
             (case proposal.state when 'RETURNED' then 'SETTLEMENT_RETURNED' end, proposal.decided_by, proposal.decided_at)) as step (action, person, at)
           where step.action is not null
           union all
           select 'agreement', signature.agreement, 'AGREEMENT_SIGNED', signature.signed_by, signature.recorded_at, null from agreements.signature
           where not exists (select from platform.audit_event where action = 'BOOKS_ADOPTED')
           union all
           select 'operational rate', rate, 'OPERATIONAL_RATES_LOADED', loaded_by, loaded_at, units_per_usd from loaded
         ), explained as (
           select distinct on (event.object_kind, object.id) event.object_kind as kind, object.id, event.person, event.at, event.reason
           from platform.audit_event as event cross join lateral unnest(event.object_ids) as object (id)
           where event.action in ('CHARGES_RETURNED', 'CHARGES_RESUBMITTED', 'CHARGES_WITHDRAWN', 'CHARGES_REVERSAL_PREPARED', 'CHARGES_KEPT',
             'EVIDENCE_WITHDRAWN')
           order by event.object_kind, object.id, event.sequence desc
         ), remarked as (
           select 'charge' as kind, id, remark_by as person, remark_at as at, remark as reason from charging.charge where remark is not null
           union all
           select 'evidence', evidence::text, withdrawn_by, withdrawn_at, reason from charging.evidence_withdrawal
         )
         select wanted.kind, wanted.object, 'no act ' || wanted.action || ' of ' || wanted.person || ' names it, at the time it says' as finding
         from wanted left join named on named.id = wanted.object and named.action = wanted.action and named.person = wanted.person
           and (named.value is null or named.value = wanted.value)
           and (wanted.at is null or named.at between wanted.at - interval '1 minute' and wanted.at + interval '1 minute')
         where named.id is null
         union all
         select kind, id, 'why it was given back or withdrawn is not what the last act on it says'
         from remarked full join explained using (kind, id)
         where (remarked.person, remarked.reason) is distinct from (explained.person, explained.reason)
           or explained.at not between remarked.at - interval '1 minute' and remarked.at + interval '1 minute'
         union all
         select 'audit event', event.id::text, 'its body says something else'
         from platform.audit_event as event cross join lateral (select event.body::jsonb as said) as body
         where (said ->> 'id', said ->> 'person', said ->> 'secretariat', said ->> 'action', said ->> 'kind', said ->> 'requestId', said ->> 'reason',
             (said ->> 'at')::timestamptz, said -> 'objects', nullif(said -> 'before', 'null'), nullif(said -> 'after', 'null'))
           is distinct from (event.id::text, event.person, event.secretariat, event.action, event.object_kind, event.request_id, event.reason,
             event.at, to_jsonb(event.object_ids), event.before, event.after)
         union all
         select 'audit event', event.id::text, 'it names a charge that is not there: ' || object.id
         from platform.audit_event as event cross join lateral unnest(event.object_ids) as object (id)
         left join charging.charge on charge.id = object.id
         where event.object_kind = 'charge' and charge.id is null
         union all
         select 'operational rate', named.id, 'that ' || named.person || ' loaded it is not there, and an act says it'
         from named left join loaded on loaded.rate = named.id and loaded.loaded_by = named.person and (named.value is null or named.value = loaded.units_per_usd)
         where named.action = 'OPERATIONAL_RATES_LOADED' and loaded.rate is null
         order by 1, 2 limit 100`,
      ),
  },
];
