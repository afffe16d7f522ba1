import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type ExportRecord, exportRecords, OfflineVerification, type Verification } from '#audit';
import { readScenario, ReplayService } from '#books';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { inSnapshot } from '#platform';
import { freshBooks, type FreshBooks } from '../support/fresh-books.ts';

jest.setTimeout(120_000); // the sample biennium is lived through first

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
const hashing = { ofText: sha256, ofBase64: (text: string) => sha256(Buffer.from(text, 'base64')) };

function verified(records: readonly ExportRecord[]): Verification {
  const verification = new OfflineVerification(hashing);
  for (const record of records) verification.accept(record);
  return verification.outcome();
}

describe('an export of the sample biennium, without a database', () => {
  let books: FreshBooks;
  let exported: ExportRecord[];
  beforeAll(async () => {
    books = await freshBooks();
    const sample = readScenario(readFileSync('apps/api/sample/scenario-2024-2025.json', 'utf8'));
    await books.get(ReplayService).run(sample, books.clock, () => undefined);
    exported = await inSnapshot(books.db, async (tx) => {
      const records: ExportRecord[] = [];
      for await (const record of exportRecords(tx, books.clock.now())) records.push(record);
      return JSON.parse(JSON.stringify(records)) as ExportRecord[]; // as it comes out of a file
    });
  });
  afterAll(() => books.close());

  it('holds every kind of line, and verifies', () => {
    expect(new Set(exported.map(({ t }) => t))).toEqual(
      new Set(['head', 'entry', 'total', 'ceiling', 'charge', 'paper', 'act', 'end']),
    );
    const { checks, ok } = verified(exported);
    expect(checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(ok).toBe(true);
  });

  it('names no person by name and carries no reason of a body that is not an act', () => {
    const acts = exported.flatMap((record) => (record.t === 'act' ? [record.body] : []));
    expect(acts.length).toBeGreaterThan(20);
    expect(acts.join()).not.toMatch(/Finance officer|Certifying officer|Approving officer/);
  });

  type Changed = (records: ExportRecord[]) => ExportRecord[];
  const first = <T extends ExportRecord['t']>(
    t: T,
    change: (one: Extract<ExportRecord, { t: T }>) => object,
  ): Changed => {
    let done = false;
    return (records) =>
      records.map((record) => {
        if (done || record.t !== t) return record;
        done = true;
        return { ...record, ...change(record as Extract<ExportRecord, { t: T }>) };
      });
  };

  it.each<[string, Changed, string[]]>([
    [
      'a posting of another amount',
      first('entry', ({ postings: [one, ...rest] }) => ({ postings: [[...(one ?? []).slice(0, 6), '1.00'], ...rest] })),
      ['I1', 'I4', 'TOTALS', 'I5', 'POSTED'],
    ],
    [
      'a posting that is gone',
      first('entry', ({ postings }) => ({ postings: postings.slice(2) })),
      ['I2', 'I4', 'TOTALS', 'I5', 'POSTED'],
    ],
    ['an entry of another event', first('entry', () => ({ event: 'SETTLED' })), ['I4', 'TOTALS', 'POSTED']],
    ['a total of another amount', first('total', () => ({ amount: '0.01' })), ['TOTALS']],
    ['a counter that counts less', first('ceiling', () => ({ counter: '0.01' })), ['I5']],
    ['a ceiling that is crossed', first('ceiling', () => ({ ceiling: '0.01' })), ['I5']],
    ['a charge of another amount', first('charge', () => ({ amount: '0.05' })), ['POSTED', 'I11']],
    ['a charge that says it is not certified', first('charge', () => ({ certified: false })), ['POSTED']],
    [
      'a share of another weight',
      first('charge', ({ shares: [one, ...rest] }) => ({ shares: [[one?.[0], one?.[1], '9', one?.[3]], ...rest] })),
      ['I11'],
    ],
    ['a paper of other words', first('paper', ({ content }) => ({ content: `${content} ` })), ['PAPERS']],
    ['a paper of other bytes', first('paper', ({ pdf }) => ({ pdf: `AAAA${pdf}` })), ['PAPERS']],
    ['an act in other words', first('act', ({ body }) => ({ body: ` ${body}` })), ['I18']],
    ['a line that is gone', (records) => records.filter((_, index) => index !== records.length - 2), ['FILE']],
    ['an end that is cut off', (records) => records.slice(0, -1), ['FILE']],
    ['a head that is cut off', (records) => records.slice(1), ['FILE']],
  ])('names %s', (_, change, ids) => {
    const { checks, ok } = verified(change(exported));
    expect(ok).toBe(false);
    const failed = checks.filter(({ holds }) => !holds).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(failed));
    expect(failed).toContain(ids[0]);
  });
});
