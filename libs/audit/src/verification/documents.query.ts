import type { Tx } from '#platform';
import type { Check, Wrong } from './check.ts';
import { documentsNotInTheirProposal } from './settlements.query.ts';

/** Documents: numbers without a hole, words as approved, states as listed. */
export const documentChecks: readonly Check<Tx>[] = [
  {
    id: 'I8',
    sentence:
      'Every series of numbers runs from 1 to its counter without a hole or a repeat, and every document has its paper',
    wrong: (tx) =>
      tx.query<Wrong[]>(
        `with numbered as (
           select provider, type, series_year as year, series_number as place from invoicing.invoice where number is not null
           union all
           select parts[1], kind, parts[2]::integer, parts[3]::integer
           from invoicing.paper cross join lateral regexp_match(number, '^(.+)-(?:NET|AUD)-(\\d{4})-(\\d+)$') as parts
           where kind in ('NETTING', 'AUDIT')
         ), runs as (
           select provider, type, year, count(distinct place) as there, count(*) as rows, min(place) as first, max(place) as last
           from numbered group by 1, 2, 3
         )
         select 'number series' as kind, concat_ws(' ', provider, type, year) as object,
           coalesce(runs.rows, 0) || ' documents from ' || coalesce(runs.first, 0) || ' to ' || coalesce(runs.last, 0) || ', its counter is at '
             || coalesce(series.last_number::text, 'nothing') as finding
         from runs full join invoicing.number_series as series using (provider, type, year)
         where runs.first is distinct from 1 or runs.there <> runs.rows or runs.last <> runs.rows or series.last_number is distinct from runs.last
         union all
         select 'document', coalesce(invoice.number, paper.number), case when paper.number is null then 'it has no paper' else 'a paper of no document' end
         from invoicing.paper
         full join (select number, type from invoicing.invoice where number is not null) as invoice
           on invoice.number = paper.number and invoice.type = paper.kind
         where (invoice.number is null or paper.number is null) and coalesce(paper.kind, '') not in ('NETTING', 'AUDIT')
         order by 1, 2 limit 100`,
      ),
  },
  {
    id: 'I13',
    sentence:
      'Whoever recorded, confirmed and certified a charge, or prepared and issued a document, are different people',
    wrong: (tx) =>
      tx.query<Wrong[]>(
        `select 'charge' as kind, id as object, 'recorded by ' || recorded_by || ', confirmed by ' || received_by || ', certified by '
             || coalesce(certified_by, 'nobody') as finding
         from charging.charge where recorded_by in (received_by, certified_by) or received_by = certified_by
         union all
         select 'document', number, 'prepared and issued by ' || issued_by from invoicing.invoice where prepared_by = issued_by
         order by 1, 2 limit 100`,
      ),
  },
  {
    id: 'I14',
    sentence: 'Every document was issued with the words that were approved, and its lines add up to it',
    wrong: (tx) =>
      tx.query<Wrong[]>(
        `select 'document' as kind, coalesce(invoice.number, invoice.id::text) as object,
           case when invoice.number is not null and invoice.approved_sha256 is distinct from invoice.issued_sha256 then 'approved and issued words differ'
             when invoice.number is not null and invoice.approved_sha256 is null then 'nobody approved its words'
             else 'its ' || coalesce(added.lines, 0) || ' lines add up to USD ' || coalesce(added.amount, 0) || ', it says '
               || invoice.line_count || ' and USD ' || invoice.total_usd end as finding
         from invoicing.invoice
         left join (select invoice, count(*) as lines, sum(amount_usd) as amount from invoicing.invoice_line group by 1) as added
           on added.invoice = invoice.id
         where invoice.number is not null and (invoice.approved_sha256 is null or invoice.approved_sha256 is distinct from invoice.issued_sha256)
           or added.lines is distinct from invoice.line_count or added.amount is distinct from invoice.total_usd
         order by 2 limit 100`,
      ),
  },
  {
    id: 'I16',
    sentence:
      'Every charge, agreement and document is in the state that its documents say, came there along listed edges, and waits in the settlement that is proposed of it',
    wrong: async (tx) => [
      ...(await tx.query<Wrong[]>(
        `with billed as (
           select line.charge, invoice.state, invoice.number
           from invoicing.invoice_line as line join invoicing.invoice on invoice.id = line.invoice
           where line.bills and invoice.number is not null
         ), credited as (
           select line.charge, -sum(line.amount_usd) as amount
           from invoicing.invoice_line as line join invoicing.invoice on invoice.id = line.invoice
           where invoice.type = 'CREDIT_NOTE' and invoice.number is not null
           group by line.charge
         )
         select 'charge' as kind, charge.id as object,
           'it is ' || charge.state || ', and ' || coalesce('its invoice ' || billed.number || ' is ' || billed.state, 'on no issued invoice')
             || coalesce(', USD ' || credited.amount || ' of USD ' || charge.amount_usd || ' given back', '') as finding
         from charging.charge left join billed on billed.charge = charge.id left join credited on credited.charge = charge.id
         where (charge.state in ('INVOICED', 'SETTLED', 'CREDITED')) <> (billed.charge is not null)
           or (charge.state = 'SETTLED' and billed.state <> 'SETTLED') or (charge.state = 'INVOICED' and billed.state = 'SETTLED')
           or (charge.state = 'CREDITED') <> coalesce(credited.amount = charge.amount_usd, false)
           or (charge.state in ('CERTIFIED', 'INVOICED', 'SETTLED', 'CREDITED', 'REVERSING', 'REVERSED')) <> (charge.certified_by is not null)
           or (charge.state = 'REVERSED') <> (charge.reversed_by is not null)
         union all
         select 'document', coalesce(invoice.number, invoice.id::text), 'it is ' || invoice.state || ' and settled by ' || count(line.invoice) || ' vouchers'
         from invoicing.invoice left join invoicing.settlement_line as line on line.invoice = invoice.id and line.amount_usd = invoice.total_usd
         group by invoice.id having (invoice.state = 'SETTLED') <> (count(line.invoice) = 1)
         union all
         select 'agreement', agreement.number, 'it is ' || agreement.state || ' with ' || count(signature.side) || ' signatures'
         from agreements.agreement left join agreements.signature on signature.agreement = agreement.number
         group by agreement.number
         having count(signature.side) <> case when agreement.state in ('DRAFT', 'SHARED', 'WITHDRAWN', 'REJECTED') then 0
           when agreement.state = 'HALF_SIGNED' then 1 else 2 end
         union all
         select 'audit event', event.id::text, event.object_kind || ' from ' || (event.before ->> 'state') || ' to ' || (event.after ->> 'state')
         from platform.audit_event as event
         where event.before ->> 'state' <> event.after ->> 'state' and not exists (
           select from platform.transition as edge
           where edge.kind = event.object_kind and edge.from_state = event.before ->> 'state' and edge.to_state = event.after ->> 'state')
           -- A period's edges are listed with its acts (period_act_steps).
           and not exists (
             select from ledger.period_act as step
             where event.object_kind = 'period' and step.period = any(event.object_ids)
               and step.from_state = event.before ->> 'state' and step.to_state = event.after ->> 'state')
         order by 1, 2 limit 100`,
      )),
      ...(await documentsNotInTheirProposal(tx)),
    ],
  },
];
