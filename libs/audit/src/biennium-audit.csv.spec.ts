import { describe, expect, it } from '@jest/globals';
import { audit, auditOf, trail } from '../../../test/golden/audit-contents.ts';
import type { BienniumAuditContent } from './biennium-audit-content.ts';
import { bienniumAuditCsv } from './biennium-audit.csv.ts';

async function textOf(content: BienniumAuditContent): Promise<string> {
  let text = '';
  for await (const chunk of bienniumAuditCsv(content, trail)) text += chunk as string;
  return text;
}

/** The cells, row by row: quoted or not, quotes doubled, rows ended by CRLF, the byte order mark left out. */
async function cellsOf(content: BienniumAuditContent): Promise<string[][]> {
  const text = (await textOf(content)).slice(1);
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

async function rowsOf(content: BienniumAuditContent, dimension: string): Promise<Record<string, string>[]> {
  const [head = [], ...rows] = await cellsOf(content);
  const named = rows.map((row) => Object.fromEntries(row.map((cell, at) => [head[at] ?? '', cell])));
  return named.filter((row) => row['dimension'] === dimension);
}

const [someAccount = { book: 'BRS', debitUsd: '0.00', creditUsd: '0.00', balanceUsd: '0.00' }] = audit.trialBalance;

describe('the audit as CSV', () => {
  it('begins with a byte order mark and one head, and every row is as wide as the head', async () => {
    expect((await textOf(audit)).startsWith('\ufeffbiennium,dimension,key,')).toBe(true);
    const [head = [], ...rows] = await cellsOf(audit);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head.length]));
  });

  it('writes amounts as the books have them, a credit as a negative number', async () => {
    const late = await rowsOf(audit, 'late document');
    expect(late.map((row) => row['totalUsd'])).toEqual(['106.65', '-142.60']);
    expect(late.map((row) => row['month'])).toEqual(['2025-10', '2025-11']);
    const [net] = await rowsOf(audit, 'net');
    expect(net).toMatchObject({ client: 'MINAMATA', provider: 'BRS', owedUsd: '47272.09' });
    const balances = await rowsOf(audit, 'trial balance');
    expect(balances.map((row) => row['balanceUsd'])).toEqual(audit.trialBalance.map((row) => row.balanceUsd));
  });

  it('names the accounts, and each charge and document with its pair of entries', async () => {
    const [account] = await rowsOf(
      { ...audit, trialBalance: [{ ...someAccount, account: 'RECOVERY_INCOME' }] },
      'trial balance',
    );
    expect(account).toMatchObject({ key: 'RECOVERY_INCOME', name: 'Recovery income: own services at cost' });
    const [charge] = await rowsOf(audit, 'charge');
    expect(charge).toMatchObject({
      ...{
        key: 'A2-05',
        agreement: 'CRA-2025-002',
        item: 'DOC-PAG',
        month: '2025-11',
        fund: 'MC-GTF',
        chargedUsd: '9200.80',
      },
      ...{ documents: 'BRS-2025-0001 BRS-CN-2026-0001', entryPairs: '019a0000-0000-7000-8000-00000000000a' },
    });
    const [credited] = await rowsOf(audit, 'charge credited');
    expect(credited).toMatchObject({ key: 'A2-05', fund: 'RO', creditedToFundUsd: '2533.61' });
    const [document] = await rowsOf(audit, 'document');
    expect(document).toMatchObject({ key: 'BRS-2025-0001', name: 'INVOICE', voucher: 'JV-1', totalUsd: '73657.80' });
  });

  it('has a row for every key of every dimension, and no other', async () => {
    const content = auditOf(40);
    const dimensions = {
      agreement: content.byAgreement,
      'budget line': content.byBudgetLine,
      check: content.checks,
      direction: content.byDirection,
      family: content.byFamily,
      fund: content.byFund,
      item: content.byItem,
      'late document': content.lateDocuments,
      meeting: content.byMeeting,
      month: content.byMonth,
      net: [content.net],
      'provider fund': content.byProviderFund,
      secretariat: content.secretariats,
      total: [content.totals],
      'trial balance': content.trialBalance,
      charge: trail.charges,
      'charge credited': trail.credits,
      document: trail.documents,
    };
    for (const [dimension, rows] of Object.entries(dimensions))
      expect(await rowsOf(content, dimension)).toHaveLength(rows.length);
    const all = Object.values(dimensions).reduce((sum, rows) => sum + rows.length, 0);
    expect((await cellsOf(content)).length).toBe(1 + all);
  });

  it.each`
    account             | cell
    ${'=1+1'}           | ${"'=1+1"}
    ${'+SUM(A1)'}       | ${"'+SUM(A1)"}
    ${'-2+3+cmd|calc'}  | ${"'-2+3+cmd|calc"}
    ${'@SUM(A1)'}       | ${"'@SUM(A1)"}
    ${'-12.50'}         | ${"'-12.50"}
    ${'Payable to BRS'} | ${'Payable to BRS'}
    ${'a;=1+1'}         | ${'a;=1+1'}
  `('a text $account is written $cell', async ({ account = '', cell }) => {
    const [row] = audit.trialBalance;
    if (!row) throw new Error('The sample has a trial balance.');
    const [written] = await rowsOf({ ...audit, trialBalance: [{ ...row, account }] }, 'trial balance');
    expect(written?.['key']).toBe(cell);
  });

  it.each(['\r=1+1', 'two\nlines', 'a\ttab', 'a;=1+1', 'a "quoted" word', 'a, comma'])(
    'a text that could break the row is quoted: %j',
    async (name) => {
      const checks = [{ code: 'TOTALS_AGREE' as const, facts: {}, name, holds: true, finding: 'one' }];
      expect(await textOf({ ...audit, checks })).toContain(
        `check,"${name.startsWith('\r') ? "'" : ''}${name.replaceAll('"', '""')}",`,
      );
      expect(await rowsOf({ ...audit, checks }, 'check')).toHaveLength(1);
    },
  );

  it('passes a failure on to the reader', async () => {
    const broken = { ...audit, trialBalance: [null] } as unknown as BienniumAuditContent;
    await expect(textOf(broken)).rejects.toThrow(TypeError);
  });
});
