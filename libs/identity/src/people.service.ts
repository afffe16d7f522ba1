import { type Clock, today } from '#kernel';
import { newId, recordEvent, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { checkMay } from './act.ts';
import { type Officer } from './authority.ts';
import {
  beginsOn,
  checkRolesApart,
  checkWanted,
  countersigning,
  declining,
  DesignationEndedAlready,
  type DesignationProposal,
  ending,
  NoFundOfTheSide,
  ProposalDecidedAlready,
  proposingFor,
  UnknownDesignation,
  type WantedDesignation,
} from './designation-proposal.ts';
import {
  awaitActsOf,
  designationHeld,
  hasFund,
  holdings,
  lastAdministrators,
  lockedProposal,
  officersOfSide,
} from './designations.query.ts';
import { checkPersonCode, Person } from './person.ts';
import { Secretariat } from './secretariat.ts';
import { UnknownPerson, UnknownSecretariat } from './unknown-secretariat.ts';

/** People, and what they may do: each change is an act of one officer that another one has agreed to. */
@Injectable()
export class PeopleService {
  /** A new person, who holds nothing yet. The event names the code and never the name. Errors: NotDesignated, ActsForTheOtherSide, HiddenCharacter, PersonCodeNotPlain, PersonCodeTaken. */
  async addPerson(tx: Tx, person: Person, by: Officer, clock: Clock): Promise<void> {
    checkMay(by, 'person.add', person.secretariat);
    checkPersonCode(person);
    const after = { secretariat: person.secretariat };
    await recordEvent(tx, { action: 'PERSON_ADDED', kind: 'person', objects: [person.code], after }, by, clock.now());
    await tx.query('insert into identity.person (code, name, secretariat) values ($1, $2, $3)', [
      ...[person.code, person.name, person.secretariat],
    ]);
  }

  /**
   * Says under which reference a person travels, so that they act on none of these trips. The event does not say which.
   * Errors: UnknownPerson, NotDesignated, ActsForTheOtherSide, TravellerNamedAlready.
   */
  async nameTraveller(tx: Tx, named: { person: string; traveller: string }, by: Officer, clock: Clock): Promise<void> {
    const person = await personNamed(tx, named.person);
    checkMay(by, 'person.name-traveller', person.secretariat);
    await recordEvent(tx, { action: 'TRAVELLER_NAMED', kind: 'person', objects: [person.code] }, by, clock.now());
    await tx.query('insert into identity.person_traveller (traveller, person) values ($1, $2)', [
      ...[named.traveller, named.person],
    ]);
  }

  /**
   * An administrator proposes a designation for somebody else. It gives nothing until it is countersigned.
   * Errors: UnknownPerson, NotDesignated, ActsForTheOtherSide, NotForOneself, FundWanted, FundNotWanted,
   *         MandateWanted, MandateNotWanted, UnknownSecretariat, NoFundOfTheSide, DesignationPeriodReversed, DesignationOver, RolesDoNotMeet.
   */
  async propose(tx: Tx, wanted: WantedDesignation, by: Officer, clock: Clock): Promise<{ id: string }> {
    const person = await personNamed(tx, wanted.person);
    proposingFor(person).check(by);
    checkWanted(wanted, await holdings(tx, person.code), today(clock));
    await checkMandate(tx, wanted, person);
    await checkFund(tx, wanted, person.secretariat);
    const id = newId(clock.now());
    const { reason } = wanted;
    const proposed = { action: 'DESIGNATION_PROPOSED', kind: 'designation', objects: [id, person.code], reason };
    await recordEvent(tx, { ...proposed, after: { ...saying(wanted), state: 'PROPOSED' } }, by, clock.now());
    await tx.query(
      `insert into identity.designation_proposal
         (id, person, secretariat, duty, fund, valid_from, valid_to, acting, mandate, reason, proposed_by, proposed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[id, person.code, person.secretariat, wanted.duty, wanted.fund, wanted.validFrom.toString()],
        ...[wanted.validTo.toString(), wanted.acting, wanted.mandate, reason, by.person, clock.now()],
      ],
    );
    return { id };
  }

  /**
   * An approving officer countersigns, a third person: the designation is in force at once, from today at the earliest. The
   * database gives it, by the trigger of the proposal.
   * Errors: UnknownDesignation, NotDesignated, ActsForTheOtherSide, SamePerson, NotForOneself, ProposalDecidedAlready, DesignationOver,
   *         RolesDoNotMeet, NoFundOfTheSide.
   */
  async countersign(tx: Tx, id: string, by: Officer, clock: Clock): Promise<void> {
    const proposal = await proposalNamed(tx, id);
    const on = today(clock);
    const [officers, others] = await Promise.all([
      officersOfSide(tx, proposal.secretariat, on),
      otherSecretariats(tx, proposal.secretariat),
    ]);
    const act = countersigning(proposal, { officers, others }, by);
    act.checkAuthority(by);
    checkWaiting(proposal);
    act.checkHands(by);
    const validFrom = beginsOn(proposal, on);
    checkWanted(proposal, [], on);
    checkRolesApart({ ...proposal, validFrom }, await holdings(tx, proposal.person));
    await checkFund(tx, proposal, proposal.secretariat);
    await this.decide(tx, proposal, 'COUNTERSIGNED', null, by, clock);
  }

  /** Errors: UnknownDesignation, NotDesignated, ActsForTheOtherSide, ProposalDecidedAlready. */
  async decline(tx: Tx, id: string, reason: string, by: Officer, clock: Clock): Promise<void> {
    const proposal = await proposalNamed(tx, id);
    declining(proposal, by).check(by);
    checkWaiting(proposal);
    await this.decide(tx, proposal, 'DECLINED', reason, by, clock);
  }

  /**
   * Ends a designation before its last day, at once: whoever is certifying under it, or proposing or approving a settlement, is waited
   * for, and nobody does after. A mandate is ended by either side.
   * Errors: UnknownDesignation, NotDesignated, ActsForTheOtherSide, LastAdministrator, DesignationEndedAlready.
   */
  async end(tx: Tx, id: string, reason: string, by: Officer, clock: Clock): Promise<void> {
    const held = await designationHeld(tx, id);
    if (held === undefined) throw new UnknownDesignation(id);
    const { person, duty, fund } = held;
    const last = await lastAdministrators(tx, [id], today(clock));
    ending(held, { isLast: last.has(id) }, by).check(by);
    await awaitActsOf(tx, person); // before the clock is read: what was waited for was done in the duty
    const ended = { action: 'DESIGNATION_ENDED', kind: 'designation', objects: [id, person], reason };
    const [before, after] = [
      { duty, fund, state: 'IN_FORCE' },
      { duty, fund, state: 'ENDED' },
    ];
    await recordEvent(tx, { ...ended, before, after }, by, clock.now());
    const [, changed] = await tx.query<[unknown, number]>(
      `update identity.designation set ended_at = $2, ended_by = $3, end_reason = $4 where id = $1 and ended_at is null`,
      [id, clock.now(), by.person, reason],
    );
    if (changed === 0) throw new DesignationEndedAlready();
  }

  private async decide(
    tx: Tx,
    proposal: DesignationProposal,
    state: 'COUNTERSIGNED' | 'DECLINED',
    reason: string | null,
    by: Officer,
    clock: Clock,
  ): Promise<void> {
    const decided = { action: `DESIGNATION_${state}`, kind: 'designation', objects: [proposal.id, proposal.person] };
    const [before, after] = [{ state: 'PROPOSED' }, { ...saying(proposal), state }];
    await recordEvent(tx, { ...decided, reason, before, after }, by, clock.now());
    await tx.query(
      'update identity.designation_proposal set state = $2, decided_by = $3, decided_at = $4 where id = $1',
      [...[proposal.id, state, by.person, clock.now()]],
    );
  }
}

/** Errors: UnknownPerson. */
async function personNamed(tx: Tx, code: string): Promise<Person> {
  const person = await tx.findOneBy(Person, { code });
  if (person === null) throw new UnknownPerson(code, '/person');
  return person;
}

/** Errors: UnknownDesignation. */
async function proposalNamed(tx: Tx, id: string): Promise<DesignationProposal> {
  const proposal = await lockedProposal(tx, id);
  if (proposal === undefined) throw new UnknownDesignation(id);
  return proposal;
}

function checkWaiting({ state }: DesignationProposal): void {
  if (state !== 'PROPOSED') throw new ProposalDecidedAlready(state);
}

async function otherSecretariats(tx: Tx, secretariat: string): Promise<string[]> {
  const all = await tx.find(Secretariat, { order: { code: 'ASC' } });
  return all.map(({ code }) => code).filter((code) => code !== secretariat);
}

/** A mandate is over the books of another secretariat than the person's own. Errors: UnknownSecretariat. */
async function checkMandate(tx: Tx, { mandate }: WantedDesignation, { secretariat }: Person): Promise<void> {
  if (mandate === null) return;
  const others = await otherSecretariats(tx, secretariat);
  if (!others.includes(mandate)) throw new UnknownSecretariat(mandate, '/mandate');
}

/** Errors: NoFundOfTheSide. */
async function checkFund(tx: Tx, { fund }: WantedDesignation, secretariat: string): Promise<void> {
  if (fund !== '' && !(await hasFund(tx, secretariat, fund))) throw new NoFundOfTheSide(fund, secretariat);
}

function saying({ duty, fund, validFrom, validTo, acting, mandate }: WantedDesignation): Record<string, string> {
  const days = { validFrom: validFrom.toString(), validTo: validTo.toString() };
  return { duty, fund, ...days, acting: acting ? 'yes' : 'no', ...(mandate === null ? {} : { mandate }) };
}
