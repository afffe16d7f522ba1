import { type AgreementTerms, ServiceAgreement, Signature } from '#agreements';
import { SplitKey, SplitKeys, type Weight } from '#budget';
import {
  type CertifiableCharge,
  Charge,
  type ChargeDraft,
  type FrozenShare,
  type PriceBooks,
  type Recorded,
  type TripDraft,
} from '#charging';
import type { Officer } from '#identity';
import { Invoice, InvoiceLine } from '#invoicing';
import { Biennium, Day, Money, Quantity } from '#kernel';
import {
  DsaRate,
  OperationalRate,
  OperationalRates,
  RateCard,
  RateCardEntry,
  ServiceItem,
  TerminalExpense,
  TravelRates,
} from '#rates';

/**
 * Valid facts, each from the sample biennium: a test names the facts that matter to it, and these supply the rest.
 * `a.agreement()` is CRA-2025-001, signed; `a.charge()` is thirteen days of document control under it.
 */

export function day(text: string): Day {
  return Day.of(text);
}

export function usd(text: string): Money {
  return Money.usd(text);
}

export function terms(facts: Partial<AgreementTerms> = {}): AgreementTerms {
  return {
    number: 'CRA-2025-001',
    provider: 'MINAMATA',
    client: 'BRS',
    meeting: 'BRS-COPS-2025',
    biennium: Biennium.of('2024-2025'),
    families: ['DOCUMENTS', 'REGISTRATION'],
    mandates: ['MC-5/19'],
    effectiveOn: Day.of('2025-03-01'),
    endsOn: Day.of('2025-12-31'),
    ceilingUsd: Money.usd('50000.00'),
    programmeSupportCost: 'CLIENT_FUND',
    travelMode: null,
    clientAllocation: [
      {
        families: ['DOCUMENTS', 'REGISTRATION'],
        splitKey: 'COP-EQUAL-THIRDS',
        budgetLines: { BC: 'BC-1', RO: 'RO-2', SC: 'SC-3' },
      },
    ],
    providerCredit: { weights: [['MC-GTF', '1']] },
    ...facts,
  };
}

/** `signedOn` null: neither side has signed yet. */
export function agreement({
  signedOn = '2025-03-14',
  ...facts
}: Partial<AgreementTerms> & { signedOn?: string | null } = {}): ServiceAgreement {
  const drafted = ServiceAgreement.draft(terms(facts), {
    by: 'MINAMATA.finance',
    at: new Date('2025-03-01T09:00:00Z'),
    zero: Money.zero(),
  });
  if (signedOn === null) return drafted;
  const provider = signature({ side: 'PROVIDER', signedOn: Day.of(signedOn) });
  drafted.sign(provider, [], Day.of(signedOn));
  drafted.sign(signature({ side: 'CLIENT', signedOn: Day.of(signedOn) }), [provider], Day.of(signedOn));
  return drafted;
}

/** BRS to MINAMATA for COP-6, travel included: what the sample's trips are charged under. */
export function travelAgreement(facts: Partial<AgreementTerms> = {}): ServiceAgreement {
  return agreement({
    number: 'CRA-2025-002',
    provider: 'BRS',
    client: 'MINAMATA',
    meeting: 'MC-COP-6',
    families: ['IT', 'TRAVEL'],
    effectiveOn: Day.of('2025-08-01'),
    endsOn: Day.of('2026-03-31'),
    ceilingUsd: Money.usd('110000.00'),
    travelMode: 'ADVANCED_BY_PROVIDER',
    clientAllocation: [
      { families: ['IT'], splitKey: null, budgetLines: { 'MC-GTF': 'MC-GTF-COP6' } },
      { families: ['TRAVEL'], splitKey: null, budgetLines: { 'MC-STF': 'MC-STF-COP6' } },
    ],
    providerCredit: { weights: [['BC', '1']] },
    signedOn: '2025-10-20',
    ...facts,
  });
}

export function signature(facts: Partial<Signature> = {}): Signature {
  return new Signature({
    agreement: 'CRA-2025-001',
    side: 'PROVIDER',
    signedOn: Day.of('2025-03-14'),
    signedBy: 'MINAMATA.approving',
    recordedAt: new Date('2025-03-14T10:00:00Z'),
    ...facts,
  });
}

export function item(facts: Partial<ServiceItem> = {}): ServiceItem {
  return new ServiceItem({
    code: 'DOC-CTL',
    family: 'DOCUMENTS',
    nature: 'OWN_SERVICE',
    unit: 'E49',
    title: 'Document control',
    ...facts,
  });
}

export const badgeRental = (): ServiceItem =>
  item({ code: 'BDG-RNT', family: 'REGISTRATION', nature: 'PASS_THROUGH', unit: 'LS' });
export const trip = (): ServiceItem => item({ code: 'TRIP', family: 'TRAVEL', nature: 'PASS_THROUGH', unit: 'E54' });

export function rateCardEntry(facts: Partial<RateCardEntry> = {}): RateCardEntry {
  return new RateCardEntry({
    provider: 'MINAMATA',
    item: 'DOC-CTL',
    validFrom: Day.of('2025-01-01'),
    validTo: Day.of('2025-12-31'),
    currency: 'USD',
    unitRate: '920.00',
    includesIndirectCost: false,
    ...facts,
  });
}

/** "CHF 2025-05-01 0.824": one rate a line. */
export function operationalRateList(lines: string): OperationalRate[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [currency = '', effectiveOn = '', unitsPerUsd = ''] = line.trim().split(/\s+/);
      return new OperationalRate({ currency, effectiveOn: Day.of(effectiveOn), unitsPerUsd });
    });
}

export function operationalRates(lines: string): OperationalRates {
  return new OperationalRates(operationalRateList(lines));
}

/** The lists of 2025 of the sample, as they were published. */
export const listsOf2025 = `
  CHF 2025-04-01 0.883
  EUR 2025-04-01 0.926
  CHF 2025-04-15 0.817
  CHF 2025-05-01 0.824
  EUR 2025-05-01 0.880
  CHF 2025-10-01 0.797
  EUR 2025-10-01 0.852
  SGD 2025-10-01 1.290
  CHF 2025-10-31 0.800
  EUR 2025-10-31 0.864
  SGD 2025-10-31 1.300
  CHF 2025-11-14 0.794
  CHF 2025-12-01 0.803
  EUR 2025-12-01 0.861
  CHF 2025-12-31 0.792
  EUR 2025-12-31 0.851`;

export const ratesOf2025 = (): OperationalRates => operationalRates(listsOf2025);

export const dsaRatesOf2025 = (): DsaRate[] => [
  new DsaRate({ place: 'CHGVA', currency: 'CHF', effectiveOn: Day.of('2025-10-01'), amount: '338' }),
  new DsaRate({ place: 'CHGVA', currency: 'CHF', effectiveOn: Day.of('2025-11-01'), amount: '342' }),
  new DsaRate({ place: 'SGSIN', currency: 'SGD', effectiveOn: Day.of('2025-10-01'), amount: '410' }),
];

export const terminalExpenses = (): TerminalExpense[] => [
  new TerminalExpense({ effectiveOn: Day.of('2025-01-01'), amountUsd: Money.usd('47.00') }),
];

export const travelRatesOf2025 = (): TravelRates => new TravelRates(dsaRatesOf2025(), terminalExpenses());

export const equalThirds: Weight[] = [
  ['BC', '1'],
  ['RO', '1'],
  ['SC', '1'],
];

export function splitKey(facts: Partial<SplitKey> = {}): SplitKey {
  return new SplitKey({ code: 'COP-EQUAL-THIRDS', validFrom: Day.of('2024-01-01'), weights: equalThirds, ...facts });
}

export function priceBooks(facts: Partial<PriceBooks> = {}): PriceBooks {
  return {
    rateCard: new RateCard([rateCardEntry()]),
    operationalRates: ratesOf2025(),
    travelRates: travelRatesOf2025(),
    splitKeys: new SplitKeys([splitKey()]),
    ...facts,
  };
}

export function chargeDraft(facts: Partial<ChargeDraft> = {}): ChargeDraft {
  return {
    id: 'A1-01',
    agreement: 'CRA-2025-001',
    item: 'DOC-CTL',
    quantity: Quantity.of('13'),
    actualCost: null,
    deliveredFrom: null,
    deliveredOn: Day.of('2025-05-09'),
    supplierInvoiceOn: null,
    evidence: null,
    traveller: null,
    note: null,
    ...facts,
  };
}

export function tripDraft(facts: Partial<TripDraft> = {}): TripDraft {
  return {
    id: 'T-01',
    agreement: 'CRA-2025-002',
    traveller: 'T-01',
    party: 'ZM',
    from: 'LUN',
    tickets: [{ kind: 'TICKET', amount: Money.usd('1184.60'), on: Day.of('2025-10-06'), number: null }],
    stays: [{ place: 'CHGVA', first: Day.of('2025-11-02'), count: 6, lodgingProvided: false }],
    terminals: 4,
    endedOn: Day.of('2025-11-08'),
    advanceUsd: null,
    evidence: null,
    note: null,
    ...facts,
  };
}

export function recorded(facts: Partial<Recorded> = {}): Recorded {
  return { by: 'MINAMATA.finance', at: new Date('2025-12-31T10:00:00Z'), on: Day.of('2025-12-31'), ...facts };
}

/** A charge just recorded, with its shares. */
export function charge(facts: Partial<ChargeDraft> & { agreement?: never; under?: ServiceAgreement } = {}) {
  const { under = agreement(), ...draft } = facts;
  return Charge.record(chargeDraft({ ...draft, agreement: under.number }), under, item(), priceBooks(), recorded());
}

export function share(facts: Partial<FrozenShare> = {}): FrozenShare {
  return {
    side: 'CLIENT',
    fund: 'BC',
    budgetLine: 'BC-1',
    weight: '1',
    amount: usd('11960.00'),
    credited: Money.zero(),
    ...facts,
  };
}

/** A charge as certification, invoicing and crediting see it: A1-01, on one fund a side. */
export function certifiable(facts: Partial<CertifiableCharge> = {}): CertifiableCharge {
  const amount = facts.amount ?? usd('11960.00');
  return {
    id: 'A1-01',
    agreement: 'CRA-2025-001',
    state: 'RECEIVED',
    version: 2,
    provider: 'MINAMATA',
    client: 'BRS',
    item: 'DOC-CTL',
    family: 'DOCUMENTS',
    nature: 'OWN_SERVICE',
    deliveredOn: Day.of('2025-05-09'),
    quantity: '13',
    unit: 'E49',
    amount,
    traveller: null,
    creditedQuantity: '0',
    credited: Money.zero(),
    unitRate: '920.00',
    unitsPerUsd: null,
    recordedBy: 'MINAMATA.finance',
    receivedBy: 'BRS.finance',
    remarkBy: null,
    shares: [share({ amount }), share({ side: 'PROVIDER', fund: 'MC-GTF', budgetLine: '', amount })],
    ...facts,
  };
}

export function officer(facts: Partial<Officer> = {}): Officer {
  return {
    person: 'BRS.certifying',
    name: 'Certifying officer, BRS',
    secretariat: 'BRS',
    designations: [{ duty: 'CERTIFYING_OFFICER', fund: 'BC' }],
    ...facts,
  };
}

/** Issued, and open: MINAMATA-2025-0001. */
export function invoice(facts: Partial<Invoice> = {}): Invoice {
  const id = facts.id ?? '019a0000-0000-7000-8000-000000000001';
  const draft = Invoice.draft(
    {
      id,
      type: facts.type ?? 'INVOICE',
      agreement: 'CRA-2025-001',
      provider: 'MINAMATA',
      client: 'BRS',
      biennium: '2024-2025',
      corrects: null,
      reason: null,
      preparedBy: 'MINAMATA.finance',
      preparedAt: new Date('2025-06-16T09:00:00Z'),
    },
    [
      new InvoiceLine({
        invoice: id,
        position: 1,
        charge: 'A1-01',
        bills: true,
        quantity: '13',
        amountUsd: usd('11960.00'),
      }),
    ],
  );
  return Object.assign(draft, {
    number: 'MINAMATA-2025-0001',
    state: 'ISSUED' as const,
    issuedOn: '2025-06-16',
    ...facts,
  });
}
