export {
  AllotmentNegative,
  BudgetLine,
  BudgetLineExceeded,
  UnknownBudgetLine,
  UnknownFund,
  UnknownSplitKey,
} from './budget-line.ts';
export {
  checkCoding,
  type Coding,
  type CodingInForce,
  type CodingPart,
  CodingPartNotPlain,
  codingParts,
  NoCodingToTakeAway,
  saysSomething,
  type StatedCoding,
  statingACoding,
} from './coding.ts';
export { BudgetModule } from './budget.module.ts';
export { BudgetService } from './budget.service.ts';
export { BudgetLineTable, SplitKeyTable, TrustFundTable } from './budget.table.ts';
export type { NamedInBudgets } from './named-in-budgets.ts';
export {
  checkWeights,
  FundTwiceInSplit,
  NoSplitKeyInForce,
  split,
  SplitKey,
  SplitKeys,
  type Weight,
} from './split-key.ts';
export {
  CashLimitBelowCharged,
  CashLimitNegative,
  FundCashExceeded,
  type PrintedFund,
  programmeSupportCost,
  SupportCostRateOutOfRange,
  TrustFund,
} from './trust-fund.ts';
