import { totalsThatDiffer } from '#ledger';
import type { Tx } from '#platform';
import type { Check, Wrong } from './check.ts';

/** The journal by itself: balanced, whole, mirrored, and added up as it says. */
export const journalChecks: readonly Check<Tx>[] = [
  {
    id: 'I1',
    sentence: 'Every journal entry sums to zero, in its book and in every fund of it',
    wrong: (tx) =>
      tx.query<Wrong[]>(
        `select 'journal entry' as kind, entry_id::text as object,
           'its postings in fund ' || fund || ' sum to USD ' || sum(amount_usd) as finding
         from ledger.posting
         group by entry_id, fund
         having sum(amount_usd) <> 0 or bool_or(amount_usd = 0)
         order by entry_id, fund limit 100`,
      ),
  },
  {
    id: 'I2',
    sentence: 'Every journal entry has all the postings it declares, two at least, and every posting has its entry',
    wrong: (tx) =>
      tx.query<Wrong[]>(
        `select 'journal entry' as kind, coalesce(entry.id, there.entry_id)::text as object,
           case when entry.id is null then 'postings without an entry'
             else 'it declares ' || entry.posting_count || ' postings and has ' || coalesce(there.postings, 0) end as finding
         from ledger.journal_entry as entry
         full join (select entry_id, count(*) as postings from ledger.posting group by entry_id) as there on there.entry_id = entry.id
         where entry.posting_count is distinct from there.postings or entry.posting_count < 2
         order by coalesce(entry.id, there.entry_id) limit 100`,
      ),
  },
  {
    id: 'I4',
    sentence: 'Every event stands in both books, equal and opposite',
    wrong: (tx) =>
      tx.query<Wrong[]>(
        `with added as (
           select entry_id, sum(amount_usd) filter (where amount_usd > 0) as debits from ledger.posting group by entry_id
         )
         select 'pair of journal entries' as kind, entry.pair_id::text as object,
           case when count(*) <> 2 then 'it has ' || count(*) || ' entries'
             when max(added.debits) is distinct from min(added.debits) then 'one book has USD ' || max(added.debits) || ', the other ' || min(added.debits)
             else 'its two entries are not of one event, source, day and biennium in two books' end as finding
         from ledger.journal_entry as entry left join added on added.entry_id = entry.id
         group by entry.pair_id
         having count(*) <> 2 or max(added.debits) is distinct from min(added.debits) or count(added.debits) <> 2
           or min(entry.event) <> max(entry.event) or min(entry.source) <> max(entry.source)
           or min(entry.accounting_on) <> max(entry.accounting_on) or min(entry.biennium) <> max(entry.biennium)
           or min(entry.book) = max(entry.book)
           or min(entry.book) <> min(entry.counterparty) or max(entry.book) <> max(entry.counterparty)
         order by entry.pair_id limit 100`,
      ),
  },
  {
    id: 'REVERSED',
    sentence:
      'Every reversal is the opposite of the one certification that it names, was approved by another person than the one who asked, and bills and pays nothing any more',
    wrong: (tx) =>
      tx.query<Wrong[]>(
        `with reversal as (
           select entry.id, entry.book, entry.source, entry.reverses, original.id as original, original.source as of, original.event
           from ledger.journal_entry as entry
           left join ledger.journal_entry as original on original.pair_id = entry.reverses and original.book = entry.book
           where entry.event = 'CHARGE_REVERSED' or entry.reverses is not null
         )
         select 'journal entry' as kind, id::text as object,
           case when original is null then 'it names no entry of its book' else 'it reverses an entry of ' || of || ', ' || event end as finding
         from reversal where original is null or event <> 'CHARGE_CERTIFIED' or of <> source
         union all
         select 'journal entry', min(id)::text, 'what it reverses is reversed ' || count(*) || ' times'
         from reversal group by reverses, book having count(*) > 1
         union all
         select 'journal entry', reversal.id::text, 'it is not the opposite of what it reverses'
         from reversal
         where original is not null and exists (
           select from (
             select account, fund, budget_line, agreement, item, service_month, sum(amount_usd) as amount
             from ledger.posting where entry_id in (reversal.id, reversal.original) group by 1, 2, 3, 4, 5, 6
           ) as left_over where amount <> 0)
         union all
         select 'charge', charge.id, 'its reversal was asked for and approved by ' || charge.reversed_by
         from charging.charge where charge.reversed_by in (charge.remark_by, charge.recorded_by)
         union all
         select 'charge', charge.id, 'it is ' || charge.state || ', and a live invoice bills it'
         from charging.charge join invoicing.invoice_line as line on line.charge = charge.id and line.bills
         where charge.state in ('WITHDRAWN', 'REVERSING', 'REVERSED')
         union all
         select 'charge', charge.id, 'it is ' || charge.state || ', and still pays a night or a ticket'
         from charging.charge
         where charge.state in ('WITHDRAWN', 'REVERSED') and (
           exists (select from charging.traveller_night where charge = charge.id)
           or exists (select from charging.ticket where charge = charge.id))
         union all
         select 'charge', charge.id, 'it takes the place of ' || charge.replaces || ', which is ' || coalesce(ended.state, 'not there')
         from charging.charge left join charging.charge as ended on ended.id = charge.replaces
         where charge.replaces is not null and coalesce(ended.state, '') not in ('WITHDRAWN', 'REVERSED', 'CREDITED')
         order by 1, 2 limit 100`,
      ),
  },
  {
    id: 'TOTALS',
    sentence: 'Every kept total is its postings added up again',
    wrong: async (tx) => (await totalsThatDiffer(tx)).map((total) => ({ kind: 'movement total', ...total })),
  },
  {
    id: 'POSTED',
    sentence:
      'Every certified charge, issued document and settlement has posted its shares, and nothing else is posted',
    wrong: (tx) =>
      tx.query<Wrong[]>(
        `with owed as (
           select split.charge as source, 'CHARGE_CERTIFIED' as event, split.side, split.fund, split.budget_line, sum(split.amount_usd) as amount
           from charging.charge_allocation as split join charging.charge on charge.id = split.charge
           where charge.certified_by is not null
           group by 1, 2, 3, 4, 5
           union all
           select split.charge, 'CHARGE_REVERSED', split.side, split.fund, split.budget_line, sum(split.amount_usd)
           from charging.charge_allocation as split join charging.charge on charge.id = split.charge
           where charge.state = 'REVERSED'
           group by 1, 2, 3, 4, 5
           union all
           select invoice.number, invoice.type || '_ISSUED', share.side, share.fund, share.budget_line, sum(abs(share.amount_usd))
           from invoicing.line_share_view as share join invoicing.invoice on invoice.id = share.invoice
           where invoice.number is not null
           group by 1, 2, 3, 4, 5
           union all
           select line.settlement::text, 'SETTLED', share.side, share.fund, share.budget_line, sum(share.amount_usd)
           from invoicing.settlement_line as line join invoicing.line_share_view as share on share.invoice = line.invoice
           group by 1, 2, 3, 4, 5
         ), booked as (
           select entry.source, entry.event, case when posting.account in ('EXPENDITURE', 'PAYABLE', 'PAYABLE_UNBILLED') then 'CLIENT' else 'PROVIDER' end as side,
             posting.fund, posting.budget_line, sum(posting.amount_usd) filter (where posting.amount_usd > 0) as amount
           from ledger.posting join ledger.journal_entry as entry on entry.id = posting.entry_id
           where entry.event <> 'SETTLED'
           group by 1, 2, 3, 4, 5
           union all
           -- Credit notes are taken off invoices, so what is settled is what is left; clearing is its opposite in each fund (I1).
           select entry.source, entry.event, case posting.account when 'PAYABLE' then 'CLIENT' when 'RECEIVABLE' then 'PROVIDER' else posting.account end,
             posting.fund, posting.budget_line, sum(case posting.account when 'RECEIVABLE' then -posting.amount_usd else posting.amount_usd end)
           from ledger.posting join ledger.journal_entry as entry on entry.id = posting.entry_id
           where entry.event = 'SETTLED' and posting.account <> 'INTERFUND_CLEARING'
           group by 1, 2, 3, 4, 5
         )
         select 'posting' as kind, concat_ws(' ', source, event, side, fund, budget_line) as object,
           'USD ' || coalesce(owed.amount::text, 'nothing') || ' by the document, USD ' || coalesce(booked.amount::text, 'nothing') || ' in the journal'
             as finding
         from (select * from owed where amount <> 0) as owed
         full join booked using (source, event, side, fund, budget_line)
         where coalesce(owed.amount, 0) <> coalesce(booked.amount, 0)
         union all
         select 'posting', concat_ws(' ', entry.source, entry.event, entry.book), 'a settlement in the journal alone'
         from ledger.journal_entry as entry
         where entry.event = 'SETTLED' and (not exists (select from invoicing.settlement where settlement.id::text = entry.source)
           or not exists (select from ledger.posting where entry_id = entry.id and account <> 'INTERFUND_CLEARING'))
         order by 2, 3 limit 100`,
      ),
  },
];
