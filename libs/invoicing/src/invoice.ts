import { Conflict, type DomainError, Money, refuseAll, Refused, showsSomething, Stale, Unknown } from '#kernel';

/**
 * DRAFT         gathered and looked at; holds its charges, has no number
 * READY, APPROVED  checked, and released by an approving officer (not reached yet: issuing approves)
 * ISSUED        numbered, posted and printed in one transaction; never changed again
 * ACKNOWLEDGED  the client has it
 * SETTLED       paid by a voucher of the payer's ledger
 * DISCARDED     a draft let go; its charges are free, and no number was used
 */
export type InvoiceState = 'DRAFT' | 'READY' | 'APPROVED' | 'ISSUED' | 'ACKNOWLEDGED' | 'SETTLED' | 'DISCARDED';

export type InvoiceType = 'INVOICE' | 'CREDIT_NOTE';

export const invoiceTransitions: Readonly<Record<InvoiceState, readonly InvoiceState[]>> = {
  DRAFT: ['READY', 'ISSUED', 'DISCARDED'],
  READY: ['APPROVED', 'DISCARDED'],
  APPROVED: ['ISSUED', 'DISCARDED'],
  ISSUED: ['ACKNOWLEDGED', 'SETTLED'],
  ACKNOWLEDGED: ['SETTLED'],
  SETTLED: [],
  DISCARDED: [],
};

/** An invoice or a credit note (EN 16931 type code 380 or 381): what the provider asks of the client, or gives back. */
export class Invoice {
  id: string;
  type: InvoiceType;
  number: string | null;
  seriesYear: number | null;
  seriesNumber: number | null;
  agreement: string;
  provider: string;
  client: string;
  biennium: string;
  corrects: string | null; // a credit note's invoice
  reason: string | null; // why it is given back
  state: InvoiceState;
  version: number;
  lineCount: number;
  totalUsd: Money;
  preparedBy: string;
  preparedAt: Date;
  issuedBy: string | null;
  issuedAt: Date | null;
  issuedOn: string | null;
  settledOn: string | null;
  approvedSha256: Buffer | null; // of what its paper is to say, when it was prepared: see approvedWords
  issuedSha256: Buffer | null; // the same, gathered again when it was issued

  static draft(
    facts: Pick<
      Invoice,
      | 'id'
      | 'type'
      | 'agreement'
      | 'provider'
      | 'client'
      | 'biennium'
      | 'corrects'
      | 'reason'
      | 'preparedBy'
      | 'preparedAt'
    >,
    lines: readonly InvoiceLine[],
  ): Invoice {
    if (lines.length === 0) throw new NothingToInvoice();
    return Object.assign(Object.create(Invoice.prototype) as Invoice, facts, {
      number: null,
      seriesYear: null,
      seriesNumber: null,
      state: 'DRAFT' as const,
      version: 1,
      lineCount: lines.length,
      totalUsd: Money.sum(lines.map(({ amountUsd }) => amountUsd)),
      issuedBy: null,
      issuedAt: null,
      issuedOn: null,
      settledOn: null,
      approvedSha256: null,
      issuedSha256: null,
    });
  }

  /** Errors: InvoiceNotInState. */
  checkTransition(to: InvoiceState): void {
    if (!invoiceTransitions[this.state].includes(to)) throw new InvoiceNotInState({ invoice: this, to });
  }

  /** `seen` is the version its reader had before them; null where they act on whatever it is. Errors: InvoiceChangedMeanwhile. */
  checkSeen(seen: number | null): void {
    if (seen !== null && seen !== this.version) throw new InvoiceChangedMeanwhile(this, seen);
  }
}

/** A charge on an invoice, or what a credit note gives back of one (then negative). */
export class InvoiceLine {
  invoice: string;
  position: number;
  charge: string;
  bills: boolean; // this line holds its charge: no other live invoice may have it
  quantity: string;
  amountUsd: Money;

  constructor(facts: InvoiceLine) {
    this.invoice = facts.invoice;
    this.position = facts.position;
    this.charge = facts.charge;
    this.bills = facts.bills;
    this.quantity = facts.quantity;
    this.amountUsd = facts.amountUsd;
  }
}

/** BRS-2025-0001, BRS-CN-2025-0001: by provider, kind of paper and year of issue, without gaps. */
export function documentNumber(
  provider: string,
  kind: InvoiceType | 'NETTING' | 'AUDIT',
  year: number,
  number: number,
): string {
  const series = { INVOICE: '', CREDIT_NOTE: '-CN', NETTING: '-NET', AUDIT: '-AUD' }[kind];
  return `${provider}${series}-${year}-${String(number).padStart(4, '0')}`;
}

/** Errors: ChargeTwiceOnInvoice. */
export function checkNamedOnce(ids: readonly string[], place: string): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new ChargeTwiceOnInvoice(id, place);
    seen.add(id);
  }
}

/** Each charge once, all of one agreement, certified, and on no other live invoice. */
export function checkBillable(
  charges: readonly { id: string; agreement: string }[],
  named: { ids: readonly string[]; agreement: string; onInvoice: ReadonlyMap<string, string> },
): void {
  checkNamedOnce(named.ids, '/charges');
  const byId = new Map(charges.map((charge) => [charge.id, charge]));
  const placeOf = placeIn(named.ids);
  refuseAll(
    named.ids.flatMap((id): DomainError[] => {
      const { agreement = named.agreement } = byId.get(id) ?? {};
      const other = named.onInvoice.get(id);
      if (agreement !== named.agreement)
        return [new ChargeOfAnotherAgreement({ id, agreement, wanted: named.agreement, place: placeOf(id) })];
      return other === undefined ? [] : [new ChargeInvoicedAlready(id, other, placeOf(id))];
    }),
  );
}

/** Where a charge stands in a request for an invoice. */
export function placeIn(ids: readonly string[]): (id: string) => string {
  return (id) => `/charges/${ids.indexOf(id)}`;
}

/** What letting a draft go gives as its reason. A credit note of before may have one that shows nothing: it is let go without. */
export function reasonShown({ reason }: Pick<Invoice, 'reason'>): string | null {
  return reason !== null && showsSomething(reason) ? reason : null;
}

export class UnknownInvoice extends Unknown {
  constructor(number: string, pointer?: string) {
    super(`There is no invoice or credit note "${number}" in these books.`, pointer);
  }
}

export class NothingToInvoice extends Refused {
  constructor() {
    super('An invoice has at least one charge. Nothing was written.', '/charges');
  }
}

export class AgreementNotSigned extends Refused {
  constructor(number: string) {
    super(
      `Agreement ${number} is not signed by both sides yet: what is delivered under it is provisional and cannot be invoiced.`,
      '/agreement',
    );
  }
}

export class ChargeTwiceOnInvoice extends Refused {
  constructor(id: string, place = '/charges') {
    super(`Charge ${id} is named twice; a charge stands once on a document. Nothing was written.`, place);
  }
}

export class ChargeNotOnInvoice extends Refused {
  constructor(id: string, invoice: string, pointer = '/lines') {
    super(
      `Charge ${id} is not on invoice ${invoice}, so nothing of it can be given back there. Nothing was written.`,
      pointer,
    );
  }
}

export class ChargeOfAnotherAgreement extends Refused {
  constructor({ id, agreement, wanted, place }: { id: string; agreement: string; wanted: string; place: string }) {
    super(
      `Charge ${id} is of agreement ${agreement}, not of ${wanted}: an invoice bills one agreement. Nothing was written.`,
      place,
    );
  }
}

export class ChargeInvoicedAlready extends Conflict {
  constructor(id = 'of this list', invoice = 'another invoice', place = '/charges') {
    super(`Charge ${id} is on ${invoice} already; a charge is invoiced once. Nothing was written.`, place);
  }
}

export class InvoiceNotInState extends Conflict {
  constructor(facts?: { invoice: Invoice; to: InvoiceState }) {
    super(
      facts === undefined
        ? 'A document takes the steps that are listed, and one that has ended takes none. Nothing was written.'
        : `${facts.invoice.type === 'INVOICE' ? 'Invoice' : 'Credit note'} ${facts.invoice.number ?? facts.invoice.id} is ` +
            `${facts.invoice.state} and cannot become ${facts.to}. Nothing was written.`,
    );
  }
}

/** What the approving officer read is what is issued, word for word. */
export class ApprovedContentChanged extends Conflict {
  constructor(draft = 'This draft') {
    super(
      `${draft} would not say what it said when it was prepared: the books have changed since. Discard it, prepare it again and ` +
        'look at it anew. Nothing was written.',
    );
  }
}

export class InvoiceChangedMeanwhile extends Stale {
  constructor({ id, number, version }: Invoice, seen: number) {
    super(`Invoice ${number ?? id} was changed since you read it (version ${seen}; now ${version}). Read it again.`);
  }
}
