/** An invoice of any length that adds up, with descriptions, days, quantities and two kinds of lines that differ. */
const address = ['International Environment House 1', '11-13 chemin des An\u00e9mones', '1219 Ch\u00e2telaine, Geneva'];

export function invoiceOf(lines) {
  const passThrough = Array.from({ length: Math.floor(lines / 10) }, (_, index) => index);
  const own = Array.from({ length: lines - passThrough.length }, (_, index) => index);
  const ownLines = own.map((index) => ownLine(index, index + 1));
  const passLines = passThrough.map((index) => passThroughLine(index, own.length + index + 1));
  const sections = [
    section('OWN_SERVICE', 'DOCUMENTS', ownLines),
    ...(passLines.length === 0 ? [] : [section('PASS_THROUGH', 'REGISTRATION', passLines)]),
  ];
  const totalUsd = sum([...ownLines, ...passLines].map(({ amountUsd }) => amountUsd));
  return {
    type: 'INVOICE',
    number: 'BRS-2025-0001',
    issuedOn: '2025-12-12',
    currency: 'USD',
    provider: {
      code: 'BRS',
      name: 'Secretariat of the Basel, Rotterdam and Stockholm Conventions',
      address,
      contact: null,
    },
    client: { code: 'MINAMATA', name: 'Secretariat of the Minamata Convention on Mercury', address, contact: null },
    agreement: {
      number: 'CRA-2025-002',
      signedOn: '2025-01-01',
      effectiveOn: '2025-01-01',
      endsOn: '2025-12-31',
      mandates: ['MC-5/19', 'BC-17/22'],
    },
    meeting: {
      code: 'MC-COP-6',
      title: 'Sixth meeting of the Conference of the Parties to the Minamata Convention on Mercury',
      start: '2025-11-03',
      end: '2025-11-07',
      venue: 'CICG, Geneva',
      place: 'CHGVA',
    },
    biennium: '2024-2025',
    servicePeriod: { from: '2025-01-01', to: '2025-12-31' },
    corrects: null,
    sections,
    totalUsd,
    prepaymentUsd: '0.00',
    amountDueUsd: totalUsd,
    clientFunds: [{ fund: 'MC-GTF', name: 'Minamata Convention General Trust Fund', amountUsd: totalUsd }],
    providerFunds: [{ fund: 'BC', name: 'Trust Fund for the Basel Convention', amountUsd: totalUsd }],
    programmeSupportCost: { treatment: 'EXEMPT', memo: [], totalUsd: '0.00' },
    settlement: { method: 'Inter-fund journal in Umoja', paymentMeansCode: '97', termDays: null },
    vat: { category: 'O', exemptionCode: 'VATEX-EU-O', reason: 'Not subject to VAT' },
    certification: {
      prepared: { name: 'Finance officer, BRS', funds: [], at: '2025-12-11T09:00:00Z' },
      certified: [{ name: 'Certifying officer, MINAMATA', funds: ['MC-GTF'], at: '2025-12-10T09:00:00Z' }],
      approved: { name: 'Approving officer, BRS', funds: [], at: '2025-12-12T09:00:00Z' },
    },
  };
}

function section(nature, family, lines) {
  const subtotalUsd = sum(lines.map(({ amountUsd }) => amountUsd));
  return { nature, families: [{ family, lines, subtotalUsd }], subtotalUsd };
}

function ownLine(index, position) {
  const pages = 1 + (index % 90);
  return line(position, {
    item: 'DOC-PAG',
    description: `Page checked, formatted and posted (330 words), document UNEP/MC/COP.6/${index + 1}`,
    quantity: String(pages),
    unit: 'ZP',
    unitName: 'page',
    unitRate: { amount: '12.40', currency: 'USD', cardValidFrom: '2025-01-01' },
    original: null,
    amountUsd: text(pages * 1240),
    evidence: null,
  });
}

function passThroughLine(index, position) {
  const cents = 4000 + ((index * 37) % 90_000);
  return line(position, {
    item: 'BDG-RNT',
    description: `Badge printers, supplier\u2019s invoice ${2500 + index}`,
    quantity: '1',
    unit: 'LS',
    unitName: 'lump sum',
    unitRate: null,
    original: { currency: 'CHF', amount: text(Math.round(cents * 0.8)), unitsPerUsd: '0.800', effectiveOn: '2025-10-31' },
    amountUsd: text(cents),
    evidence: `EV-${index + 1}`,
  }); // oxfmt-ignore
}

function line(position, facts) {
  const deliveredOn = new Date(Date.UTC(2025, 0, 1 + ((position * 7) % 365))).toISOString().slice(0, 10);
  return {
    position,
    charge: `CRA-2025-002-${String(position).padStart(5, '0')}`,
    deliveredFrom: null,
    deliveredOn,
    certifiedOn: null,
    supplierInvoiceOn: null,
    note: null,
    funds: [{ fund: 'MC-GTF', budgetLine: 'MC-GTF-COP6', amountUsd: facts.amountUsd }],
    components: [],
    ...facts,
  };
}

/** Whole cents as text; the amounts here are far below where a number would lose one. */
function text(cents) {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

function sum(amounts) {
  return text(amounts.reduce((cents, amount) => cents + Number(amount.replace('.', '')), 0));
}
