import { Conflict, Refused, Unproven } from '#kernel';
import { actIn, Database, inSnapshot, inTransaction, recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { hashPassword } from './password-hash.service.ts';
import { checkNewPassword } from './common-passwords.service.ts';
import { namesAround } from './names-around.query.ts';
import { type Acting, DemoHasOnePassword, NotSignedIn } from './session.ts';
import { SessionsService } from './sessions.service.ts';
import { type Request, SignInService } from './sign-in.service.ts';
import { digestOf, newToken } from './token.service.ts';

/** Somebody puts another password in the place of their own. Whoever has none here changes it where they sign in. */
@Injectable()
export class OwnPasswordService {
  constructor(
    private readonly db: Database,
    private readonly signIn: SignInService,
    private readonly sessions: SessionsService,
  ) {}

  async isThere(tx: Tx, person: string): Promise<boolean> {
    const [account] = await tx.query<{ isThere: boolean }[]>(
      'select password is not null as "isThere" from identity.account where person = $1',
      [person],
    );
    return account?.isThere === true;
  }

  /**
   * Every other session of the person ends, and a terminal that waits is not let in: whoever knew the old password signs in with it no
   * more. Keys stay, and whoever knew it may have made one: they are looked through and revoked by themselves. Answers the session's new token; how fresh its proof is does not change by it.
   * Errors: DemoHasOnePassword, NoPasswordHere, those of `checkNewPassword`, CurrentPasswordRefused, TooManyTries, PasswordAsBefore,
   * NotSignedIn.
   */
  async change(
    by: Acting,
    { current, password, address }: { current: string; password: string; address: string },
    request: Request,
  ): Promise<string> {
    const { person, credential } = by;
    if (credential.demo) throw new DemoHasOnePassword();
    if (!(await inSnapshot(this.db, (tx) => this.isThere(tx, person)))) throw new NoPasswordHere();
    checkNewPassword(password, { account: person, names: await inSnapshot(this.db, (tx) => namesAround(tx, person)) });
    const refusal = new CurrentPasswordRefused();
    const account = await this.signIn.checkPassword({ account: person, password: current, address }, request, refusal);
    if (password === current) throw new PasswordAsBefore();
    const hash = await hashPassword(password);
    const token = newToken();
    await inTransaction(this.db, async (tx) => {
      await actIn(tx, by);
      const changed = { action: 'PASSWORD_CHANGED', kind: 'account', objects: [person] };
      await recordEvent(tx, changed, by, request.clock.now());
      const [, set] = await tx.query<[unknown[], number]>(
        `update identity.account set password = $2, password_set_at = now()
         where person = $1 and password = $3 and disabled_at is null`,
        [person, hash, account.password],
      );
      if (set === 0) throw refusal; // changed or shut meanwhile
      const [, goesOn] = await tx.query<[unknown[], number]>(
        `update identity.session set token_sha256 = $2, seen_at = now() where id = $1 and kind = 'BROWSER' and ended_at is null`,
        [credential.id, digestOf(token)],
      );
      if (goesOn === 0) throw new NotSignedIn(); // it has ended meanwhile, or is a terminal's
      await this.sessions.endOthers(tx, by);
    });
    return token;
  }
}

export class NoPasswordHere extends Conflict {
  constructor() {
    super('You have no password here: you sign in at the identity provider, and change it there. Nothing was written.');
  }
}

export class CurrentPasswordRefused extends Unproven {
  constructor() {
    super('This is not the password that you have now. Nothing was written.', '/current');
  }
}

export class PasswordAsBefore extends Refused {
  constructor() {
    super('This is the password that you have already. Nothing was written.', '/password');
  }
}
