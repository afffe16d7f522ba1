import type { Tx } from '#platform';

export interface AnsweredCharge {
  id: string;
  agreement: string;
  family: string;
  item: string;
  nature: string;
  on: string;
  quantity: string;
  amount: string;
  state: string;
  operationalRate: string | null;
  effectiveOn: string | null;
  parts: [label: string, amount: string, basis: string][] | null;
  entitlement: string | null;
  client: [fund: string, amount: string][];
  provider: [fund: string, amount: string][];
}

/** Every charge with its shares on both sides, in the order recorded. */
export function answeredCharges(tx: Tx): Promise<AnsweredCharge[]> {
  return tx.query<AnsweredCharge[]>(
    `select charge.id, charge.agreement, charge.family, charge.item, charge.nature, charge.delivered_on as "on", charge.quantity,
       charge.amount_usd as amount, charge.state, charge.units_per_usd as "operationalRate", charge.rate_effective_on as "effectiveOn",
       charge.trip -> 'components' as parts, charge.trip ->> 'entitlementUsd' as entitlement, shares.client, shares.provider
     from charging.charge
     join (
       select charge,
         json_agg(json_build_array(fund, amount_usd::text) order by position) filter (where side = 'CLIENT') as client,
         json_agg(json_build_array(fund, amount_usd::text) order by position) filter (where side = 'PROVIDER') as provider
       from charging.charge_allocation group by charge
     ) as shares on shares.charge = charge.id
     order by charge.sequence`,
  );
}

export interface AnsweredDocument {
  number: string;
  type: 'INVOICE' | 'CREDIT_NOTE';
  provider: string;
  agreement: string;
  issuedOn: string;
  lines: number;
  totalUsd: string;
  byFund: [fund: string, amount: string][];
  byProviderFund: [fund: string, amount: string][];
}

/** Every issued invoice and credit note with what it comes to by fund, on both sides. */
export function answeredDocuments(tx: Tx): Promise<AnsweredDocument[]> {
  return tx.query<AnsweredDocument[]>(
    `select invoice.number, invoice.type, invoice.provider, invoice.agreement, invoice.issued_on as "issuedOn",
       invoice.line_count as lines, invoice.total_usd as "totalUsd", shares.client as "byFund", shares.provider as "byProviderFund"
     from invoicing.invoice
     join (
       select invoice,
         json_agg(json_build_array(fund, amount::text) order by first) filter (where side = 'CLIENT') as client,
         json_agg(json_build_array(fund, amount::text) order by first) filter (where side = 'PROVIDER') as provider
       from (
         select invoice, side, fund, sum(amount_usd) as amount, min(position * 1000 + ordinal) as first
         from invoicing.line_share_view group by invoice, side, fund
       ) as fund_share
       group by invoice
     ) as shares on shares.invoice = invoice.id
     where invoice.number is not null
     order by invoice.issued_on, invoice.number`,
  );
}
