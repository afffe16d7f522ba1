import { handsOnCharges, invoiceActs, type InvoiceHands, type InvoiceState, type InvoiceView } from '#invoicing';
import type { Tx } from '#platform';
import { ActShown } from '../charges/charge.answer.ts';
import { Shown, ShownList, ShownOrNull } from '../http/fields.ts';
import { MoneyShown, usd } from '../http/money.body.ts';
import { ActionShown, actionsShown, type Offered } from '../http/offered.ts';

/** An invoice or credit note; its lines are in its content, its paper is its PDF. */
export class InvoiceAnswer {
  @Shown({ format: 'uuid' }) id: string;
  @Shown({ type: 'integer' }) version: number;
  @Shown({ enum: ['INVOICE', 'CREDIT_NOTE'], description: 'EN 16931 type code 380 or 381' }) type: string;
  @ShownOrNull({ example: 'BRS-2025-0001', description: 'Null while it is a draft' }) number: string | null;
  @Shown({ example: 'ISSUED' }) state: string;
  @Shown({ example: 'CRA-2025-002' }) agreement: string;
  @Shown({ example: 'BRS' }) provider: string;
  @Shown({ example: 'MINAMATA' }) client: string;
  @Shown({ example: '2024-2025' }) biennium: string;
  @ShownOrNull({ description: 'Number of the invoice that a credit note corrects' }) corrects: string | null;
  @ShownOrNull() reason: string | null;
  @Shown({ type: 'integer' }) lines: number;
  @Shown({ type: MoneyShown }) total: MoneyShown;
  @Shown({ type: MoneyShown, description: 'By issued credit notes' }) credited: MoneyShown;
  @ShownOrNull({ format: 'date' }) issuedOn: string | null;
  @ShownOrNull({ format: 'date' }) settledOn: string | null;
  @Shown({ type: ActShown }) prepared: ActShown;
  @ShownOrNull({ type: ActShown }) issued: ActShown | null;
  @ShownOrNull({ description: 'Of the canonical content; printed on the paper' }) contentSha256: string | null;
  @ShownOrNull({ description: 'Of the PDF’s bytes' }) pdfSha256: string | null;
  @Shown({ example: '/api/v1/invoices/BRS-2025-0001/pdf' }) pdf: string;
  @ShownOrNull({
    format: 'uuid',
    description: 'The settlement that is proposed of it, for the payer alone, or that settled it',
  })
  settlement: string | null;
  @ShownList(() => ActionShown) availableActions: ActionShown[];
}

export class InvoicePage {
  @ShownList(() => InvoiceAnswer) items: InvoiceAnswer[];
  @ShownOrNull() nextCursor: string | null;
}

/** The answers to a page of documents: who had a hand on their charges is asked once, of those that somebody can act on. */
export async function invoiceAnswers(
  tx: Tx,
  views: readonly InvoiceView[],
  offered: Offered,
): Promise<(view: InvoiceView) => InvoiceAnswer> {
  const living = views.filter(({ state }) => state !== 'SETTLED' && state !== 'DISCARDED').map(({ id }) => id);
  const hands = await handsOnCharges(tx, living);
  return (view) => invoiceAnswer(view, hands(view.id), offered);
}

function invoiceAnswer(view: InvoiceView, chargesBy: InvoiceHands['chargesBy'], offered: Offered): InvoiceAnswer {
  const href = `/api/v1/invoices/${encodeURIComponent(view.number ?? view.id)}`;
  const acts = invoiceActs({ ...view, state: view.state as InvoiceState, chargesBy });
  return {
    id: view.id,
    version: view.version,
    type: view.type,
    number: view.number,
    state: view.state,
    agreement: view.agreement,
    provider: view.provider,
    client: view.client,
    biennium: view.biennium,
    corrects: view.corrects,
    reason: view.reason,
    lines: view.lines,
    total: usd(view.totalUsd),
    credited: usd(view.creditedUsd),
    issuedOn: view.issuedOn,
    settledOn: view.settledOn,
    prepared: { by: view.preparedBy, at: view.preparedAt.toISOString() },
    issued:
      view.issuedBy === null || view.issuedAt === null ? null : { by: view.issuedBy, at: view.issuedAt.toISOString() },
    contentSha256: view.contentSha256,
    pdfSha256: view.pdfSha256,
    pdf: `${href}/pdf`,
    settlement: view.settlement,
    availableActions: actionsShown(acts, offered, {
      'invoice.issue': `${href}/issuance`,
      'invoice.discard': `${href}/discard`,
      'invoice.credit': `${href}/credit-notes`,
      'settlement.propose': '/api/v1/settlements',
    }),
  };
}
