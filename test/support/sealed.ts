import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, Biennium, type Clock, Day, Money } from '#kernel';
import { chargeCertified, type JournalPair, type LedgerService } from '#ledger';
import { type Database, inTransaction, roles, type Tx } from '#platform';
import { openLog, sealAll, type SealedBatch, type SigningKey } from '#sealing';
import { anAct } from './an-act.ts';
import type { FreshBooks } from './fresh-books.ts';
import { sessionAs } from './sessions.ts';

/** A clock that goes: seals are signed with the time of the machine. */
export const wallClock: Clock = { now: () => new Date() };

/** Books with a log of their own, whose key lies in a folder that is gone after `close`. */
export interface Log {
  readonly key: SigningKey;
  readonly folder: string;
  readonly keyFile: string;
  /** The books by the role that seals them, and may do nothing else. */
  readonly sealer: Database;
  sealAll(most?: number): Promise<SealedBatch[]>;
  close(): Promise<void>;
}

/** Opened by the server's role and sealed by the sealer's, as the product does. */
export async function openedLog(
  { db, url }: Pick<FreshBooks, 'db' | 'url'>,
  operator: string | null = null,
): Promise<Log> {
  return logOver(db, await sessionAs(roles.sealer, url), operator);
}

/** `sealer` is closed with the log. */
export async function logOver(db: Database, sealer: Database, operator: string | null = null): Promise<Log> {
  const folder = mkdtempSync(join(tmpdir(), 'recoup-keys-'));
  const keyFile = join(folder, 'keys', 'log.key');
  const key = await inTransaction(db, (tx) => openLog(tx, { keyFile, operator, clock: wallClock }));
  return {
    ...{ key, folder, keyFile, sealer },
    sealAll: (most) => sealAll(sealer, { key, clock: wallClock }, most),
    close: async () => {
      await sealer.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const by: Actor = { person: 'BRS.certifying', secretariat: 'BRS' };

/** The pair of entries of one certified charge of USD 920.00, under a name of its own. */
export function certified(source: string): JournalPair {
  const amount = Money.usd('920.00');
  return chargeCertified({
    client: 'BRS',
    provider: 'MINAMATA',
    source,
    on: Day.of('2025-05-09'),
    biennium: Biennium.of('2024-2025'),
    parts: [
      {
        agreement: 'CRA-2025-001',
        item: 'DOC-CTL',
        serviceMonth: '2025-05',
        nature: 'OWN_SERVICE',
        client: [{ fund: 'BC', budgetLine: 'BC-1', amount }],
        provider: [{ fund: 'MC-GTF', amount }],
      },
    ],
  });
}

/** As one act: it is a leaf too, before its entries. */
export async function post(ledger: LedgerService, tx: Tx, sources: readonly string[]): Promise<void> {
  await anAct(tx);
  return ledger.post(tx, sources.map(certified), by, wallClock);
}

/** As the owner of the database who does not want to be seen: no trigger fires, no key is checked. */
export async function withTriggersOff(
  { url }: Pick<FreshBooks, 'url'>,
  work: (tx: Tx) => Promise<unknown>,
): Promise<void> {
  const superuser = await sessionAs('none', url);
  try {
    await inTransaction(superuser, async (tx) => {
      await tx.query('set local session_replication_role = replica');
      await work(tx);
    });
  } finally {
    await superuser.destroy();
  }
}
