import { chargeTransitions } from '#charging';
import { expect, it } from '@jest/globals';
import { standingOf } from '../../apps/web/src/screens/home/standing.ts';

/** Owed by nobody, any more or ever. */
const ended = ['WITHDRAWN', 'REJECTED', 'REVERSED', 'CREDITED'];

it('the numbers of Home are together all that is owed, or will be: each state of a charge is in one of them', () => {
  const states = Object.keys(chargeTransitions);
  const totals = states.map((state) => ({
    ...{ agreement: 'CRA-1', state, amount: { amount: '1.00' }, credited: { amount: '0.00' } },
  }));
  const agreements = [{ number: 'CRA-1', meeting: 'COP-6', provider: 'BRS', client: 'MINAMATA' }];
  const [standing] = standingOf({ agreements, totals });
  expect(standing?.stages.map(({ state, amount }) => `${state} ${amount}`).toSorted()).toEqual(
    states
      .filter((state) => !ended.includes(state))
      .map((state) => `${state} 1.00`)
      .toSorted(),
  );
});
