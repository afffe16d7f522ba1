import { Day } from '#kernel';

/** What a release of this program knows of PostgreSQL's, as they stood when it was made: minor releases with their days, and the end. */
const known: Readonly<
  Record<string, { readonly minors: readonly (readonly [number, string])[]; readonly end: string }>
> = {
  15: {
    minors: [
      [18, '2026-05-14'],
      [19, '2026-08-13'],
      [20, '2026-11-12'],
    ],
    end: '2027-11-11',
  },
  16: { minors: [[14, '2026-05-14']], end: '2028-11-09' },
  17: { minors: [[10, '2026-05-14']], end: '2029-11-08' },
  18: { minors: [[4, '2026-05-14']], end: '2030-11-14' },
};

const behindForDays = 90;
const endsWithinDays = 180;

/**
 * What to do about a PostgreSQL that lacks mends which have been there for ninety days, or whose major version ends within half a year.
 * Shape: a sentence, empty where there is nothing to do. What came out after this program was made it cannot know.
 */
export function releaseWarning(version: string, today: Day): string {
  const [, major = '', minor = '0'] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  const of = known[major];
  if (of === undefined) return '';
  const lacks = of.minors.find(([number]) => number > Number(minor));
  const newest = Math.max(...of.minors.map(([number]) => number));
  if (lacks !== undefined && !Day.of(lacks[1]).plusDays(behindForDays).isAfter(today))
    return `install PostgreSQL ${major}.${newest} or newer: ${major}.${minor} lacks the mends that have been there since ${lacks[1]}`;
  if (!Day.of(of.end).plusDays(-endsWithinDays).isAfter(today))
    return `PostgreSQL ${major} is mended until ${of.end} and no longer: move to a newer major version`;
  return '';
}
