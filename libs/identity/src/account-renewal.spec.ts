import { describe, expect, it } from '@jest/globals';
import * as a from '../../../test/support/a.ts';
import { approvingRenewal, proposingRenewal, type RenewalState, RenewsOneself } from './account-renewal.ts';
import { NotOneself, shuttingAccount, takingBack } from './account-shutting.ts';
import { ActsForTheOtherSide, type Duty, NotDesignated, type Officer } from './authority.ts';
import {
  checkRolesApart,
  checkWanted,
  MandateNotWanted,
  MandateWanted,
  RolesDoNotMeet,
} from './designation-proposal.ts';
import { SamePerson } from './segregation.ts';

const holding = (person: string, ...duties: Duty[]): Officer =>
  a.officer({ person, designations: duties.map((duty) => ({ duty, fund: '' })) });

describe('an account of somebody who has a way in', () => {
  const of = { person: 'BRS.finance', secretariat: 'BRS' };
  const renewal = { ...of, proposedBy: 'BRS.first' };
  const both = ['BRS.first', 'BRS.second'];

  it('is proposed for renewal by an administrator of the side, for somebody else', () => {
    expect(proposingRenewal(of).refusal(holding('BRS.first', 'ADMINISTRATOR'))).toBeNull();
    expect(proposingRenewal(of).refusal(holding('BRS.approving', 'APPROVING_OFFICER'))).toBeInstanceOf(NotDesignated);
    const own = { ...of, person: 'BRS.first' };
    expect(proposingRenewal(own).refusal(holding('BRS.first', 'ADMINISTRATOR'))).toBeInstanceOf(RenewsOneself);
    const theirs = { person: 'MINAMATA.finance', secretariat: 'MINAMATA' };
    expect(proposingRenewal(theirs).refusal(holding('BRS.first', 'ADMINISTRATOR'))).toBeInstanceOf(ActsForTheOtherSide);
  });

  it('is approved by another administrator', () => {
    expect(approvingRenewal(renewal, both).refusal(holding('BRS.second', 'ADMINISTRATOR'))).toBeNull();
    expect(approvingRenewal(renewal, both).refusal(holding('BRS.first', 'ADMINISTRATOR'))).toBeInstanceOf(SamePerson);
  });

  it('is approved by an approving officer only where no other administrator could', () => {
    const approving = holding('BRS.approving', 'APPROVING_OFFICER');
    expect(approvingRenewal(renewal, both).refusal(approving)).toBeInstanceOf(NotDesignated);
    expect(approvingRenewal(renewal, ['BRS.first']).refusal(approving)).toBeNull();
    const ofTheSecond = { ...renewal, person: 'BRS.second' };
    expect(approvingRenewal(ofTheSecond, both).refusal(approving)).toBeNull();
    expect(approvingRenewal(ofTheSecond, both).refusal(holding('BRS.second', 'ADMINISTRATOR'))).toBeInstanceOf(
      RenewsOneself,
    );
  });
});

describe('an account that is shut', () => {
  const of = { person: 'BRS.finance', secretariat: 'BRS' };
  const administrator = holding('BRS.first', 'ADMINISTRATOR');

  it('is shut by an administrator of the side, and not by whoever it is of', () => {
    expect(shuttingAccount(of).refusal(administrator)).toBeNull();
    expect(shuttingAccount(of).refusal(holding('BRS.approving', 'APPROVING_OFFICER'))).toBeInstanceOf(NotDesignated);
    expect(shuttingAccount({ ...of, person: 'BRS.first' }).refusal(administrator)).toBeInstanceOf(NotOneself);
    const theirs = { person: 'MINAMATA.finance', secretariat: 'MINAMATA' };
    expect(shuttingAccount(theirs).refusal(administrator)).toBeInstanceOf(ActsForTheOtherSide);
  });

  it.each<[RenewalState, letsInAgain: boolean, times: number]>([
    ['PROPOSED', true, 1],
    ['APPROVED', true, 1],
    ['DONE', true, 0],
    ['LAPSED', true, 0],
    ['PROPOSED', false, 0],
    ['APPROVED', false, 0],
  ])('has a renewal that is %s, and lets in again: %s, taken back in %s way', (state, letsInAgain, times) => {
    const acts = takingBack({ ...of, state, letsInAgain });
    expect(acts.map((act) => [act.resultsIn, act.refusal(administrator)])).toEqual(
      Array.from({ length: times }, () => ['LAPSED', null]),
    );
  });
});

describe('a mandate for both sides', () => {
  const days = { validFrom: a.day('2025-01-01'), validTo: a.day('2025-12-31') };
  const wanted = {
    ...days,
    person: 'BRS.x',
    duty: 'JOINT_AUDITOR',
    fund: '',
    acting: false,
    reason: 'an audit',
  } as const;
  const today = a.day('2025-06-01');

  it('names the other side, and no other duty does', () => {
    expect(() => checkWanted({ ...wanted, mandate: 'MINAMATA' }, [], today)).not.toThrow();
    expect(() => checkWanted({ ...wanted, mandate: null }, [], today)).toThrow(MandateWanted);
    expect(() => checkWanted({ ...wanted, duty: 'AUDITOR', mandate: 'MINAMATA' }, [], today)).toThrow(MandateNotWanted);
  });

  it.each<Duty>(['FINANCE_OFFICER', 'CERTIFYING_OFFICER', 'APPROVING_OFFICER', 'AUDITOR', 'ADMINISTRATOR'])(
    'does not go together with %s on any day',
    (duty) => {
      const held = { duty, fund: '', ...days };
      expect(() => checkRolesApart(wanted, [held])).toThrow(RolesDoNotMeet);
      const later = { ...held, validFrom: a.day('2026-01-01'), validTo: a.day('2026-12-31') };
      expect(() => checkRolesApart(wanted, [later])).not.toThrow();
    },
  );
});
