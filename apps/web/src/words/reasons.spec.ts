import { beforeAll, describe, expect, it } from '@jest/globals';
import { reasons } from './fr/reasons.ts';
import { type Reason, reasonSaid } from './reasons.ts';
import { speak } from './words.ts';

type Why = NonNullable<Reason['why']>;
type Who = NonNullable<Why['who']>;

beforeAll(() => void Object.assign(globalThis, { document: { documentElement: {} } })); // where a page says its language

const certifying: Who = {
  ...{ another: false, duties: ['CERTIFYING_OFFICER'], funds: ['BC', 'RO', 'SC'], secretariat: 'BRS', people: 2 },
};
const approving: Who = {
  ...{ another: true, duties: ['APPROVING_OFFICER'], funds: [], secretariat: 'BRS', people: 1 },
};
const said = (code: string, parts: Why['parts'], who: Who | null = null): string =>
  reasonSaid({ reason: 'In English.', why: { code, parts: { document: 'CHARGE', ...parts }, who } }).text;

describe('a closed action on the French page', () => {
  beforeAll(() => speak('fr'));

  const told: readonly [code: string, parts: Why['parts'], who: Who | null, text: string][] = [
    [
      ...(['ACTS_FOR_THE_OTHER_SIDE', { secretariat: 'MINAMATA' }] as const),
      { ...approving, another: false, secretariat: 'MINAMATA', people: null },
      'C’est à MINAMATA de le faire. Un fonctionnaire approbateur de MINAMATA doit agir.',
    ],
    [
      ...(['NOT_DESIGNATED', { duty: 'CERTIFYING_OFFICER' }] as const),
      { ...certifying, people: 0 },
      'Vous n’êtes pas désigné pour cela aujourd’hui. Un certificateur pour BC, RO et SC doit agir, et BRS n’a personne qui le pourrait aujourd’hui : un administrateur propose une désignation, ou une désignation par intérim.',
    ],
    [
      ...(['SAME_PERSON', { did: 'RECEIVED' }] as const),
      { ...certifying, another: true, funds: ['BC'] },
      'Vous avez reçu cette imputation. Un autre certificateur pour BC doit agir : 2 personnes.',
    ],
    ['TRAVELLER_ACTS', {}, null, 'Vous êtes le voyageur.'],
    [
      ...(['NOT_FOR_ONESELF', {}, approving] as const),
      'Personne ne propose ni ne contresigne une désignation pour soi-même. Un autre fonctionnaire approbateur de BRS doit agir : 1 personne.',
    ],
    [
      ...(['NOT_ONESELF', {}] as const),
      { ...approving, duties: ['ADMINISTRATOR'] },
      'Un autre administrateur le fait pour vous : personne ne ferme son propre compte. Un autre administrateur de BRS doit agir : 1 personne.',
    ],
    [
      ...(['LAST_ADMINISTRATOR', {}, null] as const),
      'C’est le dernier administrateur du secrétariat, et plus personne ne pourrait faire entrer quelqu’un : faites d’abord désigner un autre administrateur.',
    ],
    [
      ...(['RENEWS_ONESELF', {}] as const),
      { ...approving, duties: ['ADMINISTRATOR', 'APPROVING_OFFICER'] },
      'Personne ne propose ni n’approuve le renouvellement de son propre compte. Un autre administrateur ou fonctionnaire approbateur de BRS doit agir : 1 personne.',
    ],
    [
      ...(['PERIOD_NOT_OVER', { period: '2025-11', lastDay: '2025-11-30', today: '2025-05-10' }, null] as const),
      'La période 2025-11 se termine le 30 nov. 2025 et le jour des livres est le 10 mai 2025 : elle se clôt à partir du lendemain.',
    ],
    [
      'CREDITED_SINCE_PROPOSED',
      { notes: 'BRS-CN-2025-0001, BRS-CN-2025-0002', voucher: 'JV-1', openUsd: '920.00', proposedUsd: '1840.00' },
      null,
      'Crédité depuis la proposition, par BRS-CN-2025-0001, BRS-CN-2025-0002 : il reste USD 920,00 à payer, et USD 1 840,00 sont proposés. Renvoyez le règlement et faites-le proposer de nouveau.',
    ],
    [
      ...(['SAME_PERSON_CLOSES_TWICE', { period: '2025-04' }, approving] as const),
      'Vous avez déjà proposé ou signé la clôture de 2025-04. Un autre fonctionnaire approbateur de BRS doit agir : 1 personne.',
    ],
    [
      ...(['OTHER_SIDE_MUST_SIGN', { secretariat: 'BRS', period: '2025-04', what: 'REOPENING' }, null] as const),
      'BRS a demandé la réouverture de 2025-04 : l’autre secrétariat doit donner son accord.',
    ],
    [
      ...(['BIENNIUM_STILL_CLOSED', { month: '2025-04', biennium: '2024-2025' }, null] as const),
      'Le mois 2025-04 est dans l’exercice biennal 2024-2025, qui est clos : il faut d’abord rouvrir l’exercice.',
    ],
  ];

  it.each(told)('says %s, and who could', (code, parts, who, text) => {
    expect(said(code, parts, who).replace(/[\u00a0\u202f]/g, ' ')).toBe(text);
  });

  it('says of which document', () => {
    const proposed = said('SAME_PERSON', { did: 'PROPOSED', document: 'SETTLEMENT' }, approving);
    expect(proposed.replace(/[\u00a0\u202f]/g, ' ')).toBe(
      'Vous avez proposé ce règlement. Un autre fonctionnaire approbateur de BRS doit agir : 1 personne.',
    );
  });

  it('says each of them', () => {
    expect(told.map(([code]) => code).toSorted()).toEqual(Object.keys(reasons).toSorted());
  });

  it('says what it has no words for as the server does, and that it is English', () => {
    const why = { code: 'NEW_RULE', parts: {}, who: null };
    expect(reasonSaid({ reason: 'A new rule forbids it.', why })).toEqual({
      text: 'A new rule forbids it.',
      lang: 'en',
    });
    expect(reasonSaid({ reason: 'A.', why: { ...why, code: 'TRAVELLER_ACTS' } }).lang).toBe('fr');
  });
});

describe('a closed action on the English page', () => {
  beforeAll(() => speak('en'));

  it('is said by the server’s sentence', () => {
    const why = { code: 'TRAVELLER_ACTS', parts: {}, who: approving };
    expect(reasonSaid({ reason: 'You are the traveller.', why })).toEqual({
      text: 'You are the traveller.',
      lang: 'en',
    });
  });
});
