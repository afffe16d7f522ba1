import { describe, expect, it } from '@jest/globals';
import { type SealedPeriodAct, SealedPeriodActs } from './sealed-period-acts.ts';

const act = (number: number, name: string, from: string, to: string, digests: Partial<SealedPeriodAct> = {}) => ({
  ...{ period: '2025-05', number, act: name, from, to, digest: null, previousDigest: null },
  ...digests,
});
const locked = act(2, 'LOCKED', 'CLOSING', 'LOCKED', { digest: 'aa' });
const reopened = act(3, 'REOPENED', 'LOCKED', 'OPEN', { previousDigest: 'aa' });

function found(acts: readonly SealedPeriodAct[]): string[] {
  const wrongs: string[] = [];
  const check = new SealedPeriodActs(({ object, finding }) => wrongs.push(`${object}: ${finding}`));
  acts.forEach((one) => check.leaf(one));
  return wrongs;
}

describe('acts on a period that were sealed', () => {
  const closing = act(1, 'CLOSED', 'OPEN', 'CLOSING');

  it('follow one another, of each period by itself', () => {
    expect(found([closing, { ...closing, period: '2025-06' }, locked, reopened])).toEqual([]);
  });

  it.each<[string, SealedPeriodAct[], string]>([
    ['a number that is left out', [closing, { ...locked, number: 3 }], '2025-05 3: it leads from CLOSING, after act 1'],
    [
      'a state that no act made',
      [closing, { ...locked, from: 'OPEN' }],
      '2025-05 2: it leads from OPEN, after act 1, to CLOSING',
    ],
    [
      'another lock before it',
      [closing, locked, { ...reopened, previousDigest: 'bb' }],
      '2025-05 3: it does not follow the lock',
    ],
  ])('do not with %s', (_, acts, finding) => {
    expect(found(acts)).toEqual([expect.stringContaining(finding)]);
  });
});
