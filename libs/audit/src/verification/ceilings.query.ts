import type { Tx } from '#platform';
import type { Check, Wrong } from './check.ts';

/** What is counted beside the journal is the journal's sum, and within what was agreed. */
export const ceilingChecks: readonly Check<Tx>[] = [
  {
    id: 'I5',
    sentence:
      'Every counter of a fund, a budget line and an agreement is the sum of its postings, and within its ceiling',
    wrong: (tx) =>
      tx.query<Wrong[]>(
        `with spent as (
           select fund, budget_line, agreement, sum(amount_usd) as amount from ledger.posting where account = 'EXPENDITURE' group by 1, 2, 3
         ), counted as (
           select 'trust fund' as kind, code as object, cash_limit_usd as ceiling, cash_charged_usd as counter,
             (select coalesce(sum(amount), 0) from spent where fund = code) as amount
           from budget.trust_fund where cash_limit_usd is not null
           union all
           select 'budget line', line.code, line.allotment_usd, line.charged_usd, coalesce(added.amount, 0)
           from budget.budget_line as line
           left join (select budget_line, sum(amount) as amount from spent group by 1) as added on added.budget_line = line.code
           union all
           select 'agreement', agreement.number, agreement.ceiling_usd, agreement.charged_usd, coalesce(added.amount, 0)
           from agreements.agreement
           left join (select agreement, sum(amount) as amount from spent group by 1) as added on added.agreement = agreement.number
           union all
           select 'budget line', spent.budget_line, 0, 0, spent.amount from spent
           where not exists (select from budget.budget_line where code = spent.budget_line)
         )
         select kind, object, 'it counts USD ' || counter || ', its postings are USD ' || amount || ', its ceiling is USD ' || ceiling as finding
         from counted where counter <> amount or counter > ceiling
         order by kind, object limit 100`,
      ),
  },
  {
    id: 'I6',
    sentence: 'Every charge is on one live invoice at most, whole, and every night and ticket is paid once',
    wrong: (tx) =>
      tx.query<Wrong[]>(
        `select 'charge' as kind, line.charge as object, count(*) || ' live lines for ' || sum(line.quantity) || ' units of ' || max(charge.quantity) as finding
         from invoicing.invoice_line as line
         join invoicing.invoice on invoice.id = line.invoice and invoice.type = 'INVOICE' and invoice.state <> 'DISCARDED'
         join charging.charge on charge.id = line.charge
         group by line.charge
         having count(*) > 1 or sum(line.quantity) <> max(charge.quantity) or sum(line.amount_usd) <> max(charge.amount_usd)
           or not bool_and(line.bills)
         union all
         -- Neither the traveller nor the ticket is named: what is found is kept, and sent to whoever looks after the server.
         select 'charge', min(charge), 'one of its nights is paid ' || count(*) || ' times, also by ' || max(charge)
         from charging.traveller_night group by traveller, night having count(*) > 1
         union all
         select 'charge', min(charge), 'one of its tickets is recovered ' || count(*) || ' times, also by ' || max(charge)
         from charging.ticket group by number having count(*) > 1
         order by 2, 3 limit 100`,
      ),
  },
  {
    id: 'I7',
    sentence:
      'No more is given back than was charged, in money, in units and fund by fund, and what is counted is what credit notes say',
    wrong: (tx) =>
      tx.query<Wrong[]>(
        `with given as (
           select line.charge, -sum(line.amount_usd) as amount, -sum(line.quantity) as quantity
           from invoicing.invoice_line as line
           join invoicing.invoice on invoice.id = line.invoice and invoice.type = 'CREDIT_NOTE' and invoice.state <> 'DISCARDED'
           group by line.charge
         ), shared as (
           select line.charge, share.side, share.fund, -sum(share.amount_usd) as amount
           from invoicing.credit_allocation as share
           join invoicing.invoice_line as line on line.invoice = share.invoice and line.position = share.position
           join invoicing.invoice on invoice.id = line.invoice and invoice.state <> 'DISCARDED'
           group by 1, 2, 3
         )
         select 'charge' as kind, charge.id as object,
           'credited USD ' || charge.credited_usd || ' and ' || charge.credited_quantity || ' units; credit notes say USD '
             || coalesce(given.amount, 0) || ' and ' || coalesce(given.quantity, 0) as finding
         from charging.charge left join given on given.charge = charge.id
         where charge.credited_usd <> coalesce(given.amount, 0) or charge.credited_quantity <> coalesce(given.quantity, 0)
           or charge.credited_usd > charge.amount_usd or charge.credited_quantity > charge.quantity
         union all
         select 'share of a charge', concat_ws(' ', split.charge, split.side, split.fund),
           'credited USD ' || split.credited_usd || '; credit notes say USD ' || coalesce(shared.amount, 0)
         from charging.charge_allocation as split
         left join shared on shared.charge = split.charge and shared.side = split.side and shared.fund = split.fund
         where split.credited_usd <> coalesce(shared.amount, 0) or split.credited_usd > split.amount_usd
         order by 1, 2 limit 100`,
      ),
  },
];
