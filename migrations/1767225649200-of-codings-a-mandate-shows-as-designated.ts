import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where lines and receipts are booked, too, is shown by a mandate that somebody has, and by none that is only said. Platform README, "Tenancy". */
export class OfCodingsAMandateShowsAsDesignated1767225649200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace view budget.printed_coding_view with (security_barrier = true) as
        select coding.fund, coding.budget_line, coding.fund_centre, coding.grant_number, coding.wbse, coding.commitment_item
        from budget.coding join budget.trust_fund as fund on fund.code = coding.fund
        where ((select current_setting('app.tenant', true)) in (fund.secretariat, 'recoup')
            or fund.secretariat = any ((select platform.mandate())::text[]))
          or exists (
            select from agreements.agreement as agreed cross join lateral jsonb_array_elements(agreed.client_allocation) as part
            where agreed.provider = (select current_setting('app.tenant', true)) and agreed.client = fund.secretariat
              and part -> 'budgetLines' ->> coding.fund = coding.budget_line);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace view budget.printed_coding_view with (security_barrier = true) as
        select coding.fund, coding.budget_line, coding.fund_centre, coding.grant_number, coding.wbse, coding.commitment_item
        from budget.coding join budget.trust_fund as fund on fund.code = coding.fund
        where ((select current_setting('app.tenant', true)) in (fund.secretariat, 'recoup')
            or fund.secretariat = any ((select string_to_array(nullif(current_setting('app.mandate', true), ''), ','))::text[]))
          or exists (
            select from agreements.agreement as agreed cross join lateral jsonb_array_elements(agreed.client_allocation) as part
            where agreed.provider = (select current_setting('app.tenant', true)) and agreed.client = fund.secretariat
              and part -> 'budgetLines' ->> coding.fund = coding.budget_line);
    `);
  }
}
