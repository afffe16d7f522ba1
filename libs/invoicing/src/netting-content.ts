import type { PartyContent } from './invoice-content.ts';

/**
 * What a netting statement says: both directions gross, and who pays whom the difference. It is a
 * settlement paper only: it posts nothing, and each side's receivable and payable stay gross.
 */
export interface NettingContent {
  readonly number: string;
  readonly biennium: string;
  readonly asAt: string; // a day: documents issued up to and including it
  readonly currency: string;
  readonly directions: readonly {
    readonly client: PartyContent; // who owes
    readonly provider: PartyContent; // whom
    readonly documents: readonly {
      readonly number: string;
      readonly type: 'INVOICE' | 'CREDIT_NOTE';
      readonly agreement: string;
      readonly issuedOn: string;
      readonly totalUsd: string; // a credit note's is negative
      readonly settledUsd: string;
      readonly openUsd: string;
    }[];
    readonly totalUsd: string;
    readonly settledUsd: string;
    readonly openUsd: string;
  }[];
  /** Null when the two directions are equal: nobody pays. */
  readonly netPayer: PartyContent | null;
  readonly netPayee: PartyContent | null;
  readonly netUsd: string;
  readonly prepared: { readonly name: string; readonly at: string };
}
