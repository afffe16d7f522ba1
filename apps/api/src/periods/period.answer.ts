import type { Day } from '#kernel';
import {
  checklistCodes,
  type ChecklistItem,
  type Period,
  periodActs,
  periodActsFor,
  type PeriodActView,
  type PeriodBalance,
  PeriodCode,
  type PeriodView,
} from '#ledger';
import { Reason, Shown, ShownList, ShownOrNull } from '../http/fields.ts';
import { ActionShown, actionsShown, type Offered } from '../http/offered.ts';

/** A step on the way from the last proposal of a closing: who, for which side, when. */
export class PeriodStepShown {
  @Shown({ enum: Object.keys(periodActs) }) act: string;
  @Shown({ example: 'BRS.approving' }) person: string;
  @Shown({ example: 'BRS' }) secretariat: string;
  @Shown({ format: 'date-time' }) at: string;
}

/** A month or a biennium of both books; one that nobody has acted on is open. */
export class PeriodShown {
  @Shown({ example: '2025-11', description: 'A month, or a biennium such as 2024-2025' }) code: string;
  @Shown({ enum: ['MONTH', 'BIENNIUM'] }) kind: string;
  @Shown({ example: '2024-2025' }) biennium: string;
  @Shown({ format: 'date', example: '2025-11-30' }) lastDay: string;
  @Shown({ type: 'boolean', description: 'Whether the books’ day is after its last: before that it is not closed' })
  isOver: boolean;
  @Shown({ enum: ['OPEN', 'CLOSING', 'SIGNED_BY_ONE', 'LOCKED', 'REOPEN_REQUESTED', 'REOPENED'] }) state: string;
  @Shown({ type: 'integer', description: 'How many acts there were; 0 where nobody has acted' }) version: number;
  @Shown({ type: 'integer', description: 'How often it was locked' }) closeNo: number;
  @ShownOrNull({ description: 'SHA-256 of what both sides signed at the last lock' }) digest: string | null;
  @ShownList(() => PeriodStepShown) steps: PeriodStepShown[]; // since its closing was last proposed, in order
  @ShownList(() => ActionShown) availableActions: ActionShown[];
}

export class PeriodsAnswer {
  @ShownList(() => PeriodShown) items: PeriodShown[];
}

export class ChecklistItemShown {
  @ShownOrNull({ enum: [...checklistCodes], description: 'Null in an act that was kept without it' })
  code: ChecklistItem['code'] | null;
  @Shown({ example: 'Every charge is certified' }) name: string;
  @Shown({ type: 'boolean' }) holds: boolean;
  @Shown({ type: 'boolean', description: 'False where it is listed only' }) blocks: boolean;
  @Shown({ example: '2: A1-01, A1-02.' }) finding: string;
  @Shown({ type: 'integer', description: 'How many wait or differ; 0 where it holds' }) count: number;
  @Shown({
    ...{ type: 'string', isArray: true, example: ['A1-01', 'A1-02'] },
    description: 'A few of them: books, months, charges, drafts or vouchers; of what is the other side’s own, none',
  })
  named: readonly string[];
}

export class PeriodActShown {
  @Shown({ type: 'integer' }) number: number;
  @Shown({ enum: Object.keys(periodActs) }) act: string;
  @Shown({ example: 'BRS.approving' }) person: string;
  @Shown({ example: 'BRS' }) secretariat: string;
  @Shown({ format: 'date-time' }) at: string;
  @ShownOrNull() reason: string | null;
  @ShownOrNull({ description: 'SHA-256 of the figures that were signed' }) digest: string | null;
  @ShownList(() => ChecklistItemShown) checklist: ChecklistItemShown[]; // of a proposal of the own side; empty else
}

export class PeriodBalanceShown {
  @Shown({ example: 'BRS' }) book: string;
  @Shown({ example: 'EXPENDITURE' }) account: string;
  @Shown({ example: 'BC' }) fund: string;
  @Shown({ example: '1240.50' }) debitUsd: string;
  @Shown({ example: '0.00' }) creditUsd: string;
  @Shown({ example: '1240.50' }) balanceUsd: string;
}

/** What is signed: of the books of whoever asks, what the entries of the period add up to. */
export class FiguresToSignShown {
  @ShownList(() => PeriodBalanceShown) balances: PeriodBalanceShown[];
}

export class ChecklistAnswer {
  @ShownList(() => ChecklistItemShown) items: ChecklistItemShown[];
  @ShownOrNull({ type: FiguresToSignShown, description: 'Null where its closing is not proposed, or it is locked' })
  toSign: FiguresToSignShown | null;
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
  const { lastDay } = PeriodCode.of(view.code);
  return {
    ...view,
    ...{ lastDay: lastDay.toString(), isOver: today.isAfter(lastDay) },
    availableActions: actionsShown(periodActsFor(period, biennium, today), offered, {
      'period.close': `${href}/closing`,
      'period.sign': `${href}/signatures`,
      'period.withdraw': `${href}/withdrawals`,
      'period.request-reopening': `${href}/reopen-requests`,
      'period.reopen': `${href}/reopenings`,
    }),
  };
}

/** What a proposer saw is of their side: it names drafts, vouchers and charges that others may not see, and counts them. */
export function periodAnswer(
  shown: PeriodShown,
  acts: readonly PeriodActView[],
  finalBalances: readonly PeriodBalance[],
  ownSides: readonly string[],
): PeriodAnswer {
  return {
    ...shown,
    acts: acts.map(({ body, at, ...act }) => ({
      ...act,
      at: at.toISOString(),
      checklist: ownSides.includes(act.secretariat) ? checklistIn(body) : [],
    })),
    finalBalances: [...finalBalances],
  };
}

/** Acts that were kept before an item had a code are shown as they were. */
function checklistIn(body: string): ChecklistItemShown[] {
  const kept = (JSON.parse(body) as { checklist?: Partial<ChecklistItem>[] | null }).checklist ?? [];
  return kept.map((item) => ({ code: null, count: 0, named: [], ...item }) as ChecklistItemShown);
}
