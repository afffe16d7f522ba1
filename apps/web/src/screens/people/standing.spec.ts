import { describe, expect, it } from '@jest/globals';
import type { Designation, Person } from '../../api/people.ts';
import { standings, waiting } from './standing.ts';

const person = (code: string): Person => ({ code, name: code, secretariat: code.split('.')[0] ?? '' });
const designation = (of: string, state: Designation['state'], validFrom = '2026-01-01'): Designation => ({
  ...{
    id: `${of} ${state} ${validFrom}`,
    person: of,
    secretariat: of.split('.')[0] ?? '',
    duty: 'AUDITOR',
    fund: '',
    mandate: '',
  },
  ...{ validFrom, validTo: '2026-12-31', acting: false, state, reason: null, proposedBy: null, decidedBy: null },
  ...{ endedBy: null, endReason: null },
});

describe('the people of a side', () => {
  it('stand by code with what they may do today, and the rest newest first', () => {
    const held = [
      designation('BRS.b', 'OVER', '2024-01-01'),
      designation('BRS.b', 'IN_FORCE'),
      designation('BRS.b', 'PROPOSED', '2026-06-01'),
    ];
    const found = standings(['BRS.c', 'MINAMATA.a', 'BRS.b'].map(person), held, 'BRS');
    expect(
      found.map(({ person: { code }, inForce, others }) => [code, inForce.length, others.map(({ state }) => state)]),
    ).toEqual([
      ['BRS.b', 1, ['PROPOSED', 'OVER']],
      ['BRS.c', 0, []],
    ]);
  });
});

it('what waits is what is proposed, of whichever side', () => {
  const held = [designation('BRS.b', 'DECLINED'), designation('MINAMATA.a', 'PROPOSED'), designation('BRS.c', 'ENDED')];
  expect(waiting(held).map(({ person: of }) => of)).toEqual(['MINAMATA.a']);
});
