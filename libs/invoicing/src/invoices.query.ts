import type { Tx } from '#platform';
import type { InvoiceHands } from './invoice-acts.ts';
import type { LineFacts } from './invoice-assembly.ts';
import { type LineRow, lineOf } from './line-words.ts';

/** An invoice or credit note as it is shown in lists and beside its PDF. */
export interface InvoiceView {
  id: string;
  sequence: string;
  type: 'INVOICE' | 'CREDIT_NOTE';
  number: string | null;
  agreement: string;
  provider: string;
  client: string;
  biennium: string;
  corrects: string | null; // the number of the invoice that a credit note corrects
  reason: string | null;
  state: string;
  version: number;
  lines: number;
  totalUsd: string;
  creditedUsd: string; // positive: by issued credit notes
  issuedOn: string | null;
  settledOn: string | null;
  preparedBy: string;
  preparedAt: Date;
  issuedBy: string | null;
  issuedAt: Date | null;
  contentSha256: string | null;
  pdfSha256: string | null;
  settlement: string | null; // the one that is proposed of it, for whoever may see that, or that settled it
}

export interface InvoiceFilter {
  readonly agreement?: string;
  readonly provider?: string;
  readonly type?: string;
  readonly state?: string;
  readonly biennium?: string;
  readonly corrects?: string; // the number of an invoice: its credit notes
}

const shown = `
  select invoice.id, invoice.sequence, invoice.type, invoice.number, invoice.agreement, invoice.provider, invoice.client,
    invoice.biennium, corrected.number as corrects, invoice.reason, invoice.state, invoice.version, invoice.line_count as lines,
    invoice.total_usd as "totalUsd",
    coalesce((select -sum(credit.total_usd) from invoicing.invoice as credit
              where credit.corrects = invoice.id and credit.number is not null), 0)::numeric(18, 2) as "creditedUsd",
    invoice.issued_on as "issuedOn", invoice.settled_on as "settledOn", invoice.prepared_by as "preparedBy",
    invoice.prepared_at as "preparedAt", invoice.issued_by as "issuedBy", invoice.issued_at as "issuedAt",
    encode(paper.content_sha256, 'hex') as "contentSha256", encode(paper.pdf_sha256, 'hex') as "pdfSha256",
    coalesce((select proposal from invoicing.proposed_document where invoice = invoice.id),
      (select settlement from invoicing.settlement_line where invoice = invoice.id)) as settlement
  from invoicing.invoice
  left join invoicing.invoice as corrected on corrected.id = invoice.corrects
  left join invoicing.paper on paper.number = invoice.number`;

/** The invoice or credit note with this id (of a draft) or number, as it is shown; undefined where there is none. */
export async function invoiceNamed(tx: Tx, named: string): Promise<InvoiceView | undefined> {
  const [view] = isInvoiceId(named)
    ? await tx.query<InvoiceView[]>(`${shown} where invoice.id = $1`, [named])
    : await tx.query<InvoiceView[]>(`${shown} where invoice.number = $1`, [named]);
  return view;
}

/** True where a name is the id of a draft and not a number. */
export function isInvoiceId(named: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(named);
}

const nobody: InvoiceHands['chargesBy'] = { recorded: [], received: [], certified: [] };

/** Who recorded, confirmed and certified the charges on these documents: one query, however many they are. */
export async function handsOnCharges(
  tx: Tx,
  invoices: readonly string[],
): Promise<(invoice: string) => InvoiceHands['chargesBy']> {
  if (invoices.length === 0) return () => nobody;
  const rows = await tx.query<({ invoice: string } & InvoiceHands['chargesBy'])[]>(
    `select line.invoice, array_agg(distinct charge.recorded_by) as recorded,
       array_remove(array_agg(distinct charge.received_by), null) as received,
       array_remove(array_agg(distinct charge.certified_by), null) as certified
     from invoicing.invoice_line as line join charging.charge on charge.id = line.charge
     where line.invoice = any($1) group by line.invoice`,
    [invoices],
  );
  const byInvoice = new Map(rows.map(({ invoice, ...hands }) => [invoice, hands]));
  return (invoice) => byInvoice.get(invoice) ?? nobody;
}

export async function handsOnChargesOf(tx: Tx, invoice: string): Promise<InvoiceHands['chargesBy']> {
  return (await handsOnCharges(tx, [invoice]))(invoice);
}

/** By what a list can be sorted; "newest" is the order in which they were prepared. */
export const invoiceSorts = ['newest', 'number', 'date', 'amount'] as const;
export type InvoiceSort = (typeof invoiceSorts)[number];

/** Where a draft stands among the days of issue: after all of them. It stands before all numbers. */
export const noDay = 'infinity';

export interface InvoicePageAsked {
  readonly limit: number;
  readonly sort?: InvoiceSort;
  readonly ascending?: boolean;
  /** The last one seen: its sequence, and what it was sorted by; absent for the first page. */
  readonly before?: string;
  readonly beforeKey?: string;
}

/**
 * A page of invoices and credit notes, newest first unless it is asked for otherwise. For a snapshot, whose statements are
 * planned for the filter that is asked.
 */
export function invoiceViews(tx: Tx, filter: InvoiceFilter, page: InvoicePageAsked): Promise<InvoiceView[]> {
  const { sort = 'newest', ascending = false, before = null } = page;
  const by =
    sort === 'number'
      ? "coalesce(invoice.number, '')"
      : sort === 'date'
        ? "coalesce(invoice.issued_on, 'infinity')"
        : sort === 'amount'
          ? 'invoice.total_usd'
          : 'invoice.sequence';
  const type = sort === 'number' ? 'text' : sort === 'date' ? 'date' : sort === 'amount' ? 'numeric' : 'bigint';
  const beyond = ascending ? '>' : '<';
  const way = ascending ? 'asc' : 'desc';
  return tx.query<InvoiceView[]>(
    `${shown}
     where ($1::text is null or invoice.agreement = $1)
       and ($2::text is null or invoice.provider = $2)
       and ($3::text is null or invoice.type = $3)
       and ($4::text is null or invoice.state = $4)
       and ($5::text is null or invoice.biennium = $5)
       and ($9::text is null or invoice.corrects = (select one.id from invoicing.invoice as one where one.number = $9))
       and ($7::bigint is null or (${by}, invoice.sequence) ${beyond} ($6::${type}, $7))
     order by ${by} ${way}, invoice.sequence ${way}
     limit $8`,
    [
      ...[filter.agreement, filter.provider, filter.type, filter.state, filter.biennium].map((one) => one ?? null),
      sort === 'newest' ? before : (page.beforeKey ?? null),
      before,
      page.limit,
      filter.corrects ?? null,
    ],
  );
}

/** The lines with everything the paper says of them, in their order; one query whatever their number. */
export async function lineFacts(tx: Tx, invoice: string): Promise<LineFacts[]> {
  const rows = await tx.query<LineRow[]>(
    `with shares as (
       select share.position,
         json_agg(json_build_object('fund', share.fund, 'budgetLine', share.budget_line, 'amountUsd', share.amount_usd::text)
           order by share.ordinal) filter (where share.side = 'CLIENT') as client,
         json_agg(json_build_object('fund', share.fund, 'amountUsd', share.amount_usd::text)
           order by share.ordinal) filter (where share.side = 'PROVIDER') as provider
       from invoicing.line_share_view as share
       where share.invoice = $1
       group by share.position
     )
     select line.position, charge.nature, charge.family, line.charge, charge.item,
       invoice.type as "on", item.title, charge.traveller, charge.trip,
       coalesce(charge.trip ->> 'party', (
         select trip.trip ->> 'party' from charging.traveller_night as night join charging.charge as trip on trip.id = night.charge
         where night.traveller = charge.traveller limit 1)) as party,
       charge.delivered_from as "deliveredFrom", charge.delivered_on as "deliveredOn", line.quantity,
       charge.unit, coalesce(unit.name, charge.unit) as "unitName",
       case when charge.unit_rate is not null then json_build_object('amount', charge.unit_rate::text,
         'currency', charge.unit_rate_currency, 'cardValidFrom', charge.unit_rate_valid_from) end as "unitRate",
       case when charge.units_per_usd is not null and (invoice.type = 'INVOICE' or charge.unit_rate is not null)
         then json_build_object('currency', coalesce(charge.original_currency, charge.unit_rate_currency),
           'amount', coalesce(charge.original_amount, line.quantity * charge.unit_rate)::text,
           'unitsPerUsd', charge.units_per_usd::text, 'effectiveOn', charge.rate_effective_on) end as original,
       line.amount_usd as "amountUsd", shares.client as funds, shares.provider as "providerShares",
       charge.supplier_invoice_on as "supplierInvoiceOn", charge.evidence, charge.note, charge.certified_by as "certifiedBy",
       to_char(charge.certified_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "certifiedAt"
     from invoicing.invoice_line as line
     join invoicing.invoice on invoice.id = line.invoice
     join charging.charge on charge.id = line.charge
     join rates.service_item as item on item.code = charge.item
     left join rates.unit on unit.code = charge.unit
     join shares on shares.position = line.position
     where line.invoice = $1
     order by line.position`,
    [invoice],
  );
  return rows.map(lineOf);
}

/** An invoice's lines added up by what a posting is about, on both sides. Few rows, however many lines. */
export function postingParts(
  tx: Tx,
  invoices: readonly string[],
): Promise<
  {
    invoice: string;
    item: string;
    nature: 'OWN_SERVICE' | 'PASS_THROUGH';
    serviceMonth: string;
    client: { fund: string; budgetLine: string; amountUsd: string }[];
    provider: { fund: string; amountUsd: string }[];
  }[]
> {
  return tx.query(
    `with added as (
       select share.invoice, charge.item, charge.nature, to_char(charge.delivered_on, 'YYYY-MM') as month, share.side, share.fund,
         share.budget_line, sum(share.amount_usd) as amount_usd
       from invoicing.line_share_view as share
       join charging.charge on charge.id = share.charge
       where share.invoice = any($1)
       group by 1, 2, 3, 4, 5, 6, 7
     )
     select added.invoice, added.item, added.nature, added.month as "serviceMonth",
       json_agg(json_build_object('fund', fund, 'budgetLine', budget_line, 'amountUsd', amount_usd::text) order by fund, budget_line)
         filter (where side = 'CLIENT') as client,
       json_agg(json_build_object('fund', fund, 'amountUsd', amount_usd::text) order by fund) filter (where side = 'PROVIDER') as provider
     from added
     group by 1, 2, 3, 4
     order by 1, 2, 3, 4`,
    [invoices],
  );
}
