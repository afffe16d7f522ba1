/**
 * What must hold in the books whatever happened, each as SQL that finds what breaks it. Written apart from the product's own
 * checks on purpose, and run as the superuser, past all its guards.
 */
export const invariants = {
  'every journal entry sums to zero': `
    select entry_id from ledger.posting group by entry_id having sum(amount_usd) <> 0`,
  'every journal entry has the postings it declares, two at least': `
    select entry.id from ledger.journal_entry as entry left join ledger.posting on posting.entry_id = entry.id
    group by entry.id having count(posting.entry_id) <> entry.posting_count or entry.posting_count < 2`,
  'every event stands once in both books, equal and mirrored': `
    select pair_id from (
      select entry.pair_id, entry.book, entry.counterparty, entry.event, entry.source,
        sum(posting.amount_usd) filter (where posting.amount_usd > 0) as debits
      from ledger.journal_entry as entry join ledger.posting on posting.entry_id = entry.id group by entry.id
    ) as entry
    group by pair_id having count(*) <> 2 or count(distinct book) <> 2 or count(distinct (event, source, debits)) <> 1`,
  'no event of a document is posted twice': `
    select source, event, book, biennium from ledger.journal_entry group by 1, 2, 3, 4 having count(*) > 1`,
  'the totals that are kept are the postings added up': `
    select * from (
      select entry.book, entry.biennium, posting.service_month, entry.event, posting.account, posting.agreement, posting.item,
        posting.fund, posting.budget_line, entry.counterparty, sum(posting.amount_usd) as amount, count(*) as postings
      from ledger.posting join ledger.journal_entry as entry on entry.id = posting.entry_id
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
    ) as added full join ledger.movement_total as kept
      using (book, biennium, service_month, event, account, agreement, item, fund, budget_line, counterparty)
    where added.amount is distinct from kept.amount_usd or added.postings is distinct from kept.postings`,
  'what an agreement bears is what was certified less what was reversed and given back': `
    select agreement.number from agreements.agreement
    where charged_usd <> (
        select coalesce(sum(amount_usd), 0) from charging.charge
        where agreement = agreement.number and certified_by is not null and state <> 'REVERSED')
      + (select coalesce(sum(total_usd), 0) from invoicing.invoice
        where agreement = agreement.number and type = 'CREDIT_NOTE' and number is not null)`,
  'no agreement bears more than its ceiling': `
    select agreement.number from agreements.agreement
    where ceiling_usd < charged_usd or ceiling_usd < (
        select coalesce(sum(amount_usd), 0) from charging.charge
        where agreement = agreement.number and certified_by is not null and state <> 'REVERSED')
      + (select coalesce(sum(total_usd), 0) from invoicing.invoice
        where agreement = agreement.number and type = 'CREDIT_NOTE' and number is not null)`,
  'no budget line bears more than its allotment, and each bears its expenditure': `
    select line.code from budget.budget_line as line
    where line.charged_usd > line.allotment_usd or line.charged_usd <> (
      select coalesce(sum(amount_usd), 0) from ledger.posting where account = 'EXPENDITURE' and budget_line = line.code)`,
  'what is certified is posted, and nothing else': `
    select charge.id from charging.charge
    where (select count(*) from ledger.journal_entry where source = charge.id and event = 'CHARGE_CERTIFIED')
      <> case when certified_by is null or amount_usd = 0 then 0 else 2 end`,
  'what is reversed is posted back, and nothing else': `
    select charge.id from charging.charge
    where (select count(*) from ledger.journal_entry where source = charge.id and event = 'CHARGE_REVERSED')
      <> case when state <> 'REVERSED' or amount_usd = 0 then 0 else 2 end`,
  'a charge that is reversed, or waits for it, is on no live invoice': `
    select charge.id from charging.charge join invoicing.invoice_line as line on line.charge = charge.id
    where charge.state in ('REVERSING', 'REVERSED') and line.bills`,
  'nothing is provisional under an agreement that is signed, and all is under one that is not': `
    select charge.id from charging.charge join agreements.agreement on agreement.number = charge.agreement
    where (charge.state = 'PROVISIONAL') <> (agreement.signed_on is null) and charge.state not in ('WITHDRAWN', 'REJECTED')`,
  'the numbers of a series run from one without a gap': `
    select provider, type, series_year from invoicing.invoice where number is not null
    group by 1, 2, 3 having min(series_number) <> 1 or max(series_number) <> count(*)
      or count(distinct series_number) <> count(*)`,
  'a series counts its papers': `
    select series.provider, series.type, series.year from invoicing.number_series as series
    where last_number <> (select count(*) from invoicing.paper
      where paper.kind = series.type and paper.number ~ ('^' || series.provider || '(-CN|-NET|-AUD)?-' || series.year || '-'))`,
  'every issued document has its paper, and its postings where it has a total': `
    select number from invoicing.invoice where number is not null and (
      not exists (select from invoicing.paper where paper.number = invoice.number)
      or total_usd <> 0 and (select count(*) from ledger.journal_entry as entry
        where entry.source = invoice.number and entry.event in ('INVOICE_ISSUED', 'CREDIT_NOTE_ISSUED')) <> 2)`,
  'a charge is on one live invoice': `
    select charge from invoicing.invoice_line where bills group by charge having count(*) > 1`,
  'a charge is invoiced when its invoice is issued': `
    select charge.id from charging.charge
    where (state in ('INVOICED', 'SETTLED', 'CREDITED')) <> exists (
      select from invoicing.invoice_line as line join invoicing.invoice on invoice.id = line.invoice
      where line.charge = charge.id and line.bills and invoice.number is not null)`,
  'nothing is given back beyond what there is': `
    select charge.id from charging.charge where credited_usd > amount_usd or credited_quantity > quantity or credited_usd <> (
      select -coalesce(sum(line.amount_usd), 0) from invoicing.invoice_line as line join invoicing.invoice
        on invoice.id = line.invoice where line.charge = charge.id and invoice.type = 'CREDIT_NOTE' and invoice.state <> 'DISCARDED')`,
  'shares add up to their charge on both sides': `
    select charge.id from charging.charge join charging.charge_allocation as split on split.charge = charge.id
    group by charge.id, split.side having sum(split.amount_usd) <> charge.amount_usd or sum(split.credited_usd) <> charge.credited_usd`,
  'no request key waits for an answer': `
    select key from platform.request_key where status is null`,
};

/** The invariants that do not hold, with a few of the rows that break them; `query` takes SQL and answers its rows. */
export async function brokenInvariants(query) {
  const broken = [];
  for (const [rule, sql] of Object.entries(invariants)) {
    const rows = await query(sql);
    if (rows.length > 0) broken.push({ rule, rows: rows.length, first: rows.slice(0, 3) });
  }
  return broken;
}
