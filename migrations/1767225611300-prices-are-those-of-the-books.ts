import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A charge is priced with a rate that the books had when it was recorded: the card's on the day of delivery, converted with
 * the newest operational rate on or before it, with support cost once. A trip is the sum of its components. Charging README.
 */
export class PricesAreThoseOfTheBooks1767225611300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table rates.operational_rate
        add constraint operational_rate_with_its_value_once unique (currency, effective_on, units_per_usd);

      -- The rate row itself, with its value: of a cost in the supplier's currency, of a card that is not in USD.
      alter table charging.charge
        add constraint charge_cost_converted_with_a_published_rate foreign key (original_currency, rate_effective_on, units_per_usd)
          references rates.operational_rate (currency, effective_on, units_per_usd),
        add constraint charge_card_converted_with_a_published_rate foreign key (unit_rate_currency, rate_effective_on, units_per_usd)
          references rates.operational_rate (currency, effective_on, units_per_usd),
        add constraint charge_converted_unless_in_usd
          check ((coalesce(original_currency, unit_rate_currency, 'USD') <> 'USD') = (units_per_usd is not null)),
        add constraint charge_price_names_its_currency
          check ((original_amount is null) = (original_currency is null) and (unit_rate is null) = (unit_rate_currency is null)
            and (unit_rate is null) = (unit_rate_valid_from is null) and original_amount <> 'NaN' and unit_rate <> 'NaN');

      create function charging.trip_total(trip jsonb) returns numeric language sql immutable parallel safe as $$
        select coalesce(sum((component ->> 1)::numeric), 0) from jsonb_array_elements(trip -> 'components') as component
      $$;
      alter table charging.charge
        add constraint charge_trip_adds_up check (trip is null or amount_usd = charging.trip_total(trip));

      -- Up to which charge the books had been written when a rate came in: a charge after it must know the rate.
      alter table rates.operational_rate add column entered_after_charge bigint;
      alter table rates.operational_rate disable trigger operational_rate_is_kept;
      alter table rates.operational_rate disable trigger operational_rate_change_is_audited;
      update rates.operational_rate set entered_after_charge = (select coalesce(max(sequence), 0) from charging.charge);
      alter table rates.operational_rate enable trigger operational_rate_is_kept;
      alter table rates.operational_rate enable trigger operational_rate_change_is_audited;
      alter table rates.operational_rate alter column entered_after_charge set not null;

      -- Rates come in one after the other, and while one does no converted charge does: each knows whether it was first.
      create function charging.place_rate_among_charges() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(hashtext('recoup operational rates'));
        new.entered_after_charge := (select coalesce(max(sequence), 0) from charging.charge);
        return new;
      end $$;
      create trigger operational_rate_is_placed before insert on rates.operational_rate
        for each row execute function charging.place_rate_among_charges();

      create function charging.keep_prices_of_the_books() returns trigger language plpgsql as $$
      declare
        broken text;
      begin
        if exists (select from added where rate_effective_on is not null) then
          perform pg_advisory_xact_lock_shared(hashtext('recoup operational rates'));
          select 'charge_converted_with_the_newest_rate' into broken
          from added cross join lateral (
            select from rates.operational_rate as newer
            where newer.currency = coalesce(added.original_currency, added.unit_rate_currency)
              and newer.effective_on > added.rate_effective_on and newer.effective_on <= added.delivered_on
            limit 1 offset 0
          ) as found limit 1;
          if broken is null then
            select 'charge_converted_with_a_rate_in_force' into broken from added where rate_effective_on > delivered_on limit 1;
          end if;
        end if;
        if broken is null then
          -- By key, kind by kind: a batch of a thousand charges has a handful of prices.
          select case when card.provider is null then 'charge_priced_by_the_card' else 'charge_support_cost_once' end into broken
          from (
            select provider, item, unit_rate_valid_from, unit_rate_currency, unit_rate, agreement, min(delivered_on) as first,
              max(delivered_on) as last
            from added where unit_rate is not null group by 1, 2, 3, 4, 5, 6
          ) as priced
          left join lateral (
            select card.provider, card.includes_indirect_cost from rates.rate_card_entry as card
            where card.provider = priced.provider and card.item = priced.item and card.valid_from = priced.unit_rate_valid_from
              and card.currency = priced.unit_rate_currency and card.unit_rate = priced.unit_rate
              and card.valid_from <= priced.first and card.valid_to >= priced.last
            offset 0
          ) as card on true
          where card.provider is null or card.includes_indirect_cost and exists (
            select from agreements.agreement where number = priced.agreement and programme_support_cost = 'CLIENT_FUND')
          limit 1;
        end if;
        if broken is not null then
          raise exception 'a charge is priced with another rate than the books have for its day'
            using errcode = 'check_violation', constraint = broken, schema = 'charging', table = 'charge';
        end if;
        return null;
      end $$;
      create trigger charge_priced_by_the_books after insert on charging.charge
        referencing new table as added for each statement execute function charging.keep_prices_of_the_books();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger charge_priced_by_the_books on charging.charge;
      drop function charging.keep_prices_of_the_books();
      drop trigger operational_rate_is_placed on rates.operational_rate;
      drop function charging.place_rate_among_charges();
      alter table rates.operational_rate drop column entered_after_charge;
      alter table charging.charge
        drop constraint charge_trip_adds_up,
        drop constraint charge_price_names_its_currency,
        drop constraint charge_converted_unless_in_usd,
        drop constraint charge_card_converted_with_a_published_rate,
        drop constraint charge_cost_converted_with_a_published_rate;
      drop function charging.trip_total(jsonb);
      alter table rates.operational_rate drop constraint operational_rate_with_its_value_once;
    `);
  }
}
