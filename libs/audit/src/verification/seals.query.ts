import { isServerRunning, type Tx } from '#platform';
import { verifySeals } from '#sealing';
import type { Check, Wrong } from './check.ts';

/**
 * The seal: every leaf recomputed from the bytes that are stored now, the tree from the leaves, and both held against every
 * checkpoint, and against notes that were kept elsewhere. Without such a note, whoever owns the database and the log's key
 * can have rewritten everything.
 */
export function sealCheck(heldNotes: readonly string[]): Check<Tx> {
  return {
    id: 'I17',
    sentence: 'Every entry, paper, act and key is the leaf that was sealed, and each checkpoint leads to the next',
    wrong: async (tx) => {
      // While no server runs nobody seals, and what a command has written meanwhile waits without being suspect.
      const queue = (await isServerRunning(tx)) ? {} : { queueSecondsMost: Infinity };
      const { findings } = await verifySeals(tx, { held: heldNotes, ...queue });
      return findings.map(({ kind, position, sentence }) => ({
        kind: `seal: ${kind.toLowerCase().replaceAll('_', ' ')}`,
        object: position === null ? 'of no single leaf' : `leaf ${position}`,
        finding: sentence,
      }));
    },
  };
}

/**
 * The seal is over the words of a record. Whoever changes its columns alone, in every place that is added up elsewhere, leaves
 * the words as they were: so both are compared. Acts are compared with their words by I18. An entry is spelled here as
 * `ledger.journal_entry_body` spells it, for all entries at once, which takes a tenth of the time.
 */
export const sealedWordsCheck: Check<Tx> = {
  id: 'I17a',
  sentence: 'Every entry, paper, act on a period, key and restore says in its columns what its sealed words say',
  wrong: (tx) =>
    tx.query<Wrong[]>(
      `with posted as (
         select entry_id, string_agg(concat('{"account":', to_json(account), ',"agreement":', to_json(agreement), ',"amountUsd":"', amount_usd,
           '","budgetLine":', to_json(budget_line), ',"fund":', to_json(fund), ',"item":', to_json(item),
           ',"serviceMonth":"', to_char(service_month, 'YYYY-MM'), '"}'), ',' order by position) as postings
         from ledger.posting group by entry_id
       ), differing as (
         select 1 as rank, 'journal entry' as kind, id::text as object, id as place from ledger.journal_entry left join posted on entry_id = id
         where body is distinct from concat('{"accountingOn":"', accounting_on, '",',
           case when adjusts is not null then concat('"adjustmentReason":', to_json(adjustment_reason), ',"adjusts":', to_json(adjusts), ',') end,
           '"biennium":', to_json(biennium), ',"book":', to_json(book), ',"counterparty":', to_json(counterparty), ',"event":', to_json(event),
           ',"pair":"', pair_id, '",', case when post_close_no <> 0 then concat('"postCloseNo":"', post_close_no, '",') end,
           '"postedAt":"', to_char(posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '","postedBy":', to_json(posted_by),
           ',"postings":[', postings, '],', case when reverses is not null then concat('"reverses":"', reverses, '",') end, '"source":', to_json(source), '}')
         union all
         select 2, 'paper', number, 0 from invoicing.paper cross join lateral (select body::jsonb as said) as words
         where (said ->> 'number', said ->> 'kind', said ->> 'subject', said ->> 'contentSha256', said ->> 'pdfSha256', (said ->> 'storedAt')::timestamptz)
           is distinct from (number, kind, subject, encode(content_sha256, 'hex'), encode(pdf_sha256, 'hex'), date_trunc('milliseconds', stored_at))
         union all
         select 3, 'act on a period', period || ' ' || number, id from ledger.period_act cross join lateral (select body::jsonb as said) as words
         where (said ->> 'period', said ->> 'number', said ->> 'act', said ->> 'from', said ->> 'to', said ->> 'closeNo', said ->> 'person',
             said ->> 'secretariat', (said ->> 'at')::timestamptz, said ->> 'reason', said ->> 'digest', said ->> 'previousDigest')
           is distinct from (period, number::text, act, from_state, to_state, close_no::text, person, secretariat, at, reason,
             encode(digest, 'hex'), encode(previous_digest, 'hex'))
           or digest is distinct from sha256(convert_to(ledger.signed_statement(id), 'UTF8'))
         union all
         select 4, 'key', key_name, id from sealing.key_event cross join lateral (select body::jsonb as said) as words
         where (said ->> 'action', said ->> 'purpose', said ->> 'secretariat', split_part(said ->> 'key', '+', 1),
             substring(decode(substring(said ->> 'key' from '^[^+]*[+][^+]*[+](.*)$'), 'base64') from 2))
           is distinct from (action, purpose, secretariat, key_name, public_key)
         union all
         select 5, 'restore', id::text, id from sealing.restore_event cross join lateral (select body::jsonb as said) as words
         where (said #>> '{lost,size}', decode(said #>> '{lost,root}', 'base64'), said ->> 'by', said #>> '{with,by}', said #>> '{with,secretariat}')
           is distinct from (lost_size::text, lost_root, signed_by, second_by, second_for)
           or second_by is not null and said ->> 'secretariat' is distinct from signed_for
       )
       select kind, object, 'its columns say something else than its sealed words' as finding
       from differing order by rank, place, object limit 100`,
    ),
};

/**
 * A paper's words are sealed by their SHA-256, and the document beside it is what the screens, the totals and the settlements
 * read. Names and addresses are not compared: a secretariat may move, and its papers say where it was.
 */
export const sealedPapersCheck: Check<Tx> = {
  id: 'I17b',
  sentence: 'Every issued document and each of its lines says in its columns what its paper says',
  wrong: (tx) =>
    tx.query<Wrong[]>(
      `with printed as (
         select invoice.*, corrected.number as corrected_number, corrected.issued_on as corrected_on, paper.content::jsonb as said
         from invoicing.invoice
         join invoicing.paper on paper.number = invoice.number
         left join invoicing.invoice as corrected on corrected.id = invoice.corrects
       ), lines as (
         select printed.number, line
         from printed
         cross join lateral jsonb_array_elements(said -> 'sections') as section
         cross join lateral jsonb_array_elements(section -> 'families') as family
         cross join lateral jsonb_array_elements(family -> 'lines') as line
       ), differing as (
         select 'document' as kind, number as object, field
         from printed
         cross join lateral (values
           ('type', type, said ->> 'type'),
           ('number', number, said ->> 'number'),
           ('day of issue', issued_on::text, said ->> 'issuedOn'),
           ('agreement', agreement, said #>> '{agreement,number}'),
           ('provider', provider, said #>> '{provider,code}'),
           ('client', client, said #>> '{client,code}'),
           ('biennium', biennium, said ->> 'biennium'),
           ('corrected document', concat_ws(' ', corrected_number, corrected_on), concat_ws(' ', said #>> '{corrects,number}', said #>> '{corrects,issuedOn}')),
           ('reason', reason, said #>> '{corrects,reason}'),
           ('total', total_usd::text, said ->> 'totalUsd'),
           ('number of lines', line_count::text, (select count(*)::text from lines where lines.number = printed.number)),
           ('instant of preparation', to_char(prepared_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), said #>> '{certification,prepared,at}'),
           ('instant of approval', to_char(issued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), said #>> '{certification,approved,at}')
         ) as compared (field, here, there)
         where here is distinct from there
         union all
         select 'line of a document', concat_ws(' ', coalesce(kept.number, lines.number), coalesce(kept.position::text, line ->> 'position')), field
         from (
           select invoice.number, line.position, line.charge, line.quantity, line.amount_usd
           from invoicing.invoice_line as line join invoicing.invoice on invoice.id = line.invoice
           join invoicing.paper on paper.number = invoice.number
         ) as kept
         full join lines on lines.number = kept.number and (line ->> 'position')::integer = kept.position
         cross join lateral (values
           ('charge', charge, line ->> 'charge'),
           ('amount', amount_usd::text, line ->> 'amountUsd'),
           ('quantity', case when line ->> 'quantity' is not null then trim_scale(quantity)::text end, trim_scale((line ->> 'quantity')::numeric)::text)
         ) as compared (field, here, there)
         where here is distinct from there
       )
       select kind, object, 'its ' || field || ' is not what its paper says' as finding
       from differing order by kind, object, field limit 100`,
    ),
};
