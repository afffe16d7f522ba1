import type { AgreementInFile, ChargeInFile, ScenarioFile, TripInFile } from './tiny-model.ts';

/**
 * A biennium that never was, the same for the same seed: two secretariats under other names, rate cards in francs and
 * dollars that change in mid-biennium, costs in currencies of no, two and three decimals, keys that change in mid-year
 * and have zero and fractional weights, an agreement signed late and one never, trips with stays in two currencies.
 */
export function generatedScenario(seed: number, charges: number): ScenarioFile {
  const dice = new Dice(seed);
  const agreements = [
    agreement('AG/1', 'OZONE', 'WHALES & Co', { signedOn: '2026-06-15', splitKey: 'MOVING', credit: [['OZ-2', '0.5'], ['OZ-1', '0.25']] }),
    agreement('AG/2', 'WHALES & Co', 'OZONE', { signedOn: '2026-01-05', splitKey: 'BY-BUDGET', creditKey: 'MOVING' }),
    agreement('AG/3', 'OZONE', 'WHALES & Co', { signedOn: '2026-02-01', line: 'W-C', credit: [['OZ-1', '1']], supportCost: 'EXEMPT' }),
    agreement('AG/4', 'OZONE', 'WHALES & Co', { line: 'W-A', credit: [['OZ-1', '3'], ['OZ-2', '0']] }),
  ];
  const delivered = Array.from({ length: charges }, (_, index) => charge(dice, index, dice.oneOf(agreements).number));
  const trips = Array.from({ length: Math.ceil(charges / 15) }, (_, index) => trip(dice, index, dice.oneOf(agreements.slice(0, 3)).number));
  const invoices = agreements.flatMap((one) => bills(one, delivered, trips));
  return {
    biennium: '2026-2027',
    secretariats: ['OZONE', 'WHALES & Co'].map((code) => ({ code, name: `Secretariat of ${code}` })),
    trustFunds: [
      ...['OZ-1', 'OZ-2', 'OZ-3'].map((code) => ({ code, name: code, secretariat: 'OZONE', kind: 'GENERAL', programmeSupportCostRate: '0.13' })),
      ...['W-A', 'W-B', 'W-C'].map((code, index) => ({
        code,
        name: code,
        secretariat: 'WHALES & Co',
        kind: 'VOLUNTARY',
        programmeSupportCostRate: ['0.07', '0', '0.125'][index] ?? '0',
      })),
    ],
    meetings: [{ code: 'MEETING', title: 'A meeting', organizer: 'OZONE', start: '2026-09-07', end: '2026-09-11', place: 'SNDKR' }],
    serviceItems: [
      { code: 'PAGE', family: 'PAPER', nature: 'OWN_SERVICE', unit: 'ZP', title: 'A page' },
      { code: 'DESK', family: 'PEOPLE', nature: 'OWN_SERVICE', unit: 'E49', title: 'A day at the desk' },
      { code: 'HALL', family: 'PEOPLE', nature: 'PASS_THROUGH', unit: 'LS', title: 'A hall' },
      { code: 'FEE', family: 'TRAVEL', nature: 'OWN_SERVICE', unit: 'E54', title: 'A trip arranged' },
    ],
    rateCards: [
      card('OZONE', '2026-01-01', '2026-12-31', 'CHF', { PAGE: '11.35', DESK: '611.15', FEE: '120.05' }),
      card('OZONE', '2027-01-01', '2027-12-31', 'CHF', { PAGE: '11.70', DESK: '629.95', FEE: '120.05' }),
      card('WHALES & Co', '2026-01-01', '2026-06-30', 'USD', { PAGE: '9.99', DESK: '433.33' }),
      card('WHALES & Co', '2026-07-01', '2027-12-31', 'USD', { PAGE: '10.01', DESK: '450.05' }),
      card('WHALES & Co', '2026-01-01', '2027-12-31', 'KWD', { FEE: '28.125' }),
    ],
    operationalRates: operationalRates(dice),
    dsaRates: [
      { place: 'SNDKR', currency: 'XOF', effectiveOn: '2025-12-15', amount: '131250' },
      { place: 'SNDKR', currency: 'XOF', effectiveOn: '2026-09-08', amount: '133000' },
      { place: 'CHGVA', currency: 'CHF', effectiveOn: '2025-12-31', amount: '351' },
      { place: 'CHGVA', currency: 'CHF', effectiveOn: '2027-03-10', amount: '347.50' },
    ],
    terminalExpenses: [
      { effectiveOn: '2025-06-01', amountUsd: '47.00' },
      { effectiveOn: '2027-01-01', amountUsd: '51.35' },
    ],
    splitKeys: [
      { code: 'MOVING', validFrom: '2027-05-30', weights: weights('OZ', 'W', ['1', '0', '1']) },
      { code: 'MOVING', validFrom: '2025-01-01', weights: weights('OZ', 'W', ['1', '1', '1']) },
      { code: 'MOVING', validFrom: '2026-05-30', weights: weights('OZ', 'W', ['0.75', '0.25', '0']) },
      { code: 'BY-BUDGET', validFrom: '2025-01-01', weights: [['OZ-1', '9634869'], ['OZ-2', '8239100'], ['OZ-3', '11582220']] },
      { code: 'BY-BUDGET', validFrom: '2027-01-01', weights: [['OZ-3', '33.333'], ['OZ-1', '33.333'], ['OZ-2', '33.334']] },
    ].map((key) => ({ ...key, code: key.code, weights: key.weights as [string, string][] })),
    budgetLines: ['OZ-1', 'OZ-2', 'OZ-3', 'W-A', 'W-B', 'W-C'].map((fund) => ({ code: `LINE ${fund}`, fund, allotmentUsd: '900000000.00' })),
    agreements,
    charges: delivered,
    trips,
    invoices,
    creditNotes: creditNotes(dice, invoices, delivered),
  };
}

interface Choices {
  signedOn?: string;
  splitKey?: string;
  line?: string;
  credit?: [fund: string, weight: string][];
  creditKey?: string;
  supportCost?: string;
}

function agreement(number: string, provider: string, client: string, choices: Choices): AgreementInFile {
  const families = ['PAPER', 'PEOPLE', 'TRAVEL'];
  const funds = client === 'OZONE' ? ['OZ-1', 'OZ-2', 'OZ-3'] : ['W-A', 'W-B', 'W-C'];
  const lines = (of: string[]): Record<string, string> => Object.fromEntries(of.map((fund) => [fund, `LINE ${fund}`]));
  return {
    number,
    provider,
    client,
    meeting: 'MEETING',
    families,
    effectiveOn: '2026-01-01',
    endsOn: '2027-12-31',
    ...(choices.signedOn === undefined ? {} : { signedOn: choices.signedOn }),
    ceilingUsd: '900000000.00',
    programmeSupportCost: choices.supportCost ?? 'CLIENT_FUND',
    clientAllocation: [
      choices.line === undefined
        ? { families, splitKey: client === 'OZONE' ? (choices.splitKey ?? null) : 'MOVING-W', budgetLines: lines(funds) }
        : { families, splitKey: null, budgetLines: lines([choices.line]) },
    ],
    ...(choices.credit === undefined ? {} : { providerCredit: choices.credit.map(([fund, weight]) => ({ fund, weight })) }),
    ...(choices.creditKey === undefined ? {} : { providerCreditSplitKey: choices.creditKey }),
  };
}
