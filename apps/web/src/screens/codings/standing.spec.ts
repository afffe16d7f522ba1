import { describe, expect, it } from '@jest/globals';
import type { Coding } from '../../api/codings.ts';
import { bodyOf, byFund, keyOf, partsIn, saysSomething } from './standing.ts';

const none = { fundCentre: null, grant: null, wbse: null, commitmentItem: null };
const coding = (facts: Partial<Coding>): Coding => ({
  ...{ fund: 'BC', budgetLine: null, ...none, secretariat: 'BRS', title: 'Basel trust fund' },
  ...{ biennium: null, statedAt: null, statedBy: null, availableActions: [], ...facts },
});
const line = (budgetLine: string, biennium: string, fund = 'BC'): Coding =>
  coding({ fund, budgetLine, biennium, title: 'Conference' });

describe('codings of a biennium', () => {
  const all = [
    coding({}),
    line('BC-1', '2024-2025'),
    line('BC-2', '2026-2027'),
    coding({ fund: 'RO', title: 'Rotterdam' }),
  ];

  it('are those of its lines, and of what each fund receives, by fund', () => {
    expect(byFund(all, '2024-2025').map(({ fund, name, rows }) => [fund, name, rows.map(keyOf)])).toEqual([
      ['BC', 'Basel trust fund', ['BC', 'BC BC-1']],
      ['RO', 'Rotterdam', ['RO']],
    ]);
  });

  it('of two secretariats stand apart, for whoever reads both', () => {
    const both = [...all.slice(0, 1), coding({ fund: 'MC', secretariat: 'MINAMATA' }), ...all.slice(3)];
    expect(byFund(both, null).map(({ owner, fund }) => [owner, fund])).toEqual([
      ['BRS', 'BC'],
      ['BRS', 'RO'],
      ['MINAMATA', 'MC'],
    ]);
  });

  it('are all where none is known yet', () => {
    expect(byFund(all, null).flatMap(({ rows }) => rows)).toEqual(all);
  });
});

it('a line that is called as its fund is another', () => {
  expect(keyOf(line('BC', '2024-2025'))).not.toBe(keyOf(coding({})));
});

it('a coding says something by any of its parts', () => {
  expect(saysSomething(none)).toBe(false);
  expect(saysSomething({ ...none, wbse: 'SB-009384' })).toBe(true);
});

it('what is typed is sent without what is around it, and what is empty not at all', () => {
  expect(bodyOf({ fundCentre: ' 11207\t', grant: '', wbse: ' ', commitmentItem: 'FT30' }, 'a letter')).toEqual({
    ...{ fundCentre: '11207', commitmentItem: 'FT30', reason: 'a letter' },
  });
});

it('an act says the parts that there were from then on', () => {
  expect(partsIn({ fund: 'BC', fundCentre: '11207', grant: null, wbse: 7 })).toEqual({ ...none, fundCentre: '11207' });
  expect(partsIn(null)).toEqual(none);
});
