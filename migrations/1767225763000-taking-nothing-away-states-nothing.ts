import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A coding without parts takes one away; where none is stated it says nothing, and is refused. Budget README, "Codings". */
export class TakingNothingAwayStatesNothing1767225763000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function budget.refuse_nothing_stated() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
      begin
        raise exception 'no coding is stated of %, so there is none to take away', coalesce(new.budget_line, new.fund)
          using errcode = 'restrict_violation', constraint = tg_name, schema = tg_table_schema, table = tg_table_name;
      end $$;
      -- After, not before: of an insert that becomes an update, a trigger before it would judge the insert.
      create trigger coding_begins_with_a_part after insert on budget.coding
        for each row when (num_nonnulls(new.fund_centre, new.grant_number, new.wbse, new.commitment_item) = 0)
        execute function budget.refuse_nothing_stated();
      create trigger coding_is_taken_away_once after update on budget.coding
        for each row when (num_nonnulls(new.fund_centre, new.grant_number, new.wbse, new.commitment_item,
          old.fund_centre, old.grant_number, old.wbse, old.commitment_item) = 0)
        execute function budget.refuse_nothing_stated();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger coding_is_taken_away_once on budget.coding;
      drop trigger coding_begins_with_a_part on budget.coding;
      drop function budget.refuse_nothing_stated();
    `);
  }
}
