import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A budget line, or a fund for its receipts, may say where it stands in its owner's resource planning system: the coding block that an
 * invoice prints (BT-19, BT-133). A table of its own, so that what was sealed of funds and lines stays as it was sealed. Budget README,
 * "Codings".
 */
export class ALineAndAFundSayWhereTheyAreBooked1767225646000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table budget.budget_line add constraint budget_line_of_its_fund_once unique (code, fund);
      create table budget.coding (
        fund text not null,
        budget_line text, -- none: of what the fund receives
        fund_centre text,
        grant_number text,
        wbse text,
        commitment_item text,
        constraint coding_once unique nulls not distinct (fund, budget_line),
        constraint coding_of_fund foreign key (fund) references budget.trust_fund,
        constraint coding_of_line_of_its_fund foreign key (budget_line, fund) references budget.budget_line (code, fund),
        -- As long as the longest of these codes is in such systems, and in capitals, as they are kept there.
        constraint coding_fund_centre_is_plain check (fund_centre collate "C" ~ '^[A-Z0-9][A-Z0-9./_-]{0,23}$'),
        constraint coding_grant_number_is_plain check (grant_number collate "C" ~ '^[A-Z0-9][A-Z0-9./_-]{0,23}$'),
        constraint coding_wbse_is_plain check (wbse collate "C" ~ '^[A-Z0-9][A-Z0-9./_-]{0,23}$'),
        constraint coding_commitment_item_is_plain check (commitment_item collate "C" ~ '^[A-Z0-9][A-Z0-9./_-]{0,23}$')
      );
      create trigger coding_change_is_audited after insert or update or delete on budget.coding
        for each statement execute function platform.refuse_change_without_act();

      -- What papers print of a coding: of the own funds and lines, and of the lines that an agreement of this side names for the other.
      create view budget.printed_coding_view with (security_barrier = true) as
        select coding.fund, coding.budget_line, coding.fund_centre, coding.grant_number, coding.wbse, coding.commitment_item
        from budget.coding join budget.trust_fund as fund on fund.code = coding.fund
        where ((select current_setting('app.tenant', true)) in (fund.secretariat, 'recoup')
            or fund.secretariat = any ((select string_to_array(nullif(current_setting('app.mandate', true), ''), ','))::text[]))
          or exists (
            select from agreements.agreement as agreed cross join lateral jsonb_array_elements(agreed.client_allocation) as part
            where agreed.provider = (select current_setting('app.tenant', true)) and agreed.client = fund.secretariat
              and part -> 'budgetLines' ->> coding.fund = coding.budget_line);
    `);
    await db.query('select sealing.seal_values($1, $2, $3, $4, $5, $6)', [
      'budget.coding',
      'coding',
      ['fund', 'budget_line'],
      ['fund', 'budget_line', 'fund_centre', 'grant_number', 'wbse', 'commitment_item'],
      [],
      ['(select secretariat from budget.trust_fund where code = (typed.row).fund)'],
    ]);
  }

  /** Refused where somebody has stated a coding: papers print it, and its versions are leaves of the seal or about to be. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$
      begin
        if exists (select from sealing.value_version where kind = 'coding') then
          raise exception 'codings of these books are under their seal, whose records the version before does not keep: they stay with this one'
            using errcode = 'restrict_violation', constraint = 'sealed_codings_are_kept', schema = 'sealing', table = 'value_version',
              hint = 'Work on with this version; or restore the backup from before the update into a folder of its own, and answer for what it lacks.';
        end if;
      end $$;
    `);
    await db.query(`select sealing.unseal_values('budget.coding')`);
    await db.query(`
      drop view budget.printed_coding_view;
      drop table budget.coding;
      alter table budget.budget_line drop constraint budget_line_of_its_fund_once;
    `);
  }
}
