import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever has a way in gets another one by two people, or one of them could act as somebody else. What was open under the old
 * one ends with it. Identity README, "Renewal".
 */
export class AnAccountIsRenewedByTwoPeople1767225624000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Days are the books', for the duties of that day; instants are the database's, for how long it lasts.
      create table identity.account_renewal (
        id uuid not null,
        person text not null,
        secretariat text not null,
        reason text not null,
        proposed_by text not null,
        proposed_on date not null,
        proposed_at timestamptz not null default now(),
        approved_by text,
        approved_on date,
        approved_at timestamptz,
        done_at timestamptz,
        lapsed_at timestamptz, -- another one took its place
        constraint account_renewal_once primary key (id),
        constraint account_renewal_of_account foreign key (person) references identity.account (person),
        constraint account_renewal_of_person foreign key (person, secretariat) references identity.person (code, secretariat),
        constraint account_renewal_says_why check (trim(reason) <> ''),
        constraint account_renewal_approved_by_somebody check (num_nonnulls(approved_by, approved_on, approved_at) in (0, 3)),
        constraint account_renewal_done_once_approved check (done_at is null or approved_at is not null),
        constraint account_renewal_done_or_lapsed check (num_nonnulls(done_at, lapsed_at) < 2),
        constraint account_renewal_not_for_oneself check (proposed_by <> person and approved_by is distinct from person),
        constraint account_renewal_by_two_people check (approved_by <> proposed_by)
      );
      create index account_renewal_of_somebody on identity.account_renewal (person, proposed_at);
      create trigger account_renewal_is_kept before delete on identity.account_renewal
        for each row execute function platform.refuse_change();
      create trigger account_renewal_is_not_emptied before truncate on identity.account_renewal
        for each statement execute function platform.refuse_change();
      create trigger account_renewal_stays_as_decided before update on identity.account_renewal
        for each row when (old.done_at is not null or old.lapsed_at is not null
          or (new.id, new.person, new.secretariat, new.reason, new.proposed_by, new.proposed_on, new.proposed_at) is distinct from
            (old.id, old.person, old.secretariat, old.reason, old.proposed_by, old.proposed_on, old.proposed_at)
          or old.approved_at is not null and (new.approved_by, new.approved_on, new.approved_at) is distinct from
            (old.approved_by, old.approved_on, old.approved_at))
        execute function platform.refuse_change();
      create trigger account_renewal_change_is_audited after insert or update on identity.account_renewal
        for each statement execute function platform.refuse_change_without_act();

      -- Whether somebody has, or ever had, a way in of their own: from then on nobody makes another one alone.
      create function identity.has_come(person text) returns boolean
        language sql stable set search_path = pg_catalog, pg_temp as $$
        select exists (select from identity.account where account.person = has_come.person and password is not null)
          or exists (select from identity.issuer_subject as linked where linked.person = has_come.person)
          or exists (select from identity.account_renewal as renewal where renewal.person = has_come.person and renewal.done_at is not null)
      $$;

      create function identity.keep_renewals_by_two_people() returns trigger
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
      end $$;
      create trigger account_renewal_by_two_people after insert or update on identity.account_renewal
        for each row execute function identity.keep_renewals_by_two_people();

      -- Whether a renewal of this person is done in this very transaction.
      create function identity.is_renewed_now(person text) returns boolean
        language sql stable set search_path = pg_catalog, pg_temp as $$
        select exists (select from identity.account_renewal as renewal where renewal.person = is_renewed_now.person and renewal.done_at = now())
      $$;

      alter table identity.invitation add column renewal uuid,
        add constraint invitation_of_renewal foreign key (renewal) references identity.account_renewal (id),
        add constraint invitation_of_one_renewal unique (renewal),
        add constraint invitation_renews_somebody check (renewal is null or person is not null);
    `);
    await db.query(keepInvitations);
    await db.query(`
      -- Ways in of one person are made one after the other: two at once would each find that the person has none yet.
      create function identity.keep_ways_in() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
      begin
        perform pg_advisory_xact_lock(1767225624, hashtext(new.person));
        if not identity.has_come(new.person) then
          return new;
        elsif not identity.is_renewed_now(new.person) then
          refused := 'account_renewed_by_two_people';
        elsif tg_table_name = 'issuer_subject' then
          -- Whoever proposed would choose a subject of their own, once somebody has approved.
          if not exists (select from identity.account_renewal as renewal
            where renewal.person = new.person and renewal.done_at = now() and renewal.approved_by = new.linked_by)
          then
            refused := 'issuer_subject_by_whoever_approved';
          end if;
        end if;
        if refused is not null then
          raise exception 'another way in for % is not given', new.person
            using errcode = 'restrict_violation', constraint = refused, schema = 'identity', table = 'account';
        end if;
        return new;
      end $$;
      create trigger account_renewed_by_two_people before update of password on identity.account
        for each row when (not (old.demo and new.demo)) execute function identity.keep_ways_in();
      create trigger issuer_subject_renewed_by_two_people before insert on identity.issuer_subject
        for each row execute function identity.keep_ways_in();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger issuer_subject_renewed_by_two_people on identity.issuer_subject;
      drop trigger account_renewed_by_two_people on identity.account;
      drop function identity.keep_ways_in();
    `);
    await db.query(keepInvitationsAsBefore);
    await db.query(`
      alter table identity.invitation drop constraint invitation_renews_somebody, drop constraint invitation_of_one_renewal,
        drop constraint invitation_of_renewal, drop column renewal;
      drop table identity.account_renewal;
      drop function identity.keep_renewals_by_two_people(), identity.is_renewed_now(text), identity.has_come(text);
    `);
  }
}

/** As before, and whoever has come already is let in anew by a renewal alone: a link that was made earlier opens nothing then. */
const keepInvitations = `
      create or replace function identity.keep_invitation() returns trigger language plpgsql
        security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if tg_op = 'UPDATE' and old.used_at is not null then
          raise exception 'this link has been used'
            using errcode = 'restrict_violation', constraint = 'invitation_used_once', schema = 'identity', table = 'invitation';
        end if;
        if new.person is null and exists (select from identity.account) then
          raise exception 'these books have an administrator already'
            using errcode = 'restrict_violation', constraint = 'invitation_first_is_first', schema = 'identity', table = 'invitation';
        end if;
        if new.person is not null and identity.has_come(new.person) and not exists (
          select from identity.account_renewal as renewal
          where renewal.id = new.renewal and renewal.person = new.person and renewal.approved_at is not null and renewal.lapsed_at is null
        ) then
          raise exception '% has come already', new.person
            using errcode = 'restrict_violation', constraint = 'invitation_renews_by_two_people', schema = 'identity', table = 'invitation';
        end if;
        return new;
      end $$`;

const keepInvitationsAsBefore = `
      create or replace function identity.keep_invitation() returns trigger language plpgsql
        security invoker set search_path = pg_catalog as $$
      begin
        if tg_op = 'UPDATE' and old.used_at is not null then
          raise exception 'this link has been used'
            using errcode = 'restrict_violation', constraint = 'invitation_used_once', schema = 'identity', table = 'invitation';
        end if;
        if new.person is null and exists (select from identity.account) then
          raise exception 'these books have an administrator already'
            using errcode = 'restrict_violation', constraint = 'invitation_first_is_first', schema = 'identity', table = 'invitation';
        end if;
        return new;
      end $$`;
