import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Months and bienniums are closed by both secretariats, a closed one takes no entry, and its balances are final.
 * Ledger README, "Periods".
 */
export class AClosedPeriodTakesNoEntry1767225610000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- post_close_no: after how many closings of its month or biennium an entry came. adjusts: the closed period that a
      -- prior-period adjustment belongs to.
      alter table ledger.journal_entry
        add column post_close_no integer not null default 0,
        add column adjusts text,
        add column adjustment_reason text,
        add constraint journal_entry_post_close_no_counts check (post_close_no >= 0),
        add constraint journal_entry_adjusts_for_a_reason check ((adjusts is null) = (adjustment_reason is null)
          and (adjustment_reason is null or trim(adjustment_reason) <> '')),
        add constraint journal_entry_of_a_biennium check (case when biennium ~ '^(19|20|21)[0-9]{2}-(19|20|21)[0-9]{2}$'
          then left(biennium, 4)::integer % 2 = 0 and right(biennium, 4)::integer = left(biennium, 4)::integer + 1 else false end);
      -- What is sealed of an entry says so too.
      create or replace function ledger.journal_entry_body(entry ledger.journal_entry) returns text language sql stable as $$
        select format('{"accountingOn":%s,%s"biennium":%s,"book":%s,"counterparty":%s,"event":%s,"pair":%s,%s"postedAt":%s,"postedBy":%s,'
          '"postings":[%s],"source":%s}',
          sealing.json_text(entry.accounting_on::text),
          case when entry.adjusts is null then '' else format('"adjustmentReason":%s,"adjusts":%s,',
            sealing.json_text(entry.adjustment_reason), sealing.json_text(entry.adjusts)) end,
          sealing.json_text(entry.biennium), sealing.json_text(entry.book),
          sealing.json_text(entry.counterparty), sealing.json_text(entry.event), sealing.json_text(entry.pair_id::text),
          case when entry.post_close_no = 0 then '' else format('"postCloseNo":%s,', sealing.json_text(entry.post_close_no::text)) end,
          sealing.json_text(sealing.utc_text(entry.posted_at)), sealing.json_text(entry.posted_by),
          (select string_agg(format(
             '{"account":%s,"agreement":%s,"amountUsd":%s,"budgetLine":%s,"fund":%s,"item":%s,"serviceMonth":%s}',
             sealing.json_text(account), sealing.json_text(agreement), sealing.json_text(amount_usd::text),
             sealing.json_text(budget_line), sealing.json_text(fund), sealing.json_text(item),
             sealing.json_text(to_char(service_month, 'YYYY-MM'))), ',' order by position)
           from ledger.posting where entry_id = entry.id),
          sealing.json_text(entry.source))
      $$;
      -- Entries come by the day, so a few pages of ranges find those of a month; a tree would cost every posting.
      create index journal_entry_by_day on ledger.journal_entry using brin (accounting_on);

      -- One person, one side: what is signed by two sides names both by this.
      alter table identity.person add constraint person_of_one_secretariat unique (code, secretariat);

      create function ledger.month_of(day date) returns text language sql immutable parallel safe
        return extract(year from day)::text || '-' || lpad(extract(month from day)::text, 2, '0');
      create function ledger.biennium_of(day date) returns text language sql immutable parallel safe
        return (extract(year from day)::integer / 2 * 2)::text || '-' || (extract(year from day)::integer / 2 * 2 + 1)::text;
      -- 2025-11 -> 202511, 2024-2025 -> 20242025: the key of a period among the advisory locks of class 1767225610.
      create function ledger.period_key(code text) returns integer language sql immutable parallel safe
        return replace(code, '-', '')::integer;

      -- One row for each period that somebody has acted on; every other one is open. Its acts below move it, and nothing else.
      create table ledger.period (
        code text not null,
        state text not null,
        version integer not null,
        close_no integer not null,
        digest bytea,
        constraint period_once primary key (code),
        constraint period_code_known check (code ~ '^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$'
          or case when code ~ '^(19|20|21)[0-9]{2}-(19|20|21)[0-9]{2}$'
            then left(code, 4)::integer % 2 = 0 and right(code, 4)::integer = left(code, 4)::integer + 1 else false end),
        constraint period_state_known check (state in
          ('OPEN', 'CLOSING', 'SIGNED_BY_ONE', 'LOCKED', 'REOPEN_REQUESTED', 'REOPENED')),
        constraint period_locked_has_its_digest check ((close_no > 0) = (digest is not null)
          and (close_no > 0 or state not in ('LOCKED', 'REOPEN_REQUESTED', 'REOPENED')))
      );

      -- Who did what to a period, when and why. statement: the figures that both sides sign, in canonical JSON; body: the act.
      create table ledger.period_act (
        id bigint generated by default as identity,
        period text not null,
        number integer not null,
        act text not null,
        from_state text not null,
        to_state text not null,
        close_no integer not null,
        person text not null,
        secretariat text not null,
        at timestamptz not null,
        reason text,
        statement text,
        digest bytea,
        previous_digest bytea,
        body text not null,
        transaction xid8 not null default pg_current_xact_id(),
        constraint period_act_once primary key (id),
        constraint period_act_numbered unique (period, number),
        constraint period_act_of_period foreign key (period) references ledger.period (code),
        constraint period_act_by_a_person_of_its_side foreign key (person, secretariat)
          references identity.person (code, secretariat),
        constraint period_act_steps check ((act, from_state, to_state) in (
          ('CLOSING_PROPOSED', 'OPEN', 'CLOSING'), ('CLOSING_PROPOSED', 'REOPENED', 'CLOSING'),
          ('CLOSING_SIGNED', 'CLOSING', 'SIGNED_BY_ONE'), ('LOCKED', 'SIGNED_BY_ONE', 'LOCKED'),
          ('CLOSING_WITHDRAWN', 'CLOSING', 'OPEN'), ('CLOSING_WITHDRAWN', 'CLOSING', 'REOPENED'),
          ('CLOSING_WITHDRAWN', 'SIGNED_BY_ONE', 'OPEN'), ('CLOSING_WITHDRAWN', 'SIGNED_BY_ONE', 'REOPENED'),
          ('REOPENING_REQUESTED', 'LOCKED', 'REOPEN_REQUESTED'), ('REOPENING_DECLINED', 'REOPEN_REQUESTED', 'LOCKED'),
          ('REOPENED', 'REOPEN_REQUESTED', 'REOPENED'))),
        constraint period_act_withdrawn_to_what_it_was check (act <> 'CLOSING_WITHDRAWN' or (to_state = 'REOPENED') = (close_no > 0)),
        constraint period_act_says_why check (
          act not in ('CLOSING_WITHDRAWN', 'REOPENING_REQUESTED', 'REOPENING_DECLINED', 'REOPENED')
          or reason is not null and trim(reason) <> ''),
        constraint period_act_signs_a_statement check ((act in ('CLOSING_SIGNED', 'LOCKED')) = (statement is not null)),
        constraint period_act_digest_of_its_statement check ((statement is null) = (digest is null)
          and (statement is null or digest = sha256(convert_to(statement, 'UTF8'))))
      );

      -- The balances of a locked period by book, account and fund: final, and never changed. A period that was reopened and
      -- locked again has a set for each lock.
      create table ledger.period_balance (
        period text not null,
        close_no integer not null,
        book text not null,
        account text not null,
        fund text not null,
        debit_usd numeric(18, 2) not null,
        credit_usd numeric(18, 2) not null,
        balance_usd numeric(18, 2) not null,
        constraint period_balance_once primary key (period, close_no, book, account, fund),
        constraint period_balance_of_period foreign key (period) references ledger.period (code),
        constraint period_balance_is_money check (debit_usd >= 0 and credit_usd >= 0 and debit_usd <> 'NaN' and credit_usd <> 'NaN'
          and balance_usd = debit_usd - credit_usd)
      );

      -- The entries of a month by their accounting day, those of a biennium by the biennium they count in.
      create function ledger.entries_of(code text) returns setof ledger.journal_entry language sql stable as $$
        select entry.* from ledger.journal_entry as entry
        where length(code) = 7
          and entry.accounting_on >= make_date(left(code, 4)::integer, least(substr(code, 6, 2)::integer, 12), 1)
          and entry.accounting_on
            < (make_date(left(code, 4)::integer, least(substr(code, 6, 2)::integer, 12), 1) + interval '1 month')::date
        union all
        select entry.* from ledger.journal_entry as entry where length(code) = 9 and entry.biennium = code
      $$;

      create function ledger.balances_of(code text)
      returns table (book text, account text, fund text, debit_usd numeric, credit_usd numeric, balance_usd numeric)
      language sql stable as $$
        select entry.book, posting.account, posting.fund,
          coalesce(sum(posting.amount_usd) filter (where posting.amount_usd > 0), 0)::numeric(18, 2),
          coalesce(-sum(posting.amount_usd) filter (where posting.amount_usd < 0), 0)::numeric(18, 2),
          sum(posting.amount_usd)::numeric(18, 2)
        from ledger.entries_of(balances_of.code) as entry
        join ledger.posting on posting.entry_id = entry.id
        group by 1, 2, 3
      $$;

      -- How many entries a period has, and one hash over all of them: SHA-256 over the SHA-256 of each, by pair and book. Each
      -- entry is hashed as a canonical JSON array of texts with its postings, and without the number this database gave it.
      create function ledger.entries_digest_of(code text) returns table (entries bigint, sha256 bytea) language sql stable as $$
        select count(*), sha256(coalesce(string_agg(hashed.sha256, ''::bytea order by hashed.pair_id, hashed.book collate "C"), ''::bytea))
        from (
          select entry.pair_id, entry.book, sha256(convert_to('[' || concat_ws(',',
            to_json(entry.pair_id)::text, to_json(entry.book)::text, to_json(entry.counterparty)::text, to_json(entry.event)::text,
            to_json(entry.source)::text, to_json(to_char(entry.accounting_on, 'YYYY-MM-DD'))::text, to_json(entry.biennium)::text,
            to_json(entry.post_close_no::text)::text, coalesce(to_json(entry.adjusts)::text, 'null'),
            coalesce(to_json(entry.adjustment_reason)::text, 'null'), to_json(entry.posted_by)::text,
            to_json(to_char(entry.posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text,
            '[' || (
              select string_agg('[' || concat_ws(',', to_json(posting.account)::text, to_json(posting.fund)::text,
                to_json(posting.budget_line)::text, to_json(posting.agreement)::text, to_json(posting.item)::text,
                to_json(to_char(posting.service_month, 'YYYY-MM'))::text, to_json(posting.amount_usd::text)::text) || ']', ','
                order by posting.position)
              from ledger.posting where posting.entry_id = entry.id) || ']') || ']', 'UTF8')) as sha256
          from ledger.entries_of(entries_digest_of.code) as entry
        ) as hashed
      $$;

      create function ledger.is_held_open(code text) returns boolean language sql volatile
        return pg_advisory_xact_lock_shared(1767225610, ledger.period_key(code)) is not null;

      -- After the insert, once for each statement: the lock of each period is taken shared and held to the end of the
      -- transaction, and only then its state is read, by a statement of its own that sees what was committed meanwhile.
      -- In which order the locks are taken does not matter: only one act at a time takes one from the others (hold_period).
      create function ledger.keep_closed_periods_closed() returns trigger language plpgsql as $$
      declare
        touched record;
        found record;
      begin
        for touched in
          select distinct array[ledger.month_of(accounting_on), ledger.biennium_of(accounting_on), biennium] as periods,
            post_close_no, adjusts
          from added
        loop
          continue when not (ledger.is_held_open(touched.periods[1]) and ledger.is_held_open(touched.periods[2])
            and ledger.is_held_open(touched.periods[3])); -- each is true, once it is held
          select
            max(code || ' is ' || state) filter (where code = any(touched.periods)
              and state in ('SIGNED_BY_ONE', 'LOCKED', 'REOPEN_REQUESTED')) as closed,
            coalesce(max(close_no) filter (where code = any(touched.periods)), 0) as close_no,
            coalesce(bool_or(code = touched.adjusts and (close_no > 0 or state = 'SIGNED_BY_ONE')), false) as adjusts_a_closed_one
          into found
          from ledger.period where code = any(touched.periods || touched.adjusts);
          if found.closed is not null then
            raise exception 'period % and takes no entry', found.closed
              using errcode = 'check_violation', constraint = 'journal_entry_in_open_period', schema = 'ledger', table = 'journal_entry';
          end if;
          if touched.post_close_no <> found.close_no then
            raise exception 'an entry into % comes after % closings, not after %', touched.periods, found.close_no, touched.post_close_no
              using errcode = 'check_violation', constraint = 'journal_entry_counts_closings', schema = 'ledger', table = 'journal_entry';
          end if;
          if touched.adjusts is not null and not found.adjusts_a_closed_one then
            raise exception '% was never closed, so nothing adjusts it', touched.adjusts
              using errcode = 'check_violation', constraint = 'journal_entry_adjusts_a_closed_period',
                schema = 'ledger', table = 'journal_entry';
          end if;
        end loop;
        -- An older picture of the periods could show one open that is closed by now.
        if current_setting('transaction_isolation') <> 'read committed' then
          raise exception 'entries are posted in READ COMMITTED, not in %', current_setting('transaction_isolation')
            using errcode = 'check_violation', constraint = 'journal_entry_sees_what_is_closed', schema = 'ledger', table = 'journal_entry';
        end if;
        return null;
      end $$;
      create trigger journal_entry_in_open_period after insert on ledger.journal_entry
        referencing new table as added for each statement execute function ledger.keep_closed_periods_closed();

      -- One act at a time in all books (key 0), and with nobody posting into its period: whoever is about to is waited for.
      create function ledger.hold_period(code text) returns void language sql volatile as $$
        select pg_advisory_xact_lock(1767225610, 0);
        select pg_advisory_xact_lock(1767225610, ledger.period_key(hold_period.code));
      $$;

      -- Each act follows the last one, is by whom it may be, and moves its period.
      create function ledger.keep_period_acts() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        last ledger.period%rowtype;
        before ledger.period_act%rowtype;
        refused text;
      begin
        perform ledger.hold_period(new.period);
        select * into last from ledger.period where code = new.period;
        last.state := coalesce(last.state, 'OPEN');
        last.version := coalesce(last.version, 0);
        last.close_no := coalesce(last.close_no, 0);
        select * into before from ledger.period_act where period = new.period and number = new.number - 1;
        if current_setting('transaction_isolation') <> 'read committed' then
          refused := 'period_act_sees_what_is_posted';
        elsif (new.number, new.from_state, new.close_no, new.previous_digest) is distinct from
           (last.version + 1, last.state, last.close_no + case new.act when 'LOCKED' then 1 else 0 end, last.digest) then
          refused := 'period_act_follows_the_last';
        elsif new.from_state in ('CLOSING', 'SIGNED_BY_ONE') and new.act in ('CLOSING_SIGNED', 'LOCKED') and exists (
          select from ledger.period_act as earlier
          where earlier.period = new.period and earlier.person = new.person and earlier.number >= (
            select max(number) from ledger.period_act where period = new.period and act = 'CLOSING_PROPOSED')
        ) then
          refused := 'period_closed_by_three_people';
        elsif new.from_state = 'SIGNED_BY_ONE' and new.act = 'LOCKED' and before.secretariat = new.secretariat then
          refused := 'period_closed_by_both_sides';
        elsif new.from_state = 'SIGNED_BY_ONE' and new.act = 'LOCKED' and new.statement is distinct from before.statement then
          refused := 'period_locked_as_signed';
        elsif new.from_state = 'REOPEN_REQUESTED' and new.act = 'REOPENED' and before.secretariat = new.secretariat then
          refused := 'period_reopened_by_both_sides';
        elsif new.act in ('CLOSING_SIGNED', 'LOCKED') and length(new.period) = 9 and exists (
          select from generate_series(make_date(left(new.period, 4)::integer, 1, 1),
            make_date(left(new.period, 4)::integer + 1, 12, 1), interval '1 month') as month (first)
          where not exists (select from ledger.period where code = ledger.month_of(first::date) and state = 'LOCKED')
            and exists (select from ledger.journal_entry
              where accounting_on >= first::date and accounting_on < (first + interval '1 month')::date)
        ) then
          refused := 'biennium_closed_after_its_months';
        elsif new.act = 'REOPENED' and length(new.period) = 7 and exists (
          select from ledger.period where code = ledger.biennium_of(make_date(left(new.period, 4)::integer, 1, 1))
            and state in ('SIGNED_BY_ONE', 'LOCKED', 'REOPEN_REQUESTED')
        ) then
          refused := 'month_reopened_after_its_biennium';
        end if;
        if refused is not null then
          raise exception 'act % (%) on period % is refused', new.number, new.act, new.period
            using errcode = 'check_violation', constraint = refused, schema = 'ledger', table = 'period_act';
        end if;
        insert into ledger.period (code, state, version, close_no, digest)
        values (new.period, new.to_state, new.number, new.close_no, case new.act when 'LOCKED' then new.digest else last.digest end)
        on conflict on constraint period_once do update
          set state = excluded.state, version = excluded.version, close_no = excluded.close_no, digest = excluded.digest;
        return new;
      end $$;
      create trigger period_act_follows before insert on ledger.period_act
        for each row execute function ledger.keep_period_acts();

      create function ledger.keep_periods_at_their_acts() returns trigger language plpgsql as $$
      begin
        if not exists (
          select from ledger.period_act as act
          where act.period = new.code and act.number = new.version and act.to_state = new.state and act.close_no = new.close_no
            and new.digest is not distinct from case act.act when 'LOCKED' then act.digest else act.previous_digest end
            and act.transaction = pg_current_xact_id()
        ) then
          raise exception 'period % is moved by an act and by nothing else', new.code
            using errcode = 'check_violation', constraint = 'period_moved_by_its_acts', schema = 'ledger', table = 'period';
        end if;
        return null;
      end $$;
      create constraint trigger period_moved_by_its_acts after insert or update on ledger.period
        deferrable initially deferred for each row execute function ledger.keep_periods_at_their_acts();

      -- What is stored as final is what the entries add up to, and is stored with the lock or never.
      create function ledger.keep_final_balances() returns trigger language plpgsql as $$
      begin
        if exists (
          select from (
            select book, account, fund, debit_usd, credit_usd, balance_usd from ledger.period_balance
            where period = new.period and close_no = new.close_no
          ) as kept
          full join ledger.balances_of(new.period) as added using (book, account, fund)
          where (kept.debit_usd, kept.credit_usd, kept.balance_usd) is distinct from (added.debit_usd, added.credit_usd, added.balance_usd)
        ) then
          raise exception 'the final balances of % are not what its entries add up to', new.period
            using errcode = 'check_violation', constraint = 'period_balance_of_its_entries', schema = 'ledger', table = 'period_balance';
        end if;
        return null;
      end $$;
      create constraint trigger period_balance_of_its_entries after insert on ledger.period_act
        deferrable initially deferred for each row when (new.act = 'LOCKED') execute function ledger.keep_final_balances();

      create function ledger.keep_balances_with_their_lock() returns trigger language plpgsql as $$
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
      create trigger period_balance_with_its_lock after insert on ledger.period_balance
        referencing new table as added for each statement execute function ledger.keep_balances_with_their_lock();

      create trigger period_is_kept before delete on ledger.period
        for each row execute function platform.refuse_change();
      create trigger period_is_not_emptied before truncate on ledger.period
        for each statement execute function platform.refuse_change();
      create trigger period_act_is_kept before update or delete on ledger.period_act
        for each row execute function platform.refuse_change();
      create trigger period_act_is_not_emptied before truncate on ledger.period_act
        for each statement execute function platform.refuse_change();
      create trigger period_balance_is_kept before update or delete on ledger.period_balance
        for each row execute function platform.refuse_change();
      create trigger period_balance_is_not_emptied before truncate on ledger.period_balance
        for each statement execute function platform.refuse_change();

      select sealing.seal_table('ledger.period_act', 'period-act', 'id', 'PERIOD_CLOSED');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      select sealing.unseal_table('ledger.period_act');
      drop table ledger.period_balance, ledger.period_act, ledger.period cascade;
      drop trigger journal_entry_in_open_period on ledger.journal_entry;
      drop function ledger.keep_balances_with_their_lock, ledger.keep_final_balances, ledger.keep_periods_at_their_acts,
        ledger.keep_period_acts, ledger.hold_period, ledger.keep_closed_periods_closed, ledger.is_held_open, ledger.entries_digest_of,
        ledger.balances_of, ledger.entries_of, ledger.period_key, ledger.biennium_of, ledger.month_of;
      alter table identity.person drop constraint person_of_one_secretariat;
      drop index ledger.journal_entry_by_day;
      alter table ledger.journal_entry
        drop constraint journal_entry_of_a_biennium,
        drop constraint journal_entry_adjusts_for_a_reason,
        drop constraint journal_entry_post_close_no_counts,
        drop column adjustment_reason,
        drop column adjusts,
        drop column post_close_no;
      create or replace function ledger.journal_entry_body(entry ledger.journal_entry) returns text language sql stable as $$
        select format('{"accountingOn":%s,"biennium":%s,"book":%s,"counterparty":%s,"event":%s,"pair":%s,"postedAt":%s,"postedBy":%s,'
          '"postings":[%s],"source":%s}',
          sealing.json_text(entry.accounting_on::text), sealing.json_text(entry.biennium), sealing.json_text(entry.book),
          sealing.json_text(entry.counterparty), sealing.json_text(entry.event), sealing.json_text(entry.pair_id::text),
          sealing.json_text(sealing.utc_text(entry.posted_at)), sealing.json_text(entry.posted_by),
          (select string_agg(format(
             '{"account":%s,"agreement":%s,"amountUsd":%s,"budgetLine":%s,"fund":%s,"item":%s,"serviceMonth":%s}',
             sealing.json_text(account), sealing.json_text(agreement), sealing.json_text(amount_usd::text),
             sealing.json_text(budget_line), sealing.json_text(fund), sealing.json_text(item),
             sealing.json_text(to_char(service_month, 'YYYY-MM'))), ',' order by position)
           from ledger.posting where entry_id = entry.id),
          sealing.json_text(entry.source))
      $$;
    `);
  }
}
