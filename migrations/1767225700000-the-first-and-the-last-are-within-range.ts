import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ranges of what a charge writes hold as they did, said shortly. PostgreSQL reads the CHECKs of a table anew for every statement
 * that writes to it, so a charge paid for the length of this one three times over: that the first and the last of its days are within
 * range says it of all of them (LEAST and GREATEST leave out what is null), and a number in quotes is one, not a conversion to one.
 * Platform README, "Rules".
 */
export class TheFirstAndTheLastAreWithinRange1767225700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ofAllAtOnce);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(oneByOne);
  }
}

/** Each table is read once, for its old rows. */
const ofAllAtOnce = `
      alter table agreements.agreement drop constraint agreement_within_range, add constraint agreement_within_range check (
        extract(year from least(effective_on, ends_on, signed_on)) >= '1900'
        and extract(year from greatest(effective_on, ends_on, signed_on)) <= '2199'
        and extract(year from drafted_at at time zone 'UTC') between '1900' and '2199'
        and least(ceiling_usd, charged_usd) >= '-10000000000000'
        and greatest(ceiling_usd, charged_usd) <= '10000000000000');
      alter table budget.budget_line drop constraint budget_line_within_range, add constraint budget_line_within_range check (
        least(allotment_usd, charged_usd) >= '-10000000000000'
        and greatest(allotment_usd, charged_usd) <= '10000000000000');
      alter table charging.charge drop constraint charge_within_range, add constraint charge_within_range check (
        extract(year from least(delivered_from, delivered_on, unit_rate_valid_from, rate_effective_on, supplier_invoice_on)) >= '1900'
        and extract(year from greatest(delivered_from, delivered_on, unit_rate_valid_from, rate_effective_on, supplier_invoice_on))
          <= '2199'
        and extract(year from least(recorded_at, received_at, certified_at, remark_at, reversed_at) at time zone 'UTC') >= '1900'
        and extract(year from greatest(recorded_at, received_at, certified_at, remark_at, reversed_at) at time zone 'UTC') <= '2199'
        and least(original_amount, amount_usd, credited_usd) >= '-10000000000000'
        and greatest(original_amount, amount_usd, credited_usd) <= '10000000000000'
        and least(quantity, credited_quantity) >= '-1000000000'
        and greatest(quantity, credited_quantity) <= '1000000000'
        and least(unit_rate, units_per_usd) > '-Infinity'
        and greatest(unit_rate, units_per_usd) < 'Infinity');
      alter table charging.charge_allocation drop constraint charge_allocation_within_range, add constraint charge_allocation_within_range check (
        least(amount_usd, credited_usd) >= '-10000000000000'
        and greatest(amount_usd, credited_usd) <= '10000000000000'
        and weight > '-Infinity' and weight < 'Infinity');
      alter table ledger.journal_entry drop constraint journal_entry_within_range, add constraint journal_entry_within_range check (
        extract(year from accounting_on) between '1900' and '2199'
        and extract(year from posted_at at time zone 'UTC') between '1900' and '2199');
      alter table ledger.movement_total drop constraint movement_total_within_range, add constraint movement_total_within_range check (
        extract(year from service_month) between '1900' and '2199'
        and amount_usd between '-9999999999999999.99' and '9999999999999999.99');
      alter table ledger.posting drop constraint posting_within_range, add constraint posting_within_range check (
        extract(year from service_month) between '1900' and '2199'
        and amount_usd between '-10000000000000' and '10000000000000');
      alter table platform.audit_event drop constraint audit_event_within_range, add constraint audit_event_within_range check (
        extract(year from at at time zone 'UTC') between '1900' and '2199');
      alter table platform.request_key drop constraint request_key_within_range, add constraint request_key_within_range check (
        extract(year from created_at at time zone 'UTC') between '1900' and '2199');
      alter table sealing.queue drop constraint queue_within_range, add constraint queue_within_range check (
        extract(year from queued_at at time zone 'UTC') between '1900' and '2199');`;

/** As they were before. */
const oneByOne = `
      alter table agreements.agreement drop constraint agreement_within_range, add constraint agreement_within_range check (
        extract(year from effective_on) between 1900 and 2199
        and extract(year from ends_on) between 1900 and 2199
        and extract(year from signed_on) between 1900 and 2199
        and extract(year from drafted_at at time zone 'UTC') between 1900 and 2199
        and ceiling_usd between -10000000000000 and 10000000000000
        and charged_usd between -10000000000000 and 10000000000000);
      alter table budget.budget_line drop constraint budget_line_within_range, add constraint budget_line_within_range check (
        allotment_usd between -10000000000000 and 10000000000000
        and charged_usd between -10000000000000 and 10000000000000);
      alter table charging.charge drop constraint charge_within_range, add constraint charge_within_range check (
        extract(year from delivered_from) between 1900 and 2199
        and extract(year from delivered_on) between 1900 and 2199
        and extract(year from unit_rate_valid_from) between 1900 and 2199
        and extract(year from rate_effective_on) between 1900 and 2199
        and extract(year from supplier_invoice_on) between 1900 and 2199
        and extract(year from recorded_at at time zone 'UTC') between 1900 and 2199
        and extract(year from received_at at time zone 'UTC') between 1900 and 2199
        and extract(year from certified_at at time zone 'UTC') between 1900 and 2199
        and extract(year from remark_at at time zone 'UTC') between 1900 and 2199
        and extract(year from reversed_at at time zone 'UTC') between 1900 and 2199
        and original_amount between -10000000000000 and 10000000000000
        and amount_usd between -10000000000000 and 10000000000000
        and credited_usd between -10000000000000 and 10000000000000
        and quantity between -1000000000 and 1000000000
        and credited_quantity between -1000000000 and 1000000000
        and unit_rate > '-Infinity' and unit_rate < 'Infinity'
        and units_per_usd > '-Infinity' and units_per_usd < 'Infinity');
      alter table charging.charge_allocation drop constraint charge_allocation_within_range, add constraint charge_allocation_within_range check (
        amount_usd between -10000000000000 and 10000000000000
        and credited_usd between -10000000000000 and 10000000000000
        and weight > '-Infinity' and weight < 'Infinity');
      alter table ledger.journal_entry drop constraint journal_entry_within_range, add constraint journal_entry_within_range check (
        extract(year from accounting_on) between 1900 and 2199
        and extract(year from posted_at at time zone 'UTC') between 1900 and 2199);
      alter table ledger.movement_total drop constraint movement_total_within_range, add constraint movement_total_within_range check (
        extract(year from service_month) between 1900 and 2199
        and amount_usd between -9999999999999999.99 and 9999999999999999.99);
      alter table ledger.posting drop constraint posting_within_range, add constraint posting_within_range check (
        extract(year from service_month) between 1900 and 2199
        and amount_usd between -10000000000000 and 10000000000000);
      alter table platform.audit_event drop constraint audit_event_within_range, add constraint audit_event_within_range check (
        extract(year from at at time zone 'UTC') between 1900 and 2199);
      alter table platform.request_key drop constraint request_key_within_range, add constraint request_key_within_range check (
        extract(year from created_at at time zone 'UTC') between 1900 and 2199);
      alter table sealing.queue drop constraint queue_within_range, add constraint queue_within_range check (
        extract(year from queued_at at time zone 'UTC') between 1900 and 2199);`;
