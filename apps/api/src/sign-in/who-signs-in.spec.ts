import { describe, expect, it } from '@jest/globals';
import { whoSignsIn } from './who-signs-in.ts';

describe('who signs in to the sample', () => {
  it('is named as these books have them', () => {
    const people = ['A.approving', 'A.finance', 'B.finance', 'B.certifying', 'JOINT.auditor'];
    expect(whoSignsIn(people)).toBe("A.finance, or .approving, or B's");
  });

  it('is nobody in particular where no side has a finance officer', () => {
    expect(whoSignsIn(['JOINT.auditor'])).toBe('');
    expect(whoSignsIn(['A.finance'])).toBe('A.finance');
  });
});
