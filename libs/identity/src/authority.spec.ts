import { describe, expect, it } from '@jest/globals';
import * as a from '../../../test/support/a.ts';
import { Act, checkMay } from './act.ts';
import type { ActionCode } from './actions.ts';
import { ActsForTheOtherSide, type Duty, NotDesignated, type Officer } from './authority.ts';
import { notSegregated, SamePerson } from './segregation.ts';

const holding = (...duties: [duty: Duty, fund?: string][]): Officer =>
  a.officer({ designations: duties.map(([duty, fund = '']) => ({ duty, fund })) });

const checkMayCertify = (officer: Officer, funds: string[], client: string): void => {
  const sides = { provider: client === 'BRS' ? 'MINAMATA' : 'BRS', client };
  new Act('charge.certify', { document: 'charge', resultsIn: 'CERTIFIED', ...sides, funds }).check(officer);
};

describe('an action', () => {
  it.each<[ActionCode, Duty]>([
    ['rates.add', 'FINANCE_OFFICER'],
    ['fund.state-cash', 'APPROVING_OFFICER'],
    ['fund.state-coding', 'APPROVING_OFFICER'],
    ['audit.issue', 'AUDITOR'],
    ['audit.issue', 'FINANCE_OFFICER'],
    ['person.add', 'ADMINISTRATOR'],
  ])('%s is for whoever is designated as %s', (action, duty) => {
    expect(() => checkMay(holding([duty]), action)).not.toThrow();
    expect(() => checkMay(holding(), action)).toThrow(NotDesignated);
    expect(() => checkMay(holding(['CERTIFYING_OFFICER', 'BC']), action)).toThrow(NotDesignated);
  });

  it('is done for one’s own secretariat', () => {
    expect(() => checkMay(holding(['APPROVING_OFFICER']), 'fund.state-cash', 'MINAMATA')).toThrow(ActsForTheOtherSide);
  });
});

describe('a certifying officer for BC and RO', () => {
  const officer = holding(['CERTIFYING_OFFICER', 'BC'], ['CERTIFYING_OFFICER', 'RO']);

  it('certifies what these funds bear', () => {
    expect(() => checkMayCertify(officer, ['BC'], 'BRS')).not.toThrow();
    expect(() => checkMayCertify(officer, ['RO', 'BC'], 'BRS')).not.toThrow();
  });

  it('does not certify what another fund bears a share of', () => {
    expect(() => checkMayCertify(officer, ['BC', 'RO', 'SC'], 'BRS')).toThrow(NotDesignated);
    expect(() => checkMayCertify(officer, ['SC'], 'BRS')).toThrow('for the fund SC');
  });

  it('does not certify for the other side', () => {
    expect(() => checkMayCertify(officer, ['BC'], 'MINAMATA')).toThrow(ActsForTheOtherSide);
  });
});

describe('whoever is no certifying officer', () => {
  it('certifies nothing, whatever other duty they have', () => {
    expect(() => checkMayCertify(holding(['APPROVING_OFFICER']), ['BC'], 'BRS')).toThrow(NotDesignated);
    expect(() => checkMayCertify(holding(['FINANCE_OFFICER', 'BC']), ['BC'], 'BRS')).toThrow(NotDesignated);
  });

  it('does not certify a charge of 0.00 either, which no fund bears', () => {
    expect(() => checkMayCertify(holding(), [], 'BRS')).toThrow(NotDesignated);
    expect(() => checkMayCertify(holding(['FINANCE_OFFICER']), [], 'BRS')).toThrow(NotDesignated);
    expect(() => checkMayCertify(holding(['CERTIFYING_OFFICER', 'BC']), [], 'BRS')).not.toThrow();
  });
});

describe('four hands', () => {
  it('do four things', () => {
    const done = { recorded: 'MINAMATA.finance', received: 'BRS.finance' };
    expect(notSegregated('BRS.certifying', 'certify', done)).toBeNull();
    expect(notSegregated('BRS.finance', 'confirm', { ...done, received: null })).toBeNull();
  });

  it('are not the same twice', () => {
    const done = { recorded: 'MINAMATA.finance', received: 'BRS.finance' };
    expect(notSegregated('BRS.finance', 'certify', done)).toBeInstanceOf(SamePerson);
    expect(notSegregated('BRS.finance', 'issue', { prepared: 'BRS.finance' })?.message).toContain(
      'BRS.finance has prepared this',
    );
  });
});
