/**
 * What is shown of each kind of reference data, field by field: a column that a table gets later shows up in no answer
 * before somebody has written it here.
 */
export const fieldsShown = {
  secretariat: ['code', 'name', 'address'],
  person: ['code', 'name', 'secretariat'],
  fund: ['code', 'name', 'secretariat', 'kind', 'programmeSupportCostRate', 'cashLimitUsd', 'cashChargedUsd'],
  budgetLine: ['code', 'fund', 'biennium', 'activity', 'title', 'allotmentUsd', 'chargedUsd'],
  coding: ['fund', 'budgetLine', 'fundCentre', 'grant', 'wbse', 'commitmentItem'],
  splitKey: ['code', 'validFrom', 'weights'],
  meeting: ['code', 'title', 'organizer', 'startsOn', 'endsOn', 'place', 'venue'],
  item: ['code', 'family', 'nature', 'unit', 'title'],
  rateCardEntry: ['provider', 'item', 'validFrom', 'validTo', 'currency', 'unitRate', 'includesIndirectCost'],
  operationalRate: ['currency', 'effectiveOn', 'unitsPerUsd'],
  dsaRate: ['place', 'effectiveOn', 'currency', 'amount'],
  terminalExpense: ['effectiveOn', 'amountUsd'],
} as const;

export function only<T extends object, Field extends keyof T>(one: T, fields: readonly Field[]): Pick<T, Field> {
  return Object.fromEntries(fields.map((field) => [field, one[field]])) as Pick<T, Field>;
}
