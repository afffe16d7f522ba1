import { describe, expect, it } from '@jest/globals';
import { PaperDoesNotAddUp } from '#documents';
import { expectedTexts } from '../../../test/golden/expected-texts.ts';
import { flawsOf, structureOf } from '../../../test/golden/pdf-structure.ts';
import { squeeze, squeezed, textsOf } from '../../../test/golden/pdf-text.ts';
import { audit, auditOf } from '../../../test/golden/audit-contents.ts';
import type { BienniumAuditContent } from './biennium-audit-content.ts';
import { renderBienniumAudit } from './biennium-audit.pdf.ts';

const sha = '00ff'.repeat(16);

describe.each([
  ['the sample', audit],
  ['forty agreements', auditOf(40)],
] as [string, BienniumAuditContent][])('the biennium audit of %s', (_name, content) => {
  it('says every text of its content', async () => {
    const said = squeezed(await renderBienniumAudit(content, sha));
    expect(expectedTexts(content).filter((text) => !said.includes(squeeze(text)))).toEqual([]);
    expect(said).toContain(sha);
  });

  it('can be read out', async () => {
    expect(flawsOf(await structureOf(await renderBienniumAudit(content, sha)))).toEqual([]);
  });

  it('gives the same bytes twice', async () => {
    expect(
      Buffer.compare(await renderBienniumAudit(content, sha), await renderBienniumAudit(structuredClone(content), sha)),
    ).toBe(0);
  });
});

describe('the first page', () => {
  it('answers in a minute: who pays, what fails in words, what came late, and no table behind them', async () => {
    const [first = []] = textsOf(await renderBienniumAudit(audit, sha));
    const said = first.map(({ text }) => text);
    expect(said).toEqual(
      expect.arrayContaining(['USD 47,272.09', 'MINAMATA pays BRS', '1 of 5 checks fails.', 'BRS-2026-0001']),
    );
    expect(said.filter((text) => text === 'holds')).toHaveLength(4);
    expect(said.filter((text) => text === 'fails')).toHaveLength(1);
    expect(said.join(' ')).not.toContain('By agreement');
  });

  it('says what a minus is, how to trace a figure, and in which month each late document counts', async () => {
    const [first = []] = textsOf(await renderBienniumAudit(audit, sha));
    const said = first.map(({ text }) => text).join(' ');
    expect(said).toContain('How to read and trace a figure');
    expect(said).toContain('A minus (\u2212) before an amount is a credit');
    expect(said).toContain('Nov\u00a02025; biennium 2024-2025');
  });

  it('says so when all checks hold and nothing came late', async () => {
    const checks = audit.checks.map((check) => ({ ...check, holds: true }));
    const said = squeezed(await renderBienniumAudit({ ...audit, checks, lateDocuments: [] }, sha));
    expect(said).toContain('All5checkshold.');
    expect(said).toContain('Nodocumentofthisbienniumcameafteritslastday.');
  });

  it('counts many late documents and lists them behind', async () => {
    const [late] = audit.lateDocuments;
    if (!late) throw new Error('The sample has a late document.');
    const lateDocuments = Array.from({ length: 30 }, (_, at) => ({ ...late, number: `BRS-2026-${1000 + at}` }));
    const [first = [], second = []] = textsOf(await renderBienniumAudit({ ...audit, lateDocuments }, sha));
    expect(first.map(({ text }) => text).join(' ')).toContain('30 documents of this biennium came after');
    expect(first.map(({ text }) => text)).not.toContain('BRS-2026-1000');
    expect(second.map(({ text }) => text)).toContain('BRS-2026-1000');
  });
});

describe('a table that does not come to the total of the biennium', () => {
  it('is printed with the difference in words, not hidden', async () => {
    const said = squeezed(await renderBienniumAudit({ ...audit, byMonth: audit.byMonth.slice(0, 2) }, sha));
    expect(said).toContain(
      squeeze(
        'This table differs from the total of the biennium: charged by \u221296,056.06, credited by \u2212142.60',
      ),
    );
    expect(squeezed(await renderBienniumAudit(audit, sha))).not.toContain('Thistablediffers');
  });

  it('names the accounts in words', async () => {
    const [row] = audit.trialBalance;
    if (!row) throw new Error('The sample has a trial balance.');
    const trialBalance = [{ ...row, account: 'PASS_THROUGH_RECOVERY' }];
    const said = squeezed(await renderBienniumAudit({ ...audit, trialBalance }, sha));
    expect(said).toContain(squeeze('Pass-through costs recovered, as agent'));
    expect(said).not.toContain('PASS_THROUGH');
  });

  it('says so of a book whose debits and credits differ', async () => {
    const said = squeezed(await renderBienniumAudit({ ...audit, trialBalance: audit.trialBalance.slice(0, 3) }, sha));
    expect(said).toContain('DEBITSANDCREDITSDIFFER');
  });
});

describe('an audit that contradicts itself is refused', () => {
  it.each<[string, BienniumAuditContent]>([
    ['a row whose open amount is wrong', { ...audit, totals: { ...audit.totals, openUsd: '1.00' } }],
    [
      'a budget line that is not used plus available',
      { ...audit, byBudgetLine: audit.byBudgetLine.map((one) => ({ ...one, availableUsd: '1.00' })) },
    ],
    ['a wrong net', { ...audit, net: { ...audit.net, netUsd: '1.00' } }],
    ['a net the wrong way round', { ...audit, net: { ...audit.net, payer: 'BRS', payee: 'MINAMATA' } }],
  ])('by %s', async (_what, content) => {
    await expect(renderBienniumAudit(content, sha)).rejects.toThrow(PaperDoesNotAddUp);
  });
});
