import { Conflict, type Clock, Malformed, theProgram, Unknown } from '#kernel';
import {
  actForTheProgram,
  actIn,
  constraintStandsFor,
  Database,
  forTheProgram,
  inTransaction,
  newId,
  recordEvent,
  type Tx,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { AccountIsShut, type AccountRenewal, checkLinksAnew } from './account-renewal.ts';
import { holdAccount } from './account.query.ts';
import { checkMay } from './act.ts';
import type { Officer } from './authority.ts';
import { ofAShut, renew } from './renewals.service.ts';
import { digestOrNull, type Opened, type Request, SignInService } from './sign-in.service.ts';
import { IssuerRefused, TooManyTries } from './session.ts';
import { digestOf } from './token.service.ts';
import { UnknownPerson } from './unknown-secretariat.ts';

/** What an identity provider has said, after everything about its token was checked. */
export interface ProvenByIssuer {
  readonly issuer: string;
  readonly subject: string; // whose it is, at this issuer alone
  /** When the person last proved who they are there; null where it does not say. */
  readonly provenAt: Date | null;
  /** When it said so, to the second. */
  readonly issuedAt: Date;
  /** Whether it says that more than a password was asked. */
  readonly isMultiFactor: boolean;
  /** What it calls its own session (`sid`); null where it does not say. */
  readonly session: string | null;
}

/** What an identity provider has said is over there, after everything about its token was checked. A subject, a session, or both. */
export interface EndedAtIssuer {
  readonly issuer: string;
  readonly tokenId: string; // `jti`: taken once
  readonly saidAt: Date; // to the second
  readonly subject: string | null;
  readonly session: string | null;
}

/** What came in an issuer's name and was none of its word. */
export interface RefusedOfIssuer {
  readonly action: 'SIGN_IN_REFUSED' | 'SIGN_OUT_REFUSED';
  readonly why: string;
  readonly address: string;
}

/** People who sign in at an identity provider: an administrator says which subject is which person, once for each. */
@Injectable()
export class IssuerSubjectsService {
  constructor(
    private readonly db: Database,
    private readonly signingIn: SignInService,
  ) {}

  /**
   * For whoever has a way in already it is another one, and so takes a renewal that two people agreed on, which it ends; whoever
   * approved it makes the link, since whoever proposed it could name a subject of their own. Errors: UnknownPerson, NotDesignated,
   * ActsForTheOtherSide, LinksOneself, AccountIsShut, RenewalWanted, RenewalNotByTwo, SubjectLinkedAlready, PersonLinkedAlready.
   */
  async link(
    tx: Tx,
    { person, issuer, subject }: { person: string; issuer: string; subject: string },
    by: Officer,
    clock: Clock,
  ): Promise<void> {
    await holdAccount(tx, person);
    const { secretariat, hasCome, isShut, renewal } = await standing(tx, person);
    checkMay(by, 'person.link', secretariat);
    if (by.person === person) throw new LinksOneself();
    const letsInAgain = renewal?.letsInAgain === true;
    if (isShut && !letsInAgain) throw new AccountIsShut(person);
    const isRenewed = hasCome || isShut;
    if (isRenewed) checkLinksAnew(person, renewal, by);
    const linked = {
      action: 'SIGN_IN_LINKED',
      kind: 'person',
      objects: [person],
      ...ofAShut(letsInAgain),
      after: { issuer },
    };
    await recordEvent(tx, linked, by, clock.now());
    await this.signingIn.addAccounts(tx, [person]);
    if (isRenewed) await renew(tx, person, renewal?.id ?? null);
    await tx.query(
      `insert into identity.issuer_subject (id, issuer, subject, person, linked_by, linked_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [newId(clock.now()), issuer, subject, person, by.person, clock.now()],
    );
  }

  /** Nobody signs in by it any more; what is open under it ends at once. Errors: UnknownPerson, NotLinked, NotDesignated, ActsForTheOtherSide. */
  async unlink(
    tx: Tx,
    { person, issuer }: { person: string; issuer: string },
    by: Officer,
    clock: Clock,
  ): Promise<void> {
    await holdAccount(tx, person); // a sign-in that is not committed yet comes before, and its session ends here
    checkMay(by, 'person.link', (await standing(tx, person)).secretariat);
    const unlinked = { action: 'SIGN_IN_UNLINKED', kind: 'person', objects: [person], before: { issuer } };
    await recordEvent(tx, unlinked, by, clock.now());
    const ended = await tx.query<[unknown[], number]>(
      'update identity.issuer_subject set ended_at = $3, ended_by = $4 where person = $1 and issuer = $2 and ended_at is null',
      [person, issuer, clock.now(), by.person],
    );
    if (ended[1] === 0) throw new NotLinked(person);
    await tx.query(
      'update identity.session set ended_at = now(), ended_by = $2 where person = $1 and ended_at is null',
      [...[person, by.person]],
    );
  }

  /**
   * Opens a session for whoever this subject of this issuer is. A step that asks for a fresh proof counts from the moment
   * at which the issuer had one. Errors: IssuerRefused where it is nobody's here, or of an account that is shut, or where the
   * issuer has said meanwhile that it is over there.
   */
  async signIn(proven: ProvenByIssuer, request: Request): Promise<Opened> {
    const { issuer, subject, provenAt, isMultiFactor, session } = proven;
    return inTransaction(this.db, async (tx) => {
      await checkNotSignedOut(tx, proven);
      const [linked] = await tx.query<{ id: string; person: string; hasSecondFactor: boolean }[]>(
        `select linked.id, linked.person, exists (select from identity.second_factor as factor
           where factor.person = linked.person and factor.confirmed_at is not null) as "hasSecondFactor"
         from identity.issuer_subject as linked join identity.account on account.person = linked.person
         where linked.issuer = $1 and linked.subject = $2 and linked.ended_at is null and account.disabled_at is null`,
        [issuer, subject],
      );
      if (linked === undefined) throw new IssuerRefused();
      // Whoever made a second factor here proves it here, unless the issuer has asked for one.
      const by = isMultiFactor ? 'SECOND_FACTOR' : linked.hasSecondFactor ? 'HALF' : 'PASSWORD';
      const { id, person } = linked;
      const beginning = { person, kind: 'BROWSER', proven: by, link: { id, session } } as const;
      const begun = await this.signingIn.open(tx, beginning, request);
      if (begun.acting.credential.proven === 'HALF') return begun;
      await tx.query('update identity.session set stepped_up_at = least($2::timestamptz, now()) where id = $1', [
        ...[begun.acting.credential.id, provenAt],
      ]);
      return begun;
    });
  }

  /**
   * What began by this subject or in this session of the issuer ends, in one transaction; answers how many. A session of which the
   * issuer never said how it calls it ends with its subject. Where nothing is open any more, it is done already. A sign-in that is
   * under way is waited for, and one that comes later by what was said before is told (`checkNotSignedOut`).
   * Errors: SignOutRefused where this token was taken before.
   */
  async signOut(ended: EndedAtIssuer, { requestId, clock }: Request): Promise<number> {
    const { issuer, tokenId, saidAt, subject, session } = ended;
    return inTransaction(this.db, async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(${betweenInAndOut})`);
      const asked = requestId === undefined ? {} : { requestId };
      const open = await tx.query<{ person: string; secretariat: string; sessions: string[] }[]>(
        `select session.person, holder.secretariat, array_agg(session.id order by session.id) as sessions
         from identity.session join identity.issuer_subject as linked on linked.id = session.issuer_subject
         cross join lateral identity.holder_of(session.person, current_date) as holder
         where linked.issuer = $1 and session.ended_at is null and ($2::text is null or linked.subject = $2)
           and ($3::bytea is null or session.issuer_session_sha256 = $3 or session.issuer_session_sha256 is null and $2 is not null)
         group by session.person, holder.secretariat order by session.person`,
        [issuer, subject, digestOrNull(session)],
      );
      for (const { person, secretariat, sessions } of open) {
        const by = { person, secretariat, ...asked };
        await actIn(tx, by);
        const after = { by: 'ISSUER', sessions: sessions.length };
        await recordEvent(tx, { action: 'SIGNED_OUT', kind: 'account', objects: [person], after }, by, clock.now());
        await tx.query(
          'update identity.session set ended_at = now(), ended_by = $2 where id = any($1) and ended_at is null',
          [sessions, person],
        );
      }
      if (open.length === 0) {
        await actForTheProgram(tx);
        const after = { by: 'ISSUER', sessions: 0 };
        const nothing = { action: 'SIGNED_OUT', kind: 'account', objects: ['unknown'], after };
        await recordEvent(tx, nothing, { ...theProgram, ...asked }, clock.now());
      }
      await tx.query(
        `insert into identity.issuer_sign_out (issuer, token_sha256, subject_sha256, session_sha256, said_at)
         values ($1, $2, $3, $4, $5)`,
        [issuer, digestOf(tokenId), digestOrNull(subject), digestOrNull(session), saidAt],
      );
      return open.reduce((all, { sessions }) => all + sessions.length, 0);
    });
  }

  /**
   * Anybody may come back from no issuer, or send what is no logout token: from one address so many of each leave an act as sign-ins in
   * vain do, and no more. What is good is never counted. `why`: a code; what came in the token is written down nowhere.
   * Errors: TooManyTries.
   */
  async refused({ action, why, address }: RefusedOfIssuer, { requestId, clock }: Request): Promise<void> {
    const secondsLeft = await this.signingIn.countRefused(`${action} ${address}`);
    if (secondsLeft > 0) throw new TooManyTries(secondsLeft);
    const by = { ...theProgram, ...(requestId === undefined ? {} : { requestId }) };
    const refused = { action, kind: 'account', objects: ['unknown'], after: { by: 'ISSUER', why } };
    await inTransaction(
      this.db,
      forTheProgram((tx) => recordEvent(tx, refused, by, clock.now())),
    );
  }
}

/** Sign-ins at an issuer go side by side; a sign-out goes alone, so that it comes before or after each of them. */
const betweenInAndOut = `hashtext('recoup sign-out at an issuer')`;

/**
 * What was judged before this transaction may be over at the issuer: the session there, or all that the subject had until then. Said in
 * one second, the sign-out counts. Errors: IssuerRefused.
 */
async function checkNotSignedOut(tx: Tx, { issuer, subject, session, issuedAt }: ProvenByIssuer): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock_shared(${betweenInAndOut})`);
  const over = await tx.query<unknown[]>(
    `select from identity.issuer_sign_out
     where issuer = $1 and (subject_sha256 is null or subject_sha256 = $2)
       and (session_sha256 = $3 or subject_sha256 is not null and said_at >= $4 and (session_sha256 is null or $3::bytea is null))`,
    [issuer, digestOf(subject), digestOrNull(session), issuedAt],
  );
  if (over.length > 0) throw new IssuerRefused();
}

/** Whose the person is, and whether there is a way in already, and an approved renewal of it. Errors: UnknownPerson. */
async function standing(tx: Tx, person: string): Promise<Standing> {
  const [row] = await tx.query<Standing[]>(
    `select secretariat, identity.has_come(code) as "hasCome",
       exists (select from identity.account where account.person = code and account.disabled_at is not null) as "isShut", (
       select json_build_object('id', renewal.id, 'approvedBy', renewal.approved_by, 'letsInAgain', renewal.lets_in_again) from identity.account_renewal as renewal
       where renewal.person = code and renewal.approved_at > now() - interval '3 days' and renewal.done_at is null
         and renewal.lapsed_at is null) as renewal
     from identity.person where code = $1`,
    [person],
  );
  if (row === undefined) throw new UnknownPerson(person);
  return row;
}

interface Standing {
  readonly secretariat: string;
  readonly hasCome: boolean;
  readonly isShut: boolean;
  readonly renewal: Pick<AccountRenewal, 'id' | 'approvedBy' | 'letsInAgain'> | null;
}

/** One sentence, whatever was wrong with the issuer's word that somebody signed out. */
export class SignOutRefused extends Malformed {
  constructor() {
    super(
      'This is no logout token of the identity provider for this server that is good still and was not taken before (OpenID Connect Back-Channel Logout 1.0). No session was ended.',
      '/logout_token',
    );
  }
}

export class LinksOneself extends Conflict {
  constructor() {
    super('Nobody links a sign-in to oneself: another administrator does. Nothing was written.');
  }
}

export class SubjectLinkedAlready extends Conflict {
  constructor() {
    super('This subject of the identity provider is a person of these books already. Nothing was written.');
  }
}

export class PersonLinkedAlready extends Conflict {
  constructor() {
    super('This person signs in there as another subject already: end that link first. Nothing was written.');
  }
}

export class NotLinked extends Unknown {
  constructor(person: string) {
    super(`${person} is linked to no subject of the identity provider. Nothing was written.`);
  }
}

constraintStandsFor('issuer_sign_out_once', () => new SignOutRefused());
constraintStandsFor('issuer_subject_is_one_persons', () => new SubjectLinkedAlready());
constraintStandsFor('issuer_subject_of_person_once', () => new PersonLinkedAlready());
constraintStandsFor('issuer_subject_not_by_oneself', () => new LinksOneself());
