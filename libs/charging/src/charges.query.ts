import type { Tx } from '#platform';
import { type ChargeFigure, statesBehind } from './charge-figures.ts';

/** A charge as it is shown: text throughout, with its shares. */
export interface ChargeView {
  id: string;
  sequence: string;
  agreement: string;
  provider: string;
  client: string;
  item: string;
  title: string;
  family: string;
  nature: 'OWN_SERVICE' | 'PASS_THROUGH';
  quantity: string;
  unit: string;
  deliveredFrom: string | null;
  deliveredOn: string;
  biennium: string;
  unitRate: string | null;
  unitRateCurrency: string | null;
  unitRateValidFrom: string | null;
  originalCurrency: string | null;
  originalAmount: string | null;
  unitsPerUsd: string | null;
  rateEffectiveOn: string | null;
  amountUsd: string;
  creditedUsd: string;
  creditedQuantity: string;
  supplierInvoiceOn: string | null;
  evidence: string | null;
  traveller: string | null;
  trip: {
    party: string;
    from: string | null;
    components: [label: string, amountUsd: string, basis: string][];
    entitlementUsd: string;
    advanceUsd: string | null;
  } | null;
  note: string | null;
  state: string;
  version: number;
  invoice: string | null;
  /** Whether a live invoice bills it, a draft too. */
  onInvoice: boolean;
  /** The ended charge whose place it takes, and the one that takes its own. */
  replaces: string | null;
  replacedBy: string | null;
  /** Why it was returned, withdrawn or reversed, or the answer to a return: what was said last. */
  remark: string | null;
  remarkBy: string | null;
  remarkAt: Date | null;
  reversedBy: string | null;
  reversedAt: Date | null;
  recordedBy: string;
  recordedAt: Date;
  receivedBy: string | null;
  receivedAt: Date | null;
  certifiedBy: string | null;
  certifiedAt: Date | null;
  shares: { side: 'CLIENT' | 'PROVIDER'; fund: string; budgetLine: string; weight: string; amountUsd: string }[];
}

/** What a list of charges can be narrowed by; the same filter serves the list, its export and its totals. */
export interface ChargeFilter {
  readonly agreement?: string;
  readonly item?: string;
  readonly family?: string;
  readonly state?: string;
  readonly biennium?: string;
  readonly month?: string; // "2025-11"
  readonly fund?: string; // of the client
  readonly budgetLine?: string;
  readonly from?: string; // delivered on or after
  readonly to?: string; // delivered on or before
  readonly meeting?: string; // of its agreement
  readonly q?: string; // somewhere in its id, item, evidence or note, in capitals or not
  readonly figure?: ChargeFigure; // of the audit of the biennium, which it is part of: what is settled is so in that of its voucher
}

/** What a charge says of itself, with its shares. */
const own = `
  charge.id, charge.sequence, charge.agreement, charge.provider, charge.client, charge.item,
    (select item.title from rates.service_item as item where item.code = charge.item) as title, charge.family,
    charge.nature, charge.quantity, charge.unit, charge.delivered_from as "deliveredFrom", charge.delivered_on as "deliveredOn",
    charge.biennium, charge.unit_rate as "unitRate", charge.unit_rate_currency as "unitRateCurrency",
    charge.unit_rate_valid_from as "unitRateValidFrom", charge.original_currency as "originalCurrency",
    charge.original_amount as "originalAmount", charge.units_per_usd as "unitsPerUsd",
    charge.rate_effective_on as "rateEffectiveOn", charge.amount_usd as "amountUsd", charge.credited_usd as "creditedUsd",
    charge.credited_quantity as "creditedQuantity", charge.supplier_invoice_on as "supplierInvoiceOn", charge.evidence,
    charge.traveller, charge.trip - 'ticketsOn' as trip, charge.note, charge.state, charge.version,
    charge.recorded_by as "recordedBy", charge.recorded_at as "recordedAt",
    case when charge.state not in ('RECORDED', 'RETURNED') then charge.received_by end as "receivedBy",
    case when charge.state not in ('RECORDED', 'RETURNED') then charge.received_at end as "receivedAt",
    charge.replaces, charge.remark, charge.remark_by as "remarkBy", charge.remark_at as "remarkAt",
    charge.reversed_by as "reversedBy", charge.reversed_at as "reversedAt", charge.certified_by as "certifiedBy", charge.certified_at as "certifiedAt",
    (select json_agg(json_build_object('side', side, 'fund', fund, 'budgetLine', budget_line, 'weight', weight::text,
       'amountUsd', amount_usd::text) order by side, position)
     from charging.charge_allocation as allocation where allocation.charge = charge.id) as shares`;

const shown = `
  select ${own},
    (select other.id from charging.charge as other where other.replaces = charge.id) as "replacedBy",
    (select invoice.number from invoicing.charge_invoice_view as invoice where invoice.charge = charge.id) as invoice,
    exists (select from invoicing.charge_invoice_view as invoice where invoice.charge = charge.id) as "onInvoice"
  from charging.charge`;

/** What no charge is before it is certified: on an invoice, or ended and replaced by another. */
const nobodyElses = { replacedBy: null, invoice: null, onInvoice: false } as const;
type OwnFacts = Omit<ChargeView, keyof typeof nobodyElses>;

// Whole texts, and not put together at each call: a statement is known by its text.
const justRecorded = `select ${own} from charging.charge where charge.id = any($1) order by charge.sequence desc`;
const onTheirWay = `select ${own} from charging.charge where charge.id = any($1) order by charge.id for no key update`;
const byId = `${shown} where charge.id = any($1) order by charge.sequence desc`;

/** Charges that this transaction has recorded, newest first. */
export async function recordedCharges(tx: Tx, ids: readonly string[]): Promise<ChargeView[]> {
  const rows = await tx.query<OwnFacts[]>(justRecorded, [ids]);
  return rows.map((row) => ({ ...row, ...nobodyElses }));
}

/**
 * Charges on their way to certification, locked until the end of the transaction, in the order of their ids; those that are
 * missing, or that whoever asks may not move, are not there. One statement does it: whoever waits for a lock is given the
 * charge as it is then, and of the shares nothing moves before an invoice is credited.
 */
export async function chargesOnTheirWay(tx: Tx, ids: readonly string[]): Promise<ChargeView[]> {
  const rows = await tx.query<OwnFacts[]>(onTheirWay, [ids]);
  return rows.map((row) => ({ ...row, ...nobodyElses }));
}

/** The charges with these ids, newest first; each is found by its key, however many there are. */
export function chargesById(tx: Tx, ids: readonly string[]): Promise<ChargeView[]> {
  return tx.query<ChargeView[]>(byId, [ids]);
}

/** By what a list can be sorted; "newest" is the order in which charges came. */
export const chargeSorts = ['newest', 'date', 'amount', 'id'] as const;
export type ChargeSort = (typeof chargeSorts)[number];

export interface ChargePageAsked {
  readonly limit: number;
  readonly sort?: ChargeSort;
  readonly ascending?: boolean;
  /** The last charge seen: its sequence, and what it was sorted by; absent for the first page. */
  readonly before?: string;
  readonly beforeKey?: string;
}

// One filter for the list, its totals and its export. A statement of a snapshot is planned for what is asked, so what is not
// asked costs nothing. The words are looked for in one charge after the other, which keeps them folded: see the README, "Lists".
const narrowed = `
  ($1::text is null or charge.agreement = $1)
  and ($2::text is null or charge.item = $2)
  and ($3::text is null or charge.family = $3)
  and ($4::text is null or charge.state = $4)
  and ($5::text is null or case when $13 = 'SETTLED'
    then charge.id in (select charge from invoicing.charge_carried_view where biennium = $5)
      or charge.biennium = $5 and charge.id not in (select charge from invoicing.charge_carried_view)
    else charge.biennium = $5 end)
  and ($6::date is null or charge.delivered_on >= $6)
  and ($7::date is null or charge.delivered_on <= $7)
  and ($8::text is null or charge.delivered_on >= ($8 || '-01')::date and charge.delivered_on < ($8 || '-01')::date + interval '1 month')
  and (($9::text is null and $10::text is null) or charge.id in (select charging.charges_borne_by($9, $10)))
  and ($11::text is null or charge.agreement in (select number from agreements.agreement where meeting = $11))
  and ($12::text is null or strpos(charge.words, lower($12 collate "C")) > 0)
  and ($13::text is null or charge.state = any($14) and ($13 <> 'CREDITED' or charge.credited_usd > 0)
    or $13 = 'OPEN' and $5::text is not null and charge.state = 'SETTLED'
      and charge.id in (select charge from invoicing.charge_carried_view))`;

function asked(filter: ChargeFilter): unknown[] {
  const { agreement, item, family, state, biennium, from, to, month, fund, budgetLine, meeting, q, figure } = filter;
  return [
    ...[agreement, item, family, state, biennium, from, to, month, fund, budgetLine, meeting, q, figure],
    figure === undefined ? undefined : statesBehind[figure],
  ].map((one) => one ?? null);
}

/** A page of charges, newest first unless it is asked for otherwise. For a snapshot. */
export function chargeViews(tx: Tx, filter: ChargeFilter, page: ChargePageAsked): Promise<ChargeView[]> {
  const { sort = 'newest', ascending = false } = page;
  const by =
    sort === 'date'
      ? 'charge.delivered_on'
      : sort === 'amount'
        ? 'charge.amount_usd'
        : sort === 'id'
          ? 'charge.id'
          : 'charge.sequence';
  const type = sort === 'date' ? 'date' : sort === 'amount' ? 'numeric' : sort === 'id' ? 'text' : 'bigint';
  const beyond = ascending ? '>' : '<';
  const way = ascending ? 'asc' : 'desc';
  // Found first, with what they are found by alone, and shown after: a page is fifty of however many.
  return tx.query<ChargeView[]>(
    `${shown}
     where charge.sequence = any(array(
       select charge.sequence from charging.charge
       where ${narrowed}
         and ($16::bigint is null or (${by}, charge.sequence) ${beyond} ($15::${type}, $16))
       order by ${by} ${way}, charge.sequence ${way}
       limit $17))
     order by ${by} ${way}, charge.sequence ${way}`,
    [
      ...asked(filter),
      sort === 'newest' ? (page.before ?? null) : (page.beforeKey ?? null),
      page.before ?? null,
      page.limit,
    ],
  );
}

/** How many charges a filter finds, and what they come to in USD. */
export interface ChargeTotals {
  readonly count: number;
  readonly amountUsd: string;
  readonly creditedUsd: string;
  /** By state, so that nobody takes what was reversed for what is owed. */
  readonly byState: readonly { readonly state: string; readonly count: number; readonly amountUsd: string }[];
}

/** For a snapshot. */
export async function chargeTotals(tx: Tx, filter: ChargeFilter): Promise<ChargeTotals> {
  const [totals] = await tx.query<ChargeTotals[]>(
    `with found as (
       select charge.state, count(*) as count, sum(charge.amount_usd) as amount, sum(charge.credited_usd) as credited
       from charging.charge where ${narrowed} group by charge.state
     )
     select coalesce(sum(count), 0)::integer as count, coalesce(sum(amount), 0)::numeric(18, 2) as "amountUsd",
       coalesce(sum(credited), 0)::numeric(18, 2) as "creditedUsd",
       coalesce(json_agg(json_build_object('state', state, 'count', count, 'amountUsd', amount::numeric(18, 2)::text) order by state), '[]')
         as "byState"
     from found`,
    asked(filter),
  );
  if (totals === undefined) throw new Error('An aggregate always answers.');
  return totals;
}

/** What the charges of one agreement in one state come to. */
export interface ChargeTotal {
  agreement: string;
  provider: string;
  client: string;
  state: string;
  count: number;
  amountUsd: string;
  creditedUsd: string;
}

/** Added up over the same filter as the list's, for each agreement and state; by agreement, then state. */
export function chargeTotalsByAgreement(tx: Tx, filter: ChargeFilter): Promise<ChargeTotal[]> {
  return tx.query<ChargeTotal[]>(
    `with found as (
       select charge.agreement, charge.state, count(*)::int as count, sum(charge.amount_usd) as amount, sum(charge.credited_usd) as credited
       from charging.charge
       where ${narrowed}
       group by charge.agreement, charge.state
     )
     select found.agreement, agreement.provider, agreement.client, found.state, found.count, found.amount::text as "amountUsd",
       found.credited::text as "creditedUsd"
     from found join agreements.agreement on agreement.number = found.agreement
     order by found.agreement, found.state`,
    asked(filter),
  );
}
