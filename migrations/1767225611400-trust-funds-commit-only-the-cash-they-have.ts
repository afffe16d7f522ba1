import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A trust fund may state the cash that is there to commit; from then on it bears no more than that. A fund that states none
 * has no counter to wait for. Budget README, "The third ceiling".
 */
export class TrustFundsCommitOnlyTheCashTheyHave1767225611400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- cash_charged_usd counts (certified less credited) only while a limit is stated; stating one adds the journal up first.
      alter table budget.trust_fund
        add column cash_limit_usd numeric(18, 2),
        add column cash_charged_usd numeric(18, 2) not null default 0,
        add constraint trust_fund_cash_limit_not_negative check (cash_limit_usd >= 0 and cash_limit_usd <> 'NaN'),
        add constraint trust_fund_within_cash check (cash_charged_usd <> 'NaN' and (cash_limit_usd is null or cash_charged_usd <= cash_limit_usd));

      -- What each fund bears by the journal, for whoever keeps funds and knows no postings.
      create view ledger.fund_expenditure_view as
        select posting.fund, sum(posting.amount_usd) as amount_usd
        from ledger.posting where posting.account = 'EXPENDITURE' group by posting.fund;

      -- Adds to what funds bear (or takes off it), in the order of their codes, each only if its cash still allows it. Returns
      -- the first that does not allow it; then nothing may be kept. Each look is a statement of its own: it sees what was
      -- committed while this one waited. Whoever states a limit takes the lock alone, so that no draw falls between the
      -- journal's sum and the first count; draws share it, and a fund without a limit is not written to.
      create function budget.draw_cash(draws json)
        returns table (fund text, cash_limit_usd numeric, cash_charged_usd numeric, more_usd numeric) language plpgsql as $$
      declare
        draw record;
      begin
        perform pg_advisory_xact_lock_shared(hashtext('recoup fund cash'));
        if not exists (
          select from budget.trust_fund as held
          where held.cash_limit_usd is not null and held.code in (select one.fund from json_to_recordset(draws) as one (fund text))
        ) then
          return;
        end if;
        for draw in select one.fund, one.amount from json_to_recordset(draws) as one (fund text, amount numeric) order by one.fund
        loop
          update budget.trust_fund as held set cash_charged_usd = held.cash_charged_usd + draw.amount
            where held.code = draw.fund and held.cash_charged_usd + draw.amount <= held.cash_limit_usd;
          if not found then
            return query select held.code, held.cash_limit_usd, held.cash_charged_usd, draw.amount
              from budget.trust_fund as held where held.code = draw.fund and held.cash_limit_usd is not null;
            if found then
              return;
            end if;
          end if;
        end loop;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function budget.draw_cash(json);
      drop view ledger.fund_expenditure_view;
      alter table budget.trust_fund
        drop constraint trust_fund_within_cash,
        drop constraint trust_fund_cash_limit_not_negative,
        drop column cash_charged_usd,
        drop column cash_limit_usd;
    `);
  }
}
