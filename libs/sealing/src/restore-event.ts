import { type Actor, Conflict, Forbidden, Refused } from '#kernel';
import { toBase64 } from './base64.ts';
import { type Checkpoint, inWords } from './checkpoint.ts';

/** Books set back behind what was published: who answers for it, why, what was lost and where the books are now. */
export interface RestoreFacts {
  /** An officer of each of two sides. */
  readonly by: readonly [Actor, Actor];
  readonly reason: string;
  readonly at: Date;
  readonly lost: Checkpoint; // the newest published one, which these books no longer lead to
  readonly now: Pick<Checkpoint, 'size' | 'root'>;
}

/** As it is sealed: an object for canonical JSON, signed by the log's key over that spelling and then joined by the signature. */
export function restoreBody({ by: [first, second], reason, at, lost, now }: RestoreFacts): Record<string, unknown> {
  return {
    ...{ by: first.person, secretariat: first.secretariat, reason },
    with: { by: second.person, secretariat: second.secretariat },
    at: at.toISOString(),
    origin: lost.origin,
    lost: { size: lost.size, root: toBase64(lost.root) },
    now: { size: now.size, root: toBase64(now.root) },
  };
}

export class RestoredBehindCheckpoint extends Conflict {
  constructor(held: Checkpoint, size: number) {
    super(
      `These books are restored behind checkpoint ${held.size}: ${inWords(held)} were published, and here ${
        size === 1 ? 'is 1 leaf' : `are ${size} leaves`
      }. The server does not start on them as if nothing had happened. Restore a later state; or, where there is none, ` +
        'let an approving officer of each of two sides answer for it: `recoup restore-event sign --by PERSON --with PERSON --reason "..."`. If nothing was restored, this ' +
        'may be another database under the folder of other books, such as DATABASE_URL set where the embedded one was ' +
        'used before: each set of books has a RECOUP_FOLDER of its own, also with DATABASE_URL.',
    );
  }
}

export class NotThePublishedHistory extends Conflict {
  constructor(held: Checkpoint, root: Uint8Array) {
    super(
      `These books are not those that were published: ${inWords(held)} were, and ${inWords({ ...held, root })} are here. ` +
        'Either they were restored behind that checkpoint and then written to, or they were altered. Verify them first; ' +
        'if it was a restore, `recoup restore-event sign --by PERSON --with PERSON --reason "..."`.',
    );
  }
}

export class NothingToAnswerFor extends Refused {
  constructor(held: Checkpoint) {
    super(`These books lead to the checkpoint of ${inWords(held)}: nothing was lost. Nothing was written.`);
  }
}

export class RestoreAnsweredByOneSide extends Forbidden {
  constructor() {
    super(
      'What is lost by a restore was published of both books: an approving officer of each of two secretariats answers for it ' +
        '(--by PERSON --with PERSON). Nothing was written.',
    );
  }
}

export class RestoreReasonOutOfBounds extends Refused {
  constructor() {
    super(
      'A restore needs a reason of 10 to 500 characters, for whoever reads it in ten years. Nothing was written.',
      '/reason',
    );
  }
}
