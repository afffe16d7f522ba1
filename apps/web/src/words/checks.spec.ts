import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { checkSaid } from './checks.ts';
import { accountText, tripBasisText, unitText } from './codes.ts';
import { speak } from './words.ts';

const compared = {
  code: 'CHARGES_ARE_POSTED',
  facts: { documentsUsd: '96162.71', booksUsd: '1.00', differenceUsd: '96161.71' },
  holds: false,
  name: 'Certified charges equal posted expenditure',
  finding: 'Charges: USD 96,162.71; the clients’ books: USD 1.00; they differ by USD 96,161.71.',
};
const months = [
  { state: 'LOCKED', count: '1' },
  { state: 'OPEN', count: '2' },
];
const closed = {
  code: 'PERIODS_STAND',
  facts: { biennium: 'OPEN', months, differing: [] },
  holds: true,
  ...{ name: 'not looked at', finding: 'not looked at' },
};
const papers = (count: string, altered: string) => ({
  ...{ code: 'PAPERS_STAND', facts: { papers: count, altered }, holds: altered === '0' },
  ...{ name: 'not looked at', finding: 'not looked at' },
});

beforeAll(() => {
  Object.assign(globalThis, { document: { documentElement: {} } });
});
afterEach(() => speak('en'));

describe('the checks of the audit', () => {
  it('are said in French, with figures and states as French has them', async () => {
    await speak('fr');
    expect(checkSaid(compared)).toEqual({
      name: 'Les imputations certifiées égalent les dépenses comptabilisées',
      finding: expect.stringMatching(
        /^Imputations\s: USD 96.162,71\s; livres des clients\s: USD 1,00\s; écart de USD 96.161,71\.$/,
      ),
      lang: 'fr',
    });
    expect(checkSaid(closed).finding).toMatch(
      /^L’exercice est ouvert\s; ses mois\s: verrouillé 1, ouvert 2\. Les écritures/,
    );
  });

  it('are in English what the server says, and the server’s own sentence where the page has no words', async () => {
    expect(checkSaid(compared)).toEqual({ name: compared.name, finding: compared.finding, lang: 'en' });
    await speak('fr');
    const other = { code: 'NEW', facts: {}, holds: true, name: 'A new check', finding: 'It holds.' };
    expect(checkSaid(other)).toEqual({ name: 'A new check', finding: 'It holds.', lang: 'en' });
  });

  it('count one as one, in both languages', async () => {
    expect(checkSaid(papers('1', '0')).finding).toContain('of the one paper and of its contents');
    expect(checkSaid(papers('6', '1')).finding).toBe('1 paper of 6 no longer has the SHA-256 it was issued with.');
    await speak('fr');
    expect(checkSaid(papers('6', '1')).finding).toBe('1 document sur 6 n’a plus le SHA-256 avec lequel il a été émis.');
    expect(checkSaid(papers('6', '2')).finding).toContain('2 documents sur 6 n’ont plus');
  });

  it('stand beside units that agree with their quantity', async () => {
    expect(['742', '1', '0.5', '730.5'].map((quantity) => unitText('ZP', quantity))).toEqual([
      ...['pages', 'page', 'pages', 'pages'],
    ]);
    expect([unitText('ZP'), unitText('KGM', '2')]).toEqual(['page', 'KGM']);
    await speak('fr');
    expect(['742', '1', '0.5', '13'].map((quantity) => unitText('E49', quantity))).toEqual([
      ...['jours ouvrables', 'jour ouvrable', 'jour ouvrable', 'jours ouvrables'],
    ]);
  });

  it('stand beside accounts and rates that are said in words', async () => {
    expect(accountText('RECEIVABLE_UNBILLED')).toBe('Receivable, not yet invoiced');
    expect(tripBasisText('EUR 712.00 / 0.852, rate of 2025-10-01')).toBe('EUR 712.00 / 0.852, rate of 1 Oct 2025');
    await speak('fr');
    expect(accountText('RECEIVABLE_UNBILLED')).toBe('À recevoir, non facturé');
    expect(accountText('4110')).toBe('4110');
    expect(tripBasisText('CHF at 0.800, rate of 2025-10-31')).toBe('CHF à 0,800, taux du 31 oct. 2025');
    expect(tripBasisText('')).toBe('');
  });
});
