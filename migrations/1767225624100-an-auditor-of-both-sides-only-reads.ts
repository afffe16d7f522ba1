import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A joint auditor reads the inside of two secretariats and does nothing else: whoever is one holds no other duty, and each
 * side has a hand on it. What such a transaction sees, and that it writes nothing, is in `tenancy.ts`. Identity README,
 * "Designations".
 */
export class AnAuditorOfBothSidesOnlyReads1767225624100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Of a joint auditor: the other secretariat, whose books are open too.
      alter table identity.designation add column mandate text,
        drop constraint designation_duty_known,
        add constraint designation_duty_known check (duty in (${duties}, 'JOINT_AUDITOR')),
        add constraint designation_mandate_of_secretariat foreign key (mandate) references identity.secretariat (code),
        add constraint designation_of_a_joint_auditor_has_a_mandate check ((duty = 'JOINT_AUDITOR') = (mandate is not null)),
        -- Two at once would open three insides to one reader.
        add constraint joint_auditor_holds_one_mandate
          exclude using gist (person with =, daterange(valid_from, valid_to, '[]') with &&) where (duty = 'JOINT_AUDITOR' and ended_at is null);
      alter table identity.designation_proposal add column mandate text,
        drop constraint designation_proposal_duty_known,
        add constraint designation_proposal_duty_known check (duty in (${duties}, 'JOINT_AUDITOR')),
        add constraint designation_proposal_mandate_of_secretariat foreign key (mandate) references identity.secretariat (code),
        add constraint designation_proposal_of_a_joint_auditor_has_a_mandate check ((duty = 'JOINT_AUDITOR') = (mandate is not null)),
        add constraint designation_proposal_mandate_of_another_side check (mandate <> secretariat);
      drop trigger designation_proposal_stays_as_proposed on identity.designation_proposal;
      create trigger designation_proposal_stays_as_proposed before update on identity.designation_proposal
        for each row when (old.state <> 'PROPOSED' or
          (new.id, new.person, new.secretariat, new.duty, new.fund, new.valid_from, new.valid_to, new.acting, new.mandate, new.reason,
            new.proposed_by, new.proposed_at) is distinct from
          (old.id, old.person, old.secretariat, old.duty, old.fund, old.valid_from, old.valid_to, old.acting, old.mandate, old.reason,
            old.proposed_by, old.proposed_at))
        execute function platform.refuse_change();
    `);
    await db.query(grantsWithMandates);
    await db.query(grantedWithMandates);
    await db.query(rolesWithMandates);
    await db.query(holderWithMandates);
    await db.query(facesWithMandates);
  }

  /** Refused where the books hold a mandate, ended ones too: what was given is not unsaid. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$
      begin
        if exists (select from identity.designation where mandate is not null)
          or exists (select from identity.designation_proposal where mandate is not null)
        then
          raise exception 'these books have, or had, a joint auditor, whom the version before does not know: they stay with this one'
            using errcode = 'restrict_violation', constraint = 'mandates_are_kept', schema = 'identity', table = 'designation';
        end if;
      end $$;
    `);
    await db.query(facesAsBefore);
    await db.query(holderAsBefore);
    await db.query(rolesAsBefore);
    await db.query(grantedAsBefore);
    await db.query(grantsAsBefore);
    await db.query(`
      -- Policies name the columns that go; the rest are put in force again at the end of the migration.
      do $$
      declare
        old record;
      begin
        for old in select polname, polrelid::regclass as relation from pg_policy
          where polrelid in ('identity.designation'::regclass, 'identity.designation_proposal'::regclass)
        loop
          execute format('drop policy %I on %s', old.polname, old.relation);
        end loop;
      end $$;
      drop trigger designation_proposal_stays_as_proposed on identity.designation_proposal;
      create trigger designation_proposal_stays_as_proposed before update on identity.designation_proposal
        for each row when (old.state <> 'PROPOSED' or
          (new.id, new.person, new.secretariat, new.duty, new.fund, new.valid_from, new.valid_to, new.acting, new.reason, new.proposed_by,
            new.proposed_at) is distinct from
          (old.id, old.person, old.secretariat, old.duty, old.fund, old.valid_from, old.valid_to, old.acting, old.reason, old.proposed_by,
            old.proposed_at))
        execute function platform.refuse_change();
      alter table identity.designation_proposal drop constraint designation_proposal_mandate_of_another_side,
        drop constraint designation_proposal_of_a_joint_auditor_has_a_mandate, drop constraint designation_proposal_mandate_of_secretariat,
        drop constraint designation_proposal_duty_known, drop column mandate,
        add constraint designation_proposal_duty_known check (duty in (${duties}));
      alter table identity.designation drop constraint joint_auditor_holds_one_mandate, drop constraint designation_of_a_joint_auditor_has_a_mandate,
        drop constraint designation_mandate_of_secretariat, drop constraint designation_duty_known, drop column mandate,
        add constraint designation_duty_known check (duty in (${duties}));
    `);
  }
}

const duties = `'FINANCE_OFFICER', 'CERTIFYING_OFFICER', 'APPROVING_OFFICER', 'AUDITOR', 'ADMINISTRATOR'`;

/** A mandate is proposed by the one side and countersigned by an approving officer of the other, whose books it opens. */
const grantsWithMandates = `
      create or replace function identity.keep_grants_by_two_people() returns trigger
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
        elsif new.mandate is not null then
          if new.state = 'COUNTERSIGNED' and not identity.is_of(new.decided_by, new.mandate) then
            refused := 'mandate_countersigned_by_the_other_side';
          end if;
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
          insert into identity.designation (id, person, duty, fund, valid_from, valid_to, proposal, mandate)
          values (new.id, new.person, new.duty, new.fund, greatest(new.valid_from, day), new.valid_to, new.id, new.mandate);
        end if;
        return null;
      end $$`;

const grantsAsBefore = `
      create or replace function identity.keep_grants_by_two_people() returns trigger
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
      end $$`;

const grantedWithMandates = `
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
               and new.valid_from = greatest(proposal.valid_from, (proposal.decided_at at time zone 'UTC')::date))
        then
          raise exception 'nobody has countersigned % as %', new.person, new.duty
            using errcode = 'restrict_violation', constraint = 'designation_is_granted', schema = 'identity', table = 'designation';
        end if;
        return new;
      end $$`;

/** After the row, under the lock of its person: of two that would meet, the later one sees the earlier. */
const rolesWithMandates = `
      create or replace function identity.keep_roles_apart() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        refused text;
      begin
        perform pg_advisory_xact_lock(1767225615, hashtext(new.person));
        select case
            when 'JOINT_AUDITOR' in (new.duty, other.duty) then 'joint_auditor_holds_no_other_duty'
            when 'AUDITOR' in (new.duty, other.duty) then 'auditor_holds_no_other_role'
            when 'ADMINISTRATOR' in (new.duty, other.duty) then 'administrator_holds_no_financial_role'
            else 'nobody_certifies_and_approves' end
          into refused
        from identity.designation as other
        where other.person = new.person and other.duty <> new.duty and other.ended_at is null and new.ended_at is null
          and daterange(other.valid_from, other.valid_to, '[]') && daterange(new.valid_from, new.valid_to, '[]')
          and ('JOINT_AUDITOR' in (new.duty, other.duty) or 'AUDITOR' in (new.duty, other.duty) or 'ADMINISTRATOR' in (new.duty, other.duty)
            or (new.duty, other.duty) in (('CERTIFYING_OFFICER', 'APPROVING_OFFICER'), ('APPROVING_OFFICER', 'CERTIFYING_OFFICER')))
        limit 1;
        if refused is not null then
          raise exception '% holds what does not go together with %', new.person, new.duty
            using errcode = 'exclusion_violation', constraint = refused, schema = 'identity', table = 'designation';
        end if;
        return null;
      end $$`;

const rolesAsBefore = `
      create or replace function identity.keep_roles_apart() returns trigger
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
      end $$`;

const holderWithMandates = `
      create or replace function identity.holder_of(person text, day date)
        returns table (name text, secretariat text, secretariat_name text, designations json, travels_as json) language plpgsql stable security definer
        set search_path = pg_catalog, pg_temp as $$
      begin
        return query
          select found.name, found.secretariat, side.name, coalesce((
            select json_agg(json_build_object('duty', held.duty, 'fund', held.fund, 'validFrom', held.valid_from,
              'validTo', held.valid_to, 'mandate', held.mandate) order by held.duty, held.fund, held.valid_from)
            from identity.designation as held
            where held.person = found.code and holder_of.day between held.valid_from and held.valid_to
              and held.ended_at is null
          ), '[]'), (select coalesce(json_agg(own.traveller), '[]') from identity.person_traveller as own where own.person = found.code)
          from identity.person as found join identity.secretariat as side on side.code = found.secretariat
          where found.code = holder_of.person;
      end $$`;

const holderAsBefore = `
      create or replace function identity.holder_of(person text, day date)
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
      end $$`;

/** The faces that say themselves who sees what: a joint auditor sees of each side what that side sees. */
const facesWithMandates = `
      create or replace view budget.printed_fund_view with (security_barrier = true) as
        select code, name, secretariat, kind, programme_support_cost_rate from budget.trust_fund as fund
        where ((select current_setting('app.tenant', true)) in (secretariat, 'recoup') or secretariat = any ((select string_to_array(nullif(current_setting('app.mandate', true), ''), ','))::text[])) or exists (
          select from agreements.agreement
          where (select current_setting('app.tenant', true)) in (provider, client) and fund.secretariat in (provider, client));
      create or replace view ledger.shared_movement_view with (security_barrier = true) as
        select book, biennium, service_month, event, account, agreement, item, fund,
          case when ((select current_setting('app.tenant', true)) in (book, 'recoup') or book = any ((select string_to_array(nullif(current_setting('app.mandate', true), ''), ','))::text[])) then budget_line else '' end as budget_line,
          counterparty, amount_usd, postings
        from ledger.movement_total
        where ((select current_setting('app.tenant', true)) in (book, 'recoup') or book = any ((select string_to_array(nullif(current_setting('app.mandate', true), ''), ','))::text[]))
          or (select current_setting('app.tenant', true)) = counterparty
            and account in ('EXPENDITURE', 'PAYABLE', 'PAYABLE_UNBILLED', 'RECEIVABLE', 'RECEIVABLE_UNBILLED', 'RECOVERY_INCOME', 'PASS_THROUGH_RECOVERY')`;

const facesAsBefore = `
      create or replace view budget.printed_fund_view with (security_barrier = true) as
        select code, name, secretariat, kind, programme_support_cost_rate from budget.trust_fund as fund
        where (select current_setting('app.tenant', true)) in (secretariat, 'recoup') or exists (
          select from agreements.agreement
          where (select current_setting('app.tenant', true)) in (provider, client) and fund.secretariat in (provider, client));
      create or replace view ledger.shared_movement_view with (security_barrier = true) as
        select book, biennium, service_month, event, account, agreement, item, fund,
          case when (select current_setting('app.tenant', true)) in (book, 'recoup') then budget_line else '' end as budget_line,
          counterparty, amount_usd, postings
        from ledger.movement_total
        where (select current_setting('app.tenant', true)) in (book, 'recoup')
          or (select current_setting('app.tenant', true)) = counterparty
            and account in ('EXPENDITURE', 'PAYABLE', 'PAYABLE_UNBILLED', 'RECEIVABLE', 'RECEIVABLE_UNBILLED', 'RECOVERY_INCOME', 'PASS_THROUGH_RECOVERY')`;
