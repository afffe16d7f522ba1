import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A deferred check is spent once it was asked for (`set constraints`), and says nothing of what comes after it in the same
 * transaction. So the statement that posts posts whole, balanced entries, and the statement that stores final balances stores all
 * of a period: what follows either is refused at once. Ledger README, "Balanced or absent".
 */
export class AnEntryIsWholeAsSoonAsItIsPosted1767225614000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace function ledger.keep_postings_with_their_entry() returns trigger language plpgsql
        security definer set search_path = pg_catalog, pg_temp as $$
      declare
        wrong record;
      begin
        -- Each entry is looked up by its key ("offset 0"): a join would read the whole journal once it is small enough to tempt.
        -- Positions from 1 to the count, all of them here, leave none for a later statement: posting_once would refuse it.
        select entry.id, entry.posting_count, entry.earlier, touched.postings, touched.total into wrong
        from (
          select entry_id, count(*) as postings, min(position) as first, max(position) as last, sum(amount_usd) as total
          from added group by entry_id
        ) as touched
        cross join lateral (
          select id, posting_count, transaction <> pg_current_xact_id() as earlier
          from ledger.journal_entry where id = touched.entry_id offset 0
        ) as entry
        where entry.earlier or touched.total <> 0
          or (touched.postings, touched.first, touched.last) <> (entry.posting_count, 1, entry.posting_count)
        order by entry.earlier desc, entry.id limit 1;
        if wrong.earlier then
          raise exception 'a posting may be added only in the transaction that made its journal entry'
            using errcode = 'check_violation', constraint = 'posting_with_its_entry', schema = 'ledger', table = 'posting';
        elsif wrong.total <> 0 then
          raise exception 'journal entry % is posted out of balance by % USD', wrong.id, wrong.total
            using errcode = 'check_violation', constraint = 'journal_entry_balanced', schema = 'ledger', table = 'journal_entry';
        elsif wrong.id is not null then
          raise exception 'journal entry % declares postings 1 to %, and one statement posts % of them', wrong.id, wrong.posting_count,
            wrong.postings
            using errcode = 'check_violation', constraint = 'journal_entry_complete', schema = 'ledger', table = 'journal_entry';
        end if;
        -- Ordered, so that two transactions take the rows in one order and none waits for the other in a circle.
        insert into ledger.movement_total as total
          (book, biennium, service_month, event, account, agreement, item, fund, budget_line, counterparty, amount_usd, postings)
        select entry.book, entry.biennium, added.service_month, entry.event, added.account, added.agreement, added.item,
          added.fund, added.budget_line, entry.counterparty, sum(added.amount_usd), count(*)
        from added cross join lateral (
          select book, biennium, event, counterparty from ledger.journal_entry where id = added.entry_id offset 0
        ) as entry
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
        order by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
        on conflict on constraint movement_total_once do update
          set amount_usd = total.amount_usd + excluded.amount_usd, postings = total.postings + excluded.postings;
        return null;
      end $$;

      create or replace function ledger.keep_balances_with_their_lock() returns trigger language plpgsql
        set search_path = pg_catalog, pg_temp as $$
      begin
        if exists (
          select from (select distinct period, close_no from added) as stored
          where not exists (
            select from ledger.period_act as act
            where act.period = stored.period and act.close_no = stored.close_no and act.act = 'LOCKED'
              and act.transaction = pg_current_xact_id())
        ) then
          raise exception 'balances are stored by the act that locks their period'
            using errcode = 'check_violation', constraint = 'period_balance_with_its_lock', schema = 'ledger', table = 'period_balance';
        end if;
        -- The period takes no entry any more, so what they add up to stays; and of each book, account and fund there is one row.
        if exists (
          select from (select distinct period, close_no from added) as stored
          cross join lateral (
            select from (
              select book, account, fund, debit_usd, credit_usd, balance_usd from added
              where added.period = stored.period and added.close_no = stored.close_no
            ) as kept
            full join ledger.balances_of(stored.period) as entries using (book, account, fund)
            where (kept.debit_usd, kept.credit_usd, kept.balance_usd)
              is distinct from (entries.debit_usd, entries.credit_usd, entries.balance_usd)
          ) as differing
        ) then
          raise exception 'one statement stores the balances that the entries of a period add up to, all of them and no others'
            using errcode = 'check_violation', constraint = 'period_balance_of_its_entries', schema = 'ledger', table = 'period_balance';
        end if;
        return null;
      end $$;

      -- An entry that waits for its postings while its period is locked would move what was locked.
      create function ledger.keep_signatures_after_entries() returns trigger language plpgsql
        set search_path = pg_catalog, pg_temp as $$
      begin
        if exists (select from ledger.entries_of(new.period) where transaction = pg_current_xact_id()) then
          raise exception 'what is signed for % was posted before, in a transaction of its own', new.period
            using errcode = 'check_violation', constraint = 'period_act_after_its_entries', schema = 'ledger', table = 'period_act';
        end if;
        return null;
      end $$;
      create trigger period_act_after_its_entries after insert on ledger.period_act
        for each row when (new.act in ('CLOSING_SIGNED', 'LOCKED')) execute function ledger.keep_signatures_after_entries();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger period_act_after_its_entries on ledger.period_act;
      drop function ledger.keep_signatures_after_entries;

      create or replace function ledger.keep_balances_with_their_lock() returns trigger language plpgsql
        set search_path = pg_catalog, pg_temp as $$
      begin
        if exists (
          select from (select distinct period, close_no from added) as stored
          where not exists (
            select from ledger.period_act as act
            where act.period = stored.period and act.close_no = stored.close_no and act.act = 'LOCKED'
              and act.transaction = pg_current_xact_id())
        ) then
          raise exception 'balances are stored by the act that locks their period'
            using errcode = 'check_violation', constraint = 'period_balance_with_its_lock', schema = 'ledger', table = 'period_balance';
        end if;
        return null;
      end $$;

      create or replace function ledger.keep_postings_with_their_entry() returns trigger language plpgsql
        security definer set search_path = pg_catalog, pg_temp as $$
      begin
        -- Each entry is looked up by its key ("offset 0"): a join would read the whole journal once it is small enough to tempt.
        if exists (
          select from (select distinct entry_id from added) as touched
          cross join lateral (
            select from ledger.journal_entry where id = touched.entry_id and transaction <> pg_current_xact_id() offset 0
          ) as earlier
        ) then
          raise exception 'a posting may be added only in the transaction that made its journal entry'
            using errcode = 'check_violation', constraint = 'posting_with_its_entry', schema = 'ledger', table = 'posting';
        end if;
        -- Ordered, so that two transactions take the rows in one order and none waits for the other in a circle.
        insert into ledger.movement_total as total
          (book, biennium, service_month, event, account, agreement, item, fund, budget_line, counterparty, amount_usd, postings)
        select entry.book, entry.biennium, added.service_month, entry.event, added.account, added.agreement, added.item,
          added.fund, added.budget_line, entry.counterparty, sum(added.amount_usd), count(*)
        from added cross join lateral (
          select book, biennium, event, counterparty from ledger.journal_entry where id = added.entry_id offset 0
        ) as entry
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
        order by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
        on conflict on constraint movement_total_once do update
          set amount_usd = total.amount_usd + excluded.amount_usd, postings = total.postings + excluded.postings;
        return null;
      end $$;
    `);
  }
}
