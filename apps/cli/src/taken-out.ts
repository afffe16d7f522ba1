import { issuerOf } from '#invoicing';
import { theProgram } from '#kernel';
import { type AuditFacts, inTransaction, recordEvent } from '#platform';
import { commandId } from './acting.ts';
import { type Books, systemClock } from './books.ts';

/**
 * What leaves the books as a file is an act, before it is written. Nobody is asked who they are for that at the terminal of the
 * books, where whoever has the database's login reads all: it is the program's own act, and the log says that it was here.
 *
 * A paper is named to its issuer, in whose log the act stands. Errors: UnknownPaper.
 */
export function recordPaperTakenOut({ db }: Pick<Books, 'db'>, number: string, after: AuditFacts): Promise<void> {
  return inTransaction(db, async (tx) => {
    const by = { person: theProgram.person, secretariat: await issuerOf(tx, number), requestId: commandId };
    const taken = { action: 'PAPER_TAKEN_OUT', kind: 'paper', objects: [number], after };
    await recordEvent(tx, taken, by, systemClock.now());
  });
}

/** A report over the books of all. Every secretariat reads this act: it says which report, and nothing of what is in it. */
export function recordReportTakenOut({ db }: Pick<Books, 'db'>, report: string, form: string): Promise<void> {
  const taken = { action: 'REPORT_EXPORTED', kind: 'report', objects: [report], after: { form } };
  return inTransaction(db, (tx) => recordEvent(tx, taken, { ...theProgram, requestId: commandId }, systemClock.now()));
}
