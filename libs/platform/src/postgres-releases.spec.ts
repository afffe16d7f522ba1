import { describe, expect, it } from '@jest/globals';
import { Day } from '#kernel';
import { releaseWarning } from './postgres-releases.ts';

describe('the release of a PostgreSQL', () => {
  it.each([
    ['15.20', '2026-11-26'],
    ['18.4', '2030-05-01'], // whatever came later, this version does not know
    ['18.9', '2027-12-01'], // newer than this version knows
    ['15.19', '2027-02-09'], // a newer one, for 89 days
    ['14.1', '2026-11-26'], // not one that was tried: that is said elsewhere
  ])('%s on %s is not warned of', (version, day) => {
    expect(releaseWarning(version, Day.of(day))).toBe('');
  });

  it.each([
    ['15.18', '2026-11-26', /PostgreSQL 15\.20 .*: 15\.18 lacks .* since 2026-08-13/],
    ['15.19', '2027-02-10', /PostgreSQL 15\.20 .* since 2026-11-12/],
    ['15.18 (Debian 15.18-0+deb12u1)', '2026-11-26', /15\.20/],
    ['17.2', '2026-11-26', /PostgreSQL 17\.10 .* since 2026-05-14/],
  ])('%s on %s is behind, for ninety days or more', (version, day, says) => {
    expect(releaseWarning(version, Day.of(day))).toMatch(says);
  });

  it('of a major version is warned of half a year before its end, and after it', () => {
    expect(releaseWarning('15.20', Day.of('2027-05-14'))).toBe('');
    expect(releaseWarning('15.20', Day.of('2027-05-15'))).toMatch(/PostgreSQL 15 .* until 2027-11-11.*newer major/);
    expect(releaseWarning('15.20', Day.of('2028-01-01'))).toMatch(/until 2027-11-11/);
  });
});
