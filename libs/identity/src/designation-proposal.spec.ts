import { describe, expect, it } from '@jest/globals';
import * as a from '../../../test/support/a.ts';
import { checkRolesApart, RolesDoNotMeet } from './designation-proposal.ts';

describe('a mandate for both sides', () => {
  const days = { validFrom: a.day('2025-01-01'), validTo: a.day('2025-12-31') };
  const mandate = { duty: 'JOINT_AUDITOR', fund: '', ...days } as const;

  it('does not go together with another one on any day', () => {
    const wanted = { ...mandate, person: 'BRS.x' };
    expect(() => checkRolesApart(wanted, [mandate])).toThrow(RolesDoNotMeet);
    expect(() => checkRolesApart(wanted, [mandate])).toThrow(/another mandate/);
    const later = { ...mandate, validFrom: a.day('2026-01-01'), validTo: a.day('2026-12-31') };
    expect(() => checkRolesApart(wanted, [later])).not.toThrow();
  });
});
