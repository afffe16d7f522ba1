import type {
  InvoiceContent,
  LineContent,
  PartyContent,
  SectionContent,
} from '../../libs/invoicing/src/invoice-content.ts';

/** What the documents of the 2025 meetings are made of: real parties and meetings, illustrative amounts. */

const address = [
  'International Environment House 1',
  '11-13 chemin des An\u00e9mones',
  '1219 Ch\u00e2telaine, Geneva',
  'Switzerland',
];
export const brs: PartyContent = {
  code: 'BRS',
  name: 'Secretariat of the Basel, Rotterdam and Stockholm Conventions',
  address,
  contact: null,
};
export const minamata: PartyContent = {
  code: 'MINAMATA',
  name: 'Secretariat of the Minamata Convention on Mercury',
  address,
  contact: null,
};

const fundNames: Readonly<Record<string, string>> = {
  BC: 'Trust Fund for the Basel Convention',
  RO: 'Rotterdam Convention Trust Fund',
  SC: 'Stockholm Convention Trust Fund',
  'MC-GTF': 'Minamata Convention General Trust Fund',
  'MC-STF': 'Minamata Convention Special Trust Fund',
};
const budgetLines: Readonly<Record<string, string>> = {
  BC: 'BC-1-COP17',
  RO: 'RO-2-COP12',
  SC: 'SC-3-COP12',
  'MC-GTF': 'MC-GTF-COP6',
  'MC-STF': 'MC-STF-COP6',
};

const titles: Readonly<Record<string, [description: string, unit: string, unitName: string, rate: string | null]>> = {
  'DOC-CTL': ['Document control officer, P-3, per working day', 'E49', 'working day', '920.00'],
  'DOC-PAG': ['Page checked, formatted and posted (330 words)', 'ZP', 'page', '12.40'],
  'REG-DSK': ['Registration desk assistant, G-5, per working day', 'E49', 'working day', '630.00'],
  'REG-PAX': ['Participant registered and badged', 'IE', 'person', '6.50'],
  'BDG-RNT': ['Badge printers, supplier\u2019s invoice', 'LS', 'lump sum', null],
  'IT-TEC': ['On-site ICT technician, G-6, per working day', 'E49', 'working day', '700.00'],
  'IT-HST': ['Online registration and meeting platform, per month', 'MON', 'month', '1450.00'],
  'IT-LAP': ['Laptop hire, per laptop-day, supplier\u2019s invoice', 'DAY', 'laptop-day', null],
  'TRV-PRC': ['Travel arrangement fee, per sponsored delegate', 'E54', 'trip', '145.00'],
  'TRV-VIS': ['Visa fee', 'LS', 'lump sum', null],
};

export type Funds = Readonly<Record<string, string>>;
interface LineFacts {
  readonly quantity: string | null;
  readonly amountUsd: string;
  readonly funds: Funds;
  readonly from?: string;
  readonly on: string;
  readonly original?: LineContent['original'];
  readonly components?: LineContent['components'];
  readonly description?: string;
  readonly certifiedOn?: string;
  readonly supplierInvoiceOn?: string;
  readonly note?: string;
}

export function aLine(position: number, charge: string, item: string, facts: LineFacts): LineContent {
  const [description, unit, unitName, rate] = titles[item] ?? ['Trip of a sponsored delegate', 'E54', 'trip', null];
  return {
    position,
    charge,
    item,
    description: facts.description ?? description,
    deliveredFrom: facts.from ?? null,
    deliveredOn: facts.on,
    certifiedOn: facts.certifiedOn ?? null,
    supplierInvoiceOn: facts.supplierInvoiceOn ?? null,
    quantity: facts.quantity,
    unit,
    unitName,
    unitRate: rate === null ? null : { amount: rate, currency: 'USD', cardValidFrom: '2025-01-01' },
    original: facts.original ?? null,
    amountUsd: facts.amountUsd,
    funds: Object.entries(facts.funds).map(([fund, amountUsd]) => ({
      fund,
      budgetLine: budgetLines[fund] ?? fund,
      amountUsd,
    })),
    components: facts.components ?? [],
    evidence: rate === null ? `EV-${charge}` : null,
    note: facts.note ?? null,
  };
}

export const shares = (funds: Funds): InvoiceContent['clientFunds'] =>
  Object.entries(funds).map(([fund, amountUsd]) => ({ fund, name: fundNames[fund] ?? fund, amountUsd }));

const terms = {
  currency: 'USD',
  biennium: '2024-2025',
  settlement: { method: 'Inter-fund journal in Umoja', paymentMeansCode: '97', termDays: null },
  vat: {
    category: 'O',
    exemptionCode: 'VATEX-EU-O',
    reason: 'Not subject to VAT: Convention on the Privileges and Immunities of the United Nations, 1946, section 7',
  },
} as const;

const brsCops: InvoiceContent['meeting'] = {
  code: 'BRS-COPS-2025',
  title:
    '2025 meetings of the conferences of the Parties to the Basel (BC-17), Rotterdam (RC-12) and Stockholm (SC-12) conventions',
  start: '2025-04-28',
  end: '2025-05-09',
  venue: 'CICG, Geneva',
  place: 'CHGVA',
};
const cop6: InvoiceContent['meeting'] = {
  code: 'MC-COP-6',
  title: 'Sixth meeting of the Conference of the Parties to the Minamata Convention on Mercury',
  start: '2025-11-03',
  end: '2025-11-07',
  venue: 'CICG, Geneva',
  place: 'CHGVA',
};

const agreement1: InvoiceContent['agreement'] = {
  number: 'CRA-2025-001',
  signedOn: '2025-03-14',
  effectiveOn: '2025-03-01',
  endsOn: '2025-12-31',
  mandates: ['MC-5/19', 'BC-16/21', 'RC-11/8', 'SC-11/20'],
};
const agreement2: InvoiceContent['agreement'] = {
  number: 'CRA-2025-002',
  signedOn: '2025-10-20',
  effectiveOn: '2025-08-01',
  endsOn: '2026-03-31',
  mandates: ['MC-5/19', 'BC-17/22', 'RC-12/9', 'SC-12/23'],
};

export const toBrs = { provider: minamata, client: brs, agreement: agreement1, meeting: brsCops, ...terms };
export const toMinamata = { provider: brs, client: minamata, agreement: agreement2, meeting: cop6, ...terms };

export const own = (families: SectionContent['families'], subtotalUsd: string): SectionContent => ({
  nature: 'OWN_SERVICE',
  families,
  subtotalUsd,
});
export const passed = (families: SectionContent['families'], subtotalUsd: string): SectionContent => ({
  nature: 'PASS_THROUGH',
  families,
  subtotalUsd,
});

export const cop = { from: '2025-11-02', on: '2025-11-07' };
export const chf = (amount: string, unitsPerUsd: string, effectiveOn: string): LineContent['original'] => ({
  currency: 'CHF',
  amount,
  unitsPerUsd,
  effectiveOn,
});
