import type { PostedLine } from '#ledger';
import { Shown, ShownList, ShownOrNull } from '../http/fields.ts';
import { MoneyShown, usd } from '../http/money.body.ts';

export class PostingShown {
  @Shown({ example: '41' }) entry: string;
  @Shown({ format: 'uuid', description: 'The two entries of one event, one in each book' }) pair: string;
  @ShownOrNull({ format: 'uuid', description: 'The pair that this entry undoes; null for all but reversals' })
  reverses: string | null;
  @Shown({ example: 'BRS' }) book: string;
  @Shown({ example: 'MINAMATA' }) counterparty: string;
  @Shown({ example: 'CHARGE_CERTIFIED' }) event: string;
  @Shown({ example: 'A1-01' }) source: string;
  @Shown({ format: 'date' }) accountingOn: string;
  @Shown({ example: 'EXPENDITURE' }) account: string;
  @Shown({ example: 'BC' }) fund: string;
  @Shown({ example: 'BC-1-COP17' }) budgetLine: string;
  @Shown({ example: 'DOC-CTL' }) item: string;
  @Shown({ type: MoneyShown, description: 'Debit positive, credit negative' }) amount: MoneyShown;
  @ShownOrNull({ example: '2025-10', description: 'The closed period that a prior-period adjustment belongs to' })
  adjusts: string | null;
  @ShownOrNull({ description: 'Why a prior-period adjustment is late' }) adjustmentReason: string | null;
  @Shown({ type: 'integer', description: 'After how many closings of its periods it came' }) postCloseNo: number;
  @Shown({ example: 'BRS.certifying' }) postedBy: string;
  @Shown({ format: 'date-time' }) postedAt: string;
}

export class PostingsAnswer {
  @ShownList(() => PostingShown)
  items: PostingShown[];
}

export function postingShown({ amountUsd, postedAt, ...line }: PostedLine): PostingShown {
  return { ...line, amount: usd(amountUsd), postedAt: postedAt.toISOString() };
}
