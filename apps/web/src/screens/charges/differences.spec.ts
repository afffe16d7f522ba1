import { describe, expect, it } from '@jest/globals';
import type { Answers } from '../../api/client.ts';
import { differences } from './differences.ts';

const charge = (facts: Partial<Answers['ChargeAnswer']>): Answers['ChargeAnswer'] =>
  ({
    ...{ version: 1, state: 'RECORDED', amount: { amount: '6.20', currency: 'USD' }, invoice: null, remark: null },
    ...{ credited: { amount: '0.00', currency: 'USD' }, received: null, certified: null, reversed: null },
    ...facts,
  }) as Answers['ChargeAnswer'];

const received = { by: 'MINAMATA.finance', at: '2026-03-01T09:00:00.000Z' };
const certified = { by: 'MINAMATA.certifying', at: '2026-03-01T09:05:00.000Z' };

describe('a charge that somebody changed meanwhile', () => {
  it('says who did it last, and what is another value now', () => {
    expect(differences(charge({}), charge({ version: 3, state: 'CERTIFIED', received, certified }))).toEqual({
      last: certified,
      changed: [{ what: 'state', before: 'RECORDED', now: 'CERTIFIED' }],
    });
  });

  it('says so too where it was given back, and the receipt is no more', () => {
    const remark = { by: 'MINAMATA.finance', at: '2026-03-01T10:00:00.000Z', text: 'no time sheet' };
    expect(differences(charge({ state: 'RECEIVED', received }), charge({ state: 'RETURNED', remark }))).toEqual({
      last: remark,
      changed: [
        { what: 'state', before: 'RECEIVED', now: 'RETURNED' },
        { what: 'remark', before: null, now: 'no time sheet' },
      ],
    });
  });

  it('is the same where nothing is changed', () => {
    expect(differences(charge({ received }), charge({ received }))).toEqual({ last: null, changed: [] });
  });
});
