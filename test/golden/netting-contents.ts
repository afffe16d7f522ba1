import type { NettingContent } from '../../libs/invoicing/src/netting-content.ts';
import { brs, minamata } from './invoice-parts.ts';

/** The netting at the end of the sample's biennium. */

type Document = NettingContent['directions'][number]['documents'][number];
const open = (number: string, agreement: string, issuedOn: string, totalUsd: string): Document => ({
  number,
  type: totalUsd.startsWith('-') ? 'CREDIT_NOTE' : 'INVOICE',
  agreement,
  issuedOn,
  totalUsd,
  settledUsd: '0.00',
  openUsd: totalUsd,
});

export const netting: NettingContent = {
  number: 'NET-2024-2025-01',
  biennium: '2024-2025',
  asAt: '2026-02-28',
  currency: 'USD',
  directions: [
    {
      client: minamata,
      provider: brs,
      documents: [
        open('BRS-2025-0001', 'CRA-2025-002', '2025-12-12', '73657.80'),
        open('BRS-2025-0002', 'CRA-2025-002', '2025-12-19', '22398.26'),
        open('BRS-2026-0001', 'CRA-2025-002', '2026-02-10', '106.65'),
        open('BRS-2026-0002', 'CRA-2025-002', '2026-01-30', '-142.60'),
      ],
      totalUsd: '96020.11',
      settledUsd: '0.00',
      openUsd: '96020.11',
    },
    {
      client: brs,
      provider: minamata,
      documents: [
        open('MC-2025-0001', 'CRA-2025-001', '2025-06-16', '48988.52'),
        open('MC-2025-0002', 'CRA-2025-001', '2025-09-01', '-240.50'),
      ],
      totalUsd: '48748.02',
      settledUsd: '0.00',
      openUsd: '48748.02',
    },
  ],
  netPayer: minamata,
  netPayee: brs,
  netUsd: '47272.09',
  prepared: { name: 'Beatriz Okafor', at: '2026-03-02T09:30:00Z' },
};

/** Sixty documents of USD 100.00 in the first direction, none in the second. */
export const nettingOfSixty: NettingContent = {
  ...netting,
  directions: [
    {
      client: minamata,
      provider: brs,
      documents: Array.from({ length: 60 }, (_, at) =>
        open(`BRS-2025-${String(at + 1).padStart(4, '0')}`, 'CRA-2025-002', '2025-12-12', '100.00'),
      ),
      totalUsd: '6000.00',
      settledUsd: '0.00',
      openUsd: '6000.00',
    },
    { client: brs, provider: minamata, documents: [], totalUsd: '0.00', settledUsd: '0.00', openUsd: '0.00' },
  ],
  netUsd: '6000.00',
};
