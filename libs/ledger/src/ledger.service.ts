import { type Actor, type Clock, type Day, today } from '#kernel';
import { newId, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { periodsAsked, periodsOf, placed } from './accounting-day.ts';
import { entryBody, type Written } from './entry-body.ts';
import type { BusinessEvent, JournalEntry, Posting } from './journal-entry.ts';
import { periodStates } from './period.query.ts';
import type { JournalPair } from './posting-rules.ts';
import { totalsThatDiffer } from './totals.query.ts';

/** A posting as it stands in a book, for whoever asks where a figure comes from. */
export interface PostedLine {
  entry: string;
  pair: string; // the two entries of one event
  /** The pair that this entry undoes; null for all but reversals. */
  reverses: string | null;
  book: string;
  counterparty: string;
  event: string;
  source: string;
  accountingOn: string;
  account: string;
  fund: string;
  budgetLine: string;
  item: string;
  amountUsd: string; // debit positive, credit negative
  /** The closed period that a prior-period adjustment belongs to, and why it was late; null for an ordinary entry. */
  adjusts: string | null;
  adjustmentReason: string | null;
  postCloseNo: number;
  postedAt: Date;
  postedBy: string;
}

const postedLines = `
  select entry.id as entry, entry.pair_id as pair, entry.reverses, entry.book, entry.counterparty, entry.event, entry.source, entry.accounting_on as "accountingOn",
    posting.account, posting.fund, posting.budget_line as "budgetLine", posting.item, posting.amount_usd as "amountUsd",
    entry.adjusts, entry.adjustment_reason as "adjustmentReason", entry.post_close_no as "postCloseNo",
    entry.posted_at as "postedAt", entry.posted_by as "postedBy"
  from ledger.journal_entry as entry
  join ledger.posting on posting.entry_id = entry.id`;

/** Pairs of entries on the days on which they are to be posted. */
export type PlacedEntries = readonly (readonly JournalEntry[])[];

@Injectable()
export class LedgerService {
  /**
   * Writes pairs of entries into both books with one statement, after which the database adds the postings up again.
   * An event of 0.00 posts nothing. Where its day is closed, it is placed today as a prior-period adjustment, for the reason
   * given; a reason that is not needed is not kept.
   * Errors: PeriodIsClosed, AdjustmentNeedsReason.
   */
  async post(
    tx: Tx,
    pairs: readonly JournalPair[],
    by: Actor,
    clock: Clock,
    adjustmentReason: string | null = null,
  ): Promise<void> {
    await this.write(tx, await this.place(tx, pairs, clock, adjustmentReason), by, clock);
  }

  /** The second half of `post`. */
  async write(tx: Tx, placed: PlacedEntries, by: Actor, clock: Clock): Promise<void> {
    const now = clock.now();
    const entries = placed.flatMap((pair) => {
      const pairId = newId(now);
      return pair.map((entry) => ({ entry, pairId }));
    });
    if (entries.length === 0) return;
    // Flat rows, each with the place of its entry: the database reads them once, and gives the entries their ids.
    await tx.query(
      `with given as (
         select nextval('ledger.journal_entry_id_seq') as id, entry.*
         from json_to_recordset($1) as entry (place integer, pair_id uuid, book text, counterparty text, event text, source text,
           reverses uuid, accounting_on date, biennium text, posting_count integer, post_close_no integer, adjusts text, adjustment_reason text,
           body text)
       ), entries as (
         insert into ledger.journal_entry
           (id, pair_id, book, counterparty, event, source, reverses, accounting_on, biennium, posting_count, post_close_no, adjusts,
            adjustment_reason, posted_by, posted_at, body)
         select id, pair_id, book, counterparty, event, source, reverses, accounting_on, biennium, posting_count, post_close_no, adjusts,
           adjustment_reason, $3, $4, body
         from given
       )
       insert into ledger.posting (entry_id, book, position, account, fund, budget_line, agreement, item, service_month, amount_usd)
       select given.id, given.book, posting.position, account, fund, budget_line, agreement, item, service_month, amount_usd
       from json_to_recordset($2) as posting (place integer, position integer, account text, fund text, budget_line text,
         agreement text, item text, service_month date, amount_usd numeric)
       join given on given.place = posting.place`,
      [
        JSON.stringify(
          entries.map(({ entry, pairId }, place) =>
            entryRow(entry, { pair: pairId, postedBy: by.person, postedAt: now }, place),
          ),
        ),
        JSON.stringify(
          entries.flatMap(({ entry }, place) =>
            entry.postings.map((posting, index) => postingRow(posting, place, index + 1)),
          ),
        ),
        by.person,
        now,
      ],
    );
  }

  /**
   * The first half of `post`, which locks nothing: the pairs where the periods let them stand. The database looks again, under
   * the periods' locks. Errors: PeriodIsClosed, AdjustmentNeedsReason.
   */
  async place(
    tx: Tx,
    pairs: readonly JournalPair[],
    clock: Clock,
    reason: string | null = null,
  ): Promise<PlacedEntries> {
    const events = pairs.filter((pair) => !pair.some((entry) => entry.isEmpty));
    const day = today(clock);
    const periods = await periodStates(
      tx,
      events.flatMap(([entry]) => periodsAsked(entry, day)),
    );
    return events.map((pair) => pair.map((entry) => entry.placed(placed(entry, periods, { today: day, reason }))));
  }

  /**
   * Before `place`, of what waits to be posted on that day: whoever closes its month or its biennium meanwhile waits, and then finds it
   * there; and what was closed before is found closed.
   */
  async holdPeriodsOf(tx: Tx, day: Day): Promise<void> {
    await tx.query('select ledger.is_held_open(code) from unnest($1::text[]) as code', [periodsOf(day)]);
  }

  /** The id of the newest entry, for `postedSince`. */
  async lastEntry(tx: Tx): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>('select coalesce(max(id), 0) as id from ledger.journal_entry');
    return row?.id ?? '0';
  }

  /** What this very transaction has posted since that entry: for a dry run, before it is rolled back. */
  postedSince(tx: Tx, entry: string): Promise<PostedLine[]> {
    return tx.query<PostedLine[]>(
      `${postedLines} where entry.id > $1 and entry.transaction = pg_current_xact_id() order by entry.id, posting.position`,
      [entry],
    );
  }

  /** What these events of one document have posted, in both books, in the order they were posted. */
  postingsOf(tx: Tx, source: string, events: readonly BusinessEvent[]): Promise<PostedLine[]> {
    return tx.query<PostedLine[]>(
      `${postedLines} where entry.source = $1 and entry.event = any($2) order by entry.id, posting.position`,
      [source, events],
    );
  }

  /** The pairs that these documents posted for an event, by document: what a reversal names. */
  async pairsOf(tx: Tx, sources: readonly string[], event: BusinessEvent): Promise<Map<string, string>> {
    const rows = await tx.query<{ source: string; pair_id: string }[]>(
      'select distinct source, pair_id from ledger.journal_entry where source = any($1) and event = $2',
      [sources, event],
    );
    return new Map(rows.map(({ source, pair_id }) => [source, pair_id]));
  }

  /** True where the totals kept by the trigger equal the postings added up again; for the audit and for tests. */
  async totalsAgreeWithPostings(tx: Tx): Promise<boolean> {
    return (await totalsThatDiffer(tx)).length === 0;
  }

  /** Debits, credits and balance of each account of each book. Both books' sums are zero, or something is wrong. */
  trialBalance(
    tx: Tx,
    biennium: string,
  ): Promise<{ book: string; account: string; debitUsd: string; creditUsd: string; balanceUsd: string }[]> {
    return tx.query(
      `select entry.book, posting.account,
         coalesce(sum(posting.amount_usd) filter (where posting.amount_usd > 0), 0)::numeric(18, 2) as "debitUsd",
         coalesce(-sum(posting.amount_usd) filter (where posting.amount_usd < 0), 0)::numeric(18, 2) as "creditUsd",
         sum(posting.amount_usd)::numeric(18, 2) as "balanceUsd"
       from ledger.posting join ledger.journal_entry as entry on entry.id = posting.entry_id
       where entry.biennium = $1
       group by entry.book, posting.account
       order by entry.book, posting.account`,
      [biennium],
    );
  }
}

function entryRow(entry: JournalEntry, written: Written, place: number): object {
  return {
    place,
    pair_id: written.pair,
    book: entry.book,
    counterparty: entry.counterparty,
    event: entry.event,
    source: entry.source,
    reverses: entry.reverses,
    accounting_on: entry.on,
    biennium: entry.biennium,
    posting_count: entry.postings.length,
    post_close_no: entry.postCloseNo,
    adjusts: entry.adjusts,
    adjustment_reason: entry.adjustmentReason,
    body: entryBody(entry, written),
  };
}

function postingRow(
  { account, fund, budgetLine, agreement, item, serviceMonth, amount }: Posting,
  place: number,
  position: number,
): object {
  return {
    place,
    position,
    account,
    fund,
    budget_line: budgetLine,
    agreement,
    item,
    service_month: `${serviceMonth}-01`,
    amount_usd: amount,
  };
}
