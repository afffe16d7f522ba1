import { column, constraintStandsFor } from '#platform';
import { EntitySchema } from 'typeorm';
import { AllotmentNegative, BudgetLine, BudgetLineExceeded, UnknownBudgetLine, UnknownFund } from './budget-line.ts';
import { CodingPartNotPlain, NoCodingToTakeAway } from './coding.ts';
import { SplitKey } from './split-key.ts';
import { FundCashExceeded, TrustFund } from './trust-fund.ts';

export const TrustFundTable = new EntitySchema<TrustFund>({
  schema: 'budget',
  name: 'trust_fund',
  tableName: 'trust_fund',
  target: TrustFund,
  columns: {
    code: { ...column.text(), primary: true },
    name: column.text(),
    secretariat: column.text(),
    kind: column.text(),
    programmeSupportCostRate: column.decimalText(),
    cashLimitUsd: column.moneyUsdOrNull(),
    cashChargedUsd: column.moneyUsd(),
  },
});

export const BudgetLineTable = new EntitySchema<BudgetLine>({
  schema: 'budget',
  name: 'budget_line',
  tableName: 'budget_line',
  target: BudgetLine,
  columns: {
    code: { ...column.text(), primary: true },
    fund: column.text(),
    biennium: column.biennium(),
    activity: column.text(),
    title: column.text(),
    allotmentUsd: column.moneyUsd(),
    chargedUsd: column.moneyUsd(),
  },
});

export const SplitKeyTable = new EntitySchema<SplitKey>({
  schema: 'budget',
  name: 'split_key',
  tableName: 'split_key',
  target: SplitKey,
  columns: {
    code: { ...column.text(), primary: true },
    validFrom: { ...column.day(), primary: true },
    weights: column.json(),
  },
});

constraintStandsFor('budget_line_within_allotment', () => new BudgetLineExceeded('of this charge'));
constraintStandsFor('budget_line_allotment_not_negative', () => new AllotmentNegative('of this list'));
constraintStandsFor('trust_fund_within_cash', () => new FundCashExceeded('of this charge'));
constraintStandsFor('budget_line_of_fund', () => new UnknownFund('named by the budget line'));
constraintStandsFor('charge_allocation_of_fund', () => new UnknownFund('named by the split'));
constraintStandsFor('coding_fund_centre_is_plain', () => new CodingPartNotPlain('fundCentre'));
constraintStandsFor('coding_grant_number_is_plain', () => new CodingPartNotPlain('grant'));
constraintStandsFor('coding_wbse_is_plain', () => new CodingPartNotPlain('wbse'));
constraintStandsFor('coding_commitment_item_is_plain', () => new CodingPartNotPlain('commitmentItem'));
constraintStandsFor('coding_begins_with_a_part', () => new NoCodingToTakeAway());
constraintStandsFor('coding_is_taken_away_once', () => new NoCodingToTakeAway());
constraintStandsFor('coding_of_fund', () => new UnknownFund('named by the coding'));
constraintStandsFor('coding_of_line_of_its_fund', () => new UnknownBudgetLine('named by the coding'));
