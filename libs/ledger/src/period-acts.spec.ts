import { describe, expect, it } from '@jest/globals';
import type { Officer } from '#identity';
import { Day } from '#kernel';
import * as a from '../../../test/support/a.ts';
import { periodActsFor } from './period-acts.ts';
import { PeriodCode } from './period-code.ts';
import { Period, type PeriodFacts } from './period.ts';

const holding = (person: string, duty: 'FINANCE_OFFICER' | 'APPROVING_OFFICER'): Officer =>
  a.officer({ person, designations: [{ duty, fund: '' }] });
const one = holding('BRS.approving', 'APPROVING_OFFICER');
const deputy = holding('BRS.deputy', 'APPROVING_OFFICER');
const april = (facts: Partial<PeriodFacts>): Period =>
  new Period({ ...Period.untouched(PeriodCode.of('2025-04')), ...facts });
const biennium = (state: PeriodFacts['state']): Period =>
  new Period({ ...Period.untouched(PeriodCode.of('2024-2025')), state });
const why = (of: Period, action: string, to: Officer, within = biennium('OPEN'), day = '2025-05-10'): unknown =>
  periodActsFor(of, within, Day.of(day))
    .find((act) => act.action === action)
    ?.offeredTo(to, [one, deputy]).why;

describe('what may not be done to a period is told in codes', () => {
  it.each<[string, unknown, object]>([
    [
      'not over yet, which is no matter of who',
      why(april({}), 'period.close', holding('BRS.finance', 'FINANCE_OFFICER'), biennium('OPEN'), '2025-04-30'),
      {
        ...{ code: 'PERIOD_NOT_OVER', who: null },
        parts: { period: '2025-04', lastDay: '2025-04-30', today: '2025-04-30', document: 'CLOSING' },
      },
    ],
    [
      'signed by the same person, so that another one must',
      why(april({ state: 'CLOSING', proposedBy: one }), 'period.sign', one),
      {
        ...{ code: 'SAME_PERSON_CLOSES_TWICE', parts: { period: '2025-04', document: 'CLOSING' } },
        who: { another: true, duties: ['APPROVING_OFFICER'], funds: [], secretariat: 'BRS', people: 1 },
      },
    ],
    [
      'signed by the same side, where nobody of it could',
      why(april({ state: 'SIGNED_BY_ONE', signedBy: one }), 'period.sign', deputy),
      {
        ...{ code: 'OTHER_SIDE_MUST_SIGN', who: null },
        parts: { secretariat: 'BRS', period: '2025-04', what: 'CLOSING', document: 'CLOSING' },
      },
    ],
    [
      'asked for by the same side',
      why(april({ state: 'REOPEN_REQUESTED', requestedBy: one }), 'period.reopen', one),
      {
        ...{ code: 'OTHER_SIDE_MUST_SIGN', who: null },
        parts: { secretariat: 'BRS', period: '2025-04', what: 'REOPENING', document: 'CLOSING' },
      },
    ],
    [
      'of a biennium that is closed',
      why(april({ state: 'REOPEN_REQUESTED' }), 'period.reopen', one, biennium('LOCKED')),
      {
        ...{ code: 'BIENNIUM_STILL_CLOSED', who: null },
        parts: { month: '2025-04', biennium: '2024-2025', document: 'CLOSING' },
      },
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});
