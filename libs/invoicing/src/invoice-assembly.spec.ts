import { describe, expect, it } from '@jest/globals';
import { Secretariat } from '#identity';
import { Money } from '#kernel';
import { brs, minamata, toMinamata } from '../../../test/golden/invoice-parts.ts';
import { assembleInvoice, type DocumentFacts } from './invoice-assembly.ts';

const facts = (type: DocumentFacts['type'], provider: Partial<Secretariat> = {}): DocumentFacts => ({
  ...{ type, number: null, issuedOn: '2025-12-12', biennium: '2024-2025', corrects: null },
  ...{ agreement: toMinamata.agreement, meeting: toMinamata.meeting, families: ['IT'], supportCost: 'EXEMPT' },
  provider: new Secretariat({ code: 'BRS', name: brs.name, address: [...brs.address], ...provider }),
  client: minamata,
  ...{ funds: new Map(), codings: [], names: new Map([['B.certifying', 'Nurlan Seitkali']]), preparedBy: 'B.finance' },
  ...{ preparedAt: '2025-12-10T14:02:11Z', approvedBy: null, approvedAt: null },
  lines: [
    {
      ...{
        position: 1,
        charge: 'A2-02',
        item: 'IT-TEC',
        nature: 'OWN_SERVICE',
        family: 'IT',
        description: 'Technician',
      },
      ...{ deliveredFrom: null, deliveredOn: '2025-11-07', quantity: '1', unit: 'E49', unitName: 'working day' },
      ...{ unitRate: null, original: null, amountUsd: '700.00', components: [], evidence: null, note: null },
      ...{
        supplierInvoiceOn: null,
        certifiedOn: null,
        certifiedBy: 'B.certifying',
        certifiedAt: '2025-12-11T09:14:05Z',
      },
      funds: [{ fund: 'MC-GTF', budgetLine: 'MC-GTF-COP6', amountUsd: '700.00' }],
      providerShares: [{ fund: 'BC', amountUsd: '700.00' }],
    },
  ],
});
const assembled = (...given: Parameters<typeof facts>) => assembleInvoice(facts(...given), () => Money.zero());
const bank = {
  ...{ settlementMethod: 'Bank transfer', paymentMeansCode: '30', paymentTermDays: 30, contact: 'finance@example.org' },
  ...{ vatCategory: 'E', vatExemptionCode: null, vatReason: 'Exempt under the seat agreement' },
};

describe('how a document is settled and why it bears no tax', () => {
  it('is what its provider says', () => {
    expect(assembled('INVOICE', bank)).toMatchObject({
      provider: { code: 'BRS', name: brs.name, address: brs.address, contact: 'finance@example.org' },
      settlement: { method: 'Bank transfer', paymentMeansCode: '30', termDays: 30 },
      vat: { category: 'E', exemptionCode: null, reason: 'Exempt under the seat agreement' },
    });
  });

  it('is that of the United Nations where the provider says nothing else', () => {
    const { settlement, vat } = assembled('INVOICE');
    expect(settlement).toEqual({ method: 'Inter-fund journal voucher', paymentMeansCode: '97', termDays: null });
    expect(vat).toMatchObject({ category: 'O', exemptionCode: 'VATEX-EU-O' });
    expect(vat.reason).toContain('1946');
  });

  it('has no term on a credit note, by which nothing falls due', () => {
    expect(assembled('CREDIT_NOTE', bank).settlement.termDays).toBeNull();
  });

  it('brings nothing else of a secretariat onto the paper', () => {
    expect(Object.keys(assembled('INVOICE', bank).provider)).toEqual(['code', 'name', 'address', 'contact']);
  });
});

describe('who certified', () => {
  it('has signed the invoice, and no credit note of it', () => {
    expect(assembled('INVOICE').certification.certified).toEqual([
      { name: 'Nurlan Seitkali', funds: ['MC-GTF'], at: '2025-12-11T09:14:05Z' },
    ]);
    expect(assembled('CREDIT_NOTE').certification.certified).toEqual([]);
  });
});

describe('where its funds are booked', () => {
  const parts = { fundCentre: '11207', grant: null, wbse: 'SB-009384.01', commitmentItem: null };
  const [line] = facts('INVOICE').lines;
  const fundsWith = (codings: DocumentFacts['codings'], lines = facts('INVOICE').lines) => {
    const { clientFunds, providerFunds } = assembleInvoice({ ...facts('INVOICE'), codings, lines }, () => Money.zero());
    return { clientFunds, providerFunds };
  };

  it('is said of each budget line that has a coding, with what it bears', () => {
    if (line === undefined) throw new Error('These facts have a line.');
    const funds = [
      { fund: 'MC-GTF', budgetLine: 'MC-GTF-COP6', amountUsd: '500.00' },
      { fund: 'MC-GTF', budgetLine: 'MC-GTF-PREP', amountUsd: '200.00' },
    ];
    const found = fundsWith(
      [
        { fund: 'MC-GTF', budgetLine: null, ...parts, fundCentre: '9' }, // of what the client\u2019s fund receives: not of this paper
        { fund: 'MC-GTF', budgetLine: 'MC-GTF-COP6', ...parts },
        { fund: 'MC-GTF', budgetLine: 'MC-GTF-COP7', ...parts },
      ],
      [
        { ...line, funds },
        { ...line, position: 2, funds },
      ],
    );
    expect(found.clientFunds).toEqual([
      {
        ...{ fund: 'MC-GTF', name: 'MC-GTF', amountUsd: '1400.00' },
        codings: [{ budgetLine: 'MC-GTF-COP6', ...parts, amountUsd: '1000.00' }],
      },
    ]);
  });

  it('is said of a fund of the provider for all it is credited', () => {
    const found = fundsWith([
      { fund: 'BC', budgetLine: null, ...parts },
      { fund: 'BC', budgetLine: 'BC-1-COP17', ...parts }, // of what BRS pays, not of what it receives
    ]);
    expect(found.providerFunds).toEqual([
      {
        ...{ fund: 'BC', name: 'BC', amountUsd: '700.00' },
        codings: [{ budgetLine: null, ...parts, amountUsd: '700.00' }],
      },
    ]);
  });

  it('leaves a paper as it was where nothing is stated, or all was taken away', () => {
    const before = fundsWith([]);
    expect(Object.keys(before.clientFunds[0] ?? {})).toEqual(['fund', 'name', 'amountUsd']);
    const none = { fundCentre: null, grant: null, wbse: null, commitmentItem: null };
    const taken = [
      { fund: 'MC-GTF', budgetLine: 'MC-GTF-COP6', ...none },
      { fund: 'BC', budgetLine: null, ...none },
    ];
    expect(fundsWith(taken)).toEqual(before);
  });
});
