export { type Credit, CreditAboveRemainder, CreditInWrongTerms, creditOf, type CreditRequest } from './credit.ts';
export { approvedWords, type InvoiceContent, type PartyContent } from './invoice-content.ts';
export * from './invoice.ts';
export {
  approvingSettlement,
  discarding,
  invoiceActs,
  type InvoiceHands,
  issuing,
  preparing,
  proposing,
  returningSettlement,
  settlementActs,
  type SettlementHands,
} from './invoice-acts.ts';
export { renderInvoice } from './invoice.pdf.ts';
export {
  handsOnCharges,
  type InvoiceFilter,
  invoiceNamed,
  type InvoiceSort,
  invoiceSorts,
  type InvoiceView,
  invoiceViews,
  lineFacts,
  noDay,
} from './invoices.query.ts';
export { InvoicingModule } from './invoicing.module.ts';
export { type CreditNoteRequest, type InvoiceRequest, InvoicingService } from './invoicing.service.ts';
export { InvoiceLineTable, InvoiceTable } from './invoicing.table.ts';
export { NamesAnnexService, NobodyTravels } from './names-annex.service.ts';
export type { NettingContent } from './netting-content.ts';
export { renderNetting } from './netting.pdf.ts';
export { NettingService, NettingWithItself } from './netting.service.ts';
export { type CopyFor, mergedPapers, mergedSha256 } from './merged-papers.pdf.ts';
export {
  issuedNumbers,
  type IssuedPaper,
  issuedPapers,
  papersAtMost,
  TooMuchForOneFile,
  zippedAtMost,
} from './merged-papers.query.ts';
export { contentSha256, keepPaper, nextNumber, type Paper, issuerOf, paperOf, UnknownPaper } from './paper.service.ts';
export * from './settlement.ts';
export { type NamedSettlement, type SettlementRequest, SettlementService } from './settlement.service.ts';
export {
  type SettlementFilter,
  settlementHands,
  settlementNamed,
  type SettlementView,
  settlementViews,
  UnknownSettlement,
  VoucherOfBothSides,
} from './settlements.query.ts';
