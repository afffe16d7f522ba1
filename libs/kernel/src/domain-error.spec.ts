import { describe, expect, it } from '@jest/globals';
import { Conflict, withoutStack } from './domain-error.ts';

class IsNo extends Conflict {}

/** What comes out of it, thrown or not. */
function cameOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

const stackOf = (error: unknown): string => (error as Error).stack ?? '';

describe('work whose errors are read and not thrown', () => {
  it('makes them without the stack, and errors of later have theirs', () => {
    expect(stackOf(withoutStack(() => new IsNo('no')))).toBe('IsNo: no');
    expect(stackOf(new IsNo('no'))).toContain('domain-error.spec');
  });

  it('that throws one of them leaves it at that', () => {
    let times = 0;
    const throwing = (): never => {
      times += 1;
      throw new IsNo('no');
    };
    expect(stackOf(cameOf(() => withoutStack(throwing)))).toBe('IsNo: no');
    expect(times).toBe(1);
  });

  it('says where it failed, where that is a fault of the program', () => {
    const ofNobody = (): unknown => (null as unknown as { shares: unknown }).shares;
    const fault = cameOf(() => withoutStack(ofNobody));
    expect(fault).toBeInstanceOf(TypeError);
    expect(stackOf(fault)).toContain('domain-error.spec');
  });
});
