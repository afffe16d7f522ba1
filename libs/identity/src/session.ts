import { Forbidden, Refused, TooOften, Unproven } from '#kernel';
import type { Designation, Officer } from './authority.ts';

/** By what a request proves who asks. */
export type CredentialKind = 'BROWSER' | 'COMMAND_LINE';

/**
 * HALF           the password is proven and the second factor is outstanding: such a session can do nothing but prove it
 * PASSWORD       the account has no second factor
 * SECOND_FACTOR  password and second factor
 */
export type Proven = 'HALF' | 'PASSWORD' | 'SECOND_FACTOR';

/** What somebody has shown to be who they are. */
export interface Credential {
  readonly id: string; // of the session
  readonly kind: CredentialKind;
  readonly proven: Proven;
  readonly demo: boolean;
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
  })[];
  readonly credential: Credential;
}

/**
 * What a session may be used for at all. `steppedUp`: the step asks for a proof that is ten minutes old at most.
 * Errors: SecondFactorOutstanding, StepUpNeeded.
 */
export function checkCredential({ proven, steppedUpUntil }: Credential, { steppedUp }: { steppedUp: boolean }): void {
  if (proven === 'HALF') throw new SecondFactorOutstanding();
  if (steppedUp && steppedUpUntil === null) throw new StepUpNeeded();
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
