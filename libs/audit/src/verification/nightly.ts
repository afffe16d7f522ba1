/**
 * The next instant at which a nightly work of this hour is due, always after `now`.
 * Unit:  `hour` is 0 to 23, in UTC: no night has it twice or not at all.
 *        now 2026-01-05T01:30Z, hour 2 -> 2026-01-05T02:00Z; now 2026-01-05T02:00Z -> 2026-01-06T02:00Z
 */
export function nextNight(now: Date, hour: number): Date {
  const next = new Date(now);
  next.setUTCHours(hour, 0, 0, 0);
  if (next <= now) next.setUTCDate(next.getUTCDate() + 1);
  return next;
}
