import { Conflict, Forbidden, type Parts, Unknown } from '#kernel';
import { Act } from './act.ts';
import { NotDesignated, type Officer } from './authority.ts';

/**
 * PROPOSED  by an administrator; opens nothing
 * APPROVED  by another person: the link is out, and nothing of before has ended yet
 * DONE      the person has set a new password: what was open under the old one has ended
 * LAPSED    three days went by before the next step, another renewal of this person was approved, or, where it would have let them in
 *           again, the account was shut anew
 */
export type RenewalState = 'PROPOSED' | 'APPROVED' | 'DONE' | 'LAPSED';

/** Somebody who has a way in is to get another one: whoever does that alone could act as them. */
export interface AccountRenewal {
  readonly id: string;
  readonly person: string;
  readonly secretariat: string;
  readonly reason: string;
  readonly state: RenewalState;
  readonly proposedBy: string;
  readonly approvedBy: string | null;
  /** The account was shut when it was proposed, and opens once it is done. */
  readonly letsInAgain: boolean;
}

/** Whoever may say how somebody who comes in anew signs in at an identity provider. Errors: RenewalWanted, RenewalNotByTwo. */
export function checkLinksAnew(person: string, renewal: Pick<AccountRenewal, 'approvedBy'> | null, by: Officer): void {
  if (renewal === null) throw new RenewalWanted(person);
  if (renewal.approvedBy !== by.person) throw new RenewalNotByTwo();
}

/** An administrator of the person's side proposes. Errors of `check`: ActsForTheOtherSide, NotDesignated, RenewsOneself. */
export function proposingRenewal(of: { person: string; secretariat: string }): Act {
  return new Act('account.renew', {
    ...{ document: 'account', resultsIn: 'PROPOSED', of: of.secretariat },
    further: ({ person }) => (person === of.person ? new RenewsOneself(person) : null),
  });
}

/**
 * Another administrator of that side approves; where there is none who could, an approving officer. `administrators`: the
 * people of that side who administer today. Errors of `check`: ActsForTheOtherSide, NotDesignated, SamePerson, RenewsOneself.
 */
export function approvingRenewal(
  renewal: Pick<AccountRenewal, 'person' | 'secretariat' | 'proposedBy'>,
  administrators: readonly string[],
): Act {
  const could = administrators.filter((one) => one !== renewal.proposedBy && one !== renewal.person);
  return new Act('account.approve-renewal', {
    ...{ document: 'renewal', resultsIn: 'APPROVED', of: renewal.secretariat, doing: 'approve' },
    hands: { proposed: renewal.proposedBy },
    further: (officer) => {
      if (officer.person === renewal.person) return new RenewsOneself(officer.person);
      return could.length > 0 && !administers(officer) ? new NotDesignated(officer, 'ADMINISTRATOR') : null;
    },
  });
}

export function administers({ designations }: Pick<Officer, 'designations'>): boolean {
  return designations.some(({ duty }) => duty === 'ADMINISTRATOR');
}

/** Whoever has a way in already is not invited: one person alone would take over the account. */
export class RenewalWanted extends Conflict {
  constructor(person = 'This person') {
    super(
      `${person} has a way in already: an administrator proposes to renew it (POST /api/v1/people/${person}/renewals), and another person approves. Nothing was written.`,
    );
  }
}

export class NothingToRenew extends Conflict {
  constructor(person: string) {
    super(`${person} has no way in yet that could be renewed: invite them. Nothing was written.`);
  }
}

export class AccountIsShut extends Conflict {
  constructor(person = 'This person') {
    super(
      `The account of ${person} is shut: nothing lets anybody into it until two people have let them in again (letsInAgain). Nothing was written.`,
    );
  }
}

export class AccountIsOpen extends Conflict {
  constructor(person = 'This person') {
    super(`The account of ${person} is not shut: nobody is to be let in again. Nothing was written.`, '/letsInAgain');
  }
}

export class RenewsOneself extends Forbidden {
  readonly parts: Parts = {};

  constructor(person = 'Whoever is let in') {
    super(
      `${person} neither proposes nor approves to renew an account of their own: two others do. Nothing was written.`,
    );
  }
}

export class RenewalNotByTwo extends Forbidden {
  constructor() {
    super(
      'An account is renewed by two people: an administrator proposes it, and another one approves, or an approving officer where no other administrator could. Whoever approved it, and nobody else, links another sign-in. Nothing was written.',
    );
  }
}

export class RenewalDecidedAlready extends Conflict {
  constructor(state: string = 'decided') {
    super(`This renewal is ${state} already. Propose it anew. Nothing was written.`);
  }
}

export class UnknownRenewal extends Unknown {
  constructor(id: string) {
    super(`There is no renewal "${id}" in these books.`);
  }
}
