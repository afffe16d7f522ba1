import type { ServiceAgreement } from './service-agreement.ts';

/** By what the list can be sorted. */
export const agreementSorts = ['number', 'meeting', 'charged', 'free', 'ceiling'] as const;
export type AgreementSort = (typeof agreementSorts)[number];

type Sorted = Pick<ServiceAgreement, 'number' | 'meeting' | 'chargedUsd' | 'freeUsd' | 'ceilingUsd'>;

/** All of them in that order; what is equal stays in the order in which it came, whichever way. */
export function inOrder<One extends Sorted>(
  agreements: readonly One[],
  { sort, ascending }: { readonly sort: AgreementSort; readonly ascending: boolean },
): One[] {
  const way = ascending ? 1 : -1;
  return agreements.toSorted((a, b) => way * compare(a, b, sort));
}

function compare(a: Sorted, b: Sorted, sort: AgreementSort): number {
  if (sort === 'number' || sort === 'meeting') return a[sort] < b[sort] ? -1 : a[sort] > b[sort] ? 1 : 0;
  const amount = ({ chargedUsd, freeUsd, ceilingUsd }: Sorted) =>
    ({ charged: chargedUsd, free: freeUsd, ceiling: ceilingUsd })[sort];
  return amount(a).exceeds(amount(b)) ? 1 : amount(b).exceeds(amount(a)) ? -1 : 0;
}
