import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { daysForFault, daysMost, isOlder, type Known, knownOf, standingOf } from './rule.mjs';

/** A package whose versions were published on these days. */
function published(days: Readonly<Record<string, string>>, { latest = null, ...rest }: Partial<Known> = {}): Known {
  return {
    versions: Object.fromEntries(Object.keys(days).map((version) => [version, {}])),
    time: Object.fromEntries(Object.entries(days).map(([version, day]) => [version, `${day}T09:30:00.000Z`])),
    latest,
    ...rest,
  };
}

const known = published(
  { '1.4.0': '2026-01-10', '1.4.1': '2026-02-01', '1.5.0': '2026-06-01', '2.0.0': '2026-06-15' },
  { latest: '2.0.0' },
);

describe('a component at the newest version of its major', () => {
  it('is within, however old it is, and a later major is named', () => {
    expect(standingOf('1.5.0', known, '2027-06-01')).toEqual({
      ...{ newest: null, behindSince: null, overdueDays: 0, deprecated: null, isWithdrawn: false },
      laterMajor: '2.0.0',
    });
    expect(standingOf('2.0.0', known, '2027-06-01').laterMajor).toBeNull();
  });
});

describe('a component behind', () => {
  it.each`
    today           | overdueDays
    ${'2026-02-01'} | ${0}
    ${'2026-05-02'} | ${0}
    ${'2026-05-03'} | ${1}
    ${'2026-11-27'} | ${209}
  `('since 1 February is on $today overdue by $overdueDays days', ({ today, overdueDays }) => {
    const { newest, behindSince, ...standing } = standingOf('1.4.0', known, today as string);
    expect([newest, behindSince, standing.overdueDays]).toEqual(['1.5.0', '2026-02-01', overdueDays]);
  });

  it('counts from the first release after it: one that follows soon grants no new time', () => {
    const weekly = published(
      { '1.0.0': '2026-01-01', '1.0.1': '2026-01-08', '1.0.2': '2026-05-01' },
      { latest: '1.0.2' },
    );
    expect(standingOf('1.0.0', weekly, '2026-05-08')).toMatchObject({ newest: '1.0.2', overdueDays: 30 });
  });

  it('of a release that was published late for an older line is behind since the day of what is newer, not of what is older', () => {
    const lines = published({ '1.5.0': '2026-06-01', '1.4.9': '2026-07-01' }, { latest: '1.5.0' });
    expect(standingOf('1.5.0', lines, '2027-01-01')).toMatchObject({ newest: null, overdueDays: 0 });
  });
});

describe('what is no release to give way to', () => {
  it('is a pre-release', () => {
    const next = published({ '1.0.0': '2026-01-01', '1.1.0-beta.2': '2026-01-02', '2.0.0-rc.1': '2026-01-03' });
    expect(standingOf('1.0.0', next, '2027-01-01')).toMatchObject({ newest: null, overdueDays: 0, laterMajor: null });
  });

  it('is one that its publisher has deprecated, or taken back', () => {
    const days = { '1.0.0': '2026-01-01', '1.0.1': '2026-01-02', '1.0.2': '2026-01-03' };
    const spoilt = published(days, { versions: { '1.0.0': {}, '1.0.1': { deprecated: 'broken' } }, latest: '1.0.0' });
    expect(standingOf('1.0.0', spoilt, '2027-01-01')).toMatchObject({ newest: null, overdueDays: 0 });
  });

  it('is one beyond what its publisher calls the latest', () => {
    const ahead = published({ '1.0.0': '2026-01-01', '1.1.0': '2026-01-02' }, { latest: '1.0.0' });
    expect(standingOf('1.0.0', ahead, '2027-01-01')).toMatchObject({ newest: null, overdueDays: 0 });
    expect(standingOf('1.1.0', ahead, '2027-01-01')).toMatchObject({ newest: null, overdueDays: 0 }); // newer than the latest
  });
});

describe('a pre-release', () => {
  const betas = published(
    { '18.4.0-beta.9': '2026-01-01', '18.4.0-beta.17': '2026-02-01', '18.4.0': '2026-03-01' },
    { latest: '18.4.0' },
  );

  it('gives way to later ones, and to the release', () => {
    expect(standingOf('18.4.0-beta.9', betas, '2026-03-02')).toMatchObject({
      ...{ newest: '18.4.0', behindSince: '2026-02-01', overdueDays: 0 },
    });
    expect(standingOf('18.4.0-beta.17', betas, '2026-06-01')).toMatchObject({
      behindSince: '2026-03-01',
      overdueDays: 2,
    });
  });
});

describe('a component that its publisher', () => {
  it('has deprecated says why', () => {
    const { time, latest } = known;
    const versions = { ...known.versions, '1.5.0': { deprecated: 'Use another' }, '2.0.0': { deprecated: true } };
    expect(standingOf('1.5.0', { versions, time, latest }, '2026-07-01').deprecated).toBe('Use another');
    expect(standingOf('2.0.0', { versions, time, latest }, '2026-07-01').deprecated).toBe('no reason given');
    expect(standingOf('1.4.1', { versions, time, latest }, '2026-07-01').deprecated).toBeNull();
  });

  it('has taken back is not there any more, though the day of it still is', () => {
    const { '1.4.1': _, ...versions } = known.versions;
    const withdrawn = standingOf('1.4.1', { ...known, versions }, '2026-07-01');
    expect(withdrawn).toMatchObject({ isWithdrawn: true, newest: '1.5.0', overdueDays: 0 });
  });
});

it('a release of which nobody says when it came cannot be judged', () => {
  const { '1.5.0': _, ...time } = known.time;
  expect(() => standingOf('1.4.0', { ...known, time }, '2026-07-01')).toThrow('1.5.0');
});

it('versions are in order as Semantic Versioning 2.0.0 has them', () => {
  const inOrder = ['1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2', '1.0.0-beta.11'];
  const all = [...inOrder, '1.0.0-rc.1', '1.0.0', '1.0.9', '1.0.10', '1.2.0', '2.0.0', '10.0.0'];
  for (const [index, one] of all.entries()) {
    for (const [place, other] of all.entries())
      expect([one, other, isOlder(one, other)]).toEqual([one, other, index < place]);
  }
});

it('the time frames are those of the README', () => {
  const text = readFileSync('README.md', 'utf8').replaceAll(/\s+/g, ' ');
  const { critical, high, other, newVersion } = daysMost;
  const ofFaults = `within ${critical} days where the fault is critical or is being used, ${high} where it is high, ${other} else`;
  const said = [ofFaults, `within ${newVersion} days of the first release after it`];
  expect(said.filter((words) => !text.includes(words))).toEqual([]);
  const severities = ['critical', 'high', 'moderate', 'low', 'info'];
  expect(severities.map(daysForFault)).toEqual([critical, high, other, other, other]);
});

describe('what a registry answers', () => {
  const answer = { versions: { '1.0.0': {} }, time: { '1.0.0': '2025-01-01T00:00:00Z' } };

  it('is known by its versions, their days, and what is called the latest', () => {
    expect(knownOf({ ...answer, name: 'ledger', 'dist-tags': { latest: '1.0.0' } })).toEqual({
      ...answer,
      latest: '1.0.0',
    });
    for (const tags of [undefined, null, {}, { latest: 7 }])
      expect(knownOf({ ...answer, 'dist-tags': tags })).toEqual({ ...answer, latest: null });
  });

  it.each([[null], [7], ['a page'], [[]], [{}], [{ ...answer, time: null }], [{ ...answer, versions: [] }]])(
    'is no answer where it is %j',
    (said) => {
      expect(knownOf(said)).toEqual({ error: 'it names no versions, or no days' });
    },
  );
});
