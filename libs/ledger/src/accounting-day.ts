import { Biennium, type Day, Refused, showsSomething } from '#kernel';
import type { BusinessEvent, Placement } from './journal-entry.ts';
import { closedStates, PeriodIsClosed, type PeriodState } from './period.ts';

/** The state of the periods that a posting may touch; one that is not named is open and was never closed. */
export type PeriodStates = ReadonlyMap<string, { readonly state: PeriodState; readonly closeNo: number }>;

/** The periods whose state decides where an event is placed: those of its own day, and those of today. */
export function periodsAsked(event: { on: Day; biennium: Biennium }, today: Day): string[] {
  return [...touched(event.on, event.biennium), ...touched(today, event.biennium)];
}

/**
 * The accounting day and the biennium of an event, by what is closed.
 * Rule:   its own day, where that day's month and biennium are open. Else today, as a prior-period adjustment: it counts in
 *         the month of service and the biennium it belongs to, and says why it is late.
 *         A closed biennium takes no cost, no invoice and no credit any more: both secretariats reopen it, or it stays as it
 *         is. A settlement changes no cost; where its documents are of a closed biennium it clears what was carried
 *         forward, in the biennium of its own day.
 * Errors: PeriodIsClosed (the biennium, or today's month: there is no open day), AdjustmentNeedsReason.
 * Source: delivery principle (IPSAS accrual) and cut-off; ledger README, "Late documents".
 */
export function placed(
  event: { event: BusinessEvent; on: Day; biennium: Biennium },
  periods: PeriodStates,
  { today, reason }: { today: Day; reason: string | null },
): Placement {
  const closed = (codes: readonly string[]): string | undefined =>
    codes.find((code) => closedStates.includes(periods.get(code)?.state ?? 'OPEN'));
  const refuseIfClosed = (codes: readonly string[]): void => {
    const code = closed(codes);
    if (code !== undefined) throw new PeriodIsClosed(code, periods.get(code)?.state ?? '');
  };

  const closedBiennium = closed([event.biennium.toString()]);
  if (closedBiennium !== undefined && event.event !== 'SETTLED') refuseIfClosed([closedBiennium]);
  const closedMonth = closed(periodsOf(event.on)) === undefined ? undefined : event.on.month;
  const on = closedMonth === undefined ? event.on : today;
  refuseIfClosed(periodsOf(on));

  const biennium = closedBiennium === undefined ? event.biennium : Biennium.containing(on);
  const adjusts = closedBiennium ?? closedMonth ?? null;
  const given = reason?.trim() ?? '';
  if (adjusts !== null && !showsSomething(given)) throw new AdjustmentNeedsReason(adjusts, on);
  return {
    on,
    biennium,
    postCloseNo: Math.max(...touched(on, biennium).map((code) => periods.get(code)?.closeNo ?? 0)),
    adjusts,
    adjustmentReason: adjusts === null ? null : given,
  };
}

/** The month of a day and the biennium around it: a locked biennium is all its months, also the empty ones. */
export function periodsOf(day: Day): string[] {
  return [day.month, Biennium.containing(day).toString()];
}

function touched(on: Day, biennium: Biennium): string[] {
  return [...periodsOf(on), biennium.toString()];
}

export class AdjustmentNeedsReason extends Refused {
  constructor(
    readonly period: string,
    on: Day,
  ) {
    super(
      `This belongs to ${period}, which is closed. It can be posted on ${on.toString()} as a prior-period adjustment, with the reason ` +
        'why it is late. Nothing was written.',
      '/adjustmentReason',
    );
  }
}
