export { faultOf } from './fault.ts';
export {
  type AuditedAct,
  type AuditEvent,
  type AuditFacts,
  ChangeIsNotAudited,
  recordEvent,
  recordEvents,
} from './audit-event.ts';
export {
  type AuditEventFilter,
  type AuditEventScope,
  type AuditEventView,
  auditEventViews,
  everyAct,
  type LastAct,
  lastActs,
  refusalsOf,
} from './audit-events.query.ts';
export * as column from './columns.ts';
export { type OutOfRange, type Ranged, rowsOutOfRange } from './out-of-range.ts';
export { constraintMeansALostRace, constraintStandsFor, RefusedByTheBooks } from './constraint.ts';
export { type Connection, dataSource, type DataSourceOptions } from './data-source.ts';
export { findAll } from './find-all.ts';
export { insertAll } from './insert-all.ts';
export { newId } from './new-id.ts';
export { isOpenOnTheWay } from './on-the-way.ts';
export {
  type Answer,
  forgetOldKeys,
  once,
  type RequestKey,
  RequestKeyReused,
  RequestStillRunning,
  answerUnder,
  wasAnswered,
} from './once.ts';
export { onceTogether } from './once-together.ts';
export { actForTheProgram, forTheProgram } from './tenant.ts';
export {
  actIn,
  damageOf,
  HeldBySomebodyElse,
  inSnapshot,
  inTransaction,
  isStorageFull,
  isUnreachable,
  type Tx,
  withoutEffect,
} from './transaction.ts';
export * as backups from './backup/index.ts';
export { type ArchiveWish, archiveWish, clearUp, EngineProblem, startThrowAwayEngine } from './engine/index.ts';
export { csvOf } from './table.csv.ts';
export { GroupCommit } from './group-commit.ts';
export { Turns } from './turns.ts';
export { examine, type Finding } from './doctor.ts';
export { withBackups, type WithBackups } from './with-backups.ts';
export {
  makeFit,
  openDatabase,
  type OpenDatabase,
  type OpenOptions,
  serverPool,
  withThrowAwayDatabase,
} from './open-database.ts';
export {
  DatabaseIsNewer,
  DatabaseNotFit,
  migrate,
  openToRolesOnly,
  prepareDatabase,
  programTenant,
  type Rights,
  roles,
  type Tenancy,
  tenant,
  triggersOffIn,
} from './roles/index.ts';
export { isServerRunning, ServerRunsAlready, takeServerLock } from './server-lock.ts';
/** The connection pool to the books. Apps hold it and hand it on; they have no tables of their own. */
export { DataSource as Database } from 'typeorm';
