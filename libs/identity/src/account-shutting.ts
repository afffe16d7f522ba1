import { Forbidden, type Parts } from '#kernel';
import type { AccountRenewal } from './account-renewal.ts';
import { Act } from './act.ts';

/** An administrator of the person's side shuts an account. Errors of `check`: ActsForTheOtherSide, NotDesignated, NotOneself. */
export function shuttingAccount(of: { person: string; secretariat: string }): Act {
  return new Act('account.shut', {
    ...{ document: 'account', resultsIn: 'SHUT', of: of.secretariat },
    further: ({ person }) => (person === of.person ? new NotOneself() : null),
  });
}

/** What takes this renewal back: its account is shut, and whoever shuts it anew has it lapse. None where it lets nobody in again, or is over. */
export function takingBack(renewal: Pick<AccountRenewal, 'person' | 'secretariat' | 'letsInAgain' | 'state'>): Act[] {
  const isOpen = renewal.state === 'PROPOSED' || renewal.state === 'APPROVED';
  if (!isOpen || !renewal.letsInAgain) return [];
  const { facts } = shuttingAccount(renewal);
  return [new Act('account.shut', { ...facts, document: 'renewal', resultsIn: 'LAPSED' })];
}

export class NotOneself extends Forbidden {
  readonly parts: Parts = {};

  constructor() {
    super('Another administrator does this for you: nobody shuts the own account. Nothing was written.');
  }
}
