import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Roles that must not meet in one person do not, and a designation is given by two people to a third. Identity README,
 * "Segregation".
 */
export class ADesignationIsGivenByTwoPeople1767225617000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(designations);
    await db.query(`
      alter table platform.transition drop constraint transition_kind_known,
        add constraint transition_kind_known check (kind in ('charge', 'agreement', 'invoice', 'designation'));
      create index audit_event_by_time on platform.audit_event (at);
      insert into platform.transition (kind, from_state, to_state) values
        ('designation', 'PROPOSED', 'COUNTERSIGNED'), ('designation', 'PROPOSED', 'DECLINED'), ('designation', 'IN_FORCE', 'ENDED');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index platform.audit_event_by_time;
      alter table platform.transition disable trigger user;
      delete from platform.transition where kind = 'designation';
      alter table platform.transition enable trigger user;
      alter table platform.transition drop constraint transition_kind_known,
        add constraint transition_kind_known check (kind in ('charge', 'agreement', 'invoice'));
      drop trigger designation_is_granted on identity.designation;
      drop trigger designation_keeps_roles_apart on identity.designation;
      drop trigger designation_stays_ended on identity.designation;
      drop trigger designation_is_not_emptied on identity.designation;
      drop function identity.keep_designations_granted(), identity.keep_roles_apart();
      alter table identity.designation
        drop constraint designation_ended_for_a_reason, drop constraint designation_of_one_proposal, drop constraint designation_of_proposal,
        drop constraint designation_known_by_its_id, drop column id, drop column proposal, drop column ended_at, drop column ended_by, drop column end_reason;
      drop table identity.designation_proposal, identity.person_traveller;
      drop function identity.keep_grants_by_two_people(), identity.officers_of(text, date), identity.is_of(text, text),
        identity.holds(text, text, text, date);
    `);
  }
}

const designations = `
      -- The references under which people travel: nobody acts on their own trip.
      create table identity.person_traveller (
        traveller text not null,
        person text not null,
        constraint person_traveller_once primary key (traveller),
        constraint person_traveller_of_person foreign key (person) references identity.person (code),
        constraint person_traveller_says_which check (trim(traveller) <> '')
      );
      create index person_traveller_by_person on identity.person_traveller (person);
      create trigger person_traveller_is_kept before update or delete on identity.person_traveller
        for each row execute function platform.refuse_change();
      create trigger person_traveller_is_not_emptied before truncate on identity.person_traveller
        for each statement execute function platform.refuse_change();
      create trigger person_traveller_change_is_audited after insert on identity.person_traveller
        for each statement execute function platform.refuse_change_without_act();

      -- A designation to be: an administrator proposes it for somebody else, a third person countersigns it. "acting": for want of
      -- somebody, until a day.
      create table identity.designation_proposal (
        id uuid not null,
        person text not null,
        secretariat text not null,
        duty text not null,
        fund text not null,
        valid_from date not null,
        valid_to date not null,
        acting boolean not null,
        reason text not null,
        state text not null default 'PROPOSED',
        proposed_by text not null,
        proposed_at timestamptz not null,
        decided_by text,
        decided_at timestamptz,
        constraint designation_proposal_once primary key (id),
        constraint designation_proposal_of_person foreign key (person, secretariat) references identity.person (code, secretariat),
        constraint designation_proposal_duty_known check (duty in
          ('FINANCE_OFFICER', 'CERTIFYING_OFFICER', 'APPROVING_OFFICER', 'AUDITOR', 'ADMINISTRATOR')),
        constraint designation_proposal_certifies_a_fund check ((duty = 'CERTIFYING_OFFICER') = (fund <> '')),
        constraint designation_proposal_period check (valid_from <= valid_to and isfinite(valid_from) and isfinite(valid_to)),
        constraint designation_proposal_says_why check (trim(reason) <> ''),
        constraint designation_proposal_state_known check (state in ('PROPOSED', 'COUNTERSIGNED', 'DECLINED')),
        constraint designation_proposal_decided_by_somebody check ((state = 'PROPOSED') = (decided_by is null)
          and (decided_by is null) = (decided_at is null)),
        constraint designation_not_for_oneself check (proposed_by <> person and (state <> 'COUNTERSIGNED' or decided_by <> person)),
        constraint designation_by_two_people check (state <> 'COUNTERSIGNED' or decided_by <> proposed_by)
      );
      create index designation_proposal_waiting on identity.designation_proposal (secretariat) where state = 'PROPOSED';
      create trigger designation_proposal_is_kept before delete on identity.designation_proposal
        for each row execute function platform.refuse_change();
      create trigger designation_proposal_is_not_emptied before truncate on identity.designation_proposal
        for each statement execute function platform.refuse_change();
      create trigger designation_proposal_stays_as_proposed before update on identity.designation_proposal
        for each row when (old.state <> 'PROPOSED' or
          (new.id, new.person, new.secretariat, new.duty, new.fund, new.valid_from, new.valid_to, new.acting, new.reason, new.proposed_by,
            new.proposed_at) is distinct from
          (old.id, old.person, old.secretariat, old.duty, old.fund, old.valid_from, old.valid_to, old.acting, old.reason, old.proposed_by,
            old.proposed_at))
        execute function platform.refuse_change();
      create trigger designation_proposal_change_is_audited after insert or update on identity.designation_proposal
        for each statement execute function platform.refuse_change_without_act();

      alter table identity.designation
        add column id uuid not null default gen_random_uuid(),
        add column proposal uuid,
        add column ended_at timestamptz,
        add column ended_by text,
        add column end_reason text,
        add constraint designation_known_by_its_id unique (id),
        add constraint designation_of_proposal foreign key (proposal) references identity.designation_proposal (id),
        add constraint designation_of_one_proposal unique (proposal),
        add constraint designation_ended_for_a_reason check (num_nonnulls(ended_at, ended_by, end_reason) in (0, 3)
          and (end_reason is null or trim(end_reason) <> ''));
      create trigger designation_stays_ended before update on identity.designation
        for each row when (old.ended_at is not null) execute function platform.refuse_change();
      create trigger designation_is_not_emptied before truncate on identity.designation
        for each statement execute function platform.refuse_change();

      create function identity.holds(person text, duty text, fund text, day date) returns boolean
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select exists (
          select from identity.designation as held
          where held.person = holds.person and held.duty = holds.duty and (holds.fund is null or held.fund = holds.fund)
            and holds.day between held.valid_from and held.valid_to and held.ended_at is null)
      $$;
      create function identity.is_of(person text, secretariat text) returns boolean
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select exists (select from identity.person where code = is_of.person and person.secretariat = is_of.secretariat)
      $$;
      -- How many people of a secretariat act on documents that day.
      create function identity.officers_of(secretariat text, day date) returns bigint
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select count(distinct held.person)
        from identity.designation as held join identity.person on person.code = held.person
        where person.secretariat = officers_of.secretariat and held.ended_at is null
          and officers_of.day between held.valid_from and held.valid_to
          and held.duty in ('FINANCE_OFFICER', 'CERTIFYING_OFFICER', 'APPROVING_OFFICER')
      $$;

      create function identity.keep_grants_by_two_people() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
        day date := (coalesce(new.decided_at, new.proposed_at) at time zone 'UTC')::date;
        is_own boolean;
      begin
        if tg_op = 'INSERT' then
          if new.state <> 'PROPOSED' then
            refused := 'designation_begins_as_a_proposal';
          elsif not (identity.is_of(new.proposed_by, new.secretariat) and identity.holds(new.proposed_by, 'ADMINISTRATOR', '', day)) then
            refused := 'designation_proposed_by_an_administrator';
          end if;
        elsif not identity.holds(new.decided_by, 'APPROVING_OFFICER', '', day) then
          refused := 'designation_countersigned_by_an_approving_officer';
        else
          is_own := identity.is_of(new.decided_by, new.secretariat);
          if new.state = 'COUNTERSIGNED' and is_own = (new.acting and identity.officers_of(new.secretariat, day) < 4) then
            refused := case when is_own then 'acting_designation_countersigned_by_the_other_side'
              else 'designation_countersigned_by_its_own_side' end;
          end if;
        end if;
        if refused is not null then
          raise exception 'the designation of % as % is not given', new.person, new.duty
            using errcode = 'check_violation', constraint = refused, schema = 'identity', table = 'designation_proposal';
        end if;
        -- Given here, and by nobody else: whoever countersigns may be of the other side. Nothing is given backwards.
        if new.state = 'COUNTERSIGNED' then
          insert into identity.designation (id, person, duty, fund, valid_from, valid_to, proposal)
          values (new.id, new.person, new.duty, new.fund, greatest(new.valid_from, day), new.valid_to, new.id);
        end if;
        return null;
      end $$;
      create trigger designation_proposal_by_two_people after insert or update on identity.designation_proposal
        for each row execute function identity.keep_grants_by_two_people();

      -- What comes with new books is the program's own act, and the first administrator's, while nobody has an account; all else
      -- was countersigned.
      create function identity.keep_designations_granted() returns trigger
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
               and new.valid_from = greatest(proposal.valid_from, (proposal.decided_at at time zone 'UTC')::date))
        then
          raise exception 'nobody has countersigned % as %', new.person, new.duty
            using errcode = 'restrict_violation', constraint = 'designation_is_granted', schema = 'identity', table = 'designation';
        end if;
        return new;
      end $$;
      create trigger designation_is_granted before insert on identity.designation
        for each row execute function identity.keep_designations_granted();

      -- After the row, under the lock of its person: of two that would meet, the later one sees the earlier.
      create function identity.keep_roles_apart() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
      begin
        perform pg_advisory_xact_lock(1767225615, hashtext(new.person));
        select case
            when 'AUDITOR' in (new.duty, other.duty) then 'auditor_holds_no_other_role'
            when 'ADMINISTRATOR' in (new.duty, other.duty) then 'administrator_holds_no_financial_role'
            else 'nobody_certifies_and_approves' end
          into refused
        from identity.designation as other
        where other.person = new.person and other.duty <> new.duty and other.ended_at is null and new.ended_at is null
          and daterange(other.valid_from, other.valid_to, '[]') && daterange(new.valid_from, new.valid_to, '[]')
          and ('AUDITOR' in (new.duty, other.duty) or 'ADMINISTRATOR' in (new.duty, other.duty)
            or (new.duty, other.duty) in (('CERTIFYING_OFFICER', 'APPROVING_OFFICER'), ('APPROVING_OFFICER', 'CERTIFYING_OFFICER')))
        limit 1;
        if refused is not null then
          raise exception '% holds what does not go together with %', new.person, new.duty
            using errcode = 'exclusion_violation', constraint = refused, schema = 'identity', table = 'designation';
        end if;
        return null;
      end $$;
      create trigger designation_keeps_roles_apart after insert or update on identity.designation
        for each row execute function identity.keep_roles_apart();
`;
