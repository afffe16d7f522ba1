import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may not act is refused past the program too: hands on one chain of documents are different people, each acts for the
 * side it belongs to, on no trip of its own, and certifies as designated on the day. Roles that must not meet in one person
 * do not, and a designation is given by two people to a third. Identity README, "Segregation".
 */
export class NoTwoHandsAreOnePersons1767225617000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(designations);
    await db.query(`
      alter table platform.transition drop constraint transition_kind_known,
        add constraint transition_kind_known check (kind in ('charge', 'agreement', 'invoice', 'designation'));
      create index audit_event_by_time on platform.audit_event (at);
      insert into platform.transition (kind, from_state, to_state) values
        ('designation', 'PROPOSED', 'COUNTERSIGNED'), ('designation', 'PROPOSED', 'DECLINED'), ('designation', 'IN_FORCE', 'ENDED');
    `);
    await db.query(documents);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index platform.audit_event_by_time;
      alter table platform.transition disable trigger user;
      delete from platform.transition where kind = 'designation';
      alter table platform.transition enable trigger user;
      alter table platform.transition drop constraint transition_kind_known,
        add constraint transition_kind_known check (kind in ('charge', 'agreement', 'invoice'));
      drop trigger settlement_line_segregated on invoicing.settlement_line;
      drop trigger settlement_by_its_payer on invoicing.settlement;
      drop trigger invoice_hands_apart on invoicing.invoice;
      drop trigger invoice_prepared_by_its_side on invoicing.invoice;
      drop trigger signature_of_another_hand on agreements.signature;
      drop trigger agreement_drafted_by_a_party on agreements.agreement;
      drop trigger charge_steps_by_other_hands on charging.charge;
      drop trigger charge_recorded_by_its_side on charging.charge;
      drop function invoicing.keep_payers_hands_apart(), invoicing.keep_settlement_with_its_payer(), invoicing.keep_issuer_apart(),
        invoicing.keep_preparer_with_its_side(), agreements.keep_signatures_apart(), agreements.keep_draft_with_a_party(),
        charging.keep_steps_apart(), charging.keep_recorder_with_its_side();
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
        return null;
      end $$;
      create trigger designation_proposal_by_two_people after insert or update on identity.designation_proposal
        for each row execute function identity.keep_grants_by_two_people();

      -- What comes with new books, or before anybody could countersign, is the program's own act; all else was countersigned.
      create function identity.keep_designations_granted() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not exists (
             select from platform.audit_event where transaction = pg_current_xact_id() and person = 'recoup' and new.proposal is null)
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

const documents = `
      create function charging.keep_recorder_with_its_side() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
      begin
        select case when person.code is null then 'charge_hands_of_their_sides' else 'charge_not_by_its_traveller' end into refused
        from added
        left join identity.person on person.code = added.recorded_by and person.secretariat = added.provider
        where person.code is null
          or exists (select from identity.person_traveller as own where own.traveller = added.traveller and own.person = added.recorded_by)
        limit 1;
        if refused is not null then
          raise exception 'a charge is not recorded by whoever did' using errcode = 'restrict_violation', constraint = refused,
            schema = 'charging', table = 'charge';
        end if;
        return null;
      end $$;
      create trigger charge_recorded_by_its_side after insert on charging.charge
        referencing new table as added for each statement execute function charging.keep_recorder_with_its_side();

      -- The designations that a certification rests on are held first, so that none ends before it is done.
      create function charging.keep_steps_apart() returns trigger
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
      end $$;
      create trigger charge_steps_by_other_hands after update on charging.charge
        referencing old table as before new table as changed for each statement execute function charging.keep_steps_apart();

      create function agreements.keep_draft_with_a_party() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not identity.is_of(new.drafted_by, new.provider) and not identity.is_of(new.drafted_by, new.client) then
          raise exception 'agreement % is drafted by neither side', new.number using errcode = 'restrict_violation',
            constraint = 'agreement_drafted_by_a_party', schema = 'agreements', table = 'agreement';
        end if;
        return null;
      end $$;
      create trigger agreement_drafted_by_a_party after insert on agreements.agreement
        for each row execute function agreements.keep_draft_with_a_party();

      create function agreements.keep_signatures_apart() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        signed agreements.agreement%rowtype;
        refused text;
      begin
        select * into signed from agreements.agreement where number = new.agreement;
        if signed.drafted_by = new.signed_by then
          refused := 'agreement_not_signed_by_its_drafter';
        elsif not identity.is_of(new.signed_by, case new.side when 'PROVIDER' then signed.provider else signed.client end) then
          refused := 'signature_of_its_side';
        end if;
        if refused is not null then
          raise exception '% does not sign agreement %', new.signed_by, new.agreement using errcode = 'restrict_violation',
            constraint = refused, schema = 'agreements', table = 'signature';
        end if;
        return null;
      end $$;
      create trigger signature_of_another_hand after insert on agreements.signature
        for each row execute function agreements.keep_signatures_apart();

      create function invoicing.keep_preparer_with_its_side() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not identity.is_of(new.prepared_by, new.provider) then
          raise exception 'document % is not prepared by its provider', new.id using errcode = 'restrict_violation',
            constraint = 'invoice_hands_of_its_side', schema = 'invoicing', table = 'invoice';
        end if;
        return null;
      end $$;
      create trigger invoice_prepared_by_its_side after insert on invoicing.invoice
        for each row execute function invoicing.keep_preparer_with_its_side();

      create function invoicing.keep_issuer_apart() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
      begin
        if not identity.is_of(new.issued_by, new.provider) then
          refused := 'invoice_hands_of_its_side';
        elsif exists (
          select from invoicing.invoice_line as line join charging.charge on charge.id = line.charge
          where line.invoice = new.id and new.issued_by in (charge.recorded_by, charge.received_by, charge.certified_by)
        ) then
          refused := 'invoice_segregated_from_its_charges';
        end if;
        if refused is not null then
          raise exception '% does not issue document %', new.issued_by, new.number using errcode = 'restrict_violation',
            constraint = refused, schema = 'invoicing', table = 'invoice';
        end if;
        return null;
      end $$;
      create trigger invoice_hands_apart after update on invoicing.invoice
        for each row when (new.issued_by is distinct from old.issued_by) execute function invoicing.keep_issuer_apart();

      create function invoicing.keep_settlement_with_its_payer() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not identity.is_of(new.recorded_by, new.payer) then
          raise exception 'a settlement is recorded by its payer' using errcode = 'restrict_violation',
            constraint = 'settlement_hands_of_its_side', schema = 'invoicing', table = 'settlement';
        end if;
        return null;
      end $$;
      create trigger settlement_by_its_payer after insert on invoicing.settlement
        for each row execute function invoicing.keep_settlement_with_its_payer();

      create function invoicing.keep_payers_hands_apart() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if exists (
          select from added
          join invoicing.settlement on settlement.id = added.settlement
          join invoicing.invoice_line as line on line.invoice = added.invoice
          join charging.charge on charge.id = line.charge
          where charge.certified_by = settlement.recorded_by
        ) then
          raise exception 'whoever certified a charge does not settle it' using errcode = 'restrict_violation',
            constraint = 'settlement_segregated', schema = 'invoicing', table = 'settlement_line';
        end if;
        return null;
      end $$;
      create trigger settlement_line_segregated after insert on invoicing.settlement_line
        referencing new table as added for each statement execute function invoicing.keep_payers_hands_apart();
`;
