import { describe, expect, it } from '@jest/globals';
import type { Period } from '../../api/periods.ts';
import { closeOf, unsignedIn } from './deadlines.ts';

const sides = ['BRS', 'MINAMATA'];
const period = (code: string, state: Period['state'], isOver: boolean): Period => ({
  ...{
    code,
    state,
    isOver,
    biennium: '2024-2025',
    steps: [],
    availableActions: [],
    closeNo: 0,
    digest: null,
    version: 0,
  },
  ...(code.length === 9
    ? { kind: 'BIENNIUM' as const, lastDay: `${code.slice(5)}-12-31` }
    : { kind: 'MONTH' as const, lastDay: `${code}-28` }),
});

describe('the close of a biennium', () => {
  it('that is not over has its last day, and the months that are over and not closed', () => {
    const months = [
      ...[period('2024-01', 'LOCKED', true), period('2024-02', 'REOPEN_REQUESTED', true)],
      ...[
        period('2024-03', 'OPEN', true),
        period('2024-04', 'SIGNED_BY_ONE', true),
        period('2024-05', 'REOPENED', true),
      ],
      period('2024-06', 'OPEN', false),
    ];
    expect(closeOf([period('2024-2025', 'OPEN', false), ...months], sides)).toEqual({
      ...{ biennium: '2024-2025', lastDay: '2025-12-31', next: null, openMonths: 3 },
    });
  });

  it('that is over says which step it waits for', () => {
    expect(closeOf([period('2024-2025', 'OPEN', true)], sides)?.next).toEqual(['Closing to be proposed']);
    const signed = {
      act: 'CLOSING_SIGNED' as const,
      at: '2026-01-05T12:00:00Z',
      person: 'BRS.approving',
      secretariat: 'BRS',
    };
    const half = { ...period('2024-2025', 'SIGNED_BY_ONE', true), steps: [signed] };
    expect(closeOf([half], sides)?.next).toEqual(['Signature of {side}', { side: 'MINAMATA' }]);
    expect(closeOf([period('2024-2025', 'REOPENED', true)], sides)?.next).toEqual(['Closing to be proposed']);
  });

  it('is not said of one that both sides have locked, and of none that is not there', () => {
    expect(closeOf([period('2024-2025', 'LOCKED', true)], sides)).toBeNull();
    expect(closeOf([], sides)).toBeNull();
  });
});

describe('agreements that wait for a signature', () => {
  const agreement = (number: string, unsignedDays: number | null, signed: readonly string[] = []) => ({
    ...{ number, unsignedDays, biennium: '2024-2025', provider: 'MINAMATA', client: 'BRS', effectiveOn: '2025-03-01' },
    signatures: signed.map((side) => ({ side })),
  });
  const total = (of: string, state: string, count: number, amount: string) => ({
    ...{ agreement: of, state, count, amount: { amount } },
  });

  it('say since how many days, whose is missing, and what is provisional until then', () => {
    const found = unsignedIn({
      agreements: [
        agreement('CRA-1', null, ['PROVIDER', 'CLIENT']),
        agreement('CRA-2', 3, ['PROVIDER']),
        agreement('CRA-3', 45),
        { ...agreement('CRA-4', 90), biennium: '2026-2027' },
      ],
      totals: [
        ...[total('CRA-2', 'RECORDED', 9, '9.00'), total('CRA-1', 'PROVISIONAL', 1, '1.00')],
        total('CRA-3', 'PROVISIONAL', 27, '63410.00'),
      ],
      biennium: '2024-2025',
    });
    const effectiveOn = '2025-03-01';
    expect(found).toEqual([
      {
        ...{ number: 'CRA-3', days: 45, effectiveOn, missing: ['MINAMATA', 'BRS'] },
        provisional: { count: 27, amount: '63410.00' },
      },
      { ...{ number: 'CRA-2', days: 3, effectiveOn, missing: ['BRS'] }, provisional: { count: 0, amount: '0.00' } },
    ]);
  });

  it('that are not in effect yet come by the day on which they will be', () => {
    const later = (number: string, effectiveOn: string) => ({ ...agreement(number, 0), effectiveOn });
    const agreements = [later('CRA-1', '2025-12-01'), later('CRA-2', '2025-11-01')];
    const found = unsignedIn({ agreements, totals: [], biennium: '2024-2025' });
    expect(found.map(({ number }) => number)).toEqual(['CRA-2', 'CRA-1']);
  });
});
