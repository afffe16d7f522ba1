export { BudgetLine, BudgetLineExceeded, UnknownBudgetLine, UnknownFund, UnknownSplitKey } from './budget-line.ts';
export { BudgetModule } from './budget.module.ts';
export { BudgetService } from './budget.service.ts';
export { BudgetLineTable, SplitKeyTable, TrustFundTable } from './budget.table.ts';
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
  programmeSupportCost,
  SupportCostRateOutOfRange,
  TrustFund,
} from './trust-fund.ts';
