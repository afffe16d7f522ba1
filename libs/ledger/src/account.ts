/**
 * The chart of accounts that both books share. Debits are positive, credits negative.
 * Source: delivery principle (IPSAS accrual): a cost is booked when the service is delivered, the paper only moves it
 * from unbilled to billed; a pass-through cost recovered as agent is no income of the provider's own.
 */
export const accounts = {
  EXPENDITURE: 'the client: cost of services delivered, on a budget line',
  PAYABLE_UNBILLED: 'the client: owed for what is delivered and not yet invoiced',
  PAYABLE: 'the client: owed on invoices, less credit notes',
  RECEIVABLE_UNBILLED: 'the provider: due for what is delivered and not yet invoiced',
  RECEIVABLE: 'the provider: due on invoices, less credit notes',
  RECOVERY_INCOME: 'the provider: own services recovered at cost',
  PASS_THROUGH_RECOVERY: 'the provider: costs of others recovered as agent',
  INTERFUND_CLEARING: 'both: settled by journal voucher between the funds',
} as const;

export type Account = keyof typeof accounts;
