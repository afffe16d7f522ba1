import { type Tenancy, tenant } from '#platform';

/**
 * Whose the rows of each table are, one line each, and the whole of it: put in force, like the rights, at the end of every
 * migration. A table without a line fails `test/books/tenancy.spec.ts`. Conditions compare columns with the tenant of the
 * transaction; a row that belongs to another ("within") is found by that one's key, under that one's own policy.
 *
 * `offset 0` keeps a look-up by key from being planned as a scan of everything the other table holds.
 */

const known = `${tenant} <> ''`;
const is = (column: string): string => `${column} = ${tenant}`;
const either = (one: string, other: string): string => `(${is(one)} or ${is(other)})`;
const within = (table: string, key: string): string => `exists (select from ${table} as whole where ${key} offset 0)`;

/** Entered once and read by all: rates, the catalogue, meetings, who the secretariats are. */
const common = { class: 'COMMON', rows: { sees: known, adds: known } } as const;
const platform = { class: 'PLATFORM' } as const;
const proof = { class: 'PROOF' } as const;
const asAsked = { class: 'AS_ASKED' } as const;
const face = { class: 'FACE' } as const;

const ofAgreement = (table: string): string =>
  within(
    'agreements.agreement',
    `whole.number = ${table}.agreement and whole.provider = ${table}.provider and whole.client = ${table}.client`,
  );

/** A share or a night of a charge goes with it. */
const ofCharge = (table: string): string => within('charging.charge', `whole.id = ${table}.charge`);
const ofInvoice = (table: string): string => within('invoicing.invoice', `whole.id = ${table}.invoice`);
const ofPerson = within('identity.person', 'whole.code = designation.person');
const ofFund = (table: string): string => within('budget.trust_fund', `whole.code = ${table}.fund`);

export const tenancy: Tenancy = {
  'platform.books': platform,
  'platform.transition': platform,
  'platform.verification': platform,
  'platform.posting_stop': platform,
  'platform.request_key': {
    class: 'INTERNAL',
    rows: { sees: is('tenant'), adds: is('tenant'), moves: is('tenant'), takesFromAJointAuditor: true }, // a refusal is answered once, too
  },
  // Whose officer acted; what the program did to the books of all, all may know. A version before wrote refused sign-ins down as such:
  // each is of the side whose person it names, and of all where it names nobody.
  'platform.audit_event': {
    class: 'INTERNAL',
    rows: {
      sees: `(${is('secretariat')} or secretariat = 'recoup' and ${known} and (action <> 'SIGN_IN_REFUSED' or object_ids = '{unknown}'
        or ${within('identity.person', 'whole.code = any (audit_event.object_ids)')}))`,
      adds: `(${is('secretariat')} and person <> 'recoup')`, // the program's name is its own transactions' alone
      takesFromAJointAuditor: true, // signing in and out, and what is taken out of the books
    },
  },

  'identity.secretariat': common,
  // Asked before anybody is for a secretariat: under a digest that only its holder has the token of, or by exact account.
  'identity.account': platform,
  'identity.session': platform,
  'identity.issuer_subject': platform,
  'identity.issuer_sign_out': platform,
  'identity.sign_in_limit': platform,
  'identity.second_factor': platform,
  'identity.recovery_code': platform,
  'identity.invitation': platform,
  'identity.api_key': platform,
  'identity.terminal': platform,
  'identity.person': { class: 'INTERNAL', rows: { sees: is('secretariat'), adds: is('secretariat') } },
  // Given by a proposal that was countersigned, or refused: an acting one by the other side's officer. A mandate is of the side
  // too whose books it opens: it sees it, and ends it.
  'identity.designation': {
    class: 'INTERNAL',
    rows: { sees: `(${ofPerson} or ${is('mandate')})`, adds: known, moves: `(${ofPerson} or ${is('mandate')})` },
  },
  'identity.designation_proposal': {
    class: 'INTERNAL',
    rows: {
      sees: `(${either('secretariat', 'mandate')} or acting and ${known})`,
      adds: is('secretariat'),
      moves: known,
    },
  },
  'identity.account_renewal': {
    class: 'INTERNAL',
    rows: { sees: is('secretariat'), adds: is('secretariat'), moves: is('secretariat') },
  },
  'identity.person_traveller': {
    class: 'INTERNAL',
    rows: { sees: within('identity.person', 'whole.code = person_traveller.person'), adds: known },
  },

  // Name and rate are printed on papers, and are in the face; cash, allotments and keys are the owner's.
  'budget.trust_fund': {
    class: 'INTERNAL',
    rows: { sees: is('secretariat'), adds: is('secretariat'), moves: is('secretariat') },
  },
  'budget.printed_fund_view': face,
  'budget.budget_line': {
    class: 'INTERNAL',
    rows: { sees: ofFund('budget_line'), adds: ofFund('budget_line'), moves: ofFund('budget_line') },
  },
  'budget.coding': {
    class: 'INTERNAL',
    rows: { sees: ofFund('coding'), adds: ofFund('coding'), moves: ofFund('coding') },
  },
  'budget.printed_coding_view': face,
  'budget.split_key': { class: 'INTERNAL', rows: { sees: is('secretariat'), adds: is('secretariat') } },

  'rates.unit': common,
  'rates.service_item': common,
  'rates.rate_card_entry': common,
  'rates.operational_rate': common,
  'rates.loaded_rate': common,
  'rates.dsa_rate': common,
  'rates.terminal_expense': common,

  'agreements.meeting': common,
  'agreements.agreement': {
    class: 'SHARED',
    rows: {
      sees: either('provider', 'client'),
      adds: either('provider', 'client'),
      moves: either('provider', 'client'),
    },
  },
  'agreements.signature': {
    class: 'SHARED',
    rows: {
      sees: within('agreements.agreement', 'whole.number = signature.agreement'),
      adds: within('agreements.agreement', 'whole.number = signature.agreement'),
    },
  },

  // One event posts in both books: whoever posts adds the other's entry too, and sees its own alone.
  'ledger.journal_entry': { class: 'INTERNAL', rows: { sees: is('book'), adds: either('book', 'counterparty') } },
  // With their entry, of this very transaction, or not at all (posting_with_its_entry).
  'ledger.posting': { class: 'INTERNAL', rows: { sees: is('book'), adds: known } },
  'ledger.movement_total': { class: 'INTERNAL', rows: { sees: is('book') } }, // the owner's trigger writes it
  'ledger.shared_movement_view': face,
  'ledger.fund_expenditure_view': asAsked,
  'ledger.period': { class: 'COMMON', rows: { sees: known } }, // its acts move it, as the owner
  // Without what was signed: that holds the balances of both books, and no role reads it.
  'ledger.period_act': { class: 'COMMON', rows: { sees: known, adds: is('secretariat') } },
  // With the act that locks the period, all of both books, or not at all (period_balance_with_its_lock).
  'ledger.period_balance': { class: 'INTERNAL', rows: { sees: is('book'), adds: known } },

  'sealing.queue': proof,
  'sealing.leaf': proof,
  'sealing.subtree': proof,
  'sealing.checkpoint': proof,
  'sealing.publication': proof,
  'sealing.restore_event': proof,
  'sealing.cosignature': proof,
  'sealing.log': proof,
  'sealing.key_event': proof,
  'sealing.sealed_kind': proof,
  // Whose the row is that it is a version of, one side's or two's; what is everybody's, the program alone compares. The owner's
  // trigger writes it.
  'sealing.value_version': { class: 'INTERNAL', rows: { sees: either('side', 'other_side') } },

  'charging.charge': {
    class: 'SHARED',
    rows: {
      sees: either('provider', 'client'),
      adds: `${is('provider')} and ${ofAgreement('charge')}`,
      moves: either('provider', 'client'),
    },
  },
  // Under keys that the database does not have. One person has one reference for all sides, for a night is paid once whoever
  // pays; to whom a name is shown is asked by the act that shows it.
  'travellers.traveller': { class: 'COMMON', rows: { sees: known, adds: known, moves: known } },
  'travellers.ticket': { class: 'COMMON', rows: { sees: known, adds: known } },
  'charging.evidence': { class: 'SHARED', rows: { sees: ofCharge('evidence'), adds: ofCharge('evidence') } },
  'charging.evidence_withdrawal': {
    class: 'SHARED',
    rows: {
      sees: within('charging.evidence', 'whole.id = evidence_withdrawal.evidence'),
      adds: within('charging.evidence', 'whole.id = evidence_withdrawal.evidence'),
    },
  },
  'travellers.waiting': { class: 'PERSONAL', rows: { sees: 'false' } }, // the program's alone, and empty once it has started
  'charging.traveller_use_view': asAsked,
  'charging.traveller_night_view': asAsked,

  'charging.charge_allocation': {
    class: 'SHARED',
    rows: {
      sees: ofCharge('charge_allocation'),
      adds: ofCharge('charge_allocation'),
      moves: ofCharge('charge_allocation'),
    },
  },
  'charging.traveller_night': {
    class: 'PERSONAL',
    rows: { sees: ofCharge('traveller_night'), adds: ofCharge('traveller_night') },
  },
  'charging.ticket': { class: 'PERSONAL', rows: { sees: ofCharge('ticket'), adds: ofCharge('ticket') } },

  'invoicing.number_series': {
    class: 'INTERNAL',
    rows: { sees: is('provider'), adds: is('provider'), moves: is('provider') },
  },
  // A draft is the provider's; issued, it is both sides'.
  'invoicing.invoice': {
    class: 'SHARED',
    rows: {
      sees: `(${is('provider')} or ${is('client')} and number is not null)`,
      adds: `${is('provider')} and ${ofAgreement('invoice')}`,
      moves: `(${is('provider')} or ${is('client')} and number is not null)`,
    },
  },
  'invoicing.invoice_line': {
    class: 'SHARED',
    rows: { sees: ofInvoice('invoice_line'), adds: ofInvoice('invoice_line'), moves: ofInvoice('invoice_line') },
  },
  'invoicing.credit_allocation': {
    class: 'SHARED',
    rows: { sees: ofInvoice('credit_allocation'), adds: ofInvoice('credit_allocation') },
  },
  'invoicing.charge_invoice_view': asAsked,
  'invoicing.charge_carried_view': asAsked,
  'invoicing.credit_line_view': asAsked,
  'invoicing.line_share_view': asAsked,
  // An audit has no addressee: it shows the books of whoever had it printed.
  'invoicing.paper': { class: 'SHARED', rows: { sees: either('issuer', 'addressee'), adds: is('issuer') } },
  'invoicing.settlement': { class: 'SHARED', rows: { sees: either('payer', 'payee'), adds: is('payer') } },
  // What waits, or was sent back, is the payer's own matter; settled, it is both sides'.
  'invoicing.settlement_proposal': {
    class: 'SHARED',
    rows: {
      sees: `(${is('payer')} or ${is('payee')} and state = 'SETTLED')`,
      adds: is('payer'),
      moves: is('payer'),
    },
  },
  'invoicing.proposed_document': {
    class: 'INTERNAL',
    rows: { sees: within('invoicing.settlement_proposal', 'whole.id = proposed_document.proposal') },
  },
  'invoicing.settlement_line': {
    class: 'SHARED',
    rows: {
      sees: within('invoicing.settlement', 'whole.id = settlement_line.settlement'),
      adds: within('invoicing.settlement', 'whole.id = settlement_line.settlement'),
    },
  },
};
