import { type Clock, Day, theProgram, today } from '#kernel';
import { actForTheProgram, actIn, Database, insertAll, inTransaction, recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { RenewalWanted } from './account-renewal.ts';
import { holdAccount } from './account.query.ts';
import { checkMay } from './act.ts';
import { ActsForTheOtherSide, Designation } from './authority.ts';
import { hashPassword } from './password-hash.service.ts';
import { checkNewPassword } from './common-passwords.service.ts';
import { namesAround } from './names-around.query.ts';
import { checkPersonCode, Person } from './person.ts';
import { ofAShut, renew } from './renewals.service.ts';
import { type Acting, LinkRefused } from './session.ts';
import type { Request } from './sign-in.service.ts';
import { digestOf, newToken } from './token.service.ts';
import { UnknownPerson, UnknownSecretariat } from './unknown-secretariat.ts';

/** Who the first administrator is, as the one at the console says. */
export interface FirstAdministrator {
  readonly code: string;
  readonly name: string;
  readonly secretariat: string;
}

/** What the console prints: the token of a link, and the secretariat whose first administrator it makes; null: whichever comes. */
export interface FirstLink {
  readonly secretariat: string | null;
  readonly token: string;
}

/** Passwords are set by whoever will use them, through a link that works once. */
@Injectable()
export class InvitationsService {
  constructor(private readonly db: Database) {}

  /**
   * Links for the console, one for each secretariat in which nobody has an account, by its code: each makes the first
   * administrator of it and works for half an hour. One that was printed before works no more. Books that know no secretariat
   * yet, and nobody, have one link, for whichever comes first.
   */
  async forTheFirst(clock: Clock): Promise<FirstLink[]> {
    return inTransaction(this.db, async (tx) => {
      await actForTheProgram(tx);
      const sides = await withoutAnAccount(tx);
      if (sides.length === 0) return [];
      const objects = sides.map((secretariat) => secretariat ?? 'first-administrator');
      await recordEvent(tx, { action: 'FIRST_LINK_PRINTED', kind: 'account', objects }, theProgram, clock.now());
      await tx.query(
        `update identity.invitation set used_at = now()
         where person is null and used_at is null and not identity.has_an_account(secretariat)`,
      );
      const links = sides.map((secretariat) => ({ secretariat, token: newToken() }));
      for (const { secretariat, token } of links) {
        await tx.query(
          `insert into identity.invitation (token_sha256, secretariat, invited_by, expires_at)
           values ($1, $2, $3, now() + interval '30 minutes')`,
          [digestOf(token), secretariat, theProgram.person],
        );
      }
      return links;
    });
  }

  /** Errors: LinkRefused, UnknownSecretariat, ActsForTheOtherSide, PersonCodeNotPlain, PersonCodeTaken, and those of `checkNewPassword`. */
  async comeFirst(
    { token, administrator, password }: { token: string; administrator: FirstAdministrator; password: string },
    { clock, requestId }: Request,
  ): Promise<void> {
    const { code, name, secretariat } = administrator;
    const hash = await hashPassword(password);
    await inTransaction(this.db, async (tx) => {
      // Two who have the link come one after the other.
      await tx.query(`select pg_advisory_xact_lock(hashtext('the first administrator'))`);
      const by = { person: code, secretariat, ...(requestId === undefined ? {} : { requestId }) };
      await actIn(tx, by);
      await recordEvent(tx, { action: 'FIRST_ADMINISTRATOR', kind: 'account', objects: [code] }, by, clock.now());
      const side = await use(tx, token, null);
      checkNewPassword(password, { account: code, names: [name, ...(await namesAround(tx, code))] });
      const [known] = await tx.query<{ code: string }[]>('select code from identity.secretariat where code = $1', [
        secretariat,
      ]);
      if (known === undefined) throw new UnknownSecretariat(secretariat, '/secretariat');
      if (side !== null && side !== secretariat) throw new LinkRefused();
      await isAdministrator(tx, administrator, today(clock));
      await tx.query('insert into identity.account (person, password, password_set_at) values ($1, $2, now())', [
        code,
        hash,
      ]);
    });
  }

  /**
   * An administrator invites somebody of the own secretariat who has no way in yet, for three days. Answers the link's token,
   * which is shown this once. Errors: UnknownPerson, NotDesignated, ActsForTheOtherSide, RenewalWanted.
   */
  async invite(tx: Tx, person: string, by: Acting, clock: Clock): Promise<string> {
    const [found] = await tx.query<{ secretariat: string; hasCome: boolean }[]>(
      'select secretariat, identity.has_come(code) as "hasCome" from identity.person where code = $1',
      [person],
    );
    if (found === undefined) throw new UnknownPerson(person);
    checkMay(by, 'account.invite', found.secretariat);
    if (found.hasCome) throw new RenewalWanted(person);
    await recordEvent(tx, { action: 'INVITED', kind: 'account', objects: [person] }, by, clock.now());
    await tx.query(
      'insert into identity.account (person) values ($1) on conflict on constraint account_once do nothing',
      [person],
    );
    const token = newToken();
    await tx.query(
      `insert into identity.invitation (token_sha256, person, invited_by, expires_at)
       values ($1, $2, $3, now() + interval '3 days')`,
      [digestOf(token), person, by.person],
    );
    return token;
  }

  /**
   * Whoever was invited sets the password. By a renewal, the earlier password and subjects at an identity provider end, with what
   * was open under them, a second factor, its recovery codes and the keys: whoever is let in anew has lost them, or somebody else has them. A link from before somebody
   * came opens nothing any more. Errors: LinkRefused, and those of `checkNewPassword`.
   */
  async accept({ token, password }: { token: string; password: string }, { clock, requestId }: Request): Promise<void> {
    const hash = await hashPassword(password);
    await inTransaction(this.db, async (tx) => {
      const [invited] = await tx.query<{ person: string; secretariat: string; renewal: string | null }[]>(
        `select invitation.person, holder.secretariat, invitation.renewal
         from identity.invitation cross join lateral identity.holder_of(invitation.person, current_date) as holder
         where invitation.token_sha256 = $1`,
        [digestOf(token)],
      );
      if (invited === undefined) throw new LinkRefused();
      const { person, secretariat, renewal } = invited;
      checkNewPassword(password, { account: person, names: await namesAround(tx, person) });
      const by = { person, secretariat, ...(requestId === undefined ? {} : { requestId }) };
      await actIn(tx, by);
      await holdAccount(tx, person);
      const objects = renewal === null ? [person] : [person, renewal];
      const [{ letsInAgain } = { letsInAgain: false }] = await tx.query<{ letsInAgain: boolean }[]>(
        'select lets_in_again as "letsInAgain" from identity.account_renewal where id = $1',
        [renewal],
      );
      const set = { action: 'PASSWORD_SET', kind: 'account', objects, ...ofAShut(letsInAgain) };
      await recordEvent(tx, set, by, clock.now());
      await use(tx, token, person);
      if (renewal !== null) await renew(tx, person, renewal);
      const [, changed] = await tx.query<[unknown[], number]>(
        'update identity.account set password = $2, password_set_at = now() where person = $1 and not demo and disabled_at is null',
        [person, hash],
      );
      if (changed === 0) throw new LinkRefused(); // the account was shut meanwhile
    });
  }
}

/** Answers the secretariat that the link is of; null where it names none. Errors: LinkRefused. */
async function use(tx: Tx, token: string, person: string | null): Promise<string | null> {
  const [[used]] = await tx.query<[{ secretariat: string | null }[], number]>(
    `update identity.invitation set used_at = now()
     where token_sha256 = $1 and person is not distinct from $2 and used_at is null and now() < expires_at
       and (person is not null or not identity.has_an_account(secretariat)) returning secretariat`,
    [digestOf(token), person],
  );
  if (used === undefined) throw new LinkRefused();
  return used.secretariat;
}

/** A person of the books already, or a new one; designated from this day on. Errors: ActsForTheOtherSide, HiddenCharacter, PersonCodeNotPlain. */
async function isAdministrator(tx: Tx, { code, name, secretariat }: FirstAdministrator, on: Day): Promise<void> {
  const [known] = await tx.query<{ secretariat: string; administers: boolean }[]>(
    `select secretariat, exists (select from json_to_recordset(designations) as held (duty text)
       where duty = 'ADMINISTRATOR') as administers
     from identity.holder_of($1, $2)`,
    [code, on.toString()],
  );
  if (known === undefined) {
    checkPersonCode({ code, secretariat });
    await insertAll(tx, Person, [new Person({ code, name, secretariat })]);
  }
  if (known !== undefined && known.secretariat !== secretariat) {
    throw new ActsForTheOtherSide({ person: code, secretariat: known.secretariat }, secretariat);
  }
  if (known?.administers === true) return;
  const always = { validFrom: on, validTo: Day.of('2199-12-31') };
  await insertAll(tx, Designation, [new Designation({ person: code, duty: 'ADMINISTRATOR', fund: '', ...always })]);
}

/** Each secretariat that has nobody who could let anybody in; null stands for one that the books are still to know. */
async function withoutAnAccount(tx: Tx): Promise<FirstLink['secretariat'][]> {
  const sides = await tx.query<{ code: string; isEmpty: boolean }[]>(
    'select code, not identity.has_an_account(code) as "isEmpty" from identity.secretariat order by code',
  );
  if (sides.length > 0) return sides.filter(({ isEmpty }) => isEmpty).map(({ code }) => code);
  const [all] = await tx.query<{ isEmpty: boolean }[]>('select not identity.has_an_account(null) as "isEmpty"');
  return all?.isEmpty === true ? [null] : [];
}
