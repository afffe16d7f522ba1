import { describe, expect, it } from '@jest/globals';
import { grouped, leastOf } from './groups.ts';

const share = (fund: string, budgetLine: string, amount: string) => ({ fund, budgetLine, amount: { amount } });
const line = { code: 'COP6', allotmentUsd: '100.00', chargedUsd: '40.00' };

describe('what waits for approval', () => {
  it('is grouped by the funds that bear it, and each row shows its line before and after', () => {
    const charges = [
      { id: 'B', clientShares: [share('GTF', 'COP6', '10.50')] },
      { id: 'A', clientShares: [share('BC', 'COP17', '1.00'), share('RO', 'COP12', '1.00')] },
      { id: 'C', clientShares: [share('GTF', 'COP6', '49.50')] },
    ];
    expect(
      grouped(charges, [line]).map(({ funds, total, rows }) => [funds, total, rows.map(({ charge }) => charge.id)]),
    ).toEqual([
      [['BC', 'RO'], '2.00', ['A']],
      [['GTF'], '60.00', ['B', 'C']],
    ]);
    expect(grouped(charges, [line])[1]?.rows.map(({ effects }) => effects)).toEqual([
      [{ budgetLine: 'COP6', before: '60.00', after: '49.50' }],
      [{ budgetLine: 'COP6', before: '49.50', after: '0.00' }],
    ]);
  });

  it('says what a line would lack', () => {
    const charges = [{ id: 'A', clientShares: [share('GTF', 'COP6', '60.01')] }];
    expect(grouped(charges, [line])[0]?.rows[0]?.effects[0]?.after).toBe('-0.01');
  });

  it('shows no line that is not known', () => {
    expect(grouped([{ id: 'A', clientShares: [share('GTF', 'OTHER', '1.00')] }], [line])[0]?.rows[0]?.effects).toEqual(
      [],
    );
  });

  it('shows first what is left with least', () => {
    const effect = (budgetLine: string, after: string) => ({ budgetLine, before: '0.00', after });
    const effects = [effect('A', '10.00'), effect('B', '-0.01'), effect('C', '2.00')];
    expect(leastOf(effects)?.budgetLine).toBe('B');
    expect(leastOf([])).toBeNull();
  });
});
