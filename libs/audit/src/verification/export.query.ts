import { actForTheProgram, type Tx } from '#platform';
import { exportedSeal } from '#sealing';
import { type ExportRecord, exportVersion } from './export-record.ts';

/** Everything that an export holds, some rows at a time: its memory does not grow with the books. `tx` is a snapshot. */
export async function* exportRecords(tx: Tx, at: Date): AsyncGenerator<ExportRecord> {
  await actForTheProgram(tx);
  await tx.query('set local statement_timeout = 0');
  let lines = 1;
  yield { t: 'head', form: 'recoup verification export', version: exportVersion, at: at.toISOString() };
  for (const part of [entries, totals, ceilings, acts, versions, charges, papers, exportedSeal]) {
    for await (const record of part(tx)) {
      lines += 1;
      yield record;
    }
  }
  yield { t: 'end', lines };
}

type Keyed = { key: string } & Record<string, unknown>;

/** Pages of a query that takes the last key seen; each row is a record, with its own key beside it. */
async function* paged(first: string, page: (after: string) => Promise<Keyed[]>): AsyncGenerator<ExportRecord> {
  for (let after = first; ;) {
    const rows = await page(after);
    for (const { key: _, ...record } of rows) yield record as unknown as ExportRecord;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.key;
  }
}

function entries(tx: Tx): AsyncGenerator<ExportRecord> {
  // By pair: the two books of an event stand side by side, and are compared without keeping the others in mind.
  return paged('00000000-0000-0000-0000-000000000000', (after) =>
    tx.query<Keyed[]>(
      `with pairs as (
         select distinct pair_id from ledger.journal_entry where pair_id > $1 order by pair_id limit 1000
       )
       select entry.pair_id as key, 'entry' as t, entry.id::text, entry.pair_id as pair, entry.book, entry.counterparty, entry.event,
         entry.source, entry.accounting_on as on, entry.biennium, entry.reverses::text, entry.posting_count as count,
         (select coalesce(json_agg(json_build_array(account, fund, budget_line, agreement, item, service_month, amount_usd::text)
            order by position), '[]') from ledger.posting where entry_id = entry.id) as postings
       from pairs join ledger.journal_entry as entry using (pair_id)
       order by entry.pair_id, entry.book`,
      [after],
    ),
  );
}

async function* totals(tx: Tx): AsyncGenerator<ExportRecord> {
  yield* await tx.query<ExportRecord[]>(
    `select 'total' as t, json_build_array(book, biennium, service_month, event, account, agreement, item, fund, budget_line, counterparty)
       as key, amount_usd as amount, postings
     from ledger.movement_total order by book, biennium, account, event, agreement, item, fund, budget_line, service_month`,
  );
}

async function* ceilings(tx: Tx): AsyncGenerator<ExportRecord> {
  yield* await tx.query<ExportRecord[]>(
    `select 'ceiling' as t, 'trust fund' as kind, code, cash_limit_usd as ceiling, cash_charged_usd as counter
     from budget.trust_fund
     union all select 'ceiling', 'budget line', code, allotment_usd, charged_usd from budget.budget_line
     union all select 'ceiling', 'agreement', number, ceiling_usd, charged_usd from agreements.agreement
     order by kind, code`,
  );
}

function charges(tx: Tx): AsyncGenerator<ExportRecord> {
  return paged('0', (after) =>
    tx.query<Keyed[]>(
      `select charge.sequence as key, 'charge' as t, charge.id, charge.amount_usd as amount, charge.certified_by is not null as certified,
         charge.state = 'REVERSED' as reversed, charge.sequence::text as sequence, charge.state, sealing.values_of(charge) as says,
         (select '[' || string_agg(sealing.values_of(share), ',' order by side, position) || ']'
          from charging.charge_allocation as share where share.charge = charge.id) as "sharesSay",
         (select coalesce(json_agg(json_build_array(side, fund, weight::text, amount_usd::text) order by side, position), '[]')
          from charging.charge_allocation where charge = charge.id) as shares
       from charging.charge where charge.sequence > $1 order by charge.sequence limit 5000`,
      [after],
    ),
  );
}

function papers(tx: Tx): AsyncGenerator<ExportRecord> {
  return paged('', (after) =>
    tx.query<Keyed[]>(
      `select paper.number as key, 'paper' as t, paper.number, content, encode(content_sha256, 'hex') as "contentSha256", encode(pdf, 'base64') as pdf,
         encode(pdf_sha256, 'hex') as "pdfSha256", encode(invoice.approved_sha256, 'hex') as "approvedSha256"
       from invoicing.paper left join invoicing.invoice on invoice.number = paper.number
       where paper.number > $1 order by paper.number limit 20`,
      [after],
    ),
  );
}

function acts(tx: Tx): AsyncGenerator<ExportRecord> {
  return paged('0', (after) =>
    tx.query<Keyed[]>(
      `select sequence as key, 'act' as t, body from platform.audit_event where sequence > $1 order by sequence limit 1000`,
      [after],
    ),
  );
}

function versions(tx: Tx): AsyncGenerator<ExportRecord> {
  return paged('0', (after) =>
    tx.query<Keyed[]>(
      `select id as key, 'version' as t, id::text as id, body from sealing.value_version where id > $1 order by value_version.id limit 1000`,
      [after],
    ),
  );
}
