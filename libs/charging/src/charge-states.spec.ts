import { describe, expect, it } from '@jest/globals';
import {
  ChargeChangedMeanwhile,
  ChargeIsProvisional,
  ChargeNotInState,
  type ChargeState,
  chargeTransitions,
  checkSeen,
  checkStepFrom,
  checkTransition,
} from './charge-states.ts';

const states = Object.keys(chargeTransitions) as ChargeState[];
const every = states.flatMap((from) =>
  states.map((to) => ({ from, to, allowed: chargeTransitions[from].includes(to) })),
);
const charge = (state: ChargeState) => ({ id: 'A1-01', agreement: 'CRA-2025-001', state, version: 7 });

describe('a charge', () => {
  // Written out, so that an edge added or lost in the table is seen here.
  it('goes this way and no other', () => {
    expect(every.filter(({ allowed }) => allowed).map(({ from, to }) => `${from} > ${to}`)).toEqual([
      'PROVISIONAL > RECORDED',
      'PROVISIONAL > REJECTED',
      'PROVISIONAL > WITHDRAWN',
      'RECORDED > RECEIVED',
      'RECORDED > DISPUTED',
      'RECORDED > REJECTED',
      'RECORDED > RETURNED',
      'RECORDED > WITHDRAWN',
      'RECEIVED > CERTIFIED',
      'RECEIVED > DISPUTED',
      'RECEIVED > RETURNED',
      'RECEIVED > WITHDRAWN',
      'CERTIFIED > INVOICED',
      'CERTIFIED > REVERSING',
      'INVOICED > SETTLED',
      'INVOICED > CREDITED',
      'DISPUTED > RECORDED',
      'DISPUTED > REJECTED',
      'SETTLED > CREDITED',
      'RETURNED > RECORDED',
      'RETURNED > WITHDRAWN',
      'REVERSING > CERTIFIED',
      'REVERSING > REVERSED',
    ]);
  });

  it.each(every.filter(({ allowed }) => allowed))('that is $from may become $to', ({ from, to }) => {
    expect(() => checkTransition(charge(from), to)).not.toThrow();
  });

  it.each(every.filter(({ allowed, from }) => !allowed && from !== 'PROVISIONAL'))(
    'that is $from cannot become $to',
    ({ from, to }) => {
      expect(() => checkTransition(charge(from), to)).toThrow(ChargeNotInState);
    },
  );

  it.each(every.filter(({ allowed, from }) => !allowed && from === 'PROVISIONAL'))(
    'that is $from waits for a signature before $to',
    ({ from, to }) => {
      expect(() => checkTransition(charge(from), to)).toThrow(ChargeIsProvisional);
    },
  );

  it('that was given back whole, never owed, taken back or reversed is at its end', () => {
    const { CREDITED, REJECTED, WITHDRAWN, REVERSED } = chargeTransitions;
    expect([CREDITED, REJECTED, WITHDRAWN, REVERSED]).toEqual([[], [], [], []]);
  });
});

describe('a reader', () => {
  it('who saw the charge as it is may act on it, and so may one who did not ask', () => {
    expect(() => checkSeen(charge('RECORDED'), 7)).not.toThrow();
    expect(() => checkSeen(charge('RECORDED'), null)).not.toThrow();
  });

  it.each([6, 8, 0])('who saw version %i of version 7 reads again', (seen) => {
    expect(() => checkSeen(charge('RECORDED'), seen)).toThrow(ChargeChangedMeanwhile);
  });
});

describe('a step that somebody takes', () => {
  const steps = [
    ['charge.receive', 'RECEIVED', ['RECORDED']],
    ['charge.certify', 'CERTIFIED', ['RECEIVED']],
    ['charge.withdraw', 'WITHDRAWN', ['PROVISIONAL', 'RECORDED', 'RECEIVED', 'RETURNED']],
    ['charge.return', 'RETURNED', ['RECORDED', 'RECEIVED']],
    ['charge.resubmit', 'RECORDED', ['RETURNED']],
    ['charge.reverse', 'REVERSING', ['CERTIFIED']],
    ['charge.approve-reversal', 'REVERSED', ['REVERSING']],
    ['charge.keep', 'CERTIFIED', ['REVERSING']],
  ] as const;

  it.each(steps)('%s, into %s, is taken from %j alone', (step, to, froms) => {
    const taken = states.filter((from) => {
      try {
        checkStepFrom(charge(from), step, to);
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(from === 'PROVISIONAL' ? ChargeIsProvisional : ChargeNotInState);
        return false;
      }
    });
    expect(taken).toEqual(states.filter((state) => (froms as readonly string[]).includes(state)));
    for (const from of froms) expect(chargeTransitions[from]).toContain(to);
  });

  it('says from where it is taken', () => {
    expect(() => checkStepFrom(charge('REVERSING'), 'charge.certify', 'CERTIFIED')).toThrow(
      'Charge A1-01 is REVERSING and cannot become CERTIFIED; only RECEIVED can. Nothing was written.',
    );
  });
});
