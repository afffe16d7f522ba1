import { type Ranged, rowsOutOfRange, type Tx } from '#platform';
import type { Wrong } from './check.ts';

/** Rows with a day, an instant or a number that no class of the product would take. */
export async function outOfRange(tx: Pick<Tx, 'query'>): Promise<Wrong[]> {
  const rows = await rowsOutOfRange(tx, ranged);
  return rows.map(({ table, key, columns }) => ({
    kind: `row of ${table}`,
    object: key,
    finding: `out of range: ${columns}`,
  }));
}

/**
 * The columns of the books that hold a day, an instant or a number. One that a migration adds is entered here in the same commit: a
 * test compares this list with a migrated database.
 */
export const ranged: Readonly<Record<string, Ranged>> = {
  'agreements.agreement': {
    days: ['effective_on', 'ends_on', 'signed_on'],
    instants: ['drafted_at'],
    amounts: ['ceiling_usd', 'charged_usd'],
  },
  'agreements.meeting': { days: ['starts_on', 'ends_on'] },
  'agreements.signature': { days: ['signed_on'], instants: ['recorded_at'] },
  'budget.budget_line': { amounts: ['allotment_usd', 'charged_usd'] },
  'budget.split_key': { days: ['valid_from'] },
  'budget.trust_fund': {
    amounts: ['cash_limit_usd'],
    sums: ['cash_charged_usd'],
    factors: ['programme_support_cost_rate'],
  },
  'charging.charge': {
    days: ['delivered_from', 'delivered_on', 'unit_rate_valid_from', 'rate_effective_on', 'supplier_invoice_on'],
    instants: ['recorded_at', 'received_at', 'certified_at', 'remark_at', 'reversed_at'],
    amounts: ['original_amount', 'amount_usd', 'credited_usd'],
    quantities: ['quantity', 'credited_quantity'],
    factors: ['unit_rate', 'units_per_usd'],
  },
  'charging.charge_allocation': { amounts: ['amount_usd', 'credited_usd'], factors: ['weight'] },
  'charging.evidence': { instants: ['added_at'] },
  'charging.evidence_withdrawal': { instants: ['withdrawn_at'] },
  'charging.traveller_night': { days: ['night'] },
  'identity.account': { instants: ['password_set_at', 'created_at', 'disabled_at'] },
  'identity.account_renewal': {
    days: ['proposed_on', 'approved_on'],
    instants: ['proposed_at', 'approved_at', 'done_at', 'lapsed_at'],
  },
  'identity.api_key': { instants: ['created_at', 'expires_at', 'used_at', 'revoked_at'] },
  'identity.designation': { days: ['valid_from', 'valid_to'], instants: ['ended_at'] },
  'identity.designation_proposal': { days: ['valid_from', 'valid_to'], instants: ['proposed_at', 'decided_at'] },
  'identity.invitation': { instants: ['invited_at', 'expires_at', 'used_at'] },
  'identity.issuer_sign_out': { instants: ['taken_at', 'said_at'] },
  'identity.issuer_subject': { instants: ['linked_at', 'ended_at'] },
  'identity.recovery_code': { instants: ['made_at', 'used_at'] },
  'identity.second_factor': { instants: ['confirmed_at', 'created_at'] },
  'identity.session': { instants: ['begun_at', 'seen_at', 'expires_at', 'stepped_up_at', 'ended_at'] },
  'identity.sign_in_limit': { instants: ['since'] },
  'identity.terminal': { instants: ['asked_at', 'expires_at', 'approved_at', 'taken_at'] },
  'invoicing.credit_allocation': { amounts: ['amount_usd'] },
  'invoicing.invoice': {
    days: ['issued_on', 'settled_on'],
    instants: ['prepared_at', 'issued_at'],
    amounts: ['total_usd'],
  },
  'invoicing.invoice_line': { amounts: ['amount_usd'], quantities: ['quantity'] },
  'invoicing.paper': { instants: ['stored_at'] },
  'invoicing.settlement': { days: ['value_on'], instants: ['recorded_at'], sums: ['amount_usd'] },
  'invoicing.settlement_line': { amounts: ['amount_usd'] },
  'invoicing.settlement_proposal': {
    days: ['value_on'],
    instants: ['proposed_at', 'decided_at'],
    sums: ['amount_usd'],
  },
  'ledger.journal_entry': { days: ['accounting_on'], instants: ['posted_at'] },
  'ledger.movement_total': { days: ['service_month'], sums: ['amount_usd'] },
  'ledger.period_act': { instants: ['at'] },
  'ledger.period_balance': { sums: ['debit_usd', 'credit_usd', 'balance_usd'] },
  'ledger.posting': { days: ['service_month'], amounts: ['amount_usd'] },
  'platform.audit_event': { instants: ['at'] },
  'platform.books': { instants: ['opened_at'] },
  'platform.posting_stop': { instants: ['requested_at'] },
  'platform.request_key': { instants: ['created_at'] },
  'platform.verification': { instants: ['at'] },
  'rates.dsa_rate': { days: ['effective_on'], amounts: ['amount'] },
  'rates.loaded_rate': { days: ['effective_on'], instants: ['loaded_at'], factors: ['units_per_usd'] },
  'rates.operational_rate': { days: ['effective_on'], factors: ['units_per_usd'] },
  'rates.rate_card_entry': { days: ['valid_from', 'valid_to'], factors: ['unit_rate'] },
  'rates.terminal_expense': { days: ['effective_on'], amounts: ['amount_usd'] },
  'sealing.checkpoint': { instants: ['sealed_at'] },
  'sealing.cosignature': { instants: ['signed_at', 'imported_at'] },
  'sealing.key_event': { instants: ['recorded_at'] },
  'sealing.log': { instants: ['opened_at'] },
  'sealing.publication': { instants: ['published_at'] },
  'sealing.queue': { instants: ['queued_at'] },
  'sealing.restore_event': { instants: ['recorded_at'] },
  'travellers.traveller': { instants: ['registered_at', 'erased_at'] },
};
