import type { Rights } from '#platform';
import { tenancy } from './tenancy.ts';

/**
 * Who may do what with the tables that the migrations make: one line each, and the whole of it. A table without a line is
 * refused to everybody, and `test/books/database-roles.spec.ts` names it.
 *
 * The server is `recoup_app`. It adds, and moves the few columns that a document's life moves; it deletes nothing but
 * the stop of posting, which an officer lifts, and empties nothing. `recoup_auditor` reads all but what tells of a
 * person: names, travellers, free text, and the papers and answers that may hold them. Codes of people stay, for who
 * certified is what an audit asks.
 */

const reads = { select: 'all' } as const;
const adds = { select: 'all', insert: 'all' } as const;

/** Reference data: entered, and read by the auditor as it stands. */
const kept = { recoup_app: adds, recoup_auditor: reads } as const;
const seen = { recoup_app: reads, recoup_auditor: reads } as const;
const sealed = { ...seen, recoup_sealer: adds } as const;

/** Tables whose rows are sealed by their values: the verification spells what they say now. */
const valued = [
  ...['agreements.agreement', 'agreements.meeting', 'agreements.signature'],
  ...['budget.budget_line', 'budget.coding', 'budget.split_key', 'budget.trust_fund'],
  ...['identity.designation', 'identity.designation_proposal', 'identity.secretariat'],
  ...['rates.dsa_rate', 'rates.operational_rate', 'rates.rate_card_entry', 'rates.service_item'],
  ...['rates.terminal_expense', 'invoicing.settlement', 'invoicing.settlement_proposal'],
];

export const rights: Rights = {
  tables: {
    'public.migration': seen,

    'platform.books': kept,
    'platform.request_key': {
      recoup_app: { ...adds, update: ['status', 'body'] },
      recoup_auditor: { select: ['person', 'tenant', 'key', 'operation', 'request_sha256', 'status', 'created_at'] },
    },

    // Not "transaction" and "sequence": the database writes them.
    'platform.audit_event': {
      ...kept,
      recoup_app: {
        ...reads,
        insert: [
          ...['id', 'at', 'person', 'secretariat', 'action', 'object_kind', 'object_ids', 'request_id', 'reason'],
          ...['before', 'after', 'body'],
        ],
      },
    },
    'platform.transition': seen,
    'platform.verification': kept,
    // Asked for and lifted by the acts of two, under a lock.
    'platform.posting_stop': { ...kept, recoup_app: { ...adds, update: 'all', delete: 'all' } },

    'identity.secretariat': kept,
    'identity.person': { recoup_app: adds, recoup_auditor: { select: ['code', 'secretariat'] } },
    // Not the reasons, which are free text.
    'identity.designation': {
      recoup_app: { ...adds, update: ['ended_at', 'ended_by', 'end_reason'] },
      recoup_auditor: {
        select: [
          ...['id', 'person', 'duty', 'fund', 'valid_from', 'valid_to', 'proposal', 'ended_at', 'ended_by'],
          'mandate',
        ],
      },
    },
    'identity.designation_proposal': {
      recoup_app: { ...adds, update: ['state', 'decided_by', 'decided_at'] },
      recoup_auditor: {
        select: [
          ...['id', 'person', 'secretariat', 'duty', 'fund', 'valid_from', 'valid_to', 'acting', 'state'],
          ...['mandate', 'proposed_by', 'proposed_at', 'decided_by', 'decided_at'],
        ],
      },
    },
    'identity.person_traveller': { recoup_app: adds, recoup_auditor: { select: ['person'] } },
    // Not the password, and not the digest of a token: what an audit asks is who signed in, and when.
    'identity.account': {
      recoup_app: { ...adds, update: ['password', 'password_set_at', 'disabled_at'] },
      recoup_auditor: { select: ['person', 'password_set_at', 'demo', 'created_at', 'disabled_at'] },
    },
    'identity.session': {
      recoup_app: {
        ...adds,
        update: ['token_sha256', 'proven', 'seen_at', 'stepped_up_at', 'ended_at', 'ended_by'],
      },
      recoup_auditor: {
        select: [
          ...['id', 'person', 'kind', 'proven', 'begun_at', 'seen_at', 'expires_at', 'stepped_up_at'],
          ...['ended_at', 'ended_by', 'issuer_subject'],
        ],
      },
    },
    'identity.second_factor': {
      recoup_app: {
        ...adds,
        update: ['secret', 'next_secret', 'confirmed_at', 'last_step', 'created_at'],
        delete: 'all',
      },
      recoup_auditor: { select: ['person', 'confirmed_at', 'created_at'] },
    },
    'identity.recovery_code': {
      recoup_app: { ...adds, update: ['used_at'], delete: 'all' },
      recoup_auditor: { select: ['person', 'made_at', 'used_at'] },
    },
    'identity.invitation': {
      recoup_app: { ...adds, update: ['used_at'] },
      recoup_auditor: {
        select: ['person', 'secretariat', 'invited_by', 'invited_at', 'expires_at', 'used_at', 'renewal'],
      },
    },
    // Not the reason, which is free text.
    'identity.account_renewal': {
      recoup_app: {
        ...reads,
        insert: ['id', 'person', 'secretariat', 'reason', 'proposed_by', 'proposed_on', 'lets_in_again'],
        update: ['approved_by', 'approved_on', 'approved_at', 'done_at', 'lapsed_at'],
      },
      recoup_auditor: {
        select: [
          ...['id', 'person', 'secretariat', 'proposed_by', 'proposed_on', 'proposed_at'],
          ...['approved_by', 'approved_on', 'approved_at', 'done_at', 'lapsed_at', 'lets_in_again'],
        ],
      },
    },
    'identity.api_key': {
      recoup_app: { ...adds, update: ['used_at', 'revoked_at', 'revoked_by'] },
      recoup_auditor: {
        select: ['id', 'person', 'scope', 'created_at', 'expires_at', 'used_at', 'revoked_at', 'revoked_by'],
      },
    },
    'identity.terminal': {
      recoup_app: { ...adds, update: ['person', 'approved_at', 'taken_at'] },
      recoup_auditor: { select: ['asked_at', 'expires_at', 'person', 'approved_at', 'taken_at'] },
    },
    // The subject says nothing to an auditor, and may be an address at a careless provider.
    'identity.issuer_subject': {
      recoup_app: { ...adds, update: ['ended_at', 'ended_by'] },
      recoup_auditor: { select: ['id', 'issuer', 'person', 'linked_by', 'linked_at', 'ended_at', 'ended_by'] },
    },
    'identity.issuer_sign_out': {
      recoup_app: { select: 'all', insert: ['issuer', 'token_sha256', 'subject_sha256', 'session_sha256', 'said_at'] },
      recoup_auditor: { select: ['issuer', 'taken_at'] },
    },
    'identity.sign_in_limit': {
      recoup_app: { ...adds, update: ['tries', 'since'], delete: 'all' },
      recoup_auditor: { select: ['tries', 'since'] },
    },

    'budget.trust_fund': { ...kept, recoup_app: { ...adds, update: ['cash_limit_usd', 'cash_charged_usd'] } },
    'budget.budget_line': { ...kept, recoup_app: { ...adds, update: ['charged_usd'] } },
    'budget.split_key': kept,
    'budget.printed_fund_view': seen,
    'budget.coding': {
      ...kept,
      recoup_app: { ...adds, update: ['fund_centre', 'grant_number', 'wbse', 'commitment_item'] },
    },
    'budget.printed_coding_view': seen,

    'rates.unit': seen,
    'rates.service_item': kept,
    'rates.rate_card_entry': kept,
    'rates.operational_rate': kept,
    'rates.loaded_rate': kept,
    'rates.dsa_rate': kept,
    'rates.terminal_expense': kept,

    'agreements.meeting': kept,
    'agreements.agreement': {
      ...kept,
      recoup_app: { ...adds, update: ['state', 'signed_on', 'version', 'charged_usd'] },
    },
    'agreements.signature': kept,

    // Not "transaction", which says when the entry was complete: the database writes it.
    'ledger.journal_entry': {
      ...kept,
      recoup_app: {
        ...reads,
        insert: [
          ...['id', 'pair_id', 'book', 'counterparty', 'event', 'source', 'accounting_on', 'biennium', 'posting_count'],
          ...['reverses', 'post_close_no', 'adjusts', 'adjustment_reason', 'posted_by', 'posted_at', 'body'],
        ],
      },
    },
    'ledger.posting': kept,
    'ledger.movement_total': seen, // the trigger of the postings writes it, as the owner
    'ledger.fund_expenditure_view': seen,
    'ledger.shared_movement_view': seen,
    'ledger.period': seen, // its acts move it, as the owner
    // Not what was signed, which holds the balances of both books.
    'ledger.period_act': {
      ...kept,
      recoup_app: {
        insert: 'all',
        select: [
          ...['id', 'period', 'number', 'act', 'from_state', 'to_state', 'close_no', 'person', 'secretariat', 'at'],
          ...['reason', 'digest', 'previous_digest', 'body', 'transaction'],
        ],
      },
    },
    'ledger.period_balance': kept,

    // What is committed is queued by the owner's trigger; the sealer alone takes it from there, and nobody changes what it made.
    'sealing.queue': { ...seen, recoup_sealer: { ...reads, delete: 'all' } },
    'sealing.leaf': sealed,
    'sealing.subtree': sealed,
    'sealing.checkpoint': sealed,
    'sealing.publication': sealed,
    // Whoever adds one acknowledges that published history was lost: the sealer, in the command by which an officer answers for it.
    'sealing.restore_event': sealed,
    // Added by officers and by the start of the server; each row is signed, or is a leaf itself.
    'sealing.cosignature': { ...kept, recoup_sealer: reads },
    'sealing.log': { ...kept, recoup_sealer: reads },
    'sealing.key_event': { ...kept, recoup_sealer: reads },
    'sealing.sealed_kind': { ...seen, recoup_sealer: reads },
    'sealing.value_version': seen, // the trigger of each table whose values are sealed writes it, as the owner

    'charging.charge': {
      recoup_app: {
        ...adds,
        update: [
          ...['state', 'version', 'received_by', 'received_at', 'certified_by', 'certified_at'],
          ...['credited_usd', 'credited_quantity'],
          ...['remark', 'remark_by', 'remark_at', 'reversed_by', 'reversed_at'],
        ],
      },
      // Not the traveller, the trip, the note and the remark.
      recoup_auditor: {
        select: [
          ...['id', 'sequence', 'agreement', 'provider', 'client', 'item', 'family', 'nature', 'quantity', 'unit'],
          ...['delivered_from', 'delivered_on', 'biennium', 'unit_rate', 'unit_rate_currency', 'unit_rate_valid_from'],
          ...['original_currency', 'original_amount', 'units_per_usd', 'rate_effective_on', 'amount_usd'],
          ...['supplier_invoice_on', 'evidence', 'state', 'version', 'credited_usd', 'credited_quantity'],
          ...['recorded_by', 'recorded_at', 'received_by', 'received_at', 'certified_by', 'certified_at'],
          ...['replaces', 'remark_by', 'remark_at', 'reversed_by', 'reversed_at'],
        ],
      },
    },
    'charging.charge_allocation': { ...kept, recoup_app: { ...adds, update: ['credited_usd'] } },
    'charging.traveller_night': { recoup_app: adds, recoup_auditor: { select: ['night', 'charge'] } },
    'charging.ticket': { recoup_app: adds, recoup_auditor: { select: ['charge'] } },

    'charging.evidence': {
      // Not "body": the database writes it.
      recoup_app: {
        ...reads,
        insert: [
          'id',
          'charge',
          'kind',
          'content',
          'sha256',
          'has_active_content',
          'added_by',
          'added_for',
          'added_at',
        ],
      },
      recoup_auditor: {
        select: ['id', 'charge', 'kind', 'sha256', 'has_active_content', 'added_by', 'added_for', 'added_at', 'body'],
      },
    },
    'charging.evidence_withdrawal': {
      recoup_app: adds,
      recoup_auditor: { select: ['evidence', 'withdrawn_by', 'withdrawn_at'] },
    },
    'charging.traveller_use_view': { recoup_app: reads },
    'charging.traveller_night_view': { recoup_app: reads },

    // Who somebody is, under keys that the database does not have. What is erased is erased by the owner's function.
    'travellers.traveller': {
      recoup_app: {
        ...reads,
        insert: ['reference', 'registered_by', 'registered_for', 'registered_at', 'lookup', 'wrapped_key', 'name'],
        update: ['lookup', 'wrapped_key', 'name'],
      },
      recoup_auditor: { select: ['reference', 'registered_by', 'registered_for', 'registered_at', 'erased_at'] },
    },
    'travellers.ticket': { recoup_app: adds, recoup_auditor: { select: ['traveller'] } },
    'travellers.waiting': { recoup_app: reads, recoup_auditor: { select: ['reference'] } },

    'invoicing.number_series': { ...kept, recoup_app: { ...adds, update: ['last_number'] } },
    'invoicing.invoice': {
      ...kept,
      recoup_app: {
        ...adds,
        update: [
          ...['state', 'version', 'number', 'series_year', 'series_number', 'issued_by', 'issued_at', 'issued_on'],
          ...['settled_on', 'approved_sha256', 'issued_sha256'],
        ],
      },
    },
    'invoicing.invoice_line': { ...kept, recoup_app: { ...adds, update: ['bills'] } },
    'invoicing.credit_allocation': kept,
    'invoicing.charge_invoice_view': seen,
    'invoicing.charge_carried_view': seen,
    'invoicing.credit_line_view': seen,
    'invoicing.line_share_view': seen,
    'invoicing.paper': {
      recoup_app: adds,
      recoup_auditor: {
        select: [
          ...['number', 'kind', 'subject', 'issuer', 'addressee', 'content_sha256', 'pdf_sha256', 'stored_at', 'body'],
        ],
      },
    },
    'invoicing.settlement': kept,
    'invoicing.settlement_proposal': {
      ...kept,
      recoup_app: { ...adds, update: ['state', 'decided_by', 'decided_at', 'return_reason'] },
    },
    'invoicing.proposed_document': seen, // the trigger of the proposals writes it, as the owner
    'invoicing.settlement_line': kept,
  },
  sequences: {
    'charging.charge_number': ['recoup_app'],
    'ledger.journal_entry_id_seq': ['recoup_app'], // entries are numbered before they are written, see the ledger service
  },
  functions: {
    'platform.forget_old_request_keys()': ['recoup_app'],
    'identity.has_come(text)': ['recoup_app'],
    'identity.has_an_account(text)': ['recoup_app'],
    'identity.has_fund(text,text)': ['recoup_app'],
    'identity.is_last_administrator(uuid,date)': ['recoup_app'],
    'identity.is_over(timestamp with time zone,timestamp with time zone,interval)': ['recoup_app'],
    'identity.what_is_over()': ['recoup_app'],
    'identity.forget_what_is_over()': ['recoup_app'],
    'identity.hold_designations(text)': ['recoup_app'],
    'identity.holds(text,text,text,date)': ['recoup_app', 'recoup_auditor'],
    'identity.is_of(text,text)': ['recoup_app', 'recoup_auditor'],
    'identity.officers_of(text,date)': ['recoup_app', 'recoup_auditor'],
    'identity.acting_that_ended()': ['recoup_app'],
    'identity.act_as(text)': ['recoup_app'],
    'identity.holder_of(text,date)': ['recoup_app'],
    'identity.printed_names(text[])': ['recoup_app'],
    'platform.events_naming(text)': ['recoup_app'],
    'platform.mandate()': ['recoup_app', 'recoup_auditor'], // policies and views ask it as whoever asks them
    'platform.acts_of_the_other_side(text)': ['recoup_app'],
    'platform.tables_with_a_visible_row(text[])': ['recoup_app'],
    'invoicing.count_drafts(text)': ['recoup_app'],
    'invoicing.is_issued_since(uuid,uuid)': ['recoup_app'],
    'invoicing.count_settlements_that_wait(text,date,date)': ['recoup_app'],
    'budget.draw_cash(json)': ['recoup_app'],
    'budget.charge_lines(text[],numeric[])': ['recoup_app'],
    'budget.owners_of_funds(text[])': ['recoup_app'],
    'budget.funds_of_lines(text[])': ['recoup_app'],
    'budget.funds_of_keys(text[])': ['recoup_app'],
    'budget.split_keys_in_force(text[],date,date)': ['recoup_app'],
    'budget.owner_of_weights(jsonb)': ['recoup_app'], // the verification asks again
    'ledger.entries_between(text,bigint,integer)': ['recoup_app'],
    'charging.trip_total(jsonb)': ['recoup_app', 'recoup_auditor'],
    'charging.charges_borne_by(text,text)': ['recoup_app'],
    'charging.room_on_client_lines(text,bigint)': ['recoup_app'],
    'charging.cover_tickets(text[],text[])': ['recoup_app'],
    'travellers.last_needed_on(text)': ['recoup_app'],
    'travellers.erase(text[],timestamp with time zone)': ['recoup_app'],
    'travellers.forget_waiting(text[])': ['recoup_app'],
    'ledger.month_of(date)': ['recoup_app', 'recoup_auditor'],
    'ledger.biennium_of(date)': ['recoup_app', 'recoup_auditor'],
    'ledger.period_key(text)': ['recoup_app'],
    'ledger.hold_period(text)': ['recoup_app'],
    'ledger.is_held_open(text)': ['recoup_app'],
    'ledger.entries_of(text)': ['recoup_app', 'recoup_auditor'],
    'ledger.balances_of(text)': ['recoup_app', 'recoup_auditor'],
    'ledger.entries_digest_of(text)': ['recoup_app', 'recoup_auditor'],
    'ledger.closing_facts(text)': ['recoup_app'],
    'ledger.has_entries(text)': ['recoup_app'],
    'ledger.figures_to_sign(text)': ['recoup_app'],
    'ledger.signed_statement(bigint)': ['recoup_app'],
    'ledger.closed_periods_that_differ(text[])': ['recoup_app'],
    'ledger.unmirrored_movements(text)': ['recoup_app'],
    'ledger.debt_in_clients_books(text)': ['recoup_app'],
    'ledger.journal_entry_body(ledger.journal_entry)': ['recoup_app', 'recoup_auditor'],
    'sealing.json_text(text)': ['recoup_app', 'recoup_auditor'],
    'sealing.utc_text(timestamp with time zone)': ['recoup_app', 'recoup_auditor'],
    'sealing.leaf_hash(text,text)': ['recoup_app', 'recoup_auditor', 'recoup_sealer'],
    'sealing.leaves_with_bodies(bigint,bigint)': ['recoup_app', 'recoup_auditor'],
    'sealing.record_counts()': ['recoup_app', 'recoup_auditor'],
    'sealing.unsealed_records()': ['recoup_app', 'recoup_auditor'],
    'sealing.canonical_json(jsonb)': ['recoup_app'],
    'sealing.values_of(charging.charge)': ['recoup_app'],
    'sealing.values_of(charging.charge_allocation)': ['recoup_app'],
    'sealing.digest_of(charging.charge,text)': ['recoup_app'],
    ...Object.fromEntries(
      valued.flatMap((table): [string, ['recoup_app']][] => [
        [`sealing.record_of(${table})`, ['recoup_app']],
        [`sealing.values_of(${table})`, ['recoup_app']],
      ]),
    ),
  },
  tenancy,
};
