import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rates price the charges of both sides and are never changed: a slip in one would stay, and keep the right one out. One is in force
 * once two people have loaded the same value. Rates README, "Rules".
 */
export class ARateIsLoadedByTwo1767225649100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What somebody loaded, whether or not it came into force. Whoever sees that it was a slip loads the right value beside it.
      create table rates.loaded_rate (
        currency text not null,
        effective_on date not null,
        units_per_usd numeric not null,
        loaded_by text not null,
        loaded_for text not null,
        loaded_at timestamptz not null,
        constraint loaded_rate_once primary key (currency, effective_on, units_per_usd, loaded_by),
        constraint loaded_rate_positive check (units_per_usd > 0 and units_per_usd < 'Infinity' and isfinite(effective_on)),
        constraint loaded_rate_not_of_usd check (currency <> 'USD'),
        constraint loaded_rate_within_range check (
          extract(year from effective_on) between 1900 and 2199
          and units_per_usd > '-Infinity' and units_per_usd < 'Infinity'
          and extract(year from loaded_at at time zone 'UTC') between 1900 and 2199)
      );
      create trigger loaded_rate_is_kept before update or delete on rates.loaded_rate
        for each row execute function platform.refuse_change();
      create trigger loaded_rate_is_not_emptied before truncate on rates.loaded_rate
        for each statement execute function platform.refuse_change();
      create trigger loaded_rate_change_is_audited after insert on rates.loaded_rate
        for each statement execute function platform.refuse_change_without_act();

      create function rates.keep_hands_of_whoever_acts() returns trigger
        language plpgsql set search_path = pg_catalog, pg_temp as $$
      begin
        if not exists (
          select from platform.audit_event as event
          where event.transaction = pg_current_xact_id() and (event.person, event.secretariat) = (new.loaded_by, new.loaded_for)
        ) then
          raise exception '% did not load this', new.loaded_by
            using errcode = 'check_violation', constraint = 'loaded_rate_by_whoever_acts', schema = 'rates', table = 'loaded_rate';
        end if;
        return null;
      end $$;
      create trigger loaded_rate_by_whoever_acts after insert on rates.loaded_rate
        for each row execute function rates.keep_hands_of_whoever_acts();

      -- What comes with new books the program enters, as it does everything else in them.
      create function rates.keep_rates_loaded_by_two() returns trigger
        language plpgsql set search_path = pg_catalog, pg_temp as $$
      begin
        if (
          select count(*) from rates.loaded_rate as loaded
          where (loaded.currency, loaded.effective_on, loaded.units_per_usd) = (new.currency, new.effective_on, new.units_per_usd)
        ) < 2 and (
          select count(*) filter (where event.person = 'recoup') = 0 and count(*) > 0 -- without an act it is refused for that
          from platform.audit_event as event where event.transaction = pg_current_xact_id()
        ) then
          raise exception 'one person alone has loaded the rate of % for %', new.currency, new.effective_on
            using errcode = 'check_violation', constraint = 'operational_rate_loaded_by_two', schema = 'rates', table = 'operational_rate';
        end if;
        return null;
      end $$;
      create trigger operational_rate_loaded_by_two after insert on rates.operational_rate
        for each row execute function rates.keep_rates_loaded_by_two();
    `);
  }

  /** Refused where somebody has loaded a rate: who did would be unsaid. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$
      begin
        if exists (select from rates.loaded_rate) then
          raise exception 'who loaded the rates of these books is kept: they stay with this version'
            using errcode = 'restrict_violation', constraint = 'hands_are_kept', schema = 'rates', table = 'loaded_rate';
        end if;
      end $$;
      drop trigger operational_rate_loaded_by_two on rates.operational_rate;
      drop function rates.keep_rates_loaded_by_two();
      drop table rates.loaded_rate;
      drop function rates.keep_hands_of_whoever_acts();
    `);
  }
}
