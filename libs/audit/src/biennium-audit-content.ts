/**
 * What the biennium audit says, complete and in text: JSON, PDF and CSV are three views of it.
 * Shape:  amounts are text in USD with two decimals; "used" and "open" are net of credits.
 * Order:  rows are sorted by their keys, so that the same books give the same bytes.
 */
export interface BienniumAuditContent {
  readonly biennium: string;
  readonly asAt: string; // an instant, UTC: the one snapshot all figures come from
  readonly currency: string;
  readonly secretariats: readonly { readonly code: string; readonly name: string }[];
  readonly totals: AuditFigures;
  readonly byDirection: readonly ({ readonly provider: string; readonly client: string } & AuditFigures)[];
  readonly byAgreement: readonly ({
    readonly agreement: string;
    readonly provider: string;
    readonly client: string;
    readonly state: string;
    readonly ceilingUsd: string;
    readonly meeting: string;
    /** Recorded before the agreement is signed: priced, but owed by nobody yet. */
    readonly provisionalUsd: string;
  } & AuditFigures)[];
  readonly byMeeting: readonly ({ readonly meeting: string; readonly title: string } & AuditFigures)[];
  readonly byFamily: readonly ({ readonly agreement: string; readonly family: string } & AuditFigures)[];
  readonly byItem: readonly ({
    readonly agreement: string;
    readonly item: string;
    readonly description: string;
    readonly family: string;
    readonly nature: string;
  } & AuditFigures)[];
  readonly byFund: readonly ({
    readonly fund: string;
    readonly name: string;
    readonly secretariat: string;
    readonly programmeSupportCostRate: string;
    readonly programmeSupportCostUsd: string; // the memo: net charged x rate
  } & AuditFigures)[];
  readonly byBudgetLine: readonly ({
    readonly budgetLine: string;
    readonly title: string;
    readonly fund: string;
    readonly allotmentUsd: string; // excluding programme support cost
    readonly usedUsd: string;
    readonly availableUsd: string;
    readonly usedPercent: string; // one decimal, "87.8"
  } & AuditFigures)[];
  readonly byMonth: readonly ({ readonly month: string } & AuditFigures)[]; // "2025-11", the month of delivery
  /** What each provider's fund is credited with. */
  readonly byProviderFund: readonly {
    readonly fund: string;
    readonly name: string;
    readonly secretariat: string;
    readonly creditedUsd: string;
  }[];
  readonly net: {
    readonly owedBy: Readonly<Record<string, string>>;
    readonly payer: string | null;
    readonly payee: string | null;
    readonly netUsd: string;
  };
  /** Documents of this biennium issued after its last day; they count here, where the service was delivered. */
  readonly lateDocuments: readonly {
    readonly number: string;
    readonly type: string;
    readonly issuedOn: string;
    readonly agreement: string;
    readonly months: readonly string[]; // of delivery, in which it counts: "2025-11"
    readonly totalUsd: string;
  }[];
  readonly trialBalance: readonly {
    readonly book: string;
    readonly account: string;
    readonly debitUsd: string;
    readonly creditUsd: string;
    readonly balanceUsd: string;
  }[];
  readonly checks: readonly AuditCheck[];
}

export interface AuditFigures {
  readonly chargedUsd: string;
  readonly creditedUsd: string; // positive: what was given back
  readonly invoicedUsd: string; // invoices less credit notes
  readonly settledUsd: string;
  readonly openUsd: string; // charged - credited - settled
}

/** One completeness check, done on the same snapshot: what was compared, and what came out. */
export type AuditCheck = AuditCheckFacts & {
  readonly name: string;
  readonly holds: boolean;
  readonly finding: string; // a sentence with the figures compared
};

/** What was compared, by a code that stays, for whoever says it in another language. Amounts and counts are text. */
export type AuditCheckFacts =
  | { readonly code: 'BOOKS_BALANCE'; readonly facts: { readonly outOfBalance: readonly string[] } }
  | { readonly code: 'BOOKS_MIRROR'; readonly facts: { readonly differing: string } }
  | { readonly code: 'CHARGES_ARE_POSTED' | 'DOCUMENTS_ARE_POSTED'; readonly facts: ComparedUsd }
  | { readonly code: 'TOTALS_AGREE'; readonly facts: Readonly<Record<string, never>> }
  | { readonly code: 'CEILINGS_COUNT_POSTINGS'; readonly facts: { readonly differing: string } }
  | { readonly code: 'NUMBERS_HAVE_NO_GAPS'; readonly facts: { readonly withGaps: readonly string[] } }
  | { readonly code: 'PAPERS_STAND'; readonly facts: { readonly papers: string; readonly altered: string } }
  | {
      readonly code: 'PERIODS_STAND';
      readonly facts: {
        readonly biennium: string; // its state
        readonly months: readonly { readonly state: string; readonly count: string }[];
        readonly differing: readonly string[];
      };
    };

/** What is in the documents, and what in the clients' books; the difference is the first less the second. */
export type ComparedUsd = {
  readonly documentsUsd: string;
  readonly booksUsd: string;
  readonly differenceUsd: string;
};
