import { randomBytes } from 'node:crypto';
import { IdentityService, SignInService } from '#identity';
import { inTransaction } from '#platform';
import { anAct } from './an-act.ts';
import type { FreshBooks } from './fresh-books.ts';

/** The headers of a session of that person. */
export type SignedIn = (person: string) => Promise<Readonly<Record<string, string>>>;

/**
 * Sessions in these books by the product's own service, as after a sign-in with both factors. Everybody who is in the books
 * now is signed in at once, so that no sign-in falls between two pictures of the books; whoever comes later when first asked for.
 */
export async function signedInto(
  books: FreshBooks,
  { everybody = true }: { everybody?: boolean } = {},
): Promise<SignedIn> {
  const { db, clock } = books;
  const sessions = new Map<string, Promise<Readonly<Record<string, string>>>>();
  const open = async (person: string): Promise<Readonly<Record<string, string>>> => {
    const isKnown = (await people()).includes(person);
    return cookie(isKnown ? await session(person) : randomBytes(32).toString('base64url'));
  };
  const people = async (): Promise<string[]> =>
    inTransaction(db, async (tx) => (await books.get(IdentityService).people(tx)).map(({ code }) => code));
  const session = (person: string): Promise<string> =>
    inTransaction(db, async (tx) => {
      await anAct(tx);
      await books.get(SignInService).addAccounts(tx, [person]);
      const proven = { person, kind: 'BROWSER', proven: 'SECOND_FACTOR' } as const;
      return (await books.get(SignInService).open(tx, proven, { clock })).token;
    });
  const signedIn: SignedIn = (person) => {
    const known = sessions.get(person) ?? open(person);
    sessions.set(person, known);
    return known;
  };
  if (everybody) for (const person of await people()) await signedIn(person);
  return signedIn;
}

function cookie(token: string): Readonly<Record<string, string>> {
  return { cookie: `recoup-session=${token}` };
}
