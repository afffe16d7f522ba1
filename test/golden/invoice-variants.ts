import type { CodingContent, InvoiceContent } from '../../libs/invoicing/src/invoice-content.ts';
import { cop6Services } from './invoice-contents.ts';
import { aLine, cop, own, passed, shares } from './invoice-parts.ts';

/** A credit note, a draft, and invoices of any length. */

/** The credit for 11.5 pages that the client did not confirm, after the biennium's end. */
export const pagesCredit: InvoiceContent = {
  ...cop6Services,
  type: 'CREDIT_NOTE',
  number: 'BRS-2026-0002',
  issuedOn: '2026-01-30',
  servicePeriod: { from: '2025-11-02', to: '2025-11-07' },
  corrects: { number: 'BRS-2025-0001', issuedOn: '2025-12-12', reason: 'client confirmed 730.5 pages' },
  sections: [
    own(
      [
        {
          family: 'DOCUMENTS',
          lines: [
            aLine(1, 'A2-05', 'DOC-PAG', {
              quantity: '-11.5',
              amountUsd: '-142.60',
              funds: { 'MC-GTF': '-142.60' },
              ...cop,
              certifiedOn: '2025-12-11',
            }),
          ],
          subtotalUsd: '-142.60',
        },
      ],
      '-142.60',
    ),
  ],
  totalUsd: '-142.60',
  amountDueUsd: '-142.60',
  clientFunds: shares({ 'MC-GTF': '-142.60' }),
  providerFunds: shares({ BC: '-46.64', RO: '-39.89', SC: '-56.07' }),
  programmeSupportCost: {
    treatment: 'CLIENT_FUND',
    memo: [{ fund: 'MC-GTF', rate: '0.13', amountUsd: '-18.54' }],
    totalUsd: '-18.54',
  },
  certification: {
    prepared: { name: 'Beatriz Okafor', funds: [], at: '2026-01-29T14:02:11Z' },
    certified: [],
    approved: { name: 'Marguerite L\u00e9vesque', funds: [], at: '2026-01-30T08:40:00Z' },
  },
};

/** A part of a pass-through cost given back: an amount, no unit. */
export const hireCredit: InvoiceContent = {
  ...pagesCredit,
  number: 'BRS-2026-0003',
  corrects: { number: 'BRS-2025-0001', issuedOn: '2025-12-12', reason: 'supplier gave a rebate' },
  sections: [
    passed(
      [
        {
          family: 'IT',
          lines: [
            aLine(1, 'A2-03', 'IT-LAP', {
              quantity: null,
              amountUsd: '-142.60',
              funds: { 'MC-GTF': '-142.60' },
              ...cop,
              certifiedOn: '2025-12-11',
            }),
          ],
          subtotalUsd: '-142.60',
        },
      ],
      '-142.60',
    ),
  ],
};

/** The same invoice before it has a number and signatures. */
export const cop6Draft: InvoiceContent = {
  ...cop6Services,
  number: null,
  certification: {
    prepared: { name: 'Beatriz Okafor', funds: [], at: null },
    certified: [],
    approved: null,
  },
};

/** Any number of lines of USD 12.40 in one family: for page breaks and for speed. */
export function manyLines(count: number, description?: string): InvoiceContent {
  const cents = BigInt(count) * 1240n;
  const totalUsd = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
  const lines = Array.from({ length: count }, (_, at) =>
    aLine(at + 1, `P-${at + 1}`, 'DOC-PAG', {
      quantity: '1',
      amountUsd: '12.40',
      funds: { 'MC-GTF': '12.40' },
      ...cop,
      ...(description === undefined ? {} : { description }),
    }),
  );
  return {
    ...cop6Services,
    sections: [own([{ family: 'DOCUMENTS', lines, subtotalUsd: totalUsd }], totalUsd)],
    totalUsd,
    amountDueUsd: totalUsd,
    clientFunds: shares({ 'MC-GTF': totalUsd }),
    providerFunds: shares({ BC: totalUsd }),
    programmeSupportCost: { treatment: 'EXEMPT', memo: [], totalUsd: '0.00' },
  };
}

const coding = (budgetLine: string | null, fundCentre: string, amountUsd: string): CodingContent => ({
  ...{ budgetLine, fundCentre, grant: null, wbse: 'SB-009384.01.02', commitmentItem: 'FT30_CLASS_125', amountUsd },
});

/** An invoice whose client books it by budget line, and whose provider says where one of its funds receives it. */
export const coded: InvoiceContent = {
  ...cop6Services,
  clientFunds: cop6Services.clientFunds.map((share) => ({
    ...share,
    codings: [coding('MC-GTF-COP6', '11207', share.amountUsd)],
  })),
  providerFunds: cop6Services.providerFunds.map((share) =>
    share.fund === 'RO' ? { ...share, codings: [coding(null, '32000', share.amountUsd)] } : share,
  ),
};
