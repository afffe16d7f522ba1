import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each secretariat has a first administrator of its own: nobody of the other one may let its people in. A link that names no
 * secretariat is of books that know none yet. Identity README, "Sign-in".
 */
export class EachSideHasAFirstAdministrator1767225640100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table identity.invitation
        add column secretariat text,
        add constraint invitation_of_secretariat foreign key (secretariat) references identity.secretariat (code),
        add constraint invitation_names_whom_or_where check (secretariat is null or person is null);

      create function identity.has_an_account(secretariat text) returns boolean
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select exists (select from identity.account join identity.person on person.code = account.person
          where has_an_account.secretariat is null or person.secretariat = has_an_account.secretariat)
      $$;
    `);
    await db.query(keepInvitations);
    await db.query(granted);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(grantedAsBefore);
    await db.query(keepInvitationsAsBefore);
    await db.query(`
      drop function identity.has_an_account(text);
      alter table identity.invitation
        drop constraint invitation_names_whom_or_where, drop constraint invitation_of_secretariat, drop column secretariat;
    `);
  }
}

const keepInvitations = `
      create or replace function identity.keep_invitation() returns trigger language plpgsql
        security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if tg_op = 'UPDATE' and old.used_at is not null then
          raise exception 'this link has been used'
            using errcode = 'restrict_violation', constraint = 'invitation_used_once', schema = 'identity', table = 'invitation';
        end if;
        if new.person is null and identity.has_an_account(new.secretariat) then
          raise exception 'the secretariat has somebody with an account already'
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

/** As before, and the first administrator of a secretariat in which nobody has an account. */
const granted = `
      create or replace function identity.keep_designations_granted() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not exists (
             select from platform.audit_event as event
             where event.transaction = pg_current_xact_id() and new.proposal is null and (event.person = 'recoup'
               or event.action = 'FIRST_ADMINISTRATOR' and new.duty = 'ADMINISTRATOR' and exists (
                 select from identity.person where person.code = new.person and person.secretariat = event.secretariat
                   and not identity.has_an_account(person.secretariat))))
           and not exists (
             select from identity.designation_proposal as proposal
             where proposal.id = new.proposal and proposal.state = 'COUNTERSIGNED'
               and (proposal.person, proposal.duty, proposal.fund, proposal.valid_to) = (new.person, new.duty, new.fund, new.valid_to)
               and proposal.mandate is not distinct from new.mandate
               and new.valid_from = greatest(proposal.valid_from, (proposal.decided_at at time zone 'UTC')::date))
        then
          raise exception 'nobody has countersigned % as %', new.person, new.duty
            using errcode = 'restrict_violation', constraint = 'designation_is_granted', schema = 'identity', table = 'designation';
        end if;
        return new;
      end $$`;

const grantedAsBefore = `
      create or replace function identity.keep_designations_granted() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not exists (
             select from platform.audit_event as event
             where event.transaction = pg_current_xact_id() and new.proposal is null and (event.person = 'recoup'
               or event.action = 'FIRST_ADMINISTRATOR' and new.duty = 'ADMINISTRATOR' and not exists (select from identity.account)))
           and not exists (
             select from identity.designation_proposal as proposal
             where proposal.id = new.proposal and proposal.state = 'COUNTERSIGNED'
               and (proposal.person, proposal.duty, proposal.fund, proposal.valid_to) = (new.person, new.duty, new.fund, new.valid_to)
               and proposal.mandate is not distinct from new.mandate
               and new.valid_from = greatest(proposal.valid_from, (proposal.decided_at at time zone 'UTC')::date))
        then
          raise exception 'nobody has countersigned % as %', new.person, new.duty
            using errcode = 'restrict_violation', constraint = 'designation_is_granted', schema = 'identity', table = 'designation';
        end if;
        return new;
      end $$`;
