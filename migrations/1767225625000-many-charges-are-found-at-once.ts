import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A charge keeps the words that it is looked for by, folded once instead of at each search; and which charges bear on a fund is
 * found in one pass over the shares. No index is written for either when a charge moves. Charging README, "Lists".
 */
export class ManyChargesAreFoundAtOnce1767225625000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Folded as ASCII. What is looked for lies in what never moves, so this does not either.
      alter table charging.charge add column words text collate "C" generated always as (
        lower((id || ' ' || item || coalesce(' ' || evidence, '') || coalesce(' ' || note, '')) collate "C")
      ) stored;

      -- The charges of this side's agreements, or of the two that a joint auditor reads, that the client bears out of a fund, or on a budget line; null: whatever it is. As
      -- the owner: the policy of the shares looks every one of them up, which for all of them is the longer way to the same rows.
      create function charging.charges_borne_by(fund text, budget_line text) returns setof text
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
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function charging.charges_borne_by(text, text);
      alter table charging.charge drop column words;
    `);
  }
}
