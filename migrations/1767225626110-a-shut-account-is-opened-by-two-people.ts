import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever was shut out is let in again as an account is renewed: one proposes it, another approves, and the person opens it with a new
 * way in. Nothing else opens an account that was shut. Identity README, "Renewal".
 */
export class AShutAccountIsOpenedByTwoPeople1767225626110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Said with the proposal: what was proposed for an account that was open lets nobody in once it is shut.
      alter table identity.account_renewal add column lets_in_again boolean not null default false;
      drop trigger account_renewal_stays_as_decided on identity.account_renewal;
      create trigger account_renewal_stays_as_decided before update on identity.account_renewal
        for each row when (old.done_at is not null or old.lapsed_at is not null
          or (new.id, new.person, new.secretariat, new.reason, new.proposed_by, new.proposed_on, new.proposed_at, new.lets_in_again) is distinct from
            (old.id, old.person, old.secretariat, old.reason, old.proposed_by, old.proposed_on, old.proposed_at, old.lets_in_again)
          or old.approved_at is not null and (new.approved_by, new.approved_on, new.approved_at) is distinct from
            (old.approved_by, old.approved_on, old.approved_at))
        execute function platform.refuse_change();

      create function identity.keep_account_shut() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not exists (select from identity.account_renewal as renewal
          where renewal.person = new.person and renewal.lets_in_again and renewal.done_at = now())
        then
          raise exception 'the account of % stays shut', new.person
            using errcode = 'restrict_violation', constraint = 'account_stays_shut', schema = 'identity', table = 'account';
        end if;
        return new;
      end $$;
      create trigger account_stays_shut before update on identity.account
        for each row when (old.disabled_at is not null and new.disabled_at is distinct from old.disabled_at)
        execute function identity.keep_account_shut();
    `);
    await db.query(keepRenewals);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(keepRenewalsAsBefore);
    await db.query(`
      drop trigger account_stays_shut on identity.account;
      drop function identity.keep_account_shut();
      drop trigger account_renewal_stays_as_decided on identity.account_renewal;
      create trigger account_renewal_stays_as_decided before update on identity.account_renewal
        for each row when (old.done_at is not null or old.lapsed_at is not null
          or (new.id, new.person, new.secretariat, new.reason, new.proposed_by, new.proposed_on, new.proposed_at) is distinct from
            (old.id, old.person, old.secretariat, old.reason, old.proposed_by, old.proposed_on, old.proposed_at)
          or old.approved_at is not null and (new.approved_by, new.approved_on, new.approved_at) is distinct from
            (old.approved_by, old.approved_on, old.approved_at))
        execute function platform.refuse_change();
      alter table identity.account_renewal drop column lets_in_again;
    `);
  }
}

const keepRenewals = `
      create or replace function identity.keep_renewals_by_two_people() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
      begin
        if tg_op = 'INSERT' then
          if new.approved_at is not null or not (identity.has_come(new.person) or new.lets_in_again)
            or not (identity.is_of(new.proposed_by, new.secretariat) and identity.holds(new.proposed_by, 'ADMINISTRATOR', '', new.proposed_on))
          then
            refused := 'account_renewal_proposed_by_an_administrator';
          elsif new.lets_in_again <> exists (select from identity.account where account.person = new.person and account.disabled_at is not null) then
            refused := case when new.lets_in_again then 'account_renewal_lets_in_whoever_is_shut_out' else 'account_renewal_of_nobody_shut_out' end;
          end if;
        elsif old.approved_at is null and new.approved_at is not null then
          if now() > old.proposed_at + interval '3 days' then
            refused := 'account_renewal_lapses';
          elsif not identity.is_of(new.approved_by, new.secretariat) or not (
              identity.holds(new.approved_by, 'ADMINISTRATOR', '', new.approved_on)
              or identity.holds(new.approved_by, 'APPROVING_OFFICER', '', new.approved_on) and not exists (
                select from identity.designation as held join identity.person on person.code = held.person
                where person.secretariat = new.secretariat and held.duty = 'ADMINISTRATOR' and held.ended_at is null
                  and new.approved_on between held.valid_from and held.valid_to and held.person not in (new.proposed_by, new.person)
                  and not exists (select from identity.account where account.person = held.person and account.disabled_at is not null)))
          then
            refused := 'account_renewal_approved_by_another';
          end if;
        elsif old.done_at is null and new.done_at is not null and now() > old.approved_at + interval '3 days' then
          refused := 'account_renewal_lapses';
        end if;
        if refused is not null then
          raise exception 'the account of % is not renewed', new.person
            using errcode = 'check_violation', constraint = refused, schema = 'identity', table = 'account_renewal';
        end if;
        -- One renewal at a time: whoever has the link of another one, or finds it, has nothing. Their links are used up while they
        -- still stand: afterwards nothing uses them.
        if tg_op = 'UPDATE' and (old.approved_at is null and new.approved_at is not null or old.done_at is null and new.done_at is not null) then
          update identity.invitation set used_at = now()
            where person = new.person and used_at is null and renewal is not null and (renewal <> new.id or new.done_at is not null);
          update identity.account_renewal set lapsed_at = now()
            where person = new.person and id <> new.id and done_at is null and lapsed_at is null
              and coalesce(approved_at, proposed_at) >= now() - interval '3 days';
        end if;
        -- Whoever knew the old way in has nothing from here on, whichever the new one is.
        if tg_op = 'UPDATE' and old.done_at is null and new.done_at is not null then
          update identity.account set password = null, password_set_at = null
            where person = new.person and password is not null and not demo;
          if new.lets_in_again then
            update identity.account set disabled_at = null where person = new.person and disabled_at is not null and not demo;
          end if;
          update identity.issuer_subject set ended_at = now(), ended_by = new.approved_by where person = new.person and ended_at is null;
          update identity.session set ended_at = now(), ended_by = new.approved_by where person = new.person and ended_at is null;
          update identity.api_key set revoked_at = now(), revoked_by = new.approved_by where person = new.person and revoked_at is null;
          update identity.terminal set taken_at = now() where person = new.person and taken_at is null;
          delete from identity.recovery_code where person = new.person;
          delete from identity.second_factor where person = new.person;
        end if;
        return null;
      end $$`;

const keepRenewalsAsBefore = `
      create or replace function identity.keep_renewals_by_two_people() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
      begin
        if tg_op = 'INSERT' then
          if new.approved_at is not null or not identity.has_come(new.person)
            or not (identity.is_of(new.proposed_by, new.secretariat) and identity.holds(new.proposed_by, 'ADMINISTRATOR', '', new.proposed_on))
          then
            refused := 'account_renewal_proposed_by_an_administrator';
          elsif exists (select from identity.account where account.person = new.person and account.disabled_at is not null) then
            refused := 'account_renewal_of_nobody_shut_out';
          end if;
        elsif old.approved_at is null and new.approved_at is not null then
          if now() > old.proposed_at + interval '3 days' then
            refused := 'account_renewal_lapses';
          elsif not identity.is_of(new.approved_by, new.secretariat) or not (
              identity.holds(new.approved_by, 'ADMINISTRATOR', '', new.approved_on)
              or identity.holds(new.approved_by, 'APPROVING_OFFICER', '', new.approved_on) and not exists (
                select from identity.designation as held join identity.person on person.code = held.person
                where person.secretariat = new.secretariat and held.duty = 'ADMINISTRATOR' and held.ended_at is null
                  and new.approved_on between held.valid_from and held.valid_to and held.person not in (new.proposed_by, new.person)
                  and not exists (select from identity.account where account.person = held.person and account.disabled_at is not null)))
          then
            refused := 'account_renewal_approved_by_another';
          end if;
        elsif old.done_at is null and new.done_at is not null and now() > old.approved_at + interval '3 days' then
          refused := 'account_renewal_lapses';
        end if;
        if refused is not null then
          raise exception 'the account of % is not renewed', new.person
            using errcode = 'check_violation', constraint = refused, schema = 'identity', table = 'account_renewal';
        end if;
        -- One renewal at a time: whoever has the link of another one, or finds it, has nothing. Their links are used up while they
        -- still stand: afterwards nothing uses them.
        if tg_op = 'UPDATE' and (old.approved_at is null and new.approved_at is not null or old.done_at is null and new.done_at is not null) then
          update identity.invitation set used_at = now()
            where person = new.person and used_at is null and renewal is not null and (renewal <> new.id or new.done_at is not null);
          update identity.account_renewal set lapsed_at = now()
            where person = new.person and id <> new.id and done_at is null and lapsed_at is null
              and coalesce(approved_at, proposed_at) >= now() - interval '3 days';
        end if;
        -- Whoever knew the old way in has nothing from here on, whichever the new one is.
        if tg_op = 'UPDATE' and old.done_at is null and new.done_at is not null then
          update identity.account set password = null, password_set_at = null
            where person = new.person and password is not null and not demo;
          update identity.issuer_subject set ended_at = now(), ended_by = new.approved_by where person = new.person and ended_at is null;
          update identity.session set ended_at = now(), ended_by = new.approved_by where person = new.person and ended_at is null;
          update identity.api_key set revoked_at = now(), revoked_by = new.approved_by where person = new.person and revoked_at is null;
          update identity.terminal set taken_at = now() where person = new.person and taken_at is null;
          delete from identity.recovery_code where person = new.person;
          delete from identity.second_factor where person = new.person;
        end if;
        return null;
      end $$`;
