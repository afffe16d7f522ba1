import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { checkSaid } from './checks.ts';
import { accountText, tripBasisText } from './codes.ts';
import { speak } from './words.ts';

const compared = {
  name: 'Certified charges equal posted expenditure',
  finding: 'Charges: USD 96,162.71; the clients’ books: USD 1.00; they differ by USD 96,161.71.',
};
const closed = {
  name: 'Closed periods stand as they were signed',
  finding:
    'The biennium is open; of its months 1 is locked, 2 are open. The entries of each closed one were added up again and are what was signed.',
};

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
        /^Imputations : USD 96.162,71 ; livres des clients : USD 1,00 ; écart de USD 96.161,71\.$/,
      ),
      lang: 'fr',
    });
    expect(checkSaid(closed).finding).toMatch(
      /^L’exercice est ouvert ; ses mois : verrouillé 1, ouvert 2\. Les écritures/,
    );
  });

  it('stay as the server says them in English, and where the page has no words for one', async () => {
    expect(checkSaid(compared)).toEqual({ ...compared, lang: 'en' });
    await speak('fr');
    const other = { name: 'A new check', finding: 'It holds.' };
    expect(checkSaid(other)).toEqual({ ...other, lang: 'en' });
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
