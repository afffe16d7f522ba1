import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each day and instant is one of the years 1900 to 2199, as the class Day has them, in UTC; each amount is at most ten million
 * millions either way, as Money has it, and no number is infinite or none. What is a sum of amounts is held by its column's digits.
 * A column that comes later comes with a constraint of its own: a test asks. No constant here is a day or an instant, for how the
 * catalogue writes one depends on who asks. Platform README, "Rules".
 */
export class DaysAndAmountsAreWithinRange1767225643300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table agreements.agreement add constraint agreement_within_range check (
        extract(year from effective_on) between 1900 and 2199
        and extract(year from ends_on) between 1900 and 2199
        and extract(year from signed_on) between 1900 and 2199
        and extract(year from drafted_at at time zone 'UTC') between 1900 and 2199
        and ceiling_usd between -10000000000000 and 10000000000000
        and charged_usd between -10000000000000 and 10000000000000);
      alter table agreements.meeting add constraint meeting_within_range check (
        extract(year from starts_on) between 1900 and 2199
        and extract(year from ends_on) between 1900 and 2199);
      alter table agreements.signature add constraint signature_within_range check (
        extract(year from signed_on) between 1900 and 2199
        and extract(year from recorded_at at time zone 'UTC') between 1900 and 2199);
      alter table budget.budget_line add constraint budget_line_within_range check (
        allotment_usd between -10000000000000 and 10000000000000
        and charged_usd between -10000000000000 and 10000000000000);
      alter table budget.split_key add constraint split_key_within_range check (
        extract(year from valid_from) between 1900 and 2199);
      alter table budget.trust_fund add constraint trust_fund_within_range check (
        cash_limit_usd between -10000000000000 and 10000000000000
        and cash_charged_usd between -9999999999999999.99 and 9999999999999999.99
        and programme_support_cost_rate > '-Infinity' and programme_support_cost_rate < 'Infinity');
      alter table charging.charge add constraint charge_within_range check (
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
      alter table charging.charge_allocation add constraint charge_allocation_within_range check (
        amount_usd between -10000000000000 and 10000000000000
        and credited_usd between -10000000000000 and 10000000000000
        and weight > '-Infinity' and weight < 'Infinity');
      alter table charging.evidence add constraint evidence_within_range check (
        extract(year from added_at at time zone 'UTC') between 1900 and 2199);
      alter table charging.evidence_withdrawal add constraint evidence_withdrawal_within_range check (
        extract(year from withdrawn_at at time zone 'UTC') between 1900 and 2199);
      alter table charging.traveller_night add constraint traveller_night_within_range check (
        extract(year from night) between 1900 and 2199);
      alter table identity.account add constraint account_within_range check (
        extract(year from password_set_at at time zone 'UTC') between 1900 and 2199
        and extract(year from created_at at time zone 'UTC') between 1900 and 2199
        and extract(year from disabled_at at time zone 'UTC') between 1900 and 2199);
      alter table identity.account_renewal add constraint account_renewal_within_range check (
        extract(year from proposed_on) between 1900 and 2199
        and extract(year from approved_on) between 1900 and 2199
        and extract(year from proposed_at at time zone 'UTC') between 1900 and 2199
        and extract(year from approved_at at time zone 'UTC') between 1900 and 2199
        and extract(year from done_at at time zone 'UTC') between 1900 and 2199
        and extract(year from lapsed_at at time zone 'UTC') between 1900 and 2199);
      alter table identity.api_key add constraint api_key_within_range check (
        extract(year from created_at at time zone 'UTC') between 1900 and 2199
        and extract(year from expires_at at time zone 'UTC') between 1900 and 2199
        and extract(year from used_at at time zone 'UTC') between 1900 and 2199
        and extract(year from revoked_at at time zone 'UTC') between 1900 and 2199);
      alter table identity.designation add constraint designation_within_range check (
        extract(year from valid_from) between 1900 and 2199
        and extract(year from valid_to) between 1900 and 2199
        and extract(year from ended_at at time zone 'UTC') between 1900 and 2199);
      alter table identity.designation_proposal add constraint designation_proposal_within_range check (
        extract(year from valid_from) between 1900 and 2199
        and extract(year from valid_to) between 1900 and 2199
        and extract(year from proposed_at at time zone 'UTC') between 1900 and 2199
        and extract(year from decided_at at time zone 'UTC') between 1900 and 2199);
      alter table identity.invitation add constraint invitation_within_range check (
        extract(year from invited_at at time zone 'UTC') between 1900 and 2199
        and extract(year from expires_at at time zone 'UTC') between 1900 and 2199
        and extract(year from used_at at time zone 'UTC') between 1900 and 2199);
      alter table identity.issuer_sign_out add constraint issuer_sign_out_within_range check (
        extract(year from taken_at at time zone 'UTC') between 1900 and 2199
        and extract(year from said_at at time zone 'UTC') between 1900 and 2199);
      alter table identity.issuer_subject add constraint issuer_subject_within_range check (
        extract(year from linked_at at time zone 'UTC') between 1900 and 2199
        and extract(year from ended_at at time zone 'UTC') between 1900 and 2199);
      alter table identity.recovery_code add constraint recovery_code_within_range check (
        extract(year from made_at at time zone 'UTC') between 1900 and 2199
        and extract(year from used_at at time zone 'UTC') between 1900 and 2199);
      alter table identity.second_factor add constraint second_factor_within_range check (
        extract(year from confirmed_at at time zone 'UTC') between 1900 and 2199
        and extract(year from created_at at time zone 'UTC') between 1900 and 2199);
      alter table identity.session add constraint session_within_range check (
        extract(year from begun_at at time zone 'UTC') between 1900 and 2199
        and extract(year from seen_at at time zone 'UTC') between 1900 and 2199
        and extract(year from expires_at at time zone 'UTC') between 1900 and 2199
        and extract(year from stepped_up_at at time zone 'UTC') between 1900 and 2199
        and extract(year from ended_at at time zone 'UTC') between 1900 and 2199);
      alter table identity.sign_in_limit add constraint sign_in_limit_within_range check (
        extract(year from since at time zone 'UTC') between 1900 and 2199);
      alter table identity.terminal add constraint terminal_within_range check (
        extract(year from asked_at at time zone 'UTC') between 1900 and 2199
        and extract(year from expires_at at time zone 'UTC') between 1900 and 2199
        and extract(year from approved_at at time zone 'UTC') between 1900 and 2199
        and extract(year from taken_at at time zone 'UTC') between 1900 and 2199);
      alter table invoicing.credit_allocation add constraint credit_allocation_within_range check (
        amount_usd between -10000000000000 and 10000000000000);
      alter table invoicing.invoice add constraint invoice_within_range check (
        extract(year from issued_on) between 1900 and 2199
        and extract(year from settled_on) between 1900 and 2199
        and extract(year from prepared_at at time zone 'UTC') between 1900 and 2199
        and extract(year from issued_at at time zone 'UTC') between 1900 and 2199
        and total_usd between -10000000000000 and 10000000000000);
      alter table invoicing.invoice_line add constraint invoice_line_within_range check (
        amount_usd between -10000000000000 and 10000000000000
        and quantity between -1000000000 and 1000000000);
      alter table invoicing.paper add constraint paper_within_range check (
        extract(year from stored_at at time zone 'UTC') between 1900 and 2199);
      alter table invoicing.settlement add constraint settlement_within_range check (
        extract(year from value_on) between 1900 and 2199
        and extract(year from recorded_at at time zone 'UTC') between 1900 and 2199
        and amount_usd between -9999999999999999.99 and 9999999999999999.99);
      alter table invoicing.settlement_line add constraint settlement_line_within_range check (
        amount_usd between -10000000000000 and 10000000000000);
      alter table ledger.journal_entry add constraint journal_entry_within_range check (
        extract(year from accounting_on) between 1900 and 2199
        and extract(year from posted_at at time zone 'UTC') between 1900 and 2199);
      alter table ledger.movement_total add constraint movement_total_within_range check (
        extract(year from service_month) between 1900 and 2199
        and amount_usd between -9999999999999999.99 and 9999999999999999.99);
      alter table ledger.period_act add constraint period_act_within_range check (
        extract(year from at at time zone 'UTC') between 1900 and 2199);
      alter table ledger.period_balance add constraint period_balance_within_range check (
        debit_usd between -9999999999999999.99 and 9999999999999999.99
        and credit_usd between -9999999999999999.99 and 9999999999999999.99
        and balance_usd between -9999999999999999.99 and 9999999999999999.99);
      alter table ledger.posting add constraint posting_within_range check (
        extract(year from service_month) between 1900 and 2199
        and amount_usd between -10000000000000 and 10000000000000);
      alter table platform.audit_event add constraint audit_event_within_range check (
        extract(year from at at time zone 'UTC') between 1900 and 2199);
      alter table platform.books add constraint books_within_range check (
        extract(year from opened_at at time zone 'UTC') between 1900 and 2199);
      alter table platform.request_key add constraint request_key_within_range check (
        extract(year from created_at at time zone 'UTC') between 1900 and 2199);
      alter table platform.verification add constraint verification_within_range check (
        extract(year from at at time zone 'UTC') between 1900 and 2199);
      alter table rates.dsa_rate add constraint dsa_rate_within_range check (
        extract(year from effective_on) between 1900 and 2199
        and amount between -10000000000000 and 10000000000000);
      alter table rates.operational_rate add constraint operational_rate_within_range check (
        extract(year from effective_on) between 1900 and 2199
        and units_per_usd > '-Infinity' and units_per_usd < 'Infinity');
      alter table rates.rate_card_entry add constraint rate_card_entry_within_range check (
        extract(year from valid_from) between 1900 and 2199
        and extract(year from valid_to) between 1900 and 2199
        and unit_rate > '-Infinity' and unit_rate < 'Infinity');
      alter table rates.terminal_expense add constraint terminal_expense_within_range check (
        extract(year from effective_on) between 1900 and 2199
        and amount_usd between -10000000000000 and 10000000000000);
      alter table sealing.checkpoint add constraint checkpoint_within_range check (
        extract(year from sealed_at at time zone 'UTC') between 1900 and 2199);
      alter table sealing.cosignature add constraint cosignature_within_range check (
        extract(year from signed_at at time zone 'UTC') between 1900 and 2199
        and extract(year from imported_at at time zone 'UTC') between 1900 and 2199);
      alter table sealing.key_event add constraint key_event_within_range check (
        extract(year from recorded_at at time zone 'UTC') between 1900 and 2199);
      alter table sealing.log add constraint log_within_range check (
        extract(year from opened_at at time zone 'UTC') between 1900 and 2199);
      alter table sealing.publication add constraint publication_within_range check (
        extract(year from published_at at time zone 'UTC') between 1900 and 2199);
      alter table sealing.queue add constraint queue_within_range check (
        extract(year from queued_at at time zone 'UTC') between 1900 and 2199);
      alter table sealing.restore_event add constraint restore_event_within_range check (
        extract(year from recorded_at at time zone 'UTC') between 1900 and 2199);
      alter table travellers.traveller add constraint traveller_within_range check (
        extract(year from registered_at at time zone 'UTC') between 1900 and 2199
        and extract(year from erased_at at time zone 'UTC') between 1900 and 2199);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table travellers.traveller drop constraint traveller_within_range;
      alter table sealing.restore_event drop constraint restore_event_within_range;
      alter table sealing.queue drop constraint queue_within_range;
      alter table sealing.publication drop constraint publication_within_range;
      alter table sealing.log drop constraint log_within_range;
      alter table sealing.key_event drop constraint key_event_within_range;
      alter table sealing.cosignature drop constraint cosignature_within_range;
      alter table sealing.checkpoint drop constraint checkpoint_within_range;
      alter table rates.terminal_expense drop constraint terminal_expense_within_range;
      alter table rates.rate_card_entry drop constraint rate_card_entry_within_range;
      alter table rates.operational_rate drop constraint operational_rate_within_range;
      alter table rates.dsa_rate drop constraint dsa_rate_within_range;
      alter table platform.verification drop constraint verification_within_range;
      alter table platform.request_key drop constraint request_key_within_range;
      alter table platform.books drop constraint books_within_range;
      alter table platform.audit_event drop constraint audit_event_within_range;
      alter table ledger.posting drop constraint posting_within_range;
      alter table ledger.period_balance drop constraint period_balance_within_range;
      alter table ledger.period_act drop constraint period_act_within_range;
      alter table ledger.movement_total drop constraint movement_total_within_range;
      alter table ledger.journal_entry drop constraint journal_entry_within_range;
      alter table invoicing.settlement_line drop constraint settlement_line_within_range;
      alter table invoicing.settlement drop constraint settlement_within_range;
      alter table invoicing.paper drop constraint paper_within_range;
      alter table invoicing.invoice_line drop constraint invoice_line_within_range;
      alter table invoicing.invoice drop constraint invoice_within_range;
      alter table invoicing.credit_allocation drop constraint credit_allocation_within_range;
      alter table identity.terminal drop constraint terminal_within_range;
      alter table identity.sign_in_limit drop constraint sign_in_limit_within_range;
      alter table identity.session drop constraint session_within_range;
      alter table identity.second_factor drop constraint second_factor_within_range;
      alter table identity.recovery_code drop constraint recovery_code_within_range;
      alter table identity.issuer_subject drop constraint issuer_subject_within_range;
      alter table identity.issuer_sign_out drop constraint issuer_sign_out_within_range;
      alter table identity.invitation drop constraint invitation_within_range;
      alter table identity.designation_proposal drop constraint designation_proposal_within_range;
      alter table identity.designation drop constraint designation_within_range;
      alter table identity.api_key drop constraint api_key_within_range;
      alter table identity.account_renewal drop constraint account_renewal_within_range;
      alter table identity.account drop constraint account_within_range;
      alter table charging.traveller_night drop constraint traveller_night_within_range;
      alter table charging.evidence_withdrawal drop constraint evidence_withdrawal_within_range;
      alter table charging.evidence drop constraint evidence_within_range;
      alter table charging.charge_allocation drop constraint charge_allocation_within_range;
      alter table charging.charge drop constraint charge_within_range;
      alter table budget.trust_fund drop constraint trust_fund_within_range;
      alter table budget.split_key drop constraint split_key_within_range;
      alter table budget.budget_line drop constraint budget_line_within_range;
      alter table agreements.signature drop constraint signature_within_range;
      alter table agreements.meeting drop constraint meeting_within_range;
      alter table agreements.agreement drop constraint agreement_within_range;
    `);
  }
}
