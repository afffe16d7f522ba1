import { type Clock, today } from '#kernel';
import { newId, recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  AccountIsOpen,
  AccountIsShut,
  type AccountRenewal,
  administers,
  approvingRenewal,
  NothingToRenew,
  proposingRenewal,
  RenewalDecidedAlready,
  UnknownRenewal,
} from './account-renewal.ts';
import { holdAccount } from './account.query.ts';
import type { Officer } from './authority.ts';
import { IdentityService } from './identity.service.ts';
import { DemoHasOnePassword, LinkRefused } from './session.ts';
import { digestOf, newToken } from './token.service.ts';
import { UnknownPerson } from './unknown-secretariat.ts';

/** A renewal as it is shown; instants by the database's clock. */
export interface RenewalView extends AccountRenewal {
  readonly proposedAt: Date;
  readonly approvedAt: Date | null;
  readonly doneAt: Date | null;
}

/** What whoever signs in is told of: who let them, or somebody in their name, in anew. */
export interface Renewed {
  readonly at: Date;
  readonly proposedBy: string;
  readonly approvedBy: string;
}

/** Another way in for whoever has one: an act of two, neither of whom is the person. */
@Injectable()
export class RenewalsService {
  constructor(private readonly identity: IdentityService) {}

  /**
   * `letsInAgain`: the account is shut, and is to open with the new way in; also of somebody who never came in before.
   * Errors: UnknownPerson, NotDesignated, ActsForTheOtherSide, RenewsOneself, DemoHasOnePassword, AccountIsShut, AccountIsOpen, NothingToRenew.
   */
  async propose(
    tx: Tx,
    { person, reason, letsInAgain = false }: { person: string; reason: string; letsInAgain?: boolean },
    by: Officer,
    clock: Clock,
  ): Promise<{ id: string }> {
    await holdAccount(tx, person);
    const [found] = await tx.query<{ secretariat: string; hasCome: boolean; demo: boolean; isShut: boolean }[]>(
      `select person.secretariat, identity.has_come(person.code) as "hasCome", coalesce(account.demo, false) as demo,
         account.disabled_at is not null as "isShut"
       from identity.person left join identity.account on account.person = person.code where person.code = $1`,
      [person],
    );
    if (found === undefined) throw new UnknownPerson(person);
    const { secretariat, hasCome, demo, isShut } = found;
    proposingRenewal({ person, secretariat }).check(by);
    if (demo) throw new DemoHasOnePassword();
    if (isShut && !letsInAgain) throw new AccountIsShut(person);
    if (!isShut && letsInAgain) throw new AccountIsOpen(person);
    if (!hasCome && !letsInAgain) throw new NothingToRenew(person);
    const id = newId(clock.now());
    const proposed = {
      action: 'RENEWAL_PROPOSED',
      kind: 'account',
      objects: [person, id],
      reason,
      ...ofAShut(letsInAgain),
    };
    await recordEvent(tx, proposed, by, clock.now());
    await tx.query(
      `insert into identity.account_renewal (id, person, secretariat, reason, proposed_by, proposed_on, lets_in_again)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, person, secretariat, reason, by.person, today(clock).toString(), letsInAgain],
    );
    return { id };
  }

  /**
   * Answers the token of the link, which is shown this once, and to whoever approves: whoever proposed it does not get it. Every
   * other renewal of this person lapses, and a link of it that was lost opens nothing.
   * Errors: UnknownRenewal, NotDesignated, ActsForTheOtherSide, SamePerson, RenewsOneself, RenewalDecidedAlready.
   */
  async approve(tx: Tx, id: string, by: Officer, clock: Clock): Promise<{ token: string }> {
    const renewal = await this.held(tx, id);
    const administrators = await this.administratorsOf(tx, renewal.secretariat, clock);
    approvingRenewal(renewal, administrators).check(by);
    if (renewal.state !== 'PROPOSED') throw new RenewalDecidedAlready(renewal.state);
    const { person, letsInAgain } = renewal;
    const approved = { action: 'RENEWAL_APPROVED', kind: 'account', objects: [person, id], ...ofAShut(letsInAgain) };
    await recordEvent(tx, approved, by, clock.now());
    await tx.query(
      'update identity.account_renewal set approved_by = $2, approved_on = $3, approved_at = now() where id = $1',
      [id, by.person, today(clock).toString()],
    );
    const token = newToken();
    await tx.query(
      `insert into identity.invitation (token_sha256, person, invited_by, expires_at, renewal)
       values ($1, $2, $3, now() + interval '3 days', $4)`,
      [digestOf(token), person, by.person, id],
    );
    return { token };
  }

  /** The renewals that this side sees, newest first; or the one with this id. */
  list(tx: Tx, id: string | null = null): Promise<RenewalView[]> {
    return tx.query<RenewalView[]>(
      `select ${columns} from identity.account_renewal where $1::uuid is null or id = $1 order by proposed_at desc, id desc limit 200`,
      [id],
    );
  }

  /** Errors: UnknownRenewal. */
  async one(tx: Tx, id: string): Promise<RenewalView> {
    const [view] = await this.list(tx, id);
    if (view === undefined) throw new UnknownRenewal(id);
    return view;
  }

  /** The last one of this person that was done in the last thirty days: said at each sign-in until then. */
  async lately(tx: Tx, person: string): Promise<Renewed | null> {
    const [renewed] = await tx.query<Renewed[]>(
      `select done_at as at, proposed_by as "proposedBy", approved_by as "approvedBy" from identity.account_renewal
       where person = $1 and done_at > now() - interval '30 days' order by done_at desc limit 1`,
      [person],
    );
    return renewed ?? null;
  }

  /** As it stands, until the transaction ends. Errors: UnknownRenewal. */
  private async held(tx: Tx, id: string): Promise<AccountRenewal> {
    const { person } = await this.one(tx, id);
    await holdAccount(tx, person);
    return this.one(tx, id);
  }

  private async administratorsOf(tx: Tx, secretariat: string, clock: Clock): Promise<string[]> {
    const colleagues = await this.identity.colleagues(tx, secretariat, today(clock));
    return administratorsAmong(colleagues);
  }
}

/** Those of these people who administer today. */
export function administratorsAmong(colleagues: readonly Officer[]): string[] {
  return colleagues.filter(administers).map(({ person }) => person);
}

/**
 * The renewal that lets this person in anew is done, and everything of before has ended with it, in this transaction.
 * Errors: LinkRefused where none is approved, or its three days are over.
 */
export async function renew(tx: Tx, person: string, id: string | null = null): Promise<void> {
  const [, changed] = await tx.query<[unknown, number]>(
    `update identity.account_renewal set done_at = now()
     where person = $1 and ($2::uuid is null or id = $2) and approved_at > now() - interval '3 days' and done_at is null
       and lapsed_at is null`,
    [person, id],
  );
  if (changed === 0) throw new LinkRefused();
}

/** Of the act by which a renewal opens an account that was shut: what it was before. */
export function ofAShut(letsInAgain: boolean): { before?: { account: string } } {
  return letsInAgain ? { before: { account: 'SHUT' } } : {};
}

const columns = `id, person, secretariat, reason, proposed_by as "proposedBy", approved_by as "approvedBy",
  lets_in_again as "letsInAgain",
  proposed_at as "proposedAt", approved_at as "approvedAt", done_at as "doneAt",
  case when done_at is not null then 'DONE' when lapsed_at is not null or now() > coalesce(approved_at, proposed_at) + interval '3 days' then 'LAPSED'
    when approved_at is not null then 'APPROVED' else 'PROPOSED' end as state`;
