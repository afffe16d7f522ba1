export { AuditModule } from './audit.module.ts';
export { AuditService } from './audit.service.ts';
export type { AuditCheck, AuditFigures, BienniumAuditContent } from './biennium-audit-content.ts';
export { auditTrail, type AuditTrail } from './audit-trail.query.ts';
export { bienniumAuditCsv } from './biennium-audit.csv.ts';
export { renderBienniumAudit } from './biennium-audit.pdf.ts';
export type { BienniumTotals, NetOwed } from './biennium-totals.ts';
export {
  type EditLogContent,
  type EditLogLine,
  editLogPeriod,
  EditLogTooLong,
  NotAnEditLogPeriod,
  mostExportsAnHour,
  scopeOf,
  TooManyExports,
} from './edit-log.ts';
export { editLogCsv } from './edit-log.csv.ts';
export { renderEditLog } from './edit-log.pdf.ts';
export { EditLogService } from './edit-log.service.ts';
export { completeness, completenessCodes, type CompletenessFacts, type CompletenessItem } from './completeness.ts';
export { completenessFacts } from './completeness.query.ts';
export { inbox, type InboxItem, type InboxKind, inboxKinds, type InboxPart } from './inbox.query.ts';
export { type Counted, type MeetingDirection, meetingNumbers } from './meetings.query.ts';
export { PeriodClosingService } from './period-closing.service.ts';
export { type DifferenceCode, differenceCauses, unpostedCauses, type UnpostedState } from './two-books-causes.ts';
export { type ReciprocalBalance, type ReciprocalEntry, twoBooks, twoBooksOf } from './two-books.query.ts';
export {
  type Check,
  type CheckResult,
  type Verification,
  type VerificationProgress,
  type Wrong,
} from './verification/check.ts';
export { guards } from './verification/guards.ts';
export { nextNight } from './verification/nightly.ts';
export {
  OtherSideMustResume,
  PostingNotStopped,
  StoppedByAnotherVerification,
  VerificationFailed,
} from './verification/posting-stop.ts';
export { guardsOff } from './verification/guards-off.query.ts';
export { checksAgainst, type KeptVerification, VerificationService } from './verification/verification.service.ts';
export type { ExportedPosting, ExportRecord } from './verification/export-record.ts';
export { exportRecords } from './verification/export.query.ts';
export { type Hashing, type OfflineOutcome, OfflineVerification } from './verification/offline.ts';
