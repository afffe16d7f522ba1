import type { AuditTrail } from '../../libs/audit/src/audit-trail.query.ts';
import type { BienniumAuditContent } from '../../libs/audit/src/biennium-audit-content.ts';
import { byItem, figures, first, memo, second, trialBalance } from './audit-parts.ts';
import { brs, minamata } from './invoice-parts.ts';

/** The biennium 2024-2025 of the sample. */

export const audit: BienniumAuditContent = {
  biennium: '2024-2025',
  asAt: '2026-03-31T16:20:00Z',
  currency: 'USD',
  secretariats: [
    { code: 'BRS', name: brs.name },
    { code: 'MINAMATA', name: minamata.name },
  ],
  totals: {
    chargedUsd: '145151.23',
    creditedUsd: '383.10',
    invoicedUsd: '144768.13',
    settledUsd: '48748.02',
    openUsd: '96020.11',
  },
  byDirection: [
    { provider: 'BRS', client: 'MINAMATA', ...figures('96162.71', '142.60') },
    { provider: 'MINAMATA', client: 'BRS', ...figures('48988.52', '240.50', 'settled') },
  ],
  byAgreement: [
    {
      ...first,
      provider: 'MINAMATA',
      client: 'BRS',
      state: 'CLOSED',
      ceilingUsd: '50000.00',
      meeting: 'BRS-COPS-2025',
      provisionalUsd: '0.00',
      ...figures('48988.52', '240.50', 'settled'),
    },
    {
      ...second,
      provider: 'BRS',
      client: 'MINAMATA',
      state: 'ACTIVE',
      ceilingUsd: '110000.00',
      meeting: 'MC-COP-6',
      provisionalUsd: '0.00',
      ...figures('96162.71', '142.60'),
    },
  ],
  byMeeting: [
    {
      meeting: 'BRS-COPS-2025',
      title:
        '2025 meetings of the conferences of the Parties to the Basel (BC-17), Rotterdam (RC-12) and Stockholm (SC-12) conventions',
      ...figures('48988.52', '240.50', 'settled'),
    },
    {
      meeting: 'MC-COP-6',
      title: 'Sixth meeting of the Conference of the Parties to the Minamata Convention on Mercury',
      ...figures('96162.71', '142.60'),
    },
  ],
  byFamily: [
    { ...first, family: 'DOCUMENTS', ...figures('28309.40', '0.00', 'settled') },
    { ...first, family: 'REGISTRATION', ...figures('20679.12', '240.50', 'settled') },
    { ...second, family: 'DOCUMENTS', ...figures('25760.80', '142.60') },
    { ...second, family: 'IT', ...figures('25900.00') },
    { ...second, family: 'REGISTRATION', ...figures('21997.00') },
    { ...second, family: 'TRAVEL', ...figures('22504.91') },
  ],
  byItem,
  byFund: [
    {
      fund: 'BC',
      name: 'Trust Fund for the Basel Convention',
      secretariat: 'BRS',
      ...memo('2112.42'),
      ...figures('16329.52', '80.17', 'settled'),
    },
    {
      fund: 'MC-GTF',
      name: 'Minamata Convention General Trust Fund',
      secretariat: 'MINAMATA',
      ...memo('9556.98'),
      ...figures('73657.80', '142.60'),
    },
    {
      fund: 'MC-STF',
      name: 'Minamata Convention Special Trust Fund',
      secretariat: 'MINAMATA',
      ...memo('2925.64'),
      ...figures('22504.91'),
    },
    {
      fund: 'RO',
      name: 'Rotterdam Convention Trust Fund',
      secretariat: 'BRS',
      ...memo('2112.41'),
      ...figures('16329.51', '80.17', 'settled'),
    },
    {
      fund: 'SC',
      name: 'Stockholm Convention Trust Fund',
      secretariat: 'BRS',
      ...memo('2112.41'),
      ...figures('16329.49', '80.16', 'settled'),
    },
  ],
  byBudgetLine: [
    {
      budgetLine: 'BC-1-COP17',
      title: 'BC COP-17, services bought',
      fund: 'BC',
      allotmentUsd: '18500.00',
      usedUsd: '16249.35',
      availableUsd: '2250.65',
      usedPercent: '87.8',
      ...figures('16329.52', '80.17', 'settled'),
    },
    {
      budgetLine: 'MC-GTF-COP6',
      title: 'COP-6 conference services',
      fund: 'MC-GTF',
      allotmentUsd: '80000.00',
      usedUsd: '73515.20',
      availableUsd: '6484.80',
      usedPercent: '91.9',
      ...figures('73657.80', '142.60'),
    },
    {
      budgetLine: 'MC-STF-COP6',
      title: 'COP-6 participation of delegates',
      fund: 'MC-STF',
      allotmentUsd: '30000.00',
      usedUsd: '22504.91',
      availableUsd: '7495.09',
      usedPercent: '75.0',
      ...figures('22504.91'),
    },
    {
      budgetLine: 'RO-2-COP12',
      title: 'RC COP-12, services bought',
      fund: 'RO',
      allotmentUsd: '18500.00',
      usedUsd: '16249.34',
      availableUsd: '2250.66',
      usedPercent: '87.8',
      ...figures('16329.51', '80.17', 'settled'),
    },
    {
      budgetLine: 'SC-3-COP12',
      title: 'SC COP-12, services bought',
      fund: 'SC',
      allotmentUsd: '18500.00',
      usedUsd: '16249.33',
      availableUsd: '2250.67',
      usedPercent: '87.8',
      ...figures('16329.49', '80.16', 'settled'),
    },
  ],
  byMonth: [
    { month: '2025-05', ...figures('48988.52', '240.50', 'settled') },
    { month: '2025-10', ...figures('106.65') },
    { month: '2025-11', ...figures('96056.06', '142.60') },
  ],
  byProviderFund: [
    { fund: 'BC', name: 'Trust Fund for the Basel Convention', secretariat: 'BRS', creditedUsd: '31407.36' },
    {
      fund: 'MC-GTF',
      name: 'Minamata Convention General Trust Fund',
      secretariat: 'MINAMATA',
      creditedUsd: '48748.02',
    },
    { fund: 'RO', name: 'Rotterdam Convention Trust Fund', secretariat: 'BRS', creditedUsd: '26857.48' },
    { fund: 'SC', name: 'Stockholm Convention Trust Fund', secretariat: 'BRS', creditedUsd: '37755.27' },
  ],
  net: { owedBy: { BRS: '48748.02', MINAMATA: '96020.11' }, payer: 'MINAMATA', payee: 'BRS', netUsd: '47272.09' },
  lateDocuments: [
    {
      number: 'BRS-2026-0001',
      type: 'INVOICE',
      issuedOn: '2026-02-10',
      agreement: 'CRA-2025-002',
      months: ['2025-10'],
      totalUsd: '106.65',
    },
    {
      number: 'BRS-2026-0002',
      type: 'CREDIT_NOTE',
      issuedOn: '2026-01-30',
      agreement: 'CRA-2025-002',
      months: ['2025-11'],
      totalUsd: '-142.60',
    },
  ],
  trialBalance,
  checks: [
    {
      code: 'BOOKS_MIRROR',
      facts: { differing: '0' },
      name: 'Both books mirror each other',
      holds: true,
      finding: 'BRS receivable 96,020.11 equals MINAMATA payable 96,020.11.',
    },
    {
      code: 'BOOKS_BALANCE',
      facts: { outOfBalance: [] },
      name: 'Debits equal credits in each book',
      holds: true,
      finding: 'Every book comes to zero.',
    },
    {
      code: 'TOTALS_AGREE',
      facts: {},
      name: 'Every certified charge is invoiced',
      holds: true,
      finding: '20 of 20 charges stand on an invoice.',
    },
    {
      code: 'NUMBERS_HAVE_NO_GAPS',
      facts: { withGaps: [] },
      name: 'Invoice numbers have no gap',
      holds: true,
      finding: 'BRS 2025: 1 to 2; MINAMATA 2025: 1 to 2; BRS 2026: 1 to 2.',
    },
    {
      code: 'CEILINGS_COUNT_POSTINGS',
      facts: { differing: '0' },
      name: 'No agreement above its ceiling',
      holds: false,
      finding: 'CRA-2025-002: 96,020.11 of 110,000.00; CRA-2025-001: 48,748.02 of 50,000.00, 97.5 %.',
    },
  ],
};

/** One charge and one document behind it, with the entries that posted them. */
export const trail: AuditTrail = {
  charges: [
    {
      ...{ charge: 'A2-05', agreement: 'CRA-2025-002', provider: 'BRS', client: 'MINAMATA', meeting: 'MC-COP-6' },
      ...{ family: 'DOCUMENTS', nature: 'OWN_SERVICE', item: 'DOC-PAG', month: '2025-11', deliveredOn: '2025-11-07' },
      ...{ state: 'INVOICED', fund: 'MC-GTF', budgetLine: 'MC-GTF-COP6', documents: 'BRS-2025-0001 BRS-CN-2026-0001' },
      ...{ entryPairs: '019a0000-0000-7000-8000-00000000000a', ...figures('9200.80', '142.60') },
    },
  ],
  credits: [{ charge: 'A2-05', agreement: 'CRA-2025-002', fund: 'RO', creditedToFundUsd: '2533.61' }],
  documents: [
    {
      ...{ number: 'BRS-2025-0001', type: 'INVOICE', agreement: 'CRA-2025-002', provider: 'BRS', client: 'MINAMATA' },
      ...{ issuedOn: '2025-12-12', totalUsd: '73657.80', state: 'SETTLED', voucher: 'JV-1' },
      entryPairs: '019a0000-0000-7000-8000-00000000000b 019a0000-0000-7000-8000-00000000000c',
    },
  ],
};

/** The same biennium with agreements that were signed and never used, for page breaks. */
export function auditOf(agreements: number): BienniumAuditContent {
  const [sample] = audit.byAgreement;
  if (!sample) throw new Error('The sample has agreements.');
  const unused = Array.from({ length: agreements - audit.byAgreement.length }, (_, at) => ({
    ...sample,
    ...figures('0.00'),
    agreement: `CRA-2025-${String(at + 3).padStart(3, '0')}`,
  }));
  return { ...audit, byAgreement: [...audit.byAgreement, ...unused] };
}
