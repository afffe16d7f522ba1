export { type Account, accounts } from './account.ts';
export { entryBody } from './entry-body.ts';
export { type BusinessEvent, JournalEntry, type Posting, type PostingSubject } from './journal-entry.ts';
export { LedgerModule } from './ledger.module.ts';
export { LedgerService, type PostedLine } from './ledger.service.ts';
export {
  chargeCertified,
  creditNoteIssued,
  type EventFacts,
  type EventPart,
  invoiceIssued,
  type JournalPair,
  settled,
} from './posting-rules.ts';
