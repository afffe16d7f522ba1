import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { speak } from '../../words/words.ts';
import { agrees, causeSaid, pairOf } from './pairs.ts';

const usd = (amount: string) => ({ amount });
const reciprocal = {
  ...{
    agreement: 'CRA-2025-002',
    provider: 'BRS',
    client: 'MINAMATA',
    code: null,
    cause: null,
    difference: usd('0.00'),
  },
  ...{ receivable: usd('96020.11'), receivableUnbilled: usd('0.00') },
  ...{ payable: usd('96020.11'), payableUnbilled: usd('0.00') },
  explained: [{ code: 'RECEIVED', cause: 'confirmed, not yet certified', count: 2, amount: usd('100.00') }],
};

beforeAll(() => {
  Object.assign(globalThis, { document: { documentElement: {} } });
});
afterAll(() => speak('en'));

describe('two books', () => {
  it('agree where what one is to receive is what the other is to pay', () => {
    const pair = pairOf(reciprocal);
    expect(pair.facing[0]).toEqual({ what: 'billed', receivable: '96020.11', payable: '96020.11', difference: '0.00' });
    expect(pair.explained).toEqual([
      { code: 'RECEIVED', cause: 'confirmed, not yet certified', count: 2, amount: '100.00' },
    ]);
    expect(agrees(pair)).toBe(true);
  });

  it('do not where one cent is in one of them alone', () => {
    const pair = pairOf({ ...reciprocal, receivableUnbilled: usd('0.01') });
    expect(agrees(pair)).toBe(false);
    expect(pair.facing[1]?.difference).toBe('0.01');
  });

  it('do not where the same is billed in one and not in the other, though the sums are equal', () => {
    const pair = pairOf({
      ...{ agreement: 'CRA-2025-001', provider: 'BRS', client: 'MINAMATA', difference: usd('0.00') },
      ...{
        receivable: usd('5.00'),
        receivableUnbilled: usd('0.00'),
        payable: usd('0.00'),
        payableUnbilled: usd('5.00'),
      },
      ...{ code: 'BILLED_IN_ONE_BOOK', cause: 'the same is billed twice', explained: [] },
    });
    expect(agrees(pair)).toBe(false);
    expect(pair.facing.map(({ difference }) => difference)).toEqual(['5.00', '-5.00']);
  });

  it('do not where all sums are equal and there is a cause: an entry is in one book alone, and another makes up for it', () => {
    expect(agrees(pairOf({ ...reciprocal, code: 'IN_ONE_BOOK_ALONE', cause: 'an entry is alone' }))).toBe(false);
  });

  it('say why by the code of it, and what the page has no code for as the server says it', async () => {
    const causes = [
      { code: 'DISPUTED', cause: 'reworded' },
      { code: 'BILLED_IN_ONE_BOOK', cause: 'reworded' },
      { code: 'OF_THE_MOON', cause: 'it is the moon' },
    ];
    await speak('fr');
    expect(causes.map(causeSaid)).toEqual([
      { said: 'contestée' },
      { said: 'la même somme est facturée dans un livre et non dans l’autre\u00a0: lancez la vérification' },
      { said: 'it is the moon', lang: 'en' },
    ]);
  });
});
