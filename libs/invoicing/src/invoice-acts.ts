import { Act, SamePerson } from '#identity';
import { type InvoiceState, invoiceTransitions, type InvoiceType } from './invoice.ts';

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

/** The payer records its voucher: nobody who certified a charge of what it settles. */
export function settling(documents: readonly Pick<InvoiceHands, 'provider' | 'client' | 'chargesBy'>[]): Act {
  const [{ provider, client }] = documents as readonly [InvoiceHands];
  return new Act('settlement.record', {
    ...{ document: 'document', resultsIn: 'SETTLED', provider, client },
    further: ({ person }) =>
      documents.some(({ chargesBy }) => chargesBy.certified.includes(person))
        ? new SamePerson(person, 'certified a charge of', 'settle')
        : null,
  });
}

/** What a document's state lets somebody do to it. */
export function invoiceActs(invoice: InvoiceHands & { readonly state: InvoiceState }): Act[] {
  const to = invoiceTransitions[invoice.state];
  const isIssued = ['ISSUED', 'ACKNOWLEDGED', 'SETTLED'].includes(invoice.state);
  return [
    ...(to.includes('ISSUED') ? [issuing(invoice)] : []),
    ...(to.includes('DISCARDED') ? [discarding(invoice)] : []),
    ...(to.includes('SETTLED') ? [settling([invoice])] : []),
    ...(isIssued && invoice.type === 'INVOICE' ? [preparing('invoice.credit', invoice)] : []),
  ];
}

function documentOf(type: InvoiceType): 'invoice' | 'credit note' {
  return type === 'INVOICE' ? 'invoice' : 'credit note';
}
