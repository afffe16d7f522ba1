import {
  type BudgetLine,
  checkWeights,
  type NamedInBudgets,
  UnknownBudgetLine,
  UnknownFund,
  UnknownSplitKey,
} from '#budget';
import { at, Refused } from '#kernel';
import type { ServiceAgreement } from './service-agreement.ts';

/**
 * Whether an agreement's allocation can be carried out: every key, fund and budget line exists, lines belong to the
 * agreement's biennium and to the fund they stand for, and no side disposes of the other side's funds.
 * Errors: UnknownSplitKey, UnknownBudgetLine, UnknownFund, FundOfTheOtherSide, BudgetLineOfAnotherFund, BudgetLineOfAnotherBiennium, and those of checkWeights.
 */
export function checkAllocation(agreement: ServiceAgreement, books: NamedInBudgets): void {
  const funds = new Map(books.funds.map((fund) => [fund.code, fund]));
  const lines = new Map(books.lines.map((line) => [line.code, line]));
  const isKey = (key: string): boolean => books.keys.some(({ code }) => code === key);
  for (const [index, { budgetLines, splitKey }] of agreement.clientAllocation.entries()) {
    const place = `/clientAllocation/${index}`;
    if (splitKey !== null && !isKey(splitKey)) throw new UnknownSplitKey(splitKey, `${place}/splitKey`);
    for (const [fund, code] of Object.entries(budgetLines)) {
      const inLines = `${place}/budgetLines`;
      checkFund(funds, fund, agreement.client, inLines);
      const line = lines.get(code);
      if (line === undefined) throw new UnknownBudgetLine(code, inLines);
      if (line.fund !== fund) throw new BudgetLineOfAnotherFund(line, fund, inLines);
      if (!line.biennium.equals(agreement.biennium)) throw new BudgetLineOfAnotherBiennium(line, agreement, inLines);
    }
  }
  const credit = agreement.providerCredit;
  if ('splitKey' in credit && !isKey(credit.splitKey))
    throw new UnknownSplitKey(credit.splitKey, '/providerCreditSplitKey');
  if ('weights' in credit) at('/providerCredit', () => checkWeights(agreement.number, credit.weights));
  const credited =
    'weights' in credit
      ? credit.weights.map(([fund]) => fund)
      : books.keys.filter(({ code }) => code === credit.splitKey).flatMap(({ funds }) => funds);
  for (const fund of credited) checkFund(funds, fund, agreement.provider, '/providerCredit');
}

function checkFund(
  funds: ReadonlyMap<string, NamedInBudgets['funds'][number]>,
  code: string,
  secretariat: string,
  place: string,
): void {
  const fund = funds.get(code);
  if (fund === undefined) throw new UnknownFund(code, place);
  if (fund.secretariat !== secretariat) throw new FundOfTheOtherSide(code, secretariat, place);
}

export class FundOfTheOtherSide extends Refused {
  constructor(fund: string, secretariat: string, place: string) {
    super(`The fund ${fund} is not one of ${secretariat}'s: each side disposes of its own funds only.`, place);
  }
}

export class BudgetLineOfAnotherFund extends Refused {
  constructor(line: Pick<BudgetLine, 'code' | 'fund'>, named: string, place: string) {
    super(`Budget line ${line.code} belongs to the fund ${line.fund}, not to ${named}.`, place);
  }
}

export class BudgetLineOfAnotherBiennium extends Refused {
  constructor(line: Pick<BudgetLine, 'code' | 'biennium'>, agreement: ServiceAgreement, place: string) {
    super(
      `Budget line ${line.code} is of ${line.biennium.toString()}, the agreement of ${agreement.biennium.toString()}.`,
      place,
    );
  }
}
