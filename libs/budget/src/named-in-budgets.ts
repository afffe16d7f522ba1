import type { BudgetLine } from './budget-line.ts';
import type { TrustFund } from './trust-fund.ts';

/** What an agreement may name of both sides' budgets, as far as whoever drafts it must know: no amounts, no weights. */
export interface NamedInBudgets {
  readonly funds: readonly Pick<TrustFund, 'code' | 'secretariat'>[];
  readonly lines: readonly Pick<BudgetLine, 'code' | 'fund' | 'biennium'>[];
  readonly keys: readonly { readonly code: string; readonly funds: readonly string[] }[];
}
