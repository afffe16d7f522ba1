import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was priced and what was signed stand as they were, and an UPDATE that names none of their columns is not asked: a step of a
 * charge and a sum charged to an agreement compared forty of them with themselves. No other trigger of these tables writes into a row,
 * and one that nobody expects is found by the verification. Charging README, "The database asks again".
 */
export class WhatNoUpdateNamesIsNotCompared1767225702000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger charge_price_is_frozen on charging.charge;
      create trigger charge_price_is_frozen before delete or update of id, agreement, provider, client, item, family, nature, quantity,
        unit, delivered_from, delivered_on, biennium, unit_rate, unit_rate_currency, unit_rate_valid_from, original_currency,
        original_amount, units_per_usd, rate_effective_on, amount_usd, supplier_invoice_on, evidence, traveller, trip, recorded_by,
        recorded_at on charging.charge
        for each row execute function charging.keep_price_frozen();
      drop trigger agreement_stands_as_signed on agreements.agreement;
      create trigger agreement_stands_as_signed before delete or update of number, provider, client, meeting, biennium, families, mandates,
        effective_on, ends_on, ceiling_usd, programme_support_cost, travel_mode, client_allocation, provider_credit, signed_on
        on agreements.agreement
        for each row execute function agreements.keep_signed_terms();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger agreement_stands_as_signed on agreements.agreement;
      create trigger agreement_stands_as_signed before update or delete on agreements.agreement
        for each row execute function agreements.keep_signed_terms();
      drop trigger charge_price_is_frozen on charging.charge;
      create trigger charge_price_is_frozen before update or delete on charging.charge
        for each row execute function charging.keep_price_frozen();
    `);
  }
}
