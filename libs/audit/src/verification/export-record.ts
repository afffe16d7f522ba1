import type { SealRecord } from '#sealing';

/** Which form of the file this is; another number is another form. */
export const exportVersion = 4;

/**
 * One line of a verification export: what somebody without a database needs to add the books up again. In this order:
 * head, entries by pair, totals, ceilings, charges, papers, acts, versions, the seal, end. Amounts are text, days are YYYY-MM-DD.
 */
export type ExportRecord =
  | {
      readonly t: 'head';
      readonly form: 'recoup verification export';
      readonly version: typeof exportVersion;
      readonly at: string;
    }
  | SealRecord
  | {
      readonly t: 'entry';
      readonly id: string;
      readonly pair: string;
      readonly book: string;
      readonly counterparty: string;
      readonly event: string;
      readonly source: string;
      readonly on: string;
      readonly biennium: string;
      readonly count: number; // of postings, as the entry declares it
      readonly postings: readonly ExportedPosting[];
    }
  | { readonly t: 'total'; readonly key: readonly string[]; readonly amount: string; readonly postings: string }
  | {
      readonly t: 'ceiling';
      readonly kind: 'trust fund' | 'budget line' | 'agreement';
      readonly code: string;
      readonly ceiling: string | null; // of a fund without a limit
      readonly counter: string;
    }
  | {
      readonly t: 'charge';
      readonly id: string;
      readonly amount: string;
      readonly certified: boolean;
      readonly reversed?: boolean; // an export of before has none
      readonly shares: readonly (readonly [side: string, fund: string, weight: string, amount: string])[];
    }
  | {
      readonly t: 'paper';
      readonly number: string;
      readonly content: string;
      readonly contentSha256: string;
      readonly pdf: string; // base64
      readonly pdfSha256: string;
    }
  | { readonly t: 'act'; readonly body: string }
  | { readonly t: 'version'; readonly id: string; readonly body: string } // of a row whose values are sealed
  | { readonly t: 'end'; readonly lines: number }; // before this one

export type ExportedPosting = readonly [
  account: string,
  fund: string,
  budgetLine: string,
  agreement: string,
  item: string,
  month: string,
  amount: string,
];
