import { randomInt } from 'node:crypto';
import { type Clock, Unknown } from '#kernel';
import { actIn, Database, inTransaction, recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { holdOpenAccount, holdOwnAccount } from './account.query.ts';
import type { Acting } from './session.ts';
import { type Request, SignInService } from './sign-in.service.ts';
import { digestOf, newToken } from './token.service.ts';

/** No vowels and nothing that looks like something else (RFC 8628, 6.1). */
const letters = 'BCDFGHJKLMNPQRSTVWXZ';

/** A terminal that asks to be let in; the code is for the one in front of it, the secret for the terminal alone. */
export interface Asking {
  readonly secret: string;
  readonly code: string; // "WDJB-MJHT"
}

/** How a terminal signs in (RFC 8628): it shows a code, and somebody who is signed in by both factors approves it. */
@Injectable()
export class TerminalsService {
  constructor(
    private readonly db: Database,
    private readonly signIn: SignInService,
  ) {}

  async ask(): Promise<Asking> {
    const secret = newToken();
    const code = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
    await this.db.query('insert into identity.terminal (device_sha256, user_code) values ($1, $2)', [
      digestOf(secret),
      code,
    ]);
    return { secret, code: `${code.slice(0, 4)}-${code.slice(4)}` };
  }

  /**
   * Somebody who is signed in lets the terminal with this code act for them. A code that no terminal shows is counted as a sign-in
   * in vain is, by the person and by the address: codes are short, and are not to be gone through.
   * Errors: UnknownTerminal, TooManyTries, NotSignedIn where that has ended meanwhile, SecondFactorOutstanding.
   */
  async approve(by: Acting, { code, address }: { code: string; address: string }, request: Request): Promise<void> {
    const isRight = (): Promise<boolean> =>
      inTransaction(this.db, async (tx) => {
        await actIn(tx, by);
        await this.letIn(tx, code, by, request.clock);
        return true;
      }).catch((error: unknown) => {
        if (error instanceof UnknownTerminal) return false;
        throw error;
      });
    const refusal = { whose: by.person, error: new UnknownTerminal(), request };
    await this.signIn.tried({ subject: `terminal ${by.person}`, address }, isRight, refusal);
  }

  private async letIn(tx: Tx, code: string, by: Acting, clock: Clock): Promise<void> {
    await holdOwnAccount(tx, by);
    await recordEvent(tx, { action: 'TERMINAL_APPROVED', kind: 'account', objects: [by.person] }, by, clock.now());
    const approved = await tx.query<[unknown[], number]>(
      `update identity.terminal set person = $2, approved_at = now()
       where user_code = $1 and person is null and now() < expires_at returning user_code`,
      [code.toUpperCase().replace('-', ''), by.person],
    );
    if (approved[1] !== 1) throw new UnknownTerminal();
  }

  /**
   * What has become of it: a token once somebody has approved it, null while it waits. The session that begins is as fresh
   * as the approval, which asked for a proof. Errors: UnknownTerminal, once its ten minutes are over or it was let in.
   */
  async poll(secret: string, clock: Clock): Promise<string | null> {
    return inTransaction(this.db, async (tx) => {
      const [waiting] = await tx.query<{ person: string | null }[]>(
        'select person from identity.terminal where device_sha256 = $1',
        [digestOf(secret)],
      );
      // The account, then the terminal, as whatever ends both: no two can wait for each other.
      if (typeof waiting?.person === 'string') await holdOpenAccount(tx, waiting.person);
      const [terminal] = await tx.query<{ person: string | null; proven: 'PASSWORD' | 'SECOND_FACTOR' }[]>(
        `select terminal.person, case when exists (select from identity.second_factor as factor
           where factor.person = terminal.person and factor.confirmed_at is not null) then 'SECOND_FACTOR' else 'PASSWORD' end as proven
         from identity.terminal
         where terminal.device_sha256 = $1 and terminal.taken_at is null and now() < terminal.expires_at
         for no key update of terminal`,
        [digestOf(secret)],
      );
      if (terminal === undefined) throw new UnknownTerminal();
      const { person, proven } = terminal;
      if (person === null || person !== waiting?.person) return null; // where it is approved in this moment, it is asked again
      const { token } = await this.signIn.open(tx, { person, kind: 'COMMAND_LINE', proven }, { clock });
      await tx.query('update identity.terminal set taken_at = now() where device_sha256 = $1', [digestOf(secret)]);
      return token;
    });
  }
}

export class UnknownTerminal extends Unknown {
  constructor() {
    super(
      'No terminal waits with this code: it was let in already, or its ten minutes are over. Begin again with `recoup sign-in`.',
    );
  }
}
