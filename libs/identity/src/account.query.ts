import type { Tx } from '#platform';
import { type Acting, NotSignedIn, SecondFactorOutstanding } from './session.ts';

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

/**
 * Holds the account of whoever makes another way in for themselves, and looks at the session again: a second factor that was
 * confirmed meanwhile has ended it, and nothing is made in its place without having shown it.
 * Errors: NotSignedIn, SecondFactorOutstanding.
 */
export async function holdOwnAccount(tx: Tx, { person, credential }: Acting): Promise<void> {
  await holdAccount(tx, person);
  const [session] = await tx.query<{ isBehind: boolean }[]>(
    `select session.proven <> 'SECOND_FACTOR' and exists (select from identity.second_factor as factor
           where factor.person = session.person and factor.confirmed_at is not null) as "isBehind"
     from identity.session where session.id = $1 and session.ended_at is null`,
    [credential.id],
  );
  if (session === undefined) throw new NotSignedIn();
  if (session.isBehind) throw new SecondFactorOutstanding();
}

/** Whether a person has a second factor that is confirmed. */
export async function hasFactor(tx: Tx, person: string): Promise<boolean> {
  const factors = await tx.query<unknown[]>(
    'select from identity.second_factor where person = $1 and confirmed_at is not null',
    [person],
  );
  return factors.length === 1;
}
