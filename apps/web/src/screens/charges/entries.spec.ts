import { describe, expect, it } from '@jest/globals';
import { inTheOtherBook, opposite, sideBySide } from './entries.ts';

const line = (book: string, account: string, fund: string, amount: string) => ({
  ...{ book, account, fund, budgetLine: account === 'EXPENDITURE' ? `${fund}-1` : '' },
  amount: { amount },
});
const certified = [
  line('BRS', 'EXPENDITURE', 'BC', '10.00'),
  line('BRS', 'PAYABLE_UNBILLED', 'BC', '-10.00'),
  line('BRS', 'EXPENDITURE', 'RO', '0.01'),
  line('BRS', 'PAYABLE_UNBILLED', 'RO', '-0.01'),
];
const sides = { provider: 'MINAMATA', client: 'BRS' };

describe('an entry that is undone', () => {
  it('stands beside its opposite, line by line, and both come to nothing', () => {
    expect(sideBySide(certified, opposite(certified)).map(({ posted, undone }) => [posted, undone])).toEqual([
      ['10.00', '-10.00'],
      ['-10.00', '10.00'],
      ['0.01', '-0.01'],
      ['-0.01', '0.01'],
    ]);
  });

  it('shows a line that only one of the two has', () => {
    const [first] = sideBySide(certified.slice(0, 1), []);
    expect(first).toMatchObject({ account: 'EXPENDITURE', fund: 'BC', posted: '10.00', undone: null });
    const [last] = sideBySide([], certified.slice(3));
    expect(last).toMatchObject({ fund: 'RO', posted: null, undone: '-0.01' });
  });
});

describe('the other book', () => {
  it('has the opposite on the accounts between the two, and says nothing of funds', () => {
    expect(inTheOtherBook(certified, sides)).toEqual([
      { book: 'MINAMATA', account: 'RECEIVABLE_UNBILLED', fund: '', budgetLine: '', amount: { amount: '10.01' } },
    ]);
  });

  it('is not made up where it is there to be seen, or where nothing is posted', () => {
    const both = [...certified, line('MINAMATA', 'RECEIVABLE_UNBILLED', 'MC-GTF', '10.01')];
    expect([inTheOtherBook(both, sides), inTheOtherBook([], sides)]).toEqual([[], []]);
  });
});
