import { type Clock, Unknown } from '#kernel';
import { actIn, recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { holdAccount } from './account.query.ts';
import { shuttingAccount } from './account-shutting.ts';
import { Act } from './act.ts';
import { ofAShut } from './renewals.service.ts';
import { type Acting, NotSignedIn, type Proven } from './session.ts';
import { digestOf, newToken } from './token.service.ts';

/** A session as its owner sees it. */
export interface SessionView {
  readonly id: string;
  readonly kind: string;
  readonly begunAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
}

/** What becomes of sessions once they are open, and of the accounts they are of. */
@Injectable()
export class SessionsService {
  /**
   * A new token for a session that has proven more: whoever had the old one before has nothing now. Answers the new one.
   * Errors: NotSignedIn where the session has ended meanwhile, or is no browser's: a terminal signs in anew.
   */
  async proveMore(
    tx: Tx,
    by: Acting,
    { proven, action }: { proven: Proven; action: string },
    clock: Clock,
  ): Promise<string> {
    await actIn(tx, by);
    await recordEvent(tx, { action, kind: 'account', objects: [by.person], after: { proven } }, by, clock.now());
    const token = newToken();
    const moved = await tx.query<[unknown[], number]>(
      `update identity.session set token_sha256 = $2, proven = $3, stepped_up_at = now(), seen_at = now()
       where id = $1 and kind = 'BROWSER' and ended_at is null returning id`,
      [by.credential.id, digestOf(token), proven],
    );
    if (moved[1] !== 1) throw new NotSignedIn();
    return token;
  }

  /** Ends every session of the person but this one, and whatever terminal waits to be let in for them; in the transaction of an act. */
  async endOthers(tx: Tx, { person, credential }: Acting): Promise<void> {
    await tx.query(
      'update identity.session set ended_at = now(), ended_by = $1 where person = $1 and id <> $2 and ended_at is null',
      [person, credential.id],
    );
    await tx.query('update identity.terminal set taken_at = now() where person = $1 and taken_at is null', [person]);
  }

  /** The sessions of a person that are open, newest first. */
  open(tx: Tx, person: string): Promise<SessionView[]> {
    return tx.query<SessionView[]>(
      `select id, kind, begun_at as "begunAt", seen_at as "seenAt", expires_at as "expiresAt" from identity.session
       where person = $1 and ended_at is null and now() < expires_at and now() < seen_at + interval '30 minutes'
       order by begun_at desc`,
      [person],
    );
  }

  /** Ends a session: one's own, or as an administrator one of a colleague's. Errors: UnknownSession. */
  async end(tx: Tx, id: string, by: Acting, clock: Clock): Promise<void> {
    const [session] = await tx.query<{ person: string; secretariat: string }[]>(
      `select session.person, person.secretariat from identity.session join identity.person on person.code = session.person
       where session.id = $1 and session.ended_at is null`,
      [id],
    );
    if (session === undefined || (session.person !== by.person && !mayShutAccountsOf(session.secretariat, by))) {
      throw new UnknownSession(id);
    }
    await recordEvent(tx, { action: 'SESSION_ENDED', kind: 'account', objects: [session.person] }, by, clock.now());
    await tx.query('update identity.session set ended_at = now(), ended_by = $2 where id = $1 and ended_at is null', [
      id,
      by.person,
    ]);
  }

  /**
   * Somebody leaves: the account is shut and its sessions and keys end with it, in one transaction. What they did stays theirs.
   * Of an account that is shut, what would let them in again is taken back, and its link opens nothing.
   * Errors: UnknownAccount, NotDesignated, ActsForTheOtherSide, NotOneself.
   */
  async disable(tx: Tx, person: string, reason: string, by: Acting, clock: Clock): Promise<void> {
    await holdAccount(tx, person);
    const lettingIn = await tx.query<{ id: string }[]>(
      `select id from identity.account_renewal
       where person = $1 and lets_in_again and done_at is null and lapsed_at is null
         and coalesce(approved_at, proposed_at) >= now() - interval '3 days' order by id`,
      [person],
    );
    const [account] = await tx.query<{ secretariat: string; isShut: boolean }[]>(
      `select person.secretariat, account.disabled_at is not null as "isShut"
       from identity.account join identity.person on person.code = account.person where account.person = $1`,
      [person],
    );
    if (account === undefined || (account.isShut && lettingIn.length === 0)) throw new UnknownAccount(person);
    shuttingAccount({ person, secretariat: account.secretariat }).check(by);
    const ids = lettingIn.map(({ id }) => id);
    const shut = { action: 'ACCOUNT_DISABLED', kind: 'account', objects: [person, ...ids], reason };
    await recordEvent(tx, { ...shut, ...ofAShut(account.isShut) }, by, clock.now());
    await tx.query('update identity.account_renewal set lapsed_at = now() where id = any($1)', [ids]);
    if (account.isShut) return; // everything of the person has ended already
    await tx.query('update identity.account set disabled_at = now() where person = $1', [person]);
    await tx.query(
      'update identity.session set ended_at = now(), ended_by = $2 where person = $1 and ended_at is null',
      [person, by.person],
    );
    await tx.query(
      'update identity.api_key set revoked_at = now(), revoked_by = $2 where person = $1 and revoked_at is null',
      [person, by.person],
    );
  }
}

/** Whoever may shut an account may end its sessions. */
function mayShutAccountsOf(secretariat: string, by: Acting): boolean {
  return new Act('account.shut', { document: 'account', resultsIn: 'SHUT', of: secretariat }).refusal(by) === null;
}

export class UnknownSession extends Unknown {
  constructor(id: string) {
    super(`There is no open session "${id}" that you may end.`);
  }
}

export class UnknownAccount extends Unknown {
  constructor(person: string) {
    super(`There is no open account "${person}" in these books.`);
  }
}
