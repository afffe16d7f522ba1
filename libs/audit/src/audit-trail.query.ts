import type { Tx } from '#platform';
import type { AuditFigures } from './biennium-audit-content.ts';

/** What stands behind the figures of a biennium: its charges and documents, each with the pair of entries that posted it. */
export interface AuditTrail {
  /** A row for each charge and client's fund: the figures of a heading are the sums of the rows under it. */
  readonly charges: readonly TrailedCharge[];
  /** A row for each charge and provider's fund: what the fund is credited with, net of credit notes. */
  readonly credits: readonly TrailedCredit[];
  readonly documents: readonly TrailedDocument[];
}

export interface TrailedCharge extends AuditFigures {
  readonly charge: string;
  readonly agreement: string;
  readonly provider: string;
  readonly client: string;
  readonly meeting: string;
  readonly family: string;
  readonly nature: string;
  readonly item: string;
  readonly month: string; // of delivery
  readonly deliveredOn: string;
  readonly state: string;
  readonly fund: string;
  readonly budgetLine: string;
  readonly documents: string; // numbers, with spaces between; "" where it is not invoiced
  readonly entryPairs: string; // the pair's id stands on the entry of either book; with spaces between
}

export interface TrailedCredit {
  readonly charge: string;
  readonly agreement: string;
  readonly fund: string;
  readonly creditedToFundUsd: string;
}

export interface TrailedDocument {
  readonly number: string;
  readonly type: string;
  readonly agreement: string;
  readonly provider: string;
  readonly client: string;
  readonly issuedOn: string;
  readonly totalUsd: string;
  readonly state: string;
  readonly voucher: string; // of the payer's ledger; "" while it is open
  readonly entryPairs: string;
}

/** What a voucher settled by entries of this biennium, whatever the document's own: a debt that was carried forward is one. */
const settledHere = `settled_here as (
       select line.invoice, line.settlement
       from invoicing.settlement_line as line
       where exists (select from ledger.journal_entry as entry
         where entry.source = line.settlement::text and entry.event = 'SETTLED' and entry.biennium = $1)
     )`;

/** The pairs of entries that posted the events of a source, found by the index on it; null where there are none. */
const pairs = `select string_agg(distinct entry.pair_id::text, ' ') from ledger.journal_entry as entry`;

export async function auditTrail(tx: Tx, biennium: string): Promise<AuditTrail> {
  return {
    charges: await trailedCharges(tx, biennium),
    credits: await trailedCredits(tx, biennium),
    documents: await trailedDocuments(tx, biennium),
  };
}

function trailedCharges(tx: Tx, biennium: string): Promise<TrailedCharge[]> {
  return tx.query<TrailedCharge[]>(
    `with ${settledHere}, billed as (
       select share.charge, share.fund, share.budget_line,
         coalesce(-sum(share.amount_usd) filter (where invoice.type = 'CREDIT_NOTE' and invoice.biennium = $1), 0) as credited,
         coalesce(sum(share.amount_usd) filter (where invoice.biennium = $1), 0) as invoiced,
         coalesce(sum(share.amount_usd) filter (where paid.invoice is not null), 0) as settled
       from invoicing.line_share_view as share join invoicing.invoice on invoice.id = share.invoice
       left join settled_here as paid on paid.invoice = invoice.id
       where (invoice.biennium = $1 or paid.invoice is not null) and invoice.number is not null and share.side = 'CLIENT'
       group by 1, 2, 3
     ), paper as (
       select line.charge, string_agg(invoice.number, ' ' order by invoice.issued_on, invoice.number) as numbers
       from invoicing.invoice_line as line join invoicing.invoice on invoice.id = line.invoice
       where (invoice.biennium = $1 or invoice.id in (select invoice from settled_here)) and invoice.number is not null
       group by 1
     ), share as (
       select charge.id as charge, charge.agreement, charge.provider, charge.client, agreement.meeting, charge.family, charge.nature, charge.item,
         to_char(charge.delivered_on, 'YYYY-MM') as month, charge.delivered_on, charge.state, split.fund, split.budget_line, charge.sequence,
         split.position, case when charge.state = 'REVERSED' or charge.biennium <> $1 then 0 else split.amount_usd end as charged,
         coalesce(billed.credited, 0) as credited, coalesce(billed.invoiced, 0) as invoiced, coalesce(billed.settled, 0) as settled,
         coalesce(paper.numbers, '') as documents, coalesce((
           ${pairs} where entry.source = charge.id and entry.event in ('CHARGE_CERTIFIED', 'CHARGE_REVERSED')), '') as pairs
       from charging.charge
       join charging.charge_allocation as split on split.charge = charge.id and split.side = 'CLIENT' and split.amount_usd <> 0
       join agreements.agreement on agreement.number = charge.agreement
       left join billed on billed.charge = charge.id and billed.fund = split.fund and billed.budget_line = split.budget_line
       left join paper on paper.charge = charge.id
       where charge.certified_by is not null and (charge.biennium = $1 or billed.settled <> 0) -- or carried forward and settled in this one
     )
     select charge, agreement, provider, client, meeting, family, nature, item, month, delivered_on as "deliveredOn", state, fund,
       budget_line as "budgetLine", documents, pairs as "entryPairs", charged::numeric(18, 2) as "chargedUsd",
       credited::numeric(18, 2) as "creditedUsd", invoiced::numeric(18, 2) as "invoicedUsd", settled::numeric(18, 2) as "settledUsd",
       (charged - credited - settled)::numeric(18, 2) as "openUsd"
     from share order by sequence, position`,
    [biennium],
  );
}

function trailedCredits(tx: Tx, biennium: string): Promise<TrailedCredit[]> {
  return tx.query<TrailedCredit[]>(
    `with given_back as (
       select share.charge, share.fund, sum(share.amount_usd) as amount -- negative
       from invoicing.line_share_view as share join invoicing.invoice on invoice.id = share.invoice
       where invoice.biennium = $1 and invoice.type = 'CREDIT_NOTE' and invoice.number is not null and share.side = 'PROVIDER'
       group by 1, 2
     )
     select charge.id as charge, charge.agreement, split.fund,
       (case charge.state when 'REVERSED' then 0 else split.amount_usd end + coalesce(given_back.amount, 0))::numeric(18, 2)
         as "creditedToFundUsd"
     from charging.charge
     join charging.charge_allocation as split on split.charge = charge.id and split.side = 'PROVIDER' and split.amount_usd <> 0
     left join given_back on given_back.charge = charge.id and given_back.fund = split.fund
     where charge.biennium = $1 and charge.certified_by is not null
     order by charge.sequence, split.position`,
    [biennium],
  );
}

function trailedDocuments(tx: Tx, biennium: string): Promise<TrailedDocument[]> {
  return tx.query<TrailedDocument[]>(
    `with ${settledHere}
     select invoice.number, invoice.type, invoice.agreement, invoice.provider, invoice.client, invoice.issued_on as "issuedOn",
       invoice.total_usd as "totalUsd", invoice.state, coalesce(settlement.external_number, '') as voucher,
       concat_ws(' ', (${pairs} where entry.source = invoice.number and entry.event in ('INVOICE_ISSUED', 'CREDIT_NOTE_ISSUED')),
         (${pairs} where entry.source = settlement.id::text and entry.event = 'SETTLED')) as "entryPairs"
     from invoicing.invoice
     left join settled_here on settled_here.invoice = invoice.id
     left join invoicing.settlement on settlement.id = settled_here.settlement
     where (invoice.biennium = $1 or settled_here.invoice is not null) and invoice.number is not null
     order by invoice.issued_on, invoice.number`,
    [biennium],
  );
}
