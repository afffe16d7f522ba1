import { describe, expect, it } from '@jest/globals';
import { type CompletenessFacts, completeness, completenessCodes } from './completeness.ts';

const now = new Date('2026-03-01T12:00:00Z');
const at = new Date('2026-03-01T02:00:00Z');
const none = { count: 0, amountUsd: '0.00' };
/** A biennium that has all it has to have. */
const complete: CompletenessFacts = {
  series: [{ series: 'BRS-2025', documents: 3, last: 3, gaps: false }],
  papers: 6,
  papersAltered: [],
  verification: { at, ok: true, firstWrong: null },
  seal: { treeSize: 400, queued: 0, sealedAt: at },
  unbilled: none,
  uncertified: none,
  drafts: 0,
  periods: [{ code: '2024-2025', state: 'LOCKED' }],
};
const missing = (changed: Partial<CompletenessFacts>) =>
  completeness({ ...complete, ...changed }, now).filter(({ ok }) => !ok);

describe('a biennium', () => {
  it('is complete where nothing is missing, each item in its place', () => {
    const items = completeness(complete, now);
    expect(items.map(({ code }) => code)).toEqual(completenessCodes);
    expect(items.filter(({ ok }) => !ok)).toEqual([]);
  });

  it.each<[string, Partial<CompletenessFacts>, string]>([
    [
      'NUMBERS_HAVE_NO_GAPS',
      { series: [{ series: 'BRS-2025', documents: 2, last: 3, gaps: true }] },
      'There are gaps in BRS-2025.',
    ],
    ['PAPERS_STAND', { papersAltered: ['BRS-2025-0001'] }, 'No longer what was issued: BRS-2025-0001.'],
    ['BOOKS_VERIFIED', { verification: null }, 'The books have not been verified yet.'],
    [
      'BOOKS_VERIFIED',
      { verification: { at, ok: false, firstWrong: 'leaf 7' } },
      'The verification of 2026-03-01 02:00 UTC found something wrong: leaf 7.',
    ],
    [
      'BOOKS_VERIFIED', // longer ago than a day and a half: last night's is missing
      { verification: { at: new Date('2026-02-28T00:00:00Z'), ok: true, firstWrong: null } },
      'The last verification, of 2026-02-28 00:00 UTC, found nothing wrong.',
    ],
    [
      'RECORDS_SEALED',
      { seal: { treeSize: 400, queued: 1, sealedAt: at } },
      '1 record waits to be sealed; the last checkpoint is of 2026-03-01 02:00 UTC.',
    ],
    [
      'RECORDS_SEALED',
      { seal: { treeSize: 0, queued: 0, sealedAt: null } },
      'Nothing is sealed yet, and 0 records wait.',
    ],
    [
      'CHARGES_CERTIFIED',
      { uncertified: { count: 1, amountUsd: '920.00' } },
      '1 charge of USD 920.00 is not certified.',
    ],
    [
      'CHARGES_INVOICED',
      { unbilled: { count: 2, amountUsd: '242.60' } },
      '2 charges of USD 242.60 are certified and on no issued invoice.',
    ],
    ['NO_DRAFT_LEFT', { drafts: 2 }, '2 drafts wait to be issued or discarded.'],
    ['PERIODS_LOCKED', { periods: [{ code: '2025-12', state: 'CLOSING' }] }, 'Not locked: 2025-12.'],
  ])('misses %s, and nothing else', (code, changed, finding) => {
    expect(missing(changed)).toMatchObject([{ code, ok: false, finding }]);
  });
});
