import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A certifying officer certifies a fund of the own secretariat, as the books call it. Designations from before stand as they were given. */
export class ADesignationIsOfAnOwnFund1767225640300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function identity.has_fund(secretariat text, fund text) returns boolean
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
        select exists (select from budget.trust_fund as own
          where own.code = has_fund.fund and own.secretariat = has_fund.secretariat)
      $$;

      create function identity.keep_designations_of_own_funds() returns trigger
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if not identity.has_fund((select secretariat from identity.person where code = new.person), new.fund) then
          raise exception '% is no fund of the secretariat of %', new.fund, new.person
            using errcode = 'foreign_key_violation', constraint = 'designation_of_an_own_fund', schema = 'identity', table = tg_table_name;
        end if;
        return null;
      end $$;
      -- At the end of the transaction: reference data may name officers before funds.
      create constraint trigger designation_of_an_own_fund after insert on identity.designation
        deferrable initially deferred for each row when (new.duty = 'CERTIFYING_OFFICER')
        execute function identity.keep_designations_of_own_funds();
      create trigger designation_proposal_of_an_own_fund after insert on identity.designation_proposal
        for each row when (new.duty = 'CERTIFYING_OFFICER')
        execute function identity.keep_designations_of_own_funds();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger designation_proposal_of_an_own_fund on identity.designation_proposal;
      drop trigger designation_of_an_own_fund on identity.designation;
      drop function identity.keep_designations_of_own_funds(), identity.has_fund(text, text);
    `);
  }
}
