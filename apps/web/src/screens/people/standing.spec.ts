import { describe, expect, it } from '@jest/globals';
import type { Designation, Person, Renewal } from '../../api/people.ts';
import { choicesOf, openAndPast, standings, waiting } from './standing.ts';

const person = (code: string): Person => ({ code, name: code, secretariat: code.split('.')[0] ?? '', isShut: false });
const designation = (of: string, state: Designation['state'], validFrom = '2026-01-01'): Designation => ({
  ...{
    id: `${of} ${state} ${validFrom}`,
    person: of,
    secretariat: of.split('.')[0] ?? '',
    duty: 'AUDITOR',
    fund: '',
    mandate: null,
  },
  ...{ validFrom, validTo: '2026-12-31', acting: false, state, reason: null, proposedBy: null, decidedBy: null },
  ...{ endedBy: null, endReason: null, availableActions: [] },
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

interface Case {
  readonly actions: Readonly<Record<string, boolean>>;
  readonly can: readonly [approve: boolean, takeBack: boolean];
  readonly why: string | null; // the action whose reason is said
}

it('what waits is what is proposed, of whichever side', () => {
  const held = [designation('BRS.b', 'DECLINED'), designation('MINAMATA.a', 'PROPOSED'), designation('BRS.c', 'ENDED')];
  expect(waiting(held).map(({ person: of }) => of)).toEqual(['MINAMATA.a']);
});

describe('renewals of accounts', () => {
  const renewal = (state: Renewal['state'], actions: Readonly<Record<string, boolean>> = {}): Renewal => ({
    ...{ id: state, person: 'BRS.a', secretariat: 'BRS', state, reason: 'a telephone was lost', doneAt: null },
    letsInAgain: false,
    ...{ proposedBy: 'BRS.b', proposedAt: '2026-03-01T08:00:00Z', approvedBy: null, approvedAt: null },
    availableActions: Object.entries(actions).map(([action, allowed]) => ({
      ...{ action, allowed, href: '', method: 'POST', reason: allowed ? null : `no ${action}`, why: null, title: '' },
    })) as Renewal['availableActions'],
  });
  const [approve, takeBack] = ['account.approve-renewal', 'account.shut'] as const;

  it('are open until the link is used or three days are over', () => {
    const { open, past } = openAndPast(
      (['PROPOSED', 'DONE', 'APPROVED', 'LAPSED'] as const).map((one) => renewal(one)),
    );
    expect(open.map(({ id }) => id)).toEqual(['PROPOSED', 'APPROVED']);
    expect(past.map(({ id }) => id)).toEqual(['DONE', 'LAPSED']);
  });

  it.each<[what: string, Case]>([
    ['the other administrator', { actions: { [approve]: true, [takeBack]: true }, can: [true, true], why: null }],
    ['whoever proposed it', { actions: { [approve]: false, [takeBack]: true }, can: [false, true], why: approve }],
    ['somebody else', { actions: { [approve]: false, [takeBack]: false }, can: [false, false], why: approve }],
    ['them, once it is approved', { actions: { [takeBack]: false }, can: [false, false], why: takeBack }],
    ['an administrator, then', { actions: { [takeBack]: true }, can: [false, true], why: null }],
    ['anybody, where nothing is offered', { actions: {}, can: [false, false], why: null }],
  ])('are decided as the server offers it: %s', (_, { actions, can, why }) => {
    const { approve: approves, takeBack: takesBack, why: said } = choicesOf(renewal('PROPOSED', actions));
    expect([approves, takesBack, said?.action ?? null]).toEqual([...can, why]);
  });
});
