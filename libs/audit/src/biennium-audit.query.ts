import type { Tx } from '#platform';
import type { BienniumAuditContent } from './biennium-audit-content.ts';

/** What was recorded under agreements that are not signed yet: priced, and owed by nobody. */
export function provisionalByAgreement(
  tx: Tx,
  biennium: string,
): Promise<{ agreement: string; provisionalUsd: string }[]> {
  return tx.query(
    `select agreement, sum(amount_usd)::numeric(18, 2) as "provisionalUsd"
     from charging.charge where biennium = $1 and state = 'PROVISIONAL' group by agreement`,
    [biennium],
  );
}

/** What each of the providers' funds is credited with, net of credit notes. */
export function providerFundCredits(tx: Tx, biennium: string): Promise<{ fund: string; creditedUsd: string }[]> {
  return tx.query(
    `select fund, (-sum(amount_usd))::numeric(18, 2) as "creditedUsd"
     from ledger.shared_movement_view
     where biennium = $1 and account in ('RECOVERY_INCOME', 'PASS_THROUGH_RECOVERY')
     group by fund order by fund`,
    [biennium],
  );
}

/** Documents of the biennium that were issued after its last day. They count where the service was delivered. */
export function lateDocuments(
  tx: Tx,
  biennium: string,
  lastDay: string,
): Promise<BienniumAuditContent['lateDocuments'][number][]> {
  return tx.query(
    `select number, type, issued_on as "issuedOn", agreement, total_usd as "totalUsd",
       (select json_agg(month order by month) from (
          select distinct to_char(charge.delivered_on, 'YYYY-MM') as month
          from invoicing.invoice_line as line join charging.charge on charge.id = line.charge where line.invoice = invoice.id) as delivered) as months
     from invoicing.invoice where biennium = $1 and issued_on > $2 order by issued_on, number`,
    [biennium, lastDay],
  );
}

/** Figures of the documents and of the books that have to be equal, and counts that have to be zero. */
export interface AuditEvidence {
  booksOutOfBalance: string[];
  unmirrored: string; // agreements, items and months whose two books differ
  chargesUsd: string; // certified charges, added up one by one
  expenditureUsd: string; // as posted in the clients' books
  documentsUsd: string; // invoices less credit notes
  billedUsd: string; // as posted in the clients' books
  seriesWithGaps: string[];
  papersAltered: string;
  papers: string;
  countersOff: string; // budget lines and agreements whose counter is not the sum of their postings
}

export async function auditEvidence(tx: Tx, biennium: string): Promise<AuditEvidence> {
  const [evidence] = await tx.query<AuditEvidence[]>(
    `with posted as (
       select entry.book, sum(posting.amount_usd) as amount
       from ledger.posting join ledger.journal_entry as entry on entry.id = posting.entry_id
       where entry.biennium = $1
       group by entry.book
     )
     select
       (select coalesce(json_agg(book), '[]') from (select book from posted where amount <> 0) as unbalanced)
         as "booksOutOfBalance",
       ledger.unmirrored_movements($1) as unmirrored,
       (select coalesce(sum(amount_usd), 0)::numeric(18, 2) from charging.charge where biennium = $1 and certified_by is not null
           and state <> 'REVERSED')
         as "chargesUsd",
       debt.expenditure_usd as "expenditureUsd",
       (select coalesce(sum(total_usd), 0)::numeric(18, 2) from invoicing.invoice where biennium = $1 and number is not null)
         as "documentsUsd",
       debt.billed_usd as "billedUsd",
       (select coalesce(json_agg(series), '[]') from (
          select concat_ws(' ', provider, type, series_year) as series
          from invoicing.invoice
          where number is not null and current_setting('app.tenant', true) in (provider, 'recoup') -- of another's it sees some
          group by provider, type, series_year
          having min(series_number) <> 1 or max(series_number) <> count(*)
        ) as gaps) as "seriesWithGaps",
       (select count(*) from invoicing.paper
        where pdf_sha256 <> sha256(pdf) or content_sha256 <> sha256(convert_to(content, 'UTF8'))) as "papersAltered",
       (select count(*) from invoicing.paper) as papers,
       (select count(*) from budget.budget_line as line
        where line.charged_usd <> coalesce((select sum(amount_usd) from ledger.movement_total as total
          where total.account = 'EXPENDITURE' and total.budget_line = line.code), 0))
       + (select count(*) from agreements.agreement
          where agreement.charged_usd <> coalesce((select sum(amount_usd) from ledger.shared_movement_view as total
            where total.account = 'EXPENDITURE' and total.agreement = agreement.number), 0)) as "countersOff"
     from ledger.debt_in_clients_books($1) as debt`,
    [biennium],
  );
  if (evidence === undefined) throw new Error('An aggregate always answers.');
  return evidence;
}
