import { describe, expect, it } from '@jest/globals';
import type { Audit } from '../../api/documents.ts';
import { allOf, cutOf, hiddenIn, isNothing, mostOf, netOf, totalOf } from './cuts.ts';

const figures = (chargedUsd: string, creditedUsd = '0.00') => ({
  ...{ chargedUsd, creditedUsd, invoicedUsd: '0.00', settledUsd: '0.00', openUsd: '0.00' },
});
const audit = {
  biennium: '2024-2025',
  byMeeting: [{ meeting: 'COP-6', title: 'Sixth meeting', ...figures('100.00') }],
  byAgreement: [
    {
      ...{ agreement: 'CRA-1', meeting: 'COP-6', provider: 'BRS', client: 'MINAMATA', state: 'SIGNED' },
      ...{ ceilingUsd: '80.00', provisionalUsd: '15.00', ...figures('100.00', '40.00') },
    },
  ],
  byItem: [
    { agreement: 'CRA-1', item: 'DOC', description: 'Pages', family: 'DOCUMENTS', ...figures('100.00', '40.00') },
    { agreement: 'CRA-2', item: 'DOC', description: 'Pages', family: 'DOCUMENTS', ...figures('1.00') },
  ],
} as unknown as Audit;

describe('a biennium cut by service', () => {
  it('has the services of a meeting below it, and each leads to its charges', () => {
    const [group] = cutOf(audit, 'service');
    expect(group).toMatchObject({ name: 'COP-6', title: 'Sixth meeting' });
    expect(group?.rows.map(({ code, to }) => [code, to])).toEqual([
      ['DOC', '/charges?biennium=2024-2025&agreement=CRA-1&item=DOC'],
    ]);
  });
});

describe('the charges of all its rows', () => {
  it('are those of the biennium, and of no list where each side sees its own lines or funds alone', () => {
    expect(allOf(audit, 'month')).toBe('/charges?biennium=2024-2025');
    expect([allOf(audit, 'line'), allOf(audit, 'fund')]).toEqual([null, null]);
  });
});

describe('its total', () => {
  it('is of the rows that stand above it, which are those that this side sees', () => {
    const lines = [
      { budgetLine: 'BC-1', title: 'BC', allotmentUsd: '50.00', ...figures('30.10', '0.20') },
      { budgetLine: 'RO-2', title: 'RO', allotmentUsd: '50.00', ...figures('9.90') },
    ];
    const seen = { ...audit, totals: figures('145151.23'), byBudgetLine: lines } as unknown as Audit;
    expect(totalOf(cutOf(seen, 'line'))).toEqual(figures('40.00', '0.20'));
    expect(totalOf([])).toEqual(figures('0.00'));
  });
});

describe('the budget lines of one side', () => {
  const lines = [{ budgetLine: 'BC-1', title: 'BC', allotmentUsd: '50.00', ...figures('40.00') }];
  const seen = (charged: string) =>
    ({ ...audit, totals: figures(charged), byBudgetLine: lines, byFund: [] }) as unknown as Audit;

  it('say how much of the biennium is not among them, which the other side sees', () => {
    expect(hiddenIn(seen('145.50'), 'line')).toEqual({ shownUsd: '40.00', wholeUsd: '145.50', restUsd: '105.50' });
    expect(hiddenIn(seen('40.00'), 'line')).toBeNull(); // whoever reads both sides
    expect(hiddenIn(seen('145.50'), 'month')).toBeNull();
  });
});

describe('a biennium', () => {
  it('is nothing where every total is zero, and something where one is', () => {
    expect(isNothing({ ...audit, totals: figures('0.00') } as Audit)).toBe(true);
    expect(isNothing({ ...audit, totals: { ...figures('0.00'), openUsd: '-1.00' } } as Audit)).toBe(false);
  });
});

describe('its bars', () => {
  it('show what is charged less what was given back', () => {
    expect(netOf(figures('100.00', '40.00'))).toBe('60.00');
  });

  it('end where the longest ends, be it the plan or the fact with what waits', () => {
    expect(mostOf(cutOf(audit, 'agreement'))).toBe('80.00');
    expect(mostOf(cutOf(audit, 'service'))).toBe('60.00');
    expect(mostOf([])).toBe('0.00');
  });
});
