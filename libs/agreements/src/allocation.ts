import { split, type SplitKeys, type Weight } from '#budget';
import { at, type Day, type Money, Refused } from '#kernel';

/** How the client bears a family's cost: one budget line, or a dated key with a budget line for each fund in it. */
export interface ClientAllocation {
  readonly families: readonly string[];
  readonly splitKey: string | null;
  readonly budgetLines: Readonly<Record<string, string>>; // fund -> budget line
}

/** Whom the provider credits: fixed weights of its funds, or a dated key. */
export type ProviderCredit = { readonly weights: readonly Weight[] } | { readonly splitKey: string };

/** A fund's share of a charge, with the weight that made it, so that a credit can be split alike. */
export interface Share {
  readonly fund: string;
  readonly budgetLine: string; // "" on the provider's side, and where the share is zero
  readonly weight: string;
  readonly amount: Money;
}

/**
 * What each of the client's funds bears of a charge, by the key in force on the day of delivery.
 * Errors: FamilyNotInAgreement, NoSplitKeyInForce, FundWithoutBudgetLine.
 */
export function clientShares(
  { families, clientAllocation }: { families: readonly string[]; clientAllocation: readonly ClientAllocation[] },
  charge: { family: string; amount: Money; deliveredOn: Day; agreement: string },
  keys: SplitKeys,
): Share[] {
  const allocation = clientAllocation.find((one) => one.families.includes(charge.family));
  if (allocation === undefined || !families.includes(charge.family))
    throw new FamilyNotInAgreement(charge.agreement, charge.family);
  const weights: readonly Weight[] =
    allocation.splitKey === null
      ? Object.keys(allocation.budgetLines).map((fund): Weight => [fund, '1'])
      : weightsOn(keys, allocation.splitKey, charge.deliveredOn);
  return split(charge.amount, weights).map((share) => {
    const budgetLine = allocation.budgetLines[share.fund] ?? '';
    if (budgetLine === '' && !share.amount.isZero())
      throw new FundWithoutBudgetLine(charge.agreement, share.fund, charge.family);
    return { ...share, budgetLine };
  });
}

/** What each of the provider's funds is credited with. Errors: NoSplitKeyInForce. */
export function providerShares(credit: ProviderCredit, amount: Money, deliveredOn: Day, keys: SplitKeys): Share[] {
  const weights = 'splitKey' in credit ? weightsOn(keys, credit.splitKey, deliveredOn) : credit.weights;
  return split(amount, weights).map((share) => ({ ...share, budgetLine: '' }));
}

function weightsOn(keys: SplitKeys, code: string, deliveredOn: Day): readonly Weight[] {
  return at('/deliveredOn', () => keys.on(code, deliveredOn).weights);
}

export class FamilyNotInAgreement extends Refused {
  constructor(agreement: string, family: string) {
    super(`Agreement ${agreement} does not cover services of the family ${family}.`, '/item');
  }
}

export class FundWithoutBudgetLine extends Refused {
  constructor(agreement: string, fund: string, family: string) {
    super(
      `Agreement ${agreement} names no budget line of the fund ${fund} for ${family}, and the split gives it a share.`,
      '/agreement',
    );
  }
}
