import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The service catalogue and every rate, by the day it is in force; a rate once entered is never changed. Rates README. */
export class RatesAreDatedAndKept1767225604000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create extension if not exists btree_gist;
      create schema rates;

      -- UN/ECE Recommendation 20, the codes that service agreements use.
      create table rates.unit (
        code text not null,
        name text not null,
        constraint unit_once primary key (code)
      );
      insert into rates.unit (code, name) values
        ('C62', 'one'), ('DAY', 'day'), ('E48', 'service unit'), ('E49', 'working day'), ('E51', 'job'), ('E54', 'trip'),
        ('HUR', 'hour'), ('IE', 'person'), ('LS', 'lump sum'), ('MON', 'month'), ('3C', 'man month'), ('Q3', 'meal'),
        ('QB', 'page, hardcopy'), ('ROM', 'room'), ('D68', 'number of words'), ('ZP', 'page');

      create table rates.service_item (
        code text not null,
        family text not null,
        nature text not null,
        unit text not null,
        title text not null,
        constraint service_item_once primary key (code),
        constraint service_item_nature_known check (nature in ('OWN_SERVICE', 'PASS_THROUGH'))
      );
      -- What a sponsored delegate's trip is charged as: its components are no items of their own on an invoice.
      insert into rates.service_item (code, family, nature, unit, title) values
        ('TRIP', 'TRAVEL', 'PASS_THROUGH', 'E54', 'Trip of a sponsored delegate, at actual cost');

      create table rates.rate_card_entry (
        provider text not null,
        item text not null,
        valid_from date not null,
        valid_to date not null,
        currency text not null,
        unit_rate numeric not null,
        includes_indirect_cost boolean not null,
        constraint rate_card_entry_once primary key (provider, item, valid_from),
        constraint rate_card_entry_of_provider foreign key (provider) references identity.secretariat (code),
        constraint rate_card_entry_of_item foreign key (item) references rates.service_item (code),
        constraint rate_card_entry_period check (valid_from <= valid_to and isfinite(valid_from) and isfinite(valid_to)),
        constraint rate_card_entry_positive check (unit_rate > 0 and unit_rate < 'Infinity'),
        constraint rate_card_periods_do_not_overlap
          exclude using gist (provider with =, item with =, daterange(valid_from, valid_to, '[]') with &&)
      );

      create table rates.operational_rate (
        currency text not null,
        effective_on date not null,
        units_per_usd numeric not null,
        constraint operational_rate_once primary key (currency, effective_on),
        constraint operational_rate_positive check (units_per_usd > 0 and units_per_usd < 'Infinity' and isfinite(effective_on)),
        constraint operational_rate_not_of_usd check (currency <> 'USD')
      );

      create table rates.dsa_rate (
        place text not null,
        effective_on date not null,
        currency text not null,
        amount numeric not null,
        constraint dsa_rate_once primary key (place, effective_on),
        constraint dsa_rate_positive check (amount > 0 and amount < 'Infinity' and isfinite(effective_on))
      );

      create table rates.terminal_expense (
        effective_on date not null,
        amount_usd numeric(18, 2) not null,
        constraint terminal_expense_once primary key (effective_on),
        constraint terminal_expense_not_negative check (amount_usd >= 0 and amount_usd <> 'NaN' and isfinite(effective_on))
      );

      create trigger rate_card_entry_is_kept before update or delete on rates.rate_card_entry
        for each row execute function platform.refuse_change();
      create trigger operational_rate_is_kept before update or delete on rates.operational_rate
        for each row execute function platform.refuse_change();
      create trigger dsa_rate_is_kept before update or delete on rates.dsa_rate
        for each row execute function platform.refuse_change();
      create trigger terminal_expense_is_kept before update or delete on rates.terminal_expense
        for each row execute function platform.refuse_change();
      create trigger rate_card_entry_is_not_emptied before truncate on rates.rate_card_entry
        for each statement execute function platform.refuse_change();
      create trigger operational_rate_is_not_emptied before truncate on rates.operational_rate
        for each statement execute function platform.refuse_change();
      create trigger dsa_rate_is_not_emptied before truncate on rates.dsa_rate
        for each statement execute function platform.refuse_change();
      create trigger terminal_expense_is_not_emptied before truncate on rates.terminal_expense
        for each statement execute function platform.refuse_change();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop schema rates cascade`);
    await db.query(`drop extension btree_gist`);
  }
}
