import { Conflict, Unknown } from '#kernel';
import type { Tx } from '#platform';
import type { SettlementHands } from './invoice-acts.ts';
import { handsOnCharges, isInvoiceId } from './invoices.query.ts';
import type { NoteLeftOut, Proposed, SettlementMethod, SettlementState } from './settlement.ts';

/** A voucher of the payer's ledger as it is shown, with the documents that it settles whole. */
export interface SettlementView {
  id: string;
  state: SettlementState;
  externalNumber: string;
  method: SettlementMethod;
  valueOn: string;
  payer: string;
  payee: string;
  amountUsd: string;
  adjustmentReason: string | null;
  proposedBy: string | null; // null: one person recorded it, before two were asked for
  proposedAt: Date | null;
  recordedBy: string | null; // who approved it; who recorded it, where nobody proposed it; null while it is not settled
  recordedAt: Date | null;
  returnedBy: string | null;
  returnedAt: Date | null;
  returnReason: string | null;
  documents: { id: string; number: string; type: 'INVOICE' | 'CREDIT_NOTE'; amountUsd: string }[]; // by number; of a credit note negative
  /** Credit notes on its documents, issued and open, that it leaves out; none where it is decided. By number. */
  leftOut: NoteLeftOut[];
}

export interface SettlementFilter {
  readonly payer?: string;
  readonly payee?: string;
  readonly state?: SettlementState;
}

// What is settled was proposed under its own id, but for what was recorded before proposals were asked for.
const shown = `
  select shown.*, (
      select json_agg(json_build_object('id', invoice.id, 'number', invoice.number, 'type', invoice.type, 'amountUsd', invoice.total_usd::text)
        order by invoice.number)
      from invoicing.invoice
      where invoice.id = any(coalesce(shown.proposed, array(select line.invoice from invoicing.settlement_line as line where line.settlement = shown.id)))
    ) as documents, (
      select coalesce(json_agg(json_build_object('number', note.number, 'amountUsd', note.total_usd::text,
        'isIssuedSince', invoicing.is_issued_since(note.id, shown.id)) order by note.number), '[]')
      from invoicing.invoice as note
      where shown.state = 'PROPOSED' and note.corrects = any(shown.proposed) and note.id <> all(shown.proposed)
        and note.state in ('ISSUED', 'ACKNOWLEDGED')
    ) as "leftOut"
  from (
    select coalesce(proposal.id, settlement.id) as id, coalesce(proposal.state, 'SETTLED') as state,
      coalesce(proposal.external_number, settlement.external_number) as "externalNumber", coalesce(proposal.method, settlement.method) as method,
      coalesce(proposal.value_on, settlement.value_on) as "valueOn", coalesce(proposal.payer, settlement.payer) as payer,
      coalesce(proposal.payee, settlement.payee) as payee, coalesce(proposal.amount_usd, settlement.amount_usd) as "amountUsd",
      proposal.adjustment_reason as "adjustmentReason", proposal.proposed_by as "proposedBy", proposal.proposed_at as "proposedAt",
      settlement.recorded_by as "recordedBy", settlement.recorded_at as "recordedAt", proposal.documents as proposed,
      case proposal.state when 'RETURNED' then proposal.decided_by end as "returnedBy",
      case proposal.state when 'RETURNED' then proposal.decided_at end as "returnedAt", proposal.return_reason as "returnReason"
    from invoicing.settlement_proposal as proposal full join invoicing.settlement on settlement.id = proposal.id
  ) as shown`;

/** Newest first: ids are made in the order of time. `before`: the id of the last one of the page before. */
export async function settlementViews(
  tx: Tx,
  { payer, payee, state }: SettlementFilter,
  { limit, before = null }: { limit: number; before?: string | null },
): Promise<SettlementView[]> {
  const rows = await tx.query<Row[]>(
    `${shown}
     where ($1::text is null or shown.payer = $1) and ($2::text is null or shown.payee = $2) and ($3::text is null or shown.state = $3)
       and ($4::uuid is null or shown.id < $4)
     order by shown.id desc limit $5`,
    [payer ?? null, payee ?? null, state ?? null, before, limit],
  );
  return rows.map(viewOf);
}

type Row = SettlementView & { proposed: unknown };

function viewOf({ proposed: _, ...view }: Row): SettlementView {
  return view;
}

/** By its id, or by the number of the voucher, if it was not returned. Errors: UnknownSettlement, VoucherOfBothSides. */
export async function settlementNamed(tx: Tx, named: string): Promise<SettlementView> {
  const found = isInvoiceId(named)
    ? await tx.query<Row[]>(`${shown} where shown.id = $1`, [named])
    : await tx.query<Row[]>(`${shown} where shown."externalNumber" = $1 and shown.state <> 'RETURNED' limit 2`, [
        named,
      ]);
  const [view, another] = found;
  if (view === undefined) throw new UnknownSettlement(named);
  if (another !== undefined) throw new VoucherOfBothSides(named);
  return viewOf(view);
}

/** Who had a hand on these, for what can be done to them: asked once, of those that somebody can act on. */
export async function settlementHands(
  tx: Tx,
  views: readonly SettlementView[],
): Promise<(view: SettlementView) => SettlementHands & Proposed & Pick<SettlementView, 'state'>> {
  const waiting = views.filter(({ state }) => state === 'PROPOSED').flatMap(({ documents }) => documents);
  const hands = await handsOnCharges(
    tx,
    waiting.map(({ id }) => id),
  );
  return (view) => ({ ...view, chargesBy: view.documents.map(({ id }) => hands(id)) });
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
