/**
 * What an invoice or a credit note says, complete and in text: the PDF shows it, the SHA-256 on the
 * paper is taken over its canonical JSON, and nothing on the paper comes from anywhere else.
 * Shape:  every amount is text with the currency's decimals ("1796.12"), every day is "YYYY-MM-DD",
 *         every instant is RFC 3339 in UTC. A credit note carries negative quantities and amounts.
 * Source: EN 16931 terms in brackets; DOMAIN "What the invoice must carry" in the invoicing README.
 */
export interface InvoiceContent {
  readonly type: 'INVOICE' | 'CREDIT_NOTE'; // BT-3: 380 or 381
  readonly number: string | null; // BT-1; null while it is a draft
  readonly issuedOn: string; // BT-2; of a draft: the day it was looked at
  readonly currency: string; // BT-5: the currency of the books
  readonly provider: PartyContent; // BG-4
  readonly client: PartyContent; // BG-7
  readonly agreement: AgreementContent; // BT-12
  readonly meeting: MeetingContent;
  readonly biennium: string;
  readonly servicePeriod: { readonly from: string; readonly to: string }; // BT-73, BT-74
  readonly corrects: { readonly number: string; readonly issuedOn: string; readonly reason: string } | null; // BT-25
  /** Own services and pass-through costs apart (principal and agent); an absent kind has no section. */
  readonly sections: readonly SectionContent[];
  readonly totalUsd: string;
  readonly prepaymentUsd: string; // BT-113
  readonly amountDueUsd: string; // BT-115
  readonly clientFunds: readonly FundShareContent[]; // what each of the client's funds is charged
  readonly providerFunds: readonly FundShareContent[]; // what each of the provider's funds is credited
  readonly programmeSupportCost: {
    readonly treatment: 'CLIENT_FUND' | 'INCLUDED_IN_RATE' | 'EXEMPT';
    /** A memo, never payable here; empty unless the treatment is CLIENT_FUND. */
    readonly memo: readonly { readonly fund: string; readonly rate: string; readonly amountUsd: string }[];
    readonly totalUsd: string;
  };
  /** As the provider says; the term is in days after the issue (BT-20), null where none is agreed or nothing is due. */
  readonly settlement: { readonly method: string; readonly paymentMeansCode: string; readonly termDays: number | null }; // BT-81
  readonly vat: { readonly category: string; readonly exemptionCode: string | null; readonly reason: string }; // BR-O-10
  readonly certification: {
    readonly prepared: SignatoryContent;
    /** Financial Rule 105.5, one for each certifying officer; of an invoice alone: who certified a charge signed no credit note. */
    readonly certified: readonly SignatoryContent[];
    readonly approved: SignatoryContent | null; // Financial Rule 105.6; null while it is a draft
  };
}

/**
 * The words that are approved: everything but what only issuing gives, the number, the day and the approval itself. Their
 * SHA-256 is taken when a draft is prepared, and taken again from the books when it is issued.
 */
export function approvedWords(content: InvoiceContent): InvoiceContent {
  return { ...content, number: null, issuedOn: '', certification: { ...content.certification, approved: null } };
}

export interface PartyContent {
  readonly code: string;
  readonly name: string;
  readonly address: readonly string[];
  readonly contact: string | null;
}

/** What a paper says of a secretariat. */
export function partyOf({ code, name, address, contact }: PartyContent): PartyContent {
  return { code, name, address, contact };
}

/** The lines below its name. */
export function addressed({ address, contact }: PartyContent): string[] {
  return contact === null ? [...address] : [...address, contact];
}

export interface AgreementContent {
  readonly number: string;
  readonly signedOn: string;
  readonly effectiveOn: string;
  readonly endsOn: string;
  readonly mandates: readonly string[];
}

export interface MeetingContent {
  readonly code: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly venue: string;
  readonly place: string; // UN/LOCODE
}

export interface SectionContent {
  readonly nature: 'OWN_SERVICE' | 'PASS_THROUGH';
  readonly families: readonly {
    readonly family: string;
    readonly lines: readonly LineContent[];
    readonly subtotalUsd: string;
  }[];
  readonly subtotalUsd: string;
}

export interface LineContent {
  readonly position: number; // 1 ... n over the whole document
  readonly charge: string;
  readonly item: string;
  readonly description: string;
  readonly deliveredFrom: string | null;
  readonly deliveredOn: string;
  readonly certifiedOn: string | null; // of a credit note: the day on which the charge that it gives back was certified
  readonly supplierInvoiceOn: string | null;
  readonly quantity: string | null; // null: a part of a cost is given back, no unit
  readonly unit: string; // UN/ECE Rec 20
  readonly unitName: string;
  readonly unitRate: { readonly amount: string; readonly currency: string; readonly cardValidFrom: string } | null; // null: actual cost
  /** The supplier's currency, kept for a pass-through cost or a rate card that is not in USD. */
  readonly original: {
    readonly currency: string;
    readonly amount: string;
    readonly unitsPerUsd: string;
    readonly effectiveOn: string;
  } | null;
  readonly amountUsd: string;
  readonly funds: readonly { readonly fund: string; readonly budgetLine: string; readonly amountUsd: string }[];
  /** How a trip's amount came about, one row a component, days as YYYY-MM-DD: ["DSA CHGVA 6 x 342 / 0.800 · ...", "2565.00"]. */
  readonly components: readonly (readonly [label: string, amountUsd: string])[];
  readonly evidence: string | null;
  readonly note: string | null; // what the provider wrote with the charge
}

export interface FundShareContent {
  readonly fund: string;
  readonly name: string;
  readonly amountUsd: string;
  /**
   * Where the fund's owner books it (BT-19, BT-133): a client's fund by budget line, a provider's as a whole. What has no coding is not
   * in it, and a fund without any has no list: a paper says of it what it said before there were codings.
   */
  readonly codings?: readonly CodingContent[];
}

export interface CodingContent {
  readonly budgetLine: string | null; // null: of what the fund receives
  readonly fundCentre: string | null;
  readonly grant: string | null;
  readonly wbse: string | null;
  readonly commitmentItem: string | null;
  readonly amountUsd: string;
}

export interface SignatoryContent {
  readonly name: string;
  readonly funds: readonly string[]; // the funds certified; empty for the other two
  readonly at: string | null;
}
