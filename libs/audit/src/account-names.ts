/** The accounts as a reader of a report calls them; an account of another chart keeps the name that its books gave it. */
const names: Readonly<Record<string, string>> = {
  EXPENDITURE: 'Expenditure: services delivered, on budget lines',
  PAYABLE_UNBILLED: 'Payable, delivered and not yet invoiced',
  PAYABLE: 'Payable, invoices less credit notes',
  RECEIVABLE_UNBILLED: 'Receivable, delivered and not yet invoiced',
  RECEIVABLE: 'Receivable, invoices less credit notes',
  RECOVERY_INCOME: 'Recovery income: own services at cost',
  PASS_THROUGH_RECOVERY: 'Pass-through costs recovered, as agent',
  INTERFUND_CLEARING: 'Inter-fund clearing: settled by voucher',
};

export function accountName(account: string): string {
  return names[account] ?? account;
}
