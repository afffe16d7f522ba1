import type { SealRecord } from '#sealing';

/** Which form of the file is written; another number is another form. */
export const exportVersion = 5;

/** Which forms are read: one of before says less, and less of it is looked at. */
export type ReadableVersion = 4 | typeof exportVersion;
export const readableVersions: readonly number[] = [4, exportVersion] satisfies ReadableVersion[];

/**
 * One line of a verification export: what somebody without a database needs to add the books up again. In this order:
 * head, entries by pair, totals, ceilings, acts, versions, charges, papers, the seal, end. Form 4 had acts and versions behind papers. Amounts are text, days are YYYY-MM-DD.
 */
export type ExportRecord =
  | {
      readonly t: 'head';
      readonly form: 'recoup verification export';
      readonly version: ReadableVersion;
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
      readonly reverses?: string | null; // the pair that it undoes; not in form 4
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
      readonly sequence?: string; // this and what follows: not in form 4
      readonly state?: string;
      /** All that was sealed of it and of its shares, in canonical JSON: the note and the traveller's reference too. */
      readonly says?: string;
      readonly sharesSay?: string;
      readonly shares: readonly (readonly [side: string, fund: string, weight: string, amount: string])[];
    }
  | {
      readonly t: 'paper';
      readonly number: string;
      readonly content: string;
      readonly contentSha256: string;
      readonly pdf: string; // base64
      readonly pdfSha256: string;
      readonly approvedSha256?: string | null; // of a document: its words without what issuing gave them; not in form 4
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
