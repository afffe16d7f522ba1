import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the rows need so that each secretariat sees its own and what it shares: whose they are, checks that see both books
 * whoever writes, and the few functions and views that look or act across. Who sees which rows is `tenancy.ts`. Platform
 * README, "Tenancy".
 */
export class EachSecretariatSeesItsOwn1767225618000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The program acts for all; its name is nobody else's.
      alter table identity.secretariat add constraint secretariat_is_not_the_program check (code <> 'recoup');

      -- A posting says itself in whose book it stands, so that a report of one book reads no entry to know.
      alter table ledger.posting add column book text;
      alter table ledger.posting disable trigger user;
      update ledger.posting set book = entry.book from ledger.journal_entry as entry where entry.id = posting.entry_id;
      set constraints all immediate;
      alter table ledger.posting enable trigger user;
      alter table ledger.posting alter column book set not null;

      -- A split key is the secretariat's whose funds it names; one over funds of two, or of none, is nobody's.
      create function budget.owner_of_weights(weights jsonb) returns text language sql stable
        set search_path = pg_catalog, pg_temp as $$
        select case when count(distinct fund.secretariat) = 1 then min(fund.secretariat) end
        from jsonb_array_elements(weights) as weight join budget.trust_fund as fund on fund.code = weight ->> 0
      $$;
      alter table budget.split_key add column secretariat text;
      alter table budget.split_key disable trigger user;
      update budget.split_key set secretariat = budget.owner_of_weights(weights);
      alter table budget.split_key enable trigger user;
      create function budget.name_owner_of_key() returns trigger language plpgsql security definer
        set search_path = pg_catalog, pg_temp as $$
      begin
        new.secretariat := budget.owner_of_weights(new.weights);
        return new;
      end $$;
      create trigger split_key_names_its_owner before insert on budget.split_key
        for each row execute function budget.name_owner_of_key();

      -- Who issued a paper, and to whom; an audit goes to nobody else.
      alter table invoicing.paper add column issuer text, add column addressee text;
      alter table invoicing.paper disable trigger user;
      update invoicing.paper set
        issuer = coalesce(
          (select provider from invoicing.invoice where invoice.number = paper.number),
          (select code from identity.secretariat where starts_with(paper.number, code || '-') order by length(code) desc limit 1)),
        addressee = case when kind in ('INVOICE', 'CREDIT_NOTE') then
          (select client from invoicing.invoice where invoice.number = paper.number) end;
      update invoicing.paper set addressee = (
          select side from jsonb_path_query(content::jsonb, '$.directions[*].*.code') as found,
            lateral (select found #>> '{}' as side) as text
          where side <> issuer limit 1)
        where kind = 'NETTING';
      alter table invoicing.paper enable trigger user;
      alter table invoicing.paper
        add constraint paper_of_an_issuer foreign key (issuer) references identity.secretariat (code),
        add constraint paper_to_an_addressee foreign key (addressee) references identity.secretariat (code),
        add constraint paper_to_another_side check (addressee <> issuer);

      -- The same key of people of two sides is two keys anyway; but nobody reads the other side's answers.
      alter table platform.request_key add column tenant text default nullif(current_setting('app.tenant', true), '');
      alter table platform.request_key disable trigger user;
      update platform.request_key set tenant = coalesce(
        (select secretariat from identity.person where person.code = request_key.person), 'recoup');
      alter table platform.request_key enable trigger user;
      alter table platform.request_key alter column tenant set not null;

    `);
    await db.query(guardsReadAsTheOwner);
    await db.query(keepPostingsInTheirBook);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Policies name columns that go.
      do $$
      declare
        old record;
      begin
        for old in
          select polname, polrelid::regclass as relation from pg_policy join pg_class on pg_class.oid = polrelid
          join pg_namespace on pg_namespace.oid = relnamespace where nspname !~ '^pg_'
        loop
          execute format('drop policy %I on %s', old.polname, old.relation);
        end loop;
        for old in
          select pg_class.oid::regclass as relation from pg_class join pg_namespace on pg_namespace.oid = relnamespace
          where relrowsecurity and nspname !~ '^pg_'
        loop
          execute format('alter table %s disable row level security, no force row level security', old.relation);
        end loop;
      end $$;
    `);
    await db.query(keepPostingsWithTheirEntry);
    await db.query(guardsReadAsWhoeverWrites);
    await db.query(`
      alter table platform.request_key drop column tenant;
      alter table invoicing.paper drop column addressee, drop column issuer;
      drop trigger split_key_names_its_owner on budget.split_key;
      drop function budget.name_owner_of_key;
      alter table budget.split_key drop column secretariat;
      drop function budget.owner_of_weights;
      alter table ledger.posting drop column book;
      alter table identity.secretariat drop constraint secretariat_is_not_the_program;
    `);
  }
}

/** What guards look at is there whoever writes: they read as the owner, and answer with a refusal or nothing. */
const guardsReadAsTheOwner = `
      alter function platform.refuse_change_without_act() security definer;
      alter function ledger.keep_entries_balanced_and_mirrored() security definer;
      alter function ledger.keep_closed_periods_closed() security definer;
      alter function ledger.keep_periods_at_their_acts() security definer;
      alter function ledger.keep_final_balances() security definer;
      alter function ledger.keep_balances_with_their_lock() security definer;
      alter function ledger.keep_signatures_after_entries() security definer;
      alter function charging.keep_splits_adding_up() security definer;
      alter function charging.keep_shares_with_their_charge() security definer;
      alter function charging.place_rate_among_charges() security definer;
      alter function charging.keep_prices_of_the_books() security definer;
      alter function invoicing.keep_lines_adding_up() security definer;
      alter function invoicing.keep_lines_as_drafted() security definer;
      alter function invoicing.keep_credit_shares_with_their_lines() security definer;
      alter function invoicing.issue_as_approved() security definer;`;

const guardsReadAsWhoeverWrites = `
      alter function platform.refuse_change_without_act() security invoker;
      alter function ledger.keep_entries_balanced_and_mirrored() security invoker;
      alter function ledger.keep_closed_periods_closed() security invoker;
      alter function ledger.keep_periods_at_their_acts() security invoker;
      alter function ledger.keep_final_balances() security invoker;
      alter function ledger.keep_balances_with_their_lock() security invoker;
      alter function ledger.keep_signatures_after_entries() security invoker;
      alter function charging.keep_splits_adding_up() security invoker;
      alter function charging.keep_shares_with_their_charge() security invoker;
      alter function charging.place_rate_among_charges() security invoker;
      alter function charging.keep_prices_of_the_books() security invoker;
      alter function invoicing.keep_lines_adding_up() security invoker;
      alter function invoicing.keep_lines_as_drafted() security invoker;
      alter function invoicing.keep_credit_shares_with_their_lines() security invoker;
      alter function invoicing.issue_as_approved() security invoker;`;

/** As before, and a posting stands in the book of its entry. */
const keepPostingsInTheirBook = `
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

const keepPostingsWithTheirEntry = `
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
      end $$`;
