import { Act } from '#identity';
import type { Day } from '#kernel';
import { type Period, type PeriodActKind, periodActs, type PeriodState } from './period.ts';

const document = 'closing';

/** A period is closed once it is over. */
export function proposing(period: Pick<Period, 'notClosableOn'>, today: Day): Act {
  return new Act('period.close', {
    ...{ document, resultsIn: 'CLOSING' },
    further: () => period.notClosableOn(today),
  });
}

/** Three people and both sides close a period; the period says who is left to sign. */
export function signingOff(period: Pick<Period, 'state' | 'notSignedBy'>): Act {
  const resultsIn = period.state === 'SIGNED_BY_ONE' ? 'LOCKED' : 'SIGNED_BY_ONE';
  return new Act('period.sign', {
    ...{ document, resultsIn, doing: 'sign' },
    further: (officer) => period.notSignedBy(officer),
  });
}

export function withdrawing({ state, closeNo }: Pick<Period, 'state' | 'closeNo'>): Act {
  const before: PeriodState = closeNo === 0 ? 'OPEN' : 'REOPENED';
  return new Act('period.withdraw', { document, resultsIn: state === 'REOPEN_REQUESTED' ? 'LOCKED' : before });
}

export function requestingReopening(): Act {
  return new Act('period.request-reopening', { document, resultsIn: 'REOPEN_REQUESTED' });
}

/** The side that did not ask agrees; `biennium` is the one that a month lies in. */
export function reopening(period: Pick<Period, 'notReopenedBy'>, biennium: Pick<Period, 'code' | 'state'>): Act {
  return new Act('period.reopen', {
    ...{ document, resultsIn: 'REOPENED' },
    further: (officer) => period.notReopenedBy(officer, biennium),
  });
}

/** What a period's state lets somebody do to it. */
export function periodActsFor(period: Period, biennium: Pick<Period, 'code' | 'state'>, today: Day): Act[] {
  const may = (...kinds: PeriodActKind[]): boolean => kinds.some((kind) => periodActs[kind].includes(period.state));
  return [
    ...(may('CLOSING_PROPOSED') ? [proposing(period, today)] : []),
    ...(may('CLOSING_SIGNED', 'LOCKED') ? [signingOff(period)] : []),
    ...(may('CLOSING_WITHDRAWN', 'REOPENING_DECLINED') ? [withdrawing(period)] : []),
    ...(may('REOPENING_REQUESTED') ? [requestingReopening()] : []),
    ...(may('REOPENED') ? [reopening(period, biennium)] : []),
  ];
}
