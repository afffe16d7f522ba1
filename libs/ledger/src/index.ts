export { type Account, accounts } from './account.ts';
export { AdjustmentNeedsReason, placed, type PeriodStates } from './accounting-day.ts';
export {
  BooksDiffer,
  ChargesStillWaiting,
  checklistCodes,
  type ChecklistItem,
  type DeliveryFacts,
  DisputesOpen,
  MonthsStillOpen,
  SettlementsStillWaiting,
  type Waiting,
} from './closing-checklist.ts';
export { entryBody } from './entry-body.ts';
export {
  type BusinessEvent,
  JournalEntry,
  type Placement,
  type Posting,
  type PostingSubject,
} from './journal-entry.ts';
export { LedgerModule } from './ledger.module.ts';
export { LedgerService, type PostedLine } from './ledger.service.ts';
export { monthsOf, NotAPeriod, PeriodCode } from './period-code.ts';
export {
  closedPeriodsThatDiffer,
  figuresBeforeTheLock,
  finalBalances,
  loadPeriod,
  loadPeriods,
  type PeriodActView,
  periodActsOf,
  type PeriodBalance,
  periodViews,
  type PeriodView,
} from './period.query.ts';
export { type NamedPeriod, PeriodService } from './period.service.ts';
export * from './period.ts';
export { periodActsFor } from './period-acts.ts';
import './period.table.ts';
export {
  chargeCertified,
  chargeReversed,
  creditNoteIssued,
  type EventFacts,
  type EventPart,
  invoiceIssued,
  type JournalPair,
  settled,
} from './posting-rules.ts';
export { totalsThatDiffer } from './totals.query.ts';
