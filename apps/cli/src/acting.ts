import { randomUUID } from 'node:crypto';
import { SampleService } from '#books';
import { checkCredential, IdentityService, NotSignedIn, type Officer, SignInService, StepUpNeeded } from '#identity';
import { today, Unproven } from '#kernel';
import type { Tx } from '#platform';
import { type Books, systemClock } from './books.ts';
import { Unusable } from './output.ts';
import { keptToken } from './token-file.ts';

/** One command of this process, as a request has an id. */
export const commandId = `cli-${randomUUID()}`;

/**
 * Whoever acts: in the sample, where nothing is at stake, the one who is named; in all other books the one who has signed in
 * at this terminal. `stepUp`: the step asks for a sign-in that is ten minutes old at most; only what records does not.
 * Errors: Unusable, UnknownPerson, SignInAtThisTerminal, and those of `checkCredential`.
 */
export async function officerNamed(
  { services }: Books,
  tx: Tx,
  person: string | undefined,
  { stepUp = true }: { stepUp?: boolean } = {},
): Promise<Officer> {
  const isSample = (await services.get(SampleService).content()) === 'SAMPLE';
  if (person !== undefined && !isSample) {
    throw new Unusable(
      '--as and RECOUP_ACTOR name somebody and prove nothing: they are for the sample. In these books sign in (`npm run recoup -- sign-in`), then leave them out.',
    );
  }
  if (person !== undefined) {
    return { ...(await services.get(IdentityService).officer(tx, person, today(systemClock))), requestId: commandId };
  }
  const token = keptToken();
  if (token === null && isSample) {
    throw new Unusable(
      'Say who acts: --as CODE, for example a finance officer of the provider, or RECOUP_ACTOR in the environment. `npm run recoup -- people list` shows the codes.',
    );
  }
  return actingHere(services, tx, token, { stepUp });
}

/** Whoever has signed in at this terminal. Errors: SignInAtThisTerminal, and those of `checkCredential`. */
export async function actingHere(
  services: Books['services'],
  tx: Tx,
  token: string | null,
  { stepUp }: { stepUp: boolean },
) {
  if (token === null) throw new SignInAtThisTerminal();
  try {
    const signIn = services.get(SignInService);
    const { acting, isStale } = await signIn.acting(tx, { token, kind: 'COMMAND_LINE' }, systemClock);
    checkCredential(acting.credential, { stepUp, byKey: false, isReading: false, from: 'WHOLE' });
    if (isStale) await signIn.touch(acting.credential);
    return { ...acting, requestId: commandId };
  } catch (error) {
    if (error instanceof NotSignedIn || error instanceof StepUpNeeded) throw new SignInAtThisTerminal();
    throw error;
  }
}

export class SignInAtThisTerminal extends Unproven {
  constructor() {
    super(
      'Sign in at this terminal: `npm run recoup -- sign-in`. It lasts twelve hours, thirty minutes without use, and ten minutes for what certifies, approves or closes. Nothing was written.',
    );
  }
}
