import { describe, expect, it } from '@jest/globals';
import * as a from '../../../test/support/a.ts';
import { Act } from './act.ts';
import { actionCodes, actionOf, mayDo, packedActions } from './actions.ts';
import { ActsForTheOtherSide, type Duty, NotDesignated, type Officer } from './authority.ts';
import { SamePerson, TravellerActs } from './segregation.ts';

const holding = (person: string, ...duties: [duty: Duty, fund?: string][]): Officer =>
  a.officer({ person, designations: duties.map(([duty, fund = '']) => ({ duty, fund })) });

const sides = { provider: 'MINAMATA', client: 'BRS' };
const certifying = (facts: object = {}): Act =>
  new Act('charge.certify', {
    ...{ document: 'charge', resultsIn: 'CERTIFIED', ...sides, funds: ['BC', 'RO'], doing: 'certify' },
    hands: { recorded: 'MINAMATA.finance', received: 'BRS.finance' },
    ...facts,
  });
const both: [Duty, string][] = [
  ['CERTIFYING_OFFICER', 'BC'],
  ['CERTIFYING_OFFICER', 'RO'],
];

describe('an act on a document', () => {
  it('is done by whoever is of its side, designated, and had no hand on it', () => {
    expect(certifying().refusal(holding('BRS.certifying', ...both))).toBeNull();
  });

  it.each<[string, Act, Officer, new (...args: never[]) => Error]>([
    [
      'by the other side',
      certifying({ client: 'MINAMATA', provider: 'BRS' }),
      holding('BRS.certifying', ...both),
      ActsForTheOtherSide,
    ],
    ['without the duty', certifying(), holding('BRS.approving', ['APPROVING_OFFICER']), NotDesignated],
    ['without one of its funds', certifying(), holding('BRS.basel', ['CERTIFYING_OFFICER', 'BC']), NotDesignated],
    ['by whoever had a hand on it', certifying(), holding('BRS.finance', ...both), SamePerson],
    [
      'by its traveller',
      certifying({ traveller: 'P-1' }),
      { ...holding('BRS.certifying', ...both), travelsAs: ['P-1'] },
      TravellerActs,
    ],
  ])('is refused %s', (_, act, officer, error) => {
    expect(act.refusal(officer)).toBeInstanceOf(error);
    expect(act.offeredTo(officer, []).allowed).toBe(false);
  });

  it('says why not without the stack, which tells nothing of it, and is thrown with it', () => {
    const officer = holding('BRS.finance', ...both);
    const thrown = (): unknown => {
      try {
        return certifying().check(officer);
      } catch (error) {
        return (error as Error).stack;
      }
    };
    expect(certifying().refusal(officer)?.stack).not.toContain(' at ');
    expect(thrown()).toContain(' at ');
  });

  describe('that is given back before it is certified', () => {
    const returning = (funds: string[]): Act =>
      new Act('charge.return', { document: 'charge', resultsIn: 'RETURNED', ...sides, funds });
    const ofBasel = holding('BRS.basel', ['CERTIFYING_OFFICER', 'BC']);

    it('is so by the certifying officer of one of its funds, and by the finance officer', () => {
      expect(returning(['RO', 'BC']).refusal(ofBasel)).toBeNull();
      expect(returning([]).refusal(ofBasel)).toBeNull(); // of 0.00: no fund bears it
      expect(returning(['RO']).refusal(holding('BRS.finance', ['FINANCE_OFFICER']))).toBeNull();
      const both = holding('BRS.both', ['CERTIFYING_OFFICER', 'BC'], ['FINANCE_OFFICER']);
      expect(returning(['RO']).refusal(both)).toBeNull();
    });

    it('is not so by the certifying officer of another fund', () => {
      expect(returning(['RO', 'SC']).refusal(ofBasel)).toBeInstanceOf(NotDesignated);
      expect(returning(['RO', 'SC']).refusal(ofBasel)?.parts).toMatchObject({ fund: 'RO' });
    });
  });

  it('lets nobody sign for a side that is not theirs, where both sides sign', () => {
    const signing = (as: 'PROVIDER' | 'CLIENT') =>
      new Act('agreement.sign', { document: 'agreement', resultsIn: 'SIGNED', ...sides, as });
    const officer = holding('BRS.approving', ['APPROVING_OFFICER']);
    expect(signing('CLIENT').refusal(officer)).toBeNull();
    expect(signing('PROVIDER').refusal(officer)).toBeInstanceOf(ActsForTheOtherSide);
  });
});

describe('the reason in an answer', () => {
  const colleagues = [
    holding('BRS.one', ...both),
    holding('BRS.two', ...both),
    holding('BRS.basel', ['CERTIFYING_OFFICER', 'BC']),
  ];
  const said = (act: Act, officer: Officer, of: readonly Officer[] = colleagues): string | null =>
    act.offeredTo(officer, of).reason;

  it.each<[string, string | null, string]>([
    [
      'who had a hand on it',
      said(certifying(), holding('BRS.finance', ...both)),
      'You received this charge. Another certifying officer of BC and RO must act: 2 people.',
    ],
    [
      'who is not designated',
      said(certifying(), holding('BRS.x')),
      'You are not designated for this today. A certifying officer of BC and RO must act: 2 people.',
    ],
    [
      'of the other side',
      said(certifying({ client: 'X' }), holding('BRS.x', ...both)),
      'This is for X to do: a certifying officer of BC and RO must act.',
    ],
    [
      'who travelled',
      said(certifying({ traveller: 'P' }), { ...holding('BRS.x', ...both), travelsAs: ['P'] }),
      'You are the traveller. Another certifying officer of BC and RO must act: 2 people.',
    ],
    [
      'alone',
      said(certifying(), holding('BRS.finance', ...both), []),
      'You received this charge. Another certifying officer of BC and RO must act, and BRS has nobody who could today: an administrator proposes a designation, or an acting one.',
    ],
    ['with nothing in the way', said(certifying(), holding('BRS.one', ...both)), null as unknown as string],
  ])('to somebody %s is one sentence', (_, reason, expected) => {
    expect(reason).toBe(expected);
  });
});

describe('the reason in codes', () => {
  const colleagues = [holding('BRS.one', ...both), holding('BRS.two', ...both)];
  const who = { duties: ['CERTIFYING_OFFICER'], funds: ['BC', 'RO'], secretariat: 'BRS', people: 2 };
  const why = (act: Act, officer: Officer): unknown => act.offeredTo(officer, colleagues).why;

  it.each<[string, unknown, unknown]>([
    [
      'who had a hand on it names what was done, and to what',
      why(certifying(), holding('BRS.finance', ...both)),
      { code: 'SAME_PERSON', parts: { did: 'RECEIVED', document: 'CHARGE' }, who: { another: true, ...who } },
    ],
    [
      'without one of its funds names the fund',
      why(certifying(), holding('BRS.basel', ['CERTIFYING_OFFICER', 'BC'])),
      {
        ...{ code: 'NOT_DESIGNATED', parts: { duty: 'CERTIFYING_OFFICER', fund: 'RO', document: 'CHARGE' } },
        who: { another: false, ...who },
      },
    ],
    [
      'of the other side counts nobody there',
      why(certifying({ client: 'X' }), holding('BRS.x', ...both)),
      {
        ...{ code: 'ACTS_FOR_THE_OTHER_SIDE', parts: { secretariat: 'X', document: 'CHARGE' } },
        who: { another: false, ...who, secretariat: 'X', people: null },
      },
    ],
    [
      'who travelled',
      why(certifying({ traveller: 'P' }), { ...holding('BRS.x', ...both), travelsAs: ['P'] }),
      { code: 'TRAVELLER_ACTS', parts: { document: 'CHARGE' }, who: { another: true, ...who } },
    ],
    ['with nothing in the way', why(certifying(), holding('BRS.one', ...both)), null],
  ])('to somebody %s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe('colleagues', () => {
  it.each<[string, Act, Officer, boolean]>([
    ['where nothing is in the way', certifying(), holding('BRS.one', ...both), false],
    ['of the other side', certifying({ client: 'X' }), holding('BRS.x', ...both), false],
    ['who is not designated', certifying(), holding('BRS.x'), true],
    ['who had a hand on it', certifying(), holding('BRS.finance', ...both), true],
  ])('are asked for by a reason to somebody %s, or not', (_, act, officer, asks) => {
    expect(act.asksForColleagues(officer)).toBe(asks);
    const somebody = [holding('BRS.one', ...both), holding('BRS.two', ...both)];
    const said = (of: readonly Officer[]): string | null => act.offeredTo(officer, of).reason;
    expect(said(somebody) !== said([])).toBe(asks);
  });
});

describe('the table of actions', () => {
  it('asks a fresh proof of whatever certifies, approves, issues, closes, reopens or grants', () => {
    const asked = [
      'charge.certify',
      'agreement.sign',
      'invoice.issue',
      'period.sign',
      'period.reopen',
      'designation.propose',
      'designation.countersign',
      'designation.end',
    ] as const;
    expect(asked.filter((code) => !actionOf(code).stepUp)).toEqual([]);
  });

  it('is JSON and back the same', () => {
    expect(JSON.parse(JSON.stringify(packedActions()))).toEqual(packedActions());
    expect(packedActions().map(({ code }) => code)).toEqual(actionCodes);
  });

  it('gives an auditor the report of the biennium and nothing that moves money', () => {
    expect(mayDo(['AUDITOR'])).toEqual(['audit.issue', 'traveller.disclose']);
    expect(mayDo([])).toEqual([]);
    expect(mayDo(['ADMINISTRATOR'])).toEqual([
      'person.add',
      'person.name-traveller',
      'account.invite',
      'account.renew',
      'account.approve-renewal',
      'account.shut',
      'person.link',
      'designation.propose',
      'designation.end',
    ]);
  });
});
