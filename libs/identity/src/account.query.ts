import type { Tx } from '#platform';

/**
 * Holds an account until the transaction ends, before anything that lets its person in or takes that back is read: the account first,
 * then its renewals, then their links, so that no two can wait for each other and the second sees what the first has done.
 */
export async function holdAccount(tx: Tx, person: string): Promise<void> {
  await tx.query('select from identity.account where person = $1 for no key update', [person]);
}
