import type { Tx } from '#platform';

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
}

const shown = `
  select charge.id, charge.sequence, charge.agreement, charge.provider, charge.client, charge.item, item.title, charge.family,
    charge.nature, charge.quantity, charge.unit, charge.delivered_from as "deliveredFrom", charge.delivered_on as "deliveredOn",
    charge.biennium, charge.unit_rate as "unitRate", charge.unit_rate_currency as "unitRateCurrency",
    charge.unit_rate_valid_from as "unitRateValidFrom", charge.original_currency as "originalCurrency",
    charge.original_amount as "originalAmount", charge.units_per_usd as "unitsPerUsd",
    charge.rate_effective_on as "rateEffectiveOn", charge.amount_usd as "amountUsd", charge.credited_usd as "creditedUsd",
    charge.credited_quantity as "creditedQuantity", charge.supplier_invoice_on as "supplierInvoiceOn", charge.evidence,
    charge.traveller, charge.trip, charge.note, charge.state, charge.version,
    charge.recorded_by as "recordedBy", charge.recorded_at as "recordedAt", charge.received_by as "receivedBy",
    charge.received_at as "receivedAt", charge.certified_by as "certifiedBy", charge.certified_at as "certifiedAt",
    (select invoice.number from invoicing.charge_invoice_view as invoice where invoice.charge = charge.id) as invoice,
    (select json_agg(json_build_object('side', side, 'fund', fund, 'budgetLine', budget_line, 'weight', weight::text,
       'amountUsd', amount_usd::text) order by side, position)
     from charging.charge_allocation as allocation where allocation.charge = charge.id) as shares
  from charging.charge
  join rates.service_item as item on item.code = charge.item`;

// $1 to $10, as `valuesOf` has them
const narrowed = `($1::text is null or charge.agreement = $1)
       and ($2::text is null or charge.item = $2)
       and ($3::text is null or charge.family = $3)
       and ($4::text is null or charge.state = $4)
       and ($5::text is null or charge.biennium = $5)
       and ($6::date is null or charge.delivered_on >= $6)
       and ($7::date is null or charge.delivered_on <= $7)
       and ($8::text is null or to_char(charge.delivered_on, 'YYYY-MM') = $8)
       and (($9::text is null and $10::text is null) or exists (
         select from charging.charge_allocation as allocation
         where allocation.charge = charge.id and allocation.side = 'CLIENT'
           and ($9::text is null or allocation.fund = $9) and ($10::text is null or allocation.budget_line = $10)))`;

function valuesOf(filter: ChargeFilter): (string | null)[] {
  const { agreement, item, family, state, biennium, from, to, month, fund, budgetLine } = filter;
  return [agreement, item, family, state, biennium, from, to, month, fund, budgetLine].map((value) => value ?? null);
}

/** The charges with these ids, newest first; each is found by its key, however many there are. */
export function chargesById(tx: Tx, ids: readonly string[]): Promise<ChargeView[]> {
  return tx.query<ChargeView[]>(`${shown} where charge.id = any($1) order by charge.sequence desc`, [ids]);
}

/**
 * A page of charges, newest first. For a snapshot, whose statements are planned for the filter that is asked.
 * `before` is the sequence of the last one seen; absent for the first page.
 */
export function chargeViews(
  tx: Tx,
  filter: ChargeFilter,
  page: { limit: number; before?: string },
): Promise<ChargeView[]> {
  return tx.query<ChargeView[]>(
    `${shown}
     where ${narrowed}
       and ($11::bigint is null or charge.sequence < $11)
     order by charge.sequence desc
     limit $12`,
    [...valuesOf(filter), page.before ?? null, page.limit],
  );
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
export function chargeTotals(tx: Tx, filter: ChargeFilter): Promise<ChargeTotal[]> {
  return tx.query<ChargeTotal[]>(
    `select charge.agreement, charge.provider, charge.client, charge.state, count(*)::int as count,
       sum(charge.amount_usd)::text as "amountUsd", sum(charge.credited_usd)::text as "creditedUsd"
     from charging.charge
     where ${narrowed}
     group by charge.agreement, charge.provider, charge.client, charge.state
     order by charge.agreement, charge.state`,
    valuesOf(filter),
  );
}
