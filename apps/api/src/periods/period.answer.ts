import type { Day } from '#kernel';
import {
  type Period,
  periodActs,
  periodActsFor,
  type PeriodActView,
  type PeriodBalance,
  type PeriodView,
} from '#ledger';
import { Reason, Shown, ShownList, ShownOrNull } from '../http/fields.ts';
import { ActionShown, actionsShown, type Offered } from '../http/offered.ts';

/** A month or a biennium of both books; one that nobody has acted on is open. */
export class PeriodShown {
  @Shown({ example: '2025-11', description: 'A month, or a biennium such as 2024-2025' }) code: string;
  @Shown({ enum: ['MONTH', 'BIENNIUM'] }) kind: string;
  @Shown({ example: '2024-2025' }) biennium: string;
  @Shown({ enum: ['OPEN', 'CLOSING', 'SIGNED_BY_ONE', 'LOCKED', 'REOPEN_REQUESTED', 'REOPENED'] }) state: string;
  @Shown({ type: 'integer', description: 'How many acts there were; 0 where nobody has acted' }) version: number;
  @Shown({ type: 'integer', description: 'How often it was locked' }) closeNo: number;
  @ShownOrNull({ description: 'SHA-256 of what both sides signed at the last lock' }) digest: string | null;
  @ShownList(() => ActionShown) availableActions: ActionShown[];
}

export class PeriodsAnswer {
  @ShownList(() => PeriodShown) items: PeriodShown[];
}

export class ChecklistItemShown {
  @Shown({ example: 'Every charge is certified' }) name: string;
  @Shown({ type: 'boolean' }) holds: boolean;
  @Shown({ type: 'boolean', description: 'False where it is listed only' }) blocks: boolean;
  @Shown({ example: '2: A1-01, A1-02.' }) finding: string;
}

export class PeriodActShown {
  @Shown({ type: 'integer' }) number: number;
  @Shown({ enum: Object.keys(periodActs) }) act: string;
  @Shown({ example: 'BRS.approving' }) person: string;
  @Shown({ example: 'BRS' }) secretariat: string;
  @Shown({ format: 'date-time' }) at: string;
  @ShownOrNull() reason: string | null;
  @ShownOrNull({ description: 'SHA-256 of the figures that were signed' }) digest: string | null;
  @ShownList(() => ChecklistItemShown) checklist: ChecklistItemShown[]; // of a proposal; empty else
}

export class PeriodBalanceShown {
  @Shown({ example: 'BRS' }) book: string;
  @Shown({ example: 'EXPENDITURE' }) account: string;
  @Shown({ example: 'BC' }) fund: string;
  @Shown({ example: '1240.50' }) debitUsd: string;
  @Shown({ example: '0.00' }) creditUsd: string;
  @Shown({ example: '1240.50' }) balanceUsd: string;
}

/** A period with what was done to it, and its final balances where it is locked. */
export class PeriodAnswer extends PeriodShown {
  @ShownList(() => PeriodActShown) acts: PeriodActShown[];
  @ShownList(() => PeriodBalanceShown) finalBalances: PeriodBalanceShown[];
}

export class ReasonRequest {
  @Reason({ example: 'A visa fee of October came in February', description: 'It stays with the books' })
  reason: string;
}

export function periodShown(
  view: PeriodView,
  { period, biennium, today }: { readonly period: Period; readonly biennium: Period; readonly today: Day },
  offered: Offered,
): PeriodShown {
  const href = `/api/v1/periods/${view.code}`;
  return {
    ...view,
    availableActions: actionsShown(periodActsFor(period, biennium, today), offered, {
      'period.close': `${href}/closing`,
      'period.sign': `${href}/signatures`,
      'period.withdraw': `${href}/withdrawals`,
      'period.request-reopening': `${href}/reopen-requests`,
      'period.reopen': `${href}/reopenings`,
    }),
  };
}

export function periodAnswer(
  shown: PeriodShown,
  acts: readonly PeriodActView[],
  finalBalances: readonly PeriodBalance[],
): PeriodAnswer {
  return {
    ...shown,
    acts: acts.map(({ body, at, ...act }) => ({ ...act, at: at.toISOString(), checklist: checklistIn(body) })),
    finalBalances: [...finalBalances],
  };
}

function checklistIn(body: string): ChecklistItemShown[] {
  return (JSON.parse(body) as { checklist?: ChecklistItemShown[] | null }).checklist ?? [];
}
