import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A transaction that reads for two secretariats says whose mandate that is, and the database looks whether they have it: a mandate
 * that somebody only says opens nothing. Platform README, "Tenancy".
 */
export class AMandateIsSomebodys1767225649000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Both secretariats that whoever acts here is designated to read today; null for everybody else. As the owner: nobody reads the
      -- designations of others by it.
      create function platform.mandate() returns text[]
        language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
      declare
        said text := current_setting('app.mandate', true);
        today date := (now() at time zone 'UTC')::date;
      begin
        if coalesce(said, '') = '' then
          return null; -- nearly always: nothing is looked for
        end if;
        return (
          select array[person.secretariat, held.mandate]
          from identity.designation as held join identity.person on person.code = held.person
          where held.person = current_setting('app.person', true) and held.duty = 'JOINT_AUDITOR' and held.ended_at is null
            and today between held.valid_from and held.valid_to
            and said = person.secretariat || ',' || held.mandate
        );
      end $$;
    `);
    await db.query(readAsDesignated);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(readAsSaid);
    await db.query(`
      -- Policies ask it; they are put in force again at the end of the migration.
      do $$
      declare
        old record;
      begin
        for old in select polname, polrelid::regclass as relation from pg_policy
          where pg_get_expr(polqual, polrelid) ~ 'platform\\.mandate'
        loop
          execute format('drop policy %I on %s', old.polname, old.relation);
        end loop;
      end $$;
      drop function platform.mandate();
    `);
  }
}

// What runs as its owner, and says itself whose rows it shows.
const readAsDesignated = `
      create or replace function charging.charges_borne_by(fund text, budget_line text) returns setof text
        language sql stable rows 20000 security definer set search_path = pg_catalog, pg_temp as $$
        select share.charge
        from charging.charge_allocation as share join charging.charge on charge.id = share.charge
        where share.side = 'CLIENT'
          and (charges_borne_by.fund is null or share.fund = charges_borne_by.fund)
          and (charges_borne_by.budget_line is null or share.budget_line = charges_borne_by.budget_line)
          and ((select current_setting('app.tenant', true)) in (charge.provider, charge.client, 'recoup')
            or charge.provider = any ((select platform.mandate())::text[])
            or charge.client = any ((select platform.mandate())::text[]))
      $$;
      create or replace view budget.printed_fund_view with (security_barrier = true) as
        select code, name, secretariat, kind, programme_support_cost_rate from budget.trust_fund as fund
        where ((select current_setting('app.tenant', true)) in (secretariat, 'recoup') or secretariat = any ((select platform.mandate())::text[])) or exists (
          select from agreements.agreement
          where (select current_setting('app.tenant', true)) in (provider, client) and fund.secretariat in (provider, client));
      create or replace view ledger.shared_movement_view with (security_barrier = true) as
        select book, biennium, service_month, event, account, agreement, item, fund,
          case when ((select current_setting('app.tenant', true)) in (book, 'recoup') or book = any ((select platform.mandate())::text[])) then budget_line else '' end as budget_line,
          counterparty, amount_usd, postings
        from ledger.movement_total
        where ((select current_setting('app.tenant', true)) in (book, 'recoup') or book = any ((select platform.mandate())::text[]))
          or (select current_setting('app.tenant', true)) = counterparty
            and account in ('EXPENDITURE', 'PAYABLE', 'PAYABLE_UNBILLED', 'RECEIVABLE', 'RECEIVABLE_UNBILLED', 'RECOVERY_INCOME', 'PASS_THROUGH_RECOVERY')`;

const readAsSaid = `
      create or replace function charging.charges_borne_by(fund text, budget_line text) returns setof text
        language sql stable rows 20000 security definer set search_path = pg_catalog, pg_temp as $$
        select share.charge
        from charging.charge_allocation as share join charging.charge on charge.id = share.charge
        where share.side = 'CLIENT'
          and (charges_borne_by.fund is null or share.fund = charges_borne_by.fund)
          and (charges_borne_by.budget_line is null or share.budget_line = charges_borne_by.budget_line)
          and ((select current_setting('app.tenant', true)) in (charge.provider, charge.client, 'recoup')
            or charge.provider = any ((select string_to_array(nullif(current_setting('app.mandate', true), ''), ','))::text[])
            or charge.client = any ((select string_to_array(nullif(current_setting('app.mandate', true), ''), ','))::text[]))
      $$;
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
