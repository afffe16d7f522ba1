import { describe, expect, it } from '@jest/globals';
import { nextNight } from './nightly.ts';

describe('the next night', () => {
  it.each`
    now                       | hour  | next
    ${'2026-01-05T01:30:00Z'} | ${2}  | ${'2026-01-05T02:00:00.000Z'}
    ${'2026-01-05T02:00:00Z'} | ${2}  | ${'2026-01-06T02:00:00.000Z'}
    ${'2025-12-31T23:59:59Z'} | ${0}  | ${'2026-01-01T00:00:00.000Z'}
    ${'2024-02-28T12:00:00Z'} | ${11} | ${'2024-02-29T11:00:00.000Z'}
  `('after $now for $hour o’clock is $next', ({ now, hour, next }) => {
    expect(nextNight(new Date(now as string), hour as number).toISOString()).toBe(next);
  });
});
