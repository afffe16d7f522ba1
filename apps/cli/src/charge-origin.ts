import process from 'node:process';
import type { ChargeView } from '#charging';
import { grouped, printTable } from './output.ts';

/** Where a charge's amount comes from: whose cost it is, at which rate of which day, a trip's components, and its shares. */
export function printOrigin(charge: ChargeView): void {
  process.stdout.write('\n');
  for (const [name, value] of factsOf(charge)) process.stdout.write(`${name.padEnd(18)} ${value}\n`);
  if (charge.trip !== null) {
    process.stdout.write('\n');
    printTable<readonly [string, string, string]>(
      [
        { head: 'Component', of: ([label]) => label },
        { head: 'USD', of: ([, amountUsd]) => grouped(amountUsd), align: 'right' },
        { head: 'By', of: ([, , basis]) => basis },
      ],
      charge.trip.components,
    );
  }
  process.stdout.write('\n');
  printTable(
    [
      { head: 'Share of', of: ({ side }) => (side === 'CLIENT' ? charge.client : charge.provider) },
      { head: 'Fund', of: ({ fund }) => fund },
      { head: 'Budget line', of: ({ budgetLine }) => budgetLine },
      { head: 'Weight', of: ({ weight }) => weight, align: 'right' },
      { head: 'USD', of: ({ amountUsd }) => grouped(amountUsd), align: 'right' },
    ],
    charge.shares,
  );
}

function factsOf(charge: ChargeView): [name: string, value: string][] {
  const { nature, originalCurrency, originalAmount, unitsPerUsd, rateEffectiveOn, trip } = charge;
  const advance = trip?.advanceUsd ?? null;
  const facts: [string, string | null][] = [
    [
      'Cost',
      nature === 'PASS_THROUGH' ? 'another’s, recovered at what it took, as agent' : 'own service, at the rate card',
    ],
    ['Unit rate', unitRateOf(charge)],
    ['Original amount', originalAmount === null ? null : `${originalCurrency ?? ''} ${grouped(originalAmount)}`],
    ['Operational rate', unitsPerUsd === null ? null : `${unitsPerUsd} to the USD, effective ${rateEffectiveOn ?? ''}`],
    ['Supplier’s invoice', charge.supplierInvoiceOn],
    ['Evidence', charge.evidence],
    ['Traveller', trip === null || charge.traveller === null ? null : `${charge.traveller}, of ${trip.party}`],
    ['Entitlement', trip === null ? null : `USD ${grouped(trip.entitlementUsd)}`],
    ['Advance', advance === null ? null : `USD ${grouped(advance)}, between provider and traveller`],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
}

function unitRateOf({ unitRate, unitRateCurrency, unitRateValidFrom, unit }: ChargeView): string | null {
  if (unitRate === null) return null;
  const since = unitRateValidFrom === null ? '' : `, in force from ${unitRateValidFrom}`;
  return `${unitRateCurrency ?? 'USD'} ${grouped(unitRate)} for each ${unit}${since}`;
}
