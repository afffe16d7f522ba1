import { describe, expect, it } from '@jest/globals';
import { Biennium, Day } from '#kernel';
import { AdjustmentNeedsReason, placed, periodsAsked } from './accounting-day.ts';
import type { BusinessEvent, Placement } from './journal-entry.ts';
import { PeriodIsClosed, type PeriodState } from './period.ts';

const day = (text: string): Day => Day.of(text);

interface Given {
  event?: BusinessEvent;
  on?: string;
  biennium?: string;
  today?: string;
  reason?: string | null;
  periods?: Record<string, PeriodState | readonly [PeriodState, closeNo: number]>;
}

/** A charge delivered on 9 May 2025 and certified on 15 January 2026, unless the facts say otherwise. */
function place({ event = 'CHARGE_CERTIFIED', on = '2025-05-09', biennium = '2024-2025', ...given }: Given): Placement {
  const { today = '2026-01-15', reason = 'claimed in January', periods = {} } = given;
  const states = new Map(
    Object.entries(periods).map(([code, state]) => [
      code,
      typeof state === 'string' ? { state, closeNo: 1 } : { state: state[0], closeNo: state[1] },
    ]),
  );
  return placed({ event, on: day(on), biennium: Biennium.of(biennium) }, states, { today: day(today), reason });
}

function short({ on, biennium, postCloseNo, adjusts, adjustmentReason }: Placement): unknown[] {
  return [on.toString(), biennium.toString(), postCloseNo, adjusts, adjustmentReason];
}

describe('an event of an open month', () => {
  it('is posted on its own day, and a reason that is not needed is not kept', () => {
    expect(short(place({}))).toEqual(['2025-05-09', '2024-2025', 0, null, null]);
    expect(short(place({ reason: null }))).toEqual(['2025-05-09', '2024-2025', 0, null, null]);
  });

  it.each<PeriodState>(['OPEN', 'CLOSING'])('is posted on its own day also while that is %s', (state) => {
    expect(short(place({ periods: { '2025-05': [state, 0] } }))).toEqual(['2025-05-09', '2024-2025', 0, null, null]);
  });

  it('does not care what is closed around it', () => {
    const periods = { '2025-04': 'LOCKED', '2025-06': 'LOCKED', '2022-2023': 'LOCKED', '2026-01': 'LOCKED' } as const;
    expect(short(place({ periods }))).toEqual(['2025-05-09', '2024-2025', 0, null, null]);
  });
});

describe('an event of a closed month', () => {
  it.each<PeriodState>(['SIGNED_BY_ONE', 'LOCKED', 'REOPEN_REQUESTED'])(
    'that is %s is posted today, in its own biennium, for a reason',
    (state) => {
      const given = { periods: { '2025-05': [state, state === 'SIGNED_BY_ONE' ? 0 : 1] } } satisfies Given;
      expect(short(place(given))).toEqual(['2026-01-15', '2024-2025', 0, '2025-05', 'claimed in January']);
      for (const reason of [null, '', ' ']) expect(() => place({ ...given, reason })).toThrow(AdjustmentNeedsReason);
    },
  );

  it('finds no open day where today is closed too', () => {
    const periods = { '2025-05': 'LOCKED', '2026-01': 'LOCKED' } as const;
    expect(() => place({ periods })).toThrow(PeriodIsClosed);
  });

  it('that was reopened is posted on its own day, and counts the closings before it', () => {
    expect(short(place({ periods: { '2025-05': ['REOPENED', 2] } }))).toEqual([
      '2025-05-09',
      '2024-2025',
      2,
      null,
      null,
    ]);
  });
});

describe('an event of a closed biennium', () => {
  const periods = { '2025-05': 'LOCKED', '2024-2025': 'LOCKED' } as const;

  it.each<BusinessEvent>(['CHARGE_CERTIFIED', 'INVOICE_ISSUED', 'CREDIT_NOTE_ISSUED'])(
    '%s is refused, whatever the reason and the day',
    (event) => {
      expect(() => place({ event, periods })).toThrow('Period 2024-2025 is LOCKED');
      expect(() => place({ event, periods, on: '2026-01-15' })).toThrow(PeriodIsClosed);
      expect(() => place({ event, periods: { '2024-2025': 'LOCKED' } })).toThrow(PeriodIsClosed); // in an empty month
    },
  );

  it('settles what was carried forward, in the biennium of the voucher and for a reason', () => {
    const voucher = { event: 'SETTLED', on: '2026-01-10', periods, reason: 'paid after the close' } as const;
    expect(short(place(voucher))).toEqual(['2026-01-10', '2026-2027', 0, '2024-2025', 'paid after the close']);
    expect(() => place({ ...voucher, reason: null })).toThrow(AdjustmentNeedsReason);
  });

  it('settles today where the voucher is of a closed month too', () => {
    const december = { event: 'SETTLED', on: '2025-12-20', periods: { ...periods, '2025-12': 'LOCKED' } } as const;
    expect(short(place(december))).toEqual(['2026-01-15', '2026-2027', 0, '2024-2025', 'claimed in January']);
  });

  it('that was reopened is posted again, and counts the closings before it', () => {
    const reopened = { '2024-2025': ['REOPENED', 1] } as const;
    expect(short(place({ periods: { ...reopened, '2025-05': ['REOPENED', 3] } }))).toEqual([
      ...['2025-05-09', '2024-2025', 3, null, null],
    ]);
    expect(short(place({ periods: { ...reopened, '2025-05': 'LOCKED' } }))).toEqual([
      ...['2026-01-15', '2024-2025', 1, '2025-05', 'claimed in January'],
    ]);
  });
});

it('asks for the periods of its own day, of today, and of the biennium it counts in', () => {
  expect(
    new Set(periodsAsked({ on: day('2025-12-20'), biennium: Biennium.of('2022-2023') }, day('2026-01-15'))),
  ).toEqual(new Set(['2025-12', '2024-2025', '2022-2023', '2026-01', '2026-2027']));
});
