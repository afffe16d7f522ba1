import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Trust funds, budget lines with their ceiling, and dated split keys. Budget README. */
export class BudgetLinesAreNeverOverspent1767225603000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema budget;

      create table budget.trust_fund (
        code text not null,
        name text not null,
        secretariat text not null,
        kind text not null,
        programme_support_cost_rate numeric not null,
        constraint trust_fund_once primary key (code),
        constraint trust_fund_of_secretariat foreign key (secretariat) references identity.secretariat (code),
        constraint trust_fund_kind_known check (kind in ('GENERAL', 'VOLUNTARY', 'SPECIFIC')),
        constraint trust_fund_rate_is_a_share check (programme_support_cost_rate between 0 and 1)
      );

      -- charged_usd is a guarded counter: certified less credited, never above the allotment (which excludes programme support cost).
      create table budget.budget_line (
        code text not null,
        fund text not null,
        biennium text not null,
        activity text not null,
        title text not null,
        allotment_usd numeric(18, 2) not null,
        charged_usd numeric(18, 2) not null default 0,
        constraint budget_line_once primary key (code),
        constraint budget_line_of_fund foreign key (fund) references budget.trust_fund (code),
        constraint budget_line_allotment_not_negative check (allotment_usd >= 0 and allotment_usd <> 'NaN'),
        constraint budget_line_within_allotment check (charged_usd <= allotment_usd and charged_usd <> 'NaN')
      );

      create table budget.split_key (
        code text not null,
        valid_from date not null,
        weights jsonb not null,
        constraint split_key_version_once primary key (code, valid_from),
        constraint split_key_has_weights check (jsonb_array_length(weights) > 0),
        constraint split_key_from_a_day check (isfinite(valid_from))
      );
      create trigger split_key_is_kept before update or delete on budget.split_key
        for each row execute function platform.refuse_change();
      create trigger split_key_is_not_emptied before truncate on budget.split_key
        for each statement execute function platform.refuse_change();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema budget cascade`);
  }
}
