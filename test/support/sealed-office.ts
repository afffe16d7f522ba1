import { type Check, checksAgainst, type Wrong } from '#audit';
import { BudgetService } from '#budget';
import type { Database, Tx } from '#platform';
import { Office } from './office.ts';
import { openedLog } from './sealed.ts';
import { sessionAs } from './sessions.ts';
import { tampered } from './tampered.ts';

/** An office with one certified charge, all of it sealed, and a superuser beside it. */
export interface SealedOffice {
  readonly office: Office;
  readonly superuser: Database;
  /** What a check finds in books that the superuser has changed with every trigger off; then it is taken back. */
  readonly found: (statements: readonly string[], id?: string) => Promise<readonly Wrong[]>;
  readonly close: () => Promise<void>;
}

export async function sealedOffice(): Promise<SealedOffice> {
  const office = await Office.open();
  const superuser = await sessionAs('none', office.books.url);
  const { number } = await office.agreement();
  await office.certified([office.draft(number, { note: 'as agreed', evidence: 'DN-1' })]);
  await office.do(async (tx) => {
    const coding = { fundCentre: '11207', grant: null, wbse: null, commitmentItem: null };
    const stated = { of: { fund: 'BC' }, coding, reason: 'as the budget section wrote' };
    const by = await office.officer(tx, 'BRS.approving');
    await office.books.get(BudgetService).stateCoding(tx, stated, by, office.books.clock);
  });
  const log = await openedLog(office.books);
  await log.sealAll();
  return {
    office,
    superuser,
    found: (statements, id = 'I21') => tampered(superuser, statements, (tx) => checkOf(id).wrong(tx)),
    close: async () => {
      await superuser.destroy();
      await log.close();
      await office.close();
    },
  };
}

export function checkOf(id: string): Check<Tx> {
  const check = checksAgainst([]).find((one) => one.id === id);
  if (check === undefined) throw new Error(`There is no check ${id}.`);
  return check;
}
