import type { Tx } from '#platform';
import { isInvoiceId } from './invoices.query.ts';
import {
  DocumentProposedAlready,
  type NoteLeftOut,
  type SettlementMethod,
  type SettlementState,
  VoucherRecordedAlready,
} from './settlement.ts';
import { settlementNamed, UnknownSettlement } from './settlements.query.ts';

/** What was entered of a payment, and whether somebody has decided it. */
export interface Proposal {
  id: string;
  documents: string[];
  method: SettlementMethod;
  externalNumber: string;
  valueOn: string;
  payer: string;
  payee: string;
  amountUsd: string;
  adjustmentReason: string | null;
  state: SettlementState;
  proposedBy: string | null; // null: one person recorded it, before two were asked for
}

/**
 * Before its documents, so that two who decide it come one after the other. It is only read where whoever asks may not change it: the
 * other side, an auditor of both; and where it was recorded before proposals were asked for. Errors: UnknownSettlement.
 */
export async function lockProposal(tx: Tx, id: string): Promise<Proposal> {
  if (!isInvoiceId(id)) throw new UnknownSettlement(id);
  const [proposal] = await tx.query<Proposal[]>(
    `select id, documents, method, external_number as "externalNumber", value_on as "valueOn", payer, payee, amount_usd as "amountUsd",
       adjustment_reason as "adjustmentReason", state, proposed_by as "proposedBy"
     from invoicing.settlement_proposal where id = $1 for no key update`,
    [id],
  );
  if (proposal !== undefined) return proposal;
  const read = await settlementNamed(tx, id);
  return { ...read, documents: read.documents.map((document) => document.id) };
}

/** As `SettlementView.leftOut`, under the locks of its documents: whoever issues another one is seen by the database. */
export function notesLeftOut(tx: Tx, proposal: string): Promise<NoteLeftOut[]> {
  return tx.query<NoteLeftOut[]>(
    `select note.number, note.total_usd as "amountUsd", invoicing.is_issued_since(note.id, proposal.id) as "isIssuedSince"
     from invoicing.settlement_proposal as proposal
     join invoicing.invoice as note on note.corrects = any(proposal.documents) and note.id <> all(proposal.documents)
     where proposal.id = $1 and proposal.state = 'PROPOSED' and note.state in ('ISSUED', 'ACKNOWLEDGED') order by note.number`,
    [proposal],
  );
}

/** Under the locks of these documents. Errors: DocumentProposedAlready, VoucherRecordedAlready. */
export async function checkNotProposed(
  tx: Tx,
  {
    documents,
    payer,
    voucher,
  }: { documents: readonly { id: string; number: string | null }[]; payer: string; voucher: string },
): Promise<void> {
  const [held] = await tx.query<{ invoice: string; voucher: string }[]>(
    `select held.invoice, proposal.external_number as voucher
     from invoicing.proposed_document as held join invoicing.settlement_proposal as proposal on proposal.id = held.proposal
     where held.invoice = any($1) order by held.invoice limit 1`,
    [documents.map(({ id }) => id)],
  );
  if (held !== undefined) {
    const document = documents.find(({ id }) => id === held.invoice);
    throw new DocumentProposedAlready(document?.number ?? held.invoice, held.voucher);
  }
  const used = await tx.query<unknown[]>(
    `select from invoicing.settlement where payer = $1 and external_number = $2
     union all
     select from invoicing.settlement_proposal where payer = $1 and external_number = $2 and state <> 'RETURNED' limit 1`,
    [payer, voucher],
  );
  if (used.length > 0) throw new VoucherRecordedAlready();
}
