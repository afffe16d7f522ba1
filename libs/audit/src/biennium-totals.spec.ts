import { TrustFund } from '#budget';
import { describe, expect, it } from '@jest/globals';
import { auditChecks, type PeriodEvidence } from './audit-checks.ts';
import type { AuditEvidence } from './biennium-audit.query.ts';
import { bienniumTotals, figures, netOwed } from './biennium-totals.ts';
import type { MovementRow } from './movements.query.ts';

const row = (heading: MovementRow['heading'], facts: Partial<MovementRow> = {}): MovementRow => ({
  heading,
  client: null,
  provider: null,
  agreement: null,
  family: null,
  item: null,
  fund: null,
  budgetLine: null,
  month: null,
  charged: '0.00',
  credited: '0.00',
  invoiced: '0.00',
  settled: '0.00',
  supported: '0.00',
  ...facts,
});
const owes = (client: string, provider: string, charged: string, credited = '0.00'): MovementRow =>
  row('DIRECTION', { client, provider, charged, credited });

describe('who owes whom for the biennium', () => {
  it('is said gross both ways, and then the difference', () => {
    expect(
      netOwed([owes('BRS', 'MINAMATA', '48988.52', '240.50'), owes('MINAMATA', 'BRS', '96162.71', '142.60')]),
    ).toEqual({
      owedBy: { BRS: '48748.02', MINAMATA: '96020.11' },
      payer: 'MINAMATA',
      payee: 'BRS',
      netUsd: '47272.09',
    });
  });

  it('does not depend on the order of the directions', () => {
    const directions = [owes('MINAMATA', 'BRS', '2.00'), owes('BRS', 'MINAMATA', '3.00')];
    expect(netOwed(directions)).toMatchObject({ payer: 'BRS', payee: 'MINAMATA', netUsd: '1.00' });
    expect(netOwed(directions.toReversed())).toMatchObject({ payer: 'BRS', payee: 'MINAMATA', netUsd: '1.00' });
  });

  it('names the provider where only one side bought', () => {
    expect(netOwed([owes('BRS', 'MINAMATA', '10.00', '4.00')])).toEqual({
      owedBy: { BRS: '6.00' },
      payer: 'BRS',
      payee: 'MINAMATA',
      netUsd: '6.00',
    });
  });

  it('is nobody where both owe the same, or nothing', () => {
    expect(netOwed([owes('BRS', 'MINAMATA', '10.00'), owes('MINAMATA', 'BRS', '12.00', '2.00')])).toMatchObject({
      payer: null,
      payee: null,
      netUsd: '0.00',
    });
    expect(netOwed([])).toEqual({ owedBy: {}, payer: null, payee: null, netUsd: '0.00' });
    expect(netOwed([owes('BRS', 'MINAMATA', '10.00', '10.00')])).toMatchObject({ payer: null, payee: null });
  });
});

describe('the totals of a biennium', () => {
  const fund = (code: string, programmeSupportCostRate: string): TrustFund =>
    new TrustFund({ code, name: code, secretariat: 'BRS', kind: 'GENERAL', programmeSupportCostRate });

  it('leave open what is charged, not credited and not settled', () => {
    expect(figures({ charged: '11323.00', credited: '240.50', invoiced: '11082.50', settled: '11000.00' })).toEqual({
      chargedUsd: '11323.00',
      creditedUsd: '240.50',
      invoicedUsd: '11082.50',
      settledUsd: '11000.00',
      openUsd: '82.50',
    });
  });

  it('have the programme support cost of each fund on what its agreements let it bear', () => {
    const totals = bienniumTotals(
      '2024-2025',
      [
        row('FUND', { fund: 'BC', charged: '20000.00', supported: '16249.35' }),
        row('FUND', { fund: 'SV', charged: '100.00' }),
      ],
      [fund('BC', '0.13'), fund('SV', '0.13')],
    );
    expect(totals.byFund.map((one) => [one.fund, one.programmeSupportCostUsd])).toEqual([
      ['BC', '2112.42'],
      ['SV', '0.00'],
    ]);
  });

  it('of a biennium without a posting are zero', () => {
    expect(bienniumTotals('2026-2027', [], [])).toMatchObject({
      totals: { chargedUsd: '0.00', openUsd: '0.00' },
      byAgreement: [],
      byFund: [],
    });
  });

  it('stand under each heading with its keys', () => {
    const totals = bienniumTotals(
      '2024-2025',
      [
        row('ALL', { charged: '10.00' }),
        row('DIRECTION', { client: 'BRS', provider: 'MINAMATA', charged: '10.00' }),
        row('AGREEMENT', { agreement: 'CRA-2025-001', charged: '10.00' }),
        row('FAMILY', { agreement: 'CRA-2025-001', family: 'IT', charged: '10.00' }),
      ],
      [],
    );
    expect(totals.totals.chargedUsd).toBe('10.00');
    expect(totals.byDirection).toMatchObject([{ provider: 'MINAMATA', client: 'BRS' }]);
    expect(totals.byAgreement).toMatchObject([{ agreement: 'CRA-2025-001' }]);
    expect(totals.byAgreementAndFamily).toMatchObject([{ agreement: 'CRA-2025-001', family: 'IT' }]);
  });
});

describe('a completeness check', () => {
  const sound: AuditEvidence = {
    booksOutOfBalance: [],
    unmirrored: '0',
    chargesUsd: '145010.73',
    expenditureUsd: '145010.73',
    documentsUsd: '144768.13',
    billedUsd: '144768.13',
    seriesWithGaps: [],
    papersAltered: '0',
    papers: '6',
    countersOff: '0',
  };
  const closing: PeriodEvidence = {
    periods: [
      { code: '2024-2025', kind: 'BIENNIUM', state: 'OPEN' },
      { code: '2025-10', kind: 'MONTH', state: 'LOCKED' },
      { code: '2025-11', kind: 'MONTH', state: 'LOCKED' },
      { code: '2025-12', kind: 'MONTH', state: 'OPEN' },
    ],
    differ: [],
  };
  const failing = (evidence: Partial<AuditEvidence>, totalsAgree = true, differ: string[] = []): string[] =>
    auditChecks({ ...sound, ...evidence }, totalsAgree, { ...closing, differ })
      .filter(({ holds }) => !holds)
      .map(({ name, finding }) => `${name}: ${finding}`);

  it('holds for sound books, all nine', () => {
    expect(auditChecks(sound, true, closing).filter(({ holds }) => holds)).toHaveLength(9);
  });

  it('has a code that stays and what was compared, for whoever says it in other words', () => {
    const checks = auditChecks({ ...sound, billedUsd: '144768.00', papersAltered: '2' }, true, closing);
    expect(checks.map(({ code }) => code)).toEqual([
      ...['BOOKS_BALANCE', 'BOOKS_MIRROR', 'CHARGES_ARE_POSTED', 'DOCUMENTS_ARE_POSTED', 'TOTALS_AGREE'],
      ...['CEILINGS_COUNT_POSTINGS', 'NUMBERS_HAVE_NO_GAPS', 'PAPERS_STAND', 'PERIODS_STAND'],
    ]);
    expect(checks.find(({ code }) => code === 'DOCUMENTS_ARE_POSTED')?.facts).toEqual({
      ...{ documentsUsd: '144768.13', booksUsd: '144768.00', differenceUsd: '0.13' },
    });
    expect(checks.find(({ code }) => code === 'PAPERS_STAND')?.facts).toEqual({ papers: '6', altered: '2' });
    expect(checks.at(-1)?.facts).toEqual({
      biennium: 'OPEN',
      months: [
        { state: 'LOCKED', count: '2' },
        { state: 'OPEN', count: '1' },
      ],
      differing: [],
    });
  });

  it('says which periods are closed', () => {
    expect(auditChecks(sound, true, closing).at(-1)?.finding).toBe(
      'The biennium is open; of its months 2 are locked, 1 is open. The entries of each closed one were added up again and are what was signed.',
    );
  });

  it('finds a closed period that was touched', () => {
    expect(failing({}, true, ['2025-11'])).toEqual([
      'Closed periods stand as they were signed: The biennium is open; of its months 2 are locked, 1 is open. No longer what was signed: 2025-11.',
    ]);
  });

  it.each<[string, Partial<AuditEvidence>, string]>([
    ['a book out of balance', { booksOutOfBalance: ['BRS'] }, 'Each book balances: Out of balance: BRS.'],
    [
      'books that differ',
      { unmirrored: '2' },
      'The two books mirror each other: 2 combinations of agreement, item and month differ.',
    ],
    [
      'a charge that is not posted',
      { chargesUsd: '145010.74' },
      'Certified charges equal posted expenditure: Charges: USD 145,010.74; the clients’ books: USD 145,010.73; they differ by USD 0.01.',
    ],
    [
      'an invoice that is not posted',
      { billedUsd: '144768.00' },
      'Issued documents equal the posted debt: Invoices less credit notes: USD 144,768.13; the clients’ books: USD 144,768.00; they differ by USD 0.13.',
    ],
    [
      'a counter that counts otherwise',
      { countersOff: '1' },
      'Ceilings count what is posted: 1 budget line or agreement counts something else than their postings.',
    ],
    ['a gap', { seriesWithGaps: ['BRS INVOICE 2025'] }, 'Document numbers have no gaps: Gaps in BRS INVOICE 2025.'],
    [
      'an altered paper',
      { papersAltered: '1' },
      'Issued papers are as they were issued: 1 of 6 papers no longer has the SHA-256 it was issued with.',
    ],
  ])('finds %s, and nothing else', (_, evidence, finding) => {
    expect(failing(evidence)).toEqual([finding]);
  });

  it('finds totals that differ from the postings', () => {
    expect(failing({}, false)).toEqual([
      'These totals agree with the trial balance: At least one total differs from the postings added up again.',
    ]);
  });
});
