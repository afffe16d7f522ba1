import { describe, expect, it } from '@jest/globals';
import { agrees, pairOf, stateBehind } from './pairs.ts';

const usd = (amount: string) => ({ amount });
const reciprocal = {
  ...{ agreement: 'CRA-2025-002', provider: 'BRS', client: 'MINAMATA', cause: null, difference: usd('0.00') },
  ...{ receivable: usd('96020.11'), receivableUnbilled: usd('0.00') },
  ...{ payable: usd('96020.11'), payableUnbilled: usd('0.00') },
  explained: [{ cause: 'confirmed, not yet certified', count: 2, amount: usd('100.00') }],
};

describe('two books', () => {
  it('agree where what one is to receive is what the other is to pay', () => {
    const pair = pairOf(reciprocal);
    expect(pair.facing[0]).toEqual({ what: 'billed', receivable: '96020.11', payable: '96020.11', difference: '0.00' });
    expect(pair.explained).toEqual([{ cause: 'confirmed, not yet certified', count: 2, amount: '100.00' }]);
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
      ...{ cause: 'the same is billed in one book and not in the other: run the verification', explained: [] },
    });
    expect(agrees(pair)).toBe(false);
    expect(pair.facing.map(({ difference }) => difference)).toEqual(['5.00', '-5.00']);
  });

  it('lead from a cause to its charges', () => {
    expect([stateBehind('disputed'), stateBehind('the moon')]).toEqual(['DISPUTED', null]);
  });
});
