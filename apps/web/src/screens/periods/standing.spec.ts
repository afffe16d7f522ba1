import { describe, expect, it } from '@jest/globals';
import type { Period } from '../../api/periods.ts';
import { bienniumOf, byYear, nextOf, proposed, signed } from './standing.ts';

const sides = ['BRS', 'MINAMATA'];
const step = (act: Period['steps'][number]['act'], secretariat: string): Period['steps'][number] => ({
  ...{ act, secretariat, person: `${secretariat}.somebody`, at: '2026-03-01T09:00:00.000Z' },
});
const month = (facts: Partial<Period>): Period => ({
  ...{ code: '2025-11', kind: 'MONTH', biennium: '2024-2025', lastDay: '2025-11-30', isOver: true },
  ...{ state: 'OPEN', version: 0, closeNo: 0, digest: null, steps: [], availableActions: [] },
  ...facts,
});
const closed = [step('CLOSING_PROPOSED', 'BRS'), step('CLOSING_SIGNED', 'BRS'), step('LOCKED', 'MINAMATA')];

describe('a period', () => {
  it('lies in its biennium, and one that is none lies in none', () => {
    expect(['2025-11', '2024-2025', '2026-01', '2025-2026', '2025-13', 'x'].map(bienniumOf)).toEqual([
      ...['2024-2025', '2024-2025', '2026-2027', null, null, null],
    ]);
  });

  it('stands under its year, the biennium before them', () => {
    const of = [month({ code: '2024-2025', kind: 'BIENNIUM' }), month({ code: '2024-12' }), month({ code: '2025-01' })];
    expect(byYear(of).map(([year, rows]) => [year, rows.map(({ code }) => code)])).toEqual([
      [null, ['2024-2025']],
      ['2024', ['2024-12']],
      ['2025', ['2025-01']],
    ]);
  });

  it.each<[string, Partial<Period>, unknown]>([
    ['is not over', { isOver: false }, ['Can be closed from {day}', { day: '1 Dec 2025' }]],
    ['is open', {}, ['Closing to be proposed']],
    ['is being closed', { state: 'CLOSING', steps: closed.slice(0, 1) }, ['First signature']],
    [
      'is signed by one',
      { state: 'SIGNED_BY_ONE', steps: closed.slice(0, 2) },
      ['Signature of {side}', { side: 'MINAMATA' }],
    ],
    ['is locked', { state: 'LOCKED', steps: closed }, null],
    [
      'is asked to be reopened',
      { state: 'REOPEN_REQUESTED', steps: [...closed, step('REOPENING_REQUESTED', 'MINAMATA')] },
      ['Agreement of {side}', { side: 'BRS' }],
    ],
    ['is reopened', { state: 'REOPENED', steps: closed }, ['Closing to be proposed']],
  ])('that %s says what comes next', (_, facts, next) => {
    expect(nextOf(month(facts), sides)).toEqual(next);
  });

  it('says who proposed and who signed for each side, as long as that closing stands', () => {
    const locked = month({ state: 'LOCKED', steps: closed });
    expect([proposed(locked), signed(locked, 'BRS'), signed(locked, 'MINAMATA')]).toEqual(closed);
    const withdrawn = month({ steps: [...closed.slice(0, 2), step('CLOSING_WITHDRAWN', 'MINAMATA')] });
    expect([proposed(withdrawn), signed(withdrawn, 'BRS')]).toEqual([null, null]);
  });
});
