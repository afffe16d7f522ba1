/**
 * Books to measure in: the sample's secretariats, funds, services and rates, and any number of signed agreements whose
 * ceilings are never reached. Every other agreement goes the other way, so that both books work as provider and as client.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const sampleFile = fileURLToPath(new URL('../../apps/api/sample/scenario-2024-2025.json', import.meta.url));
const never = '900000000000.00'; // a ceiling that no run comes near

export const biennium = '2024-2025';

/** The scenario file with `agreements` agreements and no charges, as text; ceilings and allotments are never reached unless given. */
export function scenarioWith(agreements, { ceilingUsd = never, allotmentUsd = never } = {}) {
  const given = JSON.parse(readFileSync(sampleFile, 'utf8'));
  const nothing = { charges: [], trips: [], invoices: [], creditNotes: [] };
  const bare = { ...given, budgetLines: [], agreements: [], ...nothing };
  return JSON.stringify(withAgreements(bare, agreements, { ceilingUsd, allotmentUsd }));
}

/** The whole sample, and beside what it holds `agreements` more agreements to work under, as text. */
export function sampleWith(agreements) {
  const given = JSON.parse(readFileSync(sampleFile, 'utf8'));
  return JSON.stringify(withAgreements(given, agreements, { ceilingUsd: never, allotmentUsd: never }));
}

function withAgreements(given, agreements, limits) {
  const all = Array.from({ length: agreements }, (_, index) => agreementAt(index, limits));
  return {
    ...given,
    about: 'Reference data of the sample, and agreements to work under.',
    operationalRates: [
      { currency: 'CHF', effectiveOn: '2025-01-01', unitsPerUsd: '0.905' },
      ...given.operationalRates.filter(({ currency, effectiveOn }) => currency !== 'CHF' || effectiveOn > '2025-01-01'),
    ],
    budgetLines: [...given.budgetLines, ...all.flatMap(({ lines }) => lines)],
    agreements: [...given.agreements, ...all.map(({ agreement }) => agreement)],
  };
}

/** An agreement with budget lines of its own; an even one sells to BRS, an odd one buys from it. */
function agreementAt(index, { ceilingUsd, allotmentUsd }) {
  const number = agreementNumber(index);
  const toBrs = index % 2 === 0;
  const funds = toBrs ? ['BC', 'RO', 'SC'] : ['MC-GTF'];
  const families = ['IT', 'DOCUMENTS', 'REGISTRATION'];
  const budgetLines = Object.fromEntries(funds.map((fund) => [fund, `${fund}-${number}`]));
  return {
    lines: funds.map((fund) => ({
      code: budgetLines[fund],
      fund,
      activity: 'COP',
      title: `Services bought under ${number}`,
      allotmentUsd,
    })),
    agreement: {
      number,
      provider: toBrs ? 'MINAMATA' : 'BRS',
      client: toBrs ? 'BRS' : 'MINAMATA',
      meeting: toBrs ? 'BRS-COPS-2025' : 'MC-COP-6',
      families,
      mandates: ['MC-5/19'],
      effectiveOn: '2025-01-01',
      signedOn: '2025-01-01',
      endsOn: '2025-12-31',
      ceilingUsd,
      programmeSupportCost: 'CLIENT_FUND',
      travelMode: null,
      clientAllocation: [{ families, splitKey: toBrs ? 'COP-EQUAL-THIRDS' : null, budgetLines }],
      ...(toBrs ? { providerCredit: [{ fund: 'MC-GTF', weight: '1' }] } : { providerCreditSplitKey: 'BRS-BY-BUDGET' }),
    },
  };
}

export function agreementNumber(index) {
  return `CRA-BENCH-${String(index + 1).padStart(3, '0')}`;
}

/** Who records, confirms and certifies under this agreement. */
export function officersFor(index) {
  const [provider, client] = index % 2 === 0 ? ['MINAMATA', 'BRS'] : ['BRS', 'MINAMATA'];
  return { recorder: `${provider}.finance`, receiver: `${client}.finance`, certifier: `${client}.certifying` };
}

const items = ['DOC-PAG', 'DOC-CTL', 'REG-DSK', 'REG-PAX', 'IT-TEC', 'BDG-RNT'];

/**
 * The charge with this running number under that agreement, as the body of POST /charges. The same number gives the same
 * charge, each differs from its neighbours, and they spread over all services and over all days of 2025.
 */
export function chargeBody(running, agreementIndex) {
  const item = items[running % items.length];
  const dayOfYear = (running * 7919) % 365;
  const deliveredOn = new Date(Date.UTC(2025, 0, 1 + dayOfYear)).toISOString().slice(0, 10);
  const common = { agreement: agreementNumber(agreementIndex), item, deliveredOn };
  if (item !== 'BDG-RNT') return { ...common, quantity: String(1 + (running % 40)) };
  const actualCost = { currency: 'CHF', amount: `${100 + (running % 900)}.${String(running % 100).padStart(2, '0')}` };
  return { ...common, quantity: '1', actualCost, evidence: `EV-${running}` };
}
