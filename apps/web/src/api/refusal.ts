/** A problem of the API (RFC 9457). `code` is stable, `detail` is for people. */
export interface ProblemFacts {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
  readonly requestId: string;
}

/** 401 as well: what was shown to prove something proves nothing. */
const ofWhatWasShown = [
  ...['SIGN_IN_REFUSED', 'CODE_REFUSED', 'LINK_REFUSED', 'ISSUER_REFUSED', 'CURRENT_PASSWORD_REFUSED'],
];

/** The server answered, and said no. */
export class Refusal extends Error {
  constructor(readonly problem: ProblemFacts) {
    super(problem.detail === '' ? problem.title : problem.detail);
  }

  /** Nobody is signed in, or the session has ended; a code or a link that is refused says nothing of the session. */
  get isSignedOut(): boolean {
    return this.problem.status === 401 && !ofWhatWasShown.includes(this.problem.code);
  }

  /** Somebody else changed it since it was read. */
  get isStale(): boolean {
    return this.problem.status === 412;
  }

  get isMissing(): boolean {
    return this.problem.status === 404;
  }

  /** The same request may be sent again with the same key: the server was not able to do it just now. Waiting mends no damage. */
  get mayPass(): boolean {
    const { status, code } = this.problem;
    return status >= 502 && status <= 504 && code !== 'DATABASE_DAMAGED';
  }

  /** It is for somebody who has just shown again who they are. */
  get wantsStepUp(): boolean {
    return this.problem.code.toLowerCase() === 'step_up_needed';
  }
}

/** No answer came. What was sent may or may not have arrived: a repeat carries the same Idempotency-Key. */
export class NotConnected extends Error {
  constructor() {
    super('Not connected');
  }
}

/** What the dialogue over the page says, once: the session has ended. Beside it no other part says it again. */
export function isSaidByTheDialogue(error: unknown): boolean {
  return error instanceof Refusal && error.isSignedOut;
}

export function isPassing(error: unknown): boolean {
  return error instanceof NotConnected || (error instanceof Refusal && error.mayPass);
}
