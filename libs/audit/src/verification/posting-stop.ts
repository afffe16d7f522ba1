import { Conflict, Forbidden, Refused } from '#kernel';

/** The books are not what they must be: nothing is posted on top of it until somebody has looked. Reading goes on. */
export class VerificationFailed extends Conflict {
  override readonly isOfTheMoment = true; // until somebody lifts the stop

  constructor() {
    super(
      'Posting is stopped, for the last verification of these books failed: GET /api/v1/verifications says what is wrong. ' +
        'Approving officers of both sides lift the stop, each for a reason. Nothing was written.',
    );
  }
}

export class PostingNotStopped extends Refused {
  constructor() {
    super('Posting is not stopped, so there is nothing to lift. Nothing was written.');
  }
}

export class OtherSideMustResume extends Forbidden {
  constructor(secretariat = 'One secretariat') {
    super(`${secretariat} has asked to let posting go on: the other secretariat must agree. Nothing was written.`);
  }
}

/** Whoever lets posting go on answers for what they have read, and another verification has failed since. */
export class StoppedByAnotherVerification extends Conflict {
  constructor(readonly facts: { readonly read: string; readonly since: string } | null = null) {
    super(
      facts === null
        ? 'Another verification has failed since the one that this answers for. Read what it found (GET /api/v1/verifications), and answer for it. Nothing was written.'
        : `Posting is stopped by verification ${facts.since}, and this answers for verification ${facts.read}: read what verification ${facts.since} found (GET /api/v1/verifications), and answer for that one. Nothing was written.`,
    );
  }
}
