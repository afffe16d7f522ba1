import { Forbidden, Refused, TooOften, Unproven } from '#kernel';
import type { Designation, Duty, Officer } from './authority.ts';

/** By what a request proves who asks. */
export type CredentialKind = 'BROWSER' | 'COMMAND_LINE' | 'API_KEY';

/**
 * HALF           the password is proven and the second factor is outstanding: such a session can do nothing but prove it
 * PASSWORD       the account has no second factor
 * SECOND_FACTOR  password and second factor
 * KEY            an API key, which proves less than a person
 */
export type Proven = 'HALF' | 'PASSWORD' | 'SECOND_FACTOR' | 'KEY';

/** What a key is for: reading alone, or recording too. */
export const keyScopes = ['READ', 'RECORD'] as const;
export type KeyScope = (typeof keyScopes)[number];

/** What somebody has shown to be who they are. */
export interface Credential {
  readonly id: string; // of the session or the key
  /** Of a key: whether it records beside reading. */
  readonly scope?: KeyScope;
  readonly kind: CredentialKind;
  readonly proven: Proven;
  readonly demo: boolean;
  /** What this person may do asks for a second factor, and the account has none: it can be made, and nothing else be done. */
  readonly mustEnrol: boolean;
  /** Until when this person may take the steps that ask for a fresh proof; null: not now. By the database's clock. */
  readonly steppedUpUntil: Date | null;
  /** When it ends, unless it ends before for want of use. */
  readonly expiresAt: Date;
}

/** An officer who has proven who it is. */
export interface Acting extends Officer {
  readonly secretariatName: string;
  readonly designations: readonly (Pick<Designation, 'duty' | 'fund'> & {
    readonly validFrom: string;
    readonly validTo: string;
    readonly mandate: string | null; // of a joint auditor: the other secretariat
  })[];
  readonly credential: Credential;
}

/** Who certifies, approves or administers proves it by two factors. */
const withSecondFactor: readonly Duty[] = ['CERTIFYING_OFFICER', 'APPROVING_OFFICER', 'ADMINISTRATOR'];

/** Whether somebody with these duties must make a second factor first. A demo account is for looking around and has none. */
export function mustEnrol(
  { kind, proven, demo }: Pick<Credential, 'kind' | 'proven' | 'demo'>,
  duties: readonly Duty[],
): boolean {
  return kind !== 'API_KEY' && proven === 'PASSWORD' && !demo && duties.some((duty) => withSecondFactor.includes(duty));
}

/** What a step asks of the credential it is asked with. */
export interface Asks {
  /** A proof that is ten minutes old at most. */
  readonly stepUp: boolean;
  /** Whether a key will do: it records and reads, and never confirms, certifies, approves, grants or closes. */
  readonly byKey: boolean;
  /** Whether it reads and changes nothing: then a key that only reads will do. */
  readonly isReading: boolean;
  /** How little will do: HALF a sign-in, one that must still make its second factor (UNENROLLED), or only a WHOLE one. */
  readonly from: 'HALF' | 'UNENROLLED' | 'WHOLE';
}

/**
 * Whether a credential will do for a step.
 * Errors: NotByKey, KeyOnlyReads, SecondFactorOutstanding, SecondFactorNeeded, StepUpNeeded; in this order.
 */
export function checkCredential(credential: Credential, { stepUp, byKey, isReading, from }: Asks): void {
  const { kind, scope, proven, steppedUpUntil } = credential;
  if (kind === 'API_KEY' && !byKey) throw new NotByKey();
  if (scope === 'READ' && !isReading) throw new KeyOnlyReads();
  if (proven === 'HALF' && from !== 'HALF') throw new SecondFactorOutstanding();
  if (credential.mustEnrol && from === 'WHOLE') throw new SecondFactorNeeded();
  if (stepUp && steppedUpUntil === null) throw new StepUpNeeded();
}

/** How many tries in vain there may be in fifteen minutes. */
export const triesMost = { account: 5, address: 50 } as const;

/**
 * How long an answer waits, so that guessing is slow before it is refused.
 * Unit:  milliseconds; `tries` counts this one. 1 -> 100, 2 -> 200, 5 -> 1600
 */
export function delayMs(tries: number): number {
  return 100 * 2 ** (Math.min(Math.max(tries, 1), triesMost.account) - 1);
}

export class NotSignedIn extends Unproven {
  constructor() {
    super(
      'Sign in first (POST /api/v1/session), or send an API key in the header Authorization. A session ends after 30 minutes without use, and after 12 hours in any case.',
    );
  }
}

/** One sentence for an unknown account, a wrong password and an account that is disabled: nobody learns which. */
export class SignInRefused extends Unproven {
  constructor() {
    super('This account and this password do not go together.');
  }
}

/** One sentence, whatever was wrong: nobody learns which. */
export class IssuerRefused extends Unproven {
  constructor() {
    super(
      'The identity provider’s answer lets nobody in here. Begin again; if it stays so, ask an administrator whether you are linked.',
    );
  }
}

export class TooManyTries extends TooOften {
  constructor(seconds: number) {
    super(`This was tried too often. Try again in ${Math.ceil(seconds / 60)} minutes.`, seconds);
  }
}

export class SecondFactorOutstanding extends Unproven {
  constructor() {
    super('The password is proven and the code is not yet: POST /api/v1/session/second-factor.');
  }
}

export class SecondFactorNeeded extends Forbidden {
  override readonly isOfTheMoment = true;

  constructor() {
    super(
      'Whoever certifies, approves or administers signs in with two factors: make the second one first (POST /api/v1/second-factor). Nothing was written.',
    );
  }
}

/** A code that is wrong, and one that was taken before: nobody learns which. */
export class CodeRefused extends Unproven {
  constructor() {
    super('This code does not go with this account now. Each code is taken once; wait for the next one.');
  }
}

export class NotByKey extends Forbidden {
  constructor() {
    super('A key records and reads; this is for a person to do who is signed in. Nothing was written.');
  }
}

export class KeyOnlyReads extends Forbidden {
  constructor() {
    super(
      'This key only reads: make one that records, with the scope RECORD (POST /api/v1/keys). Nothing was written.',
    );
  }
}

export class DemoHasOnePassword extends Refused {
  constructor() {
    super('The people of the demo have the password that is printed, and no second factor. Nothing was written.');
  }
}

export class NoSecondFactor extends Refused {
  constructor() {
    super('Recovery codes stand in for a second factor, and you have none: make it first. Nothing was written.');
  }
}

export class LinkRefused extends Unproven {
  constructor() {
    super('This link is unknown, or has been used, or its time is over. Ask for another one.');
  }
}

export class StepUpNeeded extends Forbidden {
  override readonly isOfTheMoment = true;

  constructor() {
    super(
      'This step asks for a proof that is ten minutes old at most: POST /api/v1/session/step-up, then send the request again. Nothing was written.',
    );
  }
}

export class DemoInOtherBooks extends Refused {
  constructor() {
    super('A demo account opens the sample biennium and no other books. Nothing was written.');
  }
}
