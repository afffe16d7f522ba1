import type { Office } from './office.ts';

export interface Entry {
  book: string;
  accounting_on: string;
  biennium: string;
  post_close_no: number;
  adjusts: string | null;
  adjustment_reason: string | null;
  months: string[];
}

/** Where the entries of a charge, a document or a settlement stand, in both books. */
export async function entriesOf(office: Office, source: string): Promise<Entry[]> {
  return office.db.query<Entry[]>(
    `select book, accounting_on, biennium, post_close_no, adjusts, adjustment_reason,
       (select array_agg(distinct to_char(service_month, 'YYYY-MM')) from ledger.posting where entry_id = entry.id) as months
     from ledger.journal_entry as entry where source = $1 order by book`,
    [source],
  );
}
