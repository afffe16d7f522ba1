import { Conflict, type Day, Forbidden, type Parts, Refused, Unknown } from '#kernel';
import { Act } from './act.ts';
import { type Designation, type Duty, type Officer } from './authority.ts';

/** PROPOSED gives nothing yet; COUNTERSIGNED is a designation; DECLINED is none. */
export type ProposalState = 'PROPOSED' | 'COUNTERSIGNED' | 'DECLINED';

/** From each state of a designation, where it may go by an act; the days do the rest. */
export const designationTransitions: Readonly<Record<ProposalState | 'IN_FORCE' | 'ENDED', readonly string[]>> = {
  PROPOSED: ['COUNTERSIGNED', 'DECLINED'],
  COUNTERSIGNED: [],
  DECLINED: [],
  IN_FORCE: ['ENDED'],
  ENDED: [],
};

/** What an administrator asks for: who is to hold which duty, from when to when, and why. */
export interface WantedDesignation {
  readonly person: string;
  readonly duty: Duty;
  readonly fund: string; // of a certifying officer; "" else
  readonly validFrom: Day;
  readonly validTo: Day;
  /** For want of somebody, until a day. On a side with fewer than four officers the other side countersigns it. */
  readonly acting: boolean;
  /** Of a joint auditor: the other secretariat, whose books are to be open too; null for the other duties. */
  readonly mandate: string | null;
  readonly reason: string;
}

/** A designation to be: proposed by an administrator for somebody else, countersigned by an approving officer, a third person. */
export interface DesignationProposal extends WantedDesignation {
  readonly id: string;
  readonly secretariat: string;
  readonly state: ProposalState;
  readonly proposedBy: string;
}

/** What a person holds, for what may not meet in one. */
export type Holding = Pick<Designation, 'duty' | 'fund' | 'validFrom' | 'validTo'>;

/** How many officers a side needs, so that four different hands can be on one document. */
export const fewestOfficers = 4;

/** The administrator of the person's side proposes. Errors of `check`: ActsForTheOtherSide, NotDesignated, NotForOneself. */
export function proposingFor(person: { code: string; secretariat: string }): Act {
  return new Act('designation.propose', {
    ...{ document: 'designation', resultsIn: 'PROPOSED', of: person.secretariat },
    further: (officer) => (officer.person === person.code ? new NotForOneself(officer.person) : null),
  });
}

/**
 * An approving officer countersigns: of the same side, or of the other where an acting designation is of a side with fewer than
 * four officers, or where its books are to be open to a joint auditor. `officers`: how many that side has today; `others`: the other secretariats.
 */
export function countersigning(
  proposal: Pick<DesignationProposal, 'person' | 'secretariat' | 'acting' | 'mandate' | 'proposedBy'>,
  { officers, others }: { officers: number; others: readonly string[] },
  by: Officer,
): Act {
  const byTheOther = proposal.acting && officers < fewestOfficers;
  const [other = proposal.secretariat] = others.includes(by.secretariat) ? [by.secretariat] : others;
  return new Act('designation.countersign', {
    ...{ document: 'designation', resultsIn: 'COUNTERSIGNED', doing: 'countersign' },
    of: proposal.mandate ?? (byTheOther ? other : proposal.secretariat),
    hands: { proposed: proposal.proposedBy },
    further: ({ person }) => (person === proposal.person ? new NotForOneself(person) : null),
  });
}

/** An approving officer of the person's side declines, or of the side that would have to countersign. */
export function declining(proposal: Pick<DesignationProposal, 'secretariat' | 'acting' | 'mandate'>, by: Officer): Act {
  const isOfBoth = proposal.acting || proposal.mandate === by.secretariat;
  const of = isOfBoth ? by.secretariat : proposal.secretariat;
  return new Act('designation.decline', { document: 'designation', resultsIn: 'DECLINED', of });
}

/**
 * An administrator or approving officer of the holder's side ends it, or of the side whose books it opens. `isLast`: of the
 * administrators of its side, in force today; the database holds the same under designation_leaves_an_administrator.
 * Errors of `check`: ActsForTheOtherSide, NotDesignated, LastAdministrator.
 */
export function ending(
  held: Pick<WantedDesignation, 'mandate'> & { readonly secretariat: string },
  { isLast }: { readonly isLast: boolean },
  by: Officer,
): Act {
  const of = held.mandate === by.secretariat ? held.mandate : held.secretariat;
  const further = (): LastAdministrator | null => (isLast ? new LastAdministrator() : null);
  return new Act('designation.end', { document: 'designation', resultsIn: 'ENDED', of, further });
}

/** Errors: FundWanted, FundNotWanted, MandateWanted, MandateNotWanted, DesignationPeriodReversed, DesignationOver, RolesDoNotMeet. */
export function checkWanted(wanted: WantedDesignation, held: readonly Holding[], today: Day): void {
  if (wanted.duty === 'CERTIFYING_OFFICER' && wanted.fund === '') throw new FundWanted();
  if (wanted.duty !== 'CERTIFYING_OFFICER' && wanted.fund !== '') throw new FundNotWanted(wanted.duty);
  if (wanted.duty === 'JOINT_AUDITOR' && wanted.mandate === null) throw new MandateWanted();
  if (wanted.duty !== 'JOINT_AUDITOR' && wanted.mandate !== null) throw new MandateNotWanted(wanted.duty);
  if (wanted.validTo.isBefore(wanted.validFrom)) throw new DesignationPeriodReversed(wanted);
  if (wanted.validTo.isBefore(today)) throw new DesignationOver(wanted.validTo, today);
  checkRolesApart(wanted, held);
}

/**
 * Nobody certifies and approves; an auditor holds nothing else, and one of both sides neither, and one mandate at a time; an
 * administrator holds no financial role. The database holds the same under nobody_certifies_and_approves,
 * auditor_holds_no_other_role, joint_auditor_holds_no_other_duty, joint_auditor_holds_one_mandate and
 * administrator_holds_no_financial_role.
 * Errors: RolesDoNotMeet.
 */
export function checkRolesApart(wanted: Holding & { readonly person: string }, held: readonly Holding[]): void {
  const meeting = held.find(
    (one) =>
      !one.validTo.isBefore(wanted.validFrom) &&
      !wanted.validTo.isBefore(one.validFrom) &&
      doNotMeet(one.duty, wanted.duty),
  );
  if (meeting !== undefined) throw new RolesDoNotMeet(wanted.person, meeting.duty, wanted.duty);
}

function doNotMeet(one: Duty, other: Duty): boolean {
  if (one === other) return one === 'JOINT_AUDITOR'; // two mandates would open three insides
  const both = [one, other];
  return (
    both.includes('AUDITOR') ||
    both.includes('JOINT_AUDITOR') ||
    both.includes('ADMINISTRATOR') ||
    (both.includes('CERTIFYING_OFFICER') && both.includes('APPROVING_OFFICER'))
  );
}

/** A designation begins on the day it is countersigned at the earliest: nothing is given backwards. */
export function beginsOn(wanted: Pick<WantedDesignation, 'validFrom'>, today: Day): Day {
  return wanted.validFrom.isBefore(today) ? today : wanted.validFrom;
}

export class NotForOneself extends Forbidden {
  readonly parts: Parts = {};

  constructor(person = 'Whoever is to hold it') {
    super(
      `${person} neither proposes nor countersigns a designation of their own: two other people do. Nothing was written.`,
    );
  }
}

export class RolesDoNotMeet extends Refused {
  constructor(person = 'This person', held?: Duty, wanted?: Duty) {
    super(
      held === undefined || wanted === undefined
        ? 'Nobody certifies and approves, an auditor holds nothing else, a joint auditor one mandate at a time, and an administrator holds no financial role. Nothing was written.'
        : `${person} is ${words(held)} on some of these days, which does not go together with ${held === wanted ? 'another mandate' : words(wanted)}: ` +
            'designate somebody else, or end the other designation first. Nothing was written.',
      '/duty',
    );
  }
}

export class FundWanted extends Refused {
  constructor() {
    super('A certifying officer certifies one named fund; name it. Nothing was written.', '/fund');
  }
}

export class NoFundOfTheSide extends Refused {
  constructor(fund?: string, secretariat = 'the secretariat') {
    super(
      `${fund === undefined ? 'This' : `"${fund}"`} is no trust fund of ${secretariat}: name one of its own, as the books write it. Nothing was written.`,
      '/fund',
    );
  }
}

export class FundNotWanted extends Refused {
  constructor(duty: Duty) {
    super(
      `Only a certifying officer’s designation names a fund; ${words(duty)} has none. Nothing was written.`,
      '/fund',
    );
  }
}

export class MandateWanted extends Refused {
  constructor() {
    super(
      'A joint auditor reads the books of two secretariats; name the other one, whose approving officer countersigns. Nothing was written.',
      '/mandate',
    );
  }
}

export class MandateNotWanted extends Refused {
  constructor(duty: Duty) {
    super(
      `Only a joint auditor’s designation names another secretariat; ${words(duty)} has none. Nothing was written.`,
      '/mandate',
    );
  }
}

export class DesignationPeriodReversed extends Refused {
  constructor({ validFrom, validTo }: Pick<WantedDesignation, 'validFrom' | 'validTo'>) {
    super(
      `It would end on ${validTo.toString()}, before it begins on ${validFrom.toString()}. Nothing was written.`,
      '/validTo',
    );
  }
}

export class DesignationOver extends Refused {
  constructor(validTo: Day, today: Day) {
    super(
      `It would be over since ${validTo.toString()} (the books' day is ${today.toString()}): nothing is given backwards. Nothing was written.`,
      '/validTo',
    );
  }
}

export class UnknownDesignation extends Unknown {
  constructor(id: string) {
    super(`There is no designation or proposal "${id}" in these books.`);
  }
}

export class ProposalDecidedAlready extends Conflict {
  constructor(state = 'decided') {
    super(`This proposal is ${state} already. Propose it anew. Nothing was written.`);
  }
}

export class DesignationEndedAlready extends Conflict {
  constructor() {
    super('This designation has ended already. Nothing was written.');
  }
}

export class LastAdministrator extends Conflict {
  readonly parts: Parts = {};

  constructor() {
    super(
      'This is the last administrator of the secretariat, and nobody could let anybody in any more: have another one designated first. Nothing was written.',
    );
  }
}

export class NotCountersigned extends Forbidden {
  constructor() {
    super(
      'A designation is proposed by an administrator for somebody else and countersigned by an approving officer, a third person. Nothing was written.',
    );
  }
}

export class PersonCodeTaken extends Conflict {
  constructor() {
    super(
      'A person with this code, or one that differs in capitals alone, is in the books already. Nothing was written.',
      '/code',
    );
  }
}

export class TravellerNamedAlready extends Conflict {
  constructor() {
    super('This reference is somebody’s already. Nothing was written.', '/traveller');
  }
}

function words(duty: Duty): string {
  return duty.toLowerCase().replaceAll('_', ' ');
}
