import { Money } from '#kernel';
import type { AuditFigures, BienniumAuditContent } from '../../libs/audit/src/biennium-audit-content.ts';

/** What the audit of the sample's biennium is made of. */

export function figures(charged: string, credited = '0.00', settled: 'settled' | 'open' = 'open'): AuditFigures {
  const net = Money.usd(charged).minus(Money.usd(credited)).toString();
  return {
    chargedUsd: charged,
    creditedUsd: credited,
    invoicedUsd: net,
    settledUsd: settled === 'settled' ? net : '0.00',
    openUsd: settled === 'settled' ? '0.00' : net,
  };
}

export const first = { agreement: 'CRA-2025-001' };
export const second = { agreement: 'CRA-2025-002' };
export const own = 'OWN_SERVICE';
export const passed = 'PASS_THROUGH';
export const memo = (
  programmeSupportCostUsd: string,
): { programmeSupportCostRate: string; programmeSupportCostUsd: string } => ({
  programmeSupportCostRate: '0.13',
  programmeSupportCostUsd,
});

export const byItem: BienniumAuditContent['byItem'] = [
  {
    ...first,
    item: 'BDG-RNT',
    description: 'Badge printers, supplier\u2019s invoice',
    family: 'REGISTRATION',
    nature: passed,
    ...figures('1796.12', '0.00', 'settled'),
  },
  {
    ...first,
    item: 'DOC-CTL',
    description: 'Document control officer, P-3, per working day',
    family: 'DOCUMENTS',
    nature: own,
    ...figures('11960.00', '0.00', 'settled'),
  },
  {
    ...first,
    item: 'DOC-PAG',
    description: 'Page checked, formatted and posted (330 words)',
    family: 'DOCUMENTS',
    nature: own,
    ...figures('16349.40', '0.00', 'settled'),
  },
  {
    ...first,
    item: 'REG-DSK',
    description: 'Registration desk assistant, G-5, per working day',
    family: 'REGISTRATION',
    nature: own,
    ...figures('7560.00', '0.00', 'settled'),
  },
  {
    ...first,
    item: 'REG-PAX',
    description: 'Participant registered and badged',
    family: 'REGISTRATION',
    nature: own,
    ...figures('11323.00', '240.50', 'settled'),
  },
  {
    ...second,
    item: 'DOC-CTL',
    description: 'Document control officer, P-3, per working day',
    family: 'DOCUMENTS',
    nature: own,
    ...figures('16560.00'),
  },
  {
    ...second,
    item: 'DOC-PAG',
    description: 'Page checked, formatted and posted (330 words)',
    family: 'DOCUMENTS',
    nature: own,
    ...figures('9200.80', '142.60'),
  },
  {
    ...second,
    item: 'IT-HST',
    description: 'Online registration and meeting platform, per month',
    family: 'IT',
    nature: own,
    ...figures('5800.00'),
  },
  {
    ...second,
    item: 'IT-LAP',
    description: 'Laptop hire, per laptop-day, supplier\u2019s invoice',
    family: 'IT',
    nature: passed,
    ...figures('5400.00'),
  },
  {
    ...second,
    item: 'IT-TEC',
    description: 'On-site ICT technician, G-6, per working day',
    family: 'IT',
    nature: own,
    ...figures('14700.00'),
  },
  {
    ...second,
    item: 'REG-DSK',
    description: 'Registration desk assistant, G-5, per working day',
    family: 'REGISTRATION',
    nature: own,
    ...figures('15120.00'),
  },
  {
    ...second,
    item: 'REG-PAX',
    description: 'Participant registered and badged',
    family: 'REGISTRATION',
    nature: own,
    ...figures('6877.00'),
  },
  {
    ...second,
    item: 'TRIP',
    description: 'Trip of a sponsored delegate',
    family: 'TRAVEL',
    nature: passed,
    ...figures('21528.26'),
  },
  {
    ...second,
    item: 'TRV-PRC',
    description: 'Travel arrangement fee, per sponsored delegate',
    family: 'TRAVEL',
    nature: own,
    ...figures('870.00'),
  },
  { ...second, item: 'TRV-VIS', description: 'Visa fee', family: 'TRAVEL', nature: passed, ...figures('106.65') },
];

export const trialBalance: BienniumAuditContent['trialBalance'] = [
  {
    book: 'BRS',
    account: 'Expenditure BC BC-1-COP17',
    debitUsd: '16329.52',
    creditUsd: '80.17',
    balanceUsd: '16249.35',
  },
  {
    book: 'BRS',
    account: 'Expenditure RO RO-2-COP12',
    debitUsd: '16329.51',
    creditUsd: '80.17',
    balanceUsd: '16249.34',
  },
  {
    book: 'BRS',
    account: 'Expenditure SC SC-3-COP12',
    debitUsd: '16329.49',
    creditUsd: '80.16',
    balanceUsd: '16249.33',
  },
  { book: 'BRS', account: 'Payable to MINAMATA', debitUsd: '48988.52', creditUsd: '48988.52', balanceUsd: '0.00' },
  { book: 'BRS', account: 'Inter-fund clearing', debitUsd: '0.00', creditUsd: '48748.02', balanceUsd: '-48748.02' },
  {
    book: 'BRS',
    account: 'Receivable from MINAMATA',
    debitUsd: '96162.71',
    creditUsd: '142.60',
    balanceUsd: '96020.11',
  },
  { book: 'BRS', account: 'Recovery income', debitUsd: '142.60', creditUsd: '96162.71', balanceUsd: '-96020.11' },
  {
    book: 'MINAMATA',
    account: 'Expenditure MC-GTF MC-GTF-COP6',
    debitUsd: '73657.80',
    creditUsd: '142.60',
    balanceUsd: '73515.20',
  },
  {
    book: 'MINAMATA',
    account: 'Expenditure MC-STF MC-STF-COP6',
    debitUsd: '22504.91',
    creditUsd: '0.00',
    balanceUsd: '22504.91',
  },
  { book: 'MINAMATA', account: 'Payable to BRS', debitUsd: '142.60', creditUsd: '96162.71', balanceUsd: '-96020.11' },
  {
    book: 'MINAMATA',
    account: 'Receivable from BRS',
    debitUsd: '48988.52',
    creditUsd: '48988.52',
    balanceUsd: '0.00',
  },
  {
    book: 'MINAMATA',
    account: 'Inter-fund clearing',
    debitUsd: '48748.02',
    creditUsd: '0.00',
    balanceUsd: '48748.02',
  },
  {
    book: 'MINAMATA',
    account: 'Recovery income',
    debitUsd: '240.50',
    creditUsd: '48988.52',
    balanceUsd: '-48748.02',
  },
];
