import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The few functions and views that look or act across the sides, as the owner: each gives no more than its comment says.
 * Platform README, "Tenancy".
 */
export class WhatLooksAcrossIsListed1767225618100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- For whom this transaction is from here on: the secretariat of this person; null, and nobody, where there is none.
      create function identity.act_as(person text) returns text language sql volatile security definer
        set search_path = pg_catalog, pg_temp as $$
        select set_config('app.tenant', coalesce(found.secretariat, ''), true)
        from (select set_config('app.person', act_as.person, true)) as acting
        left join identity.person as found on found.code = act_as.person
      $$;

      -- Of one person, by exact code: the name, the secretariat and the designations of a day, for whoever finds out who asks.
      create function identity.holder_of(person text, day date)
        returns table (name text, secretariat text, secretariat_name text, designations json, travels_as json) language plpgsql stable security definer
        set search_path = pg_catalog, pg_temp as $$
      begin
        return query
          select found.name, found.secretariat, side.name, coalesce((
            select json_agg(json_build_object('duty', held.duty, 'fund', held.fund, 'validFrom', held.valid_from,
              'validTo', held.valid_to) order by held.duty, held.fund, held.valid_from)
            from identity.designation as held
            where held.person = found.code and holder_of.day between held.valid_from and held.valid_to
              and held.ended_at is null
          ), '[]'), (select coalesce(json_agg(own.traveller), '[]') from identity.person_traveller as own where own.person = found.code)
          from identity.person as found join identity.secretariat as side on side.code = found.secretariat
          where found.code = holder_of.person;
      end $$;

      -- The names that papers print: of the own people, and of those who act for a side with which there is an agreement.
      create function identity.printed_names(codes text[]) returns table (code text, name text) language sql stable security definer
        set search_path = pg_catalog, pg_temp as $$
        select person.code, person.name from identity.person
        where person.code = any(codes) and (
          current_setting('app.tenant', true) in (person.secretariat, 'recoup') or exists (
            select from agreements.agreement
            where current_setting('app.tenant', true) in (provider, client) and person.secretariat in (provider, client)))
      $$;

      -- Of a fund what papers print. Its cash is its secretariat's.
      create view budget.printed_fund_view with (security_barrier = true) as
        select code, name, secretariat, kind, programme_support_cost_rate from budget.trust_fund as fund
        where (select current_setting('app.tenant', true)) in (secretariat, 'recoup') or exists (
          select from agreements.agreement
          where (select current_setting('app.tenant', true)) in (provider, client) and fund.secretariat in (provider, client));

      -- What one side's book says of the other, as far as charges and papers say it too: by agreement, item, month and printed
      -- fund. The budget line is the owner's.
      create view ledger.shared_movement_view with (security_barrier = true) as
        select book, biennium, service_month, event, account, agreement, item, fund,
          case when (select current_setting('app.tenant', true)) in (book, 'recoup') then budget_line else '' end as budget_line,
          counterparty, amount_usd, postings
        from ledger.movement_total
        where (select current_setting('app.tenant', true)) in (book, 'recoup')
          or (select current_setting('app.tenant', true)) = counterparty
            and account in ('EXPENDITURE', 'PAYABLE', 'PAYABLE_UNBILLED', 'RECEIVABLE', 'RECEIVABLE_UNBILLED', 'RECOVERY_INCOME', 'PASS_THROUGH_RECOVERY');

      -- Whether what an agreement names is there and whose it is, for whoever drafts it: by exact code, and no amounts.
      create function budget.owners_of_funds(codes text[]) returns table (code text, secretariat text)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select fund.code, fund.secretariat from budget.trust_fund as fund where fund.code = any(codes)
      $$;
      create function budget.funds_of_lines(codes text[]) returns table (code text, fund text, biennium text)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select line.code, line.fund, line.biennium from budget.budget_line as line where line.code = any(codes)
      $$;
      create function budget.funds_of_keys(codes text[]) returns table (code text, funds text[])
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select key.code, array_agg(distinct weight ->> 0)
        from budget.split_key as key cross join lateral jsonb_array_elements(key.weights) as weight
        where key.code = any(codes) group by key.code
      $$;

      -- The versions of keys that can apply between two days: of the own, and of those that an agreement of this side names.
      create function budget.split_keys_in_force(codes text[], first date, last date)
        returns table (code text, valid_from date, weights jsonb) language sql stable security definer
        set search_path = pg_catalog, pg_temp as $$
        select key.code, key.valid_from, key.weights
        from budget.split_key as key
        where key.code = any(codes) and key.valid_from <= last and key.valid_from >= coalesce(
            (select max(earlier.valid_from) from budget.split_key as earlier
             where earlier.code = key.code and earlier.valid_from <= first), key.valid_from)
          and (current_setting('app.tenant', true) in (key.secretariat, 'recoup') or exists (
            select from agreements.agreement
            where current_setting('app.tenant', true) in (provider, client)
              and (client_allocation @> jsonb_build_array(jsonb_build_object('splitKey', key.code))
                or provider_credit ->> 'splitKey' = key.code)))
      $$;

      -- Whoever draws on a fund or a line that is not its own gives back to it, under an agreement, or is refused.
      create function budget.keep_to_own_or_give_back(secretariat text, amount numeric) returns void language plpgsql stable
        set search_path = pg_catalog, pg_temp as $$
      begin
        if current_setting('app.tenant', true) in (secretariat, 'recoup') then return; end if;
        if amount <= 0 and exists (
          select from agreements.agreement
          where provider = current_setting('app.tenant', true) and client = keep_to_own_or_give_back.secretariat
        ) then
          return;
        end if;
        raise exception 'the other side''s funds are given back to, and never drawn on'
          using errcode = 'restrict_violation', constraint = 'own_funds_are_drawn_on', schema = 'budget', table = 'trust_fund';
      end $$;
    `);
    await db.query(drawCashAcrossSides);
    await db.query(`
      -- Adds to what lines bear (or takes off it), in the order of their codes, each only if its allotment still allows it.
      -- Returns those that did.
      create function budget.charge_lines(codes text[], amounts numeric[]) returns table (code text) language plpgsql
        security definer set search_path = pg_catalog, pg_temp as $$
      begin
        perform budget.keep_to_own_or_give_back(fund.secretariat, wanted.more)
        from unnest(codes, amounts) as wanted (code, more)
        join budget.budget_line as line on line.code = wanted.code join budget.trust_fund as fund on fund.code = line.fund;
        return query
          with wanted as (
            select one.code, one.more from unnest(codes, amounts) as one (code, more)
          ), locked as (
            select line.code from budget.budget_line as line where line.code = any(codes) order by line.code for no key update
          )
          update budget.budget_line as line set charged_usd = line.charged_usd + wanted.more
          from locked join wanted on wanted.code = locked.code
          where line.code = locked.code and line.charged_usd + wanted.more <= line.allotment_usd
          returning line.code;
      end $$;

      -- Whether the two books of a period agree, for whoever proposes to close it: which are out of balance, and how many pairs differ.
      create function ledger.closing_facts(code text) returns table (out_of_balance text[], unmirrored integer) language sql stable
        security definer set search_path = pg_catalog, pg_temp as $$
        select
          (select coalesce(array_agg(book order by book), '{}')
           from (select book from ledger.balances_of(closing_facts.code) group by book having sum(balance_usd) <> 0) as unbalanced),
          (select count(*)::integer from (
             select entry.pair_id
             from ledger.entries_of(closing_facts.code) as entry
             join ledger.posting on posting.entry_id = entry.id
             group by entry.pair_id
             having count(distinct entry.book) <> 2
               or sum(posting.amount_usd) filter (where posting.amount_usd > 0 and entry.book < entry.counterparty)
                 is distinct from sum(posting.amount_usd) filter (where posting.amount_usd > 0 and entry.book > entry.counterparty)
           ) as pair)
      $$;
      create function ledger.has_entries(code text) returns boolean language sql stable security definer
        set search_path = pg_catalog, pg_temp as $$
        select exists (select from ledger.entries_of(has_entries.code))
      $$;
      -- What both sides sign holds the balances of both books; whoever signs reads it then, and not before or after.
      create function ledger.figures_to_sign(code text)
        returns table (entries bigint, sha256 bytea, balances json) language sql stable security definer
        set search_path = pg_catalog, pg_temp as $$
        select digest.entries, digest.sha256, (
          select coalesce(json_agg(json_build_object('book', book, 'account', account, 'fund', fund, 'debitUsd', debit_usd::text,
            'creditUsd', credit_usd::text, 'balanceUsd', balance_usd::text)
            order by book collate "C", account collate "C", fund collate "C"), '[]')
          from ledger.balances_of(period.code))
        from ledger.period cross join lateral ledger.entries_digest_of(period.code) as digest
        where period.code = figures_to_sign.code and period.state in ('CLOSING', 'SIGNED_BY_ONE')
      $$;
      create function ledger.signed_statement(act bigint) returns text language sql stable security definer
        set search_path = pg_catalog, pg_temp as $$
        select statement from ledger.period_act where id = signed_statement.act and current_setting('app.tenant', true) = 'recoup'
      $$;
      -- Closed periods whose entries no longer add up to what both sides signed: which, and no figure.
      create function ledger.closed_periods_that_differ(codes text[]) returns setof text language sql stable security definer
        set search_path = pg_catalog, pg_temp as $$
        select period.code
        from ledger.period
        join lateral (
          select act.statement::jsonb as signed from ledger.period_act as act
          where act.period = period.code and act.statement is not null order by act.number desc limit 1
        ) as act on true
        cross join lateral ledger.entries_digest_of(period.code) as now
        where period.state in ('SIGNED_BY_ONE', 'LOCKED', 'REOPEN_REQUESTED')
          and (codes is null or period.code = any(codes))
          and (signed ->> 'entries' is distinct from now.entries::text
            or signed ->> 'entriesSha256' is distinct from encode(now.sha256, 'hex')
            or exists (
              select from (
                select book, account, fund, debit_usd, credit_usd from ledger.period_balance as balance
                where balance.period = period.code and balance.close_no = period.close_no
              ) as kept
              full join ledger.balances_of(period.code) as added using (book, account, fund)
              where period.state <> 'SIGNED_BY_ONE'
                and (kept.debit_usd, kept.credit_usd) is distinct from (added.debit_usd, added.credit_usd)))
      $$;
      -- Combinations of event, agreement, item and month of this side's agreements in which the two books differ: how many.
      create function ledger.unmirrored_movements(biennium text) returns bigint language sql stable security definer
        set search_path = pg_catalog, pg_temp as $$
        select count(*) from (
          select entry.event, posting.agreement, posting.item, posting.service_month, sum(posting.amount_usd) as off
          from ledger.posting join ledger.journal_entry as entry on entry.id = posting.entry_id
          where entry.biennium = unmirrored_movements.biennium
            and posting.account in ('PAYABLE', 'PAYABLE_UNBILLED', 'RECEIVABLE', 'RECEIVABLE_UNBILLED')
            and current_setting('app.tenant', true) in (entry.book, entry.counterparty, 'recoup')
          group by 1, 2, 3, 4
        ) as movement where off <> 0
      $$;

      -- What the clients' books of this side's agreements say of a biennium: what was certified, and what was billed.
      create function ledger.debt_in_clients_books(biennium text)
        returns table (expenditure_usd numeric, billed_usd numeric) language sql stable security definer
        set search_path = pg_catalog, pg_temp as $$
        select
          coalesce(sum(posting.amount_usd) filter (where posting.account = 'EXPENDITURE' and entry.event in ('CHARGE_CERTIFIED', 'CHARGE_REVERSED')), 0)::numeric(18, 2),
          coalesce(-sum(posting.amount_usd) filter (where posting.account = 'PAYABLE' and entry.event <> 'SETTLED'), 0)::numeric(18, 2)
        from ledger.posting join ledger.journal_entry as entry on entry.id = posting.entry_id
        where entry.biennium = debt_in_clients_books.biennium
          and current_setting('app.tenant', true) in (entry.book, entry.counterparty, 'recoup')
      $$;

      -- The events that name an object, by their place: an index of arrays serves nobody who sees only some of the rows.
      create function platform.events_naming(object text) returns setof bigint language sql stable security definer
        set search_path = pg_catalog, pg_temp as $$
        select sequence from platform.audit_event where object_ids @> array[object]
      $$;

      -- Which of these tables have a row that whoever asks sees; it runs as that one, and looks at no more than one row of each.
      create function platform.tables_with_a_visible_row(tables text[]) returns setof text language plpgsql stable
        set search_path = pg_catalog, pg_temp as $$
      declare
        name text;
        visible boolean;
      begin
        foreach name in array tables loop
          execute format('select exists (select from %s)', name::regclass) into visible;
          if visible then return next name; end if;
        end loop;
      end $$;

      -- A draft of the other side is its own; that there are some, whoever closes a biennium must know.
      create function invoicing.count_drafts(biennium text) returns bigint language sql stable security definer
        set search_path = pg_catalog, pg_temp as $$
        select count(*) from invoicing.invoice
        where invoice.biennium = count_drafts.biennium and number is null and state <> 'DISCARDED'
          and current_setting('app.tenant', true) in (provider, client, 'recoup')
      $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function invoicing.count_drafts, platform.tables_with_a_visible_row, platform.events_naming, ledger.debt_in_clients_books, ledger.unmirrored_movements, ledger.closed_periods_that_differ,
        ledger.signed_statement, ledger.figures_to_sign, ledger.has_entries, ledger.closing_facts, budget.charge_lines;
    `);
    await db.query(drawCash);
    await db.query(`
      drop function budget.keep_to_own_or_give_back, budget.split_keys_in_force, budget.funds_of_keys, budget.funds_of_lines,
        budget.owners_of_funds;
      drop view ledger.shared_movement_view;
      drop view budget.printed_fund_view;
      drop function identity.printed_names, identity.holder_of, identity.act_as;
    `);
  }
}

/** As the owner, who keeps the other side's cash from being drawn on. */
const drawCashAcrossSides = `
      create or replace function budget.draw_cash(draws json)
        returns table (fund text, cash_limit_usd numeric, cash_charged_usd numeric, more_usd numeric) language plpgsql
        security definer set search_path = pg_catalog, pg_temp as $$
      declare
        draw record;
      begin
        perform pg_advisory_xact_lock_shared(hashtext('recoup fund cash'));
        if not exists (
          select from budget.trust_fund as held
          where held.cash_limit_usd is not null and held.code in (select one.fund from json_to_recordset(draws) as one (fund text))
        ) then
          return;
        end if;
        perform budget.keep_to_own_or_give_back(held.secretariat, one.amount)
        from json_to_recordset(draws) as one (fund text, amount numeric) join budget.trust_fund as held on held.code = one.fund;
        for draw in select one.fund, one.amount from json_to_recordset(draws) as one (fund text, amount numeric) order by one.fund
        loop
          update budget.trust_fund as held set cash_charged_usd = held.cash_charged_usd + draw.amount
            where held.code = draw.fund and held.cash_charged_usd + draw.amount <= held.cash_limit_usd;
          if not found then
            return query select held.code, held.cash_limit_usd, held.cash_charged_usd, draw.amount
              from budget.trust_fund as held where held.code = draw.fund and held.cash_limit_usd is not null;
            if found then
              return;
            end if;
          end if;
        end loop;
      end $$`;

const drawCash = `
      create or replace function budget.draw_cash(draws json)
        returns table (fund text, cash_limit_usd numeric, cash_charged_usd numeric, more_usd numeric) language plpgsql
        security invoker set search_path = pg_catalog, pg_temp as $$
      declare
        draw record;
      begin
        perform pg_advisory_xact_lock_shared(hashtext('recoup fund cash'));
        if not exists (
          select from budget.trust_fund as held
          where held.cash_limit_usd is not null and held.code in (select one.fund from json_to_recordset(draws) as one (fund text))
        ) then
          return;
        end if;
        for draw in select one.fund, one.amount from json_to_recordset(draws) as one (fund text, amount numeric) order by one.fund
        loop
          update budget.trust_fund as held set cash_charged_usd = held.cash_charged_usd + draw.amount
            where held.code = draw.fund and held.cash_charged_usd + draw.amount <= held.cash_limit_usd;
          if not found then
            return query select held.code, held.cash_limit_usd, held.cash_charged_usd, draw.amount
              from budget.trust_fund as held where held.code = draw.fund and held.cash_limit_usd is not null;
            if found then
              return;
            end if;
          end if;
        end loop;
      end $$`;
