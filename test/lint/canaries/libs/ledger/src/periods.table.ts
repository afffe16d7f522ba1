export const periods = 'ledger.period';

export function currentTable(): string {
  return periods;
}
