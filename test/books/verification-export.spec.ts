import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { checksAgainst, type ExportRecord, exportRecords, type OfflineOutcome, OfflineVerification } from '#audit';
import { readScenario, ReplayService } from '#books';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { InvoiceContent } from '#invoicing';
import { canonicalJson } from '#kernel';
import { inSnapshot } from '#platform';
import { cryptography, latestPublished } from '#sealing';
import {
  asForm4,
  type Changed,
  everyAct,
  everyVersion,
  ofAnEarlierDay,
  twice,
  whole,
  without,
  withoutCeilings,
} from '../support/changed-exports.ts';
import { type Log, openedLog } from '../support/sealed.ts';
import { freshBooks, type FreshBooks } from '../support/fresh-books.ts';

jest.setTimeout(120_000); // the sample biennium is lived through first

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
const hashing = { ofText: sha256, ofBase64: (text: string) => sha256(Buffer.from(text, 'base64')) };

function verified(records: readonly ExportRecord[], held: readonly string[] = []): OfflineOutcome {
  const verification = new OfflineVerification(hashing, cryptography, held, checksAgainst([]));
  for (const record of records) verification.accept(record);
  return verification.outcome();
}

/** In canonical JSON still. */
function ofSomebodyElse({ body }: { body: string }): object {
  return { body: canonicalJson({ ...(JSON.parse(body) as object), person: 'BRS.somebody' }) };
}

/** A version that says what nobody sealed. */
function ofOtherValues({ body }: { body: string }): object {
  const said = JSON.parse(body) as { values: object };
  return { body: canonicalJson({ ...said, values: { ...said.values, name: 'another' } }) };
}

function rewritten({ content }: { content: string }): object {
  const other = content.replace('Geneva', 'Nairobi').replace('2025', '2026');
  return { content: other, contentSha256: sha256(other) };
}

type Said = Partial<InvoiceContent>;

function saidOn({ content }: { content: string }): Said {
  return JSON.parse(content) as Said;
}

/** The first paper with another total, in its words and its hash. */
function ofTotal(totalUsd: string): (paper: { content: string }) => object {
  return (paper) => {
    const content = canonicalJson({ ...saidOn(paper), totalUsd });
    return { content, contentSha256: sha256(content) };
  };
}

/** What a paper says, said again under numbers that follow none. */
function furtherPapersOf(type: string, many: number): (records: ExportRecord[]) => ExportRecord[] {
  return (records) => {
    const paper = records.find((one) => one.t === 'paper' && saidOn(one).type === type);
    if (paper === undefined) throw new Error(`There is no ${type}.`);
    const further = Array.from({ length: many }, (_, index) => ({ ...paper, number: `BRS-2025-${900 + index}` }));
    return whole(records.flatMap((one) => (one === paper ? [one, ...further] : [one])));
  };
}

/** The first pair, as if it were of another charge: no sum shows it. */
function bothBooksOf(source: string): (records: ExportRecord[]) => ExportRecord[] {
  return (records) => {
    const pair = records.find((one) => one.t === 'entry' && one.event !== 'CHARGE_CERTIFIED');
    const id = pair?.t === 'entry' ? pair.pair : '';
    return records.map((one) => (one.t === 'entry' && one.pair === id ? { ...one, source } : one));
  };
}

function isLastEntry({ position }: { position: number }, records: readonly ExportRecord[]): boolean {
  const last = records.findLast((one) => one.t === 'leaf' && one.kind === 'journal-entry');
  return last?.t === 'leaf' && last.position === position;
}

describe('an export of the sample biennium, without a database', () => {
  let books: FreshBooks;
  let log: Log;
  let note: string; // of the newest published checkpoint, as somebody else would keep it
  let exported: ExportRecord[];
  beforeAll(async () => {
    books = await freshBooks();
    const sample = readScenario(readFileSync('apps/api/sample/scenario-2024-2025.json', 'utf8'));
    await books.get(ReplayService).run(sample, books.clock, () => undefined);
    log = await openedLog(books);
    await log.sealAll();
    ({ note } = await inSnapshot(books.db, latestPublished));
    exported = await inSnapshot(books.db, async (tx) => {
      const records: ExportRecord[] = [];
      for await (const record of exportRecords(tx, books.clock.now())) records.push(record);
      return JSON.parse(JSON.stringify(records)) as ExportRecord[]; // as it comes out of a file
    });
  });
  afterAll(async () => {
    await log.close();
    await books.close();
  });

  it('holds every kind of line, and verifies', () => {
    expect(new Set(exported.map(({ t }) => t))).toEqual(
      new Set([
        'head',
        'entry',
        'total',
        'ceiling',
        'charge',
        'paper',
        'act',
        'version',
        'log',
        'leaf',
        'checkpoint',
        'end',
      ]),
    );
    const { checks, ok } = verified(exported, [note]);
    expect(checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(ok).toBe(true);
  });

  it('names no person by name and carries no reason of a body that is not an act', () => {
    const acts = exported.flatMap((record) => (record.t === 'act' ? [record.body] : []));
    expect(acts.length).toBeGreaterThan(20);
    expect(acts.join()).not.toMatch(/Finance officer|Certifying officer|Approving officer/);
  });

  it('says which checks over the books it has not looked at', () => {
    const { checks, notLookedAt } = verified(exported);
    const looked = checks.map(({ id }) => id);
    const all = checksAgainst([]).map(({ id }) => id);
    expect(notLookedAt.map(({ id }) => id)).toEqual(all.filter((id) => !looked.includes(id)));
    expect(notLookedAt.map(({ id }) => id)).toEqual(expect.arrayContaining(['I3', 'I15', 'I17b', 'EVIDENCE']));
    const readme = readFileSync('libs/audit/README.md', 'utf8');
    const offline = readme.slice(readme.indexOf('- **Offline**'), readme.indexOf('- A trip is kept'));
    expect(notLookedAt.filter(({ id }) => !offline.includes(`\`${id}\``))).toEqual([]);
  });

  it('of the form before is read still, and less of it is looked at', () => {
    const { checks, ok, notLookedAt } = verified(asForm4(exported), [note]);
    expect(checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(ok).toBe(true);
    expect(notLookedAt.map(({ id }) => id)).toEqual(expect.arrayContaining(['REVERSED', 'I10', 'I12', 'I13d', 'I14']));
    const rewritten = asForm4(exported.map((one) => (one.t === 'act' ? { ...one, ...ofSomebodyElse(one) } : one)));
    expect(verified(rewritten).ok).toBe(false);
  });

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

  it('that was made up as a whole is told from the books by a note that was kept elsewhere, and by nothing else', () => {
    const withoutSeal = exported.filter(({ t }) => !['log', 'leaf', 'checkpoint'].includes(t));
    const made = whole(withoutSeal);
    expect(verified(made).ok).toBe(true);
    const { firstWrong } = verified(made, [note]);
    expect(firstWrong).toMatchObject({ check: 'I17', kind: 'seal: held checkpoint' });
    expect(firstWrong?.finding).toMatch(/and here are 0 leaves/);
  });

  it('of other leaves than a note has is told by the note too', () => {
    const forged = note.replace(
      /^(.*\n\d+\n)(.)/,
      (_, before: string, first: string) => `${before}${first === 'A' ? 'B' : 'A'}`,
    );
    expect(verified(exported, [forged]).firstWrong).toMatchObject({ check: 'I17', kind: 'seal: held checkpoint' });
  });

  it.each<[string, Changed, string[]]>([
    [
      'a posting of another amount',
      first('entry', ({ postings: [one, ...rest] }) => ({ postings: [[...(one ?? []).slice(0, 6), '1.00'], ...rest] })),
      ['I1', 'I4', 'TOTALS', 'I5', 'POSTED', 'I17a'],
    ],
    [
      'a posting that is gone',
      first('entry', ({ postings }) => ({ postings: postings.slice(2) })),
      ['I2', 'I4', 'TOTALS', 'I5', 'POSTED', 'I17a'],
    ],
    ['an entry of another event', first('entry', () => ({ event: 'SETTLED' })), ['I4', 'TOTALS', 'POSTED', 'I17a']],
    ['a total of another amount', first('total', () => ({ amount: '0.01' })), ['TOTALS']],
    ['a counter that counts less', first('ceiling', () => ({ counter: '0.01' })), ['I5']],
    ['a ceiling that is crossed', first('ceiling', () => ({ ceiling: '0.01' })), ['I5', 'I21']],
    ['a ceiling that is high enough', first('ceiling', () => ({ ceiling: '99999999.00' })), ['I21']],
    ['a version of other values', first('version', ofOtherValues), ['I17a']],
    ['a version that is gone', without('version', 1), ['I17a', 'I21']],
    ['every version gone', without('version'), ['I17a', 'I21', 'I10', 'I10a', 'I12', 'I13d']],
    ['a version twice', twice('version'), ['I17a', 'I21']],
    ['a version in other words', first('version', ({ body }) => ({ body: ` ${body}` })), ['I21', 'I17a']],
    ['an act that is gone', without('act', 1), ['I17a']],
    ['every act gone', without('act'), ['I17a', 'I18', 'I21', 'I13e']],
    ['an act twice', twice('act'), ['I17a']],
    // The first act loads the reference data, and by an officer its rates would be of one hand.
    ['an act of another person', first('act', ofSomebodyElse), ['I17a', 'I13b']],
    ['a paper that is gone', without('paper', 1), ['I17a', 'I8', 'POSTED', 'I16']],
    ['every paper gone', without('paper'), ['I17a', 'POSTED', 'I16']],
    ['a paper of other words and their hash', first('paper', rewritten), ['I17a', 'I14']],
    ['a paper that was approved in other words', first('paper', () => ({ approvedSha256: sha256('x') })), ['I14']],
    ['a paper that nobody approved', first('paper', () => ({ approvedSha256: null })), ['I14']],
    ['a paper that does not say what was approved', first('paper', () => ({ approvedSha256: undefined })), ['I14']],
    [
      'a paper under the number of another',
      first('paper', () => ({ number: 'BRS-2025-9999' })),
      ['I17a', 'I8', 'POSTED', 'I14'],
    ],
    ['a paper that says another total', first('paper', ofTotal('1.00')), ['POSTED', 'I17a', 'I6', 'I14']],
    ['a charge that is on two papers', furtherPapersOf('INVOICE', 1), ['I6', 'I8', 'I17a', 'POSTED', 'I14']],
    [
      'a charge that is given back too often',
      furtherPapersOf('CREDIT_NOTE', 70),
      ['I7', 'I8', 'I17a', 'POSTED', 'I14', 'I16'],
    ],
    ['every agreement gone', withoutCeilings('agreement'), ['I5', 'I21']],
    ['every budget line gone', withoutCeilings('budget line'), ['I5', 'I21']],
    ['every fund gone', withoutCeilings('trust fund'), ['I5', 'I21']],
    ['an agreement that is gone', without('ceiling', 1), ['I5', 'I21']],
    ['a charge that acts name and is gone', without('charge', 1), ['I18', 'POSTED', 'I6', 'I7', 'I21']],
    [
      'a charge that nobody recorded',
      first('charge', ({ id }) => ({ id: `${id}-X`, certified: false })),
      ['I18', 'POSTED', 'I6', 'I7', 'I21', 'I16'],
    ],
    [
      'an act that says it waits for its seal',
      (records) => whole([...records.slice(0, -1), { t: 'queued', kind: 'audit-event', record: 'X' }, records.at(-1)!]),
      ['I17a'],
    ],
    ['a charge of another amount', first('charge', () => ({ amount: '0.05' })), ['POSTED', 'I11', 'I6', 'I21']],
    ['a charge that says it is not certified', first('charge', () => ({ certified: false })), ['POSTED', 'I16']],
    ['a charge in another state', first('charge', () => ({ state: 'RECORDED' })), ['I16']],
    [
      'a charge with another note',
      first('charge', ({ says }) => ({ says: says?.replace(/"note":(null|"[^"]*")/, '"note":"by telephone"') })),
      ['I21'],
    ],
    [
      'a share with another line',
      first('charge', ({ sharesSay }) => ({ sharesSay: sharesSay?.replace(/"budgetLine":"/, '"budgetLine":"X') })),
      ['I21'],
    ],
    [
      'rates that nobody published',
      everyVersion('operational-rate', () => ({ unitsPerUsd: '7' })),
      ['I10', 'I10a', 'I17a'],
    ],
    ['rates of another day', everyVersion('operational-rate', ofAnEarlierDay), ['I10', 'I10a', 'I17a']],
    ['allowances of other amounts', everyVersion('dsa-rate', () => ({ amount: '1.00' })), ['I10a', 'I17a']],
    ['cards of other prices', everyVersion('rate-card-entry', () => ({ unitRate: '1.00' })), ['I12', 'I17a']],
    [
      'cards that include support cost',
      everyVersion('rate-card-entry', () => ({ includesIndirectCost: true })),
      ['I12', 'I17a'],
    ],
    [
      'designations that had ended',
      everyVersion('designation', () => ({ endedAt: '2024-01-01T00:00:00.000Z' })),
      ['I13d', 'I17a'],
    ],
    ['designations of other funds', everyVersion('designation', () => ({ fund: 'XX' })), ['I13d', 'I13e', 'I17a']],
    [
      'certifying officers who approve',
      everyVersion('designation', ({ duty }) => ({
        duty: duty === 'FINANCE_OFFICER' ? 'CERTIFYING_OFFICER' : duty,
        person: 'BRS.one',
      })),
      ['I13e', 'I13d', 'I17a'],
    ],
    [
      'charges that one person recorded and confirmed',
      everyAct('CHARGES_RECEIVED', { person: 'MINAMATA.finance' }),
      ['I13', 'I17a'],
    ],
    ['certifications for the other side', everyAct('CHARGES_CERTIFIED', { secretariat: 'BRS' }), ['I13c', 'I17a']],
    ['documents issued by who certified', everyAct('INVOICE_ISSUED', { person: 'BRS.certifying' }), ['I13b', 'I17a']],
    [
      'documents issued by who prepared them',
      everyAct('INVOICE_ISSUED', { person: 'MINAMATA.finance' }),
      ['I13', 'I13b', 'I17a'],
    ],
    [
      'agreements signed by who drafted them',
      everyVersion('agreement', () => ({ draftedBy: 'BRS.approving' })),
      ['I13b', 'I17a'],
    ],
    [
      'a share of another weight',
      first('charge', ({ shares: [one, ...rest] }) => ({ shares: [[one?.[0], one?.[1], '9', one?.[3]], ...rest] })),
      ['I11', 'I21'],
    ],
    ['a paper of other words', first('paper', ({ content }) => ({ content: `${content} ` })), ['PAPERS', 'I17a']],
    ['a paper of other bytes', first('paper', ({ pdf }) => ({ pdf: `AAAA${pdf}` })), ['PAPERS', 'I17a']],
    ['an act in other words', first('act', ({ body }) => ({ body: ` ${body}` })), ['I18', 'I17a']],
    ['an entry of another source, in both books', bothBooksOf('another'), ['I17a', 'POSTED']],
    ['a leaf of another hash', first('leaf', ({ hash }) => ({ hash: hash.replace(/^../, '00') })), ['I17']],
    ['a leaf whose words were changed', first('leaf', ({ body }) => ({ body: `${body ?? ''} ` })), ['I17', 'I17a']],
    [
      'a leaf that is gone',
      (records) => records.filter((one) => one.t !== 'leaf' || one.position !== 7),
      ['I17', 'FILE', 'I17a'],
    ],
    ['a leaf without its record', first('leaf', () => ({ body: null })), ['I17', 'I17a']],
    [
      'a checkpoint by another key',
      first('checkpoint', ({ note: one }) => ({ note: one.replace(/(\S{20})\n$/, 'AAAAAAAAAAAAAAAAAAA=\n') })),
      ['I17'],
    ],
    [
      'an entry that was never sealed',
      (records) => records.filter((one) => one.t !== 'leaf' || !isLastEntry(one, records)),
      ['I17a', 'I17', 'FILE'],
    ],
    ['a file of another form', first('head', () => ({ version: 1 })), ['FILE']],
    ['a line that is gone', (records) => records.filter((_, index) => index !== records.length - 2), ['FILE', 'I17']],
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
