import type { Tx } from '#platform';

/**
 * Holds an account until the transaction ends, before anything that lets its person in or takes that back is read: the account first,
 * then its renewals, then their links, so that no two can wait for each other and the second sees what the first has done.
 */
export async function holdAccount(tx: Tx, person: string): Promise<void> {
  await tx.query('select from identity.account where person = $1 for no key update', [person]);
}

/**
 * Holds an account as it is until the transaction ends, before a session begins by it: what ends a way in (`holdAccount`, another
 * password) waits, and ends that session too; where it came first, its result is seen here. Many may sign in at once.
 * Null where the account is not there, or is shut.
 */
export async function holdOpenAccount(tx: Tx, person: string): Promise<{ password: string | null } | null> {
  const [account] = await tx.query<{ password: string | null }[]>(
    'select password from identity.account where person = $1 and disabled_at is null for share',
    [person],
  );
  return account ?? null;
}
