import type { Database, Tx } from '#platform';

/** Thrown to take a tampering back. */
class TakenBack<T> extends Error {
  constructor(readonly seen: T) {
    super('taken back');
  }
}

/** What `look` sees in books that a superuser has changed with every trigger off; then it is taken back. */
export async function tampered<T>(
  superuser: Database,
  statements: readonly string[],
  look: (tx: Tx) => Promise<T>,
): Promise<T> {
  try {
    await superuser.transaction(async (tx: Tx) => {
      await tx.query('set local session_replication_role = replica');
      for (const statement of statements) {
        const [, changed] = await tx.query<[unknown, number]>(statement);
        if (changed === 0) throw new Error(`Nothing was tampered with by: ${statement}`);
      }
      throw new TakenBack(await look(tx));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.seen as T;
    throw error;
  }
  throw new Error('A tampering is always taken back.');
}
