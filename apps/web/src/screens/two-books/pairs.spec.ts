import { describe, expect, it } from '@jest/globals';
import { agrees, pairOf, pairsFromBalances, stateBehind } from './pairs.ts';

const balance = (book: string, account: string, balanceUsd: string) => ({
  ...{ book, account, balanceUsd },
  ...{ debitUsd: '0.00', creditUsd: '0.00' },
});
const usd = (amount: string) => ({ amount });

describe('two books', () => {
  it('agree where what one is to receive is what the other is to pay', () => {
    const [brs, minamata] = pairsFromBalances(
      [
        balance('BRS', 'RECEIVABLE', '96020.11'),
        balance('MINAMATA', 'PAYABLE', '-96020.11'),
        balance('BRS', 'PAYABLE', '-48748.02'),
        balance('MINAMATA', 'RECEIVABLE', '48748.02'),
      ],
      [{ provider: 'BRS', client: 'MINAMATA', state: 'RECEIVED', count: 2, amount: usd('100.00') }],
    );
    expect(brs).toMatchObject({ provider: 'BRS', client: 'MINAMATA' });
    expect(brs?.facing[0]).toEqual({ what: 'billed', receivable: '96020.11', payable: '96020.11', difference: '0.00' });
    expect(brs?.explained).toEqual([{ cause: 'confirmed, not yet certified', count: 2, amount: '100.00' }]);
    expect(brs !== undefined && minamata !== undefined && agrees(brs) && agrees(minamata)).toBe(true);
  });

  it('do not where one cent is in one of them alone', () => {
    const pairs = pairsFromBalances([balance('BRS', 'RECEIVABLE', '0.01'), balance('MINAMATA', 'PAYABLE', '0.00')], []);
    expect(pairs.map(agrees)).toEqual([false, true]);
    expect(pairs[0]?.facing[0]?.difference).toBe('0.01');
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
