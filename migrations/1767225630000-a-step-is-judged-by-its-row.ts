import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The guards of a charge and of an entry ask the same and refuse the same, with fewer questions: a step is judged by its own row
 * instead of by the tables of all rows before and after, and what one look-up can tell is not looked up twice. Identity README,
 * "Segregation"; Ledger README, "Balanced or absent".
 */
export class AStepIsJudgedByItsRow1767225630000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`drop trigger charge_steps_by_other_hands on charging.charge`);
    await db.query(stepsByRow);
    await db.query(`
      create trigger charge_steps_by_other_hands after update on charging.charge
        for each row when (new.received_by is distinct from old.received_by or new.certified_by is distinct from old.certified_by)
        execute function charging.keep_steps_apart()`);
    await db.query(splitsInOneSum);
    await db.query(entriesInOneLook);
    await db.query(postingsInOneLook);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(postingsInTheirBook);
    await db.query(entriesBalancedAndMirrored);
    await db.query(splitsAddingUp);
    await db.query(`drop trigger charge_steps_by_other_hands on charging.charge`);
    await db.query(stepsByTables);
    await db.query(`
      create trigger charge_steps_by_other_hands after update on charging.charge
        referencing old table as before new table as changed for each statement execute function charging.keep_steps_apart()`);
  }
}

/** The designations that a certification rests on are held first, so that none ends before it is done. */
const stepsByRow = `
      create or replace function charging.keep_steps_apart() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        certifies boolean := new.certified_by is distinct from old.certified_by;
        hand text := case when certifies then new.certified_by else new.received_by end;
        day date := (new.certified_at at time zone 'UTC')::date;
        refused text;
      begin
        if certifies and hand is not null then
          perform identity.hold_designations(hand);
        end if;
        if not exists (select from identity.person where code = hand and secretariat = new.client) then
          refused := 'charge_hands_of_their_sides';
        elsif new.traveller is not null and exists (
          select from identity.person_traveller as own where own.traveller = new.traveller and own.person = hand
        ) then
          refused := 'charge_not_by_its_traveller';
        elsif certifies and (
          not exists (
            select from identity.designation as held
            where held.person = hand and held.duty = 'CERTIFYING_OFFICER' and day between held.valid_from and held.valid_to
              and held.ended_at is null)
          or exists (
            select from charging.charge_allocation as share
            where share.charge = new.id and share.side = 'CLIENT' and share.amount_usd <> 0 and not exists (
              select from identity.designation as held
              where held.person = hand and held.duty = 'CERTIFYING_OFFICER' and held.fund = share.fund
                and day between held.valid_from and held.valid_to and held.ended_at is null))
        ) then
          refused := 'charge_certified_as_designated';
        end if;
        if refused is not null then
          raise exception 'a step of a charge is not by whoever took it' using errcode = 'restrict_violation', constraint = refused,
            schema = 'charging', table = 'charge';
        end if;
        return null;
      end $$`;

const splitsInOneSum = `
      create or replace function charging.keep_splits_adding_up() returns trigger language plpgsql
        security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if (
          select new.amount_usd <> coalesce(sum(amount_usd) filter (where side = 'CLIENT'), 0)
            or new.amount_usd <> coalesce(sum(amount_usd) filter (where side = 'PROVIDER'), 0)
          from charging.charge_allocation where charge = new.id
        ) then
          raise exception 'the shares of charge % do not add up to % USD', new.id, new.amount_usd
            using errcode = 'check_violation', constraint = 'charge_split_adds_up', schema = 'charging', table = 'charge';
        end if;
        return null;
      end $$`;

const entriesInOneLook = `
      create or replace function ledger.keep_entries_balanced_and_mirrored() returns trigger language plpgsql
        security definer set search_path = pg_catalog, pg_temp as $$
      declare
        total numeric;
        postings integer;
        mirrored boolean;
      begin
        select own.total, own.postings, exists (
            select from ledger.journal_entry as mirror
            where mirror.pair_id = new.pair_id and mirror.book = new.counterparty and mirror.counterparty = new.book
              and mirror.event = new.event and mirror.source = new.source and mirror.accounting_on = new.accounting_on
              and mirror.biennium = new.biennium
              and own.debits = (select coalesce(sum(amount_usd) filter (where amount_usd > 0), 0)
                                from ledger.posting where entry_id = mirror.id))
          into total, postings, mirrored
        from (
          select coalesce(sum(amount_usd), 0) as total, count(*) as postings,
            coalesce(sum(amount_usd) filter (where amount_usd > 0), 0) as debits
          from ledger.posting where entry_id = new.id
        ) as own;
        if total <> 0 then
          raise exception 'journal entry % is out of balance by % USD', new.id, total
            using errcode = 'check_violation', constraint = 'journal_entry_balanced', schema = 'ledger', table = 'journal_entry';
        end if;
        if postings <> new.posting_count then
          raise exception 'journal entry % declares % postings and has %', new.id, new.posting_count, postings
            using errcode = 'check_violation', constraint = 'journal_entry_complete', schema = 'ledger', table = 'journal_entry';
        end if;
        if not mirrored then
          raise exception 'journal entry % has no equal mirror in the book of %', new.id, new.counterparty
            using errcode = 'check_violation', constraint = 'journal_entry_mirrored', schema = 'ledger', table = 'journal_entry';
        end if;
        return null;
      end $$`;

/** Where the first and the last of the books named are the entry's, all are. */
const postingsInOneLook = `
      create or replace function ledger.keep_postings_with_their_entry() returns trigger language plpgsql
        security definer set search_path = pg_catalog, pg_temp as $$
      declare
        wrong record;
      begin
        -- Each entry is looked up by its key ("offset 0"): a join would read the whole journal once it is small enough to tempt.
        -- Positions from 1 to the count, all of them here, leave none for a later statement: posting_once would refuse it.
        select entry.id, entry.posting_count, entry.earlier, touched.postings, touched.total,
          (entry.book, entry.book) is distinct from (touched.book, touched.other_book) as elsewhere into wrong
        from (
          select entry_id, count(*) as postings, min(position) as first, max(position) as last, sum(amount_usd) as total,
            min(book) as book, max(book) as other_book
          from added group by entry_id
        ) as touched
        cross join lateral (
          select id, posting_count, transaction <> pg_current_xact_id() as earlier, book
          from ledger.journal_entry where id = touched.entry_id offset 0
        ) as entry
        where entry.earlier or touched.total <> 0
          or (touched.postings, touched.first, touched.last) <> (entry.posting_count, 1, entry.posting_count)
          or (entry.book, entry.book) is distinct from (touched.book, touched.other_book)
        order by entry.earlier desc, entry.id limit 1;
        if wrong.earlier then
          raise exception 'a posting may be added only in the transaction that made its journal entry'
            using errcode = 'check_violation', constraint = 'posting_with_its_entry', schema = 'ledger', table = 'posting';
        elsif wrong.total <> 0 then
          raise exception 'journal entry % is posted out of balance by % USD', wrong.id, wrong.total
            using errcode = 'check_violation', constraint = 'journal_entry_balanced', schema = 'ledger', table = 'journal_entry';
        elsif wrong.elsewhere then
          raise exception 'journal entry % has a posting in another book', wrong.id
            using errcode = 'check_violation', constraint = 'posting_in_the_book_of_its_entry', schema = 'ledger', table = 'posting';
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
      end $$`;

/** As they were before. */
const postingsInTheirBook = `
      create or replace function ledger.keep_postings_with_their_entry() returns trigger language plpgsql
        security definer set search_path = pg_catalog, pg_temp as $$
      declare
        wrong record;
      begin
        -- Each entry is looked up by its key ("offset 0"): a join would read the whole journal once it is small enough to tempt.
        -- Positions from 1 to the count, all of them here, leave none for a later statement: posting_once would refuse it.
        select entry.id, entry.posting_count, entry.earlier, touched.postings, touched.total,
          entry.book is distinct from touched.book or touched.books > 1 as elsewhere into wrong
        from (
          select entry_id, count(*) as postings, min(position) as first, max(position) as last, sum(amount_usd) as total,
            min(book) as book, count(distinct book) as books
          from added group by entry_id
        ) as touched
        cross join lateral (
          select id, posting_count, transaction <> pg_current_xact_id() as earlier, book
          from ledger.journal_entry where id = touched.entry_id offset 0
        ) as entry
        where entry.earlier or touched.total <> 0
          or (touched.postings, touched.first, touched.last) <> (entry.posting_count, 1, entry.posting_count)
          or entry.book is distinct from touched.book or touched.books > 1
        order by entry.earlier desc, entry.id limit 1;
        if wrong.earlier then
          raise exception 'a posting may be added only in the transaction that made its journal entry'
            using errcode = 'check_violation', constraint = 'posting_with_its_entry', schema = 'ledger', table = 'posting';
        elsif wrong.total <> 0 then
          raise exception 'journal entry % is posted out of balance by % USD', wrong.id, wrong.total
            using errcode = 'check_violation', constraint = 'journal_entry_balanced', schema = 'ledger', table = 'journal_entry';
        elsif wrong.elsewhere then
          raise exception 'journal entry % has a posting in another book', wrong.id
            using errcode = 'check_violation', constraint = 'posting_in_the_book_of_its_entry', schema = 'ledger', table = 'posting';
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
      end $$`;

const entriesBalancedAndMirrored = `
      create or replace function ledger.keep_entries_balanced_and_mirrored() returns trigger language plpgsql
        security definer set search_path = pg_catalog, pg_temp as $$
      declare
        total numeric;
        postings integer;
        debits numeric;
        mirrored boolean;
      begin
        select coalesce(sum(amount_usd), 0), count(*), coalesce(sum(amount_usd) filter (where amount_usd > 0), 0)
          into total, postings, debits from ledger.posting where entry_id = new.id;
        if total <> 0 then
          raise exception 'journal entry % is out of balance by % USD', new.id, total
            using errcode = 'check_violation', constraint = 'journal_entry_balanced', schema = 'ledger', table = 'journal_entry';
        end if;
        if postings <> new.posting_count then
          raise exception 'journal entry % declares % postings and has %', new.id, new.posting_count, postings
            using errcode = 'check_violation', constraint = 'journal_entry_complete', schema = 'ledger', table = 'journal_entry';
        end if;
        select exists (
          select from ledger.journal_entry as mirror
          where mirror.pair_id = new.pair_id and mirror.book = new.counterparty and mirror.counterparty = new.book
            and mirror.event = new.event and mirror.source = new.source and mirror.accounting_on = new.accounting_on
            and mirror.biennium = new.biennium
            and debits = (select coalesce(sum(amount_usd) filter (where amount_usd > 0), 0)
                          from ledger.posting where entry_id = mirror.id)
        ) into mirrored;
        if not mirrored then
          raise exception 'journal entry % has no equal mirror in the book of %', new.id, new.counterparty
            using errcode = 'check_violation', constraint = 'journal_entry_mirrored', schema = 'ledger', table = 'journal_entry';
        end if;
        return null;
      end $$`;

const splitsAddingUp = `
      create or replace function charging.keep_splits_adding_up() returns trigger language plpgsql
        security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if exists (
          select from (values ('CLIENT'), ('PROVIDER')) as sides (side)
          where new.amount_usd <> (
            select coalesce(sum(amount_usd), 0) from charging.charge_allocation where charge = new.id and side = sides.side)
        ) then
          raise exception 'the shares of charge % do not add up to % USD', new.id, new.amount_usd
            using errcode = 'check_violation', constraint = 'charge_split_adds_up', schema = 'charging', table = 'charge';
        end if;
        return null;
      end $$`;

const stepsByTables = `
      create or replace function charging.keep_steps_apart() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
      begin
        perform identity.hold_designations(certified_by)
        from (select distinct changed.certified_by from changed join before using (id)
              where changed.certified_by is distinct from before.certified_by) as certifying
        where certified_by is not null;
        with step as (
          select changed.id, changed.client, changed.traveller, changed.certified_by is distinct from before.certified_by as certifies,
            case when changed.certified_by is distinct from before.certified_by then changed.certified_by else changed.received_by end as person,
            (changed.certified_at at time zone 'UTC')::date as day
          from changed join before using (id)
          where (changed.received_by, changed.certified_by) is distinct from (before.received_by, before.certified_by)
        )
        select case
            when person.code is null then 'charge_hands_of_their_sides'
            when own.person is not null then 'charge_not_by_its_traveller'
            else 'charge_certified_as_designated' end
          into refused
        from step
        left join identity.person on person.code = step.person and person.secretariat = step.client
        left join identity.person_traveller as own on own.traveller = step.traveller and own.person = step.person
        where person.code is null or own.person is not null
          or step.certifies and (
            not identity.holds(step.person, 'CERTIFYING_OFFICER', null, step.day)
            or exists (
              select from charging.charge_allocation as share
              where share.charge = step.id and share.side = 'CLIENT' and share.amount_usd <> 0 and not exists (
                select from identity.designation as held
                where held.person = step.person and held.duty = 'CERTIFYING_OFFICER' and held.fund = share.fund
                  and step.day between held.valid_from and held.valid_to and held.ended_at is null)))
        limit 1;
        if refused is not null then
          raise exception 'a step of a charge is not by whoever took it' using errcode = 'restrict_violation', constraint = refused,
            schema = 'charging', table = 'charge';
        end if;
        return null;
      end $$`;
