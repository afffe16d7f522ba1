import { Conflict, Unknown } from '#kernel';
import type { Tx } from '#platform';
import { isInvoiceId } from './invoices.query.ts';
import type { SettlementMethod } from './settlement.ts';

/** A voucher of the payer's ledger as it is shown, with the documents that it settled whole. */
export interface SettlementView {
  id: string;
  externalNumber: string;
  method: SettlementMethod;
  valueOn: string;
  payer: string;
  payee: string;
  amountUsd: string;
  recordedBy: string;
  recordedAt: Date;
  documents: { number: string; type: 'INVOICE' | 'CREDIT_NOTE'; amountUsd: string }[]; // by number; of a credit note negative
}

export interface SettlementFilter {
  readonly payer?: string;
  readonly payee?: string;
}

const shown = `
  select settlement.id, settlement.external_number as "externalNumber", settlement.method, settlement.value_on as "valueOn",
    settlement.payer, settlement.payee, settlement.amount_usd as "amountUsd", settlement.recorded_by as "recordedBy",
    settlement.recorded_at as "recordedAt", (
      select json_agg(json_build_object('number', invoice.number, 'type', invoice.type, 'amountUsd', line.amount_usd::text)
        order by invoice.number)
      from invoicing.settlement_line as line join invoicing.invoice on invoice.id = line.invoice
      where line.settlement = settlement.id) as documents
  from invoicing.settlement`;

/** Newest first: ids are made in the order of time. `before`: the id of the last one of the page before. */
export function settlementViews(
  tx: Tx,
  { payer = null, payee = null }: { payer?: string | null; payee?: string | null },
  { limit, before = null }: { limit: number; before?: string | null },
): Promise<SettlementView[]> {
  return tx.query<SettlementView[]>(
    `${shown}
     where ($1::text is null or settlement.payer = $1) and ($2::text is null or settlement.payee = $2)
       and ($3::uuid is null or settlement.id < $3)
     order by settlement.id desc limit $4`,
    [payer, payee, before, limit],
  );
}

/** By its id, or by the number of the voucher. Errors: UnknownSettlement, VoucherOfBothSides. */
export async function settlementNamed(tx: Tx, named: string): Promise<SettlementView> {
  const found = isInvoiceId(named)
    ? await tx.query<SettlementView[]>(`${shown} where settlement.id = $1`, [named])
    : await tx.query<SettlementView[]>(`${shown} where settlement.external_number = $1 limit 2`, [named]);
  const [view, another] = found;
  if (view === undefined) throw new UnknownSettlement(named);
  if (another !== undefined) throw new VoucherOfBothSides(named);
  return view;
}

export class UnknownSettlement extends Unknown {
  constructor(named: string) {
    super(`There is no settlement "${named}" in these books.`);
  }
}

/** Each side numbers the vouchers of its own ledger. */
export class VoucherOfBothSides extends Conflict {
  constructor(number: string) {
    super(`More than one payer has recorded a voucher ${number}: name the settlement by its id, as the list shows it.`);
  }
}
