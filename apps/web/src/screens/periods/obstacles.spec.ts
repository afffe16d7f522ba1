import { describe, expect, it } from '@jest/globals';
import type { ChecklistItem } from '../../api/periods.ts';
import { chargeLists, isOfTheOtherSide, meaningOf, mendings, saidOf } from './obstacles.ts';

const month = { code: '2025-11', kind: 'MONTH', biennium: '2024-2025' } as const;
const biennium = { code: '2024-2025', kind: 'BIENNIUM', biennium: '2024-2025' } as const;
const item = (facts: Partial<ChecklistItem>): ChecklistItem => ({
  ...{ code: 'UNCERTIFIED', name: 'Every charge is certified', holds: false, blocks: false, count: 2 },
  ...{ finding: '2: A/1, A2.', named: ['A/1', 'A2'] },
  ...facts,
});

describe('what stands in a period', () => {
  it('leads to each charge, and to the lists of the states that they may be in', () => {
    expect(mendings(item({}), month).map(({ to, name }) => [to, name])).toEqual([
      ['/charges?biennium=2024-2025&charge=A%2F1', 'A/1'],
      ['/charges?biennium=2024-2025&charge=A2', 'A2'],
    ]);
    expect(chargeLists(item({}), month).map(({ to }) => to)).toEqual([
      '/charges?biennium=2024-2025&month=2025-11&state=RECORDED',
      '/charges?biennium=2024-2025&month=2025-11&state=RECEIVED',
      '/charges?biennium=2024-2025&month=2025-11&state=RETURNED',
    ]);
    expect(chargeLists(item({ code: 'DISPUTED' }), biennium).map(({ to }) => to)).toEqual([
      '/charges?biennium=2024-2025&state=DISPUTED',
    ]);
  });

  it('leads to the months that are open, and to the screens of what is no charge', () => {
    const to = (facts: Partial<ChecklistItem>) => mendings(item(facts), biennium).map((one) => one.to);
    expect(to({ code: 'MONTHS_LOCKED', named: ['2025-04'] })).toEqual(['/periods?biennium=2024-2025&period=2025-04']);
    expect(mendings(item({ code: 'MONTHS_LOCKED', named: ['2025-04'] }), biennium)[0]?.name).toBe('April 2025');
    expect(to({ code: 'DRAFTS', named: ['a draft'] })).toEqual(['/invoices?biennium=2024-2025&state=DRAFT']);
    expect(to({ code: 'BOOKS_MIRROR', named: [] })).toEqual(['/two-books?biennium=2024-2025']);
    expect(to({ code: 'UNSEALED', named: [] })).toEqual([]);
  });

  it('may still come to a closed month, and would be refused by a locked biennium', () => {
    expect(meaningOf(item({}), month)).toContain('prior-period adjustment');
    expect(meaningOf(item({ blocks: true }), biennium)).toContain('Refused once');
    expect(meaningOf(item({ code: 'PAID_LATER' }), biennium)).toContain('proposed anew');
    expect(meaningOf(item({ code: 'BOOKS_BALANCE', blocks: true }), month)).toBe('Books that differ are not closed.');
  });

  it('of the other side counts, and is not named', () => {
    expect(isOfTheOtherSide(item({ code: 'SETTLEMENTS', named: [] }))).toBe(true);
    expect(isOfTheOtherSide(item({ code: 'SETTLEMENTS', named: ['JV-1'] }))).toBe(false);
    expect(isOfTheOtherSide(item({ code: 'UNSEALED', named: [] }))).toBe(false);
  });

  it('is said by the server where an act was kept without its code', () => {
    const old = item({ code: null });
    expect([saidOf(old), meaningOf(old, month), mendings(old, month), chargeLists(old, month)]).toEqual([
      null,
      null,
      [],
      [],
    ]);
    expect(saidOf(item({}))?.[1]).toEqual({ count: 2 });
  });
});
