import { Act, SamePerson } from '#identity';
import { type InvoiceState, invoiceTransitions, type InvoiceType } from './invoice.ts';
import { creditedSince, type Proposed, type SettlementState } from './settlement.ts';

/** What of a document decides who may act on it. */
export interface InvoiceHands {
  readonly type: InvoiceType;
  readonly provider: string;
  readonly client: string;
  readonly preparedBy: string;
  /** Who recorded, confirmed and certified the charges on it. */
  readonly chargesBy: {
    readonly recorded: readonly string[];
    readonly received: readonly string[];
    readonly certified: readonly string[];
  };
}

/** A draft of this agreement's charges, or of a credit note to one of its invoices. */
export function preparing(
  action: 'invoice.prepare' | 'invoice.credit',
  { provider, client }: { provider: string; client: string },
): Act {
  return new Act(action, { document: 'invoice', resultsIn: 'DRAFT', provider, client });
}

/** The provider's approving officer: nobody who prepared the document, and nobody who had a charge of it in hand. */
export function issuing(invoice: InvoiceHands): Act {
  const { type, provider, client, preparedBy, chargesBy } = invoice;
  return new Act('invoice.issue', {
    ...{ document: documentOf(type), resultsIn: 'ISSUED', provider, client, doing: 'issue' },
    hands: { prepared: preparedBy },
    further: ({ person }) => {
      const did = (['recorded', 'received', 'certified'] as const).find((one) => chargesBy[one].includes(person));
      return did === undefined ? null : new SamePerson(person, `${did} a charge of`, 'issue');
    },
  });
}

export function discarding({ type, provider, client }: Pick<InvoiceHands, 'type' | 'provider' | 'client'>): Act {
  return new Act('invoice.discard', { document: documentOf(type), resultsIn: 'DISCARDED', provider, client });
}

/** What of a settlement decides who may act on it: its two sides, who proposed it, and who had a charge of its documents in hand. */
export interface SettlementHands {
  readonly payer: string;
  readonly payee: string;
  readonly proposedBy: string | null; // null: before it is
  readonly chargesBy: readonly InvoiceHands['chargesBy'][]; // by document
}

/** The payer's finance officer enters what its ledger paid: nobody who certified a charge of it. */
export function proposing({ payer, payee, chargesBy }: Omit<SettlementHands, 'proposedBy'>): Act {
  return new Act('settlement.propose', {
    ...{ document: 'document', resultsIn: 'PROPOSED', provider: payee, client: payer },
    further: ({ person }) =>
      chargesBy.some(({ certified }) => certified.includes(person))
        ? new SamePerson(person, 'certified a charge of', 'settle')
        : null,
  });
}

/**
 * The payer's approving officer: nobody who proposed the settlement, and nobody who had a charge of it in hand; and nothing of it was
 * credited since it was proposed.
 */
export function approvingSettlement(settlement: SettlementHands & Proposed): Act {
  const { payer, payee, proposedBy, chargesBy } = settlement;
  return new Act('settlement.approve', {
    ...{ document: 'settlement', resultsIn: 'SETTLED', provider: payee, client: payer, doing: 'approve' },
    hands: { proposed: proposedBy },
    further: ({ person }) => {
      const did = (['received', 'certified'] as const).find((one) => chargesBy.some((by) => by[one].includes(person)));
      return did === undefined ? creditedSince(settlement) : new SamePerson(person, `${did} a charge of`, 'approve');
    },
  });
}

/** Whoever proposed it takes it back, or whoever is to approve it sends it back. */
export function returningSettlement({ payer, payee }: Pick<SettlementHands, 'payer' | 'payee'>): Act {
  return new Act('settlement.return', {
    ...{ document: 'settlement', resultsIn: 'RETURNED', provider: payee, client: payer },
  });
}

/** What the state of a settlement lets somebody do to it: once it is decided, nothing. */
export function settlementActs(settlement: SettlementHands & Proposed & { readonly state: SettlementState }): Act[] {
  return settlement.state === 'PROPOSED' ? [approvingSettlement(settlement), returningSettlement(settlement)] : [];
}

/** What a document's state lets somebody do to it. `settlement`: the one that holds it, or that settled it. */
export function invoiceActs(
  invoice: InvoiceHands & { readonly state: InvoiceState; readonly settlement: string | null },
): Act[] {
  const to = invoiceTransitions[invoice.state];
  const isIssued = ['ISSUED', 'ACKNOWLEDGED', 'SETTLED'].includes(invoice.state);
  return [
    ...(to.includes('ISSUED') ? [issuing(invoice)] : []),
    ...(to.includes('DISCARDED') ? [discarding(invoice)] : []),
    ...(to.includes('SETTLED') && invoice.settlement === null
      ? [proposing({ payer: invoice.client, payee: invoice.provider, chargesBy: [invoice.chargesBy] })]
      : []),
    ...(isIssued && invoice.type === 'INVOICE' ? [preparing('invoice.credit', invoice)] : []),
  ];
}

function documentOf(type: InvoiceType): 'invoice' | 'credit note' {
  return type === 'INVOICE' ? 'invoice' : 'credit note';
}
