import { theProgram } from '#kernel';
import { type AuditFacts, inTransaction, recordEvent } from '#platform';
import { commandId } from './acting.ts';
import { type Books, systemClock } from './books.ts';

/**
 * What leaves the books as a file is an act, before it is written. Nobody is asked who they are for that at the terminal of the
 * books, where whoever has the database's login reads all: it is the program's own act, and the log says that it was here.
 */
export function recordTakenOut(
  { db }: Pick<Books, 'db'>,
  taken: { kind: 'paper' | 'report'; objects: readonly string[]; after: AuditFacts },
): Promise<void> {
  const { kind, objects, after } = taken;
  const action = kind === 'paper' ? 'PAPER_TAKEN_OUT' : 'REPORT_EXPORTED';
  const by = { ...theProgram, requestId: commandId };
  return inTransaction(db, (tx) => recordEvent(tx, { action, kind, objects, after }, by, systemClock.now()));
}
