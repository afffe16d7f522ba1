import { column, constraintStandsFor } from '#platform';
import { EntitySchema } from 'typeorm';
import { CreditAboveRemainder } from './credit.ts';
import {
  ApprovedContentChanged,
  ChargeInvoicedAlready,
  ChargeTwiceOnInvoice,
  Invoice,
  InvoiceLine,
  InvoiceNotInState,
} from './invoice.ts';
import {
  CreditedSinceProposed,
  DocumentProposedAlready,
  DocumentSettledAlready,
  SettlementDecidedAlready,
  SettlementNotAsApproved,
  VoucherRecordedAlready,
} from './settlement.ts';

export const InvoiceTable = new EntitySchema<Invoice>({
  schema: 'invoicing',
  name: 'invoice',
  tableName: 'invoice',
  target: Invoice,
  columns: {
    id: { type: 'uuid', primary: true },
    type: column.text(),
    number: column.textOrNull(),
    seriesYear: column.countOrNull(),
    seriesNumber: column.countOrNull(),
    agreement: column.text(),
    provider: column.text(),
    client: column.text(),
    biennium: column.text(),
    corrects: { type: 'uuid', nullable: true },
    reason: column.textOrNull(),
    state: column.text(),
    version: column.count(),
    lineCount: column.count(),
    totalUsd: column.moneyUsd(),
    preparedBy: column.text(),
    preparedAt: column.instant(),
    issuedBy: column.textOrNull(),
    issuedAt: column.instantOrNull(),
    issuedOn: { type: 'date', nullable: true },
    settledOn: { type: 'date', nullable: true },
    approvedSha256: { type: 'bytea', nullable: true, name: 'approved_sha256' },
    issuedSha256: { type: 'bytea', nullable: true, name: 'issued_sha256' },
  },
});

export const InvoiceLineTable = new EntitySchema<InvoiceLine>({
  schema: 'invoicing',
  name: 'invoice_line',
  tableName: 'invoice_line',
  target: InvoiceLine,
  columns: {
    invoice: { type: 'uuid', primary: true },
    position: { ...column.count(), primary: true },
    charge: column.text(),
    bills: column.flag(),
    quantity: column.decimalText(),
    amountUsd: column.moneyUsd(),
  },
});

constraintStandsFor('invoice_takes_a_listed_step', () => new InvoiceNotInState());
constraintStandsFor('invoice_stays_as_it_ended', () => new InvoiceNotInState());
constraintStandsFor('invoice_issued_as_approved', () => new ApprovedContentChanged());
constraintStandsFor('charge_on_one_live_invoice', () => new ChargeInvoicedAlready());
constraintStandsFor('invoice_line_charge_once_in_it', () => new ChargeTwiceOnInvoice('of this list'));
constraintStandsFor('charge_credited_within_amount', () => new CreditAboveRemainder());
constraintStandsFor('charge_credited_within_quantity', () => new CreditAboveRemainder());
constraintStandsFor('charge_allocation_credited_within_amount', () => new CreditAboveRemainder());
constraintStandsFor('invoice_settled_once', () => new DocumentSettledAlready());
constraintStandsFor('settlement_of_what_is_open', () => new CreditedSinceProposed());
constraintStandsFor('document_proposed_once', () => new DocumentProposedAlready());
for (const voucher of ['settlement_external_number_once', 'settlement_proposal_voucher_once'])
  constraintStandsFor(voucher, () => new VoucherRecordedAlready());
for (const decided of ['settlement_once', 'settlement_proposal_stays_as_proposed'])
  constraintStandsFor(decided, () => new SettlementDecidedAlready());
for (const approved of [
  'settlement_begins_as_a_proposal',
  'settlement_proposal_of_open_documents',
  'settlement_proposal_with_its_settlement',
  'settlement_as_approved',
  'settlement_of_its_documents',
]) {
  constraintStandsFor(approved, () => new SettlementNotAsApproved());
}
