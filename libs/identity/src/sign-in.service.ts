import { setTimeout as wait } from 'node:timers/promises';
import { type Actor, type Clock, theProgram, today } from '#kernel';
import { actForTheProgram, actIn, Database, forTheProgram, inTransaction, recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { type Found, actingByKey, actingBySession } from './acting.query.ts';
import { hasFactor, holdOpenAccount } from './account.query.ts';
import { hashPassword, isPassword } from './password-hash.service.ts';
import {
  type Acting,
  type Credential,
  type CredentialKind,
  delayMs,
  IssuerRefused,
  NotSignedIn,
  type Proven,
  SignInRefused,
  TooManyTries,
  triesMost,
} from './session.ts';
import { digestOf, newToken } from './token.service.ts';

/** A session as it begins; its token is shown this once. */
export interface Opened {
  readonly token: string;
  readonly acting: Acting;
}

/** Who begins a session, and what was judged for it; neither `password` nor `link` where somebody who is signed in lets it begin. */
export interface Beginning {
  readonly person: string;
  readonly kind: CredentialKind;
  readonly proven: Proven;
  /** The hash that the password was judged by. */
  readonly password?: string | null;
  /** The subject of an issuer that it begins by, and what the issuer calls its own session. */
  readonly link?: IssuersSession;
}

export interface Account {
  readonly person: string;
  readonly secretariat: string;
  readonly password: string | null;
  readonly demo: boolean;
  readonly hasSecondFactor: boolean;
}

/** Who may sign in, and who has. Passwords and tokens come in here and go no further than their digests. */
@Injectable()
export class SignInService {
  constructor(private readonly db: Database) {}

  /** Accounts for those of these people who have none, without a password yet; in the transaction of an act. */
  async addAccounts(tx: Tx, people: readonly string[]): Promise<void> {
    await tx.query(
      `insert into identity.account (person) select person from unnest($1::text[]) as person
       on conflict on constraint account_once do nothing`,
      [people],
    );
  }

  /**
   * Opens a session for whoever knows the password. An account that is not there, or is disabled, takes as long and is
   * answered with the same words as a wrong password. Every try is counted before it is judged, so that a thousand at once
   * are no more than a thousand in a row; a try that succeeds is taken off again.
   * Errors: SignInRefused, TooManyTries.
   */
  async signIn(given: { account: string; password: string; address: string }, request: Request): Promise<Opened> {
    const account = await this.checkPassword(given, request);
    const proven = account.hasSecondFactor ? 'HALF' : 'PASSWORD';
    const { person, password } = account;
    return inTransaction(this.db, (tx) => this.open(tx, { person, kind: 'BROWSER', proven, password }, request));
  }

  /** As `signIn` judges it. Errors: TooManyTries, or the one to refuse with. */
  async checkPassword(
    given: { account: string; password: string; address: string },
    request: Request,
    error: Error = new SignInRefused(),
  ): Promise<Account> {
    const account = await this.find(given.account);
    const isRight = (): Promise<boolean> => isPassword(given.password, account?.password ?? null);
    await this.tried({ subject: `account ${given.account}`, address: given.address }, isRight, {
      whose: account?.person ?? 'unknown',
      error,
      request,
    });
    if (account === null) throw error; // isRight has said so already
    return account;
  }

  /**
   * Counts a try before it is judged, and takes it off again where it succeeds.
   * Errors: TooManyTries; `error` where it is refused.
   */
  async tried(
    { subject, address }: { subject: string; address: string },
    isRight: () => Promise<boolean>,
    { whose, error, request }: { whose: string; error: Error; request: Request },
  ): Promise<void> {
    const subjects = [digestOf(subject), digestOf(`address ${address}`)] as const;
    const tries = await this.count(subjects);
    if (tries.secondsLeft > 0) {
      await this.refuse(whose, request);
      throw new TooManyTries(tries.secondsLeft);
    }
    if (!(await isRight())) {
      await this.refuse(whose, request);
      await wait(delayMs(tries.ofAccount));
      throw error;
    }
    await inTransaction(this.db, async (tx) => {
      await tx.query('delete from identity.sign_in_limit where subject = $1', [subjects[0]]);
      await tx.query('update identity.sign_in_limit set tries = greatest(tries - 1, 0) where subject = $1', [
        subjects[1],
      ]);
    });
  }

  /**
   * Begins a session for somebody who has proven who it is by what `proven` says. That was judged before this transaction: the
   * account is held, and what it was judged by is looked at again.
   * Errors: NotSignedIn; where a password or a link is ended or the account shut meanwhile, SignInRefused or IssuerRefused.
   */
  async open(tx: Tx, beginning: Beginning, { requestId, clock }: Request): Promise<Opened> {
    const { person, kind, link } = beginning;
    const secretariat = await secretariatOf(tx, person);
    const by: Actor = { person, secretariat, ...(requestId === undefined ? {} : { requestId }) };
    await actIn(tx, by);
    await checkStillOpens(tx, beginning);
    const proven = await provenNow(tx, beginning);
    await recordEvent(
      tx,
      { action: 'SIGNED_IN', kind: 'account', objects: [person], after: { kind, proven } },
      by,
      clock.now(),
    );
    const token = newToken();
    await tx.query(
      `insert into identity.session (token_sha256, person, kind, proven, stepped_up_at, issuer_subject, issuer_session_sha256)
       values ($1, $2, $3, $4::text, case when $4::text <> 'HALF' then now() end, $5, $6)`,
      [digestOf(token), person, kind, proven, link?.id ?? null, digestOrNull(link?.session)],
    );
    const found = await actingBySession(tx, { tokenSha256: digestOf(token), kind, on: today(clock) });
    if (found === null) throw new NotSignedIn();
    return { token, acting: found.acting };
  }

  /** Whose token this is. Errors: NotSignedIn. */
  async acting(tx: Tx, { token, kind }: { token: string; kind: CredentialKind }, clock: Clock): Promise<Found> {
    const on = today(clock);
    const [id = '', secret = ''] = splitKey(token);
    const found =
      kind === 'API_KEY'
        ? await actingByKey(tx, { id, secretSha256: digestOf(secret), on })
        : await actingBySession(tx, { tokenSha256: digestOf(token), kind, on });
    if (found === null) throw new NotSignedIn();
    return found;
  }

  /** Notes that a session is in use, so that it does not end for want of it, or when a key was. */
  async touch({ id, kind }: Credential): Promise<void> {
    if (kind === 'API_KEY') {
      await this.db.query(
        'update identity.api_key set used_at = clock_timestamp() where id = $1 and revoked_at is null',
        [id],
      );
      return;
    }
    await this.db.query(
      `update identity.session set seen_at = clock_timestamp()
       where id = $1 and ended_at is null and seen_at < clock_timestamp() - interval '1 minute'`,
      [id],
    );
  }

  /** Ends the session that somebody acts in. */
  async signOut(tx: Tx, by: Acting, clock: Clock): Promise<void> {
    await recordEvent(tx, { action: 'SIGNED_OUT', kind: 'account', objects: [by.person] }, by, clock.now());
    await tx.query('update identity.session set ended_at = now(), ended_by = $2 where id = $1 and ended_at is null', [
      by.credential.id,
      by.person,
    ]);
  }

  /** The people that a demo is shown with; null in books that are no sample. */
  async demoPeople(tx: Tx): Promise<DemoPerson[] | null> {
    await actForTheProgram(tx);
    const people = await tx.query<DemoPerson[]>(
      `select person.code as account, person.name, person.secretariat,
         coalesce((select json_agg(distinct held.duty) from identity.designation as held where held.person = person.code), '[]') as duties
       from identity.account join identity.person on person.code = account.person
       where account.demo and account.disabled_at is null order by person.code`,
    );
    return people.length === 0 ? null : people;
  }

  /** Whether each of these people has a demo account with this password. They have one hash: it is one password. */
  async areLetIn(tx: Tx, people: readonly string[], password: string): Promise<boolean> {
    const rows = await tx.query<{ password: string | null; people: number }[]>(
      `select password, count(*)::integer as people from identity.account
       where demo and person = any($1) group by password`,
      [people],
    );
    const [one] = rows;
    return rows.length === 1 && one?.people === people.length && isPassword(password, one.password);
  }

  /** Gives each of these people a demo account with this password; in the transaction of an act. */
  async letIn(tx: Tx, people: readonly string[], password: string): Promise<void> {
    await tx.query(
      `insert into identity.account (person, password, password_set_at, demo)
       select person, $2::text, now(), true from unnest($1::text[]) as person
       on conflict on constraint account_once do update set password = excluded.password, password_set_at = now()
         where account.demo`,
      [people, await hashPassword(password)],
    );
  }

  /** Counts what was refused, as many as an address may try in vain. Answers for how many seconds no more is heard; 0: it still is. */
  async countRefused(subject: string): Promise<number> {
    const [counted] = await this.counted([digestOf(subject)]);
    if (counted === undefined) throw new Error('Each try is counted.');
    return counted.tries > triesMost.address ? counted.secondsLeft : 0;
  }

  /** Counts a try, and says how many there were for the account, and how long it is refused: 0 where it is not. */
  private async count(
    subjects: readonly [account: Buffer, address: Buffer],
  ): Promise<{ ofAccount: number; secondsLeft: number }> {
    // The account first, always: two who try at once then cannot wait for each other.
    const [account, address] = await this.counted(subjects);
    if (account === undefined || address === undefined) throw new Error('Each try is counted twice.');
    const left = [
      account.tries > triesMost.account ? account.secondsLeft : 0,
      address.tries > triesMost.address ? address.secondsLeft : 0,
    ];
    return { ofAccount: account.tries, secondsLeft: Math.max(...left) };
  }

  /** One more for each, in this order: how many there were in its fifteen minutes, and how much is left of them. */
  private counted(subjects: readonly Buffer[]): Promise<{ tries: number; secondsLeft: number }[]> {
    return this.db.query<{ tries: number; secondsLeft: number }[]>(
      `insert into identity.sign_in_limit as counted (subject, tries)
       select subject, 1 from unnest($1::bytea[]) with ordinality as asked (subject, place) order by place
       on conflict on constraint sign_in_limit_once do update set
         tries = case when counted.since > clock_timestamp() - interval '15 minutes' then counted.tries + 1 else 1 end,
         since = case when counted.since > clock_timestamp() - interval '15 minutes' then counted.since else clock_timestamp() end
       returning tries, ceil(extract(epoch from since + interval '15 minutes' - clock_timestamp()))::integer as "secondsLeft"`,
      [subjects],
    );
  }

  private async find(person: string): Promise<Account | null> {
    const [account] = await this.db.query<Account[]>(
      `select account.person, holder.secretariat, account.password, account.demo,
         exists (select from identity.second_factor as factor
           where factor.person = account.person and factor.confirmed_at is not null) as "hasSecondFactor"
       from identity.account cross join lateral identity.holder_of(account.person, current_date) as holder
       where account.person = $1 and account.disabled_at is null`,
      [person],
    );
    return account ?? null;
  }

  /**
   * A refusal is an act of nobody, named to the side whose person it is: the other side reads of no door of its. What was typed as
   * an account may be a password, and is written down nowhere.
   */
  private async refuse(whose: string, { requestId, clock }: Request): Promise<void> {
    const asked = requestId === undefined ? {} : { requestId };
    const refused = { action: 'SIGN_IN_REFUSED', kind: 'account', objects: [whose] };
    await inTransaction(
      this.db,
      forTheProgram(async (tx) => {
        const secretariat = (await sideOf(tx, whose)) ?? theProgram.secretariat;
        await recordEvent(tx, refused, { person: theProgram.person, secretariat, ...asked }, clock.now());
      }),
    );
  }
}

/** The request that asks, and the clock of the books. */
export interface Request {
  readonly requestId?: string;
  readonly clock: Clock;
}

/** The link of a person to a subject, by its id, and what the issuer calls the session; null where it does not say. */
export interface IssuersSession {
  readonly id: string;
  readonly session: string | null;
}

/** Errors: those of `open`. */
async function checkStillOpens(tx: Tx, { person, password, link }: Beginning): Promise<void> {
  const account = await holdOpenAccount(tx, person);
  if (password !== undefined && account?.password !== password) throw new SignInRefused();
  // A statement of its own: it sees what whoever held the account before has done.
  if (link !== undefined && (account === null || !(await isLinked(tx, link)))) throw new IssuerRefused();
  if (account === null) throw new NotSignedIn();
}

/** A second factor that was confirmed since the password was judged is outstanding: half a sign-in, of whoever it is. */
async function provenNow(tx: Tx, { person, proven }: Beginning): Promise<Proven> {
  if (proven !== 'PASSWORD') return proven;
  return (await hasFactor(tx, person)) ? 'HALF' : proven;
}

async function isLinked(tx: Tx, { id }: IssuersSession): Promise<boolean> {
  const standing = await tx.query<unknown[]>('select from identity.issuer_subject where id = $1 and ended_at is null', [
    id,
  ]);
  return standing.length === 1;
}

export function digestOrNull(text: string | null | undefined): Buffer | null {
  return text === null || text === undefined ? null : digestOf(text);
}

/** rcp_<id>_<secret>, without its first word. */
function splitKey(token: string): string[] {
  return [token.slice(0, token.indexOf('_')), token.slice(token.indexOf('_') + 1)];
}

export interface DemoPerson {
  readonly account: string;
  readonly name: string;
  readonly secretariat: string;
  readonly duties: string[];
}

async function secretariatOf(tx: Tx, person: string): Promise<string> {
  const secretariat = await sideOf(tx, person);
  if (secretariat === null) throw new NotSignedIn();
  return secretariat;
}

/** Null for whom the books do not know. */
async function sideOf(tx: Tx, person: string): Promise<string | null> {
  const [row] = await tx.query<{ secretariat: string }[]>(
    'select secretariat from identity.holder_of($1, current_date)',
    [person],
  );
  return row?.secretariat ?? null;
}
