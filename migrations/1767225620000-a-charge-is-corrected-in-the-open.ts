import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A charge that is wrong is returned, withdrawn or reversed, by those who may and for a reason; what it has posted is undone by
 * opposite entries that name it, once, and what takes its place says so. Charging README, "Corrections".
 */
export class AChargeIsCorrectedInTheOpen1767225620000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(states);
    await db.query(hands);
    await db.query(freed);
    await db.query(reversals);
    await db.query(entryBodyWithReversal);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger journal_entry_undoes_its_original on ledger.journal_entry;
      drop function ledger.keep_reversals_of_their_original();
    `);
    await db.query(entryBody);
    await db.query(`
      drop index ledger.journal_entry_reversed_once;
      alter table ledger.journal_entry
        drop constraint journal_entry_reversal_names_its_original,
        drop constraint journal_entry_of_its_original,
        drop column reverses,
        drop constraint journal_entry_event_known,
        add constraint journal_entry_event_known check (event in
          ('CHARGE_CERTIFIED', 'INVOICE_ISSUED', 'CREDIT_NOTE_ISSUED', 'SETTLED'));

      drop trigger charge_frees_nights_and_tickets on charging.charge;
      drop trigger traveller_night_is_kept on charging.traveller_night;
      drop trigger ticket_is_kept on charging.ticket;
      drop function charging.free_nights_and_tickets(), charging.keep_until_freed();
      drop index charging.traveller_night_by_charge, charging.ticket_by_charge;
      create trigger traveller_night_is_kept before update or delete on charging.traveller_night
        for each row execute function platform.refuse_change();
      create trigger ticket_is_kept before update or delete on charging.ticket
        for each row execute function platform.refuse_change();

      drop trigger invoice_line_bills_a_certified_charge on invoicing.invoice_line;
      drop function invoicing.keep_bills_certified();
      drop trigger charge_corrected_by_its_hands on charging.charge;
      drop trigger charge_replaces_what_has_ended on charging.charge;
      drop trigger charge_replaces_for_good on charging.charge;
      drop function charging.keep_corrections_apart(), charging.keep_replacements_single();

      drop index charging.charge_replaced_once;
      drop index charging.charge_waiting;
      create index charge_waiting on charging.charge (state, sequence)
        where state in ('PROVISIONAL', 'RECORDED', 'RECEIVED', 'DISPUTED');
      drop trigger charge_stays_as_it_ended on charging.charge;
      create trigger charge_stays_as_it_ended before update on charging.charge
        for each row when (old.state in ('CREDITED', 'REJECTED')) execute function platform.refuse_change();
      alter table charging.charge
        drop constraint charge_reversed_by_two_people,
        drop constraint charge_corrected_for_a_reason,
        drop constraint charge_remark_is_somebodys,
        drop constraint charge_state_has_its_signatures,
        drop constraint charge_state_known,
        add constraint charge_state_known check (state in ('PROVISIONAL', 'RECORDED', 'RECEIVED', 'CERTIFIED', 'INVOICED', 'SETTLED',
          'DISPUTED', 'CREDITED', 'REJECTED')),
        add constraint charge_state_has_its_signatures check (
          (state not in ('RECEIVED', 'CERTIFIED', 'INVOICED', 'SETTLED', 'CREDITED') or received_by is not null)
          and ((state in ('CERTIFIED', 'INVOICED', 'SETTLED', 'CREDITED')) = (certified_by is not null))),
        drop constraint charge_replaces_another,
        drop constraint charge_replaces_a_charge,
        drop column replaces, drop column remark, drop column remark_by, drop column remark_at, drop column reversed_by, drop column reversed_at;
      alter table platform.transition disable trigger user;
      delete from platform.transition
        where kind = 'charge' and ('WITHDRAWN' = to_state or 'RETURNED' in (from_state, to_state) or 'REVERSING' in (from_state, to_state));
      alter table platform.transition enable trigger user;
    `);
  }
}

const states = `
      insert into platform.transition (kind, from_state, to_state) values
        ('charge', 'PROVISIONAL', 'WITHDRAWN'), ('charge', 'RECORDED', 'WITHDRAWN'), ('charge', 'RECEIVED', 'WITHDRAWN'),
        ('charge', 'RECORDED', 'RETURNED'), ('charge', 'RECEIVED', 'RETURNED'),
        ('charge', 'RETURNED', 'RECORDED'), ('charge', 'RETURNED', 'WITHDRAWN'),
        ('charge', 'CERTIFIED', 'REVERSING'), ('charge', 'REVERSING', 'REVERSED'), ('charge', 'REVERSING', 'CERTIFIED');

      -- remark: the reason of the last return, withdrawal or reversal, or the answer to a return; what was said before is in the
      -- acts. received_by stays with a charge that was returned, until it is confirmed anew.
      alter table charging.charge
        add column replaces text,
        add column remark text,
        add column remark_by text,
        add column remark_at timestamptz,
        add column reversed_by text,
        add column reversed_at timestamptz,
        add constraint charge_replaces_a_charge foreign key (replaces) references charging.charge (id),
        add constraint charge_replaces_another check (replaces <> id),
        drop constraint charge_state_known,
        add constraint charge_state_known check (state in ('PROVISIONAL', 'RECORDED', 'RECEIVED', 'CERTIFIED', 'INVOICED', 'SETTLED',
          'DISPUTED', 'CREDITED', 'REJECTED', 'RETURNED', 'WITHDRAWN', 'REVERSING', 'REVERSED')),
        drop constraint charge_state_has_its_signatures,
        add constraint charge_state_has_its_signatures check (
          (state not in ('RECEIVED', 'CERTIFIED', 'INVOICED', 'SETTLED', 'CREDITED', 'REVERSING', 'REVERSED') or received_by is not null)
          and ((state in ('CERTIFIED', 'INVOICED', 'SETTLED', 'CREDITED', 'REVERSING', 'REVERSED')) = (certified_by is not null))),
        add constraint charge_remark_is_somebodys check (num_nonnulls(remark, remark_by, remark_at) in (0, 3)
          and (remark is null or trim(remark) <> '')),
        add constraint charge_corrected_for_a_reason check (state not in ('RETURNED', 'WITHDRAWN', 'REVERSING', 'REVERSED')
          or remark is not null),
        add constraint charge_reversed_by_two_people check ((state = 'REVERSED') = (reversed_by is not null)
          and (reversed_by is null) = (reversed_at is null)
          and (reversed_by is null or reversed_by <> remark_by and reversed_by <> recorded_by));
      create unique index charge_replaced_once on charging.charge (replaces) where replaces is not null;
      drop index charging.charge_waiting;
      create index charge_waiting on charging.charge (state, sequence)
        where state in ('PROVISIONAL', 'RECORDED', 'RECEIVED', 'DISPUTED', 'RETURNED', 'REVERSING');

      drop trigger charge_stays_as_it_ended on charging.charge;
      create trigger charge_stays_as_it_ended before update on charging.charge
        for each row when (old.state in ('CREDITED', 'REJECTED', 'WITHDRAWN', 'REVERSED')) execute function platform.refuse_change();
      create trigger charge_replaces_for_good before update of replaces on charging.charge
        for each row when (new.replaces is distinct from old.replaces) execute function platform.refuse_change();
`;

const hands = `
      -- What has ended stays as it ended, so this need not be looked at again.
      create function charging.keep_replacements_single() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not exists (
          select from charging.charge as ended
          where ended.id = new.replaces and ended.state in ('WITHDRAWN', 'REVERSED', 'CREDITED')
            and (ended.provider, ended.client) = (new.provider, new.client)
        ) then
          raise exception 'charge % takes the place of one that is still owed', new.id using errcode = 'restrict_violation',
            constraint = 'charge_replaces_what_has_ended', schema = 'charging', table = 'charge';
        end if;
        return null;
      end $$;
      create trigger charge_replaces_what_has_ended after insert on charging.charge
        for each row when (new.replaces is not null) execute function charging.keep_replacements_single();

      -- The client returns; the provider withdraws, reverses and approves the reversal; nobody on their own trip, and nothing
      -- that a live invoice bills.
      create function charging.keep_corrections_apart() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        hand text := case new.state when 'REVERSED' then new.reversed_by else new.remark_by end;
        refused text;
      begin
        if not identity.is_of(hand, case new.state when 'RETURNED' then new.client else new.provider end) then
          refused := 'charge_hands_of_their_sides';
        elsif exists (select from identity.person_traveller as own where own.traveller = new.traveller and own.person = hand) then
          refused := 'charge_not_by_its_traveller';
        elsif new.state = 'REVERSED' and not identity.holds(hand, 'APPROVING_OFFICER', '', (new.reversed_at at time zone 'UTC')::date) then
          refused := 'charge_reversal_approved_as_designated';
        elsif new.state <> 'RETURNED' and exists (select from invoicing.invoice_line where charge = new.id and bills) then
          refused := 'charge_corrected_by_credit_note';
        end if;
        if refused is not null then
          raise exception 'charge % is not % by %', new.id, new.state, hand using errcode = 'restrict_violation',
            constraint = refused, schema = 'charging', table = 'charge';
        end if;
        return null;
      end $$;
      create trigger charge_corrected_by_its_hands after update of state on charging.charge
        for each row when (new.state in ('RETURNED', 'WITHDRAWN', 'REVERSING', 'REVERSED') and new.state <> old.state)
        execute function charging.keep_corrections_apart();

      -- Held while it is looked at: a reversal of it waits for this invoice, or this invoice for the reversal.
      create function invoicing.keep_bills_certified() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        perform from charging.charge where id in (select charge from added where bills) order by id for share;
        if exists (
          select from added cross join lateral (
            select from charging.charge where id = added.charge and state <> 'CERTIFIED' offset 0
          ) as other
          where added.bills
        ) then
          raise exception 'an invoice bills charges that are certified' using errcode = 'restrict_violation',
            constraint = 'invoice_line_bills_a_certified_charge', schema = 'invoicing', table = 'invoice_line';
        end if;
        return null;
      end $$;
      create trigger invoice_line_bills_a_certified_charge after insert on invoicing.invoice_line
        referencing new table as added for each statement execute function invoicing.keep_bills_certified();
`;

const freed = `
      -- What nobody pays any more may be charged again: with the step that ends a charge, its nights and tickets are free.
      create index traveller_night_by_charge on charging.traveller_night (charge);
      create index ticket_by_charge on charging.ticket (charge);
      create function charging.keep_until_freed() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if tg_op <> 'DELETE' or not exists (
          select from charging.charge where id = old.charge and state in ('WITHDRAWN', 'REVERSED')
        ) then
          raise exception 'what charge % has paid is kept as long as it is owed', old.charge
            using errcode = 'restrict_violation', constraint = tg_name, schema = tg_table_schema, table = tg_table_name;
        end if;
        return old;
      end $$;
      drop trigger traveller_night_is_kept on charging.traveller_night;
      create trigger traveller_night_is_kept before update or delete on charging.traveller_night
        for each row execute function charging.keep_until_freed();
      drop trigger ticket_is_kept on charging.ticket;
      create trigger ticket_is_kept before update or delete on charging.ticket
        for each row execute function charging.keep_until_freed();

      create function charging.free_nights_and_tickets() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        delete from charging.traveller_night where charge = new.id;
        delete from charging.ticket where charge = new.id;
        return null;
      end $$;
      create trigger charge_frees_nights_and_tickets after update of state on charging.charge
        for each row when (new.state in ('WITHDRAWN', 'REVERSED') and new.state <> old.state)
        execute function charging.free_nights_and_tickets();
`;

/** The words of an entry that are sealed, as they were. */
const entryBody = `
      create or replace function ledger.journal_entry_body(entry ledger.journal_entry) returns text language sql stable
        set search_path = pg_catalog, pg_temp as $$
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
`;

/** And with the pair that a reversal undoes. */
const entryBodyWithReversal = `
      create or replace function ledger.journal_entry_body(entry ledger.journal_entry) returns text language sql stable
        set search_path = pg_catalog, pg_temp as $$
        select format('{"accountingOn":%s,%s"biennium":%s,"book":%s,"counterparty":%s,"event":%s,"pair":%s,%s"postedAt":%s,"postedBy":%s,'
          '"postings":[%s],%s"source":%s}',
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
          case when entry.reverses is null then '' else format('"reverses":%s,', sealing.json_text(entry.reverses::text)) end,
          sealing.json_text(entry.source))
      $$;
`;

const reversals = `
      -- reverses: the pair that this entry undoes, in the same book.
      alter table ledger.journal_entry
        add column reverses uuid,
        add constraint journal_entry_of_its_original foreign key (reverses, book) references ledger.journal_entry (pair_id, book),
        add constraint journal_entry_reversal_names_its_original check ((event = 'CHARGE_REVERSED') = (reverses is not null)),
        drop constraint journal_entry_event_known,
        add constraint journal_entry_event_known check (event in
          ('CHARGE_CERTIFIED', 'CHARGE_REVERSED', 'INVOICE_ISSUED', 'CREDIT_NOTE_ISSUED', 'SETTLED'));
      create unique index journal_entry_reversed_once on ledger.journal_entry (reverses, book) where reverses is not null;

      create function ledger.keep_reversals_of_their_original() returns trigger language plpgsql security definer -- sees both books
        set search_path = pg_catalog, pg_temp as $$
      begin
        if not exists (
          select from ledger.journal_entry as original
          where original.pair_id = new.reverses and original.book = new.book and original.event = 'CHARGE_CERTIFIED'
            and (original.counterparty, original.source, original.biennium, original.posting_count)
              = (new.counterparty, new.source, new.biennium, new.posting_count)
            and not exists (
              select account, fund, budget_line, agreement, item, service_month, -amount_usd from ledger.posting where entry_id = original.id
              except all
              select account, fund, budget_line, agreement, item, service_month, amount_usd from ledger.posting where entry_id = new.id)
        ) then
          raise exception 'journal entry % is not the opposite of what it reverses', new.id using errcode = 'check_violation',
            constraint = 'journal_entry_undoes_its_original', schema = 'ledger', table = 'journal_entry';
        end if;
        return null;
      end $$;
      create constraint trigger journal_entry_undoes_its_original after insert on ledger.journal_entry
        deferrable initially deferred for each row when (new.reverses is not null)
        execute function ledger.keep_reversals_of_their_original();
`;
