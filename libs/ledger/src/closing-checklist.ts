import { Conflict } from '#kernel';
import type { PeriodCode } from './period-code.ts';

/** What the books themselves say of a period that is to be closed. */
export interface BookFacts {
  /** Books whose entries of the period do not sum to zero. */
  readonly outOfBalance: readonly string[];
  /** Pairs of entries that have no equal mirror in the other book. */
  readonly unmirrored: number;
  /** Of a biennium: months with entries that are not locked. */
  readonly openMonths: readonly string[];
  /** Entries that the sealer has not taken yet; null where nothing is sealed. */
  readonly unsealed: number;
}

/** What charges and documents of the period still wait for, as those who keep them know. With a few names each. */
export interface DeliveryFacts {
  readonly disputed: Waiting;
  /** Recorded or received, and not posted. */
  readonly uncertified: Waiting;
  /** Posted, and on no issued invoice. */
  readonly unbilled: Waiting;
  /** Delivered under an agreement that is not signed: owed by nobody yet. */
  readonly provisional: Waiting;
  /** Drafts of invoices and credit notes. */
  readonly drafts: Waiting;
  /** Proposed, with a value day in the period. */
  readonly settlements: Waiting;
  /** Of a biennium: proposed of its documents, with a value day after it. */
  readonly paidLater: Waiting;
}

/** Of what is the other side's own, the number alone. */
export interface Waiting {
  readonly count: number;
  readonly examples: readonly string[];
}

/** What an item looks at: it stays, for whoever says the item in another language. */
export const checklistCodes = [
  ...(['BOOKS_BALANCE', 'BOOKS_MIRROR', 'MONTHS_LOCKED'] as const),
  ...([
    'DISPUTED',
    'UNCERTIFIED',
    'UNBILLED',
    'DRAFTS',
    'SETTLEMENTS',
    'PAID_LATER',
    'PROVISIONAL',
    'UNSEALED',
  ] as const),
] as const;

export type ChecklistCode = (typeof checklistCodes)[number];

export interface ChecklistItem {
  readonly code: ChecklistCode;
  readonly name: string;
  readonly holds: boolean;
  /** False where it is listed only: it can still come as a prior-period adjustment. */
  readonly blocks: boolean;
  readonly finding: string;
  /** How many wait or differ; 0 where it holds. */
  readonly count: number;
  /** A few of them: books, months, charges, drafts or vouchers; of what is the other side's own, none. */
  readonly named: readonly string[];
}

/**
 * What is looked at before a period is closed, as it is kept with the proposal.
 * A month closes with things still to come, for they come as prior-period adjustments of their biennium; a locked biennium
 * takes none, so what waits stands in its way. Books that differ stand in every period's way; and so does a settlement that was paid in it:
 * its payer's own ledger has it in that period, and it was proposed without a reason why it is late.
 */
export function closingChecklist(code: PeriodCode, books: BookFacts, deliveries: DeliveryFacts): ChecklistItem[] {
  const blocks = code.kind === 'BIENNIUM';
  const { outOfBalance, unmirrored, openMonths, unsealed } = books;
  return [
    {
      ...{ code: 'BOOKS_BALANCE', name: 'Each book balances', holds: outOfBalance.length === 0, blocks: true },
      finding: outOfBalance.length === 0 ? 'Both do.' : `Out of balance: ${outOfBalance.join(', ')}.`,
      ...{ count: outOfBalance.length, named: outOfBalance },
    },
    {
      ...{ code: 'BOOKS_MIRROR', name: 'The two books mirror each other', holds: unmirrored === 0, blocks: true },
      finding: unmirrored === 0 ? 'No differences.' : `${unmirrored} entries differ from their mirror.`,
      ...{ count: unmirrored, named: [] },
    },
    ...(blocks
      ? [
          {
            ...{ code: 'MONTHS_LOCKED' as const, name: 'Its months are locked or empty', blocks },
            ...{ holds: openMonths.length === 0, count: openMonths.length, named: openMonths },
            finding: openMonths.length === 0 ? 'All are.' : `Still open: ${openMonths.join(', ')}.`,
          },
        ]
      : []),
    waitingFor('DISPUTED', 'No charge is disputed', deliveries.disputed, blocks),
    waitingFor('UNCERTIFIED', 'Every charge is certified', deliveries.uncertified, blocks),
    waitingFor('UNBILLED', 'Every certified charge is invoiced', deliveries.unbilled, blocks),
    waitingFor('DRAFTS', 'No invoice or credit note is a draft', deliveries.drafts, blocks),
    waitingFor('SETTLEMENTS', 'No settlement that was paid in it waits', deliveries.settlements, true),
    ...(blocks
      ? [
          waitingFor(
            'PAID_LATER',
            'No settlement of its documents that was paid later waits',
            deliveries.paidLater,
            false,
          ),
        ]
      : []),
    waitingFor('PROVISIONAL', 'No charge is provisional', deliveries.provisional, false),
    {
      ...{ code: 'UNSEALED', name: 'Every entry is sealed', holds: unsealed === 0 },
      blocks: false, // the sealer is seconds behind, and seals what is in a closed period too
      finding: unsealed === 0 ? 'All are.' : `${unsealed} wait for the sealer.`,
      ...{ count: unsealed, named: [] },
    },
  ];
}

function waitingFor(code: ChecklistCode, name: string, waiting: Waiting, blocks: boolean): ChecklistItem {
  const { count, examples: named } = waiting;
  const finding = count === 0 ? 'None waits.' : `${count}: ${namesOf(waiting)}.`;
  return { code, name, holds: count === 0, blocks, finding, count, named };
}

function namesOf({ count, examples }: Waiting): string {
  if (examples.length === 0) return 'of the other side';
  return `${examples.join(', ')}${count > examples.length ? ' and others' : ''}`;
}

/** Errors: BooksDiffer, SettlementsStillWaiting, MonthsStillOpen, DisputesOpen, ChargesStillWaiting. */
export function checkClosable(code: PeriodCode, books: BookFacts, deliveries: DeliveryFacts): void {
  if (books.outOfBalance.length > 0 || books.unmirrored > 0) throw new BooksDiffer(code, books);
  if (deliveries.settlements.count > 0) throw new SettlementsStillWaiting(code, deliveries.settlements);
  if (code.kind === 'MONTH') return;
  if (books.openMonths.length > 0) throw new MonthsStillOpen(books.openMonths, code);
  if (deliveries.disputed.count > 0) throw new DisputesOpen(code, deliveries.disputed);
  for (const waiting of [deliveries.uncertified, deliveries.unbilled, deliveries.drafts]) {
    if (waiting.count > 0) throw new ChargesStillWaiting(code, waiting);
  }
}

export class BooksDiffer extends Conflict {
  constructor(code: PeriodCode, { outOfBalance, unmirrored }: BookFacts) {
    super(
      `The books of ${code.toString()} differ (out of balance: ${outOfBalance.join(', ') || 'none'}; entries without an equal ` +
        `mirror: ${unmirrored}). Nothing was written.`,
    );
  }
}

export class SettlementsStillWaiting extends Conflict {
  constructor(code: PeriodCode, waiting: Waiting) {
    const { count } = waiting;
    super(
      `${count} ${count === 1 ? 'settlement' : 'settlements'} paid in ${code.toString()} ${count === 1 ? 'waits' : 'wait'} to be approved or ` +
        `returned (${namesOf(waiting)}): once it is locked they would be posted in another period, for a reason that nobody has given. ` +
        'Nothing was written.',
    );
  }
}

export class MonthsStillOpen extends Conflict {
  constructor(months: readonly string[] = ['some of them'], code?: PeriodCode) {
    super(
      `A biennium is closed when its months are locked or empty; still open${code === undefined ? '' : ` in ${code.toString()}`}: ` +
        `${months.join(', ')}. Nothing was written.`,
    );
  }
}

export class DisputesOpen extends Conflict {
  constructor(code: PeriodCode, waiting: Waiting) {
    super(
      `${waiting.count} charges of ${code.toString()} are disputed (${namesOf(waiting)}): once it is locked they could not be posted. Nothing was written.`,
    );
  }
}

export class ChargesStillWaiting extends Conflict {
  constructor(code: PeriodCode, waiting: Waiting) {
    super(
      `${waiting.count} charges or drafts of ${code.toString()} wait to be certified, invoiced, issued or discarded (${namesOf(waiting)}): ` +
        'once it is locked they could not be. Nothing was written.',
    );
  }
}
